"""The job process: takes jobs from PostgreSQL one after another, and hands back those that a killed process left.

Run as `python -m onechild.service.config.running.worker`.
"""

from __future__ import annotations

import asyncio
import logging
import os

import django

AT_ONCE = 2  # a load may take minutes; the access log is sealed beside it
log = logging.getLogger("onechild.worker")


def main() -> int:
    """Work until told to stop by SIGTERM or Ctrl-C; what is under way may end first, for ten seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onechild.service.config.settings")
    django.setup()
    log.info("job process started")
    try:
        asyncio.run(_work())
    except Exception:
        log.exception("job process failed")  # a traceback of Python's own would show values
        return 1
    log.info("job process ended")
    return 0


async def _work() -> None:
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as working:
        async with working.open_async():
            await working.run_worker_async(concurrency=AT_ONCE, shutdown_graceful_timeout=10)


if __name__ == "__main__":
    raise SystemExit(main())
