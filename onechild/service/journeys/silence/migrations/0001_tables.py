"""The list of what has not happened, and what is put aside for a time."""

import datetime
import django.db.models.deletion
import django.db.models.expressions
import onechild.service.record.models.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables; their policies come after."""

    initial = True

    dependencies = [
        ("record", "0031_every_clock"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Silence",
            fields=[
                ("silence_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("check_key", onechild.service.record.models.fields.KeyField()),
                ("row_id", onechild.service.record.models.fields.KeyField()),
                ("since_on", models.DateField()),
                ("detail", models.TextField(null=True)),
                ("found_on", models.DateField()),
                ("gone_on", models.DateField(null=True)),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
                    ),
                ),
            ],
            options={
                "db_table": "silences",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gone_on__isnull", True)),
                        fields=("child", "check_key", "row_id"),
                        name="silence_found_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Snooze",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("check_key", onechild.service.record.models.fields.KeyField()),
                ("row_id", onechild.service.record.models.fields.KeyField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("reason", models.TextField()),
                ("made_by_name", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_by_name", models.TextField(blank=True, default="")),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "snoozes",
                "indexes": [models.Index(fields=["child", "check_key", "row_id"], name="snoozes_of_a_silence")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="snooze_has_a_reason",
                        violation_error_message="Say why it can wait.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__gt", models.F("from_on")),
                            (
                                "until_on__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("from_on"), "+", models.Value(datetime.timedelta(days=92))
                                ),
                            ),
                        ),
                        name="snooze_three_months_at_most",
                        violation_error_message="It can be put aside for three months at most.",
                    ),
                ],
            },
        ),
    ]
