"""Headings are matched in the spellings that real files give them."""

from __future__ import annotations

import pytest

from onechild.knowledge.formats.tabular.headings import bare, match
from onechild.knowledge.formats.tabular.layout import Field

FIELDS = (Field("seen", "Was the Child Seen Alone?"), Field("ended", "End Date", ("Date ended",)))


@pytest.mark.parametrize(
    "written",
    [
        "was the child seen alone",
        "Was  child seen alone ?",
        "WAS THE CHILD SEEN ALONE (Y/N)",
        "Was\nchild seen alone",
    ],
)
def test_spelling_of_a_heading_is_passed_over(written: str) -> None:
    assert match([written], FIELDS).columns == {"seen": 0}


def test_typographic_and_plain_apostrophes_are_the_same() -> None:
    assert bare("Child’s Legal Status") == bare("Child's legal status")


def test_another_name_is_found_and_what_is_neither_is_extra() -> None:
    found = match(["Date Ended", "Ward", ""], FIELDS)
    assert (found.columns, found.extra, [one.name for one in found.missing]) == ({"ended": 0}, (1,), ["seen"])


def test_heading_that_stands_twice_is_taken_once() -> None:
    assert match(["End date", "END DATE"], FIELDS).extra == (1,)
