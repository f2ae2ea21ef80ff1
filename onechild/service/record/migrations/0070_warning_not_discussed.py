"""A warning may stand before it was discussed with a manager, who is named once somebody oversees the work."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.models.fields import reference


class Migration(migrations.Migration):
    """Two columns of the warnings may be empty."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0069_support_columns")]
    operations: ClassVar[list[Operation]] = [
        migrations.AlterField("warningnote", "manager", reference("Worker")),
        migrations.AlterField("warningnote", "discussed_on", models.DateField(blank=True, null=True)),
    ]
