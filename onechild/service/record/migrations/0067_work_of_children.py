"""The tables of the work itself: the front door, assessments, protection, plans, notes, letters, and every decision."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models
from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Forty tables and four columns, then sql/work_of_children.sql."""

    dependencies = [
        ("record", "0066_published"),
    ]

    operations = [
        migrations.AddField(
            model_name="visitnote",
            name="aim",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddField(
            model_name="visitnote",
            name="direct_work",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddField(
            model_name="visitnote",
            name="from_transcript",
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name="visitnote",
            name="next_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "decision_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("contact_initial", "Initial decision on a contact"),
                            ("contact_screening", "Screening of a contact"),
                            ("contact_final", "Final decision on a contact"),
                            ("contact_reversed", "A decision on a contact was reversed"),
                            ("pathway_opened", "A sensitive pathway was opened"),
                            ("pathway_ended", "A sensitive pathway was ended"),
                            ("homeless_choice", "How a homeless young person is helped"),
                            ("adult_history", "An adult's own childhood record was opened"),
                            ("assessment_outcome", "Outcome of an assessment"),
                            ("strategy", "Strategy discussion"),
                            ("enquiry_outcome", "Outcome of a section 47 enquiry"),
                            ("conference", "Child protection conference"),
                            ("plan_ended", "A child protection plan was ended"),
                            ("need_plan", "Child in need plan"),
                            ("step_down", "Step down"),
                            ("closure", "Closure of the case"),
                            ("letter", "What a letter leaves out"),
                            ("other", "Another decision"),
                        ]
                    ),
                ),
                ("outcome", models.TextField()),
                ("outcome_words", models.TextField()),
                ("decided_at", models.DateTimeField()),
                ("decided_by_name", models.TextField()),
                ("about", models.TextField(blank=True, db_default="")),
                ("about_id", models.TextField(blank=True, db_default="")),
                ("options", models.TextField(blank=True, db_default="")),
                ("seen", models.TextField(blank=True, db_default="")),
                ("reason", models.TextField()),
                ("group_id", models.TextField(blank=True, db_default="")),
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
                    "reverses",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.team",
                    ),
                ),
            ],
            options={
                "db_table": "decisions",
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
            name="Closure",
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
                    "closure_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("submitted", "With a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                        ],
                        db_default="open",
                    ),
                ),
                (
                    "end_reason",
                    onechild.service.record.models.fields.CodeField("cin_closure_reason", blank=True, null=True),
                ),
                ("words", models.TextField(blank=True, db_default="")),
                ("childs_voice", models.TextField(blank=True, db_default="")),
                ("what_is_left", models.TextField(blank=True, db_default="")),
                ("who_watches", models.TextField(blank=True, db_default="")),
                ("family_told_on", models.DateField(blank=True, null=True)),
                ("childs_explanation", models.TextField(blank=True, db_default="")),
                (
                    "asked_by",
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
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
                    ),
                ),
            ],
            options={
                "db_table": "closures",
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
            name="AdultHistoryOpening",
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
                    "opening_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("opened_for_name", models.TextField()),
                ("decided_by_name", models.TextField()),
                ("ends_on", models.DateField()),
                ("asked_words", models.TextField(blank=True, db_default="")),
                (
                    "adult",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.adult",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.assessment",
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
                    "opened_child",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "opened_for",
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
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
                    ),
                ),
            ],
            options={
                "db_table": "adult_history_openings",
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
            name="DecisionChallenge",
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
                    "challenge_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("made_by_name", models.TextField()),
                ("words", models.TextField()),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("answered_by_name", models.TextField(blank=True, db_default="")),
                ("answer", models.TextField(blank=True, db_default="")),
                ("stood", models.BooleanField(blank=True, null=True)),
                (
                    "answered_by",
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
                    "child",
                    models.ForeignKey(
                        db_column="child_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
                    ),
                ),
                (
                    "made_by",
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
            ],
            options={
                "db_table": "decision_challenges",
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
            name="DelayCause",
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
                    "delay_cause_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "cause",
                    models.TextField(
                        choices=[
                            ("worker_changed", "The worker changed"),
                            ("manager_changed", "The manager changed"),
                            ("no_worker", "Nobody held the case"),
                            ("family", "The family: not in, ill, or not agreeing"),
                            ("partner", "A partner's information was awaited"),
                            ("specialist", "A specialist's report was awaited"),
                            ("more_needed", "A manager asked for more"),
                            ("workload", "Other work came first"),
                            ("other", "Something else"),
                        ]
                    ),
                ),
                ("words", models.TextField(blank=True, db_default="")),
                ("given_by_name", models.TextField()),
                ("from_the_record", models.BooleanField(db_default=False)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.assessment",
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
                    "given_by",
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
            ],
            options={
                "db_table": "delay_causes",
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
            name="Document",
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
                    "document_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("title", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("letter", "Letter"),
                            ("report", "Report"),
                            ("minutes", "Minutes"),
                            ("court", "Court document"),
                            ("medical", "Medical"),
                            ("school", "School"),
                            ("photograph", "Photograph or drawing"),
                            ("transcript", "Transcript"),
                            ("identity", "Proof of identity"),
                            ("other", "Another"),
                        ]
                    ),
                ),
                ("filename", models.TextField()),
                ("media_type", models.TextField()),
                ("size", models.IntegerField()),
                ("digest", models.TextField()),
                (
                    "scan",
                    models.TextField(
                        choices=[
                            ("waiting", "Not scanned yet"),
                            ("clean", "Scanned, nothing found"),
                            ("found", "Held back: the scanner found something"),
                            ("no_scanner", "Not scanned: no scanner is set up"),
                        ],
                        db_default="waiting",
                    ),
                ),
                ("scanned_at", models.DateTimeField(blank=True, null=True)),
                ("scan_words", models.TextField(blank=True, db_default="")),
                ("written_by_words", models.TextField(blank=True, db_default="")),
                ("about_others", models.BooleanField(blank=True, null=True)),
                ("significant", models.BooleanField(db_default=False)),
                ("significance", models.TextField(blank=True, db_default="")),
                ("about", models.TextField(blank=True, db_default="")),
                ("about_id", models.TextField(blank=True, db_default="")),
                ("added_by_name", models.TextField()),
                ("removed_on", models.DateField(blank=True, null=True)),
                ("removed_by_name", models.TextField(blank=True, db_default="")),
                ("removed_reason", models.TextField(blank=True, db_default="")),
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
                "db_table": "documents",
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
            name="DocumentContent",
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
                    "content_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("content", models.BinaryField()),
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
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.document",
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
                "db_table": "document_contents",
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
            name="EnquiryNote",
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
                    "enquiry_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("submitted", "With a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                        ],
                        db_default="open",
                    ),
                ),
                ("findings", models.TextField(blank=True, db_default="")),
                ("childs_voice", models.TextField(blank=True, db_default="")),
                ("family_views", models.TextField(blank=True, db_default="")),
                ("partner_views", models.TextField(blank=True, db_default="")),
                ("medical", models.TextField(blank=True, db_default="")),
                ("analysis", models.TextField(blank=True, db_default="")),
                ("safety_plan", models.TextField(blank=True, db_default="")),
                (
                    "concluded",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("not_substantiated", "Concerns not substantiated"),
                            ("no_continuing_risk", "Substantiated, not at continuing risk of significant harm"),
                            ("continuing_risk", "Substantiated, at continuing risk: an initial conference"),
                        ],
                        db_default="",
                    ),
                ),
                ("reason", models.TextField(blank=True, db_default="")),
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
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.section47enquiry",
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
                    "written_by",
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
                "db_table": "enquiry_notes",
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
            name="HistoryAnswer",
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
                    "answer_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("pattern", models.TextField()),
                ("says", models.TextField()),
                ("sources", models.JSONField(default=list)),
                ("means_now", models.TextField()),
                ("answered_by_name", models.TextField()),
                (
                    "answered_by",
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
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.assessment",
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
            ],
            options={
                "db_table": "history_answers",
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
            name="Intake",
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
                (
                    "intake_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("acknowledgement", models.TextField(unique=True)),
                ("received_at", models.DateTimeField()),
                (
                    "channel",
                    models.TextField(
                        choices=[
                            ("partner_form", "Partner’s form"),
                            ("telephone", "Telephone"),
                            ("email", "E-mail or letter"),
                            ("in_person", "In person"),
                            ("import", "Imported"),
                        ]
                    ),
                ),
                ("professional", models.BooleanField(blank=True, null=True)),
                (
                    "source_kind",
                    onechild.service.record.models.fields.CodeField("referral_source", blank=True, null=True),
                ),
                ("organisation", models.TextField(blank=True, db_default="")),
                ("referrer_name", models.TextField(blank=True, db_default="")),
                ("referrer_role", models.TextField(blank=True, db_default="")),
                ("referrer_phone", models.TextField(blank=True, db_default="")),
                ("referrer_email", models.TextField(blank=True, db_default="")),
                ("words", models.TextField(blank=True, db_default="")),
                ("support_asked", models.TextField(blank=True, db_default="")),
                (
                    "family_told",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, and they agree"),
                            ("objects", "Yes, and they do not agree"),
                            ("no", "No"),
                            ("not_safe", "No: telling them could put the child at risk"),
                        ],
                        db_default="",
                    ),
                ),
                ("family_told_words", models.TextField(blank=True, db_default="")),
                ("sensitive", onechild.service.record.models.fields.CodeField("restriction", blank=True, null=True)),
                (
                    "open_to_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "stage",
                    models.TextField(
                        choices=[
                            ("contact", "Contact"),
                            ("initial", "Initial decision"),
                            ("screening", "Screening"),
                            ("final", "Final decision"),
                            ("decided", "Decided"),
                            ("joined", "Joined to another"),
                        ],
                        db_default="contact",
                    ),
                ),
                (
                    "priority",
                    onechild.service.record.models.fields.CodeField("front_door_priority", blank=True, null=True),
                ),
                ("priority_at", models.DateTimeField(blank=True, null=True)),
                ("urgent", models.BooleanField(blank=True, null=True)),
                ("urgent_words", models.TextField(blank=True, db_default="")),
                ("needed_before", models.DateTimeField(blank=True, null=True)),
                ("needed_before_words", models.TextField(blank=True, db_default="")),
                ("out_of_hours", models.BooleanField(db_default=False)),
                (
                    "suggested",
                    onechild.service.record.models.fields.CodeField("front_door_outcome", blank=True, null=True),
                ),
                ("suggested_words", models.TextField(blank=True, db_default="")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    onechild.service.record.models.fields.CodeField("front_door_outcome", blank=True, null=True),
                ),
                ("category", models.TextField(blank=True, db_default="")),
                ("strategy_asked_at", models.DateTimeField(blank=True, null=True)),
                ("joined_reason", models.TextField(blank=True, db_default="")),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("told_how", models.TextField(blank=True, db_default="")),
                ("told_words", models.TextField(blank=True, db_default="")),
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
                    "holder",
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
                    "joined_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
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
                    "screener",
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
                    "told_by",
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
                "db_table": "intakes",
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
            name="IntakeAdult",
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
                (
                    "intake_adult_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("relation", onechild.service.record.models.fields.CodeField("relation", blank=True, null=True)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("phone", models.TextField(blank=True, db_default="")),
                ("same_household", models.BooleanField(blank=True, null=True)),
                ("worry", models.BooleanField(blank=True, null=True)),
                ("words", models.TextField(blank=True, db_default="")),
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
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
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
                "db_table": "intake_adults",
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
            name="IntakeChild",
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
                (
                    "intake_child_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("number", models.IntegerField(db_default=1)),
                ("forename", models.TextField(blank=True, db_default="")),
                ("surname", models.TextField(blank=True, db_default="")),
                ("born_on", models.DateField(blank=True, null=True)),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("age_words", models.TextField(blank=True, db_default="")),
                ("sex", onechild.service.record.models.fields.CodeField("sex", blank=True, null=True)),
                ("address", models.TextField(blank=True, db_default="")),
                ("postcode", models.TextField(blank=True, db_default="")),
                ("school", models.TextField(blank=True, db_default="")),
                ("language", models.TextField(blank=True, db_default="")),
                ("linked_at", models.DateTimeField(blank=True, null=True)),
                ("linked_by_name", models.TextField(blank=True, db_default="")),
                ("made_new", models.BooleanField(db_default=False)),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        db_column="child_id",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.contact",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
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
                "db_table": "intake_children",
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
            name="IntakeMove",
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
                (
                    "intake_move_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("moved_at", models.DateTimeField()),
                ("from_stage", models.TextField(blank=True, db_default="")),
                ("to_stage", models.TextField()),
                ("moved_by_name", models.TextField()),
                ("reason", models.TextField(blank=True, db_default="")),
                (
                    "holder",
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
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
                    ),
                ),
                (
                    "moved_by",
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
            ],
            options={
                "db_table": "intake_moves",
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
            name="InterviewNote",
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
                    "interview_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("interviewer_words", models.TextField(blank=True, db_default="")),
                ("where_words", models.TextField(blank=True, db_default="")),
                ("with_whom", models.TextField(blank=True, db_default="")),
                ("why", models.TextField(blank=True, db_default="")),
                ("harm", models.TextField(blank=True, db_default="")),
                ("childs_words", models.TextField(blank=True, db_default="")),
                ("what_would_help", models.TextField(blank=True, db_default="")),
                ("told_whom", models.TextField(blank=True, db_default="")),
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
                    "interview",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.returninterview",
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
                "db_table": "interview_notes",
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
            name="Letter",
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
                    "letter_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("subject", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("invitation", "Invitation to a meeting"),
                            ("decision", "What was decided"),
                            ("plan", "A plan"),
                            ("report", "A report"),
                            ("outcome", "Outcome of a contact"),
                            ("other", "Another letter"),
                        ]
                    ),
                ),
                ("group_id", models.TextField(blank=True, db_default="")),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("checked", "Checked"),
                            ("sent", "Sent"),
                            ("dropped", "Dropped"),
                        ],
                        db_default="open",
                    ),
                ),
                ("written_by_name", models.TextField()),
                ("about", models.TextField(blank=True, db_default="")),
                ("about_id", models.TextField(blank=True, db_default="")),
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
                    "written_by",
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
                "db_table": "letters",
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
            name="LetterPart",
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
                    "letter_part_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("number", models.IntegerField()),
                ("words", models.TextField()),
                (
                    "facts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("instead", models.TextField(blank=True, db_default="")),
                (
                    "about_adult",
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
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.letter",
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
                "db_table": "letter_parts",
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
            name="LetterRecipient",
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
                    "letter_recipient_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("agency", models.TextField(blank=True, db_default="")),
                ("address", models.TextField(blank=True, db_default="")),
                ("postcode", models.TextField(blank=True, db_default="")),
                ("email", models.TextField(blank=True, db_default="")),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("checked_version", models.TextField(blank=True, db_default="")),
                ("found", models.JSONField(default=list)),
                (
                    "withheld",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("refused", models.BooleanField(db_default=False)),
                ("allowed_by_name", models.TextField(blank=True, db_default="")),
                ("allowed_reason", models.TextField(blank=True, db_default="")),
                ("text", models.TextField(blank=True, db_default="")),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("sent_by_name", models.TextField(blank=True, db_default="")),
                ("sent_how", models.TextField(blank=True, db_default="")),
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
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.letter",
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
                    "related_child",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
                    ),
                ),
            ],
            options={
                "db_table": "letter_recipients",
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
            name="MeetingNote",
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
                    "meeting_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("about", models.TextField()),
                ("about_id", models.TextField()),
                ("meeting_id", models.TextField(blank=True, db_default="")),
                ("words", models.TextField(blank=True, db_default="")),
                ("childs_words", models.TextField(blank=True, db_default="")),
                ("family_words", models.TextField(blank=True, db_default="")),
                ("progress", models.TextField(blank=True, db_default="")),
                ("next_on", models.DateField(blank=True, null=True)),
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
                "db_table": "meeting_notes",
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
            name="MeetingPerson",
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
                    "meeting_person_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("about", models.TextField()),
                ("about_id", models.TextField()),
                ("name", models.TextField()),
                ("agency", models.TextField(blank=True, db_default="")),
                (
                    "part",
                    models.TextField(
                        choices=[
                            ("child", "The child"),
                            ("parent", "Parent or carer"),
                            ("family", "Another member of the family"),
                            ("advocate", "Advocate or supporter"),
                            ("social_care", "Children's social care"),
                            ("police", "Police"),
                            ("health", "Health"),
                            ("education", "School, nursery or college"),
                            ("housing", "Housing"),
                            ("adult_service", "A service for adults"),
                            ("legal", "Legal adviser"),
                            ("chair", "Chair"),
                            ("other", "Another agency"),
                        ]
                    ),
                ),
                ("email", models.TextField(blank=True, db_default="")),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("invited_how", models.TextField(blank=True, db_default="")),
                ("left_out_reason", models.TextField(blank=True, db_default="")),
                ("report_asked", models.BooleanField(db_default=False)),
                ("report_on", models.DateField(blank=True, null=True)),
                ("report_shared_on", models.DateField(blank=True, null=True)),
                ("attended", models.BooleanField(blank=True, null=True)),
                ("agrees", models.BooleanField(blank=True, null=True)),
                ("dissent", models.TextField(blank=True, db_default="")),
                ("dissent_answer", models.TextField(blank=True, db_default="")),
                ("dissent_answered_by", models.TextField(blank=True, db_default="")),
                ("dissent_answered_on", models.DateField(blank=True, null=True)),
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
                    "related_child",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
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
                "db_table": "meeting_people",
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
            name="NeedPlanNote",
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
                    "need_plan_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("submitted", "With a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                        ],
                        db_default="open",
                    ),
                ),
                ("why", models.TextField(blank=True, db_default="")),
                ("childs_voice", models.TextField(blank=True, db_default="")),
                ("family_views", models.TextField(blank=True, db_default="")),
                ("if_worse", models.TextField(blank=True, db_default="")),
                ("agreed_by_family", models.BooleanField(blank=True, null=True)),
                ("agreed_words", models.TextField(blank=True, db_default="")),
                ("next_review_on", models.DateField(blank=True, null=True)),
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.childinneedplan",
                    ),
                ),
                (
                    "written_by",
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
                "db_table": "need_plan_notes",
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
            name="OutOfHoursHolder",
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
                (
                    "holder_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("phone", models.TextField(blank=True, db_default="")),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
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
                "db_table": "out_of_hours_holders",
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
            name="Oversight",
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
                    "oversight_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("about", models.TextField(blank=True, db_default="")),
                ("about_id", models.TextField(blank=True, db_default="")),
                ("manager_name", models.TextField()),
                ("words", models.TextField()),
                ("next_by", models.DateField(blank=True, null=True)),
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
            ],
            options={
                "db_table": "oversights",
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
            name="PartnerCheck",
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
                (
                    "check_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "agency",
                    models.TextField(
                        choices=[
                            ("police", "Police"),
                            ("health", "Health"),
                            ("school", "School or nursery"),
                            ("early_help", "Early help"),
                            ("housing", "Housing"),
                            ("adult_care", "Adult social care"),
                            ("probation", "Probation"),
                            ("domestic_abuse", "Domestic abuse service"),
                            ("substance_use", "Substance use service"),
                            ("youth_justice", "Youth justice"),
                            ("other", "Another"),
                        ]
                    ),
                ),
                ("agency_words", models.TextField(blank=True, db_default="")),
                (
                    "ground",
                    models.TextField(
                        choices=[
                            ("consent", "The family agrees"),
                            ("risk_of_harm", "A child may be at risk of significant harm"),
                            ("not_safe_to_ask", "Asking the family could put a child or somebody else at risk"),
                            ("crime", "To prevent or detect a serious crime"),
                        ]
                    ),
                ),
                ("ground_words", models.TextField(blank=True, db_default="")),
                ("asked_at", models.DateTimeField()),
                ("asked_words", models.TextField(blank=True, db_default="")),
                ("chased_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by_words", models.TextField(blank=True, db_default="")),
                ("nothing_known", models.BooleanField(blank=True, null=True)),
                ("words", models.TextField(blank=True, db_default="")),
                (
                    "asked_by",
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
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
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
                "db_table": "partner_checks",
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
            name="Pathway",
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
                    "pathway_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("honour_based_abuse", "Honour-based abuse"),
                            ("fgm", "Female genital mutilation"),
                            ("forced_marriage", "Forced marriage"),
                            ("homeless_16_17", "Homeless at 16 or 17"),
                            ("missing", "Missing"),
                            ("exploitation", "Exploitation"),
                        ]
                    ),
                ),
                ("words", models.TextField()),
                ("oversight_every_days", models.IntegerField(blank=True, null=True)),
                ("no_contact_with_family", models.BooleanField(blank=True, null=True)),
                ("no_contact_words", models.TextField(blank=True, db_default="")),
                ("safe_contact", models.TextField(blank=True, db_default="")),
                ("end_reason", models.TextField(blank=True, db_default="")),
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
                    "intake",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
                    ),
                ),
                (
                    "lead",
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
                    "overseer",
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
                "db_table": "pathways",
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
            name="HomelessChoice",
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
                    "choice_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("section_17_explained", models.BooleanField()),
                ("section_20_explained", models.BooleanField()),
                ("explained_how", models.TextField(blank=True, db_default="")),
                ("advocate_offered", models.BooleanField()),
                ("advocate_accepted", models.BooleanField(blank=True, null=True)),
                (
                    "choice",
                    models.TextField(
                        choices=[
                            ("section_20", "Looked after under section 20"),
                            ("section_17", "Accommodation and support under section 17"),
                            ("housing", "Housing under part 7 of the Housing Act 1996"),
                            ("home", "Back home or with family, with support"),
                            ("undecided", "Not decided yet"),
                        ]
                    ),
                ),
                ("childs_words", models.TextField(blank=True, db_default="")),
                ("safe_tonight", models.BooleanField()),
                ("place", models.TextField(blank=True, db_default="")),
                ("place_words", models.TextField(blank=True, db_default="")),
                ("housing_words", models.TextField(blank=True, db_default="")),
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
                (
                    "pathway",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.pathway",
                    ),
                ),
            ],
            options={
                "db_table": "homeless_choices",
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
            name="PathwayEntry",
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
                    "entry_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.TextField()),
                ("words", models.TextField(blank=True, db_default="")),
                ("set_for_on", models.DateField(blank=True, null=True)),
                ("with_whom", models.TextField(blank=True, db_default="")),
                ("about", models.TextField(blank=True, db_default="")),
                ("about_id", models.TextField(blank=True, db_default="")),
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
                    "pathway",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.pathway",
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
                "db_table": "pathway_entries",
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
            name="PlanOutcome",
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
                    "plan_outcome_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "plan_kind",
                    models.TextField(
                        choices=[
                            ("protection", "Child protection plan"),
                            ("need", "Child in need plan"),
                            ("pathway", "Safety plan of a pathway"),
                        ]
                    ),
                ),
                ("plan_id", models.TextField()),
                ("number", models.IntegerField(db_default=1)),
                ("worry", models.TextField()),
                ("outcome", models.TextField()),
                ("known_by", models.TextField(blank=True, db_default="")),
                ("set_on", models.DateField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("progress", models.TextField(blank=True, db_default="")),
                ("met_on", models.DateField(blank=True, null=True)),
                ("met_words", models.TextField(blank=True, db_default="")),
                ("dropped_on", models.DateField(blank=True, null=True)),
                ("dropped_reason", models.TextField(blank=True, db_default="")),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.planoutcome",
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
            ],
            options={
                "db_table": "plan_outcomes",
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
            name="PlanAction",
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
                    "plan_action_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("words", models.TextField()),
                ("owner_words", models.TextField(blank=True, db_default="")),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_words", models.TextField(blank=True, db_default="")),
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
                    "owner",
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
                    "plan_outcome",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.planoutcome",
                    ),
                ),
            ],
            options={
                "db_table": "plan_actions",
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
            name="ProtectiveOrder",
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
                    "order_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("forced_marriage", "Forced marriage protection order"),
                            ("fgm", "Female genital mutilation protection order"),
                            ("non_molestation", "Non-molestation order"),
                            ("occupation", "Occupation order"),
                            ("restraining", "Restraining order"),
                            ("domestic_abuse", "Domestic abuse protection order"),
                            ("prohibited_steps", "Prohibited steps order"),
                            ("child_arrangements", "Child arrangements order"),
                            ("other", "Another order"),
                        ]
                    ),
                ),
                ("court", models.TextField(blank=True, db_default="")),
                ("case_number", models.TextField(blank=True, db_default="")),
                ("against_words", models.TextField(blank=True, db_default="")),
                ("words", models.TextField(blank=True, db_default="")),
                ("power_of_arrest", models.BooleanField(blank=True, null=True)),
                ("forbids_contact", models.BooleanField(blank=True, null=True)),
                ("forbids_address", models.BooleanField(blank=True, null=True)),
                ("expected_end_on", models.DateField(blank=True, null=True)),
                (
                    "against_adult",
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
                "db_table": "protective_orders",
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
            name="SecondLook",
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
                    "second_look_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("drawn_for", models.TextField()),
                ("reader_name", models.TextField(blank=True, db_default="")),
                ("due_on", models.DateField()),
                ("read_on", models.DateField(blank=True, null=True)),
                ("agrees", models.BooleanField(blank=True, null=True)),
                ("history_used", models.BooleanField(blank=True, null=True)),
                ("words", models.TextField(blank=True, db_default="")),
                ("answer", models.TextField(blank=True, db_default="")),
                ("answered_on", models.DateField(blank=True, null=True)),
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
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
                    "reader",
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
                "db_table": "second_looks",
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
            name="SignificantMark",
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
                    "mark_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("about", models.TextField()),
                ("about_id", models.TextField()),
                ("words", models.TextField()),
                ("marked_by_name", models.TextField()),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                    "marked_by",
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
            ],
            options={
                "db_table": "significant_marks",
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
            name="StepDown",
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
                    "step_down_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("to_early_help", models.BooleanField(db_default=False)),
                ("worker_words", models.TextField(blank=True, db_default="")),
                ("visit_every_days", models.IntegerField(blank=True, null=True)),
                ("first_visit_by", models.DateField(blank=True, null=True)),
                ("first_review_by", models.DateField(blank=True, null=True)),
                ("if_worse", models.TextField()),
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
                    ),
                ),
                (
                    "early_help",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.earlyhelpepisode",
                    ),
                ),
                (
                    "need_plan",
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
                    "protection_plan",
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
                "db_table": "step_downs",
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
            name="StrategyNote",
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
                    "strategy_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("meeting_id", models.TextField(blank=True, db_default="")),
                ("shared", models.TextField(blank=True, db_default="")),
                ("risk", models.TextField(blank=True, db_default="")),
                (
                    "decided",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("joint", "Section 47 enquiry, jointly with the police"),
                            ("single", "Section 47 enquiry by children's social care alone"),
                            ("assessment", "No enquiry: go on with an assessment"),
                            ("nothing_further", "No enquiry and nothing further"),
                            ("meet_again", "Meet again"),
                        ],
                        db_default="",
                    ),
                ),
                ("reason", models.TextField(blank=True, db_default="")),
                ("safety_now", models.TextField(blank=True, db_default="")),
                ("medical", models.TextField(blank=True, db_default="")),
                ("police_reference", models.TextField(blank=True, db_default="")),
                ("agreed_actions", models.TextField(blank=True, db_default="")),
                ("chaired_by_name", models.TextField(blank=True, db_default="")),
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
                    "discussion",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.strategydiscussion",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.intake",
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
                "db_table": "strategy_notes",
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
            name="Watch",
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
                    "watch_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("early_help", "Sent to early help"),
                            ("no_further_action", "No further action or advice"),
                            ("step_down", "Stepped down from a child protection plan"),
                            ("closure", "Case closed"),
                        ]
                    ),
                ),
                ("end_reason", models.TextField(blank=True, db_default="")),
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.decision",
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
                "db_table": "watches",
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
            name="WatchReading",
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
                    "watch_reading_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("came_back", models.TextField()),
                ("came_back_id", models.TextField()),
                ("came_back_on", models.DateField()),
                ("read_by_name", models.TextField()),
                ("learned", models.TextField()),
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
                    "read_by",
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
                    "watch",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.watch",
                    ),
                ),
            ],
            options={
                "db_table": "watch_readings",
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
            name="WorkStep",
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
                    "work_step_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("about", models.TextField()),
                ("about_id", models.TextField()),
                (
                    "step",
                    models.TextField(
                        choices=[
                            ("submitted", "Sent to a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                            ("reopened", "Opened again"),
                        ]
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_name", models.TextField()),
                ("words", models.TextField(blank=True, db_default="")),
                (
                    "by_worker",
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
                "db_table": "work_steps",
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
            name="AdultContact",
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
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_recorded_on", models.DateField(blank=True, null=True)),
                (
                    "adult_contact_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[("address", "Address"), ("phone", "Telephone"), ("email", "E-mail address")]
                    ),
                ),
                ("value", models.TextField()),
                ("postcode", models.TextField(blank=True, db_default="")),
                ("safe", models.BooleanField(blank=True, null=True)),
                ("do_not_disclose", models.BooleanField(db_default=False)),
                ("words", models.TextField(blank=True, db_default="")),
                (
                    "adult",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.adult",
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
                "db_table": "adult_contacts",
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
                        name="adultcontact_ends_after_it_starts",
                        violation_error_message="It can't end before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["address", "phone", "email"])), name="adult_contact_known_kind"
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AssessmentWork",
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
                    "work_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("submitted", "With a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                        ],
                        db_default="open",
                    ),
                ),
                ("why", models.TextField(blank=True, db_default="")),
                ("childs_voice", models.TextField(blank=True, db_default="")),
                ("voice_not_heard", models.TextField(blank=True, db_default="")),
                ("family_views", models.TextField(blank=True, db_default="")),
                ("partner_views", models.TextField(blank=True, db_default="")),
                ("development", models.TextField(blank=True, db_default="")),
                ("parenting", models.TextField(blank=True, db_default="")),
                ("environment", models.TextField(blank=True, db_default="")),
                ("strengths", models.TextField(blank=True, db_default="")),
                ("worries", models.TextField(blank=True, db_default="")),
                ("analysis", models.TextField(blank=True, db_default="")),
                (
                    "factors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("outcome", onechild.service.record.models.fields.CodeField("outcome", blank=True, null=True)),
                ("outcome_words", models.TextField(blank=True, db_default="")),
                ("next_steps", models.TextField(blank=True, db_default="")),
                ("group_id", models.TextField(blank=True, db_default="")),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.assessment",
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
                    "written_by",
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
                "db_table": "assessment_works",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "submitted", "returned", "approved"])),
                        name="assessment_work_known_status",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gone_at__isnull", True)),
                        fields=("assessment",),
                        name="assessment_work_once",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CaseNote",
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
                    "case_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[("visit", "Visit"), ("correspondence", "Correspondence"), ("other", "Something else")]
                    ),
                ),
                ("group_id", models.TextField(blank=True, db_default="")),
                ("at", models.TimeField(blank=True, null=True)),
                ("subject", models.TextField()),
                ("words", models.TextField()),
                ("childs_words", models.TextField(blank=True, db_default="")),
                (
                    "way",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("call_in", "They rang"),
                            ("call_out", "We rang"),
                            ("mail_in", "They wrote"),
                            ("mail_out", "We wrote"),
                            ("message", "Text or other message"),
                            ("meeting", "Met"),
                        ],
                        db_default="",
                    ),
                ),
                ("with_whom", models.TextField(blank=True, db_default="")),
                ("from_transcript", models.BooleanField(db_default=False)),
                ("significant", models.BooleanField(db_default=False)),
                ("significance", models.TextField(blank=True, db_default="")),
                ("pinned", models.BooleanField(db_default=False)),
                ("about_others", models.BooleanField(db_default=False)),
                ("written_by_name", models.TextField()),
                ("written_at", models.DateTimeField()),
                ("removal_asked_by", models.TextField(blank=True, db_default="")),
                ("removed_on", models.DateField(blank=True, null=True)),
                ("removed_by_name", models.TextField(blank=True, db_default="")),
                ("removed_reason", models.TextField(blank=True, db_default="")),
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
                "db_table": "case_notes",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["visit", "correspondence", "other"])),
                        name="case_note_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("way__in", ["", "call_in", "call_out", "mail_in", "mail_out", "message", "meeting"])
                        ),
                        name="case_note_known_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_on__isnull", True),
                            models.Q(
                                models.Q(("removed_reason", ""), _negated=True),
                                models.Q(("removal_asked_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="case_note_removed_says_why",
                        violation_error_message="Say who asked for it to be removed, and why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("significant", False), models.Q(("significance", ""), _negated=True), _connector="OR"
                        ),
                        name="case_note_significance_in_words",
                        violation_error_message="Say why it is significant.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceArrangement",
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
                    "arrangement_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("conference_kind", onechild.service.record.models.fields.CodeField("conference_kind")),
                ("meeting_id", models.TextField(blank=True, db_default="")),
                ("planned_for", models.DateTimeField(blank=True, null=True)),
                ("place", models.TextField(blank=True, db_default="")),
                ("why", models.TextField(blank=True, db_default="")),
                ("interpreter", models.TextField(blank=True, db_default="")),
                ("childs_part", models.TextField(blank=True, db_default="")),
                ("report", models.TextField(blank=True, db_default="")),
                (
                    "report_status",
                    models.TextField(
                        choices=[
                            ("open", "Being written"),
                            ("submitted", "With a manager"),
                            ("returned", "Returned for edits"),
                            ("approved", "Approved"),
                        ],
                        db_default="open",
                    ),
                ),
                ("quorum_words", models.TextField(blank=True, db_default="")),
                ("summary", models.TextField(blank=True, db_default="")),
                ("strengths", models.TextField(blank=True, db_default="")),
                ("worries", models.TextField(blank=True, db_default="")),
                ("reason", models.TextField(blank=True, db_default="")),
                ("next_on", models.DateField(blank=True, null=True)),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("cancelled_reason", models.TextField(blank=True, db_default="")),
                (
                    "asked_by",
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
                    "chair",
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
                    "child",
                    models.ForeignKey(
                        db_column="child_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.conference",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.section47enquiry",
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
                    "plan",
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
            ],
            options={
                "db_table": "conference_arrangements",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_on__isnull", True),
                            models.Q(("cancelled_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="conference_cancelled_says_why",
                        violation_error_message="Say why it is cancelled.",
                    )
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "contact_initial",
                            "contact_screening",
                            "contact_final",
                            "contact_reversed",
                            "pathway_opened",
                            "pathway_ended",
                            "homeless_choice",
                            "adult_history",
                            "assessment_outcome",
                            "strategy",
                            "enquiry_outcome",
                            "conference",
                            "plan_ended",
                            "need_plan",
                            "step_down",
                            "closure",
                            "letter",
                            "other",
                        ],
                    )
                ),
                name="decision_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="decision_has_a_reason",
                violation_error_message="Say why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchallenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="challenge_in_words",
                violation_error_message="Say what you disagree with.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchallenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__isnull", True),
                    models.Q(models.Q(("answer", ""), _negated=True), ("stood__isnull", False)),
                    _connector="OR",
                ),
                name="challenge_answered_whole",
                violation_error_message="Say what you answer, and whether the decision stands.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delaycause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="delaycause_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delaycause",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "cause__in",
                        [
                            "worker_changed",
                            "manager_changed",
                            "no_worker",
                            "family",
                            "partner",
                            "specialist",
                            "more_needed",
                            "workload",
                            "other",
                        ],
                    )
                ),
                name="delay_known_cause",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "letter",
                            "report",
                            "minutes",
                            "court",
                            "medical",
                            "school",
                            "photograph",
                            "transcript",
                            "identity",
                            "other",
                        ],
                    )
                ),
                name="document_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("scan__in", ["waiting", "clean", "found", "no_scanner"])),
                name="document_known_scan",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentcontent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)), fields=("document",), name="document_content_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirynote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("concluded__in", ["", "not_substantiated", "no_continuing_risk", "continuing_risk"])
                ),
                name="enquiry_known_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirynote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)), fields=("enquiry",), name="enquiry_note_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="historyanswer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)),
                fields=("assessment", "pattern"),
                name="history_answered_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="historyanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("means_now", ""), _negated=True),
                name="history_answer_in_words",
                violation_error_message="Say what it means now.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["partner_form", "telephone", "email", "in_person", "import"])),
                name="intake_known_channel",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["contact", "initial", "screening", "final", "decided", "joined"])),
                name="intake_known_stage",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(("family_told__in", ["", "yes", "objects", "no", "not_safe"])),
                name="intake_known_family_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    ("screener__isnull", True),
                    models.Q(("decided_by", models.F("screener")), _negated=True),
                    _connector="OR",
                ),
                name="intake_decider_is_not_screener",
                violation_error_message="Somebody other than the screener decides.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("stage", "joined"),
                        ("joined_to__isnull", False),
                        models.Q(("joined_reason", ""), _negated=True),
                    ),
                    models.Q(models.Q(("stage", "joined"), _negated=True), ("joined_to__isnull", True)),
                    _connector="OR",
                ),
                name="intake_joined_to_another",
                violation_error_message="Say which contact it is joined to, and why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needed_before__isnull", True),
                    models.Q(("needed_before_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="intake_needed_before_in_words",
                violation_error_message="Say why it is needed before then.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakechild",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("child__isnull", True), ("linked_at__isnull", True)),
                    models.Q(("child__isnull", False), ("linked_at__isnull", False)),
                    _connector="OR",
                ),
                name="intake_child_linked_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakechild",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True), ("child__isnull", False)),
                fields=("intake", "child"),
                name="intake_child_once",
                violation_error_message="This child is already in the contact.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["invitation", "decision", "plan", "report", "outcome", "other"])),
                name="letter_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["open", "checked", "sent", "dropped"])), name="letter_known_status"
            ),
        ),
        migrations.AddConstraint(
            model_name="letterrecipient",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_at__isnull", True),
                    models.Q(("checked_at__isnull", False), ("refused", False)),
                    _connector="OR",
                ),
                name="letter_sent_was_checked",
                violation_error_message="A letter is checked before it leaves.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "part__in",
                        [
                            "child",
                            "parent",
                            "family",
                            "advocate",
                            "social_care",
                            "police",
                            "health",
                            "education",
                            "housing",
                            "adult_service",
                            "legal",
                            "chair",
                            "other",
                        ],
                    )
                ),
                name="meeting_person_known_part",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingperson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agrees__isnull", True),
                    ("agrees", True),
                    models.Q(("dissent", ""), _negated=True),
                    _connector="OR",
                ),
                name="meeting_dissent_in_words",
                violation_error_message="Say what they do not agree with.",
            ),
        ),
        migrations.AddConstraint(
            model_name="needplannote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)), fields=("plan",), name="need_plan_note_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="outofhoursholder",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="out_of_hours_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="oversight",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="oversight_in_words",
                violation_error_message="Say what you saw and what must happen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnercheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "agency__in",
                        [
                            "police",
                            "health",
                            "school",
                            "early_help",
                            "housing",
                            "adult_care",
                            "probation",
                            "domestic_abuse",
                            "substance_use",
                            "youth_justice",
                            "other",
                        ],
                    )
                ),
                name="check_known_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnercheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("ground__in", ["consent", "risk_of_harm", "not_safe_to_ask", "crime"])),
                name="check_known_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnercheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ground", "consent"), models.Q(("ground_words", ""), _negated=True), _connector="OR"
                ),
                name="check_without_consent_says_why",
                violation_error_message="Say why information is shared without consent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnercheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", True),
                    ("nothing_known", True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="check_answered_whole",
                violation_error_message="Say what the agency answered.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pathway",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="pathway_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pathway",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["honour_based_abuse", "fgm", "forced_marriage", "homeless_16_17", "missing", "exploitation"],
                    )
                ),
                name="pathway_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="pathway",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True), ("gone_at__isnull", True)),
                fields=("child", "kind"),
                name="pathway_open_once",
                violation_error_message="This pathway is open already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pathway",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), models.Q(("end_reason", ""), _negated=True), _connector="OR"
                ),
                name="pathway_end_has_a_reason",
                violation_error_message="Say why it ends.",
            ),
        ),
        migrations.AddConstraint(
            model_name="homelesschoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("choice__in", ["section_20", "section_17", "housing", "home", "undecided"])),
                name="homeless_known_choice",
            ),
        ),
        migrations.AddConstraint(
            model_name="homelesschoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("choice", "undecided"),
                    models.Q(("section_17_explained", True), ("section_20_explained", True)),
                    _connector="OR",
                ),
                name="homeless_choice_is_informed",
                violation_error_message="Both sections are explained before the young person chooses.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("plan_kind__in", ["protection", "need", "pathway"])), name="plan_outcome_known_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="planoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("met_on__isnull", True), models.Q(("met_words", ""), _negated=True), _connector="OR"
                ),
                name="plan_outcome_met_says_how",
                violation_error_message="Say how you know that it is met.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dropped_on__isnull", True), models.Q(("dropped_reason", ""), _negated=True), _connector="OR"
                ),
                name="plan_outcome_dropped_says_why",
                violation_error_message="Say why it no longer matters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("owner__isnull", False), models.Q(("owner_words", ""), _negated=True), _connector="OR"
                ),
                name="plan_action_has_an_owner",
                violation_error_message="Say who does it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectiveorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="protectiveorder_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="protectiveorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "forced_marriage",
                            "fgm",
                            "non_molestation",
                            "occupation",
                            "restraining",
                            "domestic_abuse",
                            "prohibited_steps",
                            "child_arrangements",
                            "other",
                        ],
                    )
                ),
                name="order_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondlook",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)), fields=("decision",), name="second_look_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="secondlook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("read_on__isnull", True),
                    models.Q(
                        ("agrees__isnull", False),
                        ("history_used__isnull", False),
                        models.Q(("words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="second_look_read_whole",
                violation_error_message="Say whether you agree, whether the history was used, and why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="significantmark",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True), ("ended_on__isnull", True)),
                fields=("child", "about", "about_id"),
                name="significant_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="significantmark",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="significant_in_words",
                violation_error_message="Say why it is significant.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stepdown",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("worker__isnull", False),
                    models.Q(("to_early_help", True), models.Q(("worker_words", ""), _negated=True)),
                    _connector="OR",
                ),
                name="step_down_has_a_named_worker",
                violation_error_message="A step down needs a named worker.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stepdown",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_early_help", True), ("visit_every_days__gte", 1), _connector="OR"),
                name="step_down_has_a_visit_floor",
                violation_error_message="Say how often the child is visited at least.",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategynote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided__in", ["", "joint", "single", "assessment", "nothing_further", "meet_again"])
                ),
                name="strategy_known_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategynote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)), fields=("discussion",), name="strategy_note_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin__isnull", False),
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("started_on")),
                    _connector="OR",
                ),
                name="watch_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["early_help", "no_further_action", "step_down", "closure"])),
                name="watch_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="watchreading",
            constraint=models.CheckConstraint(
                condition=models.Q(("learned", ""), _negated=True),
                name="watch_reading_in_words",
                violation_error_message="Say what you take from it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="watchreading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_at__isnull", True)),
                fields=("watch", "came_back_id", "read_by"),
                name="watch_read_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="workstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("step__in", ["submitted", "returned", "approved", "reopened"])),
                name="work_step_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="workstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("step", "returned"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="work_returned_says_what",
                violation_error_message="Say what needs to be changed.",
            ),
        ),
        sql_file(SQL / "work_of_children.sql"),
    ]
