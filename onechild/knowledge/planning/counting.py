"""The search over counted families: nobody waiting, the largest overload least, fewest changes, an even spread.

The aims stand in this order, and a later one never costs an earlier one. Each is a small programme in whole numbers for
CP-SAT, begun from where the one before ended.
"""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from onechild.errors import CannotProceed
from onechild.knowledge.planning.bounds import PARTS
from onechild.knowledge.planning.classes import Class, Counted, over
from onechild.knowledge.planning.model import Asked, Proof

AIMS = ("left waiting", "largest overload", "changes of worker", "spread")
# What part of the time each aim may take; what one leaves, the next has.
SHARES = (0.05, 0.55, 0.25, 0.15)
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
HINT_SECONDS = 30.0  # it takes a moment; more only on a machine that does much else
# An even spread: a child above each of these (cases over target) counts once more, so that the fullest count most.
STEPS = (-9, -6, -4, -2, -1, 0, 1, 2, 4, 6, 9)


@dataclass
class Programme:
    """The programme and its variables: how many leave, come and wait; each worker's load; the largest overload."""

    model: cp_model.CpModel
    leave: dict[tuple[int, Class, int], cp_model.IntVar]
    come: dict[tuple[Class, int], cp_model.IntVar]
    wait: dict[tuple[Class, int], cp_model.IntVar]
    load: list[cp_model.IntVar]
    most: cp_model.IntVar
    extra: list[cp_model.IntVar]


@dataclass(frozen=True)
class Numbers:
    """What was found: how many leave, come and wait; the loads; the proofs; the least largest overload (hundredths)."""

    leave: dict[tuple[int, Class, int], int]
    come: dict[tuple[Class, int], int]
    wait: dict[tuple[Class, int], int]
    load: tuple[int, ...]
    most: int
    proofs: tuple[Proof, ...]


def solve(
    asked: Asked, counted: Counted, made: Programme, *, seconds: float, gap: float, threads: int
) -> Numbers:  # fmt: skip
    """This function will return the best numbers found in the time, with a proof for each aim.

    The programme is left with what each aim reached as its limit, so that a fifth can be sought under all four.
    """
    aims = (
        counted.waits_anyway + sum(costs * variable for (_class, costs), variable in made.wait.items()),
        1 * made.most,
        counted.changes_anyway + sum(costs * variable for (_w, _class, costs), variable in made.leave.items()),
        _spread(asked, made),
    )
    proofs, left, found = [], seconds, None
    for number, (aim, share, terms) in enumerate(zip(AIMS, SHARES, aims, strict=True)):
        began = time.monotonic()
        given = max(0.2, left * share / sum(SHARES[number:]))
        solver, bound = solved(made, terms, seconds=given, gap=gap, threads=threads)
        reached = round(solver.objective_value)
        made.model.add(terms <= reached)
        if aim == "largest overload":
            bound = _attainable(asked, bound)
            made.model.add(made.most >= round(bound))
        took = time.monotonic() - began
        left -= took
        found = _read(made, solver)
        proofs.append(_proof(asked, counted, aim, found, reached, bound, took))
        _hint(made, solver)
    assert found is not None  # noqa: S101  there are aims
    return Numbers(found.leave, found.come, found.wait, found.load, found.most, tuple(proofs))


def programme(asked: Asked, counted: Counted, begin: Mapping[int, int | None] | None = None) -> Programme:
    """This function will write the rules down for CP-SAT; `begin` is an allocation that keeps them, to begin from."""
    model = cp_model.CpModel()
    leave = {key: model.new_int_var(0, len(places), "") for key, places in counted.may_leave.items()}
    wait = {
        (one, costs): model.new_int_var(0, len(places), "")
        for (one, costs), places in counted.must_find.items() if costs is not None
    }  # fmt: skip
    goes: dict[Class, list[cp_model.LinearExprT]] = defaultdict(list)
    top: Counter[Class] = Counter()
    for leaving, places in counted.may_leave.items():
        goes[leaving[1]].append(leave[leaving])
        top[leaving[1]] += len(places)
    for (one, costs), places in counted.must_find.items():
        goes[one] += [len(places)] if costs is None else [len(places) - wait[one, costs]]
        top[one] += len(places)
    come: dict[tuple[Class, int], cp_model.IntVar] = {}
    for one in goes:
        come |= {(one, w): model.new_int_var(0, top[one], "") for w in sorted(one.able)}
        model.add(sum(come[one, w] for w in one.able) == sum(goes[one]))
    made = Programme(model, leave, come, wait, [], model.new_int_var(0, _top(asked), "most"), [])
    gone: dict[int, list[cp_model.LinearExprT]] = defaultdict(list)
    new: dict[int, list[cp_model.LinearExprT]] = defaultdict(list)
    now: Counter[int] = Counter(dict(enumerate(counted.loads)))
    for (w, one, _costs), places in counted.may_leave.items():
        gone[w].append(one.children * leave[w, one, _costs])
        now[w] += one.children * len(places)
    for (one, w), variable in come.items():
        new[w].append(one.children * variable)
    for w in range(len(asked.workers)):
        _hold(asked, counted, made, w, now=now[w], gone=gone[w], new=new[w])
    if begin is None:
        _hint_as_things_are(asked, counted, made, now)
    else:
        _hint_from(asked, counted, made, begin)
    return made


def _hint_as_things_are(asked: Asked, counted: Counted, made: Programme, now: Mapping[int, int]) -> None:
    """Everybody who waits, waiting, and nobody moved: no good plan, but one, from which any search can begin."""
    for variable in (*made.leave.values(), *made.come.values()):
        made.model.add_hint(variable, 0)
    for (one, costs), variable in made.wait.items():
        made.model.add_hint(variable, len(counted.must_find[one, costs]))
    for w, variable in enumerate(made.load):
        made.model.add_hint(variable, now[w])
    made.model.add_hint(made.most, max((over(asked, w, now[w]) for w in range(len(made.load))), default=0))
    for variable in made.extra:
        made.model.add_hint(variable, False)


def _hint_from(asked: Asked, counted: Counted, made: Programme, begin: Mapping[int, int | None]) -> None:
    """An allocation in numbers: who leaves, comes and waits; the loads follow."""
    come: Counter[tuple[Class, int | None]] = Counter()
    load = Counter(dict(enumerate(counted.loads)))
    for (now, one, costs), places in counted.may_leave.items():
        goes = [begin[g] for g in places]
        made.model.add_hint(made.leave[now, one, costs], sum(w != now for w in goes))
        come.update((one, w) for w in goes if w != now)
        load.update({now: one.children * goes.count(now)})
    for (one, waiting), places in counted.must_find.items():
        come.update((one, begin[g]) for g in places)
        if waiting is not None:
            made.model.add_hint(made.wait[one, waiting], sum(begin[g] is None for g in places))
    for (one, w), variable in made.come.items():
        made.model.add_hint(variable, come[one, w])
        load[w] += one.children * come[one, w]
    for w, variable in enumerate(made.load):
        made.model.add_hint(variable, load[w])
    made.model.add_hint(made.most, max((over(asked, w, load[w]) for w in range(len(made.load))), default=0))
    for variable in made.extra:
        made.model.add_hint(variable, False)


def _hold(
    asked: Asked, counted: Counted, made: Programme, w: int, *, now: int, gone: Sequence[cp_model.LinearExprT],
    new: Sequence[cp_model.LinearExprT],
) -> None:  # fmt: skip
    worker, model = asked.workers[w], made.model
    load = model.new_int_var(counted.loads[w], _top(asked) // PARTS, "")
    model.add(load == now - cp_model.LinearExpr.sum(gone) + cp_model.LinearExpr.sum(new))
    made.load.append(load)
    if worker.at_most_new is not None and new:
        model.add(cp_model.LinearExpr.sum(new) <= max(0, worker.at_most_new - counted.chosen_new[w]))
    if worker.manages:
        return
    target = round(worker.target * PARTS)
    floor = over(asked, w, counted.loads[w])
    if asked.rules.most_over is not None:
        limit = max(round(asked.rules.most_over * PARTS), over(asked, w, now))
        model.add(PARTS * load - target <= limit)
    if not floor:
        model.add(PARTS * load - target <= made.most)
        return
    # Children who can't move keep this worker over: others are not let rise to that, they have the least of their own.
    fuller = model.new_bool_var("")
    model.add(PARTS * load - target <= floor).only_enforce_if(fuller)
    model.add(PARTS * load - target <= made.most).only_enforce_if(~fuller)
    made.extra.append(fuller)


def _top(asked: Asked) -> int:
    return PARTS * (
        sum(group.children for group in asked.groups) + max((one.holds for one in asked.workers), default=0)
    )


def _spread(asked: Asked, made: Programme) -> cp_model.LinearExprT:
    terms: list[cp_model.IntVar] = []
    for worker, load in zip(asked.workers, made.load, strict=True):
        if worker.manages:
            continue
        for step in STEPS:
            above = made.model.new_int_var(0, _top(asked) // PARTS, "")
            made.model.add(above >= load - max(0, round(worker.target) + step))
            terms.append(above)
            made.extra.append(above)
    return sum(terms)


def solved(
    made: Programme, terms: cp_model.LinearExprT, *, seconds: float, gap: float, threads: int
) -> tuple[cp_model.CpSolver, float]:
    """This function will return a solver that has found the least of an aim in the time, and its bound."""
    made.model.minimize(terms)
    solver = _solver(seconds=seconds, gap=gap, threads=threads)
    status = solver.solve(made.model)
    bound = solver.best_objective_bound
    if status == cp_model.UNKNOWN:
        # Nothing in the time: what the aim before left is counted at this aim too.
        solver = _solver(seconds=HINT_SECONDS, gap=1.0, threads=1)
        solver.parameters.fix_variables_to_their_hinted_value = True
        status = solver.solve(made.model)
    if status not in FOUND:
        raise CannotProceed("no plan keeps all of these rules: take back one of the lines that you held or ruled out")
    return solver, min(bound, solver.objective_value)


def _solver(*, seconds: float, gap: float, threads: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.relative_gap_limit = gap
    solver.parameters.num_workers = threads
    solver.parameters.random_seed = 1
    return solver


def _read(made: Programme, solver: cp_model.CpSolver) -> Numbers:
    return Numbers(
        leave={key: solver.value(variable) for key, variable in made.leave.items()},
        come={key: solver.value(variable) for key, variable in made.come.items()},
        wait={key: solver.value(variable) for key, variable in made.wait.items()},
        load=tuple(solver.value(variable) for variable in made.load),
        most=solver.value(made.most),
        proofs=(),
    )


def _hint(made: Programme, solver: cp_model.CpSolver) -> None:
    made.model.clear_hints()  # type: ignore[no-untyped-call]
    known = (made.leave, made.come, made.wait)
    variables = [*(one for part in known for one in part.values()), *made.load, made.most, *made.extra]
    values = [(variable, solver.value(variable)) for variable in variables]
    for variable, value in values:
        made.model.add_hint(variable, value)


def _attainable(asked: Asked, bound: float) -> int:
    """Children are whole: the largest overload is nought or a whole number above a target, and none between."""
    least = math.ceil(bound - 0.000001)
    ends = {-round(worker.target * PARTS) % PARTS for worker in asked.workers if not worker.manages}
    return 0 if least <= 0 else min((least + (end - least) % PARTS for end in ends), default=least)


def _proof(
    asked: Asked, counted: Counted, aim: str, found: Numbers, reached: float, bound: float, seconds: float
) -> Proof:
    if aim == "largest overload":
        # In cases; and no plan can take from somebody the children who can't move.
        least = max((over(asked, w, load) for w, load in enumerate(counted.loads)), default=0)
        reached = max((over(asked, w, load) for w, load in enumerate(found.load)), default=0) / PARTS
        bound = min(reached, max(bound, least) / PARTS)
    return Proof(aim=aim, reached=reached, bound=bound, seconds=seconds)


def least_over(asked: Asked, counted: Counted, *, seconds: float, threads: int) -> tuple[float, int]:
    """This function will return the least that all overloads add up to (hundredths of a case, a bound), and who wait.

    Whoever can be given to somebody is: children wait here only where nobody may take them.
    """
    made = programme(asked, counted)
    waiting = sum(one.children * variable for (one, _costs), variable in made.wait.items())
    solver, _bound = solved(made, waiting, seconds=seconds / 2, gap=0, threads=threads)
    still = round(solver.objective_value)
    made.model.add(waiting <= still)
    _hint(made, solver)
    overs = []
    for worker, load in zip(asked.workers, made.load, strict=True):
        if not worker.manages:
            overs.append(made.model.new_int_var(0, _top(asked), ""))
            made.model.add(overs[-1] >= PARTS * load - round(worker.target * PARTS))
    _found, bound = solved(made, sum(overs), seconds=seconds / 2, gap=0, threads=threads)
    without = sum(asked.groups[g].children for g, now in counted.stays.items() if now is None)
    return max(0.0, bound), still + without
