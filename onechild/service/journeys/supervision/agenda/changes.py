"""What changed for a child since the last supervision, in the words of the child's own timeline."""

from __future__ import annotations

from datetime import date

from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.agenda.lines import Line
from onechild.service.record.queries.timeline import timeline
from onechild.service.record.queries.work.wording import words_of

# What a supervisor asks after. Visits are counted, not listed.
KINDS = (
    *("contact", "referral_began", "referral_ended", "assessment_began", "assessment_ended", "strategy_discussion"),
    *("enquiry_began", "enquiry_ended", "conference", "protection_plan_began", "protection_plan_ended"),
    *("need_plan_began", "need_plan_ended", "need_review", "care_began", "care_ended", "placement_began"),
    *("placement_ended", "legal_status_began", "care_review", "pre_proceedings_began", "proceedings_began"),
    *("proceedings_ended", "hearing", "missing_began", "missing_ended", "return_interview", "serious_incident"),
    *("address", "allocated", "sensitive_pathway_began", "decision_explained", "closure", "step_down"),
)
VISITS = ("visit", "not_seen")
MOST, READ = 12, 200


def changes(child_id: str, *, since: date, today: date) -> list[Line]:
    """This function will return what changed for a child after a day, the newest first, visits counted: one query."""
    found = timeline(child_id, today=today, kinds=(*KINDS, *VISITS), since=since, many=READ).items
    fresh = [one for one in found if one.on > since]
    told = [one for one in fresh if one.what in KINDS]
    lines = []
    for one in told[:MOST]:
        title, _ = words_of(one, workers={}, today=today)
        lines.append(Line(part="changed", words=title, note=date_only(one.on, today)))
    if len(told) > MOST:
        lines.append(Line(part="changed", words=f"And {len(told) - MOST} more, on the child’s record"))
    seen = [one for one in fresh if one.what == "visit"]
    missed = sum(one.what == "not_seen" for one in fresh)
    if seen or missed:
        visits = "1 visit" if len(seen) == 1 else f"{len(seen)} visits"
        last = f"the last on {date_only(seen[0].on, today)}" if seen else ""
        not_seen = f"not seen {missed} time{'' if missed == 1 else 's'}" if missed else ""
        lines.append(Line(part="changed", words=visits, note=", ".join(filter(None, (last, not_seen)))))
    return lines
