"""The parts of an assessment as forms: each saves its own fields, so that two people can write two parts at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, Radios
from onechild.service.record.actions.editing import Stale
from onechild.service.record.editing_form import EditForm

LONGEST = 12000
NO_FACTORS, NO_FURTHER_ACTION = "21", "no_further_action"
# What an assessment can end in, in the order of how much help follows; the rest of the list is for other decisions.
OUTCOMES = (
    "no_further_action",
    "advice",
    "early_help",
    "other_agency",
    "short_breaks",
    "child_in_need_plan",
    "specialist_assessment",
    "private_fostering",
    "strategy_discussion",
    "child_protection_plan",
    "looked_after_request",
    "legal_action",
    "other",
)


def _text(label: str, hint: str = "", *, rows: int = 6, required: bool = False) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": str(rows)})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=LONGEST, widget=box)


class PartForm(EditForm):
    """One part. `siblings` are work ids and names of brothers and sisters assessed with the child.

    `shared` names the fields that may be kept for them as well, where they are about the whole family.
    """

    shared: tuple[str, ...] = ()

    def __init__(self, *args: Any, siblings: Sequence[tuple[str, str]] = (), today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"siblings": siblings, "today": today}
        if self.shared and siblings:
            self.fields["also"] = forms.MultipleChoiceField(
                label="Keep this for these brothers and sisters too?",
                choices=list(siblings),
                required=False,
                widget=Checkboxes,
                help_text="Only where nothing else is written there yet.",
            )
        self._prepare(today)

    @property
    def also(self) -> BoundField | None:
        """The question for whom else the part is kept."""
        return self["also"] if "also" in self.fields else None

    def after(self, stale: Stale) -> Self:
        """The form to show again, with what another changed and for whom else it was to be kept."""
        form = super().after(stale)
        if "also" in form.fields:
            form.initial["also"] = self.cleaned_data.get("also")
        return form

    def words_of(self, name: str, value: Any) -> str:
        """A value as a person says it; a list of codes by their words."""
        if isinstance(value, list | tuple):
            return "; ".join(super(PartForm, self).words_of(name, one) for one in value) or "nothing"
        return super().words_of(name, value)

    def _prepare(self, today: date) -> None:
        """Give a field its choices of the day; of most there is nothing to do."""


class WhyForm(PartForm):
    """Why it was started."""

    shared = ("why",)
    why = _text("Why is it needed, and what does it need to find out?", required=True)


class VoiceForm(PartForm):
    """What the child says, or why it could not be heard."""

    childs_voice = _text(
        "What does the child say, show and want?",
        "In the child’s own words where you have them: about home, about who they live with, about what should change. "
        "For a baby or a child who does not speak, what you saw.",
        rows=8,
    )
    voice_not_heard = _text(
        "If the child’s voice could not be heard, why not?",
        "Leave this empty where it was. An unborn child is a reason.",
        rows=3,
    )


class FamilyForm(PartForm):
    """What the family and the partners say."""

    shared = ("family_views", "partner_views")
    family_views = _text(
        "What do the parents and others of the family say?",
        "Fathers and those who live elsewhere too. Say who was not asked, and why.",
    )
    partner_views = _text(
        "What do school, health and other partners know?", "Whom you asked, what they said, and who has not answered."
    )


class NeedsForm(PartForm):
    """The three sides of a child's world."""

    shared = ("parenting", "environment")
    development = _text(
        "The child’s development", "Health, learning, feelings and behaviour, identity, looking after themselves."
    )
    parenting = _text("What the parents can do", "Care, safety, warmth, guidance, stability; what gets in the way.")
    environment = _text(
        "Family and environment", "Home, money, work, wider family, neighbours, the risks outside home."
    )


class WeighingForm(PartForm):
    """What is strong and what worries."""

    strengths = _text("What is going well, and who helps?")
    worries = _text("What are we worried about?", "What has happened, what could happen, and how likely it is to.")


class FactorsForm(PartForm):
    """The factors of the children in need census."""

    factors = forms.MultipleChoiceField(
        label="What did the assessment find?",
        required=False,
        widget=Checkboxes,
        help_text="Tick all that apply. The council reports these in the children in need census.",
    )

    def clean_factors(self) -> list[str]:
        """That nothing was found stands alone; the codes are kept in the order of the list."""
        typed = self.cleaned_data["factors"]
        if NO_FACTORS in typed and len(typed) > 1:
            raise forms.ValidationError("You ticked that no factors were identified. Then no other can be ticked.")
        return [code for code, _ in factor_choices(self.options["today"], also=typed) if code in typed]

    def _prepare(self, today: date) -> None:
        now = list(getattr(self.row, "factors", None) or ())
        self.fields["factors"].choices = factor_choices(today, also=now)  # type: ignore[attr-defined]


class AnalysisForm(PartForm):
    """What it all means."""

    analysis = _text(
        "What does it all mean for this child?",
        "Bring together the history, the child’s voice, strengths and worries. What is it like to be this child? "
        "What happens if nothing changes?",
        rows=12,
    )


class OutcomeForm(PartForm):
    """What should come of it."""

    outcome = forms.ChoiceField(label="What should happen now?", required=False, widget=Radios)
    outcome_words = _text("Why this, and not more or less?", rows=4)
    next_steps = _text("What will be done, by whom and by when?", rows=5)

    def _prepare(self, today: date) -> None:
        known = codeset("outcome")
        self.fields["outcome"].choices = [(code, known.label(code) or code) for code in OUTCOMES]  # type: ignore[attr-defined]

    def clean_outcome(self) -> str | None:
        """Nothing chosen yet is nothing, not an empty code."""
        return self.cleaned_data["outcome"] or None


class AnswerForm(PartForm):
    """What a pattern of the history means now: about the family, so that it may be kept for all who are assessed."""

    shared = ("means_now",)
    means_now = _text(
        "What does it mean now?",
        "For this child, today: what has changed since, what has not, and what you take from it.",
        required=True,
    )


def factor_choices(today: date, *, also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """This function will return the factors valid on the day, and any other that stands in the assessment already."""
    codes = codeset("assessment_factor")
    live = {one.code: one.label or one.code for one in codes.codes_on(today)}
    old: Mapping[str, str] = {code: codes.label(code) or code for code in also if code in codes and code not in live}
    return list({**live, **old}.items())
