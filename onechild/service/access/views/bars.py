"""Who is barred from which child's record, for whoever keeps the list."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.actions import bars as actions
from onechild.service.access.forms import BarForm
from onechild.service.access.gate import standing_of
from onechild.service.access.models import Bar
from onechild.service.access.refusals import NotPossible
from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.listing import page_asked


@needs("bar_person")
def bars(request: Request) -> HttpResponse:
    """List the bars in force, and bar somebody."""
    form = BarForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _bar(request, form):
        return redirect("bars")
    in_force = Bar.objects.filter(ended_at=None).select_related("user", "began_by").order_by("public_id", "began_at")
    page = page_asked(request.GET, in_force)
    request.seen([bar.child_id for bar in page], what="who is barred", kind="list")
    return render(request, "access/bars.html", {"form": form, "page": page})


@require_POST
@needs("bar_person")
def end(request: Request, bar_id: int) -> HttpResponse:
    """End a bar."""
    bar = get_object_or_404(Bar, pk=bar_id)
    request.seen([bar.child_id], what="end a bar")
    try:
        actions.unbar(bar=bar, by=request.viewer.user, at=request.now)  # type: ignore[arg-type]
    except NotPossible as refused:
        return render(request, "access/not_possible.html", {"words": str(refused), "back": "bars"}, status=409)
    return redirect("bars")


def _bar(request: Request, form: BarForm) -> bool:
    given = form.cleaned_data
    stands = standing_of(given["child"].strip())
    if stands is None:
        form.add_error("child", "There is no child with this id")
        return False
    request.seen([stands.child_id], what="bar somebody")
    try:
        actions.bar(
            child_id=stands.child_id, public_id=given["child"].strip(), reason=given["reason"], user=given["person"],
            worker_id=given["worker"] or None, by=request.viewer.user, at=request.now,  # type: ignore[arg-type]
        )  # fmt: skip
    except NotPossible as refused:
        form.add_error(None, str(refused))
        return False
    return True
