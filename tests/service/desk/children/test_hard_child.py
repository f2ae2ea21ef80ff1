"""The hard child's page of clocks: on four dates of the story it says which visit is due, by which rule, and when."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child
from tests.knowledge.clocks.adversarial import as_known_on
from tests.service.people import sign_in
from tests.spec.clocks.hard_child import STORY
from tests.spec.tables import standard_tables

pytestmark = pytest.mark.django_db
IN_TURN = ("children", "periods_of_care", "placements")


@pytest.mark.parametrize(
    ("day", "visit", "rule", "protection"),
    [
        ("2025-02-06", "28 February", "LAC-10, which holds in this child’s circumstances,", ""),
        ("2025-09-15", "22 September", "LAC-11, which holds in this child’s circumstances,", "26 September"),
        ("2026-06-04", "10 July", "ADP-03, which holds in this child’s circumstances,", ""),
        ("2026-08-24", "31 August", "LAC-05", ""),
    ],
    ids=["first review with the grandmother", "care order at home", "review after placement", "placement broke down"],
)
def test_the_page_says_on_the_day_which_visit_is_due_and_by_which_rule(
    client: Client, settings: Any, day: str, visit: str, rule: str, protection: str
) -> None:
    settings.TODAY = day
    child = _as_known_on(date.fromisoformat(day))
    sign_in(client, "front_door")
    answer = client.get(f"/children/{child.la_child_id}/clocks/")
    assert answer.status_code == 200
    shown = _open_duties(answer.content.decode())
    assert visit in shown["looked-after-visit"]
    assert f"Rule {rule} in force from 1 April 2011" in shown["looked-after-visit"]
    assert protection in shown.get("child-protection-visit", "")
    assert ("Rule CP-10" in shown.get("child-protection-visit", "")) == bool(protection)


def _as_known_on(day: date) -> Child:
    """The child in the record, with what was known at the end of a day, and the duties that follow."""
    rows = as_known_on(standard_tables(STORY, prefix="hard-"), day)
    models = {model._meta.db_table: model for model in apps.get_app_config("record").get_models()}
    with change_set(by="the story of the hard child", kind="edit", words="Told for a test"):
        for name in sorted(rows, key=lambda name: (name not in IN_TURN, name)):
            models[name].objects.bulk_create([models[name](**row) for row in rows[name]])
        clocks.renew(["hard-1"])
    return Child.objects.get(pk="hard-1")


def _open_duties(page: str) -> dict[str, str]:
    """The words of each clock's part of the page, but its past."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    found = {}
    for part in re.split(r'(?=<[a-z0-9]+[^>]*\bid="[a-z-]+")', main):
        named = re.match(r'<[a-z0-9]+[^>]*\bid="([a-z-]+)"', part)
        if named:
            still_owed = part.split("<table", 1)[0]
            found[named[1]] = " ".join(unescape(re.sub(r"<[^>]+>", " ", still_owed)).split())
    return found
