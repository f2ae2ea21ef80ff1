"""Every standard that a council may set: those that a clock names, found in the catalogue, and the few of no clock.

Where the law itself sets a length, a council may set a shorter one and never a longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.local.amber import amber_days, amber_setting, amber_unit
from onechild.knowledge.clocks.local.area import AREA_STANDARDS
from onechild.knowledge.clocks.local.capacity import FORECAST_STANDARDS
from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.knowledge.clocks.local.others import OTHERS, Other
from onechild.knowledge.clocks.local.protected_work import PROTECTED_WORK_STANDARDS
from onechild.knowledge.clocks.local.silences import SILENCE_STANDARDS
from onechild.knowledge.clocks.model import Clock, Standard, Standing
from onechild.knowledge.codesets import codeset

MOST: Mapping[str, int] = {
    "hour": 744,
    "day": 730,
    "working_day": 520,
    "school_day": 195,
    "week": 104,
    "month": 24,
    "year": 10,
    "birthday": 25,
}


@dataclass(frozen=True, kw_only=True)
class LocalStandard:
    """A number that a council sets for itself: in what unit, what holds where none is set, and between what limits.

    `clocks` are the timescales that run by it, `law_most` says that the greatest number is the law's own. `amber` marks
    a window before the due day, which changes no duty.
    """

    setting: str
    title: str
    unit: str
    default: float | None
    least: float
    most: float
    says: str
    source: str
    clocks: tuple[Clock, ...] = ()
    law_most: bool = False
    whole: bool = True
    amber: bool = False

    def refused(self, value: float) -> str:
        """This function will say in a sentence why the number can't be set; nothing where it can."""
        if self.whole and not float(value).is_integer():
            return "Give a whole number."
        if value < self.least:
            return f"The least that can be set is {self.in_words(self.least)}."
        if value > self.most and self.law_most:
            return (
                f"The law gives {self.in_words(self.most)} at most ({self.source}). A council may ask for sooner, and "
                "never allow longer."
            )
        return f"The most that can be set is {self.in_words(self.most)}." if value > self.most else ""

    def in_words(self, value: float) -> str:
        """This function will return a number with its unit: "28 days", "16th birthday", "9.30am"."""
        return in_words(value, self.unit)


def in_words(value: float, unit: str) -> str:
    """This function will return a number of a unit in words."""
    if unit == "time":
        minutes = round(value * 60)
        hour, past = divmod(minutes, 60)
        return f"{(hour - 1) % 12 + 1}{f'.{past:02}' if past else ''}{'am' if hour < 12 else 'pm'}"
    if unit == "birthday":
        return f"age {value:g}"
    if unit == "share":
        return f"{value:.0%}"
    if unit == "pound":
        return f"£{value:,.2f}".removesuffix(".00")
    if unit == "child":
        return f"{value:,.0f} children"
    noun = unit.replace("_", " ")
    return f"{value:g} {noun}" if value == 1 else f"{value:g} {noun}s"


@cache
def local_standards() -> Mapping[str, LocalStandard]:
    """This function will return every standard by its key: of clocks, of no clock, then the amber windows."""
    found = [
        *_of_clocks(CLOCKS),
        *map(
            _other,
            (
                *OTHERS,
                *CASELOAD_STANDARDS,
                *SILENCE_STANDARDS,
                *PROTECTED_WORK_STANDARDS,
                *FORECAST_STANDARDS,
                *AREA_STANDARDS,
            ),
        ),
        *map(_amber, CLOCKS),
    ]
    named: dict[str, LocalStandard] = {}
    for one in found:
        named.setdefault(one.setting, one)
    return named


def local_standard(setting: str) -> LocalStandard:
    """This function will return a standard by its key, or raise CannotProceed."""
    if setting not in local_standards():
        raise CannotProceed(f"there is no standard {setting} that a council sets")
    return local_standards()[setting]


def _of_clocks(clocks: Iterable[Clock]) -> Iterator[LocalStandard]:
    naming: dict[str, tuple[Standard, list[Clock]]] = {}
    for clock in clocks:
        for length in (length for rule in clock.rules for length in rule.lengths if isinstance(length, Standard)):
            named = naming.setdefault(length.setting, (length, []))[1]
            if clock not in named:
                named.append(clock)
    for setting, (standard, named) in naming.items():
        bound = next((clock for clock in named if clock.standing is not Standing.LOCAL), None)
        law = standard.default if bound else None
        yield LocalStandard(
            setting=setting,
            title=_title(setting) or _units_to(standard, named[0]),
            unit=standard.unit,
            default=standard.default,
            least=law if law and standard.before else 1,
            most=law if law and not standard.before else MOST[standard.unit],
            says=_says(named, standard),
            source=str((bound or named[0]).source),
            clocks=tuple(named),
            law_most=bool(law) and not standard.before,
        )


def _units_to(standard: Standard, clock: Clock) -> str:
    """ "Working days to hold a strategy discussion", for a setting whose code has no words yet."""
    noun = "age" if standard.unit == "birthday" else f"{standard.unit.replace('_', ' ')}s"
    way = "before, to" if standard.before else "to"
    return f"{noun.capitalize()} {way} {clock.title[0].lower()}{clock.title[1:]}"


def _says(named: list[Clock], standard: Standard) -> str:
    none = " Until the council sets it, nothing is owed under it." if standard.default is None else ""
    return f"Times the duty: {'; '.join(clock.title for clock in named)}.{none}"


def _other(other: Other) -> LocalStandard:
    return LocalStandard(
        setting=other.setting,
        title=_title(other.setting) or other.setting,
        unit=other.unit,
        default=other.default,
        least=other.least,
        most=other.most,
        says=other.says,
        source=other.source,
        whole=other.whole,
    )


def _amber(clock: Clock) -> LocalStandard:
    return LocalStandard(
        setting=amber_setting(clock),
        title=f"Amber before: {clock.title[0].lower()}{clock.title[1:]}",
        unit=amber_unit(clock),
        default=amber_days(clock),
        least=1,
        most=MOST["day"],
        says="How long before its day the duty shows amber. It changes no duty, and no day on which one falls due.",
        source="No law: a warning of the council's own.",
        clocks=(clock,),
        amber=True,
    )


def _title(setting: str) -> str:
    codes = codeset("setting")
    return (codes.label(setting) or "") if setting in codes else ""
