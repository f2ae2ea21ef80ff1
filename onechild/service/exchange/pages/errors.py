"""What is wrong or missing in open cases, counted by team and worker, down to the child."""

from __future__ import annotations

from collections import Counter, defaultdict
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.viewer import Request, needs
from onechild.service.exchange.checks import CHECKS, Wrong, wrongs
from onechild.service.exchange.pages.ways import tabs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.record.models import Allocation, Team
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, worker_names

NOBODY = "none"
Held = dict[str, tuple[str, str]]


@needs("see_own_children", "see_team", "see_all_children")
def errors(request: Request) -> HttpResponse:
    """Count what is wrong: by team, in a team by worker, and for a worker, or a rule, row by row."""
    asked = {name: request.GET.get(name, "") for name in ("team", "worker", "rule")}
    held = _held(asked["team"], asked["worker"])
    found = list(wrongs(_of(asked["team"], asked["worker"]), today=request.today))
    by_rule = Counter(one.check.key for one in found)
    if asked["rule"]:
        found = [one for one in found if one.check.key == asked["rule"]]
    listed = bool(asked["worker"] or asked["rule"])
    page = page_asked(request.GET, found if listed else [])
    named = heads([one.child_id for one in page], today=request.today)
    request.seen(named, what="error list", kind="list")
    rows = [
        [Cell(text=head.name, note=head.la_child_id, href=reverse("child", args=[head.la_child_id])),
         one.check.says, one.words, one.check.mends]
        for one in page if (head := named.get(one.child_id))
    ]  # fmt: skip
    given = {
        "rules": _rules(asked, by_rule), "by": None if asked["worker"] else _by(asked, held, found), "page": page,
        "table": Table(label="What is wrong", rows=rows, empty="Nothing is wrong here, by these rules.",
                       columns=[Column("Child"), Column("The rule"), Column("Which"), Column("Who can mend it")]),
        "listed": listed, "count": len(found), "whose": _whose(asked), "tabs": tabs(request.viewer, "errors"),
        "mine": request.viewer.worker_id if request.viewer.worker_id != asked["worker"] else "",
    }  # fmt: skip
    return render(request, "exchange/errors.html", given)


def _open(team: str, worker: str) -> dict[str, object]:
    asked: dict[str, object] = {"role": "lead", "ended_on": None}
    if team:
        asked["team_id"] = team
    if worker:
        asked["worker_id"] = None if worker == NOBODY else worker
    return asked


def _of(team: str, worker: str):  # type: ignore[no-untyped-def]
    return Allocation.objects.filter(**_open(team, worker)).values("child_id")


def _held(team: str, worker: str) -> Held:
    """Which team and worker hold each of the children whom the viewer may see."""
    rows = Allocation.objects.filter(**_open(team, worker)).values_list("child_id", "team_id", "worker_id")
    return {child: (team_id or "", worker_id or NOBODY) for child, team_id, worker_id in rows}


def _by(asked: dict[str, str], held: Held, found: list[Wrong]) -> Table:
    """How many things are wrong, and about how many children, in each team, or with each worker of one."""
    of_team = bool(asked["team"])
    counts: Counter[str] = Counter()
    children: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.child_id in held:
            key = held[one.child_id][1 if of_team else 0]
            counts[key] += 1
            children[key].add(one.child_id)
    names = worker_names(counts) if of_team else dict(Team.objects.filter(pk__in=counts).values_list("pk", "name"))
    rows = [
        [_place(asked, key, names.get(key) or "", of_team), f"{number:,}", f"{len(children[key]):,}"]
        for key, number in counts.most_common()
    ]
    return Table(
        label="By worker" if of_team else "By team", rows=rows, empty="Nothing is wrong here, by these rules.",
        columns=[Column("Worker" if of_team else "Team"), Column("Wrong or missing", number=True),
                 Column("Children", number=True)],
    )  # fmt: skip


def _place(asked: dict[str, str], key: str, name: str, of_team: bool) -> Cell:
    if of_team:
        words = "Nobody yet: on the waiting list" if key == NOBODY else name or NO_WORKER_NAME.capitalize()
        return Cell(text=words, href=_address(asked | {"worker": key}))
    return Cell(text=name or "A team whose name is not recorded", href=_address(asked | {"team": key}) if key else "")


def _rules(asked: dict[str, str], counts: Counter[str]) -> Table:
    """Each rule, who can mend what breaks it, and how often it is broken."""
    rows = [
        [Cell(text=check.says, href=_address(asked | {"rule": check.key}) if counts[check.key] else ""), check.mends,
         f"{counts[check.key]:,}"]
        for check in CHECKS
    ]  # fmt: skip
    columns = [Column("The rule"), Column("Who can mend it"), Column("Times", number=True)]
    return Table(label="By rule", columns=columns, rows=rows)


def _address(asked: dict[str, str]) -> str:
    return f"{reverse('errors')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _whose(asked: dict[str, str]) -> str:
    """Whose errors these are, in words."""
    if asked["worker"]:
        return (
            "Nobody yet"
            if asked["worker"] == NOBODY
            else worker_names([asked["worker"]]).get(asked["worker"], NO_WORKER_NAME)
        )
    if asked["team"]:
        return Team.objects.filter(pk=asked["team"]).values_list("name", flat=True).first() or "A team"
    return ""
