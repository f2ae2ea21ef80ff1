"""What is read of assessments: one with its work, what waits for somebody, and a team's open ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse

from onechild.service.journeys.assessment.actions.childhood import ABOUT as CHILDHOOD
from onechild.service.journeys.assessment.clock import Clock, clocks_of
from onechild.service.journeys.assessment.delays import Delay, delays_of
from onechild.service.journeys.assessment.holding import open_leads, with_teams
from onechild.service.record.models import (
    Adult,
    Assessment,
    AssessmentWork,
    Team,
    Visit,
    VisitNote,
    WorkStatus,
    WorkStep,
)
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names
from onechild.service.record.queries.standards import held
from onechild.service.record.queries.work.waiting import Somebody, Waiting


@dataclass(frozen=True, kw_only=True)
class Line:
    """One open assessment in a team's list."""

    assessment: Assessment
    head: Head
    status: str
    worker: str
    clock: Clock
    delay: Delay


def open_assessments(*, team_ids: Sequence[str], today: date) -> QuerySet[Assessment]:
    """This function will return those with these teams that are not finished, of children whom the viewer may see."""
    rows = Assessment.objects.filter(with_teams(team_ids, today=today), ended_on__isnull=True)
    return rows.order_by("started_on", "pk")


def lines(rows: Sequence[Assessment], *, today: date) -> list[Line]:
    """This function will return a page of a list: ten queries, however long it is."""
    named = heads({one.child_id for one in rows}, today=today)
    works = {work.assessment_id: work for work in AssessmentWork.objects.filter(assessment__in=rows)}
    clocks, delays = clocks_of(rows, today=today), delays_of(rows, today=today)
    workers = worker_names(delay.worker_id for delay in delays.values())
    return [
        Line(
            assessment=one,
            head=named[one.child_id],
            status=WorkStatus(works[one.pk].status).label if one.pk in works else "Kept in the case system",
            worker=_named(delays[one.pk].worker_id, workers),
            clock=clocks[one.pk],
            delay=delays[one.pk],
        )
        for one in rows
        if one.child_id in named
    ]


def _named(worker_id: str | None, names: Mapping[str, str]) -> str:
    return names.get(worker_id, NO_WORKER_NAME) if worker_id else ""


def teams_named(team_ids: Sequence[str]) -> list[tuple[str, str]]:
    """This function will return teams by id and name, in the order of their names."""
    rows = Team.objects.filter(pk__in=team_ids).order_by("name", "pk")
    return [(row.pk, row.name or row.pk) for row in rows]


def teams_assessing(today: date) -> list[tuple[str, str]]:
    """This function will return the teams that have an open assessment of a child whom the viewer may see."""
    rows = Assessment.objects.filter(ended_on__isnull=True)
    leads = open_leads(today).filter(child_id__in=rows.values("child_id"))
    ids = {*rows.values_list("team_id", flat=True), *leads.values_list("team_id", flat=True)}
    return teams_named([one for one in ids if one])


@dataclass(frozen=True)
class Seeing:
    """A visit during the assessment, with what the child said."""

    visit: Visit
    words: str


def seen_during(assessment: Assessment, *, today: date) -> list[Seeing]:
    """This function will return the visits in person to the child since the assessment began, the newest first."""
    rows = Visit.objects.filter(
        child_id=assessment.child_id,
        happened_on__gte=assessment.started_on,
        happened_on__lte=assessment.ended_on or today,
    ).order_by("-happened_on", "-pk")
    visits = [row for row in rows if row.method in (None, "face_to_face")]
    notes = VisitNote.objects.filter(visit__in=visits).exclude(childs_words="")
    said = dict(notes.values_list("visit_id", "childs_words"))
    return [Seeing(visit, said.get(visit.pk, "")) for visit in visits]


def group_of(work: AssessmentWork) -> list[AssessmentWork]:
    """This function will return the work about the brothers and sisters who are assessed with a child."""
    if not work.group_id:
        return []
    rows = AssessmentWork.objects.filter(group_id=work.group_id).exclude(pk=work.pk)
    return list(rows.select_related("assessment").order_by("pk"))


def asking(about_id: str) -> WorkStep | None:
    """This function will return the asking for a childhood record that waits for a decision, if there is one."""
    last = WorkStep.objects.filter(about=CHILDHOOD, about_id=about_id).order_by("-at", "-pk").first()
    return last if last is not None and last.step == "submitted" else None


def open_for_days(today: date) -> int:
    """This function will return for how long a decision opens a childhood record: the council's own standard."""
    [one] = held(today=today, setting="childhood_record_days")
    return int(one.now.row.value if one.now else one.standard.default or 0)


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer: to authorise, to edit, childhood records to decide on."""
    found: list[Waiting] = []
    if viewer.may("approve_work"):
        found += [*_to_authorise(viewer, today), *_to_open(viewer, today), *_changed_hands(viewer, today)]
    if viewer.may("do_casework") and viewer.worker_id:
        found += _returned(viewer, today)
    return found


def _to_authorise(viewer: Somebody, today: date) -> list[Waiting]:
    with_mine = with_teams(viewer.team_ids, today=today, of="assessment__")
    works = AssessmentWork.objects.filter(with_mine, status=WorkStatus.SUBMITTED)
    rows = [one for one in works.select_related("assessment") if not _mine(one, viewer)]
    return _waits(rows, "submitted", "to authorise", "Read and decide", "assessment-decide", viewer, today)


def _returned(viewer: Somebody, today: date) -> list[Waiting]:
    works = AssessmentWork.objects.filter(status=WorkStatus.RETURNED).select_related("assessment")
    mine = set(
        WorkStep.objects.filter(about="assessments", step="submitted", by_worker_id=viewer.worker_id).values_list(
            "about_id", flat=True
        )
    )
    rows = [one for one in works if one.assessment_id in mine or one.written_by_id == viewer.worker_id]
    return _waits(rows, "returned", "returned for edits", "Make the edits", "assessment", viewer, today)


def _waits(
    rows: Sequence[AssessmentWork], step: str, words: str, does: str, page: str, viewer: Somebody, today: date
) -> list[Waiting]:
    named = heads({one.child_id for one in rows}, today=today)
    steps: dict[str, WorkStep] = {}
    about = [one.assessment_id for one in rows]
    for one in WorkStep.objects.filter(about="assessments", about_id__in=about, step=step).order_by("at", "pk"):
        steps[one.about_id] = one
    clocks = clocks_of([one.assessment for one in rows if one.assessment], today=today)
    found = []
    for work in rows:
        if work.child_id not in named:
            continue
        last, lead = steps.get(work.assessment_id), clocks[work.assessment_id].lead
        head = named[work.child_id]
        found.append(
            Waiting(
                title=f"{head.name}’s assessment, {words}",
                does=does,
                page=reverse(page, args=[head.la_child_id, work.assessment_id]),
                why=f"{last.by_name}: {last.words}" if last and last.words else f"From {last.by_name}" if last else "",
                child_ids=(work.child_id,),
                since=last.at if last else None,
                due_on=lead.due_on if lead and lead.met_on is None else None,
            )
        )
    return found


def _to_open(viewer: Somebody, today: date) -> list[Waiting]:
    last: dict[str, WorkStep] = {}
    for step in WorkStep.objects.filter(about=CHILDHOOD).order_by("at", "pk"):
        last[step.about_id] = step
    asked = [one for one in last.values() if one.step == "submitted" and one.by_name != viewer.name]
    with_team = set(
        open_assessments(team_ids=viewer.team_ids, today=today)
        .filter(child_id__in=[one.child_id for one in asked])
        .values_list("child_id", flat=True)
    )
    named = heads({one.child_id for one in asked}, today=today)
    adults = set(Adult.objects.filter(pk__in=[_adult(one) for one in asked]).values_list("pk", flat=True))
    return [
        Waiting(
            title=f"A childhood record, asked for in {named[one.child_id].name}’s assessment",
            does="Decide whether to open it",
            page=reverse("adult-childhood", args=[named[one.child_id].la_child_id, _adult(one)]),
            why=f"{one.by_name}: {one.words}",
            child_ids=(one.child_id,),
            since=one.at,
        )
        for one in asked
        if one.child_id in with_team and one.child_id in named and _adult(one) in adults
    ]


def _changed_hands(viewer: Somebody, today: date) -> list[Waiting]:
    """The alarm: an assessment whose worker changed in the middle and who has not yet begun, or that nobody holds."""
    mine = open_assessments(team_ids=viewer.team_ids, today=today).filter(pk__in=_written_here())
    rows = [one for one in mine if one.started_on < today]
    delays, clocks = delays_of(rows, today=today), clocks_of(rows, today=today)
    stuck = [one for one in rows if delays[one.pk].changing_hands(today)]
    named = heads({one.child_id for one in stuck}, today=today)
    return [
        Waiting(
            title=f"{named[one.child_id].name}’s assessment changed hands in the middle",
            does="See where it stands",
            page=reverse("assessment", args=[named[one.child_id].la_child_id, one.pk]),
            why=delays[one.pk].changing_hands(today),
            child_ids=(one.child_id,),
            due_on=lead.due_on if (lead := clocks[one.pk].lead) and lead.met_on is None else None,
        )
        for one in stuck
        if one.child_id in named
    ]


def _written_here() -> QuerySet[AssessmentWork, str]:
    return AssessmentWork.objects.filter(status__in=("open", "returned")).values_list("assessment_id", flat=True)


def _adult(step: WorkStep) -> str:
    return step.about_id.removeprefix(f"{step.child_id} ")


def _mine(work: AssessmentWork, viewer: Somebody) -> bool:
    return bool(viewer.worker_id) and work.written_by_id == viewer.worker_id
