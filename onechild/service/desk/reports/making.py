"""Makes a report from stored figures, keeps it, and publishes the figures that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db import transaction

from onechild.errors import CannotProceed
from onechild.knowledge.benchmarks.reading import areas
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.moments import as_at as at_end_of
from onechild.knowledge.measures.moments import month_of, twelve_months_to
from onechild.knowledge.reports.document.keeping import kept
from onechild.knowledge.reports.document.model import Document
from onechild.knowledge.reports.kinds.asking import MONTHS, Asking, month_ends_to
from onechild.knowledge.reports.kinds.caseload import Meant, Told, document_of
from onechild.knowledge.reports.kinds.inspection import inspection, inspection_cut, inspection_measures
from onechild.knowledge.reports.kinds.making import KINDS
from onechild.knowledge.reports.kinds.pack import pack, pack_cut
from onechild.knowledge.reports.kinds.scrutiny import scrutiny, scrutiny_cut, scrutiny_measures
from onechild.knowledge.reports.words import full_date
from onechild.knowledge.tables.extract import About
from onechild.service.desk.models import MadeReport
from onechild.service.record.actions.published.publishing import publish_all
from onechild.service.record.models import FigureDocument
from onechild.service.record.queries.figures import StoredAnswers

CASELOAD = "caseload"
CUTS = ("team", "age", "source", "outcome", "category", "placement", "legal_status")


@dataclass(frozen=True)
class Council:
    """Whose report it is: name and code, and whether it is invented."""

    name: str
    code: str
    invented: bool

    @property
    def about(self) -> About:
        """What the report says of it."""
        return About(council=self.code, council_name=self.name, invented=self.invented)

    @property
    def area(self) -> str | None:
        """The code under which its own figures are published; none where it publishes nothing."""
        return None if self.invented or self.code not in areas() else self.code


@transaction.atomic
def make_report(*, kind: str, as_at: date, against: date, council: Council, by: str, now: datetime) -> MadeReport:
    """Make a report of two days and keep it; the figures that it tells are published with it.

    This function will raise CannotProceed where there is no such report, or nothing is stored of the later day.
    """
    if kind not in KINDS:
        raise CannotProceed(f"there is no report called {kind}; the reports are {', '.join(KINDS)}")
    answers = StoredAnswers()
    asking = Asking(answers, council.about, as_at, against, publish=kind == "scrutiny", area=council.area)
    document = _document(kind, asking, answers)
    figures = _publish(asking, document, by=by, now=now)
    return MadeReport.objects.create(
        variant=answers.variant,
        kind=kind,
        as_at=as_at,
        against=against,
        published=document.publish,
        facts=kept(document),
        figures=figures,
        made_by=by,
        made_at=now,
    )


def _document(kind: str, asking: Asking, answers: StoredAnswers) -> Document:
    told = _told(asking)
    if kind == CASELOAD:
        if told is None:
            raise CannotProceed(f"no caseload report is stored of {full_date(asking.as_at)} and that earlier day")
        return document_of(told, Meant(asking.about, asking.as_at, asking.against, publish=False))
    measures, cut = {
        "pack": (list(MEASURES.values()), pack_cut()),
        "scrutiny": (scrutiny_measures(), scrutiny_cut()),
        "inspection": (inspection_measures(), inspection_cut()),
    }[kind]
    _expect(asking, answers, measures, cut)
    made = inspection(asking) if kind == "inspection" else (pack if kind == "pack" else scrutiny)(asking, told)
    if not asking.used:
        raise CannotProceed(f"no figure is stored of {full_date(asking.as_at)}")
    return made


def _expect(asking: Asking, answers: StoredAnswers, measures: Sequence[Measure], cut: Sequence[Measure]) -> None:
    """Everything the report asks, read in two queries."""
    days = (asking.as_at, asking.against)
    ends = list(islice(month_ends_to(asking.as_at), MONTHS))
    both = [moment for day in days for moment in (at_end_of(day), twelve_months_to(day))]
    answers.expect(measures, [*both, *map(at_end_of, ends), *map(month_of, ends)])
    answers.expect(cut, both, by=CUTS)


def _told(asking: Asking) -> Told | None:
    """What the stored caseload report of the two days says; None where there is none."""
    found = FigureDocument.objects.filter(
        kind=CASELOAD, as_at=asking.as_at, against=asking.against, published=asking.publish
    ).first()
    return Told(found.facts, (found.wide, found.narrow)) if found else None


def _publish(asking: Asking, document: Document, *, by: str, now: datetime) -> int:
    """The figures in all of the report's two days, not the months of its charts."""
    told = {note.key for note in document.footnotes}
    moments = {moment for day in (asking.as_at, asking.against) for moment in (at_end_of(day), twelve_months_to(day))}
    asked = [
        (MEASURES[key], when, "") for key, when, by_cut in asking.used if not by_cut and when in moments and key in told
    ]
    what = f"{document.title}, {full_date(document.as_at)}"
    return len(publish_all(asked=asked, for_what=what, who=by, now=now))
