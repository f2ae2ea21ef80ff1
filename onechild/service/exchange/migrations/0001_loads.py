"""The account of loads, and how far one is."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Two tables, then sql/progress.sql."""

    initial = True

    dependencies = [("record", "0004_loading")]

    operations = [
        migrations.CreateModel(
            name="Load",
            fields=[
                ("load_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("source", models.TextField()),
                ("source_name", models.TextField(blank=True, default="")),
                ("files", models.JSONField(default=list)),
                ("folder", models.TextField(blank=True, default="")),
                ("keep_files", models.BooleanField(default=False)),
                ("council", models.TextField(blank=True, default="")),
                ("year", models.IntegerField(blank=True, null=True)),
                ("known_at", models.DateField(blank=True, null=True)),
                ("older", models.BooleanField(default=False)),
                ("real", models.BooleanField(default=False)),
                ("state", models.TextField(default="waiting")),
                ("made_by", models.TextField()),
                ("user_id", models.BigIntegerField(blank=True, null=True)),
                ("asked_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("moved_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("table_now", models.TextField(blank=True, default="")),
                ("rows_done", models.BigIntegerField(default=0)),
                ("rows_total", models.BigIntegerField(default=0)),
                ("fingerprint", models.TextField(blank=True, default="")),
                ("whole", models.BooleanField(default=False)),
                ("change_set_id", models.BigIntegerField(blank=True, null=True)),
                ("children", models.IntegerField(default=0)),
                ("seconds", models.FloatField(blank=True, null=True)),
                ("clock_seconds", models.FloatField(blank=True, null=True)),
                ("message", models.TextField(blank=True, default="")),
                ("warnings", models.JSONField(default=list)),
            ],
            options={
                "db_table": "loads",
                "indexes": [models.Index(fields=["source", "state"], name="loads_of_source")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="load_known_state",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LoadTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table_name", models.TextField()),
                ("sha256", models.TextField(blank=True, default="")),
                ("skipped", models.BooleanField(default=False)),
                ("rows", models.BigIntegerField()),
                ("new", models.BigIntegerField()),
                ("changed", models.BigIntegerField()),
                ("gone", models.BigIntegerField()),
                ("back", models.BigIntegerField()),
                ("spared", models.BigIntegerField()),
                ("refused", models.BigIntegerField()),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tables", to="exchange.load"
                    ),
                ),
            ],
            options={
                "db_table": "load_tables",
                "ordering": ["table_name"],
                "constraints": [models.UniqueConstraint(fields=("load", "table_name"), name="load_table_once")],
            },
        ),
        sql_file(SQL / "progress.sql"),
    ]
