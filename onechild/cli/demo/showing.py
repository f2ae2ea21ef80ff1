"""One run of a demonstration, from nothing or from what an earlier run left, until somebody stops it.

What can go on side by side does: PostgreSQL starts and makes its tables while Hatterton is invented, and the reports
are written while it is loaded.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from onechild.cli.demo.marker import Marker, begin, read_marker
from onechild.errors import CannotProceed
from onechild.knowledge.invented.inventing import DEFAULT_SEED, about, is_written
from onechild.knowledge.tables.extract import Extract, read_extract
from onechild.service.config.running import launcher
from onechild.service.config.running.launcher import Place, Steps
from onechild.service.config.running.processes import Child, Processes, processes

SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
FILLING = "onechild.service.config.running.demonstration"


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    """Where one demonstration lies and what is in it. `reports` is None where only the service is wanted."""

    data: Path
    hatterton: Path
    reports: Path | None
    port: int
    database_port: int
    scale: float
    until: date | None
    today: date
    fresh: bool

    @property
    def place(self) -> Place:
        """Where its service runs: this machine only."""
        return Place(self.data, port=self.port, database_port=self.database_port)


def show(demo: Demonstration) -> None:
    """Bring it up, say where it is and who can sign in, and wait; Ctrl-C or SIGTERM stops all of it."""
    steps = Steps(say=_say)
    up = False
    try:
        with launcher.claimed(demo.place), processes() as held:
            env, marker = _prepare(demo, held, steps)
            with steps.step("web and job process started"):
                launcher.serve(held, demo.place, env=env, logs=demo.place.logs)
            steps.ready()
            _say(_welcome(demo))
            up = True
            _figures(demo, held, env, marker, steps)
            held.watch()
    except KeyboardInterrupt:
        _say("\nStopped: nothing is left running." + ("" if up else " The next start goes on from where this one was."))


def _prepare(demo: Demonstration, held: Processes, steps: Steps) -> tuple[dict[str, str], Marker]:
    """Everything up to a record with Hatterton in it; the environment of the service comes back, and what is done."""
    marker = read_marker(demo.place)
    until = demo.until or (None if demo.fresh else marker.until) or demo.today
    note = about(until=until, seed=DEFAULT_SEED, scale=demo.scale).note
    marker = replace(marker, tables={"": "asked to begin afresh"}) if demo.fresh else marker
    marker = begin(marker, demo.place, note=note, until=until, phrase=marker.phrase or _phrase(), say=_say)
    inventing = None if is_written(demo.hatterton, until=until, scale=demo.scale) else _invent(demo, held, until)
    with steps.step("PostgreSQL started"):
        url = held.postgres(demo.place.postgres_folder, port=demo.database_port, database=launcher.DATABASE)
    env = launcher.environment(demo.place, url=url, more=_settings(demo, until, marker.phrase))
    with steps.step("tables made, or up to date"):
        held.finish(launcher.migrate(held, env=env, says=demo.place.logs / "tables.log"))
    if inventing:
        held.finish(inventing)
        steps.took("Hatterton invented, meanwhile", inventing.seconds())
    extract = read_extract(demo.hatterton, trusting=True)
    filling = None if marker.filled == extract.fingerprint else _fill("record", demo, held, env)
    marker = _reports(demo, marker, extract, steps)
    if filling:
        _filled(filling, held, steps)
        marker = replace(marker, filled=extract.fingerprint).save()
    return env, marker


def _figures(demo: Demonstration, held: Processes, env: dict[str, str], marker: Marker, steps: Steps) -> None:
    """Figures are worked out while people sign in: their pages say so until they are there.

    Where that fails, those who are signed in go on: it is no reason to stop a service that answers.
    """
    if marker.figures == marker.filled:
        return
    _say("The figures of the Performance pages are being worked out meanwhile.")
    try:
        _filled(_fill("figures", demo, held, env), held, steps)
    except CannotProceed as fault:
        _say(f"They are not there yet: {fault}. The timetable tries again at night, and so does the next start.")
        return
    replace(marker, figures=marker.filled).save()
    _say("Everything is there.")


def _invent(demo: Demonstration, held: Processes, until: date) -> Child:
    _say("Inventing Hatterton, a town with 62,280 children, from 2016 on. Nobody in it is real.")
    options = ("--out", str(demo.hatterton), "--until", until.isoformat(), "--scale", str(demo.scale))
    return held.start("inventing Hatterton", [sys.executable, "-m", "onechild", "invent", *options], env=os.environ)


def _fill(what: str, demo: Demonstration, held: Processes, env: dict[str, str]) -> Child:
    says = demo.place.logs / f"{what}.log"
    return held.start(f"filling in the {what}", [sys.executable, "-m", FILLING, what], env=env, says=says)


def _filled(filling: Child, held: Processes, steps: Steps) -> None:
    held.finish(filling)
    for line in (filling.says or Path()).read_text(encoding="utf-8").splitlines():
        if "words" in (told := json.loads(line)):  # the others are lines of the log
            steps.took(told["words"], told["seconds"])


def _reports(demo: Demonstration, marker: Marker, extract: Extract, steps: Steps) -> Marker:
    if demo.reports is None:
        return marker
    from onechild.cli.demo import reports

    if marker.reports == extract.fingerprint and (demo.reports / reports.WORDS).exists():
        reports.show_reports(extract, folder=demo.reports, say=_say)
        return marker
    with steps.step("reports written, and samples read"):
        reports.write_reports(extract, folder=demo.reports, say=_say)
    return replace(marker, reports=extract.fingerprint).save()


def _settings(demo: Demonstration, until: date, phrase: str) -> dict[str, str]:
    """A demonstration serves this machine only, over HTTP, and stands still on the day up to which it was invented."""
    return {
        "ONECHILD_COUNCIL": "999",
        "ONECHILD_COUNCIL_NAME": "Hatterton",
        "ONECHILD_INVENTED": "yes",
        "ONECHILD_DEMO": "yes",
        "ONECHILD_TODAY": until.isoformat(),
        "ONECHILD_HTTPS": "no",
        "ONECHILD_HOSTS": "localhost,127.0.0.1,[::1]",
        "ONECHILD_DEMO_EXTRACT": str(demo.hatterton),
        "ONECHILD_DEMO_SIGN_INS": str(demo.data / "sign-ins.json"),
        "ONECHILD_DEMO_PHRASE": phrase,
    }


def _welcome(demo: Demonstration) -> str:
    kept = json.loads((demo.data / "sign-ins.json").read_text(encoding="utf-8"))
    rows = [f"  {one['email']:<58}{one['of']}{one['team'] and ', ' + one['team']}" for one in kept["accounts"]]
    return "\n".join(
        [
            "",
            f"OneChild answers at {demo.place.address}",
            "",
            "Sign in as anyone below. The password of all of them, made for this folder alone, is",
            "",
            f"  {kept['phrase']}",
            "",
            *rows,
            "",
            "Hatterton is invented: nobody in it is real. It answers on this machine only. Ctrl-C stops it.",
        ]
    )


def _phrase() -> str:
    """Four made-up words: some 47 bits, enough for what answers on one machine and locks out who guesses."""
    return "-".join("".join(secrets.choice(SYLLABLES) for _ in range(2)) for _ in range(4))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
