"""Measures of quality: audits and what came of them, complaints, allegations, and homeless young people."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.front_door import HOMELESS_AT_16_OR_17
from onechild.knowledge.clocks.rules.others.information import ALLEGATION_RESOLVED, ALLEGATION_RESOLVED_3, STAGE_1
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source, Target
from onechild.knowledge.measures.topics.help.words import LOCAL, kept_locally
from onechild.knowledge.measures.topics.timeliness import completed_in_time, duties_in_time

FORMER_TARGET = "Former target of Working Together, kept locally (local standard, check)"
HANGING = "Somebody's work, and the children they work with, hang on the answer."

AUDITS_GOOD = Measure(
    key="audits-good-or-better",
    title="Audits graded good or better",
    reference="QA01",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="audits",
    unit="row_id",
    counted_on="happened_on",
    counts=_.good,
    better=Better.HIGHER,
    value_unit="share of audits",
    breakdowns=("team", "theme"),
    says="Of audits of the period that were graded, those good or outstanding: by the grade after moderation, or the "
    "auditor's own where there was none.",
    why_it_matters="Time kept is not work done well. Audits look at the work itself.",
    sources=(Source("Ofsted, inspection of a council, 2022", "K"),),
    excludes="Audits with no grade.",
    needs=("audits",),
)

AUDIT_ACTIONS = Measure(
    key="audit-actions-on-time",
    title="What audits asked for, done on time",
    reference="QA02",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="audit actions",
    unit="row_id",
    counted_on="due_on",
    out_of=_.required,
    counts=_.in_time,
    better=Better.HIGHER,
    value_unit="share of actions due",
    says="Of actions that audits asked for and that fell due in the period, those done by their day; one still undone "
    "is late.",
    why_it_matters="An audit changes nothing until somebody does what it found to be missing.",
    sources=(LOCAL,),
    excludes="Actions withdrawn by the day they were due, and those with no day.",
    needs=("directions",),
)

COMPLAINTS_ANSWERED = duties_in_time(
    STAGE_1,
    key="complaints-answered-in-time",
    title="Complaints due an answer at stage 1 in a period and answered in time",
    reference="QA03",
    breakdowns=(),
    sources=kept_locally(STAGE_1),
    says="Of complaints whose answer at stage 1 fell due in the period, by the longer time where it was extended, "
    "those answered in time. One unanswered is late. Complaints name no team in the standard tables.",
    why="A family that complains has been let down once already; a late answer is twice.",
    excludes="Complaints closed, withdrawn or taken to stage 2 before the answer was due.",
)

ALLEGATIONS_1 = completed_in_time(
    ALLEGATION_RESOLVED,
    key="allegations-resolved-in-1-month",
    title="Allegations resolved within one month",
    reference="LD01",
    rows="allegation duties",
    out_of=_.clock == ALLEGATION_RESOLVED.key,
    counts=_.in_time,
    breakdowns=("sector",),
    says="Of allegations against people who work with children resolved in the period, those resolved within a month "
    "of the report to the designated officer, or the time that the council has set. Open ones are not in it.",
    why=HANGING,
    source=LOCAL,
    standing="local",
    excludes="Allegations still open.",
    target=Target(0.8, FORMER_TARGET),
)

ALLEGATIONS_3 = completed_in_time(
    ALLEGATION_RESOLVED_3,
    key="allegations-resolved-in-3-months",
    title="Allegations resolved within three months",
    reference="LD01",
    rows="allegation duties",
    out_of=_.clock == ALLEGATION_RESOLVED_3.key,
    counts=_.in_time,
    breakdowns=("sector",),
    says="Of allegations against people who work with children resolved in the period, those resolved within three "
    "months of the report to the designated officer. Open ones are not in it.",
    why=HANGING,
    source=LOCAL,
    standing="local",
    excludes="Allegations still open.",
    target=Target(0.9, FORMER_TARGET),
)

ALLEGATIONS_DUE = duties_in_time(
    ALLEGATION_RESOLVED,
    key="allegations-due-in-1-month",
    title="Allegations due to be resolved in a period, resolved within one month",
    reference="LD01",
    rows="allegation duties",
    out_of=(_.clock == ALLEGATION_RESOLVED.key) & _.required,
    counts=_.in_time,
    breakdowns=("sector",),
    says="Of allegations whose month after the report ran out in the period, those resolved by then; open ones are "
    "late.",
    why=HANGING,
)

HOMELESS_ASSESSED = duties_in_time(
    HOMELESS_AT_16_OR_17,
    key="homeless-young-people-assessed-in-time",
    title="Homeless at 16 or 17: assessed with housing the same day or the next",
    reference="PL09",
    rows="homeless at 16 or 17",
    out_of=_.required,
    breakdowns=("team", "plan"),
    sources=kept_locally(HOMELESS_AT_16_OR_17),
    says="Of young people of 16 or 17 who came without a home and whose assessment with housing fell due in the "
    "period, those assessed by then. What came of it is not in the standard tables but as the plan they had then.",
    why="A night in a doorway, or in a house with strangers, can't be put right by a form.",
    excludes="Young people who are already looked after; those who were not yet 16 when they came.",
)

MEASURES: tuple[Measure, ...] = (
    AUDITS_GOOD,
    AUDIT_ACTIONS,
    COMPLAINTS_ANSWERED,
    ALLEGATIONS_1,
    ALLEGATIONS_3,
    ALLEGATIONS_DUE,
)
