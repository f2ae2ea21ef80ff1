"""Who may do what with a promise: its owner, whoever gave it, and managers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onechild.service.access.viewer import Viewer
from onechild.service.journeys.promises.opening import GIVES, manages
from onechild.service.record.queries.promises import Promise

FROM_OUTSIDE = ("review", "conference", "court", "audit")
WRITES = ("do_casework", "record_visit", *GIVES)


@dataclass(frozen=True, kw_only=True)
class Verb:
    """Something that can be done with a promise: the page's name, its words, for which state, and who may."""

    page: str
    text: str
    may: Callable[[Promise, Viewer], bool]
    why_not: str
    primary: bool = False


def owns(told: Promise, viewer: Viewer) -> bool:
    """Whether the viewer must keep it."""
    return bool(told.owner_id) and told.owner_id == viewer.worker_id


def gave(told: Promise, viewer: Viewer) -> bool:
    """Whether the viewer gave it."""
    return bool(told.given_by_id) and told.given_by_id == viewer.worker_id


def _open(told: Promise) -> bool:
    return told.state == "open"


def _news(told: Promise, viewer: Viewer) -> bool:
    return _open(told) and any(map(viewer.may, WRITES))


def _kept(told: Promise, viewer: Viewer) -> bool:
    return _open(told) and (owns(told, viewer) or manages(viewer))


def _settles(told: Promise, viewer: Viewer) -> bool:
    return _open(told) and (gave(told, viewer) or manages(viewer))


def _changes(told: Promise, viewer: Viewer) -> bool:
    """An owner who did not give it disputes it; the day and the owner are not theirs to move."""
    return _settles(told, viewer) and (gave(told, viewer) or not owns(told, viewer))


def _withdraws(told: Promise, viewer: Viewer) -> bool:
    """What somebody outside the team asked for is taken back by them alone, where it is known who they are."""
    outside = told.source in FROM_OUTSIDE and bool(told.given_by_id)
    return _changes(told, viewer) and (gave(told, viewer) or not outside)


def _disputes(told: Promise, viewer: Viewer) -> bool:
    return _open(told) and owns(told, viewer) and told.disputed_on is None


def _answers(told: Promise, viewer: Viewer) -> bool:
    return told.disputed_on is not None and _withdraws(told, viewer)


def _reopens(told: Promise, viewer: Viewer) -> bool:
    return not _open(told) and (gave(told, viewer) or any(map(viewer.may, GIVES)))


OWNER_OR_MANAGER = "Only the worker who must keep it, or a manager, can say that it was kept."
GIVER_OR_MANAGER = "Only whoever gave it, or a manager, can do this."
VERBS: tuple[Verb, ...] = (
    Verb(page="promise-answer", text="Answer the dispute", may=_answers, why_not=GIVER_OR_MANAGER, primary=True),
    Verb(page="promise-kept", text="Kept: say what shows it", may=_kept, why_not=OWNER_OR_MANAGER, primary=True),
    Verb(
        page="promise-news",
        text="Write what has happened",
        may=_news,
        why_not="Your role writes nothing on a child’s record.",
    ),
    Verb(page="promise-owner", text="Change who does it", may=_changes, why_not=GIVER_OR_MANAGER),
    Verb(page="promise-day", text="Change the day", may=_changes, why_not=GIVER_OR_MANAGER),
    Verb(
        page="promise-dispute",
        text="Dispute it",
        may=_disputes,
        why_not="Only the worker who must keep it can dispute it, once at a time.",
    ),
    Verb(page="promise-withdraw", text="Withdraw it", may=_withdraws, why_not=GIVER_OR_MANAGER),
    Verb(page="promise-reopen", text="Open it again", may=_reopens, why_not=GIVER_OR_MANAGER),
)
