"""How one report speaks: what it calls its two days, and whether small numbers are kept back."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.knowledge.reports.words import does, number, things


@dataclass(frozen=True)
class Saying:
    """How a report speaks: what it calls its two days, and whether small numbers are kept back for publication."""

    then: str
    now: str
    publish: bool = False

    def number(self, count: int) -> str:
        """A count in words."""
        return number(count, publish=self.publish)

    def things(self, count: int, one: str, many: str) -> str:
        """A count and its noun."""
        return things(count, one, many, publish=self.publish)

    def does(self, count: int, one: str, many: str) -> str:
        """The verb for a count."""
        return does(count, one, many, publish=self.publish)
