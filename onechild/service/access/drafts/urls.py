"""The addresses of drafts."""

from __future__ import annotations

from django.urls import path

from onechild.service.access.drafts import views

urlpatterns = [
    path("drafts/", views.drafts, name="drafts"),
    path("drafts/<int:draft_id>/", views.draft, name="draft"),
    path("drafts/<int:draft_id>/drop/", views.drop, name="draft-drop"),
    path("drafts/<slug:kind>/", views.save, name="draft-save"),
]
