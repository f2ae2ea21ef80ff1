"""A clock in the words of its page: its law, who owes it, how sure we are, its versions with our own standards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.explained.topics import TOPICS
from onechild.knowledge.clocks.local.amber import amber_days, amber_setting, amber_unit
from onechild.knowledge.clocks.local.named import in_words, local_standard
from onechild.knowledge.clocks.model import BEGINNING, FOREVER, Clock, OwnInterval, Rule, Standard
from onechild.knowledge.clocks.standards import InForce, versions
from onechild.knowledge.workdays.lengths import Length
from onechild.service.desk.law_words import STANDINGS, SURE, month_checked, source_words, text_of
from onechild.service.desk.links import standard_page
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import date_only


@dataclass(frozen=True, kw_only=True)
class RulePage:
    """What the page says of a clock, before its example and its counts."""

    key: str
    title: str
    topic: str
    plain: str
    owed_by: str
    standing: str
    sure: str
    unchecked: bool
    source: str
    href: str
    checked: str
    exceptions: tuple[str, ...]
    notes: tuple[str, ...]
    references: str
    amber: str
    standards: tuple[Link, ...]
    versions: Table


def rule_of(clock: Clock, *, standards: Iterable[InForce]) -> RulePage:
    """This function will return the page of a clock, with the council's own standards put in."""
    set_here = tuple(standards)
    named = dict.fromkeys(standard.setting for standard in _standards_of(clock))
    return RulePage(
        key=clock.key,
        title=clock.title,
        topic=TOPICS[clock.topic],
        plain=clock.plain or f"{clock.title}: {how_long(clock)}.",
        owed_by=clock.owed_by,
        standing=STANDINGS[clock.standing],
        sure=SURE[clock.confidence],
        unchecked=clock.confidence.value == "K",
        source=source_words(clock.source),
        href=text_of(clock.source),
        checked=month_checked(clock.source.checked),
        exceptions=clock.exceptions,
        notes=clock.notes,
        references=", ".join(clock.references),
        amber=_amber(clock, set_here),
        standards=(
            *(Link(f"Local standard: {_setting(key)}", standard_page(key)) for key in named),
            Link("Amber window", standard_page(amber_setting(clock))),
        ),
        versions=_versions_table(clock, set_here),
    )


def how_long(clock: Clock) -> str:
    """This function will return the length that holds now where nothing special does: "within 3 months, then 6 months".

    It is the law's, or the usual number of a local standard that the council has not set.
    """
    steps = [one for one in law.steps(clock, standards=()) if one.during is None and one.in_force_to == FOREVER]
    lengths = [str(one.within) for one in sorted(steps, key=lambda one: one.step_from)]
    if not lengths:
        return "only where the council sets it" if any(_standards_of(clock)) else "no longer in force"
    first, *others = lengths
    if not others and steps[0].step_to >= law.WITHOUT_END:
        return f"every {first}"
    said = first if first.endswith("before") else f"by the {first}" if first.endswith("birthday") else f"within {first}"
    return ", then ".join([said, *others])


def while_words(during: str | None) -> str:
    """This function will return a kind of spell as words: "placed for adoption unreviewed"."""
    return during.replace("_", " ") if during else ""


def _amber(clock: Clock, standards: tuple[InForce, ...]) -> str:
    key = amber_setting(clock)
    held = [one for one in standards if one.setting == key and one.ended_on == FOREVER]
    days = held[-1].value if held else amber_days(clock)
    return (
        f"{in_words(days, amber_unit(clock))} before its day{'' if held else ', where the council sets nothing else'}"
    )


def _versions_table(clock: Clock, standards: tuple[InForce, ...]) -> Table:
    columns = [Column("Holds"), Column("How long"), Column("From"), Column("Until"), Column("Says so")]
    rows = [row for rule in clock.rules for row in _rows(clock, rule, standards)]
    return Table(label="Versions of the rule", heading="versions", columns=columns, rows=rows, kind="stack")


def _rows(clock: Clock, rule: Rule, standards: tuple[InForce, ...]) -> Iterator[list[object]]:
    """A row for a rule, and one for each dated number of the council's own standard in it."""
    dated = {(rule.in_force_from, rule.in_force_to)}
    for length in rule.lengths:
        if isinstance(length, Standard):
            dated = {
                (max(begins, rule.in_force_from), min(ends, rule.in_force_to))
                for begins, ends, _ in versions(length, standards)
                if begins < rule.in_force_to and ends > rule.in_force_from
            }
    special = any(one.during for one in clock.rules)
    usual = "Wherever nothing above holds" if special else "Every time"
    holds = rule.says or (while_words(rule.during).capitalize() if rule.during else usual)
    for begins, ends in sorted(dated):
        said = [_length_on(length, begins, standards) for length in rule.lengths]
        first, *others = said
        goes_on = f"every {first}" if rule.repeats and not others else ", then ".join(said)
        yield [
            holds,
            Cell(text=goes_on[0].upper() + goes_on[1:], note=_note(rule)),
            "Always, as far as known" if begins <= BEGINNING else date_only(begins),
            "Still in force" if ends >= FOREVER else date_only(ends),
            _says_so(clock, rule),
        ]


def _says_so(clock: Clock, rule: Rule) -> Cell:
    source, sure = rule.source or clock.source, rule.confidence or clock.confidence
    check = Tag("Local standard, check", "missing") if sure.value == "K" else None
    return Cell(text=rule.reference, note=source_words(source) if rule.source else "", tag=check)


def _note(rule: Rule) -> str:
    own = any(isinstance(length, OwnInterval) for length in rule.lengths)
    local = any(isinstance(length, Standard) for length in rule.lengths)
    return "where the plan itself asks for it" if own else "local standard" if local else ""


def _length_on(length: Length | Standard | OwnInterval, day: date, standards: tuple[InForce, ...]) -> str:
    if isinstance(length, Standard):
        found = [number for begins, ends, number in versions(length, standards) if begins <= day < ends]
        number = found[0] if found else length.default
        return str(length.of(number)) if number else "nothing until the council sets it"
    return "number of days that the plan says, if sooner" if isinstance(length, OwnInterval) else str(length)


def _standards_of(clock: Clock) -> Iterator[Standard]:
    return (length for rule in clock.rules for length in rule.lengths if isinstance(length, Standard))


def _setting(key: str) -> str:
    title = local_standard(key).title
    return title[0].lower() + title[1:]
