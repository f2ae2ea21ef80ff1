"""Serious incidents: serious harm found in an enquiry, and the death of a child in care or a care leaver."""

from __future__ import annotations

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.steps.taking import done

HARM = 0.0018  # of enquiries: about two a year


def write_incidents(council: Council) -> None:
    """This function will write the incidents that must be notified."""
    rows = council.book.rows
    for enquiry in rows["section_47_enquiries"]:
        if share_of(council.seed, "incident", enquiry["enquiry_id"]) < HARM:
            _write(council, enquiry["enquiry_id"] + "SI", enquiry["child_id"], enquiry["started_on"], "harm")
    died = {row["child_id"]: row["died_on"] for row in rows["children"] if row.get("died_on") is not None}
    for care in rows["periods_of_care"]:
        if care.get("ended_on") is not None and died.get(care["child_id"]) == care["ended_on"]:
            _write(council, care["care_id"] + "SI", care["child_id"], care["ended_on"], "looked_after_death")
    for row in rows["leaving_care_eligibility"]:
        day = died.get(row["child_id"])
        if day is not None and row["started_on"] <= day and (row.get("ended_on") or day) >= day:
            _write(council, row["eligibility_id"] + "SI", row["child_id"], day, "care_leaver_death")


def _write(council: Council, key: str, child: str, day: int, kind: str) -> None:
    chance = council.stream("serious incident", key)
    notified = done(chance, day + 1, working_after(day, 5), late=0.12, never=0.0, over=10) or working_after(day, 5)
    reviewed = done(chance, working_after(notified, 8), working_after(notified, 15), late=0.2, never=0.0, over=10)
    council.book.write(
        "serious_incidents",
        serious_incident_id=key, child_id=child, happened_on=day, recorded_on=day, incident_kind=kind,
        notified_on=notified, rapid_review_on=None if kind == "care_leaver_death" else reviewed,
    )  # fmt: skip
