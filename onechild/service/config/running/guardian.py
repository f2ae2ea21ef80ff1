"""Waits beside the launcher and, should the launcher be killed without warning, stops all that it had started.

It reads the launcher's pipe. However the launcher ends the pipe closes, so nothing is left running; nothing else of
OneChild is imported before that, which keeps the guardian small.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

PATIENCE = 8.0
STARTED, ENDED, SERVER, DONE = "started", "ended", "server", "done"


def main() -> None:
    """Keep the list of what runs until the pipe closes; unless the launcher said that it is done, stop it all."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # a Ctrl-C is the launcher's to deal with
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    groups: set[int] = set()
    servers: list[Path] = []
    for line in sys.stdin:
        word, _, what = line.strip().partition(" ")
        if word == DONE:
            return
        if word == SERVER:
            servers.append(Path(what))
        elif word == STARTED:
            groups.add(int(what))
        elif word == ENDED:
            groups.discard(int(what))
    stop_groups(groups)
    for folder in servers:
        from onechild.knowledge.engines import own_postgres

        own_postgres.stop(folder)


def stop_groups(groups: Iterable[int], *, patience: float = PATIENCE) -> None:
    """This function will ask each process group to end, and kill those that have not after `patience` seconds."""
    left = set(groups)
    for sent in (signal.SIGTERM, signal.SIGKILL):
        for group in left:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, sent)
        until = time.monotonic() + patience
        while left and time.monotonic() < until:
            left = {group for group in left if _is_there(group)}
            time.sleep(0.05)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":
    main()
