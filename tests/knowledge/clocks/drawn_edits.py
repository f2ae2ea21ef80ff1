"""Children drawn by chance, and edits of their rows as people make them: one more, one less, one day put right."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.tables.contract import TABLES
from tests.knowledge.clocks.adversarial import FIRST, Rows, council

LINKS = {"placements": "care_id", "placement_conditions": "placement_id", "conferences": "enquiry_id"}
LINKS |= {"section_47_enquiries": "referral_id", "outcomes": "outcome_of_id", "child_protection_plans": "conference_id"}


def drawn(*, seed: int, children: int) -> dict[str, Rows]:
    """Rows of each child by id, without settings: contradictory ones, and those of a young person leaving care."""
    chance = random.Random(seed)
    found = {
        child: {**rows, "settings": [], "school_terms": []}
        for child, rows in council(seed=seed, children=children).items()
    }
    for child, rows in found.items():
        rows["leaving_care_eligibility"] = [_status(chance, child, number) for number in range(chance.randrange(3))]
        rows["pathway_steps"] = [_step(chance, child, number) for number in range(chance.randrange(5))]
    return found


def edited(rows: Rows, *, seed: int, others: dict[str, Rows]) -> Rows:
    """A child's rows after some edits; a link may come to name a row of another child, as sources have it."""
    chance = random.Random(seed)
    changed = {name: [dict(row) for row in of_table] for name, of_table in rows.items()}
    (child,) = changed["children"]
    for _ in range(chance.randrange(1, 6)):
        name = chance.choice([name for name, of_table in changed.items() if of_table])
        row = chance.choice(changed[name])
        what = chance.choice(["day", "day", "less", "more", "link", "birth", "again"])
        if what == "birth":
            child["born_on"] = chance.choice([None, date(1999, 2, 28), date(2005, 6, 1)])
        elif what == "less" and name != "children":
            changed[name].remove(row)
        elif what == "more" and name not in ("children", "employments"):
            changed[name].append({**row, TABLES[name].key: f"{row[TABLES[name].key]}-more-{chance.random()}"})
        elif what == "again":
            changed |= drawn(seed=chance.randrange(99), children=int(child["child_id"]) + 1)[child["child_id"]]
            child = changed["children"][0]
        elif what == "link" and name in LINKS:
            row[LINKS[name]] = _anybodys(chance, others, LINKS[name])
        else:
            _another_day(chance, row)
    return changed


def _another_day(chance: random.Random, row: dict[str, Any]) -> None:
    days = [name for name in ("happened_on", "started_on", "ended_on", "died_on") if row.get(name)]
    if days:
        row[chance.choice(days)] += timedelta(days=chance.choice([-30, -1, 1, 7, 28]))


def _anybodys(chance: random.Random, others: dict[str, Rows], link: str) -> str | None:
    tables = {"care_id": "periods_of_care", "placement_id": "placements", "enquiry_id": "section_47_enquiries"}
    tables |= {"referral_id": "referrals", "outcome_of_id": "referrals", "conference_id": "conferences"}
    name = tables[link]
    keys = [row[TABLES[name].key] for rows in others.values() for row in rows[name]]
    return chance.choice([*keys, None])


def _status(chance: random.Random, child: str, number: int) -> dict[str, Any]:
    begun = FIRST + timedelta(days=chance.randrange(1200))
    return {
        "eligibility_id": f"{child}-{number}",
        "child_id": child,
        "started_on": begun,
        "ended_on": None if chance.random() < 0.5 else begun + timedelta(days=chance.randrange(400)),
        "eligibility": chance.choice(["Eligible", "Relevant", "Former Relevant", "Qualifying"]),
    }


def _step(chance: random.Random, child: str, number: int) -> dict[str, Any]:
    return {
        "pathway_step_id": f"{child}-{number}",
        "child_id": child,
        "happened_on": FIRST + timedelta(days=chance.randrange(1200)),
        "step": chance.choice(["plan", "review", "needs_assessment"]),
    }
