"""`onechild figure`: publishes a figure, shows one, runs it again as it was known then, and says what changed since."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onechild.cli.opening import day_of
from onechild.cli.record import open_service, who
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.measures.model import Measure
    from onechild.knowledge.measures.published.comparing import Changed
    from onechild.knowledge.measures.question import Moment

MOST_NAMED = 500
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
        from onechild.cli.figures_of_extract import publish_from

        publish_from(extract, measure, when, by=by, for_what=for_what, whose=who(whose))
        return
    open_service()
    from onechild.service.config import moment
    from onechild.service.record.actions.published.publishing import publish as keep

    kept = keep(measure=measure, when=when, by=by, for_what=for_what, who=who(whose), now=moment.now())
    typer.echo(f"{kept.pk}: {_number(kept.numerator, kept.denominator, kept.value)}, {kept.rows:,} rows behind it")


@figures.command()
def show(published: Id, extract: Folder = None) -> None:
    """Say what was told, by which definition, and as known when."""
    if extract is not None:
        from onechild.cli.figures_of_extract import show_from

        show_from(extract, published)
        return
    open_service()
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    uses = [f"  told in {use.for_what}, by {use.published_by}, {use.published_at:%-d %B %Y}" for use in kept.uses.all()]
    lines = [
        f"{kept.pk}  {kept.title}, {_when(kept.from_on, kept.to_on)}",
        f"  {_number(kept.numerator, kept.denominator, kept.value)}; {kept.rows:,} rows behind it",
        f"  {kept.says} (version {kept.version})",
        f"  as known at {kept.known_at:%-d %B %Y, %H:%M:%S}, from {kept.change_sets:,} changes to the record",
        *uses,
    ]
    typer.echo("\n".join(lines))


@figures.command()
def reproduce(published: Id, extract: Folder = None) -> int:
    """Run a figure again as it was known then; ends with 1 where it is not the same to the child."""
    if extract is not None:
        from onechild.cli.figures_of_extract import reproduce_from

        return reproduce_from(extract, published)
    open_service()
    from onechild.service.exchange.published.again import reproduce as run_again
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    found = run_again(kept)
    whole = found.again.whole
    erased = f"; {found.erased:,} rows are of records erased since" if found.erased else ""
    typer.echo(f"told:  {_number(kept.numerator, kept.denominator, kept.value)}, {kept.rows:,} rows{erased}")
    typer.echo(f"again: {_number(whole.numerator, whole.denominator, whole.value)}, {len(found.again.rows):,} rows")
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
    names: Annotated[bool, typer.Option("--who", help="Name each child, by id; it is noted as a view.")] = False,
    whose: By = None,
) -> None:
    """Set a figure as it was told beside the same one as known now, and say why each child differs."""
    if extract is not None:
        from onechild.cli.figures_of_extract import compare_from

        compare_from(extract, published, names=names)
        return
    open_service()
    from onechild.service.config import moment
    from onechild.service.exchange.published.again import compare as set_beside
    from onechild.service.exchange.published.again import note_view
    from onechild.service.record.queries.published.reading import published_figure

    kept = published_figure(published)
    found = set_beside(kept, today=moment.today())
    typer.echo(f"as known then: {_number(kept.numerator, kept.denominator, kept.value)}")
    typer.echo(f"as known now:  {_number(found.now.numerator, found.now.denominator, found.now.value)}")
    if found.definition:
        typer.echo(found.definition)
    if found.erased:
        typer.echo(f"{found.erased:,} rows are of records erased since; nothing more is said of them.")
    typer.echo(in_words(found.changed, names=names))
    if names:
        note_view(kept, by=who(whose), what="children who changed", child_ids=[one.child_id for one in found.changed])


def in_words(changed: tuple[Changed, ...], *, names: bool) -> str:
    """How many children differ and why; with `names`, each of them by id with every change to their rows."""
    if not changed:
        return "The same rows stand behind both."
    counts: dict[str, int] = {}
    for one in changed:
        for why in one.why:
            counts[why.value] = counts.get(why.value, 0) + 1
    lines = [f"{len(changed):,} differ: " + ", ".join(f"{why} {count:,}" for why, count in sorted(counts.items()))]
    for one in changed[: MOST_NAMED if names else 0]:
        did = "; ".join(did.value for did in one.did)
        lines.append(f"  {one.child_id or 'a row without a child'}: {did} ({', '.join(one.why)})")
        lines += [
            f"      {change.table.replace('_', ' ')}: {change.why}"
            + (f" of {', '.join(change.changed)}" if change.changed else "")
            + f", change {change.change_set} ({change.words}, {change.by}"
            + (f", {change.at:%-d %B %Y %H:%M})" if change.at else ")")
            for change in one.changes[:5]
        ]
    return "\n".join(lines)


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


def _number(numerator: Any, denominator: Any, value: Any) -> str:
    whole = "" if denominator is None else f" of {denominator:,g}"
    return f"{numerator:,g}{whole}" + (f" ({value:.6g})" if value is not None and denominator is not None else "")
