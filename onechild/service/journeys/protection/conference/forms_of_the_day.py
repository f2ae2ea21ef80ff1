"""The forms of the day of a conference: who came and what each thinks, and what is decided for each child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.protection.conference.deciding import FIRST, REVIEW, Day, ForChild
from onechild.service.journeys.protection.fields import YES_NO, box, line, not_after
from onechild.service.journeys.protection.opening import choices
from onechild.service.record.actions.work.meetings import Came
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome
from onechild.service.record.models import MeetingPerson
from onechild.service.record.queries.names import Head

AGREE = [("yes", "Yes"), ("no", "No")]


@dataclass(frozen=True)
class Part:
    """What is asked of one person or one child."""

    title: str
    fields: list[BoundField]
    note: str = ""


class AttendanceForm(forms.Form):
    """Who came, whose report is in, what each thinks, and whether each agrees with the decision."""

    def __init__(self, *args: Any, people: Sequence[MeetingPerson], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people, self.today = people, today
        for number, person in enumerate(people):
            self._ask_of(number, person)

    def first(self) -> list[BoundField]:
        """Nothing stands above the people."""
        return []

    last = first

    def parts(self) -> Iterator[Part]:
        """What is asked of each person."""
        for number, person in enumerate(self.people):
            fields = [self[name] for name in _names(number) if name in self.fields]
            yield Part(person.name, fields, ", ".join(_told(person.get_part_display(), person.agency)))

    def clean(self) -> dict[str, Any]:
        """Who does not agree says what they do not agree with."""
        typed = super().clean() or {}
        for number, _ in enumerate(self.people):
            if typed.get(f"agrees_{number}") == "no" and not typed.get(f"dissent_{number}"):
                self.add_error(f"dissent_{number}", "Say what they do not agree with")
        return typed

    def said(self) -> list[Came]:
        """What was typed of each."""
        typed, yes = self.cleaned_data, {"yes": True, "no": False}
        return [
            Came(
                person_id=person.pk,
                attended=yes.get(typed[f"came_{number}"]),
                report_on=self.today if typed.get(f"report_{number}") and person.report_on is None else None,
                agrees=yes.get(typed[f"agrees_{number}"]),
                dissent=typed[f"dissent_{number}"],
                views=typed[f"views_{number}"],
            )
            for number, person in enumerate(self.people)
        ]

    def _ask_of(self, number: int, person: MeetingPerson) -> None:
        yes = {True: "yes", False: "no", None: ""}
        came, report, views, agrees, dissent = _names(number)
        self.fields[came] = forms.ChoiceField(
            label=f"Did {person.name} come?",
            choices=YES_NO,
            required=False,
            widget=Radios,
            initial=yes[person.attended] or None,
        )
        if person.report_asked:
            self.fields[report] = forms.BooleanField(
                label="Their report is in", required=False, initial=person.report_on is not None
            )
        self.fields[views] = box("What do they think?", rows=2, initial=person.views)
        self.fields[agrees] = forms.ChoiceField(
            label="Do they agree with what was decided for this child?",
            choices=AGREE,
            required=False,
            widget=Radios,
            initial=yes[person.agrees] or None,
        )
        self.fields[dissent] = box("If not, what do they not agree with?", rows=2, initial=person.dissent)


class DecideForm(forms.Form):
    """What the conference decided: once for all, and for each child. Nothing is chosen for anybody."""

    held_on = DayField(label="When was it held?", called="the day of the conference")
    quorate = forms.ChoiceField(label="Were enough agencies there to decide?", choices=YES_NO, widget=Radios)
    quorum_words = box("If not, who was missing, and why was it held?", rows=2)
    summary = box("What was said?", required=True, rows=6, most=20000)
    strengths = box("What is strong?", rows=3)
    worries = box("What are the worries?", rows=3)
    worry = box("The plan: what is the first worry that it must change?", rows=2)
    outcome = box("What will be different for the child?", rows=2)
    known_by = box("How will everybody know?", rows=2)
    action = box("What is done first?", rows=2)
    owner = line("Who does it?")
    due_on = DayField(label="By when?", called="the day it is to be done by", required=False)
    contingency = box("What happens if nothing changes, or it gets worse?", rows=3)
    members = forms.MultipleChoiceField(label="Who is in the core group?", widget=Checkboxes, required=False)
    core_group_on = DayField(label="When is the first core group?", called="the day of the core group", required=False)
    next_on = DayField(label="When is the next conference?", called="the day of the next conference", required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        heads: Sequence[Head],
        people: Sequence[MeetingPerson],
        long_plans: Mapping[str, bool],
        theirs: Mapping[str, str],
        latest: Mapping[str, date | None],
        earliest: date | None,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.kind, self.heads, self.theirs = kind, heads, theirs
        not_after(self.fields["held_on"], today)
        self.fields["held_on"].earliest = earliest  # type: ignore[attr-defined]
        asked = [(one.pk, ", ".join(_told(one.name, one.agency))) for one in people if not one.left_out_reason]
        self.fields["members"].choices = asked  # type: ignore[attr-defined]
        for name, by in latest.items():
            if by is not None:
                self.fields[name].help_text = f"Due by {by:%A} {by.day} {by:%B} {by.year}."
        if kind == "review":
            for name in ("worry", "outcome", "known_by", "action", "owner", "due_on"):
                del self.fields[name]
            self.fields["core_group_on"].label = "When is the next core group?"
        for number, head in enumerate(heads):
            self._ask_of(number, head, long_plan=long_plans.get(head.child_id, False))

    def first(self) -> list[BoundField]:
        """What stands above the children."""
        return [self[name] for name in ("held_on", "quorate", "quorum_words", "summary", "strengths", "worries")]

    def last(self) -> list[BoundField]:
        """What stands below them: the plan."""
        names = (
            *("worry", "outcome", "known_by", "action", "owner", "due_on"),
            *("contingency", "members", "core_group_on", "next_on"),
        )
        return [self[name] for name in names if name in self.fields]

    def parts(self) -> Iterator[Part]:
        """What is asked of each child."""
        asked = ("decided", "category", "reason", "participation", "long", "elsewhere")
        for number, head in enumerate(self.heads):
            fields = [self[f"{name}_{number}"] for name in asked if f"{name}_{number}" in self.fields]
            yield Part(head.name, fields)

    def clean(self) -> dict[str, Any]:
        """A plan has a category, a first outcome, a core group and a next conference; a failed quorum has a reason."""
        typed = super().clean() or {}
        if typed.get("quorate") == "no" and not typed.get("quorum_words"):
            self.add_error("quorum_words", "Say who was missing, and why it was held")
        on_plan = False
        for number, head in enumerate(self.heads):
            decided, category = typed.get(f"decided_{number}"), typed.get(f"category_{number}")
            on_plan = on_plan or decided in ("plan", "continue")
            if decided in ("plan", "continue") and not category:
                self.add_error(f"category_{number}", f"Choose the category for {head.first_name}")
            kept = self.theirs.get(head.child_id)
            if decided == "continue" and kept is not None and category and category != kept:
                self.add_error(f"category_{number}", "This plan is kept in the case system: change its category there")
        if on_plan:
            self._needs_of_a_plan(typed)
        return typed

    def day(self) -> Day:
        """What was the same for all."""
        typed = self.cleaned_data
        outcome = action = None
        if typed.get("outcome"):
            outcome = NewOutcome(worry=typed["worry"], outcome=typed["outcome"], known_by=typed["known_by"])
        if typed.get("action"):
            action = NewAction(words=typed["action"], owner_words=typed["owner"], due_on=typed["due_on"])
        return Day(
            on=typed["held_on"],
            quorate=typed["quorate"] == "yes",
            quorum_words=typed["quorum_words"],
            summary=typed["summary"],
            strengths=typed["strengths"],
            worries=typed["worries"],
            contingency=typed["contingency"],
            outcome=outcome,
            first_action=action,
            core_group_on=typed["core_group_on"],
            next_on=typed["next_on"],
            members=typed["members"],
        )

    def answers(self) -> dict[str, ForChild]:
        """What was decided, by child."""
        typed = self.cleaned_data
        return {
            head.child_id: ForChild(
                decided=typed[f"decided_{number}"],
                reason=typed[f"reason_{number}"],
                category=typed[f"category_{number}"] or None,
                participation=typed[f"participation_{number}"] or None,
                long_plan_looked_at=bool(typed.get(f"long_{number}")),
                plans_elsewhere=typed.get(f"elsewhere_{number}") or 0,
            )
            for number, head in enumerate(self.heads)
        }

    def _needs_of_a_plan(self, typed: dict[str, Any]) -> None:
        needed = {
            "contingency": "Say what happens if nothing changes",
            "core_group_on": "Enter the day of the core group",
            "next_on": "Enter the day of the next conference",
            "worry": "Say what the plan must change",
            "outcome": "Say what will be different for the child",
        }
        for name, message in needed.items():
            if name in self.fields and not typed.get(name) and name not in self.errors:
                self.add_error(name, message)
        if typed.get("action") and not typed.get("owner"):
            self.add_error("owner", "Say who does it")
        on = typed.get("held_on")
        for name in ("core_group_on", "next_on"):
            if on and typed.get(name) and typed[name] <= on:
                self.add_error(name, "It must be after this conference")

    def _ask_of(self, number: int, head: Head, *, long_plan: bool) -> None:
        first, asked = head.first_name, REVIEW if self.kind == "review" else FIRST
        self.fields[f"decided_{number}"] = forms.ChoiceField(
            label=f"What was decided for {first}?", choices=list(asked.items()), widget=Radios
        )
        self.fields[f"category_{number}"] = forms.ChoiceField(
            label="If there is a plan, under which category?",
            choices=choices("abuse_category"),
            required=False,
            widget=Radios,
        )
        self.fields[f"reason_{number}"] = box("Why?", required=True, rows=3)
        self.fields[f"participation_{number}"] = forms.ChoiceField(
            label=f"How did {first} take part?",
            choices=[("", "Not recorded"), *choices("review_participation")],
            required=False,
        )
        if long_plan:
            self.fields[f"long_{number}"] = forms.BooleanField(
                label="I have looked at why this plan has lasted so long, and what else is needed", required=False
            )
        if self.kind != "review":
            self.fields[f"elsewhere_{number}"] = forms.IntegerField(
                label=f"How many plans has {first} had that OneChild does not hold, as with other councils?",
                required=False,
                min_value=0,
                max_value=20,
                widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
            )


def _names(number: int) -> tuple[str, str, str, str, str]:
    return (f"came_{number}", f"report_{number}", f"views_{number}", f"agrees_{number}", f"dissent_{number}")


def _told(*parts: str) -> list[str]:
    return [part for part in parts if part]
