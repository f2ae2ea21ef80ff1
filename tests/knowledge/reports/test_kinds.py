"""What each report says: of figures by lot, every figure has its footnote, and what is published names no child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Figure, Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.document.model import Document, Section, noted
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import caseload_document, told_by
from onechild.knowledge.reports.kinds.inspection import PARTS, inspection
from onechild.knowledge.reports.kinds.lines import line, sentence
from onechild.knowledge.reports.kinds.pack import pack
from onechild.knowledge.reports.kinds.scrutiny import BY_AGE, BY_TEAM, QUESTIONS, scrutiny
from tests.knowledge.reports.answering import ByLot
from tests.knowledge.reports.small_council import ABOUT, NOW, THEN, report_of

TIMELY = MEASURES["assessments-in-45-working-days"]


class Two(ByLot):
    """The same two figures, now and then, of every measure."""

    def __init__(self, now: tuple[int, int], then: tuple[int, int]) -> None:
        super().__init__(0)
        self._two = {NOW: now, THEN: then}

    def figures(self, measure: Measure, when: Moment, by: str = "", *, caseholding: bool = False) -> list[Figure]:
        """As `Answers.figures`; nothing of other days."""
        if by or when.to_on not in self._two:
            return []
        part, whole = self._two[when.to_on]
        return [Figure(when.from_on, when.to_on, part, whole, part / whole if whole else None)]


def asking(answers: ByLot, *, publish: bool = False) -> Asking:
    """Those answers asked of May 2021, set beside May 2020."""
    return Asking(answers, ABOUT, NOW, THEN, publish=publish)


def said(now: tuple[int, int], then: tuple[int, int], *, publish: bool = False) -> str:
    """The sentence of a share that should be high."""
    asked = asking(Two(now, then), publish=publish)
    found = line(asked, TIMELY)
    assert found
    return sentence(asked, found).text.split(": ", 1)[1]


def test_a_share_that_rose_is_said_with_its_count_and_that_it_is_better() -> None:
    assert said((90, 100), (80, 100)) == (
        "90.0% (90 of 100) in the twelve months to 31 May 2021, up from 80.0% in the twelve months to 31 May 2020: the "
        "better way."
    )


def test_a_share_that_is_shown_the_same_is_said_to_be_the_same() -> None:
    assert said((90, 100), (180, 200)).endswith("the same as in the twelve months to 31 May 2020.")


def test_a_small_number_is_not_said_to_councillors() -> None:
    words = said((3, 100), (80, 100), publish=True)
    assert words.startswith("too few to show (1 to 5) in the twelve months to 31 May 2021; in the twelve months")
    assert "3 of" not in words


def test_nothing_to_count_is_said_so() -> None:
    assert said((0, 0), (0, 0)) == "there was nothing to count in the twelve months to 31 May 2021."


@pytest.mark.parametrize(
    "report",
    [
        scrutiny(asking(ByLot(1), publish=True), None),
        pack(asking(ByLot(1)), told_by(report_of())),
        inspection(asking(ByLot(1))),
        caseload_document(report_of()),
    ],
    ids=lambda report: report.kind,
)
def test_every_figure_of_a_report_has_the_footnote_of_its_definition(report: Document) -> None:
    assert [note.key for note in report.footnotes] == list(noted(report.sections))
    assert all(MEASURES[note.key].says[:40] in note.words for note in report.footnotes)


def test_a_definition_that_nobody_confirmed_says_so() -> None:
    report = pack(asking(ByLot(1)), None)
    local = [note for note in report.footnotes if MEASURES[note.key].local]
    assert local
    assert all("local standard, check" in note.source for note in local)


def test_scrutiny_is_never_made_with_small_numbers() -> None:
    with pytest.raises(ValueError, match="publication alone"):
        scrutiny(asking(ByLot(1)), None)


def test_every_measure_that_a_report_names_is_in_the_catalogue() -> None:
    named = {key for keys in QUESTIONS.values() for key in keys} | {*BY_TEAM, *BY_AGE}
    named |= {key for part in PARTS for key in (*part.recent, *part.standing, *(cut for cut, _by in part.cuts))}
    assert named - MEASURES.keys() == set()


def test_every_cut_that_the_inspection_shows_is_one_of_its_measure() -> None:
    cuts = [(key, by) for part in PARTS for key, by in part.cuts]
    assert [(key, by) for key, by in cuts if by not in MEASURES[key].breakdowns] == []


def test_the_pack_has_every_area_and_what_changed_first() -> None:
    report = pack(asking(ByLot(1)), told_by(report_of()))
    titles = [section.title for section in report.sections]
    assert titles[0] == "What changed"
    assert {"Child protection", "Looked after", "Leaving care", "Workers"} <= set(titles)


def test_a_report_of_a_real_council_is_not_called_invented() -> None:
    real = Asking(ByLot(1), replace(ABOUT, invented=False), NOW, THEN)
    assert inspection(real).invented == ""


def test_what_is_printed_can_be_published() -> None:
    asked = asking(ByLot(1), publish=True)
    report = scrutiny(asked, None)
    assert {note.key for note in report.footnotes} == {key for key, _when, _by in asked.used}


def test_the_inspection_asks_about_what_was_left_or_late() -> None:
    report = inspection(asking(Two((40, 100), (40, 100))))
    first: Section = report.sections[0]
    assert first.title == "What they would ask"
    assert any("60 of 100 are not as they should be" in one.text for one in first.said)
