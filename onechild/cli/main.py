"""The command line's front: gathers the commands, and turns every ending into an exit code and at most one plain line.

Exit codes: 0 done, 1 done with something refused, 2 nothing could be done (a crash is 2 as well).
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import typer

from onechild.errors import CannotProceed

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Children's services: standard tables, statutory clocks, measures and reports.",
)

STOPPED = "stopped; nothing half-written was kept"
COMMANDS = (
    *("invent", "read", "write", "report", "measure", "obligations", "figure", "plan"),
    *("load", "extract", "account", "audit"),
    *("demo", "serve", "backup", "doctor"),
)


def run() -> None:
    """Run one command and exit; errors go to stderr as one plain line."""
    try:
        for name in COMMANDS:
            importlib.import_module(f"onechild.cli.{name}").register(app)
        ended = app(standalone_mode=False)
    except CannotProceed as problem:
        _end(str(problem))
    except KeyboardInterrupt:
        _end(STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(2) from None
    except Exception as fault:
        if type(fault).__name__ == "Abort":  # what typer makes of Ctrl-C
            _end(STOPPED)
        if misused := getattr(fault, "format_message", None):
            _end(f"{_plain(misused()) or 'say what to do'} (`onechild --help` says more)")
        if os.environ.get("ONECHILD_DEBUG"):
            raise
        words = " ".join(str(fault).split()) or type(fault).__name__
        _end(f"a fault in OneChild itself ({type(fault).__name__}: {words[:300]}); ONECHILD_DEBUG=1 shows where")
    raise SystemExit(ended if isinstance(ended, int) else 0)


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".").replace("Missing argument", "missing:").replace("No such", "no such")


def _end(words: str) -> NoReturn:
    sys.stderr.write(f"onechild: {words}\n")
    raise SystemExit(2)
