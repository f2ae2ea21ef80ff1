"""The board of the front door."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from onechild.knowledge.clocks.local.contact_times import ContactTimes
from onechild.knowledge.codesets import codeset
from onechild.knowledge.workdays import LONDON
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Column, Table
from onechild.service.govuk.words import clock
from onechild.service.journeys.front_door.board import figures
from onechild.service.journeys.front_door.board.before import redirected
from onechild.service.journeys.front_door.board.cards import cards
from onechild.service.journeys.front_door.board.showing import chosen, columns, jumps, lead
from onechild.service.journeys.front_door.board.waiting import Waiting, waiting
from onechild.service.journeys.front_door.board.words import SOURCES, length_words, when
from onechild.service.journeys.front_door.team import hands
from onechild.service.journeys.front_door.times import times_here
from onechild.service.record.models import Intake
from onechild.service.record.queries.work.on_duty import holder_at

FILTERS = ("priority", "source", "held", "show", "stage")
HELD = (("me", "Me"), ("nobody", "Nobody"))
SAVED = {
    "taken": "You have this contact now.",
    "handed": "The contact is handed over.",
    "sent": "The contact went on to the next stage.",
    "decided": "The decision is recorded.",
    "strategy": "The strategy discussion is opened. The police, health and the school are rung now.",
    "asked": "The strategy discussion is asked for. It opens as soon as a child is linked; ring the police now.",
}


@needs("screen_contact", "decide_contact")
def board(request: SignedIn) -> HttpResponse:
    """Every contact that waits, in four columns."""
    times = times_here(request.today)
    everything = waiting(times=times, now=request.now, today=request.today)
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    shown = chosen(everything, asked, worker_id=request.viewer.worker_id)
    request.seen(everything.heads, what="the board of the front door")
    before = redirected(shown.heads, today=request.today, leaving_out=_in_hand(everything))
    made = cards(shown, viewer=request.viewer, team=hands(today=request.today), before=before, today=request.today)
    arrived, decided = figures.arrived(request.today), figures.decided(request.today)
    worker_id = request.viewer.worker_id
    context: dict[str, Any] = {
        "lead": lead(everything, worker_id=worker_id, last=_last(request) if not everything.all else ""),
        "jumps": jumps(everything, worker_id=worker_id, arrived=arrived, decided=decided),
        "columns": columns(made, whole=asked["stage"]),
        "filters": _filters(asked),
        "filtered": any(asked[name] for name in ("priority", "source", "held", "show")),
        "asked": asked,
        "rules": _rules(times),
        "open": times.opening.is_open(request.now),
        "holder": holder_at(request.now),
        "moment": clock(request.now.astimezone(LONDON).time()),
        "decided": _decided(decided, request),
        "decided_count": sum(one.today for one in decided),
        "came_back": figures.came_back(request.today),
        "drawn": figures.drawn_for(worker_id),
        "may_screen": request.viewer.may("screen_contact"),
        "saved": SAVED.get(request.GET.get("saved", ""), ""),
    }
    return render(request, "front_door/board.html", context)


def _in_hand(everything: Waiting) -> set[str]:
    """The rows that these contacts are in the contract, so that a contact does not come back from itself."""
    return {child.contact_id for one in everything.contacts for child in one.children if child.contact_id}


def _last(request: SignedIn) -> str:
    last = Intake.objects.filter(decided_at__isnull=False).order_by("-decided_at").values_list("decided_at", flat=True)
    found = last.first()
    return f" The last was decided at {when(found, request.today)}." if found else ""


def _filters(asked: dict[str, str]) -> list[dict[str, Any]]:
    priorities = [(one.code, one.label or one.code) for one in codeset("front_door_priority").codes]
    sources = [(key, words) for key, (words, _) in SOURCES.items()]
    named = (
        ("priority", "Priority", "Any", priorities),
        ("source", "Who told us", "Anyone", sources),
        ("held", "Held by", "Anyone", list(HELD)),
    )
    return [
        {"name": name, "label": label, "all": every, "choices": choices, "value": asked[name]}
        for name, label, every, choices in named
    ]


def _rules(times: ContactTimes) -> dict[str, str]:
    opening = times.opening
    return {
        "opens": _hour(opening.opens),
        "closes": _hour(opening.closes),
        "red": length_words(round(times.red.total_seconds() / 60)),
        "amber": length_words(round(times.amber.total_seconds() / 60)),
        "green": "the next working day" if times.green_days == 1 else f"working day {times.green_days}",
    }


def _hour(hour: float) -> str:
    whole, minutes = divmod(round(hour * 60), 60)
    return f"{(whole - 1) % 12 + 1}{f'.{minutes:02}' if minutes else ''}{'am' if whole < 12 else 'pm'}"


def _decided(decided: list[figures.Counted], request: SignedIn) -> Table:
    rows = [[one.words, one.today, "–" if one.usual is None else one.usual] for one in decided]
    return Table(
        label="Children decided on today, by decision",
        columns=[
            Column("Decision"),
            Column("Today", number=True),
            Column(f"Usual {request.today:%A}", number=True),
        ],
        rows=rows,
        kind="tight",
        heading="today",
    )
