"""Children who wait, brothers and sisters together, as the team's page and the list across teams say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import cached_property

from onechild.knowledge.reports.words import capital
from onechild.knowledge.workdays import working_days_between
from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Children
from onechild.service.desk.links import child_page, page_named, team_page
from onechild.service.desk.listing import due_cell
from onechild.service.govuk.parts import Cell, Link, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import Due
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, joined, together
from onechild.service.record.queries.workload.waiting_list import NOTHING, Known, Limits, Waits, rank

WISH = 140
NO_TEAM = Tag("No team", "missing")


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the lines say besides who waits: names, what is due, what is worth knowing, the limits."""

    children: Children
    nexts: Mapping[str, Due]
    known: Mapping[str, Known]
    names: Mapping[str, str]
    limits: Limits
    today: date


@dataclass(frozen=True)
class Family:
    """Brothers and sisters who wait on one team's list; most often one child."""

    waits: tuple[Waits, ...]
    around: Around

    @cached_property
    def heads(self) -> list[Head]:
        """The children by name, the eldest first."""
        heads = [self.around.children.heads[one.child_id] for one in self.waits]
        return sorted(heads, key=lambda head: (head.born_on or date.max, head.forename))

    @property
    def name(self) -> str:
        """ "Noor and Bilal Chaudhry"."""
        return together(self.heads)

    @property
    def href(self) -> str:
        """The record of the first."""
        return child_page(self.heads[0].la_child_id)

    @property
    def note(self) -> str:
        """Ages, and how things stand: "9 and 6. Assessment"."""
        ages = joined([age for head in self.heads if (age := head.age(self.around.today))] or [""])
        stands = ", ".join(tag.text for tag in self.around.children.tags([head.child_id for head in self.heads]))
        return ". ".join(part for part in (ages, stands) if part)

    @property
    def first(self) -> Waits:
        """The one whose turn comes first, whose priority and wait stand for all."""
        return min(self.waits, key=lambda one: (rank(one.priority), one.since))

    @property
    def since(self) -> date:
        """The day from which the longest of them waits."""
        return min(one.since for one in self.waits)

    @property
    def priority(self) -> Cell:
        """The highest among them, in words; that none is set, where none is."""
        words = code_in_words("allocation_priority", self.first.priority)
        if not words:
            return Cell(tag=Tag("Not set", "missing"))
        return Cell(text=words, strong=self.first.priority in ("urgent", "high"))

    @property
    def over(self) -> int:
        """The working days waited past the council's limit."""
        last = self.around.limits.last_day(self.since)
        return max(working_days_between(last, self.around.today), 1) if last < self.around.today else 0

    @property
    def wait(self) -> Cell:
        """Since when, and how that stands to the limit: red past it, in bold on its last day."""
        today = self.around.today
        said = waited(self.since, today)
        if self.over:
            over = f"{self.over} working day{'' if self.over == 1 else 's'} over"
            return Cell(tag=Tag(over, "late"), text=day(self.since, today, short=True), note=said)
        is_today = self.around.limits.last_day(self.since) == today
        text = "Today" if self.since == today else day(self.since, today, short=True)
        return Cell(text=text, note=f"{said}: the limit is today" if is_today and said else said, strong=is_today)

    @property
    def due(self) -> Due | None:
        """What falls due first for any of them."""
        dues = [due for one in self.waits if (due := self.around.nexts.get(one.child_id))]
        return min(dues, key=lambda due: due.due_on, default=None)

    @property
    def knowing(self) -> list[str]:
        """What is worth knowing before somebody is chosen: who knows them, a watch, what a child asked for."""
        said = [words for head in self.heads for words in self._of(head)]
        return list(dict.fromkeys(capital(words) for words in said))

    @property
    def manager_ids(self) -> list[str]:
        """The named managers; one who is missing is an empty id."""
        return list(dict.fromkeys(one.manager_id for one in self.waits))

    @property
    def manager(self) -> Cell:
        """Who answers for them while they wait, and when that manager last looked."""
        if not all(self.manager_ids):
            return Cell(tag=Tag("No manager named", "missing"), note=self.looked)
        return Cell(
            text=joined([self.around.names.get(one, NO_WORKER_NAME) for one in self.manager_ids]), note=self.looked
        )

    @property
    def looked_on(self) -> date | None:
        """The day of the last look at all of them; None where one was not looked at."""
        days = [self._known(one.child_id).looked_on for one in self.waits]
        return None if None in days else min(one for one in days if one)

    @property
    def look_by(self) -> date:
        """By when the named manager looks next."""
        return self.around.limits.look_by(self.since, self.looked_on)

    @property
    def looked(self) -> str:
        """ "Looked Thursday 19 Nov; next by 23 Nov"."""
        today, by = self.around.today, date_only(self.look_by, self.around.today)
        last = f"looked {day(self.looked_on, today, short=True)}" if self.looked_on else "not looked yet"
        return f"{last}; {'a look was due' if self.look_by < today else 'next look by'} {by}"

    @property
    def allocate(self) -> str:
        """The page that allocates them; empty where this copy is without it."""
        return page_named("allocate", self.heads[0].la_child_id)

    @property
    def ways(self) -> list[Link]:
        """What can be changed about their waiting."""
        one = self.heads[0].la_child_id
        href = page_named("allocation-priority", one) or page_named("child-allocation", one)
        unnamed = not all(self.manager_ids)
        words = "Name a manager" if unnamed else "Change priority or manager"
        return [Link(words, href, hidden=f"for {self.name}")] if href else []

    def looks_of(self, worker_id: str | None) -> list[Link]:
        """Where the named manager says that they looked: a link a child."""
        mine = {one.child_id for one in self.waits if one.manager_id and one.manager_id == worker_id}
        return [
            Link(f"I looked at {head.first_name}", reverse("waiting-look", args=[head.la_child_id]))
            for head in self.heads
            if head.child_id in mine
        ]

    def _known(self, child_id: str) -> Known:
        return self.around.known.get(child_id, NOTHING)

    def _of(self, head: Head) -> list[str]:
        known, today = self._known(head.child_id), self.around.today
        whose = f"{head.first_name}’s" if len(self.heads) > 1 else "their"
        said = []
        for past in known.past[:2]:
            name = self.around.names.get(past.worker_id, NO_WORKER_NAME)
            years = (
                f"{past.began.year}"
                if past.began.year == past.ended.year
                else f"{past.began.year} to {past.ended.year}"
            )
            said.append(f"{name} was {whose} worker, {years}")
        if known.watch_until:
            said.append(f"In the step-down watch until {date_only(known.watch_until, today)}")
        if known.wish:
            wish = known.wish if len(known.wish) <= WISH else f"{known.wish[:WISH].rstrip()}…"
            said.append(f"{head.first_name} asked for: “{wish}”")
        return said


@dataclass(frozen=True, kw_only=True)
class Line:
    """A family as a row of the table: with what the viewer may do about it."""

    family: Family
    due: Cell
    allocate: str = ""
    ways: Sequence[Link] = ()
    team: str = ""
    team_href: str = ""
    no_team: Tag = NO_TEAM


def line(family: Family, viewer: Viewer, *, team: str = "") -> Line:
    """This function will return the row of a family: who may allocate does, who is its named manager looks."""
    may = viewer.may("allocate")
    team_id = family.first.team_id
    return Line(
        family=family,
        due=due_cell(family.due),
        allocate=family.allocate if may else "",
        ways=[*(family.ways if may else ()), *family.looks_of(viewer.worker_id)],
        team=team,
        team_href=team_page(team_id) if team and team_id else "",
    )


def families(waits: Sequence[Waits], around: Around) -> list[Family]:
    """This function will return those who wait in the order in which they are taken, families of one list together.

    A child whose name the viewer may not read is left out.
    """
    found: dict[tuple[str, str], list[Waits]] = {}
    for one in waits:
        if head := around.children.heads.get(one.child_id):
            found.setdefault((one.team_id, head.family_id or head.child_id), []).append(one)
    made = [Family(tuple(group), around) for group in found.values()]
    return sorted(made, key=lambda one: (rank(one.first.priority), one.since, one.first.child_id))


def waited(since: date, today: date) -> str:
    """ "2 working days"; nothing on the day itself."""
    days = working_days_between(since, today)
    return f"{days} working day{'' if days == 1 else 's'}" if days else ""
