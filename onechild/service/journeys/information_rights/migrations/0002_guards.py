"""The tables of information rights are seen as their child is; erasing is a function of the owner's."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard, guard_by
from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"
OF_CHILD = ("rights_subject_access", "rights_pauses", "rights_decisions", "rights_disclosures", "rights_rectifications")


class Migration(migrations.Migration):
    """Applies sql/erase.sql and guards each table."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("information_rights", "0001_tables"),
        ("access", "0004_guard_record"),
    ]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "erase.sql"),
        *(guard(table) for table in (*OF_CHILD, "rights_holds")),
        guard_by("rights_erasures", sees="access_may('information_rights')"),
    ]
