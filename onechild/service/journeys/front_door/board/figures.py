"""The few figures of the board: what arrived and was decided today beside a usual such day, and who came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import Contact, FrontDoorDecision, IntakeChild, Referral, SecondLook

WEEKS = 8
DECIDED: Mapping[str, tuple[str, ...]] = {
    "Strategy discussion": ("section_47",),
    "Assessment": ("referral",),
    "To the child’s worker": ("existing_worker",),
    "Early help": ("early_help",),
    "Advice, no further action": ("advice", "no_further_action"),
    "Another service": ("other_service", "other"),
}


@dataclass(frozen=True)
class Counted:
    """How many today, and how many on a usual day of the same name; None where there was none to compare with."""

    words: str
    today: int
    usual: int | None


@dataclass(frozen=True)
class CameBack:
    """Children sent to early help three to six months ago, those who came back as a referral within three months.

    `read` are decisions of that time that somebody else read, `unread` those of them where the history was not used.
    """

    since: date
    until: date
    sent: int
    back: int
    read: int = 0
    unread: int = 0


def arrived(today: date) -> Counted:
    """This function will return how many children the contacts of today are about, linked or not yet: two queries."""
    days = _days(today)
    linked = Counter(Contact.objects.filter(happened_on__in=days).values_list("happened_on", flat=True))
    waiting = IntakeChild.objects.filter(
        child__isnull=True, intake__recorded_on=today, intake__stage="contact", intake__gone_at__isnull=True
    ).count()
    return Counted("Arrived today", linked[today] + waiting, _usual([linked[day] for day in days[1:]]))


def decided(today: date) -> list[Counted]:
    """This function will return how many children were decided on today, by what was decided: one query."""
    days = _days(today)
    rows = FrontDoorDecision.objects.filter(happened_on__in=days, outcome__isnull=False).exclude(outcome="screening")
    counts = rows.values_list("happened_on", "outcome").annotate(n=Count("contact_id", distinct=True))
    found = {(day, outcome): n for day, outcome, n in counts}
    return [
        Counted(
            words,
            sum(found.get((today, one), 0) for one in outcomes),
            _usual([sum(found.get((day, one), 0) for one in outcomes) for day in days[1:]]) if found else None,
        )
        for words, outcomes in DECIDED.items()
    ]


def came_back(today: date) -> CameBack:
    """This function will return how early help redirects of three to six months ago turned out: three queries."""
    since, until = add(today, Length(-6, "month")), add(today, Length(-3, "month"))
    sent: dict[str, date] = {}
    rows = FrontDoorDecision.objects.filter(outcome="early_help", happened_on__gte=since, happened_on__lt=until)
    for child_id, on in rows.order_by("happened_on").values_list("child_id", "happened_on"):
        if on is not None:
            sent.setdefault(child_id, on)
    referrals = Referral.objects.filter(child_id__in=list(sent), started_on__gte=since)
    back = {
        child_id
        for child_id, on in referrals.values_list("child_id", "started_on")
        if sent[child_id] < on <= add(sent[child_id], Length(3, "month"))
    }
    looks = SecondLook.objects.filter(
        read_on__isnull=False, decision__happened_on__gte=since, decision__happened_on__lt=until
    ).values_list("history_used", flat=True)
    used = list(looks)
    return CameBack(since, until, len(sent), len(back), len(used), sum(one is False for one in used))


def drawn_for(worker_id: str | None) -> list[SecondLook]:
    """This function will return the decisions drawn for this worker to read, and not read yet."""
    return list(SecondLook.objects.filter(reader_id=worker_id, read_on__isnull=True)) if worker_id else []


def _days(today: date) -> list[date]:
    """Today, and the days of the same name in the weeks before."""
    return [today - timedelta(weeks=week) for week in range(WEEKS + 1)]


def _usual(counts: list[int]) -> int | None:
    return round(sum(counts) / len(counts)) if any(counts) else None
