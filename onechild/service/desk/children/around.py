"""The people around a child as a page shows them: family, household, brothers and sisters, school, and workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.service.desk.children.frame import ChildFrame
from onechild.service.govuk.parts import Cell, Column, Fact, Table, Tag
from onechild.service.govuk.words import date_only, day, short_age, since
from onechild.service.record.models import HealthCheck, SchoolPlace, WarningKind
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.people import SIBLINGS, Holding, Relation, family_of

DO_NOT_DISCLOSE = Tag("Do not disclose", "over")
RISK = Tag("May be a risk: see warnings", "over")
NEAREST = 6


@dataclass(frozen=True, kw_only=True)
class Around:
    """The parts of the page about people. `children` are those shown besides the child, for the access log."""

    adults: Table
    before: Table
    siblings: Table
    family: list[Fact]
    unseen: int
    schools: Table
    health: Table
    workers: Table
    children: list[str]


def people_of(frame: ChildFrame) -> Around:
    """This function will return everybody around a child: four queries beyond those of the frame."""
    child, today = frame.child, frame.head.today
    adults = [one for one in frame.head.relations if one.adult_id]
    related = {one.child_id: one for one in frame.head.relations if one.child_id and one.now(today)}
    family = family_of(child.pk, today=today)
    named = heads({*related, *family}, today=today)
    return Around(
        adults=_adults("People around the child now", [one for one in adults if one.now(today)], frame),
        before=_adults("People who were around the child", [one for one in adults if not one.now(today)], frame),
        siblings=_siblings([(related[key], head) for key, head in named.items() if key in related], today),
        family=[_relative(head, today) for key, head in named.items() if key not in related],
        unseen=len(related.keys() - named.keys()),
        schools=_schools(list(SchoolPlace.objects.filter(child=child).order_by("-started_on")), today),
        health=_health(list(HealthCheck.objects.filter(child=child).order_by("-happened_on")[:10]), today),
        workers=_workers([one for one in frame.head.held if one.open_on(today)], today),
        children=sorted(named),
    )


def nearest(frame: ChildFrame) -> list[Fact]:
    """This function will return the nearest adults, school and workers, for the overview: no query."""
    today = frame.head.today
    adults = [one for one in frame.head.relations if one.adult_id and one.now(today)]
    facts = [
        Fact(
            name=f"{one.relation_words}{', lives with' if one.same_household else ''}",
            value=_named(one, today),
            note="Parental responsibility" if one.responsible else "",
            tag=_warned(one, frame),
        )
        for one in sorted(adults, key=_nearness)[:NEAREST]
    ]
    return facts + _school(frame) + _others(frame)


def _nearness(one: Relation) -> tuple[bool, bool, str]:
    """Those who live with the child first, then those with parental responsibility."""
    return (not one.same_household, not one.responsible, one.relation)


def _school(frame: ChildFrame) -> list[Fact]:
    school = frame.head.facts.get("school")
    if not school:
        return []
    year = f"Year {school['year_group']}" if school["year_group"] else ""
    return [Fact(name="School", value=f"School number {school['school_urn'] or 'not recorded'}", note=year)]


def _others(frame: ChildFrame) -> list[Fact]:
    """The workers of the child besides the lead worker, who stands at the head of the page."""
    today = frame.head.today
    held = [one for one in frame.head.held if one.open_on(today) and one.role != "lead" and one.worker]
    return [Fact(name=one.role_words, value=one.worker, note=since(one.started_on, today)) for one in held]


def _named(one: Relation, today: date) -> str:
    name = one.name or "Name not recorded"
    if one.died_on:
        return f"{name}, died {date_only(one.died_on)}"
    return f"{name}, {short_age(one.born_on, today)}" if one.born_on else name


def _warned(one: Relation, frame: ChildFrame) -> Tag | None:
    """What a warning in force says of this adult; the one who must not be told goes first."""
    kinds = {note.kind for note in frame.warnings if note.adult_id and note.adult_id == one.adult_id}
    if WarningKind.DO_NOT_DISCLOSE in kinds:
        return DO_NOT_DISCLOSE
    return RISK if kinds else None


def _adults(label: str, found: Sequence[Relation], frame: ChildFrame) -> Table:
    today = frame.head.today
    return Table(
        label=label,
        columns=[Column("Who"), Column("To the child"), Column("Parental responsibility"), Column("Lives with"),
                 Column("From, to")],
        rows=[
            [
                Cell(text=_named(one, today), tag=_warned(one, frame), note=_own_record(one)),
                one.relation_words,
                _yes_no(one.responsible),
                _yes_no(one.same_household),
                span(one.started_on, one.ended_on, today),
            ]
            for one in sorted(found, key=_nearness)
        ],
        empty="Nobody is recorded. Parents, carers and relatives would be here.",
    )  # fmt: skip


def _own_record(one: Relation) -> str:
    """That there is a record of an adult's own childhood may be said; opening it takes a decision of its own."""
    return "Known to the council as a child. That record opens only by a recorded decision." if one.had_a_record else ""


def _yes_no(value: bool | None) -> object:
    return Tag("Not recorded", "missing") if value is None else "Yes" if value else "No"


def span(started_on: date | None, ended_on: date | None, today: date) -> str:
    """ "3 May 2024 to 6 July 2025", "since 6 July"; a beginning that is not recorded is said."""
    began = date_only(started_on) if started_on else "not recorded"
    if ended_on is None:
        return _sentence(since(started_on, today)) if started_on else "From when is not recorded"
    return f"{_sentence(began)} to {date_only(ended_on)}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _siblings(found: Sequence[tuple[Relation, Head]], today: date) -> Table:
    return Table(
        label="Brothers and sisters",
        columns=[Column("Who"), Column("To the child"), Column("Lives with")],
        rows=[
            [
                Cell(text=f"{head.name}, {head.age(today)}".rstrip(", "), href=_page(head), note=head.la_child_id),
                one.relation_words,
                _yes_no(one.same_household),
            ]
            for one, head in sorted(found, key=lambda pair: (pair[0].relation not in SIBLINGS, pair[1].name))
        ],
        empty="No brothers or sisters whom you may see are recorded.",
    )


def _relative(head: Head, today: date) -> Fact:
    return Fact(value=f"{head.name}, {head.age(today)}".rstrip(", "), href=_page(head), note=head.la_child_id)


def _page(head: Head) -> str:
    return reverse("child", args=[head.la_child_id])


def _schools(places: list[SchoolPlace], today: date) -> Table:
    return Table(
        label="School",
        columns=[Column("School number"), Column("Year group"), Column("From, to")],
        rows=[
            [place.school_urn or "Not recorded", place.year_group, span(place.started_on, place.ended_on, today)]
            for place in places
        ],
        empty="No school is recorded.",
    )


def _health(checks: list[HealthCheck], today: date) -> Table:
    return Table(
        label="Health",
        columns=[Column("Check"), Column("When"), Column("How it stands")],
        rows=[
            [
                check.check_kind_words,  # type: ignore[attr-defined]
                day(check.happened_on, today) if check.happened_on else "Not held",
                code_in_words("ssd_health_check_status", check.check_status),
            ]
            for check in checks
        ],
        empty="No health check is recorded. Those of looked-after children would be here.",
    )


def _workers(held: Sequence[Holding], today: date) -> Table:
    return Table(
        label="Workers",
        columns=[Column("Who"), Column("Part"), Column("Team"), Column("Since")],
        rows=[
            [
                Cell(text=one.worker) if one.worker else Tag("Waiting, no worker", "missing"),
                one.role_words,
                one.team,
                date_only(one.started_on, today),
            ]
            for one in held
        ],
        empty="Nobody works with the child now.",
    )
