"""Every row of the list of 149 has a measure, and every measure says all that a reader must know."""

from __future__ import annotations

import pytest

from onechild.knowledge.benchmarks.reading import measures as published
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.codesets import codeset
from onechild.knowledge.measures.catalogue import MEASURES, TOPICS
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.cutting.joining import OF_CHILD
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape
from onechild.knowledge.measures.rows.register import ROWS
from onechild.knowledge.tables.contract import TABLES

# The 120 measures that the service is judged on, and the 29 optional ones.
LISTED = """
FD01 FD02 FD03 FD04 FD06 FD07 FD08 FD09 FD11 FD12 AS01 AS02 AS03 AS04 AS07 AS09 CN01 CN02 CN03 CN04 CN05 CN07 CN08 CN09
CP01 CP03 CP04 CP05 CP06 CP07 CP08 CP09 CP10 CP12 CP13 CP14 CP15 CP16 CP18 CP20 LA01 LA03 LA05 LA06 LA07 LA08 LA10 LA11
LA13 LA14 LA15 LA16 LA18 LA19 LA21 LA22 LA23 LA24 LA26 LA27 LA28 LA30 LA31 LA32 LA33 LA34 HE01 HE02 HE03 HE05 HE06 HE07
HE08 HE10 AD01 AD02 AD04 CL01 CL02 CL03 CL04 CL05 CL06 CL07 CL08 CL09 PL01 PL02 PL03 PL04 PL05 PL06 PL07 PL08 PL09 FO01
FO02 FO03 FO04 PF01 LD01 WF01 WF02 WF03 WF04 WF05 WF06 WF09 WF10 WF11 WF12 WF13 WF14 FD13 WF16 FO05 SB01 QA01 QA03 FI01
FD05 FD10 AS05 AS06 AS08 CN06 CN10 CP02 CP11 CP17 CP19 LA02 LA04 LA09 LA12 LA17 LA20 LA25 LA29 HE04 HE09 HE11 AD03 CL10
YJ01 WF07 WF08 WF15 QA02
"""
REFERENCES = LISTED.split()
EVERY = pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.key)


def test_there_are_149_rows_to_account_for() -> None:
    assert len(set(REFERENCES)) == len(REFERENCES) == 149


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_row_of_the_list_has_a_measure(reference: str) -> None:
    assert [measure.key for measure in MEASURES.values() if measure.reference == reference]


def test_no_two_measures_share_a_key_or_a_title() -> None:
    listed = [measure for measures in TOPICS.values() for measure in measures]
    assert len({measure.key for measure in listed}) == len(listed)
    assert len({measure.title for measure in listed}) == len(listed)


@EVERY
def test_measure_answers_to_a_row_of_the_list(measure: Measure) -> None:
    assert measure.reference in REFERENCES


@EVERY
def test_measure_says_in_words_what_it_is_and_why(measure: Measure) -> None:
    said = (measure.key, measure.title, measure.says, measure.why_it_matters, measure.value_unit, measure.kept_by)
    assert all(words.strip() for words in said)
    sentences = [words for words in (measure.says, measure.why_it_matters, measure.excludes) if words]
    assert [words for words in sentences if not words.endswith((".", "?"))] == []
    assert all(source.title.strip() for source in measure.sources)
    assert measure.sources


@EVERY
def test_measure_that_is_better_neither_way_has_no_target(measure: Measure) -> None:
    assert not (measure.better is Better.NEITHER and measure.target)


@EVERY
def test_measure_can_be_cut_only_by_known_cuts(measure: Measure) -> None:
    assert set(measure.breakdowns) <= set(CUTS)
    assert len(set(measure.breakdowns)) == len(measure.breakdowns)


@EVERY
def test_measure_reads_rows_clocks_and_tables_that_there_are(measure: Measure) -> None:
    assert measure.rows in ROWS
    assert set(measure.all_clocks) <= {clock.key for clock in CLOCKS}
    assert set(measure.needs) <= set(TABLES)
    assert not measure.population or measure.population in codeset("setting")


@EVERY
def test_measure_over_a_period_says_the_day_it_counts_on(measure: Measure) -> None:
    assert bool(measure.counted_on) == (measure.basis is Basis.PERIOD)


@EVERY
def test_measure_says_how_its_shape_is_made(measure: Measure) -> None:
    assert measure.per is not None or measure.shape is not Shape.RATIO
    assert measure.per is None or measure.shape in (Shape.RATIO, Shape.SHARE)
    assert measure.value_unit.startswith("share") == (measure.shape is Shape.SHARE)
    assert measure.adds is not None or measure.shape not in (Shape.MEAN, Shape.MEDIAN, Shape.SUM)
    assert measure.unit in ("row_id", "child_id", "worker_id")


@pytest.mark.parametrize("measure", [one for one in MEASURES.values() if one.twin], ids=lambda measure: measure.key)
def test_published_twin_stands_in_the_published_tables(measure: Measure) -> None:
    assert measure.twin is not None
    assert (measure.twin.table, measure.twin.code) in published()


@pytest.mark.parametrize("measure", [one for one in MEASURES.values() if one.target], ids=lambda measure: measure.key)
def test_target_says_whose_it_is(measure: Measure) -> None:
    assert measure.target is not None
    assert measure.target.source.strip()


def test_every_cut_of_a_child_is_offered_by_some_measure() -> None:
    offered = {cut for measure in MEASURES.values() for cut in measure.breakdowns}
    assert set(OF_CHILD) <= offered
