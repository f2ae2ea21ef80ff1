"""How many children a viewer's Annex A leaves out, because their records are not theirs to open."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/annex_a.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("exchange", "0011_queue"),
        ("access", "0011_whose_duties"),
        ("record", "0063_new_facts"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "annex_a.sql")]
