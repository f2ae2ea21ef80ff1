"""The natural key of each table: the columns that say that two rows are one real-world thing; and row keys.

The same thing gets the same key from file to file and, where its natural key is known there, from format to format.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Shape

# Where more than the child and the day is needed to tell two things apart, or other columns do it.
_NATURAL: dict[str, tuple[str, ...]] = {
    "children": ("child_id",),
    "child_names": ("child_id", "name_kind", "started_on"),
    "identifiers": ("child_id", "identifier_kind", "value"),
    "disabilities": ("child_id", "disability"),
    "family_members": ("child_id", "family_id"),
    "mothers": ("child_id", "her_child_born_on", "her_child_id"),
    "addresses": ("child_id", "address_kind", "started_on", "postcode"),
    "immigration_statuses": ("child_id", "status", "started_on"),
    "front_door_decisions": ("child_id", "contact_id", "stage"),
    "outcomes": ("child_id", "outcome_of", "outcome_of_id", "outcome"),
    "assessment_factors": ("assessment_id", "factor"),
    "conferences": ("child_id", "conference_kind", "happened_on"),
    "child_protection_categories": ("plan_id", "started_on"),
    "visits": ("child_id", "purpose", "happened_on"),
    "permanence_plans": ("child_id", "permanence", "started_on"),
    "previous_permanence": ("child_id", "permanence", "ordered_on"),
    "permanence_cases": ("child_id", "decided_on"),
    "health_checks": ("child_id", "check_kind", "happened_on"),
    "ehc_needs": ("child_id", "ehc_plan_id", "need"),
    "leaving_care_eligibility": ("child_id", "eligibility", "started_on"),
    "pathway_steps": ("child_id", "step", "happened_on"),
    "hearings": ("child_id", "proceedings_id", "happened_on"),
    "allocations": ("child_id", "role", "worker_id", "started_on"),
    "relationships": ("child_id", "relation", "related_child_id", "related_adult_id"),
    "adopters": ("adoptive_family_id", "adopter_id"),
    "teams": ("team_id",),
    "workers": ("worker_id",),
    "worker_names": ("worker_id",),
    "employments": ("worker_id", "started_on"),
    "team_memberships": ("worker_id", "team_id", "started_on"),
    "absences": ("worker_id", "started_on"),
    "settings": ("setting", "team_id", "role", "started_on"),
    "supervisions": ("worker_id", "child_id", "happened_on"),
}

# A natural key that begins with a parent's key need not say the child again.
_PARENTS = ("assessment_id", "plan_id")


def natural_columns(name: str) -> tuple[str, ...]:
    """This function will return the columns that make the natural key of a table: by default the child and the day."""
    if name in _NATURAL:
        return _NATURAL[name]
    table = TABLES[name]
    day = {Shape.SPELL: ("started_on",), Shape.EVENT: ("happened_on",), Shape.THING: ()}[table.shape]
    owner = ("child_id",) if "child_id" in table.names else ()
    return (*owner, *day) if table.shape is not Shape.THING else (table.key,)


def natural_keys(name: str, rows: pa.Table) -> pa.Array:
    """This function will return a key for each row, made of its natural key: "C1/assessments/2026-04-01".

    A second row of the same natural key ends in "/2", a third in "/3", in the order they stand; a column of the
    natural key that `rows` lacks, or that is empty, is "-".
    """
    if name == "children":
        return number_repeats(_text(rows, "child_id"))
    columns = natural_columns(name)
    owner, rest = (columns[:1], columns[1:]) if columns[0] in ("child_id", *_PARENTS) else ((), columns)
    parts = [*(_text(rows, column) for column in owner), pa.scalar(name), *(_text(rows, column) for column in rest)]
    keys = pc.binary_join_element_wise(*parts, "/", null_handling="replace", null_replacement="-")
    return keys if _surely_unique(rows, columns) else number_repeats(keys)


def number_repeats(keys: pa.Array) -> pa.Array:
    """This function will return the keys with "/2", "/3" … after the second and later of the same text."""
    coded = keys.dictionary_encode()
    if len(coded.dictionary) + keys.null_count == len(keys):
        return keys
    counts = pc.value_counts(coded.indices)
    often = counts.field("values").filter(pc.greater(counts.field("counts"), 1)).drop_null()
    mask = pc.fill_null(pc.is_in(coded.indices, value_set=often), False)
    seen: dict[str, int] = {}
    numbered, fresh = [], []
    for key in keys.filter(mask).to_pylist():
        seen[key] = seen.get(key, 0) + 1
        numbered.append(key if seen[key] == 1 else f"{key}/{seen[key]}")
        fresh += numbered[-1:] if seen[key] > 1 else []
    result = pc.replace_with_mask(keys, mask, pa.array(numbered, pa.string()))
    taken = pc.is_in(pa.array(fresh, pa.string()), value_set=coded.dictionary)
    return number_repeats(result) if pc.any(taken).as_py() else result


def _surely_unique(rows: pa.Table, columns: tuple[str, ...]) -> bool:
    """Whether no two rows share their natural key, told from numbers: far quicker than from long texts."""
    joined, size = np.zeros(rows.num_rows, dtype=np.int64), 1
    for column in columns:
        if column not in rows.column_names:
            continue
        values = rows.column(column)
        values = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
        coded = pc.dictionary_encode(values, null_encoding="encode")
        size *= len(coded.dictionary)
        if size >= 2**62 or isinstance(coded, pa.ChunkedArray):
            return False
        codes = np.frombuffer(coded.indices.buffers()[1], dtype=np.int32, count=len(coded), offset=4 * coded.offset)
        joined = joined * len(coded.dictionary) + codes
    joined.sort()
    return not (joined[1:] == joined[:-1]).any()


def _text(rows: pa.Table, column: str) -> pa.Array:
    if column not in rows.column_names:
        return pa.nulls(rows.num_rows, pa.string())
    values = rows.column(column)
    values = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return values if pa.types.is_string(values.type) else values.cast(pa.string())
