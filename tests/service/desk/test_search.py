"""Search: read as people type, find what sounds and looks alike, and tell nothing of whom the viewer may not see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Bar, Event, User
from onechild.service.access.viewer import NOBODY
from onechild.service.desk.search.before_create import search_before_create
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Address,
    Adult,
    AdultName,
    Child,
    ChildName,
    Identifier,
    Relationship,
    WorkerName,
)
from onechild.service.record.queries.search.asked import read_asked
from onechild.service.record.queries.search.finding import Found, find
from tests.service.access.test_visible import NOW
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import a_worker, give, make_user, sign_in

BORN = date(2014, 3, 7)


def asked(typed: str) -> Any:
    """What was typed, taken apart."""
    return read_asked(typed, today=TODAY)


def a_child(forename: str = "Zebedee", surname: str = "Quillfeather", **facts: Any) -> Child:
    """A child whom nobody else is called like, as the transaction that made it leaves it."""
    with change_set(by="a test", kind="edit", words="a child"):
        child = Child.objects.create(**({"born_on": BORN} | facts))
        ChildName.objects.create(child=child, forename=forename, surname=surname, name_kind="legal")
    connection.check_constraints()
    return child


def found_by(user: User, typed: str, *, kinds: Sequence[str] = ("child", "adult", "worker")) -> list[Found]:
    """Who is found, as this person sees it."""
    with as_viewer(user, now=NOW):
        return find(asked(typed), kinds=kinds)


def children_found(typed: str, user: User | None = None) -> list[str]:
    """The children whom somebody who sees all finds."""
    return [one.subject_id for one in found_by(user or make_user("auditor"), typed) if one.kind == "child"]


@pytest.mark.parametrize(
    "typed",
    ["7/3/2014", "07.03.2014", "7 March 2014", "7th Mar 2014", "2014-03-07", "07-03-2014", "7/3/14", "7 march, 2014"],
)
def test_a_date_of_birth_is_read_as_people_type_it(typed: str) -> None:
    assert asked(f"Zeb {typed}").born[0] == BORN
    assert asked(f"Zeb {typed}").names == ("zeb",)


def test_a_day_that_could_be_a_month_is_looked_for_both_ways() -> None:
    assert asked("7/3/2014").born == (BORN, date(2014, 7, 3))
    assert asked("7 March 2014").born == (BORN,)
    assert asked("27/3/2014").born == (date(2014, 3, 27),)


def test_a_year_of_two_figures_is_not_one_to_come() -> None:
    assert asked("1/2/31").born[0] == date(1931, 2, 1)


def test_a_postcode_and_an_address_are_told_from_names() -> None:
    read = asked("70 Kiln Way zz3 5dl")
    assert (read.numbers, read.pairs, read.names) == (("p:ZZ35DL",), ("a:70 kiln", "a:kiln way"), ())


def test_a_number_is_read_with_and_without_its_spaces() -> None:
    assert "i:9000007919" in asked("900 000 7919").numbers
    assert asked("A123-456").numbers == ("i:A123456",)


def test_names_with_marks_are_one_word() -> None:
    assert asked("Aoife O’Brien-Smith").names == ("aoife", "obriensmith")


def test_nothing_typed_is_nothing_to_look_for() -> None:
    assert asked("  ?! ").nothing


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Zebedee Quillfeather",
        "quillfeather zebedee",
        "Zebedee Quillfether",
        "Zebedy Kwilfeather",
        "zeb quillf",
        "Zebedee 7/3/2014",
        "zebedee 3/7/2014",
        "QUILLFEATHER",
    ],
)
def test_a_child_is_found_by_name_sound_spelling_and_birth(typed: str) -> None:
    child = a_child()
    assert children_found(typed)[0] == child.pk


@pytest.mark.django_db
def test_a_short_name_finds_the_long_one() -> None:
    child = a_child("Katherine", "Quillfeather")
    assert children_found("Katie Quillfeather") == [child.pk]


@pytest.mark.django_db
def test_an_earlier_name_finds_the_child_too() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="another name"):
        ChildName.objects.create(child=child, forename="Zebedee", surname="Oddsworth", name_kind="earlier")
    connection.check_constraints()
    assert children_found("zebedee oddsworth") == [child.pk]


@pytest.mark.django_db
def test_a_name_that_was_mended_is_found_and_the_wrong_one_is_not() -> None:
    child = a_child("Zebedee", "Wrongwright")
    with change_set(by="a test", kind="mend", words="the name put right"):
        ChildName.objects.filter(child=child).update(surname="Rightwright")
    connection.check_constraints()
    assert children_found("Rightwright") == [child.pk]
    assert children_found("Zebedee Wrongwright 7/3/2014") == [child.pk]
    assert not [one for one in found_by(make_user("auditor"), "wrongwright") if one.ways == ("same",)]


@pytest.mark.django_db
def test_a_child_who_is_gone_from_the_source_is_not_found() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="gone"):
        Child.every.filter(pk=child.pk).update(gone_at=NOW)
    connection.check_constraints()
    assert children_found("zebedee quillfeather") == []


@pytest.mark.django_db
def test_numbers_postcodes_and_addresses_find_the_child() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="a number and an address"):
        Identifier.objects.create(child=child, identifier_kind="nhs", value="987 654 3210")
        Address.objects.create(child=child, lines="9 Teasel Wynd, Hatterton", postcode="ZZ9 9ZZ")
    connection.check_constraints()
    assert children_found("9876543210") == [child.pk]
    assert children_found("987 654 3210") == [child.pk]
    assert children_found("zz99zz") == [child.pk]
    assert children_found("9 teasel wynd") == [child.pk]
    assert children_found(child.la_child_id) == [child.pk]


@pytest.mark.django_db
def test_an_address_of_parts_of_two_is_not_found() -> None:
    child = a_child()
    with change_set(by="a test", kind="edit", words="two addresses"):
        Address.objects.create(child=child, lines="9 Teasel Wynd", postcode="ZZ9 9ZZ")
        Address.objects.create(child=child, lines="8 Bramble Wynd", postcode="ZZ9 9ZY")
    connection.check_constraints()
    assert children_found("9 bramble wynd") == []


@pytest.mark.django_db
def test_why_somebody_was_found_is_said() -> None:
    a_child()
    [one] = [one for one in found_by(make_user("auditor"), "zebedee kwilfeather 7/3/2014") if one.kind == "child"]
    assert one.why == "Same name, name sounds alike, same date of birth"


@pytest.mark.django_db
def test_an_adult_leads_to_the_children_whom_the_viewer_may_see() -> None:
    worker = a_worker("TFSE")
    mine, other = a_child("Tam", "Underhill"), a_child("Pim", "Underhill")
    give(mine, worker_id=worker, team_id="TFSE")
    with change_set(by="a test", kind="edit", words="an adult around both"):
        adult = Adult.objects.create(born_on=date(1990, 1, 1))
        AdultName.objects.create(adult=adult, forename="Ottoline", surname="Underhill")
        Relationship.objects.create(child=mine, related_adult=adult, relation="mother")
        Relationship.objects.create(child=other, related_adult=adult, relation="mother")
    connection.check_constraints()
    [found] = found_by(make_user("family_worker", worker_id=worker), "ottoline underhill", kinds=("adult",))
    assert found.around == (mine.pk,)
    assert found_by(make_user("family_worker", worker_id=a_worker("TFSW")), "ottoline underhill") == []


@pytest.mark.django_db
def test_a_worker_is_found_by_name() -> None:
    worker = a_worker("TFSE")
    with change_set(by="a test", kind="edit", words="a name"):
        WorkerName.objects.create(worker_id=worker, name="Perpetua Yarrowthwaite")
    connection.check_constraints()
    assert [one.subject_id for one in found_by(make_user("auditor"), "perpetua yarowthwaite")] == [worker]


@pytest.mark.django_db
def test_a_child_of_another_team_is_not_found() -> None:
    child = a_child()
    give(child, worker_id=None, team_id="TFSW")
    worker = make_user("social_worker", worker_id=a_worker("TFSE"))
    assert found_by(worker, "zebedee quillfeather") == []
    assert found_by(worker, child.la_child_id) == []


@pytest.mark.django_db
def test_a_barred_person_finds_nothing_on_any_path() -> None:
    child, user = a_child(restricted="ordinary"), make_user("auditor")
    Bar.objects.create(child=child, user=user, reason="a relative", began_at=NOW, began_by=user)
    assert found_by(user, "zebedee quillfeather") == []
    assert found_by(user, child.la_child_id) == []


@pytest.mark.django_db
def test_an_ordinary_restriction_is_told_without_a_name() -> None:
    child = a_child(restricted="ordinary")
    assert [(one.kind, one.subject_id) for one in found_by(make_user("auditor"), "zebedee quillfeather")] == [
        ("restricted", child.la_child_id)
    ]


@pytest.mark.django_db
def test_a_guess_does_not_bring_out_a_restricted_record() -> None:
    a_child(restricted="ordinary")
    assert found_by(make_user("auditor"), "quillfeather") == []
    assert found_by(make_user("auditor"), "zebedy kwilfether") == []


@pytest.mark.django_db
def test_a_sensitive_restriction_is_not_told() -> None:
    a_child(restricted="forced_marriage")
    assert found_by(make_user("auditor"), "zebedee quillfeather") == []


@pytest.mark.django_db
def test_nobody_signed_in_finds_nobody() -> None:
    a_child()
    assert find(asked("zebedee quillfeather")) == []


@pytest.mark.django_db
def test_the_page_shows_who_was_found_and_the_log_has_them(client: Client) -> None:
    child = a_child()
    user = sign_in(client, "auditor")
    response = client.get("/search/?q=zebedee+quillfeather")
    assert child.la_child_id in response.content.decode()
    [event] = Event.objects.filter(user=user)
    assert (event.what, event.children) == ("search", [child.pk])


@pytest.mark.django_db
def test_a_search_asks_the_database_little(client: Client, asked_of_the_database: Any) -> None:
    a_child()
    sign_in(client, "auditor")
    with asked_of_the_database() as questions:
        client.get("/search/?q=zebedee+quillfeather+7/3/2014")
    assert len(questions) <= 6 + FRAME


@pytest.mark.django_db
def test_results_come_in_pages_and_the_log_has_those_of_the_page(client: Client) -> None:
    with change_set(by="a test", kind="edit", words="25 children"):
        children = Child.objects.bulk_create(Child(pk=f"S{number}", born_on=BORN) for number in range(25))
        names = (ChildName(child=child, forename="Zebedee", surname="Quillfeather") for child in children)
        ChildName.objects.bulk_create(names)
    connection.check_constraints()
    user = sign_in(client, "auditor")
    assert len(client.get("/search/?q=quillfeather+zebedee").context["results"].child_ids) == 20
    assert len(client.get("/search/?q=quillfeather+zebedee&page=2").context["results"].child_ids) == 5
    assert sorted(len(event.children) for event in Event.objects.filter(user=user)) == [5, 20]


@pytest.mark.django_db
def test_a_page_that_finds_nobody_says_what_to_try(client: Client) -> None:
    sign_in(client, "auditor")
    assert "Try fewer words" in client.get("/search/?q=xyzzyplugh").content.decode()


@pytest.mark.django_db
def test_whoever_may_see_no_child_may_not_search(client: Client) -> None:
    sign_in(client, "scrutiny")
    assert client.get("/search/?q=zebedee").status_code == 403


@pytest.mark.django_db
def test_before_a_record_is_made_the_same_child_is_shown() -> None:
    child = a_child()
    with as_viewer(make_user("auditor"), now=NOW):
        already = search_before_create(
            forename="Zebedy", surname="Quilfeather", born_on=BORN, viewer=NOBODY, today=TODAY
        )
    assert already.somebody
    assert already.results.child_ids == (child.pk,)


@pytest.mark.django_db
def test_before_a_record_is_made_of_somebody_new_nobody_is_shown() -> None:
    with as_viewer(make_user("auditor"), now=NOW):
        already = search_before_create(
            forename="Xanthippe", surname="Zyzzyva", born_on=None, viewer=NOBODY, today=TODAY
        )
    assert not already.somebody
