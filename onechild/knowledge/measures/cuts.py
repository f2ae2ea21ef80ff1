"""The ways a figure can be broken down: what each is called, and what its codes are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onechild.errors import CannotProceed
from onechild.knowledge.codesets import codeset

NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class Cut:
    """One way to break a figure down. Rows that have a column of its key are cut by that column.

    For other rows the engine finds it from the child, on the day that the row is counted on (`of_child`). Codes are
    named by the code list, or by `labels`; ids of teams and workers by whoever asks.
    """

    key: str
    title: str
    says: str
    of_child: bool = False
    codes: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, code: str | None) -> str:
        """What a group is called; a group without a code is called "Not recorded"."""
        if code is None:
            return NOT_RECORDED
        if code in self.labels:
            return self.labels[code]
        known = codeset(self.codes) if self.codes else None
        return (known.label(code) if known and code in known else None) or code

    @property
    def order(self) -> tuple[str, ...]:
        """The codes in the order that tables show them; a code that is not among them stands last."""
        if self.labels:
            return tuple(self.labels)
        return tuple(dict.fromkeys(one.code for one in codeset(self.codes).codes)) if self.codes else ()


AGES = {
    "unborn": "Not yet born",
    "0": "Under 1",
    "1-4": "1 to 4",
    "5-9": "5 to 9",
    "10-15": "10 to 15",
    "16-17": "16 and 17",
    "18+": "18 and over",
}
# The groups of the census of population (Office for National Statistics, 2021), by the first letter of the DfE's codes;
# Chinese, which the DfE codes apart, stands with Asian as it does there.
ETHNICITIES = {
    "white": "White",
    "mixed": "Mixed or multiple ethnic groups",
    "asian": "Asian or Asian British",
    "black": "Black, Black British, Caribbean or African",
    "other": "Other ethnic group",
    "not_known": "Refused or not obtained",
}
PLANS = {
    "looked_after": "Looked after",
    "protection": "Child protection plan",
    "in_need": "Child in need plan",
    "leaving_care": "Leaving care",
    "other": "No plan",
}
GRADES = {
    "newly_qualified": "Newly qualified",
    "social_worker": "Social worker",
    "senior": "Senior practitioner",
    "manager": "Manager",
    "other": "Another",
}
YES_NO = {"yes": "Yes", "no": "No"}
HOME_OR_CARE = {"home": "From home", "care": "From care"}
# Outcomes of a contact as the front door decides them, and those of assessments, enquiries and conferences.
OUTCOMES = {
    one.code: one.label or one.code for name in ("front_door_outcome", "outcome") for one in codeset(name).codes
}

CUTS: dict[str, Cut] = {
    cut.key: cut
    for cut in (
        Cut("team", "Team", "the team of the lead allocation on the day counted", of_child=True),
        Cut("worker", "Worker", "the lead worker on the day counted", of_child=True),
        Cut("age", "Age", "the child's age on the day counted", of_child=True, labels=AGES),
        Cut("sex", "Sex", "as registered", of_child=True, codes="sex"),
        Cut(
            "ethnicity", "Ethnic group", "in the groups of the census of population", of_child=True, labels=ETHNICITIES
        ),
        Cut("need", "Main need", "of the latest referral by the day counted", of_child=True, codes="primary_need"),
        Cut(
            "placement", "Placement", "where the child lived on the day counted", of_child=True, codes="placement_type"
        ),
        Cut("legal_status", "Legal status", "on the day counted", of_child=True, codes="legal_status"),
        Cut("uasc", "Unaccompanied", "unaccompanied asylum-seeking on the day counted", of_child=True, labels=YES_NO),
        Cut("disability", "Disabled", "as recorded by the day counted", of_child=True, labels=YES_NO),
        Cut("category", "Category of abuse", "the latest of the latest plan", of_child=True, codes="abuse_category"),
        Cut("plan", "Plan", "what the child was subject of on the day counted", of_child=True, labels=PLANS),
        Cut("source", "Source", "who made the contact or referral", codes="referral_source"),
        Cut("outcome", "Outcome", "what it led to", labels=OUTCOMES),
        Cut("decision", "Decision", "what was decided"),
        Cut(
            "previous_closure", "Why it was closed before", "the end of the referral before", codes="cin_closure_reason"
        ),
        Cut("factor", "Factor", "found at the end of the assessment", codes="assessment_factor"),
        Cut("home_or_care", "From home or care", "where the child was missing from", labels=HOME_OR_CARE),
        Cut("sector", "Sector", "where the person worked", codes="allegation_sector"),
        Cut("theme", "Theme", "what the audit looked at", codes="audit_theme"),
        Cut("role", "Role", "the worker's role", codes="worker_role"),
        Cut("grade", "Grade", "the worker's grade, as the role and the first year tell it", labels=GRADES),
        Cut("employment", "Employed or agency", "how the worker is engaged", codes="employment_kind"),
        Cut("carer_type", "Kind of carer", "what the household is approved as", codes="household_kind"),
        Cut("ehc_need", "Main need of the plan", "the first need on the plan", codes="sen_need_type"),
        Cut("siblings", "With brothers or sisters", "whether in a sibling group", labels=YES_NO),
    )
}


def cut(key: str) -> Cut:
    """The cut with the key; CannotProceed, naming those there are, where there is none."""
    if key not in CUTS:
        raise CannotProceed(f"there is no way to break down by {key}; there are {', '.join(CUTS)}")
    return CUTS[key]
