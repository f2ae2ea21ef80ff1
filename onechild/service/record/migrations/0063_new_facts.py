"""What the measures ask for besides: two tables, and columns of four."""

import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models

from onechild.service.record.operations import SQL, kept_with_history, sql_file

NEW = ("matching_decisions", "school_results")
WIDER = ("allegations", "audits", "edge_of_care_episodes", "placements")


class Migration(migrations.Migration):
    """Tables and columns, their history and views, then sql/new_facts.sql; access guards the tables."""

    dependencies = [
        ("record", "0062_due_moments"),
    ]

    operations = [
        migrations.AddField(
            model_name="allegation",
            name="sector",
            field=onechild.service.record.models.fields.CodeField("allegation_sector", blank=True, null=True),
        ),
        migrations.AddField(
            model_name="audit",
            name="theme",
            field=onechild.service.record.models.fields.CodeField("audit_theme", blank=True, null=True),
        ),
        migrations.AddField(
            model_name="edgeofcareepisode",
            name="at_risk_of_care",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="edgeofcareepisode",
            name="likely_placement",
            field=onechild.service.record.models.fields.CodeField("placement_type", blank=True, null=True),
        ),
        migrations.AddField(
            model_name="edgeofcareepisode",
            name="panel_confirmed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="registration",
            field=onechild.service.record.models.fields.CodeField("registration", blank=True, null=True),
        ),
        migrations.CreateModel(
            name="MatchingDecision",
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
                ("happened_on", models.DateField()),
                (
                    "matching_decision_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("ethnicity_met", models.BooleanField(blank=True, null=True)),
                ("language_met", models.BooleanField(blank=True, null=True)),
                ("religion_met", models.BooleanField(blank=True, null=True)),
                ("cultural_plan", models.BooleanField(blank=True, null=True)),
                ("long_term", models.BooleanField(blank=True, null=True)),
                ("reasons", models.TextField(blank=True, null=True)),
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
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.worker",
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
                (
                    "placement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.placement",
                    ),
                ),
            ],
            options={
                "db_table": "matching_decisions",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SchoolResult",
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
                ("happened_on", models.DateField()),
                (
                    "school_result_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("sessions_possible", models.BigIntegerField(blank=True, null=True)),
                ("sessions_missed", models.BigIntegerField(blank=True, null=True)),
                ("attainment_8", models.FloatField(blank=True, null=True)),
                ("matched", models.BooleanField(blank=True, null=True)),
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
                "db_table": "school_results",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        *kept_with_history((*NEW, *WIDER)),
        sql_file(SQL / "new_facts.sql"),
    ]
