"""Reserved for what supervision needs besides; empty until then."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0075_room_allocation")]
    operations: ClassVar[list[Operation]] = []
