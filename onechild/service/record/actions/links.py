"""Links two records that are of one child, and parts them again: rows move over, and exactly these move back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from onechild.errors import CannotProceed
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.models import Child, ChildLink

# An adopted child has a second record that nothing joins to the first, by design.
NEVER_LINKED = "adoption"


class CannotLink(CannotProceed):
    """These two can't be linked, or this link can't be undone; the message says why."""


def link(*, kept: Child, joined: Child, reason: str, by: Person, now: datetime) -> ChildLink:
    """Show `joined` as part of `kept` from now on: all rows about it become rows about `kept`.

    This function will raise CannotLink where one of them is part of another record, stands for others, is of an
    adopted child, or where rows that OneChild itself owns can't both be true.
    """
    if not reason.strip():
        raise CannotLink("say why these two records are of one child")
    try:
        with change_set(by=by, kind="link", words="Two records of one child linked"):
            kept, joined = _locked(kept, joined)
            _refuse(kept, joined)
            made = ChildLink.objects.create(kept=kept, joined=joined, reason=reason, linked_by_id=by.pk, linked_at=now)
            _move(made, "record_link_rows")
            Child.every.filter(pk=joined.pk).update(linked_to=kept)
            clocks.renew([kept.pk, joined.pk])
    except IntegrityError:
        raise CannotLink(
            "both records have rows made here that can't both be true on the same days, such as two who hold the "
            "case: end one of them first"
        ) from None
    return made


def undo_link(*, link: ChildLink, reason: str, by: Person, now: datetime) -> ChildLink:
    """Take back a link: the rows that it brought over, and those that came in for `joined` since, go back.

    Rows written about the kept record since stay with it. This function will raise CannotLink where it is undone.
    """
    if not reason.strip():
        raise CannotLink("say why these two records are not of one child")
    with change_set(by=by, kind="link", words="A link of two records undone"):
        kept, joined = _locked(link.kept, link.joined)
        link = ChildLink.objects.select_for_update().get(pk=link.pk)
        if link.undone_at is not None:
            raise CannotLink("this link has been undone already")
        _move(link, "record_unlink_rows")
        Child.every.filter(pk=joined.pk).update(linked_to=None)
        link.undone_by_id, link.undone_at, link.undone_reason = by.pk, now, reason
        link.save(update_fields=["undone_by_id", "undone_at", "undone_reason"])
        clocks.renew([kept.pk, joined.pk])
    return link


def _locked(kept: Child, joined: Child) -> tuple[Child, Child]:
    found = Child.every.select_for_update().filter(pk__in=[kept.pk, joined.pk]).order_by("pk")
    by_id: dict[str, Child] = {child.pk: child for child in found}
    return by_id[kept.pk], by_id[joined.pk]


def _refuse(kept: Child, joined: Child) -> None:
    if kept.pk == joined.pk:
        raise CannotLink("these are one record already")
    for child in (kept, joined):
        if child.linked_to_id is not None:
            raise CannotLink(f"{child.la_child_id} is part of another record already: undo that link first")
        if child.restricted == NEVER_LINKED:
            raise CannotLink(f"{child.la_child_id} is never linked: its two records are kept apart")
    if ChildLink.objects.filter(kept=joined, undone_at__isnull=True).exists():
        raise CannotLink(f"other records are part of {joined.la_child_id}: link to it instead, or undo those links")


def _move(link: ChildLink, function: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc(function, [link.pk, link.kept_id, link.joined_id])


def linked_to(child_ids: Collection[str]) -> list[ChildLink]:
    """This function will return the links in force of which one of these children is a part, the newest first."""
    links = ChildLink.objects.filter(undone_at__isnull=True).select_related("kept", "joined")
    return list(links.filter(kept__in=child_ids).union(links.filter(joined__in=child_ids)).order_by("-linked_at"))
