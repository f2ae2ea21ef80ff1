"""Guards what schools say of a child, and the decisions that match one with a placement."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard


class Migration(migrations.Migration):
    """A row is seen by whoever may see its child."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0011_whose_duties"), ("record", "0063_new_facts")]
    operations: ClassVar[list[Operation]] = [guard("matching_decisions"), guard("school_results")]
