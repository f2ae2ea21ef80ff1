"""What a view of the explorer asks for, read from its address, and the one address that each view goes by."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from onechild.knowledge.benchmarks.model import Area, PublishedMeasure, Series
from onechild.knowledge.benchmarks.reading import areas, councils, measures_by_key, neighbours, published

MOST_MEASURES, MOST_OTHERS, MOST_ASKED = 4, 2, 60


class NotUnderstood(ValueError):
    """What was asked can't be shown. `faults` are the field and the sentence of each thing to mend."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(words for _field, words in faults))
        self.faults = faults


@dataclass(frozen=True)
class Asked:
    """A council, one to four measures, which neighbours count in the mean, other councils to name, and the years."""

    council: Area
    measures: tuple[PublishedMeasure, ...]
    neighbours: tuple[Area, ...]
    others: tuple[Area, ...]
    first: int
    last: int

    @property
    def query(self) -> str:
        """The view's own query: always the same for the same view, with its years said."""
        every = tuple(one.area for one in neighbours(self.council.code))
        chosen = () if self.neighbours == every else self.neighbours
        pairs = [
            ("council", self.council.code),
            *(("measure", one.key) for one in self.measures),
            *(("neighbour", one.code) for one in chosen),
            *(("other", one.code) for one in self.others),
            ("from", str(self.first)),
            ("to", str(self.last)),
        ]
        return urlencode(pairs)

    def series(self, measure: PublishedMeasure) -> Series:
        """This function will return the published values of one of the measures."""
        return published(measure.code, measure.table)

    def years_of(self, measure: PublishedMeasure) -> tuple[int, ...]:
        """This function will return the measure's years within those asked for, oldest first."""
        return tuple(year for year in self.series(measure).years if self.first <= year <= self.last)


def asked(query: QueryDict) -> Asked:
    """This function will return what an address asks for; raises NotUnderstood, with every fault at once."""
    faults: list[tuple[str, str]] = []
    council = _council(query.get("council", ""), "council", faults)
    found = _measures(query, faults)
    near = tuple(one.area for one in neighbours(council.code)) if council else ()
    picked = _picked(query, near, faults)
    others = tuple(
        one
        for code in dict.fromkeys(_some(query, "other"))
        if code and (one := _council(code, "other", faults)) and one != council
    )
    if len(others) > MOST_OTHERS:
        faults.append(("other", f"Choose no more than {MOST_OTHERS} other councils"))
    first, last = _years(query, found, faults)
    if faults or council is None:
        raise NotUnderstood(faults)
    return Asked(council, found, picked, others, first, last)


def _some(query: QueryDict, name: str) -> list[str]:
    return query.getlist(name)[:MOST_ASKED]


def _council(code: str, field: str, faults: list[tuple[str, str]]) -> Area | None:
    found = areas().get(code)
    if found is not None and found in councils():
        return found
    if not code:
        faults.append((field, "Choose a council"))
    elif found is not None and found.became:
        now = " and ".join(areas()[one].name for one in found.became)
        faults.append((field, f"{found.name} is a council of the past. Choose {now}"))
    else:
        faults.append((field, f"No council in England has the code “{code[:20]}”. Choose one from the list"))
    return None


def _measures(query: QueryDict, faults: list[tuple[str, str]]) -> tuple[PublishedMeasure, ...]:
    known, keys = measures_by_key(), [key for key in dict.fromkeys(_some(query, "measure")) if key]
    faults.extend(
        ("measure", f"No published measure is called “{key[:60]}”. Choose one from the list")
        for key in keys
        if key not in known
    )
    if not keys:
        faults.append(("measure", "Choose a measure"))
    elif len(keys) > MOST_MEASURES:
        faults.append(("measure", f"Choose no more than {MOST_MEASURES} measures"))
    return tuple(known[key] for key in keys if key in known)


def _picked(query: QueryDict, near: tuple[Area, ...], faults: list[tuple[str, str]]) -> tuple[Area, ...]:
    codes = {code for code in _some(query, "neighbour") if code}
    if strange := sorted(codes - {one.code for one in near}):
        faults.append(("neighbour", f"“{strange[0][:20]}” is no statistical neighbour of that council"))
    return tuple(one for one in near if one.code in codes) if codes else near


def _years(query: QueryDict, found: tuple[PublishedMeasure, ...], faults: list[tuple[str, str]]) -> tuple[int, int]:
    every = sorted({year for one in found for year in published(one.code, one.table).years})
    if not every:
        return 0, 0
    first, last = (
        _year(query.get(name, ""), end, name, faults) for name, end in (("from", every[0]), ("to", every[-1]))
    )
    first, last = max(first, every[0]), min(last, every[-1])
    if first > last:
        faults.append(("from", f"There are figures of {every[0]} to {every[-1]}: choose a first year before the last"))
    return first, last


def _year(text: str, default: int, field: str, faults: list[tuple[str, str]]) -> int:
    if not text:
        return default
    if len(text) == len("2025") and text.isascii() and text.isdigit():
        return int(text)
    faults.append((field, f"“{text[:20]}” is not a year, such as 2025"))
    return default
