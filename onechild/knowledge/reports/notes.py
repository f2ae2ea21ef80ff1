"""What the words of the report mean, and what a reader must know before believing a figure."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.reports.figures import NOW, Caseload
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.visits import Visits
from onechild.knowledge.reports.words import full_date, listed
from onechild.knowledge.tables.extract import About


def definitions(*, target: float, earlier_target: float, share: float, asked: bool) -> tuple[tuple[str, str], ...]:
    """Terms and their meanings, in the order a reader meets them."""
    return (
        (
            "Case",
            "One child, held by one lead worker. Brothers and sisters count one by one. A co-worker holds no case.",
        ),
        (
            "Worker",
            "Anybody but a manager who holds a case: social workers and personal advisers, agency included.",
        ),
        ("Full-time workers", "Those workers added up by their hours. Two half-time workers make one."),
        ("Target", _target(target, earlier_target, share, asked)),
        ("Over target", "A worker with more cases than their own target on the day."),
        (
            "Waiting",
            "Children on a team's waiting list, and children with open work whom no team or worker has.",
        ),
        ("Absent", "Away sick, on parental leave or otherwise; annual leave and training are not counted."),
    )


def invented_words(about: About) -> str:
    """What a page must say where the council is invented; nothing where it is not."""
    if not about.invented:
        return ""
    name = about.council_name or "This"
    return (
        f"{name} is an invented council. No child or worker here is real. Its rates are calibrated on a real council's "
        "published figures."
    )


def notes(found: Caseload, visits: Visits, *, about: About, as_at: date, saying: Saying) -> tuple[str, ...]:
    """What the figures leave out or cannot tell, each in a sentence or two."""
    said = [_outside(found, saying), _unknown_hours(found, saying), _known(about, as_at)]
    if visits.why_none:
        said.append(f"Visits: {visits.why_none}.")
    return tuple(words for words in said if words)


def _target(target: float, earlier: float, share: float, asked: bool) -> str:
    words = f"No more than {target:g} cases for a full-time worker, less for part-time"
    if share < 1:
        words += f", and {share:.0%} of that in the first year after qualifying"
    if earlier != target:
        words += f"; it was {earlier:g} on the earlier day"
    origin = "Asked for in this report" if asked else "A local standard"
    return f"{words}. {origin}. No law sets it."


def _outside(found: Caseload, saying: Saying) -> str:
    """Cases of workers in teams that are not compared, so that none is out of sight."""
    council, teams = found.council[NOW], found.together[NOW]
    cases = council.cases - teams.cases
    waiting = council.unallocated - teams.unallocated
    if not cases and not waiting:
        return ""
    return (
        f"Outside these teams at {saying.now}: {saying.things(cases, 'case', 'cases')} held in other teams or under no "
        f"team, and {saying.things(waiting, 'child', 'children')} waiting. They are in no average here."
    )


def _unknown_hours(found: Caseload, saying: Saying) -> str:
    unknown = [team.team for team in found.teams if team.now.fte is None]
    if not unknown:
        return ""
    return f"Hours are not recorded for every worker of {listed(unknown)}, so no figure per full-time worker is given."


def _known(about: About, as_at: date) -> str:
    if about.known_at is None:
        return "The day at which these facts were known is not recorded, so later corrections can't be told apart."
    known = f"Counted from what was recorded by {full_date(about.known_at)}"
    if about.known_at < as_at:
        return f"{known}, before the day of this report: what happened since is missing."
    return f"{known}, both days alike; a visit written up later counts on the day it was made."
