"""Proposes who holds whom, aim after aim, each proved to a gap: nobody left waiting, the largest overload least, fewest
changes of worker, an even spread, the best fit.

The aims stand in this order, and a later one never costs an earlier one. A council is solved part by part, a part being
workers and families who could come together at all (a team, mostly), and the proofs are joined.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from onechild.knowledge.planning.bounds import PARTS
from onechild.knowledge.planning.classes import count, over
from onechild.knowledge.planning.counting import AIMS, programme, solve
from onechild.knowledge.planning.greedy import by_hand
from onechild.knowledge.planning.model import Asked, Proof, Proposal
from onechild.knowledge.planning.parts import only, parts_of
from onechild.knowledge.planning.settling import Chosen, settle
from onechild.knowledge.planning.writing import proposal

FIT_SHARE = 0.25  # of the time: what the four aims before leave of theirs comes on top
LEAST_SECONDS = 0.5


def propose(asked: Asked, *, seconds: float = 15.0, gap: float = 0.01, workers: int = 2) -> Proposal:
    """This function will return the best allocation found in the time, with a proof for each aim.

    `gap` (0..1) ends an aim early once it is proved that near to the best; `workers` are threads. Raises CannotProceed
    where the plan names people it does not have (model.Asked). Same question, same answer, but for the time it has.
    """
    ends = time.monotonic() + seconds
    chosen: Chosen = {}
    proofs: list[tuple[Proof, ...]] = []
    unavoidable: list[tuple[str, float]] = []
    parts = list(parts_of(asked))
    for number, part in enumerate(parts):
        sizes = [len(parts[later][1]) for later in range(number, len(parts))]
        given = max(LEAST_SECONDS, (ends - time.monotonic()) * sizes[0] / max(1, sum(sizes)))
        found, proved, kept = _part(asked, *part, seconds=given, gap=gap, threads=workers)
        chosen |= found
        proofs.append(proved)
        unavoidable += kept
    return proposal(asked, chosen, joined(proofs), unavoidable=tuple(sorted(unavoidable, key=lambda one: -one[1])))


def _part(
    asked: Asked, workers: Sequence[int], groups: Sequence[int], *, seconds: float, gap: float, threads: int
) -> tuple[Chosen, tuple[Proof, ...], list[tuple[str, float]]]:
    """One part solved by itself, with places as in the whole."""
    small = only(asked, workers, groups)
    ends = time.monotonic() + seconds
    counted = count(small)
    plain = small.rules.most_over is None and not small.rules.held
    made = programme(small, counted, by_hand(small) if plain else None)
    numbers = solve(small, counted, made, seconds=seconds * (1 - FIT_SHARE), gap=gap, threads=threads)
    left = max(LEAST_SECONDS, ends - time.monotonic())
    found, fits = settle(small, counted, made, numbers, seconds=left, gap=gap, threads=threads)
    chosen = {groups[g]: None if w is None else workers[w] for g, w in found.items()}
    kept = [
        (one.worker_id, over(small, w, counted.loads[w]) / PARTS)
        for w, one in enumerate(small.workers)
        if over(small, w, counted.loads[w]) > numbers.most
    ]
    return chosen, (*numbers.proofs, fits), kept


def joined(proofs: Sequence[Sequence[Proof]]) -> tuple[Proof, ...]:
    """This function will join the proofs of parts: the largest overload is the largest of them, all else adds up."""
    found = []
    for number, aim in enumerate((*AIMS, "fit")):
        of = [part[number] for part in proofs] or [Proof(aim=aim, reached=0, bound=0, seconds=0)]
        join = max if aim == "largest overload" else sum
        found.append(
            Proof(
                aim=aim,
                reached=join(one.reached for one in of),
                bound=join(one.bound for one in of),
                seconds=sum(one.seconds for one in of),
            )
        )
    return tuple(found)
