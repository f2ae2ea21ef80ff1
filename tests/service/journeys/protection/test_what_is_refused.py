"""Who may not, what comes too soon, what two people did at once, and what the case system keeps: said kindly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.access.viewer import Viewer, viewer_of
from onechild.service.journeys.protection.queries import waiting_for
from onechild.service.record.actions import warnings
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    CoreGroup,
    EnquiryNote,
    MeetingPerson,
    Referral,
    StrategyNote,
    Worker,
)
from tests.service.journeys.protection.conftest import Family, People, typed
from tests.service.journeys.protection.steps import (
    CONCLUDED,
    CONFERENCE,
    DISCUSSED,
    arranged,
    concluded,
    decided,
    discussed,
    sent,
    suspected,
    written,
)
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
On = Callable[[date], None]


def asked(family: Family, **more: str) -> dict[str, str]:
    """A conference to be arranged for the first child."""
    return {
        "kind": "initial",
        **typed("planned_on", CONFERENCE),
        "planned_at": "10:00",
        "place": "Room 2",
        "chair": family.chair_id,
        "why": "Harm.",
        **more,
    }


def test_a_worker_opens_a_discussion_and_a_manager_says_what_was_decided(
    on: On, people: People, family: Family
) -> None:
    on(DISCUSSED)
    note = suspected(people, family)
    page = family.page(f"strategy/{note.discussion_id}/")
    assert "A manager, or whoever decides" in people.worker.get(page).content.decode()
    assert people.worker.post(page, {}).status_code == 403


def test_opening_a_discussion_twice_opens_one(on: On, people: People, family: Family) -> None:
    on(DISCUSSED)
    suspected(people, family)
    suspected(people, family)
    assert StrategyNote.objects.filter(child=family.child).count() == 1


def test_a_discussion_written_up_by_two_is_kept_once_and_the_second_reads_the_first(
    on: On, people: People, family: Family
) -> None:
    on(DISCUSSED)
    discussed(people, family, decided="assessment", sibling="assessment")
    note = StrategyNote.objects.get(child=family.child)
    other = {"decided_0": "joint", "shared": "The school rang."}
    again = people.manager.post(family.page(f"strategy/{note.discussion_id}/"), other)
    assert again.status_code == 409
    assert "go on with an assessment" in again.content.decode()
    assert "The school rang." in again.content.decode()
    note.refresh_from_db()
    assert note.decided == "assessment"


@pytest.mark.parametrize(
    ("prepare", "kind", "says"),
    [
        ("nothing", "initial", "has no section 47 enquiry that leads to a conference"),
        ("closed", "initial", "has no open referral"),
        ("nothing", "review", "is on no child protection plan of this council"),
    ],
)
def test_a_conference_out_of_its_order_is_refused_with_words(
    on: On, people: People, family: Family, prepare: str, kind: str, says: str
) -> None:
    on(CONCLUDED)
    if prepare == "closed":
        with change_set(by="a test", kind="edit", words="closed"):
            Referral.objects.filter(child=family.child).update(ended_on=DISCUSSED)
    shown = people.worker.post(family.page("conferences/new/"), asked(family, kind=kind)).content.decode()
    assert says in shown
    assert not ConferenceArrangement.objects.filter(child=family.child).exists()


def test_a_conference_on_a_sunday_is_asked_about_and_not_forbidden(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    concluded(people, family)
    sunday = asked(family, **typed("planned_on", date(2026, 6, 21)))
    assert "weekend or a bank holiday" in people.worker.post(family.page("conferences/new/"), sunday).content.decode()
    sent(people.worker, family.page("conferences/new/"), {**sunday, "anyway": "on"})


def test_nobody_approves_their_own_enquiry_and_what_is_missing_is_said(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    led = written(people, family, enquiry, analysis="", childs_voice="")
    shown = people.worker.get(led.split("#")[0]).content.decode()
    assert "It is saved, and not sent yet." in shown
    assert "a visit at which the child was seen" in shown
    people.worker = people.manager
    written(people, family, enquiry, voice_not_heard="Not let in.")
    answer = people.manager.post(family.page(f"enquiries/{enquiry.pk}/answer/"), {"answer": "approve", "reason": "x"})
    assert answer.status_code == 403
    assert "someone else must approve it" in answer.content.decode()


def test_an_enquiry_that_is_returned_says_what_needs_to_change(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    written(people, family, enquiry, voice_not_heard="Too young.")
    page = family.page(f"enquiries/{enquiry.pk}/")
    assert people.worker.get(f"{page}write/").status_code == 403
    late = people.worker.post(f"{page}write/", {"edit_version": "1", "findings": "More."})
    assert "More." in late.content.decode()
    sent(people.manager, f"{page}answer/", {"answer": "return", "changes": "Ask the health visitor."})
    assert "Ask the health visitor." in people.worker.get(page).content.decode()
    assert people.worker.get(f"{page}write/").status_code == 200


def test_two_people_on_one_enquiry_are_told_and_nothing_is_lost(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    written(people, family, enquiry, send=False, findings="First.")
    page = family.page(f"enquiries/{enquiry.pk}/write/")
    answer = people.manager.post(page, {"edit_version": "1", "findings": "Second."})
    assert answer.status_code == 409
    assert "Somebody else changed this" in answer.content.decode()
    assert "Second." in answer.content.decode()
    assert EnquiryNote.objects.get(enquiry=enquiry).findings == "First."


def test_only_a_chair_outside_the_line_of_management_decides(
    on: On, people: People, family: Family, client: Client
) -> None:
    on(CONFERENCE)
    concluded(people, family)
    row = arranged(people, family)
    page = family.page(f"conferences/{row.pk}/decide/")
    assert people.worker.get(page).status_code == 403
    near = sign_in(client, user=make_user("conference_chair", worker_id=family.worker_id))
    answer = client.get(page)
    assert near.worker_id == family.worker_id
    assert answer.status_code == 403
    assert "outside the line of management" in answer.content.decode()
    chosen = people.worker.get(family.page("conferences/new/")).context["form"].fields["chair"].choices
    assert family.chair_id in dict(chosen)
    assert family.manager_id not in dict(chosen)


def test_the_chair_may_read_what_they_chair_and_no_more_once_there_is_no_plan(
    on: On, people: People, family: Family
) -> None:
    on(CONFERENCE)
    assert people.chair.get(family.page("")).status_code == 403
    concluded(people, family)
    row = arranged(people, family)
    assert people.chair.get(family.page(f"conferences/{row.pk}/")).status_code == 200
    shown = people.chair.get(family.page(f"conferences/{row.pk}/decide/")).content.decode()
    assert "checked" not in shown.split("<main")[1]
    decided(people, family, row, decided_0="nothing", category_0="")
    assert not ChildProtectionPlan.objects.filter(child=family.child).exists()
    assert Allocation.objects.get(child=family.child, role="reviewing_officer").ended_on == CONFERENCE
    late = people.chair.post(family.page(f"conferences/{row.pk}/decide/"), {"summary": "Typed too late."})
    assert "Typed too late." in late.content.decode()


def test_a_parent_who_is_flagged_is_asked_only_with_a_reason_and_may_be_left_out(
    on: On, people: People, family: Family
) -> None:
    on(CONCLUDED)
    concluded(people, family)
    row = arranged(people, family)
    warnings.add(
        child=family.child,
        by=User.objects.order_by("pk")[0],
        today=CONCLUDED,
        kind="do_not_disclose",
        words="Their father must not learn the address.",
        started_on=CONCLUDED,
        review_by=date(2027, 1, 1),
        told=False,
        not_told_reason="He is the risk.",
        manager_id=Worker.objects.order_by("pk")[0].pk,
        discussed_on=CONCLUDED,
    )
    page = family.page(f"conferences/{row.pk}/ask/")
    father = {"name": "R Cole", "part": "parent", "asked": "yes", "how": "letter"}
    shown = people.worker.post(page, father).content.decode()
    assert "Their father must not learn the address." in shown
    assert "say why it is safe to ask them" in shown
    sent(people.worker, page, {**father, "asked": "no", "left_out_reason": "An order forbids contact."})
    assert MeetingPerson.objects.get(about_id=row.pk, name="R Cole").invited_on is None
    assert "An order forbids contact." in people.worker.get(family.page(f"conferences/{row.pk}/")).content.decode()


def test_a_plan_of_the_case_system_takes_core_groups_and_is_not_ended_here(on: On, client: Client) -> None:
    on(date(2026, 11, 21))
    plans = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None, origin__isnull=False)
    plan = plans.select_related("child").order_by("child_id")[0]
    sign_in(client, "service_manager")
    sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)
    page = f"/children/{plan.child.la_child_id}/protection-plans/{plan.pk}/"
    assert "kept in the case system" in client.get(page).content.decode()
    assert client.get(f"{page}end/").status_code == 403
    group = {**typed("held_on", date(2026, 11, 20)), "quorate": "yes", "words": "Said."}
    answers = {**group, **typed("next_on", date(2026, 12, 18)), "said_0": "", "progress_0": "Some."}
    others = len(client.get(f"{page}core-groups/new/").context["form"].heads)
    sent(client, f"{page}core-groups/new/", {**answers, **{f"was_{number}": "no" for number in range(1, others)}})
    assert CoreGroup.objects.get(child=plan.child, origin=None).plan_id == plan.pk


def test_what_waits_is_told_to_whom_it_waits_for(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    written(people, family, enquiry, voice_not_heard="Too young.")
    assert [one.does for one in _waits(family, "manager")] == ["Answer this enquiry"]
    answer = {"answer": "approve", "reason": "Agreed."}
    sent(people.manager, family.page(f"enquiries/{enquiry.pk}/answer/"), answer)
    assert [(one.does, one.due_on) for one in _waits(family, "worker")] == [
        ("Arrange this conference", date(2026, 6, 26))
    ]
    arranged(people, family)
    assert {one.does for one in _waits(family, "worker")} == {"Share the report with the family"}
    assert {one.does for one in _waits(family, "chair")} == {"Record what was decided"}


def test_the_list_shows_ones_own_and_nothing_of_others(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    concluded(people, family)
    arranged(people, family)
    assert "Kayden Ashdown" in people.worker.get("/protection/?show=mine").content.decode()
    others = Client()
    sign_in(others, "social_worker")
    assert "Kayden Ashdown" not in others.get("/protection/?show=all").content.decode()


def test_what_is_half_typed_is_found_again(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    concluded(people, family)
    page = family.page(f"conferences/{arranged(people, family).pk}/call-off/")
    people.worker.post("/drafts/conference-call-off/", {"draft_page": page, "reason": "The chair is"})
    assert "The chair is" in people.worker.get(page).content.decode()
    sent(people.worker, page, {"reason": "The chair is ill."})
    assert people.worker.get(page).status_code == 404


def test_the_family_reads_the_plan_in_plain_words(on: On, people: People, family: Family) -> None:
    on(CONFERENCE)
    concluded(people, family)
    plan = decided(people, family, arranged(people, family))
    shown = people.worker.get(family.page(f"protection-plans/{plan.pk}/family/")).content.decode()
    assert "The plan to keep Kayden safe" in shown
    assert "No new injury for three months." in shown
    assert Conference.objects.filter(child__in=Child.objects.filter(pk=family.child.pk)).exists()


def _waits(family: Family, who: str) -> list[object]:
    """What waits for one of the three, asked as the database's owner."""
    return list(waiting_for(_viewer(family, who), today=CONCLUDED, now=datetime(2026, 6, 25, 9, tzinfo=UTC)))


def _viewer(family: Family, who: str) -> Viewer:
    worker_id, role = {
        "worker": (family.worker_id, "social_worker"),
        "manager": (family.manager_id, "team_manager"),
        "chair": (family.chair_id, "conference_chair"),
    }[who]
    user = User.objects.get(worker_id=worker_id)
    teams = [] if who == "chair" else [family.team_id]
    return viewer_of(user, roles=[(role, None)], team_ids=teams)
