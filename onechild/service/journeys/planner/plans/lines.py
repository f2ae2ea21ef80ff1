"""The lines of a plan as a form: each family with who proposed, why, and what the manager may choose instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import Checkboxes
from onechild.service.journeys.planner.plans.found import Family
from onechild.service.journeys.planner.plans.saying import WORK
from onechild.service.journeys.planner.wishes import Wish
from onechild.service.record.models import AllocationPlan
from onechild.service.record.queries.names import Head, joined, together

FREE, WAITS = "", "-"
LEFT_TO_IT = "Let the planner choose"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A family's line: words to show, and the fields that change it (none in a plan that is made or dropped)."""

    family: Family
    name: str
    la_child_id: str
    about: str
    before: str
    after: str
    reasons: tuple[str, ...]
    earlier: str = ""
    to: BoundField | None = None
    never: BoundField | None = None


class LinesForm(forms.Form):
    """What a manager holds, rules out and spares. A line on another page of a long plan stays as it was."""

    def __init__(
        self, *args: Any, plan: AllocationPlan, families: Sequence[Family], wish: Wish, names: Mapping[str, str],
        called: Mapping[str, str], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.families, self.wish = families, wish
        able = [one for one in plan.loads if not one["manages"] and one["worker_id"] != plan.leaver_id]
        for family in families:
            self._add_line(plan, family, able, names, called[family.line.group_id])
        self.fields["none"] = forms.MultipleChoiceField(
            label="Who takes nobody new in this plan?",
            required=False,
            widget=Checkboxes,
            initial=sorted(wish.takes_none),
            choices=[
                (one["worker_id"], one["name"]) for one in able if one["takes"] or one["worker_id"] in wish.takes_none
            ],
        )

    def _add_line(
        self,
        plan: AllocationPlan,
        family: Family,
        able: Sequence[Mapping[str, Any]],
        names: Mapping[str, str],
        whose: str,
    ) -> None:
        line, wish = family.line, self.wish
        theirs = [one for one in able if not one["team_id"] or one["team_id"] == line.before_team_id]
        may_wait = line.before_worker_id is None or line.before_worker_id == plan.leaver_id
        held = wish.held.get(line.child_id)
        self.fields[f"to-{line.group_id}"] = forms.ChoiceField(
            label=f"Who holds {whose}?",
            required=False,
            initial=FREE if held is None else held or WAITS,
            choices=[
                (FREE, LEFT_TO_IT),
                *((one["worker_id"], _choice(one)) for one in theirs),
                *([(WAITS, "Leave waiting")] if may_wait else []),
            ],
        )
        ruled_out = [worker_id for child_id, worker_id in sorted(wish.never) if child_id == line.child_id]
        asked = dict.fromkeys([*ruled_out, *([line.after_worker_id] if line.after_worker_id else [])])
        if family.changes or ruled_out:
            self.fields[f"never-{line.group_id}"] = forms.MultipleChoiceField(
                label=f"Who never for {whose}?",
                required=False,
                widget=Checkboxes(attrs={"class": "govuk-checkboxes--small"}),
                initial=ruled_out,
                choices=[(worker_id, f"Not {names.get(worker_id, 'this worker')}") for worker_id in asked],
            )

    def changed_wish(self, plan: AllocationPlan) -> Wish:
        """This function will return what is asked now: the lines of this page as chosen, any other as it was."""
        held, never = dict(self.wish.held), set(self.wish.never)
        for family in self.families:
            to = self.cleaned_data[f"to-{family.line.group_id}"]
            out = self.cleaned_data.get(f"never-{family.line.group_id}", [])
            for child_id in family.child_ids:
                held.pop(child_id, None)
                if to != FREE:
                    held[child_id] = "" if to == WAITS else to
                never -= {pair for pair in never if pair[0] == child_id}
                never |= {(child_id, worker_id) for worker_id in out}
        return replace(
            self.wish,
            held=held,
            never=frozenset(never),
            takes_none=frozenset(self.cleaned_data["none"]),
            earlier=str(plan.pk),
        )


def rows_of(
    families: Sequence[Family], heads: Mapping[str, Head], names: Mapping[str, str], form: LinesForm | None, today: date
) -> list[Row]:
    """This function will return the lines as the page shows them."""
    return [_row(family, heads, names, form, today) for family in families if _named(family, heads)]


def called(families: Sequence[Family], heads: Mapping[str, Head]) -> dict[str, str]:
    """This function will return each family's name by the number of its line."""
    return {one.line.group_id: together(_named(one, heads)) for one in families if _named(one, heads)}


def _named(family: Family, heads: Mapping[str, Head]) -> list[Head]:
    return [heads[child_id] for child_id in family.child_ids if child_id in heads]


def _row(
    family: Family, heads: Mapping[str, Head], names: Mapping[str, str], form: LinesForm | None, today: date
) -> Row:
    line, named = family.line, _named(family, heads)
    ages = [age for head in named if (age := head.age(today))]
    fields: Any = form if form is not None else {}
    known = form.fields if form is not None else {}
    to, never = f"to-{line.group_id}", f"never-{line.group_id}"
    return Row(
        family=family,
        name=together(named),
        la_child_id=named[0].la_child_id,
        about=", ".join(part for part in (joined(ages) if ages else "", WORK.get(line.work, line.work)) if part),
        before=names.get(line.before_worker_id or "", "Waits for a worker"),
        after=names.get(line.after_worker_id or "", "Still waits"),
        reasons=tuple(line.reasons),
        earlier="" if family.earlier is None else names.get(family.earlier, "still waiting"),
        to=fields[to] if to in known else None,
        never=fields[never] if never in known else None,
    )


def _choice(one: Mapping[str, Any]) -> str:
    """ "Ana Reis (16 of 18)", and why somebody takes nobody new: a manager may still choose them."""
    why = f", {one['why_not'].rstrip('.')}" if one["why_not"] else ""
    return f"{one['name']} ({one['before']} of {one['target']:.1f} now{why})"
