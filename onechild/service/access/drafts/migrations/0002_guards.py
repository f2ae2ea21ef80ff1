"""A draft is its writer's own, and only as long as they may see the child whom it is about."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from onechild.service.access.operations import guard_by, open_to_web


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("drafts", "0001_initial"), ("access", "0003_visible")]
    operations: ClassVar[list[migrations.RunSQL]] = [
        guard_by(
            "drafts",
            sees="user_id = access_viewer() AND (child_id IS NULL OR may_see(child_id))",
            grants="SELECT, INSERT, UPDATE, DELETE",
        ),
        # Put down by nobody signed in; sealed, so that only the program can read it, and it does so for its owner alone.
        open_to_web("parked_forms", grants="SELECT, INSERT, DELETE"),
    ]
