"""The tables of the board: numbers by team, by worker and by part of the work, each number a way to its duties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.clocks.explained.topics import TOPICS
from onechild.knowledge.clocks.model import Topic
from onechild.service.desk.board.asking import AHEAD, WHICH, Line, Numbers, total
from onechild.service.desk.links import board_page
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.record.models import Team

HEADS: Mapping[str, str] = {
    "due": "Due in 7 days",
    "late": "Late",
    "met": "Done in time, 28 days",
    "met_late": "Done late, 28 days",
}
NOBODY = "Waiting, no worker"
NO_TEAM = "No team"


def lead(lines: Sequence[Line], *, today: date) -> tuple[str, str]:
    """This function will return the first sentence, and those after it."""
    numbers = total(lines)
    late = (
        f"{numbers.late:,} dut{'y is' if numbers.late == 1 else 'ies are'} late"
        if numbers.late
        else ("Nothing recorded is late")
    )
    done = numbers.met + numbers.met_late
    share = (
        f" In the last 28 days {done:,} were done, {numbers.met:,} of them in time."
        if done
        else (" Nothing was done in the last 28 days, as far as recorded.")
    )
    until = today + AHEAD
    falls = "falls" if numbers.due == 1 else "fall"
    return f"{late}; {numbers.due:,} more {falls} due by {until.day} {until:%B}.", share


def by_team(lines: Sequence[Line], teams: Mapping[str, Team], *, topic: str) -> Table:
    """This function will return a row for each team that has duties, most late first."""
    found = _grouped(lines, lambda line: line.team_id)
    rows = [
        [
            Cell(text=teams[key].name, href=board_page(key)) if key in teams else NO_TEAM,
            *_numbers(numbers, team_id=key if key in teams else "", worker=None, topic=topic),
        ]
        for key, numbers in found
    ]
    return _table("Teams", "Team", rows, total(lines), team_id="", worker=None, topic=topic)


def by_worker(lines: Sequence[Line], names: Mapping[str, str], *, team_id: str, topic: str) -> Table:
    """This function will return a row for each worker who leads a case in the team, and one for who waits."""
    found = _grouped(lines, lambda line: line.worker_id)
    rows = [
        [
            Cell(text=names.get(key, key), href=_query(board_page(team_id), worker=key)) if key else NOBODY,
            *_numbers(numbers, team_id=team_id, worker=key, topic=topic),
        ]
        for key, numbers in found
    ]
    return _table("Workers", "Worker", rows, total(lines), team_id=team_id, worker=None, topic=topic)


def by_topic(lines: Sequence[Line], *, team_id: str, worker: str | None) -> Table:
    """This function will return a row for each part of the work that has duties, in the order of a child's journey."""
    found = dict(_grouped(lines, lambda line: line.topic))
    rows: list[list[object]] = [
        [
            Cell(text=words, href=_query(board_page(team_id), worker=worker, topic=topic.value)),
            *_numbers(found[topic.value], team_id=team_id, worker=worker, topic=topic.value),
        ]
        for topic, words in TOPICS.items()
        if topic.value in found
    ]
    return _table("Parts of the work", "Part of the work", rows, total(lines), team_id=team_id, worker=worker, topic="")


def topics_asked(asked: str) -> list[tuple[str, str, bool]]:
    """This function will return the choices of the filter: value, words, and whether it is the one asked for."""
    return [(topic.value, words, topic.value == asked) for topic, words in TOPICS.items()]


def topic_asked(asked: str | None) -> str:
    """This function will return the part of the work asked for; nothing for all, or for one there is none of."""
    return asked if asked in set(Topic) else ""


def tabs(which: str, *, team_id: str, worker: str | None, topic: str) -> list[Link]:
    """This function will return the four lists behind the board's numbers."""
    return [Link(HEADS[one], duties_page(one, team_id, worker, topic), current=one == which) for one in WHICH]


def duties_page(which: str, team_id: str, worker: str | None, topic: str) -> str:
    """The list of the duties behind a number."""
    page = reverse("team-board-duties", args=[team_id]) if team_id else reverse("board-duties")
    return _query(page, which=which, worker=worker, topic=topic)


def _table(
    label: str, head: str, rows: list[list[object]], numbers: Numbers, *, team_id: str, worker: str | None, topic: str
) -> Table:
    columns = [Column(head), *(Column(words, number=True) for words in HEADS.values())]
    totals = ["Together", *_numbers(numbers, team_id=team_id, worker=worker, topic=topic)]
    empty = "No duty falls due in the next 7 days, none is late, and none was done in the last 28 days."
    return Table(
        label=label, columns=columns, rows=rows, total=totals if len(rows) > 1 else (), kind="tight", empty=empty
    )


def _numbers(numbers: Numbers, *, team_id: str, worker: str | None, topic: str) -> Iterable[object]:
    for which in WHICH:
        count = getattr(numbers, which)
        if not count:
            yield "0"
            continue
        words = f"{count:,} late" if which == "late" else f"{count:,}"
        hidden = "" if which == "late" else f" {HEADS[which].lower()}"
        href = duties_page(which, team_id, worker, topic)
        yield Cell(text=words, href=href, hidden=hidden, strong=which == "late")


def _grouped(lines: Iterable[Line], key: Callable[[Line], str]) -> list[tuple[str, Numbers]]:
    """The numbers of each, those with most late first."""
    found: dict[str, Numbers] = {}
    for line in lines:
        found[key(line)] = found.get(key(line), Numbers()) + line.numbers
    held = [(one, numbers) for one, numbers in found.items() if numbers.any]
    return sorted(held, key=lambda one: (-one[1].late, -one[1].due, one[0]))


def _query(page: str, **asked: str | None) -> str:
    """The page with what is asked of it; `worker` may be asked for as nobody's."""
    given = {key: value for key, value in asked.items() if value or (key == "worker" and value is not None)}
    return f"{page}?{urlencode(given)}" if given else page
