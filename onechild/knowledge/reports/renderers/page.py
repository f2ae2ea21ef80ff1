"""A report as one HTML file that needs nothing else: style and drawings inside, no script, no request."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from onechild.knowledge.reports.document.model import Cell, Chart, Document, Footnote, Said, Section, Table
from onechild.knowledge.reports.suppression import KEPT_BACK

NOTHING = "–"


def to_html(document: Document) -> str:
    """This function will return the report as a whole page."""
    return whole(document, body=_body(document), skip='<a class="skip" href="#main">Skip to main content</a>\n')


def whole(document: Document, *, body: str, skip: str = "", more_style: str = "") -> str:
    """This function will return a page around its body, with what stands at the head and foot of every report."""
    style = "".join(
        files("onechild.knowledge.reports").joinpath(*path).read_text(encoding="utf-8")
        for path in (("page", "page.css"), ("renderers", "report.css"))
    )
    title = f"{document.title} – {document.days} – {document.council}"
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} – OneChild</title>\n<style>\n{style}{more_style}</style>\n</head>\n<body>\n{skip}"
        '<header class="head"><div class="page"><span class="head__name">OneChild</span>'
        f'<span class="head__council">{escape(document.council)}</span>'
        f'<span class="head__mark">{escape(document.mark)}</span></div></header>\n'
        f'<main class="page report" id="main" tabindex="-1">\n{body}\n</main>\n'
        f'<footer class="foot"><div class="page"><p>{escape(document.invented)}</p><p>{escape(document.foot)}</p>'
        "</div></footer>\n</body>\n</html>\n"
    )


def _body(document: Document) -> str:
    return "\n".join([top(document), contents(document), *parts(document), *_end(document)])


def top(document: Document) -> str:
    """This function will return the title, the days, and that the council is invented where it is."""
    invented = f'<p class="inset">{escape(document.invented)}</p>' if document.invented else ""
    return f'<h1>{escape(document.title)}</h1><p class="small">{escape(document.days)}</p>{invented}'


def contents(document: Document) -> str:
    """This function will return the way to each section, where there are more than three."""
    if len(document.sections) < 4:
        return ""
    items = "".join(f'<li><a href="#{one.key}">{escape(one.title)}</a></li>' for one in document.sections)
    return f'<nav aria-label="Contents" class="contents"><ul>{items}</ul></nav>'


def parts(document: Document, *, drawings: str = "both") -> list[str]:
    """This function will return each section as markup; `drawings` is "both", or "wide" where paper has one width."""
    return [_section(document, section, 2, drawings) for section in document.sections]


def _end(document: Document) -> list[str]:
    return [terms(document), notes(document)]


def terms(document: Document) -> str:
    """This function will return what the words mean; nothing where none is explained."""
    if not document.terms:
        return ""
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in document.terms)
    return f'<section aria-labelledby="terms"><h2 id="terms">What the words mean</h2><dl>{items}</dl></section>'


def notes(document: Document) -> str:
    """This function will return the definitions of the figures, each by its number."""
    if not document.footnotes:
        return ""
    items = "".join(map(_note, document.footnotes))
    return f'<section aria-labelledby="definitions"><h2 id="definitions">Definitions</h2><ol>{items}</ol></section>'


def _note(note: Footnote) -> str:
    return (
        f'<li id="note-{note.number}"><strong>{escape(note.title)}.</strong> {escape(note.words)} '
        f'<span class="source">{escape(note.source)}</span></li>'
    )


def _section(document: Document, section: Section, level: int, drawings: str) -> str:
    lede = ' class="lede"' if level == 2 and section is document.sections[0] else ""
    said = [f"<p{lede if place == 0 else ''}>{_said(document, one)}</p>" for place, one in enumerate(section.said)]
    return (
        f'<section aria-labelledby="{section.key}"><h{level} id="{section.key}">{escape(section.title)}</h{level}>'
        f'<div class="words">{"".join(said)}</div>'
        + "".join(_chart(chart, drawings) for chart in section.charts)
        + "".join(_table(document, table, section.key, at) for at, table in enumerate(section.tables))
        + "".join(f'<p class="small">{_said(document, one)}</p>' for one in section.after)
        + "".join(_section(document, inner, level + 1, drawings) for inner in section.sections)
        + "</section>"
    )


def _said(document: Document, said: Said) -> str:
    return escape(said.text) + _references(document, said.notes)


def _references(document: Document, keys: Iterable[str]) -> str:
    numbers = [document.number_of(key) for key in keys]
    links = (f'<a href="#note-{number}" aria-label="Note {number}">{number}</a>' for number in numbers)
    found = ", ".join(links)
    return f'<sup class="note">{found}</sup>' if found else ""


def _chart(chart: Chart, drawings: str) -> str:
    narrow = chart.narrow if drawings == "both" else ""
    return f'<figure>{chart.wide}{narrow}<figcaption class="small">{escape(chart.title)}</figcaption></figure>'


def _table(document: Document, table: Table, section: str, place: int) -> str:
    """A table that scrolls by itself where the page is narrow, called by its section and its own title."""
    name = f"table-{section}-{place}"
    heads = "".join(f'<th scope="col"{_number(column.number)}>{escape(column.title)}</th>' for column in table.columns)
    body = "".join(f"<tr>{_row(document, table, row)}</tr>" for row in table.rows)
    foot = f"<tfoot><tr>{_row(document, table, table.total)}</tr></tfoot>" if table.total else ""
    below = f'<p class="small">{escape(table.says)}</p>' if table.says else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{section} {name}"><table>'
        f'<caption id="{name}">{escape(table.title)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody>{foot}</table></div>{below}"
    )


def _row(document: Document, table: Table, row: tuple[Cell, ...]) -> str:
    head, *rest = row
    cells = "".join(
        f"<td{_number(column.number)}>{_cell(document, cell)}</td>"
        for column, cell in zip(table.columns[1:], rest, strict=True)
    )
    return f'<th scope="row">{_cell(document, head)}</th>{cells}'


def _cell(document: Document, cell: Cell) -> str:
    kept = cell.text in (*KEPT_BACK, NOTHING)
    words = f'<span class="kept">{escape(cell.text)}</span>' if kept else escape(cell.text)
    return words + _references(document, cell.notes)


def _number(number: bool) -> str:
    return ' class="number"' if number else ""
