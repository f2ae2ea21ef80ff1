"""What the clocks of the whole law need: fourteen tables more, four columns, and the moments of clocks in hours."""

import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models

from onechild.service.record.operations import SQL, kept_with_history, sql_file


NEW = (
    "allegations",
    "assessed_year_reviews",
    "assessed_years",
    "complaints",
    "fostering_applications",
    "household_checks",
    "information_requests",
    "registration_renewals",
    "request_pauses",
    "school_terms",
    "serious_incidents",
    "stays",
    "steps_taken",
    "timed_powers",
)
WIDER = ("missing_episodes", "referrals", "return_interviews", "visits")


class Migration(migrations.Migration):
    """Tables and columns, their history and views, then sql/every_clock.sql."""

    dependencies = [
        ("record", "0022_child_head"),
    ]

    operations = [
        migrations.AddField(
            model_name="missingepisode",
            name="returned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="met_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="obligation",
            name="started_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="referrer_told_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="returninterview",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="visit",
            name="seen_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Allegation",
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
                ("happened_on", models.DateField()),
                (
                    "allegation_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True)),
                ("resolved_on", models.DateField(blank=True, null=True)),
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
                "db_table": "allegations",
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
            name="AssessedYear",
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
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_recorded_on", models.DateField(blank=True, null=True)),
                (
                    "assessed_year_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("passed", models.BooleanField(blank=True, null=True)),
                (
                    "assessor",
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
                "db_table": "assessed_years",
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
            name="AssessedYearReview",
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
                ("happened_on", models.DateField()),
                (
                    "assessed_year_review_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "assessed_year",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.assessedyear",
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
                "db_table": "assessed_year_reviews",
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
            name="Complaint",
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
                ("happened_on", models.DateField()),
                (
                    "complaint_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("stage_1_extended_on", models.DateField(blank=True, null=True)),
                ("stage_1_answered_on", models.DateField(blank=True, null=True)),
                ("stage_2_requested_on", models.DateField(blank=True, null=True)),
                ("stage_2_extended_on", models.DateField(blank=True, null=True)),
                ("stage_2_answered_on", models.DateField(blank=True, null=True)),
                ("panel_requested_on", models.DateField(blank=True, null=True)),
                ("panel_met_on", models.DateField(blank=True, null=True)),
                ("panel_reported_on", models.DateField(blank=True, null=True)),
                ("panel_answered_on", models.DateField(blank=True, null=True)),
                ("closed_on", models.DateField(blank=True, null=True)),
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
                "db_table": "complaints",
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
            name="FosteringApplication",
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
                ("happened_on", models.DateField()),
                (
                    "fostering_application_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("panel_on", models.DateField(blank=True, null=True)),
                ("panel_minutes_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.fosteringhousehold",
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
                "db_table": "fostering_applications",
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
            name="HouseholdCheck",
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
                ("happened_on", models.DateField()),
                (
                    "household_check_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("check_kind", onechild.service.record.models.fields.CodeField("household_check_kind")),
                (
                    "household",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.fosteringhousehold",
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
                "db_table": "household_checks",
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
            name="InformationRequest",
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
                ("happened_on", models.DateField()),
                (
                    "information_request_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("request_kind", onechild.service.record.models.fields.CodeField("information_request_kind")),
                ("identity_on", models.DateField(blank=True, null=True)),
                ("extended_on", models.DateField(blank=True, null=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
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
                "db_table": "information_requests",
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
            name="RegistrationRenewal",
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
                ("happened_on", models.DateField()),
                (
                    "registration_renewal_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
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
                "db_table": "registration_renewals",
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
            name="RequestPause",
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
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_recorded_on", models.DateField(blank=True, null=True)),
                (
                    "request_pause_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("pause_kind", onechild.service.record.models.fields.CodeField("request_pause_kind")),
                (
                    "information_request",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.informationrequest",
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
                "db_table": "request_pauses",
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
            name="SchoolTerm",
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
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_recorded_on", models.DateField(blank=True, null=True)),
                (
                    "school_term_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField(blank=True, null=True)),
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
                "db_table": "school_terms",
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
            name="SeriousIncident",
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
                    "serious_incident_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("incident_kind", onechild.service.record.models.fields.CodeField("serious_incident_kind")),
                ("notified_on", models.DateField(blank=True, null=True)),
                ("rapid_review_on", models.DateField(blank=True, null=True)),
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
                "db_table": "serious_incidents",
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
            name="Stay",
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
                    "stay_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("stay_kind", onechild.service.record.models.fields.CodeField("stay_kind")),
                ("words", models.TextField(blank=True, null=True)),
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
                "db_table": "stays",
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
            name="StepTaken",
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
                    "step_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("step", onechild.service.record.models.fields.CodeField("step")),
                ("about_id", models.TextField(blank=True, null=True)),
                ("set_for_on", models.DateField(blank=True, null=True)),
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
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.worker",
                    ),
                ),
            ],
            options={
                "db_table": "steps_taken",
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
            name="TimedPower",
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
                    "timed_power_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("power", onechild.service.record.models.fields.CodeField("timed_power")),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("asked_by_police", models.BooleanField(blank=True, null=True)),
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
                "db_table": "timed_powers",
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
            model_name="assessedyear",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="assessedyear_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestpause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="requestpause_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolterm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="schoolterm_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="stay_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="timedpower",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="timedpower_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        *kept_with_history((*NEW, *WIDER)),
        sql_file(SQL / "every_clock.sql"),
    ]
