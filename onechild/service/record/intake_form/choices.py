"""What can be answered to the questions of a contact: nothing is chosen for anybody."""

from __future__ import annotations

from onechild.knowledge.codesets import codeset
from onechild.service.record.models import FamilyTold

YES_NO = [("yes", "Yes"), ("no", "No")]
FAMILY_TOLD = list(FamilyTold.choices)
SENSITIVE = [
    ("forced_marriage", "Forced marriage"),
    ("honour_based_abuse", "So-called honour-based abuse"),
    ("fgm", "Female genital mutilation"),
    ("none", "None of these"),
]
SENSITIVE_KEYS = tuple(key for key, _ in SENSITIVE[:-1])
# In the words of whoever fills it in, by the codes of the list `referral_source`.
WHO: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Because of my work",
        [
            ("2A", "School"),
            ("2B", "Another education service, or nursery"),
            ("6", "Police"),
            ("3A", "GP"),
            ("3B", "Health visitor"),
            ("3C", "School nurse"),
            ("3E", "Hospital emergency department"),
            ("3D", "Another community health service"),
            ("3F", "Hospital or another health service"),
            ("4", "Housing"),
            ("5A", "Adult social care"),
            ("5B", "Another service of this council"),
            ("5C", "Another council"),
            ("5D", "Early help"),
            ("7", "Probation, court, Cafcass, prison or immigration"),
            ("8", "Charity, children’s centre, club or faith group"),
        ],
    ),
    (
        "As a member of the public",
        [
            ("1A", "I am a relative or carer of the child"),
            ("1B", "I am a friend, neighbour or childminder"),
            ("1C", "I am the child or young person"),
            ("1D", "I am somebody else"),
            ("9", "I would rather not say"),
        ],
    ),
]
HOURS = [("", "Choose a time")] + [
    (str(hour), "midnight" if hour == 24 else f"{hour % 12 or 12}{'am' if hour < 12 else 'pm'}")
    for hour in range(1, 25)
]
NOT_OF_ADULTS = ("sibling", "half_sibling", "child")


def relations() -> list[tuple[str, str]]:
    """This function will return what an adult may be to a child."""
    known = [(one.code, one.label or one.code) for one in codeset("relation").codes if one.code not in NOT_OF_ADULTS]
    return [("", "Choose, or leave"), *known]


def sexes() -> list[tuple[str, str]]:
    """This function will return the sexes that returns know now."""
    return [
        ("", "Choose, or leave"),
        *((one.code, one.label or "") for one in codeset("sex").codes if not one.valid_to),
    ]
