"""At the edge of care: what was feared and confirmed; early help that became social care's; agency to permanent."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, working_after
from onechild.knowledge.invented.records.steps.taking import open_until
from onechild.knowledge.invented.rows import Row

AT_RISK, CONFIRMED = 0.84, 0.6
LIKELY = (("U6", 56), ("K2", 40), ("U3", 4))
LIKELY_OLDER = (("K2", 32), ("U6", 24), ("K3", 44))
SUPPORTED_FROM = 19814  # 1 April 2024, as in the placements
STEPPED_UP = "Stepped up to social care"
CONVERTS, CONVERTS_AFTER = 0.07, 150


def write_help(council: Council) -> None:
    """This function will add to work at the edge of care, end early help on a referral, and make some permanent."""
    for episode in council.book.rows["edge_of_care_episodes"]:
        _feared(council, episode)
    _stepped_up(council)
    for row in list(council.book.rows["employments"]):
        if row["employment_kind"] == "agency":
            _became_permanent(council, row)


def _feared(council: Council, episode: Row) -> None:
    chance, start = council.stream("feared", episode["edge_of_care_id"]), episode["started_on"]
    episode["at_risk_of_care"] = chance.random() < AT_RISK
    if not episode["at_risk_of_care"]:
        return
    older = start - council.born.get(episode["child_id"], 0) >= 16 * YEAR
    likely = choose(chance, LIKELY_OLDER if older else LIKELY)
    episode["likely_placement"] = "H5" if likely == "K3" and start < SUPPORTED_FROM else likely
    day = working_after(start + chance.randint(4, 24), 1)
    if chance.random() < CONFIRMED and day < episode["ended_on"]:
        episode["panel_confirmed_on"] = day


def _stepped_up(council: Council) -> None:
    referred: dict[str, list[int]] = {}
    for row in council.book.rows["referrals"]:
        referred.setdefault(row["child_id"], []).append(row["started_on"])
    for episode in council.book.rows["early_help_episodes"]:
        days = [
            day
            for day in referred.get(episode["child_id"], ())
            if episode["started_on"] < day <= episode["ended_on"]
        ]  # fmt: skip
        if days:
            episode.update(ended_on=min(days), end_recorded_on=min(days), end_reason=STEPPED_UP)


def _became_permanent(council: Council, row: Row) -> None:
    """Some months after coming from an agency a few take the post that they were covering."""
    key = row["employment_id"]
    share = share_of(council.seed, "became permanent", key)
    day = row["started_on"] + CONVERTS_AFTER + int(share / CONVERTS * 200)
    if share >= CONVERTS or row["post_id"] is None or open_until(row) <= day or day > council.day:
        return
    ended, why = row.get("ended_on"), row.get("end_reason")
    council.book.write(
        "employments",
        employment_id=key + "P", worker_id=row["worker_id"], post_id=row["post_id"], employment_kind="permanent",
        role=row["role"], fte=row["fte"], started_on=day, recorded_on=day, ended_on=ended, end_recorded_on=ended,
        end_reason="resigned" if why == "contract_ended" else why,
    )  # fmt: skip
    council.team_of[key + "P"] = council.team_of.get(key, "")
    row.update(ended_on=day, end_recorded_on=day, end_reason="became_permanent")
