"""Why a duty was late: given once by whoever owed it or a manager, corrected in history, read beside the figure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.service.desk.performance.reasons import reasons_behind
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import versions
from onechild.service.record.models import Child, FigureChild, LateReason, Obligation, Visit
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.lateness import done, written_late
from tests.service.conftest import TODAY
from tests.service.desk.planning import one_family
from tests.service.desk.test_my_day import owe, text_of
from tests.service.people import a_worker, child_of, sign_in, team_of

pytestmark = pytest.mark.django_db
DUE = TODAY - timedelta(days=4)
CLOCK = "child-protection-visit"
TYPED = {"edit_version": 0, "reason": "child_abroad", "words": "With her aunt until Sunday"}


@pytest.fixture
def child(holder: str) -> Child:
    """A child whose visit is four days late."""
    found = child_of(holder)
    owe(found.pk, CLOCK, DUE)
    return found


def address(child: Child, *, clock: str = CLOCK, due: date = DUE) -> str:
    """The form."""
    return f"/children/{child.la_child_id}/clocks/late/?clock={clock}&spell=S1&due={due}"


def test_whoever_owes_the_duty_gives_the_reason_once(client: Client, holder: str, child: Child) -> None:
    user = sign_in(client, "social_worker", worker_id=holder)
    assert client.post(address(child), TYPED).status_code == 302
    given = LateReason.objects.get(child=child)
    assert (given.reason, given.given_by, given.due_on, given.sequence) == ("child_abroad", user.name, DUE, 1)


def test_it_is_read_on_the_childs_page_and_on_my_day(client: Client, holder: str, child: Child) -> None:
    user = sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    words = f"Child abroad: With her aunt until Sunday. Given by {user.name}."
    assert words in text_of(client.get(f"/children/{child.la_child_id}/clocks/"))
    assert words in text_of(client.get("/"))


def test_a_late_line_asks_for_the_reason_until_there_is_one(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    asks = f"/children/{child.la_child_id}/clocks/late/"
    assert asks in text_of(client.get("/"))
    client.post(address(child), TYPED)
    assert asks not in text_of(client.get("/"))


def test_of_brothers_and_sisters_each_is_asked_for_a_reason(client: Client, holder: str, child: Child) -> None:
    other = Child.objects.filter(pk__in=[one.child_id for one in held_by(holder, today=TODAY)]).exclude(pk=child.pk)[0]
    one_family(child, other)
    owe(other.pk, CLOCK, DUE)
    sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    shown = text_of(client.get("/"))
    assert f"/children/{other.la_child_id}/clocks/late/" in shown
    assert f"/children/{child.la_child_id}/clocks/late/" not in shown


def test_a_reason_without_words_is_asked_for_them(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.post(address(child), {**TYPED, "words": ""}).status_code == 200
    assert not LateReason.objects.exists()


def test_what_is_said_again_corrects_it_and_the_first_words_stay_in_history(
    client: Client, holder: str, child: Child
) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    client.post(address(child), {**TYPED, "edit_version": 1, "words": "With her uncle"})
    given = LateReason.objects.get(child=child)
    assert [version.row["words"] for version in versions(given)] == ["With her aunt until Sunday", "With her uncle"]


def test_a_second_reason_sent_blind_is_told_of_the_first(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    answer = client.post(address(child), {**TYPED, "words": "Another"})
    assert answer.status_code == 409
    assert LateReason.objects.get(child=child).words == "With her aunt until Sunday"


def test_the_manager_may_give_it(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert client.post(address(child), TYPED).status_code == 302


def test_a_colleague_who_does_not_owe_it_may_not(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=a_worker(team_of(holder)))
    assert client.get(address(child)).status_code == 403


def test_a_duty_in_time_has_no_reason_to_give(client: Client, holder: str, child: Child) -> None:
    Obligation.objects.filter(child=child).update(met_on=DUE)
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get(address(child)).status_code == 404


@pytest.mark.parametrize("asked", [{"due": TODAY}, {"clock": "nothing-like-it"}])
def test_a_duty_that_is_not_there_has_no_form(client: Client, holder: str, child: Child, asked: Any) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get(address(child, **asked)).status_code == 404


def test_a_visit_seen_in_time_and_written_later_is_told_from_one_seen_late(
    client: Client, holder: str, child: Child
) -> None:
    Obligation.objects.filter(child=child).update(met_on=DUE, started_on=DUE - timedelta(days=28))
    with change_set(by="a test", kind="edit", words="visits"):
        Visit.objects.filter(child=child, happened_on=DUE).update(seen=False)
        Visit.objects.create(
            child=child, happened_on=DUE, purpose="child_protection", seen=True, worker_id=holder, recorded_on=TODAY
        )
    sign_in(client, "social_worker", worker_id=holder)
    assert "Seen in time, written down 4 days later" in text_of(client.get(f"/children/{child.la_child_id}/clocks/"))


def test_the_list_behind_a_figure_says_why(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    measure = next(one for one in MEASURES.values() if one.clock == CLOCK and one.counted_on == "due_on")
    row = FigureChild(pk=1, child_id=child.pk, measure=measure.key, counted_on=DUE, counted=False)
    assert "With her aunt" in reasons_behind([row], measure)[1]


def test_a_reason_for_another_duty_is_not_said_of_this_one(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    client.post(address(child), TYPED)
    measure = next(one for one in MEASURES.values() if one.clock == CLOCK and one.counted_on == "due_on")
    row = FigureChild(pk=1, child_id=child.pk, measure=measure.key, counted_on=DUE - timedelta(days=28), counted=False)
    assert reasons_behind([row], measure)[1] == ""


def test_late_and_written_late_are_said_apart() -> None:
    on = date(2026, 11, 2)
    assert done(due_on=on, happened_on=on, recorded_on=date(2026, 11, 11), word="seen") == (
        "seen in time, written down 9 days later"
    )
    assert done(due_on=on, happened_on=date(2026, 11, 6), recorded_on=date(2026, 11, 6), word="seen") == (
        "seen 4 days late"
    )
    assert written_late(on, on) == ""
    assert written_late(on, None) == ""
