"""Starts an assessment for a child, or for brothers and sisters together, with a row of the contract for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Assessment, AssessmentWork, Child, Referral


class UnderWay(Exception):
    """An assessment of this child is under way already: go on with that one."""

    def __init__(self, assessment: Assessment) -> None:
        super().__init__("an assessment is under way")
        self.assessment = assessment


@dataclass(frozen=True, kw_only=True)
class Starting:
    """A child to assess, under which referral, with which team and worker. `worker_id` is who holds the case."""

    child: Child
    referral: Referral | None
    team_id: str | None
    worker_id: str | None
    of_open_child: bool


def start(
    *, children: Sequence[Starting], kind: str, on: date, why: str, writer_id: str | None, by: Person, today: date
) -> list[Assessment]:
    """Start one assessment for each child; those of several belong to one group. `kind` is a code of assessment_kind.

    This function will raise UnderWay where a child has one that is not finished, and will then write nothing.
    """
    ids = sorted({one.child.pk for one in children})
    with change_set(by=by, kind="edit", words="Assessment started"):
        locked(ids)
        under_way = Assessment.objects.filter(child_id__in=ids, ended_on__isnull=True).first()
        if under_way is not None:
            raise UnderWay(under_way)
        made: list[Assessment] = []
        for one in children:
            assessment = Assessment.objects.create(
                child=one.child,
                referral=one.referral,
                assessment_kind=kind,
                started_on=on,
                of_open_child=one.of_open_child,
                team_id=one.team_id,
                worker_id=one.worker_id or writer_id,
                recorded_on=today,
            )
            made.append(assessment)
            AssessmentWork.objects.create(
                child=one.child,
                assessment=assessment,
                why=why,
                written_by_id=writer_id,
                group_id=made[0].pk if len(children) > 1 else "",
                recorded_on=today,
            )
        renew(ids)
        return made
