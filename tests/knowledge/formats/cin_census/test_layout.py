"""The layout as data: every element has a home, or a reason why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onechild.knowledge.formats.cin_census.layout import NOT_CARRIED, PARTS
from onechild.knowledge.tables.contract import TABLES

CONTAINERS = {"Message", "Header", "CollectionDetails", "Source", "Children"}


def leaves() -> set[str]:
    return {leaf.element for part in PARTS for leaf in part.leaves} | {part.element for part in PARTS if part.text}


def test_every_leaf_goes_to_a_column_of_the_contract() -> None:
    homes = [(leaf.table or part.table, leaf.column) for part in PARTS for leaf in part.leaves]
    homes += [(part.table, part.text) for part in PARTS if part.text]
    numbers = {"upn", "former_upn"}
    assert [home for home in homes if home[1] not in numbers and home[1] not in TABLES[home[0]].names] == []


def test_every_parent_comes_before_the_parts_inside_it() -> None:
    seen: set[str] = {""}
    for part in PARTS:
        assert part.parent in seen
        seen.add(part.element)


def test_every_element_of_the_published_tree_is_read_or_said_to_be_passed_over(project_root: Path) -> None:
    reference = project_root.parent / "shared" / "reference" / "cin_census.md"
    if not reference.is_file():
        pytest.skip("the reference is not at hand: ../shared/reference")
    tree = reference.read_text(encoding="utf-8").split("```")[1]
    published = set(re.findall(r"([A-Z][A-Za-z0-9]{2,})(?= [1?*+]| \||$)", tree, re.MULTILINE)) | {"LEA", "Year", "UPN"}
    passed_over = {element for _, element in NOT_CARRIED}
    parts = {part.element for part in PARTS} | {container for part in PARTS for container in part.inside}
    assert published - leaves() - passed_over - parts - CONTAINERS - {"CIN"} == set()
