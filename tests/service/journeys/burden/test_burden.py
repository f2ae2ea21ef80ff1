"""What recording costs is counted by form and month, and never by person."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.journeys.burden.actions import count_sending
from onechild.service.journeys.burden.asked import plain, questions_of
from onechild.service.journeys.burden.models import FormMonth, QuestionMonth
from onechild.service.journeys.burden.queries import burden
from onechild.service.journeys.burden.spans import SPANS, reached, span_of
from tests.service.people import a_worker_with_children, child_of, sign_in, team_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
MONTH = date(2026, 11, 1)


def sent(times: int, *, form: str = "visit-new", span: int | None = 6, answered: tuple[str, ...] = ("seen",)) -> None:
    """So many sendings of one form."""
    for _ in range(times):
        count_sending(form=form, month=MONTH, span=span, asked=("seen", "why"), answered=answered)


def test_a_median_is_told_from_spans_within_a_fifth() -> None:
    counts = [0] * len(SPANS)
    counts[span_of(100) or 0] += 10
    assert reached(counts, 0.5) == 105
    assert reached([0] * len(SPANS), 0.5) is None
    assert span_of(3601) is None


def test_a_question_is_known_without_the_numbers_that_tell_children_apart() -> None:
    assert [plain(name) for name in ("seen_0", "happened_on_day", "row-3-words", "Kayden Marsh", "oc:123")] == [
        "seen",
        "happened_on",
        "words",
        "",
        "",
    ]


def test_only_the_form_that_keeps_drafts_is_read_and_nothing_hidden_in_it() -> None:
    page = (
        '<form><input name="q"></form><form method="post"><input type="hidden" name="draft_page" value="/x/">'
        '<input type="radio" name="seen_1"><textarea name="said_1"></textarea></form>'
    )
    assert questions_of(page) == {"seen", "said"}


def test_fewer_than_five_sendings_are_not_shown_as_they_could_be_one_persons() -> None:
    sent(4)
    assert burden(today=TODAY).forms == ()
    assert burden(today=TODAY).held_back == 1
    sent(1)
    assert burden(today=TODAY).forms[0].latest.sent == 5


def test_a_question_hardly_ever_answered_and_one_asked_twice_are_named() -> None:
    sent(25)
    sent(25, form="note-new")
    found = burden(today=TODAY)
    assert found.forms[0].unanswered == (("why", 0, 25),)
    assert ("seen", ("note-new", "visit-new")) in [(one.question, one.forms) for one in found.twice]


def test_what_stood_open_for_over_an_hour_is_in_no_median() -> None:
    sent(5)
    sent(3, span=None)
    latest = burden(today=TODAY).forms[0].latest
    assert (latest.sent, latest.left_open, latest.median) == (8, 3, 150)


def test_a_visit_sent_is_counted_with_its_time_and_keeps_nobody(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "social_worker", worker_id=worker, team_id=team_of(worker))
    address = reverse("visit-new", args=[child_of(worker).la_child_id])
    page = client.get(address).content.decode()
    opened = page.split('name="draft_opened" value="')[1].split('"')[0]
    typed = {"draft_page": address, "draft_opened": opened, "purpose": "child_in_need", "aim": "See how it goes"}
    day = {"happened_on_day": "20", "happened_on_month": "11", "happened_on_year": "2026", "place": "home"}
    answer = client.post(address, {**typed, **day, "seen_0": "alone", "seen_1": "not_there", "seen_2": "not_there"})
    assert answer.status_code == 302
    row = FormMonth.objects.get(form="visit-new", month=MONTH)
    assert (row.sent, sum(row.spans), row.left_open) == (1, 1, 0)
    assert QuestionMonth.objects.get(form="visit-new", question="said").answered == 0
    assert {field.column for field in FormMonth._meta.fields} == {"id", "form", "month", "sent", "spans", "left_open"}


def test_a_form_that_was_refused_is_not_counted(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "social_worker", worker_id=worker, team_id=team_of(worker))
    address = reverse("visit-new", args=[child_of(worker).la_child_id])
    assert client.post(address, {"draft_page": address}).status_code == 200
    assert not FormMonth.objects.exists()


def test_the_page_says_what_it_cannot_tell_and_only_to_those_who_see_figures(client: Client) -> None:
    sent(25)
    sign_in(client, "director")
    said = client.get(reverse("burden")).content.decode()
    assert "Visit" in said
    assert "Answered 0 of 25 times" in said
    sign_in(client, "scrutiny")
    assert client.get(reverse("burden")).status_code == 403
