"""Codes put into the groups that figures are shown in."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from onechild.knowledge.codesets import codeset

GROUPS = {
    "W": "white",
    "M": "mixed",
    "A": "asian",
    "C": "asian",
    "B": "black",
    "O": "other",
    "R": "not_known",
    "N": "not_known",
}


def ethnic_group(ethnicity: ir.StringValue) -> ir.StringValue:
    """The group of each of the DfE's codes."""
    codes = dict.fromkeys(one.code for one in codeset("ethnicity").codes)
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(GROUPS[code[0]], []).append(code)
    branches = [(ethnicity.isin(found), group) for group, found in groups.items()]
    return ibis.cases(*branches, else_=ibis.null("string"))


def disabled(spells: ir.Table) -> ir.Table:
    """Those rows of disabilities that name one; the code NONE says that there is none."""
    return spells.filter(spells.disability != "NONE")
