"""Everybody has their own feeds alone, and what a feed says is a function of the owner's."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard_by
from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Guards the table and applies sql/feed.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("diary", "0001_feeds"), ("access", "0010_covering")]
    operations: ClassVar[list[Operation]] = [
        guard_by("calendar_feeds", sees="user_id = access_viewer()"),
        sql_file(SQL / "feed.sql"),
    ]
