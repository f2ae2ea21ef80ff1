"""What the web's role may do with the history of accounts: add to it, never change it."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from onechild.service.access.operations import open_to_web


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0001_initial"), ("access", "0003_visible")]
    operations: ClassVar[list[migrations.RunSQL]] = [
        open_to_web("access_account_changes", grants="SELECT, INSERT"),
        open_to_web("access_role_requests", grants="SELECT, INSERT, UPDATE"),
    ]
