"""The children in need census as data: which element is a row, which standard column each leaf of it goes to.

Shapes of 2020/21 to 2025/26 (DfE, children in need census technical specification, as LIIA's schemas transcribe it) and
the block PreProceedingsandFGDM that the sector's validator expects for 2026/27. Confidence K in that block: local
standard, check. Elements are matched without regard to case or namespace.
"""

from __future__ import annotations

from dataclasses import dataclass

from onechild.knowledge.formats.mapping import Mapped

NAME = "cin_census"


@dataclass(frozen=True)
class Leaf:
    """An element that holds one value, and where the value goes; `slot` joins elements that are one column."""

    element: str
    column: str
    table: str = ""
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A repeating element, which is a row; `path` leads to it from its parent, `inside` names its plain containers."""

    element: str
    table: str
    parent: str = ""
    path: str = ""
    leaves: tuple[Leaf, ...] = ()
    inside: tuple[str, ...] = ()
    text: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The slots of a row, in order; two elements of one column share a slot."""
        return tuple(dict.fromkeys(f"{leaf.table}.{leaf.column}" for leaf in self.leaves))


CHILD = Part(
    "Child",
    "children",
    leaves=(
        Leaf("LAchildID", "child_id"),
        Leaf("UPN", "upn", "identifiers"),
        Leaf("FormerUPN", "former_upn", "identifiers"),
        Leaf("UPNunknown", "upn_unknown"),
        Leaf("PersonBirthDate", "born_on"),
        Leaf("ExpectedPersonBirthDate", "expected_on"),
        Leaf("Sex", "sex"),
        Leaf("GenderCurrent", "sex", note="the name until 2023/24; coded 0, 1, 2 and 9"),
        Leaf("PersonDeathDate", "died_on"),
        Leaf("Ethnicity", "ethnicity"),
    ),
    inside=("ChildIdentifiers", "ChildCharacteristics", "Disabilities"),
)
DISABILITY = Part("Disability", "disabilities", "Child", "ChildCharacteristics/Disabilities/", text="disability")
REFERRAL = Part(
    "CINdetails",
    "referrals",
    "Child",
    leaves=(
        Leaf("CINreferralDate", "started_on"),
        Leaf("ReferralSource", "source_kind"),
        Leaf("PrimaryNeedCode", "primary_need"),
        Leaf("CINclosureDate", "ended_on"),
        Leaf("ReasonForClosure", "end_reason"),
        Leaf(
            "DateOfInitialCPC",
            "conference_on",
            note="and a row of conferences, a transfer in where the referral has no enquiry",
        ),
        Leaf("ReferralNFA", "no_further_action"),
    ),
)
ASSESSMENT = Part(
    "Assessments",
    "assessments",
    "CINdetails",
    leaves=(
        Leaf("AssessmentActualStartDate", "started_on"),
        Leaf("AssessmentInternalReviewDate", "internal_review_on"),
        Leaf("AssessmentAuthorisationDate", "ended_on"),
    ),
    inside=("FactorsIdentifiedAtAssessment",),
)
FACTOR = Part("AssessmentFactors", "assessment_factors", "Assessments", "FactorsIdentifiedAtAssessment/", text="factor")
IN_NEED_PLAN = Part(
    "CINPlanDates",
    "child_in_need_plans",
    "CINdetails",
    leaves=(Leaf("CINPlanStartDate", "started_on"), Leaf("CINPlanEndDate", "ended_on")),
)
ENQUIRY = Part(
    "Section47",
    "section_47_enquiries",
    "CINdetails",
    leaves=(
        Leaf("S47ActualStartDate", "started_on"),
        Leaf("InitialCPCtarget", "conference_target_on"),
        Leaf("DateOfInitialCPC", "happened_on", "conferences"),
        Leaf("ICPCnotRequired", "conference_not_required"),
    ),
)
PROTECTION_PLAN = Part(
    "ChildProtectionPlans",
    "child_protection_plans",
    "CINdetails",
    leaves=(
        Leaf("CPPstartDate", "started_on"),
        Leaf("CPPendDate", "ended_on"),
        Leaf("InitialCategoryOfAbuse", "initial_category"),
        Leaf("LatestCategoryOfAbuse", "latest_category"),
        Leaf("NumberOfPreviousCPP", "previous_plans"),
    ),
    inside=("Reviews",),
)
REVIEW = Part("CPPreviewDate", "conferences", "ChildProtectionPlans", "Reviews/", text="happened_on")
PRE_PROCEEDINGS = Part(
    "PreProceedingsandFGDM",
    "pre_proceedings",
    "CINdetails",
    leaves=(
        Leaf("PPStartDate", "started_on"),
        Leaf("LBPSentDate", "letter_on"),
        Leaf("FGDMMeetingOffer", "family_group_offered"),
        Leaf("FGDMMeetingFac", "family_group_held"),
        Leaf("InitialPPMeetingDate", "first_meeting_on"),
        Leaf("ReviewMeetingsCount", "review_meetings"),
        Leaf("StepDecisionDate", "decided_on", note="and ended_on: they end with that decision, as in the SSD"),
        Leaf("PPOutcome", "outcome_words", note="its code list is not published"),
        Leaf("CourtAppDate", "application_on"),
        Leaf("LetterInitCPDate", "letter_of_issue_on"),
    ),
)

PARTS = (
    CHILD,
    DISABILITY,
    REFERRAL,
    ASSESSMENT,
    FACTOR,
    IN_NEED_PLAN,
    ENQUIRY,
    PROTECTION_PLAN,
    REVIEW,
    PRE_PROCEEDINGS,
)

# The header says what the file is; no table carries it, though the extract does council, year and day.
NOT_CARRIED: dict[tuple[str, str], str] = {
    ("Header", "Collection"): "CIN; says what the file is",
    ("Header", "Year"): "the year of the return, where there is no ReferenceDate",
    ("Header", "ReferenceDate"): "the last day of the return's year",
    ("Header", "SourceLevel"): "L, local authority; says nothing of a child",
    ("Header", "LEA"): "the council of the extract",
    ("Header", "SoftwareCode"): "says nothing of a child",
    ("Header", "Release"): "says nothing of a child",
    ("Header", "SerialNo"): "says nothing of a child",
    ("Header", "DateTime"): "the day the extract was known as at",
}


def _mapped(part: Part) -> list[Mapped]:
    if part.text:
        return [Mapped(part.element, part.element, part.table, part.text)]
    return [_leaf(part, leaf) for leaf in part.leaves]


def _leaf(part: Part, leaf: Leaf) -> Mapped:
    if leaf.table == "identifiers":
        return Mapped(part.element, leaf.element, "identifiers", "value", f"of the kind {leaf.column}")
    return Mapped(part.element, leaf.element, leaf.table or part.table, leaf.column, leaf.note)


MAPPING: tuple[Mapped, ...] = tuple(line for part in PARTS for line in _mapped(part))
