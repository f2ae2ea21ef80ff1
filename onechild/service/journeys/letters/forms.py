"""The forms of letters: what it says, what each paragraph tells, whom it goes to, and what a manager says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, Radios
from onechild.service.journeys.letters.facts import FACTS, names_of
from onechild.service.journeys.letters.finding import Found
from onechild.service.journeys.letters.letter import Asked
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import LetterKind

BLANK_LINES = re.compile(r"\n\s*\n")
LONGEST = 20_000
SENT_HOW = [
    ("post", "By post"),
    ("recorded", "By recorded post"),
    ("email", "By secure e-mail"),
    ("hand", "Handed over"),
]
YES, NO = "yes", "no"


class LetterForm(forms.Form):
    """A new letter: blank lines part its paragraphs."""

    subject = forms.CharField(
        label="What is the letter about?", max_length=200, help_text="It stands at the head. Name no address in it."
    )
    kind = forms.ChoiceField(label="What is it for?", choices=LetterKind.choices, widget=Radios)
    others = forms.MultipleChoiceField(
        label="Which brothers and sisters is it about as well?", required=False, widget=Checkboxes
    )
    words = forms.CharField(
        label="The letter",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": "16"}),
        help_text="Leave a blank line between paragraphs. Put what one reader must not know in a paragraph of its own: "
        "it can then be left out for that reader alone.",
    )

    def __init__(self, *args: Any, siblings: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["others"].choices = list(siblings)  # type: ignore[attr-defined]
        if not siblings:
            del self.fields["others"]

    def paragraphs(self) -> list[str]:
        """The paragraphs as typed."""
        return paragraphs_of(self.cleaned_data["words"])


def paragraphs_of(words: str) -> list[str]:
    """This function will return the paragraphs of a text, parted by blank lines."""
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    return [part.strip() for part in BLANK_LINES.split(text) if part.strip()]


class HeadForm(EditForm):
    """What a letter is about and for, of one that is begun."""

    subject = forms.CharField(
        label="What is the letter about?", max_length=200, help_text="It stands at the head. Name no address in it."
    )
    kind = forms.ChoiceField(label="What is it for?", choices=LetterKind.choices, widget=Radios)


class PartForm(EditForm):
    """One paragraph: its words, the facts that it tells, of whom, and what stands there instead."""

    words = forms.CharField(label="The paragraph", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": "8"}))
    facts = forms.MultipleChoiceField(
        label="What does it tell?",
        choices=[(fact.key, fact.name) for fact in FACTS.values()],
        required=False,
        widget=Checkboxes(hints={fact.key: fact.says for fact in FACTS.values()}),
    )
    about_adult_id = forms.ChoiceField(
        label="Which adult does it tell that of?",
        required=False,
        help_text="Needed where it tells where an adult lives, how to reach them, or their health or past.",
    )
    related_child_id = forms.ChoiceField(
        label="Is it about one child only?", required=False, help_text="A paragraph about all needs no answer."
    )
    instead = forms.CharField(
        label="What stands there for whoever must not know?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text="Leave it empty and the paragraph is left out, with nothing to show that it was there.",
    )

    def __init__(
        self, *args: Any, adults: Sequence[tuple[str, str]], kids: Sequence[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.options |= {"adults": adults, "kids": kids}
        self.fields["about_adult_id"].choices = [("", "No adult"), *adults]  # type: ignore[attr-defined]
        self.fields["related_child_id"].choices = [("", "No, or about all"), *kids]  # type: ignore[attr-defined]

    def words_of(self, name: str, value: Any) -> str:
        """Facts by their names; anything else as it is said."""
        if isinstance(value, list):
            return ", ".join(names_of(value)) or "nothing"
        return super().words_of(name, value)

    def clean(self) -> dict[str, Any]:
        """A fact of an adult says of which; the list of facts is compared as a list."""
        typed = super().clean() or {}
        told = [FACTS[key].name for key in typed.get("facts") or () if FACTS[key].of_adult]
        if told and not typed.get("about_adult_id"):
            self.add_error("about_adult_id", f"Choose the adult of whom it tells: {told[0].lower()}")
        for name in ("about_adult_id", "related_child_id"):
            typed[name] = typed.get(name) or None
        return typed


class MarkForm(forms.Form):
    """What was found in the paragraphs and is not answered: for each, whether it tells that. Nothing is chosen."""

    def __init__(self, *args: Any, parts: Sequence[Asked], adults: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.parts = [part for part in parts if part.open]
        for part in self.parts:
            for found in part.open:
                self._ask(part, found, adults)

    def answers(self, part: Asked) -> list[tuple[Found, bool, str]]:
        """What was said of each thing found in a paragraph: whether it tells it, and of which adult."""
        return [
            (found, self.cleaned_data[_name("tells", part, found)] == YES, self._adult(part, found))
            for found in part.open
        ]

    def questions(self) -> list[tuple[Asked, list[Any]]]:
        """Each paragraph with its fields, in their order."""
        return [
            (part, [self[name] for name in self.fields if name.endswith(f"__{part.row.number}")]) for part in self.parts
        ]

    def clean(self) -> dict[str, Any]:
        """A fact of an adult says of whom; a paragraph tells of one adult and of one other child only."""
        typed = super().clean() or {}
        for part in self.parts:
            self._one_of_each(part, typed)
        return typed

    def _one_of_each(self, part: Asked, typed: dict[str, Any]) -> None:
        adults, kids = {part.row.about_adult_id or ""} - {""}, {part.row.related_child_id or ""} - {""}
        for found in part.open:
            if typed.get(_name("tells", part, found)) != YES:
                continue
            adult = found.adult_id or typed.get(_name("adult", part, found)) or ""
            if FACTS[found.fact].of_adult and not adult and not adults:
                self.add_error(_name("adult", part, found), f"Choose whose “{found.words}” is")
            adults |= {adult} - {""}
            kids |= {found.child_id} - {""}
            if len(adults) > 1 or len(kids) > 1:
                words = "It tells of two people. Put what is about each in a paragraph of its own, then mark them."
                self.add_error(_name("tells", part, found), words)
                return

    def _adult(self, part: Asked, found: Found) -> str:
        return found.adult_id or self.cleaned_data.get(_name("adult", part, found)) or ""

    def _ask(self, part: Asked, found: Found, adults: Sequence[tuple[str, str]]) -> None:
        fact = FACTS[found.fact]
        name = fact.name[:1].lower() + fact.name[1:]
        self.fields[_name("tells", part, found)] = forms.ChoiceField(
            label=f"Does “{found.words}” tell {name}?",
            help_text=f"{found.because}.",
            choices=[(YES, f"Yes, it tells {name}"), (NO, "No, it tells no such thing")],
            widget=Radios,
            error_messages={"required": f"Say whether “{found.words}” tells {name}"},
        )
        if fact.of_adult and not found.adult_id and not part.row.about_adult_id:
            self.fields[_name("adult", part, found)] = forms.ChoiceField(
                label=f"If so, whose is “{found.words}”?", choices=[("", "Choose an adult"), *adults], required=False
            )


def _name(what: str, part: Asked, found: Found) -> str:
    """The name of a question: of these words in this paragraph, so that no answer can fall to others."""
    asked = hashlib.sha256(f"{part.row.pk}|{found.key}".encode()).hexdigest()[:12]
    return f"{what}_{asked}__{part.row.number}"


class RecipientForm(forms.Form):
    """Somebody whom the letter goes to, and where."""

    who = forms.ChoiceField(label="Who is it for?", widget=Radios)
    name = forms.CharField(
        label="Name, if it is somebody at an agency", required=False, max_length=200,
        help_text="Such as the head teacher, or the health visitor’s name.",
    )  # fmt: skip
    agency = forms.CharField(label="Agency", required=False, max_length=200)
    only_child = forms.ChoiceField(label="Which of the children do they work with?", required=False)
    place = forms.ChoiceField(label="Where does it go?", required=False, widget=Radios)
    address = forms.CharField(
        label="Another address", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": "3"})
    )
    postcode = forms.CharField(label="Postcode", required=False, max_length=10)
    email = forms.EmailField(label="E-mail address", required=False, max_length=200)

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[str, str]],
        places: Sequence[tuple[str, str]],
        kids: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["who"].choices = [*people, ("agency", "Somebody at an agency")]  # type: ignore[attr-defined]
        self.fields["place"].choices = [*places, ("typed", "To the address below, or by hand")]  # type: ignore[attr-defined]
        self.fields["only_child"].choices = [("", "All of them"), *kids]  # type: ignore[attr-defined]
        if len(kids) < 2:
            del self.fields["only_child"]
        if not places:
            del self.fields["place"]

    def clean(self) -> dict[str, Any]:
        """An agency is named; an address is chosen or typed, not both."""
        typed = super().clean() or {}
        if typed.get("who") == "agency" and not typed.get("agency"):
            self.add_error("agency", "Enter the name of the agency")
        if typed.get("place") not in (None, "", "typed") and typed.get("address"):
            self.add_error("address", "Choose a recorded address or type another, not both")
        return typed


class LiftForm(forms.Form):
    """Why a manager is asked to let a letter go."""

    why = forms.CharField(
        label="Why should it go all the same?", max_length=2000, widget=forms.Textarea(attrs={"rows": "4"})
    )


class DecideForm(forms.Form):
    """What a manager says."""

    decision = forms.ChoiceField(
        label="May the letter go to this recipient?",
        choices=[("allow", "Yes: the version below may go"), ("refuse", "No")],
        widget=Radios,
    )
    reason = forms.CharField(label="Why?", max_length=2000, widget=forms.Textarea(attrs={"rows": "4"}))


class SentForm(forms.Form):
    """How a version left."""

    how = forms.ChoiceField(label="How was it sent?", choices=SENT_HOW, widget=Radios)
