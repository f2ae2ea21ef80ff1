"""The addresses of protection: discussion, enquiry, conference, plan; what is of a row may not be there."""

from __future__ import annotations

from collections.abc import Callable

from onechild.service.record.models import Child, ChildProtectionPlan, Section47Enquiry

Arguments = Callable[[Child], dict[str, object]]


def _alone(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id}


def _with(name: str, value: object) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, name: value}


def _with_enquiry(child: Child) -> dict[str, object]:
    row = Section47Enquiry.objects.filter(child=child).order_by("pk").first()
    return {"la_child_id": child.la_child_id, "enquiry_id": row.pk if row else "oc:0"}


def _with_protection_plan(child: Child, **more: object) -> dict[str, object]:
    row = ChildProtectionPlan.objects.filter(child=child).order_by("pk").first()
    return {"la_child_id": child.la_child_id, "plan_id": row.pk if row else "oc:0", **more}


CHILD: dict[str, tuple[Arguments, str]] = {
    "child-protection": (_alone, ""),
    "strategy-new": (_alone, "do_casework"),
    "strategy": (_with("discussion_id", "oc:0"), ""),
    "enquiry": (_with_enquiry, ""),
    "enquiry-write": (_with("enquiry_id", "oc:0"), "do_casework"),
    "enquiry-answer": (_with("enquiry_id", "oc:0"), "approve_work"),
    "conference-new": (_alone, "do_casework"),
    "conference": (_with("arrangement_id", "oc:0"), ""),
    "conference-move": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-call-off": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-ask": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-report": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-shared": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-attendance": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-decide": (_with("arrangement_id", "oc:0"), "chair_conference"),
    "conference-sent": (_with("arrangement_id", "oc:0"), "do_casework"),
    "conference-dissent": (
        lambda child: {"la_child_id": child.la_child_id, "arrangement_id": "oc:0", "person_id": "oc:0"},
        "chair_conference",
    ),
    "protection-plan": (_with_protection_plan, ""),
    "protection-plan-family": (_with_protection_plan, ""),
    "core-group-new": (_with_protection_plan, "do_casework"),
    "protection-plan-category": (_with("plan_id", "oc:0"), "approve_work"),
    "protection-plan-end": (_with("plan_id", "oc:0"), "approve_work"),
    "protection-outcome-new": (_with_protection_plan, "do_casework"),
    "protection-outcome": (lambda child: _with_protection_plan(child, outcome_id="oc:0"), "do_casework"),
    "protection-action-new": (lambda child: _with_protection_plan(child, outcome_id="oc:0"), "do_casework"),
    "protection-action-done": (lambda child: _with_protection_plan(child, action_id="oc:0"), "do_casework"),
}
OF_A_ROW = set(CHILD) - {"child-protection", "strategy-new", "conference-new"}
