"""Two children from the suspicion of harm to the end of a plan, page by page, with every duty as the law counts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onechild.service.access.models import User
from onechild.service.journeys.protection.enquiry.queries import open_enquiry_of
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.outcomes import NewOutcome, add_outcome
from onechild.service.record.models import (
    ChangeSet,
    ChildInNeedPlan,
    ChildProtectionCategory,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    CoreGroup,
    Decision,
    MeetingPerson,
    Obligation,
    Outcome,
    PlanOutcome,
    Referral,
    Section47Enquiry,
    StepTaken,
    StrategyDiscussion,
)
from tests.service.journeys.protection.conftest import Family, People, typed
from tests.service.journeys.protection.steps import (
    CONCLUDED,
    CONFERENCE,
    DISCUSSED,
    GROUP,
    REVIEW,
    SEEN,
    arranged,
    came,
    concluded,
    decided,
    discussed,
    prepared,
    sent,
    suspected,
    written,
)

pytestmark = pytest.mark.django_db
On = Callable[[date], None]


def owed(family: Family, clock: str) -> list[tuple[date, date | None]]:
    """The first child's duties under a clock: due, met."""
    rows = Obligation.objects.filter(child=family.child, clock=clock).order_by("sequence", "started_on")
    return list(rows.values_list("due_on", "met_on"))


def test_a_discussion_that_is_opened_is_owed_and_not_yet_held(on: On, people: People, family: Family) -> None:
    on(DISCUSSED)
    note = suspected(people, family)
    assert owed(family, "strategy-discussion") == [(date(2026, 6, 8), None)]
    assert not StrategyDiscussion.objects.filter(child=family.child).exists()
    assert "It is not held yet" in people.worker.get(family.page(f"strategy/{note.discussion_id}/")).content.decode()


def test_deciding_to_enquire_begins_an_enquiry_for_each_child_with_its_duties(
    on: On, people: People, family: Family
) -> None:
    on(DISCUSSED)
    enquiry = discussed(people, family)
    assert owed(family, "strategy-discussion") == [(date(2026, 6, 8), DISCUSSED)]
    assert owed(family, "initial-child-protection-conference") == [(date(2026, 6, 26), None)]
    assert owed(family, "section-47-outcome") == [(date(2026, 6, 26), None)]
    assert owed(family, "section-47-child-seen") == [(date(2026, 6, 6), None)]
    assert enquiry.conference_target_on == date(2026, 6, 26)
    assert enquiry.worker_id == family.worker_id
    assert enquiry.referral_id == Referral.objects.get(child=family.child).pk
    assert Section47Enquiry.objects.filter(child=family.sibling, started_on=DISCUSSED).exists()
    found = Decision.objects.filter(kind="strategy").order_by("pk")
    assert [row.outcome for row in found] == ["joint", "single"]
    shown = people.worker.get(family.page(f"strategy/{Decision.objects.filter(child=family.child)[0].about_id}/"))
    assert "Not part of it: Health." in shown.content.decode()


def test_an_enquiry_ends_when_a_manager_approves_it_and_a_conference_is_asked(
    on: On, people: People, family: Family
) -> None:
    on(CONCLUDED)
    enquiry = concluded(people, family)
    assert (enquiry.ended_on, enquiry.conference_not_required, enquiry.no_further_action) == (CONCLUDED, False, False)
    assert Outcome.objects.get(outcome_of_id=enquiry.pk).outcome == "initial_conference"
    assert owed(family, "section-47-outcome") == [(date(2026, 6, 26), CONCLUDED)]
    assert owed(family, "section-47-child-seen") == [(date(2026, 6, 6), SEEN)]
    assert owed(family, "initial-child-protection-conference") == [(date(2026, 6, 26), None)]
    assert Decision.objects.get(kind="enquiry_outcome").outcome == "continuing_risk"


def test_an_enquiry_without_risk_says_that_no_conference_is_needed(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    written(people, family, enquiry, concluded="not_substantiated", voice_not_heard="Too young to talk.")
    answer = {"answer": "approve", "reason": "Agreed.", "next": "no_further_action_section_47"}
    sent(people.manager, family.page(f"enquiries/{enquiry.pk}/answer/"), answer)
    enquiry.refresh_from_db()
    assert (enquiry.conference_not_required, enquiry.conference_decided_on) == (True, CONCLUDED)
    assert enquiry.no_further_action is True
    assert Outcome.objects.get(outcome_of_id=enquiry.pk).outcome == "no_further_action_section_47"


def test_a_conference_makes_a_plan_for_one_child_and_none_for_the_other(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    concluded(people, family)
    row = arranged(people, family)
    assert owed(family, "conference-report") == [(date(2026, 6, 22), None)]
    prepared(people, family, row, on=CONCLUDED)
    assert owed(family, "conference-report") == [(date(2026, 6, 22), CONCLUDED)]
    on(CONFERENCE)
    came(people, family, row)
    plan = decided(people, family, row)
    held = Conference.objects.get(child=family.child)
    assert (held.led_to_plan, held.plan_id, held.quorate, held.participation) == (True, plan.pk, True, "PN5")
    assert (held.meeting_id, held.target_on, held.worker_id) == (row.meeting_id, date(2026, 6, 26), family.chair_id)
    assert (plan.initial_category, plan.latest_category, plan.previous_plans) == ("PHY", "PHY", 1)
    assert ChildProtectionCategory.objects.get(plan=plan).category == "PHY"
    other = Conference.objects.get(child=family.sibling)
    assert (other.led_to_plan, other.meeting_id) == (False, row.meeting_id)
    outcomes = Outcome.objects.filter(outcome_of_id__in=[held.pk, other.pk]).order_by("pk")
    assert [row.outcome for row in outcomes] == ["child_protection_plan", "child_in_need_plan"]
    assert owed(family, "initial-child-protection-conference") == [(date(2026, 6, 26), CONFERENCE)]
    assert owed(family, "first-core-group") == [(date(2026, 7, 8), None)]
    assert owed(family, "review-child-protection-conference") == [(date(2026, 9, 24), None)]
    assert owed(family, "child-protection-visit")[0][0] == date(2026, 7, 22)
    assert PlanOutcome.objects.get(plan_id=plan.pk).outcome == "He is safe at home."
    entered = Decision.objects.get(kind="conference", child=family.child)
    assert entered.reason == "He is likely to be hit again."
    assert "Ms Ahmed" in entered.seen


def test_a_child_in_need_plan_gives_way_to_the_protection_plan_with_what_it_had_not_changed(
    on: On, people: People, family: Family
) -> None:
    on(CONFERENCE)
    by = User.objects.get(worker_id=family.worker_id)
    with change_set(by=by, kind="edit", words="a child in need plan"):
        need = ChildInNeedPlan.objects.create(child=family.child, started_on=date(2026, 6, 2), recorded_on=DISCUSSED)
    new = NewOutcome(worry="He is late for school.", outcome="He is there every day.")
    add_outcome(new, child=family.child, plan_kind="need", plan_id=need.pk, by=by, today=DISCUSSED)
    row = _conferred(people, family)
    need.refresh_from_db()
    assert (need.ended_on, need.end_reason) == (CONFERENCE, "child_protection")
    carried = PlanOutcome.objects.filter(plan_id=ConferenceArrangement.objects.get(pk=row.pk).plan_id)
    assert {one.outcome for one in carried} == {"He is safe at home.", "He is there every day."}


def test_what_was_found_for_one_child_can_be_begun_with_for_the_other(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = discussed(people, family)
    written(people, family, enquiry, send=False)
    other = Section47Enquiry.objects.get(child=family.sibling, started_on=DISCUSSED)
    page = family.page(f"enquiries/{other.pk}/write/", of=family.sibling)
    assert "Begin with what is written for Kayden" in people.worker.get(page).content.decode()
    form = people.worker.get(f"{page}?like={enquiry.pk}").context["form"]
    assert form["findings"].value() == "The account changed twice."
    assert form["childs_voice"].value() == ""


def test_one_report_for_brothers_and_sisters_is_written_once_and_shared_for_all(
    on: On, people: People, family: Family
) -> None:
    on(CONCLUDED)
    concluded(people, family)
    row = arranged(people, family)
    other = ConferenceArrangement.objects.get(child=family.sibling)
    page = family.page(f"conferences/{other.pk}/report/", of=family.sibling)
    report = {"edit_version": str(row.edit_version), "report": "What happened.", "childs_part": "A drawing."}
    sent(people.worker, family.page(f"conferences/{row.pk}/report/"), report)
    form = people.worker.get(f"{page}?like={row.pk}").context["form"]
    assert form["report"].value() == "What happened."
    sent(people.worker, page, {"edit_version": str(form["edit_version"].value()), "report": "What happened."})
    mother = MeetingPerson.objects.get(about_id=row.pk, part="parent")
    shared = {**typed("shared_on", CONCLUDED), "people": [mother.pk]}
    sent(people.worker, family.page(f"conferences/{row.pk}/shared/"), shared)
    steps = StepTaken.objects.filter(step="conference_report_shared", happened_on=CONCLUDED)
    assert {step.child_id for step in steps} >= {family.child.pk, family.sibling.pk}
    assert MeetingPerson.objects.get(about_id=other.pk, part="parent").report_shared_on == CONCLUDED


def test_a_dissent_stands_in_the_record_with_its_answer(on: On, people: People, family: Family) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    mother = MeetingPerson.objects.get(about_id=row.pk, part="parent")
    page = family.page(f"conferences/{row.pk}/")
    assert "It was an accident." in people.chair.get(page).content.decode()
    sent(people.chair, f"{page}dissent/{mother.pk}/", {"answer": "Two doctors say otherwise."})
    assert "Two doctors say otherwise." in people.chair.get(page).content.decode()


def test_core_groups_and_the_review_meet_their_duties_and_start_the_next(
    on: On, people: People, family: Family
) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    plan_page = family.page(f"protection-plans/{ConferenceArrangement.objects.get(pk=row.pk).plan_id}/")
    on(GROUP)
    group = {**typed("held_on", GROUP), "quorate": "yes", "words": "R has left.", **typed("next_on", date(2026, 8, 14))}
    sent(people.worker, f"{plan_page}core-groups/new/", {**group, "said_0": "It is quiet.", "progress_0": "Calmer."})
    assert owed(family, "first-core-group") == [(date(2026, 7, 8), GROUP)]
    assert owed(family, "core-group") == [(date(2026, 8, 18), None)]
    assert "It is quiet." in people.worker.get(plan_page).content.decode()
    on(REVIEW)
    sent(people.worker, family.page("conferences/new/"), _review(family))
    again = ConferenceArrangement.objects.get(child=family.child, conference_kind="review")
    answers = {
        **typed("held_on", REVIEW),
        "quorate": "yes",
        "summary": "Better.",
        "decided_0": "continue",
        "category_0": "EMO",
        "reason_0": "Six weeks is short.",
        "contingency": "Legal advice.",
        **typed("core_group_on", date(2026, 10, 20)),
        **typed("next_on", date(2027, 3, 1)),
    }
    sent(people.chair, family.page(f"conferences/{again.pk}/decide/"), answers)
    assert owed(family, "review-child-protection-conference") == [
        (date(2026, 9, 24), REVIEW),
        (date(2027, 3, 22), None),
    ]
    rows = ChildProtectionCategory.objects.filter(child=family.child).order_by("started_on", "pk")
    spells = list(rows.values_list("category", "started_on", "ended_on"))
    assert spells == [("PHY", CONFERENCE, REVIEW), ("EMO", REVIEW, None)]


def test_a_plan_ends_only_when_a_conference_says_so_or_life_does(on: On, people: People, family: Family) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    plan_id = ConferenceArrangement.objects.get(pk=row.pk).plan_id
    page = family.page(f"protection-plans/{plan_id}/end/")
    on(REVIEW)
    why = {**typed("on", REVIEW), "seen": "The file.", "reason": "He lives with his aunt under an order."}
    refused = people.manager.post(page, {**why, "why": "closed"}).content.decode()
    assert "Only a review conference decides" in refused
    sent(people.manager, page, {**why, "why": "looked_after"})
    assert CoreGroup.objects.filter(child=family.child).count() == 0
    entered = Decision.objects.get(kind="plan_ended")
    assert entered.outcome == "looked_after"
    rows = Obligation.objects.filter(child=family.child, clock="first-core-group")
    assert rows.get().ended_on == REVIEW
    assert ChildProtectionCategory.objects.get(plan_id=plan_id).ended_on == REVIEW


def test_ending_a_plan_calls_off_its_review_and_what_was_owed_for_it(on: On, people: People, family: Family) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    plan_id = ConferenceArrangement.objects.get(pk=row.pk).plan_id
    on(GROUP)
    sent(people.worker, family.page("conferences/new/"), _review(family))
    assert owed(family, "conference-report")[-1][1] is None
    why = {**typed("on", GROUP), "why": "looked_after", "seen": "The order.", "reason": "He lives with his aunt."}
    sent(people.manager, family.page(f"protection-plans/{plan_id}/end/"), why)
    review = ConferenceArrangement.objects.get(child=family.child, conference_kind="review")
    assert (review.cancelled_on, review.cancelled_reason) == (GROUP, "The plan ended on 7 July 2026")
    assert not StepTaken.objects.filter(step="conference_planned", about_id=review.pk).exists()


def test_a_plan_that_a_review_ended_does_not_end_before_it_and_its_category_changes_in_order(
    on: On, people: People, family: Family
) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    page = family.page(f"protection-plans/{ConferenceArrangement.objects.get(pk=row.pk).plan_id}/")
    on(GROUP)
    sent(people.manager, f"{page}category/", {**typed("on", GROUP), "category": "EMO", "reason": "Agreed."})
    early = {**typed("on", date(2026, 7, 1)), "category": "NEG", "reason": "Agreed."}
    assert "in force from 7 July 2026" in people.manager.post(f"{page}category/", early).content.decode()
    on(REVIEW)
    sent(people.worker, family.page("conferences/new/"), _review(family))
    again = ConferenceArrangement.objects.get(child=family.child, conference_kind="review")
    decide = family.page(f"conferences/{again.pk}/decide/")
    ends = {**typed("held_on", REVIEW), "quorate": "yes", "summary": "Safe.", "decided_0": "end", "reason_0": "Safe."}
    sent(people.chair, decide, ends)
    closed = {"why": "closed", "seen": "The file.", "reason": "Safe."}
    refused = people.manager.post(f"{page}end/", {**closed, **typed("on", GROUP)}).content.decode()
    assert "was on 22 September 2026" in refused
    sent(people.manager, f"{page}end/", {**closed, **typed("on", REVIEW)})


def test_a_review_of_a_plan_that_has_ended_is_refused_in_words(on: On, people: People, family: Family) -> None:
    on(CONFERENCE)
    row = _conferred(people, family)
    plan_id = ConferenceArrangement.objects.get(pk=row.pk).plan_id
    on(REVIEW)
    sent(people.worker, family.page("conferences/new/"), _review(family))
    again = ConferenceArrangement.objects.get(child=family.child, conference_kind="review")
    with change_set(by="a test", kind="edit", words="the case system ended it"):
        ChildProtectionPlan.objects.filter(pk=plan_id).update(ended_on=GROUP, end_recorded_on=REVIEW)
    ends = {**typed("held_on", REVIEW), "quorate": "yes", "summary": "Safe.", "decided_0": "end", "reason_0": "Safe."}
    shown = people.chair.post(family.page(f"conferences/{again.pk}/decide/"), ends).content.decode()
    assert "that it reviews ended on 7 July 2026" in shown
    assert not Conference.objects.filter(child=family.child, conference_kind="review").exists()


def test_a_first_conference_follows_the_newest_enquiry_and_only_once(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    enquiry = concluded(people, family)
    referral = Referral.objects.get(child=family.child)
    assert open_enquiry_of(family.child.pk, referral) == enquiry
    with change_set(by="a test", kind="edit", words="a later enquiry that came to nothing"):
        later = Section47Enquiry.objects.create(
            child=family.child, referral=referral, started_on=CONCLUDED, no_further_action=True, recorded_on=CONCLUDED
        )
    assert open_enquiry_of(family.child.pk, referral) is None
    with change_set(by="a test", kind="edit", words="it goes on, and a conference was held"):
        Section47Enquiry.objects.filter(pk=later.pk).update(no_further_action=False)
        assert open_enquiry_of(family.child.pk, referral) == later
        Conference.objects.create(
            child=family.child, conference_kind="initial", happened_on=CONFERENCE, enquiry=later, recorded_on=CONFERENCE
        )
    assert open_enquiry_of(family.child.pk, referral) is None


def test_calling_a_conference_off_takes_the_reports_duty_and_leaves_the_conferences(
    on: On, people: People, family: Family
) -> None:
    on(CONCLUDED)
    concluded(people, family)
    row = arranged(people, family)
    sent(people.worker, family.page(f"conferences/{row.pk}/call-off/"), {"reason": "The chair is ill."})
    assert owed(family, "conference-report") == []
    assert owed(family, "initial-child-protection-conference") == [(date(2026, 6, 26), None)]
    assert not StepTaken.objects.filter(step="conference_planned", child=family.child).exists()


def test_why_a_conference_was_moved_stands_with_it_and_in_no_log(on: On, people: People, family: Family) -> None:
    on(CONCLUDED)
    concluded(people, family)
    row = arranged(people, family)
    moved = {
        **typed("planned_on", date(2026, 6, 25)),
        "planned_at": "11:00",
        "place": "Room 3",
        "why": "Sara is in A&E.",
    }
    sent(people.worker, family.page(f"conferences/{row.pk}/move/"), moved)
    before = row.why
    row.refresh_from_db()
    assert row.why == f"{before}\n\nMoved: Sara is in A&E."
    assert not ChangeSet.objects.filter(words__contains="Sara").exists()


def _conferred(people: People, family: Family) -> ConferenceArrangement:
    """A conference held on its day, all of it recorded then."""
    concluded(people, family)
    row = arranged(people, family)
    came(people, family, row)
    decided(people, family, row)
    return row


def _review(family: Family) -> dict[str, str]:
    return {
        "kind": "review",
        **typed("planned_on", REVIEW),
        "planned_at": "10:00",
        "place": "Meeting room 2",
        "chair": family.chair_id,
        "why": "Three months.",
    }
