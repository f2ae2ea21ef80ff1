"""An assessment from its start to its authorisation: what is refused, what is kept, and what the record says after."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.entering import enter, leave
from onechild.service.journeys.assessment.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewChild, new_child, relate
from onechild.service.record.models import (
    Allocation,
    Assessment,
    AssessmentFactor,
    AssessmentWork,
    Child,
    Decision,
    DelayCause,
    Obligation,
    Outcome,
    Referral,
    StepTaken,
    Visit,
    WorkStep,
)
from onechild.service.record.models import Team as Team_
from tests.service.journeys.assessment.making import (
    TODAY,
    Team,
    a_team_with_a_child_to_assess,
    finished,
    page,
    referred,
    start,
    write,
    write_all,
)
from tests.service.people import a_worker, give, make_user, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def team() -> Team:
    """A worker with a child to assess, and their manager."""
    return a_team_with_a_child_to_assess()


def clocks(assessment: Assessment) -> dict[str, date | None]:
    """The clocks of an assessment and its referral, with the day that each was met."""
    rows = Obligation.objects.filter(child=assessment.child, spell_id__in=[assessment.pk, assessment.referral_id])
    return dict(rows.filter(clock__startswith="assessment-").values_list("clock", "met_on"))


def in_the_extract(assessment: Assessment) -> list[tuple[object, ...]]:
    """What the contract's views, out of which extracts, measures and returns are made, say of a finished assessment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.ended_on, a.child_seen, a.needs_support, o.outcome, f.factor FROM contract.assessments a "
            "JOIN contract.outcomes o ON o.outcome_of_id = a.assessment_id AND o.outcome_of = 'assessment' "
            "JOIN contract.assessment_factors f ON f.assessment_id = a.assessment_id AND f.happened_on = a.ended_on "
            "WHERE a.assessment_id = %s ORDER BY f.factor",
            [assessment.pk],
        )
        return cursor.fetchall()


def words(client: Client, address: str) -> str:
    """The page's own words."""
    return client.get(address).content.decode().split("<main")[1]


def test_it_starts_from_the_open_referral_and_its_clocks_run(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    new = f"/children/{team.child.la_child_id}/assessments/new/"
    assert "checked" not in words(client, new)
    assessment = start(client, team.child)
    assert assessment.referral is not None
    assert (assessment.worker_id, assessment.team_id) == (team.worker.worker_id, team.team_id)
    assert clocks(assessment) == {
        "assessment-from-referral": None,
        "assessment-from-start": None,
        "assessment-check-first": None,
        "assessment-check-second": None,
        "assessment-check-third": None,
    }
    assert "under way since" in words(client, new)
    early = client.post(new, {"kind": "child_and_family", "started_on": "2026-11-03", "why": "Again."})
    assert Assessment.objects.filter(child=team.child, ended_on=None).count() == 1
    assert early.status_code == 200


def test_it_can_not_start_before_the_referral_or_without_one(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    new = f"/children/{team.child.la_child_id}/assessments/new/"
    sent = {"kind": "pre_birth", "started_on": "1066-10-14", "why": "x"}
    assert "The day it started must be on or after" in client.post(new, sent).content.decode()
    with change_set(by="a test", kind="edit", words="closed"):
        Referral.objects.filter(child=team.child).update(ended_on=TODAY)
    assert "has no open referral" in words(client, new)


def test_what_is_missing_is_listed_and_nothing_is_sent(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    refused = client.post(page(team.child, assessment, "send/"), {"words": ""}).content.decode()
    assert "Write the child’s voice, or why it could not be heard" in refused
    assert AssessmentWork.objects.get(assessment=assessment).status == "open"
    write_all(client, assessment)
    assert "Everything is there." in words(client, page(team.child, assessment))


def test_none_found_stands_alone_and_withdrawn_factors_are_not_offered(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    assert "no other can be ticked" in write(client, assessment, "factors", factors=["21", "3B"]).content.decode()
    shown = words(client, page(team.child, assessment, "parts/factors/"))
    assert 'value="18B"' in shown
    assert 'value="18A"' not in shown
    assert write(client, assessment, "factors", factors=["18A"]).status_code == 200


def test_two_people_on_two_parts_do_not_clash_and_on_one_part_are_told(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    seen = AssessmentWork.objects.get(assessment=assessment).edit_version
    other = Client()
    sign_in(other, user=make_user("social_worker", worker_id=a_worker(team.team_id)))
    assert write(other, assessment, "analysis", analysis="Another's words.").status_code == 302
    assert write(client, assessment, "voice", edit_version=seen).status_code == 302
    clash = write(client, assessment, "analysis", analysis="My words.", edit_version=seen)
    assert clash.status_code == 409
    shown = clash.content.decode()
    assert "Somebody else changed this while you were typing" in shown
    assert "My words." in shown
    assert AssessmentWork.objects.get(assessment=assessment).analysis == "Another's words."
    fresh = AssessmentWork.objects.get(assessment=assessment).edit_version
    assert (
        write(
            client,
            assessment,
            "analysis",
            analysis="My words.",
            edit_version=fresh,
            clashes="analysis",
            keep_analysis="mine",
        ).status_code
        == 302
    )
    assert AssessmentWork.objects.get(assessment=assessment).analysis == "My words."


def test_it_is_returned_with_what_to_change_and_then_authorised_into_the_record(client: Client, team: Team) -> None:
    assessment = finished(client, team)
    here = page(team.child, assessment)
    assert write(client, assessment, "voice").status_code == 409  # with a manager: closed, and nothing lost
    boss = Client()
    sign_in(boss, user=team.manager)
    assert "checked" not in words(boss, f"{here}decide/")
    assert "Say what needs to change" in boss.post(f"{here}decide/", {"decision": "return"}).content.decode()
    boss.post(f"{here}decide/", {"decision": "return", "changes": "Ask the father."})
    assert "Ask the father." in words(client, here)
    write(client, assessment, "family", family_views="Mum wants help. Dad does too.")
    client.post(f"{here}send/", {"words": "Done."})
    sent = {
        "decision": "authorise",
        "needs_support": "yes",
        "options": "A plan for protection.",
        "reason": "Safe at home.",
    }
    assert "needs_support" in boss.post(f"{here}decide/", {**sent, "needs_support": "no"}).content.decode()
    assert boss.post(f"{here}decide/", sent).status_code == 302
    assessment.refresh_from_db()
    assert (assessment.ended_on, assessment.needs_support, assessment.child_seen) == (TODAY, True, False)
    assert sorted(AssessmentFactor.objects.filter(assessment=assessment).values_list("factor", "happened_on")) == [
        ("16A", TODAY),
        ("3B", TODAY),
    ]
    assert Outcome.objects.get(outcome_of="assessment", outcome_of_id=assessment.pk).outcome == "child_in_need_plan"
    assert set(clocks(assessment).values()) == {TODAY, None}
    assert clocks(assessment)["assessment-from-referral"] == TODAY
    decision = Decision.objects.get(kind="assessment_outcome", about_id=assessment.pk)
    assert (decision.outcome, decision.options, decision.reason) == (
        "child_in_need_plan",
        "A plan for protection.",
        "Safe at home.",
    )
    assert "the child was seen 0 times" in decision.seen
    assert write(client, assessment, "voice").status_code == 409
    steps = WorkStep.objects.filter(about_id=assessment.pk).order_by("at", "pk").values_list("step", flat=True)
    assert sorted(steps) == ["approved", "returned", "submitted", "submitted"]
    assert "Mum wants help. Dad does too." in words(client, here)


def test_nobody_authorises_what_they_wrote_or_sent(client: Client, team: Team) -> None:
    assessment = finished(client, team)
    decide = page(team.child, assessment, "decide/")
    assert client.get(decide).status_code == 403  # a social worker authorises nothing
    senior = make_user("senior_practitioner", worker_id=team.worker.worker_id)
    sign_in(client, user=senior)
    answer = client.post(decide, {"decision": "authorise", "needs_support": "yes", "options": "x", "reason": "y"})
    assert answer.status_code == 403
    assert "another manager must decide" in answer.content.decode()
    assessment.refresh_from_db()
    assert assessment.ended_on is None


def test_opened_again_its_outcome_no_longer_stands_and_its_clock_runs(client: Client, team: Team) -> None:
    assessment = finished(client, team)
    here = page(team.child, assessment)
    with change_set(by="a test", kind="edit", words="seen"):
        Visit.objects.create(
            child=team.child, happened_on=date(2026, 11, 10), purpose="assessment", seen=True, seen_alone=True
        )
    sign_in(client, user=team.manager)
    assert "seen alone" in words(client, f"{here}decide/")
    client.post(
        f"{here}decide/", {"decision": "authorise", "needs_support": "yes", "options": "None.", "reason": "Enough."}
    )
    assert in_the_extract(assessment) == [
        (TODAY, True, True, "child_in_need_plan", "16A"),
        (TODAY, True, True, "child_in_need_plan", "3B"),
    ]
    assert client.post(f"{here}open-again/", {"reason": "The father was never asked."}).status_code == 302
    assessment.refresh_from_db()
    assert assessment.ended_on is None
    assert not Outcome.objects.filter(outcome_of_id=assessment.pk).exists()
    assert not AssessmentFactor.objects.filter(assessment=assessment).exists()
    assert clocks(assessment)["assessment-from-start"] is None
    again = Decision.objects.get(outcome="reopened", about_id=assessment.pk)
    assert again.reverses is not None


def test_a_managers_check_meets_the_first_check_and_its_words_are_shown(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    assert client.post(page(team.child, assessment, "check/"), {"words": "x"}).status_code == 403
    sign_in(client, user=team.manager)
    client.post(page(team.child, assessment, "check/"), {"words": "See the father by Friday."})
    assert StepTaken.objects.get(about_id=assessment.pk).step == "manager_check"
    met = clocks(assessment)
    assert (met["assessment-check-first"], met["assessment-check-second"]) == (TODAY, None)
    assert "See the father by Friday." in words(client, page(team.child, assessment))


def test_what_waits_is_told_to_the_manager_and_a_return_to_the_writer(client: Client, team: Team) -> None:

    assessment = finished(client, team)
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    told = waiting_for(enter(team.manager, now=now), today=TODAY, now=now)
    assert [one.page for one in told] == [page(team.child, assessment, "decide/")]
    leave()
    assert waiting_for(enter(team.worker, now=now), today=TODAY, now=now) == []
    leave()
    sign_in(client, user=team.manager)
    client.post(page(team.child, assessment, "decide/"), {"decision": "return", "changes": "Ask the father."})
    [back] = waiting_for(enter(team.worker, now=now), today=TODAY, now=now)
    assert (back.page, back.why) == (page(team.child, assessment), f"{team.manager.name}: Ask the father.")


def test_delay_is_split_by_cause_and_what_people_say_can_be_taken_back(client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    delay = page(team.child, assessment, "delay/")
    sent = {"cause": "family", "started_on": "2026-11-09", "ended_on": "2026-11-12", "words": "All had flu."}
    assert client.post(delay, sent).status_code == 302
    assert "3 of 13 working days" in words(client, delay)
    backwards = client.post(delay, {**sent, "ended_on": "2026-11-08"}).content.decode()
    assert "must be after the first day" in backwards
    row = DelayCause.objects.get(assessment=assessment)
    assert client.post(f"{delay}{row.pk}/take-back/").status_code == 302
    assert "0 of 13 working days" in words(client, delay)
    listed = words(client, "/assessments/")
    assert page(team.child, assessment) in listed


def test_brothers_and_sisters_are_assessed_together_and_family_words_are_kept_for_all(
    client: Client, team: Team
) -> None:
    sibling = a_sibling(team)
    sign_in(client, user=team.worker)
    assessment = start(client, team.child, also=[sibling.pk])
    theirs = AssessmentWork.objects.get(child=sibling)
    assert theirs.group_id == assessment.pk
    assert theirs.assessment is not None
    assert theirs.assessment.referral_id != assessment.referral_id
    write(client, assessment, "family", also=[theirs.pk])
    write(client, assessment, "weighing", also=[theirs.pk])  # about one child: there is nothing to keep for all
    theirs.refresh_from_db()
    assert (theirs.family_views, theirs.worries) == ("Mum wants help.", "")
    write(client, theirs.assessment, "family", family_views="Dad said this to his son.")
    write(client, assessment, "family", family_views="Mum changed her mind.", also=[theirs.pk])
    theirs.refresh_from_db()
    assert theirs.family_views == "Dad said this to his son."
    assert f"{theirs.assessment.pk}/" in words(client, page(team.child, assessment))


def test_an_assessment_goes_with_the_case_and_a_change_of_hands_in_the_middle_is_told(
    client: Client, team: Team
) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    other_team = str(
        Team_.objects.exclude(pk=team.team_id).filter(team_kind="family_safeguarding").order_by("pk")[0].pk
    )
    new = a_worker(other_team)
    with change_set(by="a test", kind="edit", words="moved"):
        Allocation.objects.filter(child=team.child, role="lead", ended_on=None).update(ended_on=date(2026, 11, 17))
        Allocation.objects.create(
            child=team.child, worker_id=new, team_id=other_team, role="lead", started_on=date(2026, 11, 19)
        )
    boss = make_user("team_manager", worker_id=a_worker(other_team, "team_manager"), team_id=other_team)
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    told = waiting_for(enter(boss, now=now), today=TODAY, now=now)
    leave()
    assert [(one.page, one.why) for one in told] == [
        (page(team.child, assessment), "A new worker has not yet seen the child.")
    ]
    sign_in(client, user=boss)
    listed = words(client, "/assessments/")
    assert page(team.child, assessment) in listed
    assert "Worker changed" in listed
    shown = words(client, page(team.child, assessment, "delay/"))
    # 17 and 18 November nobody held it; on 19 and 20 the new worker had not seen the child.
    assert "4 of 13 working days" in shown
    assert "Nobody held the case" in shown


def a_sibling(team: Team) -> Child:
    """A brother with a referral of his own, in the same hands."""
    with change_set(by="a test", kind="edit", words="a brother"):
        born = NewChild(forename="Zzbro", surname="Zzther", born_on=date(2018, 1, 1))
        brother = new_child(born, today=TODAY)
        relate(child=team.child, relation="sibling", related_child_id=brother.pk, today=TODAY)
        relate(child=brother, relation="sibling", related_child_id=team.child.pk, today=TODAY)
    give(brother, worker_id=team.worker.worker_id, team_id=team.team_id)
    referred(brother)
    return brother
