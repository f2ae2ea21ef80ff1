"""Health and schooling of children in care, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.in_care import THREE_MONTHS_BEFORE, care_outside_short_breaks
from onechild.knowledge.clocks.journey.intervals import as_kind, merged, outside, sooner
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS, Journey, event, spell, with_due

if TYPE_CHECKING:
    import ibis.expr.types as ir

ASSESSMENTS = ("initial_health_assessment", "review_health_assessment", "health_assessment")


def under_five(journey: Journey) -> ir.Table:
    """In care before the fifth birthday."""
    return _aged(journey, "under_five", until=5)


def health_review_owed(journey: Journey) -> ir.Table:
    """From the first health assessment in a time in care; from its first day where one was done shortly before.

    Counted from that assessment.
    """
    care = with_due(
        journey, journey.shared(care_outside_short_breaks), THREE_MONTHS_BEFORE, of="started_on", into="since"
    )
    done = _health_assessments(journey).select("subject_id", done_on="happened_on")
    pairs = care.join(done, "subject_id")
    before = pairs.filter(_.done_on >= _.since, _.done_on <= _.started_on)
    after = pairs.filter(_.done_on > _.started_on, _.ended_on.isnull() | (_.done_on < _.ended_on))
    last = before.group_by("subject_id", "spell_id").agg(last_on=_.done_on.max())
    first = after.group_by("subject_id", "spell_id").agg(first_on=_.done_on.min())
    keys = ["subject_id", "spell_id"]
    known = care.left_join(last, keys).drop("subject_id_right", "spell_id_right").left_join(first, keys)
    dated = known.filter(_.last_on.notnull() | _.first_on.notnull()).mutate(
        counted_from=ibis.coalesce(_.last_on, _.first_on),
        started_on=ibis.ifelse(_.last_on.notnull(), _.started_on, _.first_on),
    )
    return as_kind(dated, "health_review_owed")


def health_review_held(journey: Journey) -> ir.Table:
    """Health assessments after the one that the reviews are counted from."""
    owed = journey.shared(health_review_owed).select("child_id", about="spell_id", begun_on="started_on")
    done = _health_assessments(journey).select("child_id", "event_id", "happened_on")
    later = done.join(owed, "child_id").filter(_.happened_on > _.begun_on)
    return event(later, "health_review_held", key="event_id", about="about")


def dental_check_held(journey: Journey) -> ir.Table:
    """Dental checks done."""
    return _checks(journey, ("dental",), "dental_check_held")


def questionnaire_owed(journey: Journey) -> ir.Table:
    """In care from the fourth birthday to the seventeenth."""
    return _aged(journey, "questionnaire_owed", since=4, until=17)


def questionnaire_scored(journey: Journey) -> ir.Table:
    """Strengths and Difficulties Questionnaires with a score."""
    rows = journey.table("strengths_and_difficulties").filter(_.score.notnull())
    return event(rows, "questionnaire_scored", key="questionnaire_id")


def personal_education_plan_owed(journey: Journey) -> ir.Table:
    """In care from the third birthday to the eighteenth."""
    return _aged(journey, "personal_education_plan_owed", since=3, until=18)


def personal_education_plan_made(journey: Journey) -> ir.Table:
    """Personal education plans made or reviewed."""
    return event(journey.table("personal_education_plans"), "personal_education_plan_made", key="education_plan_id")


def term_in_care(journey: Journey) -> ir.Table:
    """Each school term on whose first day a child of 5 to 17 was in care, counted from the day after its last."""
    terms = journey.table("school_terms").filter(_.ended_on.notnull())
    of_terms = terms.select("school_term_id", term_from=_.started_on, term_to=_.ended_on)
    care = _aged(journey, "term_in_care", since=5, until=18)
    held = care.cross_join(of_terms).filter(
        _.started_on <= _.term_from, _.term_from < _.term_to, _.ended_on.isnull() | (_.term_from < _.ended_on)
    )
    each = held.mutate(
        spell_id=held.spell_id + "/" + held.school_term_id,
        started_on=held.term_from,
        counted_from=held.term_to,
        ended_on=sooner(held.ended_on, held.term_to),
    )
    return each.select(*SPELL_COLUMNS)


def without_school_place(journey: Journey) -> ir.Table:
    """In care at 5 to 15 and on no school's roll, from a day that the council's terms reach."""
    on_roll = spell(journey.table("school_places"), "on_roll", key="school_place_id")
    pupils = _aged(journey, "pupil", since=5, until=16)
    told = journey.table("school_terms").agg(told_from=_.started_on.min(), told_to=_.ended_on.max())
    without = outside(pupils, merged(on_roll, "on_roll"), "without_school_place").cross_join(told)
    return without.filter(_.started_on >= _.told_from, _.started_on < _.told_to).select(*SPELL_COLUMNS)


def school_place_found(journey: Journey) -> ir.Table:
    """The first day on a school's roll."""
    return event(journey.table("school_places"), "school_place_found", key="school_place_id", on="started_on")


def _health_assessments(journey: Journey) -> ir.Table:
    return _checks(journey, ASSESSMENTS, "health_assessment_held")


def _checks(journey: Journey, kinds: tuple[str, ...], named: str) -> ir.Table:
    checks = journey.table("health_checks").filter(_.check_kind.isin(kinds))
    done = checks.filter(_.check_status.isnull() | (_.check_status == "Completed"))
    return event(done, named, key="health_check_id")


def _aged(journey: Journey, named: str, *, since: int | None = None, until: int) -> ir.Table:
    """Times in care, outside short breaks, between two birthdays."""
    ages = journey.shared(birthdays)
    born = ages.select(
        "child_id", from_on=ages[f"aged_{since}"] if since else ages.born_on, to_on=ages[f"aged_{until}"]
    )
    rows = journey.shared(care_outside_short_breaks).join(born, "child_id")
    cut = rows.mutate(started_on=ibis.greatest(_.started_on, _.from_on), ended_on=sooner(rows.ended_on, rows.to_on))
    held = cut.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)).mutate(counted_from=_.started_on)
    return as_kind(held, named)


SPELLS = joined(
    kind(under_five, "periods_of_care"),
    kind(health_review_owed, "health_checks"),
    kind(questionnaire_owed, "periods_of_care"),
    kind(personal_education_plan_owed, "periods_of_care"),
    kind(term_in_care, "school_terms"),
    kind(without_school_place, "school_terms"),
)
EVENTS = joined(
    kind(health_review_held, "health_checks"),
    kind(dental_check_held, "health_checks"),
    kind(questionnaire_scored, "strengths_and_difficulties"),
    kind(personal_education_plan_made, "personal_education_plans"),
    kind(school_place_found, "school_places"),
)
