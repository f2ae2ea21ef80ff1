"""A police contact about three brothers and sisters at ten to five on a Friday, taken on by everybody whose work it is.

Each step asks for a page, fills its form as somebody would, and sends it. Nothing is written any other way but who
holds the case, which a later part of OneChild gives its own pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.test import Client
from django.urls import reverse

from onechild.service.access.models import User
from onechild.service.record.actions import allocations
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Assessment,
    Child,
    ChildProtectionPlan,
    ConferenceArrangement,
    Intake,
    IntakeAdult,
    IntakeChild,
    Obligation,
    Section47Enquiry,
    StrategyNote,
    Team,
    TeamMembership,
    Worker,
    WorkerName,
)
from tests.service.filling import fill
from tests.service.people import a_worker, make_user

TEAM = "TASM"
CHILDREN = (("Kofi", 2015, "M"), ("Ama", 2019, "F"), ("Esi", 2024, "F"))
FRIDAY, CONFERENCE, CORE_GROUP = date(2026, 2, 13), date(2026, 3, 5), date(2026, 3, 18)
REVIEW, SECOND_REVIEW, DOWN = date(2026, 6, 3), date(2026, 11, 11), date(2026, 11, 13)
PLAN = {
    "worry": "They are hurt or frightened when their father is angry.",
    "outcome": "They are safe at home.",
    "known_by": "No incident for six months.",
    "action": "The father lives elsewhere.",
    "owner": "Yaw Brightwater, father",
    "due_on": date(2026, 3, 12),
    "contingency": "Legal advice at once.",
    "core_group_on": CORE_GROUP,
    "next_on": REVIEW,
}
Clock = Callable[[str], datetime]
Acting = Callable[[User], Client]


@dataclass(frozen=True)
class People:
    """Everybody who has a part in it."""

    triage: User
    decider: User
    worker: User
    manager: User
    chair: User


Check = Callable[[Child], None]


def whole(
    client: Client,
    clock: Clock,
    acting: Acting,
    *,
    after_the_door: Check = lambda child: None,
    after_the_conference: Check = lambda child: None,
) -> list[Child]:
    """All of it, in its order; the three children. The two checks are asked of one of them on the way."""
    people = everybody()
    intake = told(client, clock)
    children = taken_in(intake, people, acting, clock)
    decided(intake, people, acting, clock)
    after_the_door(children[2])
    discussed(children, people, acting, clock)
    visited(children, people, acting, clock, at="2026-02-14 11:30", purpose="section_47")
    assessment_begun(children, people, acting, clock)
    enquired(children, people, acting, clock)
    first = _each(decided="plan", category="EMO", reason="Likely to be harmed again.", participation="PN5")
    conferred(children, people, acting, clock, kind="initial", on=CONFERENCE, answers={**PLAN, **first})
    after_the_conference(children[1])
    assessed(children, people, acting, clock)
    core_group(children, people, acting, clock)
    visited(children, people, acting, clock, at="2026-03-26 16:00", purpose="child_protection")
    later = {"contingency": "The same.", "core_group_on": date(2026, 6, 24), "next_on": SECOND_REVIEW}
    goes_on = _each(decided="continue", category="EMO", reason="Better, and not yet steady.", participation="PN5")
    conferred(children, people, acting, clock, kind="review", on=REVIEW, answers={**later, **goes_on})
    ends = _each(decided="end", reason="Safe since March.", participation="PN5")
    conferred(children, people, acting, clock, kind="review", on=SECOND_REVIEW, answers=ends)
    stepped_down(children, people, acting, clock)
    return children


def _each(**answers: str) -> dict[str, object]:
    return {f"{name}_{place}": value for name, value in answers.items() for place in range(3)}


def everybody() -> People:
    """A team of the little council with a worker and a manager, the front door, and a chair outside the team."""
    with change_set(by="a test", kind="edit", words="a chair"):
        reviewing = Team.objects.create(name="Conference chairs", team_kind="reviewing")
        chair = Worker.objects.create(registered=True)
        WorkerName.objects.create(worker_id=chair.pk, name="Ines Duarte")
        TeamMembership.objects.create(
            worker_id=chair.pk, team_id=reviewing.pk, role="reviewing_officer", started_on=date(2020, 1, 1)
        )
    return People(
        triage=make_user("triage_officer", worker_id=a_worker(TEAM)),
        decider=make_user("front_door", worker_id=a_worker(TEAM)),
        worker=make_user("social_worker", worker_id=a_worker(TEAM), team_id=TEAM),
        manager=make_user("team_manager", worker_id=a_worker(TEAM, "team_manager"), team_id=TEAM),
        chair=make_user("conference_chair", worker_id=str(chair.pk)),
    )


def told(client: Client, clock: Clock) -> Intake:
    """The police fill in the partner's form at 4.50pm on a Friday, signed in nowhere."""
    clock("2026-02-13 16:50")
    family = {"children": str(len(CHILDREN))}
    for place, (forename, year, sex) in enumerate(CHILDREN):
        family |= {
            f"child_forename_{place}": forename,
            f"child_surname_{place}": "Brightwater",
            f"child_sex_{place}": sex,
            f"child_address_{place}": "4 Zigzag Lane",
            f"child_postcode_{place}": "HT1 4ZZ",
            f"child_born_on_{place}_day": "3",
            f"child_born_on_{place}_month": "5",
            f"child_born_on_{place}_year": str(year),
        }
    fill(
        client, reverse("partner-form"), danger="no", source_kind="6", referrer_name="PC Lane",
        referrer_role="Police officer", organisation="Hatterton police", referrer_phone="0100",
        words="Called at 2am. Father arrested after he hit the mother in front of the three children.",
        family_told="yes", needed="no", sensitive="none", more=family,
        adult_name_0="Yaw Brightwater", adult_relation_0="father", adult_same_household_0="yes", adult_worry_0="yes",
    )  # fmt: skip
    return Intake.objects.get()


def taken_in(intake: Intake, people: People, acting: Acting, clock: Clock) -> list[Child]:
    """The triage officer makes the records, says who is who, and calls it red."""
    client = acting(people.triage)
    clock("2026-02-13 16:53")
    client.post(reverse("contact-take", args=[intake.pk]))
    for row in IntakeChild.objects.order_by("number"):
        client.post(reverse("contact-make", args=[intake.pk, row.pk]))
    client.post(reverse("contact-siblings", args=[intake.pk]))
    adult = reverse("contact-adult", args=[intake.pk, IntakeAdult.objects.get().pk])
    fill(client, adult, who="new", relation="father", same_household="yes")
    urgency = {"urgent": "yes", "urgent_words": "The father is bailed at nine tonight.", "priority": "red"}
    fill(client, reverse("contact-urgency", args=[intake.pk]), **urgency)
    client.post(reverse("contact-send", args=[intake.pk]))
    children = [row.child for row in IntakeChild.objects.select_related("child").order_by("number") if row.child]
    assert len(children) == len(CHILDREN)
    return children


def decided(intake: Intake, people: People, acting: Acting, clock: Clock) -> None:
    """Somebody else decides, with what was used and why, and tells the police."""
    client = acting(people.decider)
    clock("2026-02-13 17:20")
    fill(
        client, reverse("contact-decide", args=[intake.pk]), seen=["told", "history-0", "history-1", "history-2"],
        outcome="section_47", reason="Three children saw their mother hurt; the father is back tonight.",
        category="domestic_abuse", team=TEAM, primary_need="N5", direction="See each child alone.",
        direction_due=date(2026, 2, 16),
    )  # fmt: skip
    fill(client, reverse("contact-tell", args=[intake.pk]), how="telephone", words="A strategy discussion is held.")


def discussed(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """The manager holds the strategy discussion at six, and gives the case to a worker."""
    client = acting(people.manager)
    clock("2026-02-13 18:05")
    note = StrategyNote.objects.get(child=children[0])
    each = {f"decided_{place}": "joint" for place in range(3)} | {
        f"safety_{place}": "Father bailed away from home." for place in range(3)
    }
    fill(
        client, reverse("strategy", args=[children[0].la_child_id, note.discussion_id]), held_on=FRIDAY, held_at="6pm",
        chaired_by_name="The team manager", there_social_care="Team manager", there_police="DS Reed",
        there_health="Nurse on call", shared="Police: two calls this year.", risk="Physical harm from the father.",
        reason="Likely significant harm.", **each,
    )  # fmt: skip
    for child in children:
        allocations.end_lead(child=child, on=FRIDAY, by=people.manager, today=FRIDAY)
        allocations.start_lead(
            child=child, worker_id=people.worker.worker_id, team_id=TEAM, on=FRIDAY, by=people.manager, today=FRIDAY
        )


def visited(
    children: list[Child],
    people: People,
    acting: Acting,
    clock: Clock,
    *,
    at: str,
    purpose: str,
    next_day: str = "none",
) -> None:
    """One form for all three, each seen alone, each in their own words."""
    client = acting(people.worker)
    today = clock(at).date()
    each: dict[str, str] = {}
    for place in range(3):
        each |= {f"seen_{place}": "alone", f"bedroom_{place}": "yes", f"said_{place}": "I like it when it is quiet."}
    fill(
        client, reverse("visit-new", args=[children[0].la_child_id]), day=today.isoformat(), purpose=purpose,
        aim="How each child is, and whether the safety plan holds.", place="home",
        words="All were well and talked freely.", next_day=next_day, **each,
    )  # fmt: skip


def enquired(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """The worker writes each enquiry; the manager approves it."""
    for child in children:
        row = Section47Enquiry.objects.get(child=child)
        write = reverse("enquiry-write", args=[child.la_child_id, row.pk])
        clock("2026-02-24 10:00")
        fill(
            acting(people.worker), write, findings="Two assaults on the mother, seen by all three.",
            childs_voice="I hide with Ama.", analysis="Likely to be harmed again.", concluded="continuing_risk",
            reason="The father is coming back.", more={"send": "yes"},
        )  # fmt: skip
        clock("2026-02-25 10:00")
        answer = reverse("enquiry-answer", args=[child.la_child_id, row.pk])
        fill(acting(people.manager), answer, answer="approve", reason="I agree with the analysis.")


def assessment_begun(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """The first child's assessment is started on the Monday."""
    child = children[0]
    clock("2026-02-16 09:30")
    client = acting(people.worker)
    fill(
        client, reverse("assessment-new", args=[child.la_child_id]), kind="child_and_family",
        started_on=date(2026, 2, 16), why="The police contact of Friday.",
    )  # fmt: skip


def assessed(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """It is written part by part, with the history answered, and authorised by the manager."""
    child = children[0]
    row = Assessment.objects.get(child=child)
    where = [child.la_child_id, row.pk]
    clock("2026-03-10 09:30")
    client = acting(people.worker)
    parts: dict[str, dict[str, str | list[str]]] = {
        "voice": {"childs_voice": "I want it to be quiet at night."},
        "family": {"family_views": "Mum wants help.", "partner_views": "School is worried."},
        "needs": {"development": "Well grown.", "parenting": "Warm, tired.", "environment": "A tidy flat."},
        "weighing": {"strengths": "Grandma.", "worries": "Nights."},
        "factors": {"factors": ["3B"]},
        "analysis": {"analysis": "Nights are frightening."},
        "outcome": {
            "outcome": "child_protection_plan",
            "outcome_words": "The conference made a plan.",
            "next_steps": "The plan.",
        },
    }
    for key, typed in parts.items():
        fill(client, reverse("assessment-part", args=[*where, key]), **typed)
    history = reverse("assessment-history", args=where)
    for asked, _, _ in client.get(history).context["asked"]:
        fill(client, reverse("assessment-pattern", args=[*where, asked.pattern.key]), means_now="It weighs on him now.")
    fill(client, reverse("assessment-submit", args=where))
    clock("2026-03-12 09:30")
    fill(
        acting(people.manager), reverse("assessment-decide", args=where), decision="authorise", needs_support="yes",
        options="A child in need plan.", reason="A child in need plan would not hold.",
    )  # fmt: skip


def conferred(
    children: list[Child],
    people: People,
    acting: Acting,
    clock: Clock,
    *,
    kind: str,
    on: date,
    answers: dict[str, object],
) -> None:
    """A conference about all three: arranged, the school asked, the report shared, held, decided, sent."""
    first, before = children[0].la_child_id, on.toordinal()
    clock(f"{date.fromordinal(before - 7)} 09:00")
    client = acting(people.worker)
    fill(
        client, reverse("conference-new", args=[first]), kind=kind, others=[one.la_child_id for one in children[1:]],
        planned_on=on, planned_at="10am", place="Meeting room 2", chair=people.chair.worker_id or "",
        why="The children’s safety.",
    )  # fmt: skip
    row = ConferenceArrangement.objects.get(child=children[0], conference_kind=kind, conference=None)
    where = [first, row.pk]
    school = {"name": "Ms Ahmed", "part": "education", "agency": "Hollin Primary", "asked": "yes", "how": "email"}
    fill(client, reverse("conference-ask", args=where), **school)
    fill(client, reverse("conference-report", args=where), report="What happened.", childs_part="Through an advocate.")
    clock(f"{date.fromordinal(before - 2)} 09:00")
    fill(acting(people.worker), reverse("conference-shared", args=where), shared_on=date.fromordinal(before - 2))
    clock(f"{on} 13:00")
    client = acting(people.chair)
    fill(client, reverse("conference-attendance", args=where), came_0="yes", views_0="They are tired.", agrees_0="yes")
    common = {"held_on": on, "quorate": "yes", "summary": "All shared what they know."}
    fill(client, reverse("conference-decide", args=where), **common, **answers)  # type: ignore[arg-type]
    clock(f"{date.fromordinal(before + 1)} 09:00")
    sent = {"sent_on": date.fromordinal(before + 1), "how": "By post, and by secure e-mail to the school."}
    fill(acting(people.worker), reverse("conference-sent", args=where), **sent)  # type: ignore[arg-type]


def core_group(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """The first core group, for all three."""
    plan = ChildProtectionPlan.objects.get(child=children[0])
    clock(f"{CORE_GROUP} 15:00")
    each = {f"progress_{place}": "School every day." for place in range(3)} | {"was_1": "yes", "was_2": "yes"}
    fill(
        acting(people.worker), reverse("core-group-new", args=[children[0].la_child_id, plan.pk]), held_on=CORE_GROUP,
        quorate="yes", words="The safety plan holds.", next_on=date(2026, 4, 15), **each,
    )  # fmt: skip


def stepped_down(children: list[Child], people: People, acting: Acting, clock: Clock) -> None:
    """Nine months later: a manager steps all three down under a named worker, with what is unmet carried over."""
    clock(f"{DOWN} 11:00")
    address = reverse("step-down", args=[children[0].la_child_id])
    client = acting(people.manager)
    each: dict[str, str] = {"too_1": "True", "too_2": "True"}
    for place in range(3):
        each |= {
            f"becomes_{place}_0": "carried",
            f"voice_{place}": "I still want you to come.",
            f"explanation_{place}": "You are safer now, so fewer people meet about you.",
        }
    fill(
        client, address, to="need", on=DOWN, worker=people.worker.worker_id or "", visit_every_days="14",
        first_visit_by=date(2026, 11, 20), first_review_by=date(2026, 12, 11),
        if_worse="Ring the worker; a strategy discussion the same day.", reason="Eight months without an incident.",
        seen="The review conference, the last visits.", **each,
    )  # fmt: skip


def duties(child: Child, *clocks: str) -> dict[str, list[tuple[date | None, date | None]]]:
    """When each of these duties of a child was due and met, the earliest first."""
    rows = Obligation.objects.filter(child=child, clock__in=clocks).order_by("clock", "due_on")
    found: dict[str, list[tuple[date | None, date | None]]] = {}
    for name, due, met in rows.values_list("clock", "due_on", "met_on"):
        found.setdefault(name, []).append((due, met))
    return found
