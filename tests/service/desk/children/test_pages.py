"""A child's pages: what stands on each, for whom, and how few questions the database is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onechild.service.access.models import User
from onechild.service.journeys.information_rights.models import Rectification
from onechild.service.record.actions import children, warnings
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewChild, new_child
from onechild.service.record.models import (
    Child,
    ChildDetails,
    ChildName,
    ChildProtectionPlan,
    Obligation,
    PeriodOfCare,
    Relationship,
    WarningNote,
    Worker,
)
from tests.service.people import a_worker, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
PAGES = ("", "timeline/", "clocks/", "plans/", "people/", "decisions/", "held/", "edit/", "warnings/")


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def child() -> Child:
    """A child on a child protection plan, not restricted."""
    plans = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None)
    return plans.select_related("child").order_by("child_id")[0].child


@pytest.fixture
def practitioner(client: Client) -> User:
    """Somebody who may see every child that is not restricted, and edit."""
    return sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)


def page(client: Client, child: Child, path: str = "", status: int = 200) -> str:
    """The text of a page of the child's record."""
    answer = client.get(f"/children/{child.la_child_id}/{path}")
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_head_of_the_record(client: Client, practitioner: User, child: Child, path: str) -> None:
    name = ChildName.objects.filter(child=child, ended_on=None)[0]
    shown = page(client, child, path)
    assert f"{name.forename} {name.surname}" in shown
    assert child.la_child_id in shown
    assert "Child protection plan" in shown
    assert "Last seen" in shown


@pytest.mark.parametrize("path", PAGES)
def test_a_looked_after_childs_pages_are_whole(client: Client, practitioner: User, path: str) -> None:
    care = PeriodOfCare.objects.filter(ended_on=None, child__restricted=None).order_by("child_id")[0]
    assert "Looked after" in page(client, care.child, path)


@pytest.mark.parametrize("path", [*PAGES, "edit/names/new/", "warnings/new/", "visits/new/"])
def test_a_child_that_is_not_there_is_not_found(client: Client, practitioner: User, path: str) -> None:
    assert client.get(f"/children/NOBODY1/{path}").status_code == 404


def test_the_overview_asks_the_database_twenty_one_questions_at_most(
    client: Client, practitioner: User, child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    plain = CursorWrapper.callproc

    def counted(cursor: Any, name: str, *given: Any) -> Any:
        called.append(name)
        return plain(cursor, name, *given)

    page(client, child)
    monkeypatch.setattr(CursorWrapper, "callproc", counted)  # calls of functions are not among the captured
    with CaptureQueriesContext(connection) as asked:
        page(client, child)
    queries = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(queries) + len(called) <= 21, (queries, called)


def test_one_who_may_only_look_gets_no_form(client: Client, child: Child) -> None:
    sign_in(client, "inspector")
    shown = page(client, child, "edit/")
    assert "Your role does not let you change these" in shown
    assert '<form method="post"' not in shown.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize("path", ["edit/names/new/", "warnings/new/"])
def test_one_who_may_only_look_is_refused_the_forms(client: Client, child: Child, path: str) -> None:
    sign_in(client, "inspector")
    page(client, child, path, status=403)


def test_one_who_may_only_look_is_refused_the_save(client: Client, child: Child) -> None:
    sign_in(client, "inspector")
    answer = client.post(f"/children/{child.la_child_id}/edit/", {"edit_version": "0", "first_language": "Polish"})
    assert answer.status_code == 403
    assert not ChildDetails.objects.filter(child=child).exists()


def test_the_clocks_page_says_how_a_day_was_worked_out(client: Client, practitioner: User, child: Child) -> None:
    assert Obligation.objects.filter(child=child, clock="child-protection-visit").exists()
    shown = page(client, child, "clocks/")
    assert "28 days from then is" in shown
    assert "Rule CP-10" in shown
    assert "Working Together" in shown


def test_a_part_of_the_timeline_leaves_out_the_rest(client: Client, practitioner: User, child: Child) -> None:
    assert "Contact." in page(client, child, "timeline/?all=yes")
    assert "Contact." not in page(client, child, "timeline/?all=yes&part=protection")


def test_a_page_of_the_timeline_that_is_no_number_is_the_first(
    client: Client, practitioner: User, child: Child
) -> None:
    assert "Timeline" in page(client, child, "timeline/?page=%C2%B2&since_day=x")


# ---- details ----


def test_saved_details_stand_first_with_what_the_case_system_says(
    client: Client, practitioner: User, child: Child
) -> None:
    answer = client.post(
        f"/children/{child.la_child_id}/edit/",
        {"edit_version": "0", "first_language": "Polish", "pronouns": "they/them"},
    )
    assert answer.status_code == 302
    shown = page(client, child, "edit/")
    assert "Polish" in shown
    assert f"The case system says: {child.first_language}" in shown
    assert "They/them" in page(client, child)


def test_a_stale_save_shows_both_values_keeps_what_was_typed_and_asks(
    client: Client, practitioner: User, child: Child
) -> None:
    address = f"/children/{child.la_child_id}/edit/"
    client.post(address, {"edit_version": "0", "first_language": "Polish"})
    client.post(address, {"edit_version": "1", "first_language": "Ukrainian"})
    answer = client.post(address, {"edit_version": "1", "first_language": "Czech", "nationality": "Czech"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else changed this while you were typing" in shown
    assert practitioner.name in shown
    assert "What is there now: Ukrainian" in shown
    assert shown.count('value="Czech"') == 2
    assert ChildDetails.objects.get(child=child).first_language == "Ukrainian"


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Czech"), ("theirs", "Ukrainian")])
def test_the_choice_of_a_clash_is_what_is_saved(
    client: Client, practitioner: User, child: Child, choice: str, kept: str
) -> None:
    address = f"/children/{child.la_child_id}/edit/"
    client.post(address, {"edit_version": "0", "first_language": "Polish"})
    client.post(address, {"edit_version": "1", "first_language": "Ukrainian"})
    settled = {"clashes": "first_language", "keep_first_language": choice, "nationality": "Czech"}
    client.post(address, {"edit_version": "2", "first_language": "Czech", **settled})
    row = ChildDetails.objects.get(child=child)
    assert (row.first_language, row.nationality) == (kept, "Czech")


def test_a_clash_left_open_is_asked_again_and_saves_nothing(client: Client, practitioner: User, child: Child) -> None:
    address = f"/children/{child.la_child_id}/edit/"
    client.post(address, {"edit_version": "0", "first_language": "Polish"})
    answer = client.post(address, {"edit_version": "1", "first_language": "Czech", "clashes": "first_language"})
    assert "Choose which first language to keep" in answer.content.decode()
    assert ChildDetails.objects.get(child=child).first_language == "Polish"


def test_a_name_is_added_and_ended_and_stays_in_the_list(client: Client, practitioner: User, child: Child) -> None:
    address = f"/children/{child.la_child_id}/edit/names/"
    typed = {"forename": "Sam", "surname": "Reed", "kind": "used"}
    client.post(f"{address}new/", {**typed, "started_on_day": "1", "started_on_month": "3", "started_on_year": "2026"})
    name = ChildName.objects.get(child=child, forename="Sam")
    assert "Sam Reed</h1>" in page(client, child)
    ended = {"edit_version": "1", "ended_on_day": "1", "ended_on_month": "11", "ended_on_year": "2026"}
    assert client.post(f"{address}{name.pk}/end/", ended).status_code == 302
    assert "Sam Reed</h1>" not in page(client, child)
    assert "1 March 2026 to 1 November 2026" in page(client, child, "edit/")


def test_a_name_of_the_case_system_can_not_be_ended_here(client: Client, practitioner: User, child: Child) -> None:
    name = ChildName.objects.filter(child=child)[0]
    page(client, child, f"edit/names/{name.pk}/end/", status=404)


# ---- birth, sex and death ----


@pytest.fixture
def unborn(practitioner: User) -> Child:
    """A child whose record was made here before the birth, expected on 10 December 2026."""
    with change_set(by=practitioner, kind="edit", words="a test"):
        known = NewChild(forename="Baby", surname="Zigzag", expected_on=date(2026, 12, 10))
        return new_child(known, today=TODAY)


def days(**typed: date) -> dict[str, str]:
    """Days as their boxes send them."""
    return {f"{name}_{part}": str(getattr(on, part)) for name, on in typed.items() for part in ("day", "month", "year")}


def test_a_child_whose_record_was_made_here_is_born_and_dies_on_the_record(client: Client, unborn: Child) -> None:
    assert "Unborn, expected 10 December 2026" in page(client, unborn, "edit/")
    address = f"/children/{unborn.la_child_id}/edit/birth/"
    born = {"edit_version": str(unborn.edit_version or 1), "sex": "F", **days(born_on=date(2026, 11, 18))}
    assert client.post(address, {**born, **days(expected_on=date(2026, 12, 10))}).status_code == 302
    assert "born 18 November 2026" in page(client, unborn)
    unborn.refresh_from_db()
    assert (unborn.born_on, unborn.expected_on, unborn.sex) == (date(2026, 11, 18), None, "F")
    later = {**born, "edit_version": str(unborn.edit_version), **days(died_on=date(2026, 11, 20))}
    assert client.post(address, later).status_code == 302
    assert "Deceased" in page(client, unborn)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"born_on": date(2026, 11, 18), "died_on": date(2026, 11, 17)}, "on or after the day of birth"),
        ({"born_on": date(2026, 11, 22)}, "The day of birth can’t be in the future"),
        ({"died_on": date(2026, 11, 22)}, "The day the child died can’t be in the future"),
        ({"expected_on": date(2027, 8, 29)}, "must be within 40 weeks"),
    ],
)
def test_days_that_can_not_be_are_refused_in_words(
    client: Client, unborn: Child, typed: dict[str, date], says: str
) -> None:
    address = f"/children/{unborn.la_child_id}/edit/birth/"
    answer = client.post(address, {"edit_version": "1", **days(**typed)})
    assert says in answer.content.decode()
    unborn.refresh_from_db()
    assert (unborn.born_on, unborn.expected_on, unborn.died_on) == (None, date(2026, 12, 10), None)


def test_a_birth_saved_by_another_meanwhile_is_shown_and_not_overwritten(client: Client, unborn: Child) -> None:
    address = f"/children/{unborn.la_child_id}/edit/birth/"
    client.post(address, {"edit_version": "1", **days(born_on=date(2026, 11, 18))})
    answer = client.post(address, {"edit_version": "1", **days(born_on=date(2026, 11, 19))})
    assert answer.status_code == 409
    assert "Somebody else changed this while you were typing" in answer.content.decode()
    unborn.refresh_from_db()
    assert unborn.born_on == date(2026, 11, 18)


def test_a_child_of_the_case_system_is_born_and_dies_there(client: Client, practitioner: User, child: Child) -> None:
    assert "The case system keeps when this child was born" in page(client, child, "edit/")
    assert '<form method="post" novalidate' not in page(client, child, "edit/birth/")
    answer = client.post(f"/children/{child.la_child_id}/edit/birth/", {"edit_version": "1", "sex": "U"})
    assert answer.status_code == 403


# ---- warnings ----


def a_warning(child: Child, by: User, **changes: Any) -> WarningNote:
    """A warning in force."""
    note: dict[str, Any] = {
        "kind": "do_not_disclose",
        "words": "Do not tell him where they live.",
        "started_on": date(2026, 11, 1),
        "review_by": date(2027, 3, 1),
        "told": False,
        "not_told_reason": "It would put her at risk.",
        "manager_id": Worker.objects.order_by("pk")[0].pk,
        "discussed_on": date(2026, 11, 1),
    }
    return warnings.add(child=child, by=by, today=TODAY, **{**note, **changes})


@pytest.mark.parametrize("path", PAGES)
def test_a_warning_in_force_heads_every_page(client: Client, practitioner: User, child: Child, path: str) -> None:
    a_warning(child, practitioner)
    shown = page(client, child, path)
    assert "Before you visit, ring or write" in shown
    assert "Do not tell him where they live." in shown


def test_a_warning_about_an_adult_stands_at_the_adults_name(client: Client, practitioner: User, child: Child) -> None:
    adult = Relationship.objects.filter(child=child).exclude(related_adult=None)[0].related_adult_id
    a_warning(child, practitioner, adult_id=adult)
    assert page(client, child, "people/").split("</main>")[0].count("Do not disclose") >= 2


def test_the_form_says_in_words_what_the_table_would_refuse(client: Client, practitioner: User, child: Child) -> None:
    typed = {"kind": "risk_to_worker", "words": "Visit in pairs.", "told": "no"}
    days = {f"{name}_{part}": value for name in ("started_on", "discussed_on", "review_by")
            for part, value in (("day", "1"), ("month", "1"), ("year", "2028"))}  # fmt: skip
    shown = client.post(f"/children/{child.la_child_id}/warnings/new/", {**typed, **days}).content.decode()
    assert "Say why the person has not been told" in shown
    assert shown.count("can’t be in the future") >= 2
    assert "must be within a year: by 21 November 2027" in shown
    assert "Choose which manager" in shown or "Answer “Which manager did you discuss it with?”" in shown
    assert "Visit in pairs." in shown
    assert not WarningNote.objects.filter(child=child).exists()


def test_a_warning_is_ended_with_a_reason_and_kept(client: Client, practitioner: User, child: Child) -> None:
    note = a_warning(child, practitioner)
    typed = {"edit_version": "1", "end_reason": "He has died.", "ended_on_day": "20", "ended_on_month": "11"}
    answer = client.post(f"/children/{child.la_child_id}/warnings/{note.pk}/end/", {**typed, "ended_on_year": "2026"})
    assert answer.status_code == 302
    assert "Before you visit, ring or write" not in page(client, child)
    assert "He has died." in page(client, child, "warnings/")


def test_a_warning_of_another_child_is_not_found(client: Client, practitioner: User, child: Child) -> None:
    other = Child.objects.filter(restricted=None).exclude(pk=child.pk).order_by("pk")[0]
    note = a_warning(other, practitioner)
    page(client, child, f"warnings/{note.pk}/", status=404)


# ---- who may not ----


def test_a_sibling_whom_the_viewer_may_not_see_is_only_counted(client: Client) -> None:
    rows = Relationship.objects.filter(relation="sibling", ended_on=None, child__restricted=None)
    row = rows.filter(related_child__restricted="ordinary").order_by("pk").first()
    if row is None:
        pytest.skip("the little council has no sibling of a restricted child")
    sign_in(client, "auditor")
    hidden = ChildName.objects.filter(child_id=row.related_child_id)[0]
    shown = page(client, row.child)
    assert "whose record you may not open" in shown
    assert row.related_child.la_child_id not in shown
    assert f"{hidden.forename}," not in shown.split("Brothers and sisters", 1)[1].split("Last seen", 1)[0]


def test_one_without_the_child_in_reach_is_refused(client: Client, child: Child) -> None:
    sign_in(client, "family_worker", worker_id=a_worker(_a_team()))
    page(client, child, status=403)


def _a_team() -> str:
    from onechild.service.record.models import Team

    return str(Team.objects.filter(team_kind="fostering").order_by("pk")[0].pk)


def test_details_said_of_the_child_are_in_the_record_of_whoever_looks(
    client: Client, practitioner: User, child: Child
) -> None:
    children.keep_details(child=child, typed={"gender_words": "a boy"}, seen_version=0, by=practitioner, today=TODAY)
    assert "a boy" in page(client, child, "edit/")


def test_what_somebody_says_is_wrong_stands_on_the_overview(client: Client, practitioner: User, child: Child) -> None:
    Rectification.objects.create(
        child=child,
        raised_by="The child’s mother",
        raised_on=TODAY,
        disputed="The address of 2024 was never ours.",
        noted_by=practitioner,
        noted_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
    )
    shown = page(client, child)
    assert "The address of 2024 was never ours." in shown
    assert "Not decided" in shown
