"""What the page of court work says: who is before court and in it, for how many weeks, and which hearings come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.codesets import codeset
from onechild.knowledge.reports.words import capital, does, full_date, number, things
from onechild.service.access.viewer import Request
from onechild.service.desk.dashboards.asking import Case, Hearing, cases, hearings
from onechild.service.desk.links import child_page, rule_page, team_page
from onechild.service.govuk.parts import Cell, Column, Fact, Jump, Table, Tag
from onechild.service.govuk.words import day, due_parts
from onechild.service.record.models import Team
from onechild.service.record.queries.names import Head, heads

WEEK = 7
AHEAD_WEEKS = 8
BEFORE, COURT = "before", "court"
ENDS = {BEFORE: "pre-proceedings-concluded", COURT: "care-proceedings"}
BANDS = ((8, "Under 8 weeks"), (16, "8 to 15 weeks"), (26, "16 to 25 weeks"), (10_000, "26 weeks or more"))


def legal_context(request: Request) -> dict[str, Any]:
    """This function will return the context of the page: four queries. `children` are those it names."""
    today = request.today
    found, listed = cases(today), hearings(today, today + timedelta(weeks=AHEAD_WEEKS))
    coming = [one for one in listed if not one.held]
    ids = {one.child_id for one in found} | {one.child_id for one in coming}
    children = heads(ids - {""}, today=today)
    teams = dict(Team.objects.values_list("pk", "name"))
    before, court = ([one for one in found if one.part == part] for part in (BEFORE, COURT))
    late = {part: _late(of, today) for part, of in ((BEFORE, before), (COURT, court))}
    return {
        "children": list(children),
        "lead": _lead(before, court, late),
        "jumps": _jumps(before, court, late, coming),
        "bands": _bands(before, court, today),
        "teams": _by_team(found, teams, today),
        "before": _before_table(before, children, teams, today),
        "court": _court_table(court, children, teams, today),
        "hearings": _hearings_table(coming, children, teams, today),
        "no_hearing": _no_hearing(listed),
        "missing": _missing(before),
        "rules": [Fact(value=clock(key).title, href=rule_page(key), note=clock(key).plain) for key in ENDS.values()],
        "weeks_ahead": AHEAD_WEEKS,
    }


def weeks_open(started: date, today: date) -> int:
    """This function will return whole weeks since the first day, which is day 1."""
    return ((today - started).days + 1) // WEEK


def _late(of: Sequence[Case], today: date) -> int:
    return sum(one.due_on is not None and one.due_on < today for one in of)


def _lead(before: list[Case], court: list[Case], late: dict[str, int]) -> str:
    first = (
        f"{capital(things(len(before), 'child is', 'children are'))} in pre-proceedings and "
        f"{things(len(court), 'child', 'children')} in proceedings."
    )
    over = late[BEFORE] + late[COURT]
    if not over:
        return f"{first} Nothing recorded is late." if before or court else first
    return f"{first} {capital(number(over))} {does(over, 'is', 'are')} past the day by which the work should end."


def _jumps(before: list[Case], court: list[Case], late: dict[str, int], coming: list[Hearing]) -> list[Jump]:
    return [
        Jump(count=len(before), text="In pre-proceedings", href="#before"),
        Jump(count=late[BEFORE], text="Past their weeks", href="#before", late=bool(late[BEFORE])),
        Jump(count=len(court), text="In proceedings", href="#court"),
        Jump(count=late[COURT], text="Past the court’s time", href="#court", late=bool(late[COURT])),
        Jump(count=len(coming), text="Hearings listed", href="#hearings", note=f"next {AHEAD_WEEKS} weeks"),
    ]


def _bands(before: list[Case], court: list[Case], today: date) -> Table:
    def band(one: Case) -> str:
        return next(words for under, words in BANDS if weeks_open(one.started_on, today) < under)

    first, second = (Counter(map(band, of)) for of in (before, court))
    columns = [Column("Open for"), Column("Pre-proceedings", number=True), Column("Proceedings", number=True)]
    rows = [[words, first[words], second[words]] for _under, words in BANDS]
    total = ["All", len(before), len(court)]
    return Table(
        label="How long the work is open", columns=columns, rows=rows, total=total, kind="plain", heading="weeks"
    )


def _by_team(found: list[Case], teams: Mapping[str, str], today: date) -> Table:
    by: dict[str, list[Case]] = defaultdict(list)
    for one in found:
        by[one.team_id].append(one)
    rows = [
        [
            Cell(text=teams.get(team) or team or "No team", href=team_page(team) if team else ""),
            sum(one.part == BEFORE for one in of),
            sum(one.part == COURT for one in of),
            _late(of, today),
        ]
        for team, of in sorted(by.items(), key=lambda item: teams.get(item[0]) or item[0])
    ]
    columns = ["Team", "Pre-proceedings", "Proceedings", "Past their day"]
    return Table(
        label="By team",
        columns=[Column(words, number=bool(place)) for place, words in enumerate(columns)],
        rows=rows,
        kind="tight",
        heading="teams",
        empty="Nobody is before court or in it.",
    )


Heads = dict[str, Head]
Teams = Mapping[str, str]


def _before_table(of: list[Case], children: Heads, teams: Teams, today: date) -> Table:
    """The three dates of pre-proceedings: the decision, the letter, the first meeting."""
    rows = [
        [
            _child(children, one.child_id, today),
            teams.get(one.team_id) or "No team",
            Cell(text=day(one.started_on, today, short=True), note=_weeks(one, today)),
            _or_missing(one.letter_on, today, "No letter recorded"),
            _or_missing(one.first_meeting_on, today, "No meeting recorded"),
            _due(one, today),
        ]
        for one in of
        if one.child_id in children
    ]
    names = ("Child", "Team", "Decided", "Letter", "First meeting", "Ends by")
    return _table("In pre-proceedings", "before", names, rows, "No child whom you may open is in pre-proceedings.")


def _court_table(of: list[Case], children: Heads, teams: Teams, today: date) -> Table:
    rows = [
        [
            _child(children, one.child_id, today),
            teams.get(one.team_id) or "No team",
            Cell(text=day(one.started_on, today, short=True), note=_weeks(one, today)),
            _due(one, today),
        ]
        for one in of
        if one.child_id in children
    ]
    names = ("Child", "Team", "Issued", "Ends by")
    return _table("In proceedings", "court", names, rows, "No child whom you may open is in proceedings.")


def _hearings_table(coming: list[Hearing], children: Heads, teams: Teams, today: date) -> Table:
    kinds = codeset("hearing_kind")
    rows = [
        [
            Cell(text=day(one.on, today, short=True), note=due_parts(one.on, today).note),
            kinds.label(one.kind) or one.kind or "A hearing",
            _child(children, one.child_id, today) if one.child_id in children else "A child whom you may not open",
            teams.get(one.team_id) or "No team",
        ]
        for one in coming
    ]
    return _table("Hearings listed", "hearings", ("Day", "Hearing", "Child", "Team"), rows, "")


def _no_hearing(listed: list[Hearing]) -> str:
    last = max((one.on for one in listed if one.held), default=None)
    before = f" The last recorded as held was on {full_date(last)}." if last else ""
    return f"No hearing is listed in the next {number(AHEAD_WEEKS)} weeks.{before}"


def _missing(before: list[Case]) -> str:
    """What is not recorded of pre-proceedings: said apart from what is late."""
    letters, meetings = (
        sum(one.letter_on is None for one in before),
        sum(one.first_meeting_on is None for one in before),
    )
    if not letters and not meetings:
        return ""
    return f"No letter is recorded for {number(letters)}, and no first meeting for {number(meetings)}."


def _table(label: str, heading: str, names: Sequence[str], rows: Sequence[Sequence[object]], empty: str) -> Table:
    return Table(
        label=label, columns=[Column(one) for one in names], rows=rows, kind="stack", heading=heading, empty=empty
    )


def _child(children: Heads, child_id: str, today: date) -> Cell:
    head = children[child_id]
    return Cell(text=head.name, href=child_page(head.la_child_id), note=head.age(today))


def _weeks(one: Case, today: date) -> str:
    weeks = weeks_open(one.started_on, today)
    return f"{weeks} {'week' if weeks == 1 else 'weeks'}"


def _or_missing(on: date | None, today: date, missing: str) -> object:
    return day(on, today, short=True) if on else Tag(missing, "missing")


def _due(one: Case, today: date) -> object:
    if one.due_on is None:
        return "No limit is recorded"
    said = f"{day(one.due_on, today, short=True)}{', as the court extended it' if one.extended else ''}"
    if one.due_on < today:
        return Cell(text=said, tag=Tag("late", "late"))
    return said
