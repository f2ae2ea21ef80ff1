"""The form that asks for a value, or a whole row, in the contract's own terms: codes from their list, days as days."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind, Table
from onechild.service.exchange.mending.finding import model_of
from onechild.service.govuk.forms import DayField
from onechild.service.govuk.forms.reading_days import read_day
from onechild.service.record.models import Child, QuarantineRow

NOT_ASKED = frozenset({"source", "source_row", "recorded_on", "end_recorded_on", "restricted"})
YES_NO = (("", ""), ("yes", "Yes"), ("no", "No"))
AS = "as_column"


def row_as_it_stood(aside: QuarantineRow) -> list[tuple[str, str]]:
    """This function will return the cells of a row that was put aside whole, each with its heading where it has one."""
    cells = json.loads(aside.row_values) if aside.row_values else {}
    if isinstance(cells, list):
        return [(str(number), str(cell)) for number, cell in enumerate(cells, 1) if cell is not None]
    return [(str(name), str(cell)) for name, cell in cells.items() if cell is not None]


def mendable(aside: QuarantineRow) -> bool:
    """This function will say whether it can be mended here: its table is known, and it is no clash of two sources."""
    return model_of(aside.table_name) is not None and "has a row of this key" not in aside.reason


class ValueForm(forms.Form):
    """One value of a row. Where the source's column is none of the contract's own, which of the table's it is."""

    def __init__(self, *args: Any, aside: QuarantineRow, **more: Any) -> None:
        super().__init__(*args, **more)
        table = TABLES[str(aside.table_name)]
        asked = [column for column in table.columns if _asked(column, table) and column.name != "child_id"]
        known = [column for column in asked if column.name == _column_of(aside, table)]
        if not known:
            chosen = str(self.data.get(AS) or more.get("initial", {}).get(AS, ""))
            self.fields[AS] = forms.ChoiceField(
                label="Which of OneChild’s columns is it?",
                choices=[("", ""), *((column.name, words(column)) for column in asked)],
                error_messages={"required": "Choose the column"},
            )
            known = [column for column in asked if column.name == chosen]
        for column in known:
            self.fields[column.name] = field_for(column, required=True)

    def given(self) -> dict[str, Any]:
        """This function will return the value by its column; empty until the column is chosen."""
        return {name: value for name, value in self.cleaned_data.items() if name != AS}


class RowForm(forms.Form):
    """A whole row, field by field, filled with what of it can be taken as it stood."""

    def __init__(self, *args: Any, aside: QuarantineRow, **more: Any) -> None:
        table = TABLES[str(aside.table_name)]
        columns = [column for column in table.columns if _asked(column, table)]
        stood = dict(row_as_it_stood(aside))
        initial = {column.name: _initial(column, stood.get(column.name)) for column in columns}
        super().__init__(*args, **more | {"initial": initial})
        for column in columns:
            self.fields[column.name] = field_for(column, required=column.required)

    def given(self) -> dict[str, Any]:
        """This function will return the values by column."""
        return dict(self.cleaned_data)


def words(column: Column) -> str:
    """This function will return a column's name in words."""
    return column.name.removesuffix("_id").replace("_", " ").capitalize()


def field_for(column: Column, *, required: bool) -> forms.Field:
    """This function will return the field that takes what the column may hold, and nothing else."""
    about: dict[str, Any] = {"label": words(column), "help_text": column.says, "required": required}
    if column.name == "child_id":
        return ChildField(**about | {"label": "The child’s id"})
    if column.codes:
        codes = [(code.code, f"{code.label} ({code.code})") for code in codeset(column.codes).codes]
        return forms.TypedChoiceField(choices=[("", ""), *dict(codes).items()], empty_value=None, **about)
    if column.refers:
        return RowField(refers=column.refers, **about)
    match column.kind:
        case Kind.DATE:
            return DayField(called=words(column).lower(), **about)
        case Kind.YES_NO:
            return forms.TypedChoiceField(choices=YES_NO, coerce=_is_yes, empty_value=None, **about)
        case Kind.INTEGER:
            return forms.IntegerField(**about)
        case Kind.NUMBER:
            return forms.FloatField(**about)
        case _:
            return forms.CharField(max_length=2000, empty_value=None, **about)


class ChildField(forms.CharField):
    """A child of the record, by the public id or the record's own key, as far as the viewer may open them."""

    def clean(self, value: Any) -> Any:
        """This function will return the child's key, or say that there is none."""
        said = (super().clean(value) or "").strip()
        child = Child.objects.filter(la_child_id=said).first() or Child.objects.filter(pk=said).first()
        if child is None:
            raise forms.ValidationError("There is no child with this id whom you may open")
        return child.pk


class RowField(forms.CharField):
    """The key of a row of another table, which must be there."""

    def __init__(self, *, refers: str, **more: Any) -> None:
        super().__init__(max_length=200, empty_value=None, **more)
        self.refers = refers

    def clean(self, value: Any) -> Any:
        """This function will return the key, or say that nothing has it."""
        said = super().clean(value)
        model = model_of(self.refers)
        if said and model is not None and not model.objects.filter(pk=said).exists():
            raise forms.ValidationError(f"There is no row of {self.refers.replace('_', ' ')} with this key")
        return said


def _is_yes(said: str) -> bool:
    return said == "yes"


def _asked(column: Column, table: Table) -> bool:
    return column.name != table.key and column.name not in NOT_ASKED and column.kind is not Kind.INSTANT


def _column_of(aside: QuarantineRow, table: Table) -> str:
    return aside.column_name if aside.column_name in table.names else ""


def _initial(column: Column, stood: str | None) -> Any:
    if stood is None:
        return None
    if column.kind is Kind.YES_NO:
        return {"true": "yes", "false": "no", "True": "yes", "False": "no"}.get(stood)
    if column.kind is Kind.DATE:
        read = read_day([stood, "", ""])
        return read if isinstance(read, date) else None
    return stood
