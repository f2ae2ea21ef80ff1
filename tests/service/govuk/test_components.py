"""What the tags draw: words that say it all, links that keep the address, markup that escapes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from onechild.service.govuk.charts import NotADrawing, safe_drawing
from onechild.service.govuk.gallery import gallery
from onechild.service.govuk.listing import Sort, page_asked, sort_asked
from onechild.service.govuk.parts import Cell, Column, Duty, Fact, Happening, Link, Load, Table, Tag
from tests.service.markup import fragment_of, page_of, pick

TODAY = date(2026, 11, 19)


def test_a_late_duty_says_so_in_words_and_by_its_class() -> None:
    drawn = _drawn("{% duties them today %}", them=[Duty(what="See Kayden", due=date(2026, 11, 17))])
    assert pick(drawn, ".oc-duty--late .oc-duty__when strong")[0].text == "2 days late"
    assert "was due Tuesday 17 Nov" in drawn.text_content()


def test_a_duty_says_where_it_comes_from() -> None:
    drawn = _drawn("{% duties them today %}", them=[Duty(what="See Kayden", basis="law", why="Every 6 weeks.")])
    assert pick(drawn, ".oc-duty__why")[0].text_content() == "Law. Every 6 weeks."


def test_what_to_do_next_says_what_for_to_those_who_only_hear_it() -> None:
    drawn = _drawn("{% duties them today %}", them=[Duty(what="See Kayden", next=Link("Record", "/x"))])
    assert pick(drawn, ".oc-duty__do a")[0].text_content() == "Record See Kayden"


def test_what_the_view_says_of_the_hour_goes_before_the_date() -> None:
    drawn = _drawn("{% duties them today %}", them=[Duty(what="x", due=date(2026, 11, 17), when="By 5pm today")])
    assert pick(drawn, ".oc-duty__when strong")[0].text == "By 5pm today"
    assert not pick(drawn, ".oc-duty--late")


def test_a_mapping_does_as_well_as_a_part() -> None:
    assert pick(_drawn("{% tag it %}", it={"text": "CP plan", "kind": "cp"}), ".oc-tag--cp")[0].text == "CP plan"


def test_a_mapping_with_a_wrong_name_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        _drawn("{% tag it %}", it={"text": "CP plan", "colour": "purple"})


def test_names_are_escaped_everywhere() -> None:
    bad = "<script>alert(1)</script>"
    table = Table(label=bad, columns=[Column(bad), Column(bad)], rows=[[bad, Cell(text=bad, note=bad, tag=Tag(bad))]])
    source = (
        "{% table t %}{% rows f %}{% timeline h today %}{% section n %}{% endsection %}{% empty n %}"
        "{% confirm n n button=n cancel='/' %}"
    )
    happened = [Happening(on=TODAY, title=bad, words=bad)]
    drawn = _drawn(source, t=table, f=[Fact(name=bad, value=bad)], h=happened, n=bad)
    assert not pick(drawn, "script")


def test_a_stacked_table_keeps_its_meaning_for_older_browsers() -> None:
    table = Table(
        label="Children", columns=[Column("Name"), Column("Due")], rows=[["Kayden", "today"]], total=["All", "1"]
    )
    drawn = _drawn("{% table t %}", t=table)
    roles = [element.get("role") for element in drawn.iter() if element.get("role")]
    assert roles == [
        *("table", "rowgroup", "row", "columnheader", "columnheader"),
        *("rowgroup", "row", "rowheader", "cell", "rowgroup", "row", "rowheader", "cell"),
    ]


def test_a_row_of_another_length_than_the_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        _drawn("{% table t %}", t=Table(label="x", columns=[Column("a"), Column("b")], rows=[["only one"]]))


def test_numbers_of_a_table_are_written_alike() -> None:
    columns = [Column("Team"), Column("Cases", number=True), Column("Average", number=True)]
    drawn = _drawn("{% table t %}", t=Table(label="x", columns=columns, rows=[["North", 1234, 17.0]]))
    assert [cell.text_content().strip() for cell in pick(drawn, "td.oc-num")] == ["1,234", "17.0"]


def test_an_empty_table_says_what_would_be_there() -> None:
    drawn = _drawn("{% table t %}", t=Table(label="x", columns=[Column("a")], rows=[], empty="No child is waiting."))
    assert drawn.text_content().strip() == "No child is waiting."
    assert not pick(drawn, "table")


def test_a_scrolling_table_stands_in_a_named_region_that_a_keyboard_reaches() -> None:
    drawn = _drawn("{% table t %}", t=Table(label="Cases", columns=[Column("a")], rows=[["b"]], kind="scroll"))
    region = pick(drawn, "[role=region]")[0]
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Table: Cases")


def test_a_header_turns_the_order_round_and_keeps_the_rest_of_the_address() -> None:
    table = Table(
        label="x", columns=[Column("Due", "due"), Column("Name", "name")], rows=[["a", "b"]], sort=Sort("due")
    )
    drawn = _drawn("{% table t %}", "/x/?team=east&page=3", t=table)
    assert [link.get("href") for link in pick(drawn, "a")] == ["?team=east&sort=-due", "?team=east&sort=name"]
    assert [header.get("aria-sort") for header in pick(drawn, "th[scope=col]")] == ["ascending", None]


def test_pages_keep_the_rest_of_the_address_and_mark_where_the_reader_is() -> None:
    drawn = _drawn("{% pages p %}", "/x/?team=east", p=Paginator(range(100), 50).page(2))
    assert pick(drawn, "[aria-current=page]")[0].get("href") == "?team=east&page=2"
    assert pick(drawn, "[rel=prev]")[0].get("href") == "?team=east&page=1"
    assert not pick(drawn, "[rel=next]")


def test_one_page_needs_no_links() -> None:
    assert not pick(_drawn("{% pages p %}", p=Paginator(range(10), 50).page(1)), "a")


def test_an_order_that_is_not_offered_becomes_the_usual_one() -> None:
    assert sort_asked({"sort": "password"}, of=["due", "name"], usual="-due") == Sort("due", down=True)
    assert sort_asked({"sort": "-name"}, of=["due", "name"], usual="due") == Sort("name", down=True)


@pytest.mark.parametrize(("asked", "number"), [("2", 2), ("99", 3), ("nonsense", 1), (None, 1)])
def test_a_page_that_is_not_there_becomes_one_that_is(asked: str | None, number: int) -> None:
    assert page_asked({"page": asked}, range(150), size=50).number == number


def test_a_load_over_target_says_by_how_much_to_those_who_cannot_see_the_bar() -> None:
    drawn = _drawn("{% load_bar l %}", l=Load(held=19.5, target=18, scale=20))
    assert drawn.text_content().strip() == "19.5 of 18.0, 1.5 over"
    assert pick(drawn, ".oc-load__over")


def test_a_load_of_nobody_draws_no_bar_beyond_its_scale() -> None:
    drawn = _drawn("{% load_bar l %}", l=Load(held=0, target=0, scale=0))
    assert pick(drawn, ".oc-load__held")[0].get("width") == "0.0%"


def test_a_silence_and_a_decision_are_said_and_not_only_drawn() -> None:
    items = [Happening(on=TODAY, title="Plan ended", kind="decision"), Happening(on=TODAY, title="x", kind="silence")]
    drawn = _drawn("{% timeline h today %}", h=items)
    assert [item.text for item in pick(drawn, ".govuk-visually-hidden")] == ["Decision: ", "Nothing written: "]


def test_a_timeline_says_the_year_where_it_changes() -> None:
    days = [date(2026, 11, 19), date(2026, 3, 1), date(2024, 3, 8), date(2024, 2, 1)]
    drawn = _drawn("{% timeline h today %}", h=[Happening(on=day, title="x") for day in days])
    assert [item.text for item in pick(drawn, ".oc-time__date")] == ["19 Nov 2026", "1 Mar", "8 Mar 2024", "1 Feb"]


def test_no_error_draws_no_summary() -> None:
    assert _drawn("{% error_summary none %}", none=None).text_content().strip() == ""


def test_a_question_is_asked_in_a_form_with_its_token() -> None:
    drawn = _drawn("{% confirm 'End it?' 'Sure?' button='End it' cancel='/back' %}", csrf_token="abc")  # noqa: S106
    assert pick(drawn, "form[method=post] input[name=csrfmiddlewaretoken]")[0].get("value") == "abc"


@pytest.mark.parametrize(
    "bad",
    [
        "<p>not a drawing</p>",
        "<svg><script>x</script></svg>",
        '<svg><g style="fill:red"/></svg>',
        '<svg onload="x"></svg>',
        '<svg><image href="//elsewhere"/></svg>',
        '<svg><g fill="url(//elsewhere)"/></svg>',
    ],
)
def test_a_drawing_that_breaks_the_policy_is_refused(bad: str) -> None:
    with pytest.raises(NotADrawing):
        safe_drawing(bad)


def test_words_in_a_drawing_may_be_any_but_a_tag_that_is_not_whole_is_refused() -> None:
    drawn = '<svg><text x="1">href= and url(there) onload= of Ms style=</text></svg>'
    assert safe_drawing(drawn) == drawn
    with pytest.raises(NotADrawing):
        safe_drawing('<svg><g id="a href=x></g></svg>')


def test_the_gallery_holds_every_component_with_no_inline_script_or_style() -> None:
    page = page_of(gallery(RequestFactory().get("/gallery/?errors")).content)
    assert not pick(page, "[style], style, script:not([src]), [onclick]")
    assert pick(page, "title")[0].text == "Error: Gallery of components – OneChild – Hatterton Council"
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def _drawn(source: str, address: str = "/", **context: Any) -> Any:
    request = RequestFactory().get(address)
    drawn = Template("{% load onechild %}" + source).render(Context({"today": TODAY, "request": request} | context))
    return fragment_of(drawn)
