"""The proof of a proposal in words: what it reaches, and that nothing does better, or by how much it might."""

from __future__ import annotations

from collections.abc import Iterator

from onechild.knowledge.planning.model import Asked, Line, Proof, Proposal

A_HUNDREDTH = 0.005


def said(asked: Asked, found: Proposal) -> tuple[str, ...]:
    """This function will say, in sentences to print, what a proposal reaches and how near to the best that is."""
    proofs = {proof.aim: proof for proof in found.proofs}
    return (
        *_waiting(found, proofs.get("left waiting")),
        *_overload(asked, found, proofs.get("largest overload")),
        *_changes(asked, found, proofs.get("changes of worker")),
        *_rest(proofs),
    )


def children(number: int) -> str:
    """ "1 child", "12 children"."""
    return "1 child" if number == 1 else f"{number:,} children"


def cases(number: float) -> str:
    """ "0.6 of a case", "1 case", "1.6 cases"."""
    if 0 < number < 1:
        return f"{number:.2g} of a case"
    return "1 case" if number == 1 else f"{round(number, 2):g} cases"


def _waiting(found: Proposal, proof: Proof | None) -> Iterator[str]:
    if not any(line.before is None or line.after is None for line in found.lines):
        return
    waiting = sum(line.children for line in found.waiting)
    if not waiting:
        yield "Every child who waits is given a worker."
    elif proof is None or proof.gap <= A_HUNDREDTH:
        yield f"{children(waiting)} would still wait: under these rules no allocation finds them a worker."
    else:
        yield f"{children(waiting)} would still wait; whether fewer could is not proved."


def _overload(asked: Asked, found: Proposal, proof: Proof | None) -> Iterator[str]:
    names = {worker.worker_id: worker.name for worker in asked.workers}
    for worker_id, over in found.unavoidable:
        yield f"{names[worker_id]} stays {cases(over)} over target with children whom this plan does not move."
    kept = {worker_id for worker_id, _over in found.unavoidable}
    others = [load for load in found.loads if load.worker_id not in kept]
    most = max((load.over_after for load in others), default=0.0)
    before = max((load.over_before for load in found.loads), default=0.0)
    who = "anybody else" if kept else "anybody"
    if not most:
        yield f"Nobody {'else ' if kept else ''}would be over target."
        return
    yield f"The most that {who} would be over target is {cases(most)}; now it is {cases(before)}."
    if proof is None:
        return
    if proof.gap <= A_HUNDREDTH:
        yield "No allocation that keeps these rules does better."
    else:
        yield f"No allocation does better than {cases(proof.bound)}; this one reaches {cases(proof.reached)}."


def _changes(asked: Asked, found: Proposal, proof: Proof | None) -> Iterator[str]:
    moved = [line for line in found.lines if line.changes and line.before is not None]
    if not moved:
        yield "No child who has a worker changes to another."
        return
    must = {group.group_id for group in asked.groups if group.leaves}
    forced = _count(line for line in moved if line.group_id in must)
    eased = _count(moved) - forced
    change = "changes" if forced + eased == 1 else "change"
    why = "because the worker before can’t go on" if not eased else "so that the work is shared fairly"
    if forced and eased:
        why = f"{forced:,} because the worker before can’t go on, {eased:,} so that the work is shared fairly"
    yield f"{children(forced + eased)} {change} worker{':' if forced and eased else ','} {why}."
    if not eased or proof is None:
        return
    if proof.gap <= A_HUNDREDTH:
        middle = any(group.in_assessment for group in asked.groups) and asked.rules.assessment_counts > 1
        counts = f" (in the middle of an assessment, one counts as {asked.rules.assessment_counts})" if middle else ""
        yield f"No allocation as fair as this has fewer changes{counts}."
    else:
        yield f"Changes are within {proof.gap:.1%} of the fewest that an allocation as fair as this could need."


def _rest(proofs: dict[str, Proof]) -> Iterator[str]:
    later = [proofs[aim] for aim in ("spread", "fit") if aim in proofs]
    if not later:
        return
    worst = max(proof.gap for proof in later)
    if worst <= A_HUNDREDTH:
        yield "Evenness and fit (a known face, brothers and sisters, language, travel) are then the best there are."
    else:
        yield (
            f"Evenness is proved to within {later[0].gap:.1%} of the best, "
            f"fit (a known face, brothers and sisters, language, travel) to within {later[-1].gap:.1%}."
        )


def _count(lines: Iterator[Line] | list[Line]) -> int:
    return sum(line.children for line in lines)
