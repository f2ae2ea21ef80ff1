"""From numbers to families: which of those alike go where, chosen so that they fit their workers best."""

from __future__ import annotations

import time
from collections import Counter, defaultdict

from ortools.sat.python import cp_model

from onechild.knowledge.planning.classes import Class, Counted
from onechild.knowledge.planning.counting import Numbers, Programme, solved
from onechild.knowledge.planning.fitting import fit
from onechild.knowledge.planning.model import Asked, Proof

Chosen = dict[int, int | None]
MISFIT = 100  # of a family that goes to somebody who knows nothing of them


def settle(
    asked: Asked, counted: Counted, made: Programme, numbers: Numbers, *, seconds: float, gap: float, threads: int
) -> tuple[Chosen, Proof]:
    """This function will return each group's worker, by place, best fitting under all aims before; and its proof."""
    began = time.monotonic()
    named = _Named(asked, counted, made)
    named.hint(any_of(counted, numbers))
    solver, bound = solved(made, named.misfit(), seconds=seconds, gap=gap, threads=threads)
    chosen = dict(counted.stays) | named.read(solver)
    reached = solver.objective_value
    return chosen, Proof(aim="fit", reached=reached, bound=min(bound, reached), seconds=time.monotonic() - began)


class _Named:
    """A yes or no for each group and worker, tied to the counted programme."""

    def __init__(self, asked: Asked, counted: Counted, made: Programme) -> None:
        self.asked, self.made = asked, made
        self.goes: dict[tuple[int, int], cp_model.IntVar] = {}
        self.stays: dict[int, tuple[int, cp_model.IntVar]] = {}
        self.waits: dict[int, cp_model.IntVar] = {}
        comes: dict[tuple[Class, int], list[cp_model.IntVar]] = defaultdict(list)
        for (now, one, costs), places in counted.may_leave.items():
            for g in places:
                self.stays[g] = now, made.model.new_bool_var("")
                self._somewhere(g, one, comes, but=now, or_else=self.stays[g][1])
            made.model.add(made.leave[now, one, costs] == sum(1 - self.stays[g][1] for g in places))
        for (one, waiting), places in counted.must_find.items():
            for g in places:
                if waiting is not None:
                    self.waits[g] = made.model.new_bool_var("")
                self._somewhere(g, one, comes, but=None, or_else=self.waits.get(g))
            if waiting is not None:
                made.model.add(made.wait[one, waiting] == sum(self.waits[g] for g in places))
        for key, variable in made.come.items():
            made.model.add(variable == sum(comes[key]))

    def _somewhere(
        self, g: int, one: Class, comes: dict[tuple[Class, int], list[cp_model.IntVar]], *, but: int | None,
        or_else: cp_model.IntVar | None,
    ) -> None:  # fmt: skip
        options = [] if or_else is None else [or_else]
        for w in sorted(one.able):
            if w != but:
                self.goes[g, w] = self.made.model.new_bool_var("")
                comes[one, w].append(self.goes[g, w])
                options.append(self.goes[g, w])
        self.made.model.add_exactly_one(options)

    def misfit(self) -> cp_model.LinearExprT:
        groups, workers = self.asked.groups, self.asked.workers
        return sum((MISFIT - fit(groups[g], workers[w])) * goes for (g, w), goes in self.goes.items())

    def hint(self, chosen: Chosen) -> None:
        self.made.model.clear_hints()  # type: ignore[no-untyped-call]
        for (g, w), variable in self.goes.items():
            self.made.model.add_hint(variable, chosen[g] == w)
        for g, (now, variable) in self.stays.items():
            self.made.model.add_hint(variable, chosen[g] == now)
        for g, variable in self.waits.items():
            self.made.model.add_hint(variable, chosen[g] is None)

    def read(self, solver: cp_model.CpSolver) -> Chosen:
        found: Chosen = dict.fromkeys(self.waits)
        found |= {g: now for g, (now, stays) in self.stays.items() if solver.value(stays)}
        return found | {g: w for (g, w), goes in self.goes.items() if solver.value(goes)}


def any_of(counted: Counted, numbers: Numbers) -> Chosen:
    """This function will return one allocation that has these numbers, whatever its fit; the rest stays as it is.

    Where a worker both gives and gets families that are alike, they keep them: loads are the same, changes fewer.
    """
    come, leave = Counter(numbers.come), Counter(numbers.leave)
    chosen: Chosen = dict(counted.stays)
    going: dict[Class, list[int]] = defaultdict(list)
    for (now, one, costs), places in counted.may_leave.items():
        kept = min(leave[now, one, costs], come[one, now])
        leave[now, one, costs] -= kept
        come[one, now] -= kept
        leaves = leave[now, one, costs]
        going[one] += places[:leaves]
        chosen |= dict.fromkeys(places[leaves:], now)
    for (one, waiting), places in counted.must_find.items():
        waits = 0 if waiting is None else numbers.wait[one, waiting]
        chosen |= dict.fromkeys(places[:waits])
        going[one] += places[waits:]
    for (one, w), number in sorted(come.items(), key=lambda item: item[0][1]):
        for _turn in range(number):
            chosen[going[one].pop()] = w
    return chosen
