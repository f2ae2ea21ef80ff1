"""The report to councillors who scrutinise the service: plain words, no child, small numbers kept back.

Its tables are fixed, so that what they keep back can be audited together (tests/knowledge/reports/test_audit.py): each
measure stands once, no change is given as a number of children, and no table adds up to another's parts.
"""

from __future__ import annotations

from collections.abc import Iterable

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.reports.document.footnotes import footnotes
from onechild.knowledge.reports.document.model import PUBLIC, Document, Said, Section, Table, noted
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import Told, caseload_sections
from onechild.knowledge.reports.kinds.lines import by_team_table, differences, figures_table, lines, sentence
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.suppression import WHY

TITLE = "How well children are helped, protected and cared for"
# The questions councillors ask, and the figures that answer them.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "Do we answer in time when somebody is worried about a child?": (
        "contacts-decided-in-time",
        "referrals",
        "re-referrals-in-12-months",
        "assessments-in-45-working-days",
    ),
    "Are children protected?": (
        "children-on-plans",
        "conferences-in-15-working-days",
        "second-or-subsequent-plans",
        "children-on-plans-reviewed-in-time",
    ),
    "Do children in our care have a settled home?": (
        "children-looked-after",
        "in-foster-care",
        "three-or-more-placements",
        "in-one-placement-for-two-years",
        "placed-far-from-home",
        "looked-after-reviews-in-time",
    ),
    "Are they healthy, and do they learn?": (
        "health-assessments-up-to-date",
        "teeth-checked",
        "education-plans-this-term",
    ),
    "Do young people leave care with a home and something to do?": (
        "pathway-plans-in-date",
        "care-leavers-in-suitable-accommodation",
        "care-leavers-in-work-or-study",
    ),
    "Are children waiting for courts or for a family?": (
        "care-proceedings-concluded-in-time",
        "waiting-for-adoption-over-a-year",
    ),
    "Is the workforce steady, and is the work checked?": (
        "agency-rate",
        "cases-supervised-in-time",
        "audits-good-or-better",
        "complaints-answered-in-time",
    ),
}
# What councillors read, where a measure's own title is for those who work with it.
PLAIN: dict[str, str] = {
    "contacts-decided-in-time": "Contacts about a child that were decided in time",
    "referrals": "Referrals taken on",
    "re-referrals-in-12-months": "Referrals of a child who was referred in the 12 months before",
    "assessments-in-45-working-days": "Assessments finished within 45 working days",
    "conferences-in-15-working-days": "First child protection conferences held in time",
    "second-or-subsequent-plans": "New plans for a child who had one before",
    "children-on-plans-reviewed-in-time": "Children on a plan whose every review was in time",
    "children-looked-after": "Children in our care",
    "in-foster-care": "Children in our care who live with foster carers",
    "three-or-more-placements": "Children in our care who had three or more placements in the year",
    "in-one-placement-for-two-years": "Children long in our care who lived in one placement for two years",
    "placed-far-from-home": "Children in our care over 20 miles from home and outside the area",
    "looked-after-reviews-in-time": "Reviews of children in our care held in time",
    "health-assessments-up-to-date": "Children in our care whose health assessment is up to date",
    "teeth-checked": "Children in our care whose teeth were checked",
    "education-plans-this-term": "Pupils in our care with an education plan made this term",
    "pathway-plans-in-date": "Young people whose plan for leaving care is up to date",
    "care-leavers-in-suitable-accommodation": "Care leavers with a suitable home",
    "care-leavers-in-work-or-study": "Care leavers in work, training or study",
    "care-proceedings-concluded-in-time": "Care cases that the court finished in time",
    "waiting-for-adoption-over-a-year": "Children who have waited over a year for adoption",
    "agency-rate": "Agency workers among our social workers",
    "cases-supervised-in-time": "Children whose case was talked through in supervision in time",
    "audits-good-or-better": "Cases audited and found good or better",
    "complaints-answered-in-time": "Complaints answered in time",
}
BY_TEAM = ("assessments-in-45-working-days", "children-on-plans-reviewed-in-time", "cases-supervised-in-time")
BY_AGE = ("children-on-plans", "children-looked-after")


def scrutiny_measures() -> list[Measure]:
    """This function will return the measures that the report tells, in its order."""
    return _known(key for keys in QUESTIONS.values() for key in keys)


def scrutiny_cut() -> list[Measure]:
    """This function will return the measures that it breaks down."""
    return _known((*BY_TEAM, *BY_AGE))


def scrutiny(asking: Asking, told: Told | None) -> Document:
    """This function will return the report; `told` is what the caseload report says, None where there is none.

    Raises ValueError where it is asked for with small numbers: there is no such copy.
    """
    if not asking.publish:
        raise ValueError("the scrutiny report is made for publication alone")
    asking.titles = PLAIN
    asked = [
        section
        for place, (question, keys) in enumerate(QUESTIONS.items(), start=1)
        if not (section := _section(asking, f"question-{place}", question, keys)).empty
    ]
    sections = (*(caseload_sections(told, publish=True) if told else ()), *asked, _rely())
    return Document(
        kind="scrutiny",
        title=TITLE,
        council=asking.council,
        days=asking.days,
        as_at=asking.as_at,
        against=asking.against,
        mark=PUBLIC,
        publish=True,
        invented=invented_words(asking.about),
        sections=sections,
        footnotes=footnotes(noted(sections)),
        terms=tuple((term, words) for term, words in told.facts["definitions"]) if told else (),
        foot="Made by OneChild from the council’s own records.",
    )


def _section(asking: Asking, key: str, question: str, keys: tuple[str, ...]) -> Section:
    found = lines(asking, _known(keys))
    if not found:
        return Section(key, question)
    tables = [figures_table(asking, found, title="The figures")]
    tables += _tables(asking, keys)
    return Section(
        key, question, tuple(sentence(asking, one) for one in found), (), tuple(tables), differences(asking, found)
    )


def _tables(asking: Asking, keys: tuple[str, ...]) -> list[Table]:
    cut = [(key, "team") for key in keys if key in BY_TEAM] + [(key, "age") for key in keys if key in BY_AGE]
    found = (by_team_table(asking, MEASURES[key], by=by) for key, by in cut if key in MEASURES)
    return [table for table in found if table is not None]


def _rely() -> Section:
    said = (
        Said(WHY),
        Said(
            "A figure that went up or down a little may mean nothing: figures move from month to month by chance. Ask "
            "for the months of a figure before you ask for its cause."
        ),
        Said("England’s figures are those last published for a year no later than this report’s, where there are any."),
    )
    return Section("rely", "Before you rely on it", said)


def _known(keys: Iterable[str]) -> list[Measure]:
    return [MEASURES[key] for key in keys if key in MEASURES]
