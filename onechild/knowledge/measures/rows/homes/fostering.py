"""Fostering households at each moment with their places, checks and reviews; approvals; approvals for a time."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.journey.others.fostering import NO_FOSTERING
from onechild.knowledge.clocks.rules.care.placements import TEMPORARY_APPROVAL
from onechild.knowledge.clocks.rules.others.fostering import CERTIFICATE, FOSTER_CARER_REVIEW, MEDICAL
from onechild.knowledge.measures.question import Question, holding
from onechild.knowledge.measures.rows.owed import owed
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

CONNECTED = "connected"


def households(question: Question) -> ir.Table:
    """Approved fostering households: moment, row_id, household_id, carer_type, connected, places, filled (children)."""

    def draw() -> ir.Table:
        rows = holding(question.asked, _approved(question))
        rows = rows.select("moment", "to_on", "household_id", "places", carer_type=rows.household_kind)
        placed = question.table("placements").filter(_.household_id.notnull())
        placed = holding(question.asked, placed.select("placement_id", "household_id", "child_id", *SPELL))
        children = placed.group_by(["moment", "household_id"]).agg(children=_.child_id.nunique())
        rows = rows.left_join(children, ["moment", "household_id"]).drop("moment_right", "household_id_right")
        return rows.select(
            "moment",
            "household_id",
            "carer_type",
            row_id=rows.household_id,
            connected=(rows.carer_type == CONNECTED).fill_null(False),
            places=rows.places.cast("float64"),
            filled=rows.children.fill_null(0).cast("float64"),
        )

    return question.keep("foster_households", draw)


def households_checked(question: Question) -> ir.Table:
    """The same households by what they are owed: moment, row_id, household_id, carer_type, and for each its state.

    review_owed (not while the first is not due yet), review_late, certificate_owed, certificate_late, medical_owed and
    medical_late. Certificates and medicals count from approval where none is on record.
    """

    def draw() -> ir.Table:
        duties = owed(question, FOSTER_CARER_REVIEW.key, CERTIFICATE.key, MEDICAL.key)
        late = duties.group_by(["moment", "subject_id"]).agg(
            reviews=duties.count(where=(duties.clock == FOSTER_CARER_REVIEW.key) & ~duties.too_new),
            reviews_late=duties.count(where=duties.late & (duties.clock == FOSTER_CARER_REVIEW.key)),
            certificates=duties.count(where=duties.clock == CERTIFICATE.key),
            certificates_late=duties.count(where=duties.late & (duties.clock == CERTIFICATE.key)),
            medicals=duties.count(where=duties.clock == MEDICAL.key),
            medicals_late=duties.count(where=duties.late & (duties.clock == MEDICAL.key)),
        )
        late = late.rename(household_id="subject_id")
        held = holding(question.asked, _approved(question))
        held = held.select("moment", "household_id", carer_type=held.household_kind)
        rows = held.left_join(late, ["moment", "household_id"]).drop("moment_right", "household_id_right")
        return rows.select(
            "moment",
            "household_id",
            "carer_type",
            row_id=rows.household_id,
            review_owed=rows.reviews.fill_null(0) > 0,
            review_late=rows.reviews_late.fill_null(0) > 0,
            certificate_owed=rows.certificates.fill_null(0) > 0,
            certificate_late=rows.certificates_late.fill_null(0) > 0,
            medical_owed=rows.medicals.fill_null(0) > 0,
            medical_late=rows.medicals_late.fill_null(0) > 0,
        )

    return question.keep("foster_households_checked", draw)


def approvals(question: Question) -> ir.Table:
    """Approvals of fostering households and their ends: row_id, household_id, carer_type, changed_on, adds (1, -1)."""

    def draw() -> ir.Table:
        rows = _approved(question)
        parts = [_change(rows, "started_on", 1), _change(rows.filter(rows.ended_on.notnull()), "ended_on", -1)]
        return parts[0].union(parts[1])

    return question.keep("foster_approvals", draw)


def temporary_approvals(question: Question) -> ir.Table:
    """Connected people approved for a time: moment, row_id, child_id, late, past_the_first_time.

    Late by the clock, which gives an extended approval longer; past the first time whether it was extended or not.
    """

    def draw() -> ir.Table:
        rows = with_reach(question, owed(question, TEMPORARY_APPROVAL.key), "started_on", first_time(), name="until")
        rows = rows.inner_join(question.asked.select("moment", "to_on"), "moment")
        past = (rows.until < rows.to_on).fill_null(False)
        return rows.select("moment", "row_id", "child_id", "late", past_the_first_time=past)

    return question.keep("temporary_approvals", draw)


def first_time() -> Length:
    """How long an approval for a time lasts before any extension, by its clock."""
    length = TEMPORARY_APPROVAL.rules[-1].lengths[-1]
    if not isinstance(length, Length):
        raise TypeError("regulation 24 sets how long an approval for a time may last; no council's setting can")
    return length


SPELL = ("started_on", "ended_on")


def _approved(question: Question) -> ir.Table:
    rows = question.table("fostering_households")
    return rows.filter(rows.household_kind.isnull() | rows.household_kind.notin(NO_FOSTERING))


def _change(rows: ir.Table, day: str, adds: int) -> ir.Table:
    return rows.select(
        "household_id",
        carer_type=rows.household_kind,
        row_id=rows.household_id + "/" + day,
        changed_on=rows[day],
        change=ibis.literal(float(adds)).cast("float64"),
    )
