"""The law's part in care: legal statuses, pre-proceedings, proceedings and their end, and the way to adoption."""

from __future__ import annotations

from collections.abc import Callable

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Child, Council
from onechild.knowledge.invented.days import age
from onechild.knowledge.invented.rows import Row
from onechild.knowledge.invented.work.assessing import Steps
from onechild.knowledge.invented.work.placing import end_placement, place

BY_CARER = 0.1
WORDS = {"voluntary": "V2", "alone": "V2", "court": "C1", "police": "L1", "emergency": "L2", "remand": "J1"}


Leave = Callable[[Council, Child, str], None]


def go_to_court(council: Council, children: list[Child], way: str, leave: Leave) -> Steps:
    """This function will take children through their orders: from the first day in care to the final hearing."""
    chance = children[0].family.chance
    cares = [child.care for child in children]
    for child in children:
        set_status(council, child, WORDS[way])
    if way == "alone" or (
        way == "voluntary" and chance.random() > (0.38 if age(children[0].born, council.day) < 12 else 0.06)
    ):
        return
    waits = {"police": 3, "emergency": 8, "remand": 35, "voluntary": int(chance.triangular(40, 260, 90)), "court": 0}
    if way == "remand":
        yield council.env.timeout(waits[way])
        for child in still(children, cares):
            set_status(council, child, "V2")
        return
    if waits[way]:
        yield council.env.timeout(waits[way])
    here = still(children, cares)
    if not here:
        return
    cases = [_issue(council, child, way) for child in here]
    for child in here:
        set_status(council, child, "C1")
        (child.care or {})["_in_court"] = True
    yield council.env.timeout(int(chance.lognormvariate(5.55, 0.28)))
    plan = _final(council, here)
    for child, case in zip(here, cases, strict=True):
        _end_proceedings(council, child, case, plan)
    for child in still(here, [child.care for child in here]):
        if child.care is not None and child.care in cares:
            child.care.pop("_in_court", None)
            set_status(council, child, "E1" if plan == "C" else "C2")
            if plan == "C":
                child.care_kind = "adoption"
                council.env.process(adopt(council, child, leave))


def still(children: list[Child], cares: list[Row | None]) -> list[Child]:
    """This function will return those who are in the same period of care as they were."""
    return [child for child, care in zip(children, cares, strict=True) if care is not None and child.care is care]


def set_status(council: Council, child: Child, status: str) -> None:
    """This function will change a child's legal status from today."""
    care = child.care
    if care is None:
        return
    old = care.get("_status")
    if old is not None:
        if old["status"] == status:
            return
        if old["started_on"] == council.day:
            old["status"] = status
            return
        old.update(ended_on=council.day, end_recorded_on=council.day)
    care["_status"] = council.book.write(
        "legal_statuses",
        legal_status_id=council.key("LS"), child_id=child.key, started_on=council.day, recorded_on=council.day,
        status=status, _care=care,
    )  # fmt: skip


def _issue(council: Council, child: Child, way: str) -> Row:
    day = council.day
    short = way in ("police", "emergency")
    warned = not short and _known_for(council, child) > 30 and council.desk.random() < 0.75
    prior = council.book.write("pre_proceedings", **_before_court(council, child, day)) if warned else None
    return council.book.write(
        "proceedings",
        proceedings_id=council.key("CR"), child_id=child.key, started_on=day, recorded_on=day, application="care",
        pre_proceedings_id=prior["pre_proceedings_id"] if prior else None, family_id=child.family.key,
        court_reference=f"HT{day}C{council.book.counts.get('CR', 0) % 90000 + 10000}",
        short_notice="Yes" if short else "No", short_notice_reason="A" if way == "police" else "B" if short else None,
        parents_represented="Yes", initial_plan=choose(council.desk, (("A", 70), ("B", 8), ("C", 6), ("D", 12),
        ("E", 4))),
        initial_plan_approved="Yes", timetable_to=day + 181, restricted=None,
    )  # fmt: skip


def _known_for(council: Council, child: Child) -> int:
    return council.day - child.referral["started_on"] if child.referral else 0


def _before_court(council: Council, child: Child, day: int) -> Row:
    # The letter before proceedings was sent some weeks before; it is written down when the court papers are.
    length = int(council.desk.triangular(42, 190, 115))
    start = max(day - length, child.referral["started_on"] if child.referral else day - length)
    return {
        "pre_proceedings_id": council.key("PP"), "child_id": child.key, "started_on": start, "recorded_on": day,
        "ended_on": day, "end_recorded_on": day, "family_id": child.family.key, "gateway_outcome": "B",
        "referral_id": child.referral["referral_id"] if child.referral else None, "letter_on": min(day, start + 4),
        "first_meeting_on": min(day, start + 16), "review_meetings": max(1, (day - start) // 45), "decided_on": day,
        "family_group_offered": True, "family_group_held": council.desk.random() < 0.55,
        "outcome": "Decision to Issue Care Proceedings", "application_on": day, "parents_represented": "Yes",
        "plans_in_referral": child.plans, "earlier_pre_proceedings": 0, "earlier_proceedings": 0,
    }  # fmt: skip


def _final(council: Council, children: list[Child]) -> str:
    if max(age(child.born, council.day) for child in children) < 7:
        return choose(council.desk, (("A", 20), ("C", 62), ("E", 12), ("D", 6)))
    return choose(council.desk, (("A", 66), ("B", 6), ("E", 18), ("D", 10)))


def _end_proceedings(council: Council, child: Child, case: Row, plan: str) -> None:
    orders = {"A": "care", "B": "care", "C": "placement", "D": "supervision", "E": "special_guardianship"}
    case.update(
        ended_on=council.day, end_recorded_on=council.day, final_plan=plan, final_plan_approved="Yes",
        final_order=orders[plan], hearings=2 + (council.day - case["started_on"]) // 60,
    )  # fmt: skip


def _by_carer(council: Council, case: Row) -> bool:
    return share_of(council.seed, "adopted by the carer", case["permanence_case_id"]) < BY_CARER


def adopt(council: Council, child: Child, leave: Leave) -> Steps:
    """This function will take a child from a placement order to a match, a home and adoption; some never get there."""
    chance, care = child.family.chance, child.care
    if care is None:
        return
    day = council.day
    case = council.book.write(
        "permanence_cases",
        permanence_case_id=council.key("PM"), child_id=child.key, care_id=care["care_id"], recorded_on=day,
        entered_care_on=care["started_on"], decided_on=day - 20, placement_order_on=day,
        in_sibling_group=len(child.family.children) > 1, siblings_together=0,
        siblings_apart=len(child.family.children) - 1,
    )  # fmt: skip
    yield council.env.timeout(int(chance.triangular(60, 420, 170)))
    if child.care is not care:
        return
    if chance.random() < 0.12:
        case.update(reversed_on=council.day, reversed_reason=choose(chance, (("RD3", 6), ("RD1", 2), ("RD4", 2))))
        child.care_kind = "court"
        return
    family = council.key("AF")
    sex = choose(chance, (("MF", 76), ("FF", 8), ("MM", 10), ("F1", 5), ("M1", 1)))
    case.update(
        matched_on=council.day, adoptive_family_id=family, adopters=1 if sex[1] == "1" else 2, adopter_sex=sex,
        adopter_legal_status="L0" if sex[1] == "1" else "L12" if sex in ("FF", "MM") else "L11",
    )  # fmt: skip
    yield council.env.timeout(chance.randint(14, 50))
    if child.care is not care:
        return
    known = child.row.get("_placement")
    by_carer = bool(known and known["placement_kind"][0] == "U") and _by_carer(council, case)
    end_placement(council, child, "CARPL")
    place(council, child, kind="A5" if by_carer else "A6")
    case["placed_on"] = council.day
    yield council.env.timeout(int(chance.triangular(120, 480, 260)))
    if child.care is care:
        order = "E11" if chance.random() < 0.45 else "E12"
        case.update(
            ordered_on=council.day, order_kind="adoption", adopted_by_carer=by_carer,
            carer_became_adopter_on=known["started_on"] if known and by_carer else None,
        )  # fmt: skip
        leave(council, child, order)
