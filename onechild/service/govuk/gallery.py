"""Every component on one page with invented content, to look at and to test. Served in development only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onechild.knowledge.reports.page.charts import NARROW, WIDE, Pair, dumbbells
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.govuk.listing import Sort
from onechild.service.govuk.parts import Cell, Column, Duty, Fact, Happening, Jump, Link, Load, Table, Tag

TODAY = date(2026, 11, 19)


class Examples(forms.Form):
    """One field of each kind; nothing is chosen beforehand."""

    seen_on = DayField(
        label="When did you see Kayden?",
        called="the date you saw Kayden",
        help_text="For example, 19 11 2026. You can paste a whole date into the first box.",
        latest=TODAY,
        latest_words="must be today or in the past",
    )
    where = forms.ChoiceField(
        label="Where did you see him?",
        choices=[("home", "At home"), ("school", "At school"), ("other", "Somewhere else")],
        widget=Radios(hints={"home": "Say in the note who else was there"}),
    )
    with_whom = forms.MultipleChoiceField(
        label="Who else was seen?",
        choices=[("mother", "His mother"), ("sister", "His sister, Skye")],
        required=False,
        widget=Checkboxes(),
    )
    worker = forms.ChoiceField(
        label="Who went with you?", choices=[("1", "Kwabena Antwi"), ("2", "Priya Sathananthan")]
    )
    place = forms.CharField(label="Which room?", max_length=40, help_text="A few words")
    said = forms.CharField(label="What did he say or show you?", max_length=2000, widget=forms.Textarea)
    letter = forms.FileField(label="The letter, if there is one", required=False)
    alone = forms.BooleanField(label="I saw him alone", required=False)
    draft = forms.CharField(widget=forms.HiddenInput, required=False)


def gallery(request: HttpRequest) -> HttpResponse:
    """This view will show every component; with `?errors`, its form as sent in empty."""
    form = Examples({"seen_on_day": "31", "seen_on_month": "11"}) if "errors" in request.GET else Examples()
    return render(request, "onechild/gallery.html", _shell() | _parts() | _tables() | {"form": form})


def _shell() -> dict[str, Any]:
    return {
        "today": TODAY,
        "council": "Hatterton Council",
        "viewer": {"name": "Farida Rahmani"},
        "navigation": [
            Link("My day", "#", current=True),
            Link("My children", "#", count=17),
            Link("Team", "#"),
            Link("Front door", "#"),
            Link("Measures", "#"),
            Link("Reports", "#"),
        ],
        "footer": [Link("Words we use", "#"), Link("Who can see what", "#"), Link("Accessibility", "#")],
        "footer_note": "Hatterton is an invented council. No child or worker here is real.",
    }


def _parts() -> dict[str, Any]:
    return {
        "crumbs": [Link("My day", "#"), Link("Kayden Marsh-Bello", "#"), Link("Visits", "")],
        "kinds": [
            Tag("Child protection plan: neglect", "cp"),
            Tag("Looked after", "lac"),
            Tag("Child in need", "cin"),
            Tag("Pre-proceedings", "legal"),
            Tag("Education, health and care plan"),
            Tag("Restricted", "restricted"),
            Tag("2 days late", "late"),
            Tag("1.5 over", "over"),
            Tag("Done", "done"),
            Tag("Not recorded", "missing"),
        ],
        "jumps": [
            Jump(count=4, text="Due today", href="#due"),
            Jump(count=2, text="Late", href="#due", late=True),
            Jump(count=3, text="Not yet recorded", href="#due"),
            Jump(count=5, text="Tomorrow and next week", href="#due", note="2 booked"),
            Jump(count=3, text="Drafts to resume", href="#drafts", phone_only=True),
        ],
        "duties": _duties(),
        "all_due": Link("Everything due", "#", hidden="and done"),
        "tabs": [
            Link("Waiting list", "#", count=5, current=True),
            Link("Active", "#", count=146),
            Link("Members", "#", count=9),
        ],
        "sides": [
            Link("Overview", "#", current=True),
            Link("Timeline", "#"),
            Link("Visits and notes", "#", count=86),
            Link("Promises", "#", count="4 open"),
            Link("Who has looked", "#"),
        ],
        "header_facts": [
            Fact(name="Social worker", value="Farida Rahmani", href="#", note="since 6 July; 3 in 16 months"),
            Fact(name="Team, manager", value="Safeguarding East", href="#", note="Denise Okoro"),
            Fact(name="Lives with", value="Mother, Chantelle Marsh", note="Wardens Lane, since 2022"),
            Fact(name="Last seen", value="Thursday 22 October", note="alone, in his room at home"),
        ],
        "people": [
            Fact(name="Father", value="Leon Bello, 31", tag=Tag("Do not disclose", "over"), note="Of all three"),
            Fact(name="School", value="Rowan Lane Primary, Year 3", note="78% attendance this term"),
            Fact(name="Health visitor", value="Precious Banda"),
        ],
        "drafts": [
            Fact(value="Conference report, Warsame", href="#", note="2 of 9 parts unanswered. Saved yesterday, 6.52pm"),
            Fact(value="Visit note, Tilly Penrose", href="#", note="Begun on your phone. Saved Tuesday, 5.20pm"),
        ],
        "happened": [
            Happening(on=date(2026, 11, 19), title="Letter received", words="from paediatrics."),
            Happening(
                on=date(2026, 11, 4),
                title="No school record for 3 days.",
                kind="silence",
                note="Nothing written on why.",
            ),
            Happening(
                on=date(2026, 10, 20), title="Review conference:", words="plan continues.", kind="decision", href="#"
            ),
            Happening(on=date(2024, 3, 8), title="Child in need plan ended", words="after 7 months.", kind="decision"),
        ],
        "days": [TODAY + timedelta(days=n) for n in (-2, 0, 1, 5, 20, 60, 200)],
    }


def _duties() -> list[Duty]:
    return [
        Duty(
            what="Visit Aaliyah Hussain",
            href="#",
            after="12",
            tags=[Tag("CP plan", "cp")],
            basis="local",
            why="Every 4 weeks, last seen on Tuesday 20 October. You called on Monday and she was out.",
            due=date(2026, 11, 17),
            next=Link("Plan a visit", "#", hidden="to Aaliyah Hussain"),
        ),
        Duty(
            what="Return home interview for Jayden Osei-Clarke",
            href="#",
            after="15",
            tags=[Tag("Looked after", "lac")],
            basis="guidance",
            why="Within 72 hours of coming back, which was 9.30pm on Monday.",
            when="By 9.30pm today",
            note="booked for 5pm",
            next=Link("Confirm it happened", "#"),
        ),
        Duty(
            what="Visit Jayden Osei-Clarke",
            href="#",
            after="15",
            tags=[Tag("Looked after", "lac")],
            basis="law",
            why="Care Planning Regulations 2010, regulation 28: every 6 weeks in the first year of a placement.",
            due=date(2026, 11, 20),
        ),
        Duty(what="Pre-proceedings review", due=date(2026, 12, 2), missing="Not booked", note="Helen Prosser"),
    ]


def _tables() -> dict[str, Any]:
    paged = Paginator(range(1, 400), 25).page(5)
    teams = [
        ["Assessment", 182, 10.5, 17.3, 3],
        ["Safeguarding East", 146, 8.3, 17.6, 4],
        ["Looked after", 98, 6.0, 16.3, 0],
    ]
    return {
        "members": Table(
            label="Members of the team, with load",
            columns=[
                Column("Name", "name"),
                Column("Children", "children", number=True),
                Column("Weighted load", "load"),
                Column("Against target"),
                Column("Note"),
            ],
            rows=[
                [
                    Cell(text="Callum Brathwaite", href="#", note="Social worker"),
                    21,
                    Load(held=23, target=18, scale=25),
                    Tag("5.0 over", "over"),
                    "Three families came from a leaver",
                ],
                [
                    Cell(text="Lena Fischer-Doyle", href="#", note="Social worker"),
                    10,
                    Load(held=10, target=10.8, scale=25),
                    "room for 0.8",
                    "",
                ],
            ],
            total=["Team", 31, "33.0", "4.2 over", ""],
            kind="tight",
            sort=Sort("load", down=True),
        ),
        "by_team": Table(
            label="The figures by team",
            columns=[
                Column("Team"),
                *(
                    Column(words, number=True)
                    for words in ("Cases", "Full-time workers", "Cases per worker", "Over target")
                ),
            ],
            rows=teams,
            total=["All", 426, 24.8, 17.2, 7],
            kind="wide",
        ),
        "nobody": Table(
            label="Waiting list",
            columns=[Column("Child")],
            rows=[],
            empty="No child is waiting. The last was allocated on Tuesday.",
        ),
        "load": Load(held=19.5, target=18, scale=25),
        "paged": paged,
        "wide": _drawn("wide", WIDE),
        "narrow": _drawn("narrow", NARROW),
    }


def _drawn(name: str, drawing: Any) -> str:
    pairs = [Pair("Assessment", 17.3, 15.5), Pair("Safeguarding East", 17.6, 18.4), Pair("Looked after", 16.3, 16.3)]
    return dumbbells(pairs, target=16, title="Cases per worker rose in one team of three", name=name, drawing=drawing)
