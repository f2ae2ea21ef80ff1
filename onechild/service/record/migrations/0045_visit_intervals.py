"""Stricter visit intervals, set for one child under a plan."""

import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models

from onechild.service.record.operations import kept_with_history


class Migration(migrations.Migration):
    """One table, its history and views; the desk's migration guards it."""

    dependencies = [
        ("record", "0040_diary"),
    ]

    operations = [
        migrations.CreateModel(
            name="VisitInterval",
            fields=[
                ("recorded_on", models.DateField(blank=True, null=True)),
                ("source", models.TextField(blank=True, null=True)),
                ("source_row", models.TextField(blank=True, null=True)),
                ("gone_at", models.DateTimeField(blank=True, null=True)),
                ("edit_version", models.IntegerField(db_default=1)),
                (
                    "change_set_id",
                    models.BigIntegerField(db_default=onechild.service.record.models.row.ChangeSetInForce()),
                ),
                ("restricted", onechild.service.record.models.fields.CodeField("restriction", blank=True, null=True)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_recorded_on", models.DateField(blank=True, null=True)),
                (
                    "visit_interval_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("every_days", models.BigIntegerField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, null=True)),
                (
                    "child",
                    models.ForeignKey(
                        db_column="child_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "child_in_need_plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.childinneedplan",
                    ),
                ),
                (
                    "child_protection_plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.childprotectionplan",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.sourcesystem",
                    ),
                ),
            ],
            options={
                "db_table": "visit_intervals",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="visitinterval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="visitinterval_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visitinterval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    models.Q(("child_in_need_plan__isnull", True), ("child_protection_plan__isnull", False)),
                    models.Q(("child_in_need_plan__isnull", False), ("child_protection_plan__isnull", True)),
                    _connector="OR",
                ),
                name="visit_interval_of_one_plan",
                violation_error_message="It is set under one plan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="visitinterval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    models.Q(("every_days__gte", 1), ("every_days__isnull", False)),
                    _connector="OR",
                ),
                name="visit_interval_of_days",
                violation_error_message="It is one day at least.",
            ),
        ),
        *kept_with_history(["visit_intervals"]),
    ]
