"""Every address there is, and what kind of page it is: an address without a line here fails the test of the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.service.desk.performance.scorecard.areas import AREAS
from onechild.service.record.models import (
    Child,
    ChildName,
    Visit,
)
from tests.service.walk import contacts, protection, sharing, work
from tests.service.walk.world import World

Arguments = Callable[[Child], dict[str, object]]


def _alone(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id}


def _with(name: str, value: object) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, name: value}


def _with_name(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id, "name_id": ChildName.objects.filter(child=child)[0].pk}


def _with_plan(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id, "kind": "protection", "plan_id": "oc:0"}


def _with_visit(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id, "visit_id": Visit.objects.filter(child=child)[0].pk}


# Pages about one child: their arguments, and the permission they ask for besides sight of the child.
CHILD: dict[str, tuple[Arguments, str]] = {
    **protection.CHILD,
    **work.CHILD,
    **sharing.CHILD,
    "child": (_alone, ""),
    "child-timeline": (_alone, ""),
    "child-add": (_alone, ""),
    "child-clocks": (_alone, ""),
    "child-late-reason": (_alone, "record_visit"),
    "child-plans": (_alone, ""),
    "child-interval": (_with_plan, "approve_work"),
    "child-interval-end": (_with_plan, "approve_work"),
    "child-people": (_alone, ""),
    "child-decisions": (_alone, ""),
    "child-held": (_alone, ""),
    "child-warnings": (_alone, ""),
    "child-warning-new": (_alone, "edit_child"),
    "child-warning-review": (_with("warning_id", "oc:0"), "edit_child"),
    "child-warning-end": (_with("warning_id", "oc:0"), "edit_child"),
    "child-edit": (_alone, ""),
    "child-birth": (_alone, "edit_child"),
    "child-name-new": (_alone, "edit_child"),
    "child-name-end": (_with_name, "edit_child"),
    "child-looked": (_alone, "see_access_log"),
    "child-who": (_alone, ""),
    "child-restrict": (_alone, "restrict_record"),
    "child-name": (_alone, "restrict_record"),
    "child-unname": (_with("user_id", 0), "restrict_record"),
    "child-lift": (_alone, "restrict_record"),
    "visit-new": (_alone, "record_visit"),
    "contact-about": (_alone, "screen_contact"),
    "diary-new": (_alone, "record_visit"),
    "visit-recorded": (_with_visit, "record_visit"),
    "api:api-child": (_alone, ""),
    "api:api-obligations": (_alone, ""),
}
# What takes a POST alone, and says so to whoever asks, whatever the child.
POSTED = {
    "child-restrict",
    "child-name",
    "child-unname",
    "child-lift",
    "note-pin",
    *("letter-check", "letter-drop", "letter-part-new", "letter-part-out", "letter-recipient-out"),
    *sharing.POSTED,
}
# Who may open a restricted record is kept by those who restrict records, who need not open it themselves.
KEPT_BY = dict.fromkeys(("child-who", *POSTED), "grant_glass")
# What is about one row of a child's, which may not be there, or may be its source's to change.
OF_A_ROW = {
    *protection.OF_A_ROW,
    *sharing.OF_A_ROW,
    *("pathway", "pathway-words", "pathway-done", "pathway-signs", "pathway-oversight", "pathway-end"),
    *("pathway-choice", "pathway-outcome-new", "pathway-outcome", "order"),
    *("missing-episode", "missing-back", "missing-interview"),
    "child-late-reason",
    *("relation-edit", "relation-end", "adult-edit", "adult-contact-new", "adult-contact-end"),
    *(
        "letter",
        "letter-head",
        "letter-mark",
        "letter-part",
        "letter-recipient-new",
        "letter-allow",
        "letter-version",
        "letter-send",
    ),
    "child-interval",
    "child-interval-end",
    "child-warning-review",
    "child-warning-end",
    "child-name-end",
    "visit-recorded",
    # case notes, documents and the chronology
    "note",
    "note-remove",
    "document",
    "document-file",
    "document-remove",
    "child-mark",
    *("assessment", "assessment-history", "assessment-delay", "assessment-pattern", "assessment-part"),
    *("assessment-delay-remove", "assessment-submit", "assessment-check", "assessment-decide", "assessment-reopen"),
    "adult-childhood",
    # Child in need plans and closure
    "need-plan",
    "need-plan-edit",
    "need-plan-decide",
    "need-plan-outcome-new",
    "need-plan-review",
    "need-plan-oversee",
    "need-plan-end",
    "closure",
}
# Where one asks to open a record that one may not: it answers those who may know of the child.
ASKING = {"break-glass"}


def _searches(world: World) -> list[str]:
    words = [
        word for kind, child in world.children.items() for word in (f"Zz{kind}ine", f"{kind} Zigzag", child.la_child_id)
    ]
    born = [f"{child.born_on:%d/%m/%Y}" for child in world.children.values() if child.born_on]
    return [f"{reverse('search')}?q={word}" for word in (*words, *born, "zzbarredin", "Zigzag Lane")]


# Pages that may list, count or find children: walked for words of a child that must not be there.
LISTS: dict[str, Callable[[World], list[str]]] = {
    "protection": lambda world: [f"{reverse('protection')}?show={show}" for show in ("mine", "teams", "all")],
    "my-day": lambda world: [reverse("my-day"), *(f"{reverse('my-day')}?by={by}" for by in ("child", "round"))],
    "my-children": lambda world: [
        reverse("my-children"),
        f"{reverse('my-children')}?page=2",
        f"{reverse('my-children')}?group=family",
    ],
    "my-children-export": lambda world: [reverse("my-children-export")],
    "calendar": lambda world: [reverse("calendar"), f"{reverse('calendar')}?as=agenda"],
    "cover": lambda world: [reverse("cover")],
    "assessments": lambda world: [
        reverse("assessments"),
        *(f"{reverse('assessments')}?team={one}" for one in (world.team_id, world.other_team_id)),
    ],
    "pathways": lambda world: [reverse("pathways")],
    "missing": lambda world: [reverse("missing")],
    "cover-name": lambda world: [reverse("cover-name", args=[world.worker_id])],
    "teams": lambda world: [reverse("teams")],
    "team": lambda world: [
        f"{reverse('team', args=[team])}?show={show}"
        for team in (world.team_id, world.other_team_id)
        for show in ("waiting", "active", "members")
    ],
    "board": lambda world: [reverse("board"), f"{reverse('board')}?topic=health"],
    "board-duties": lambda world: [
        f"{reverse('board-duties')}?which={which}{taken}"
        for which in ("due", "late", "met", "met_late")
        for taken in ("", "&as=csv")
    ],
    "team-board": lambda world: [
        f"{reverse('team-board', args=[team])}{asked}"
        for team in (world.team_id, world.other_team_id)
        for asked in ("", f"?worker={world.worker_id}")
    ],
    "team-board-duties": lambda world: [
        f"{reverse('team-board-duties', args=[team])}?which={which}{taken}"
        for team in (world.team_id, world.other_team_id)
        for which in ("due", "late", "met", "met_late")
        for taken in ("", "&as=csv")
    ],
    "reports": lambda world: [reverse("reports")],
    "rules": lambda world: [reverse("rules")],
    "rule": lambda world: [reverse("rule", args=["child-protection-visit"])],
    "standards": lambda world: [reverse("standards")],
    "worker": lambda world: [reverse("worker", args=[one]) for one in (world.worker_id, world.other_worker_id) if one],
    "silence": lambda world: [f"{reverse('silence')}?show={show}" for show in ("mine", "teams", "all", "aside")],
    "team-forecast": lambda world: [
        reverse("team-forecast", args=[one]) for one in (world.team_id, world.other_team_id)
    ],
    "worker-forecast": lambda world: [
        reverse("worker-forecast", args=[one]) for one in (world.worker_id, world.other_worker_id) if one
    ],
    # Decisions, what came back after them, second looks
    "decisions": lambda world: [reverse("decisions"), f"{reverse('decisions')}?since=2024-01-01"],
    "my-decisions": lambda world: [reverse("my-decisions")],
    "watches": lambda world: [reverse("watches"), f"{reverse('watches')}?kind=early_help&month=2026-09"],
    "second-looks": lambda world: [reverse("second-looks")],
    "search": _searches,
    **contacts.LISTS,
    **sharing.LISTS,
    "performance": lambda world: [reverse("performance")],
    "scorecard": lambda world: [reverse("scorecard", args=[slug]) for slug in AREAS],
    "changes": lambda world: [reverse("changes")],
    "published": lambda world: [reverse("published")],
    "mash": lambda world: [reverse("mash")],
    "legal": lambda world: [reverse("legal")],
    "caseload": lambda world: [reverse("caseload"), f"{reverse('caseload')}?team={world.other_team_id}"],
    "measure": lambda world: [
        f"{reverse('measure', args=[key])}{asked}" for key in list(MEASURES)[:3] for asked in ("", "?by=age", "?as=csv")
    ],
    "my-views": lambda world: [reverse("my-views")],
    "powers": lambda world: [reverse("powers")],
    "roles": lambda world: [reverse("roles")],
    "glass": lambda world: [reverse("glass")],
    "bars": lambda world: [reverse("bars")],
    "drafts": lambda world: [reverse("drafts")],
    "accounts": lambda world: [reverse("accounts")],
    "account-requests": lambda world: [reverse("account-requests")],
    "rights": lambda world: [reverse("rights")],
    "rights-disclosures": lambda world: [reverse("rights-disclosures")],
    "rights-notes": lambda world: [reverse("rights-notes")],
    "rights-keeping": lambda world: [reverse("rights-keeping")],
    "rights-impact": lambda world: [reverse("rights-impact")],
    "data-in": lambda world: [reverse("data-in")],
    "quarantine": lambda world: [reverse("quarantine")],
    "links": lambda world: [reverse("links")],
    "links-pair": lambda world: [
        f"{reverse('links-pair')}?kept={world.children['own'].la_child_id}&joined={child.la_child_id}"
        for child in world.children.values()
    ],
    "reconciliation": lambda world: [reverse("reconciliation")],
    "annex-a": lambda world: [reverse("annex-a")],
    "annex-a-queries": lambda world: [f"{reverse('annex-a-queries')}?page={page}" for page in (1, 2)],
    "annex-a-list": lambda world: [reverse("annex-a-list", args=[number]) for number in (1, 6, 7, 8, 9)],
    "annex-a-row": lambda world: [reverse("annex-a-row", args=[6, row]) for row in (2, 3)],
    "errors": lambda world: [
        reverse("errors"),
        *(f"{reverse('errors')}?team={team}" for team in (world.team_id, world.other_team_id) if team),
        *(f"{reverse('errors')}?worker={one}" for one in (world.worker_id, world.other_worker_id) if one),
        f"{reverse('errors')}?rule=ethnicity",
    ],
    "api:api-children": lambda world: [reverse("api:api-children")],
    "api:api-teams": lambda world: [reverse("api:api-teams")],
    "api:api-measures": lambda world: [reverse("api:api-measures")],
}

# Addresses that show no child, by their nature: signing in, one's own account, other people's, and forms that are sent.
NO_CHILD: dict[str, str] = {
    **contacts.NO_CHILD,
    **sharing.NO_CHILD,
    "silence-snooze": "one line of the list, opened through its child: tested with the list",
    "silence-wake": "takes a decision",
    "burden": "counts forms, and nobody",
    "work": "lists pages, and nobody",
    "health": "says that the process lives",
    "ready": "says that it can work",
    "glass-ask": "takes a number and answers nothing about it",
    "glass-decide": "takes a decision",
    "notice-seen": "takes a tick",
    "bar-end": "takes a decision",
    "rights-request": "found through the child's policy: tested with information rights",
    "rights-clock": "the same",
    "rights-lines": "the same",
    "rights-answer": "the same",
    "rights-close": "the same",
    "rights-hold": "takes a number and a reason",
    "rights-erase": "takes a number and a reason",
    "rights-erasure": "for two people of information rights: tested there",
    "standard": "a number that the council set, and who set it",
    "standard-withdraw": "takes a decision",
    "published-figure": "children found through the child's policy: tested with published figures",
    "published-publish": "takes a choice of figure",
    "load": "counts of a load by table",
    "load-progress": "how far a load is",
    "annex-a-take-out": "takes a day and gives a file: tested with Annex A",
    "load-again": "takes a decision",
    "upload": "takes files",
    "upload-holds": "counts of files sent by somebody who may load them",
    "upload-take-in": "takes a decision",
    "upload-put-away": "takes a decision",
    "quarantine-mend": "one value put aside: tested with the pages of data in",
    "quarantine-alike": "takes a decision",
    "link-undo": "opens both children: tested with the pages of data in",
    "reconciliation-run": "a comparison kept: tested with the pages of data in",
    "cover-end": "takes a decision",
    "need-plan-submit": "takes a decision: tested with child in need plans",
    "need-plan-outcome": "a row under a plan, which opens the child: tested with child in need plans",
    "need-plan-action-new": "the same",
    "need-plan-done": "the same",
    "decision": "found through the child's policy, opened through the child: tested with decisions",
    "decision-challenge": "the same",
    "decision-answer": "the same",
    "decision-learn": "the same",
    "second-look": "the same",
    "second-look-take": "takes a decision",
    "second-looks-draw": "takes a decision",
    "diary-round": "found through the child's policy: tested with the diary",
    "diary-move": "the same",
    "diary-cancel": "the same",
    "diary-link": "the same",
    "calendar-feed": "counts of the owner's days, no child: tested with the diary",
    "calendar-feed-own": "one's own feed",
    "calendar-feed-make": "one's own feed",
    "calendar-feed-off": "one's own feed",
    "draft": "one's own draft: tested with drafts",
    "draft-drop": "one's own draft",
    "draft-save": "one's own draft",
    "report": "figures as a report told them, no child: tested with the reports",
    "report-file": "the same",
    "report-make": "takes a choice of days",
    "api:openapi-json": "describes the API",
    "api:api-root": "leads to the description",
}
NO_CHILD_BEGINS = ("sign-", "single-sign-on", "account", "benchmarks")


def unlisted() -> list[str]:
    """This function will return the addresses that no table here names."""
    known = {*CHILD, *ASKING, *LISTS, *NO_CHILD}
    return [name for name in named_addresses() if name not in known and not name.startswith(NO_CHILD_BEGINS)]


def named_addresses() -> dict[str, str]:
    """This function will return the route of every address by name; one without a name goes by its route."""
    return dict(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, spaces: str, route: str) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces, here)
        elif isinstance(pattern, URLPattern):
            yield (f"{spaces}{pattern.name}" if pattern.name else here), here
