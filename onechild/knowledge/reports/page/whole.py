"""The caseload report as one HTML file that needs nothing else: style and drawings inside, no script, no request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.cells import Row, rows_of
from onechild.knowledge.reports.figures import NOW, THEN, TeamFigures
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.page.behind import behind_section
from onechild.knowledge.reports.page.charts import NARROW, WIDE, Pair, dumbbells, scale
from onechild.knowledge.reports.page.tables import figures_table, how_far_table, visits_table
from onechild.knowledge.reports.suppression import HIDDEN
from onechild.knowledge.reports.words import full_date, one_decimal

TITLE = "How many cases our workers hold, and who is visited in time"
STAFF = "For staff only: holds ids of children and workers"
PUBLIC = "For publication: no ids, small numbers kept back"
# Said in the same breath as the sentence before, so they stand in one paragraph with it.
FOLLOW_ON = ("Beside that average", "The two counts differ")


def to_html(report: CaseloadReport) -> str:
    """The report as a whole page."""
    council = report.about.council_name or f"council {report.about.council}"
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Cases and visits at {escape(report.saying.now)} – {escape(council)} – OneChild</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to main content</a>\n'
        f'{_header(report, council)}\n<main class="page" id="main" tabindex="-1">\n{_body(report)}\n</main>\n'
        f"{_footer(report)}\n</body>\n</html>\n"
    )


def _header(report: CaseloadReport, council: str) -> str:
    mark = PUBLIC if report.publish else STAFF
    return (
        '<header class="head"><div class="page"><span class="head__name">OneChild</span>'
        f'<span class="head__council">{escape(council)}</span><span class="head__mark">{mark}</span></div></header>'
    )


def _body(report: CaseloadReport) -> str:
    invented = invented_words(report.about)
    days = f"Figures at {full_date(report.as_at)}, set beside {full_date(report.against)}, counted the same way."
    return "\n".join(
        [
            f'<p class="caption">Caseload and visits report</p><h1>{TITLE}</h1><p class="small">{days}</p>',
            f'<p class="inset">{escape(invented)}</p>' if invented else "",
            f'<div class="columns"><div>{_words(report.sentences)}{_chart(report)}{_visits(report)}</div>',
            f"<div>{_definitions(report)}{_dfe(report)}{_how_far(report)}</div></div>",
            _figures(report),
            _notes(report),
            behind_section(report),
        ]
    )


def paragraphs_of(sentences: Iterable[str]) -> list[str]:
    """This function will return the sentences as paragraphs: what must be read in one breath stands in one."""
    paragraphs: list[list[str]] = []
    for sentence in sentences:
        if paragraphs and sentence.startswith(FOLLOW_ON):
            paragraphs[-1].append(sentence)
        else:
            paragraphs.append([sentence])
    return [" ".join(paragraph) for paragraph in paragraphs]


def _words(sentences: tuple[str, ...]) -> str:
    first, *rest = (escape(paragraph) for paragraph in paragraphs_of(sentences))
    return f'<div class="words"><p class="lede">{first}</p>{"".join(f"<p>{words}</p>" for words in rest)}</div>'


@dataclass(frozen=True)
class Drawn:
    """The chart of the report, wide and narrow, and where its scale begins."""

    wide: str
    narrow: str
    begins: float


def pairs_of(report: CaseloadReport) -> list[Pair]:
    """This function will return what the chart draws: a pair of averages for each team."""
    return [_pair(team, row) for team, row in zip(report.caseload.teams, rows_of(report), strict=False)]


def drawn(report: CaseloadReport) -> Drawn | None:
    """This function will draw the chart of the report; None where no team has an average on either day."""
    pairs = pairs_of(report)
    if not any(pair.now is not None or pair.then is not None for pair in pairs):
        return None
    title = " ".join(report.sentences[1:3]) if len(report.sentences) > 2 else report.sentences[0]
    wide, narrow = (
        dumbbells(pairs, target=report.target, title=title, name=name, drawing=drawing)
        for name, drawing in (("wide", WIDE), ("narrow", NARROW))
    )
    return Drawn(wide, narrow, scale(pairs, target=report.target)[0])


def _chart(report: CaseloadReport) -> str:
    chart = drawn(report)
    if chart is None:
        return ""
    then, now = escape(report.saying.then), escape(report.saying.now)
    return (
        '<section aria-labelledby="chart"><h2 id="chart">Cases for each worker, by team</h2><figure>'
        f'<ul class="key"><li>{then}</li><li class="key__now">{now}</li></ul>{chart.wide}{chart.narrow}'
        f'<figcaption class="small">The scale begins at {chart.begins:g}. '
        "The children whom an average leaves out stand beside it in the table of figures.</figcaption></figure>"
        "</section>"
    )


def _pair(team: TeamFigures, row: Row) -> Pair:
    """A value that the table keeps back is not drawn either."""
    if HIDDEN in (row.now["average"], row.then.get("average")):
        return Pair(team.team, None, None, HIDDEN)
    return Pair(team.team, team.now.average, team.before.average if team.before else None)


def _visits(report: CaseloadReport) -> str:
    sentences = "".join(f"<p>{escape(sentence)}</p>" for sentence in report.visit_sentences)
    table = visits_table(report) if report.visits.figures else ""
    why = (
        '<p class="small">Two ways of counting stand side by side because they can disagree: one interval for every '
        "child, and the interval that each child’s plan or the regulations give.</p>"
        if table
        else ""
    )
    return (
        '<section aria-labelledby="visits"><h2 id="visits">Visits in time</h2>'
        f'<div class="words">{sentences}</div>{table}{why}</section>'
    )


def _definitions(report: CaseloadReport) -> str:
    terms = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in report.definitions)
    head = '<section class="panel" aria-labelledby="words"><h2 id="words">What the words mean</h2>'
    return f"{head}<dl>{terms}</dl></section>"


def dfe_words(report: CaseloadReport) -> str:
    """This function will return the average as the Department counts it, in words; nothing where there is none."""
    then, now = report.caseload.dfe_average
    if now is None:
        return ""
    before = f", and {one_decimal(then)} at {report.saying.then}" if then is not None else ""
    return (
        f"{one_decimal(now)} cases for each full-time social worker at {report.saying.now}"
        f"{before}. The Department for Education counts social workers of every team, agency and managers included, "
        "and leaves out personal advisers. Children waiting are not in it. It publishes the figure for 30 September: "
        "set it beside England’s on that day only."
    )


def _dfe(report: CaseloadReport) -> str:
    words = dfe_words(report)
    if not words:
        return ""
    return (
        '<section class="panel" aria-labelledby="dfe"><h2 id="dfe">Counted the Department’s way</h2>'
        f'<p class="small">{escape(words)}</p></section>'
    )


def _how_far(report: CaseloadReport) -> str:
    if not report.caseload.together[NOW].over_target:
        return ""
    return (
        f'<section aria-labelledby="how-far"><h2 id="how-far">How far over target</h2>{how_far_table(report)}</section>'
    )


def _figures(report: CaseloadReport) -> str:
    kept = (
        "<strong>1 to 5</strong> means a count too small to publish: someone could be recognised. "
        "<strong>Hidden</strong>: shown, it would give one of those away. Nought is shown."
        if report.publish
        else "Each team opens to the children and workers behind its figures."
    )
    then = report.caseload.together[THEN].workers
    against = "" if then else f" Nothing was held at {escape(report.saying.then)}."
    return (
        '<section aria-labelledby="figures"><h2 id="figures">The figures</h2>'
        f'{figures_table(report)}<p class="small">{kept}{against} A dash: not known, or not there.</p></section>'
    )


def _notes(report: CaseloadReport) -> str:
    items = "".join(f"<li>{escape(note)}</li>" for note in report.notes)
    return f'<section aria-labelledby="notes"><h2 id="notes">Before you rely on it</h2><ul>{items}</ul></section>'


def _footer(report: CaseloadReport) -> str:
    extract = f"Extract {report.fingerprint[:12]}." if report.fingerprint else ""
    known = f"Known as at {full_date(report.about.known_at)}." if report.about.known_at else ""
    return (
        f'<footer class="foot"><div class="page"><p>{escape(invented_words(report.about))}</p>'
        f"<p>{extract} {known} Made by OneChild from the council’s own extract.</p></div></footer>"
    )
