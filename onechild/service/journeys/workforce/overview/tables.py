"""The tables of the workforce's page, counted from the rows behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from django.urls import reverse

from onechild.knowledge.formats.workforce_census.staff import Engagement, Rate, Workforce, total_fte
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.workforce.counted import year_before
from onechild.service.record.models import EmploymentNote
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

A_DAY = timedelta(days=1)
NOT_TOLD = "Reason not recorded"


def figures(workforce: Workforce, *, today: date) -> Table:
    """How it stands today, a year ago beside it."""
    then = year_before(today)
    days = (today, then)
    spans = [(year_before(day) + A_DAY, day) for day in days]
    rows: list[list[object]] = [
        ["Social workers in post", *(_fte(workforce.social_workers(day, agency=False)) for day in days)],
        ["Agency social workers", *(_share(workforce.agency_rate(day)) for day in days)],
        [
            Cell(text="Vacant posts", href=f"{reverse('workforce-posts')}?vacant=yes"),
            *(_share(workforce.vacancy_rate(day)) for day in days),
        ],
        ["Left in twelve months", *(_share(workforce.turnover(*span)) for span in spans)],
        ["Began in twelve months", *(str(len(workforce.starters(*span))) for span in spans)],
        ["Newly qualified among them", *(str(len(workforce.newly_qualified(*span))) for span in spans)],
        ["Agency workers made permanent", *(str(len(workforce.conversions(*span))) for span in spans)],
    ]
    columns = [Column("Social workers"), Column(date_only(today), number=True), Column(date_only(then), number=True)]
    return Table(label="How the workforce stands", columns=columns, rows=rows, kind="tight")


def by_team(workforce: Workforce, names: Mapping[str, str], member_of: Mapping[str, str], *, today: date) -> Table:
    """Each team with posts or people: posts, the council's own, agency, vacant, away."""
    posts: dict[str, float] = defaultdict(float)
    vacant: dict[str, float] = defaultdict(float)
    of_post = {one.post_id: one.team_id or "" for one in workforce.posts}
    for post in workforce.posts:
        if (post.started_on or date.min) <= today < (post.ended_on or date.max):
            posts[post.team_id or ""] += post.fte or 0
    for one in workforce.vacancies(today):
        vacant[one.post.team_id or ""] += one.vacant
    own: dict[str, list[Engagement]] = defaultdict(list)
    hired: dict[str, list[Engagement]] = defaultdict(list)
    for held in workforce.in_post(today):
        team_id = of_post.get(held.post_id or "") or member_of.get(held.worker_id, "")
        (hired if held.agency else own)[team_id].append(held)
    teams = sorted({*posts, *own, *hired}, key=lambda key: (not key, names.get(key, key)))
    rows: list[list[object]] = []
    for key in teams:
        off = [one for one in (*own[key], *hired[key]) if workforce.absent(one.worker_id, today)]
        team = Cell(text=names.get(key, "In no team"), href=f"{reverse('workforce-people')}?team={key}" if key else "")
        rows.append(
            [
                team,
                f"{posts[key]:g}",
                f"{total_fte(own[key]):g}",
                f"{total_fte(hired[key]):g}",
                f"{vacant[key]:g}",
                str(len({one.worker_id for one in off})),
            ]
        )
    heads = ("Posts", "Own", "Agency", "Vacant", "Away today")
    return Table(
        label="Teams",
        columns=[Column("Team"), *(Column(one, number=True) for one in heads)],
        rows=rows,
        empty="No post is recorded.",
        kind="scroll",
    )


def reasons(rows: list[Engagement]) -> Table:
    """Why people left, the most frequent first."""
    found = Counter(code_in_words("employment_end_reason", one.end_reason) or NOT_TOLD for one in rows)
    return Table(
        label="Why they left",
        columns=[Column("Reason"), Column("People", number=True)],
        rows=[[words, str(number)] for words, number in found.most_common()],
        empty="Nobody left.",
        kind="tight",
    )


def movements(rows: list[Engagement], *, left: bool, today: date) -> Table:
    """Those who began, or left, the latest first, with the reason and the words."""
    names = worker_names(one.worker_id for one in rows)
    notes = {note.employment_id: note.words for note in EmploymentNote.objects.exclude(words="")}

    def day(one: Engagement) -> date | None:
        return one.ended_on if left else one.started_on

    rows = sorted(rows, key=lambda one: day(one) or date.min, reverse=True)
    columns = [Column("Name"), Column("Role"), Column("Left" if left else "Began")]
    columns += [Column("Why")] if left else [Column("How")]
    return Table(
        label="Who left" if left else "Who began",
        columns=columns,
        rows=[
            [
                Cell(
                    text=names.get(one.worker_id, NO_WORKER_NAME),
                    href=reverse("workforce-details", args=[one.worker_id]),
                ),
                code_in_words("worker_role", one.role),
                date_only(on, today) if (on := day(one)) else "",
                Cell(
                    text=(code_in_words("employment_end_reason", one.end_reason) or NOT_TOLD)
                    if left
                    else code_in_words("employment_kind", one.employment_kind),
                    note=notes.get(one.employment_id, ""),
                ),
            ]
            for one in rows
        ],
        empty="Nobody left." if left else "Nobody began.",
    )


def _fte(rows: list[Engagement]) -> Cell:
    return Cell(text=f"{total_fte(rows):.1f}", note=f"{len({one.worker_id for one in rows})} people")


def _share(rate: Rate) -> Cell:
    if rate.value is None:
        return Cell(text="nothing to count")
    return Cell(text=f"{100 * rate.value:.1f}%", note=f"{rate.part:.1f} of {rate.whole:.1f}")
