"""What can be decided of a contact, in the words of the form, and what each is in the contract and in a watch."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.service.record.models import WatchKind


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One decision: `key` is its code of `front_door_outcome`, `contact` that of `outcome` for the contact.

    `referral` is what is then done about the referral; `watch` is how the child is followed afterwards.
    """

    key: str
    words: str
    hint: str
    contact: str
    referral: str = ""
    watch: str = ""


OUTCOMES: tuple[Outcome, ...] = (
    Outcome(
        key="section_47",
        words="Strategy discussion now",
        hint="A child is suffering, or is likely to suffer, significant harm. It opens at once.",
        contact="new_referral",
        referral="strategy_discussion",
    ),
    Outcome(
        key="referral",
        words="Assessment by a social worker",
        hint="A child is or may be in need, or their welfare has to be looked into. It opens a referral.",
        contact="new_referral",
        referral="assessment",
    ),
    Outcome(
        key="existing_worker",
        words="To the worker of the open case",
        hint="Somebody works with the child already, and is told at once.",
        contact="existing_referral",
    ),
    Outcome(
        key="early_help",
        words="Early help",
        hint="The family agrees to help early. The child is followed for 3, 6 and 12 months.",
        contact="early_help",
        watch=WatchKind.EARLY_HELP,
    ),
    Outcome(
        key="advice",
        words="Advice or information only",
        hint="Whoever told us can help with advice. The child is followed for 3, 6 and 12 months.",
        contact="advice",
        watch=WatchKind.NO_FURTHER_ACTION,
    ),
    Outcome(
        key="other_service",
        words="To another service",
        hint="Another service helps, and has said that it will. The child is followed for 3, 6 and 12 months.",
        contact="other_agency",
        watch=WatchKind.NO_FURTHER_ACTION,
    ),
    Outcome(
        key="no_further_action",
        words="No further action",
        hint="Nothing here needs help. The child is followed for 3, 6 and 12 months.",
        contact="no_further_action",
        watch=WatchKind.NO_FURTHER_ACTION,
    ),
)
SCREENING = Outcome(
    key="screening",
    words="Screening first",
    hint="Partners are asked what they know, and somebody other than the screener decides.",
    contact="",
)
BY_KEY = {one.key: one for one in (*OUTCOMES, SCREENING)}
REFERRED = tuple(one.key for one in OUTCOMES if one.referral)

# What a contact is mainly about: a local list that follows Working Together's kinds of abuse and the assessment factors
# of the children in need census. Short keys never change; the words may. Local standard, check; written November 2026.
CONCERNS: dict[str, str] = {
    "neglect": "Neglect",
    "physical": "Physical abuse",
    "emotional": "Emotional abuse",
    "sexual": "Sexual abuse",
    "domestic_abuse": "Domestic abuse at home",
    "exploitation_sexual": "Sexual exploitation",
    "exploitation_criminal": "Criminal exploitation, gangs or county lines",
    "outside_home": "Harm outside the home, peers or online",
    "radicalisation": "Radicalisation",
    "missing": "Missing from home",
    "honour_based": "Honour-based abuse or forced marriage",
    "fgm": "Female genital mutilation",
    "parent_mental_health": "A parent’s mental health",
    "parent_substance": "A parent’s use of drugs or alcohol",
    "parent_disability": "A parent’s disability or illness",
    "child_mental_health": "The child’s mental health or self-harm",
    "child_disability": "The child’s disability or illness",
    "young_carer": "Young carer",
    "behaviour": "Behaviour, or relationships breaking down",
    "homeless": "Homeless young person",
    "money_or_housing": "Money, housing or no recourse to public funds",
    "unaccompanied": "Unaccompanied asylum-seeking child",
    "private_fostering": "Private fostering",
    "unborn": "Worry about an unborn baby",
    "other": "Something else",
}
