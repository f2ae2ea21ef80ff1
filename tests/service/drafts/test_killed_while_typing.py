"""Kill -9 of the server and its PostgreSQL, of the session and of the browser, in the middle of a form, for real.

Nothing that was typed up to five seconds before is lost; what the browser still holds is not lost either.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from onechild.knowledge.engines import own_postgres
from tests.service.template import DATABASE, ROOT, TODAY

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PHRASE, FIVE = "three tall yellow boats", 5.0
SOMEBODY = """
import django; django.setup()
from tests.service.people import a_worker_with_children, child_of, make_user
worker = a_worker_with_children()
person = make_user("social_worker", worker_id=worker)
person.set_password({phrase!r}); person.save()
print(person.email, child_of(worker).la_child_id)
"""


@dataclass
class Service:
    """A OneChild of its own: a PostgreSQL that waits for the disk, and a web server, both of which can be killed."""

    folder: Path
    port: int
    web: subprocess.Popen[bytes] | None = None
    url: str = ""
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the web answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Bring both up and wait until the web answers."""
        self.url = own_postgres.start(self.folder / "postgres", database=DATABASE).url
        command = [sys.executable, "-m", "gunicorn", "-c", "python:onechild.service.config.running.web_server"]
        self.web = subprocess.Popen(command, env=self.environment(), cwd=ROOT, start_new_session=True)
        self.running.append(self.web)
        until = time.monotonic() + 90
        while time.monotonic() < until:
            with suppress(OSError), urllib.request.urlopen(f"{self.address}/healthz", timeout=5):  # noqa: S310
                return
            time.sleep(0.2)
        raise AssertionError("the web does not answer")

    def kill(self) -> None:
        """Kill -9 of both: nobody gets to tidy up."""
        assert self.web is not None
        os.killpg(self.web.pid, signal.SIGKILL)
        self.web.wait()
        until = time.monotonic() + 30
        while (left := _processes_in(self.folder / "postgres" / "data")) and time.monotonic() < until:
            for pid in left:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)

    def environment(self) -> dict[str, str]:
        """What both are told."""
        return os.environ | {
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "onechild.service.config.settings",
            "ONECHILD_BIND": f"127.0.0.1:{self.port}",
            "ONECHILD_FILES": str(self.folder / "files"),
            "ONECHILD_SECRET_KEY": "a key of this test alone, for as long as it runs",
            "ONECHILD_HTTPS": "no",
            "ONECHILD_INVENTED": "yes",
            "ONECHILD_DEMO": "yes",
            "ONECHILD_TODAY": TODAY.isoformat(),
            "ONECHILD_WORKERS": "1",
        }

    def kept(self) -> str:
        """What the draft of the visit holds in its words."""
        with psycopg.connect(self.url) as held:
            row = held.execute("SELECT \"values\" FROM drafts WHERE kind = 'visit-new'").fetchone()
        values = json.loads(row[0]) if row and isinstance(row[0], str) else row[0] if row else {}
        return str(values.get("words", [""])[0])

    def end_sessions(self) -> None:
        """Let half an hour go by for every session."""
        with psycopg.connect(self.url) as held:
            held.execute("UPDATE access_sessions SET last_used_at = last_used_at - interval '31 minutes'")


@pytest.fixture
def service(service_template: Path) -> Iterator[Service]:
    """A copy of the little council, served."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-typing-"))
    folder.chmod(0o755)
    subprocess.run(["cp", "-a", str(service_template / "postgres"), str(folder / "postgres")], check=True)
    made = Service(folder, _free_port())
    try:
        made.start()
        yield made
    finally:
        for one in made.running:
            with suppress(ProcessLookupError):
                os.killpg(one.pid, signal.SIGKILL)
        with suppress(Exception):
            own_postgres.stop(folder / "postgres")
        shutil.rmtree(folder, ignore_errors=True)


def test_nothing_typed_is_lost_whatever_is_killed(service: Service, tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    made = subprocess.run(
        [sys.executable, "-c", SOMEBODY.format(phrase=PHRASE)],
        env=service.environment(), cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    email, child = made.stdout.split()[-2:]
    port = _free_port()
    chromium = _chromium(port, tmp_path)
    service.running.append(chromium)
    with sync_api.sync_playwright() as playwright:
        page = _connected(playwright, port).new_page()
        form = f"{service.address}/children/{child}/visits/new/"
        page.goto(form)
        _sign_in(page, email)
        typist = Typist(page)

        typist.type("server", seconds=7)
        service.kill()
        typist.type("down", seconds=4)
        page.locator(".oc-saved--lost").wait_for(timeout=20_000)
        service.start()
        page.locator("[data-draft]", has_text="Draft saved at").wait_for(timeout=40_000)
        assert typist.missing(service.kept()) == []

        service.end_sessions()
        typist.type("session", seconds=2)
        page.get_by_label("Password").wait_for(timeout=20_000)
        _sign_in(page, email)
        assert typist.missing(page.locator("textarea[name=words]").input_value()) == []

        typist.type("left", seconds=1)
        page.goto(f"{service.address}/my-children/")
        page.wait_for_timeout(1000)
        assert typist.missing(service.kept()) == []
        page.goto(form)

        typist.type("browser", seconds=9)
        at = time.monotonic()
        os.killpg(chromium.pid, signal.SIGKILL)
        time.sleep(1)
        assert typist.missing(service.kept(), before=at - FIVE) == []


class Typist:
    """Types numbered words without a pause, and knows when each was typed."""

    def __init__(self, page: Any) -> None:
        self.page, self.typed = page, []

    def type(self, about: str, *, seconds: float) -> None:
        """Go on typing at the end of what is there."""
        box = self.page.locator("textarea[name=words]")
        box.focus()
        self.page.keyboard.press("Control+End")
        until = time.monotonic() + seconds
        while time.monotonic() < until and box.count():
            word = f"{about}{len(self.typed)}"
            self.page.keyboard.type(f"{word} ")
            self.typed.append((word, time.monotonic()))
            self.page.wait_for_timeout(200)

    def missing(self, words: str, *, before: float = float("inf")) -> list[str]:
        """What was typed before a moment and is not among the words."""
        there = set(words.split())
        return [word for word, at in self.typed if at <= before and word not in there]


def _sign_in(page: Any, email: str) -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.locator("textarea[name=words]").wait_for(timeout=30_000)


def _chromium(port: int, folder: Path) -> subprocess.Popen[bytes]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    return subprocess.Popen(
        [
            program, "--headless=new", "--no-sandbox", f"--remote-debugging-port={port}",
            f"--user-data-dir={folder / 'profile'}", "about:blank",
        ],
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _connected(playwright: Any, port: int) -> Any:
    until = time.monotonic() + 40
    while True:
        try:
            return playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}").contexts[0]
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def _processes_in(data: Path) -> list[int]:
    """The postmaster and what it started: each works in the folder of its data."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (folder / "cwd").readlink() == data:
                found.append(int(folder.name))
    return found


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
