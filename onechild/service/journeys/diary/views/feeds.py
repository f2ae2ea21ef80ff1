"""A person's private calendar feed: made, shown once, renewed, switched off; and what a calendar program reads."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.sign_in.sealing import CannotOpen, opened, seal
from onechild.service.access.viewer import Request, needs
from onechild.service.journeys.diary import actions
from onechild.service.journeys.diary.ics import calendar
from onechild.service.journeys.diary.models import CalendarFeed
from onechild.service.journeys.diary.queries import feed_of

SHOWN_ONCE, PURPOSE = "calendar feed", "calendar feed"


@needs("see_own_children")
def own(request: SignedIn) -> HttpResponse:
    """Say whether I have a feed, since when; its address once, after it was made."""
    held = CalendarFeed.objects.filter(user=request.user, ended_at=None).first()
    return render(request, "diary/feed.html", {"held": held, "address": _shown_once(request)})


@require_POST
@needs("see_own_children")
def make(request: SignedIn) -> HttpResponse:
    """Make a feed, or a new one in place of the last."""
    secret = actions.make_feed(user=request.user, now=request.now)
    request.session[SHOWN_ONCE] = seal(secret, purpose=PURPOSE)
    return HttpResponseRedirect(reverse("calendar-feed-own"))


@require_POST
@needs("see_own_children")
def switch_off(request: SignedIn) -> HttpResponse:
    """Switch my feed off."""
    actions.end_feed(user=request.user, now=request.now)
    return HttpResponseRedirect(reverse("calendar-feed-own"))


@require_safe
def feed(request: Request, token: str) -> HttpResponse:
    """Give a feed to whoever has its address: no sign-in, no name, no child. A wrong one is answered as no page."""
    found = feed_of(token, today=request.today)
    if found is None:
        raise Http404("There is no such page.")
    text = calendar(found, link=request.build_absolute_uri(reverse("my-day")), now=request.now)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _shown_once(request: SignedIn) -> str:
    if SHOWN_ONCE not in request.session:
        return ""
    try:
        secret = opened(request.session.pop(SHOWN_ONCE), purpose=PURPOSE)
    except CannotOpen:
        return ""
    return request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
