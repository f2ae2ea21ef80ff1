"""Puts what happened into words, for the lines of a history and the sources of its patterns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.knowledge.codesets import codeset
from onechild.service.journeys.assessment.history.model import Fact

# What is said of each kind; a name in braces is a value of the fact, said by the code list beside it, or left out.
WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "contact": ("Contact, {from}", {"from": "referral_source"}),
    "front_door_decision": ("Front door decided: {outcome}", {"outcome": "front_door_outcome"}),
    "referral_began": ("Referral, {need}", {"need": "primary_need"}),
    "referral_ended": ("Case closed, {end_reason}", {"end_reason": "cin_closure_reason"}),
    "early_help_began": ("Early help began", {}),
    "early_help_ended": ("Early help ended", {}),
    "assessment_began": ("Assessment began", {}),
    "assessment_ended": ("Assessment authorised", {}),
    "factor": ("Found in an assessment: {factor}", {"factor": "assessment_factor"}),
    "enquiry_began": ("Section 47 enquiry began", {}),
    "conference": ("{kind} conference", {"kind": "conference_kind"}),
    "protection_plan_began": ("Child protection plan began, {category}", {"category": "abuse_category"}),
    "protection_plan_ended": ("Child protection plan ended, {end_reason}", {"end_reason": "plan_end_reason"}),
    "need_plan_began": ("Child in need plan began", {}),
    "need_plan_ended": ("Child in need plan ended, {end_reason}", {"end_reason": "plan_end_reason"}),
    "care_began": ("Became looked after, {need}", {"need": "primary_need"}),
    "care_ended": ("No longer looked after", {}),
    "legal_status_began": ("Legal status: {status}", {"status": "legal_status"}),
    "proceedings_began": ("Care proceedings began", {}),
    "proceedings_ended": ("Care proceedings ended", {}),
    "pre_proceedings_began": ("Pre-proceedings began", {}),
    "earlier_permanence": ("An earlier permanence order", {}),
    "permanence_decided": ("Permanence decided", {}),
    "permanence_placement_order": ("Placement order", {}),
    "permanence_ordered": ("Adoption or special guardianship order", {}),
    "edge_of_care_began": ("Work at the edge of care began", {}),
    "missing_began": ("Missing", {}),
    "visit": ("Visited and not seen, {not_seen}", {"not_seen": "not_seen_reason"}),
    "allocated": ("A new lead worker", {}),
    "address": ("A new address", {}),
    "placement_began": ("A placement began", {}),
    "placement_ended": ("A placement ended", {}),
    "school_began": ("A new school", {}),
    "warning_began": ("A warning was put on the record", {}),
    "child_died": ("Died", {}),
    "adult_died": ("{name} died", {}),
    "adult_came": ("{name} came to live with the family", {}),
}


def said(what: str, detail: Mapping[str, Any]) -> str:
    """This function will return "Child protection plan began, neglect"; what is not known is left out."""
    if what == "placement_began" or what == "placement_ended":
        detail = {}
    words, lists = WORDS.get(what, (what.replace("_", " ").capitalize(), {}))
    head, mark, tail = words.partition(", {")
    if mark:
        known = _value(lists, tail.rstrip("}"), detail)
        return f"{head}, {_small(known)}" if known else head
    for name in ("kind", "outcome", "factor", "status", "name"):
        if f"{{{name}}}" in words:
            known = _value(lists, name, detail) or "not said"
            return words.replace(f"{{{name}}}", known if words.startswith("{") else _small(known))
    return words


def line(fact: Fact) -> str:
    """This function will return a fact in words, without its day."""
    return said(fact.what, fact.detail)


def month(on: date) -> str:
    """ "March 2024": in a sentence about years the day would be too much."""
    return f"{on:%B %Y}"


def _value(lists: Mapping[str, str], name: str, detail: Mapping[str, Any]) -> str:
    value = detail.get(name)
    if value is None or isinstance(value, bool):
        return ""
    known = codeset(lists[name]) if name in lists else None
    return (known.label(str(value)) if known is not None and str(value) in known else None) or str(value)


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}" if label[1:2].islower() else label
