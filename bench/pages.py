"""How long pages take for twenty people at once, beside a bare page in the same run; and with ten times the data."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.crowd import Ask, percentile, waits

PEOPLE, REQUESTS, ROUNDS = 20, 200, 3
HOST = "127.0.0.1"
PORT = 8741
LONGEST_START = 3600
SETTINGS = {"ONECHILD_BENCH": "yes", "ONECHILD_RATE_FACTOR": "1000"}
# Whose page it is: My day a social worker's, the team its manager's, figures an analyst's.
PAGES = {"My day": "social_worker", "Team": "team_manager", "Child": "social_worker", "Search": "social_worker",
         "Caseload": "performance_analyst", "Scorecard": "performance_analyst"}  # fmt: skip


def run(out: Path, *, scales: tuple[float, ...] = (1, 10)) -> dict[str, object]:
    """This function will return, for each scale, the p95 of each page in milliseconds and its ratio to the bare page.

    `growth` is each page's p95 at the last scale over that at the first, both as ratios to their own bare page.
    """
    found = {f"x{scale:g}": _measured(out / f"service-x{scale:g}", scale) for scale in scales}
    first, last = (found[f"x{scale:g}"] for scale in (scales[0], scales[-1]))
    growth = {page: round(last["p95_ms"][page] / first["p95_ms"][page], 2) for page in PAGES}
    return found | {"growth": growth}


def _measured(data: Path, scale: float) -> dict[str, dict[str, float]]:
    with _served(data, scale):
        accounts = _accounts(data)
        cookies = {role: _signed_in(accounts["accounts"][role], accounts["phrase"]) for role in set(PAGES.values())}
        pages = {page: Ask(path, cookies[PAGES[page]]) for page, path in _paths(cookies).items()}
        bare = Ask("/bare/", cookies["social_worker"])
        rounds = [_round(bare, pages) for _number in range(ROUNDS + 1)][1:]
    p95 = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    ratios = {name: round(statistics.median(one[name] / one["bare"] for one in rounds), 2) for name in pages}
    return {"p95_ms": {name: round(1000 * seconds, 1) for name, seconds in p95.items()}, "ratio_to_bare": ratios}


def _round(bare: Ask, pages: dict[str, Ask]) -> dict[str, float]:
    """The p95 of each page, and of the bare page asked for before and after all of them."""
    before = waits(HOST, PORT, [bare], people=PEOPLE, requests=REQUESTS)
    asked = {
        page: percentile(waits(HOST, PORT, [ask], people=PEOPLE, requests=REQUESTS), 0.95)
        for page, ask in pages.items()
    }
    after = waits(HOST, PORT, [bare], people=PEOPLE, requests=REQUESTS)
    return {"bare": percentile([*before, *after], 0.95)} | asked


def _paths(cookies: dict[str, str]) -> dict[str, str]:
    """The pages of one social worker's own child, her team, and a search for the child's name."""
    mine = _page("/my-children/", cookies["social_worker"])
    child = re.search(r'href="(/children/[A-Za-z0-9]+/)"', mine)
    if child is None:
        raise RuntimeError("the social worker of the demonstration holds no child")
    name = re.search(r"<h1[^>]*>([^<]+)</h1>", _page(child[1], cookies["social_worker"]))
    team = re.search(r'href="(/teams/[A-Za-z0-9:]+/)', _page("/teams/", cookies["team_manager"]))
    return {
        "My day": "/",
        "Team": f"{team[1]}?show=members" if team else "/teams/",
        "Child": child[1],
        "Search": "/search/?" + urllib.parse.urlencode({"q": (name[1] if name else "Smith").strip()}),
        "Caseload": "/performance/caseload/",
        "Scorecard": "/performance/areas/child-protection/",
    }


@contextmanager
def _served(data: Path, scale: float) -> Iterator[None]:
    """The demonstration at this scale, made the first time, served for the time of the block."""
    data.mkdir(parents=True, exist_ok=True)
    data.chmod(0o755)
    command = [sys.executable, "-m", "onechild", "demo", "--data", str(data), "--port", str(PORT), "--database-port",
               "5741", "--scale", str(scale), "--without-reports"]  # fmt: skip
    log = (data / "bench.log").open("w")
    with subprocess.Popen(command, env=os.environ | SETTINGS, stdout=log, stderr=log) as served:
        try:
            _wait(served)
            yield
        finally:
            served.send_signal(signal.SIGINT)
            served.wait(60)


def _wait(served: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        if served.poll() is not None:
            raise RuntimeError("the demonstration did not start: see bench.log in its folder")
        try:
            if _status("/readyz", "") == 200:
                return
        except OSError:
            pass
        time.sleep(1)
    raise RuntimeError("the demonstration was not ready in an hour")


def _accounts(data: Path) -> dict[str, object]:
    said = json.loads((data / "sign-ins.json").read_text())
    return {"phrase": said["phrase"], "accounts": {one["role"]: one["email"] for one in said["accounts"]}}


def _signed_in(email: str, phrase: str) -> str:
    """The session cookie of somebody who has just signed in, as a browser would."""
    first = _ask("GET", "/sign-in/", "")
    cookie = _cookies(first)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', first.read().decode())
    form = {"csrfmiddlewaretoken": token[1] if token else "", "email": email, "username": email, "password": phrase}
    answer = _ask("POST", "/sign-in/", cookie, body=urllib.parse.urlencode(form))
    if answer.status != 302:
        raise RuntimeError(f"{email} could not sign in: {answer.status}")
    return f"{cookie}; {_cookies(answer)}"


def _cookies(answer: http.client.HTTPResponse) -> str:
    return "; ".join(value.partition(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie")


def _page(path: str, cookie: str) -> str:
    return _ask("GET", path, cookie).read().decode()


def _status(path: str, cookie: str) -> int:
    return _ask("GET", path, cookie).status


def _ask(method: str, path: str, cookie: str, *, body: str | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(HOST, PORT, timeout=120)
    headers = {"Cookie": cookie, "Referer": f"http://{HOST}:{PORT}{path}"}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body=body, headers=headers)
    return connection.getresponse()


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("out", type=Path)
    asked.add_argument("--scale", type=float, action="append")
    given = asked.parse_args()
    print(json.dumps(run(given.out, scales=tuple(given.scale or (1, 10))), indent=1))
