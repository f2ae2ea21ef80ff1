"""What an address of the explorer asks for: one address a view, and a sentence for everything not understood."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from onechild.service.desk.explorer.asked import Asked, NotUnderstood, asked

FULL = "council=821&measure=rereferral&from=2016&to=2025"


def _asked(text: str) -> Asked:
    return asked(QueryDict(text))


def _faults(text: str) -> dict[str, str]:
    with pytest.raises(NotUnderstood) as fault:
        _asked(text)
    return dict(fault.value.faults)


def test_a_council_and_a_measure_are_enough_and_the_address_says_the_years() -> None:
    assert _asked("council=821&measure=rereferral").query == FULL


def test_the_order_of_an_address_and_what_is_left_empty_make_no_other_view() -> None:
    assert _asked("to=2025&measure=rereferral&measure=&other=&council=821&from=").query == FULL


def test_all_ten_neighbours_ticked_is_the_same_as_none() -> None:
    ten = "&".join(f"neighbour={one.code}" for one in _asked(FULL).neighbours)
    assert _asked(f"{FULL}&{ten}").query == FULL


def test_neighbours_picked_stand_in_the_address_nearest_first() -> None:
    found = _asked(f"{FULL}&neighbour=874&neighbour=871")
    assert [one.name for one in found.neighbours] == ["Slough", "Peterborough"]
    assert "neighbour=871&neighbour=874" in found.query


def test_a_council_named_beside_itself_is_left_out() -> None:
    assert _asked(f"{FULL}&other=821").others == ()


def test_years_outside_the_figures_are_those_there_are() -> None:
    found = _asked("council=821&measure=rereferral&from=1900&to=2999")
    assert (found.first, found.last) == (2016, 2025)


def test_nothing_chosen_says_what_to_choose() -> None:
    assert _faults("") == {"council": "Choose a council", "measure": "Choose a measure"}


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("council=999&measure=rereferral", "council", "No council in England has the code “999”"),
        ("council=970&measure=rereferral", "council", "No council in England has the code “970”"),
        ("council=909&measure=rereferral", "council", "Choose Cumberland and Westmorland and Furness"),
        ("council=821&measure=nothing", "measure", "No published measure is called “nothing”"),
        ("council=821&measure=lac&measure=cin&measure=lacnum&measure=cpp-num&measure=rereferral", "measure", "4"),
        (f"{FULL}&neighbour=302", "neighbour", "“302” is no statistical neighbour"),
        (f"{FULL}&other=301&other=302&other=303", "other", "no more than 2"),
        ("council=821&measure=rereferral&from=20x", "from", "“20x” is not a year"),
        ("council=821&measure=rereferral&from=2024&to=2018", "from", "a first year before the last"),
        ("council=821&measure=rereferral&to=²⁰²⁵", "to", "is not a year"),
    ],
)
def test_what_can_not_be_shown_is_said_in_a_sentence(text: str, field: str, words: str) -> None:
    assert words in _faults(text)[field]
