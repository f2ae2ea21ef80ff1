"""Reserved for one room of the work; empty until the room needs it."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0073_room_f_protection")]
    operations: ClassVar[list[Operation]] = []
