"""A contact as a card of the board: how long it has left, whom it is about, who has it, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Link, Tag
from onechild.service.journeys.front_door.board.before import Redirected
from onechild.service.journeys.front_door.board.waiting import Contact, Hidden, Waiting
from onechild.service.journeys.front_door.board.words import (
    ages_of,
    by_words,
    checks_words,
    left_words,
    names_of,
    said,
    source_words,
)
from onechild.service.journeys.front_door.outcomes import BY_KEY
from onechild.service.journeys.front_door.team import Hand, free
from onechild.service.record.models.fields import code_in_words

TO_DECIDE = ("initial", "final")
YOU_SCREENED = "You screened this, so someone else must decide."


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a card says. `takes` and `sends` say which buttons it has; a hidden contact has no name and no way in."""

    key: str
    stage: str
    late: bool
    left: str
    by: str
    name: str
    href: str = ""
    ages: str = ""
    colour: str = ""
    colour_words: str = ""
    source: str = ""
    said: str = ""
    tags: Sequence[Tag] = ()
    lines: Sequence[str] = ()
    strong: str = ""
    note: str = ""
    links: Sequence[Link] = ()
    takes: bool = False
    sends: bool = False
    asks: bool = False
    strategy_asked: str = ""
    who: str = ""
    mine: bool = False


def cards(
    waiting: Waiting, *, viewer: Viewer, team: Sequence[Hand], before: Mapping[str, Redirected], today: date
) -> list[Card]:
    """This function will return every contact that waits as a card, in the order in which they should be taken."""
    return [
        _hidden(one, today) if isinstance(one, Hidden) else _card(one, waiting, viewer, team, before, today)
        for one in waiting.all
    ]


def _card(
    one: Contact,
    waiting: Waiting,
    viewer: Viewer,
    team: Sequence[Hand],
    before: Mapping[str, Redirected],
    today: date,
) -> Card:
    intake, heads = one.intake, dict(waiting.heads)
    name = names_of(one.children, heads)
    mine = bool(viewer.worker_id) and intake.holder_id == viewer.worker_id
    screened = intake.stage == "final" and bool(viewer.worker_id) and intake.screener_id == viewer.worker_id
    decides = intake.stage in TO_DECIDE
    may = viewer.may("decide_contact" if decides else "screen_contact")
    out = (intake.screener_id, viewer.worker_id)
    hand = None if intake.holder_id else free(team, to_decide=decides, leaving_out=out)
    earlier = [before[child_id] for child_id in one.child_ids if child_id in before]
    return Card(
        key=intake.pk,
        stage=intake.stage,
        late=one.late,
        left=left_words(one),
        by=by_words(one, today),
        name=name,
        href=_page("contact", intake.pk),
        ages=ages_of(one.children, heads, today),
        colour=intake.priority or "",
        colour_words=f"{code_in_words('front_door_priority', intake.priority)}." if intake.priority else "",
        source=f"{source_words(intake)}.",
        said=said(intake),
        tags=_tags(one, waiting),
        lines=_lines(one, today),
        strong=max(earlier, key=lambda seen: seen.on).words(today) if earlier else "",
        note=_note(screened, intake.holder_id, hand),
        links=_links(one, may, screened, hand, name),
        takes=may and not intake.holder_id and not screened and bool(viewer.worker_id),
        sends=intake.stage == "contact" and may and bool(one.children) and not one.unlinked,
        asks=viewer.may("screen_contact") and not one.strategy,
        strategy_asked=_strategy(one),
        who="With you" if mine else f"With {one.holder}" if intake.holder_id and one.holder else "",
        mine=mine,
    )


def _hidden(one: Hidden, today: date) -> Card:
    return Card(
        key="",
        stage=one.stage,
        late=one.late,
        left=left_words(one),
        by=by_words(one, today),
        name="Restricted contact",
        colour=one.priority,
        colour_words=f"{code_in_words('front_door_priority', one.priority)}." if one.priority else "",
        said="Name and details are hidden from you.",
        who="Somebody has it" if one.held else "With nobody",
    )


def _tags(one: Contact, waiting: Waiting) -> list[Tag]:
    found = []
    if one.intake.needed_before:
        found.append(Tag(f"Needed before: {one.intake.needed_before_words}", "over"))
    elif one.intake.urgent:
        found.append(Tag("Urgent", "over"))
    if one.intake.sensitive:
        found.append(Tag("Restricted", "restricted"))
    if not one.children:
        found.append(Tag("No child named", "missing"))
    elif one.unlinked and len(one.unlinked) < len(one.children):
        found.append(Tag(f"{len(one.unlinked)} of {len(one.children)} not linked to a record", "missing"))
    elif one.unlinked:
        found.append(Tag("Not linked to a record", "missing"))
    leads = {
        waiting.workers.get(row.worker_id, "") or "waiting for a worker"
        for child_id in one.child_ids
        for row in waiting.held.get(child_id, ())
        if row.leads
    }
    if leads:
        found.append(Tag(f"Open: {', '.join(sorted(leads))}"))
    return found


def _lines(one: Contact, today: date) -> list[str]:
    intake = one.intake
    found = []
    if intake.stage == "screening":
        found.append(checks_words(one.checks, today) or "No check asked for yet.")
    if intake.stage == "final" and intake.suggested:
        suggested = BY_KEY[intake.suggested].words if intake.suggested in BY_KEY else intake.suggested
        found.append(f"Screener suggests: {suggested[:1].lower()}{suggested[1:]}.")
    return found


def _note(screened: bool, holder_id: str | None, hand: Hand | None) -> str:
    if screened:
        return YOU_SCREENED
    if holder_id:
        return ""
    if hand is None:
        return "Nobody has this."
    return f"Nobody has this. {hand.name} {'is free' if not hand.holds else f'has the fewest ({hand.holds})'}."


def _strategy(one: Contact) -> str:
    if one.strategy:
        return "Strategy discussion opened"
    if one.intake.strategy_asked_at:
        return "Strategy discussion asked for: it opens when a child is linked"
    return ""


def _links(one: Contact, may: bool, screened: bool, hand: Hand | None, name: str) -> list[Link]:
    intake, hidden = one.intake, f", {name}"
    found: list[Link] = []
    if intake.stage == "contact":
        words = "Who is it about?" if one.unlinked or not one.children else "Review"
        found += _link(words, "contact", intake.pk, hidden)
    elif intake.stage == "screening":
        found += _link("Open", "contact-screen", intake.pk, hidden)
        asked = [check for check in one.checks if not check.answered_at]
        if may and asked:
            found += _link("Chase", "contact-screen", intake.pk, f" the answers{hidden}")
    elif may and not screened and not one.unlinked:
        found += _link("Record decision", "contact-decide", intake.pk, hidden)
    else:
        found += _link("Read", "contact", intake.pk, hidden)
    if may and hand is not None:
        found += _link(f"Ask {hand.name.split(' ')[0]}", "contact-hand", intake.pk, hidden)
    elif may and intake.holder_id:
        found += _link("Hand over", "contact-hand", intake.pk, hidden)
    return found


def _link(text: str, page: str, key: str, hidden: str) -> Iterable[Link]:
    href = _page(page, key)
    return [Link(text, href, hidden)] if href else []


def _page(page: str, key: str) -> str:
    try:
        return reverse(page, args=[key])
    except NoReverseMatch:
        return ""
