"""Visits in time, now and then, each on its named basis, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.errors import CannotProceed
from onechild.knowledge.measures.behind import Behind, behind, tally
from onechild.knowledge.measures.model import Figure
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.visits import general_looked_after_interval, protection_interval
from onechild.knowledge.measures.topics import visits
from onechild.knowledge.reports.figures import NOW, THEN
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.suppression import HIDDEN, SMALL, is_small
from onechild.knowledge.reports.values import NO_VALUE
from onechild.knowledge.reports.words import FEW, capital, length, number, per_cent

FLAT_PROTECTION, OWN_PROTECTION = visits.PROTECTION_VISITS, visits.PROTECTION_VISITS_IN_OWN_INTERVAL
BY_RULE, FLAT_LOOKED_AFTER = visits.LOOKED_AFTER_VISITS, visits.LOOKED_AFTER_VISITS_FLAT
ASKED = (FLAT_PROTECTION, OWN_PROTECTION, BY_RULE, FLAT_LOOKED_AFTER)


@dataclass(frozen=True)
class Share:
    """So many children of so many."""

    part: int
    whole: int

    @property
    def words(self) -> str:
        """The share in per cent, or that there was nobody to count."""
        return per_cent(self.part, self.whole) if self.whole else "nobody to count"

    @property
    def kept_back(self) -> bool:
        """Whether those in it or those missing are too few to publish."""
        return self.few or is_small(self.part) or is_small(self.whole - self.part)

    @property
    def few(self) -> bool:
        """Whether all of them together are too few to publish anything of them."""
        return is_small(self.whole)


@dataclass(frozen=True)
class VisitFigure:
    """One measure of visits, now and then: of which children (`before` and `after` the noun), and what is asked."""

    key: str
    title: str
    before: str
    after: str
    asked: str
    now: Share
    then: Share


@dataclass(frozen=True)
class Visits:
    """The figures, or in `why_none` why there are none; and the children behind them, by the key of the measure."""

    figures: tuple[VisitFigure, ...]
    behind: Mapping[str, list[Behind]]
    why_none: str = ""


def visits_of(question: Question) -> Visits:
    """The four figures of visits at the two moments of the question; needs the clocks to be built."""
    try:
        rows = behind(question, *ASKED)
    except CannotProceed as lacking:
        return Visits((), {}, str(lacking))
    found = {measure.key: tally(question, measure, rows[measure.key]) for measure in ASKED}
    return visits_between(question, found, rows, then=THEN, now=NOW)


def visits_between(
    question: Question,
    found: Mapping[str, Sequence[Figure]],
    rows: Mapping[str, list[Behind]],
    *,
    then: int,
    now: int,
) -> Visits:
    """Two moments of a question side by side, from the figures of all its moments by the key of the measure."""
    bases = _bases(question, question.moments[now].to_on)
    return Visits(
        tuple(
            VisitFigure(
                measure.key,
                measure.title,
                *bases[measure.key],
                _share_of(found[measure.key][now]),
                _share_of(found[measure.key][then]),
            )
            for measure in ASKED
        ),
        rows,
    )


def _share_of(figure: Figure) -> Share:
    return Share(int(figure.numerator), int(figure.denominator or 0))


def visit_sentences(found: Visits, saying: Saying) -> list[str]:
    """One sentence for each figure; the two ways of counting stand side by side because they can disagree."""
    if found.why_none:
        return ["Nothing is said of visits: the extract does not hold what they are counted from."]
    return [_sentence(figure, saying) for figure in found.figures]


def share_words(share: Share, *, publish: bool) -> str:
    """A share as a table shows it: "238 of 240 (99.2%)"; for publication, where a part is small, "1 to 5 of 240"."""
    if not share.whole:
        return NO_VALUE
    if publish and share.few:
        return HIDDEN
    if publish and share.kept_back:
        return f"{'all but ' if is_small(share.whole - share.part) else ''}{SMALL} of {share.whole:,}"
    return f"{share.part:,} of {share.whole:,} ({share.words})"


def _bases(question: Question, day: date) -> dict[str, tuple[str, str, str]]:
    """Of which children each figure is, before and after their noun, and what was asked of them; intervals are the
    clocks' own.
    """
    protection = length(protection_interval(question, day))
    flat = length(general_looked_after_interval())
    return {
        FLAT_PROTECTION.key: (
            "",
            f"on a child protection plan for {protection} or longer",
            f"seen within {protection}",
        ),
        OWN_PROTECTION.key: (
            "",
            "on a child protection plan and past the first visit due",
            "inside the interval of their own plan",
        ),
        BY_RULE.key: (
            "looked-after ",
            "past the first visit due in their placement",
            "inside the interval that the regulations give each of them",
        ),
        FLAT_LOOKED_AFTER.key: ("", f"looked after for {flat} or longer", f"visited within {flat}"),
    }


def _sentence(figure: VisitFigure, saying: Saying) -> str:
    now, then = figure.now, figure.then
    if not now.whole:
        words = f"No {figure.before}child was {figure.after} at {saying.now}"
        return f"{words}, so nothing can be said of who was {figure.asked}."
    words = f"{_subject(figure, saying)} {figure.asked} at {saying.now}"
    if saying.publish and now.few:
        words = f"Too few {figure.before}children were {figure.after} at {saying.now} to say who was {figure.asked}"
    return f"{words}; at {saying.then} it was {_share(then, saying)}." if then.whole else f"{words}."


def _subject(figure: VisitFigure, saying: Saying) -> str:
    """Who was, or were: "238 of the 240 children (99.2%) on a plan were", "The one child on a plan was not"."""
    now = figure.now
    if now.whole == 1:
        return f"The one {figure.before}child {figure.after} {'was' if now.part else 'was not'}"
    several = now.part > 1 or (saying.publish and now.kept_back)
    share = capital(_share(now, saying, f"{figure.before}children"))
    return f"{share} {figure.after} {'were' if several else 'was'}"


def _share(share: Share, saying: Saying, noun: str = "") -> str:
    """ "238 of the 240 children (99.2%)"; for publication, where either part is small, "all but one to five"."""
    if saying.publish and share.few:
        return "too few to say"
    whole = f"the {saying.number(share.whole)} {noun}" if noun else saying.number(share.whole)
    if saying.publish and share.kept_back:
        few = f"{FEW} of {whole}"
        return f"all but {few}" if is_small(share.whole - share.part) else few
    if share.part == share.whole == 2:
        return f"both{f' {noun}' if noun else ''} ({share.words})"
    if share.part == share.whole > 1:
        return f"all {whole.removeprefix('the ')} ({share.words})"
    return f"{number(share.part)} of {whole} ({share.words})"
