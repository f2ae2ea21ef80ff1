"""Legal status and placement that disagree: one of the two is wrong, or somebody has acted without authority."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import Reading, in_care, living, silence

if TYPE_CHECKING:
    import ibis.expr.types as ir

CARE_ORDERS = ("C1", "C2", "E1", "D1")
UNREGULATED = ("H5", "K3", "P2")
UNDER_16_SINCE = date(2021, 9, 9)  # regulation 27A
REGISTERED_SINCE = date(2023, 10, 28)


def _statuses(reading: Reading) -> ir.Table:
    """Legal statuses in force on the day: child_id, legal_status_id, status, from_on."""
    rows = reading.now("legal_statuses").filter(_.status.notnull())
    living_now = rows.semi_join(reading.shared(living), "child_id")
    return living_now.select("child_id", "legal_status_id", "status", from_on=_.started_on)


def _placed(reading: Reading) -> ir.Table:
    """Placements in force on the day: child_id, placement_id, started_on, placement_kind."""
    rows = reading.now("placements").semi_join(reading.shared(living), "child_id")
    return rows.select("child_id", "placement_id", "started_on", "placement_kind")


def _order_without_placement(reading: Reading) -> ir.Table:
    statuses = reading.shared(_statuses).semi_join(reading.shared(in_care), "child_id")
    bare = statuses.filter(_.status.isin(CARE_ORDERS)).anti_join(reading.shared(_placed), "child_id")
    return silence(bare, row="legal_status_id", since="from_on", detail="status")


def _order_without_care(reading: Reading) -> ir.Table:
    statuses = reading.shared(_statuses).filter(_.status.isin(CARE_ORDERS))
    minors = reading.shared(living).filter(_.born_on.isnull() | (_.born_on >= reading.mark("aged_18_mark")))
    care = reading.now("periods_of_care")
    bare = statuses.semi_join(minors, "child_id").anti_join(care, "child_id")
    return silence(bare, row="legal_status_id", since="from_on", detail="status")


def _care_without_status(reading: Reading) -> ir.Table:
    bare = reading.shared(in_care).anti_join(reading.shared(_statuses), "child_id")
    return silence(bare, row="care_id")


def _accommodated_at_home(reading: Reading) -> ir.Table:
    v2 = reading.shared(_statuses).filter(_.status == "V2").select("child_id", "from_on")
    home = reading.shared(_placed).filter(_.placement_kind == "P1").join(v2, "child_id")
    both = home.mutate(since_on=ibis.greatest(home.started_on, home.from_on))
    return silence(both, row="placement_id", since="since_on", detail="placement_kind")


def _placement_order_without_adoption(reading: Reading) -> ir.Table:
    orders = reading.shared(_statuses).filter(_.status == "E1")
    plans = reading.table("permanence_plans").filter(_.permanence == "adoption")
    planned = plans.filter(
        plans.started_on.isnull() | (plans.started_on <= reading.day),
        plans.ended_on.isnull() | (plans.ended_on > reading.day),
    )
    cases = reading.table("permanence_cases")
    decided = cases.filter(
        cases.decided_on <= reading.day, cases.reversed_on.isnull() | (cases.reversed_on > reading.day)
    )
    placed = reading.shared(_placed).filter(_.placement_kind.isin(("A3", "A4", "A5", "A6")))
    bare = orders.anti_join(planned, "child_id").anti_join(decided, "child_id").anti_join(placed, "child_id")
    return silence(bare, row="legal_status_id", since="from_on", detail="status")


def _adoption_without_order(reading: Reading) -> ir.Table:
    orders = reading.shared(_statuses).filter(_.status == "E1")
    placed = reading.shared(_placed).filter(_.placement_kind.isin(("A5", "A6")))
    return silence(placed.anti_join(orders, "child_id"), row="placement_id", detail="placement_kind")


def _under_16_unregulated(reading: Reading) -> ir.Table:
    young = reading.shared(living).filter(_.born_on >= reading.mark("aged_16_mark"))
    there = reading.shared(_placed).filter(_.placement_kind.isin(UNREGULATED)).semi_join(young, "child_id")
    in_law = there.mutate(since_on=ibis.greatest(there.started_on, ibis.date(UNDER_16_SINCE)))
    in_law = in_law.filter(ibis.date(UNDER_16_SINCE) <= reading.day)
    return silence(in_law, row="placement_id", since="since_on", detail="placement_kind")


def _unregistered(reading: Reading) -> ir.Table:
    """16 or 17, and semi-independent or in supported accommodation that has no number of Ofsted's."""
    aged = reading.shared(living).filter(
        _.born_on < reading.mark("aged_16_mark"), _.born_on >= reading.mark("aged_18_mark")
    )
    rows = reading.now("placements").semi_join(aged, "child_id").filter(_.placement_kind.isin(UNREGULATED))
    bare = rows.filter(_.urn.isnull() | (_.placement_kind != "K3"))
    in_law = bare.mutate(from_on=ibis.greatest(bare.started_on, ibis.date(REGISTERED_SINCE)))
    in_law = in_law.filter(ibis.date(REGISTERED_SINCE) <= reading.day)
    return silence(in_law, row="placement_id", since="from_on", detail="placement_kind")


CHECKS = (
    Check(
        "order-without-placement",
        "A care order, and no placement",
        "The council has parental responsibility, and the record doesn’t say where the child lives.",
        Source("Children Act 1989, sections 22 and 33", "law", Confidence.V2),
        mended_by="lead",
        mend="Write down where the child lives, or put the legal status right.",
        since="Order from",
        query=_order_without_placement,
        needs=(Needs("placements"), Needs("legal_statuses")),
        detail_of="legal_status",
    ),
    Check(
        "order-without-care",
        "A care order, and not recorded as looked after",
        "A child under a care order is looked after wherever the child lives: no visit or review is counted.",
        Source("Children Act 1989, section 22(1)", "law", Confidence.V2),
        mended_by="lead",
        mend="Record the time in care, or the end of the order.",
        since="Order from",
        query=_order_without_care,
        needs=(Needs("periods_of_care"), Needs("legal_statuses")),
        detail_of="legal_status",
    ),
    Check(
        "care-without-legal-status",
        "In care, with no legal status",
        "Nothing says by what right the child is in care, or who holds parental responsibility.",
        Source("Children Act 1989, sections 20, 31 and 33", "law", Confidence.V2),
        mended_by="lead",
        mend="Write down the legal status. If there is none, ask for legal advice today.",
        since="In care from",
        query=_care_without_status,
        needs=(Needs("legal_statuses"),),
    ),
    Check(
        "accommodated-at-home",
        "Accommodated by agreement, and placed with the parents",
        "A child under section 20 who lives with the parents is not looked after: one of the two is wrong.",
        Source("Children Act 1989, sections 20 and 22C", "law", Confidence.V2),
        mended_by="lead",
        mend="End the time in care, or put the legal status or the placement right.",
        since="Both since",
        query=_accommodated_at_home,
        needs=(Needs("placements"), Needs("legal_statuses")),
        detail_of="placement_type",
    ),
    Check(
        "placement-order-without-adoption-plan",
        "A placement order, and no plan for adoption",
        "The court allowed adoption. If that is the plan no longer, the order should be revoked.",
        Source("Adoption and Children Act 2002, sections 21 and 24", "law", Confidence.V2),
        mended_by="reviewing_officer",
        mend="Write down the plan for adoption, or ask for the order to be revoked.",
        since="Order from",
        query=_placement_order_without_adoption,
        needs=(Needs("legal_statuses"), Needs("permanence_plans")),
        detail_of="legal_status",
    ),
    Check(
        "adoption-without-order",
        "Placed for adoption under an order that is not there",
        "The placement says that a placement order is in force, and the legal status says that none is.",
        Source("Adoption and Children Act 2002, sections 18 and 21", "law", Confidence.V2),
        mended_by="legal",
        mend="Check the order with legal today, and put the legal status or the placement right.",
        since="Placed",
        query=_adoption_without_order,
        needs=(Needs("placements"), Needs("legal_statuses")),
        detail_of="placement_type",
    ),
    Check(
        "under-16-unregulated",
        "Under 16, in accommodation that no carer or home gives",
        "The law forbids it for a child under 16, without exception.",
        Source(
            "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 27A",
            "law",
            Confidence.V2,
            "LAC-28",
        ),
        mended_by="manager",
        mend="Move the child to a regulated placement, and tell the director today.",
        since="There since",
        query=_under_16_unregulated,
        needs=(Needs("placements"),),
        detail_of="placement_type",
    ),
    Check(
        "unregistered-16-17",
        "16 or 17, in accommodation not known to be registered",
        "Since 28 October 2023 supported accommodation must be registered with Ofsted. No number is on record.",
        Source("Supported Accommodation (England) Regulations 2023", "law", Confidence.K, "LAC-28"),
        mended_by="manager",
        mend="Write down Ofsted’s number for the setting, or find a registered one and look at this one every week.",
        since="There since",
        query=_unregistered,
        needs=(Needs("placements", "urn"),),
        detail_of="placement_type",
    ),
)
