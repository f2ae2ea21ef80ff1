"""The lines of a day put together by child, and by journey: children who live together are seen in one visit round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onechild.service.desk.duties import Children
from onechild.service.desk.my_day.lines import Line
from onechild.service.govuk.parts import Duty, Tag
from onechild.service.govuk.words import due
from onechild.service.record.queries.diary.planned import places
from onechild.service.record.queries.names import Head, together

WINDOW = timedelta(days=7)  # visits to one place that fall due within a week of the first are one journey


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading with lines under it: a child, or a journey."""

    key: str
    title: str
    note: str
    tags: Sequence[Tag]
    late: int
    duties: tuple[Duty, ...]


def by_child(lines: Iterable[Line], children: Children, *, today: date) -> list[Block]:
    """This function will return the lines of each child, the child with the earliest line first."""
    found: dict[str, list[Line]] = defaultdict(list)
    for one in lines:
        for child_id in one.child_ids:
            found[child_id].append(one)
    return [
        Block(
            key=children.heads[child_id].la_child_id,
            title=children.heads[child_id].name,
            note=_counted(held, today),
            tags=children.tags_of(child_id),
            late=_late(held),
            duties=_without_tags(held, children),
        )
        for child_id, held in found.items()
    ]


def by_round(lines: Sequence[Line], children: Children, *, today: date) -> list[Block]:
    """This function will return the journeys, the earliest first: one query. What takes no journey stands last.

    Children live together who are in one fostering household or at one address; where no place is known, a family
    counts as one. A journey is made by the day on which its first visit is due.
    """
    visits = [one for one in lines if one.visit]
    marks = _marks({child_id for one in visits for child_id in one.child_ids}, children, today)
    at: dict[str, list[Line]] = defaultdict(list)
    for one in visits:
        at[marks[one.child_ids[0]]].append(one)
    journeys = [journey for found in at.values() for journey in _journeys(found, today)]
    blocks = [_journey(found, children, today) for found in sorted(journeys, key=lambda found: found[0].on)]
    rest = [one for one in lines if not one.visit]
    if rest:
        blocks.append(
            Block(
                key="desk",
                title="Without a journey",
                note="Meetings, decisions and what is done at a desk.",
                tags=(),
                late=_late(rest),
                duties=tuple(one.duty for one in rest),
            )
        )
    return blocks


def _marks(child_ids: Iterable[str], children: Children, today: date) -> dict[str, str]:
    ids = sorted(child_ids)
    known = places(ids, today=today)
    return {one: known.get(one) or f"family {children.heads[one].family_id or one}" for one in ids}


def _journeys(found: Sequence[Line], today: date) -> list[list[Line]]:
    """Visits to one place cut into journeys: each holds what falls due within a week of its first, or of today."""
    journeys: list[list[Line]] = []
    for one in sorted(found, key=lambda one: one.on):
        if journeys and one.on <= max(journeys[-1][0].on, today) + WINDOW:
            journeys[-1].append(one)
        else:
            journeys.append([one])
    return journeys


def _journey(found: Sequence[Line], children: Children, today: date) -> Block:
    ids = list(dict.fromkeys(child_id for one in found for child_id in one.child_ids))
    heads: list[Head] = [children.heads[child_id] for child_id in ids]
    first = found[0]
    return Block(
        key=f"round-{heads[0].la_child_id}-{first.on:%Y%m%d}",
        title=together(heads),
        note=f"One journey: {_children(len(ids))}, {_by(found, today)}.",
        tags=children.tags(ids) if len(ids) == 1 else (),
        late=_late(found),
        duties=_without_tags(found, children) if len(ids) == 1 else tuple(one.duty for one in found),
    )


def _by(found: Sequence[Line], today: date) -> str:
    """By when a journey is to be made: now, where a visit is late; else by the first that is due."""
    if _late(found):
        return f"{_visits(_late(found))} late"
    ahead = [one for one in found if one.part != "unwritten"]
    return f"by {due(ahead[0].on, today)}" if ahead else "to be written up"


def _without_tags(found: Sequence[Line], children: Children) -> tuple[Duty, ...]:
    """The lines of one child without the tags that stand under the child's name."""
    said = set(children.tags(found[0].child_ids))
    return tuple(replace(one.duty, tags=[tag for tag in one.duty.tags if tag not in said]) for one in found)


def _children(count: int) -> str:
    return f"{count} child{'' if count == 1 else 'ren'}"


def _visits(count: int) -> str:
    return f"{count} visit{'' if count == 1 else 's'}"


def _late(found: Iterable[Line]) -> int:
    return sum(one.part == "late" for one in found)


PARTS: Mapping[str, str] = {"late": "late", "today": "today", "unwritten": "not yet recorded"}


def _counted(found: Sequence[Line], today: date) -> str:
    """ "1 late, 2 today, 1 not yet recorded."; else when the first falls due."""
    counted = [(sum(one.part == part for one in found), words) for part, words in PARTS.items()]
    said = [f"{count} {words}" for count, words in counted if count]
    return f"{', '.join(said)}." if said else f"First {due(found[0].on, today)}."
