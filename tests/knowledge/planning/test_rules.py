"""A plan keeps the rules that protect a child and a worker, and says in words what it reaches."""

from __future__ import annotations

from dataclasses import replace

from onechild.knowledge.planning import Asked, Group, Proposal, Rules, Worker, propose, short_of
from onechild.knowledge.planning.greedy import evened


def worker(name: str, target: float = 18, **more: object) -> Worker:
    """A worker by name."""
    return Worker(worker_id=name, name=name, target=target, **more)  # type: ignore[arg-type]


def group(name: str, children: int = 1, held_by: str | None = None, **more: object) -> Group:
    """A family by name."""
    return Group(group_id=name, children=children, weighs=children, worker_id=held_by, **more)  # type: ignore[arg-type]


def plan(*workers: Worker, groups: list[Group], rules: Rules | None = None) -> Proposal:
    """The proposal for these."""
    return propose(Asked(workers=workers, groups=tuple(groups), rules=rules or Rules()), seconds=5)


def goes(proposal: Proposal) -> dict[str, str | None]:
    """Who each group goes to."""
    return {line.group_id: line.after for line in proposal.lines}


def test_a_family_goes_to_no_other_team_unless_the_rule_allows_it() -> None:
    here, there = worker("Here", 1, team_id="a"), worker("There", team_id="b")
    family = group("g", 4, team_id="a")
    assert goes(plan(here, there, groups=[family])) == {"g": "Here"}
    assert goes(plan(here, there, groups=[family], rules=Rules(may_cross_teams=True))) == {"g": "There"}


def test_each_team_gets_its_own_smallest_overload_and_the_proofs_are_joined() -> None:
    full = [worker("A1", 2, team_id="a"), worker("A2", 2, team_id="a")]
    calm = [worker("B1", 2, team_id="b"), worker("B2", 5, team_id="b")]
    groups = [group(f"a{n}", held_by="A1", team_id="a") for n in range(9)]
    groups += [group(f"b{n}", held_by="B1", team_id="b") for n in range(5)]
    found = plan(*full, *calm, groups=groups)
    after = {load.worker_id: load.over_after for load in found.loads}
    assert after == {"A1": 3, "A2": 2, "B1": 0, "B2": 0}
    assert [(proof.reached, proof.bound) for proof in found.proofs[1:3]] == [(3, 3), (7, 7)]


def test_a_worker_is_given_no_more_children_than_their_limit() -> None:
    found = plan(worker("Ana", at_most_new=1), worker("Ben", holds=25), groups=[group(f"g{n}") for n in range(3)])
    assert sorted(str(one) for one in goes(found).values()) == ["Ana", "Ben", "Ben"]


def test_a_child_who_asked_for_another_worker_leaves_the_one_and_is_given_no_other_they_ruled_out() -> None:
    family = group("g", held_by="Ana", never=frozenset({"Ana", "Ben"}))
    found = plan(worker("Ana"), worker("Ben"), worker("Cat", holds=17), groups=[family])
    assert goes(found) == {"g": "Cat"}
    assert "The child asked for another worker." in found.lines[0].reasons


def test_a_family_in_the_middle_of_an_assessment_is_moved_last() -> None:
    held = [group(f"g{n}", held_by="Ana", in_assessment=n < 3) for n in range(4)]
    assert goes(plan(worker("Ana", 3), worker("Ben"), groups=held))["g3"] == "Ben"


def test_protection_work_that_a_newly_qualified_worker_may_lead_says_who_must_co_work() -> None:
    people = worker("New", newly_qualified=True), worker("Ana", holds=30), worker("Boss", manages=True)
    rules = Rules(newly_qualified_lead_statutory=True)
    (line,) = plan(*people, groups=[group("g", kind="protection")], rules=rules).lines
    assert (line.after, line.co_work, line.co_work_needed) == ("New", ("Ana",), True)


def test_a_manager_is_given_nobody_and_is_never_counted_as_over() -> None:
    found = plan(worker("Boss", 0, manages=True, holds=3), worker("Ana"), groups=[group("g")])
    assert goes(found) == {"g": "Ana"}
    assert found.largest_over == 0


def test_children_who_cannot_move_are_no_reason_to_fill_up_the_others() -> None:
    full = worker("Full", 10, holds=17)
    found = plan(full, worker("Ana", 10), worker("Ben", 10), groups=[group(f"g{n}") for n in range(22)])
    assert {load.worker_id: load.over_after for load in found.loads} == {"Full": 7, "Ana": 1, "Ben": 1}
    assert found.unavoidable == (("Full", 7),)
    assert "Full stays 7 cases over target with children whom this plan does not move." in found.said


def test_the_proof_is_said_in_words() -> None:
    found = plan(worker("Ana", 10), worker("Ben", 10), groups=[group(f"g{n}", held_by="Ana") for n in range(25)])
    assert found.said[:3] == (
        "The most that anybody would be over target is 3 cases; now it is 15 cases.",
        "No allocation that keeps these rules does better.",
        "12 children change worker, so that the work is shared fairly.",
    )


def test_the_full_time_workers_short_are_told_with_their_arithmetic() -> None:
    held = [group(f"g{n}", held_by="Ana") for n in range(40)]
    short = short_of(Asked(workers=(worker("Ana"),), groups=(*held, group("w"))), full_time_target=18)
    assert (short.children_over, short.whole) == (23, 2)
    assert short.words == (
        "40 children with a worker and 1 waits; the workers’ own targets come to 18.",
        "However they are shared under these rules, 23 would be above a target or wait. At 18 for a full-time worker "
        "that is 1.28: 2 full-time workers are short.",
    )


def test_nobody_is_short_where_only_the_sharing_is_uneven() -> None:
    asked = Asked(
        workers=(worker("Ana"), worker("Ben")), groups=tuple(group(f"g{n}", held_by="Ana") for n in range(30))
    )
    assert short_of(asked, full_time_target=18).whole == 0


def test_three_lines_that_a_manager_changes_stand_and_the_rest_is_solved_around_them() -> None:
    people = worker("Ana", 10), worker("Ben", 10), worker("Cat", 10)
    asked = Asked(workers=people, groups=tuple(group(f"g{n}", held_by="Ana") for n in range(30)))
    held = {"g0": "Ana", "g1": "Ben", "g2": ""}
    found = propose(replace(asked, rules=Rules(held=held)), seconds=5)
    assert {line.group_id: line.after or "" for line in found.lines if line.by_manager} == held
    assert found.largest_over == 0
    assert found.moves == 20


def test_fewer_change_worker_than_by_hand_and_nobody_is_as_far_over() -> None:
    held = (group("three", 3, held_by="Ana"), *(group(f"one{n}", held_by="Ana") for n in range(9)))
    asked = Asked(workers=(worker("Ana", 10), worker("Ben", 10, holds=8)), groups=held)
    found, by_hand = propose(asked, seconds=5, gap=0), evened(asked)
    assert (found.largest_over, found.moved_children) == (0, 2)
    assert (by_hand.largest_over, by_hand.moved_children) == (1, 3)
