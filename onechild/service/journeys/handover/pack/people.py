"""What to know before knocking, and who is in the child's life: warnings, family, school, the workers around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.service.govuk.parts import Fact, Tag
from onechild.service.govuk.words import date_only, short_age, since
from onechild.service.record.models import WarningNote
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.header import Header
from onechild.service.record.queries.people import SIBLINGS, Relation

WARNED = Tag("See the warnings", "over")


@dataclass(frozen=True, kw_only=True)
class Safety:
    """The warnings in force, each with the adult it is about, where it is about one; and how the child stands."""

    warnings: Sequence[tuple[WarningNote, str]]
    facts: Sequence[Fact]


def safety_of(head: Header) -> Safety:
    """This function will return what to know before visiting, ringing or writing. There is no address in it."""
    named = {one.adult_id: one for one in head.relations if one.adult_id}
    told = [(note, _who(named.get(note.adult_id))) for note in head.warnings]
    seen = head.facts.get("last_seen")
    facts = []
    if seen:
        alone = ", alone" if seen["seen_alone"] else ", not alone" if seen["seen_alone"] is False else ""
        on = date.fromisoformat(seen["happened_on"])
        facts.append(Fact(name="Last seen", value=f"{date_only(on, head.today)}{alone}"))
    else:
        facts.append(Fact(name="Last seen", value="No visit at which the child was seen is recorded"))
    if plan := head.facts.get("plan"):
        category = code_in_words("abuse_category", plan["latest_category"] or plan["initial_category"])
        began = date_only(date.fromisoformat(plan["started_on"]), head.today)
        facts.append(
            Fact(name="Child protection plan", value=category or "Category not recorded", note=f"since {began}")
        )
    if placed := head.facts.get("placement"):
        kind = code_in_words("placement_type", placed["placement_kind"])
        began = date_only(date.fromisoformat(placed["started_on"]), head.today)
        facts.append(Fact(name="Placed", value=kind or "Kind not recorded", note=f"since {began}"))
    if head.details and head.details.first_language:
        helped = f"Interpreter: {head.details.interpreter}" if head.details.interpreter else ""
        facts.append(Fact(name="First language", value=head.details.first_language, note=helped))
    return Safety(warnings=told, facts=facts)


def people_of(head: Header) -> list[Fact]:
    """This function will return who is in the child's life now: those who live with the child first."""
    warned = {note.adult_id for note in head.warnings if note.adult_id}
    adults = sorted(
        (one for one in head.relations if one.adult_id and one.now(head.today)),
        key=lambda one: (not one.same_household, not one.responsible, one.relation, one.name),
    )
    return [
        *(_adult(one, head.today, warned=one.adult_id in warned) for one in adults),
        *_siblings(head),
        *_school(head),
        *_workers(head),
    ]


def children_of(head: Header) -> list[str]:
    """The other children named in the pack: only brothers and sisters whom the reader may see."""
    return [one.child_id for one, _ in head.siblings]


def _who(one: Relation | None) -> str:
    return (
        f"{one.name or 'Name not recorded'} ({one.relation_words[:1].lower()}{one.relation_words[1:]})" if one else ""
    )


def _adult(one: Relation, today: date, *, warned: bool) -> Fact:
    born = f", {short_age(one.born_on, today)}" if one.born_on and not one.died_on else ""
    died = f", died {date_only(one.died_on, today)}" if one.died_on else ""
    notes = [
        words
        for words, so in (("lives with the child", one.same_household), ("parental responsibility", one.responsible))
        if so
    ]
    return Fact(
        name=one.relation_words,
        value=f"{one.name or 'Name not recorded'}{born}{died}",
        note=", ".join(notes).capitalize(),
        tag=WARNED if warned else None,
    )


def _siblings(head: Header) -> list[Fact]:
    by_id = {one.child_id: one for one in head.relations if one.relation in SIBLINGS and one.now(head.today)}
    found = []
    for one, _ in head.siblings:
        related = by_id.get(one.child_id)
        lives = "Lives with the child" if related and related.same_household else ""
        age = one.age(head.today)
        found.append(
            Fact(
                name=related.relation_words if related else "Brother or sister",
                value=f"{one.name}{', ' if age else ''}{age}",
                note=lives,
                href=reverse("child", args=[one.la_child_id]),
            )
        )
    return found


def _school(head: Header) -> list[Fact]:
    school = head.facts.get("school")
    if not school:
        return []
    year = f"Year {school['year_group']}" if school["year_group"] else ""
    return [Fact(name="School", value=f"School number {school['school_urn'] or 'not recorded'}", note=year)]


def _workers(head: Header) -> list[Fact]:
    held = [one for one in head.held if one.open_on(head.today) and one.role != "lead" and one.worker]
    return [Fact(name=one.role_words, value=one.worker, note=since(one.started_on, head.today)) for one in held]
