"""What a search looks in, and the search itself."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard
from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """The table of terms is a child's record too, so it is guarded, though the web's role is granted nothing on it."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("desk", "0001_lists")]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "search_terms.sql"),
        guard("search_terms", grants="SELECT"),
        sql_file(SQL / "search.sql"),
    ]
