"""The parts of an assessment, in the order in which they are read, and what is still needed before it can be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onechild.service.journeys.assessment.forms import parts as forms
from onechild.service.journeys.assessment.history.answers import Asked
from onechild.service.record.models import AssessmentWork


@dataclass(frozen=True)
class Part:
    """One part: its key in the address, its heading, and the form that writes it."""

    key: str
    title: str
    form: type[forms.PartForm]

    @property
    def fields(self) -> list[str]:
        """The fields of the work that it holds."""
        return [name for name in self.form.base_fields if name not in ("edit_version", "clashes")]


PARTS: tuple[Part, ...] = (
    Part("why", "Why it is needed", forms.WhyForm),
    Part("voice", "The child’s voice", forms.VoiceForm),
    Part("family", "Family and partners", forms.FamilyForm),
    Part("needs", "Development, parenting, environment", forms.NeedsForm),
    Part("weighing", "Strengths and worries", forms.WeighingForm),
    Part("factors", "What was found", forms.FactorsForm),
    Part("analysis", "Analysis", forms.AnalysisForm),
    Part("outcome", "Outcome and next steps", forms.OutcomeForm),
)
BY_KEY = {part.key: part for part in PARTS}

# A field that must be written before the assessment is sent, and what is said where it is not.
NEEDED: tuple[tuple[str, str, str], ...] = (
    ("why", "why", "Say why it is needed"),
    ("family", "family_views", "Say what the family says"),
    ("family", "partner_views", "Say what school, health and other partners know, or why none was asked"),
    ("needs", "development", "Write about the child’s development"),
    ("needs", "parenting", "Write about what the parents can do"),
    ("needs", "environment", "Write about family and environment"),
    ("weighing", "strengths", "Say what is going well"),
    ("weighing", "worries", "Say what we are worried about"),
    ("factors", "factors", "Tick what the assessment found"),
    ("analysis", "analysis", "Write the analysis"),
    ("outcome", "outcome", "Choose what should happen now"),
    ("outcome", "outcome_words", "Say why this, and not more or less"),
    ("outcome", "next_steps", "Say what will be done, by whom and by when"),
)


@dataclass(frozen=True)
class Missing:
    """Something still needed: in which part, and what to do. The part "history" has its own page."""

    part: str
    words: str


def still_needed(work: AssessmentWork, asked: Sequence[Asked]) -> list[Missing]:
    """This function will return all that stands between the assessment and a manager; nothing where it can be sent."""
    found = [Missing("history", f"Say what it means now: {one.pattern.title}") for one in asked if one.open]
    if not (work.childs_voice or work.voice_not_heard):
        found.append(Missing("voice", "Write the child’s voice, or why it could not be heard"))
    found += [Missing(part, words) for part, field, words in NEEDED if not getattr(work, field)]
    if forms.NO_FACTORS in work.factors and work.outcome and work.outcome != forms.NO_FURTHER_ACTION:
        found.append(Missing("factors", "“No factors identified” goes only with no further action"))
    return found


def written(work: AssessmentWork, part: Part) -> str:
    """This function will say how far a part is: Written, Begun or Not yet written."""
    if part.key == "voice":
        return "Written" if work.childs_voice or work.voice_not_heard else "Not yet written"
    filled = [bool(getattr(work, name)) for name in part.fields]
    return "Written" if all(filled) else "Begun" if any(filled) else "Not yet written"
