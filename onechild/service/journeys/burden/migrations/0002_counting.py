"""The web reads the counts, and adds to them by one function alone."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import open_to_web
from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Grants, then sql/counting.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("burden", "0001_counts"), ("access", "0013_work_of_children")]
    operations: ClassVar[list[Operation]] = [
        open_to_web("form_months", grants="SELECT"),
        open_to_web("question_months", grants="SELECT"),
        sql_file(SQL / "counting.sql"),
    ]
