"""`onechild report`: the monthly pack, the scrutiny report, caseload and visits, and the inspection overview."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.reports.document.model import Document

FORMATS = ("text", "json", "html", "pdf", "docx", "xlsx")
BINARY = ("pdf", "docx", "xlsx")
ENDINGS = {".txt": "text", ".htm": "html"}

ExtractFolder = Annotated[Path, typer.Option(help="The folder of the extract.")]
AsAt = Annotated[str, typer.Option(help="Counted at the end of this day, YYYY-MM-DD.")]
Against = Annotated[
    str | None, typer.Option(help="Set against the end of this earlier day; else of the same day a year before.")
]
Format = Annotated[
    str | None, typer.Option(help="text, json, html, pdf, docx or xlsx; else by the ending of --out, or text.")
]
Out = Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")]

reports = typer.Typer(no_args_is_help=True, help="Reports: figures with the sentences that go with them.")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(reports, name="report")


@reports.callback()
def report() -> None:
    """Reports: figures with the sentences that go with them."""


@reports.command()
def caseload(
    extract: ExtractFolder,
    as_at: AsAt,
    against: Against = None,
    target: Annotated[
        float | None, typer.Option(help="Cases a full-time worker should hold at most; else the council's own setting.")
    ] = None,
    format: Format = None,
    out: Out = None,
    without_children: Annotated[
        bool, typer.Option("--without-children", help="For publication: no ids, and small numbers kept back.")
    ] = False,
) -> None:
    """Caseload by team and visits within their timescale, now against an earlier day."""
    from onechild.knowledge.reports.caseload import caseload_report
    from onechild.knowledge.reports.kinds.caseload import caseload_document
    from onechild.knowledge.reports.rendering import RENDERERS

    kind = _format(format, out)
    if target is not None and not 0 < target < float("inf"):
        raise CannotProceed(f"--target {target:g} is not a number of cases above nought")
    now, then = _days(as_at, against)
    opened = extract_in(extract)
    with store_on("duckdb", opened) as store:
        found = caseload_report(
            store,
            about=opened.about,
            fingerprint=opened.fingerprint,
            as_at=now,
            against=then,
            target=target,
            publish=without_children,
        )
    if kind in RENDERERS:
        give(RENDERERS[kind](found), out, private=not without_children)
    else:
        _give_as(caseload_document(found), kind, out)


@reports.command()
def pack(extract: ExtractFolder, as_at: AsAt, against: Against = None, format: Format = None, out: Out = None) -> None:
    """The monthly performance pack: what changed, then every area, for staff."""
    _make("pack", extract, as_at, against, format, out)


@reports.command()
def scrutiny(
    extract: ExtractFolder, as_at: AsAt, against: Against = None, format: Format = None, out: Out = None
) -> None:
    """The report to councillors: plain words, no child, small numbers kept back."""
    _make("scrutiny", extract, as_at, against, format, out)


@reports.command()
def inspection(
    extract: ExtractFolder, as_at: AsAt, against: Against = None, format: Format = None, out: Out = None
) -> None:
    """What an inspector's own analysis of Annex A will show, list by list, for staff."""
    _make("inspection", extract, as_at, against, format, out)


def _make(kind: str, extract: Path, as_at: str, against: str | None, format: str | None, out: Path | None) -> None:
    from onechild.knowledge.reports.kinds.making import Wanted, make

    form = _format(format, out)
    now, then = _days(as_at, against)
    opened = extract_in(extract)
    with store_on("duckdb", opened) as store:
        made = make(store, kind, Wanted(opened.about, now, then, opened.fingerprint))
    _give_as(made, form, out)


def _format(asked: str | None, out: Path | None) -> str:
    """The format asked for, or that of the file to write; what can't be printed needs a file."""
    ending = out.suffix.lower() if out else ""
    meant = ENDINGS.get(ending, ending.removeprefix("."))
    form = asked or meant or "text"
    if form not in FORMATS:
        raise CannotProceed(f"there is no format called {form}; the formats are {', '.join(FORMATS)}")
    if form in BINARY and out is None:
        raise CannotProceed(f"a report as {form} can't be printed: name the file to write with --out")
    return form


def _days(as_at: str, against: str | None) -> tuple[date, date]:
    from onechild.knowledge.measures.moments import twelve_months_to

    now = day_of(as_at, option="--as-at")
    if against is not None:
        return now, day_of(against, option="--against")
    first = twelve_months_to(now).from_on
    assert first is not None  # noqa: S101  a period has a first day
    return now, date.fromordinal(first.toordinal() - 1)


def _give_as(document: Document, form: str, out: Path | None) -> None:
    from onechild.knowledge.reports.renderers.forms import form_called

    made = form_called(form).make(document)
    give(made if form in BINARY else made.decode(), out, private=not document.publish)


def give(content: str | bytes, out: Path | None, *, private: bool) -> None:
    """Print a report, or write it to a file that, where it is private, only its owner may open."""
    if out is None:
        typer.echo(content, nl=False)
        return
    made = content.encode() if isinstance(content, str) else content
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # Whoever may open the file may open the children behind the figures: the owner alone.
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(made)
        out.chmod(0o600 if private else 0o644)
    except OSError as fault:
        raise CannotProceed(f"{out} can't be written: {fault.strerror}") from None
    typer.echo(f"written: {out}", err=True)
