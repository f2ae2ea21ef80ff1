"""Uploads, decisions on what could not be read, reconciliations; who sees what of them."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from onechild.service.access.operations import guard, guard_by
from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Four tables, then sql/aside.sql and sql/candidates.sql."""

    dependencies = [("exchange", "0001_loads"), ("access", "0004_guard_record")]

    operations = [
        migrations.CreateModel(
            name="Reconciliation",
            fields=[
                ("reconciliation_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("what", models.TextField()),
                ("as_at", models.DateField()),
                ("made_by", models.TextField()),
                ("user_id", models.BigIntegerField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                ("counts", models.JSONField(default=dict)),
            ],
            options={
                "db_table": "reconciliations",
            },
        ),
        migrations.CreateModel(
            name="AsideDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarantine_id", models.TextField()),
                ("value", models.TextField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("row_values", models.TextField(blank=True, null=True)),
                ("decision", models.TextField()),
                ("words", models.TextField(blank=True, default="")),
                ("table_name", models.TextField(blank=True, default="")),
                ("row_key", models.TextField(blank=True, default="")),
                ("given", models.JSONField(default=dict)),
                ("change_set_id", models.BigIntegerField(blank=True, null=True)),
                ("decided_by", models.TextField()),
                ("user_id", models.BigIntegerField(blank=True, null=True)),
                ("decided_at", models.DateTimeField()),
            ],
            options={
                "db_table": "aside_decisions",
                "ordering": ["-decided_at", "-pk"],
                "indexes": [models.Index(fields=["quarantine_id"], name="aside_decisions_of_row")],
            },
        ),
        migrations.CreateModel(
            name="ReconciliationRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("their_id", models.TextField(blank=True, default="")),
                ("kind", models.TextField()),
                ("theirs", models.TextField(blank=True, default="")),
                ("ours", models.TextField(blank=True, default="")),
                ("cause", models.TextField(blank=True, default="")),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "reconciliation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="exchange.reconciliation"
                    ),
                ),
            ],
            options={
                "db_table": "reconciliation_rows",
                "ordering": ["kind", "their_id", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("upload_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("folder", models.TextField()),
                ("files", models.JSONField(default=list)),
                ("size", models.BigIntegerField(default=0)),
                ("source", models.TextField()),
                ("source_name", models.TextField(blank=True, default="")),
                ("council", models.TextField(blank=True, default="")),
                ("real", models.BooleanField(default=True)),
                ("year", models.IntegerField(blank=True, null=True)),
                ("known_at", models.DateField(blank=True, null=True)),
                ("older", models.BooleanField(default=False)),
                ("made_by", models.TextField()),
                ("user_id", models.BigIntegerField(blank=True, null=True)),
                ("uploaded_at", models.DateTimeField()),
                ("state", models.TextField(default="looking")),
                ("holds", models.JSONField(default=dict)),
                ("message", models.TextField(blank=True, default="")),
                (
                    "load",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="exchange.load",
                    ),
                ),
            ],
            options={
                "db_table": "uploads",
            },
        ),
        sql_file(SQL / "aside.sql"),
        sql_file(SQL / "candidates.sql"),
        guard_by("uploads", sees="access_may('load_data')"),
        guard_by("reconciliations", sees="access_may('reconcile')", grants="SELECT, INSERT, UPDATE"),
        guard("reconciliation_rows", without_child="reconcile"),
    ]
