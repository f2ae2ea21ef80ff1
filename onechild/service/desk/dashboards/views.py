"""The live pages. Each says its moment, looks again each minute where there is JavaScript, and has a link where not."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from onechild.service.access.viewer import Request, needs
from onechild.service.desk.dashboards.front_door import front_door_context
from onechild.service.desk.dashboards.legal import legal_context

NOTHING_NEW = 204


@needs("see_figures")
def mash(request: Request) -> HttpResponse:
    """Show how the front door stands now. It names no child."""
    return _live(request, "mash", front_door_context(request), children=[])


@needs("see_figures", "see_own_children")
def legal(request: Request) -> HttpResponse:
    """Show who is before court and in it now, by name as far as the viewer may open them."""
    context = legal_context(request)
    return _live(request, "legal", context, children=context["children"])


def _live(request: Request, name: str, context: dict[str, Any], *, children: list[str]) -> HttpResponse:
    """The whole page, or nothing where the page that asks again shows the same already.

    So nothing flickers, nothing is read aloud for nothing, and children are only noted as seen where they are shown.
    """
    inside = render_to_string(f"desk/dashboards/_{name}.html", {**context, "today": request.today}, request)
    mark = hashlib.sha256(inside.encode()).hexdigest()[:16]
    if request.headers.get("HX-Request") and request.GET.get("known") == mark:
        return HttpResponse(status=NOTHING_NEW)
    if children:
        request.seen(children, what="court work", kind="list")
    given = {**context, "inside": inside, "mark": mark, "now": request.now, "name": name}
    return render(request, f"desk/dashboards/{name}.html", given)
