"""Forms in GOV.UK's markup: what describes what, what is refused and in which words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.govuk.forms.errors import errors_of
from tests.service.markup import fragment_of, pick

TODAY = date(2026, 11, 21)
COLOURS = [("r", "Red"), ("b", "Blue")]


class Visit(forms.Form):
    """An invented form with a field of each kind."""

    seen_on = DayField(label="When?", called="the date you saw Kayden", help_text="For example, 4 12 2026")
    place = forms.CharField(label="Place", max_length=5, help_text="A <b>few</b> words")
    note = forms.CharField(label="Note", max_length=100, widget=forms.Textarea)
    colour = forms.ChoiceField(label="Colour", choices=COLOURS, widget=Radios(hints={"r": "Like a rose"}))
    others = forms.MultipleChoiceField(label="Others", choices=COLOURS, widget=Checkboxes)
    worker = forms.ChoiceField(label="Who went?", choices=COLOURS)
    letter = forms.FileField(label="Letter")
    alone = forms.BooleanField(label="That you saw him alone")
    draft = forms.CharField(widget=forms.HiddenInput, required=False)


def test_nothing_is_chosen_beforehand() -> None:
    page = _drawn(Visit())
    assert not pick(page, "input[checked]")
    assert [option.get("value") for option in pick(page, "option[selected]")] == [""]


def test_no_question_is_left_to_the_browsers_own_messages() -> None:
    assert not pick(_drawn(Visit()), "[required], [maxlength]")


def test_every_box_has_a_label() -> None:
    page = _drawn(Visit())
    boxes = {box.get("id") for box in pick(page, "input:not([type=hidden]), select, textarea")}
    assert boxes == {label.get("for") for label in pick(page, "label")}


def test_a_hint_and_an_error_describe_their_box() -> None:
    box = _drawn(Visit({"place": "too long for it"})).get_element_by_id("id_place")
    page = box.getroottree().getroot()
    said = [page.get_element_by_id(one).text_content().strip() for one in box.get("aria-describedby").split()]
    assert said == ["A <b>few</b> words", "Error: Use 5 characters or fewer; this has 15"]
    assert "govuk-input--error" in box.get("class")


def test_a_hint_and_an_error_describe_the_group_of_a_day() -> None:
    fieldset = pick(_drawn(Visit({})), "fieldset")[0]
    assert fieldset.get("aria-describedby") == "id_seen_on_helptext id_seen_on_error"


def test_only_the_boxes_at_fault_are_marked() -> None:
    page = _drawn(Visit({"seen_on_day": "4", "seen_on_month": "12", "seen_on_year": ""}))
    marked = pick(page, ".govuk-date-input__input.govuk-input--error")
    assert [box.get("name") for box in marked] == ["seen_on_year"]


def test_the_summary_leads_to_each_thing_that_is_wrong() -> None:
    form = Visit({"seen_on_day": "4", "seen_on_month": "12"})
    assert [(error.text, error.href) for error in errors_of(form)] == [
        ("The date you saw Kayden must include a year", "#id_seen_on_2"),
        ("Enter place", "#id_place"),
        ("Enter note", "#id_note"),
        ("Choose colour", "#id_colour_0"),
        ("Choose others", "#id_others_0"),
        ("Answer “Who went?”", "#id_worker"),
        ("Choose a file: letter", "#id_letter"),
        ("Choose that you saw him alone", "#id_alone"),
    ]


def test_every_link_of_the_summary_has_somewhere_to_lead() -> None:
    form = Visit({})
    page = _drawn(form)
    assert {error.href[1:] for error in errors_of(form)} <= {element.get("id") for element in page.iter()}


def test_a_message_of_the_fields_own_is_kept() -> None:
    field = forms.CharField(error_messages={"required": "Say where you saw him"})
    form = _form(field)({})
    assert form.errors["it"] == ["Say where you saw him"]


def test_what_was_typed_is_kept_and_escaped() -> None:
    page = _drawn(Visit({"seen_on_day": '"><b>', "place": "<script>", "note": "</textarea>"}))
    assert page.get_element_by_id("id_seen_on_0").get("value") == '"><b>'
    assert page.get_element_by_id("id_place").get("value") == "<script>"
    assert page.get_element_by_id("id_note").text.strip() == "</textarea>"


def test_a_whole_form_is_taken() -> None:
    sent = {"place": "home", "note": "Well", "colour": "r", "others": ["b"], "worker": "b", "alone": "on"}
    day = {"seen_on_day": "4", "seen_on_month": "12", "seen_on_year": "2026"}
    form = Visit(sent | day, {"letter": SimpleUploadedFile("a.txt", b"words")})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["seen_on"] == date(2026, 12, 4)


def test_a_date_in_an_address_is_read_as_a_whole() -> None:
    form = _form(DayField())({"it": "2026-12-04"})
    assert form.is_valid()
    assert form.cleaned_data["it"] == date(2026, 12, 4)


def test_a_day_already_known_fills_its_boxes() -> None:
    page = _drawn(_form(DayField())(initial={"it": date(2026, 12, 4)}))
    assert [box.get("value") for box in pick(page, "input")] == ["4", "12", "2026"]


def test_a_day_not_asked_for_may_be_left_out() -> None:
    form = _form(DayField(required=False))({})
    assert form.is_valid()
    assert form.cleaned_data["it"] is None


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ({"latest": TODAY}, "The visit must be on or before 21 November 2026"),
        ({"latest": TODAY, "latest_words": "must be today or in the past"}, "The visit must be today or in the past"),
        ({"earliest": date(2026, 12, 5)}, "The visit must be on or after 5 December 2026"),
    ],
)
def test_a_day_outside_its_bounds_is_refused_with_the_bound(bounds: dict[str, Any], said: str) -> None:
    form = _form(DayField(called="the visit", **bounds))({"it": "4/12/2026"})
    assert form.errors["it"] == [said]


def test_a_day_typed_again_as_it_was_has_not_changed() -> None:
    form = _form(DayField())({"it_day": "04", "it_month": "dec", "it_year": "2026"}, initial={"it": date(2026, 12, 4)})
    assert not form.has_changed()


def test_an_error_of_the_whole_form_is_shown_in_it() -> None:
    form = Visit({})
    form.add_error(None, "Somebody else closed this case")
    assert "Somebody else closed this case" in str(form)


def test_a_long_answer_is_counted() -> None:
    group = pick(_drawn(Visit()), "[data-module=govuk-character-count]")
    assert [one.get("data-maxlength") for one in group] == ["100"]


def _form(field: forms.Field) -> Any:
    return type("One", (forms.Form,), {"it": field})


def _drawn(form: forms.Form) -> Any:
    return fragment_of(str(form))
