"""Guards what is noted about a relationship, and paragraphs of letters anew, since each may name another child."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard


class Migration(migrations.Migration):
    """A row is seen by whoever may see its child, and know of the other child that it names."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0013_work_of_children"),
        ("record", "0073_people_and_letters"),
    ]
    operations: ClassVar[list[Operation]] = [guard("relationship_notes"), guard("letter_parts")]
