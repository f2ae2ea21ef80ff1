"""The addresses of sharing work out and following it through: allocation, planner, supervision, promises, workforce.

CHILD are pages of a child, POSTED take a POST alone, LISTS are pages that may name children (whole addresses made of
the world), NO_CHILD name none, and say why.
"""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from onechild.service.record.models import Child
from tests.service.walk.world import World

Arguments = Callable[[Child], dict[str, object]]


def _alone(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id}


def _with(name: str, value: object) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, name: value}


CHILD: dict[str, tuple[Arguments, str]] = {}
# What takes a POST alone.
POSTED: set[str] = set()
# What is about one row of a child's, which may not be there.
OF_A_ROW: set[str] = set()
LISTS: dict[str, Callable[[World], list[str]]] = {}
NO_CHILD: dict[str, str] = {}

# Handovers and continuity
CHILD |= {
    "handovers": (_alone, ""),
    "handover": (_with("handover_id", "oc:0"), ""),
    "handover-finish": (_with("handover_id", "oc:0"), ""),
    "handover-read": (_with("handover_id", "oc:0"), ""),
    "handover-met": (_with("handover_id", "oc:0"), ""),
}
POSTED |= {"handover-read"}
OF_A_ROW |= {"handover", "handover-finish", "handover-read", "handover-met"}
LISTS |= {
    "team-continuity": lambda world: [
        reverse("team-continuity", args=[team]) for team in (world.team_id, world.other_team_id)
    ],
}

# The planner: its lines stand under the policy of each child
LISTS |= {"planner": lambda world: [reverse("planner")]}
NO_CHILD |= {
    "plan": "lines found through each child's policy: tested with the planner",
    "plan-again": "the same",
    "plan-make": "the same",
    "plan-drop": "takes a decision",
    "what-if": "counts of weeks, nobody",
}


# Supervision: a child's notes stand under the policy of the child; a worker's own under one of its own
def _in_a_session(child: Child) -> dict[str, object]:
    return {"session_id": "oc:0", "la_child_id": child.la_child_id}


CHILD |= {
    "child-supervisions": (_alone, ""),
    "supervision-child": (_in_a_session, "supervise"),
    "supervision-later": (_in_a_session, "supervise"),
    "supervision-reading": (_with("reading_id", "oc:0"), ""),
}
OF_A_ROW |= {"supervision-child", "supervision-later", "supervision-reading"}
LISTS |= {
    "supervisions": lambda world: [reverse("supervisions")],
    "supervision-agenda": lambda world: [
        reverse("supervision-agenda", args=[one]) for one in (world.worker_id, world.other_worker_id) if one
    ],
    "supervision-new": lambda world: [
        reverse("supervision-new", args=[one]) for one in (world.worker_id, world.other_worker_id) if one
    ],
    "supervision-readings": lambda world: [reverse("supervision-readings")],
}
NO_CHILD |= {
    "supervision": "children found through the child's policy: tested with supervision",
    "supervision-choose": "the same",
    "supervision-write": "a worker's own supervision, for the two alone: tested there",
    "supervision-sign": "takes a signature",
    "supervision-off": "takes a reason",
    "supervision-group": "names workers, and no child",
    "supervision-draw": "takes a decision",
}

# Promises and challenges
VERBS = ("news", "kept", "owner", "day", "dispute", "answer", "withdraw", "reopen")
CHILD |= {
    "child-promises": (_alone, ""),
    "promise-new": (_alone, "approve_work|supervise|audit_work|chair_conference|raise_challenge"),
    "promises-pass-on": (_alone, "approve_work|supervise"),
    "promise": (_with("direction_id", "oc:0"), ""),
    **{f"promise-{verb}": (_with("direction_id", "oc:0"), "") for verb in VERBS},
    "child-challenges": (_alone, ""),
    "challenge-new": (_alone, "raise_challenge"),
    "challenge": (_with("escalation_id", "oc:0"), ""),
    "challenge-answer": (_with("escalation_id", "oc:0"), ""),
    "challenge-further": (_with("escalation_id", "oc:0"), "raise_challenge"),
    "challenge-end": (_with("escalation_id", "oc:0"), "raise_challenge"),
}
POSTED |= {"promises-pass-on"}
OF_A_ROW |= {
    "promise",
    *(f"promise-{verb}" for verb in VERBS),
    *("challenge", "challenge-answer", "challenge-further", "challenge-end"),
}
LISTS |= {
    "promises-mine": lambda world: [reverse("promises-mine"), f"{reverse('promises-mine')}?show=given"],
    "promises-team": lambda world: [
        reverse("promises-team", args=[team]) for team in (world.team_id, world.other_team_id)
    ],
    "challenges": lambda world: [reverse("challenges"), f"{reverse('challenges')}?show=ended"],
}

# The team's page, the waiting list, workers' leave, targets
CHILD |= {"waiting-look": (_alone, "")}
OF_A_ROW |= {"waiting-look"}
LISTS |= {
    "waiting-list": lambda world: [reverse("waiting-list")],
    "worker-leave": lambda world: [
        reverse("worker-leave", args=[one]) for one in (world.worker_id, world.other_worker_id) if one
    ],
    "team-targets": lambda world: [reverse("team-targets", args=[one]) for one in (world.team_id, world.other_team_id)],
}
NO_CHILD |= {
    "team-target-set": "a number that the council set for a team",
    "worker-limit": "how many new children a worker takes, and names none",
    "worker-limit-end": "takes a decision",
    "worker-leave-end": "takes a decision",
    "worker-facts": "languages and areas of a worker",
}

# Allocation: who holds a child, and each way that it changes
ALLOCATING = ("allocate", "allocation-end", "allocation-priority", "co-worker-new", "transfer-new", "allocation-undo")


def _ticked(world: World) -> list[str]:
    asked = "&".join(f"child={one.la_child_id}" for one in world.children.values())
    return [f"{reverse('allocate-many', args=[team])}?{asked}" for team in (world.team_id, world.other_team_id)]


CHILD |= {
    "child-allocation": (_alone, ""),
    **dict.fromkeys(ALLOCATING, (_alone, "allocate")),
    "co-worker-end": (_with("allocation_id", "oc:0"), "allocate"),
}
OF_A_ROW |= {"allocation-undo", "co-worker-end"}
LISTS |= {"transfers": lambda world: [reverse("transfers")], "allocate-many": _ticked}
NO_CHILD |= {"transfer": "a request found through the child's policy: tested with allocation"}

# The workforce and the academy: workers alone, but for the protected caseload, which names children
LISTS |= {
    "academy": lambda world: [reverse("academy")],
    "my-academy": lambda world: [reverse("my-academy")],
    "academy-worker": lambda world: [reverse("academy-worker", args=[world.worker_id])],
    "assessed-year": lambda world: [reverse("assessed-year", args=["oc:0"])],
}
NO_CHILD |= {
    "workforce": "counts workers and posts, and no child",
    "workforce-posts": "the same",
    "post-new": "the same",
    "post-end": "the same",
    "workforce-people": "the same",
    "workforce-details": "what the census asks of a worker",
    "workforce-absence": "about a worker",
    "workforce-absence-end": "about a worker",
    "employment-new": "about a worker",
    "employment-end": "says how many children, and never which: tested with the workforce",
    "employment-convert": "about a worker",
    "employment-hours": "about a worker",
    "workforce-origin": "about a worker",
    "workforce-targets": "counts workers",
    "workforce-target-new": "a number aimed at",
    "workforce-target-end": "the same",
    "workforce-census": "counts workers and cases: tested with the workforce",
    "workforce-census-file": "the same, as a file",
    "cohort-new": "about workers",
    "cohort": "about workers",
    "place-new": "about workers",
    "place-end": "about workers",
    "observation-new": "about a worker's practice, names no child",
    "observation": "the same",
    "observation-sign": "the same",
    "assessed-year-new": "about a worker",
    "assessed-year-review": "about a worker",
    "assessed-year-end": "about a worker",
    "assessed-year-sign": "takes a signature",
}
