"""The pages of what has not happened: the worklist, its file, and the form that puts one thing aside."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.knowledge.silence.catalogue import CHECKS
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Request, check, needs
from onechild.service.desk.duties import children_of
from onechild.service.desk.silence.forms import SnoozeForm
from onechild.service.desk.silence.sections import sections, shown, since_words, workers_of
from onechild.service.govuk.files import csv_file
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Link
from onechild.service.journeys.silence import actions
from onechild.service.journeys.silence.models import Silence
from onechild.service.journeys.silence.queries import Listed, listed, looked_on, mine, of_teams, snoozes_of
from onechild.service.record.queries.names import heads, worker_names

WORDS = {"mine": "Mine to mend", "teams": "My teams’", "all": "All children", "aside": "Put aside"}
WHOSE_SAID = {
    "mine": "You can mend what stands here.",
    "teams": "The children are in your teams’ hands.",
    "all": "Counted are all children whom you may see.",
    "aside": "Each was put aside for a time, with a reason.",
}
TITLES = {one.key: one.title for one in CHECKS}
MAY_SNOOZE = "record_visit"
MAY_EXPORT = "export_children"
WHOSE = ("see_own_children", "see_team", "see_all_children")
PAGE = 50


@needs(*WHOSE)
def silence(request: Request) -> HttpResponse:
    """List what has not happened, by check; `?show=` whose, `?check=` one check whole, `?as=csv` a file."""
    shows = _shows(request)
    asked = request.GET.get("show", "")
    show = asked if asked in shows else shows[0]
    rows, aside = _rows(request, show)
    if request.GET.get("as") == "csv":
        return _file(request, rows, show)
    only = request.GET.get("check", "")
    few = only not in TITLES
    page = None if few else page_asked(request.GET, [row for row in rows if row.check_key == only], size=PAGE)
    on_page = rows if page is None else list(page)
    children = children_of(shown(on_page, few=few), today=request.today)
    request.seen(children.heads, what="what has not happened", kind="list")
    found = sections(
        on_page,
        children,
        worker_names(workers_of(on_page)),
        show=show,
        today=request.today,
        may_snooze=request.viewer.may(MAY_SNOOZE),
        few=few,
    )
    context = {
        "sections": found,
        "page": page,
        "tabs": _tabs(shows, show, rows, aside),
        "show": show,
        "lead": _lead(rows, show),
        "only": TITLES.get(only, ""),
        "day": looked_on(),
        "may_export": request.viewer.may(MAY_EXPORT),
        "checks": CHECKS,
    }
    return render(request, "desk/silence/silence.html", context)


def snooze(request: SignedIn, silence_id: int) -> HttpResponse:
    """Put one thing aside until a day, with a reason; or see why it was, and take it up again."""
    one, row = _one(request, silence_id)
    form = SnoozeForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data
            actions.snooze(
                silence=one,
                until=given["until"],
                reason=given["reason"],
                by=request.user,
                today=request.today,
                now=request.now,
            )
        except actions.CannotWait as refused:
            form.add_error(refused.field, refused.words)
        else:
            return HttpResponseRedirect(f"{reverse('silence')}?show=aside")
    head = heads([one.child_id], today=request.today)[one.child_id]
    context = {
        "row": row,
        "head": head,
        "form": form,
        "since": since_words(row, request.today),
        "before": snoozes_of(row),
        "source": str(row.check.source),
    }
    return render(request, "desk/silence/snooze.html", context)


@require_POST
def wake(request: SignedIn, silence_id: int) -> HttpResponse:
    """Take one thing up again before its day."""
    one, _row = _one(request, silence_id)
    actions.wake(silence=one, by=request.user, today=request.today)
    return HttpResponseRedirect(reverse("silence"))


def _one(request: SignedIn, silence_id: int) -> tuple[Silence, Listed]:
    check(request.viewer, MAY_SNOOZE)
    one = Silence.objects.select_related("child").filter(pk=silence_id, gone_on__isnull=True).first()
    if one is None:
        raise Http404("There is no such thing on the list, or it has been mended.")
    open_child(request, one.child.la_child_id, what="what has not happened, to put aside")
    rows = [row for row in listed(ids=[one.child_id], today=request.today) if row.silence_id == silence_id]
    if not rows:
        raise Http404("There is no such thing on the list, or it has been mended.")
    return one, rows[0]


def _shows(request: Request) -> list[str]:
    may = request.viewer.may
    teams = ["teams"] if may("see_team") and request.viewer.team_ids else []
    every = ["all"] if may("see_all_children") else []
    own = ["mine"] if may("see_own_children") or not (teams or every) else []
    return [*own, *teams, *every, "aside"]


def _rows(request: Request, show: str) -> tuple[list[Listed], int]:
    """What is shown, and how many are put aside of all that the viewer may be shown."""
    shows = _shows(request)
    widest = "all" if "all" in shows else "teams" if "teams" in shows else "mine"
    wanted = widest if show == "aside" else show
    rows = _whose(request, wanted)
    wide = rows if wanted == widest else _whose(request, widest)
    aside = [row for row in wide if row.snoozed_until]
    return (aside if show == "aside" else [row for row in rows if not row.snoozed_until]), len(aside)


def _whose(request: Request, show: str) -> list[Listed]:
    if show == "all":
        return listed(everybody=True, today=request.today)
    if show == "teams":
        return of_teams(request.viewer, today=request.today)
    return mine(request.viewer, today=request.today)


def _tabs(shows: Sequence[str], show: str, rows: Sequence[Listed], aside: int) -> list[Link]:
    counts = {show: len(rows), "aside": aside}
    return [
        Link(WORDS[key], f"{reverse('silence')}?show={key}", current=key == show, count=counts.get(key))
        for key in shows
    ]


def _lead(rows: Sequence[Listed], show: str) -> str:
    if not rows:
        return ""
    children = len({row.child_id for row in rows})
    many = "1 thing has" if len(rows) == 1 else f"{len(rows):,} things have"
    whom = "1 child" if children == 1 else f"{children:,} children"
    return f"{many} not happened, for {whom}. {WHOSE_SAID[show]}"


def _file(request: Request, rows: Sequence[Listed], show: str) -> HttpResponse:
    check(request.viewer, MAY_EXPORT)
    known = heads({row.child_id for row in rows}, today=request.today)
    names = worker_names(workers_of(rows))
    request.seen(known, what="what has not happened, taken out as a file", kind="export")
    lines = [
        [
            known[row.child_id].la_child_id,
            row.check.title,
            row.detail_words,
            row.since_on,
            row.mender_words,
            names.get(row.mender[1] or "", ""),
            row.snoozed_until or "",
            row.snooze_reason or "",
            row.found_on,
        ]
        for row in rows
        if row.child_id in known
    ]
    columns = (
        "Child",
        "What has not happened",
        "About",
        "Since",
        "Who can mend it",
        "Worker",
        "Put aside until",
        "Why",
        "Found on",
    )
    return csv_file(f"not-happened-{show}-{request.today.isoformat()}", columns, lines)
