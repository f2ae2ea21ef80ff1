"""What happened on a pathway, as a timeline: entries, a manager's looks and decisions, the newest first."""

from __future__ import annotations

from datetime import date

from onechild.service.govuk.parts import Fact, Happening, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.journeys.sensitive.actions.homeless import PLACES
from onechild.service.journeys.sensitive.kinds import Kind
from onechild.service.journeys.sensitive.queries.pathways import Listed, Whole
from onechild.service.record.models import HomelessChoice, PathwayEntry

RECORDED = {"episode": "Missing", "returned": "Came back", "sign": "A sign was seen or told"}


def happenings(found: Whole) -> list[Happening]:
    """This function will return all that happened on a pathway."""
    told = [
        *(_entry(one, found.listed.kind) for one in found.entries),
        *(
            Happening(
                on=one.happened_on,
                title="A manager looked at it",
                words=one.words,
                note=f"{one.manager_name}{f'. Looks again by {date_only(one.next_by)}' if one.next_by else ''}",
                kind="decision",
            )
            for one in found.oversights
        ),
        *(
            Happening(
                on=one.happened_on, title=one.outcome_words, words=one.reason, note=one.decided_by_name, kind="decision"
            )
            for one in found.decisions
        ),
    ]
    return sorted(told, key=lambda one: one.on, reverse=True)


def facts(one: Listed, *, today: date) -> list[Fact]:
    """This function will return who leads and oversees a pathway, since when, and when a manager looks next."""
    row = one.pathway
    nobody = Tag("Nobody", "missing")
    looks = [
        Fact(name="Oversees", value=one.overseer, tag=None if one.overseer else nobody),
        Fact(
            name="A manager looks next",
            value=day(one.due_on, today) if one.due_on else "No day is set",
            note=f"Local standard: every {row.oversight_every_days} days" if row.oversight_every_days else "",
        ),
    ]
    return [
        Fact(name="About", value=one.kind.title),
        Fact(name="Since", value=date_only(row.started_on)),
        Fact(name="Leads", value=one.lead, tag=None if one.lead else nobody),
        *(looks if row.ended_on is None and (row.oversight_every_days or one.due_on or one.overseer) else []),
    ]


def choice_facts(one: HomelessChoice) -> list[Fact]:
    """This function will return what a young person was told and chose, as names and values."""
    explained = [words for words, said in (("17", one.section_17_explained), ("20", one.section_20_explained)) if said]
    advocate = "Offered" if one.advocate_offered else "Not offered"
    wanted = {True: ", and wanted", False: ", and not wanted", None: ""}[one.advocate_accepted]
    return [
        Fact(name="Chosen", value=one.get_choice_display(), note=date_only(one.happened_on)),
        Fact(name="Tonight", value=dict(PLACES).get(one.place, one.place), note=one.place_words),
        Fact(
            name="Explained",
            value=f"Section{'s' if len(explained) > 1 else ''} {' and '.join(explained)}"
            if explained
            else "Neither section",
            note=one.explained_how,
        ),
        Fact(name="Advocate", value=f"{advocate}{wanted if one.advocate_offered else ''}"),
        *([Fact(name="Housing says", value=one.housing_words)] if one.housing_words else []),
    ]


def _entry(one: PathwayEntry, kind: Kind) -> Happening:
    doing = kind.doing(one.kind)
    title = doing.words if doing else RECORDED.get(one.kind, "Something was recorded")
    again = f"{doing.next_words} {date_only(one.set_for_on)}" if doing and doing.next_words and one.set_for_on else ""
    return Happening(
        on=one.happened_on,
        title=title,
        words=one.words,
        note=". ".join(part for part in (one.with_whom, again) if part),
    )
