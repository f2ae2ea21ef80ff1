"""`onechild figure --extract`: figures told from an extract, kept in the folder `published` beside its tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from onechild.cli.figure.saying import words
from onechild.cli.opening import extract_in
from onechild.errors import CannotProceed
from onechild.knowledge.engines import duckdb
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.published.again import count_again, same_figure
from onechild.knowledge.measures.published.between import changes_between
from onechild.knowledge.measures.published.comparing import Changed, Why, differing, explained
from onechild.knowledge.measures.published.definition import changed_since
from onechild.knowledge.measures.published.reading import tables_read
from onechild.knowledge.measures.published.told import Told, keep, read, tell
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.tables.extract import Extract


def kept_beside(folder: Path) -> Path:
    """The folder of the figures told from an extract: beside it, for an extract is replaced as a whole."""
    return folder.parent / f"{folder.name}.published"


def publish_from(
    folder: Path, measure: Measure, when: Moment, *, by: str, for_what: str, whose: str, today: date
) -> None:
    """Count a figure over the extract and keep it."""
    extract = extract_in(folder)
    with duckdb.open_store(extract) as store:
        told = tell(
            store,
            measure,
            when,
            by=by,
            extract=extract.fingerprint,
            known_at=extract.about.known_at,
            for_what=for_what,
            told_by=whose,
            today=today,
        )
    path = keep(told, kept_beside(folder))
    typer.echo(f"{told.number}: {words(told.numerator, told.denominator, told.value)}, kept in {path}")


def show_from(folder: Path, number: str) -> None:
    """Say what was told."""
    told = read(kept_beside(folder), number)
    typer.echo(
        f"{told.number}  {told.definition['title']}, "
        f"{f'from {told.from_on} to {told.to_on}' if told.from_on else f'as at {told.to_on}'}\n"
        f"  {words(told.numerator, told.denominator, told.value)}; {len(told.rows):,} rows behind it\n"
        f"  {told.definition['says']} (version {told.definition['version']})\n"
        f"  from the extract {told.extract[:12]}, as known at {told.known_at or 'a day that it does not say'}\n"
        f"  told in {told.for_what}, by {told.told_by}, {told.told_on}"
    )


def reproduce_from(folder: Path, number: str) -> int:
    """Count it again over the very extract it was told from; 1 where it is not the same to the child."""
    extract, told = extract_in(folder), read(kept_beside(folder), number)
    measure = _measure(told)
    if changed := changed_since(measure, version=told.definition["version"], mark=told.mark):
        raise CannotProceed(f"{number} can't be run again as it was. {changed} `compare` sets the two together")
    if extract.fingerprint != told.extract:
        raise CannotProceed(
            f"{number} was told from the extract {told.extract[:12]}, and this is {extract.fingerprint[:12]}: "
            "name the folder of that one, or `compare`"
        )
    with duckdb.open_store(extract) as store:
        again = count_again(store, measure, told.when, by=told.by)
    same = same_figure((told.numerator, told.denominator, told.value), again.whole) and again.rows == told.rows
    typer.echo(f"told:  {words(told.numerator, told.denominator, told.value)}, {len(told.rows):,} rows")
    whole = again.whole
    typer.echo(f"again: {words(whole.numerator, whole.denominator, whole.value)}, {len(again.rows):,} rows")
    typer.echo("the same to the child" if same else "NOT the same")
    return 0 if same else 1


def compare_from(folder: Path, number: str, *, told_in: Path | None) -> tuple[Told, str, tuple[Changed, ...]]:
    """Set it beside the same figure of this extract, a later one: (as told, the figure now, who differs and why).

    `told_in` is the folder of the extract that it was told from, where that is another one.
    """
    earlier = told_in or folder
    told, extract = read(kept_beside(earlier), number), extract_in(folder)
    measure = _measure(told)
    with duckdb.open_store(extract) as store:
        again = count_again(store, measure, told.when, by=told.by)
    found = differing(told.rows, again.rows, teams=told.by in ("team", "worker"))
    children = {child_id for child_id in found if child_id}
    tables = tables_read(measure, today=told.to_on, teams=bool(told.by))
    changes = changes_between(_then(earlier, told), extract, children, since=told.known_at, tables=tables)
    definition = changed_since(measure, version=told.definition["version"], mark=told.mark)
    changed = explained(found, changes, otherwise=[Why.DEFINITION] if definition else [])
    whole = again.whole
    return told, words(whole.numerator, whole.denominator, whole.value), tuple(changed)


def _then(folder: Path, told: Told) -> Extract | None:
    """The extract that it was told from, where that is still the one in the folder."""
    extract = extract_in(folder)
    return extract if extract.fingerprint == told.extract else None


def _measure(told: Told) -> Measure:
    key = told.definition["key"]
    if key not in MEASURES:
        raise CannotProceed(f"the measure {key} is no longer in the catalogue")
    return MEASURES[key]
