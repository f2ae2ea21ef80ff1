"""The kinds of column that the record's tables are made of: keys, codes of a published list, references."""

from __future__ import annotations

from typing import Any

from django.db import models

from onechild.knowledge.codesets import codeset


class KeyField(models.TextField):  # type: ignore[type-arg]
    """The text key of a row, as the contract has it.

    The type is written out in full, so that Django adds no second index for LIKE: the database compares byte by byte.
    """

    def db_type(self, connection: Any) -> str:
        """The column's type in PostgreSQL."""
        return "pg_catalog.text"


class CodeField(models.TextField):  # type: ignore[type-arg]
    """A code of the code set `codes`, kept as the code; `label` says what it means."""

    def __init__(self, codes: str = "", *args: Any, **options: Any) -> None:
        self.codes = codes
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """What a migration needs to make the field again."""
        name, path, args, options = super().deconstruct()
        return name, path, [self.codes, *args], options

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Give the model `<name>_words`: the code in words, the code itself where the list has no such code."""
        super().contribute_to_class(cls, name, private_only)
        codes = self.codes

        def words(row: models.Model) -> str:
            return code_in_words(codes, getattr(row, name))

        setattr(cls, f"{name}_words", property(words))


class NewKey(models.Func):
    """The key of a row that OneChild itself makes; no source's key can be the same."""

    function = "record_new_key"
    output_field = KeyField()


class NewChildId(models.Func):
    """A child's public id, where the source's own will not do: OC and a number, never used again."""

    function = "record_new_child_id"
    output_field = models.TextField()


def code_in_words(codes: str, code: str | None) -> str:
    """This function will return what a code means; the code itself where unknown, nothing where there is none."""
    if not code:
        return ""
    known = codeset(codes)
    return (known.label(code) if code in known else None) or code


def reference(model: str, *, required: bool = False) -> models.ForeignKey[Any, Any]:
    """This function will return a reference to a row that a source may name without sending it.

    So the database does not enforce it: a load reports what refers to nothing as a finding.
    """
    return models.ForeignKey(
        f"record.{model}",
        on_delete=models.DO_NOTHING,
        null=not required,
        blank=not required,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
