"""Search before any create: what a form that makes a record shows first, so that nobody is recorded twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.knowledge.reports.words import things
from onechild.service.access.viewer import Viewer
from onechild.service.desk.search.results import Results, in_order, restricted_lines, results_of
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Fact
from onechild.service.record.queries.search.asked import Asked, read_asked
from onechild.service.record.queries.search.finding import MOST, find

SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Already:
    """Who may be the person about to be recorded; with nobody, the form may go on."""

    asked: Asked
    results: Results
    restricted: list[Fact]

    @property
    def somebody(self) -> bool:
        """Whether anybody was found."""
        return bool(self.results.count or self.restricted)


def search_before_create(*, forename: str, surname: str, born_on: date | None, viewer: Viewer, today: date) -> Already:
    """This function will look for somebody of this name and date of birth, by sound and spelling too.

    For a template: {% include "desk/_search_before_create.html" with already=already %}. The view that asks tells the
    access log of `already.results.child_ids`.
    """
    typed = " ".join(part for part in (forename, surname, f"{born_on:%d/%m/%Y}" if born_on else "") if part)
    asked = read_asked(typed, today=today)
    found = find(asked, kinds=("child",))
    page = page_asked({}, in_order(found), size=SHOWN)
    return Already(asked=asked, results=results_of(page, today=today), restricted=restricted_lines(found, viewer))


def said_of(asked: Asked, count: int) -> str:
    """ "12 people are like what you typed, the likest first." """
    if asked.nothing:
        return ""
    if count >= MOST:
        return "More than 100 people are like this. The likest stand first: add a date of birth or a surname for fewer."
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    said = things(count, "person", "people")
    return f"{said[0].upper()}{said[1:]} {verb} like what you typed{', the likest first' if count > 1 else ''}."
