"""Makes the functions of clocks that are about others than children, and lets the web call the one it needs."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from onechild.knowledge.clocks import live


def install(apps: Any, editor: Any) -> None:
    """Install the functions of the program as it is: a database of an earlier one has those of children alone."""
    with editor.connection.cursor() as cursor:
        live.install(cursor)


class Migration(migrations.Migration):
    """Installs the clocks again, then grants."""

    dependencies = [("record", "0045_visit_intervals")]
    operations = [
        migrations.RunPython(install, migrations.RunPython.noop),
        migrations.RunSQL(
            "GRANT EXECUTE ON FUNCTION clocks.renew_others(text[]) TO onechild_web",
            migrations.RunSQL.noop,
        ),
    ]
