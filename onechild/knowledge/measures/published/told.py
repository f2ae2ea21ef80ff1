"""A figure told from an extract: kept as a file beside the extract, which only its owner may open."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.published.again import Again, Row, count_again
from onechild.knowledge.measures.published.definition import definition_of, mark_of
from onechild.knowledge.measures.question import Moment


@dataclass(frozen=True)
class Told:
    """What was told, by which definition, from which extract; `rows` are the rows behind it."""

    number: str
    definition: dict[str, Any]
    mark: str
    from_on: date | None
    to_on: date
    by: str
    numerator: float
    denominator: float | None
    value: float | None
    extract: str
    known_at: date | None
    for_what: str
    told_by: str
    told_on: date
    rows: tuple[Row, ...]

    @property
    def when(self) -> Moment:
        """The day or period."""
        return Moment(self.from_on, self.to_on)


def tell(
    store: Store,
    measure: Measure,
    when: Moment,
    *,
    by: str,
    extract: str,
    known_at: date | None,
    for_what: str,
    told_by: str,
    today: date,
) -> Told:
    """Count a figure over an extract's store and make what is kept of it. `extract` is the extract's fingerprint."""
    found = count_again(store, measure, when, by=by)
    whole = found.whole
    return Told(
        number=_number(measure, when, by, extract, found),
        definition=definition_of(measure),
        mark=mark_of(measure),
        from_on=when.from_on,
        to_on=when.to_on,
        by=by,
        numerator=whole.numerator,
        denominator=whole.denominator,
        value=whole.value,
        extract=extract,
        known_at=known_at,
        for_what=for_what,
        told_by=told_by,
        told_on=today,
        rows=found.rows,
    )


def keep(told: Told, folder: Path) -> Path:
    """Write a told figure into a folder, for its owner's eyes only; one that is kept already is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{told.number}.json"
    if path.exists():
        return path
    text = json.dumps(asdict(told), ensure_ascii=False, indent=1, default=str)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read(folder: Path, number: str) -> Told:
    """A told figure by its number; CannotProceed where the folder keeps none of that number."""
    path = folder / f"{Path(number).name}.json"
    if not path.is_file():
        raise CannotProceed(f"no figure {number} is kept in {folder}")
    facts = json.loads(path.read_text(encoding="utf-8"))
    rows = tuple(Row(**{**row, "counted_on": date.fromisoformat(row["counted_on"])}) for row in facts.pop("rows"))
    days = {name: _day(facts.pop(name)) for name in ("from_on", "to_on", "known_at", "told_on")}
    return Told(**facts, **days, rows=rows)  # type: ignore[arg-type]


def _number(measure: Measure, when: Moment, by: str, extract: str, found: Again) -> str:
    facts = repr((measure.key, measure.version, mark_of(measure), when, by, extract, found.whole))
    stamp = hashlib.sha256(facts.encode()).hexdigest()[:8].upper()
    return f"F-{when.to_on:%Y-%m%d}-{measure.reference or 'OWN'}-{stamp}"


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
