"""Orders that protect a child: recording one, putting right until when it lasts, and saying that it ended."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.sensitive.actions.orders import change_order, record_order
from onechild.service.journeys.sensitive.forms.orders import ChangeOrderForm, OrderForm
from onechild.service.journeys.sensitive.views.frame import CLASH, opened, shown
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, ProtectiveOrder
from onechild.service.record.queries.people import relations


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Record an order."""
    child = opened(request, la_child_id, "do_casework")
    adults = [(one.adult_id, one.name or one.relation_words) for one in relations(child.pk) if one.adult_id]
    options: dict[str, Any] = {"today": request.today, "adults": adults}
    draft = draft_of(request, child=child)
    form = OrderForm(request.POST, **options) if request.method == "POST" else filled(OrderForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        record_order(
            child=child,
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
            **form.cleaned_data,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(_back(child))
    return shown(
        request,
        child,
        form,
        title="Record an order that protects the child",
        button="Record this order",
        back=_back(child),
        draft=draft,
        lede="A warning at the head of the record says what it forbids, for as long as it lasts.",
    )


def change(request: SignedIn, la_child_id: str, order_id: str) -> HttpResponse:
    """Put an order right, or say that it ended."""
    child = opened(request, la_child_id, "do_casework")
    row = ProtectiveOrder.objects.filter(child=child, pk=order_id, origin__isnull=True).first()
    if row is None:
        raise Http404("There is no such order.")
    options: dict[str, Any] = {"row": row, "today": request.today}
    draft = draft_of(request, child=child)
    form = (
        ChangeOrderForm(request.POST, **options)
        if request.method == "POST"
        else filled(ChangeOrderForm, draft, **options)
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            change_order(
                order=row, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(_back(child))
    return shown(
        request,
        child,
        form,
        title=row.get_kind_display(),
        button="Save this order",
        back=_back(child),
        draft=draft,
        status=status,
    )


def _back(child: Child) -> str:
    return reverse("child-pathways", args=[child.la_child_id])
