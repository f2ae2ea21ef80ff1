"""A team on a day: its counts and sentences. An average never stands without the children it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.reports.words import capital, does, number, one_decimal, things
from onechild.knowledge.workdays import working_days_between
from onechild.service.desk.listing import Row, rows_of
from onechild.service.record.models import Team
from onechild.service.record.queries.workforce import Targets, members_of, people, targets
from onechild.service.record.queries.workload.loads import Held, loads_of


@dataclass(frozen=True, kw_only=True)
class Board:
    """What the team's page says, before the tab that is open."""

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
    def holders(self) -> list[Held]:
        """Workers, not managers, who hold a case under this team."""
        return [one for one in self.members if one.here and not one.person.manages]

    @property
    def cases(self) -> int:
        """Cases held, managers' left out."""
        return sum(one.here for one in self.holders)

    @property
    def by_managers(self) -> int:
        """Children held by a manager."""
        return sum(one.here for one in self.members if one.person.manages)

    @property
    def by_absent(self) -> int:
        """Cases held by somebody who is away."""
        return sum(one.here for one in self.holders if one.person.absent)

    @property
    def over(self) -> list[Held]:
        """Workers over their own target, by children."""
        return [one for one in self.holders if one.over]

    @property
    def late(self) -> int:
        """Children for whom something is late."""
        return len({row.child_id for row in self.rows if row.due_on and row.due_on < self.today})

    def lead(self) -> list[str]:
        """The first sentence, which is bold, and the others."""
        waits = len({row.child_id for row in self.waiting})
        longest = max((working_days_between(row.since, self.today) for row in self.waiting), default=0)
        first = f"{capital(things(waits, 'child', 'children'))} {does(waits, 'is', 'are')} waiting for a worker"
        for_long = f", the longest for {_counted(longest, 'working day')}" if waits and longest else ""
        return [f"{first}{for_long}.", self._late_sentence(), self._average()]

    def _late_sentence(self) -> str:
        said = (
            f"Something is late for {things(self.late, 'child', 'children')}"
            if self.late
            else "Nothing recorded is late"
        )
        return f"{said}; {len(self.over)} of {len(self.holders)} workers who hold cases are over target."

    def _average(self) -> str:
        if not self.holders:
            return "No worker holds a case here."
        mean = one_decimal(self.cases / len(self.holders))
        waits = len({row.child_id for row in self.waiting})
        workers = "worker holds" if len(self.holders) == 1 else "workers hold"
        return (
            f"{capital(number(len(self.holders)))} {workers} {mean} cases each on average, beside "
            f"{things(waits, 'child', 'children')} waiting, {number(self.by_managers)} held by a manager and "
            f"{number(self.by_absent)} held by someone absent."
        )


def board_of(team: Team, *, today: date, whole: bool) -> Board:
    """This function will return the team on the day: five queries, or six for its members' `whole` loads."""
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
