"""Puts what happened to a child into words: a title and a sentence for each kind of happening."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onechild.service.govuk.parts import Happening
from onechild.service.govuk.words import date_only
from onechild.service.record.models import (
    DocumentKind,
    LetterKind,
    NoteKind,
    NoteWay,
    OrderKind,
    PathwayKind,
    VisitPlace,
    WarningKind,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.lateness import written_late
from onechild.service.record.queries.timeline import Happened

NAMED, INSIDE = re.compile(r"\{(\w+)\}"), re.compile(r"(?<=\w )\{(\w+)\}")
VISITS_FOR = {
    "child_protection": "on a child protection visit",
    "child_in_need": "on a child in need visit",
    "looked_after": "on a looked-after visit",
    "placed_for_adoption": "on a visit to an adoptive placement",
    "assessment": "for an assessment",
    "section_47": "in a section 47 enquiry",
    "care_leaver": "on a visit to a care leaver",
    "private_fostering": "on a private fostering visit",
}
A_LINE = 600  # letters
A_WEEK = 7  # what was written down later than this is told to have been


@dataclass(frozen=True)
class Said:
    """The words of one kind: a phrase is said where all that it names is known; `codes` says which lists explain it.

    A `{worker}` is the worker's name. In `choices` a yes, a no or another value stands for words of its own.
    """

    title: str
    phrases: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)


def said_of(happened: Happened, *, workers: Mapping[str, str], today: date, href: str = "") -> Happening:
    """This function will return one thing as a line of a timeline; `workers` has names by id."""
    name = workers.get(happened.worker_id or "", "")
    title, words = _visit(happened, name) if happened.what == "visit" else _usual(happened, name, today)
    return Happening(
        on=happened.on,
        title=f"{title}.",
        words=words,
        note=_note(happened),
        kind="silence" if happened.silent else "decision" if happened.decisive else "",
        href=href,
    )


def words_of(happened: Happened, *, workers: Mapping[str, str], today: date) -> tuple[str, str]:
    """This function will return the title and the words of what happened, for a table."""
    name = workers.get(happened.worker_id or "", "")
    return _visit(happened, name) if happened.what == "visit" else _usual(happened, name, today)


def _note(happened: Happened) -> str:
    """When it was written down, where that was later: of a visit always, of anything else after more than a week."""
    late = (happened.recorded_on - happened.on).days if happened.recorded_on else 0
    told = late > (0 if happened.what == "visit" else A_WEEK)
    return f"W{written_late(happened.on, happened.recorded_on)[1:]}." if told else ""


def _usual(happened: Happened, worker: str, today: date) -> tuple[str, str]:
    kind = "waiting" if happened.silent and happened.what == "allocated" else happened.what
    said = WORDS.get(kind, Said(happened.what.replace("_", " ").capitalize()))
    known = {name: _value(said, name, value, today) for name, value in happened.detail.items()} | {"worker": worker}
    phrases = (_filled(phrase, known) for phrase in said.phrases)
    words = "; ".join(phrase for phrase in phrases if phrase)
    return _filled(said.title, known) or said.title.split(":")[0], _sentence(words) if words else ""


def _value(said: Said, name: str, value: Any, today: date) -> str:
    if name in said.choices:
        return said.choices[name].get(value, "")
    if name in said.codes:
        return code_in_words(said.codes[name], value)
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return date_only(date.fromisoformat(value), today)
    return "" if value is None or isinstance(value, bool) else _short(str(value))


def _filled(phrase: str, known: Mapping[str, str]) -> str:
    """The phrase, or nothing where something that it names is not known; within a sentence a label begins small."""
    if any(not known.get(name) for name in NAMED.findall(phrase)):
        return ""
    return INSIDE.sub(lambda found: _small(known[found[1]]), phrase).format_map(known)


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}" if label[1:2].islower() else label


def _visit(happened: Happened, worker: str) -> tuple[str, str]:
    told = happened.detail
    place = VisitPlace(told["place"]).label.lower() if told.get("place") else ""
    by = f"by {worker}" if worker else ""
    how = "" if told["method"] in (None, "face_to_face") else code_in_words("visit_method", told["method"]).lower()
    if told["seen"]:
        title = "Seen alone" if told["alone"] else "Seen"
        words = " ".join(part for part in (place, by) if part)
    elif told["seen"] is None:
        title, words = "Visit, with no note of whether the child was seen", by
    else:
        title = "Visited and not seen"
        why = code_in_words("not_seen_reason", told["not_seen"]).lower()
        words = ": ".join(part for part in (by, why or "no reason recorded") if part)
    purpose = VISITS_FOR.get(told["purpose"], "")
    said = f"“{_short(told['said'])}”" if told.get("said") else ""
    aim = f"For: {told['aim']}" if told.get("aim") else ""
    sentences = (", ".join(part for part in (words, how, purpose) if part), aim, _short(told.get("words") or ""), said)
    return title, " ".join(_sentence(part) for part in sentences if part)


def _short(words: str) -> str:
    """As much of a long note as a line of a timeline bears; the whole is read among the case notes."""
    return words if len(words) <= A_LINE else f"{words[:A_LINE].rsplit(None, 1)[0]} … (go on reading in Case notes)"


def _sentence(words: str) -> str:
    """A capital at its head and, unless it ends with a mark of its own, a full stop."""
    return f"{words[0].upper()}{words[1:]}{'.' if words[-1].isalnum() else ''}"


def _spell(spell: str, began: str, ended: str, /, *phrases: str, **codes: str) -> dict[str, Said]:
    """The beginning and the end of a spell, with what is said of each."""
    return {
        f"{spell}_began": Said(began, tuple(phrase for phrase in phrases if "end_reason" not in phrase), codes),
        f"{spell}_ended": Said(ended, tuple(phrase for phrase in phrases if "end_reason" in phrase), codes),
    }


QUORATE = {"quorate": {True: "", False: "too few agencies were there"}}
WORDS: dict[str, Said] = {
    "contact": Said(
        "Contact", ("from {from}", "{words}", "priority {priority}"),
        {"from": "referral_source", "priority": "front_door_priority"},
    ),
    "front_door_decision": Said(
        "{stage}: {outcome}", ("{worker}", "{reason}"), {"stage": "decision_stage", "outcome": "front_door_outcome"}
    ),
    **_spell("referral", "Referral", "Case closed", "from {from}", "{need}", "{end_reason}",
             need="primary_need", end_reason="cin_closure_reason", **{"from": "referral_source"}),
    **_spell("early_help", "Early help began", "Early help ended", "{by}", "{reason}", "{end_reason}"),
    "outcome": Said("Outcome of the {of}: {outcome}", (), {"of": "outcome_of", "outcome": "outcome"}),
    "assessment_began": Said("Assessment began", ("{kind}", "{worker}"), {"kind": "assessment_kind"}),
    "assessment_ended": Said(
        "Assessment authorised", ("{needs_support}", "{child_seen}", "{worker}"), {},
        {"needs_support": {True: "needs support", False: "needs no support"},
         "child_seen": {True: "the child was seen", False: "the child was not seen"}},
    ),
    "factor": Said("Found in the assessment: {factor}", (), {"factor": "assessment_factor"}),
    "strategy_discussion": Said(
        "Strategy discussion", ("{began_enquiry}", "{worker}"), {}, {"began_enquiry": {True: "began an enquiry"}}
    ),
    "enquiry_began": Said("Section 47 enquiry began", ("{worker}",)),
    "enquiry_ended": Said(
        "Section 47 enquiry ended", ("{no_further_action}", "{no_conference}"), {},
        {"no_further_action": {True: "no further action"}, "no_conference": {True: "no conference was needed"}},
    ),
    "conference": Said(
        "{kind} conference", ("{led_to_plan}", "{plan_continues}", "{participation}", "{quorate}"),
        {"kind": "conference_kind", "participation": "review_participation"},
        {"led_to_plan": {True: "child protection plan made", False: "no plan made"},
         "plan_continues": {True: "plan continues", False: "plan ends"}, **QUORATE},
    ),
    **_spell("protection_plan", "Child protection plan began", "Child protection plan ended", "{category}",
             "{end_reason}", category="abuse_category", end_reason="plan_end_reason"),
    "category": Said("Category of the plan: {category}", (), {"category": "abuse_category"}),
    "core_group": Said("Core group", ("{quorate}",), {}, QUORATE),
    "need_plan_began": Said(
        "Child in need plan began", ("{stepped_down}",), {},
        {"stepped_down": {True: "stepped down from a child protection plan"}},
    ),
    "need_plan_ended": Said("Child in need plan ended", ("{end_reason}",), {"end_reason": "plan_end_reason"}),
    "need_review": Said(
        "Child in need review", ("{continues}",), {}, {"continues": {True: "plan continues", False: "plan ends"}}
    ),
    "not_seen": Said("Not seen when a visit was due", ("due {due}", "counted from {from}", "seen {met}")),
    **_spell("care", "Came into care", "Left care", "{need}", "{end_reason}", need="primary_need",
             end_reason="reason_episode_ceased"),
    "placement_began": Said(
        "Placed: {kind}", ("{provider}", "{miles} miles from home"),
        {"kind": "placement_type", "provider": "placement_provider"},
    ),
    "placement_ended": Said(
        "Placement ended", ("{reason}",), {"reason": "placement_change_reason", "kind": "placement_type"}
    ),
    "placement_condition": Said("Of the placement: {condition}", ("{worker}",), {"condition": "placement_condition"}),
    **_spell("legal_status", "Legal status: {status}", "Legal status ended: {status}", "{words}",
             status="legal_status"),
    "care_review": Said(
        "Looked-after review", ("{cancelled}", "{participation}", "{worker}"),
        {"participation": "review_participation"}, {"cancelled": {True: "cancelled"}},
    ),
    "care_plan": Said("Care plan agreed"),
    "permanence_plan": Said("Plan for permanence: {permanence}", (), {"permanence": "permanence_plan"}),
    "placement_plan": Said("Placement plan made with the carer"),
    "reviewing_contact": Said("Contact with the independent reviewing officer", ("{worker}",)),
    **_spell("deprivation", "Order that allows deprivation of liberty", "Order on deprivation of liberty ended",
             "ends {expires}"),
    "earlier_permanence": Said(
        "Earlier permanent home: {permanence}", ("{council}",), {"permanence": "previous_permanence"}
    ),
    "permanence_decided": Said("Decided that the child should be placed for adoption", ("{worker}",)),
    "permanence_placement_order": Said("Placement order made"),
    "permanence_matched": Said("Matched with adopters"),
    "permanence_placed": Said("Placed for adoption"),
    "permanence_placement_ended": Said("Placement for adoption ended"),
    "permanence_ordered": Said("{order} made", (), {"order": "permanence_order"}),
    "permanence_reversed": Said("Decided that the child should no longer be placed for adoption"),
    **_spell("leaving_care", "Leaving care: {eligibility}", "Leaving care: no longer {eligibility}",
             eligibility="care_leaver_eligibility"),
    "pathway": Said("Pathway {step}", ("{worker}",), {"step": "pathway_step"}),
    "leaving_care_contact": Said("In touch as a care leaver", ("{method}", "{worker}"), {"method": "visit_method"}),
    "circumstances": Said(
        "How the young person lives", ("{accommodation}", "{suitable}", "{activity}"),
        {"activity": "care_leaver_activity", "accommodation": "care_leaver_accommodation",
         "suitable": "care_leaver_accommodation_suitability", "in_touch": "care_leaver_in_touch"},
    ),
    "health_check": Said(
        "{kind}", ("{status}",), {"kind": "health_check_kind", "status": "ssd_health_check_status"}
    ),
    "immunisations": Said(
        "Immunisations", ("{up_to_date}",), {}, {"up_to_date": {True: "up to date", False: "not up to date"}}
    ),
    "substance": Said(
        "Substance misuse found", ("{offered}", "{received}"), {},
        {"offered": {True: "help offered", False: "no help offered"}, "received": {True: "help taken up"}},
    ),
    "conviction": Said("Conviction, warning or reprimand", ("{offence}",)),
    "questionnaire": Said("Strengths and difficulties questionnaire", ("score {score}", "{reason}"),
                          {"reason": "sdq_reason"}),
    "education_plan": Said("Personal education plan: {step}", (), {"step": "plan_step"}),
    "ehc_request": Said("Education, health and care assessment asked for", ("{outcome}",),
                        {"outcome": "ehc_request_outcome"}),
    **_spell("ehc_plan", "Education, health and care plan began", "Education, health and care plan ended",
             "{end_reason}", end_reason="ehcp_cease_reason"),
    "school_began": Said("Joined a school", ("school number {urn}", "year {year}")),
    "school_ended": Said("Left a school", ("school number {urn}",)),
    "pre_proceedings_began": Said("Pre-proceedings began"),
    "pre_proceedings_letter": Said("Letter before proceedings sent"),
    "pre_proceedings_meeting": Said("First pre-proceedings meeting"),
    "pre_proceedings_ended": Said("Pre-proceedings ended", ("{outcome}", "{words}"),
                                  {"outcome": "plo_pre_proceedings_outcome"}),
    "proceedings_began": Said("Court proceedings began", ("{application}",), {"application": "court_application"}),
    "proceedings_ended": Said("Court proceedings ended", ("{order}",), {"order": "court_order"}),
    "hearing": Said("Hearing", ("{kind}", "{held}", "{outcome}"), {"kind": "hearing_kind"},
                    {"held": {False: "not held"}}),
    "edge_of_care_began": Said("Work at the edge of care began", ("{reason}", "{worker}"),
                               {"reason": "edge_of_care_reason"}),
    "edge_of_care_ended": Said("Work at the edge of care ended", ("{outcome}",), {"outcome": "edge_of_care_outcome"}),
    **_spell("private_fostering", "Private fostering began", "Private fostering ended", "{worker}"),
    "step": Said("{step}", ("for {set_for}", "{worker}"), {"step": "step"}),
    "stay_began": Said("Stay began: {kind}", ("{words}",), {"kind": "stay_kind"}),
    "stay_ended": Said("Stay ended: {kind}", (), {"kind": "stay_kind"}),
    "timed_power_began": Said("{power} began", (), {"power": "timed_power"}),
    "timed_power_ended": Said("{power} ended", (), {"power": "timed_power"}),
    "matching_decision": Said(
        "Match with the placement decided", ("{long_term}", "{cultural_plan}", "{worker}"), {},
        {"long_term": {True: "for the long term"}, "cultural_plan": {True: "with a plan for what it does not meet"}},
    ),
    "school_result": Said(
        "End of the school year", ("missed {missed} of {possible} half days", "Attainment 8: {score}", "{matched}"), {},
        {"matched": {False: "not found in the school census"}},
    ),
    "serious_incident": Said("Serious incident: {kind}", ("notified {notified}",), {"kind": "serious_incident_kind"}),
    "address": Said("Moved: {kind}", ("{postcode}",), {"kind": "address_kind"}),
    "name": Said("Name: {forename} {surname}", ("{kind}",), {"kind": "name_kind"}),
    "immigration": Said("Immigration status: {status}", ("{words}",), {"status": "immigration_status"}),
    **_spell("missing", "Missing", "Back", "{kind}", kind="missing_type"),
    "return_interview": Said("Return interview", ("{held}", "{reason}"), {},
                             {"held": {True: "held", False: "offered and not held"}}),
    "allocated": Said("{role}", ("{worker}",), {}, {"role": {
        "lead": "New lead worker", "co_worker": "Co-worker", "personal_adviser": "Personal adviser",
        "reviewing_officer": "Reviewing officer or conference chair", "family_worker": "Family worker",
        "supervising_social_worker": "Supervising social worker", "adoption_worker": "Adoption worker",
        "other": "Another worker"}}),
    "waiting": Said("On a team’s waiting list, with no worker"),
    "supervision": Said("Supervision about the child", ("{worker}", "{direction}"), {},
                        {"direction": {True: "direction given", False: "no direction given"}}),
    "direction_given": Said("Direction", ("“{words}”", "{worker}", "in {in}", "due {due}"), {"in": "direction_source"}),
    "direction_done": Said("Direction carried out", ("“{words}”", "{worker}")),
    "direction_withdrawn": Said("Direction withdrawn", ("“{words}”", "{reason}")),
    "audit": Said("Audit: {grade}", ("after moderation {moderated}", "{worker}"),
                  {"grade": "audit_grade", "moderated": "audit_grade"}),
    "decision_explained": Said("{kind}", ("{worker}", "considered: {options}", "{reason}",
                                          "explained to the child {explained}"), {"kind": "life_decision"}),
    "visit_interval_began": Said("To be seen every {days} days", ("{reason}",)),
    "visit_interval_ended": Said("No longer to be seen every {days} days"),
    "case_note": Said(
        "{kind}: {subject}", ("{way}: {with}", "{worker}", "“{text}”", "“{said}”"), {},
        {"kind": dict(NoteKind.choices), "way": dict(NoteWay.choices)},
    ),
    "document": Said("Document: {title}", ("{kind}", "written by: {by}"), {}, {"kind": dict(DocumentKind.choices)}),
    "letter_sent": Said("Letter sent: {subject}", ("{kind}", "to: {to}"), {}, {"kind": dict(LetterKind.choices)}),
    "sensitive_pathway_began": Said("{kind}: pathway opened", ("{worker}",), {}, {"kind": dict(PathwayKind.choices)}),
    "sensitive_pathway_ended": Said("{kind}: pathway ended", ("{reason}",), {}, {"kind": dict(PathwayKind.choices)}),
    "protective_order_began": Said("{kind} made", ("{court}", "until {until}"), {}, {"kind": dict(OrderKind.choices)}),
    "protective_order_ended": Said("{kind} ended", (), {}, {"kind": dict(OrderKind.choices)}),
    "management_oversight": Said("Management oversight", ("{by}", "“{words}”", "again by {next}")),
    "step_down": Said(
        "Stepped down", ("{to_early_help}", "with: {by}", "{worker}", "visited every {days} days at least",
                         "if it gets worse: {if_worse}"), {}, {"to_early_help": {True: "to early help"}},
    ),
    "closure": Said("Closure agreed", ("{reason}", "{words}"), {"reason": "cin_closure_reason"}),
    "warning_began": Said("Warning: {kind}", ("{words}",), {}, {"kind": dict(WarningKind.choices)}),
    "warning_ended": Said("Warning ended: {kind}", ("{reason}",), {}, {"kind": dict(WarningKind.choices)}),
}  # fmt: skip
