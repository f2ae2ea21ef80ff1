"""Education, health and care plans: requests, plans, their reviews and moves between phases, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, until_first
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

WITHDRAWN, REFUSED, NOT_YET = ("W", "H"), ("N",), "A"
# A move between phases of education: the years after the school year of birth, and the day of regulation 18(1).
MOVES = (("school", 4, "-02-15"), ("secondary", 11, "-02-15"), ("post_16", 16, "-03-31"))
SEPTEMBER = 9


def education_plan_request(journey: Journey) -> ir.Table:
    """From a request for an assessment; ended where it was withdrawn, and as far as deciding whether to assess goes."""
    dated = journey.table("ehc_requests").filter(_undecided(_.outcome) | _.decided_on.notnull())
    rows = dated.mutate(until=ibis.ifelse(_.outcome.fill_null("").isin(WITHDRAWN), _.decided_on, ibis.null("date")))
    return spell(rows, "education_plan_request", key="ehc_request_id", starts="happened_on", ends="until")


def education_plan_request_to_assess(journey: Journey) -> ir.Table:
    """From a request; ended where it was withdrawn or an assessment or a plan refused; none with an exception."""
    rows = journey.table("ehc_requests").filter(
        ~_.exception_applies.fill_null(False),
        ~_stopped(_.outcome) | _.decided_on.notnull(),
        ~_stopped(_.assessment_outcome) | _.assessment_decided_on.notnull(),
    )
    ends = rows.mutate(
        refused=ibis.ifelse(_stopped(_.outcome), _.decided_on, FAR),
        without=ibis.ifelse(_stopped(_.assessment_outcome), _.assessment_decided_on, FAR),
    )
    until = ends.mutate(until=ibis.least(_.refused, _.without).nullif(FAR))
    return spell(until, "education_plan_request_to_assess", key="ehc_request_id", starts="happened_on", ends="until")


def education_plan_request_decided(journey: Journey) -> ir.Table:
    """It was decided whether to assess."""
    rows = journey.table("ehc_requests").filter(~_.outcome.fill_null("").isin([*WITHDRAWN, NOT_YET]))
    return event(rows, "education_plan_request_decided", key="ehc_request_id", on="decided_on", about="ehc_request_id")


def education_plan_decided(journey: Journey) -> ir.Table:
    """It was decided whether to make a plan."""
    rows = journey.table("ehc_requests").filter(~_.assessment_outcome.fill_null("").isin([*WITHDRAWN, NOT_YET]))
    return event(
        rows, "education_plan_decided", key="ehc_request_id", on="assessment_decided_on", about="ehc_request_id"
    )


def education_plan_made(journey: Journey) -> ir.Table:
    """A plan was made final."""
    rows = journey.table("ehc_plans")
    return event(rows, "education_plan_made", key="ehc_plan_id", on="started_on", about="ehc_request_id")


def education_plan_advice_asked(journey: Journey) -> ir.Table:
    """From the day social care advice was asked for to the decision on a plan, or to a plan."""
    asked = _steps(journey, "ehc_advice_requested")
    told = spell(asked.mutate(until=ibis.null("date")), "asked", key="step_id", starts="happened_on", ends="until")
    requests, plans = journey.table("ehc_requests"), journey.table("ehc_plans")
    # A decision is not known before the request that it is about.
    after = requests.mutate(
        without=ibis.greatest(_.assessment_decided_on, _.happened_on),
        refused=ibis.greatest(_.decided_on, _.happened_on),
    )
    decided = after.filter(_.assessment_decided_on.notnull())
    refused = after.filter(_stopped(_.outcome), _.decided_on.notnull())
    settled = ibis.union(
        event(decided, "settled", key="ehc_request_id", on="without"),
        event(refused, "settled", key="ehc_request_id", on="refused"),
        event(plans, "settled", key="ehc_plan_id", on="started_on"),
    )
    return until_first(told, settled, "education_plan_advice_asked")


def education_plan(journey: Journey) -> ir.Table:
    """A plan while it is maintained."""
    return spell(journey.table("ehc_plans"), "education_plan", key="ehc_plan_id")


def education_plan_reviewed(journey: Journey) -> ir.Table:
    """Annual review meetings: each step, and the latest that a source gives of a plan."""
    held = event(_steps(journey, "ehc_review_held"), "education_plan_reviewed", key="step_id")
    latest = event(
        journey.table("ehc_plans"),
        "education_plan_reviewed",
        key="ehc_plan_id",
        on="last_reviewed_on",
        about="ehc_plan_id",
    )
    return ibis.union(held, latest)


def after_review(journey: Journey) -> ir.Table:
    """From a review meeting, and from the notice of changes after one, to the next meeting or the end of a plan."""
    steps = {"ehc_review_held": "education_plan_review_met", "ehc_changes_proposed": "education_plan_changes_proposed"}
    rows = _steps(journey, *steps).mutate(until=ibis.null("date"))
    named = rows.step.cases(*steps.items())
    begun = spell(rows, named, key="step_id", starts="happened_on", ends="until")
    ended = ibis.union(
        event(_steps(journey, "ehc_review_held"), "ended", key="step_id"),
        event(journey.table("ehc_plans"), "ended", key="ehc_plan_id", on="ended_on"),
    )
    kinds = begun.select("subject_id", "spell_id", step_kind="kind")
    cut = until_first(begun, ended, "after_review").join(kinds, ["subject_id", "spell_id"])
    return cut.mutate(kind=_.step_kind).drop("step_kind")


def education_plan_transfer(journey: Journey) -> ir.Table:
    """The school year before each move between phases, while a plan is maintained that was made before its day.

    Moves are read from the day of birth: into school at 4, to secondary school at 11, on from it at 16.
    """
    born = journey.table("children").filter(_.born_on.notnull()).select("child_id", "born_on")
    plans = journey.table("ehc_plans").join(born, "child_id")
    school_year = plans.born_on.year() + ibis.ifelse(plans.born_on.month() >= SEPTEMBER, 1, 0)
    rows = plans.mutate(school_year=school_year)
    return ibis.union(*(_transfer(rows, move, years, day) for move, years, day in MOVES))


def education_plan_transfer_reviewed(journey: Journey) -> ir.Table:
    """A plan was reviewed before a move; whichever plan it is said of, it meets the move that is coming."""
    return event(_steps(journey, "ehc_transfer_reviewed"), "education_plan_transfer_reviewed", key="step_id")


def _transfer(rows: ir.Table, move: str, years: int, day: str) -> ir.Table:
    def on(year: ir.IntegerValue, text: str) -> ir.DateValue:
        return (year.cast("string") + text).cast("date")

    moved = rows.school_year + years
    dated = rows.mutate(
        spell_key=rows.ehc_plan_id + f"/{move}",
        due_by=on(moved, day),
        opened_on=ibis.greatest(rows.started_on, on(moved - 1, "-09-01")),
        until=ibis.least(rows.ended_on.fill_null(FAR), on(moved, "-09-01")),
    )
    before = dated.filter(_.started_on <= _.due_by)
    return spell(
        before,
        "education_plan_transfer",
        key="spell_key",
        starts="opened_on",
        ends="until",
        counted_from="due_by",
    )


def _stopped(outcome: ir.StringValue) -> ir.BooleanValue:
    return outcome.fill_null("").isin([*WITHDRAWN, *REFUSED])


def _undecided(outcome: ir.StringValue) -> ir.BooleanValue:
    return outcome.fill_null(NOT_YET) == NOT_YET


def _steps(journey: Journey, *steps: str) -> ir.Table:
    return journey.table("steps_taken").filter(_.step.isin(steps))


SPELLS = joined(
    kind(education_plan_request, "ehc_requests"),
    kind(education_plan_request_to_assess, "ehc_requests"),
    kind(education_plan_advice_asked, "steps_taken"),
    kind(education_plan, "ehc_plans"),
    family(after_review, ("education_plan_review_met", "education_plan_changes_proposed"), "steps_taken"),
    kind(education_plan_transfer, "ehc_plans"),
)
EVENTS = joined(
    kind(education_plan_request_decided, "ehc_requests"),
    kind(education_plan_decided, "ehc_requests"),
    kind(education_plan_made, "ehc_plans"),
    kind(education_plan_reviewed, "steps_taken", "ehc_plans"),
    kind(education_plan_transfer_reviewed, "steps_taken"),
)
