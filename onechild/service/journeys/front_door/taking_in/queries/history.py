"""What the record says of a child in short, beside a contact: work open, what was known before, what needs care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from onechild.service.govuk.parts import Fact, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.front_door.taking_in.queries.matches import holders_of
from onechild.service.record.models import (
    ChildProtectionPlan,
    Contact,
    FrontDoorDecision,
    PeriodOfCare,
    ProtectiveOrder,
    Referral,
    WarningNote,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.status import statuses, tags_of

SENT_AWAY = ("early_help", "advice", "no_further_action", "other_service")
A_YEAR = timedelta(days=366)
LAST_CONTACTS = 4


@dataclass(frozen=True, kw_only=True)
class History:
    """One child's past and present, as lines; `sent_away` are those that a redirect did not hold."""

    head: Head
    held: str
    tags: Sequence[Tag]
    care: list[Fact] = field(default_factory=list)
    sent_away: list[Fact] = field(default_factory=list)
    before: list[Fact] = field(default_factory=list)


def histories_of(child_ids: Sequence[str], *, but: Sequence[str], today: date) -> list[History]:
    """This function will return each child's history, without the contacts `but`: some ten queries for them all."""
    named, stand = heads(child_ids, today=today), statuses(child_ids, today=today)
    held = holders_of(list(child_ids), today=today)
    care, before = _care(child_ids, today), _plans(child_ids)
    referred = _referred(child_ids)
    contacts, sent_away = _contacts(child_ids, but, referred)
    return [
        History(
            head=named[one],
            held=held.get(one, "Not open now"),
            tags=tags_of(stand.get(one, []), restricted=named[one].restricted),
            care=care[one],
            sent_away=sent_away[one],
            before=[*contacts[one], *_referrals(referred[one]), *before[one]],
        )
        for one in child_ids
        if one in named
    ]


def _care(child_ids: Sequence[str], today: date) -> dict[str, list[Fact]]:
    """Warnings and orders in force."""
    found: dict[str, list[Fact]] = defaultdict(list)
    now = Q(started_on__lte=today) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    for note in WarningNote.objects.filter(now, child_id__in=child_ids).order_by("-started_on"):
        found[note.child_id].append(Fact(value=note.get_kind_display(), note=note.words))
    for order in ProtectiveOrder.objects.filter(now, child_id__in=child_ids).order_by("-started_on"):
        found[order.child_id].append(Fact(value=order.get_kind_display(), note=order.words))
    return found


def _plans(child_ids: Sequence[str]) -> dict[str, list[Fact]]:
    """Child protection plans and times in care, past and present."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for plan in ChildProtectionPlan.objects.filter(child_id__in=child_ids).order_by("-started_on"):
        found[plan.child_id].append(Fact(value="Child protection plan", note=_from_to(plan.started_on, plan.ended_on)))
    for care in PeriodOfCare.objects.filter(child_id__in=child_ids).order_by("-started_on"):
        found[care.child_id].append(Fact(value="Looked after", note=_from_to(care.started_on, care.ended_on)))
    return found


def _contacts(
    child_ids: Sequence[str], but: Sequence[str], referred: Mapping[str, list[date]]
) -> tuple[dict[str, list[Fact]], dict[str, list[Fact]]]:
    """Earlier contacts with what was decided; and the redirects after which a child came back within a year."""
    rows = list(Contact.objects.filter(child_id__in=child_ids).order_by("-happened_on", "-pk"))
    decided = {
        one.contact_id: one
        for one in FrontDoorDecision.objects.filter(contact_id__in=[row.pk for row in rows]).order_by(
            "decided_at", "pk"
        )
    }
    lines: dict[str, list[Fact]] = defaultdict(list)
    back: dict[str, list[Fact]] = defaultdict(list)
    for row in rows:
        decision = decided.get(row.pk)
        outcome = decision.outcome if decision else None
        words = code_in_words("front_door_outcome", outcome) or "no decision recorded"
        if outcome in SENT_AWAY and (came := list(_came_back(row, rows, referred[row.child_id], but))):
            note = f"Decided {date_only(row.happened_on)}. Came back: {came[0]}."
            back[row.child_id].append(Fact(value=f"Sent to: {words.lower()}", note=note))
        if row.pk not in but:
            source = code_in_words("referral_source", row.source_kind) or row.source_words or "Source not recorded"
            lines[row.child_id].append(Fact(value=f"{date_only(row.happened_on)}: {words}", note=source))
    return {key: _shortened(found) for key, found in lines.items()} | _none(child_ids, lines), back


def _referred(child_ids: Sequence[str]) -> dict[str, list[date]]:
    """The days on which each child was referred, the earliest first."""
    found: dict[str, list[date]] = defaultdict(list)
    rows = Referral.objects.filter(child_id__in=child_ids).order_by("started_on")
    for child_id, on in rows.values_list("child_id", "started_on"):
        found[child_id].append(on)
    return found


def _referrals(days: Sequence[date]) -> list[Fact]:
    """How often the child was referred, and when last."""
    if not days:
        return []
    many = "Referred once" if len(days) == 1 else f"Referred {len(days)} times"
    return [Fact(value=many, note=f"{'on' if len(days) == 1 else 'last on'} {date_only(days[-1])}")]


def _came_back(row: Contact, rows: Sequence[Contact], referred: Sequence[date], but: Sequence[str]) -> Iterator[str]:
    until = row.happened_on + A_YEAR
    for on in referred:
        if row.happened_on < on <= until:
            yield f"a referral on {date_only(on)}"
    for other in reversed(rows):
        if other.child_id == row.child_id and row.happened_on < other.happened_on <= until:
            yield "this contact" if other.pk in but else f"another contact on {date_only(other.happened_on)}"


def _shortened(found: list[Fact]) -> list[Fact]:
    more = len(found) - LAST_CONTACTS
    last = [Fact(value=f"{more} earlier contact{'s' if more > 1 else ''}")] if more > 0 else []
    return found[:LAST_CONTACTS] + last


def _none(child_ids: Sequence[str], lines: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    return {one: [] for one in child_ids if one not in lines}


def _from_to(started_on: date | None, ended_on: date | None) -> str:
    began = f"from {date_only(started_on)}" if started_on else "start not recorded"
    return f"{began} to {date_only(ended_on)}" if ended_on else f"{began}, still open"
