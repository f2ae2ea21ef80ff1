"""What is sent: the lines that were kept, and a mark where one was redacted, with no trace of what it said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onechild.service.journeys.information_rights.assembling import Line
from onechild.service.journeys.information_rights.models import REDACT, Decision, SubjectAccess

REDACTED = "[left out]"


@dataclass(frozen=True)
class Sorted:
    """The record as it would be sent, and the lines that somebody must still decide on."""

    sent: tuple[Line, ...]
    undecided: tuple[Line, ...]
    redacted: int


def decisions(request: SubjectAccess) -> dict[str, Decision]:
    """This function will return the decision that holds for each line that has one."""
    return {one.line: one for one in Decision.objects.filter(request=request).order_by("pk")}


def sort(lines: Iterable[Line], decided: dict[str, Decision]) -> Sorted:
    """This function will return the lines as sent: a marked line that nobody decided on is not sent at all."""
    sent, undecided, redacted = [], [], 0
    for line in lines:
        decision = decided.get(line.key)
        if decision is not None and decision.decided == REDACT:
            redacted += 1
            sent.append(replace(line, value=f"{REDACTED} {decision.reason}".strip(), key="", marked=""))
        elif decision is not None or not line.marked:
            sent.append(replace(line, key="", marked=""))
        else:
            undecided.append(line)
    return Sorted(tuple(sent), tuple(undecided), redacted)
