"""Saves a part of an assessment, and says what a pattern of the history means now; two people at once are told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from onechild.service.journeys.assessment.history.answers import sources_of
from onechild.service.journeys.assessment.history.model import Pattern
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Assessment, AssessmentWork, HistoryAnswer

WRITABLE = ("open", "returned")


class Closed(Exception):
    """The assessment is with a manager, or authorised: it can't be written now."""


def keep_part(
    *,
    work: AssessmentWork,
    typed: Mapping[str, Any],
    seen_version: int,
    by: Person,
    shared: Collection[str] = (),
    also: Sequence[str] = (),
) -> None:
    """Save the fields of one part. Raises Stale where another changed these very fields meanwhile, and Closed.

    `also` are ids of brothers' and sisters' work of the same group: the `shared` fields are written there too, where
    nothing is written yet or the same stood before; what somebody wrote there is never replaced.
    """
    with change_set(by=by, kind="edit", words="Part of an assessment written"):
        siblings = list(_siblings(work, also))
        locked({work.child_id, *(one.child_id for one in siblings)})
        row = _locked(work)
        before = {name: getattr(row, name) for name in shared}
        names = changed(row, seen_version=seen_version, typed=typed)
        if names:
            row.save(update_fields=names)
        for sibling in siblings:
            _share(sibling, before, typed)


def answer(
    *,
    assessment: Assessment,
    pattern: Pattern,
    means_now: str,
    seen_version: int,
    worker_id: str | None,
    by: Person,
    today: date,
    also: Sequence[str] = (),
) -> None:
    """Say what a pattern means now, with the rows that it was drawn from. Raises Stale and Closed.

    `also` are ids of brothers' and sisters' work: the answer is kept there too, where nobody has answered yet.
    """
    with change_set(by=by, kind="edit", words="History answered"):
        work = AssessmentWork.objects.get(assessment=assessment)
        siblings = list(_siblings(work, also))
        locked({work.child_id, *(one.child_id for one in siblings)})
        _locked(work)
        said = {
            # What the pattern says names whom the answerer may see; others read the answer, here and at a sibling.
            "says": pattern.title,
            "sources": sources_of(pattern),
            "answered_by_id": worker_id,
            "answered_by_name": by.name,
        }
        row = HistoryAnswer.objects.select_for_update().filter(assessment=assessment, pattern=pattern.key).first()
        if row is None:
            _answer(work, pattern, means_now, said, today)
        else:
            changed(row, seen_version=seen_version, typed={"means_now": means_now})
            for name, value in said.items():
                setattr(row, name, value)
            row.save(update_fields=["means_now", "says", "sources", "answered_by", "answered_by_name"])
        for sibling in siblings:
            there = HistoryAnswer.objects.filter(assessment_id=sibling.assessment_id, pattern=pattern.key)
            if sibling.status in WRITABLE and not there.exists():
                _answer(sibling, pattern, means_now, said, today)


def _answer(work: AssessmentWork, pattern: Pattern, means_now: str, said: Mapping[str, Any], today: date) -> None:
    HistoryAnswer.objects.create(
        child_id=work.child_id,
        assessment_id=work.assessment_id,
        pattern=pattern.key,
        means_now=means_now,
        recorded_on=today,
        **said,
    )


def _siblings(work: AssessmentWork, ids: Sequence[str]) -> QuerySet[AssessmentWork]:
    """The work about brothers and sisters of the same group; none for a child who is assessed alone."""
    rows = AssessmentWork.objects.filter(pk__in=ids, group_id=work.group_id).exclude(group_id="")
    return rows.exclude(pk=work.pk)


def _share(sibling: AssessmentWork, before: Mapping[str, Any], typed: Mapping[str, Any]) -> None:
    row = AssessmentWork.objects.select_for_update().get(pk=sibling.pk)
    if row.status not in WRITABLE:
        return
    names = [name for name, value in before.items() if getattr(row, name) in ("", value) and typed.get(name)]
    for name in names:
        setattr(row, name, typed[name])
    if names:
        row.save(update_fields=names)


def _locked(work: AssessmentWork) -> AssessmentWork:
    row = AssessmentWork.objects.select_for_update().get(pk=work.pk)
    if row.status not in WRITABLE:
        raise Closed
    return row
