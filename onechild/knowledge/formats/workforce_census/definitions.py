"""How the census's figures are defined, where each definition comes from, and how sure we are of it: in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LAYOUT = "DfE, CSWW layout 2025, as LIIA’s open pipeline transcribes it"
METHOD = "DfE, Children’s social work workforce: methodology"
OURS = "our reading, check with the guide of the year"


@dataclass(frozen=True)
class Definition:
    """What a figure or an element means: V was read, K is our own reading and needs checking."""

    what: str
    says: str
    source: str
    confidence: Literal["V", "K"]


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "Who is in it",
        "Social workers registered with Social Work England who work with children and families: everybody employed in "
        "a social worker’s role, managers and reviewing officers included. Personal advisers, family workers, adult "
        "practitioners and students are not in it.",
        METHOD,
        "V",
    ),
    Definition(
        "Agency worker",
        "Not paid directly by the council: through an agency, or self-employed. In it if in post on 30 September.",
        METHOD,
        "V",
    ),
    Definition(
        "Full-time equivalent",
        "Contracted hours out of the standard hours of the grade. Someone with two roles has two rows; their hours add "
        "up, the head counts once.",
        METHOD,
        "V",
    ),
    Definition(
        "Vacancies",
        "The full-time equivalent of posts that nobody in the council’s employment fills on 30 September, covered by "
        "agency workers or not.",
        METHOD,
        "V",
    ),
    Definition(
        "Leavers and turnover",
        "Who left the council’s employment from 1 October to 30 September, out of those in post on 30 September. A "
        "move to another of our social work posts is no leaving.",
        METHOD,
        "V",
    ),
    Definition(
        "Cases on 30 September",
        "Children whose lead worker it is on that day, counted once for each worker; restricted records are counted "
        "too. The caseload is cases for each full-time social worker who holds one.",
        f"{METHOD}; which of our roles holds a case: {OURS}",
        "V",
    ),
    Definition(
        "The day a role ended",
        "The day from which the record says that it no longer holds.",
        f"Whether DfE means the last day of work or the day after: {OURS}",
        "K",
    ),
    Definition(
        "Role level",
        "Service managers are middle managers; team and deputy managers first line managers; others who hold a case "
        "are case holders. A level written on the worker’s census page goes before.",
        f"Codes: {LAYOUT}. Which of our roles is which: {OURS}",
        "K",
    ),
    Definition(
        "Working days lost",
        "Working days of the year lost to sickness, in the council’s own employment.",
        f"{METHOD}; DfE’s year has 253 or 254 working days, ours the calendar’s",
        "V",
    ),
    Definition(
        "Contract weeks",
        "Of agency workers: weeks from the day the assignment began to 30 September.",
        OURS,
        "K",
    ),
    Definition(
        "The layout of 2026",
        "Elements and codes are those of 2025; whether DfE changed any for 2026 was not to hand.",
        LAYOUT,
        "K",
    ),
)
