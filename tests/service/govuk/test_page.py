"""The base of every page: who sees the search box, what is current, what paper says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string

from onechild.service.govuk.parts import Link
from tests.service.markup import page_of, pick

pytestmark = pytest.mark.urls("tests.browser.gallery_urls")
FARIDA = {"name": "Farida Rahmani"}


def test_search_is_only_for_those_signed_in() -> None:
    assert pick(_page(viewer=FARIDA), "form[role=search]")[0].get("action") == "/search/"
    assert not pick(_page(), "form[role=search]")


def test_signing_out_is_a_form_and_not_a_link() -> None:
    assert pick(_page(viewer=FARIDA), "form[method=post]")[0].get("action") == "/sign-out/"


def test_the_current_page_is_marked_for_those_who_hear_it() -> None:
    page = _page(navigation=[Link("My day", "/", current=True), Link("Team", "/team/")])
    assert [link.get("aria-current") for link in pick(page, "nav a")] == ["true", None]


def test_paper_says_who_printed_it_and_when() -> None:
    page = _page(viewer=FARIDA, council="Hatterton", today=date(2026, 11, 21))
    said = pick(page, ".oc-print-head")[0].text_content()
    assert said.startswith("OneChild, Hatterton. Printed by Farida Rahmani, Saturday 21 November 2026.")


def test_a_page_with_nothing_in_its_context_still_stands() -> None:
    assert pick(_page(), "main#main")


def test_no_page_is_kept_in_the_browser_by_htmx() -> None:
    assert '"historyCacheSize": 0' in pick(_page(), "meta[name=htmx-config]")[0].get("content")


def _page(**context: Any) -> Any:
    return page_of(render_to_string("onechild/page.html", context))
