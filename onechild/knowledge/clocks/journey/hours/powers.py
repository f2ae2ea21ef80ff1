"""Powers over a child that end at a time: police protection, emergency protection orders, secure accommodation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.engine import AT
from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.hours.timed import timed_event, timed_spell
from onechild.knowledge.clocks.journey.in_care import placement
from onechild.knowledge.clocks.journey.intervals import as_kind
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey

if TYPE_CHECKING:
    import ibis.expr.types as ir

SECURE_HOME = "K1"
MOST_OF_POLICE_PROTECTION = ibis.interval(hours=72)


def police_protection(journey: Journey) -> ir.Table:
    """Police protection, to the child's 18th birthday at the latest."""
    return _power(journey, "police_protection")


def emergency_protection_order(journey: Journey) -> ir.Table:
    """Emergency protection orders; one that the police asked for is counted from their own protection of the child."""
    powers = journey.table("timed_powers")
    orders = _to_18(journey, powers.filter(_.power == "emergency_protection_order"))
    before = powers.filter(_.power == "police_protection").select("child_id", police_at=_.began_at)
    followed = orders.filter(_.asked_by_police, _.began_at.notnull()).join(before, "child_id")
    first = (
        followed.filter(_.police_at <= _.began_at, _.police_at >= _.began_at - MOST_OF_POLICE_PROTECTION)
        .group_by("timed_power_id")
        .agg(police_at=_.police_at.min())
    )
    rows = orders.left_join(first, "timed_power_id").mutate(counted_at=ibis.coalesce(_.police_at, _.began_at).cast(AT))
    return timed_spell(
        rows,
        "emergency_protection_order",
        key="timed_power_id",
        starts="began_at",
        counted="counted_at",
        due="expires_at",
        ends="aged_18",
    )


def secure_without_order(journey: Journey) -> ir.Table:
    """Secure accommodation without a court's order, to the 18th birthday at the latest."""
    return _power(journey, "secure_without_order")


def timed_power_ended(journey: Journey) -> ir.Table:
    """The moment that a power ended, each its own."""
    rows = journey.table("timed_powers")
    return timed_event(rows, "timed_power_ended", key="timed_power_id", at="ended_at", about="timed_power_id")


def emergency_order_made(journey: Journey) -> ir.Table:
    """The moment that an emergency protection order was made."""
    rows = journey.table("timed_powers").filter(_.power == "emergency_protection_order")
    return timed_event(rows, "emergency_order_made", key="timed_power_id", at="began_at")


def care_order_made(journey: Journey) -> ir.Table:
    """The day from which a care order or an interim one holds: nobody records its hour."""
    rows = journey.table("legal_statuses").filter(_.status.isin(["C1", "C2"]))
    return timed_event(rows, "care_order_made", key="legal_status_id", at=None, on="started_on")


def secure_placement(journey: Journey) -> ir.Table:
    """Placements in a secure children's home, in days: reviews of them count in months."""
    rows = journey.table("placements").filter(_.placement_kind == SECURE_HOME).select(spell_id=_.placement_id)
    return as_kind(journey.shared(placement).semi_join(rows, "spell_id"), "secure_placement")


def _power(journey: Journey, power: str) -> ir.Table:
    rows = _to_18(journey, journey.table("timed_powers").filter(_.power == power))
    return timed_spell(rows, power, key="timed_power_id", starts="began_at", due="expires_at", ends="aged_18")


def _to_18(journey: Journey, rows: ir.Table) -> ir.Table:
    born = journey.shared(birthdays).select("child_id", "aged_18")
    return rows.left_join(born, "child_id").select(*rows.columns, "aged_18")


SPELLS = joined(
    kind(police_protection, "timed_powers"),
    kind(emergency_protection_order, "timed_powers"),
    kind(secure_without_order, "timed_powers"),
)
EVENTS = joined(
    kind(timed_power_ended, "timed_powers"),
    kind(emergency_order_made, "timed_powers"),
    kind(care_order_made, "legal_statuses"),
)
IN_DAYS = joined(kind(secure_placement, "placements"))
