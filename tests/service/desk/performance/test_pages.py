"""The performance pages read stored results, open to the very rows, and keep children from who may not see them."""

from __future__ import annotations

import json
import re
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onechild.service.access.models import Bar
from onechild.service.record.models import Child, Figure, FigureChild, FigureDay, FigureDocument, FigureRun
from onechild.service.record.queries.names import heads
from tests.service.conftest import TODAY
from tests.service.people import make_user, sign_in, team_of
from tests.service.working_out import SIX, holder, worked_out

__all__ = ["holder", "worked_out"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("worked_out")]
MOST_QUERIES = 12
CASES, WAITING = "/performance/measures/cases-held/", "/performance/measures/cases-unallocated/"
REFERRALS = "/performance/measures/re-referrals-in-12-months/"
OCTOBER = "2026-10-31"
SCORECARD, CHANGES = "/performance/areas/child-protection/", "/performance/changes/"
PAGES = (
    "/performance/",
    SCORECARD,
    "/performance/areas/the-front-door/",
    CHANGES,
    "/performance/caseload/",
    CASES,
    "/performance/measures/child-protection-visits-in-time/",
    REFERRALS,
)


def page(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_for_an_analyst_with_few_queries(client: Client, address: str) -> None:
    sign_in(client, "performance_analyst")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    own = [one["sql"] for one in asked if not re.match(r"SAVEPOINT|RELEASE", one["sql"])]
    assert len(own) <= MOST_QUERIES + 4  # the frame's own: session, user, who asks, the log


@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_for_a_scrutiny_member(client: Client, address: str) -> None:
    sign_in(client, "scrutiny")
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_no_to_who_may_see_no_figures(client: Client, address: str) -> None:
    sign_in(client, "legal")
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_a_page_sends_who_is_not_signed_in_to_do_so(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302


def test_a_page_says_when_its_figures_were_worked_out(client: Client) -> None:
    sign_in(client, "director")
    assert "6am" in page(client, "/performance/") or "6.00am" in page(client, "/performance/")


def test_children_behind_a_figure_are_named_and_logged_for_who_may_open_them(client: Client, holder: str) -> None:
    worker = holder
    sign_in(client, "performance_analyst")
    answer = client.get(CASES, {"as_at": TODAY.isoformat(), "team": team_of(worker), "worker": worker})
    rows = FigureChild.objects.filter(day__to_on=TODAY, day__from_on=None, measure="cases-held", worker_id=worker)
    held = heads(list(rows.values_list("child_id", flat=True)), today=TODAY)
    open_to_all = [head for head in held.values() if not head.restricted]
    assert open_to_all
    assert all(head.la_child_id in answer.content.decode() for head in open_to_all)
    assert {head.child_id for head in open_to_all} <= set(answer.wsgi_request.seen.children)


def test_children_of_other_teams_are_counted_and_not_named(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    answer = client.get(WAITING)
    found = answer.context["behind"]
    assert found.hidden > 0
    assert f"{found.hidden} more that you may not open" in answer.content.decode()
    assert (
        found.behind
        == FigureChild.objects.filter(
            day__to_on=TODAY, day__from_on=None, measure="cases-unallocated", counted=True
        ).count()
    )


def test_named_and_hidden_rows_add_up_to_the_rows_behind(client: Client) -> None:
    sign_in(client, "performance_analyst")
    found = client.get(WAITING).context["behind"]
    day = FigureDay.objects.get(variant="", to_on=TODAY, from_on=None)
    rows = FigureChild.objects.filter(day=day, measure="cases-unallocated", counted=True)
    assert found.behind == rows.count()
    assert found.page.paginator.count + found.hidden == found.behind
    assert found.hidden == rows.filter(child__restricted__isnull=False).count()


def test_the_list_of_children_pages_on_the_server(client: Client) -> None:
    sign_in(client, "performance_analyst")
    first, second = (client.get(WAITING, {"page": number}).context["behind"].child_ids for number in (1, 2))
    assert len(first) == 25
    assert second
    assert not set(first) & set(second)


def test_scrutiny_reads_no_child_no_worker_and_no_small_number(client: Client) -> None:
    sign_in(client, "scrutiny")
    texts = [page(client, address) for address in PAGES]
    assert not any('"/children/' in text or '"/workers/' in text for text in texts)
    assert "behind" not in client.get(CASES).context or not client.get(CASES).context["behind"]


def test_public_copies_hold_no_number_of_one_to_five() -> None:
    copies = FigureDocument.objects.filter(kind="measure", published=True)
    rows = [row for facts in copies.values_list("facts", flat=True) for row in [*facts["rows"], facts["total"]]]
    counts = {number for row in rows for number in re.findall(r"(?<![\d.,])\d+(?![\d.,%])", row["parts"])}
    assert not counts & {"1", "2", "3", "4", "5"}


def test_the_public_report_holds_no_number_of_one_to_five() -> None:
    copies = FigureDocument.objects.filter(kind="caseload", published=True).values_list("facts", flat=True)
    cells = {
        row["now"][name]
        for facts in copies
        for row in [*facts["rows"], facts["total"]]
        for name in ("cases", "workers", "over_target", "unallocated", "held_by_managers", "held_by_absent")
    }
    assert not cells & {"1", "2", "3", "4", "5"}


def test_the_database_itself_keeps_full_figures_from_scrutiny(client: Client) -> None:
    from onechild.service.access.entering import as_viewer

    with as_viewer(make_user("scrutiny"), now=SIX):
        assert not Figure.objects.exists()
        assert not FigureChild.objects.exists()
        assert not FigureDocument.objects.filter(published=False).exists()
        assert FigureDocument.objects.filter(published=True).exists()


def test_somebody_barred_reads_no_figure_that_counts_the_child(client: Client) -> None:
    user = make_user("performance_analyst")
    child = FigureChild.objects.filter(measure="cases-unallocated", day__to_on=TODAY)[0].child_id
    Bar.objects.create(
        child_id=child, public_id=child, user=user, reason="A relative", began_at=SIX, began_by=make_user("director")
    )
    sign_in(client, user=user)
    text = page(client, "/performance/")
    assert "being worked out" in text
    assert not re.search(r"oc-num", text)


def test_the_caseload_page_says_its_sentences_first_and_both_counts(client: Client, holder: str) -> None:
    sign_in(client, "director")
    text = page(client, f"/performance/caseload/?as_at={TODAY.isoformat()}&against={OCTOBER}")
    document = FigureDocument.objects.get(kind="caseload", as_at=TODAY, against=OCTOBER, published=False)
    assert (
        text.index("staff with cases over target")
        < text.index("oc-figure__wide")
        < text.index("Held by a manager</th>")
    )
    assert "Children waiting" in text
    assert "Held by someone absent" in text
    assert document.facts["now"] == "21 November 2026"


def test_the_caseload_report_opens_from_team_to_worker_to_child(client: Client, holder: str) -> None:
    worker = holder
    sign_in(client, "director")
    team = team_of(worker)
    text = page(client, f"/performance/caseload/?as_at={TODAY.isoformat()}&team={team}")
    onward = re.search(
        rf'href="(/performance/measures/cases-held/\?[^"]*worker={quote(worker, safe="")}[^"]*)#behind"', text
    )
    assert onward
    assert "/children/" in page(client, onward[1].replace("&amp;", "&"))


def test_two_days_without_a_report_are_said_to_have_none(client: Client) -> None:
    sign_in(client, "director")
    answer = client.get("/performance/caseload/", {"as_at": OCTOBER, "against": "2026-02-28"})
    assert answer.status_code == 404
    assert "There is no report of the two days" in answer.content.decode()


@pytest.mark.parametrize("written", ["2019-01-31", "yesterday"])
def test_a_day_without_a_figure_is_said_to_have_none(client: Client, written: str) -> None:
    sign_in(client, "director")
    answer = client.get(CASES, {"as_at": written})
    assert answer.status_code == 404
    assert "There is no figure for this day" in answer.content.decode()


def test_a_measure_keeps_its_address_with_the_day_in_it(client: Client) -> None:
    sign_in(client, "director")
    assert f"{CASES}?at={OCTOBER}" in page(client, f"{CASES}?at={OCTOBER}")


def test_an_address_of_before_leads_to_the_same_figure(client: Client) -> None:
    sign_in(client, "director")
    assert f"{CASES}?at={OCTOBER}" in page(client, f"{CASES}?as_at={OCTOBER}")


def test_a_measure_over_a_period_is_of_twelve_months_and_keeps_both_days(client: Client) -> None:
    sign_in(client, "director")
    answer = client.get(REFERRALS, {"at": OCTOBER})
    assert "in the 12 months to 31 October 2026" in answer.content.decode()
    assert f"from=2025-11-01&amp;at={OCTOBER}" in answer.content.decode()


def test_a_single_month_has_an_address_of_its_own(client: Client) -> None:
    sign_in(client, "director")
    assert "in October 2026" in page(client, f"{REFERRALS}?from=2026-10-01&at={OCTOBER}")


def test_a_changed_standard_is_said_until_figures_are_worked_out_again(client: Client) -> None:
    from onechild.service.record.actions import clocks

    clocks.settings_changed()
    sign_in(client, "director")
    assert "being worked out again" in page(client, "/performance/caseload/")


def test_before_anything_is_worked_out_the_page_says_when_it_will_be(client: Client) -> None:
    FigureRun.objects.all().delete()
    sign_in(client, "director")
    assert "ready each morning" in page(client, "/performance/")


def test_an_unknown_measure_is_not_there(client: Client) -> None:
    sign_in(client, "director")
    assert client.get("/performance/measures/made-up/").status_code == 404


def test_a_stored_document_names_no_child() -> None:
    written = json.dumps(list(FigureDocument.objects.values_list("facts", flat=True)[:200]))
    assert not any(child in written for child in Child.objects.values_list("la_child_id", flat=True)[:300])
    assert date.fromisoformat(OCTOBER)
