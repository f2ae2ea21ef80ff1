"""The areas of the journey that have a scorecard: the topics of the catalogue, each with its address."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import slugify

from onechild.knowledge.measures.catalogue import TOPICS
from onechild.knowledge.measures.model import Measure


@dataclass(frozen=True)
class Area:
    """One part of the journey and its measures."""

    slug: str
    title: str
    measures: tuple[Measure, ...]

    @property
    def href(self) -> str:
        """Its scorecard."""
        return reverse("scorecard", args=[self.slug])


AREAS: dict[str, Area] = {
    slugify(title): Area(slugify(title), title, measures) for title, measures in TOPICS.items() if measures
}
AREA_OF: dict[str, Area] = {measure.key: area for area in AREAS.values() for measure in area.measures}
