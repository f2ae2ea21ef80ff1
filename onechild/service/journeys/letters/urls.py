"""The addresses of letters."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.letters.views import recipients, writing

LETTERS = "children/<str:la_child_id>/letters/"
LETTER = f"{LETTERS}<str:letter_id>/"
RECIPIENT = f"{LETTER}recipients/<str:recipient_id>/"

urlpatterns = [
    path(LETTERS, writing.letters, name="letters"),
    path(f"{LETTERS}new/", writing.new, name="letter-new"),
    path(LETTER, writing.letter, name="letter"),
    path(f"{LETTER}head/", writing.head, name="letter-head"),
    path(f"{LETTER}mark/", writing.mark, name="letter-mark"),
    path(f"{LETTER}check/", recipients.check_letter, name="letter-check"),
    path(f"{LETTER}drop/", writing.drop, name="letter-drop"),
    path(f"{LETTER}paragraphs/new/", writing.part_new, name="letter-part-new"),
    path(f"{LETTER}paragraphs/<str:part_id>/", writing.part, name="letter-part"),
    path(f"{LETTER}paragraphs/<str:part_id>/out/", writing.part_out, name="letter-part-out"),
    path(f"{LETTER}recipients/new/", recipients.recipient_new, name="letter-recipient-new"),
    path(f"{RECIPIENT}out/", recipients.recipient_out, name="letter-recipient-out"),
    path(f"{RECIPIENT}allow/", recipients.allow, name="letter-allow"),
    path(f"{RECIPIENT}version/", recipients.version, name="letter-version"),
    path(f"{RECIPIENT}send/", recipients.send, name="letter-send"),
]
