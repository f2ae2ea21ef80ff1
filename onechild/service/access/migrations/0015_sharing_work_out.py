"""Guards the tables of sharing work out and following it through, counts loads, and writes down who may do it."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard, roles_as_written
from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"

OF_A_CHILD = (
    "allocation_moves",
    "allocation_plan_lines",
    "caseload_exceptions",
    "direction_steps",
    "escalation_steps",
    "escalations",
    "handovers",
    "supervision_notes",
    "supervision_readings",
    "transfer_requests",
)


class Migration(migrations.Migration):
    """A row of a child is seen by whoever may see the child; others by sql/guarding_sharing.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0014_restrict_at_once"),
        ("record", "0074_sharing_work_out"),
    ]
    operations: ClassVar[list[Operation]] = [
        *(guard(table) for table in OF_A_CHILD),
        sql_file(SQL / "guarding_sharing.sql"),
        sql_file(SQL / "worker_loads.sql"),
        roles_as_written("ed642c9cdcce"),
    ]
