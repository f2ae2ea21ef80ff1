"""How the journey's modules declare their kinds: each name once, and what outlives a child said so."""

from __future__ import annotations

import pytest

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.journey import steps
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.kinds import SPELLS


def test_a_kind_declared_twice_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="declared twice: worked_with"):
        joined(kind(steps.worked_with, "referrals"), kind(steps.worked_with, "periods_of_care"))


def test_a_family_gives_each_name_the_same_reader() -> None:
    found = family(steps.step_taken, ["manager_check", "fgm_known"], "steps_taken")
    assert {one.read for one in found.values()} == {steps.step_taken}
    assert all(one.of_family for one in found.values())


def test_of_a_child_only_what_is_owed_because_of_a_death_outlives_the_child() -> None:
    of_child = {one.starts for one in CLOCKS if one.subject_kind == "child"}
    outliving = {name for name, one in SPELLS.items() if one.outlives}
    assert of_child & outliving == {"serious_incident", "rapid_review_owed"}
