"""Records that a child is missing, that they came back, and the return home interview: offered, held or refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.sensitive.actions.opening import Begun, begin, tell
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, InterviewNote, MissingEpisode, Pathway, PathwayEntry, ReturnInterview
from onechild.service.record.models.pathway import PathwayKind

THEIRS = "This episode is kept in the case system. Say there that the child came back."


@dataclass(frozen=True, kw_only=True)
class Gone:
    """That a child is missing: a code of missing_type, since when, what happened, and what the police said."""

    kind: str
    on: date
    words: str
    police: str = ""


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A return interview: whether it was offered and taken, when it was held, by whom, and what the child said."""

    offered_on: date | None = None
    accepted: bool | None = None
    held_at: datetime | None = None
    not_held_reason: str = ""
    interviewer_words: str = ""
    where_words: str = ""
    with_whom: str = ""
    why: str = ""
    harm: str = ""
    childs_words: str = ""
    what_would_help: str = ""
    told_whom: str = ""


NOTED = (
    "interviewer_words", "where_words", "with_whom", "why", "harm", "childs_words", "what_would_help", "told_whom"
)  # fmt: skip


def report(
    gone: Gone, *, child: Child, worker_id: str | None, by: Person, now: datetime, today: date
) -> MissingEpisode:
    """Record that a child is missing, on the pathway of missing children, which opens with the first episode.

    Raises NotPossible where the child is recorded as missing already.
    """
    with change_set(by=by, kind="edit", words="Missing episode recorded"):
        locked([child.pk])
        if MissingEpisode.objects.filter(child=child, ended_on__isnull=True, returned_at__isnull=True).exists():
            raise NotPossible("This child is recorded as missing already. Say when they came back, or go on there.")
        if MissingEpisode.objects.filter(child=child, started_on__lte=gone.on, ended_on__gt=gone.on).exists():
            raise NotPossible("An episode that is recorded covers that day. Look at it first.")
        made = MissingEpisode.objects.create(child=child, missing_kind=gone.kind, started_on=gone.on, recorded_on=today)
        path = _pathway(child, gone, worker_id=worker_id, by=by, now=now, today=today)
        PathwayEntry.objects.create(
            child=child,
            pathway=path,
            kind="episode",
            happened_on=gone.on,
            recorded_on=today,
            words=gone.words,
            with_whom=gone.police,
            worker_id=worker_id,
            about="missing_episodes",
            about_id=made.pk,
        )
        renew([child.pk])
        return made


def came_back(
    *, episode: MissingEpisode, at: datetime, on: date, words: str, worker_id: str | None, by: Person, today: date
) -> None:
    """Say that a child was found or came back, at a moment (`on` is its London day); the interview is owed from then.

    Raises NotPossible where that was said already, the episode is its source's, or the moment is before it began.
    """
    with change_set(by=by, kind="edit", words="A missing child came back"):
        row = _locked(episode)
        if row.origin_id is not None:
            raise NotPossible(THEIRS)
        if row.ended_on is not None or row.returned_at is not None:
            raise NotPossible("Somebody said already when the child came back.")
        if on < row.started_on:
            raise NotPossible("The child can’t come back before they went missing.")
        row.returned_at, row.ended_on, row.end_recorded_on = at, on, today
        row.interview_offered = "N"  # until it is offered
        row.save(update_fields=["returned_at", "ended_on", "end_recorded_on", "interview_offered"])
        path = Pathway.objects.filter(child_id=row.child_id, kind=PathwayKind.MISSING, ended_on__isnull=True).first()
        if path is not None:
            PathwayEntry.objects.create(
                child_id=row.child_id,
                pathway=path,
                kind="returned",
                happened_on=on,
                recorded_on=today,
                words=words,
                worker_id=worker_id,
                about="missing_episodes",
                about_id=row.pk,
            )
        renew([row.child_id])


def interview(talk: Talk, *, episode: MissingEpisode, on: date | None, by: Person, today: date) -> ReturnInterview:
    """Write what became of the return interview of an episode: offered, refused, held (`on` is the London day of it).

    An offer written before is carried on. Raises NotPossible where the child is still missing, or it was held already.
    """
    with change_set(by=by, kind="edit", words="Return interview recorded"):
        row = _locked(episode)
        if row.ended_on is None and row.returned_at is None:
            raise NotPossible("The child is still missing. Say first when they came back.")
        if talk.held_at and row.returned_at and talk.held_at < row.returned_at:
            raise NotPossible("The interview can’t have been before the child came back.")
        known = list(ReturnInterview.objects.select_for_update().filter(missing=row))
        if any(one.held_at is not None or one.happened_on is not None for one in known):
            raise NotPossible("This interview was recorded already.")
        found = next((one for one in known if one.origin_id is None), None)
        made = found or ReturnInterview(child_id=row.child_id, missing=row, recorded_on=today)
        made.offered_on = talk.offered_on or made.offered_on or on
        made.accepted = True if talk.held_at else talk.accepted
        made.held_at, made.happened_on = talk.held_at, on
        made.not_held_reason = talk.not_held_reason or None
        made.save()
        _said_on_the_episode(row, made)
        if any(getattr(talk, name) for name in NOTED):
            noted = {name: getattr(talk, name) for name in NOTED}
            InterviewNote.objects.create(child_id=row.child_id, interview=made, recorded_on=today, **noted)
        renew([row.child_id])
        return made


def _said_on_the_episode(row: MissingEpisode, made: ReturnInterview) -> None:
    """The return of missing children reads offer and answer from the episode itself, where that is ours."""
    if row.origin_id is not None:
        return
    row.interview_offered = "Y" if made.offered_on else "N"
    row.interview_accepted = {True: "Y", False: "N", None: None}[made.accepted]
    row.save(update_fields=["interview_offered", "interview_accepted"])


def _pathway(child: Child, gone: Gone, *, worker_id: str | None, by: Person, now: datetime, today: date) -> Pathway:
    open_one = Pathway.objects.filter(child=child, kind=PathwayKind.MISSING, ended_on__isnull=True).first()
    if open_one is not None:
        return open_one
    begun = Begun(kind=PathwayKind.MISSING, on=gone.on, words=gone.words, lead_id=worker_id)
    made = begin(begun, child=child, by=by, worker_id=worker_id, today=today)
    made.refresh_from_db()
    tell(
        pathway=made, typed={"words": gone.words}, seen_version=made.edit_version, overseer=None, by=by,
        worker_id=worker_id, now=now, today=today,
    )  # fmt: skip
    return made


def _locked(episode: MissingEpisode) -> MissingEpisode:
    locked([episode.child_id])
    return MissingEpisode.objects.select_for_update().get(pk=episode.pk)
