"""A short way to write down the layout of an SSD table: its fields are those that its rows are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onechild.knowledge.formats.tabular.layout import Each, Field, Gives, Is, Part, Source, fields_of
from onechild.knowledge.formats.values import Reader


def table(
    name: str,
    *gives: Gives,
    required: str = "",
    readers: Mapping[str, Reader] | None = None,
    many: str = "",
    twice: Iterable[Field] = (),
    deployed: str = "",
    left: Mapping[str, str] | None = None,
) -> Part:
    """This function will return the layout of an SSD table.

    Its fields are those that `gives` names. `required`, `many` and `deployed` name fields, with spaces between: the
    required ones, those that hold a list, and those that only some systems have. `twice` are further readings of a
    column, and `left` says of columns that no table carries why.
    """
    twice = tuple(twice)
    known = {one.name for one in twice}
    names = [field for one in gives for source in one.columns.values() for field in fields_of(source)]
    fields = [
        Field(
            field,
            required=field in required.split(),
            reader=(readers or {}).get(field),
            many=field in many.split(),
            usual=field not in deployed.split(),
        )
        for field in dict.fromkeys(names)
        if field not in known
    ]
    left_out = [Field(field, not_carried=why, usual=False) for field, why in (left or {}).items()]
    return Part(name, (*fields, *twice, *left_out), gives)


def of(child: str, **columns: Source) -> dict[str, Source]:
    """This function will return the columns of a row of a child."""
    return {"child_id": child, **columns}


def outcomes(person: str, when: str, of_what: str, of_id: str, flags: str) -> Gives:
    """This function will say how a JSON object of flags gives outcomes."""
    columns: dict[str, Source] = {
        "child_id": person,
        "happened_on": when,
        "outcome_of": Is(of_what),
        "outcome_of_id": of_id,
        "outcome": Each(flags),
    }
    return Gives("outcomes", columns, when=(flags,))
