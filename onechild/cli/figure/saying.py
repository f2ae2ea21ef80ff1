"""Published figures, and who changed behind them, in the words of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onechild.knowledge.measures.published.comparing import Change, Changed

MOST_NAMED = 500
FEW = 5


def words(numerator: float, denominator: float | None, value: float | None) -> str:
    """A figure in a few words: "12 of 40 (0.3)"."""
    whole = "" if denominator is None else f" of {denominator:,g}"
    return f"{numerator:,g}{whole}" + (f" ({value:.6g})" if value is not None and denominator is not None else "")


def in_words(changed: Sequence[Changed], *, names: bool) -> str:
    """How many children differ and why; with `names`, each of them by id with the changes to their rows."""
    if not changed:
        return "The same rows stand behind both."
    counts: dict[str, int] = {}
    for one in changed:
        for why in one.why:
            counts[why.value] = counts.get(why.value, 0) + 1
    lines = [f"{len(changed):,} differ: " + ", ".join(f"{why} {count:,}" for why, count in sorted(counts.items()))]
    for one in changed[: MOST_NAMED if names else 0]:
        did = "; ".join(did.value for did in one.did)
        lines.append(f"  {one.child_id or 'a row without a child'}: {did} ({', '.join(one.why)})")
        lines += [f"      {_change(change)}" for change in one.changes[:FEW]]
    return "\n".join(lines)


def _change(change: Change) -> str:
    said = f"{change.table.replace('_', ' ')}: {change.why.value}"
    said += f" of {', '.join(change.changed)}" if change.changed else ""
    said += f", change {change.change_set}" if change.change_set else ""
    facts = [change.words, change.by, f"{change.at:%-d %B %Y %H:%M}" if change.at else ""]
    told = ", ".join(fact for fact in facts if fact)
    return f"{said} ({told})" if told else said
