"""Child in need plans, step-down, closure and the decision register in Chromium: axe finds nothing, at both widths."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.journeys.decisions.second_looks.drawing import draw_weekly
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.decisions import Decided, challenge, enter_for_all
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import Closure, Referral, SecondLook
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.in_browser import faults, open_page
from tests.service.journeys.support.test_need_plan import OUTCOME, WRITTEN
from tests.service.our_own import Family, a_family, protected
from tests.service.people import make_user

__all__ = ["a_day_that_stands_still"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SENT, NOW = date(2026, 11, 11), datetime(2026, 11, 11, 16, 50, tzinfo=UTC)


@pytest.fixture
def manager(client: Client) -> User:
    """A front-door decision-maker, who may see and decide all that these pages show."""
    user = make_user("front_door")
    client.force_login(user, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    return user


@pytest.fixture
def pages(client: Client, manager: User) -> dict[str, str]:
    """A plan to decide on and one being written, a closure asked for, a redirect that came back."""
    family = a_family()
    zadie, zeb = (f"/children/{child.la_child_id}/" for child in family.children)
    writer = Client()
    writer.force_login(
        User.objects.get(pk=family.writer.pk), backend="onechild.service.access.sign_in.backends.PasswordBackend"
    )
    plan = str(writer.post(f"{zadie}need-plan/new/", WRITTEN)["Location"])
    writer.post(f"{plan}outcomes/new/", OUTCOME)
    writing = str(writer.post(f"{zeb}need-plan/new/", {**WRITTEN, "family_views": ""})["Location"])
    writer.post(f"{plan}send/")
    found = {"DECIDE": f"{plan}decide/", **_decided(family, manager)}
    found |= {"WRITING": writing, "EDIT": f"{writing}edit/", "PLANS": f"{zeb}need-plans/"}
    found |= {"OUTCOME": f"{writing}outcomes/new/", "CLOSE": f"{zeb}closure/"}
    asked = {"end_reason": "RC7", "words": "Steady.", "childs_voice": "Fine.", "who_watches": "The nurse."}
    told = {"what_is_left": "Nothing.", "family_told_on": "2026-11-18", "childs_explanation": "You can ring."}
    writer.post(f"{zeb}closure/", {**asked, **told})
    found["CLOSURE"] = f"{zeb}closure/{Closure.objects.get().pk}/"
    return found


def _decided(family: Family, manager: User) -> dict[str, str]:
    """A redirect of last week that came back, was challenged, and is drawn for a second look."""
    decided = Decided(
        kind="contact_final",
        outcome="early_help",
        outcome_words="To early help",
        reason="The family hub knows them.",
        seen="The contact, two police checks.",
        options="A referral.",
    )
    with change_set(by=manager, kind="edit", words="a redirect"):
        first, second = enter_for_all(
            decided, children=family.children, worker_id=None, by=manager, now=NOW, today=SENT
        )
        watch = begin_watch(decision=first, kind="early_help", on=SENT)
        begin_watch(decision=second, kind="early_help", on=SENT)
        back = Referral.objects.create(child=family.children[0], started_on=date(2026, 11, 16))
    challenge(decision=first, words="The history was not read.", worker_id=None, by=family.writer, today=TODAY)
    draw_weekly(today=date(2026, 11, 18))
    look = SecondLook.objects.get()
    return {
        "DECISION": f"/decisions/{first.pk}/",
        "CHALLENGE": f"/decisions/{first.pk}/challenge/",
        "LEARN": f"/decisions/mine/{watch.pk}/{back.pk}/",
        "LOOK": f"/front-door/second-looks/{look.pk}/",
        "REGISTER": "/decisions/?words=hub",
        "MINE": "/decisions/mine/",
        "AFTER": "/decisions/after/",
        "MONTH": "/decisions/after/?kind=early_help&month=2026-11",
        "LOOKS": "/front-door/second-looks/",
    }


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_whole_and_axe_finds_nothing(
    browser: Any, client: Client, pages: dict[str, str], width: int
) -> None:
    assert _wrong(browser, client, pages, width) == []
    client.post(pages["DECIDE"], {"answer": "approve", "reason": "It fits.", "seen": "All of it."})
    plan = pages["DECIDE"].removesuffix("decide/")
    begun = {"PLAN": plan, "REVIEW": f"{plan}review/", "END": f"{plan}end/", "OVERSEE": f"{plan}oversight/"}
    assert _wrong(browser, client, begun, width) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_step_down_fits_the_page(browser: Any, client: Client, manager: User, width: int) -> None:
    family = a_family()
    protected(family, outcomes={"Zadie": 2, "Zeb": 1})
    address = f"/children/{family.children[0].la_child_id}/step-down/"
    assert _wrong(browser, client, {"STEP": address}, width) == []


def _wrong(browser: Any, client: Client, pages: dict[str, str], width: int) -> list[str]:
    """What is wrong with the pages at a width; each is kept as a picture where SHOTS names a folder."""
    wrong = []
    for name, address in pages.items():
        page = open_page(browser, client, address, width=width)
        if folder := os.environ.get("SHOTS"):
            page.screenshot(path=str(Path(folder) / f"{name.lower()}-{width}.png"), full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found = faults(page) or "; ".join(page.said) or (f"{wide} wide" if wide > width else "")
        wrong += [f"{name}: {found}"] if found or page.title() == "" else []
        page.context.close()
    return wrong
