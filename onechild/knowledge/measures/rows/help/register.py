"""The rows of help and protection that measures may count, by name."""

from __future__ import annotations

from collections.abc import Callable

import ibis.expr.types as ir

from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.help import (
    assessments,
    contacts,
    enquiries,
    episodes,
    in_need,
    on_plans,
    plans,
    quality,
)

ROWS: dict[str, Callable[[Question], ir.Table]] = {
    "allegation duties": quality.allegation_duties,
    "assessment factors": assessments.factors,
    "assessments finished": assessments.finished,
    "assessments in time": assessments.in_time,
    "assessments under way": assessments.under_way,
    "audit actions": quality.audit_actions,
    "audits": quality.audits,
    "child in need plans": plans.need_plans,
    "child in need plans reviewed": in_need.plans_reviewed,
    "child in need visits owed": in_need.visits_owed,
    "child protection plans": plans.plans,
    "children in need": in_need.in_need,
    "children on child in need plans": in_need.on_need_plans,
    "children on child in need plans, seen": in_need.on_need_plans_and_seen,
    "children on plans, core groups": on_plans.core_groups,
    "children on plans, in full": on_plans.in_full,
    "children on plans, reviewed": on_plans.reviewed,
    "children on plans, seen in ten": on_plans.seen_in_ten_working_days,
    "conferences": enquiries.conferences,
    "contact duties": contacts.contact_duties,
    "contacts": contacts.contacts,
    "contacts turned away": contacts.turned_away,
    "early help ended": episodes.early_help_ended,
    "enquiries": enquiries.enquiries,
    "episodes of need": episodes.episodes,
    "grave concerns": enquiries.grave_concerns,
    "initial conferences": enquiries.initial_conferences,
    "homeless at 16 or 17": quality.homeless_at_16_or_17,
    "openings and closings": episodes.openings_and_closings,
    "referral duties": episodes.referral_duties,
    "step downs": plans.step_downs,
}
