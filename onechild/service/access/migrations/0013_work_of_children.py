"""Guards the tables of the work itself, from the front door to a plan, and writes down who may do it."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import SQL, guard, roles_as_written
from onechild.service.record.operations import sql_file

OF_A_CHILD = (
    "adult_history_openings",
    "assessment_works",
    "case_notes",
    "closures",
    "conference_arrangements",
    "decision_challenges",
    "decisions",
    "delay_causes",
    "document_contents",
    "documents",
    "enquiry_notes",
    "history_answers",
    "homeless_choices",
    "interview_notes",
    "letter_parts",
    "letter_recipients",
    "letters",
    "meeting_notes",
    "meeting_people",
    "need_plan_notes",
    "oversights",
    "pathway_entries",
    "pathways",
    "plan_actions",
    "plan_outcomes",
    "protective_orders",
    "second_looks",
    "significant_marks",
    "step_downs",
    "strategy_notes",
    "watch_readings",
    "watches",
    "work_steps",
)


class Migration(migrations.Migration):
    """A row is seen by whoever may see its child; contacts by rules of their own (sql/guarding_work.sql)."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0012_guard_new_facts"),
        ("record", "0067_work_of_children"),
    ]
    operations: ClassVar[list[Operation]] = [
        *(guard(table) for table in OF_A_CHILD),
        sql_file(SQL / "guarding_work.sql"),
        roles_as_written("23ab7af10a43"),
    ]
