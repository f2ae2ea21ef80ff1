"""A page with a form about a child, as any journey would have one, for the tests of drafts."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.config.urls import urlpatterns as every_page
from onechild.service.govuk.forms import DayField

PAGE = """{% extends "onechild/page.html" %}{% load onechild %}{% block title %}Note{% endblock %}
{% block before_main %}{% error_summary form %}{% endblock %}{% block main %}<h1>Note</h1>
<form method="post">{% csrf_token %}{% include "drafts/_kept.html" %}{{ form }}
<button>Save</button>{% include "drafts/_keep.html" %}</form>{% endblock %}"""


class NoteForm(forms.Form):
    """A note and a day."""

    note = forms.CharField(label="Note", widget=forms.Textarea)
    seen_on = DayField(label="Seen on")


def note(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Take a note about a child."""
    child = open_child(request, la_child_id)
    draft = draft_of(request, child=child)
    form = NoteForm(request.POST) if request.method == "POST" else filled(NoteForm, draft)
    if request.method == "POST" and form.is_valid():
        done_with(request, child=child)
        return HttpResponse("taken in")
    return HttpResponse(Template(PAGE).render(RequestContext(request, {"form": form, "draft": draft})))


urlpatterns = [*every_page, path("children/<str:la_child_id>/try-note/", note, name="try-note")]
