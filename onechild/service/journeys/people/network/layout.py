"""Where each person of a family stands in its drawing: generations in rows, the child in the middle, no two boxes over
one another. Pure: people in, places out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

GENERATIONS = ("Grandparents", "Parents and carers", "Brothers, sisters and the child", "The child’s own children",
               "Others who matter")  # fmt: skip
OLDEST, PARENTS, OWN, YOUNGEST, OTHERS = range(5)
ROW_OF = {
    "grandparent": OLDEST,
    "mother": PARENTS,
    "father": PARENTS,
    "step_parent": PARENTS,
    "parents_partner": PARENTS,
    "aunt_or_uncle": PARENTS,
    "carer": PARENTS,
    "special_guardian": PARENTS,
    "adoptive_parent": PARENTS,
    "sibling": OWN,
    "half_sibling": OWN,
    "child": YOUNGEST,
}
TIED = ("mother", "father", "adoptive_parent", "child")  # those whom a line of descent joins to the child


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A person of the drawing. `marks` are words: parental responsibility, died, a warning; `ended` is no longer so."""

    key: str
    name: str
    relation: str
    relation_words: str
    sex: str = ""
    age: str = ""
    dead: bool = False
    ended: bool = False
    lives_with: bool = False
    is_child: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How big the boxes are, how many stand in a row, and the lanes between them for lines."""

    width: int
    box_width: int
    box_height: int
    gap: int
    lane: int
    head: int
    margin: int

    @property
    def columns(self) -> int:
        """How many boxes stand side by side."""
        return (self.width - 2 * self.margin + self.gap) // (self.box_width + self.gap)


WIDE = Shape(width=884, box_width=156, box_height=108, gap=10, lane=22, head=28, margin=20)
NARROW = Shape(width=358, box_width=152, box_height=120, gap=10, lane=22, head=28, margin=20)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A person’s box by its top left corner."""

    who: Somebody
    left: float
    top: float


@dataclass(frozen=True, kw_only=True)
class Household:
    """The outline around those in one row of boxes who live with the child."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Places, row heads as words and a height, outlines, lines of descent as points with whether they are past."""

    shape: Shape
    height: float
    places: tuple[Place, ...]
    heads: tuple[tuple[str, float], ...]
    households: tuple[Household, ...]
    lines: tuple[tuple[tuple[tuple[float, float], ...], bool], ...] = field(default=())


def generation(who: Somebody) -> int:
    """This function will return the row that a person stands in."""
    return OWN if who.is_child else ROW_OF.get(who.relation, OTHERS)


def in_order(people: Sequence[Somebody]) -> list[tuple[str, list[Somebody]]]:
    """This function will return the people by generation, as the drawing and the list both have them.

    Those who live with the child stand together, and the child in the middle of its row.
    """
    rows: list[list[Somebody]] = [[] for _ in GENERATIONS]
    for who in people:
        rows[generation(who)].append(who)
    return [(name, _ordered(row)) for name, row in zip(GENERATIONS, rows, strict=True) if row]


def lay_out(people: Sequence[Somebody], shape: Shape) -> Layout:
    """This function will return where everything goes. Every box has a place of its own, however many there are."""
    top = 8.0
    heads: list[tuple[str, float]] = []
    places: list[Place] = []
    households: list[Household] = []
    for name, row in in_order(people):
        heads.append((name, top + shape.head / 2))
        top += shape.head + shape.lane
        for start in range(0, len(row), shape.columns):
            line = row[start : start + shape.columns]
            made = _line(line, top, shape)
            places += made
            households += _households(made, shape)
            top += shape.box_height + shape.lane
    lines = tuple(_descent(places, shape))
    return Layout(
        shape=shape, height=top, places=tuple(places), heads=tuple(heads), households=tuple(households), lines=lines
    )


def _ordered(row: list[Somebody]) -> list[Somebody]:
    home = [who for who in row if who.lives_with and not who.is_child]
    away = [who for who in row if not who.lives_with and not who.is_child]
    child = [who for who in row if who.is_child]
    if not child:
        half = len(away) // 2
        return [*away[:half], *home, *away[half:]]
    half, rest = len(home) // 2, len(away) // 2
    return [*away[:rest], *home[:half], *child, *home[half:], *away[rest:]]


def _line(line: list[Somebody], top: float, shape: Shape) -> list[Place]:
    across = len(line) * shape.box_width + (len(line) - 1) * shape.gap
    left = (shape.width - across) / 2
    return [
        Place(who=who, left=left + number * (shape.box_width + shape.gap), top=top) for number, who in enumerate(line)
    ]


def _households(line: list[Place], shape: Shape) -> list[Household]:
    """One outline for each run of neighbours who live with the child; the child too."""
    runs: list[list[Place]] = []
    together = False
    for place in line:
        at_home = place.who.lives_with or place.who.is_child
        if at_home and together:
            runs[-1].append(place)
        elif at_home:
            runs.append([place])
        together = at_home
    reach = shape.gap / 2 - 1
    return [
        Household(
            left=run[0].left - reach,
            top=run[0].top - reach,
            width=run[-1].left - run[0].left + shape.box_width + 2 * reach,
            height=shape.box_height + 2 * reach,
        )
        for run in runs
    ]


def _descent(places: list[Place], shape: Shape) -> list[tuple[tuple[tuple[float, float], ...], bool]]:
    """Lines from each parent to the child and from the child to each of its own, in the lanes between the boxes.

    A line leaves a box below, goes along its lane to the margin, down or up the margin, and along another lane: so it
    crosses no box.
    """
    child = next((place for place in places if place.who.is_child), None)
    if child is None:
        return []
    lines = []
    for place in places:
        if place.who.relation in TIED and not place.who.is_child:
            upper, lower = (child, place) if place.who.relation == "child" else (place, child)
            lines.append((_path(upper, lower, shape), place.who.ended))
    return lines


def _path(upper: Place, lower: Place, shape: Shape) -> tuple[tuple[float, float], ...]:
    out = (upper.left + shape.box_width / 2, upper.top + shape.box_height)
    into = (lower.left + shape.box_width / 2, lower.top)
    below, above = out[1] + shape.lane / 2, into[1] - shape.lane / 2
    side = shape.margin / 2 if out[0] <= shape.width / 2 else shape.width - shape.margin / 2
    return (out, (out[0], below), (side, below), (side, above), (into[0], above), into)
