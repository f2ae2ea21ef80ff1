"""The form of a step down: what is one for brothers and sisters, and what is answered for each child and outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.govuk.words import date_only
from onechild.service.journeys.support.fields import number, words, yes_no
from onechild.service.record.actions.work.step_down import ChildStep, Terms
from onechild.service.record.models import ChildProtectionPlan, Conference, PlanOutcome
from onechild.service.record.queries.names import Head

BECOMES = [
    ("carried", "It is not met: carry it into the new plan"),
    ("met", "It is met"),
    ("dropped", "It is not met, and is dropped"),
]
TO = [("need", "To a child in need plan"), ("early_help", "To early help")]


@dataclass(frozen=True)
class OnPlan:
    """A child on a child protection plan, the outcomes of it that are not met, and the last conference to review it."""

    head: Head
    plan: ChildProtectionPlan
    unmet: Sequence[PlanOutcome]
    review: Conference | None = None

    @property
    def to_end(self) -> bool:
        """Whether the last review conference of the plan decided that it ends."""
        return self.review is not None and self.review.plan_continues is False


@dataclass(frozen=True)
class Limits:
    """What the council asks after a step down: how often at the longest in days, the first visit and review within."""

    most_days: int
    visit: Length
    review: Length


@dataclass(frozen=True)
class ChildPart:
    """What the form asks of one child."""

    head: Head
    too: BoundField | None
    outcomes: Sequence[tuple[PlanOutcome, BoundField, BoundField]]
    voice: BoundField
    explanation: BoundField
    explained_on: BoundField


class StepDownForm(forms.Form):
    """The contract. Nobody is chosen as the worker, and nothing is chosen for an outcome."""

    to = forms.ChoiceField(label="To what does the child step down?", choices=TO, widget=Radios)
    on = DayField(label="From what day?", called="the day of the step down")
    worker = forms.ChoiceField(label="Which worker holds the child in need plan?", required=False)
    visit_every_days = number("Every how many days is the child seen at least?", required=False)
    first_visit_by = DayField(label="By when is the first visit?", called="the day of the first visit", required=False)
    first_review_by = DayField(
        label="By when is the plan first reviewed?", called="the day of the first review", required=False
    )
    practitioner = forms.CharField(label="If to early help: who helps, by name?", required=False, max_length=200)
    organisation = forms.CharField(label="If to early help: of which service?", required=False, max_length=200)
    if_worse = words("What happens if things get worse?", help_text="What would make you think again, and who acts.")
    reason = words("Why is it safe to step down now?", missing="Say why it is safe")
    options = words("What else was possible?", required=False, rows=3)
    seen = words("What did you read or hear before you decided?", rows=3)
    decided_by = words(
        "Who decided that the child protection plan ends, and when?",
        required=False,
        rows=2,
    )

    def __init__(
        self,
        *args: Any,
        group: Sequence[OnPlan],
        workers: Sequence[tuple[str, str]],
        today: date,
        limits: Limits,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.group, self.today, self.limits = group, today, limits
        self.fields["worker"].choices = [("", "Choose a worker"), *workers]  # type: ignore[attr-defined]
        self.fields["visit_every_days"].help_text = f"1 to {limits.most_days}: never looser than the council asks."
        self.fields["first_visit_by"].help_text = f"Within {limits.visit} of the step down."
        self.fields["first_review_by"].help_text = f"Within {limits.review} of the step down."
        day = self.fields["on"]
        day.latest, day.latest_words = today, "can’t be in the future"  # type: ignore[attr-defined]
        if undecided := [one.head.first_name for one in group if not one.to_end]:
            self.fields["decided_by"].help_text = (
                f"For {' and '.join(undecided)}, no review conference is recorded that decided so last. "
                "A plan ends by a review conference."
            )
        else:
            del self.fields["decided_by"]
        for place, one in enumerate(group):
            self._ask_of(place, one)

    def common(self) -> list[BoundField]:
        """What is one for all, in order."""
        return [self[name] for name in self.base_fields if name in self.fields]

    def parts(self) -> Iterator[ChildPart]:
        """What is asked of each child, in order."""
        for place, one in enumerate(self.group):
            yield ChildPart(
                head=one.head,
                too=self[f"too_{place}"] if place else None,
                outcomes=[
                    (row, self[f"becomes_{place}_{n}"], self[f"because_{place}_{n}"]) for n, row in enumerate(one.unmet)
                ],
                voice=self[f"voice_{place}"],
                explanation=self[f"explanation_{place}"],
                explained_on=self[f"explained_{place}"],
            )

    def terms(self) -> Terms:
        """What was answered for all."""
        typed, early = self.cleaned_data, self.cleaned_data["to"] == "early_help"
        return Terms(
            on=typed["on"],
            reason=typed["reason"],
            if_worse=typed["if_worse"],
            options=typed["options"],
            seen=typed["seen"],
            decided_by=typed.get("decided_by", ""),
            worker_id=None if early else typed["worker"],
            visit_every_days=None if early else typed["visit_every_days"],
            first_visit_by=typed["first_visit_by"],
            first_review_by=typed["first_review_by"],
            to_early_help=early,
            worker_words=typed["practitioner"] if early else "",
            organisation=typed["organisation"] if early else "",
        )

    def steps(self) -> list[ChildStep]:
        """What was answered for each child who steps down."""
        return [self._step(place, one) for place, one in enumerate(self.group) if self._is_in(place)]

    def clean(self) -> dict[str, Any]:
        """A named worker, a visit floor, a first visit and review; and each outcome of each child answered."""
        typed = super().clean() or {}
        needed = ("practitioner", "organisation") if typed.get("to") == "early_help" else NEEDED
        for name in needed if typed.get("to") else ():
            if not typed.get(name) and name not in self.errors:
                self.add_error(name, MISSING[name])
        for place, one in enumerate(self.group):
            if self._is_in(place):
                self._check(place, one)
        self._check_reviews(typed)
        self._check_days(typed)
        return typed

    def _check_reviews(self, typed: dict[str, Any]) -> None:
        stepping, on = [one for place, one in enumerate(self.group) if self._is_in(place)], typed.get("on")
        if not typed.get("decided_by") and not all(one.to_end for one in stepping):
            self.add_error("decided_by", "Say who decided that the plan ends, and when")
        late = [one for one in stepping if on and one.review and on < one.review.happened_on]
        for one in late[:1]:
            reviewed = date_only(one.review.happened_on) if one.review else ""
            self.add_error("on", f"{one.head.first_name}’s plan was reviewed on {reviewed}: choose that day or later")

    def _check_days(self, typed: dict[str, Any]) -> None:
        on = typed.get("on")
        if not on or typed.get("to") != "need":
            return
        for name, length in (("first_visit_by", self.limits.visit), ("first_review_by", self.limits.review)):
            asked = typed.get(name)
            if asked and not on < asked <= add(on, length):
                self.add_error(name, f"Choose a day after the step down, within {length} of it")

    def _check(self, place: int, one: OnPlan) -> None:
        early = self.cleaned_data.get("to") == "early_help"
        first = one.head.first_name
        for n, row in enumerate(one.unmet):
            becomes = self.cleaned_data.get(f"becomes_{place}_{n}")
            if not becomes:
                self.add_error(f"becomes_{place}_{n}", f"Say what becomes of this for {first}: {row.outcome}")
            elif becomes != "carried" and not self.cleaned_data.get(f"because_{place}_{n}"):
                self.add_error(f"because_{place}_{n}", "Say how you know that it is met, or why it is dropped")
            elif becomes == "carried" and early:
                self.add_error(f"becomes_{place}_{n}", "Early help has no plan of ours: say that it is met or dropped")
        for name, missing in (("voice", f"Say what {first} says of it"), ("explanation", f"Write it for {first}")):
            if not self.cleaned_data.get(f"{name}_{place}"):
                self.add_error(f"{name}_{place}", missing)

    def _step(self, place: int, one: OnPlan) -> ChildStep:
        said = {
            row.pk: (self.cleaned_data[f"becomes_{place}_{n}"], self.cleaned_data[f"because_{place}_{n}"])
            for n, row in enumerate(one.unmet)
        }
        return ChildStep(
            plan=one.plan,
            carried=frozenset(key for key, (becomes, _) in said.items() if becomes == "carried"),
            met={key: why for key, (becomes, why) in said.items() if becomes == "met"},
            dropped={key: why for key, (becomes, why) in said.items() if becomes == "dropped"},
            childs_voice=self.cleaned_data[f"voice_{place}"],
            explanation=self.cleaned_data[f"explanation_{place}"],
            explained_on=self.cleaned_data[f"explained_{place}"],
        )

    def _is_in(self, place: int) -> bool:
        return place == 0 or self.cleaned_data.get(f"too_{place}") is True

    def _ask_of(self, place: int, one: OnPlan) -> None:
        first = one.head.first_name
        if place:
            self.fields[f"too_{place}"] = yes_no(f"Does {first} step down too, on the same day and terms?")
        for n, row in enumerate(one.unmet):
            self.fields[f"becomes_{place}_{n}"] = forms.ChoiceField(
                label=row.outcome, help_text=f"The worry: {row.worry}", choices=BECOMES, widget=Radios, required=False
            )
            self.fields[f"because_{place}_{n}"] = words(
                "If met, how do you know? If dropped, why?", required=False, rows=2
            )
        self.fields[f"voice_{place}"] = words(f"What does {first} say of it?", required=False, rows=3)
        self.fields[f"explanation_{place}"] = words(
            f"How will you explain it to {first}, in words they can read?",
            required=False,
            help_text="What changes, why, and whom they can tell if something goes wrong. A baby can read it one day.",
        )
        explained = DayField(
            label=f"When was it explained to {first}?", called="the day it was explained", required=False
        )
        explained.latest, explained.latest_words = self.today, "can’t be in the future"
        self.fields[f"explained_{place}"] = explained


NEEDED = ("worker", "visit_every_days", "first_visit_by", "first_review_by")
MISSING = {
    "worker": "Choose the worker: a child is not stepped down to nobody",
    "visit_every_days": "Say how often the child is seen at least",
    "first_visit_by": "Enter the day of the first visit",
    "first_review_by": "Enter the day of the first review",
    "practitioner": "Name the practitioner: a child is not stepped down to nobody",
    "organisation": "Say of which service",
}
