"""The drawing of a family: every person once, no box or line over another, and a list that agrees."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.service.govuk.charts import safe_drawing
from onechild.service.journeys.people.network.drawing import draw
from onechild.service.journeys.people.network.layout import (
    NARROW,
    ROW_OF,
    WIDE,
    Layout,
    Shape,
    Somebody,
    in_order,
    lay_out,
)
from onechild.service.journeys.people.network.page import listed

CHILD = Somebody(key="child", name="Pip Ames", relation="", relation_words="The child", is_child=True, lives_with=True)
relations = st.sampled_from([*ROW_OF, "friend", "other", "professional"])
people = st.lists(
    st.builds(
        lambda relation, home, ended: Somebody(
            key="", name="Somebody", relation=relation, relation_words=relation, lives_with=home, ended=ended
        ),
        relations,
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)
shapes = st.sampled_from([WIDE, NARROW])


def overlap(layout: Layout) -> list[tuple[object, object]]:
    """Pairs of boxes that lie over one another."""
    shape = layout.shape
    return [
        (one, other)
        for one, other in combinations(layout.places, 2)
        if abs(one.left - other.left) < shape.box_width and abs(one.top - other.top) < shape.box_height
    ]


def crossings(layout: Layout) -> list[object]:
    """Stretches of lines that run through the inside of a box."""
    shape = layout.shape
    return [
        (start, end, place.who.key)
        for points, _ in layout.lines
        for start, end in pairwise(points)
        for place in layout.places
        if max(start[0], end[0]) > place.left
        and min(start[0], end[0]) < place.left + shape.box_width
        and max(start[1], end[1]) > place.top
        and min(start[1], end[1]) < place.top + shape.box_height
    ]


@settings(max_examples=200, deadline=None)
@given(people, shapes)
def test_up_to_forty_people_stand_once_each_with_no_box_or_line_over_another(
    found: list[Somebody], shape: Shape
) -> None:
    layout = lay_out([CHILD, *found], shape)
    assert len(layout.places) == len(found) + 1
    assert overlap(layout) == []
    assert crossings(layout) == []
    assert all(place.left >= 0 and place.left + shape.box_width <= shape.width for place in layout.places)
    assert all(place.top + shape.box_height <= layout.height for place in layout.places)


def test_the_child_stands_in_the_middle_with_those_at_home_beside() -> None:
    row = dict(
        in_order(
            [
                Somebody(key="away", name="Away", relation="sibling", relation_words="Sister"),
                CHILD,
                Somebody(key="one", name="One", relation="sibling", relation_words="Brother", lives_with=True),
                Somebody(key="two", name="Two", relation="sibling", relation_words="Brother", lives_with=True),
            ]
        )
    )["Brothers, sisters and the child"]
    assert [who.key for who in row] == ["one", "child", "two", "away"]


def test_a_past_parent_is_joined_by_a_dashed_line_and_a_present_one_by_a_whole_one() -> None:
    mother = Somebody(key="m", name="Dana", relation="mother", relation_words="Mother", sex="F")
    father = Somebody(key="f", name="Cole", relation="father", relation_words="Father", sex="M", ended=True)
    layout = lay_out([CHILD, mother, father], WIDE)
    assert sorted(past for _, past in layout.lines) == [False, True]
    assert 'stroke-dasharray="5 4"' in draw(layout, title="Pip", name="x")


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_all_that_the_drawing_says_the_list_says_too_and_a_strict_policy_takes_it(shape: Shape) -> None:
    who = Somebody(
        key="m", name="Dana Ames", relation="mother", relation_words="Mother", sex="F", age="31", lives_with=True,
        marks=("Parental responsibility", "Warning"),
    )  # fmt: skip
    drawn = str(safe_drawing(draw(lay_out([CHILD, who], shape), title="Pip <Ames>", name="x")))
    assert "Pip &lt;Ames&gt;" in drawn
    assert all(words in drawn for words in ("Dana Ames", "Mother, 31", "Parental", "Warning"))
    assert listed(who).words == "Mother, 31, female, lives with the child, parental responsibility, warning"
