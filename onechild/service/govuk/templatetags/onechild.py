"""The template library: what draws the parts of a page, and the filters for dates. README.md lists it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from onechild.service.govuk import charts, words
from onechild.service.govuk.drawing import as_part, drawn_duty, drawn_load, happenings, query_with
from onechild.service.govuk.forms.errors import errors_of
from onechild.service.govuk.parts import Duty, Fact, Happening, Jump, Link, Load, Table, Tag
from onechild.service.govuk.tables import drawn_table

register = template.Library()

# ---- parts ----


@register.inclusion_tag("onechild/_tag.html")
def tag(part: Tag | Mapping[str, Any]) -> dict[str, Any]:
    """A word in a box."""
    return {"tag": as_part(Tag, part)}


@register.inclusion_tag("onechild/_tags.html")
def tags(parts: Iterable[Tag | Mapping[str, Any]]) -> dict[str, Any]:
    """Words in boxes, as a list."""
    return {"tags": [as_part(Tag, part) for part in parts]}


@register.inclusion_tag("onechild/_duties.html")
def duties(parts: Iterable[Duty | Mapping[str, Any]], today: date, level: int = 3) -> dict[str, Any]:
    """Duties, one line each; `level` is that of their headings."""
    return {"duties": [drawn_duty(as_part(Duty, part), today) for part in parts], "level": level}


@register.inclusion_tag("onechild/_jump.html")
def jump(parts: Iterable[Jump | Mapping[str, Any]]) -> dict[str, Any]:
    """Counts that lead to what they count."""
    return {"items": [as_part(Jump, part) for part in parts]}


@register.inclusion_tag("onechild/_tabs.html")
def tabs(parts: Iterable[Link | Mapping[str, Any]], label: str = "Parts of this page") -> dict[str, Any]:
    """Tabs that are links, with counts."""
    return {"items": [as_part(Link, part) for part in parts], "label": label}


@register.inclusion_tag("onechild/_side.html")
def side(parts: Iterable[Link | Mapping[str, Any]], label: str) -> dict[str, Any]:
    """Navigation within a record: a column at a desk, a strip on a phone."""
    return {"items": [as_part(Link, part) for part in parts], "label": label}


@register.inclusion_tag("onechild/_breadcrumbs.html")
def breadcrumbs(parts: Iterable[Link | Mapping[str, Any]]) -> dict[str, Any]:
    """The way back up."""
    return {"items": [as_part(Link, part) for part in parts]}


@register.inclusion_tag("onechild/_facts.html")
def facts(parts: Iterable[Fact | Mapping[str, Any]]) -> dict[str, Any]:
    """Names and values in a row, as in the header of a record."""
    return {"facts": [as_part(Fact, part) for part in parts]}


@register.inclusion_tag("onechild/_rows.html")
def rows(parts: Iterable[Fact | Mapping[str, Any]]) -> dict[str, Any]:
    """Names and values, one under the other."""
    return {"facts": [as_part(Fact, part) for part in parts]}


@register.inclusion_tag("onechild/_listing.html")
def listing(parts: Iterable[Fact | Mapping[str, Any]]) -> dict[str, Any]:
    """Things under one another, each with a small line."""
    return {"facts": [as_part(Fact, part) for part in parts]}


@register.inclusion_tag("onechild/_timeline.html")
def timeline(parts: Iterable[Happening | Mapping[str, Any]], today: date) -> dict[str, Any]:
    """What happened, the newest first as given; a year is said where it changes."""
    return {"items": happenings([as_part(Happening, part) for part in parts], today)}


@register.inclusion_tag("onechild/_table.html", takes_context=True)
def table(context: Context, part: Table | Mapping[str, Any]) -> dict[str, Any]:
    """A table; its headers sort by links that keep the rest of the address."""
    return {"table": drawn_table(as_part(Table, part), context.get("request"))}


@register.inclusion_tag("onechild/_load.html")
def load_bar(part: Load | Mapping[str, Any]) -> dict[str, Any]:
    """How much is held against a target."""
    return {"load": drawn_load(as_part(Load, part))}


@register.inclusion_tag("onechild/_hatch.html")
def hatch() -> dict[str, Any]:
    """The hatching of load bars: once on a page that has them."""
    return {}


@register.inclusion_tag("onechild/_pages.html", takes_context=True)
def pages(context: Context, page: Page[Any], parameter: str = "page", what: str = "") -> dict[str, Any]:
    """Links to the other pages of a long list; nothing where there is one page."""
    request = context.get("request")
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(number, query_with(request, **{parameter: number})) for number in numbers]
    before = query_with(request, **{parameter: page.number - 1})
    after = query_with(request, **{parameter: page.number + 1})
    return {"page": page, "links": links, "before": before, "after": after, "what": what}


@register.inclusion_tag("onechild/_chart.html")
def chart(wide: str, narrow: str, part: Table | Mapping[str, Any], note: str = "") -> dict[str, Any]:
    """Two drawings of one chart, of which each width shows one, and its table, which is always there."""
    drawings = {"wide": charts.safe_drawing(wide), "narrow": charts.safe_drawing(narrow)}
    return drawings | {"table": drawn_table(as_part(Table, part), None), "note": note}


# ---- states and questions ----


@register.inclusion_tag("onechild/_empty.html")
def empty(text: str) -> dict[str, Any]:
    """What would be here, and when something last was."""
    return {"text": text}


@register.inclusion_tag("onechild/_saved.html")
def saved(text: str = "") -> dict[str, Any]:
    """When this was last kept; read aloud when htmx changes it."""
    return {"text": text}


@register.inclusion_tag("onechild/_not_allowed.html")
def not_allowed(text: str) -> dict[str, Any]:
    """That this may not be done here, and who can."""
    return {"text": text}


@register.inclusion_tag("onechild/_restricted.html")
def restricted(text: str, href: str = "", link: str = "Who can open it") -> dict[str, Any]:
    """The banner of a restricted record."""
    return {"text": text, "href": href, "link": link}


@register.inclusion_tag("onechild/_error_summary.html")
def error_summary(*forms: Any) -> dict[str, Any]:
    """What has to be put right, with links to where; nothing where there is no error."""
    return {"errors": [error for form in forms if form is not None for error in errors_of(form)]}


@register.inclusion_tag("onechild/_confirm.html", takes_context=True)
def confirm(
    context: Context, title: str, text: str, *, button: str, cancel: str, action: str = "", warning: bool = False
) -> dict[str, Any]:
    """A question before something is done, as a form of its own."""
    asked = {"title": title, "text": text, "button": button, "cancel": cancel, "action": action, "warning": warning}
    return asked | {"csrf_token": context.get("csrf_token")}


# ---- blocks that hold other markup ----


@register.simple_block_tag
def section(
    content: str, title: str, *, id: str = "", count: object = None, note: str = "", link: Any = None
) -> SafeString:
    """A part of a page under a ruled heading, with how many, one sentence and one link."""
    link = as_part(Link, link) if link else None
    return _block("section", content, title=title, id=id or slugify(title), count=count, note=note, link=link)


@register.simple_block_tag
def panel(content: str, title: str, *, id: str = "") -> SafeString:
    """A tinted part at the side."""
    return _block("panel", content, title=title, id=id or slugify(title))


@register.simple_block_tag
def notes(content: str, title: str, *, id: str = "") -> SafeString:
    """What to know before acting; holds list items."""
    return _block("notes", content, title=title, id=id or slugify(title))


@register.simple_block_tag
def stale(content: str) -> SafeString:
    """That somebody else changed this, or that it is as at an earlier hour."""
    return _block("stale", content)


@register.simple_block_tag
def details(content: str, summary: str, *, opened: bool = False) -> SafeString:
    """Words that open."""
    return _block("details", content, summary=summary, opened=opened)


# ---- words ----


@register.filter
def day(on: date | None, today: date) -> str:
    """Friday 4 December."""
    return words.day(on, today) if on else ""


@register.filter
def short_day(on: date | None, today: date) -> str:
    """Friday 4 Dec."""
    return words.day(on, today, short=True) if on else ""


@register.filter
def date_only(on: date | None, today: date | None = None) -> str:
    """4 December, with its year where that isn't this year's or no day is given."""
    return words.date_only(on, today) if on else ""


@register.filter
def due(on: date | None, today: date) -> str:
    """Friday 4 December, in 3 working days."""
    return words.due(on, today) if on else ""


@register.filter
def since(on: date | None, today: date) -> str:
    """Since 6 July."""
    return words.since(on, today) if on else ""


@register.filter
def age(born: date | None, today: date) -> str:
    """7 years old."""
    return words.age(born, today) if born else ""


@register.filter
def short_age(born: date | None, today: date) -> str:
    """7, or 11 months."""
    return words.short_age(born, today) if born else ""


@register.filter
def moment(at: datetime | None, today: date) -> str:
    """Yesterday, 6.52pm."""
    return words.moment(at, today) if at else ""


@register.filter
def kept(count: int | None) -> str:
    """1 to 5, or the count."""
    return words.kept(count) if count is not None else ""


def _block(name: str, content: str, **context: Any) -> SafeString:
    return render_to_string(f"onechild/_{name}.html", {"content": content, **context})
