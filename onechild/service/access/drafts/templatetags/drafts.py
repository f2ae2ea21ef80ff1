"""What the two includes of a form's page ask: who else is typing in this form."""

from __future__ import annotations

from typing import Any

from django import template

from onechild.service.access.drafts.others import in_words, others_typing
from onechild.service.access.drafts.place import place_of

register = template.Library()


@register.simple_tag(takes_context=True)
def others_typing_here(context: dict[str, Any]) -> str:
    """This function will return the sentence that says who else is typing in the form of this page, or nothing."""
    request = context.get("request")
    if request is None or not hasattr(request, "viewer") or not request.viewer.signed_in:
        return ""
    return in_words(others_typing(place_of(request.path_info), now=request.now), today=request.today)
