"""What every page of an assessment opens with: the child, the assessment and its work; and where a page leads on to."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.assessment.actions.deciding import Actor
from onechild.service.journeys.assessment.actions.writing import WRITABLE
from onechild.service.journeys.assessment.history.assembled import History, history_of
from onechild.service.record.models import Assessment, AssessmentWork, Child
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, heads

CLASH = 409


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An assessment as its pages need it; `work` is None where the case system keeps it."""

    child: Child
    head: Head
    assessment: Assessment
    work: AssessmentWork | None

    @property
    def writable(self) -> bool:
        """Whether its parts can be written now."""
        return self.work is not None and self.work.status in WRITABLE

    @property
    def title(self) -> str:
        """ "Child and family assessment"."""
        kind = code_in_words("assessment_kind", self.assessment.assessment_kind)
        return f"{kind} assessment" if kind else "Assessment"

    @property
    def page(self) -> str:
        """The address of its page."""
        return reverse("assessment", args=[self.child.la_child_id, self.assessment.pk])


def opened(request: SignedIn, la_child_id: str, assessment_id: str, *permissions: str) -> Opened:
    """This function will return the assessment of a child whom the viewer may see; else NotAllowed or Http404."""
    child = open_child(request, la_child_id, what="an assessment")
    if permissions:
        check(request.viewer, *permissions)
    row = Assessment.objects.filter(child=child, pk=assessment_id).select_related("referral").first()
    if row is None:
        raise Http404("There is no such assessment.")
    return Opened(
        child=child,
        head=heads({child.pk}, today=request.today)[child.pk],
        assessment=row,
        work=AssessmentWork.objects.filter(assessment=row).first(),
    )


def written(
    request: SignedIn, la_child_id: str, assessment_id: str, *permissions: str
) -> tuple[Opened, AssessmentWork]:
    """The same of one that is written here: one that the case system keeps has no such page."""
    found = opened(request, la_child_id, assessment_id, *permissions)
    if found.work is None:
        raise Http404("This assessment is kept in the case system.")
    return found, found.work


def past_of(request: SignedIn, found: Opened) -> History:
    """This function will return the history for an assessment, and note whose records it shows."""
    history = history_of(found.child.pk, before=found.assessment, today=request.today)
    request.seen([one.child_id for one in history.past.people], what="the history before an assessment")
    return history


def actor(request: SignedIn) -> Actor:
    """Who acts, and when."""
    return Actor(by=request.user, worker_id=request.viewer.worker_id, now=request.now, today=request.today)


def to(page: str, *arguments: str, saved: str = "") -> HttpResponseRedirect:
    """This function will lead on to a page of the app, which says what was saved."""
    return HttpResponseRedirect(reverse(page, args=arguments) + (f"?saved={saved}" if saved else ""))


def elsewhere(page: str, *arguments: str) -> str:
    """The address of a page of another room; nothing where it is not there."""
    try:
        return reverse(page, args=arguments)
    except NoReverseMatch:
        return ""
