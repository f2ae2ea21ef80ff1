"""Lists 10 and 11 of Annex A: children for whom adoption is or was the plan, and adopters.

Source: Ofsted, ILACS Annex A; column names as the sector's parsers carry them (liia-tools-pipeline, MIT), Crown
copyright, Open Government Licence.
"""

from __future__ import annotations

from onechild.knowledge.formats.annex_a.common import DISABLED, ETHNICITY, SEX, WHO, child
from onechild.knowledge.formats.tabular.layout import Field, Gives, Part
from onechild.knowledge.formats.values import Read

_CASE = {
    "child_id": "child",
    "adoptive_family_id": "family",
    "entered_care_on": "entered",
    "decided_on": "decided",
    "placement_order_on": "placement_order",
    "matched_on": "matched",
    "placed_on": "placed",
    "ordered_on": "ordered",
    "order_kind": "order",
    "reversed_on": "reversed",
    "reversed_reason": "reason",
    "early_placed_on": "early",
}

LIST_10 = Part(
    "List 10",
    (
        WHO[0],
        Field("family", "Family identifier"),
        *WHO[1:],
        DISABLED,
        Field("entered", "Date the Child Entered Care"),
        Field("decided", "Date of Decision that Child Should be Placed for Adoption"),
        Field("placement_order", "Date of Placement Order"),
        Field("matched", "Date of Matching Child and Prospective Adopters"),
        Field("placed", "Date Placed for Adoption"),
        Field("ordered", "Date of Adoption Order"),
        Field("order", "Date of Adoption Order", reader=lambda _: Read("adoption")),
        Field("reversed", "Date of Decision that Child Should No Longer be Placed for Adoption"),
        Field("reason", "Reason Why Child No Longer Placed for Adoption"),
        Field("early", "Date the child was placed for fostering in FFA or concurrent planning placement"),
    ),
    (
        child(disabled=True),
        Gives("permanence_cases", _CASE),
    ),
    "Adoption: children",
)

LIST_11 = Part(
    "List 11",
    (
        Field("adopter", "Individual adopter identifier", ("Adopter identifier", "Adopter ID"), required=True),
        Field("family", "Family identifier"),
        SEX,
        ETHNICITY,
        Field("disabled", "Disability", ("Does the adopter have a disability",)),
        Field("early", "Is the (prospective) adopter fostering for adoption?"),
        Field("enquired", "Date enquiry received"),
        Field("stage_1", "Date Stage 1 started"),
        Field("stage_1_ended", "Date Stage 1 ended"),
        Field("stage_2", "Date Stage 2 started"),
        Field("stage_2_ended", "Date Stage 2 ended"),
        Field("applied", "Date application submitted"),
        Field("approved", "Date application approved"),
        Field("matched", "Date adopter matched with child(ren)", ("Date adopter matched with children",)),
        Field("placed", "Date child/children placed with adopter(s)", ("Date children placed with adopters",)),
        Field("children", "No. of children placed", ("Number of children placed",)),
        Field("ordered", "Date of Adoption Order"),
        Field("left", "Date of leaving adoption process"),
        Field("reason", "Reason for leaving adoption process"),
    ),
    (
        Gives(
            "adopters",
            {
                "adopter_id": "adopter",
                "adoptive_family_id": "family",
                "sex": "sex",
                "ethnicity": "ethnicity",
                "disabled": "disabled",
                "fostering_for_adoption": "early",
                "enquired_on": "enquired",
                "stage_1_started_on": "stage_1",
                "stage_1_ended_on": "stage_1_ended",
                "stage_2_started_on": "stage_2",
                "stage_2_ended_on": "stage_2_ended",
                "applied_on": "applied",
                "approved_on": "approved",
                "matched_on": "matched",
                "placed_on": "placed",
                "children_placed": "children",
                "ordered_on": "ordered",
                "left_on": "left",
                "left_reason": "reason",
            },
        ),
    ),
    "Adopters",
)

PARTS: tuple[Part, ...] = (LIST_10, LIST_11)
