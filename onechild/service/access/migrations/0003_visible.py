"""Who may see which child, the policies that hold it, the access log's own guard, and the roles written down."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import SQL, roles_as_written
from onechild.service.record.operations import sql_file


class Migration(migrations.Migration):
    """Applies the files of sql/ in the order in which one needs another."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0002_roles_and_restrictions"),
        ("record", "0003_history"),
        ("axes", "0010_accessattemptexpiration"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "reach.sql"),
        sql_file(SQL / "asking.sql"),
        sql_file(SQL / "guarding.sql"),
        sql_file(SQL / "log.sql"),
        sql_file(SQL / "own_tables.sql"),
        roles_as_written("a9aa9b4b4db0"),
    ]
