"""Warnings, what OneChild's own users say about a child, and the notes of visits: tables of the record's own."""

import datetime
from typing import ClassVar

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.manager
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import onechild.service.record.models.fields
import onechild.service.record.models.row
from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Three tables, then sql/warnings.sql: their history, and how versions are read back."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0003_history")]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="ChildDetails",
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
                (
                    "details_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("pronouns", models.TextField(blank=True, db_default="")),
                ("gender", onechild.service.record.models.fields.CodeField("ssd_gender", blank=True, db_default="")),
                ("gender_words", models.TextField(blank=True, db_default="")),
                ("first_language", models.TextField(blank=True, db_default="")),
                ("interpreter", models.TextField(blank=True, db_default="")),
                ("nationality", models.TextField(blank=True, db_default="")),
                ("ethnicity", onechild.service.record.models.fields.CodeField("ethnicity", blank=True, db_default="")),
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
                "db_table": "child_details",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gone_at__isnull", True)), fields=("child",), name="child_details_once"
                    )
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="VisitNote",
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
                (
                    "visit_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "place",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("home", "At home"),
                            ("placement", "Where the child is placed"),
                            ("school", "At school or nursery"),
                            ("hospital", "In hospital"),
                            ("out", "Out, such as a park or a café"),
                            ("office", "At one of our offices"),
                            ("elsewhere", "Somewhere else"),
                        ],
                        db_default="",
                    ),
                ),
                ("childs_words", models.TextField(blank=True, db_default="")),
                ("words", models.TextField(blank=True, db_default="")),
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
                (
                    "visit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.visit",
                    ),
                ),
            ],
            options={
                "db_table": "visit_notes",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gone_at__isnull", True)), fields=("visit",), name="visit_note_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("place__in", ["", "home", "placement", "school", "hospital", "out", "office", "elsewhere"])
                        ),
                        name="visit_note_known_place",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="WarningNote",
            fields=[
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
                    "warning_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("risky_adult", "An adult who may be a risk to children"),
                            ("do_not_disclose", "Do not disclose"),
                            ("contact_arrangement", "Who may see the child, and how"),
                            ("risk_to_worker", "Risk to a worker"),
                            ("risk_at_home", "Risk at the home"),
                            ("harm_outside_home", "Harm outside the home"),
                            ("domestic_abuse_conference", "Known to the domestic abuse conference (MARAC)"),
                            ("protection_order", "A court order protects somebody"),
                            ("safeguarding_agreement", "Safeguarding agreement"),
                            ("restricted_file", "Part of the file is restricted"),
                            ("duplicate_file", "There is another file about this child"),
                        ]
                    ),
                ),
                ("words", models.TextField()),
                ("review_by", models.DateField()),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("reviewed_words", models.TextField(blank=True, db_default="")),
                ("told", models.BooleanField()),
                ("told_on", models.DateField(blank=True, null=True)),
                ("told_how", models.TextField(blank=True, db_default="")),
                ("not_told_reason", models.TextField(blank=True, db_default="")),
                ("discussed_on", models.DateField()),
                ("end_reason", models.TextField(blank=True, db_default="")),
                ("recorded_on", models.DateField()),
                (
                    "adult",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.adult",
                    ),
                ),
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
                    "manager",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
            ],
            options={
                "db_table": "warnings",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("origin__isnull", False),
                            ("ended_on__isnull", True),
                            ("ended_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="warningnote_ends_after_it_starts",
                        violation_error_message="It can't end before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "risky_adult",
                                    "do_not_disclose",
                                    "contact_arrangement",
                                    "risk_to_worker",
                                    "risk_at_home",
                                    "harm_outside_home",
                                    "domestic_abuse_conference",
                                    "protection_order",
                                    "safeguarding_agreement",
                                    "restricted_file",
                                    "duplicate_file",
                                ],
                            )
                        ),
                        name="warning_known_kind",
                        violation_error_message="Choose what the warning is about.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_on__lte", models.F("recorded_on")), ("discussed_on__lte", models.F("recorded_on"))
                        ),
                        name="warning_starts_by_when_written",
                        violation_error_message="A warning can't start, or have been discussed, on a day to come.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_by__gt", models.F("started_on")),
                            (
                                "review_by__lte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("reviewed_on"), models.F("recorded_on")
                                    ),
                                    "+",
                                    models.Value(datetime.timedelta(days=366)),
                                ),
                            ),
                        ),
                        name="warning_review_within_a_year",
                        violation_error_message="It must be reviewed within a year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told", True), ("told_on__isnull", False)),
                            models.Q(("told", False), models.Q(("not_told_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="warning_told_or_why_not",
                        violation_error_message="Say when the person was told, or why not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True), models.Q(("end_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="warning_end_has_a_reason",
                        violation_error_message="Say why the warning ends.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        sql_file(SQL / "warnings.sql"),
    ]
