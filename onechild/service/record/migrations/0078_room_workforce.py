"""Reserved for what workforce needs besides; empty until then."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0077_room_promises")]
    operations: ClassVar[list[Operation]] = []
