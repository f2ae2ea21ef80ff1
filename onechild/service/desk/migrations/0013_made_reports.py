"""Reports as they were made; who sees which."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard_by

SEES = (
    "variant = figure_variant() AND (access_may('see_figures') OR (published AND access_may('see_figures_suppressed')))"
)


class Migration(migrations.Migration):
    """One table, its policy, and what the web may do with it: read and add."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("desk", "0012_dashboards"), ("access", "0012_guard_new_facts")]
    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="MadeReport",
            fields=[
                ("made_report_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("variant", models.TextField(blank=True, default="")),
                ("kind", models.TextField()),
                ("as_at", models.DateField()),
                ("against", models.DateField()),
                ("published", models.BooleanField()),
                ("facts", models.JSONField()),
                ("figures", models.IntegerField(default=0)),
                ("made_by", models.TextField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "made_reports",
                "ordering": ["-as_at", "-made_at", "-pk"],
                "indexes": [models.Index(fields=["kind", "-as_at"], name="made_reports_of_kind")],
            },
        ),
        guard_by("made_reports", sees=SEES, grants="SELECT, INSERT"),
    ]
