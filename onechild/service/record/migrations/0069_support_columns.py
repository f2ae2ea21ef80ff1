"""What a child in need plan says before it begins, and what a child says of a step down."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Five columns, and their history."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0068_intakes_erased")]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField("needplannote", "begins_on", models.DateField(blank=True, null=True)),
        migrations.AddField("needplannote", "visit_every_days", models.IntegerField(blank=True, null=True)),
        migrations.AddField("needplannote", "short_package", models.BooleanField(blank=True, null=True)),
        migrations.AddField(
            "needplannote",
            "referral",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="record.referral",
            ),
        ),
        migrations.AddField("stepdown", "childs_voice", models.TextField(blank=True, db_default="")),
        sql_file(SQL / "need_plan_columns.sql"),
    ]
