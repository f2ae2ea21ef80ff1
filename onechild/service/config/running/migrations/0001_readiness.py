"""Lets the web's role ask whether all is well."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file


class Migration(migrations.Migration):
    """Applies sql/readiness.sql."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0003_visible"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(Path(__file__).parent.parent / "sql" / "readiness.sql")]
