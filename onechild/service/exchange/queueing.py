"""Hands a job to the job process, in the transaction of whoever asks: no job without what it is about."""

from __future__ import annotations

from typing import Any

from procrastinate.contrib.django import app


def queue(name: str, **given: Any) -> None:
    """Ask for a job of config/jobs.py by its name, with what it is to be called with."""
    app.configure_task(name, allow_unknown=True).defer(**given)
