"""Stored figures are the measures' own, add up from the rows behind them, and stand while nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from onechild.knowledge.engines import duckdb
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.answers import Asked
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.engine import calculate
from onechild.knowledge.measures.model import Basis, Measure, Shape
from onechild.knowledge.measures.moments import twelve_months_to, usual
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.reports.caseload import caseload_report
from onechild.knowledge.tables.extract import Extract
from onechild.service.access.models import Bar
from onechild.service.exchange.figures.computing import compute
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Child,
    Figure,
    FigureChild,
    FigureDay,
    FigureDocument,
    FigureRun,
    Setting,
)
from onechild.service.record.queries.figures import StoredAnswers
from tests.service.conftest import TODAY
from tests.service.people import make_user
from tests.service.working_out import MONTHS, SIX, again, holder, worked_out

__all__ = ["holder", "worked_out"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("worked_out")]
LATER = SIX + timedelta(hours=1)
OCTOBER = date(2026, 10, 31)
SOME = (
    *("cases-held", "average-caseload-per-worker", "average-caseload-per-fte", "workers-over-target"),
    *("cases-unallocated", "child-protection-visits-in-time", "child-protection-visits-due-in-time"),
    *("referrals", "referrals-rate", "re-referrals-in-12-months", "children-on-plans-rate", "cases-opened-less-closed"),
)
YEARLY = ("referrals", "re-referrals-in-12-months", "child-protection-visits-due-in-time")
CUT = ("referrals", "cases-held", "child-protection-visits-in-time")
Numbers = dict[tuple[str, str], tuple[float, float | None, float | None]]


def asked(measure: Measure) -> dict[str, list]:  # type: ignore[type-arg]
    """The day of a measure that the tests look at."""
    if measure.basis is Basis.AS_AT:
        return {"as_ats": [TODAY]}
    return {"periods": [(OCTOBER.replace(day=1), OCTOBER)]}


def stored_day(measure: Measure) -> FigureDay:
    """The same day as it is stored."""
    if measure.basis is Basis.AS_AT:
        return FigureDay.objects.get(variant="", to_on=TODAY, from_on=None)
    return FigureDay.objects.get(variant="", to_on=OCTOBER, from_on=OCTOBER.replace(day=1))


def stored(by: str) -> Numbers:
    """The stored figures of every measure at its day."""
    rows = {key: Figure.objects.filter(day=stored_day(MEASURES[key]), measure=key, by=by) for key in SOME}
    return {
        (key, one.team_id or one.worker_id): (one.numerator, one.denominator, one.value)
        for key, found in rows.items()
        for one in found
    }


def number_now(key: str) -> float:
    """What is counted today, in all."""
    return Figure.objects.get(day=stored_day(MEASURES[key]), measure=key, by="").numerator


@pytest.fixture(scope="module")
def extract_store(little_hatterton: Extract) -> Iterator[Store]:
    """The extract that was loaded, with its clocks."""
    with duckdb.open_store(little_hatterton) as store:
        prepare(store, [MEASURES[key] for key in SOME])
        yield store


def calculated(store: Store, by: str | None, measures: list[Measure]) -> Numbers:
    """What the measures themselves give on the extract that was loaded."""
    name = {"team": "team_id", "worker": "worker", None: ""}[by]
    return {
        (measure.key, (one.of(name) or "") if by else ""): (one.numerator, one.denominator, one.value)
        for measure in measures
        for one in calculate(store, measure, by=by, **asked(measure))  # type: ignore[arg-type]
    }


def test_figures_in_all_are_those_of_the_measures_on_the_extract(extract_store: Store) -> None:
    assert stored("") == calculated(extract_store, None, [MEASURES[key] for key in SOME])


def test_figures_by_team_are_those_of_the_measures_on_the_extract(extract_store: Store) -> None:
    by_team = [MEASURES[key] for key in SOME if "team" in MEASURES[key].breakdowns]
    assert stored("team") == calculated(extract_store, "team", by_team)


def test_figures_by_worker_are_those_of_the_measures_on_the_extract(extract_store: Store) -> None:
    by_worker = [MEASURES[key] for key in SOME if "worker" in MEASURES[key].breakdowns]
    by_worker = [measure for measure in by_worker if measure.basis is Basis.AS_AT]
    assert stored("worker") == calculated(extract_store, "worker", by_worker)


@pytest.mark.parametrize("key", SOME)
def test_rows_behind_a_figure_add_up_to_it(key: str) -> None:
    measure = MEASURES[key]
    figure = Figure.objects.get(day=stored_day(measure), measure=key, by="")
    rows = list(FigureChild.objects.filter(day=stored_day(measure), measure=key))
    counted = {getattr(row, measure.unit) for row in rows if row.counted}
    adds = {getattr(row, measure.unit): row.adds or 0 for row in rows}
    summed = measure.shape in (Shape.MEAN, Shape.SUM)
    assert figure.numerator == (pytest.approx(sum(adds.values())) if summed else len(counted))


@pytest.mark.parametrize("key", YEARLY)
def test_rows_behind_twelve_months_are_those_of_its_months(key: str) -> None:
    measure, answers = MEASURES[key], StoredAnswers("")
    year = twelve_months_to(OCTOBER)
    rows = answers.behind(measure, year)
    assert {row.counted_on for row in rows if not year.from_on <= row.counted_on <= year.to_on} == set()
    assert answers.one(measure, year).numerator == len({row.row_id for row in rows if row.counted})


def test_figures_of_twelve_months_are_those_of_the_measures_on_the_extract(extract_store: Store) -> None:
    year, answers = twelve_months_to(OCTOBER), StoredAnswers("")
    period = [MEASURES[key] for key in SOME if MEASURES[key].basis is Basis.PERIOD]
    asked = Asked(extract_store, period, built=True)
    assert {one.key: answers.figures(one, year) for one in period} == {
        one.key: asked.figures(one, year) for one in period
    }


@pytest.mark.parametrize("key", CUT)
def test_figures_by_every_cut_are_those_of_the_measures_on_the_extract(extract_store: Store, key: str) -> None:
    measure, answers = MEASURES[key], StoredAnswers("")
    when = usual(measure, OCTOBER)
    asked = Asked(extract_store, [measure], built=True)
    for_each = {by: answers.figures(measure, when, by) for by in measure.breakdowns}
    assert for_each == {by: asked.figures(measure, when, by) for by in measure.breakdowns}


def test_workers_of_a_team_add_up_to_the_team(holder: str) -> None:
    figures = Figure.objects.filter(day=stored_day(MEASURES["cases-held"]), measure="cases-held")
    team = figures.filter(by="team").order_by("-numerator")[0]
    workers = figures.filter(by="team and worker", team_id=team.team_id)
    assert team.numerator > 0
    assert sum(row.numerator for row in workers) == team.numerator


def test_the_caseload_report_says_what_the_report_of_the_extract_says(little_hatterton: Extract) -> None:
    against = date(2025, 10, 31)
    document = FigureDocument.objects.get(kind="caseload", as_at=OCTOBER, against=against, published=False)
    with duckdb.open_store(little_hatterton) as store:
        report = caseload_report(store, about=little_hatterton.about, as_at=OCTOBER, against=against)
    assert document.facts["visit_sentences"] == list(report.visit_sentences)
    assert " ".join(document.facts["paragraphs"]) == " ".join(report.sentences)


def test_a_second_working_out_with_nothing_changed_does_nothing() -> None:
    assert compute(as_at=TODAY, now=LATER, months=MONTHS).variants == 0
    assert FigureRun.objects.get().computed_at == SIX


def test_counted_again_from_the_same_record_no_day_and_no_document_is_written() -> None:
    compute(as_at=TODAY, now=LATER, months=2, measures=again())
    FigureRun.objects.all().delete()
    worked = compute(as_at=TODAY, now=LATER, months=2, measures=again())
    assert (worked.variants, worked.days, worked.documents) == (1, 0, 0)


def test_an_allocation_that_ends_today_changes_today_and_leaves_the_month_past_alone(holder: str) -> None:
    before = number_now("cases-held")
    october = FigureDay.objects.get(to_on=OCTOBER, from_on=None).pk
    with change_set(by="a test", kind="edit", words="Ended today"):
        Allocation.objects.filter(pk=Allocation.objects.filter(worker_id=holder, ended_on=None)[0].pk).update(
            ended_on=TODAY
        )
    compute(as_at=TODAY, now=LATER, months=1, measures=again())
    assert number_now("cases-held") == before - 1
    assert FigureDay.objects.get(to_on=OCTOBER, from_on=None).pk == october


def test_a_lower_target_moves_workers_over_target(holder: str) -> None:
    assert number_now("workers-over-target") == 0
    with change_set(by="a test", kind="setting", words="A lower target"):
        Setting.objects.filter(setting="caseload_target").update(value=1.0)
    compute(as_at=TODAY, now=LATER, months=1, measures=again())
    assert number_now("workers-over-target") == 1


def test_whoever_is_barred_from_a_child_has_figures_without_that_child(holder: str) -> None:
    child = Allocation.objects.filter(worker_id=holder, ended_on=None)[0].child_id
    Bar.objects.create(
        child_id=child,
        user=make_user("performance_analyst"),
        public_id=child,
        reason="A relative",
        began_at=SIX,
        began_by=make_user("director"),
    )
    compute(as_at=TODAY, now=LATER, months=1, measures=again())
    held = dict(
        Figure.objects.filter(day__to_on=TODAY, measure="cases-held", by="").values_list("day__variant", "numerator")
    )
    other = next(variant for variant in held if variant)
    assert held[other] == held[""] - 1
    assert not FigureChild.objects.filter(day__variant=other, child_id=child).exists()


def test_children_behind_a_day_long_past_that_ends_no_month_are_forgotten_and_its_figures_kept() -> None:
    compute(as_at=TODAY + timedelta(days=40), now=datetime(2026, 12, 31, 6, tzinfo=UTC), months=1, measures=again())
    assert not FigureChild.objects.filter(day__to_on=TODAY).exists()
    assert Figure.objects.filter(day__to_on=TODAY).exists()


def test_a_child_behind_a_figure_exists() -> None:
    behind = set(FigureChild.objects.exclude(child_id=None).values_list("child_id", flat=True))
    assert behind <= set(Child.objects.values_list("pk", flat=True))
