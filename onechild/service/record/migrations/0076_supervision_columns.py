"""What supervision keeps besides: whether the worker agrees, what came of earlier promises, the supervisor's answer."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Six columns, and their history."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0075_allocation_taken_over")]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField("supervisionsession", "worker_agrees", models.BooleanField(blank=True, null=True)),
        migrations.AddField("personalsupervision", "worker_words", models.TextField(blank=True, db_default="")),
        migrations.AddField("supervisionnote", "promised", models.TextField(blank=True, db_default="")),
        migrations.AddField("supervisionnote", "later", models.BooleanField(default=False, db_default=False)),
        migrations.AddField("supervisionreading", "answer", models.TextField(blank=True, db_default="")),
        migrations.AddField("supervisionreading", "answered_on", models.DateField(blank=True, null=True)),
        sql_file(SQL / "supervision_columns.sql"),
    ]
