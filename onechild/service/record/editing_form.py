"""A form that edits a row: it carries the version it was filled from, and lets its user settle another's save with it.

    form = DetailsForm(request.POST, row=row)
    if form.is_valid():
        try:
            children.keep_details(..., typed=form.typed, seen_version=form.seen_version)
        except Stale as stale:
            form = form.after(stale)        # shown again: nothing written, nothing lost

Its template has `{% include "record/_stale.html" %}` above the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self, cast

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import Radios
from onechild.service.record.actions.editing import Difference, Stale
from onechild.service.record.models.row import RecordRow

MINE, THEIRS = "mine", "theirs"


class EditForm(forms.Form):
    """A form of the fields of one row, each named as its column. `row` is None where there is none yet."""

    edit_version = forms.IntegerField(widget=forms.HiddenInput)
    clashes = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, row: RecordRow | None = None, theirs: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        version = {"edit_version": row.edit_version if row else 0}
        initial = {**version, **self._filled(row), **options.pop("initial", {})}
        super().__init__(*args, **{**options, "initial": initial})
        self.row, self.now, self.options = row, theirs or {}, {"row": row, **options}
        self.differences: list[Difference] = []
        for name in self._clashing():
            self.fields[_keep(name)] = self._choice(name)

    @property
    def seen_version(self) -> int:
        """The version of the row that the form was filled from."""
        return int(self.cleaned_data["edit_version"])

    @property
    def typed(self) -> dict[str, Any]:
        """The row's fields as typed; of those that clashed, the value chosen."""
        return {name: self._chosen(name) for name in self._names()}

    def after(self, stale: Stale) -> Self:
        """This function will return the form to show again: what was typed, what another changed, what to choose.

        A field that the user had left alone takes the other's value, and is told.
        """
        clashing = [difference.field for difference in stale.clashing]
        kept = {name: self.cleaned_data.get(name) for name in self._names()}
        theirs = {one.field: one.theirs for one in stale.differences if one.field not in clashing}
        initial = {**kept, **theirs, "edit_version": stale.version, "clashes": ",".join(clashing)}
        form = self.again(initial=initial, theirs={one.field: one.theirs for one in stale.clashing})
        form.differences = stale.differences
        return form

    def again(self, **options: Any) -> Self:
        """The same form anew; a subclass whose `__init__` takes more gives that here."""
        return type(self)(**{**self.options, **options})

    def own_fields(self) -> Iterator[BoundField]:
        """The fields of the row, as the form asks for them."""
        return (self[name] for name in self._names())

    def choices(self) -> Iterator[BoundField]:
        """The questions of which value to keep, one for each clash."""
        return (self[_keep(name)] for name in self._clashing())

    def words_of(self, name: str, value: Any) -> str:
        """A value of a field as a person says it."""
        field = self.fields[name]
        choices: dict[Any, Any] = dict(cast(Any, field.choices)) if isinstance(field, forms.ChoiceField) else {}
        return str(choices.get(value, value)) if value not in (None, "") else "nothing"

    def told(self) -> Iterator[tuple[str, str, str, str, Difference]]:
        """Each difference as the field's label, what it was, what it is now, what was typed, and who and when."""
        for one in self.differences:
            was, theirs, mine = (self.words_of(one.field, value) for value in (one.was, one.theirs, one.mine))
            yield str(self.fields[one.field].label), was, theirs, mine, one

    def _choice(self, name: str) -> forms.ChoiceField:
        label = str(self.fields[name].label)
        question = label.endswith("?")
        theirs = self.words_of(name, self.now.get(name, getattr(self.row, name, None)))
        return forms.ChoiceField(
            label=f"{label} Which shall be kept?" if question else f"{label}: which shall be kept?",
            choices=[(THEIRS, f"What is there now: {theirs}"), (MINE, "What I typed, below")],
            widget=Radios,
            error_messages={
                "required": f"{label} Choose which to keep"
                if question
                else f"Choose which {label[:1].lower()}{label[1:]} to keep"
            },
        )

    def _chosen(self, name: str) -> Any:
        if self.cleaned_data.get(_keep(name)) == THEIRS:
            return getattr(self.row, name)
        return self.cleaned_data[name]

    def _names(self) -> list[str]:
        return [name for name in self.base_fields if name not in ("edit_version", "clashes")]

    def _clashing(self) -> list[str]:
        raw = self.data.get("clashes") if self.is_bound else self.initial.get("clashes")
        return [name for name in str(raw or "").split(",") if name in self._names()]

    def _filled(self, row: RecordRow | None) -> dict[str, Any]:
        return {name: getattr(row, name) for name in self._names() if hasattr(row, name)} if row else {}


def _keep(name: str) -> str:
    return f"keep_{name}"
