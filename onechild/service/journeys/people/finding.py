"""Search before anybody is recorded: who of those already known may be the person just named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.service.govuk.words import date_only
from onechild.service.journeys.people.queries import NO_NAME, adult_names
from onechild.service.record.models import Adult, Child
from onechild.service.record.queries.names import Head, heads, joined
from onechild.service.record.queries.search.asked import read_asked
from onechild.service.record.queries.search.finding import Found, find

MOST = 8
SOMEBODY_NEW = "new"


@dataclass(frozen=True, kw_only=True)
class Likely:
    """Somebody who may be meant: a value for a choice, words, and the children shown with them."""

    value: str
    words: str
    hint: str
    child_ids: tuple[str, ...] = ()


def who_may_be(
    *, child: Child, forename: str, surname: str, born_on: date | None, a_child: bool, today: date
) -> list[Likely]:
    """This function will return those whom the viewer may see who may be this person, the likest first.

    An adult is told by age and by the children around them; the child itself is never offered.
    """
    typed = " ".join(part for part in (forename, surname, f"{born_on:%d/%m/%Y}" if born_on else "") if part)
    kind = "child" if a_child else "adult"
    found = [one for one in find(read_asked(typed, today=today), kinds=(kind,)) if one.kind == kind]
    found = [one for one in sorted(found, key=lambda one: -one.score) if one.subject_id != child.pk][:MOST]
    return _children(found, today) if a_child else _adults(found, today)


def _children(found: list[Found], today: date) -> list[Likely]:
    named = heads([one.subject_id for one in found], today=today)
    return [
        Likely(
            value=one.subject_id,
            words=f"{head.name}, {head.la_child_id}",
            hint=f"{_born(head.born_on)}. {one.why}.",
            child_ids=(one.subject_id,),
        )
        for one in found
        if (head := named.get(one.subject_id))
    ]


def _adults(found: list[Found], today: date) -> list[Likely]:
    ids = [one.subject_id for one in found]
    born, names = dict(Adult.objects.filter(pk__in=ids).values_list("pk", "born_on")), adult_names(ids)
    named = heads({key for one in found for key in one.around[:3]}, today=today)
    return [
        Likely(
            value=one.subject_id,
            words=names.get(one.subject_id, NO_NAME),
            hint=f"{_born(born.get(one.subject_id))}. {_around(one, named)}{one.why}.",
            child_ids=tuple(key for key in one.around[:3] if key in named),
        )
        for one in found
    ]


def _born(on: date | None) -> str:
    return f"Born {date_only(on)}" if on else "Date of birth not recorded"


def _around(one: Found, named: dict[str, Head]) -> str:
    known = [named[key].name for key in one.around[:3] if key in named]
    return f"Around {joined(known)}. " if known else ""
