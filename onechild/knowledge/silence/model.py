"""The shape of a check: what has not happened, why that matters, where it is written, and who can mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onechild.knowledge.clocks.model import Confidence

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from onechild.knowledge.silence.reading import Reading

# The part in a child's case whose holder can mend it.
Part = Literal["lead", "manager", "reviewing_officer", "chair", "adviser", "front_door", "legal", "service"]

PARTS: Mapping[Part, str] = {
    "lead": "the lead worker",
    "manager": "the team manager",
    "reviewing_officer": "the independent reviewing officer",
    "chair": "the conference chair",
    "adviser": "the personal adviser",
    "front_door": "the front-door manager",
    "legal": "the legal adviser",
    "service": "the leaving care service",
}

Standing = Literal["law", "guidance", "inspection", "local"]

STANDINGS: Mapping[Standing, str] = {
    "law": "law",
    "guidance": "guidance",
    "inspection": "found wanting by inspectors",
    "local": "local standard",
}


@dataclass(frozen=True)
class Source:
    """Where it is written, how binding that is, and how sure we are (K: local standard, check)."""

    title: str
    standing: Standing
    confidence: Confidence
    reference: str = ""

    def __str__(self) -> str:
        unsure = self.confidence is Confidence.K
        if unsure and self.standing == "local":
            return f"{self.title} (local standard, check)"
        return f"{self.title} ({STANDINGS[self.standing]}){'. Local standard, check' if unsure else ''}"


@dataclass(frozen=True)
class Needs:
    """A table without a row of which nothing can be said, or without one whose column says anything, or this value."""

    table: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class Check:
    """One silence that can be looked for.

    `query` gives the columns `COLUMNS`. `says` is why it matters, `mend` what to do; `since` goes before the day that
    `since_on` is, and `detail_of` is the code list that the detail is of, where it has one.
    """

    key: str
    title: str
    says: str
    source: Source
    mended_by: Part
    mend: str
    since: str
    query: Callable[[Reading], ir.Table]
    needs: tuple[Needs, ...] = ()
    detail_of: str = ""
