"""The tables of the standards' pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.knowledge.clocks.explained.topics import TOPICS
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only, moment
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.standards import Change, Held, Set

AREA_UNITS = ("child", "pound")
STANDS = {"in_force": "In force", "to_come": "To come", "past": "Past", "withdrawn": "Withdrawn"}


@dataclass(frozen=True)
class Part:
    """A group of standards on the list."""

    title: str
    id: str
    table: Table
    count: int


def parts_of(found: Sequence[Held], *, today: date, amber: bool) -> list[Part]:
    """This function will return the standards in groups, those of duties by topic.

    The amber windows stand apart, for there is one a clock.
    """
    timed = [one for one in found if one.standard.clocks and not one.standard.amber]
    groups = (
        *(
            (words, topic.value, [o for o in timed if o.standard.clocks[0].topic is topic])
            for topic, words in TOPICS.items()
        ),
        ("Who lives here, and what care costs", "area", [one for one in found if _of_area(one)]),
        ("Hours, caseloads and what work takes", "hours", [one for one in found if _other(one)]),
        ("How long a visit takes", "visits", [one for one in found if _named(one, "visit_minutes_")]),
        ("What has not happened", "silences", [one for one in found if _named(one, "silence_")]),
        ("Amber: how long before its day a duty is shown as coming", "amber", [o for o in found if o.standard.amber]),
    )
    return [
        Part(title, key, _table(title, rows, today), len(rows))
        for title, key, rows in groups
        if rows and (amber or key != "amber")
    ]


def history_table(held: Held, *, today: date, may_set: bool, whose: Mapping[str, str]) -> Table:
    """What was set, the newest first, with what is to come and can be withdrawn; `whose` has teams' names."""
    columns = [Column("Number"), Column("From, to"), Column("How it stands"), Column("Reason"), Column("For whom")]
    rows: list[list[object]] = [
        [
            Cell(text=one.words, strong=one.stands == "in_force"),
            _span(one, today),
            _stands(one, may_set=may_set),
            one.row.reason or Cell(tag=Tag("No reason recorded", "missing")),
            for_whom(one, whose),
        ]
        for one in held.rows
    ]
    return Table(
        label="What was set",
        heading="history",
        columns=columns,
        rows=rows,
        empty="The council has set none. What stands above holds until it does.",
    )


def for_whom(one: Set, teams: Mapping[str, str]) -> str:
    """Whom a number is for: the council, a team, a role, or a role in a team."""
    team = teams.get(one.row.team_id or "", one.row.team_id or "")
    role = code_in_words("worker_role", one.row.role)
    if team:
        return f"{role} in {team}" if role else team
    return f"{role} in any team" if role else "The council"


def changes_table(changes: Iterable[Change], *, today: date) -> Table:
    """Who changed it, when, in whose words."""
    rows: list[list[object]] = [[moment(one.at, today), one.by, one.words] for one in changes]
    return Table(
        label="Who changed it",
        heading="changes",
        columns=[Column("When"), Column("Who"), Column("What")],
        rows=rows,
        empty="Nobody has.",
    )


def _other(one: Held) -> bool:
    named = _named(one, "visit_minutes_") or _named(one, "silence_") or _of_area(one)
    return not one.standard.clocks and not named


def _of_area(one: Held) -> bool:
    return one.standard.unit in AREA_UNITS


def _named(one: Held, beginning: str) -> bool:
    return not one.standard.clocks and one.standard.setting.startswith(beginning)


def _table(title: str, found: Sequence[Held], today: date) -> Table:
    columns = [Column("Standard"), Column("In force now"), Column("Set"), Column("To come"), Column("Law")]
    return Table(label=title, columns=columns, rows=[_row(one, today) for one in found], kind="stack")


def _row(one: Held, today: date) -> list[object]:
    standard = one.standard
    nothing = "Not set: nothing is counted by it" if _of_area(one) else "Not set: nothing is owed"
    unset = nothing if standard.default is None else "Not set: the usual number holds"
    since = f"Since {date_only(one.now.row.started_on, today)}" if one.now else unset
    coming = "; ".join(f"{c.words} from {date_only(c.row.started_on, today)}" for c in one.to_come if not c.whose)
    law = f"At most {standard.in_words(standard.most)}" if standard.law_most else "None: local"
    href = reverse("standard", args=[standard.setting])
    return [
        Cell(text=standard.title, href=href),
        Cell(text=one.in_words, strong=True),
        since,
        coming or "Nothing",
        law,
    ]


def _span(one: Set, today: date) -> str:
    if one.stands == "withdrawn":
        return f"Was to begin {date_only(one.row.started_on, today)}"
    began = date_only(one.row.started_on, today)
    return (
        f"{began} to {date_only(one.ended_on, today)}"
        if one.ended_on
        else f"Since {began}"
        if (one.stands != "to_come")
        else f"From {began}"
    )


def _stands(one: Set, *, may_set: bool) -> Cell:
    words = STANDS[one.stands]
    if one.stands == "to_come" and may_set and one.row.origin_id is None:
        href = reverse("standard-withdraw", args=[one.row.setting, one.row.pk])
        return Cell(text="Withdraw it", href=href, hidden=f": {one.words}", note=words)
    return Cell(text=words)
