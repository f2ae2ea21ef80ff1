"""Fills a demonstration: loads Hatterton and gives every role an account (`record`), works out the figures (`figures`).

Run by `onechild demo` as a process of its own, twice; it says each step and its seconds as a line of JSON. Nobody in
it is real, and everybody's password is one phrase, made for this data folder alone.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django

EXTRACT, SIGN_INS, PHRASE = "ONECHILD_DEMO_EXTRACT", "ONECHILD_DEMO_SIGN_INS", "ONECHILD_DEMO_PHRASE"
# What is worked out once the children are in, in this order; each is called with today and now.
AFTERWARDS: tuple[tuple[str, str], ...] = (
    ("what has not happened found", "onechild.service.journeys.silence.actions.look_after_loading"),
    ("a diary for each who holds children", "onechild.service.journeys.diary.demonstration.plan_for_demonstration"),
    (
        "contacts on the front door's board",
        "onechild.service.journeys.front_door.demonstration.fill_board",
    ),
    ("the figures of two years worked out", "onechild.service.exchange.figures.computing.compute_after_loading"),
)
log = logging.getLogger("onechild.demonstration")


def main() -> int:
    """Do each step, and say how long it took."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onechild.service.config.settings")
    django.setup()
    try:
        for words, step in _figures() if sys.argv[1:] == ["figures"] else _record():
            began = time.monotonic()
            step()
            sys.stdout.write(json.dumps({"words": words, "seconds": time.monotonic() - began}) + "\n")
            sys.stdout.flush()
    except Exception:
        log.exception("demonstration failed")
        return 1
    return 0


def _record() -> list[tuple[str, Callable[[], None]]]:
    return [
        ("Hatterton loaded into the record, and every duty worked out", _load),
        ("an account for each role", _accounts),
    ]


def _figures() -> list[tuple[str, Callable[[], None]]]:
    return [(words, _called(dotted)) for words, dotted in AFTERWARDS]


def _load() -> None:
    from django.conf import settings

    from onechild.service.config import moment
    from onechild.service.exchange.loads import ask, run_load

    asked = ask(
        source="hatterton",
        source_name="Hatterton's case system",
        files=[os.environ[EXTRACT]],
        by="demonstration",
        now=moment.now(),
        council=settings.COUNCIL_CODE,
        real=False,
        keep_files=True,
    )
    run_load(asked.pk, now=moment.now())


def _accounts() -> None:
    from onechild.service.config import moment
    from onechild.service.config.running.people import open_accounts

    sign_ins = open_accounts(today=moment.today(), now=moment.now(), phrase=os.environ[PHRASE])
    kept = Path(os.environ[SIGN_INS])
    kept.write_text(json.dumps({"phrase": os.environ[PHRASE], "accounts": sign_ins}, indent=1), encoding="utf-8")
    kept.chmod(0o600)


def _called(dotted: str) -> Callable[[], None]:
    def call() -> None:
        from django.utils.module_loading import import_string

        from onechild.service.config import moment

        import_string(dotted)(today=moment.today(), now=moment.now())

    return call


if __name__ == "__main__":
    raise SystemExit(main())
