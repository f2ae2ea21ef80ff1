"""The pages of employments: begin one, change its hours, make an agency worker permanent, end it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse

from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.journeys.workforce import choices
from onechild.service.journeys.workforce.counted import cases_on
from onechild.service.journeys.workforce.employing import actions
from onechild.service.journeys.workforce.employing.forms import BeginForm, ConvertForm, HoursForm, LeaveForm
from onechild.service.record.models import Employment
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MAY, BACK = "plan_workforce", "People"


@needs(MAY)
def new(request: SignedIn) -> HttpResponse:
    """Begin somebody's employment."""

    def write(form: BeginForm) -> str:
        typed = form.cleaned_data
        told = actions.NewWorker(
            name=typed["name"],
            registration_number=typed["registration_number"],
            qualified_on=typed["qualified_on"],
        )
        actions.begin(
            worker=typed["worker"] or told,
            kind=typed["kind"],
            role=typed["role"],
            fte=typed["fte"],
            post_id=typed["post"],
            team_id=typed["team"],
            on=typed["started_on"],
            start_origin="" if typed["kind"] == "agency" else typed["start_origin"],
            words=typed["words"],
            by=request.user,
            today=request.today,
        )
        return f"{reverse('workforce-people')}?team={typed['team']}"

    return form_page(
        request,
        BeginForm,
        write,
        title="Begin an employment",
        button="Begin this employment",
        back=reverse("workforce-people"),
        back_words=BACK,
        today=request.today,
    )


@needs(MAY)
def hours(request: SignedIn, employment_id: str) -> HttpResponse:
    """Change somebody's hours from a day."""
    row, name = _open(request, employment_id)

    def write(form: HoursForm) -> str:
        typed = form.typed
        actions.change_hours(
            employment=row,
            fte=typed["fte"],
            on=typed["on"],
            seen_version=form.seen_version,
            by=request.user,
            today=request.today,
        )
        return reverse("workforce-people")

    return _page(request, HoursForm, write, row, title=f"Change hours: {name}", button="Change these hours")


@needs(MAY)
def convert(request: SignedIn, employment_id: str) -> HttpResponse:
    """Make an agency worker permanent, in one act."""
    row, name = _open(request, employment_id)
    if row.employment_kind != "agency":
        raise Http404("This is no agency worker.")

    def write(form: ConvertForm) -> str:
        typed = form.typed
        actions.convert(
            employment=row,
            last_day=typed["last_day"],
            post_id=typed["post_id"],
            fte=typed["fte"],
            words=typed["words"],
            seen_version=form.seen_version,
            by=request.user,
            today=request.today,
        )
        return reverse("workforce")

    posts = choices.vacant_posts(request.today)
    if row.post is not None:
        posts = [(row.post.pk, choices.post_words(row.post)), *posts]
    lede = "The assignment ends and the permanent employment begins the day after. Children and team stay."
    return _page(
        request,
        ConvertForm,
        write,
        row,
        title=f"Make permanent: {name}",
        button="Make permanent",
        lede=lede,
        template="workforce/convert.html",
        posts=posts,
    )


@needs(MAY)
def end(request: SignedIn, employment_id: str) -> HttpResponse:
    """End somebody's employment; with children in their hands not today."""
    row, name = _open(request, employment_id)
    held = cases_on(request.today).get(row.worker_id, 0)

    def write(form: LeaveForm) -> str:
        typed = form.typed
        after = typed["last_day"] + timedelta(days=1)
        actions.leave(
            employment=row,
            last_day=typed["last_day"],
            reason=typed["reason"],
            words=typed["words"],
            destination=typed["destination"],
            held=cases_on(max(after, request.today)).get(row.worker_id, 0),
            seen_version=form.seen_version,
            by=request.user,
            today=request.today,
        )
        return f"{reverse('workforce-people')}?leaving={row.worker_id}"

    context = {"held": held, "name": name, "planner": page_named("planner")}
    return _page(
        request,
        LeaveForm,
        write,
        row,
        title=f"End an employment: {name}",
        button="End this employment",
        template="workforce/leave.html",
        context=context,
    )


def page_named(name: str, *args: str) -> str:
    """The address of another room's page; nothing where this copy of OneChild has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _open(request: SignedIn, employment_id: str) -> tuple[Employment, str]:
    row = Employment.objects.filter(pk=employment_id).select_related("post__team").first()
    if row is None or (row.ended_on and request.method != "POST"):
        raise Http404("There is no such employment, or it has ended.")
    return row, worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)


def _page(request: SignedIn, kind: type[Any], write: Any, row: Employment, **more: Any) -> HttpResponse:
    role = code_in_words("worker_role", row.role) or "role not recorded"
    lede = more.pop("lede", f"{role}, {code_in_words('employment_kind', row.employment_kind).lower()}.")
    return form_page(
        request, kind, write, back=reverse("workforce-people"), back_words=BACK, lede=lede, row=row, **more
    )
