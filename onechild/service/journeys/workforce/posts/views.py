"""The pages of posts: each with who fills it and what of it is vacant; a new one; closing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.formats.workforce_census.staff import holds
from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.journeys.workforce import choices
from onechild.service.journeys.workforce.counted import workforce_now
from onechild.service.journeys.workforce.posts import actions
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import Post
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MAY = "plan_workforce"
BACK = "Posts"


class PostForm(forms.Form):
    """A new post."""

    team = forms.ChoiceField(label="Which team?")
    role = forms.ChoiceField(label="Which role?")
    fte = forms.FloatField(
        label="Full-time equivalent",
        min_value=0.05,
        max_value=1,
        help_text="1 is full time. Two full-time posts are two posts.",
    )
    caseholding = forms.TypedChoiceField(
        label="Is its holder meant to hold cases?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=Radios,
    )
    started_on = DayField(label="From when?", called="the day the post begins")

    def __init__(self, *args: Any, team_choices: choices.Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["team"].choices = choices.NOBODY + team_choices
        fields["role"].choices = choices.NOBODY + choices.codes("worker_role")


class CloseForm(EditForm):
    """The day from which a post is no longer in the establishment."""

    ended_on = DayField(label="From when is the post no longer there?", called="the day the post closes")


@needs(MAY)
def posts(request: SignedIn) -> HttpResponse:
    """Every post of the day, by team, the vacant ones marked; `?vacant=yes` shows these alone."""
    today, workforce, teams = request.today, workforce_now(), choices.team_names()
    vacant = {one.post.post_id: one for one in workforce.vacancies(today)}
    only = request.GET.get("vacant") == "yes"
    rows = [one for one in workforce.posts if holds(one, today) and (not only or one.post_id in vacant)]
    rows.sort(key=lambda one: (teams.get(one.team_id or "", ""), one.role or "", one.post_id))
    page = page_asked(request.GET, rows)
    holders = [one for one in workforce.in_post(today) if one.post_id]
    names = worker_names(one.worker_id for one in holders)
    ours = set(Post.objects.filter(origin=None).values_list("pk", flat=True))
    table = Table(
        label="Posts",
        columns=[
            Column("Team"),
            Column("Role"),
            Column("Hours", number=True),
            Column("Who fills it"),
            Column("Vacant"),
        ],
        rows=[
            [
                teams.get(one.team_id or "", "No team"),
                code_in_words("worker_role", one.role) or "Role not recorded",
                "not recorded" if one.fte is None else f"{one.fte:g}",
                ", ".join(
                    f"{names.get(who.worker_id, NO_WORKER_NAME)}{' (agency)' if who.agency else ''}"
                    for who in holders
                    if who.post_id == one.post_id
                )
                or "Nobody",
                _state(one.post_id, vacant.get(one.post_id), ours),
            ]
            for one in page
        ],
        empty="No post is vacant." if only else "No post is recorded.",
    )
    context = {"table": table, "page": page, "count": len(rows), "vacant": len(vacant), "only": only}
    return render(request, "workforce/posts.html", context)


def _state(post_id: str, vacancy: Any, ours: set[str]) -> Cell:
    href = reverse("post-end", args=[post_id]) if post_id in ours else ""
    if vacancy is None:
        return Cell(text="Close this post" if href else "", href=href)
    cover = f"{vacancy.covered:g} covered by agency workers" if vacancy.covered else "not covered"
    return Cell(
        text="Close this post" if href else "",
        href=href,
        tag=Tag(f"Vacant: {vacancy.vacant:g}", "missing"),
        note=cover,
    )


@needs(MAY)
def new(request: SignedIn) -> HttpResponse:
    """Make a post."""

    def write(form: PostForm) -> str:
        typed = form.cleaned_data
        actions.make(
            team_id=typed["team"],
            role=typed["role"],
            fte=typed["fte"],
            caseholding=typed["caseholding"],
            on=typed["started_on"],
            by=request.user,
            today=request.today,
        )
        return reverse("workforce-posts")

    return form_page(
        request,
        PostForm,
        write,
        title="Make a post",
        button="Make this post",
        back=reverse("workforce-posts"),
        back_words=BACK,
        lede="It counts as vacant until somebody is employed in it.",
        team_choices=choices.teams(request.today),
    )


@needs(MAY)
def end(request: SignedIn, post_id: str) -> HttpResponse:
    """Close a post that is ours."""
    row = Post.objects.filter(pk=post_id).select_related("team").first()
    if row is None or (row.ended_on and request.method != "POST"):
        raise Http404("There is no such post.")

    def write(form: CloseForm) -> str:
        actions.close(
            post=row, on=form.typed["ended_on"], seen_version=form.seen_version, by=request.user, today=request.today
        )
        return reverse("workforce-posts")

    return form_page(
        request,
        CloseForm,
        write,
        title="Close a post",
        button="Close this post",
        back=reverse("workforce-posts"),
        back_words=BACK,
        lede=choices.post_words(row),
        row=row,
    )
