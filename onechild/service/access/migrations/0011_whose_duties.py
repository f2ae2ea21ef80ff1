"""Duties about workers are for those who supervise them; those about households for whoever works with children."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import SQL
from onechild.service.record.operations import sql_file


class Migration(migrations.Migration):
    """Applies sql/whose_duties.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0010_covering")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "whose_duties.sql")]
