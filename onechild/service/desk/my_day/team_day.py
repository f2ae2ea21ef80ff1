"""What a manager is shown first: what is theirs to do, and what is late in their teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.service.access.roles import BY_ROLE
from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Beside, children_of, groups_of, line
from onechild.service.desk.listing import rows_of
from onechild.service.desk.my_day.lines import end_of_next_week
from onechild.service.govuk.parts import Duty
from onechild.service.record.models import Team
from onechild.service.record.queries.caseload import around
from onechild.service.record.queries.due import Group, due_for
from onechild.service.record.queries.lateness import reasons_of
from onechild.service.record.queries.names import worker_names

MOST = 15  # the rest stand on the team's page


@dataclass(frozen=True, kw_only=True)
class TeamDay:
    """A manager's teams today. `owed` are the manager's own duties; `late` the latest of the team's."""

    teams: tuple[tuple[str, str], ...]
    waiting: int
    owed: tuple[Duty, ...]
    late: tuple[Duty, ...]
    late_in_all: int
    shown: frozenset[str]


def manages(viewer: Viewer) -> bool:
    """Whether a role of the viewer's answers for a team."""
    return any(BY_ROLE[held.role].manages for held in viewer.roles if held.role in BY_ROLE) and bool(viewer.team_ids)


def team_day(viewer: Viewer, *, today: date) -> TeamDay:
    """This function will return the day of a manager's teams, in nine queries and one more for each team."""
    rows = [row for team_id in viewer.team_ids for row in rows_of(team_id=team_id, lead_only=True, today=today)]
    until = end_of_next_week(today)
    dues = due_for({row.child_id for row in rows if row.due_on and row.due_on <= until}, today=today, until=until)
    told = [due for due in dues if (due.late and due.owner != "front_door") or due.owner == "manager"]
    children = children_of({due.child_id for due in told}, today=today)
    groups = groups_of(told, children)
    owed = [group for group in groups if group.first.owner == "manager"][:MOST]
    late = [group for group in groups if group.first.owner != "manager" and group.first.late]
    shown = [*owed, *late[:MOST]]
    beside = Beside(may_plan=False, reasons=reasons_of({child_id for group in shown for child_id in group.child_ids}))
    parts = around([child_id for group in shown for child_id in group.child_ids], today=today)
    names = worker_names(one.worker_id for held in parts.values() for one in held)

    def drawn(group: Group) -> Duty:
        own = group.first.owner == "manager"
        return line(group, children, viewer=viewer, around={} if own else parts, names=names, beside=beside)

    return TeamDay(
        teams=tuple(Team.objects.filter(pk__in=viewer.team_ids).order_by("name").values_list("team_id", "name")),
        waiting=len({row.child_id for row in rows if not row.worker_id}),
        owed=tuple(drawn(group) for group in owed),
        late=tuple(drawn(group) for group in late[:MOST]),
        late_in_all=len(late),
        shown=frozenset(child_id for group in shown for child_id in group.child_ids),
    )
