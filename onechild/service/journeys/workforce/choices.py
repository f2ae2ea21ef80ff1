"""What forms of the workforce let people choose from: teams, roles, workers, posts."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from onechild.knowledge.codesets import codeset
from onechild.service.record.models import Employment, Post, Team, TeamMembership
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

Choices = list[tuple[str, str]]
NOBODY = [("", "")]


def on_day(day: date) -> Q:
    """Spells that hold at the end of a day, an unknown start included."""
    began = Q(started_on__isnull=True) | Q(started_on__lte=day)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def codes(key: str) -> Choices:
    """The codes of a set with their words."""
    return [(one.code, one.label or one.code) for one in codeset(key).codes]


def teams(today: date) -> Choices:
    """Teams that are there, by name."""
    return list(Team.objects.filter(on_day(today)).order_by("name").values_list("team_id", "name"))


def team_names() -> dict[str, str]:
    """Every team's name by id."""
    return dict(Team.objects.values_list("team_id", "name"))


def teams_of_workers(today: date) -> dict[str, str]:
    """The team that each worker belongs to on the day, of several the latest joined: as the measures take it."""
    rows = TeamMembership.objects.filter(on_day(today)).values_list("worker_id", "team_id", "started_on", "pk")
    ordered = sorted(rows, key=lambda row: row[3])  # of two joined on one day the first by its id, as the measures
    ordered.sort(key=lambda row: row[2] or date.min, reverse=True)
    found: dict[str, str] = {}
    for worker_id, team_id, _joined, _key in ordered:
        found.setdefault(worker_id, team_id)
    return found


def workers() -> Choices:
    """Everybody who is or was employed, by name."""
    ids = set(Employment.objects.values_list("worker_id", flat=True))
    names = worker_names(ids)
    return sorted(((key, names.get(key, NO_WORKER_NAME)) for key in ids), key=lambda one: one[1].lower())


def vacant_posts(today: date) -> Choices:
    """Posts with nobody employed in them on the day, the council's own or an agency's: team, role and hours."""
    held = Employment.objects.filter(on_day(today)).exclude(post=None).values("post_id")
    rows = Post.objects.filter(on_day(today)).exclude(pk__in=held).select_related("team")
    return sorted(((row.pk, post_words(row)) for row in rows), key=lambda one: one[1])


def post_words(post: Post) -> str:
    """ "Family Safeguarding North: social worker, 1 full-time equivalent"."""
    team = post.team.name if post.team else "no team"
    hours = f"{post.fte:g} full-time equivalent" if post.fte is not None else "hours not recorded"
    return f"{team}: {code_in_words('worker_role', post.role).lower() or 'role not recorded'}, {hours}"
