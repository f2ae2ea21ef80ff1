"""Figures of twelve months and of every cut; published figures with their children; what was stored is counted anew."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file

STORED = "figure_children, figures, figure_documents, figure_days, figure_runs"


def _child() -> models.ForeignKey:
    return models.ForeignKey(
        db_column="child_id",
        db_constraint=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to="record.child",
    )


def _published(**more: object) -> models.ForeignKey:
    return models.ForeignKey(
        db_column="published_id",
        on_delete=django.db.models.deletion.CASCADE,
        to="record.publishedfigure",
        **more,
    )


class Migration(migrations.Migration):
    """Three tables and seven columns, then sql/figures_of_years.sql and sql/published.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0063_new_facts"), ("access", "0012_guard_new_facts")]

    operations: ClassVar[list[Operation]] = [
        migrations.RunSQL([f"TRUNCATE {STORED}"], migrations.RunSQL.noop),
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                ("published_id", models.TextField(primary_key=True, serialize=False)),
                ("measure", models.TextField()),
                ("version", models.IntegerField()),
                ("title", models.TextField()),
                ("says", models.TextField()),
                ("definition", models.JSONField()),
                ("mark", models.TextField()),
                ("from_on", models.DateField(null=True)),
                ("to_on", models.DateField()),
                ("by", models.TextField(blank=True, db_default="")),
                ("numerator", models.FloatField()),
                ("denominator", models.FloatField(null=True)),
                ("value", models.FloatField(null=True)),
                ("groups", models.JSONField()),
                ("known_at", models.DateTimeField()),
                ("change_sets", models.BigIntegerField()),
                ("extract", models.TextField(blank=True, db_default="")),
                ("content", models.TextField()),
                ("rows", models.IntegerField()),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "db_table": "published_figures",
                "indexes": [models.Index(fields=["measure", "to_on"], name="published_of_measure")],
            },
        ),
        migrations.CreateModel(
            name="PublishedFigureChild",
            fields=[
                ("published_figure_child_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("published", _published(db_index=False, related_name="+")),
                ("row_id", models.TextField(blank=True, db_default="")),
                ("child", _child()),
                ("worker_id", models.TextField(blank=True, db_default="")),
                ("team_id", models.TextField(blank=True, db_default="")),
                ("counted_on", models.DateField()),
                ("counted", models.BooleanField()),
                ("adds", models.FloatField(null=True)),
                ("base", models.FloatField(null=True)),
            ],
            options={
                "db_table": "published_figure_children",
                "indexes": [models.Index(fields=["published", "counted", "child"], name="published_child_listed")],
            },
        ),
        migrations.CreateModel(
            name="PublishedUse",
            fields=[
                ("published_use_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("published", _published(related_name="uses")),
                ("for_what", models.TextField()),
                ("published_by", models.TextField()),
                ("user_id", models.BigIntegerField(null=True)),
                ("published_at", models.DateTimeField()),
            ],
            options={"db_table": "published_uses", "ordering": ["published_at", "published_use_id"]},
        ),
        migrations.RemoveConstraint(model_name="figure", name="figure_once"),
        migrations.AddField("figure", "cut", models.TextField(blank=True, db_default="")),
        migrations.AddField("figure", "own_rows", models.BooleanField(db_default=False)),
        migrations.AddField("figurechild", "base", models.FloatField(null=True)),
        migrations.AddField("figurechild", "row_id", models.TextField(blank=True, db_default="")),
        migrations.AddField("figureday", "kind", models.TextField(db_default="day")),
        migrations.AddField("figurerun", "change_sets", models.BigIntegerField(db_default=0)),
        migrations.AddField("figurerun", "known_at", models.DateTimeField(null=True)),
        migrations.AlterField("figurechild", "child", _child()),
        migrations.AddConstraint(
            "figure",
            models.UniqueConstraint(fields=("day", "measure", "by", "cut", "team_id", "worker_id"), name="figure_once"),
        ),
        sql_file(SQL / "figures_of_years.sql"),
        sql_file(SQL / "published.sql"),
    ]
