"""No table or view shows a child to the web but through the policies, and none to the public role at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
CATALOGUE = Path(__file__).with_name("catalogue.sql").read_text(encoding="utf-8")


def found(view: str) -> list[str]:
    """The names that a query of catalogue.sql finds."""
    asked = CATALOGUE.split(f"-- {view}\n")[1].split("\n\n")[0]
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [name for (name,) in cursor.fetchall()]


def test_every_table_with_a_child_has_row_level_security() -> None:
    assert found("tables with a child and no policy") == []


def test_every_view_with_a_child_asks_as_whoever_reads_it() -> None:
    assert found("views with a child that read as their owner") == ["visible"]


def test_the_catalogue_would_find_a_table_without_a_policy() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE left_open (child_id text)")
        cursor.execute("CREATE VIEW left_open_view AS TABLE left_open")
        cursor.execute("GRANT SELECT ON left_open, left_open_view TO onechild_web")
    assert found("tables with a child and no policy") == ["public.left_open"]
    assert found("views with a child that read as their owner") == ["left_open_view", "visible"]


def test_the_public_role_can_read_nothing_at_all() -> None:
    assert found("what the public role may read") == []


def test_the_web_can_take_nothing_from_the_log_and_change_nothing_in_it() -> None:
    assert found("what the web may write of the log") == []
