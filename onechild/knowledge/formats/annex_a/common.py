"""The fields that every list of Annex A shares, and the rows they give."""

from __future__ import annotations

import re

from onechild.knowledge.formats.tabular.layout import Field, Gives, Is, Source, TeamOf, WorkerOf
from onechild.knowledge.formats.values import ANY_FORM, SERIAL, Read, read_day
from onechild.knowledge.tables.model import Kind

# Excel keeps a day as a number, and so do the files made from it.
DAY_FORMS = (*ANY_FORM, SERIAL)

_UNBORN = re.compile(r"^(?:unborn|not (?:yet )?born|edd|expected|due)\b", re.IGNORECASE)
_DAY_IN_TEXT = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}")


def read_born(text: str) -> Read:
    """This function will read a date of birth; "unborn", with a date or without, is no refusal and no birth."""
    return Read() if _UNBORN.match(text) else read_day(text, forms=DAY_FORMS)


def read_expected(text: str) -> Read:
    """This function will read the expected date out of "unborn, EDD 12/05/2026"."""
    found = _DAY_IN_TEXT.search(text) if _UNBORN.match(text) else None
    return read_day(found[0], forms=DAY_FORMS) if found else Read()


CHILD = Field("child", "Child Unique ID", ("Child ID", "Child Unique Identifier", "Child's Unique ID"), required=True)
SEX = Field("sex", "Gender", ("Sex",))
ETHNICITY = Field("ethnicity", "Ethnicity", ("Ethnic origin",))
BORN = Field("born", "Date of Birth", ("Date of birth or expected date of birth",), reader=read_born)
EXPECTED = Field("expected", "Date of Birth", ("Date of birth or expected date of birth",), reader=read_expected)
AGE = Field(
    "age",
    "Age of Child (Years)",
    ("Age", "Age of child"),
    not_carried="worked out from the date of birth",
    derived=True,
)
DISABLED = Field("disabled", "Does the Child have a Disability", ("Disability",))
TEAM = Field("team", "Allocated Team", ("Team",))
WORKER = Field("worker", "Allocated Worker", ("Worker", "Allocated Social Worker"))

WHO: tuple[Field, ...] = (CHILD, SEX, ETHNICITY, BORN, EXPECTED, AGE)
ALLOCATED: tuple[Field, ...] = (TEAM, WORKER)

IN_TEAM: dict[str, Source] = {"team_id": TeamOf("team"), "worker_id": WorkerOf("worker")}


def child(*, disabled: bool = False) -> Gives:
    """This function will say what the fields of `WHO` give."""
    columns: dict[str, Source] = {
        "child_id": "child",
        "sex": "sex",
        "ethnicity": "ethnicity",
        "born_on": "born",
        "expected_on": "expected",
    }
    return Gives("children", columns | ({"disabled": "disabled"} if disabled else {}))


def team_and_worker(worker: str = "worker") -> tuple[Gives, ...]:
    """This function will say what a team's and a worker's name give."""
    return (
        *((Gives("teams", {"team_id": TeamOf("team"), "name": "team"}, once=True),) if worker == "worker" else ()),
        Gives("workers", {"worker_id": WorkerOf(worker)}, when=(worker,), once=True),
        Gives("worker_names", {"worker_id": WorkerOf(worker), "name": worker}, when=(worker,), once=True),
    )


def lead(since: Source, until: str | None = None, *, because: str) -> Gives:
    """This function will say how a list's allocated team and worker give the lead allocation, from when to when."""
    columns: dict[str, Source] = {"child_id": "child", "role": Is("lead"), "started_on": since, **IN_TEAM}
    if until:
        columns["ended_on"] = until
    return Gives("allocations", columns, when=("team", "worker"), inferred=f"taken to have begun {because}")


def seen(day: str, purpose: str, **more: Source) -> Gives:
    """This function will say how the date of a last visit gives a visit."""
    columns: dict[str, Source] = {"child_id": "child", "happened_on": day, "purpose": Is(purpose), "seen": Is(True)}
    return Gives(
        "visits", columns | more, inferred="the child is taken to have been seen, as the list counts visits made"
    )


def yes(name: str, heading: str, *also: str) -> Field:
    """This function will return a field that holds yes or no and decides which rows are made."""
    return Field(name, heading, also, kind=Kind.YES_NO)


def count(name: str, heading: str, *also: str) -> Field:
    """This function will return a field that counts what the workbook does not list."""
    return Field(name, heading, also, not_carried="a count has no dates, so no events can be made of it")
