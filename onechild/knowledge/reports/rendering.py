"""How a report may be given: each form by its name."""

from __future__ import annotations

from collections.abc import Callable

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.page.whole import to_html
from onechild.knowledge.reports.to_json import to_json
from onechild.knowledge.reports.to_text import to_text

RENDERERS: dict[str, Callable[[CaseloadReport], str]] = {"text": to_text, "json": to_json, "html": to_html}
