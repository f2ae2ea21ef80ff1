"""What a manager asks the planner, and how they change what it proposed. Nothing is chosen for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.planner.wishes import Wish

KINDS = {
    "waiting": (
        "A team’s waiting list",
        "Who could take each child who waits. Nobody else moves, unless you allow it.",
    ),
    "leaver": ("Somebody leaves or will be away", "Where each of their children could go, with the fewest changes."),
    "team": (
        "A whole team, evened out",
        "Waiting children and children who have a worker, by as few changes as can be.",
    ),
    "council": ("All teams", "Each team evened out within itself, in about 20 seconds."),
}
MOVES, LEADS = "moves", "leads"
REASONS = ("MANAGE", "ABSENC", "LEFTRL")
FIRST_YEAR = (
    "The council’s standard keeps workers in the protected first year from leading protection and court work: the "
    "planner proposes no such line. A manager may still allocate so on the child’s own page, with a reason."
)
WORDS = {"required": "Say why, in words that the child’s family could read"}


class AskForm(forms.Form):
    """The question. `teams` are the viewer's; `leavers` pairs of "team|worker" with their names."""

    kind = forms.ChoiceField(label="What do you plan?", widget=Radios)
    team = forms.ChoiceField(label="Which team?", required=False, help_text="Not for somebody who leaves.")
    leaver = forms.ChoiceField(label="Who leaves or will be away?", required=False)
    leaves_on = DayField(
        label="From which day?", called="the first day without them", required=False,
        help_text="The first day on which they hold no case.",
    )  # fmt: skip
    rules = forms.MultipleChoiceField(label="What is allowed?", required=False, widget=Checkboxes)
    most_over = forms.FloatField(
        label="The most that anybody may end up over target, in cases",
        required=False, min_value=0, max_value=20,
        help_text="Leave it empty for as little as can be. With a number, children for whom there is no room wait.",
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, teams: Sequence[tuple[str, str]], leavers: Sequence[tuple[str, str]], all_teams: bool,
        today: date, binds: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.team_ids, self.today = [team_id for team_id, _name in teams], today
        kinds = {key: said for key, said in KINDS.items() if all_teams or key != "council"}
        self.fields["kind"].choices = [(key, words) for key, (words, _hint) in kinds.items()]  # type: ignore[attr-defined]
        self.fields["kind"].widget.hints = {key: hint for key, (_words, hint) in kinds.items()}
        self.fields["team"].choices = [("", "Choose a team"), *teams]  # type: ignore[attr-defined]
        self.fields["leaver"].choices = [("", "Choose a worker"), *leavers]  # type: ignore[attr-defined]
        allowed = [(MOVES, "Children who have a worker may change hands as well (evening out always allows it)")]
        if binds:
            self.fields["rules"].help_text = FIRST_YEAR
        else:
            allowed.append((LEADS, "Workers in the protected first year may lead protection and court work"))
        self.fields["rules"].choices = allowed  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What each kind of plan can't do without."""
        typed = super().clean() or {}
        kind = typed.get("kind")
        if kind in ("waiting", "team") and not typed.get("team"):
            self.add_error("team", "Choose the team")
        if kind == "leaver":
            if not typed.get("leaver"):
                self.add_error("leaver", "Choose who leaves or will be away")
            if "leaves_on" not in self.errors and not typed.get("leaves_on"):
                self.add_error("leaves_on", "Enter the first day without them")
            elif typed.get("leaves_on") and typed["leaves_on"] < self.today:
                self.add_error("leaves_on", "The first day without them is today or later")
        return typed

    def wish(self) -> Wish:
        """What was asked."""
        typed = self.cleaned_data
        kind, team_id, leaver_id = typed["kind"], typed["team"], None
        if kind == "leaver":
            team_id, leaver_id = typed["leaver"].split("|", 1)
        return Wish(
            kind=kind,
            team_ids=tuple(self.team_ids) if kind == "council" else (team_id,),
            leaver_id=leaver_id,
            leaves_on=typed["leaves_on"] if kind == "leaver" else None,
            may_move_held=MOVES in typed["rules"],
            newly_qualified_lead=LEADS in typed["rules"],
            most_over=typed["most_over"],
        )


class MakeForm(forms.Form):
    """Making a plan so: from which day, why by the return's code, and why in words."""

    on = DayField(label="From which day?", called="the day of the change")
    reason = forms.ChoiceField(label="Why?", widget=Radios)
    words = forms.CharField(
        label="Why, in words", max_length=2000, widget=forms.Textarea(attrs={"rows": "3"}), error_messages=WORDS,
        help_text="It stands in each child’s record.",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, leaves_on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.leaves_on = today, leaves_on
        names = {one.code: one.label for one in codeset("sw_change_reason").codes if one.code in REASONS}
        self.fields["reason"].choices = [(code, names[code]) for code in REASONS]  # type: ignore[attr-defined]
        self.fields["on"].initial = max(today, leaves_on or today)

    def clean_on(self) -> date:
        """Not before today, and of a leaver's plan not before the day planned for."""
        on: date = self.cleaned_data["on"]
        if on < self.today:
            raise forms.ValidationError("The day of the change is today or later: nobody held a child in the past.")
        return on


class DropForm(forms.Form):
    """Putting a plan aside."""

    words = forms.CharField(
        label="Why do you put it aside?", max_length=500, error_messages={"required": "Say why you put it aside"}
    )
