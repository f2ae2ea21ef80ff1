"""Brothers and sisters in one foster home: taken in together, or joining the one who is there."""

from __future__ import annotations

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.steps.taking import open_until
from onechild.knowledge.invented.rows import Row

TOGETHER = 0.72
# What is the same in one home.
OF_THE_HOME = ("household_id", "urn", "provider", "distance_miles", "location", "located_in_words")


def write_siblings(council: Council) -> None:
    """This function will put most children in foster care with the brother or sister whom carers look after already."""
    family = {child.key: one.key for one in council.families for child in one.children}
    addresses = {row["placement_id"]: row for row in council.book.rows["addresses"] if row.get("placement_id")}
    episodes: dict[str, list[Row]] = {}
    for row in council.book.rows["care_episodes"]:
        episodes.setdefault(row["placement_id"], []).append(row)
    homes: dict[str, list[Row]] = {}
    for row in council.book.rows["placements"]:
        if row["placement_kind"][0] != "U" or row["placement_id"].endswith("BP") or row["child_id"] not in family:
            continue
        others = homes.setdefault(family[row["child_id"]], [])
        leader = next((one for one in others if _there(one, row)), None)
        others.append(row)
        alone = share_of(council.seed, "placed together", row["placement_id"]) >= TOGETHER
        if leader is None or alone:
            continue
        row.update({name: leader.get(name) for name in OF_THE_HOME})
        for episode in episodes.get(row["placement_id"], ()):
            episode.update(provider=row["provider"], urn=row["urn"])
        here, there = addresses.get(leader["placement_id"]), addresses.get(row["placement_id"])
        if here and there:
            there.update(lines=here["lines"], postcode=here["postcode"])


def _there(home: Row, row: Row) -> bool:
    """Whether a brother or sister is in that home, of the same kind, on the day."""
    same: bool = home["placement_kind"] == row["placement_kind"] and home["child_id"] != row["child_id"]
    return same and bool(home["started_on"] <= row["started_on"] < open_until(home))
