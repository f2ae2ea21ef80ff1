"""The form that marks a happening as significant."""

from __future__ import annotations

from django import forms


class MarkForm(forms.Form):
    """Why it is significant."""

    words = forms.CharField(
        label="Why is it significant?",
        max_length=500,
        error_messages={"required": "Say why it is significant"},
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text="What it changed, or what it tells of the child’s life. It stands beside it in the chronology.",
    )
