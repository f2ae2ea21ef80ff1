"""The caseload-and-visits report as a document: figures, sentences, definitions and notes, ready for any renderer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.narrowing import Narrowed
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Question, moments_of
from onechild.knowledge.measures.rows.children import looked_after, on_plans
from onechild.knowledge.measures.rows.targets import general_target, newly_qualified_share
from onechild.knowledge.reports.figures import NOW, THEN, Caseload, caseload_of
from onechild.knowledge.reports.notes import definitions, notes
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.sentences import caseload_sentences
from onechild.knowledge.reports.visits import ASKED as VISITS
from onechild.knowledge.reports.visits import Visits, visit_sentences, visits_of
from onechild.knowledge.reports.words import full_date, name_days
from onechild.knowledge.tables.extract import About


@dataclass(frozen=True)
class CaseloadReport:
    """The whole report. `publish` is the copy without children: no ids, and small numbers kept back."""

    about: About
    fingerprint: str
    as_at: date
    against: date
    target: float
    saying: Saying
    caseload: Caseload
    visits: Visits
    sentences: tuple[str, ...]
    visit_sentences: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def publish(self) -> bool:
        """Whether this copy may leave the service."""
        return self.saying.publish


def caseload_report(
    store: Store,
    *,
    about: About,
    fingerprint: str = "",
    as_at: date,
    against: date,
    target: float | None = None,
    publish: bool = False,
) -> CaseloadReport:
    """Count and compose the report of an extract as at a day, set against an earlier one.

    This function will raise CannotProceed where the earlier day is not earlier, or where the extract holds no
    allocation by the later one.
    """
    _refuse_what_cannot_be_told(store, as_at=as_at, against=against)
    question = Question(store, moments_of(as_ats=[against, as_at]), target)
    found, seen = caseload_of(question), _visits_of_those_visited(question)
    saying = Saying(*name_days(against, as_at), publish)
    return composed(question, found, seen, about=about, fingerprint=fingerprint, saying=saying, then=THEN, now=NOW)


def composed(
    question: Question,
    found: Caseload,
    seen: Visits,
    *,
    about: About,
    fingerprint: str,
    saying: Saying,
    then: int,
    now: int,
) -> CaseloadReport:
    """Put figures of two moments of a question into words; `then` and `now` number the moments."""
    as_at, general = question.moments[now].to_on, general_target(question, moment=now)
    return CaseloadReport(
        about=about,
        fingerprint=fingerprint,
        as_at=as_at,
        against=question.moments[then].to_on,
        target=general,
        saying=saying,
        caseload=found,
        visits=seen,
        sentences=tuple(caseload_sentences(found, saying)),
        visit_sentences=tuple(visit_sentences(seen, saying)),
        definitions=definitions(
            target=general,
            earlier_target=general_target(question, moment=then),
            share=newly_qualified_share(question, moment=now),
            asked=question.target is not None,
        ),
        notes=notes(found, seen, about=about, as_at=as_at, saying=saying),
    )


def _visits_of_those_visited(question: Question) -> Visits:
    """Two days need the clocks of those who were on a plan or in care on either, not of every child there ever was."""
    visited = on_plans(question)[["child_id"]].union(looked_after(question)[["child_id"]], distinct=True)
    narrowed = Narrowed(question.store, question.keep("visited", lambda: visited))
    prepare(narrowed, VISITS)
    return visits_of(Question(narrowed, question.moments, question.target))


def _refuse_what_cannot_be_told(store: Store, *, as_at: date, against: date) -> None:
    if against >= as_at:
        raise CannotProceed(
            f"the report sets {full_date(as_at)} against an earlier day: {full_date(against)} is not earlier"
        )
    allocations = store.table("allocations")
    [bounds] = allocations.agg(first=allocations.started_on.min()).to_pyarrow().to_pylist()
    if bounds["first"] is None:
        raise CannotProceed(
            "the extract holds no allocation of a child to a team or worker: there is no caseload to tell"
        )
    if bounds["first"] > as_at:
        raise CannotProceed(
            f"nothing can be told as at {full_date(as_at)}: the extract's first allocation began on "
            f"{full_date(bounds['first'])}"
        )
