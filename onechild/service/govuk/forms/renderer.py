"""The form renderer: GOV.UK's markup, classes and descriptions around Django's fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import DjangoTemplates as Backend
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from onechild.service.govuk.forms.days import DayInput
from onechild.service.govuk.forms.errors import boxes_of
from onechild.service.govuk.forms.messages import say_plainly

OURS = Path(__file__).resolve().parent.parent / "form_templates"
DJANGOS = Path(forms.__file__).resolve().parent / "templates"
CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),  # before the radios, of which Django makes it a kind
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.widgets.Input, "govuk-input"),
)


class GovukBoundField(BoundField):
    """A field on its form, whose widget has GOV.UK's classes and is described by its hint and its error."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        say_plainly(field, label=str(self.label))

    def build_widget_attrs(self, attrs: Any, widget: forms.Widget | None = None) -> Any:
        """Django's attributes with our classes.

        The server says what is missing or too long, in words: the browser's `required` goes, and its silent cutting.
        """
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        built["maxlength"] = False
        if not widget.is_hidden and (base := _class_of(widget)):
            own = widget.attrs.get("class", "")
            wrong = f"{base}--error" if self.errors and "__" not in base else ""
            counted = "govuk-js-character-count" if self.limit else ""
            built["class"] = " ".join(part for part in (base, wrong, counted, own) if part)
        if isinstance(widget, forms.Textarea):
            built |= {"cols": False} | ({"rows": "5"} if widget.attrs.get("rows") == "10" else {})
        return built

    def as_widget(
        self, widget: forms.Widget | None = None, attrs: Any = None, only_initial: bool = False
    ) -> SafeString:
        """The markup of the widget; a day is told which of its boxes are wrong."""
        asked = widget or self.field.widget
        if isinstance(asked, DayInput):
            asked.wrong = boxes_of(self)
        return super().as_widget(widget, attrs, only_initial)

    @property
    def kind(self) -> str:
        """How the field is laid out: one checkbox has its label after it, the rest before."""
        return "checkbox" if type(self.field.widget) is forms.CheckboxInput else "usual"

    @property
    def limit(self) -> int | None:
        """How many characters fit, for a long answer, which is counted and never cut."""
        if not isinstance(self.field.widget, forms.Textarea):
            return None
        return getattr(self.field, "max_length", None)


class GovukRenderer(DjangoTemplates):
    """Named in settings as FORM_RENDERER: `{{ form }}` and `{{ form.field.as_field_group }}` are then GOV.UK's."""

    form_template_name = "onechild/forms/form.html"
    formset_template_name = "onechild/forms/formset.html"
    field_template_name = "onechild/forms/field.html"
    bound_field_class = GovukBoundField

    @cached_property
    def engine(self) -> Backend:
        """Our widgets first, then Django's, then what any app has."""
        return Backend({"APP_DIRS": True, "DIRS": [OURS, DJANGOS], "NAME": "govukforms", "OPTIONS": {}})


def _class_of(widget: forms.Widget) -> str:
    return next((words for kind, words in CLASSES if isinstance(widget, kind)), "")
