"""Skips, loudly, a test that makes a PDF where the system has no Pango: WeasyPrint then can't be imported at all."""

from __future__ import annotations

import pytest


def needs_pango() -> None:
    """Skip the test that calls it, unless a PDF can be made here."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("Pango is missing: no PDF can be made here")
