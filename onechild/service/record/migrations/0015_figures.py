"""Stored figures: results, the rows behind them, and what pages say of them; and who may read them."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Five tables, then sql/figures.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0010_clocks"), ("access", "0003_visible")]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="FigureRun",
            fields=[
                ("figure_run_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("variant", models.TextField(blank=True, db_default="")),
                ("as_at", models.DateField()),
                ("computed_at", models.DateTimeField()),
                ("change_set_id", models.BigIntegerField()),
                ("made_from", models.TextField()),
                ("days_written", models.IntegerField()),
            ],
            options={
                "db_table": "figure_runs",
            },
        ),
        migrations.CreateModel(
            name="FigureDay",
            fields=[
                ("figure_day_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("variant", models.TextField(blank=True, db_default="")),
                ("from_on", models.DateField(null=True)),
                ("to_on", models.DateField()),
                ("known_at", models.DateTimeField()),
                ("content", models.TextField()),
            ],
            options={
                "db_table": "figure_days",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("variant", "to_on", "from_on"), name="figure_day_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureDocument",
            fields=[
                ("figure_document_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("variant", models.TextField(blank=True, db_default="")),
                ("kind", models.TextField()),
                ("measure", models.TextField(blank=True, db_default="")),
                ("as_at", models.DateField()),
                ("against", models.DateField(null=True)),
                ("published", models.BooleanField()),
                ("content", models.TextField()),
                ("facts", models.JSONField()),
                ("wide", models.TextField(blank=True, db_default="")),
                ("narrow", models.TextField(blank=True, db_default="")),
            ],
            options={
                "db_table": "figure_documents",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("variant", "kind", "measure", "as_at", "against", "published"),
                        name="figure_document_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureChild",
            fields=[
                ("figure_child_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("measure", models.TextField()),
                ("worker_id", models.TextField(blank=True, db_default="")),
                ("team_id", models.TextField(blank=True, db_default="")),
                ("counted_on", models.DateField()),
                ("counted", models.BooleanField()),
                ("adds", models.FloatField(null=True)),
                (
                    "child",
                    models.ForeignKey(
                        db_column="child_id",
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="record.child",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        db_column="figure_day_id",
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="record.figureday",
                    ),
                ),
            ],
            options={
                "db_table": "figure_children",
                "indexes": [
                    models.Index(
                        fields=["day", "measure", "counted", "team_id", "worker_id", "child"],
                        name="figure_child_listed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("figure_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("measure", models.TextField()),
                ("version", models.IntegerField()),
                ("by", models.TextField(blank=True, db_default="")),
                ("team_id", models.TextField(blank=True, db_default="")),
                ("worker_id", models.TextField(blank=True, db_default="")),
                ("label", models.TextField(blank=True, db_default="")),
                ("numerator", models.FloatField()),
                ("denominator", models.FloatField(null=True)),
                ("value", models.FloatField(null=True)),
                ("adds", models.FloatField(null=True)),
                (
                    "day",
                    models.ForeignKey(
                        db_column="figure_day_id",
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="record.figureday",
                    ),
                ),
            ],
            options={
                "db_table": "figures",
                "constraints": [
                    models.UniqueConstraint(fields=("day", "measure", "by", "team_id", "worker_id"), name="figure_once")
                ],
            },
        ),
        sql_file(SQL / "figures.sql"),
    ]
