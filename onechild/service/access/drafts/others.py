"""Who else is typing in the same form just now: names only, for who may see the child as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from onechild.service.access.drafts.actions import A_SITTING
from onechild.service.access.drafts.place import Place
from onechild.service.govuk.words import moment


@dataclass(frozen=True)
class Typing:
    """Somebody who is typing in a form, and since when."""

    name: str
    began_at: datetime


def others_typing(place: Place, *, now: datetime) -> list[Typing]:
    """This function will return who else saved a draft of this form in the last 15 minutes: one query.

    The database answers only where the transaction's viewer may see the child, or may open the contact.
    """
    with connection.cursor() as cursor:
        cursor.callproc("drafts_others", [place.kind, place.la_child_id, place.about, now - A_SITTING])
        return [Typing(*row) for row in cursor.fetchall()]


def in_words(others: Sequence[Typing], *, today: date) -> str:
    """ "Denise Okoro has been typing in this form since 9.12am. ..."; nothing where nobody else is."""
    if not others:
        return ""
    names = [f"{one.name} (since {moment(one.began_at, today)})" for one in others]
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    is_are = "is" if len(names) == 1 else "are"
    return f"{who} {is_are} typing in this form as well. Speak to each other before you both save it."
