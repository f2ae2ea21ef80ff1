"""Who held a child, when, and how steady that was: read from the allocations once the days have run."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.rows import Row


@dataclass(frozen=True)
class Hold:
    """One worker's time with a child."""

    start: int
    worker: str | None
    team: str | None


class Timelines:
    """The lead workers of every child in order of time."""

    def __init__(self, council: Council) -> None:
        self.slack: dict[str, float] = dict(council.slack)
        self._members: dict[tuple[str, bool], list[tuple[int, int, str]]] = defaultdict(list)
        for row in council.book.rows["team_memberships"]:
            place = (row["team_id"], row["role"].endswith("manager"))
            self._members[place].append((row["started_on"], row.get("ended_on") or FAR, row["worker_id"]))
        held: dict[str, list[Row]] = defaultdict(list)
        for row in council.book.rows["allocations"]:
            if row["role"] == "lead":
                held[row["child_id"]].append(row)
        self._starts: dict[str, list[int]] = {}
        self._holds: dict[str, list[Hold]] = {}
        for child, rows in held.items():
            rows.sort(key=lambda row: row["started_on"])
            self._starts[child] = [row["started_on"] for row in rows]
            self._holds[child] = [Hold(row["started_on"], row["worker_id"], row["team_id"]) for row in rows]

    def on(self, child: str, day: int) -> Hold:
        """This function will return who held the child on a day; nobody before the books were opened."""
        starts = self._starts.get(child)
        place = bisect_right(starts, day) - 1 if starts else -1
        return self._holds[child][place] if place >= 0 else NOBODY

    def someone(self, team: str | None, day: int, chance: random.Random, *, manager: bool = False) -> str | None:
        """This function will pick one of those who were in a team on a day, or one of its managers."""
        here = [who for start, end, who in self._members.get((team or "", manager), ()) if start <= day < end]
        return here[int(chance.random() * len(here))] if here else None

    def strain(self, child: str, day: int) -> float:
        """This function will return how likely lateness is against the usual: more with a new or hurried worker."""
        hold = self.on(child, day)
        if hold.worker is None:
            return 2.2
        return self.slack.get(hold.worker, 1.0) * (1.6 if day - hold.start < 28 else 1.0)


FAR = 10**6
NOBODY = Hold(0, None, None)
