"""What the page of the front door says: what waits, what was decided in time, what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.codesets import codeset
from onechild.knowledge.measures.cuts import AGES
from onechild.knowledge.reports.words import capital, does, full_date, number, per_cent, things
from onechild.knowledge.workdays import age_on
from onechild.service.access.viewer import Request
from onechild.service.desk.dashboards.asking import Since, Waiting, counts, since, waiting
from onechild.service.desk.law_words import STANDINGS
from onechild.service.desk.links import rule_page
from onechild.service.govuk.parts import Cell, Column, Fact, Jump, Table

STAGES = {
    "contact": "Waiting for a first decision",
    "screening": "In screening",
    "final": "Waiting for the final decision",
}
PRIORITIES = ("red", "amber", "green")
TIMED = ("contact-decision", "referral-decision")
Counts = Mapping[tuple[str, str], tuple[int, int]]


def front_door_context(request: Request) -> dict[str, Any]:
    """This function will return the context of the page: two queries. It names no child."""
    days = since(request.today)
    there, found = waiting(request.today), counts(days)
    late = [one for one in there if one.late]
    decided = {key: both for (what, key), both in found.items() if what == "decided"}
    return {
        "lead": _lead(there, late),
        "jumps": _jumps(there, late, found, decided),
        "stages": _stages(there),
        "ages": _by(there, lambda one: _age(one.born_on, request.today), AGES, "Age"),
        "decided": _decided(decided),
        "in_time": _in_time(found),
        "conversion": _conversion(found),
        "sources": _sources(found),
        "early_help": _early_help(found, days),
        "days": days,
    }


def _lead(there: list[Waiting], late: list[Waiting]) -> str:
    if not there:
        return "No contact is waiting for a decision."
    first = f"{capital(things(len(there), 'contact', 'contacts'))} {does(len(there), 'waits', 'wait')} for a decision."
    red = sum(one.priority == "red" for one in there)
    reds = f" {capital(number(red))} {does(red, 'is', 'are')} red." if red else ""
    if not late:
        return f"{first} Nothing recorded is late.{reds}"
    over = f"{capital(number(len(late)))} {does(len(late), 'is over its', 'are over their')} time."
    return f"{first} {over}{reds}"


def _jumps(there: list[Waiting], late: list[Waiting], found: Counts, decided: Mapping[str, Any]) -> list[Jump]:
    def came(when: str) -> int:
        return found.get(("arrived", when), (0, 0))[0]

    return [
        Jump(count=len(late), text="Over their time", href="#waiting", late=bool(late)),
        Jump(count=len(there), text="Waiting", href="#waiting"),
        Jump(count=came("today"), text="Arrived today", href="#sources", note=f"{came('week')} this week"),
        Jump(
            count=sum(today for today, _week in decided.values()),
            text="Decided today",
            href="#decided",
            note=f"{sum(week for _today, week in decided.values())} this week",
        ),
    ]


def _stages(there: Iterable[Waiting]) -> Table:
    """How far the waiting are, by priority; over its time is said apart, and is the only red."""
    rows = []
    held = list(there)
    for stage, words in STAGES.items():
        of = [one for one in held if one.stage == stage]
        by = Counter(one.priority for one in of)
        rows.append([words, len(of), sum(one.late for one in of), *(by[colour] for colour in PRIORITIES)])
    by = Counter(one.priority for one in held)
    columns = ["How far", "Waiting", "Over their time", "Red", "Amber", "Green"]
    return Table(
        label="Contacts that wait, by how far they are",
        columns=[Column(words, number=bool(place)) for place, words in enumerate(columns)],
        rows=rows,
        total=["All", len(held), sum(one.late for one in held), *(by[colour] for colour in PRIORITIES)],
        kind="tight",
        heading="waiting",
    )


def _by(there: Iterable[Waiting], of: Callable[[Waiting], str], labels: Mapping[str, str], title: str) -> Table:
    found: Counter[str] = Counter()
    over: Counter[str] = Counter()
    for one in there:
        found[of(one)] += 1
        over[of(one)] += one.late
    rows = [[words, found[key], over[key]] for key, words in labels.items() if found[key]]
    if found[""]:
        rows.append(["Not recorded", found[""], over[""]])
    columns = [Column(title), Column("Waiting", number=True), Column("Over their time", number=True)]
    return Table(
        label=f"Contacts that wait, by {title.lower()}",
        columns=columns,
        rows=rows,
        kind="plain",
        empty="Nobody waits.",
    )


def _age(born: date | None, today: date) -> str:
    """The group of an age, as figures are cut by it; of an unborn child its own."""
    if born is None:
        return ""
    if born > today:
        return "unborn"
    years = age_on(born, today)
    bounds = ((1, "0"), (5, "1-4"), (10, "5-9"), (16, "10-15"), (18, "16-17"))
    return next((key for under, key in bounds if years < under), "18+")


def _decided(decided: Mapping[str, tuple[int, int]]) -> Table:
    outcomes = codeset("front_door_outcome")
    rows = [
        [outcomes.label(key) or key if key else "Not recorded", today, week]
        for key, (today, week) in sorted(decided.items(), key=lambda item: (-item[1][1], item[0]))
    ]
    total = ["All", sum(one[0] for one in decided.values()), sum(one[1] for one in decided.values())]
    columns = [Column("Decision"), Column("Today", number=True), Column("This week", number=True)]
    empty = "Nothing was decided this week."
    return Table(
        label="What was decided", columns=columns, rows=rows, total=total, kind="plain", heading="decided", empty=empty
    )


def _in_time(found: Counts) -> Table:
    def said(what: str, key: str) -> str:
        met, of = found.get((what, key), (0, 0))
        return f"{met} of {of}, {per_cent(met, of)}" if of else "none"

    rows = [
        [
            Cell(text=clock(key).title, href=rule_page(key), note=_standing(key)),
            said("in_time_today", key),
            said("in_time", key),
        ]
        for key in TIMED
    ]
    columns = [Column("Duty"), Column("Today", number=True), Column("This week", number=True)]
    return Table(label="Decided in time", columns=columns, rows=rows, kind="plain", heading="in-time")


def _standing(key: str) -> str:
    return STANDINGS[clock(key).standing].split(":")[0]


def _conversion(found: Counts) -> str:
    sources = [both for (what, _key), both in found.items() if what == "source"]
    came, became = sum(one[0] for one in sources), sum(one[1] for one in sources)
    if not came:
        return "No contact came in the last four weeks."
    return (
        f"Of {things(came, 'contact', 'contacts')} in the last four weeks, {number(became)} became "
        f"{does(became, 'a referral', 'referrals')} so far ({per_cent(became, came)})."
    )


def _sources(found: Counts) -> Table:
    kinds = codeset("referral_source")
    rows = [
        [kinds.label(key) or key if key else "Not recorded", came, became, per_cent(became, came)]
        for (what, key), (came, became) in sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
        if what == "source"
    ]
    columns = ["Who told us", "Contacts", "Became a referral", "Share"]
    return Table(
        label="Contacts of the last four weeks, by who told us",
        columns=[Column(words, number=bool(place)) for place, words in enumerate(columns)],
        rows=rows,
        kind="tight",
        heading="sources",
        empty="No contact came in the last four weeks.",
    )


def _early_help(found: Counts, days: Since) -> list[Fact]:
    """Of children sent to early help long enough ago, how many were referred after all."""
    back, sent = found.get(("early_help", "back"), (0, 0))
    when = f"from {full_date(days.early_from)} to {full_date(days.early_to)}"
    if not sent:
        return [Fact(value=f"No child was sent to early help {when}.")]
    return [
        Fact(
            value=f"Of {things(sent, 'child', 'children')} sent to early help {when}, {number(back)} "
            f"{does(back, 'was', 'were')} referred within three months ({per_cent(back, sent)}).",
            note="Each child once, from the first time. A referral that comes soon after is a reason to look again at "
            "the decision, and no proof that it was wrong.",
        )
    ]
