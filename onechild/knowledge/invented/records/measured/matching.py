"""Matches: what each placement meets of who the child is, long-term matches, and registration of the setting."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.steps.taking import FAR, open_until, working_by
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

ON_FILE, LONG_TERM_ON_FILE = 0.82, 0.86
NO_NEED, MET_BRITISH, MET_OTHERS, MET_RELIGION, MET_LANGUAGE = 0.14, 0.93, 0.7, 0.8, 0.72
RELIGION_KNOWN, PLAN_WHERE_NOT_MET = 0.62, 0.66
REASONS = (
    "Lives near school and family, and has room for brothers and sisters",
    "Has cared for children with the same needs before",
    "Speaks the child's language and knows the faith",
    "The child knows these carers and asked to live with them",
    "The only home free that met the plan; reviewed with the child",
)
REGISTERED = {
    "K1": (("registered", 100),),
    "K2": (("registered", 93), ("being_registered", 2), ("not_registered", 5)),
    "K3": (("registered", 87), ("being_registered", 7), ("not_registered", 6)),
}


def write_matching(council: Council, times: Timelines) -> None:
    """This function will write matching decisions, and say of each placement whether it is registered."""
    who = {row["child_id"]: row for row in council.book.rows["children"]}
    placed: dict[str, list[Row]] = {}
    for placement in council.book.rows["placements"]:
        _register(council, placement)
        placed.setdefault(placement["child_id"], []).append(placement)
        if placement["placement_kind"][0] in "UA" and not placement["placement_id"].endswith("BP"):
            _first_match(council, times, placement, who[placement["child_id"]])
    agreed = [row for row in council.book.rows["steps_taken"] if row["step"] == "long_term_match_agreed"]
    matched: dict[str, int] = {}
    for row in agreed:
        matched[row["child_id"]] = min(row["happened_on"], matched.get(row["child_id"], FAR))
    for step in agreed:
        here = _on(placed.get(step["child_id"], []), step["happened_on"])
        if here is not None:
            _long_term(council, times, here, who[step["child_id"]], step["happened_on"], step["step_id"] + "M")
    _settled(council, times, placed, who, matched)


def _register(council: Council, placement: Row) -> None:
    shares = REGISTERED.get(placement["placement_kind"])
    chance = council.stream("registration", placement["placement_id"])
    placement["registration"] = choose(chance, shares) if shares else "not_needed"


def _first_match(council: Council, times: Timelines, placement: Row, child: Row) -> None:
    chance = council.stream("matching", placement["placement_id"])
    day = working_by(placement["started_on"] + chance.randint(-6, 9))
    if chance.random() < ON_FILE and day < open_until(placement):
        _write(council, times, placement, child, day, placement["placement_id"] + "M", chance, long_term=False)


def _settled(
    council: Council,
    times: Timelines,
    placed: dict[str, list[Row]],
    who: dict[str, Row],
    matched: dict[str, int],
) -> None:
    """A placement that is meant to last to 18 was matched when that was decided, if not when the plan was made."""
    by_id = {row["placement_id"]: row for rows in placed.values() for row in rows}
    for row in council.book.rows["placement_conditions"]:
        child, day, placement = row["child_id"], row["started_on"], by_id.get(row["placement_id"])
        if row["condition"] != "intended_to_18" or placement is None or matched.get(child, FAR) <= day:
            continue
        if share_of(council.seed, "long-term match", row["condition_id"]) < LONG_TERM_ON_FILE:
            _long_term(council, times, placement, who[child], day, row["condition_id"] + "M")


def _long_term(council: Council, times: Timelines, placement: Row, child: Row, day: int, key: str) -> None:
    chance = council.stream("long-term match", key)
    _write(council, times, placement, child, day, key, chance, long_term=True)


def _write(
    council: Council,
    times: Timelines,
    placement: Row,
    child: Row,
    day: int,
    key: str,
    chance: random.Random,
    *,
    long_term: bool,
) -> None:
    met = _met(child, chance)
    missed = False in met.values()
    council.book.write(
        "matching_decisions",
        matching_decision_id=key, child_id=child["child_id"], happened_on=day, placement_id=placement["placement_id"],
        cultural_plan=missed and chance.random() < PLAN_WHERE_NOT_MET, long_term=long_term,
        decided_by_id=times.someone(times.on(child["child_id"], day).team, day, chance, manager=True),
        reasons=chance.choice(REASONS) if chance.random() < 0.9 else None, recorded_on=day, **met,
    )  # fmt: skip


def _met(child: Row, chance: random.Random) -> dict[str, bool | None]:
    """What the placement meets; a need that nobody wrote down is neither met nor missed."""
    british, english = child["ethnicity"] == "WBRI", child.get("first_language") in (None, "English")
    recorded = chance.random() >= NO_NEED
    ethnicity = chance.random() < (MET_BRITISH if british else MET_OTHERS)
    language, religion = chance.random() < MET_LANGUAGE, chance.random() < MET_RELIGION
    asked = chance.random() < RELIGION_KNOWN
    return {
        "ethnicity_met": ethnicity if recorded else None,
        "language_met": None if english or not recorded else language,
        "religion_met": religion if recorded and asked else None,
    }


def _on(placements: list[Row], day: int) -> Row | None:
    return next((row for row in placements if row["started_on"] <= day < open_until(row)), None)
