"""Readers of what the SSD holds as JSON, as words or as flags."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from onechild.knowledge.formats.tabular.readers import read_postcode
from onechild.knowledge.formats.values import Read, Reader, code_reader, read_day, read_yes_no

_ADDRESS_LINES = ("ROOM", "FLOOR", "FLAT", "BUILDING", "HOUSE", "STREET", "TOWN")
_POSTCODES = ("POSTCODE", "POST_CODE")
_factor = code_reader("assessment_factor")
_legal_status = code_reader("legal_status")
_immigration_status = code_reader("immigration_status")
_outcome = code_reader("plo_pre_proceedings_outcome")
_end_reason = code_reader("sw_change_reason")

# Words that tell a role or a title, the more particular first.
_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("student", ("student", "trainee")),
    ("newly_qualified", ("newly qualified", "nqsw", "asye")),
    ("deputy_manager", ("deputy team manager", "assistant team manager", "deputy manager", "assistant manager")),
    ("service_manager", ("service manager", "head of service", "director", "service lead")),
    ("team_manager", ("manager",)),
    ("reviewing_officer", ("reviewing officer", "iro", "conference chair", "chairperson")),
    ("supervising_social_worker", ("supervising social worker", "fostering social worker")),
    ("personal_adviser", ("personal adviser", "personal advisor", "leaving care adviser", "leaving care advisor")),
    (
        "senior_practitioner",
        ("senior practitioner", "senior social worker", "advanced practitioner", "consultant social"),
    ),
    ("social_worker", ("social worker",)),
    ("family_worker", ("family support", "family worker", "family practitioner", "early help")),
    ("adult_practitioner", ("adult practitioner", "domestic abuse practitioner", "substance misuse practitioner")),
)
_PARTS_PLAYED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("co_worker", ("co-worker", "co worker", "coworker", "secondary", "second worker", "joint worker")),
    ("personal_adviser", ("personal adviser", "personal advisor", "leaving care adviser", "leaving care advisor")),
    ("reviewing_officer", ("reviewing officer", "iro", "conference chair", "chairperson")),
    ("supervising_social_worker", ("supervising social worker", "fostering")),
    ("adoption_worker", ("adoption",)),
    ("family_worker", ("family support", "family worker", "family practitioner")),
    ("lead", ("cw", "case worker", "caseworker", "allocated", "social worker", "key worker", "lead", "primary", "sw")),
)
_CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dental", ("dental", "dentist", "teeth")),
    ("optical", ("optic", "eye", "sight", "vision")),
    ("initial_health_assessment", ("initial health", "iha")),
    ("review_health_assessment", ("review health", "rha")),
    ("health_assessment", ("health assessment", "health check", "medical")),
)


_ADDRESSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("placement", ("placement", "foster", "residential")),
    ("temporary", ("temporary", "respite")),
    ("school", ("school",)),
    ("home", ("home", "primary", "main", "permanent", "family")),
)


def flags(meanings: Mapping[str, str]) -> Reader:
    """This function will return a reader of a JSON object of flags: the outcomes whose flag is set, as a list."""

    def read(text: str) -> Read:
        found = _object(text)
        if found is None:
            return Read(refused="is not a JSON object of flags")
        return Read(list(dict.fromkeys(meaning for flag, meaning in meanings.items() if _is_set(found.get(flag)))))

    return read


def read_factors(text: str) -> Read:
    """This function will read assessment factors: a JSON array of codes, a code:Yes/No object, or codes with commas."""
    try:
        found = json.loads(text)
    except ValueError:
        found = [part.strip() for part in text.split(",")]
    if isinstance(found, dict):
        found = [code for code, said in found.items() if _is_set(said)]
    if not isinstance(found, list):
        return Read(refused="is not a list of assessment factors")
    read = [_factor(str(code)) for code in found if str(code).strip()]
    if wrong := [str(code) for code, one in zip(found, read, strict=False) if one.refused]:
        return Read([one.value for one in read if not one.refused], refused=f"holds {wrong[0]}, which is no factor")
    return Read([one.value for one in read])


def read_address_lines(text: str) -> Read:
    """This function will read the lines of a JSON address, one below the other; an address in words as it stands."""
    found = _object(text)
    if found is None:
        return Read(text)
    lines = [str(found[name]).strip() for name in _ADDRESS_LINES if str(found.get(name) or "").strip()]
    return Read("\n".join(lines) or None)


def read_address_uprn(text: str) -> Read:
    """This function will read the property number of a JSON address."""
    uprn = str((_object(text) or {}).get("UPRN") or "").strip()
    return Read(uprn or None)


def read_address_postcode(text: str) -> Read:
    """This function will read the postcode of a JSON address, where it holds one that can be read."""
    found = _object(text) or {}
    written = next((str(found[name]) for name in _POSTCODES if found.get(name)), "")
    read = read_postcode(written)
    return Read() if read.refused else read


def read_status(text: str) -> Read:
    """This function will read a legal status of the SSDA903; another status is words."""
    found = _legal_status(text)
    return Read() if found.refused else found


def read_status_words(text: str) -> Read:
    """This function will read a legal status that the SSDA903 has no code for, in the source's words."""
    return Read(text) if _legal_status(text).refused else Read()


def read_end_reason(text: str) -> Read:
    """This function will read why a worker changed, where it is one of the SSDA903's reasons."""
    found = _end_reason(text)
    return Read() if found.refused else found


def read_end_words(text: str) -> Read:
    """This function will read why a worker changed, where it is none of the SSDA903's reasons."""
    return Read(text) if _end_reason(text).refused else Read()


def read_role(text: str) -> Read:
    """This function will read a worker's role out of a job title."""
    return Read(_by_words(text, _ROLES) or "other")


def read_part_played(text: str) -> Read:
    """This function will read a worker's part in the work with a child out of the role's name or code."""
    return Read(_by_words(text, _PARTS_PLAYED) or "other")


def read_check(text: str) -> Read:
    """This function will read the kind of health check out of its name."""
    return Read(_by_words(text, _CHECKS) or "other")


def read_address_kind(text: str) -> Read:
    """This function will read the kind of address out of its name."""
    return Read(_by_words(text, _ADDRESSES) or "other")


def read_immigration_status(text: str) -> Read:
    """This function will read an immigration status; one of no list is another, and its words are kept."""
    found = _immigration_status(text)
    return Read("other") if found.refused else found


def read_outcome(text: str) -> Read:
    """This function will read the outcome of pre-proceedings; one of no list is kept in words."""
    found = _outcome(text)
    return Read() if found.refused else found


def read_outcome_words(text: str) -> Read:
    """This function will read an outcome of pre-proceedings that is of no list, in the source's words."""
    return Read(text) if _outcome(text).refused else Read()


def read_day_or_nothing(text: str) -> Read:
    """This function will read a date looked up in another table, whose own reading has said where it can't be read."""
    return Read(read_day(text).value)


def read_conference_kind(text: str) -> Read:
    """This function will read whether a conference was held because the family moved in from another council."""
    found = read_yes_no(text)
    return found if found.refused else Read("transfer_in" if found.value else "initial")


def read_agency(text: str) -> Read:
    """This function will read an agency flag; a worker who is not from an agency may be permanent or fixed-term."""
    found = read_yes_no(text)
    return found if found.refused else Read("agency" if found.value else None)


def read_not(text: str) -> Read:
    """This function will read a flag the other way round: no further action is no need of support."""
    found = read_yes_no(text)
    return Read(None if found.value is None else not found.value, found.refused)


def read_something(_: str) -> Read:
    """This function will read that something is there, such as a registration number."""
    return Read(True)


def _object(text: str) -> dict[str, object] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return {str(name).upper(): value for name, value in found.items()} if isinstance(found, dict) else None


def _is_set(value: object) -> bool:
    return read_yes_no(str(value)).value is True


def _by_words(text: str, meanings: Sequence[tuple[str, tuple[str, ...]]]) -> str | None:
    """The first meaning of which a word or phrase stands in the text, as a whole word."""
    plain = f" {' '.join(text.casefold().replace('_', ' ').replace('/', ' ').split())} "
    padded = plain.replace("(", " ").replace(")", " ").replace(",", " ")
    for meaning, phrases in meanings:
        if any(f" {phrase}" in padded if len(phrase) > 3 else f" {phrase} " in padded for phrase in phrases):
            return meaning
    return None
