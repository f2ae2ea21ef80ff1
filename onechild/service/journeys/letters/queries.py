"""Reads letters: those about a child, and what of them waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from onechild.service.govuk.parts import Fact
from onechild.service.govuk.words import date_only
from onechild.service.journeys.letters.actions.sending import TABLE
from onechild.service.journeys.letters.told import status_tag
from onechild.service.record.models import Allocation, Child, Letter, LetterRecipient, LetterStatus, WorkStep
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.work.waiting import Somebody, Waiting


def letters_of(child: Child, *, today: date) -> list[Fact]:
    """This function will return the letters about a child, the newest first, each with where it stands.

    One that stands with a brother or sister leads to the page there.
    """
    found = []
    for row in Letter.objects.filter(child=child).order_by("-happened_on", "-pk"):
        main = Letter.objects.filter(pk=row.group_id).select_related("child").first() if row.group_id else row
        href = reverse("letter", args=[main.child.la_child_id, main.pk]) if main else ""
        note = f"{row.get_kind_display()}, {date_only(row.happened_on, today)}, {row.written_by_name}"
        found.append(Fact(value=row.subject, note=note, href=href, tag=status_tag(row)))
    return found


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return the letters that wait for somebody: to let go, or to put right.

    A manager is shown what was asked about their teams’ children, and never what they asked for themselves.
    """
    asked = _asked_about(viewer, today) if viewer.may("approve_work") else []
    return [*asked, *_returned_to(viewer, today)]


def _last() -> Subquery:
    steps = WorkStep.objects.filter(about_id=OuterRef("about_id")).order_by("-at", "-pk")
    return Subquery(steps.values("pk")[:1])


def _asked_about(viewer: Somebody, today: date) -> list[Waiting]:
    open_now = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    held = Allocation.objects.filter(open_now, team_id__in=list(viewer.team_ids)).values("child_id")
    steps = WorkStep.objects.filter(about=TABLE, step="submitted", pk=_last(), child_id__in=held)
    steps = steps.exclude(by_name=viewer.name).order_by("at")
    return _waiting(list(steps), "Decide whether a letter may go", "Decide on this letter", "letter-allow", today)


def _returned_to(viewer: Somebody, today: date) -> list[Waiting]:
    mine = LetterRecipient.objects.filter(
        letter__written_by_name=viewer.name, letter__status__in=(LetterStatus.OPEN, LetterStatus.CHECKED), refused=True
    )
    steps = WorkStep.objects.filter(about=TABLE, step="returned", pk=_last(), about_id__in=mine.values("pk"))
    return _waiting(
        list(steps.order_by("at")), "A letter may not go to somebody", "Put this letter right", "letter", today
    )


def _waiting(steps: Sequence[WorkStep], title: str, does: str, page: str, today: date) -> list[Waiting]:
    rows = {
        row.pk: row
        for row in LetterRecipient.objects.filter(pk__in=[step.about_id for step in steps]).select_related(
            "letter", "letter__child"
        )
    }
    named = heads({row.child_id for row in rows.values()}, today=today)
    return [
        Waiting(
            title=title,
            does=does,
            page=_page(row, page),
            why=f"{step.by_name}: {step.words}",
            child_ids=(row.child_id,),
            since=step.at,
        )
        for step in steps
        if (row := rows.get(step.about_id)) is not None and row.child_id in named
    ]


def _page(row: LetterRecipient, page: str) -> str:
    more = [row.pk] if page == "letter-allow" else []
    return reverse(page, args=[row.letter.child.la_child_id, row.letter_id, *more])
