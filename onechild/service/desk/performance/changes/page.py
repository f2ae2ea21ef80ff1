"""What the page of changes shows: two month ends set side by side, in sentences."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.xmr import METHOD, RULES
from onechild.knowledge.reports.words import capital, does, number, things
from onechild.knowledge.workdays.years import month_end
from onechild.service.access.viewer import Request
from onechild.service.desk.links import rule_page
from onechild.service.desk.performance import asking, stored
from onechild.service.desk.performance.account import Account, account_of
from onechild.service.desk.performance.changes.moves import Move, Moves, moves_between
from onechild.service.desk.performance.changes.turned_late import Turned, turned_late
from onechild.service.desk.performance.scorecard.page import NoSuchDay, days_of
from onechild.service.govuk.parts import Cell, Column, Fact, Table

MOST_CLOCKS = 10


def changes_context(request: Request, standing: stored.Standing) -> dict[str, Any]:
    """This function will return the context of the page: two queries at most. NoSuchDay where the month is not kept."""
    public = stored.is_public(request.viewer)
    account = account_of(standing, public=public)
    ends = month_ends(account)
    if len(ends) < 2:
        raise NoSuchDay([])
    now = asking.day_in(request.GET, "at") or ends[0]
    if now not in ends[:-1]:
        raise NoSuchDay(ends[:-1])
    before = ends[ends.index(now) + 1]
    moves = moves_between(account, MEASURES.values(), now=now, before=before)
    late = turned_late(first=before + timedelta(days=1), last=now, before=before.replace(day=1))
    return {
        "public": public,
        "now": now,
        "before": before,
        "days": [(one, asking.called(one)) for one in ends[:-1]],
        "lead": _lead(moves),
        "outside": _listing(moves.outside),
        "runs": _listing(moves.runs),
        "back": _listing(moves.back),
        "aims": _listing(moves.aims),
        "late": _late_table(late, now, before) if late else None,
        "late_lead": _late_lead(late, now),
        "cannot": _cannot(moves),
        "rules": list(RULES.values()),
        "method": METHOD,
        "address": f"{request.build_absolute_uri(request.path)}?at={now.isoformat()}",
    }


def month_ends(account: Account) -> list[date]:
    """This function will return the month ends that are kept, the latest first."""
    return [day for day in days_of(account) if day == month_end(day)]


def _listing(moves: list[Move]) -> list[Fact]:
    return [
        Fact(value=one.measure.title, href=asking.address(one.measure, one.moment), note=one.words) for one in moves
    ]


def _lead(moves: Moves) -> str:
    outside, runs, aims = len(moves.outside), len(moves.runs), len(moves.aims)
    if not (outside or runs or aims):
        return (
            f"Nothing moved more than ordinary up and down in the {things(moves.read, 'measure', 'measures')} that can "
            "be read so, and none crossed its aim."
        )
    first = (
        f"{capital(number(outside))} of {things(moves.read, 'measure', 'measures')} {does(outside, 'stands', 'stand')} "
    )
    parts = [f"{first}outside {does(outside, 'its', 'their')} limits"]
    if runs:
        parts.append(f"{number(runs)} {does(runs, 'has', 'have')} had eight months on one side of the average")
    if aims:
        parts.append(f"{number(aims)} crossed {does(aims, 'its', 'their')} aim")
    return f"{'; '.join(parts)}."


def _late_lead(late: list[Turned], now: date) -> str:
    if not late:
        return f"No duty turned late in {now:%B %Y}."
    first = late[0]
    return f"Most in {now:%B %Y}: {first.clock.title[:1].lower()}{first.clock.title[1:]}, {first.now_words}."


def _late_table(late: list[Turned], now: date, before: date) -> Table:
    columns = [Column("Duty"), Column(f"{now:%B %Y}", number=True), Column(f"{before:%B %Y}", number=True)]
    rows = [
        [Cell(text=one.clock.title, href=rule_page(one.clock.key)), one.now_words, one.before_words]
        for one in late[:MOST_CLOCKS]
    ]
    return Table(label="Duties that turned late", columns=columns, rows=rows, kind="scroll", heading="late")


def _cannot(moves: Moves) -> list[str]:
    """What the page can't tell, in sentences."""
    said = [
        "Why a figure moved. Ask whoever does the work before anything is made of it.",
        "What is not yet written down. Work of the month that was recorded late is counted once it is; the month reads "
        "better then.",
        f"Chance. With {number(moves.read)} figures looked at together, one or two stand outside their limits in an "
        "ordinary month.",
    ]
    if moves.drifting:
        said.append(
            f"{capital(things(len(moves.drifting), 'measure drifts', 'measures drift'))} from month to month, as a "
            f"number that carries over does, and {does(len(moves.drifting), 'is', 'are')} not read this way."
        )
    if moves.too_few:
        said.append(
            f"{capital(things(len(moves.too_few), 'measure has', 'measures have'))} fewer than twelve months with a "
            "value, or none for this month."
        )
    return said
