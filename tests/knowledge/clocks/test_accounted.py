"""Every row of the list of timescales is a clock, or stands among those that are not with what serves instead."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.clocks.not_clocks import NOT_CLOCKS

HOW_MANY = {
    "FD": 5,
    "AS": 3,
    "CP": 15,
    "CIN": 5,
    "LAC": 30,
    "HLT": 6,
    "EDU": 3,
    "EHC": 6,
    "MIS": 3,
    "ADP": 11,
    "CL": 9,
    "PLO": 8,
    "PF": 3,
    "FOS": 7,
    "LADO": 2,
    "FGM": 1,
    "SI": 2,
    "WF": 8,
    "INF": 4,
}
# Regulation 19(4) was read, though the rest of its row was not.
READ_SINCE = {("complaint-panel", "INF-02")}
LIST = {f"{prefix}-{number:02d}" for prefix, many in HOW_MANY.items() for number in range(1, many + 1)}


def test_each_of_the_131_rows_is_a_clock_or_says_why_it_is_none() -> None:
    clocks = {reference for one in CLOCKS for reference in one.references}
    others = {one.reference for one in NOT_CLOCKS}
    assert clocks | others == LIST
    assert len(LIST) == 131


def test_what_is_no_clock_says_why_and_what_serves_instead() -> None:
    assert [one.reference for one in NOT_CLOCKS if not (one.title and one.why and one.serves)] == []


def test_every_clock_says_its_rule_in_plain_words() -> None:
    assert [one.key for one in CLOCKS if not one.plain] == []


def test_the_list_is_the_references(reference: dict[str, dict[str, str]]) -> None:
    assert set(reference) == LIST


def test_no_clock_is_surer_of_itself_than_the_reference(reference: dict[str, dict[str, str]]) -> None:
    order = [Confidence.K, Confidence.V2, Confidence.V]
    surer = {
        (one.key, rule.reference)
        for one in CLOCKS
        for rule in one.rules
        if order.index(rule.confidence or one.confidence)
        > order.index(Confidence(reference[rule.reference]["confidence"]))
    }
    assert surer == READ_SINCE


@pytest.fixture(scope="module")
def reference(project_root: Path) -> dict[str, dict[str, str]]:
    """The shared list of timescales, by row."""
    path = project_root.parent / "shared" / "reference" / "timescales.yaml"
    if not path.is_file():
        pytest.skip("the shared reference is not here: the list of timescales is compared only where it is")
    return {row["id"]: row for row in yaml.safe_load(path.read_text(encoding="utf-8"))["clocks"]}
