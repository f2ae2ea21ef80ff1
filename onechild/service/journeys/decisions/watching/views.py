"""The pages of watches: what came back after my own decisions, what I learn from it, and what came back after all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check, needs
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.decisions.register.reading import is_by
from onechild.service.journeys.decisions.register.views import SEES
from onechild.service.journeys.decisions.watching.queries import (
    KIND_WORDS,
    Followed,
    Month,
    followed_by,
    followed_from,
    months,
)
from onechild.service.record.actions.work.watches import write_reading
from onechild.service.record.models import Watch
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.work.came_back import MONTHS, came_back

AS_LIST = "%Y-%m"
FIRST_YEAR, LAST_YEAR = 1990, 2060  # of the calendar


class LearnForm(forms.Form):
    """What a decider takes from a child's coming back."""

    learned = forms.CharField(
        label="What do you take from it?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "6"}),
        help_text="What you knew then, what you know now, and what you would ask next time. It is for learning.",
        error_messages={"required": "Say what you take from it"},
    )


@needs(*SEES)
def mine(request: SignedIn) -> HttpResponse:
    """What came back after the viewer's own decisions: first what they have not written about."""
    found = followed_by(request.viewer, today=request.today)
    named = heads({one.watch.child_id for one in found}, today=request.today)
    request.seen(named, what="what came back after one's own decisions", kind="list")
    back = [one for one in found if one.returns]
    context = {
        "count": len(found),
        "going_on": sum(not one.over(request.today) for one in found),
        "unread": [
            (one, one.unread, named[one.watch.child_id]) for one in back if one.unread and one.watch.child_id in named
        ],
        "table": _followed_table(found, named, request.today),
    }
    return render(request, "decisions/mine.html", context)


def learn(request: SignedIn, watch_id: str, came_back_id: str) -> HttpResponse:
    """Write what one learns from one child's coming back: opening the page is not reading it."""
    check(request.viewer, *SEES)
    watch = Watch.objects.select_related("decision", "child").filter(pk=watch_id).first()
    back = next((one for one in came_back([watch])[watch_id] if one.row_id == came_back_id), None) if watch else None
    if watch is None or back is None:
        raise Http404("Nothing like this came back.")
    child = open_child(request, watch.child.la_child_id, what="what came back after a decision")
    if not is_by(watch.decision, request.viewer):
        raise NotAllowed(f"{watch.decision.decided_by_name} decided this, so it is theirs to write.")
    draft = draft_of(request, child=child)
    form = LearnForm(request.POST) if request.method == "POST" else filled(LearnForm, draft)
    if request.method == "POST" and form.is_valid():
        write_reading(
            watch=watch,
            came_back=back.kind,
            came_back_id=back.row_id,
            came_back_on=back.on,
            learned=form.cleaned_data["learned"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("my-decisions"))
    context = {
        "child": child,
        "head": heads([child.pk], today=request.today)[child.pk],
        "row": watch.decision,
        "form": form,
        "draft": draft,
        "title": "A child came back",
        "lede": f"What came back on {date_only(back.on, request.today)}: {back.words}.",
        "button": "Record what you take from it",
        "back": reverse("my-decisions"),
        "back_words": "What came back after my decisions",
    }
    return render(request, "decisions/learn.html", context)


@needs(*SEES)
def watches(request: SignedIn) -> HttpResponse:
    """Rates by month of decision, each opened to its children with ?kind= and ?month=."""
    kind, month = request.GET.get("kind", ""), _month(request.GET.get("month", ""))
    if kind in MONTHS and month is not None:
        return _children_of(request, kind, month)
    shown = kind if kind in MONTHS else next(iter(MONTHS))
    here = reverse("watches")
    kinds = [Link(KIND_WORDS[one], f"{here}?kind={one}", current=one == shown) for one in MONTHS]
    told = [(KIND_WORDS[shown], _months_table(shown, months(shown, today=request.today)))]
    return render(request, "decisions/watches.html", {"tables": told, "kinds": kinds})


def _children_of(request: SignedIn, kind: str, month: date) -> HttpResponse:
    found = followed_from(kind, month)
    named = heads({one.watch.child_id for one in found}, today=request.today)
    request.seen(named, what="what came back after the decisions of a month", kind="list")
    title = f"{KIND_WORDS[kind]}: {month:%B %Y}"
    context = {"title": title, "table": _followed_table(found, named, request.today), "count": len(found)}
    return render(request, "decisions/watches_of_month.html", context)


def _followed_table(found: Sequence[Followed], named: dict[str, Head], today: date) -> Table:
    return Table(
        label="Children followed",
        columns=[Column("Child"), Column("Decided"), Column("What"), Column("Came back as"), Column("Read")],
        rows=[_followed_row(one, named[one.watch.child_id], today) for one in found if one.watch.child_id in named],
        empty="No decision of this kind is followed.",
    )


def _followed_row(one: Followed, head: Head, today: date) -> list[object]:
    back = "; ".join(f"{back.words}, {date_only(back.on, today)}" for back in one.returns)
    page = reverse("decision", args=[one.watch.decision_id]) if one.watch.decision_id else ""
    over = "" if one.over(today) else "Still followed"
    read: object = Tag("Not read", "missing") if one.unread and page else ("Yes" if one.read else "")
    return [
        Cell(text=head.name, href=reverse("child", args=[head.la_child_id])),
        Cell(text=date_only(one.watch.started_on, today), href=page, hidden=f": {head.name}"),
        KIND_WORDS[one.watch.kind],
        Cell(text=back or "Nothing", note=over),
        read,
    ]


def _months_table(kind: str, found: Sequence[Month]) -> Table:
    within = [Column(f"Back within {n} months") for n in MONTHS[kind]]
    return Table(
        label=KIND_WORDS[kind],
        columns=[Column("Decided in"), Column("Children", number=True), *within, Column("No further action or advice")],
        rows=[_month_row(kind, one) for one in found],
        kind="scroll",
        empty="Nothing was decided so in the last 18 months.",
    )


def _month_row(kind: str, one: Month) -> list[object]:
    page = f"{reverse('watches')}?kind={kind}&month={one.on:{AS_LIST}}"
    shares = [_share(n, of) if of else "Too soon to say" for n, of in one.back]
    return [Cell(text=f"{one.on:%B %Y}", href=page), one.made, *shares, _share(*one.no_action)]


def _share(n: int, of: int) -> str:
    return f"{n} of {of} ({n / of:.0%})" if of else "None decided"


def _month(asked: str) -> date | None:
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year < LAST_YEAR else None
