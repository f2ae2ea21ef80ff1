"""The words of a law on every page: how binding it is, how sure we are of it, where its text can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from onechild.knowledge.clocks.model import Confidence, Source, Standing

STANDINGS: Mapping[Standing, str] = {
    Standing.STATUTE: "An Act of Parliament",
    Standing.REGULATION: "Regulations",
    Standing.COURT: "A court’s order or rules",
    Standing.STATUTORY_GUIDANCE: "Statutory guidance",
    Standing.MINIMUM_STANDARD: "National minimum standards",
    Standing.PROGRAMME: "A national programme’s standard",
    Standing.DATA_STANDARD: "What the national statistics count by",
    Standing.LOCAL: "A local standard: the council’s own, or one that nobody has yet checked against the law",
}
SURE: Mapping[Confidence, str] = {
    Confidence.V: "Read in the source itself",
    Confidence.V2: "Read in another’s account of the source",
    Confidence.K: "Local standard, check: known from practice, and not yet checked against a source",
}
LAW = "https://www.legislation.gov.uk"
# Where a text can be read, by the words that name it. A statutory instrument is found by its number.
TEXTS: tuple[tuple[str, str], ...] = (
    ("Children Act 1989", f"{LAW}/ukpga/1989/41"),
    ("Children Act 2004", f"{LAW}/ukpga/2004/31"),
    ("Adoption and Children Act 2002", f"{LAW}/ukpga/2002/38"),
    ("Children and Families Act 2014", f"{LAW}/ukpga/2014/6"),
    ("Female Genital Mutilation Act 2003", f"{LAW}/ukpga/2003/31"),
    ("Freedom of Information Act 2000", f"{LAW}/ukpga/2000/36"),
    ("Data Protection Act 2018", f"{LAW}/ukpga/2018/12"),
    ("UK GDPR", f"{LAW}/eur/2016/679"),
    ("Working Together", "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2"),
    (
        "Promoting the health",
        "https://www.gov.uk/government/publications/promoting-the-health-and-wellbeing-of-looked-after-children--2",
    ),
)
INSTRUMENT = re.compile(r"\bSI (?P<year>\d{4})/(?P<number>\d+)\b")


def text_of(source: Source) -> str:
    """This function will return the address at which a source can be read; nothing where none is known."""
    if found := INSTRUMENT.search(source.title):
        return f"{LAW}/uksi/{found['year']}/{found['number']}"
    return next((href for words, href in TEXTS if words in source.title), "")


def source_words(source: Source) -> str:
    """ "Children Act 1989, section 47": the text and where in it."""
    return ", ".join(part for part in (source.title, source.at) if part)


def month_checked(checked: str) -> str:
    """ "November 2026" for "2026-11"."""
    return f"{date.fromisoformat(f'{checked}-01'):%B %Y}"
