"""Makes and closes posts; one that the staff system sent is closed there."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Employment, Post


def make(*, team_id: str, role: str, fte: float, caseholding: bool, on: date, by: Person, today: date) -> Post:
    """Add a post to a team's establishment from a day; it is vacant until somebody is employed in it."""
    with change_set(by=by, kind="edit", words="Post made"):
        return Post.objects.create(
            team_id=team_id, role=role, fte=fte, caseholding=caseholding, started_on=on, recorded_on=today
        )


def close(*, post: Post, on: date, seen_version: int, by: Person, today: date) -> None:
    """Close a post from a day. Raises Refused where somebody fills it on that day, or the source owns it; Stale."""
    with change_set(by=by, kind="edit", words="Post closed"):
        row = Post.objects.select_for_update().get(pk=post.pk)
        if row.origin_id is not None:
            raise Refused("ended_on", THE_SOURCES)
        held = Employment.objects.filter(post=row).exclude(ended_on__lte=on)
        if held.exists():
            raise Refused("ended_on", "Somebody is employed in this post on that day: end that, or move them, first.")
        if on < row.started_on:
            raise Refused("ended_on", "The post can’t close before it begins.")
        changed(row, seen_version=seen_version, typed={"ended_on": on})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_recorded_on"])
