"""The shapes: a code with its years of validity, and the set it belongs to."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property


class UnknownCodeSet(LookupError):
    """No code set has this key."""


class UnknownCode(LookupError):
    """The code set has no such code, on any day."""


@dataclass(frozen=True)
class Code:
    """One code while one label held. Both dates are included; None means no known start, or still in use.

    A label of None means that the code exists and its meaning is not published in the sources at hand.
    """

    code: str
    label: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    status: str | None = None
    note: str | None = None

    def holds_on(self, day: date) -> bool:
        """This function will say whether the code, with this label, is valid on the day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class CodeSet:
    """One published list. A code relabelled in some year has one `Code` for each label, the earlier first."""

    key: str
    title: str
    source: str
    codes: tuple[Code, ...]
    used_in: str | None = None
    note: str | None = None
    maps_to: str | None = None

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def label(self, code: str, on: date | None = None) -> str | None:
        """This function will return what the code meant on the day, or means now; None where nobody published it.

        On a day when it was not valid, the label nearest in time. Raises UnknownCode for a code not in the set.
        """
        rows = self._rows(code)
        if on is None:
            return rows[-1].label
        return next((row.label for row in rows if row.valid_to is None or on <= row.valid_to), rows[-1].label)

    def valid(self, code: str, on: date) -> bool:
        """This function will say whether the set holds the code and the day lies in its years of validity."""
        return any(row.holds_on(on) for row in self._by_code.get(code, ()))

    def codes_on(self, day: date) -> tuple[Code, ...]:
        """This function will return the codes valid on the day, each once, in the order of the published list."""
        return tuple(row for row in self.codes if row.holds_on(day))

    def validity(self, code: str) -> tuple[date | None, date | None]:
        """This function will return the first and the last day of a code under any of its labels."""
        rows = self._rows(code)
        return rows[0].valid_from, rows[-1].valid_to

    def _rows(self, code: str) -> list[Code]:
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownCode(f'The code set "{self.key}" has no code "{code}".') from None

    @cached_property
    def _by_code(self) -> dict[str, list[Code]]:
        found: dict[str, list[Code]] = {}
        for row in self.codes:
            found.setdefault(row.code, []).append(row)
        return found
