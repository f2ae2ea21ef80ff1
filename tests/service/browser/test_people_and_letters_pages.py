"""The people around a child and a letter about it in Chromium: axe finds nothing, and a phone scrolls only down."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewAdult, new_adult, relate
from onechild.service.record.models import Child, LetterPart, LetterRecipient, Relationship
from tests.service.conftest import TODAY
from tests.service.in_browser import faults, open_page
from tests.service.journeys.letters.test_letters import (
    adult,
    child,
    mark_all,
    ready,
    standing,
    to_father,
    warn,
    writer,
)

__all__ = ["child", "standing", "writer"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
RELATIVES = (
    ("grandparent", "Ottoline", "Ames-Featherstonehaugh", False, None),
    ("grandparent", "Ivor", "Rudd", False, False),
    ("aunt_or_uncle", "Bea", "Ames", False, False),
    ("step_parent", "Sidney", "Vane", None, True),
    ("friend", "Marguerite", "Okonkwo-Li", False, False),
    ("professional", "Nell", "Strand", None, False),
)


@pytest.fixture
def pages(client: Client, child: Child, writer: User) -> list[str]:
    """A family with a letter about it, one recipient warned of, one refused; the pages of all that."""
    with change_set(by="a test", kind="edit", words="a wider family"):
        for relation, forename, surname, responsible, home in RELATIVES:
            one = new_adult(NewAdult(forename=forename, surname=surname, sex="F"), today=TODAY)
            relate(child=child, relation=relation, adult_id=one.pk, parental_responsibility=responsible,
                   same_household=home, today=TODAY)  # fmt: skip
        Relationship.objects.filter(child=child, relation="step_parent").update(ended_on=TODAY)
    warn(child, writer, adult(child, "father"))
    letter = ready(client, child)
    father = to_father(client, child, letter)
    client.post(f"{letter}recipients/new/", {"who": f"adult:{adult(child, 'step_parent')}", "place": "typed"})
    client.post(f"{letter}check/")
    refused = LetterRecipient.objects.get(letter__child=child, refused=True)
    part = LetterPart.objects.get(letter__child=child, number=2)
    record, row = f"/children/{child.la_child_id}/", Relationship.objects.get(child=child, relation="mother")
    return [
        f"{record}family/",
        f"{record}network/?before=yes",
        f"{record}family/{row.pk}/",
        letter,
        f"{letter}paragraphs/{part.pk}/",
        f"{letter}recipients/new/",
        f"{letter}recipients/{refused.pk}/allow/",
        f"{letter}recipients/{father.pk}/version/",
    ]


@pytest.mark.parametrize(("width", "every"), [(1280, 3), (390, 1)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, pages: list[str], width: int, every: int
) -> None:
    wrong = {address: _wrong(open_page(browser, client, address, width=width), width) for address in pages[::every]}
    assert {address: said for address, said in wrong.items() if said} == {}


def test_without_scripts_what_a_letter_tells_is_marked_question_by_question(
    browser: Any, client: Client, child: Child
) -> None:
    typed = {"subject": "Our meeting", "kind": "decision", "words": "They live at 14 Marl Close."}
    letter = client.post(f"/children/{child.la_child_id}/letters/new/", typed)["Location"]
    page = open_page(browser, client, f"{letter}mark/", width=390, javascript=False)
    page.get_by_label("Yes, it tells where the child lives").check()
    page.get_by_role("button", name="Keep these answers").click()
    assert LetterPart.objects.get(letter__child=child).facts == ["childs_address"]
    assert mark_all(client, letter).status_code == 302


def _wrong(page: Any, width: int) -> str:
    """What axe finds, what the browser complained of, and whether the page scrolls sideways."""
    sideways = page.evaluate("document.documentElement.scrollWidth") > width
    said = f"{faults(page)}{''.join(page.said)}{'scrolls sideways' if sideways else ''}"
    page.context.close()
    return said
