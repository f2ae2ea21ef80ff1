"""The addresses of case notes and documents."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.case_notes.views import documents, notes, transcripts

urlpatterns = [
    path("children/<str:la_child_id>/notes/", notes.notes, name="notes"),
    path("children/<str:la_child_id>/notes/new/", notes.choose, name="note-new"),
    path("children/<str:la_child_id>/notes/new/<slug:kind>/", notes.write, name="note-write"),
    path("children/<str:la_child_id>/notes/transcript/", transcripts.transcript, name="note-transcript"),
    path("children/<str:la_child_id>/notes/<str:note_id>/", notes.note, name="note"),
    path("children/<str:la_child_id>/notes/<str:note_id>/pin/", notes.pin, name="note-pin"),
    path("children/<str:la_child_id>/notes/<str:note_id>/remove/", notes.remove, name="note-remove"),
    path("children/<str:la_child_id>/documents/", documents.documents, name="documents"),
    path("children/<str:la_child_id>/documents/new/", documents.new, name="document-new"),
    path("children/<str:la_child_id>/documents/<str:document_id>/", documents.document, name="document"),
    path("children/<str:la_child_id>/documents/<str:document_id>/file/", documents.file, name="document-file"),
    path("children/<str:la_child_id>/documents/<str:document_id>/remove/", documents.remove, name="document-remove"),
]
