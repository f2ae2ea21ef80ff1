"""The head of a child's pages: name, tags, who holds the case, warnings, and the way round the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse

from onechild.knowledge.codesets import codeset
from onechild.service.access.models import Restriction
from onechild.service.access.viewer import Request
from onechild.service.govuk.parts import Fact, Link, Tag, TagKind
from onechild.service.govuk.words import age, date_only, day, since
from onechild.service.record.models import Child, VisitPlace, WarningNote
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.header import Header, header
from onechild.service.record.queries.names import Head, joined
from onechild.service.record.queries.people import Relation
from onechild.service.record.queries.status import Status

PAGES = (
    ("child", "Overview"),
    ("child-timeline", "Timeline"),
    ("child-chronology", "Chronology"),
    ("notes", "Case notes"),
    ("documents", "Documents"),
    ("child-clocks", "What is due, and was"),
    ("child-protection", "Protection"),
    ("child-plans", "Plans and placements"),
    ("child-people", "People"),
    ("letters", "Letters"),
    ("child-decisions", "Decisions"),
    ("child-promises", "Promises"),
    ("child-supervisions", "Supervision"),
    ("child-allocation", "Allocation"),
    ("handovers", "Handovers"),
    ("child-held", "Who has held this"),
    ("child-edit", "Details"),
    ("child-warnings", "Warnings"),
    ("child-pathways", "Pathways and orders"),
    ("child-looked", "Who has looked"),
)
TAGS: dict[str, tuple[str, TagKind]] = {
    "child_protection": ("Child protection plan", "cp"),
    "other_council": ("Another council’s child protection plan", "plain"),
    "looked_after": ("Looked after", "lac"),
    "short_breaks": ("Short breaks", "lac"),
    "child_in_need": ("Child in need", "cin"),
    "proceedings": ("Care proceedings", "legal"),
    "pre_proceedings": ("Pre-proceedings", "legal"),
    "section_47": ("Section 47 enquiry", "plain"),
    "assessment": ("Assessment under way", "plain"),
    "care_leaver": ("Care leaver", "plain"),
}
PLACES = {
    **{place.value: place.label[0].lower() + place.label[1:] for place in VisitPlace},
    VisitPlace.PLACEMENT.value: "at the placement",
}


@dataclass(frozen=True, kw_only=True)
class ChildFrame:
    """What the frame of a child's page shows. `facts` may hold several links each, so they are no plain parts."""

    child: Child
    name: str
    first_name: str
    line: str
    tags: list[Tag]
    facts: list[NamedValues]
    side: list[Link]
    warnings: list[WarningNote]
    restricted: str
    named: int
    restricted_href: str
    may_visit: bool
    may_edit: bool
    head: Header

    @property
    def people_title(self) -> str:
        """The heading of the people around the child."""
        return f"People around {self.first_name}"

    @property
    def restricted_words(self) -> str:
        """Why the record is restricted."""
        many = f"{self.named} people" if self.named > 1 else "Only people named on it"
        return f"{self.restricted}. {many} can open it; you are one. Every view is logged."


@dataclass(frozen=True, kw_only=True)
class NamedValues:
    """A name, its values with or without a link, and a small line."""

    name: str
    values: list[Link]
    note: str = ""
    missing: str = ""


def frame_of(request: Request, child: Child) -> ChildFrame:
    """This function will return the frame of the page asked for: eight queries."""
    head = header(child, today=request.today)
    restriction, named = _restriction(child)
    return ChildFrame(
        child=child,
        name=head.head.name,
        first_name=head.head.first_name,
        line=_line(head),
        tags=list(_tags(head, restricted=bool(restriction))),
        facts=[_holder(head), _team(head), _home(head), _siblings(head), _last_seen(head)],
        side=side(child, request.resolver_match.url_name or "" if request.resolver_match else ""),
        warnings=head.warnings,
        restricted=code_in_words("restriction", restriction),
        named=named,
        restricted_href=_href("child-who", child.la_child_id),
        may_visit=request.viewer.may("record_visit"),
        may_edit=request.viewer.may("edit_child"),
        head=head,
    )


def side(child: Child, current: str) -> list[Link]:
    """This function will return the links to the pages of the record that there are."""
    found = []
    for page, words in PAGES:
        try:
            found.append(Link(words, reverse(page, args=[child.la_child_id]), current=page == current))
        except NoReverseMatch:
            continue
    return found


def _restriction(child: Child) -> tuple[str, int]:
    """The code of the restriction in force, ours before the source's, and how many people are named on it."""
    rows = Restriction.objects.filter(child=child, lifted_at__isnull=True)
    row = rows.annotate(named=Count("people", filter=Q(people__unnamed_at__isnull=True))).first()
    return (row.restriction, row.named) if row else (child.restricted or "", 0)


def _line(head: Header) -> str:
    child, told = head.head, head.details
    pronouns = f"{told.pronouns[:1].upper()}{told.pronouns[1:]}" if told else ""
    sentences = [_age(child, head.today), pronouns, child.la_child_id]
    return ". ".join(sentence for sentence in sentences if sentence)


def _age(child: Head, today: date) -> str:
    if child.died_on:
        born = f"Born {date_only(child.born_on)}, died " if child.born_on else "Died "
        return f"{born}{date_only(child.died_on)}"
    if child.born_on:
        return f"{age(child.born_on, today).capitalize()}, born {date_only(child.born_on)}"
    return f"Unborn, expected {date_only(child.expected_on)}" if child.expected_on else "Date of birth not recorded"


def _tags(head: Header, *, restricted: bool) -> Iterable[Tag]:
    if head.head.died_on:
        yield Tag("Deceased", "plain")
    kinds = [status.kind for status in head.statuses]
    for kind in (kind for kind in TAGS if kind in kinds):
        words, colour = TAGS[kind]
        plan = head.facts.get("plan") if kind == "child_protection" else None
        category = code_in_words("abuse_category", plan["latest_category"] or plan["initial_category"]) if plan else ""
        yield Tag(f"{words}: {category.lower()}" if category else words, colour)
    if "education_plan" in head.facts or head.child.has_ehc_plan:
        yield Tag("Education, health and care plan", "plain")
    if restricted:
        yield Tag("Restricted", "restricted")


def _holder(head: Header) -> NamedValues:
    lead, many = head.lead, head.leads
    workers = {one.worker_id for one in many if one.worker_id}
    if lead is None:
        return NamedValues(name="Lead worker", values=[], missing="Nobody" if many or kinds_open(head) else "Closed")
    months = (head.today.year - many[0].started_on.year) * 12 + head.today.month - many[0].started_on.month
    how_many = f"; {len(workers)} in {months} months" if len(workers) > 1 and months > 1 else ""
    if lead.worker_id is None:
        return NamedValues(
            name="Lead worker", values=[], missing="Waiting", note=f"{since(lead.started_on, head.today)}{how_many}"
        )
    worker = Link(lead.worker, _href("worker", lead.worker_id))
    return NamedValues(name="Lead worker", values=[worker], note=f"{since(lead.started_on, head.today)}{how_many}")


def kinds_open(head: Header) -> bool:
    """Whether the record says that somebody should hold the case."""
    return bool(head.statuses)


def _team(head: Header) -> NamedValues:
    lead = head.lead
    if lead is None or not lead.team:
        return NamedValues(name="Team, manager", values=[], missing="No team")
    return NamedValues(
        name="Team, manager",
        values=[Link(lead.team, _href("team", lead.team_id or ""))],
        note=lead.manager or "No manager recorded",
    )


def _home(head: Header) -> NamedValues:
    placement, address = head.facts.get("placement"), head.facts.get("address")
    near = _street(address) if address else ""
    if placement:
        began = since(date.fromisoformat(placement["started_on"]), head.today)
        kind = code_in_words("placement_type", placement["placement_kind"])
        return NamedValues(
            name="Lives in", values=[Link(kind or "A placement", "")], note=", ".join(_told(near, began))
        )
    adults = [one for one in head.relations if one.same_household and one.adult_id and one.now(head.today)]
    began = since(date.fromisoformat(address["started_on"]), head.today) if address and address["started_on"] else ""
    named = [Link(adult_words(one), "") for one in adults]
    if not named and not near:
        return NamedValues(name="Lives with", values=[], missing="Not recorded")
    return NamedValues(
        name="Lives with",
        values=named,
        missing="" if named else "Not recorded",
        note=", ".join(_told(near, began)),
    )


def adult_words(relation: Relation) -> str:
    """ "Mother, Chantelle Marsh"; the relation alone where no name is recorded."""
    return f"{relation.relation_words}, {relation.name}" if relation.name else relation.relation_words


def _street(address: dict[str, Any]) -> str:
    first = (address["lines"] or "").split(",")[0].split("\n")[0].strip()
    return first or address["postcode"] or ""


def _told(*parts: str) -> list[str]:
    return [part for part in parts if part]


def _siblings(head: Header) -> NamedValues:
    links = [
        Link(", ".join(_told(one.first_name, one.age(head.today))), reverse("child", args=[one.la_child_id]))
        for one, _ in head.siblings
    ]
    unseen = head.siblings_unseen
    more = f"{unseen} whose record{'s' if unseen > 1 else ''} you may not open" if unseen else ""
    if not links and not unseen:
        return NamedValues(name="Brothers and sisters", values=[], note="None recorded")
    return NamedValues(
        name="Brothers and sisters", values=links, note=", ".join(_told(_alike(head.statuses, head.siblings), more))
    )


def _alike(mine: list[Status], siblings: list[tuple[Head, list[Status]]]) -> str:
    """What the brothers and sisters share: only a plan, since that is what is worked together."""
    plans = {status.kind for status in mine} & {"child_protection", "child_in_need"}
    shared = [head.first_name for head, held in siblings if plans & {status.kind for status in held}]
    if not shared:
        return ""
    return "on a plan as well" if len(shared) == len(siblings) else f"{joined(shared)} on a plan as well"


def _last_seen(head: Header) -> NamedValues:
    seen = head.facts.get("last_seen")
    if not seen:
        return NamedValues(name="Last seen", values=[], missing="Never, as far as recorded")
    on = date.fromisoformat(seen["happened_on"])
    alone = {True: "alone", False: "not alone"}.get(seen["seen_alone"], "not said whether alone")
    bedroom = "bedroom seen" if seen["bedroom_seen"] else ""
    how = code_in_words("visit_method", seen["method"]).lower() if seen["method"] not in (None, "face_to_face") else ""
    return NamedValues(
        name="Last seen",
        values=[Link(day(on, head.today), "")],
        note=", ".join(_told(alone, PLACES.get(seen["place"] or "", ""), bedroom, how)),
    )


def _href(page: str, key: str) -> str:
    """The address of a page of another room; nothing where it is not there."""
    try:
        return reverse(page, args=[key]) if key else ""
    except NoReverseMatch:
        return ""


def detail_facts(head: Header) -> list[Fact]:
    """This function will return the child's own details, ours first, and what the case system says where it differs."""
    child, ours = head.child, head.details
    shown = (
        ("First language", ours.first_language if ours else "", child.first_language or ""),
        ("Interpreter", ours.interpreter if ours else "", ""),
        ("Sex, as registered", "", code_in_words("sex", child.sex)),
        ("Gender", ours_gender(head), "" if child.gender == "00" else code_in_words("ssd_gender", child.gender)),
        ("Pronouns", ours.pronouns if ours else "", ""),
        ("Nationality", ours.nationality if ours else "", child.nationality or ""),
        ("Ethnicity", _ethnicity(ours.ethnicity) if ours else "", code_in_words("ethnicity", child.ethnicity)),
    )
    return [_detail(name, own, theirs) for name, own, theirs in shown]


def ours_gender(head: Header) -> str:
    """The gender in the child's own words, else as a code says it."""
    if head.details is None:
        return ""
    return head.details.gender_words or code_in_words("ssd_gender", head.details.gender)


def _ethnicity(code: str) -> str:
    return (codeset("ethnicity").label(code) if code else "") or code


def _detail(name: str, own: str, theirs: str) -> Fact:
    if own and theirs and own != theirs:
        return Fact(name=name, value=own, note=f"The case system says: {theirs}")
    if own or theirs:
        return Fact(name=name, value=own or theirs)
    return Fact(name=name, value="", tag=Tag("Not recorded", "missing"))
