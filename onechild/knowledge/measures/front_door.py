"""Measures of the front door."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source

RE_REFERRALS_IN_12_MONTHS = Measure(
    key="re-referrals-in-12-months",
    title="Re-referrals within 12 months",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    counts=_.within_twelve_months,
    better=Better.LOWER,
    value_unit="share of referrals",
    says="Of all referrals received in the period, those with no further action included, the ones received within "
    "twelve months of the same child's referral before it. Counted from referral to referral, not from closure.",
    why_it_matters="A child who comes back soon may have been let go too soon.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, ReReferral", "V"),),
    standing="DfE statistic",
)

MEASURES: tuple[Measure, ...] = (RE_REFERRALS_IN_12_MONTHS,)
