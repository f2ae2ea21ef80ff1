"""Puts contacts on the board of a demonstration, at every stage, from hours ago until just now; all of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onechild.knowledge.clocks.journey.front_door import NOT_PROFESSIONAL
from onechild.knowledge.workdays import working_day_after
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import RoleHeld, User
from onechild.service.journeys.front_door.deciding.actions import deciding, moving, screening
from onechild.service.journeys.front_door.deciding.actions.deciding import Terms, Verdict
from onechild.service.journeys.front_door.taking_in.actions.duty import hold
from onechild.service.journeys.front_door.taking_in.actions.linking import link
from onechild.service.journeys.front_door.team import hands
from onechild.service.journeys.front_door.times import times_here
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Intake, IntakeChild, Referral
from onechild.service.record.queries.names import Head, growing_up, heads
from onechild.service.record.queries.people import brothers_and_sisters

HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Story:
    """A contact: how far it is, how many hours ago it came, from whom, and what was said; `known`: it is linked."""

    stage: str
    hours: float
    source: str
    who: str
    words: str
    priority: str | None = None
    known: bool = True
    needed: str = ""
    suggested: str = ""


STORIES = (
    Story(
        stage="contact",
        hours=4.8,
        source="6",
        who="Hatterton Police",
        priority="red",
        words="Called to the home at 2am; father arrested. The children were awake. Mother expects a baby in March.",
    ),
    Story(
        stage="contact",
        hours=2,
        source="2A",
        who="Hatterton High School",
        priority="amber",
        words="Says he will not go home tonight, and does not say why.",
        needed="school closes and he will not go home",
    ),
    Story(
        stage="contact",
        hours=1,
        source="3B",
        who="Health visiting",
        known=False,
        words="Missed two appointments; the family has moved and gave no new address.",
    ),
    Story(
        stage="initial",
        hours=3.2,
        source="3E",
        who="Hatterton General",
        priority="red",
        words="Overdose, medically fit; the ward asks whether she can go home.",
    ),
    Story(
        stage="initial",
        hours=5,
        source="3A",
        who="Mill Lane Surgery",
        priority="amber",
        words="Mother unwell, father works away; the eldest looks after the others.",
    ),
    Story(
        stage="screening",
        hours=6,
        source="2A",
        who="St Bride’s Primary",
        priority="amber",
        words="Marks on his arm, and two accounts of how they came.",
    ),
    Story(
        stage="screening",
        hours=3,
        source="1A",
        who="",
        priority="green",
        words="A grandmother worries about meals and bedtimes.",
    ),
    Story(
        stage="final",
        hours=7,
        source="7",
        who="Youth justice",
        priority="amber",
        words="Found with a knife; older friends from outside Hatterton.",
        suggested="referral",
    ),
    Story(
        stage="final",
        hours=7.5,
        source="8",
        who="Poppy Nursery",
        priority="green",
        words="Speech is behind, and he is often collected late.",
        suggested="early_help",
    ),
)


def fill_board(*, today: date, now: datetime) -> None:
    """Put contacts on the board; nothing where there is one already, or nobody to work on them."""
    decider, screener = _user("front_door"), _user("triage_officer")
    if decider is None or Intake.every.exists():
        return
    _hold_out_of_hours(decider, today, now)
    families = _families(today)
    for number, story in enumerate(STORIES):
        family = families[number % len(families)] if families else []
        with as_viewer(decider, now=now):
            _tell(story, number, family, now, decider, screener or decider)


def _hold_out_of_hours(decider: User, today: date, now: datetime) -> None:
    """Somebody of the front door holds it by name until it opens on the next working day."""
    team, opening = hands(today=today), times_here(today).opening
    if not team:
        return
    closed = opening.closing(today)
    opens = opening.closing(working_day_after(today, 1)) - opening.day
    hold(
        worker_id=team[-1].worker_id,
        name=team[-1].name,
        phone="01632 960555",
        starts_at=min(closed, now),
        ends_at=opens,
        by=decider,
        now=now,
    )


def _tell(story: Story, number: int, family: list[Head], now: datetime, decider: User, screener: User) -> None:
    at = now - timedelta(hours=story.hours)
    with change_set(by=decider, kind="edit", words="A contact of the demonstration"):
        intake = Intake.objects.create(
            acknowledgement=f"HF-DEMO-{number + 1:04}",
            received_at=at,
            channel="telephone",
            professional=story.source not in NOT_PROFESSIONAL,
            source_kind=story.source,
            organisation=story.who,
            words=story.words,
            family_told="no",
            priority=story.priority,
            needed_before=now + 2 * HOUR if story.needed else None,
            needed_before_words=story.needed,
            recorded_on=at.date(),
        )
        rows = [
            IntakeChild.objects.create(
                intake=intake, number=place, forename=one.forename, surname=one.surname, born_on=one.born_on
            )
            for place, one in enumerate(family, start=1)
        ]
    if not story.known or not rows:
        return
    known = {child.pk: child for child in Child.objects.filter(pk__in=[one.child_id for one in family])}
    for row, one in zip(rows, family, strict=True):
        link(intake_child=row, child=known[one.child_id], worker_id=screener.worker_id, by=screener, now=at)
    if story.stage == "contact":
        return
    moving.send(intake=intake, worker_id=screener.worker_id, by=screener, now=at + HOUR / 2)
    if story.stage != "initial":
        _screen(story, intake, rows, at, decider, screener)
    elif decider.worker_id:
        moving.take(intake=intake, worker_id=decider.worker_id, by=decider, now=at + HOUR)


def _screen(story: Story, intake: Intake, rows: list[IntakeChild], at: datetime, decider: User, screener: User) -> None:
    verdict = Verdict(outcome="screening", reason="The partners are to be asked what they know.")
    deciding.decide(
        intake=intake,
        verdicts={row.pk: verdict for row in rows},
        terms=Terms(category="neglect", seen=["What was told"]),
        seen_version=Intake.objects.get(pk=intake.pk).edit_version,
        worker_id=decider.worker_id,
        by=decider,
        now=at + HOUR,
    )
    asked = {
        "intake": intake,
        "agency_words": "",
        "ground": "risk_of_harm",
        "words": "",
        "worker_id": screener.worker_id,
    }
    why = "Asking the family first could put a child at risk."
    for agency in ("police", "health"):
        check = screening.ask(agency=agency, ground_words=why, by=screener, now=at + 1.5 * HOUR, **asked)  # type: ignore[arg-type]
        if agency == "police" or story.stage == "final":
            screening.answer(
                check=check,
                who="The partner’s own desk",
                nothing_known=agency == "police",
                words="" if agency == "police" else "Seen in August; nothing of note.",
                seen_version=check.edit_version or 1,
                by=screener,
                now=at + 2 * HOUR,
            )
    if story.stage == "final":
        words = "The checks and the history point to this."
        screening.suggest(
            intake=intake,
            outcome=story.suggested,
            words=words,
            worker_id=screener.worker_id,
            by=screener,
            now=at + 3 * HOUR,
        )


def _families(today: date) -> list[list[Head]]:
    """Families whose work ended in the year past: brothers and sisters together, as many as there are stories."""
    recent = Referral.objects.filter(ended_on__lte=today, ended_on__gt=today - timedelta(days=365))
    open_now = Referral.objects.filter(ended_on__isnull=True).values("child_id")
    ids = recent.exclude(child_id__in=open_now).filter(child__restricted=None).order_by("child_id")
    found: list[list[Head]] = []
    taken: set[str] = set()
    for child_id in ids.values_list("child_id", flat=True).distinct()[:200]:
        if child_id in taken or len(found) == len(STORIES):
            continue
        named = heads({child_id, *brothers_and_sisters(child_id, today=today)}, today=today)
        family = [one for one in named.values() if growing_up(one, today) and not one.restricted][:3]
        taken.update(named)
        if family:
            found.append(family)
    return found


def _user(role: str) -> User | None:
    held = RoleHeld.objects.filter(role=role, user__is_active=True).order_by("pk").select_related("user").first()
    return held.user if held else None
