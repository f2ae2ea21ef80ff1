"""The record's tables keep the contract: the same columns, of the same kinds, with the same code sets."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind, Table
from onechild.service.record.models.fields import CodeField
from onechild.service.record.models.row import RecordRow

KINDS: dict[Kind, type[models.Field]] = {
    Kind.CODE: CodeField,
    Kind.DATE: models.DateField,
    Kind.INSTANT: models.DateTimeField,
    Kind.INTEGER: models.BigIntegerField,
    Kind.NUMBER: models.FloatField,
    Kind.YES_NO: models.BooleanField,
}
OWN = {"origin_id", "gone_at", "edit_version", "change_set_id"}
OWN_OF_CHILDREN = {"la_child_id", "linked_to_id", "keep_until", "legal_hold"}
MODELS = {
    model._meta.db_table: model for model in apps.get_app_config("record").get_models() if issubclass(model, RecordRow)
}


# Of OneChild alone, beside what sources send.
# The work itself, from the front door to a plan: what returns and figures do not read.
WORK = (
    "adult_contacts adult_history_openings assessment_works case_notes closures conference_arrangements "
    "decision_challenges decisions delay_causes document_contents documents enquiry_notes history_answers "
    "homeless_choices intake_adults intake_children intake_moves intakes interview_notes letter_parts "
    "letter_recipients letters meeting_notes meeting_people need_plan_notes out_of_hours_holders "
    "oversights partner_checks pathway_entries pathways plan_actions plan_outcomes protective_orders "
    "relationship_notes second_looks significant_marks step_downs strategy_notes watch_readings watches "
    "work_steps"
)
# Sharing work out and following it through.
SHARING = (
    "academy_cohorts academy_places allocation_moves allocation_plan_lines allocation_plans assessed_year_notes "
    "caseload_exceptions direction_steps employment_notes escalation_steps escalations handovers "
    "personal_supervisions practice_observations supervision_notes supervision_readings supervision_sessions "
    "transfer_requests worker_details worker_facts worker_limits workforce_targets"
)
OUR_OWN = {
    "warnings",
    "visit_notes",
    "child_details",
    "diary_entries",
    "covers",
    "late_reasons",
    *WORK.split(),
    *SHARING.split(),
}


def test_the_record_has_a_table_for_each_of_the_contract_and_those_of_our_own() -> None:
    assert set(MODELS) == set(TABLES) | OUR_OWN


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_has_the_columns_of_the_contract_and_those_of_every_row(table: Table) -> None:
    columns = {field.column for field in MODELS[table.name]._meta.concrete_fields}
    assert columns == {*table.names, *OWN, *(OWN_OF_CHILDREN if table.name == "children" else ())}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param(table, column, id=f"{table.name}.{column.name}")
        for table in TABLES.values()
        for column in table.columns
    ],
)
def test_a_column_is_of_the_contracts_kind(table: Table, column: Column) -> None:
    field = next(field for field in MODELS[table.name]._meta.concrete_fields if field.column == column.name)
    assert isinstance(field, KINDS.get(column.kind, (models.TextField, models.ForeignKey)))
    assert getattr(field, "codes", None) == column.codes
    assert field.null is not column.required
    if column.refers:
        assert field.remote_field.model._meta.db_table == column.refers


@pytest.mark.django_db
def test_each_table_keeps_history_under_the_same_columns() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c WHERE c.table_schema = 'public' "
            "AND c.table_name = ANY(%s) EXCEPT SELECT h.table_name, h.column_name FROM information_schema.columns h "
            "WHERE h.table_schema = 'history'",
            [list(TABLES)],
        )
        assert cursor.fetchall() == []


@pytest.mark.django_db
@pytest.mark.parametrize("schema", ["contract", "known"])
def test_each_view_has_the_contracts_columns_in_their_order(schema: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) "
            "FROM information_schema.columns WHERE table_schema = %s GROUP BY table_name",
            [schema],
        )
        assert dict(cursor.fetchall()) == {name: list(table.names) for name, table in TABLES.items()}
