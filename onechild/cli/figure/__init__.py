"""`onechild figure`: publishes a figure, shows one, runs it again as it was known then, and says what changed since."""

from __future__ import annotations

from onechild.cli.figure.commands import register

__all__ = ["register"]
