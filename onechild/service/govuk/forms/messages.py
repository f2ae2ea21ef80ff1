"""What a form says of an answer that it can't take: GOV.UK's words in place of Django's, unless a field has its own."""

from __future__ import annotations

from django import forms

OURS: tuple[tuple[type[forms.Field], str, str], ...] = (
    (forms.CharField, "max_length", "Use %(limit_value)d characters or fewer; this has %(show_value)d"),
    (forms.CharField, "min_length", "Use %(limit_value)d characters or more; this has %(show_value)d"),
    (forms.EmailField, "invalid", "Enter an email address in the right form, like name@example.com"),
    (forms.IntegerField, "invalid", "Enter a whole number, like 12"),
    (forms.IntegerField, "min_value", "Enter %(limit_value)s or more"),
    (forms.IntegerField, "max_value", "Enter %(limit_value)s or less"),
    (forms.ChoiceField, "invalid_choice", "Choose from the list"),
    (forms.ModelChoiceField, "invalid_choice", "Choose from the list"),
    (forms.FileField, "empty", "The file is empty"),
)


def say_plainly(field: forms.Field, *, label: str) -> None:
    """This function will change the messages that are still Django's own into plain ones that name what is asked."""
    _change(field, "required", _asks_for(field, label))
    for kind, code, words in OURS:
        if isinstance(field, kind):
            _change(field, code, words)


def _asks_for(field: forms.Field, label: str) -> str:
    if label.endswith("?"):
        return f"Answer “{label}”"
    named = f"{label[:1].lower()}{label[1:]}" if not label[:2].isupper() else label
    if isinstance(field, forms.FileField):
        return f"Choose a file: {named}"
    chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.BooleanField)
    return f"{'Choose' if chosen else 'Enter'} {named}"


def _change(field: forms.Field, code: str, words: str) -> None:
    """Change one message, if the field has Django's for it (or none, where a validator would say it)."""
    djangos = next((said[code] for kind in type(field).__mro__ if code in (said := _djangos(kind))), None)
    if field.error_messages.get(code, djangos) == djangos:
        field.error_messages[code] = words


def _djangos(kind: type) -> dict[str, object]:
    """The messages that a class of Django's own gives."""
    return vars(kind).get("default_error_messages", {}) if kind.__module__.startswith("django.") else {}
