"""From a police contact about three brothers and sisters at ten to five on a Friday to a step-down nine months later.

Everybody does their own part through the pages; every clock is right; and the measures' tables, Annex A and the census
have it with no further keying.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from onechild.knowledge.engines import duckdb
from onechild.knowledge.formats.annex_a.writing import ExtractTables, put_together
from onechild.knowledge.formats.cin_census.writing import choose, write_census
from onechild.knowledge.measures.answers import Asked
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.question import Moment
from onechild.service.access.entering import leave
from onechild.service.record.actions.clocks import differences
from onechild.service.record.models import (
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Decision,
    DecisionExplained,
    PlanOutcome,
    Visit,
    Watch,
)
from tests.service.journeys.whole import story
from tests.service.journeys.whole.extracting import Contract, extract_of
from tests.service.journeys.whole.story import CONFERENCE, CORE_GROUP, DOWN, FRIDAY, PLAN, REVIEW, SECOND_REVIEW, duties

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 2, 16)
MADE = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def children(client: Client, clock: Any, acting: Any) -> list[Child]:
    """The three, when all is done; what must hold on the way is asked on the way."""
    return story.whole(client, clock, acting, after_the_door=after_the_door, after_the_conference=after_the_conference)


def after_the_door(child: Child) -> None:
    """Told on a Friday: decided that day; the referrer by Monday, who was told within the hour."""
    assert duties(child, "contact-decision", "referral-decision", "referrer-told", "immediate-protection") == {
        "contact-decision": [(MONDAY, FRIDAY)],
        "referral-decision": [(MONDAY, FRIDAY)],
        "referrer-told": [(MONDAY, FRIDAY)],
        "immediate-protection": [(FRIDAY, FRIDAY)],
    }


def after_the_conference(child: Child) -> None:
    """Seen within a day, a conference within fifteen working days, and what a plan owes from then on."""
    asked = ("section-47-child-seen", "initial-child-protection-conference", "section-47-outcome", "first-core-group")
    assert duties(child, *asked) == {
        "section-47-child-seen": [(date(2026, 2, 14), date(2026, 2, 14))],
        "initial-child-protection-conference": [(date(2026, 3, 6), CONFERENCE)],
        "section-47-outcome": [(date(2026, 3, 6), date(2026, 2, 25))],
        "first-core-group": [(date(2026, 3, 19), None)],
    }
    assert duties(child, "review-child-protection-conference") == {
        "review-child-protection-conference": [(date(2026, 6, 5), None)]
    }


def test_from_friday_ten_to_five_to_a_step_down_nine_months_later(children: list[Child], tmp_path: Path) -> None:
    ids = [child.pk for child in children]
    met = duties(children[0], "review-child-protection-conference", "assessment-from-referral", "first-core-group")
    assert met["review-child-protection-conference"][:2] == [
        (date(2026, 6, 5), REVIEW),
        (date(2026, 12, 3), SECOND_REVIEW),
    ]
    assert met["assessment-from-referral"] == [(date(2026, 4, 21), date(2026, 3, 12))]
    assert met["first-core-group"] == [(date(2026, 3, 19), CORE_GROUP)]
    plans = ChildProtectionPlan.objects.filter(child__in=ids)
    assert set(plans.values_list("started_on", "ended_on", "end_reason")) == {(CONFERENCE, DOWN, "stepped_down")}
    need = ChildInNeedPlan.objects.filter(child__in=ids)
    assert set(need.values_list("started_on", "stepped_down", "visit_every_days")) == {(DOWN, True, 14)}
    carried = PlanOutcome.objects.filter(child__in=ids, plan_kind="need")
    assert [one.outcome for one in carried if one.carried_from_id] == [PLAN["outcome"]] * 3
    assert Visit.objects.filter(child__in=ids, seen_alone=True).count() == 6
    assert set(Watch.objects.filter(child__in=ids, ended_on=None).values_list("kind", flat=True)) == {"step_down"}
    assert DecisionExplained.objects.filter(child__in=ids, decision_kind="step_down").count() == 3
    kinds = set(Decision.objects.filter(child=children[0]).values_list("kind", flat=True))
    wanted = {"contact_initial", "strategy", "enquiry_outcome", "conference", "assessment_outcome", "step_down"}
    assert wanted <= kinds
    assert all(one.reason and one.decided_by_name for one in Decision.objects.filter(child__in=ids))
    leave()
    assert differences(ids) == []  # what the pages renewed is what a rebuild would make
    assert [_said(tmp_path, 2026, child) for child in children] == [IN_ITS_FIRST_YEAR] * 3
    assert [_said(tmp_path, 2027, child) for child in children] == [IN_ITS_SECOND_YEAR] * 3
    extract = extract_of(tmp_path, ids)
    annex = put_together(ExtractTables(extract), as_at=date(2026, 3, 31), council_name="Hatterton")
    assert {number: len(annex.lists[number]) for number in (1, 3, 4, 5, 7)} == {1: 3, 3: 3, 4: 1, 5: 3, 7: 3}
    with duckdb.open_store(extract) as store:
        asked = Asked(store, [MEASURES[key] for key in COUNTED])
        found = {key: asked.figures(MEASURES[key], YEAR)[0] for key in COUNTED}
    assert {key: (one.numerator, one.denominator) for key, one in found.items()} == COUNTED


YEAR = Moment(date(2025, 4, 1), date(2026, 3, 31))
# Measures that the work was done for: nobody typed anything for them.
COUNTED = {
    "referrals": (3, None),
    "conferences-in-15-working-days": (3, 3),
    "conferences-to-plan": (3, 3),
}


REFERRED = {"CINreferralDate": "2026-02-13", "ReferralSource": "6", "PrimaryNeedCode": "N5", "ReferralNFA": "0"}
ON_A_PLAN = {"CPPstartDate": "2026-03-05", "InitialCategoryOfAbuse": "EMO", "NumberOfPreviousCPP": "0"}
IN_ITS_FIRST_YEAR = {
    **REFERRED,
    **ON_A_PLAN,
    "S47ActualStartDate": "2026-02-13",
    "InitialCPCtarget": "2026-03-06",
    "DateOfInitialCPC": "2026-03-05",
    "ICPCnotRequired": "0",
}
IN_ITS_SECOND_YEAR = {
    **REFERRED,
    **ON_A_PLAN,
    "CPPendDate": "2026-11-13",
    "CINPlanStartDate": "2026-11-13",
    "CPPreviewDate": "2026-06-03 2026-11-11",
}
ASKED = sorted({*IN_ITS_FIRST_YEAR, *IN_ITS_SECOND_YEAR})


def _said(place: Path, year: int, child: Child) -> dict[str, str]:
    """What the census of a year says of a child."""
    written = place / f"{year}.xml"
    write_census(choose(Contract(), year=year), written, council="999", made_at=MADE)
    found = etree.parse(str(written)).xpath(f"//Child[ChildIdentifiers/LAchildID='{child.la_child_id}']/CINdetails")
    assert len(found) == 1
    told = {name: " ".join(one.text for one in found[0].iterfind(f".//{name}")) for name in ASKED}
    return {name: words for name, words in told.items() if words}
