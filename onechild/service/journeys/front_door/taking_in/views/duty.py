"""Who holds the front door out of hours, now and next."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.knowledge.clocks.local.named import in_words
from onechild.service.access.models import RoleHeld
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.journeys.front_door.taking_in.actions import duty
from onechild.service.journeys.front_door.taking_in.forms import HoldForm
from onechild.service.record.models import OutOfHoursHolder, Team
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.work.on_duty import gaps_between, holder_at, holders_after, hours_on, is_open


@needs("screen_contact")
def out_of_hours(request: SignedIn) -> HttpResponse:
    """Say who holds it, and name who holds it next."""
    may_name = request.viewer.may("decide_contact")
    form = HoldForm(request.POST or None, workers=_workers(request), now=request.now) if may_name else None
    if form is not None and request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        duty.hold(
            worker_id=typed["worker"],
            name=worker_names([typed["worker"]]).get(typed["worker"], typed["worker"]),
            phone=typed["phone"],
            starts_at=typed["starts_at"],
            ends_at=typed["ends_at"],
            by=request.user,
            now=request.now,
        )
        return HttpResponseRedirect(f"{reverse('out-of-hours')}?saved=named")
    holders = holders_after(request.now)
    opens, closes = (in_words(hour, "time") for hour in hours_on(request.today))
    context = {
        "form": form,
        "now_holding": holder_at(request.now),
        "holders": holders,
        "gaps": gaps_between(holders),
        "open_now": is_open(request.now),
        "opens": opens,
        "closes": closes,
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "front_door/out_of_hours.html", context)


@require_POST
@needs("decide_contact")
def end(request: SignedIn, holder_id: str) -> HttpResponse:
    """End a turn now, or take one away that has not begun."""
    holder = OutOfHoursHolder.objects.filter(pk=holder_id).first()
    if holder is None:
        raise Http404("There is no such turn.")
    duty.end(holder=holder, by=request.user, now=request.now)
    return HttpResponseRedirect(f"{reverse('out-of-hours')}?saved=ended")


def _workers(request: SignedIn) -> list[tuple[str, str]]:
    """Workers in post in the front-door teams and the viewer's own, and whoever is an emergency duty worker today."""
    teams = Team.objects.filter(team_kind="front_door").values_list("pk", flat=True)
    now = Q(started_on__lte=request.today) & (Q(ended_on__isnull=True) | Q(ended_on__gt=request.today))
    held = RoleHeld.objects.filter(now, role="emergency_duty", user__is_active=True)
    duty_ids = set(held.values_list("user__worker_id", flat=True)) - {None}
    found = dict(in_post([*teams, *request.viewer.team_ids], today=request.today)) | worker_names(duty_ids)
    return sorted(found.items(), key=lambda one: one[1])
