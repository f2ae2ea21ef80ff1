"""Tells the modules of the SSDA903 apart by their headings, and opens them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow.compute as pc

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Recognised
from onechild.knowledge.formats.ssda903.layout import EPISODES, PARTS
from onechild.knowledge.formats.tabular.delimited import Delimited, read_delimited
from onechild.knowledge.formats.tabular.headings import Found, match, share
from onechild.knowledge.formats.tabular.layout import Part
from onechild.knowledge.formats.values import as_text, read_day
from onechild.knowledge.workdays.years import reporting_year, year_name

_SHARED = frozenset({"child", "born", "sex"})
# The days that a return's year is read from: the episodes' where there are any.
_DAYS = ("started", "on")


@dataclass
class Module:
    """One file of a return: which module it is, its cells, and where each field stands."""

    part: Part
    name: str
    folder: Path
    cells: Delimited
    found: Found

    def year(self) -> int | None:
        """The year of the latest day that the file names as a beginning or as an episode's last; None where none is.

        What ended on 1 April held through 31 March, and is of the year before.
        """
        began = [day for name in _DAYS for day in self._days(name)]
        last = [day - timedelta(days=1) for day in self._days("ended")] if self.part is EPISODES else []
        latest = max((*began, *last), default=None)
        return reporting_year(latest, "ssda903") if latest else None

    def _days(self, name: str) -> list[date]:
        if name not in self.found.columns:
            return []
        texts = pc.unique(as_text(self.cells.columns[self.found.columns[name]])).drop_null().to_pylist()
        days = [read_day(text).value for text in texts]
        return [day for day in days if isinstance(day, date)]


def part_of(headings: Sequence[str]) -> Part | None:
    """This function will return the module that the headings are of: the one most of whose columns they name."""
    ranked = [(share(match(headings, part.fields), part, shared=_SHARED), part) for part in PARTS]
    best, part = max(ranked, key=lambda one: one[0])
    return part if best >= 0.5 else None


def open_module(file: Recognised) -> Module:
    """This function will open a file of a return; or raise CannotProceed where it is damaged or no such file."""
    cells = read_delimited(file.path, name=file.name)
    part = part_of(cells.headings)
    if part is None:
        raise CannotProceed(f"{file.name}: the headings are not those of any SSDA903 module")
    return Module(part, file.name, file.path.parent, cells, match(cells.headings, part.fields))


def year_of(modules: Iterable[Module]) -> int | None:
    """This function will return the year of one return: that of its episodes, else the latest that a module names.

    Raises CannotProceed where two files of one module, in one folder, are of different years.
    """
    modules = list(modules)
    years = {module.name: module.year() for module in modules}
    for part in PARTS:
        same = [module.name for module in modules if module.part is part and years[module.name]]
        named = {name: year_name(years[name] or 0) for name in same}
        if len(set(named.values())) > 1:
            listed = " and ".join(f"{name} ({year})" for name, year in named.items())
            raise CannotProceed(f"{listed} disagree on their year: put each year's files in a folder of its own")
    episodes = [years[module.name] for module in modules if module.part is EPISODES]
    known = [year for year in episodes or list(years.values()) if year]
    return max(known, default=None)
