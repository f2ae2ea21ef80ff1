"""A promise may be changed after a dispute, and whoever answers a dispute says why."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import Q

STEPS = [
    ("given", "Given"),
    ("passed", "Passed to another worker with the case"),
    ("owner", "Owner changed"),
    ("due", "Day changed"),
    ("news", "Progress written"),
    ("kept", "Kept"),
    ("disputed", "Disputed"),
    ("upheld", "Stands after a dispute"),
    ("changed", "Changed after a dispute"),
    ("withdrawn", "Withdrawn"),
    ("reopened", "Opened again"),
]
WITH_WORDS = ["kept", "disputed", "withdrawn", "due", "reopened", "upheld", "changed"]


class Migration(migrations.Migration):
    """Put the new kind of step in, and ask for words with it."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0076_supervision_columns")]
    operations: ClassVar[list[Operation]] = [
        migrations.AlterField("directionstep", "step", models.TextField(choices=STEPS)),
        migrations.RemoveConstraint("directionstep", "direction_step_known"),
        migrations.RemoveConstraint("directionstep", "direction_kept_with_evidence"),
        migrations.AddConstraint(
            "directionstep",
            models.CheckConstraint(name="direction_step_known", condition=Q(step__in=[key for key, _ in STEPS])),
        ),
        migrations.AddConstraint(
            "directionstep",
            models.CheckConstraint(
                name="direction_kept_with_evidence",
                condition=~Q(step__in=WITH_WORDS) | ~Q(words=""),
                violation_error_message="Say what shows it, or why.",
            ),
        ),
    ]
