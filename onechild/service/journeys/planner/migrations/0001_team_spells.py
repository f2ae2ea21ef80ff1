"""How long children were with each team, as days without a child: what demand is estimated from."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/team_spells.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0015_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "team_spells.sql")]
