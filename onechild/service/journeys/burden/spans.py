"""The spans of time that a form may take, and the median that counts in spans tell: pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

# Upper ends in seconds. Each is about half as long again as the one before, so that a median is told within a fifth.
SPANS = (15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1440, 1920, 2700, 3600)
LONGEST = SPANS[-1]


def span_of(seconds: float) -> int | None:
    """This function will return the number of the span that holds a time; None beyond an hour: it was left open."""
    return next((number for number, end in enumerate(SPANS) if seconds <= end), None)


def reached(counts: Sequence[int], share: float) -> float | None:
    """This function will return the seconds within which a share (0..1) of the sendings were done; None without any.

    Within a span the times are taken as spread evenly.
    """
    total = sum(counts)
    if not total:
        return None
    wanted, passed = share * total, 0
    for number, count in enumerate(counts):
        if count and passed + count >= wanted:
            begins = SPANS[number - 1] if number else 0
            return begins + (SPANS[number] - begins) * (wanted - passed) / count
        passed += count
    return float(LONGEST)
