"""The forms of deciding on a contact: nothing is chosen for anybody, and a reason is always asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.front_door.deciding.actions.deciding import Verdict
from onechild.service.journeys.front_door.deciding.seen import ToSee
from onechild.service.journeys.front_door.outcomes import (
    CONCERNS,
    OUTCOMES,
    REFERRED,
    SCREENING,
    Outcome,
)
from onechild.service.journeys.front_door.team import Hand
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import Agency, SharingGround

YES_NO = (("yes", "Yes"), ("no", "No"))
HOW_TOLD = (
    ("telephone", "By telephone"),
    ("letter", "By letter"),
    ("secure", "By the partner’s secure mail"),
    ("in_person", "In person or at a meeting"),
)


def _words(label: str, *, rows: int = 4, limit: int = 4000, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=limit, widget=forms.Textarea(attrs={"rows": str(rows)}), **options)


def _outcomes(outcomes: Sequence[Outcome], label: str) -> forms.ChoiceField:
    widget = Radios(hints={one.key: one.hint for one in outcomes})
    return forms.ChoiceField(label=label, choices=[(one.key, one.words) for one in outcomes], widget=widget)


class DecideForm(forms.Form):
    """A decision for all the children of a contact, or another for some of them."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.MultipleChoiceField(
        label="What did you use to decide?",
        widget=Checkboxes,
        help_text="Tick what you read. What you leave is kept as not used.",
        error_messages={"required": "Tick what you used to decide"},
    )
    category = forms.ChoiceField(
        label="What is it mainly about?", choices=[("", "Choose"), *((key, words) for key, words in CONCERNS.items())]
    )
    reason = _words("Why?", rows=6, help_text="What you weighed, and what you decided against.")
    agrees = forms.ChoiceField(
        label="If early help: does the family agree to it?", choices=YES_NO, widget=Radios, required=False
    )
    organisation = forms.CharField(
        label="If early help: who will help the family?", required=False, max_length=200, help_text="Leave it empty "
        "if that is not known yet. With a name, early help begins today on the record."
    )  # fmt: skip
    team = forms.ChoiceField(label="If the council takes it on: which team?", required=False)
    primary_need = forms.ChoiceField(label="Its main need, for the children in need census", required=False)
    direction = _words("What should the worker do first?", rows=3, limit=1000, required=False)
    direction_due = DayField(label="By when?", called="the day by which it is done", required=False)

    def __init__(
        self,
        *args: Any,
        to_see: ToSee,
        stage: str,
        teams: Sequence[tuple[str, str]],
        without_lead: Sequence[str],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.to_see, self.without_lead = to_see, set(without_lead)
        self.outcomes = (SCREENING, *OUTCOMES) if stage == "initial" else OUTCOMES
        self.fields["outcome"] = _outcomes(self.outcomes, "What do you decide?")
        self.fields["seen"].choices = list(to_see.ticks)  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", "Choose"), *teams]  # type: ignore[attr-defined]
        needs = [(one.code, one.label or one.code) for one in codeset("primary_need").codes_on(today)]
        self.fields["primary_need"].choices = [("", "Not said yet"), *needs]  # type: ignore[attr-defined]
        self.fields["direction_due"].earliest = today  # type: ignore[attr-defined]
        self.several = len(to_see.children) > 1
        if self.several:
            for place, name in enumerate(to_see.names):
                self._ask_of(place, name)

    def apart(self) -> list[tuple[Any, Any]]:
        """The questions about each child of whom something else may be decided."""
        if not self.several:
            return []
        return [(self[f"other_{place}"], self[f"why_{place}"]) for place in range(len(self.to_see.children))]

    def is_apart(self) -> bool:
        """Whether something is typed for one of the children, so that it is shown."""
        return any(other.value() or why.value() or other.errors or why.errors for other, why in self.apart())

    def verdicts(self) -> dict[str, Verdict]:
        """What is decided for each child, by the key of the contact's child."""
        typed = self.cleaned_data
        found = {}
        for place, child in enumerate(self.to_see.children):
            other = typed.get(f"other_{place}") or ""
            reason = typed[f"why_{place}"] if other else typed["reason"]
            found[child.pk] = Verdict(outcome=other or typed["outcome"], reason=reason)
        return found

    def clean(self) -> dict[str, Any]:
        """A reason where a child's decision differs, a team where none leads, the family's agreement to help early."""
        typed = super().clean() or {}
        for place, name in enumerate(self.to_see.names if self.several else ()):
            if typed.get(f"other_{place}") and not typed.get(f"why_{place}"):
                self.add_error(f"why_{place}", f"Say why something else is decided for {name}")
        chosen = {child.pk: self._of(place, typed) for place, child in enumerate(self.to_see.children)}
        if not typed.get("team") and any(chosen[key] in REFERRED for key in self.without_lead if key in chosen):
            self.add_error("team", "Choose the team that takes the child on")
        if "early_help" in chosen.values():
            self._early_help(typed)
        if typed.get("direction_due") and not typed.get("direction"):
            self.add_error("direction", "Say what should be done by then")
        return typed

    def _early_help(self, typed: dict[str, Any]) -> None:
        if not typed.get("agrees"):
            self.add_error("agrees", "Say whether the family agrees to early help")
        elif typed["agrees"] == "no":
            self.add_error("agrees", "Early help needs the family’s agreement. Without it, decide something else")

    def _of(self, place: int, typed: dict[str, Any]) -> str:
        return typed.get(f"other_{place}") or typed.get("outcome") or ""

    def _ask_of(self, place: int, name: str) -> None:
        others = [(one.key, one.words) for one in OUTCOMES]
        self.fields[f"other_{place}"] = forms.ChoiceField(
            label=f"Something else for {name}?", choices=[("", "The same"), *others], required=False
        )
        self.fields[f"why_{place}"] = _words(f"If so, why for {name}?", rows=2, required=False)


class SuggestForm(forms.Form):
    """What the screener would decide, and why; somebody else decides."""

    outcome = _outcomes(OUTCOMES, "What would you decide?")
    words = _words("Why?", rows=6, help_text="What the checks and the history say, and what is not known.")


class CheckForm(forms.Form):
    """Asking an agency what it knows."""

    agency = forms.ChoiceField(label="Who is asked?", choices=Agency.choices, widget=Radios)
    agency_words = forms.CharField(label="Its name", required=False, max_length=200)
    ground = forms.ChoiceField(
        label="On what ground is information shared?", choices=SharingGround.choices, widget=Radios
    )
    ground_words = _words("Without the family’s agreement: why?", rows=3, limit=1000, required=False)
    words = _words("What do you ask them?", rows=3, limit=1000, required=False)

    def clean(self) -> dict[str, Any]:
        """Without consent it says why; another agency has a name."""
        typed = super().clean() or {}
        if typed.get("ground") not in (None, "consent") and not typed.get("ground_words"):
            self.add_error("ground_words", "Say why information is shared without the family’s agreement")
        if typed.get("agency") == Agency.OTHER and not typed.get("agency_words"):
            self.add_error("agency_words", "Say which agency")
        return typed


class AnswerForm(EditForm):
    """What an agency answered."""

    nothing_known = forms.TypedChoiceField(
        label="Do they know the family?",
        choices=(("no", "Yes, and they said this"), ("yes", "Nothing is known to them")),
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=Radios,
    )
    words = _words("What they said", rows=6, required=False)
    answered_by_words = forms.CharField(label="Who answered?", max_length=200, help_text="Their name and role.")

    def clean(self) -> dict[str, Any]:
        """Somebody who knows the family said something."""
        typed = super().clean() or {}
        if typed.get("nothing_known") is False and not typed.get("words"):
            self.add_error("words", "Write down what they said")
        return typed


class HandForm(forms.Form):
    """To whom a contact goes."""

    to = forms.ChoiceField(label="Who takes it?", widget=Radios)
    reason = forms.CharField(label="Anything they must know?", required=False, max_length=500)

    def __init__(self, *args: Any, team: Sequence[Hand], **options: Any) -> None:
        super().__init__(*args, **options)
        hints = {one.worker_id: _in_hand(one) for one in team}
        self.fields["to"].widget = Radios(hints=hints)
        self.fields["to"].choices = [(one.worker_id, one.name) for one in team]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why a decision is reversed."""

    reason = _words("Why is it reversed?", rows=4)


class WhyForm(forms.Form):
    """Why a strategy discussion is opened, in a line."""

    why = forms.CharField(label="Why, in a line", max_length=500)


class ToldForm(forms.Form):
    """How whoever told the council was told back; a professional also in which words."""

    how = forms.ChoiceField(label="How were they told?", choices=HOW_TOLD, widget=Radios)
    words = _words("What were they told?", rows=4, limit=2000)

    def __init__(self, *args: Any, professional: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not professional:
            del self.fields["words"]


def _in_hand(one: Hand) -> str:
    return "Has nothing in hand" if not one.holds else f"Has {one.holds} in hand"
