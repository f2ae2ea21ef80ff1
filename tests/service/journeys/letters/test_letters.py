"""A letter from its first words to its leaving: marked, checked for each recipient, lifted by another, sent, kept."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import docx
import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.actions.restrict import restrict
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import User
from onechild.service.access.viewer import viewer_of
from onechild.service.journeys.letters import queries
from onechild.service.journeys.letters.family import UNSAID
from onechild.service.record.actions import warnings
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewAdult, NewChild, new_adult, new_child, relate
from onechild.service.record.models import (
    Address,
    AdultContact,
    Allocation,
    Child,
    Decision,
    Letter,
    LetterPart,
    LetterRecipient,
    Pathway,
    Relationship,
    WorkStep,
)
from onechild.service.record.queries.names import heads
from tests.service.people import a_worker, a_worker_with_children, child_of, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/London"))
WORDS = "We met and agreed a plan.\n\nThe family lives at 14 Marl Close, HX1 2AB.\n\nRing the school on 07700 900123."


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def writer(client: Client) -> User:
    """A social worker who holds children, signed in."""
    return sign_in(client, worker_id=a_worker_with_children())


@pytest.fixture
def child(writer: User) -> Child:
    """A child of theirs with an address, a mother at home and a father elsewhere, and nobody else."""
    child = child_of(str(writer.worker_id))
    with change_set(by="a test", kind="edit", words="a family"):
        Relationship.objects.filter(child=child).update(gone_at=NOW)
        Address.objects.filter(child=child).update(gone_at=NOW)
        Address.objects.create(
            child=child, address_kind="home", lines="14 Marl Close, Hatterton", postcode="HX1 2AB", started_on=TODAY
        )
        mother = new_adult(NewAdult(forename="Dana", surname="Ames"), today=TODAY)
        father = new_adult(NewAdult(forename="Cole", surname="Rudd"), today=TODAY)
        relate(child=child, relation="mother", adult_id=mother.pk, parental_responsibility=True, same_household=True,
               today=TODAY)  # fmt: skip
        relate(child=child, relation="father", adult_id=father.pk, parental_responsibility=True, same_household=False,
               today=TODAY)  # fmt: skip
        AdultContact.objects.create(adult=father, kind="address", value="9 Quay Street", postcode="HX4 9ZZ")
    return child


def adult(child: Child, relation: str) -> str:
    """The adult who is this to the child."""
    return str(Relationship.objects.get(child=child, relation=relation).related_adult_id)


def begin(client: Client, child: Child, words: str = WORDS) -> str:
    """Begin a letter; its address."""
    typed = {"subject": "Our meeting", "kind": "decision", "words": words}
    return str(client.post(f"/children/{child.la_child_id}/letters/new/", typed)["Location"])


def mark_all(client: Client, page: str, answer: str = "yes", *, whose: str = "") -> Any:
    """Answer every question of what the letter tells with one answer, and of whose it is with one adult."""
    asked = client.get(f"{page}mark/").context["form"].fields
    said = {name: answer for name in asked if name.startswith("tells")}
    return client.post(f"{page}mark/", said | {name: whose for name in asked if name.startswith("adult")})


def add(client: Client, page: str, who: str, **more: str) -> LetterRecipient:
    """Add a recipient."""
    client.post(f"{page}recipients/new/", {"who": who, "place": "typed", **more})
    return LetterRecipient.objects.order_by("-change_set_id", "-pk")[0]


def to_father(client: Client, child: Child, page: str) -> LetterRecipient:
    """Add the father at his own address."""
    return add(client, page, f"adult:{adult(child, 'father')}", address="9 Quay Street", postcode="HX4 9ZZ")


def warn(child: Child, by: User, adult_id: str) -> None:
    """A warning that this adult must not be told."""
    warnings.add(
        child=child, by=by, today=TODAY, kind="do_not_disclose", words="Do not say where they live.",
        adult_id=adult_id, started_on=TODAY, review_by=date(2027, 5, 1), told=False, not_told_reason="Not safe.",
        manager_id=str(by.worker_id), discussed_on=TODAY,
    )  # fmt: skip


def ready(client: Client, child: Child) -> str:
    """A letter whose facts are marked; its address."""
    page = begin(client, child)
    parts = LetterPart.objects.filter(letter__child=child).order_by("number")
    mark_all(client, page, whose=adult(child, "mother"))
    assert [part.facts for part in parts] == [[], ["childs_address"], ["adults_phone"]]
    return page


def test_a_letter_cannot_be_checked_until_each_fact_found_is_answered(client: Client, child: Child) -> None:
    page = begin(client, child)
    to_father(client, child, page)
    assert "not_ready" in client.post(f"{page}check/")["Location"]
    asked = client.post(f"{page}mark/", {})
    assert "Say whether “HX1 2AB” tells where the child lives" in asked.content.decode()
    missing = mark_all(client, page).content.decode()
    assert "Choose whose “07700 900123” is" in missing


def test_each_recipient_gets_a_version_and_the_words_that_left_are_kept(
    client: Client, child: Child, writer: User
) -> None:
    warn(child, writer, adult(child, "father"))
    page = ready(client, child)
    father = to_father(client, child, page)
    mother = add(client, page, f"adult:{adult(child, 'mother')}", address="14 Marl Close", postcode="HX1 2AB")
    client.post(f"{page}check/")
    father.refresh_from_db()
    mother.refresh_from_db()
    assert father.text == "We met and agreed a plan."
    assert father.withheld == ["childs_address", "adults_phone"]
    assert mother.text == WORDS
    shown = client.get(page).content.decode()
    assert "A warning in force is about Cole Rudd: do not disclose." in shown
    assert client.post(f"{page}recipients/{father.pk}/send/", {"how": "post"})["Location"].endswith("saved=sent")
    father.refresh_from_db()
    assert (father.sent_how, father.sent_by_name) == ("post", writer.name)
    assert client.get(f"{page}mark/").status_code == 404, "the words of a letter that left stay as they are"
    assert "Marl" not in client.get(f"{page}recipients/{father.pk}/version/").content.decode().split("<main")[1]


def test_the_word_file_holds_the_version_and_says_nothing_of_itself(client: Client, child: Child) -> None:
    page = ready(client, child)
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    made = docx.Document(BytesIO(client.get(f"{page}recipients/{father.pk}/version/?as=docx").content))
    told = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "We met and agreed a plan." in told
    assert "07700 900123" not in told
    facts = made.core_properties
    assert (facts.author, facts.last_modified_by, facts.comments, facts.title) == ("", "", "", "")


def test_a_warning_after_the_check_stops_the_letter_until_it_is_checked_again(
    client: Client, child: Child, writer: User
) -> None:
    page = ready(client, child)
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    warn(child, writer, adult(child, "father"))
    stopped = client.post(f"{page}recipients/{father.pk}/send/", {"how": "post"})
    assert stopped["Location"].endswith("saved=check_again")
    assert client.get(f"{page}recipients/{father.pk}/version/").status_code == 404
    assert "can’t leave until it is checked again" in client.get(page).content.decode()
    father.refresh_from_db()
    assert father.sent_at is None


def test_words_edited_after_the_check_have_to_be_checked_again(client: Client, child: Child) -> None:
    page = ready(client, child)
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    part = LetterPart.objects.get(letter__child=child, number=1)
    client.post(f"{page}paragraphs/{part.pk}/", {"words": "We met.", "edit_version": part.edit_version})
    assert client.get(f"{page}recipients/{father.pk}/version/").status_code == 404
    assert Letter.objects.get(child=child).status == "open"


def test_two_people_on_one_paragraph_are_told_and_nothing_is_lost(client: Client, child: Child) -> None:
    page = begin(client, child)
    part = LetterPart.objects.get(letter__child=child, number=1)
    first = {"words": "First.", "edit_version": part.edit_version}
    client.post(f"{page}paragraphs/{part.pk}/", first)
    clash = client.post(f"{page}paragraphs/{part.pk}/", first | {"words": "Second."})
    assert clash.status_code == 409
    assert "Second." in clash.content.decode()
    part.refresh_from_db()
    assert part.words == "First."


def test_somebody_else_decides_whether_a_refused_letter_may_go_and_it_stands_in_the_register(
    client: Client, child: Child, writer: User
) -> None:
    page = ready(client, child)
    with change_set(by="a test", kind="edit", words="he left"):
        Relationship.objects.filter(child=child, relation="father").update(ended_on=date(2026, 1, 1))
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    father.refresh_from_db()
    assert father.refused
    assert client.get(f"{page}recipients/{father.pk}/send/").status_code == 404
    client.post(f"{page}recipients/{father.pk}/allow/", {"why": "He asked what was decided."})
    team_id = team_of(str(writer.worker_id))
    manager = make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    client.force_login(manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    assert "Decide whether it may go" in client.get(page).content.decode()
    answer = client.post(
        f"{page}recipients/{father.pk}/allow/", {"decision": "allow", "reason": "He may know the plan."}
    )
    assert answer["Location"].endswith("saved=allowed")
    decision = Decision.objects.get(kind="letter", child=child)
    assert (decision.outcome, decision.reason, decision.decided_by_name) == (
        "allowed",
        "He may know the plan.",
        manager.name,
    )
    assert "is no longer around the child" in decision.seen
    father.refresh_from_db()
    assert father.text == "We met and agreed a plan.", "what is withheld stays withheld"
    assert client.post(f"{page}recipients/{father.pk}/send/", {"how": "post"})["Location"].endswith("saved=sent")


def test_nobody_lets_go_a_letter_that_they_asked_for_themselves(client: Client, child: Child, writer: User) -> None:
    page = ready(client, child)
    team_id = team_of(str(writer.worker_id))
    senior = make_user("senior_practitioner", worker_id=a_worker(team_id), team_id=team_id)
    client.force_login(senior, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    with change_set(by="a test", kind="edit", words="he left"):
        Relationship.objects.filter(child=child, relation="father").update(ended_on=date(2026, 1, 1))
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    client.post(f"{page}recipients/{father.pk}/allow/", {"why": "He asked."})
    refused = client.post(f"{page}recipients/{father.pk}/allow/", {"decision": "allow", "reason": "Mine."})
    assert refused.status_code == 403
    assert "You asked for this, so somebody else must decide." in refused.content.decode()
    assert WorkStep.objects.filter(about_id=father.pk).count() == 1


def test_under_a_forced_marriage_pathway_no_letter_goes_to_the_family_and_nobody_may_lift_it(
    client: Client, child: Child
) -> None:
    page = ready(client, child)
    with change_set(by="a test", kind="edit", words="a pathway"):
        Pathway.objects.create(child=child, kind="forced_marriage", words="A wedding abroad.", started_on=TODAY)
    mother = add(client, page, f"adult:{adult(child, 'mother')}")
    client.post(f"{page}check/")
    mother.refresh_from_db()
    assert (mother.refused, mother.text) == (True, "")
    shown = client.get(f"{page}recipients/{mother.pk}/allow/").content.decode()
    assert "Nobody may let this go." in shown
    client.post(f"{page}recipients/{mother.pk}/allow/", {"why": "Please."})
    assert not WorkStep.objects.filter(about_id=mother.pk).exists()


@pytest.mark.parametrize(("pathway", "hidden"), [(True, ""), (True, "ordinary"), (False, "forced_marriage")])
def test_work_on_a_forced_marriage_of_a_sister_refuses_the_family_and_no_page_says_why(
    client: Client, child: Child, writer: User, pathway: bool, hidden: str
) -> None:
    held = Allocation.objects.filter(worker_id=writer.worker_id, ended_on=None).exclude(child=child)
    sister = held.filter(child__restricted=None).order_by("pk")[0].child
    page = ready(client, child)
    with change_set(by="a test", kind="edit", words="a pathway"):
        relate(child=sister, relation="sibling", related_child_id=child.pk, today=TODAY)
        relate(child=child, relation="sibling", related_child_id=sister.pk, today=TODAY)
        if pathway:
            Pathway.objects.create(child=sister, kind="forced_marriage", words="A wedding abroad.", started_on=TODAY)
    if hidden:
        other = make_user("director")
        restrict(child_id=sister.pk, restriction=hidden, people=[other], reason="A test", by=other, at=NOW)
    mother = add(client, page, f"adult:{adult(child, 'mother')}")
    client.post(f"{page}check/")
    mother.refresh_from_db()
    assert (mother.refused, mother.text) == (True, "")
    assert [block["words"] for block in mother.found[0]["blocks"]] == [UNSAID]
    assert UNSAID in client.get(page).content.decode()
    assert "marriage" not in str(mother.found)


def test_nobody_can_ask_what_silences_the_family_of_a_child_whom_they_may_not_see(child: Child, writer: User) -> None:
    with change_set(by="a test", kind="edit", words="a pathway"):
        sister = new_child(NewChild(forename="Zzwren", surname="Ames", born_on=date(2012, 1, 1)), today=TODAY)
        relate(child=child, relation="sibling", related_child_id=sister.pk, today=TODAY)
        Pathway.objects.create(child=sister, kind="fgm", words="A worry.", started_on=TODAY)
        Pathway.objects.create(child=child, kind="fgm", words="A worry.", started_on=TODAY)
    with as_viewer(writer, now=NOW), connection.cursor() as cursor:
        cursor.callproc("letters_silenced_around", [child.pk, TODAY])
        seen = cursor.fetchone()
        cursor.callproc("letters_silenced_around", [sister.pk, TODAY])
        unseen = cursor.fetchone()
    assert (seen, unseen) == ((True,), (False,))


def test_a_manager_is_told_on_my_day_of_what_was_asked_and_the_writer_of_a_no(
    client: Client, child: Child, writer: User
) -> None:
    page = ready(client, child)
    with change_set(by="a test", kind="edit", words="he left"):
        Relationship.objects.filter(child=child, relation="father").update(ended_on=date(2026, 1, 1))
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    client.post(f"{page}recipients/{father.pk}/allow/", {"why": "He asked."})
    team_id = team_of(str(writer.worker_id))
    manager = make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    seen = viewer_of(manager, roles=[("team_manager", team_id)], team_ids=[team_id])
    assert [one.does for one in queries.waiting_for(seen, today=TODAY, now=NOW)] == ["Decide on this letter"]
    client.force_login(manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    client.post(f"{page}recipients/{father.pk}/allow/", {"decision": "refuse", "reason": "Ring him instead."})
    own = viewer_of(writer, roles=[("social_worker", None)], team_ids=[team_id])
    assert [one.does for one in queries.waiting_for(own, today=TODAY, now=NOW)] == ["Put this letter right"]
    assert queries.waiting_for(seen, today=TODAY, now=NOW) == []


def test_a_letter_about_two_children_stands_with_both_and_tells_a_father_of_one_nothing_of_the_other(
    client: Client, child: Child, writer: User
) -> None:
    held = Allocation.objects.filter(worker_id=writer.worker_id, ended_on=None).exclude(child=child)
    sister = held.filter(child__restricted=None).order_by("pk")[0].child
    with change_set(by="a test", kind="edit", words="sisters"):
        for one, other in ((child, sister), (sister, child)):
            relate(child=one, relation="sibling", related_child_id=other.pk, today=TODAY)
    name = heads([sister.pk], today=TODAY)[sister.pk].forename
    typed = {"subject": f"{name} and her sister", "kind": "decision", "others": [sister.pk],
             "words": f"We met.\n\n{name} saw the nurse."}  # fmt: skip
    page = client.post(f"/children/{child.la_child_id}/letters/new/", typed)["Location"]
    assert f"{name} and her sister" in client.get(f"/children/{sister.la_child_id}/letters/").content.decode()
    mark_all(client, page)
    assert LetterPart.objects.get(letter__child=child, number=2).related_child_id == sister.pk
    father = to_father(client, child, page)
    client.post(f"{page}check/")
    father.refresh_from_db()
    assert f"“{name}” is kept from Cole Rudd, and still stands in the subject" in father.found[0]["blocks"][0]["words"]
    version = Letter.objects.get(child=child).edit_version
    client.post(f"{page}head/", {"subject": "Our meeting", "kind": "decision", "edit_version": version})
    client.post(f"{page}check/")
    father.refresh_from_db()
    assert (father.refused, father.text) == (False, "We met.")
    assert {row.subject for row in Letter.objects.filter(child__in=(child, sister))} == {"Our meeting"}


def test_an_answer_never_falls_to_other_words_that_were_written_meanwhile(client: Client, child: Child) -> None:
    page = begin(client, child, "Ring 07700 900123.")
    asked = client.get(f"{page}mark/").context["form"].fields
    part = LetterPart.objects.get(letter__child=child)
    client.post(f"{page}paragraphs/{part.pk}/", {"words": "Ring 07700 900456.", "edit_version": part.edit_version})
    late = client.post(f"{page}mark/", dict.fromkeys(asked, "no"))
    assert "Say whether “07700 900456” tells how to reach an adult" in late.content.decode()
    part.refresh_from_db()
    assert part.answers == []
