"""Reads the committed lists: those published (codes.csv, lists.csv) and OneChild's own (own.csv, own_lists.csv)."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onechild.knowledge.codesets.model import Code, CodeSet, UnknownCodeSet

HERE = Path(__file__).parent


def codeset(key: str) -> CodeSet:
    """This function will return one code set by its key, such as `placement_type`; or raise UnknownCodeSet."""
    try:
        return all_codesets()[key]
    except KeyError:
        raise UnknownCodeSet(f'There is no code set "{key}".') from None


@cache
def all_codesets() -> Mapping[str, CodeSet]:
    """This function will return every code set by its key, the published ones first.

    Sources: DfE's and Ofsted's lists as carried in `codes.csv`, each list with its source in `lists.csv`; and the
    lists that only OneChild needs, in `own.csv` and `own_lists.csv`.
    """
    published = _codesets("codes.csv", "lists.csv")
    own = _codesets("own.csv", "own_lists.csv")
    if twice := sorted(published.keys() & own.keys()):
        raise ValueError(f"own.csv repeats the published code set {twice[0]}.")
    return MappingProxyType(published | own)


def rows_of(name: str) -> list[dict[str, str]]:
    """This function will return the rows of one committed CSV as text; none where the file is not there."""
    path = HERE / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _codesets(codes_file: str, lists_file: str) -> dict[str, CodeSet]:
    codes: dict[str, list[Code]] = {}
    for row in rows_of(codes_file):
        codes.setdefault(row["list"], []).append(_code(row))
    heads = {row["list"]: row for row in rows_of(lists_file)}
    if missing := sorted(heads.keys() ^ codes.keys()):
        raise ValueError(f"{missing[0]} is not in both {codes_file} and {lists_file}.")
    return {key: _codeset(key, heads[key], rows) for key, rows in codes.items()}


def _codeset(key: str, head: dict[str, str], codes: list[Code]) -> CodeSet:
    return CodeSet(
        key=key,
        title=head["title"],
        source=head["source"],
        codes=tuple(codes),
        used_in=head["used_in"] or None,
        note=head["note"] or None,
        maps_to=head.get("maps_to") or None,
    )


def _code(row: dict[str, str]) -> Code:
    return Code(
        code=row["code"],
        label=row["label"] or None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        status=row["status"] or None,
        note=row["note"] or None,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
