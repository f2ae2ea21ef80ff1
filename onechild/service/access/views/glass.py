"""Opening a record in an emergency: asking, deciding, ending, reviewing."""

from __future__ import annotations

from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.actions import glass as actions
from onechild.service.access.actions import notices as notice_actions
from onechild.service.access.forms import GlassForm, HiddenGlassForm
from onechild.service.access.gate import standing_of
from onechild.service.access.models import Glass, User
from onechild.service.access.queries import glass as queries
from onechild.service.access.refusals import NotPossible
from onechild.service.access.restrictions import class_of
from onechild.service.access.viewer import Request, check, needs

DECISIONS = {"grant": "grant_glass", "refuse": "grant_glass", "review": "review_glass", "end": ""}


@needs("break_glass")
def break_glass(request: Request, la_child_id: str) -> HttpResponse:
    """Ask why a record must be opened, then open it, or have a second person decide."""
    stands = standing_of(la_child_id)
    if stands is None:
        raise Http404("There is no such child.")
    if stands.standing == "open":
        return redirect("child", la_child_id)
    request.seen([stands.child_id], what="asked to open the record in an emergency")
    sensitive = stands.standing == "restricted" and class_of(stands.restriction or "").sensitive
    form = GlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = actions.ask(
            child_id=stands.child_id, public_id=la_child_id, by=_user(request), at=request.now, **form.cleaned_data
        )
        return redirect("glass") if asked.sensitive else redirect("child", la_child_id)
    given = {"form": form, "la_child_id": la_child_id, "sensitive": sensitive, "stands": stands}
    return render(request, "access/break_glass.html", given)


@needs("break_glass")
def ask_hidden(request: Request) -> HttpResponse:
    """Ask to open a record that the asker was not told of; the answer is the same whether there is one or not."""
    form = HiddenGlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        public_id = given.pop("child").strip()
        if (child_id := _hidden_child(public_id)) is not None:
            actions.ask(child_id=child_id, public_id=public_id, by=_user(request), at=request.now, **given)
        request.seen([], what=f"asked to open a record that is not shown to them: {public_id}")
        return render(request, "access/asked.html")
    return render(request, "access/ask_hidden.html", {"form": form})


@needs("break_glass", "grant_glass", "review_glass")
def glass(request: Request) -> HttpResponse:
    """List what is open to me, what waits for my decision, and what I should review."""
    viewer = request.viewer
    mine = list(queries.open_now(viewer, now=request.now))
    waiting, review = list(queries.waiting(viewer)), list(queries.to_review(viewer)[:100])
    request.seen(
        [one.child_id for one in (*mine, *waiting, *review)], what="records opened in an emergency", kind="list"
    )
    given = {
        "mine": mine,
        "waiting": waiting,
        "review": review,
        "may_ask": viewer.may("break_glass"),
        "may_grant": viewer.may("grant_glass"),
        "may_review": viewer.may("review_glass"),
        "now": request.now,
    }
    return render(request, "access/glass.html", given)


@require_POST
def decide(request: Request, glass_id: int) -> HttpResponse:
    """Grant, refuse, review or end one."""
    decision = request.POST.get("decision", "")
    if decision not in DECISIONS:
        raise Http404("There is no such decision.")
    if DECISIONS[decision]:
        check(request.viewer, DECISIONS[decision])
    asked = get_object_or_404(Glass.objects.select_related("user"), pk=glass_id)
    if decision == "end" and asked.user_id != request.viewer.pk:
        check(request.viewer, "review_glass", "grant_glass")
    request.seen([asked.child_id], what=f"a record opened in an emergency: {decision}")
    words, by, at = request.POST.get("words", ""), _user(request), request.now
    try:
        match decision:
            case "grant":
                actions.grant(glass=asked, by=by, at=at)
            case "refuse":
                actions.refuse(glass=asked, words=words, by=by, at=at)
            case "review":
                actions.review(glass=asked, words=words, by=by, at=at)
            case _:
                actions.end(glass=asked, at=at)
    except NotPossible as refused:
        return render(request, "access/not_possible.html", {"words": str(refused), "back": "glass"}, status=409)
    return redirect("glass")


@require_POST
def notice_seen(request: Request, notice_id: int) -> HttpResponse:
    """Take a notice off my first page."""
    if not notice_actions.mark_seen(notice_id=notice_id, by=_user(request), at=request.now):
        raise Http404("There is no such notice.")
    return redirect("my-day")


def _hidden_child(public_id: str) -> str | None:
    with connection.cursor() as cursor:
        cursor.callproc("access_hidden_child", [public_id])
        row = cursor.fetchone()
    return str(row[0]) if row else None


def _user(request: Request) -> User:
    if request.viewer.user is None:
        raise Http404("Nobody is signed in.")
    return request.viewer.user
