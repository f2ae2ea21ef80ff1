"""Timescales of assessment: forty-five working days, the manager's checks on the way, and before a birth."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    MetBy,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    once,
    weeks,
    working_days,
)
from onechild.knowledge.clocks.rules.front_door import REVISED, WORKING_TOGETHER

SINGLE_ASSESSMENT = date(2013, 4, 15)
BEFORE_BIRTH = "A council's procedures, and the London Child Protection Procedures"

ASSESSMENT_FROM_REFERRAL = by_precedence(
    "assessment-from-referral",
    "Finish the assessment, counted from the referral",
    reference="AS-01",
    starts="referral_to_assess",
    met_by=("assessment_of_referral_authorised",),
    rules=(Rule((working_days(45),), in_force_from=SINGLE_ASSESSMENT),),
    owed_by="Lead practitioner; a social work manager authorises",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "timeliness of assessment: no longer than 45 working days from referral"),
    needs=("referrals", "assessments"),
    topic=Topic.ASSESSMENT,
    plain="An assessment is finished, and authorised by a manager, within 45 working days of the referral. Most need "
    "less.",
    amber=working_days(9),
    exceptions=(
        "Not owed for a referral that ended in no further action, or whose recorded outcomes hold no assessment.",
        "A later assessment of a child already open is counted from its own start: see assessment-from-start.",
        "Longer is allowed with the reason recorded: it is then late, with a reason.",
    ),
    notes=("DfE's statistic counts finished assessments from their own start, not from the referral.", REVISED),
)

ASSESSMENT_FROM_START = by_precedence(
    "assessment-from-start",
    "Finish the assessment, counted from its start",
    reference="AS-01",
    starts="assessment",
    met_by=(MetBy("assessment_authorised"),),
    rules=(Rule((working_days(45),), in_force_from=SINGLE_ASSESSMENT),),
    owed_by="Lead practitioner; a social work manager authorises",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("DfE, children in need census", "assessment start to authorisation, of finished assessments"),
    needs=("assessments",),
    topic=Topic.ASSESSMENT,
    plain="The same 45 working days, counted from the day the assessment began: the way the national statistic counts.",
    amber=working_days(9),
    exceptions=("Counts every assessment, first ones and those of a child already open.",),
    notes=("This is the count that DfE publishes; guidance counts a first assessment from the referral.",),
)


def _check(place: int, key: str, number: int) -> Clock:
    return once(
        f"assessment-check-{key}",
        f"Manager checks the assessment ({key} time)",
        reference="AS-02",
        starts="assessment_under_way",
        within=Standard(f"assessment_check_{key}_working_days", "working_day", number),
        met_by=f"manager_check_{place}",
        owed_by="Team manager",
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source("Local procedures", "manager's checks at 10, 20 and 35 working days"),
        needs=("assessments", "steps_taken"),
        needs_event=True,
        topic=Topic.ASSESSMENT,
        plain=f"While an assessment is under way its manager looks at it again: for the {key} time within {number} "
        "working days of its start, to see whether it is going as it should and how much more is needed.",
        exceptions=(
            "Not owed once the assessment is finished.",
            f"It is the {key} check that counts, whenever it was made: one that comes late is late, and the next is "
            "still owed.",
            "A check counts for the assessment it names, or else for the one under way that day.",
        ),
        notes=("Some councils check at 15, 30 and 45 working days.",),
    )


CHECKS = (_check(1, "first", 10), _check(2, "second", 20), _check(3, "third", 35))

PRE_BIRTH_ASSESSMENT = once(
    "pre-birth-assessment",
    "Finish the assessment before the birth",
    reference="AS-03",
    starts="unborn_to_assess",
    within=Standard("pre_birth_assessment_working_days", "working_day", 45),
    met_by="assessment_of_referral_authorised",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(BEFORE_BIRTH, "assessment before birth"),
    needs=("referrals", "assessments"),
    needs_event=True,
    topic=Topic.ASSESSMENT,
    plain="An assessment of a child who is not born yet is finished within 45 working days of the referral, as any "
    "other; a council may ask for it sooner.",
    exceptions=(
        "Owed for a child not born on the day of the referral: expected, or born later.",
        "Not owed for a referral that ended in no further action, or whose recorded outcomes hold no assessment.",
    ),
    notes=("Children who are not born yet are in the children in need census.",),
)

PRE_BIRTH_CONFERENCE = once(
    "pre-birth-conference",
    "Hold the conference well before the birth",
    reference="AS-03",
    starts="unborn_under_enquiry",
    within=Standard("pre_birth_conference_weeks", "week", 8, before=True),
    met_by="initial_conference_held",
    owed_by="Social work manager; a conference chair holds it",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(BEFORE_BIRTH, "conference before birth, 8 to 10 weeks before the child is expected"),
    needs=("section_47_enquiries", "conferences"),
    needs_event=True,
    topic=Topic.ASSESSMENT,
    plain="Where a child who is not born yet needs a protection conference, it is held at least eight weeks before "
    "the day the child is expected.",
    amber=weeks(4),
    exceptions=(
        "Ends with the birth: from then on the fifteen working days of every initial conference stand alone.",
        "Once the child is born the day of birth stands in for the day expected, which is no longer kept.",
        "Where the enquiry began later than that, it is due at once.",
        "Not owed from the day it was recorded that no conference is required.",
    ),
)

CLOCKS = (ASSESSMENT_FROM_REFERRAL, ASSESSMENT_FROM_START, *CHECKS, PRE_BIRTH_ASSESSMENT, PRE_BIRTH_CONFERENCE)
