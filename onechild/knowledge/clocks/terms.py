"""The council's school terms, as its table tells them, for the timescales that run in school days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from onechild.knowledge.workdays.schools import SchoolTerm, SchoolTerms


def read_terms(rows: Iterable[Mapping[str, Any]]) -> SchoolTerms | None:
    """This function will return the terms in order, those that overlap as one; None where no whole term is told.

    Rows are those of the table `school_terms`, whose last column is the day after a term's last. A row without either
    day, or that ends before it starts, is left out: no day can be counted by it.
    """
    told = [(row["started_on"], row["ended_on"], row["name"]) for row in rows if row["started_on"] and row["ended_on"]]
    terms: list[SchoolTerm] = []
    for first, after, name in sorted(told, key=lambda term: (term[0], term[1])):
        last = after - timedelta(days=1)
        if last < first:
            continue
        if terms and first <= terms[-1].last:
            before = terms.pop()
            first, last, name = before.first, max(before.last, last), before.name
        terms.append(SchoolTerm(name or str(first), first, last))
    return SchoolTerms(tuple(terms)) if terms else None
