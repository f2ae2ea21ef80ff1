"""Proposes who holds whom, aim after aim, each proved to a gap: nobody left waiting, the largest overload least, fewest
changes of worker, an even spread, the best fit.

The aims stand in this order, and a later one never costs an earlier one. Each is solved with CP-SAT from where the one
before ended. Written for one team or a whole council (ARCHITECTURE: the only importer of ortools).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from onechild.errors import CannotProceed
from onechild.knowledge.planning.bounds import PARTS, counting_bound
from onechild.knowledge.planning.fitting import fit, may_take, may_wait, reasons
from onechild.knowledge.planning.model import Asked, Line, Load, Proof, Proposal

AIMS = ("left waiting", "largest overload", "changes of worker", "spread", "fit")
# What part of the time each aim may take; what one leaves, the next has.
SHARES = (0.05, 0.35, 0.3, 0.15, 0.15)
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
HINT_SECONDS = 5.0
WEIGHTY = {1: 100, 2: 30, 3: 10}  # leaving a group of this priority waiting; days waited come on top


@dataclass
class _Made:
    model: cp_model.CpModel
    takes: dict[tuple[int, int], cp_model.IntVar]
    waits: dict[int, cp_model.IntVar]
    over: list[cp_model.IntVar]
    most: cp_model.IntVar


def propose(asked: Asked, *, seconds: float = 15.0, gap: float = 0.01, workers: int = 2) -> Proposal:
    """This function will return the best allocation found in the time, with a proof for each aim.

    `gap` (0..1) ends an aim early once it is proved that near to the best; `workers` are threads. Raises CannotProceed
    where the plan names people it does not have (model.Asked). Same question, same answer, but for the time it has.
    """
    made = _made(asked)
    proofs: list[Proof] = []
    chosen: dict[int, int | None] = {}
    left = seconds
    for number, (aim, share, of) in enumerate(zip(AIMS, SHARES, _aims(asked), strict=True)):
        terms = of(made)
        began = time.monotonic()
        chosen, proof = _solve(made, terms, chosen, aim=aim, seconds=max(0.5, left * share / sum(SHARES[number:])),
                               gap=gap, threads=workers)  # fmt: skip
        proofs.append(proof)
        made.model.add(terms <= round(proof.reached))
        if aim == "left waiting" and proof.reached == 0:
            made.model.add(made.most >= counting_bound(asked))
        left = max(0.5, left - (time.monotonic() - began))
    return _proposal(asked, chosen, proofs)


def _made(asked: Asked) -> _Made:
    model = cp_model.CpModel()
    takes = {
        (g, w): model.new_bool_var(f"{g}-{w}")
        for g, group in enumerate(asked.groups)
        for w, worker in enumerate(asked.workers)
        if may_take(group, worker, asked.rules)
    }
    by_group: dict[int, list[cp_model.IntVar]] = {g: [] for g in range(len(asked.groups))}
    by_worker: dict[int, list[tuple[int, cp_model.IntVar]]] = {w: [] for w in range(len(asked.workers))}
    for (g, w), variable in takes.items():
        by_group[g].append(variable)
        by_worker[w].append((asked.groups[g].children, variable))
    waits = {}
    for g, group in enumerate(asked.groups):
        if may_wait(group, asked.rules) or not by_group[g]:
            waits[g] = model.new_bool_var(f"{g}-waits")
        model.add_exactly_one([*by_group[g], *([waits[g]] if g in waits else [])])
    over, most = _overloads(asked, model, by_worker)
    return _Made(model, takes, waits, over, most)


def _overloads(
    asked: Asked, model: cp_model.CpModel, by_worker: dict[int, list[tuple[int, cp_model.IntVar]]]
) -> tuple[list[cp_model.IntVar], cp_model.IntVar]:
    """How far each worker would be over target, in hundredths of a case, and how far the furthest."""
    in_all = sum(group.children for group in asked.groups) + max((one.holds for one in asked.workers), default=0)
    top = in_all * PARTS
    limit = top if asked.rules.most_over is None else round(asked.rules.most_over * PARTS)
    most = model.new_int_var(0, top, "most")
    over = []
    for w, worker in enumerate(asked.workers):
        one = model.new_int_var(0, top, f"over-{w}")
        load = sum(PARTS * children * variable for children, variable in by_worker[w]) + PARTS * worker.holds
        model.add(one >= load - round(worker.target * PARTS))
        model.add(most >= one)
        if worker.takes:
            model.add(one <= max(limit, PARTS * worker.holds - round(worker.target * PARTS)))
        over.append(one)
    return over, most


Aim = Callable[[_Made], cp_model.LinearExprT]


def _aims(asked: Asked) -> Sequence[Aim]:
    def waiting(made: _Made) -> cp_model.LinearExprT:
        return sum(_weighty(asked, g) * variable for g, variable in made.waits.items())

    def moves(made: _Made) -> cp_model.LinearExprT:
        return sum(
            asked.groups[g].children * variable
            for (g, w), variable in made.takes.items()
            if asked.groups[g].worker_id not in (None, asked.workers[w].worker_id) and not asked.groups[g].leaves
        )

    def spread(made: _Made) -> cp_model.LinearExprT:
        return sum(made.over)

    def misfit(made: _Made) -> cp_model.LinearExprT:
        return sum(
            (100 - fit(asked.groups[g], asked.workers[w])) * variable for (g, w), variable in made.takes.items()
            if asked.groups[g].worker_id != asked.workers[w].worker_id
        )  # fmt: skip

    return (waiting, lambda made: made.most, moves, spread, misfit)


def _weighty(asked: Asked, g: int) -> int:
    group = asked.groups[g]
    return group.children * (WEIGHTY.get(group.priority, 10) + min(group.waited_days, 60))


def _solve(
    made: _Made, terms: cp_model.LinearExprT, hint: dict[int, int | None], *, aim: str, seconds: float, gap: float,
    threads: int,
) -> tuple[dict[int, int | None], Proof]:  # fmt: skip
    made.model.minimize(terms)
    made.model.clear_hints()  # type: ignore[no-untyped-call]
    for (g, w), variable in made.takes.items():
        if g in hint:
            made.model.add_hint(variable, hint[g] == w)
    for g, variable in made.waits.items():
        if g in hint:
            made.model.add_hint(variable, hint[g] is None)
    began = time.monotonic()
    solver = _solver(seconds=seconds, gap=gap, threads=threads)
    status = solver.solve(made.model)
    bound = solver.best_objective_bound if status in FOUND or status == cp_model.UNKNOWN else 0.0
    if status == cp_model.UNKNOWN and hint:
        # Nothing better in the time than what the aim before left, which is counted at this aim too.
        solver = _solver(seconds=HINT_SECONDS, gap=gap, threads=threads)
        solver.parameters.fix_variables_to_their_hinted_value = True
        status = solver.solve(made.model)
    if status not in FOUND:
        raise CannotProceed("no plan keeps all of these rules: take back one of the lines that you held or ruled out")
    chosen: dict[int, int | None] = dict.fromkeys(made.waits)
    chosen |= {g: w for (g, w), variable in made.takes.items() if solver.value(variable)}
    return chosen, Proof(
        aim=aim,
        reached=solver.objective_value,
        bound=min(bound, solver.objective_value),
        seconds=time.monotonic() - began,
    )


def _solver(*, seconds: float, gap: float, threads: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.relative_gap_limit = gap
    solver.parameters.num_workers = threads
    solver.parameters.random_seed = 1
    return solver


def _proposal(asked: Asked, chosen: dict[int, int | None], proofs: Sequence[Proof]) -> Proposal:
    lines = []
    for g, group in enumerate(asked.groups):
        w = chosen.get(g)
        worker = None if w is None else asked.workers[w]
        lines.append(
            Line(
                group_id=group.group_id,
                before=group.worker_id,
                after=worker.worker_id if worker else None,
                reasons=tuple(reasons(group, worker, asked)),
                by_manager=group.group_id in asked.rules.held,
            )
        )
    return Proposal(lines=tuple(lines), loads=loads_of(asked, chosen), proofs=tuple(proofs))


def loads_of(asked: Asked, chosen: dict[int, int | None]) -> tuple[Load, ...]:
    """This function will return each worker before and after, where `chosen` has the worker's place by the group's."""
    found = []
    for w, worker in enumerate(asked.workers):
        held = [group for group in asked.groups if group.worker_id == worker.worker_id]
        after = [group for g, group in enumerate(asked.groups) if chosen.get(g) == w]
        found.append(
            Load(
                worker_id=worker.worker_id,
                name=worker.name,
                target=worker.target,
                before=worker.holds + sum(group.children for group in held),
                after=worker.holds + sum(group.children for group in after),
                weighs_before=worker.weighs + sum(group.weighs for group in held),
                weighs_after=worker.weighs + sum(group.weighs for group in after),
            )
        )
    return tuple(found)
