"""The pages of the ledger: mine by owner, my team's by its children and its workers, and a child's."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Fact, Link
from onechild.service.govuk.words import date_only
from onechild.service.journeys.promises.ledger.lines import childs_table, drift_table, kept_words, promises_table
from onechild.service.journeys.promises.opening import GIVES, MANAGES, acting, manages, opened
from onechild.service.record.actions import promises as actions
from onechild.service.record.models import Team
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.promises import Drift, Promise, drift_of, open_promises, promises_of
from onechild.service.record.queries.work.challenges import challenges

SEES = ("see_own_children", "see_all_children")
PAGE = 50
GIVEN = "given"


@needs(*SEES)
def mine(request: SignedIn) -> HttpResponse:
    """What I must keep, whatever team I am of; and with ?show=given what I gave and is open."""
    given = request.GET.get("show") == GIVEN
    worker = request.viewer.worker_id or ""
    rows = (
        open_promises(given_by_id=worker, today=request.today)
        if given
        else open_promises(owner_id=worker, today=request.today)
    )
    rows = [one for one in rows if one.case_open] if worker else []
    page = page_asked(request.GET, rows, size=PAGE)
    named = _seen(request, [one.child_id for one in page], what="promises of one’s own")
    home = reverse("promises-mine")
    context = {
        "given": given,
        "tabs": [
            Link("To keep", home, current=not given),
            Link("Given by me", f"{home}?show={GIVEN}", current=given),
        ],
        "page": page,
        "count": len(rows),
        "late": sum(1 for one in rows if one.late(request.today)),
        "table": promises_table(
            page,
            named,
            today=request.today,
            label="Promises given by me" if given else "Promises to keep",
            empty="Nothing that you gave is open." if given else "Nothing is open that you must keep.",
            owner=given,
        ),
        "teams": _my_teams(request),
    }
    return render(request, "promises/mine.html", context)


@needs("see_team", "see_all_children")
def team(request: SignedIn, team_id: str) -> HttpResponse:
    """What is open for the team's children and of its workers: those left behind first, then child by child."""
    found = Team.objects.filter(pk=team_id).first()
    if found is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    everything = open_promises(team_id=team_id, today=request.today)
    rows = [one for one in everything if one.case_open]
    named = _seen(request, {one.child_id for one in everything}, what="promises of a team")
    rows = [one for one in rows if one.child_id in named]
    slipped = drift_of({one.child_id for one in rows}, today=request.today, known=rows)
    left = [one for one in rows if one.astray or not one.owner]
    page = page_asked(request.GET, rows, size=PAGE)
    context = {
        "team": found,
        "count": len(rows),
        "late": sum(1 for one in rows if one.late(request.today)),
        "left": _left(left, named),
        "passes_on": manages(request.viewer),
        "drift": drift_table(_by_drift(slipped, named), today=request.today),
        "children": len(slipped),
        "page": page,
        "table": promises_table(
            page, named, today=request.today, label="Everything that is open", empty="Nothing is open."
        ),
        "closed": [one for one in everything if not one.case_open and one.child_id in named],
    }
    return render(request, "promises/team.html", context)


def child(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Everything that was promised for a child, open and settled, with how far it has slipped."""
    found = opened(request, la_child_id)
    rows = promises_of(found.child.pk, today=request.today)
    going_on = [one for one in rows if one.state == "open"]
    slipped = drift_of([found.child.pk], today=request.today, known=going_on)[found.child.pk]
    settled = page_asked(request.GET, [one for one in rows if one.state != "open"], size=PAGE)
    said = challenges(child_id=found.child.pk)
    context = {
        "child": found.child,
        "head": found.head,
        "drift": _facts(slipped, request),
        "open_table": childs_table(
            going_on,
            la_child_id=la_child_id,
            today=request.today,
            label="Open promises",
            empty="Nothing that was promised is open.",
        ),
        "open_count": len(going_on),
        "late": slipped.late,
        "settled": settled,
        "settled_table": childs_table(
            list(settled),
            la_child_id=la_child_id,
            today=request.today,
            label="Promises kept or withdrawn",
            empty="None has been kept or withdrawn.",
        ),
        "gives": any(map(request.viewer.may, GIVES)),
        "passes_on": manages(request.viewer) and any(one.astray or not one.owner for one in going_on),
        "leads": next((one.now_with for one in going_on if one.now_with_id), ""),
        "challenges": len([one for one in said if one.row.ended_on is None]),
        "challenges_in_all": len(said),
    }
    return render(request, "promises/child.html", context)


@require_POST
def pass_on(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Pass what was left behind by earlier workers to whoever leads now."""
    found = opened(request, la_child_id, *MANAGES)
    leads = open_allocations(request.today).filter(child=found.child, role="lead", worker__isnull=False)
    lead = leads.order_by("-started_on").values_list("worker_id", flat=True).first()
    actions.pass_on(child=found.child, from_worker_id=None, to_worker_id=lead, **acting(request))
    return HttpResponseRedirect(reverse("child-promises", args=[la_child_id]))


def _seen(request: SignedIn, child_ids: Sequence[str] | set[str], *, what: str) -> dict[str, Head]:
    named = heads(set(child_ids), today=request.today)
    request.seen(named, what=what, kind="list")
    return named


def _my_teams(request: SignedIn) -> list[Link]:
    if not request.viewer.may("see_team"):
        return []
    rows = Team.objects.filter(pk__in=request.viewer.team_ids, ended_on__isnull=True).order_by("name")
    return [Link(f"Promises of {one.name}", reverse("promises-team", args=[one.pk])) for one in rows]


def _left(rows: Sequence[Promise], named: dict[str, Head]) -> list[tuple[Head, list[Promise]]]:
    """What was left behind, by child."""
    by_child: dict[str, list[Promise]] = {}
    for one in rows:
        by_child.setdefault(one.child_id, []).append(one)
    found = [(named[key], ones) for key, ones in by_child.items() if key in named]
    return sorted(found, key=lambda one: (one[0].surname, one[0].forename, one[0].child_id))


def _by_drift(slipped: dict[str, Drift], named: dict[str, Head]) -> list[tuple[Head, Drift]]:
    found = [(named[key], one) for key, one in slipped.items() if key in named]
    return sorted(found, key=lambda one: (one[1].order, one[0].surname, one[0].child_id))


def _facts(one: Drift, request: SignedIn) -> list[Fact]:
    oldest = date_only(one.oldest_on, request.today) if one.oldest_on else "Nothing is open"
    return [
        Fact(name="Late now", value=f"{one.late} of {one.open} open"),
        Fact(name="Days late, in all", value=str(one.days_late)),
        Fact(name="Day moved", value="Never" if not one.moved else f"{one.moved} times"
             if one.moved > 1 else "Once"),
        Fact(name="Kept in time", value=kept_words(one)),
        Fact(name="Oldest open, given on", value=oldest),
    ]  # fmt: skip
