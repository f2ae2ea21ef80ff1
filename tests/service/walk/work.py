"""The addresses of the work with one child: notes, pathways, plans, assessments, people, letters."""

from __future__ import annotations

from collections.abc import Callable

from onechild.service.record.models import Assessment, Child

Arguments = Callable[[Child], dict[str, object]]


def _alone(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id}


def _with(name: str, value: object) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, name: value}


def _with_two(*names: str) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, **dict.fromkeys(names, "oc:0")}


def _with_outcome(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id, "pathway_id": "oc:0", "outcome_id": "oc:0"}


def _with_assessment(child: Child, **more: object) -> dict[str, object]:
    row = Assessment.objects.filter(child=child).order_by("pk").first()
    return {"la_child_id": child.la_child_id, "assessment_id": row.pk if row else "oc:0", **more}


CHILD: dict[str, tuple[Arguments, str]] = {
    # case notes, documents and the chronology
    "notes": (_alone, ""),
    "note-new": (_alone, "record_visit"),
    "note-write": (_with("kind", "other"), "record_visit"),
    "note-transcript": (_alone, "record_visit"),
    "note": (_with("note_id", "oc:0"), ""),
    "note-pin": (_with("note_id", "oc:0"), "record_visit"),
    "note-remove": (_with("note_id", "oc:0"), "approve_work"),
    "documents": (_alone, ""),
    "document-new": (_alone, "record_visit"),
    "document": (_with("document_id", "oc:0"), ""),
    "document-file": (_with("document_id", "oc:0"), ""),
    "document-remove": (_with("document_id", "oc:0"), "approve_work"),
    "child-chronology": (_alone, ""),
    "child-mark": (
        lambda child: {"la_child_id": child.la_child_id, "what": "visit", "row_key": "oc:0"},
        "record_visit",
    ),
    # Sensitive pathways, orders, missing episodes.
    "child-pathways": (_alone, ""),
    "pathway-new": (_alone, "do_casework"),
    "pathway": (_with("pathway_id", "oc:0"), ""),
    "pathway-words": (_with("pathway_id", "oc:0"), "do_casework"),
    "pathway-done": (_with("pathway_id", "oc:0"), "do_casework"),
    "pathway-signs": (_with("pathway_id", "oc:0"), "do_casework"),
    "pathway-oversight": (_with("pathway_id", "oc:0"), "approve_work"),
    "pathway-end": (_with("pathway_id", "oc:0"), "approve_work"),
    "pathway-choice": (_with("pathway_id", "oc:0"), "do_casework"),
    "pathway-outcome-new": (_with("pathway_id", "oc:0"), "do_casework"),
    "pathway-outcome": (_with_outcome, "do_casework"),
    "order-new": (_alone, "do_casework"),
    "order": (_with("order_id", "oc:0"), "do_casework"),
    "missing-new": (_alone, "do_casework"),
    "missing-episode": (_with("missing_id", "oc:0"), ""),
    "missing-back": (_with("missing_id", "oc:0"), "do_casework"),
    "missing-interview": (_with("missing_id", "oc:0"), "do_casework"),
    # Child in need plans, step-down and closure
    "need-plans": (_alone, ""),
    "need-plan-new": (_alone, "do_casework"),
    "need-plan": (_with("plan_id", "oc:0"), ""),
    "need-plan-edit": (_with("plan_id", "oc:0"), "do_casework"),
    "need-plan-decide": (_with("plan_id", "oc:0"), "approve_work"),
    "need-plan-outcome-new": (_with("plan_id", "oc:0"), "do_casework"),
    "need-plan-review": (_with("plan_id", "oc:0"), "do_casework"),
    "need-plan-oversee": (_with("plan_id", "oc:0"), "approve_work"),
    "need-plan-end": (_with("plan_id", "oc:0"), "approve_work"),
    "step-down": (_alone, "approve_work"),
    "closure-new": (_alone, "do_casework"),
    "closure": (_with("closure_id", "oc:0"), ""),
    # Assessments
    "assessment-new": (_alone, "do_casework"),
    "assessment": (_with_assessment, ""),
    "assessment-history": (_with_assessment, ""),
    "assessment-delay": (_with_assessment, ""),
    "assessment-pattern": (lambda child: _with_assessment(child, key="earlier_plans"), "do_casework"),
    "assessment-part": (lambda child: _with_assessment(child, key="voice"), "do_casework"),
    "assessment-delay-remove": (lambda child: _with_assessment(child, cause_id="oc:0"), "do_casework"),
    "assessment-submit": (_with_assessment, "do_casework"),
    "assessment-check": (_with_assessment, "approve_work"),
    "assessment-decide": (_with_assessment, "approve_work"),
    "assessment-reopen": (_with_assessment, "approve_work"),
    "adult-childhood": (_with("adult_id", "oc:0"), "do_casework"),
    # The people around a child, and safe letters.
    "people": (_alone, ""),
    "network": (_alone, ""),
    "relation-new": (_alone, "edit_child"),
    "relation-edit": (_with("relationship_id", "oc:0"), "edit_child"),
    "relation-end": (_with("relationship_id", "oc:0"), "edit_child"),
    "adult-edit": (_with("adult_id", "oc:0"), "edit_child"),
    "adult-contact-new": (_with("adult_id", "oc:0"), "edit_child"),
    "adult-contact-end": (_with("contact_id", "oc:0"), "edit_child"),
    "letters": (_alone, ""),
    "letter-new": (_alone, "do_casework"),
    "letter": (_with("letter_id", "oc:0"), ""),
    "letter-mark": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-head": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-part": (_with_two("letter_id", "part_id"), "do_casework"),
    "letter-recipient-new": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-allow": (_with_two("letter_id", "recipient_id"), "do_casework"),
    "letter-version": (_with_two("letter_id", "recipient_id"), "do_casework"),
    "letter-send": (_with_two("letter_id", "recipient_id"), "do_casework"),
    "letter-check": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-drop": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-part-new": (_with("letter_id", "oc:0"), "do_casework"),
    "letter-part-out": (_with_two("letter_id", "part_id"), "do_casework"),
    "letter-recipient-out": (_with_two("letter_id", "recipient_id"), "do_casework"),
}
