"""Timescales of fostering households, applications to foster and adopters."""

from __future__ import annotations

from onechild.knowledge.clocks.model import (
    Confidence,
    Law,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    months,
    once,
    repeating,
    weeks,
    working_days,
)

REGULATIONS = "Fostering Services (England) Regulations 2011 (SI 2011/581)"
STANDARDS = "Fostering Services: National Minimum Standards, 2011"
LOCAL = "Local standard: law sets no interval"
ENDS = "Owed while the household is approved; supported lodgings are no foster home."
NO_ROW = "Asked only of a source that tells such things at all."


def _household(**law: object) -> Law:
    common = {"subject_kind": "household", "topic": Topic.FOSTERING, "needs_event": True}
    return {**common, **law}  # type: ignore[typeddict-item]


FOSTER_CARER_REVIEW = repeating(
    "foster-carer-review",
    "Review the foster carer's approval",
    starts="fostering_household",
    every=months(12),
    met_by="household_reviewed",
    **_household(
        reference="FOS-01",
        owed_by="Supervising social worker and the fostering reviewing officer",
        standing=Standing.REGULATION,
        confidence=Confidence.V2,
        source=Source(REGULATIONS, "regulation 28"),
        needs=("fostering_households", "household_reviews"),
        exceptions=(ENDS, "The first review goes to the fostering panel.", NO_ROW),
        plain="A foster carer's approval is reviewed within a year of it, and then at least once a year.",
        amber=weeks(8),
    ),
)
UNANNOUNCED_VISIT = repeating(
    "foster-carer-unannounced-visit",
    "Visit the foster home unannounced",
    starts="fostering_household",
    every=months(12),
    met_by="household_visited_unannounced",
    **_household(
        reference="FOS-02",
        owed_by="Supervising social worker",
        standing=Standing.MINIMUM_STANDARD,
        confidence=Confidence.V2,
        source=Source(STANDARDS, "standard 21"),
        needs=("fostering_households", "household_reviews"),
        exceptions=(ENDS, NO_ROW),
        plain="At least once a year somebody from the fostering service visits the foster home without notice.",
        amber=weeks(8),
    ),
)
SUPERVISING_VISIT = repeating(
    "foster-carer-supervising-visit",
    "Visit the foster carer",
    starts="fostering_household",
    every=Standard("foster_carer_visit_weeks", "week", 6),
    met_by="household_visited",
    **_household(
        reference="FOS-03",
        owed_by="Supervising social worker",
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source(LOCAL, "four to eight weeks in councils' procedures"),
        needs=("fostering_households", "household_reviews"),
        exceptions=(ENDS, "An unannounced visit counts too.", NO_ROW),
        plain="The carer's own social worker visits every six weeks, or as often as the council sets.",
        amber=weeks(1),
    ),
)
CERTIFICATE = repeating(
    "foster-household-certificate",
    "Renew the household's Disclosure and Barring Service certificates",
    starts="household_certified",
    every=Standard("foster_certificate_years", "year", 3),
    met_by="household_certificate_given",
    **_household(
        reference="FOS-04",
        owed_by="Fostering service",
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source(LOCAL, "every three years in councils' procedures"),
        needs=("fostering_households", "household_checks"),
        exceptions=(
            ENDS,
            "Counted from the last certificate before approval, or from approval where none is on record.",
            "Everybody of 18 or over in the household needs one: the record holds certificates by household, so one "
            "renewed is taken for all. Check each person.",
            NO_ROW,
        ),
        plain="Every adult in a foster home has a certificate no older than three years, or as the council sets.",
        amber=months(3),
    ),
)
MEDICAL = repeating(
    "foster-carer-medical",
    "Have the foster carer's medical made again",
    starts="household_examined",
    every=Standard("foster_medical_years", "year", 2),
    met_by="household_medical_held",
    **_household(
        reference="FOS-05",
        owed_by="Fostering service",
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source(LOCAL, "every two to three years in councils' procedures"),
        needs=("fostering_households", "household_checks"),
        exceptions=(ENDS, "Counted from the last medical before approval, or from approval.", NO_ROW),
        plain="A foster carer's health is looked at again every two years, or as the council sets.",
        amber=months(3),
    ),
)
TRAINING = by_precedence(
    "foster-carer-training-standards",
    "Complete the Training, Support and Development Standards",
    starts="household_in_training",
    met_by=("household_training_completed",),
    rules=(
        Rule((months(18),), during="connected_household", says="A connected person has 18 months."),
        Rule((months(12),)),
    ),
    **_household(
        reference="FOS-06",
        owed_by="Foster carer with the supervising social worker",
        standing=Standing.MINIMUM_STANDARD,
        confidence=Confidence.V2,
        source=Source(STANDARDS, "standard 20"),
        needs=("fostering_households", "household_checks"),
        exceptions=(
            ENDS,
            "A connected person (family or friend) has 18 months.",
            "Not owed where they were completed before approval.",
            NO_ROW,
        ),
        plain="A new foster carer completes the training standards within a year of approval; a relative or friend "
        "within 18 months.",
        amber=months(3),
    ),
)
ASSESSMENT = once(
    "fostering-assessment",
    "Bring the fostering application to panel",
    reference="FOS-07",
    starts="fostering_application",
    within=months(8),
    met_by="fostering_panel_recommended",
    owed_by="Fostering service",
    standing=Standing.MINIMUM_STANDARD,
    confidence=Confidence.V2,
    source=Source(STANDARDS, "standard 14"),
    needs=("fostering_applications",),
    needs_event=True,
    exceptions=(
        "The panel's recommendation meets it, not the agency's decision.",
        "Not owed once the application was withdrawn or decided.",
        "The notice that ends stage 1, within 10 working days of the information (not read, check), is not on record.",
    ),
    subject_kind="application",
    topic=Topic.FOSTERING,
    plain="The fostering panel makes its recommendation within eight months of receiving the application.",
    amber=months(2),
)
DECISION = once(
    "fostering-decision",
    "Decide on the application to foster",
    reference="FOS-07",
    starts="fostering_panel_minutes",
    within=working_days(7),
    met_by="fostering_application_decided",
    owed_by="Agency decision-maker",
    standing=Standing.MINIMUM_STANDARD,
    confidence=Confidence.V2,
    source=Source(STANDARDS, "standard 14"),
    needs=("fostering_applications",),
    needs_event=True,
    exceptions=(
        "Counted from the day the panel's final minutes were received; from the panel where that is not on record.",
        "Not owed once the application was withdrawn.",
    ),
    subject_kind="application",
    topic=Topic.FOSTERING,
    plain="The agency's decision-maker decides within seven working days of receiving the panel's final minutes.",
    amber=working_days(2),
)
_ADOPTION = Source("Adoption Agencies Regulations 2005 (SI 2005/389)", "Part 4, as amended in 2013")
ADOPTER_STAGE_1 = once(
    "adopter-stage-1",
    "Finish stage 1 of the adopter's assessment",
    reference="ADP-07",
    starts="adopter_stage_1",
    within=months(2),
    met_by="adopter_stage_1_ended",
    owed_by="Adoption agency",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=_ADOPTION,
    needs=("adopters",),
    needs_event=True,
    exceptions=(
        "Counted from the registration of interest, which began stage 1.",
        "Not owed once the adopter left.",
        "The adopter may take up to six months between the stages: nothing is owed then.",
    ),
    subject_kind="adopter",
    topic=Topic.ADOPTION,
    plain="The first stage of an adopter's assessment is finished within two months.",
    amber=weeks(2),
)
ADOPTER_STAGE_2 = once(
    "adopter-stage-2",
    "Finish stage 2 of the adopter's assessment",
    reference="ADP-07",
    starts="adopter_stage_2",
    within=months(4),
    met_by="adopter_stage_2_ended",
    owed_by="Adoption agency",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=_ADOPTION,
    needs=("adopters",),
    needs_event=True,
    exceptions=("Approval ends it where no other end is on record.", "Not owed once the adopter left."),
    subject_kind="adopter",
    topic=Topic.ADOPTION,
    plain="The second stage of an adopter's assessment is finished, with a decision, within four months.",
    amber=weeks(2),
)

CLOCKS = (
    FOSTER_CARER_REVIEW,
    UNANNOUNCED_VISIT,
    SUPERVISING_VISIT,
    CERTIFICATE,
    MEDICAL,
    TRAINING,
    ASSESSMENT,
    DECISION,
    ADOPTER_STAGE_1,
    ADOPTER_STAGE_2,
)
