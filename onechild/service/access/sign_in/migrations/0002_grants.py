"""What the web's role may do with the tables of signing in, and the counting of rates."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.db import migrations

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("sign_in", "0001_initial"),
        ("axes", "0010_accessattemptexpiration"),
        ("record", "0001_foundation"),
    ]
    operations: ClassVar[list[migrations.RunSQL]] = [sql_file(SQL / "rates.sql"), sql_file(SQL / "grants.sql")]
