"""Room I: what is noted about a relationship; which child a paragraph of a letter is about, and what was answered of it."""

import django.db.models.deletion
import django.db.models.manager
import onechild.service.record.models.fields
import onechild.service.record.models.row
from django.db import migrations, models

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """One table and two columns; the journey of people guards them."""

    dependencies = [("record", "0072_notes_told")]

    operations = [
        migrations.AddField(model_name="letterpart", name="answers", field=models.JSONField(blank=True, default=list)),
        migrations.AddField(
            model_name="letterpart",
            name="related_child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="record.child",
            ),
        ),
        migrations.CreateModel(
            name="RelationshipNote",
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
                    "relationship_note_id",
                    onechild.service.record.models.fields.KeyField(
                        db_default=onechild.service.record.models.fields.NewKey(), primary_key=True, serialize=False
                    ),
                ),
                ("responsible_from", models.DateField(blank=True, null=True)),
                (
                    "ground",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("mother", "Mother who gave birth"),
                            ("married", "Married to or in a civil partnership with the mother at the birth, or later"),
                            ("registered", "On the birth certificate, registered since 1 December 2003"),
                            ("agreement", "A parental responsibility agreement"),
                            ("order", "A court order"),
                            ("special_guardian", "A special guardianship order"),
                            ("adoption", "Adoption"),
                            ("other", "Another way"),
                            ("not_known", "Not known yet"),
                        ],
                        db_default="",
                    ),
                ),
                ("known_how", models.TextField(blank=True, db_default="")),
                ("words", models.TextField(blank=True, db_default="")),
                ("written_by_name", models.TextField()),
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
                    "relationship",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.relationship",
                    ),
                ),
            ],
            options={
                "db_table": "relationship_notes",
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ground__in",
                                [
                                    "",
                                    "mother",
                                    "married",
                                    "registered",
                                    "agreement",
                                    "order",
                                    "special_guardian",
                                    "adoption",
                                    "other",
                                    "not_known",
                                ],
                            )
                        ),
                        name="relationship_note_known_ground",
                    )
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        sql_file(SQL / "people_and_letters.sql"),
    ]
