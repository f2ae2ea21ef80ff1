"""The form for anybody: it takes what is told, loses nothing, reveals nothing, and can be flooded by nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Notice
from onechild.service.journeys.partner_form.actions import PUBLIC_ROLE, TAKE_IN
from onechild.service.journeys.partner_form.forms import new_once
from onechild.service.record.models import ChangeSet, Child, Contact, Intake, IntakeAdult, IntakeChild
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)  # a Friday
WORDS = "Three children alone at home since morning, the eldest says their mother went out for shopping."


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """A Friday, in a council with a number to ring."""
    settings.TODAY = TODAY.isoformat()
    settings.FRONT_DOOR_PHONE = "01632 960 100"


def told(**others: str) -> dict[str, str]:
    """What a school tells of one child, with one adult."""
    made = datetime(2026, 11, 19, 12, tzinfo=UTC)
    return {
        "once": new_once(made),
        "children": "1",
        "adults": "1",
        "danger": "no",
        "source_kind": "2A",
        "referrer_name": "Jo Lund",
        "referrer_phone": "01632 960 555",
        "words": WORDS,
        "family_told": "no",
        "needed": "no",
        "child_forename_0": "Orla",
        "child_surname_0": "Quillfeather",
        "adult_name_0": "Bea Quillfeather",
        "adult_relation_0": "mother",
        **others,
    }


def send(client: Client, **others: str) -> Any:
    """Send the form."""
    return client.post("/tell-us/", told(**others))


def number_on(client: Client, answer: Any) -> str:
    """The acknowledgement number that the next page shows."""
    shown: str = client.get(answer["Location"]).content.decode()
    return shown.split('oc-number">')[1].split("<")[0]


def test_anybody_can_send_the_form_and_gets_a_number_that_nobody_could_guess(client: Client) -> None:
    answer = send(client)
    intake = Intake.objects.get()
    assert number_on(client, answer) == intake.acknowledgement
    assert len(intake.acknowledgement) == 17
    assert (intake.channel, intake.stage, intake.professional, intake.words) == (
        "partner_form",
        "contact",
        True,
        WORDS,
    )
    assert IntakeChild.objects.get().surname == "Quillfeather"
    assert IntakeAdult.objects.get().relation == "mother"
    assert ChangeSet.objects.get(pk=intake.change_set_id).made_by == "a partner’s form"


def test_brothers_and_sisters_go_in_one_form_which_asks_for_one_more_and_keeps_what_was_typed(client: Client) -> None:
    shown = send(client, add_child="yes").content.decode()
    assert 'name="child_forename_1"' in shown
    assert "Quillfeather" in shown
    assert not Intake.objects.exists()
    send(client, children="2", child_forename_1="Finn", child_expected_on_1_day="")
    assert list(IntakeChild.objects.order_by("number").values_list("forename", flat=True)) == ["Orla", "Finn"]


def test_the_same_form_sent_twice_is_one_contact_and_changed_words_are_another(client: Client) -> None:
    sent = told()
    first, second = client.post("/tell-us/", sent), client.post("/tell-us/", sent)
    assert number_on(client, first) == number_on(client, second)
    assert Intake.objects.count() == 1
    client.post("/tell-us/", sent | {"words": f"{WORDS} Now the baby cries too."})
    assert Intake.objects.count() == 2


def test_the_answer_is_the_same_whether_the_child_is_known_or_not_and_whoever_is_signed_in(client: Client) -> None:
    known = Child.objects.filter(restricted=None).order_by("pk")[0]
    named = {"child_forename_0": "Zed", "child_surname_0": known.la_child_id}
    said = [_without_number(client, send(client, **one)) for one in (named, {})]
    sign_in(client, "director")
    said.append(_without_number(client, send(client, words="Another thing altogether, said by somebody signed in.")))
    assert len(set(said)) == 1
    assert "Sign out" not in said[0]
    assert not Contact.objects.filter(origin=None).exists()


def _without_number(client: Client, answer: Any) -> str:
    shown: str = client.get(answer["Location"]).content.decode()
    return shown.replace(number_on(client, answer), "")


def test_no_page_looks_a_number_up(client: Client) -> None:
    number = number_on(client, send(client))
    assert client.get(f"/tell-us/done/{number}/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"child_surname_0": "x" * 2_000_000}, "Use 100 characters or fewer; this has 2000000"),
        (
            {"child_born_on_0_day": "3", "child_born_on_0_month": "4", "child_born_on_0_year": "1066"},
            "Date of birth must be on or after 1 January 2000",
        ),
        (
            {"child_born_on_0_day": "31", "child_born_on_0_month": "2", "child_born_on_0_year": "2020"},
            "must be a real date",
        ),
        ({"referrer_name": "Jo\0Lund"}, "Take out the characters that can’t be shown"),
        ({"children": "400"}, "One form takes up to 12 children"),
        ({"source_kind": "<b>"}, "Choose from the list"),
        ({"words": ""}, "What are you worried about?”"),
        ({"referrer_phone": ""}, "Give a telephone number or an email"),
        ({"needed": "yes", "needed_hour": ""}, "Say by when today"),
        ({"website": "http://spam.example"}, "Empty this box, then send again"),
        ({"once": "not ours"}, "Please check what you typed"),
    ],
)
def test_bad_input_gets_a_clear_error_and_loses_nothing_else(client: Client, typed: dict[str, str], said: str) -> None:
    answer = send(client, **typed)
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert said in shown
    assert "Bea Quillfeather" in shown
    assert "01632 960 555" in shown or "referrer_phone" in typed
    assert not Intake.objects.exists()


def test_a_script_is_kept_as_words_and_never_run(client: Client) -> None:
    script = "<script>alert(1)</script>"
    shown = send(client, words=script, family_told="").content.decode()
    assert script not in shown
    assert "&lt;script&gt;" in shown
    send(client, words=script)
    assert Intake.objects.get().words == script


def test_a_file_is_refused_in_words_and_the_rest_is_kept(client: Client) -> None:
    program = SimpleUploadedFile("report.pdf", b"MZ\x90\x00", content_type="application/pdf")
    shown = client.post("/tell-us/", {**told(), "file": program}).content.decode()
    assert "This form takes no files" in shown
    assert "Quillfeather" in shown
    assert not Intake.objects.exists()


def test_more_than_a_form_can_hold_is_said_and_names_the_number_to_ring(client: Client) -> None:
    answer = send(client, words="x" * 3_000_000)
    assert answer.status_code == 413
    assert "01632 960 100" in answer.content.decode()


def test_without_its_cookie_the_form_comes_back_filled() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/tell-us/", told())
    assert answer.status_code == 403
    assert "allow cookies for this page" in answer.content.decode()
    assert "Quillfeather" in answer.content.decode()
    assert not Intake.objects.exists()


def test_a_flood_is_held_off_politely_and_nobody_loses_what_they_typed(client: Client, settings: Any) -> None:
    settings.RATE_FACTOR = 1 / 60
    assert send(client).status_code == 302
    answer = send(client, words="A second thing from the same address, typed at length.")
    shown = answer.content.decode()
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "typed at length" in shown
    assert "01632 960 100" in shown
    assert Intake.objects.count() == 1


def test_what_is_about_forced_marriage_is_hidden_from_its_first_version_but_from_those_who_hold_it(
    client: Client,
) -> None:
    send(client, sensitive="forced_marriage")
    intake = Intake.objects.get()
    assert (intake.sensitive, intake.edit_version) == ("forced_marriage", 1)
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    with as_viewer(make_user("triage_officer"), now=now):
        assert not Intake.objects.exists()
        assert not IntakeChild.objects.exists()
    with as_viewer(make_user("front_door"), now=now):
        assert Intake.objects.get() == intake


def test_what_must_happen_today_and_a_danger_now_are_marked_and_those_who_decide_are_told(client: Client) -> None:
    decider, reader = make_user("front_door"), make_user("social_worker")
    send(client, danger="yes", needed="yes", needed_hour="24", needed_words="No bed tonight")
    intake = Intake.objects.get()
    assert intake.urgent
    assert intake.needed_before == datetime(2026, 11, 21, tzinfo=UTC)
    assert Notice.objects.get(user=decider).page == f"/front-door/contacts/{intake.pk}/"
    assert "Quillfeather" not in Notice.objects.get(user=decider).words
    assert not Notice.objects.filter(user=reader).exists()


@pytest.mark.parametrize(
    ("at", "out_of_hours"),
    [
        (datetime(2026, 11, 20, 16, 50, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 21, 11, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 25, 11, 0, tzinfo=UTC), True),
    ],
)
def test_a_contact_says_whether_it_came_out_of_hours(
    client: Client, monkeypatch: pytest.MonkeyPatch, at: datetime, out_of_hours: bool
) -> None:
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: at)
    send(client)
    assert Intake.objects.get().out_of_hours is out_of_hours


def test_the_public_role_may_run_one_function_and_see_no_name_of_the_record() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("has_schema_privilege", [PUBLIC_ROLE, "public", "USAGE"])
        assert cursor.fetchone() == (False,)
        cursor.callproc("set_config", ["role", PUBLIC_ROLE, True])
        with pytest.raises(ProgrammingError), transaction.atomic():
            Intake.objects.count()
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.callproc("desk_search", ["[]", [], [], [], ["child"], 5])
        cursor.callproc("set_config", ["role", "none", True])


def test_the_one_function_refuses_what_is_no_contact() -> None:
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.callproc(TAKE_IN, ['{"words": "x"}', datetime(2026, 11, 20, 12, tzinfo=UTC)])  # type: ignore[arg-type]
