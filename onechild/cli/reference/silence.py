"""The page of the checks for what has not happened."""

from __future__ import annotations

from onechild.cli.reference.grid import grid
from onechild.knowledge.clocks.local.silences import SILENCE_STANDARDS
from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.model import PARTS, Check, Needs


def silence_page() -> str:
    """Every check: what is missing, why it matters, its source, who can mend it; and the numbers they use."""
    lines = [
        "# What has not happened",
        "",
        "Each check asks the standard tables, as at a day, for what should be there and is not. Confidence is how sure "
        "we are of the source: V read in it, V2 in another's account of it, K by practice (local standard, check). A "
        "check is asked only where the record holds what it needs.",
        "",
        *grid(
            ("Check", "Why it matters", "What to do, and who", "Source", "Confidence", "Needs"),
            (_row(check) for check in CHECKS),
        ),
        "",
        "## The council's own numbers",
        "",
        *grid(
            ("Setting", "Unit", "Default", "What it is"),
            ((one.setting, one.unit.replace("_", " "), f"{one.default:g}", one.says) for one in SILENCE_STANDARDS),
        ),
    ]
    return "\n".join(lines) + "\n"


def _row(check: Check) -> tuple[str, ...]:
    source = f"{check.source}{f' ({check.source.reference})' if check.source.reference else ''}"
    return (
        f"**{check.title}** `{check.key}`",
        check.says,
        f"{check.mend} For {PARTS[check.mended_by]}.",
        source,
        check.source.confidence.value,
        ", ".join(_need(need) for need in check.needs),
    )


def _need(need: Needs) -> str:
    if not need.column:
        return f"`{need.table}`"
    return f"`{need.table}.{need.column}`{f' {need.value}' if need.value else ''}"
