"""What DfE would query in a census, and what its owner would want to know first: missing or contradictory, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onechild.knowledge.formats.workforce_census.choosing import Census, Entry

Kind = Literal["missing", "contradictory"]
NUMBER = re.compile(r"[A-Za-z]{2}\d{1,10}")
YOUNGEST, OLDEST = 18, 85
MOST_CASES = 60


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to put right: of whom (our id, empty for the whole file), in which element, in words."""

    worker_id: str
    employment_id: str
    element: str
    kind: Kind
    words: str


MISSING: Mapping[str, str] = {
    "SWENo": "The Social Work England number is not recorded.",
    "FTE": "The hours are not recorded.",
    "PersonBirthDate": "The date of birth is not recorded.",
    "Sex": "The sex is not recorded.",
    "QualLevel": "The level of the qualification is not recorded.",
    "StepUpGrad": "The route into social work is not recorded, so whether it was Step Up or Frontline can’t be told.",
    "RoleStartDate": "The day the role began is not recorded.",
}
NOT_COLLECTED: Mapping[str, tuple[str, str]] = {
    "Ethnicity": ("NOBT", "The ethnicity was not asked yet."),
    "StartOrigin": ("10", "Where the worker came from was not collected."),
    "LeaverDestination": ("9", "Where the worker went was not collected."),
    "ReasonLeave": ("10", "Why the worker left was not collected."),
}


def check(census: Census) -> list[Finding]:
    """This function will return everything missing or contradictory in a census, worker by worker."""
    found = [finding for entry in census.entries for finding in _of(entry, census.day)]
    found += _twice(census)
    words = "{} children are held by somebody in no employment on the day: they are in no row."
    found += [
        Finding(worker_id=key, employment_id="", element="Cases30", kind="contradictory", words=words.format(number))
        for key, number in census.uncounted.items()
    ]
    return found


def _of(entry: Entry, day: date) -> Iterator[Finding]:
    for element, kind, words in (*_missing(entry), *_contradictory(entry, day)):
        yield Finding(
            worker_id=entry.worker_id, employment_id=entry.employment_id, element=element, kind=kind, words=words
        )


def _missing(entry: Entry) -> Iterator[tuple[str, Kind, str]]:
    for element, words in MISSING.items():
        if element not in entry.told:
            yield element, "missing", words
    for element, (code, words) in NOT_COLLECTED.items():
        if entry.told.get(element) == code:
            yield element, "missing", words


def _contradictory(entry: Entry, day: date) -> Iterator[tuple[str, Kind, str]]:
    told = entry.told
    if (number := told.get("SWENo")) and not NUMBER.fullmatch(number):
        yield (
            "SWENo",
            "contradictory",
            f"“{number}” is no Social Work England number: two letters and up to ten figures.",
        )
    if "FTE" in told and not 0 < float(told["FTE"]) <= 1:
        yield "FTE", "contradictory", f"The hours are {float(told['FTE']):g} of full time: DfE takes up to 1."
    if born := told.get("PersonBirthDate"):
        age = (day - date.fromisoformat(born)).days / 365.25
        if not YOUNGEST <= age <= OLDEST:
            yield "PersonBirthDate", "contradictory", f"The date of birth makes the worker {int(age)} years old."
    began, ended = told.get("RoleStartDate"), told.get("RoleEndDate")
    if began and ended and ended < began:
        yield "RoleEndDate", "contradictory", "The role ended before it began."
    if began and began > day.isoformat():
        yield "RoleStartDate", "contradictory", "The role begins after the census day."
    held = int(told.get("Cases30", 0))
    if held and told.get("OrgRole") == "6":
        yield "OrgRole", "contradictory", "“Qualified without cases” is held beside cases on 30 September."
    if held > MOST_CASES:
        yield (
            "Cases30",
            "contradictory",
            f"{held} cases on 30 September is more than anybody can hold: is it one person?",
        )
    if told.get("StepUpGrad") == "1" and told.get("FrontlineGrad") == "1":
        yield "FrontlineGrad", "contradictory", "Both Step Up and Frontline are told."


def _twice(census: Census) -> list[Finding]:
    """One number for two people; one person's two roles share it rightly."""
    people = Counter(number for number, _worker in {(e.told.get("SWENo"), e.worker_id) for e in census.entries})
    return [
        Finding(
            worker_id=entry.worker_id,
            employment_id=entry.employment_id,
            element="SWENo",
            kind="contradictory",
            words="Another worker has the same Social Work England number.",
        )
        for entry in census.entries
        if entry.told.get("SWENo") and people[entry.told["SWENo"]] > 1
    ]
