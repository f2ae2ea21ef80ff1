"""What the caseload page shows: one stored report, the days to choose from, and the workers of a team."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.measures.topics import caseload as measures
from onechild.service.access.viewer import Request
from onechild.service.desk.performance import stored
from onechild.service.desk.performance.asking import a_year_before, called, day_in
from onechild.service.desk.performance.workers import loads_table
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Column, Link, Table

Pair = tuple[date, date]
ONCE = {"cases": "Cases", "workers": "Workers", "fte": "Full-time workers"}
TWICE = {
    "average": "Cases per worker",
    "average_per_fte": "Cases per full-time worker",
    "over_target": "Workers over target",
    "unallocated": "Children waiting",
    "held_by_managers": "Held by a manager",
    "held_by_absent": "Held by someone absent",
}
LISTS = {
    "unallocated": (measures.CASES_UNALLOCATED.key, "children waiting"),
    "held_by_managers": (measures.CASES_HELD_BY_MANAGERS.key, "held by a manager"),
    "held_by_absent": (measures.CASES_HELD_BY_ABSENT_WORKERS.key, "held by someone absent"),
}


def caseload_context(request: Request, kept: list[Pair]) -> dict[str, Any]:
    """This function will return the context of the caseload page; `not_kept` where the days asked have none."""
    pair = _asked(request, kept)
    as_at, against = pair or _usual(kept)
    report = stored.report_of(as_at, against, request.viewer)
    public = stored.is_public(request.viewer)
    facts = report.facts
    return {
        "not_kept": pair is None,
        "report": facts,
        "wide": safe_drawing(report.wide),
        "narrow": safe_drawing(report.narrow),
        "as_at": as_at,
        "against": against,
        "as_ats": [(day, called(day)) for day in dict.fromkeys(pair[0] for pair in kept)],
        "againsts": [(day, called(day)) for day in sorted({pair[1] for pair in kept}, reverse=True)],
        "for_this_day": [_link(as_at, one[1]) for one in kept if one[0] == as_at],
        "public": public,
        "once": ONCE,
        "twice": TWICE,
        "rows": [_row(row, public=public, as_at=as_at, against=against) for row in facts["rows"]],
        "total": _row(facts["total"], public=True, as_at=as_at, against=against),
        "visits": _visits(facts),
        "how_far": _how_far(facts),
        "chart_note": f"Cases for each worker. The scale begins at {facts['scale_begins']}. Open: {facts['then']}. "
        f"Filled: {facts['now']}. The children whom an average leaves out stand beside it in the table.",
        **(_team(request, facts, as_at) if not public else {}),
    }


def _asked(request: Request, kept: list[Pair]) -> Pair | None:
    """The days in the address, or those a page opens with; None where there is no report of them."""
    as_at, against = day_in(request.GET, "as_at"), day_in(request.GET, "against")
    if as_at is None and against is None:
        return _usual(kept)
    of_day = [pair for pair in kept if pair[0] == (as_at or kept[0][0])]
    if against is None and of_day:
        return _usual(of_day)
    return next((pair for pair in of_day if pair[1] == against), None)


def _usual(kept: list[Pair]) -> Pair:
    """The latest day, and a year before; the earliest there is where a year before is not kept."""
    as_at = kept[0][0]
    againsts = [pair[1] for pair in kept if pair[0] == as_at]
    return as_at, a_year_before(as_at, againsts) or againsts[-1]


def _link(as_at: date, against: date) -> Link:
    return Link(called(against), f"?{urlencode({'as_at': as_at, 'against': against})}")


def _row(row: dict[str, Any], *, public: bool, as_at: date, against: date) -> dict[str, Any]:
    href = f"?{urlencode({'as_at': as_at, 'against': against, 'team': row['team_id']})}#team" if row["team_id"] else ""
    pairs = [
        {"then": row["then"][name], "now": row["now"][name], "rose": row["changed"][name] == "higher", "name": name}
        for name in TWICE
    ]
    return {
        "label": row["label"],
        "href": "" if public else href,
        "once": [row["now"][n] for n in ONCE],
        "pairs": pairs,
    }


def _visits(facts: dict[str, Any]) -> Table:
    rows = [
        [Link(one["words"], reverse("measure", args=[one["measure"]])), one["then"], one["now"]]
        for one in facts["visits"]
    ]
    columns = [Column("Children"), Column(facts["then"], number=True), Column(facts["now"], number=True)]
    return Table(label="Visits in time", columns=columns, rows=rows, kind="scroll", heading="visits")


def _how_far(facts: dict[str, Any]) -> Table | None:
    if not facts["how_far"]:
        return None
    columns = [Column("Cases over the worker’s own target"), Column("Workers", number=True)]
    total = ["All over target", facts["all_over"]]
    return Table(label="How far over target", columns=columns, rows=facts["how_far"], total=total, heading="how-far")


def _team(request: Request, facts: dict[str, Any], as_at: date) -> dict[str, Any]:
    """The workers of the team asked for, and the ways to the children whom its average leaves out."""
    row = next((row for row in facts["rows"] if row["team_id"] and row["team_id"] == request.GET.get("team")), None)
    if row is None:
        return {}
    query = urlencode({"at": as_at, "team": row["team_id"]})
    ways = [
        Link(words, f"{reverse('measure', args=[key])}?{query}#behind", count=row["now"][name])
        for name, (key, words) in LISTS.items()
    ]
    return {
        "team": row["label"],
        "workers": loads_table(as_at, row["team_id"]),
        "left_out": ways,
    }
