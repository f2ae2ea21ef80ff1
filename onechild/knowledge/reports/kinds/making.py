"""Makes each report from an extract: what it asks of the store, and what is composed of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.errors import CannotProceed
from onechild.knowledge.benchmarks.reading import areas
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.question import Question, moments_of
from onechild.knowledge.reports.caseload import CaseloadReport, caseload_report
from onechild.knowledge.reports.document.model import Document
from onechild.knowledge.reports.kinds.asking import Asking, Counted
from onechild.knowledge.reports.kinds.caseload import Told, told_by
from onechild.knowledge.reports.kinds.inspection import inspection, inspection_cut, inspection_measures
from onechild.knowledge.reports.kinds.pack import pack, pack_cut
from onechild.knowledge.reports.kinds.scrutiny import scrutiny, scrutiny_cut, scrutiny_measures
from onechild.knowledge.tables.extract import About

KINDS: dict[str, str] = {
    "pack": "Monthly performance pack",
    "scrutiny": "Scrutiny report",
    "caseload": "Caseload and visits",
    "inspection": "Inspection overview",
}


@dataclass(frozen=True)
class Wanted:
    """Which council as known in which extract, and of which two days."""

    about: About
    as_at: date
    against: date
    fingerprint: str = ""

    @property
    def area(self) -> str | None:
        """The code of the council whose own published figures may stand beside; none for an invented one."""
        return None if self.about.invented or self.about.council not in areas() else self.about.council


def make(store: Store, kind: str, wanted: Wanted) -> Document:
    """This function will return a report of an extract; raises CannotProceed where nothing can be told."""
    if kind not in ("pack", "scrutiny", "inspection"):
        raise CannotProceed(f"there is no report called {kind}; the reports are {', '.join(KINDS)}")
    asked, cut = {
        "pack": (MEASURES.values(), pack_cut()),
        "scrutiny": (scrutiny_measures(), scrutiny_cut()),
        "inspection": (inspection_measures(), inspection_cut()),
    }[kind]
    told = _told(store, wanted, publish=kind == "scrutiny") if kind != "inspection" else None
    countable = [one for one in asked if _can(store, wanted, one.key)]
    answers = Counted(
        store,
        countable,
        as_at=wanted.as_at,
        against=wanted.against,
        cut=[one for one in cut if one in countable],
    )
    asking = Asking(
        answers,
        wanted.about,
        wanted.as_at,
        wanted.against,
        publish=kind == "scrutiny",
        fingerprint=wanted.fingerprint,
        area=wanted.area,
    )
    if kind == "inspection":
        return inspection(asking)
    return pack(asking, told) if kind == "pack" else scrutiny(asking, told)


def _told(store: Store, wanted: Wanted, *, publish: bool) -> Told:
    report: CaseloadReport = caseload_report(
        store,
        about=wanted.about,
        fingerprint=wanted.fingerprint,
        as_at=wanted.as_at,
        against=wanted.against,
        publish=publish,
    )
    return told_by(report)


def _can(store: Store, wanted: Wanted, key: str) -> bool:
    """Whether the extract holds what a measure is counted from."""
    measure = MEASURES[key]
    moment = (
        moments_of(as_ats=[wanted.as_at])
        if measure.basis.value == "as at"
        else moments_of(periods=[(wanted.against, wanted.as_at)])
    )
    return Question(store, moment).can_count(measure)
