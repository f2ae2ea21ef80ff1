"""The commands of `onechild figure`, over the record, or over an extract where one is named."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.cli.figure.saying import in_words, words
from onechild.cli.opening import day_of
from onechild.cli.record import open_service, who
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.measures.model import Measure
    from onechild.knowledge.measures.question import Moment

figures = typer.Typer(no_args_is_help=True, help="Published figures: kept, run again, and compared.")
Id = Annotated[str, typer.Argument(metavar="ID", help="The number of the published figure, F-...")]
Folder = Annotated[Path | None, typer.Option(help="The folder of an extract, instead of the record of DATABASE_URL.")]
By = Annotated[str | None, typer.Option("--as", help="Who asks; you, unless said.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(figures, name="figure")


@figures.callback()
def figure() -> None:
    """Published figures: kept, run again, and compared."""


@figures.command()
def publish(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The measure; see `onechild measures`.")],
    for_what: Annotated[str, typer.Option("--for", help="Where it is told: 'Scrutiny committee, 12 June 2026'.")],
    as_at: Annotated[str, typer.Option(help="The day, or the last day of the period.")],
    from_on: Annotated[str | None, typer.Option("--from", help="First day of the period.")] = None,
    by: Annotated[str, typer.Option(help="Broken down by this, such as team.")] = "",
    extract: Folder = None,
    whose: By = None,
) -> None:
    """Keep a figure as it is told: its definition, what was known, and its children."""
    from onechild.knowledge.measures.catalogue import measure_called

    measure = measure_called(key)
    when = _moment(measure, as_at, from_on)
    if extract is not None:
        from onechild.cli.figure.of_extract import publish_from

        publish_from(
            extract, measure, when, by=by, for_what=for_what, whose=who(whose), today=datetime.now(tz=UTC).date()
        )
        return
    open_service()
    from onechild.service.config import moment
    from onechild.service.record.actions.published.publishing import publish as keep

    kept = keep(measure=measure, when=when, by=by, for_what=for_what, who=who(whose), now=moment.now())
    typer.echo(f"{kept.pk}: {words(kept.numerator, kept.denominator, kept.value)}, {kept.rows:,} rows behind it")


@figures.command()
def show(published: Id, extract: Folder = None) -> None:
    """Say what was told, by which definition, and as known when."""
    if extract is not None:
        from onechild.cli.figure.of_extract import show_from

        show_from(extract, published)
        return
    open_service()
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    uses = [f"  told in {use.for_what}, by {use.published_by}, {use.published_at:%-d %B %Y}" for use in kept.uses.all()]
    lines = [
        f"{kept.pk}  {kept.title}, {_when(kept.from_on, kept.to_on)}",
        f"  {words(kept.numerator, kept.denominator, kept.value)}; {kept.rows:,} rows behind it",
        f"  {kept.says} (version {kept.version})",
        f"  as known at {kept.known_at:%-d %B %Y, %H:%M:%S}, from {kept.change_sets:,} changes to the record",
        *uses,
    ]
    typer.echo("\n".join(lines))


@figures.command()
def reproduce(published: Id, extract: Folder = None) -> int:
    """Run a figure again as it was known then; ends with 1 where it is not the same to the child."""
    if extract is not None:
        from onechild.cli.figure.of_extract import reproduce_from

        return reproduce_from(extract, published)
    open_service()
    from onechild.service.exchange.published.again import reproduce as run_again
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    found = run_again(kept)
    whole = found.again.whole
    erased = f"; {found.erased:,} rows are of records erased since" if found.erased else ""
    typer.echo(f"told:  {words(kept.numerator, kept.denominator, kept.value)}, {kept.rows:,} rows{erased}")
    typer.echo(f"again: {words(whole.numerator, whole.denominator, whole.value)}, {len(found.again.rows):,} rows")
    typer.echo(
        "the same to the child"
        if found.same
        else f"NOT the same: {len(found.missing)} rows are missing and {len(found.added)} have come"
    )
    return 0 if found.same else 1


@figures.command()
def compare(
    published: Id,
    extract: Folder = None,
    told_in: Annotated[
        Path | None, typer.Option(help="With --extract: the folder of the extract that it was told from.")
    ] = None,
    names: Annotated[bool, typer.Option("--who", help="Name each child, by id; it is noted as a view.")] = False,
    whose: By = None,
) -> None:
    """Set a figure as it was told beside the same one as known now, and say why each child differs."""
    if extract is not None:
        from onechild.cli.figure.of_extract import compare_from

        told, now, changed = compare_from(extract, published, told_in=told_in)
        typer.echo(f"as known then: {words(told.numerator, told.denominator, told.value)}\nas known now:  {now}")
        typer.echo(in_words(changed, names=names))
        return
    open_service()
    from onechild.service.config import moment
    from onechild.service.exchange.published.again import compare as set_beside
    from onechild.service.exchange.published.again import note_view
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    found = set_beside(kept, today=moment.today())
    typer.echo(f"as known then: {words(kept.numerator, kept.denominator, kept.value)}")
    typer.echo(f"as known now:  {words(found.now.numerator, found.now.denominator, found.now.value)}")
    if found.definition:
        typer.echo(found.definition)
    if found.erased:
        typer.echo(f"{found.erased:,} rows are of records erased since; nothing more is said of them.")
    typer.echo(in_words(found.changed, names=names))
    if names:
        note_view(kept, by=who(whose), what="children who changed", child_ids=[one.child_id for one in found.changed])


def _moment(measure: Measure, as_at: str, from_on: str | None) -> Moment:
    from onechild.knowledge.measures.model import Basis
    from onechild.knowledge.measures.moments import usual
    from onechild.knowledge.measures.question import Moment

    last = day_of(as_at, option="--as-at")
    if from_on is None:
        return usual(measure, last)
    if measure.basis is Basis.AS_AT:
        raise CannotProceed(f"the measure {measure.key} is counted as at a day: leave --from out")
    return Moment(day_of(from_on, option="--from"), last)


def _when(from_on: date | None, to_on: date) -> str:
    return f"from {from_on} to {to_on}" if from_on else f"as at {to_on}"
