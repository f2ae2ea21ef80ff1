"""What one measure's page shows, from stored results alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.words import full_date
from onechild.knowledge.workdays import london
from onechild.service.access.viewer import Request
from onechild.service.desk.links import page_named
from onechild.service.desk.performance import asking, others, saying, stored
from onechild.service.desk.performance.account import Account, Stood, a_month_before, a_year_before, account_of
from onechild.service.desk.performance.asking import WAYS, called, moment_words
from onechild.service.desk.performance.behind import Asked, behind, tabs, which_asked
from onechild.service.desk.performance.measure.breakdown import (
    Breakdown,
    breakdown,
    cut_asked,
    published_breakdown,
)
from onechild.service.desk.performance.measure.definition import definition_of
from onechild.service.desk.performance.measure.trend import trend_of
from onechild.service.desk.performance.scorecard.areas import AREA_OF
from onechild.service.desk.performance.workers import worker_table
from onechild.service.govuk.parts import Link
from onechild.service.record.queries.figures import TEAM, WORKER, StoredAnswers
from onechild.service.record.queries.published.reading import published_of


@dataclass(frozen=True)
class NoSuchDay(Exception):
    """There is no figure of this measure for the moment asked for; `kept` are the moments there are."""

    kept: list[Moment]


@dataclass(frozen=True)
class Shown:
    """A measure at the moment that was asked for."""

    account: Account
    measure: Measure
    moment: Moment
    line: Stood
    before: Moment | None

    @property
    def then(self) -> Stood | None:
        """The figure of a year before."""
        return self.account.at(self.measure, self.before)


def shown(request: Request, measure: Measure, standing: stored.Standing) -> Shown:
    """This function will return the measure at the moment asked for, or its latest; NoSuchDay where it is not kept."""
    account = account_of(standing, public=stored.is_public(request.viewer))
    moments = account.moments(measure)
    if not moments:
        raise NoSuchDay([])
    moment = asking.moment_asked(measure, request.GET) or moments[0]
    line = account.at(measure, moment)
    if line is None:
        raise NoSuchDay(moments)
    return Shown(account, measure, moment, line, a_year_before(account, measure, moment))


def measure_context(request: Request, this: Shown) -> dict[str, Any]:
    """This function will return the context of a measure's page."""
    measure, moment = this.measure, this.moment
    moments = this.account.moments(measure)
    month = this.account.at(measure, a_month_before(this.account, measure, moment))
    then = this.then
    context = {
        "measure": measure,
        "area": AREA_OF[measure.key],
        "when": moment_words(moment),
        "moment": moment,
        "line": this.line,
        "before": then,
        "then_words": moment_words(this.before) if this.before else "",
        "month": month,
        "change": saying.on_a_year_before(measure, this.line.number, then.number if then else None),
        "aim": saying.aim_words(measure) if measure.target else "",
        "meets": saying.meets_aim(measure, this.line.number),
        "days": [(one.to_on, called(one.to_on)) for one in moments],
        "address": request.build_absolute_uri(asking.address(measure, moment)),
        "csv": asking.address(measure, moment, **{"by": request.GET.get("by") or "", "as": "csv"}),
        "way": WAYS[measure.better],
        "definition": definition_of(measure),
        "local_words": saying.LOCAL if measure.local else "",
        "untold": saying.UNTOLD if measure.key in this.account.untold else "",
        "trend": trend_of(this.account, measure, moment),
        "beside": others.panel(
            measure, moment.to_on, now=this.line.number, council=request.council, council_code=request.council_code
        ),
        "public": this.account.public,
        "latest": moment == moments[0] and moment.from_on is None,
    }
    return context | ({"groups": groups_shown(request, this)} if this.account.public else _full(request, this))


def groups_shown(request: Request, this: Shown, answers: StoredAnswers | None = None) -> Breakdown | None:
    """This function will return the groups of the cut asked for; None where the measure has none."""
    if this.account.public:
        days = [one.to_on for one in (this.moment, this.before) if one]
        copies = stored.public([this.measure.key], days)
        copy = copies.get((this.measure.key, this.moment))
        if copy is None or not copy.rows:
            return None
        before = copies.get((this.measure.key, this.before)) if this.before else None
        return published_breakdown(copy, before, this.line, this.then)
    by = cut_asked(this.measure, request.GET.get("by"))
    if not by:
        return None
    return breakdown(answers or StoredAnswers(), this.measure, by, this.moment, this.before, this.line, this.then)


def _full(request: Request, this: Shown) -> dict[str, Any]:
    measure, answers = this.measure, StoredAnswers()
    groups = groups_shown(request, this, answers)
    teams = (
        {group.code: group.label for group in groups.groups} if groups and groups.by == TEAM else _teams(this, answers)
    )
    team_id, worker_id = _team_asked(request, teams), request.GET.get("worker") or None
    query = {**asking.asking(measure, this.moment), **({"team": team_id} if team_id is not None else {})}
    which = which_asked(measure, request.GET.get("which"))
    found = behind(request, answers, Asked(measure, this.moment, team_id, worker_id, which), teams=teams)
    if found.child_ids:
        request.seen(found.child_ids, what=f"children behind a figure: {measure.title}")
    chosen = {**query, **({"worker": worker_id} if worker_id else {})}
    by_worker = team_id and WORKER in measure.breakdowns
    return {
        "groups": groups,
        "team": teams.get(team_id, "") if team_id is not None else "",
        "team_asked": team_id is not None,
        "worker_asked": worker_id,
        "workers": worker_table(measure, this.moment, team_id or "", query) if by_worker else None,
        "behind": found,
        "which": which,
        "tabs": tabs(measure, which, urlencode(chosen)),
        "all_behind": asking.address(measure, this.moment) + "#behind",
        "publish": page_named("published-publish") if _may_publish(request) else "",
        "published": _published(measure, this.moment),
    }


def _teams(this: Shown, answers: StoredAnswers) -> dict[str, str]:
    """The names of the teams, where the groups on the page are of another cut."""
    return {row.team_id: row.label for row in answers.stored(this.measure, this.moment, TEAM)}


def _team_asked(request: Request, teams: dict[str, str]) -> str | None:
    asked = request.GET.get("team")
    return asked if asked is not None and asked in teams else None


def _may_publish(request: Request) -> bool:
    return request.viewer.may("see_figures")


def _published(measure: Measure, moment: Moment) -> list[Link]:
    """What was published of this very figure, and when."""
    return [
        Link(
            f"{one.published_id}, {full_date(london(one.published_at))}",
            page_named("published-figure", one.published_id),
        )
        for one in published_of(measure, moment)
    ]
