"""Forced marriage and the like: restricted before a word is typed, overseen at set intervals, with an alarm."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.actions.glass import ask
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.actions.restrict_at_once import overseers_for
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Event, Notice, Restriction, RestrictionPerson, User
from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.sensitive.actions.work import end, oversee
from onechild.service.journeys.sensitive.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, ChildName, Decision, Obligation, Oversight, Pathway, WarningNote
from tests.service.people import a_worker, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
LATER = date(2026, 12, 1)
STANDS = datetime(2026, 11, 21, 0, 1, tzinfo=UTC)
SUBJECTS = ("orced marriage", "onour", "enital")


def waits(user: User, *, today: date = TODAY) -> list[str]:
    """What waits for somebody, as titles."""
    now = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    with as_viewer(user, now=now) as viewer:
        return [one.title for one in waiting_for(viewer, today=today, now=now)]


def described(client: Client, child: Child, row: Pathway, overseer: User, **more: str) -> Any:
    """Send what is known of the work."""
    typed = {
        "edit_version": str(Pathway.objects.get(pk=row.pk).edit_version),
        "words": "She told her teacher that a flight is booked.",
        "lead_id": str(row.lead_id),
        "overseer_id": str(overseer.worker_id),
        "no_contact_with_family": "yes",
        "safe_contact": "Through Miss Adair at school, before noon.",
    }
    return client.post(f"/children/{child.la_child_id}/pathways/{row.pk}/words/", typed | more)


def test_choosing_what_it_is_about_restricts_the_record_before_a_word_is_typed(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    colleague = Client()
    sign_in(colleague, "social_worker", worker_id=None, user=make_user("front_door"))
    page = f"/children/{child.la_child_id}/"
    assert colleague.get(page).status_code == 200
    row = begin("forced_marriage", manager)
    assert row.words == ""
    named = RestrictionPerson.objects.filter(restriction__child=child).values_list("user_id", flat=True)
    assert set(named) == {worker.pk, manager.pk}
    assert Restriction.objects.get(child=child, lifted_at=None).restriction == "forced_marriage"
    assert client.get(page).status_code == 200
    assert colleague.get(page).status_code == 404
    assert colleague.get(f"/children/{child.la_child_id}/pathways/").status_code == 404
    surname = ChildName.objects.filter(child=child)[0].surname
    assert child.la_child_id not in colleague.get(f"/search/?q={surname}").content.decode()


def test_a_team_mate_may_no_longer_open_it_and_the_overseer_may(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    mate = Client()
    sign_in(mate, "social_worker", worker_id=None, user=make_user("social_worker", worker_id=manager.worker_id))
    assert mate.get(f"/children/{child.la_child_id}/").status_code == 200
    row = begin("honour_based_abuse", manager)
    assert mate.get(f"/children/{child.la_child_id}/").status_code == 404
    over = Client()
    sign_in(over, user=manager)
    assert over.get(f"/children/{child.la_child_id}/pathways/{row.pk}/").status_code == 200
    assert [one.words for one in Notice.objects.filter(user=manager)] == [
        "You are asked to oversee specially careful work."
    ]


def test_every_page_of_the_child_forbids_contact_with_the_family(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("forced_marriage", manager)
    assert "Do not contact the family" in client.get(f"/children/{child.la_child_id}/").content.decode()
    described(client, child, row, manager)
    shown = client.get(f"/children/{child.la_child_id}/clocks/").content.decode()
    assert "Through Miss Adair at school" in shown
    assert WarningNote.objects.filter(child=child, kind="do_not_disclose", ended_on=None).count() == 1


def test_what_is_known_enters_the_register_once_and_names_no_subject_in_log_list_or_notice(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("forced_marriage", manager)
    answer = described(client, child, row, manager)
    assert answer.status_code == 302
    described(client, child, row, manager, words="A second call from school.")
    [decision] = Decision.objects.filter(child=child, kind="pathway_opened")
    assert (decision.outcome, decision.outcome_words) == ("forced_marriage", "Specially protected work begun")
    assert "flight is booked" in decision.reason
    listed = client.get("/pathways/").content.decode().split("<main")[1]
    assert "Specially protected work" in listed
    told = [listed, *Event.objects.values_list("what", flat=True), *Notice.objects.values_list("words", flat=True)]
    assert not [words for words in told if any(subject in words for subject in SUBJECTS)]
    assert row.kind not in answer["Location"]


def test_two_people_on_what_is_known_are_told_and_nothing_is_lost(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("fgm", manager)
    described(client, child, row, manager)
    stale = described(client, child, row, manager, edit_version="1", words="What I typed meanwhile.")
    assert stale.status_code == 409
    assert "What I typed meanwhile." in stale.content.decode()
    assert "flight is booked" in Pathway.objects.get(pk=row.pk).words


def test_a_managers_look_is_owed_weekly_waits_for_the_overseer_and_is_not_for_who_leads(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("forced_marriage", manager)
    assert "Specially protected work: oversight is due" not in waits(manager)
    assert "Specially protected work: oversight is due" in waits(manager, today=LATER)
    assert client.get(f"/children/{child.la_child_id}/pathways/{row.pk}/oversight/").status_code == 403
    over = Client()
    sign_in(over, user=manager)
    page = f"/children/{child.la_child_id}/pathways/{row.pk}/oversight/"
    too_late = {"words": "Safe at her aunt's.", "next_by_day": "30", "next_by_month": "11", "next_by_year": "2026"}
    assert "on or before 28 November" in over.post(page, too_late).content.decode()
    over.post(page, too_late | {"next_by_day": "24"})
    assert Oversight.objects.get(about_id=row.pk).next_by == date(2026, 11, 24)
    assert WarningNote.objects.get(child=child, ended_on=None).discussed_on == TODAY
    assert "Specially protected work: oversight is due" in waits(manager, today=date(2026, 11, 25))


def test_silence_is_told_to_those_who_grant_such_records_and_nothing_of_the_record(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    director = make_user("director")
    begin("honour_based_abuse", manager)
    assert waits(director) == []
    assert waits(director, today=LATER) == ["Specially protected work: nobody has looked in time"]
    above = Client()
    sign_in(above, user=director)
    assert above.get(f"/children/{child.la_child_id}/").status_code == 403


def test_somebody_who_reaches_every_child_begins_it_and_goes_on_opening_it(
    worker: User, manager: User, child: Child, begin: Any
) -> None:
    duty, colleague = Client(), Client()
    sign_in(duty, user=make_user("emergency_duty", worker_id=manager.worker_id))
    sign_in(colleague, user=make_user("emergency_duty"))
    row = begin("honour_based_abuse", on=duty)
    assert duty.get(f"/children/{child.la_child_id}/pathways/{row.pk}/words/").status_code == 200
    assert colleague.get(f"/children/{child.la_child_id}/pathways/{row.pk}/words/").status_code == 404
    listed = colleague.get("/pathways/").content.decode()
    assert child.la_child_id not in listed


def test_work_that_nobody_oversees_is_told_at_once(client: Client, worker: User, child: Child, begin: Any) -> None:
    director = make_user("director")
    begin("forced_marriage")
    assert Notice.objects.filter(user=director, words__startswith="Nobody oversees").exists()
    assert waits(director) == ["Specially protected work: nobody oversees it"]


def test_it_ends_only_by_another_managers_reason_and_the_record_stays_restricted(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("forced_marriage", manager)
    page = f"/children/{child.la_child_id}/pathways/{row.pk}/end/"
    typed = {"ended_on_day": "21", "ended_on_month": "11", "ended_on_year": "2026", "reason": "An order is in force."}
    assert client.post(page, typed).status_code == 403
    over = Client()
    sign_in(over, user=manager)
    assert "Why is it no longer needed" in over.post(page, typed | {"reason": ""}).content.decode()
    over.post(page, typed)
    row.refresh_from_db()
    assert (row.ended_on, row.end_reason) == (TODAY, "An order is in force.")
    assert Decision.objects.filter(child=child, kind="pathway_ended", about_id=row.pk).count() == 1
    assert not WarningNote.objects.filter(child=child, kind="do_not_disclose", ended_on=None).exists()
    assert Restriction.objects.filter(child=child, lifted_at=None).exists()


def test_a_worker_can_restrict_no_record_but_by_beginning_such_work(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    client.post(f"/children/{child.la_child_id}/pathways/new/", {"kind": "", "overseer": str(manager.pk)})
    client.post(f"/children/{child.la_child_id}/pathways/new/", {"kind": "forced_marriage", "overseer": str(worker.pk)})
    assert not Restriction.objects.filter(child=child).exists()
    assert not Pathway.objects.filter(child=child).exists()


def test_a_report_to_the_police_is_owed_from_what_became_known_and_met_by_the_report(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    row = begin("fgm", manager)
    page = f"/children/{child.la_child_id}/pathways/{row.pk}/done/"
    on = {"happened_on_day": "20", "happened_on_month": "11", "happened_on_year": "2026"}
    client.post(page, {"kind": "fgm_known", "words": "She told me herself.", **on})
    owed = Obligation.objects.get(child=child, clock="fgm-report")
    assert (owed.due_on, owed.met_on) == (date(2026, 11, 23), None)
    assert (
        "Report it to the police yourself"
        in client.get(f"/children/{child.la_child_id}/pathways/{row.pk}/").content.decode()
    )
    reported = {"kind": "fgm_reported", "words": "By telephone.", **on, "happened_on_day": "21"}
    assert "Say: who reported it" in client.post(page, reported).content.decode()
    client.post(page, reported | {"whom": "Myself; reference 4471"})
    client.post(page, reported | {"whom": "Myself; reference 4471"})
    assert Obligation.objects.get(child=child, clock="fgm-report").met_on == TODAY


def test_a_record_that_was_restricted_for_less_becomes_specially_protected(
    client: Client, worker: User, manager: User, child: Child, begin: Any
) -> None:
    director = make_user("director")
    with change_set(by="a test", kind="edit", words="restricted"):
        made = Restriction.objects.create(
            child=child,
            restriction="ordinary",
            reason="On request",
            began_at=datetime(2026, 11, 1, tzinfo=UTC),
            began_by=director,
        )
    named = [worker, manager, make_user("social_worker")]
    for user in named:
        RestrictionPerson.objects.create(restriction=made, user=user, named_at=made.began_at, named_by=director)
    left_out = make_user("team_manager", worker_id=a_worker(team_of(str(worker.worker_id)), role="team_manager"))
    with as_viewer(worker, now=made.began_at):
        assert [one.user_id for one in overseers_for(child.pk)] == [manager.pk], "only a manager who is named"
    with pytest.raises(Pathway.DoesNotExist):
        begin("forced_marriage", left_out)
    begin("forced_marriage", manager)
    still = RestrictionPerson.objects.filter(restriction__child=child, restriction__lifted_at=None)
    assert set(still.values_list("user_id", flat=True)) == {user.pk for user in named}
    assert Restriction.objects.get(child=child, lifted_at=None).restriction == "forced_marriage"
    assert Notice.objects.filter(user=director, words__startswith="A restricted record is specially protected").exists()
    over = Client()
    sign_in(over, user=manager)
    assert over.get(f"/children/{child.la_child_id}/").status_code == 200


def test_whoever_opened_a_restricted_record_in_an_emergency_does_not_stay_on_it_by_beginning_such_work(
    client: Client, worker: User, child: Child
) -> None:
    director, duty = make_user("director"), Client()
    restrict(child_id=child.pk, restriction="ordinary", reason="x", people=[worker], by=director, at=STANDS)
    for_a_day = sign_in(duty, user=make_user("emergency_duty"))
    asked: dict[str, Any] = {"reason": "out_of_hours", "words": "Police at the door", "hours": 72}
    ask(child_id=child.pk, public_id=child.la_child_id, by=for_a_day, at=STANDS, **asked)
    page = f"/children/{child.la_child_id}/pathways/new/"
    shown = duty.post(page, {"kind": "forced_marriage", "overseer": "nobody"}).content.decode()
    assert "for a time only" in shown
    assert worker.name in shown
    assert not Pathway.objects.filter(child=child).exists()
    assert Restriction.objects.get(child=child, lifted_at=None).restriction == "ordinary"
    assert not RestrictionPerson.objects.filter(user=for_a_day).exists()


def test_a_manager_who_began_or_ever_led_it_neither_oversees_nor_ends_it(
    worker: User, manager: User, child: Child, begin: Any
) -> None:
    began, other = Client(), make_user("team_manager", worker_id=a_worker(team_of(str(worker.worker_id))))
    sign_in(began, user=manager)
    row = begin("exploitation", other, on=began)
    described(began, child, row, other, lead_id=str(manager.worker_id))
    assert Pathway.objects.get(pk=row.pk).lead_id == manager.worker_id
    described(began, child, row, other)
    assert Pathway.objects.get(pk=row.pk).lead_id == worker.worker_id
    with change_set(by="a test", kind="edit", words="somebody else opened it"):
        Decision.objects.filter(about_id=row.pk).update(decided_by_id=worker.worker_id, decided_by_name=worker.name)
    own: dict[str, Any] = {"by": manager, "today": TODAY, "pathway": row, "worker_id": manager.worker_id}
    with pytest.raises(NotPossible):
        oversee(words="Fine.", next_by=None, **own)
    with pytest.raises(NotPossible):
        end(on=TODAY, reason="Over.", now=STANDS, **own)
    page = f"/children/{child.la_child_id}/pathways/{row.pk}/"
    assert "You began or led this work" in began.get(page).content.decode()
    over = Client()
    sign_in(over, user=other)
    when = {"next_by_day": "24", "next_by_month": "11", "next_by_year": "2026"}
    over.post(f"{page}oversight/", {"words": "Safe at her aunt's.", **when})
    assert Oversight.objects.get(about_id=row.pk).manager_id == other.worker_id
