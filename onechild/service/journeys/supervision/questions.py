"""Reflective questions by theme, for a supervisor to choose from: the words are ours, no quotation of anybody.

Each theme names what it rests on. Sources were read second-hand (local standard, check): the statement of knowledge and
skills of practice supervisors (Department for Education, 2018); Working Together to Safeguard Children (2023 edition;
2026 edition: check); the review of child protection by Munro (2011).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

SUPERVISORS = "Knowledge and skills of practice supervisors, 2018, read second-hand: check"
TOGETHER = "Working Together to Safeguard Children, 2023 edition, read second-hand: check"
MUNRO = "Munro review of child protection, 2011, read second-hand: check"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A theme of reflection, why it is asked, and its questions."""

    key: str
    title: str
    source: str
    questions: tuple[str, ...]


THEMES: tuple[Theme, ...] = (
    Theme(
        key="voice",
        title="The child’s voice",
        source=TOGETHER,
        questions=(
            "What would this child say is the worst part of their day, and how do you know?",
            "What has the child shown you without words?",
            "What does the child want that nobody has acted on?",
        ),
    ),
    Theme(
        key="drift",
        title="Drift",
        source=SUPERVISORS,
        questions=(
            "If nothing we do changes, where will this child be in six months?",
            "What has been about to happen for a long time, and what holds it up?",
            "What are we doing out of habit that no longer helps?",
        ),
    ),
    Theme(
        key="risk",
        title="Risk",
        source=TOGETHER,
        questions=(
            "What exactly are you worried will happen, to whom, and how soon?",
            "What keeps this child safe tonight, and what if that person is not there?",
            "What have you grown used to in this family that would have shocked you at first?",
        ),
    ),
    Theme(
        key="hypotheses",
        title="Other explanations",
        source=MUNRO,
        questions=(
            "What else could explain what you have seen?",
            "What would change your mind, and have you looked for it?",
            "Who sees this family differently from you, and what if they are right?",
        ),
    ),
    Theme(
        key="relationships",
        title="Relationships",
        source=SUPERVISORS,
        questions=(
            "Who does this child trust, and how does our work help that to last?",
            "How do the parents think you see them?",
            "Who is missing from this picture: a father, a grandparent, a sibling?",
        ),
    ),
    Theme(
        key="culture",
        title="Culture and identity",
        source=SUPERVISORS,
        questions=(
            "What does this child’s culture, faith, race or disability mean for what they need from us?",
            "What do you take for granted about this family, and where does that come from?",
            "How is power felt between you and this family?",
        ),
    ),
    Theme(
        key="feelings",
        title="The worker’s own feelings",
        source=MUNRO,
        questions=(
            "How do you feel on the way to this house, and on the way back?",
            "What do you find hard to say in this family’s home?",
            "What about this child stays with you in the evening?",
        ),
    ),
)


def offered(*, first: Collection[str] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """This function will return the questions under their themes, as a form's choices; the themes named come first."""
    ordered = sorted(THEMES, key=lambda theme: theme.key not in first)
    return [(theme.title, [(words, words) for words in theme.questions]) for theme in ordered]


def themes_for(parts: Collection[str]) -> list[str]:
    """This function will return the themes that an agenda with these parts asks for first: drift where much is late."""
    found = []
    if {"late", "promises_late", "not_talked"} & set(parts):
        found.append("drift")
    if "not_seen" in parts or "silent" in parts:
        found.append("voice")
    if "missing" in parts:
        found.append("risk")
    return found
