"""How the board says time left, who told the council, and a contact in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from onechild.knowledge.workdays import LONDON, age_on, london
from onechild.service.govuk.words import clock, day, short_age
from onechild.service.journeys.front_door.board.waiting import Contact, Hidden
from onechild.service.record.models import Intake, IntakeChild, PartnerCheck
from onechild.service.record.queries.names import Head, joined

# Who told the council, in the groups that people at the front door think in; by the codes of `referral_source`.
SOURCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "police": ("Police", ("6",)),
    "school": ("School", ("2A", "2B")),
    "health": ("Health", ("3A", "3B", "3C", "3D", "3E", "3F")),
    "council": ("The council and other councils", ("4", "5A", "5B", "5C", "5D")),
    "legal": ("Courts, probation and others in law", ("7",)),
    "other": ("Other organisations", ("8",)),
    "public": ("Family or public", ("1A", "1B", "1C", "1D", "9", "10")),
}
GROUP_OF = {code: key for key, (_, codes) in SOURCES.items() for code in codes}
SHORT_SOURCE = {
    "1A": "Family",
    "1B": "Neighbour or friend",
    "1C": "Self",
    "1D": "Member of the public",
    "3A": "GP",
    "3B": "Health visitor",
    "3C": "School nurse",
    "3E": "Hospital",
    "4": "Housing",
    "5D": "Early help",
    "7": "Court, probation or other",
    "9": "Anonymous",
    "10": "Not known who",
}
MOST_WORDS = 110
A_DAY = timedelta(days=1)


def left_words(one: Contact | Hidden) -> str:
    """This function will return "1 hr 40 min left", "2 days 3 hr left" on the clock, or "50 min over"."""
    minutes = int(abs(one.left).total_seconds() // 60)
    if one.late and not minutes:
        return "Just over its time"
    return f"{length_words(minutes)} {'over' if one.late else 'left'}"


def length_words(minutes: int) -> str:
    """This function will return minutes as "45 min", "2 hr", "1 hr 40 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours:,} hr"] if hours else []
    return " ".join([*parts, *([f"{rest} min"] if rest or not hours else [])])


def by_words(one: Contact | Hidden, today: date) -> str:
    """This function will return "by 4pm", "by 5pm tomorrow", "was due 1.30pm", "needed by 8pm Tuesday 24 Nov"."""
    first = "was due" if one.late else "needed by" if one.due.by_need else "by"
    return f"{first} {when(one.due.at, today)}"


def when(moment: datetime, today: date) -> str:
    """This function will return a moment near to today: "4pm", "5pm tomorrow", "5pm Monday 23 Nov"."""
    said, on = clock(moment.astimezone(LONDON).time()), london(moment)
    if on == today:
        return said
    if abs(on - today) == A_DAY:
        return f"{said} {'tomorrow' if on > today else 'yesterday'}"
    return f"{said} {day(on, today, short=True)}"


def source_words(intake: Intake) -> str:
    """This function will return who told the council in a word or two: "Police", "Health visitor"."""
    code = intake.source_kind or ""
    short = SHORT_SOURCE.get(code) or SOURCES.get(GROUP_OF.get(code, ""), ("", ()))[0]
    return short or intake.organisation or "Not said who told us"


def said(intake: Intake) -> str:
    """This function will return the first words of what was said, cut at a word."""
    words = " ".join(intake.words.split())
    if len(words) <= MOST_WORDS:
        return words
    return f"{words[:MOST_WORDS].rsplit(' ', 1)[0]} …"


def names_of(children: Sequence[IntakeChild], heads: dict[str, Head] | None = None) -> str:
    """This function will return "Noah, Eliana and Caleb Mensah"; what can be said where no child was named."""
    if not children:
        return "No child named yet"
    named = [_parts(child, (heads or {}).get(child.child_id or "")) for child in children]
    surnames = {surname for _, surname in named}
    if len(surnames) == 1 and all(forename for forename, _ in named):
        return f"{joined([forename for forename, _ in named])} {named[0][1]}".strip()
    return joined([f"{forename} {surname}".strip() or "a child not named" for forename, surname in named])


def ages_of(children: Sequence[IntakeChild], heads: dict[str, Head], today: date) -> str:
    """This function will return "9, 7 and 2", as far as known; the sender's words where no date is."""
    ages = [_age(child, heads.get(child.child_id or ""), today) for child in children]
    known = [age for age in ages if age]
    return joined(known) if known else ""


def checks_words(checks: Sequence[PartnerCheck], today: date) -> str:
    """This function will return "Police and school back. Health asked at 11.05am."."""
    back = [agency(one) for one in checks if one.answered_at]
    asked = [one for one in checks if not one.answered_at]
    parts = []
    if back and not asked:
        parts.append("The check is back." if len(back) == 1 else f"All {len(back)} checks back.")
    elif back:
        parts.append(f"{joined(back)} back.")
    parts += [f"{agency(one)} asked {_at(one.chased_at or one.asked_at, today)}." for one in asked]
    return " ".join(parts)


def agency(check: PartnerCheck) -> str:
    """This function will return which agency was asked, in words."""
    return check.agency_words if check.agency == "other" and check.agency_words else check.get_agency_display()


def _at(moment: datetime, today: date) -> str:
    said = when(moment, today)
    return f"at {said}" if london(moment) == today else said


def _parts(child: IntakeChild, head: Head | None) -> tuple[str, str]:
    if head is not None:
        return (head.forename or head.name, head.surname if head.forename else "")
    if child.expected_on and not child.forename:
        return (f"Unborn baby {child.surname}".strip(), "")
    return (child.forename, child.surname)


def _age(child: IntakeChild, head: Head | None, today: date) -> str:
    if head is not None and (found := head.age(today)):
        return found
    born = child.born_on or child.expected_on
    if born is None:
        return child.age_words
    return short_age(born, today) if born > today or age_on(born, today) < 120 else ""
