"""`onechild read`: sector files of one council into an extract, with every row accounted for."""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from dataclasses import asdict
from datetime import date
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Annotated, Any

import typer

from onechild.errors import CannotProceed

_LONG_READING = 2.0
_FIRST_FEW = 3


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(read)


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders of them.")],
    out: Annotated[Path, typer.Option(help="The folder of the extract; an older extract there is replaced.")],
    council: Annotated[str | None, typer.Option(help="The council's code, where no file says it.")] = None,
    year: Annotated[int | None, typer.Option(help="The year the return ends in: 2026 is 2025/26.")] = None,
    known_at: Annotated[str | None, typer.Option(help="The day the facts were known as at, YYYY-MM-DD.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read Annex A, CIN census, SSDA903 and SSD files of one council into the standard tables."""
    _start_lean()
    from onechild.knowledge.formats.model import Asked
    from onechild.knowledge.formats.reading import read_paths
    from onechild.knowledge.tables.extract import write_extract

    with _Watch() as watch:
        asked = Asked(_council(council), _year(year), _day(known_at), watch=watch.told)
        outcome = read_paths(paths, asked)
        try:
            extract = write_extract(out, outcome.tables, about=outcome.about)
        except OSError as fault:
            raise CannotProceed(f"{out} can't be written ({fault.strerror or fault})") from None
    if as_json:
        typer.echo(json.dumps(_summary(outcome, extract.rows), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(_words(outcome, extract.rows, out)))
    if not outcome.all_taken:
        raise typer.Exit(1)


def _summary(outcome: Any, rows: dict[str, int]) -> dict[str, object]:
    return {
        "files": [asdict(count) for count in outcome.files],
        "tables": rows,
        "findings": dict(Counter(finding.kind for finding in outcome.findings).most_common()),
        "warnings": outcome.warnings,
        "unrecognised": [asdict(one) for one in outcome.unrecognised],
        "council": outcome.about.council,
        "year": outcome.year,
        "known_at": outcome.about.known_at.isoformat() if outcome.about.known_at else None,
    }


def _words(outcome: Any, rows: dict[str, int], out: Path) -> list[str]:
    from onechild.knowledge.formats.wording import counted, shown

    known = outcome.about.known_at or "an unknown day"
    lines = [f"Council {outcome.about.council}, known as at {known}.", ""]
    lines += [_fared(count) for count in outcome.files]
    lines += [f"not read: {one.file}: {one.why}" for one in outcome.unrecognised]
    lines += [f"warning: {warning}" for warning in outcome.warnings]
    lines += _findings(outcome.findings)
    total = sum(number for name, number in rows.items() if name not in ("quarantine", "findings"))
    lines += ["", f"{counted(total, 'row')} in {counted(len(rows), 'table')}: {shown(str(out))}"]
    if "quarantine" in rows:
        aside = counted(rows["quarantine"], "row")
        lines.append(f"What was refused stands in the table quarantine ({aside}), with reasons.")
    return lines


def _fared(count: Any) -> str:
    from onechild.knowledge.formats.wording import counted

    sum_of = (
        f"{count.whole:,} whole + {count.part:,} in part + {count.refused:,} refused = {counted(count.rows, 'row')}"
    )
    return f"{count.file} ({count.format}): {sum_of}; {counted(count.values_refused, 'value')} refused"


def _findings(findings: list[Any]) -> list[str]:
    """Each kind with how often it was met and the first few in words."""
    lines = []
    for kind, number in Counter(finding.kind for finding in findings).most_common():
        lines += ["", f"{number:,} of the kind {kind.replace('_', ' ')}, such as:"]
        few = [finding for finding in findings if finding.kind == kind][:_FIRST_FEW]
        lines += [f"  {_of(finding)}: {finding.words}" for finding in few]
    return lines


def _of(finding: Any) -> str:
    return f"{finding.table}, child {finding.child_id}" if finding.child_id else str(finding.table)


def _council(code: str | None) -> str | None:
    if code is not None and not re.fullmatch(r"[A-Za-z0-9]{1,12}", code):
        raise CannotProceed(f"--council {code!r} is not a council's code; it is letters and digits, such as 999")
    return code


def _year(year: int | None) -> int | None:
    if year is not None and not 2000 <= year <= 2100:
        raise CannotProceed(f"--year {year} is not a year of a return; 2026 is 2025/26")
    return year


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(f"--known-at {text!r} is not a date such as 2026-03-31") from None


def _start_lean() -> None:
    """Keep pyarrow from importing pandas, which reading never needs and which may take longer than a whole file.

    And have it give memory back to the system at once: a large census needs a sixth less, and less time. Only where
    this process was started for this command alone: others in it may want pandas.
    """
    if sys.argv[1:2] != ["read"] or "pyarrow" in sys.modules or "pandas" in sys.modules:
        return
    import pyarrow as pa

    blind = _WithoutPandas()
    sys.meta_path.insert(0, blind)
    pa.array([""])  # pyarrow looks for pandas once, at its first array
    sys.meta_path.remove(blind)
    pa.set_memory_pool(pa.system_memory_pool())


class _WithoutPandas(MetaPathFinder):
    """Says that there is no pandas."""

    def find_spec(self, fullname: str, *_: object, **__: object) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


class _Watch:
    """A progress bar on stderr, shown in a terminal once reading has taken more than two seconds."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.bar: Any = None
        self.tasks: dict[str, Any] = {}

    def __enter__(self) -> _Watch:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def told(self, name: str, read: int, size: int) -> None:
        """Show how much of a file has been read."""
        if time.monotonic() - self.began < _LONG_READING or not sys.stderr.isatty():
            return
        if self.bar is None:
            self.bar = _bar()
            self.bar.start()
        if name not in self.tasks:
            self.tasks[name] = self.bar.add_task(name, total=size)
        self.bar.update(self.tasks[name], completed=read)


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)
