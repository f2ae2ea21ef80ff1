"""One page that leads to every list of the work, as far as the viewer may open it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, Viewer, needs
from onechild.service.desk.links import page_named
from onechild.service.govuk.parts import Fact


@dataclass(frozen=True)
class Place:
    """A list: its page, its words, what stands on it, and the permissions of which one opens it."""

    page: str
    text: str
    says: str
    needs: tuple[str, ...]


FRONT_DOOR = ("screen_contact", "decide_contact")
PRACTICE = ("do_casework", "approve_work", "audit_work", "see_team", "see_all_children")
TEAMS = ("see_team", "see_all_children")
SUPERVISED = ("do_casework", "supervise")
LISTS = (
    Place("front-door", "The front door", "Contacts that wait, and who decides.", FRONT_DOOR),
    Place("contacts-to-tell", "Referrers to tell", "Who told us, and has not heard.", FRONT_DOOR),
    Place("out-of-hours", "Out of hours", "Who holds the front door now, and next.", ("screen_contact",)),
    Place("assessments", "Assessments", "Those under way, their days, and what they waited for.", PRACTICE),
    Place("protection", "Protection", "Enquiries, conferences to come, core groups and plans.", PRACTICE),
    Place("pathways", "Sensitive pathways", "Specially careful work, and when a manager last looked.", PRACTICE),
    Place("missing", "Missing", "Who is missing now, and who awaits an interview.", PRACTICE),
    Place("decisions", "Decisions", "Every decision: who, when, what was seen, why, and who disagreed.", PRACTICE),
    Place("watches", "After decisions", "Redirects, step-downs and closures, and who came back.", PRACTICE),
    Place("my-decisions", "What became of my decisions", "Children who came back after you decided.", PRACTICE),
    Place(
        "second-looks",
        "Second looks",
        "Redirects drawn by chance, for somebody else to read.",
        ("decide_contact", "audit_work", "approve_work"),
    ),
    Place("waiting-list", "Waiting list", "Children who wait for a worker, and who answers for each.", TEAMS),
    Place("transfers", "Requests to take a child over", "Asked of your team and by it.", ("allocate",)),
    Place("planner", "Planner", "Who could hold whom; a leaver’s day; what if.", ("allocate",)),
    Place("supervisions", "Supervision", "Yours, and of those you supervise; what is to be signed.", SUPERVISED),
    Place("supervision-readings", "Supervision read by others", "Drawn by chance.", ("audit_work", "approve_work")),
    Place("promises-mine", "Promises", "Every direction: who, by when, and what shows that it was kept.", PRACTICE),
    Place("challenges", "Formal challenges", "Put by reviewing officers and chairs, and their answers.", PRACTICE),
    Place("my-academy", "My first year", "Your reviews, observations and protected caseload.", ("do_casework",)),
    Place("silence", "What has not happened", "What should have been done and is not on record.", PRACTICE),
    Place("board", "What is due", "Every duty by team, and what is late.", ("see_team", "see_all_children")),
    Place("burden", "What recording costs", "How long forms take; nobody is in it.", ("see_figures",)),
)
ANYBODY = tuple(sorted({one for place in LISTS for one in place.needs}))


@needs(*ANYBODY)
def work(request: Request) -> HttpResponse:
    """List the lists."""
    return render(request, "desk/work/work.html", {"places": places(request.viewer)})


def places(viewer: Viewer) -> list[Fact]:
    """This function will return the lists that the viewer may open and that this copy of OneChild has."""
    return [
        Fact(value=place.text, note=place.says, href=href)
        for place in LISTS
        if any(viewer.may(one) for one in place.needs) and (href := page_named(place.page))
    ]
