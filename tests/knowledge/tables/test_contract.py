"""The contract holds together: every column says something, every code set and every reference is there."""

import pytest

from onechild.knowledge.codesets import all_codesets
from onechild.knowledge.tables.contract import SUBJECTS, TABLES
from onechild.knowledge.tables.model import Kind, Shape, Table

EVERY = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def test_no_two_tables_share_a_name() -> None:
    assert sum(len(tables) for tables in SUBJECTS.values()) == len(TABLES)


@EVERY
def test_a_tables_key_is_its_first_and_required_column(table: Table) -> None:
    assert table.columns[0].name == table.key
    assert table.columns[0].required


@EVERY
def test_no_two_columns_share_a_name(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)


@EVERY
def test_every_table_and_column_says_what_it_is_in_a_sentence(table: Table) -> None:
    sentences = [table.says, *(column.says for column in table.columns)]
    assert [words for words in sentences if not words.endswith(".") or not words[0].isupper()] == []


@EVERY
def test_every_code_set_of_a_column_is_there(table: Table) -> None:
    assert [column.codes for column in table.columns if column.codes and column.codes not in all_codesets()] == []


@EVERY
def test_a_code_column_and_only_a_code_column_has_a_code_set(table: Table) -> None:
    assert [column.name for column in table.columns if (column.kind is Kind.CODE) != bool(column.codes)] == []


@EVERY
def test_every_reference_is_to_a_table_of_the_contract(table: Table) -> None:
    assert [column.refers for column in table.columns if column.refers and column.refers not in TABLES] == []


@EVERY
def test_every_table_carries_where_its_rows_came_from(table: Table) -> None:
    assert {"recorded_on", "source", "source_row"} <= set(table.names)


@EVERY
def test_every_table_of_a_child_can_be_restricted(table: Table) -> None:
    assert not table.of_child or "restricted" in table.names


@EVERY
def test_a_spell_has_both_ends_and_when_each_was_recorded(table: Table) -> None:
    ends = {"started_on", "ended_on", "recorded_on", "end_recorded_on"}
    assert table.shape is not Shape.SPELL or ends <= set(table.names)


@EVERY
def test_an_event_has_its_day(table: Table) -> None:
    assert table.shape is not Shape.EVENT or "happened_on" in table.names


def test_names_numbers_and_addresses_of_people_stand_in_tables_of_their_own() -> None:
    telling = {"forename", "surname", "postcode", "lines", "name", "registration_number", "staff_number"}
    holders = {table.name for table in TABLES.values() if telling & set(table.names)} - {"teams", "school_terms"}
    assert holders == {table.name for table in TABLES.values() if table.personal} - {"identifiers", "quarantine"}
