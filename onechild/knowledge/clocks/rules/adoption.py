"""Timescales of adoption and special guardianship: decisions, reviews, reports, the scorecard's two, and support."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    days,
    months,
    once,
    repeating,
    weeks,
    working_days,
)

AGENCIES = "Adoption Agencies Regulations 2005 (SI 2005/389)"
SINCE = date(2005, 12, 30)
SCORECARD = "Adoption scorecard, Adoption and Special Guardianship Leadership Board"
GUIDANCE = "Statutory Guidance on Adoption, 2013"
AVERAGE = (
    "The threshold is for the average of all a council's children over three years; this is one child's part in it."
)
TO_18 = "Owed to 18 at the latest."

AGENCY_DECISION = once(
    "agency-decision",
    "Decide after the panel's recommendation",
    reference="ADP-01",
    starts="since_panel_minutes_received",
    within=working_days(7),
    met_by="agency_decision",
    owed_by="Agency decision-maker",
    standing=Standing.MINIMUM_STANDARD,
    confidence=Confidence.V2,
    source=Source("Adoption National Minimum Standards", "standard 17 (number not read); fostering: standard 14"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="The agency decides within seven working days of having the panel's recommendation and its final minutes.",
    amber=working_days(2),
    exceptions=(
        "Counted from the day that both the recommendation and the final minutes were there.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=(
        "A minimum standard: no number of days was found in regulations 19, 27 and 33.",
        "Applicants are told by word of mouth within two working days and in writing within five (another's account).",
    ),
)

AUTHORITY_REVIEW = by_precedence(
    "adoption-authority-review",
    "Review the case of a child who may be placed for adoption and is not",
    reference="ADP-02",
    starts="authority_to_place",
    met_by=("looked_after_review_held",),
    rules=(
        Rule(
            (months(6),),
            repeats=True,
            during="authority_after_placement",
            in_force_from=SINCE,
            confidence=Confidence.V2,
            says="After a placement that ended without an order: six months from the last review.",
        ),
        Rule(
            (months(3), months(6)),
            repeats=True,
            in_force_from=SINCE,
            says="Three months from the first day of authority, then six months from each review.",
        ),
    ),
    owed_by="The agency; the independent reviewing officer chairs",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(AGENCIES, "regulation 36(1)"),
    needs=("periods_of_care", "looked_after_reviews"),
    topic=Topic.ADOPTION,
    plain="While a child may be placed for adoption and is not, the case is reviewed within three months, and then "
    "within six months of each review.",
    amber=weeks(4),
    exceptions=(
        "Authority is a placement order; a parent's consent under section 19 is in no table.",
        "Ends with the placement for adoption, an order, a decision that the child should no longer be placed, or "
        "care.",
        "After a placement that ended without an order the count goes on from the last review (our reading of "
        "regulation 36(1)), and is never due before that day.",
    ),
    notes=(
        "Any review of the looked-after child meets it. The review clock of looked-after children runs beside it, and "
        "the earlier leads.",
        "Regulation 36 was changed for a time from 24 April 2020: that text was not read and is not modelled.",
    ),
)

TO_ADOPTIVE_FAMILY = by_precedence(
    "adoption-care-to-family",
    "Place the child with the adoptive family, from entry to care",
    reference="ADP-05",
    starts="adoption_planned",
    met_by=("placed_with_adopters",),
    rules=(Rule((days(426),), says="426 days are 14 months as the scorecard counts them (local standard, check)."),),
    owed_by="The council and its adoption agency",
    standing=Standing.DATA_STANDARD,
    confidence=Confidence.V2,
    source=Source(SCORECARD, "measure A10, which replaced A1 in 2021-22"),
    needs=("permanence_cases",),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="A child who is to be adopted is with the adoptive family within 426 days of coming into care.",
    amber=days(126),
    exceptions=(
        "It opens with the decision that the child should be placed for adoption, and is counted back to entry to "
        "care.",
        "Where the foster carer adopts, the day the child moved in with that carer counts.",
        "Ends with an order, a decision that the child should no longer be placed, or the end of care.",
    ),
    notes=(AVERAGE,),
)

TO_MATCH = by_precedence(
    "adoption-order-to-match",
    "Match the child with adopters, from the placement order",
    reference="ADP-06",
    starts="placement_ordered",
    met_by=("matched_with_adopters",),
    rules=(Rule((days(121),), says="121 days are 4 months as the scorecard counts them (local standard, check)."),),
    owed_by="The council and its adoption agency",
    standing=Standing.DATA_STANDARD,
    confidence=Confidence.V2,
    source=Source(SCORECARD, "measure A2, and A20 which allows for carers who adopt"),
    needs=("permanence_cases",),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="A child with a placement order is matched with adopters within 121 days of it.",
    amber=days(31),
    exceptions=(
        "A match before the order counts as made on the day of the order.",
        "Ends with an order, a decision that the child should no longer be placed, or the end of care.",
    ),
    notes=(AVERAGE,),
)

LIFE_STORY_BOOK = once(
    "life-story-book",
    "Give the life story book",
    reference="ADP-08",
    starts="adoption_celebrated",
    within=working_days(10),
    met_by="life_story_book_ready",
    owed_by="The child's social worker",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(GUIDANCE, "life story books"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="The child and the adopters have the life story book within ten working days of the celebration of the "
    "adoption.",
    exceptions=(
        "A book given before the celebration meets it on that day.",
        "Children in another permanent home have a standard of the council's own, if it has one: it is not counted.",
        TO_18,
    ),
    notes=("A first part of it should be there by the second review of the placement.",),
)

LATER_LIFE_LETTER = once(
    "later-life-letter",
    "Give the later-life letter",
    reference="ADP-08",
    starts="adoption_celebrated",
    within=working_days(10),
    met_by="later_life_letter_ready",
    owed_by="The child's social worker",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(GUIDANCE, "later-life letters"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="The adopters have the later-life letter within ten working days of the celebration of the adoption.",
    exceptions=("A letter given before the celebration meets it on that day.", TO_18),
)

PERMANENCE_REPORT = repeating(
    "child-permanence-report",
    "Bring the child permanence report up to date",
    reference="ADP-09",
    starts="permanence_report",
    every=Standard("permanence_report_months", "month", 6),
    met_by="permanence_report_renewed",
    owed_by="The child's social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("A council's procedures", "child permanence reports"),
    needs=("steps_taken", "periods_of_care"),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="From the first child permanence report on, it is brought up to date every six months until the child is "
    "placed.",
    amber=weeks(4),
    exceptions=(
        "Ends with the placement for adoption, an order, a decision that the child should no longer be placed, or "
        "care.",
        "It is brought up to date before a panel too, whenever that is.",
    ),
)

SPECIAL_GUARDIANSHIP_NOTICE = once(
    "special-guardianship-notice",
    "Have the special guardianship report ready when the applicants may apply",
    reference="ADP-10",
    starts="special_guardianship_noticed",
    within=Standard("special_guardianship_report_months", "month", 3),
    met_by="special_guardianship_report_filed",
    owed_by="The authority",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Children Act 1989", "section 14A(7) and (8); Special Guardianship Regulations 2005, regulation 21"),
    needs=("steps_taken", "children"),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="Applicants give three months' written notice before they apply. On it the authority prepares a report, "
    "which is counted here as due when the notice is over.",
    amber=weeks(4),
    exceptions=(
        "The three months are the applicants' notice, which is law. The law gives the report itself no day: that it be "
        "ready by then is the council's own standard.",
        "Ends when a court sets a day for the report, which then goes before, or makes an order.",
        "With the court's leave no notice is needed.",
        TO_18,
    ),
)

SPECIAL_GUARDIANSHIP_REPORT = once(
    "special-guardianship-report",
    "File the special guardianship report",
    reference="ADP-10",
    starts="special_guardianship_report_due",
    within=days(0),
    met_by="special_guardianship_report_filed",
    owed_by="The authority",
    standing=Standing.COURT,
    confidence=Confidence.V2,
    source=Source("Children Act 1989", "section 14A(8) and (9); Special Guardianship Regulations 2005, regulation 21"),
    needs=("steps_taken", "children"),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="The report is filed by the day that the court set.",
    amber=weeks(4),
    exceptions=("A later direction of the court ends the day set before.", "An order ends it.", TO_18),
)

SUPPORT_REVIEW = repeating(
    "permanence-support-review",
    "Review the support of an adoptive or special guardian's family",
    reference="ADP-11",
    starts="supported_family",
    every=months(12),
    met_by="support_reviewed",
    owed_by="The council and its adoption agency",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source("Adoption Support Services Regulations 2005 and Special Guardianship Regulations 2005", "reviews"),
    needs=("steps_taken", "children"),
    needs_event=True,
    topic=Topic.ADOPTION,
    plain="Support that was agreed, an allowance among it, is reviewed every year.",
    amber=weeks(6),
    exceptions=("Ends when the support ends.", TO_18),
    notes=("The paragraph was not read.",),
)

CLOCKS: tuple[Clock, ...] = (
    AGENCY_DECISION,
    AUTHORITY_REVIEW,
    TO_ADOPTIVE_FAMILY,
    TO_MATCH,
    LIFE_STORY_BOOK,
    LATER_LIFE_LETTER,
    PERMANENCE_REPORT,
    SPECIAL_GUARDIANSHIP_NOTICE,
    SPECIAL_GUARDIANSHIP_REPORT,
    SUPPORT_REVIEW,
)
