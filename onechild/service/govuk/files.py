"""A list as a file to take out: CSV that a spreadsheet reads and takes for words, never for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpResponse

FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_file(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """This function will return the rows as a CSV file under a head; the page that gives it writes the access log."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    written = csv.writer(response)
    written.writerow(heads)
    written.writerows([[_plain(value) for value in row] for row in rows])
    return response


def _plain(value: object) -> str:
    said = value.isoformat() if isinstance(value, date) else str(value)
    return f"'{said}" if said.startswith(FORMULAS) and not isinstance(value, int | float) else said
