"""Since when somebody has been typing, and who else is typing in the same form."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """One column, an index, and sql/others.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("drafts", "0002_guards"),
        ("access", "0013_work_of_children"),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField(model_name="draft", name="began_at", field=models.DateTimeField(null=True)),
        migrations.AddIndex(
            model_name="draft", index=models.Index(fields=["kind", "child", "saved_at"], name="drafts_of_a_form")
        ),
        sql_file(SQL / "others.sql"),
    ]
