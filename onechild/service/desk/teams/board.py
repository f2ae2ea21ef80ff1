"""A team on a day: its counts and sentences. An average never stands without the children it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.reports.words import capital, does, number, one_decimal, things
from onechild.knowledge.workdays import working_days_between
from onechild.service.desk.listing import Row, rows_of
from onechild.service.record.models import Team
from onechild.service.record.queries.workforce import A_HAIR, Targets, members_of, people, targets
from onechild.service.record.queries.workload.loads import Held, loads_of


@dataclass(frozen=True, kw_only=True)
class Board:
    """What the team's page says, whichever part of it is open."""

    team: Team
    rows: tuple[Row, ...]
    members: tuple[Held, ...]
    standards: Targets
    today: date

    @property
    def waiting(self) -> list[Row]:
        """Children on the team's list."""
        return [row for row in self.rows if not row.worker_id]

    @property
    def active(self) -> list[Row]:
        """Children whose case a worker holds under this team."""
        return [row for row in self.rows if row.worker_id]

    @property
    def workers(self) -> list[Held]:
        """Those who are not managers, whether they hold a case or none."""
        return [one for one in self.members if not one.person.manages]

    @property
    def managers(self) -> list[Held]:
        """Those whose cases are named apart."""
        return [one for one in self.members if one.person.manages]

    @property
    def holders(self) -> list[Held]:
        """Workers, not managers, who hold a case under this team."""
        return [one for one in self.workers if one.here]

    @property
    def cases(self) -> int:
        """Cases held, managers' left out."""
        return sum(one.here for one in self.holders)

    @property
    def by_managers(self) -> int:
        """Children held by a manager."""
        return sum(one.here for one in self.managers)

    @property
    def by_absent(self) -> int:
        """Cases held by somebody who is away."""
        return sum(one.here for one in self.holders if one.person.absent)

    @property
    def over(self) -> list[Held]:
        """Workers over their own target, by children."""
        return [one for one in self.holders if one.over]

    @property
    def over_by_load(self) -> list[Held]:
        """The same by weighted load, which decides nothing."""
        return [one for one in self.holders if one.over_by_load]

    @property
    def hours(self) -> float:
        """The workers' hours together, in full-time equivalents; hours not recorded are in none."""
        return sum(one.person.fte or 0 for one in self.workers)

    @property
    def visits(self) -> int:
        """Visits due in 28 days, and those late."""
        return sum(one.visits for one in self.members)

    @property
    def late(self) -> int:
        """Children for whom something is late."""
        return len({row.child_id for row in self.rows if row.due_on and row.due_on < self.today})

    def lead(self, looks: int | None = None) -> list[str]:
        """The first sentence, which is bold, and the others; `looks` are active children who need a look."""
        waits = len({row.child_id for row in self.waiting})
        longest = max((working_days_between(row.since, self.today) for row in self.waiting), default=0)
        first = f"{capital(things(waits, 'child', 'children'))} {does(waits, 'is', 'are')} waiting for a worker"
        for_long = f", the longest for {_counted(longest, 'working day')}" if waits and longest else ""
        return [f"{first}{for_long}.", self._room(), self._looks(looks)]

    def overload(self) -> str:
        """Both ways of counting who is over, for they differ: "Four of nine are over by weighted load; three …"."""
        of = number(len(self.holders))
        if not self.holders:
            return "No worker holds a case here."
        by_load, by_children = len(self.over_by_load), len(self.over)
        are = does(by_load, "is", "are")
        return (
            f"{capital(number(by_load))} of {of} {are} over by weighted load; {number(by_children)} of {of} by number "
            "of children."
        )

    def average(self) -> str:
        """Both means, by children and by weighted load, with the children they leave out."""
        if not self.holders:
            return "No worker holds a case here."
        mean = one_decimal(self.cases / len(self.holders))
        load = one_decimal(sum(one.load for one in self.holders) / len(self.holders))
        waits = len({row.child_id for row in self.waiting})
        workers = "worker holds" if len(self.holders) == 1 else "workers hold"
        return (
            f"{capital(number(len(self.holders)))} {workers} {mean} cases of this team each on average, and a weighted "
            f"load of {load} in any team, beside {things(waits, 'child', 'children')} waiting, "
            f"{number(self.by_managers)} held by a manager and {number(self.by_absent)} held by someone absent."
        )

    def _room(self) -> str:
        """What the team as a whole could still take, and who is over all the same."""
        if not self.workers:
            return "No worker who could hold a case is a member."
        room = sum(one.target for one in self.workers) - sum(one.cases for one in self.workers)
        whole = (
            f"The team as a whole has room for {int(room + A_HAIR)}"
            if room + A_HAIR >= 1
            else f"The team as a whole is {one_decimal(-room)} over target"
            if room < -A_HAIR
            else "The team as a whole is full"
        )
        over = len(self.over)
        if not self.holders:
            return f"{whole}, and no worker holds a case here."
        but = "but" if room + A_HAIR >= 1 and over else "and"
        return (
            f"{whole}, {but} {number(over)} of {number(len(self.holders))} who hold cases here "
            f"{does(over, 'is', 'are')} over target."
        )

    def _looks(self, looks: int | None) -> str:
        if looks is None:
            return ""
        if not looks:
            return "Of the children already allocated, nothing recorded is late or silent."
        return f"{capital(things(looks, 'child', 'children'))} already allocated {does(looks, 'needs', 'need')} a look."


def board_of(team: Team, *, today: date, whole: bool) -> Board:
    """This function will return the team on the day: five queries, or eight for its members' `whole` loads."""
    rows = rows_of(team_id=team.pk, lead_only=True, today=today)
    members = members_of(team.pk, today=today).values_list("worker_id", flat=True)
    persons = people({*members, *_holders(rows)}, today=today)
    standards = targets(today=today)
    held = loads_of(persons, team_id=team.pk, standards=standards, today=today, whole=whole)
    return Board(team=team, rows=tuple(rows), members=tuple(held), standards=standards, today=today)


def _holders(rows: Sequence[Row]) -> set[str]:
    return {row.worker_id for row in rows if row.worker_id}


def _counted(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"
