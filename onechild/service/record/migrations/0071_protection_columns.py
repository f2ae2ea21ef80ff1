"""What protection writes down besides: why a discussion was opened, a plan's contingency, each one's view."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import onechild.service.record.models.fields
from onechild.service.record.operations import SQL, sql_file


def _words(model: str, name: str) -> migrations.AddField:
    return migrations.AddField(model_name=model, name=name, field=models.TextField(blank=True, db_default=""))


class Migration(migrations.Migration):
    """Ten columns, then sql/protection_work.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0070_warning_not_discussed")]
    operations: ClassVar[list[Operation]] = [
        _words("strategynote", "why"),
        migrations.AddField("strategynote", "opened_at", models.DateTimeField(null=True, blank=True)),
        _words("strategynote", "opened_by_name"),
        migrations.AddField("strategynote", "worker", onechild.service.record.models.fields.reference("Worker")),
        _words("enquirynote", "voice_not_heard"),
        _words("conferencearrangement", "contingency"),
        migrations.AddField("conferencearrangement", "core_group_on", models.DateField(null=True, blank=True)),
        migrations.AddField("conferencearrangement", "decisions_sent_on", models.DateField(null=True, blank=True)),
        _words("conferencearrangement", "decisions_sent_how"),
        _words("meetingperson", "views"),
        sql_file(SQL / "protection_work.sql"),
    ]
