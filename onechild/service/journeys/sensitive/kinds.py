"""What each pathway is, as data: its law, what is done and never done on it, and what sets how often it is overseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onechild.service.record.models.pathway import RESTRICTING, PathwayKind

PROTECTED_WORDS = "Specially protected work"


@dataclass(frozen=True, kw_only=True)
class Doing:
    """Something that is done or learned on a pathway: its key, the choice in words, and what it needs besides.

    `step` is the code of the list `step` that the entry also takes, for the clocks; `whom` asks for people by its
    label; `next_words` asks for a day to come; `must` names which of the two the entry can't do without.
    """

    key: str
    words: str
    hint: str = ""
    step: str = ""
    whom: str = ""
    next_words: str = ""
    must: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One pathway. `basis` is the law and guidance with its source; `first` says what to do now, `never` what not."""

    key: str
    title: str
    basis: tuple[str, ...]
    first: tuple[str, ...]
    never: tuple[str, ...] = ()
    doings: tuple[Doing, ...]
    setting: str = ""

    @property
    def protected(self) -> bool:
        """Whether it restricts the record from the first keystroke."""
        return self.key in RESTRICTING

    @property
    def on_screen(self) -> str:
        """What a list, a title or a notice calls it: never the subject of specially protected work."""
        return PROTECTED_WORDS if self.protected else self.title

    def doing(self, key: str) -> Doing | None:
        """This function will return what can be done or learned by its key; None where the pathway has no such."""
        return next((one for one in self.doings if one.key == key), None)


WORKING_TOGETHER = "Guidance. Working Together to Safeguard Children (2023 read second-hand; 2026 edition: check)."
RIGHT_TO_CHOOSE = "Guidance. The right to choose: statutory guidance on forced marriage, with the one-chance rule."
LEARNED = Doing(key="learned", words="Something else was learned or done")
SEEN_ALONE = Doing(key="seen_alone", words="The child was spoken with alone, somewhere safe")
POLICE = Doing(key="police_told", words="The police were told", whom="Who took it, and their reference", must=("whom",))
INTERPRETER = Doing(
    key="interpreter", words="An independent interpreter was used", whom="Who, and how you know they are independent"
)
SAFETY = Doing(key="safety_agreed", words="How to stay safe was agreed with the child")
TRAVEL = Doing(key="travel", words="Something was learned about travel, passports or flights")
TRAFFICKING = (
    Doing(
        key="trafficking_suspected",
        words="Trafficking or modern slavery is suspected",
        hint="Starts the time in which the national referral mechanism must be told.",
        step="trafficking_suspected",
    ),
    Doing(
        key="trafficking_referred",
        words="The national referral mechanism was told",
        hint="A child need not consent.",
        step="trafficking_referred",
        whom="The number of the referral",
    ),
)
ONE_CHANCE = (
    "There may be one chance only to speak to this young person. See them now, alone, somewhere private and safe.",
    "Take what they say seriously, and write it in their own words.",
    "Agree a safe way to reach them, and a word by which they know that it is you.",
    "Open a strategy discussion today. It waits for no check.",
)
NEVER_FAMILY = (
    "Never contact the family, or anybody in the community, about it; never visit or write to the home.",
    "Never mediate, and never send the young person back to be reconciled.",
    "Never use relatives, friends, neighbours or community leaders as interpreters.",
    "Never leave a message, or a letter, that somebody at home could find.",
)
PROTECTED_DOINGS = (SEEN_ALONE, POLICE, SAFETY, INTERPRETER, TRAVEL)
UNIT = Doing(
    key="unit_asked", words="The Forced Marriage Unit was asked for advice", whom="Who gave it, and their reference"
)

KINDS: Mapping[str, Kind] = {
    one.key: one
    for one in (
        Kind(
            key=PathwayKind.HONOUR_BASED_ABUSE,
            title="Honour-based abuse",
            basis=(
                WORKING_TOGETHER,
                RIGHT_TO_CHOOSE,
            ),
            first=ONE_CHANCE,
            never=NEVER_FAMILY,
            doings=(*PROTECTED_DOINGS, UNIT, LEARNED),
            setting="oversight_days_honour_based_abuse",
        ),
        Kind(
            key=PathwayKind.GENITAL_MUTILATION,
            title="Female genital mutilation",
            basis=(
                "Law. Female Genital Mutilation Act 2003, section 5B: a social worker who learns that a girl under 18 "
                "was mutilated reports it to the police themselves.",
                "Guidance. Multi-agency statutory guidance on female genital mutilation.",
            ),
            first=(
                "If a girl told you, or you saw signs, that it was done: report it to the police yourself. Nobody can "
                "do it for you.",
                *ONE_CHANCE,
                "Ask after every girl of the family, in and outside the country.",
            ),
            never=NEVER_FAMILY,
            doings=(
                Doing(
                    key="fgm_known",
                    words="It became known that it was done to this girl",
                    hint="From her own words, or from signs. Starts the time in which the police must be told.",
                    step="fgm_known",
                ),
                Doing(
                    key="fgm_reported",
                    words="The professional who learned of it reported it to the police",
                    step="fgm_reported",
                    whom="Who reported it, and the police reference",
                    must=("whom",),
                ),
                Doing(key="health", words="Health care was arranged", whom="Where, and with whom"),
                *PROTECTED_DOINGS,
                LEARNED,
            ),
            setting="oversight_days_fgm",
        ),
        Kind(
            key=PathwayKind.FORCED_MARRIAGE,
            title="Forced marriage",
            basis=(
                "Law. Family Law Act 1996, part 4A: a court can protect with a forced marriage protection order. "
                "Marriage under 18 is never lawful (Marriage and Civil Partnership (Minimum Age) Act 2022).",
                RIGHT_TO_CHOOSE,
            ),
            first=ONE_CHANCE,
            never=NEVER_FAMILY,
            doings=(*PROTECTED_DOINGS, UNIT, LEARNED),
            setting="oversight_days_forced_marriage",
        ),
        Kind(
            key=PathwayKind.HOMELESS,
            title="Homeless at 16 or 17",
            basis=(
                "Law. Children Act 1989, sections 17 and 20; Housing Act 1996, part 7; R (G) v Southwark [2009] "
                "UKHL 26.",
                "Guidance. Prevention of homelessness and provision of accommodation for 16 and 17 year old young "
                "people who may be homeless, 2018.",
            ),
            first=(
                "Give advice, and find somewhere safe for tonight, today.",
                "Ask housing to assess with you: one assessment, and nobody is sent from one office to the other.",
                "Explain sections 17 and 20, offer an advocate, and write down what the young person chooses and why.",
            ),
            never=(
                "Never place a young person of 16 or 17 in bed and breakfast: not suitable, even in an emergency.",
                "Never count a refusal of section 20 that was not an informed one.",
            ),
            doings=(
                Doing(key="advice_given", words="Advice was given the same day"),
                Doing(key="safe_place", words="Somewhere safe for tonight was found", whom="Where, and with whom"),
                Doing(key="housing_told", words="Housing was asked to assess together", whom="Who, in housing"),
                Doing(
                    key="joint_assessment",
                    words="The need was assessed together with housing",
                    step="homeless_need_assessed",
                    whom="Who assessed, from each side",
                    must=("whom",),
                ),
                Doing(key="advocate", words="An advocate was found", whom="Who"),
                Doing(
                    key="partnership_worker",
                    words="A dedicated family partnership worker was named",
                    whom="Who",
                    must=("whom",),
                ),
                Doing(key="parents", words="The parents or carers were asked what they think", whom="Whom you asked"),
                Doing(key="mediation", words="Mediation was offered or held", whom="With whom"),
                Doing(
                    key="panel",
                    words="The panel met",
                    hint="Several disciplines. Write what it decided and why.",
                    whom="Who was there, and from where",
                    next_words="The panel looks again on",
                    must=("whom", "next"),
                ),
                LEARNED,
            ),
            setting="oversight_days_homeless_16_17",
        ),
        Kind(
            key=PathwayKind.MISSING,
            title="Missing",
            basis=(
                "Guidance. Statutory guidance on children who run away or go missing from home or care, 2014.",
                "Law. Care Planning, Placement and Case Review Regulations 2010 (looked-after children).",
            ),
            first=(
                "Record each time the child is missing, and when they came back.",
                "Offer a return home interview with somebody independent; hold it within 72 hours of the return.",
            ),
            doings=(
                Doing(
                    key="missing_meeting",
                    words="A meeting about repeated missing episodes was held",
                    step="missing_meeting",
                    whom="Who was there, and from where",
                    next_words="It meets again on",
                    must=("whom",),
                ),
                Doing(key="plan", words="What to do if it happens again was agreed", whom="With whom"),
                POLICE,
                *TRAFFICKING,
                LEARNED,
            ),
        ),
        Kind(
            key=PathwayKind.EXPLOITATION,
            title="Exploitation",
            basis=(
                WORKING_TOGETHER,
                "Guidance. Modern slavery: statutory guidance for England and Wales. The council is a first responder.",
            ),
            first=(
                "Write what was seen and said, by whom and when. There is no score: a child who is exploited is a "
                "child who is harmed.",
                "Where trafficking is suspected, tell the national referral mechanism. A child need not consent.",
            ),
            never=("Never write that a child chose it, puts themselves at risk, or consented to be exploited.",),
            doings=(
                Doing(key="person", words="A person of concern", whom="Who, or how they are known", must=("whom",)),
                Doing(key="place", words="A place of concern", whom="Which place", must=("whom",)),
                *TRAFFICKING,
                Doing(key="disruption", words="Something was done to disrupt it", whom="By whom"),
                POLICE,
                Doing(
                    key="mapping",
                    words="A mapping or exploitation meeting was held",
                    whom="Who was there, and from where",
                    next_words="It meets again on",
                    must=("whom",),
                ),
                Doing(
                    key="review",
                    words="The safety plan was reviewed",
                    whom="With whom",
                    next_words="It is reviewed again on",
                    must=("next",),
                ),
                LEARNED,
            ),
            setting="oversight_days_exploitation",
        ),
    )
}

# What may be seen or said of exploitation. Plain things that were there, each with its day; nobody adds them up.
SIGNS: tuple[tuple[str, str], ...] = (
    ("missing", "Is missing, or comes home late"),
    ("new_things", "Has money, clothes, phones or gifts that nobody can explain"),
    ("older_friends", "Spends time with older people or a new group"),
    ("phone", "Has several phones, or is secretive or frightened about calls and messages"),
    ("cars", "Is picked up or dropped by people unknown to the family"),
    ("school", "Is away from school, or excluded"),
    ("far_away", "Was found far from home, or with train tickets"),
    ("drugs", "Carries, sells or uses drugs, or owes money for them"),
    ("weapons", "Carries a weapon, or is afraid of somebody who does"),
    ("hurt", "Has injuries that nobody can explain"),
    ("sexual", "Has a sexually transmitted infection, a pregnancy or images shared that give concern"),
    ("mood", "Has changed: frightened, angry, withdrawn, harming themselves"),
    ("told", "Said that they are made to do things"),
    ("others", "Others have said that the child is exploited"),
)


def kind_of(key: str) -> Kind:
    """This function will return a pathway by its key."""
    return KINDS[key]
