"""The diary, cover for whoever is away, and the reasons for lateness: tables of the record's own."""

import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Three tables, then sql/diary.sql: their history, and what pages ask of them."""

    dependencies = [
        ("record", "0031_every_clock"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cover",
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
                    "cover_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.TextField()),
                ("given_by", models.TextField()),
                ("end_reason", models.TextField(blank=True, db_default="")),
                (
                    "by_worker",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.worker",
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
                    "worker",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.worker",
                    ),
                ),
            ],
            options={
                "db_table": "covers",
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
                        name="cover_ends_after_it_starts",
                        violation_error_message="It can't end before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__isnull", False)),
                        name="cover_has_a_last_day",
                        violation_error_message="Say until when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by_worker", models.F("worker")), _negated=True),
                        name="cover_is_by_another",
                        violation_error_message="Somebody else must cover.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="cover_has_a_reason",
                        violation_error_message="Say why.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DiaryEntry",
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
                (
                    "entry_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("round_id", onechild.service.record.models.fields.KeyField()),
                ("kind", models.TextField(choices=[("visit", "Visit"), ("meeting", "Meeting")])),
                ("purpose", onechild.service.record.models.fields.CodeField("visit_purpose", blank=True, null=True)),
                ("planned_on", models.DateField()),
                ("starts_at", models.TimeField(blank=True, null=True)),
                ("minutes", models.IntegerField(blank=True, null=True)),
                ("place", models.TextField(blank=True, db_default="")),
                ("made_by", models.TextField()),
                ("moved_reason", models.TextField(blank=True, db_default="")),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("cancelled_reason", models.TextField(blank=True, db_default="")),
                ("recorded_on", models.DateField()),
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
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.visit",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.worker",
                    ),
                ),
            ],
            options={
                "db_table": "diary_entries",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["visit", "meeting"])),
                        name="diary_entry_known_kind",
                        violation_error_message="Say whether it is a visit or a meeting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "meeting"), ("purpose__isnull", False), _connector="OR"),
                        name="diary_entry_visit_has_a_purpose",
                        violation_error_message="Say what the visit is for.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes__isnull", True),
                            models.Q(("minutes__gte", 5), ("minutes__lte", 1440)),
                            _connector="OR",
                        ),
                        name="diary_entry_minutes_of_a_day",
                        violation_error_message="It takes between 5 minutes and a day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_on__isnull", True),
                            models.Q(("cancelled_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="diary_entry_cancelled_with_a_reason",
                        violation_error_message="Say why it is cancelled.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LateReason",
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
                (
                    "late_reason_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("clock", onechild.service.record.models.fields.KeyField()),
                ("spell_id", onechild.service.record.models.fields.KeyField()),
                ("sequence", models.BigIntegerField()),
                ("due_on", models.DateField()),
                ("reason", onechild.service.record.models.fields.CodeField("lateness_reason")),
                ("words", models.TextField()),
                ("given_by", models.TextField()),
                ("given_at", models.DateTimeField()),
                ("recorded_on", models.DateField()),
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
                "db_table": "late_reasons",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gone_at__isnull", True)),
                        fields=("child", "clock", "spell_id", "due_on"),
                        name="late_reason_given_once",
                        violation_error_message="A reason was given already. Correct that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="late_reason_in_words",
                        violation_error_message="Say why, in words.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        sql_file(SQL / "diary.sql"),
    ]
