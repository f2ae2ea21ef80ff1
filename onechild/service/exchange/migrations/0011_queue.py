"""The web may hand jobs to the job process."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/queue.sql, once the tables of the queue are there."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("exchange", "0010_pages"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "queue.sql")]
