"""Twenty people at once asking a web server for pages, and how long each waits."""

from __future__ import annotations

import http.client
import itertools
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ask:
    """One page for one person: its address and the session cookie."""

    path: str
    cookie: str


def waits(host: str, port: int, asks: Sequence[Ask], *, people: int, requests: int) -> list[float]:
    """This function will return the seconds that each of the requests took, all people asking at once.

    Pages are asked for in turn. Raises RuntimeError where a page answers anything but 200.
    """
    turn = itertools.cycle(asks)
    todo = iter([next(turn) for _number in range(requests)])
    taken: list[float] = []
    faults: list[str] = []
    lock = threading.Lock()

    def person() -> None:
        while not faults:
            with lock:
                ask = next(todo, None)
            if ask is None:
                return
            started = time.perf_counter()
            status = _get(host, port, ask)
            spent = time.perf_counter() - started
            with lock:
                taken.append(spent)
                if status != 200:
                    faults.append(f"{ask.path} answered {status}")

    crowd = [threading.Thread(target=person) for _number in range(people)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    if faults:
        raise RuntimeError(faults[0])
    return taken


def percentile(seconds: Iterable[float], share: float) -> float:
    """This function will return the wait that `share` of the requests stayed within."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _get(host: str, port: int, ask: Ask) -> int:
    connection = http.client.HTTPConnection(host, port, timeout=60)
    try:
        connection.request("GET", ask.path, headers={"Cookie": ask.cookie, "Host": f"{host}:{port}"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
