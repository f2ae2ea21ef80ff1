"""The rules of safe letters, each as a small family and what becomes of one letter; nothing of a record is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.service.journeys.letters.checking import Version, versions_of
from onechild.service.journeys.letters.facts import FACTS
from onechild.service.journeys.letters.family import (
    UNSAID,
    Family,
    Grown,
    Kid,
    Mark,
    Order,
    Part,
    Reach,
    Recipient,
    Silent,
    Tie,
    Warned,
)
from onechild.service.journeys.letters.finding import Known, found_in, unanswered
from onechild.service.journeys.letters.matching import occurs, same_place

HOME = "14 Marl Close, Hatterton"
KID = Kid(child_id="kid", name="Pip Ames", address=HOME, postcode="HX1 2AB")
SIS = Kid(child_id="sis", name="Wren Ames", address=HOME, postcode="HX1 2AB")
MUM = Recipient(key="mum", name="Dana Ames", adult_id="mum", address=HOME, postcode="HX1 2AB")
DAD = Recipient(key="dad", name="Cole Rudd", adult_id="dad", address="9 Quay Street", postcode="HX4 9ZZ")
GRAN = Recipient(key="gran", name="Ida Rudd", adult_id="gran", address="9 Quay Street", postcode="HX4 9ZZ")
SCHOOL = Recipient(key="school", name="Head teacher", agency="Larch School", address="1 Larch Lane", postcode="HX2 2BB")
FAMILY = Family(
    kids=(KID,),
    ties=(
        Tie(child_id="kid", adult_id="mum", relation="mother", responsible=True, lives_with=True),
        Tie(child_id="kid", adult_id="dad", relation="father", responsible=True, lives_with=False),
        Tie(child_id="kid", adult_id="gran", relation="grandparent", responsible=False, lives_with=False),
    ),
    adults=(
        Grown(adult_id="mum", name="Dana Ames"),
        Grown(adult_id="dad", name="Cole Rudd"),
        Grown(adult_id="gran", name="Ida Rudd"),
    ),
)
PLAIN = Part(number=1, words="We met on Monday and agreed what happens next.")
ADDRESS = Part(
    number=2,
    words="Pip lives at 14 Marl Close, HX1 2AB.",
    facts=("childs_address",),
    instead="We know where Pip lives.",
    marks=(Mark(fact="childs_address", words="14 Marl Close"), Mark(fact="childs_address", words="HX1 2AB")),
)


def check(who: Recipient, *parts: Part, family: Family = FAMILY, others: tuple[Recipient, ...] = ()) -> Version:
    """The version for one recipient of a letter of these paragraphs."""
    return versions_of(subject="Our meeting", parts=parts, recipients=(who, *others), family=family)[0]


def but(**changes: object) -> Family:
    """The family with something else."""
    return replace(FAMILY, **changes)  # type: ignore[arg-type]


SILENT = but(silent=(Silent(child_id="kid", kind_words="Forced marriage"),))
WARNED = but(warnings=(Warned(child_id="kid", kind="do_not_disclose", kind_words="Do not disclose", adult_id="dad"),))
ORDERED = but(
    orders=(Order(child_id="kid", kind_words="Non-molestation order", adult_id="dad", forbids_contact=False),)
)
NAMED = but(orders=(Order(child_id="kid", kind_words="Restraining order", against_words="Mr Cole Rudd, born 1988",
                          forbids_contact=False),))  # fmt: skip
UNKNOWN = but(orders=(Order(child_id="kid", kind_words="Restraining order", against_words="a man named Sid",
                            forbids_contact=False),))  # fmt: skip


def test_both_parents_get_the_whole_letter_where_nothing_speaks_against_it() -> None:
    for_mum, for_dad = versions_of(subject="Our meeting", parts=(PLAIN, ADDRESS), recipients=(MUM, DAD), family=FAMILY)
    assert for_mum.paragraphs == for_dad.paragraphs == (PLAIN.words, ADDRESS.words)
    assert not for_dad.withheld
    assert not for_dad.refused


@pytest.mark.parametrize(
    ("family", "who", "because"),
    [
        (WARNED, DAD, "A warning in force is about Cole Rudd: do not disclose."),
        (ORDERED, DAD, "Non-molestation order stands against Cole Rudd."),
        (NAMED, DAD, "Restraining order stands against Cole Rudd."),
        (
            UNKNOWN,
            DAD,
            "Restraining order: whom it is against is not linked to anybody, so it is taken to mean everybody.",
        ),
        (
            WARNED,
            replace(GRAN, adult_id="aunt", name="Jo Ames"),
            "The letter will be opened at the same address as Cole Rudd.",
        ),
        (FAMILY, GRAN, "Ida Rudd has no parental responsibility that is recorded."),
    ],
)
def test_the_childs_address_is_left_out_and_the_reason_said(family: Family, who: Recipient, because: str) -> None:
    ties = (*family.ties, Tie(child_id="kid", adult_id="aunt", relation="aunt_or_uncle", responsible=True))
    adults = (*family.adults, Grown(adult_id="aunt", name="Jo Ames"))
    seen = check(who, PLAIN, ADDRESS, family=replace(family, ties=ties, adults=adults), others=(DAD,))
    assert [one.why for one in seen.withheld] == [because]
    assert seen.paragraphs == (PLAIN.words, "We know where Pip lives.")
    assert not seen.refused


@pytest.mark.parametrize(
    ("family", "who", "words", "may_lift"),
    [
        (but(adults=(Grown(adult_id="dad", name="Cole Rudd", dead=True),)), DAD, "has died", False),
        (SILENT, MUM, "no letter goes to anybody", False),
        (SILENT, replace(SCHOOL, address=HOME, postcode=""),
         "somebody of the family lives at this address", False),
        (but(orders=(Order(child_id="kid", kind_words="Order", adult_id="dad"),)), DAD, "it forbids", True),
        (but(ties=(Tie(child_id="kid", adult_id="dad", relation="father", ended=True),)), DAD, "no longer", True),
        (FAMILY, replace(DAD, adult_id="sid", name="Sid Vane"), "is nobody to the child", True),
        (WARNED, replace(DAD, address=HOME, postcode="HX1 2AB"), "This is where Pip Ames lives", False),
        (but(reaches=(Reach(adult_id="mum", kind="address", value="3 Refuge Row", postcode="HX9 1AA", secret=True),)),
         replace(DAD, address="3 Refuge Row", postcode=""), "not to be disclosed", False),
        (but(reaches=(Reach(adult_id="dad", kind="address", value="9 Quay Street", postcode="HX4 9ZZ", safe=False),)),
         DAD, "writing to Cole Rudd there is not safe", True),
        (but(kids=(replace(KID, adopted=True, sensitive=True),)), DAD, "is adopted", True),
        (but(kids=(replace(KID, sensitive=True),)), SCHOOL, "specially protected", True),
    ],
)  # fmt: skip
def test_a_letter_is_refused_and_says_why_and_whether_a_manager_may_lift_it(
    family: Family, who: Recipient, words: str, may_lift: bool
) -> None:
    seen = check(who, PLAIN, family=family)
    assert seen.refused
    assert any(words in block.words for block in seen.blocks)
    assert seen.may_lift is may_lift
    assert bool(seen.paragraphs) is may_lift


def test_an_adults_own_facts_go_to_that_adult_and_to_workers_alone() -> None:
    part = Part(number=2, words="Dana is treated for drink.", facts=("adults_past",), adult_id="mum")
    seen = [len(check(who, PLAIN, part).paragraphs) for who in (MUM, DAD, GRAN, SCHOOL)]
    assert seen == [2, 1, 1, 2]


def test_a_secret_address_goes_to_nobody_else_not_even_an_agency() -> None:
    family = but(
        reaches=(Reach(adult_id="mum", kind="address", value="3 Refuge Row", postcode="HX9 1AA", secret=True),)
    )
    part = Part(number=2, words="Dana is at 3 Refuge Row.", facts=("adults_address",), adult_id="mum")
    assert check(SCHOOL, PLAIN, part, family=family).withheld
    assert check(replace(MUM, address="3 Refuge Row", postcode="HX9 1AA"), PLAIN, part, family=family).withheld == ()
    unmarked = check(SCHOOL, Part(number=1, words="Write to 3 Refuge Row."), family=family)
    assert "is kept from Head teacher" in unmarked.blocks[0].words


def test_one_letter_about_two_children_tells_each_parent_of_their_own_child_only() -> None:
    ties = (*FAMILY.ties, Tie(child_id="sis", adult_id="mum", relation="mother", responsible=True, lives_with=True))
    both = but(kids=(KID, SIS), ties=ties)
    of_wren = Part(number=2, words="Wren saw the nurse.", facts=("health",), child_id="sis",
                   marks=(Mark(fact="other_child", words="Wren"),))  # fmt: skip
    assert check(MUM, PLAIN, of_wren, family=both).paragraphs == (PLAIN.words, of_wren.words)
    assert check(DAD, PLAIN, of_wren, family=both).paragraphs == (PLAIN.words,)
    assert check(replace(SCHOOL, only_child="kid"), PLAIN, of_wren, family=both).paragraphs == (PLAIN.words,)
    leak = check(DAD, Part(number=1, words="Pip and Wren are well."), of_wren, family=both)
    assert leak.paragraphs == ()
    assert leak.blocks[0].words.startswith("“Wren” is kept from Cole Rudd")


def test_words_said_to_be_no_such_fact_still_block_the_version_that_they_were_withheld_from() -> None:
    said_harmless = Part(number=3, words="The bus to hx12ab runs hourly.")
    seen = check(DAD, PLAIN, ADDRESS, said_harmless, family=WARNED)
    assert seen.paragraphs == ()
    assert "“HX1 2AB” is kept from Cole Rudd, and still stands in paragraph 3" in seen.blocks[0].words


def test_a_warning_that_names_nobody_keeps_the_address_from_all_outside_the_home() -> None:
    family = but(warnings=(Warned(child_id="kid", kind="do_not_disclose", kind_words="Do not disclose"),))
    assert check(DAD, PLAIN, ADDRESS, family=family).withheld
    assert not check(MUM, PLAIN, ADDRESS, family=family).withheld


def test_who_lives_with_somebody_guarded_from_gets_no_whereabouts_but_their_own_home_is_no_secret() -> None:
    sid = Tie(child_id="kid", adult_id="sid", relation="parents_partner", responsible=False, lives_with=True)
    warned = (Warned(child_id="kid", kind="risky_adult", kind_words="A risk", adult_id="sid"),)
    adults = (*FAMILY.adults, Grown(adult_id="sid", name="Sid Vane"))
    family = but(ties=(*FAMILY.ties, sid), adults=adults, warnings=warned)
    school = Part(number=3, words="Larch Hill starts at nine.", facts=("school",))
    elsewhere = check(replace(MUM, address="1 High Street", postcode="HX5 5XX"), PLAIN, school, family=family)
    assert [one.why for one in elsewhere.withheld] == ["The letter will be opened at the same address as Sid Vane."]
    assert [one.fact for one in check(MUM, PLAIN, ADDRESS, school, family=family).withheld] == ["school"]


def test_an_open_enquiry_keeps_what_was_alleged_from_whom_it_is_alleged_against() -> None:
    part = Part(number=2, words="Pip said Dad hit him.", facts=("allegation_details",), adult_id="dad")
    assert check(DAD, PLAIN, part, family=but(kids=(replace(KID, enquiry_open=True),))).withheld
    assert not check(DAD, PLAIN, part).withheld
    assert not check(MUM, PLAIN, part, family=but(kids=(replace(KID, enquiry_open=True),))).withheld


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("Pip is at 14 Marl Close.", ["childs_address"]),
        ("Send it to HX7 3QP.", ["childs_address"]),
        ("Ring 07700 900123 after six.", ["adults_phone"]),
        ("He goes to Larch Hill Primary School.", ["school"]),
        ("Wren was there.", ["other_child"]),
        ("A neighbour rang us.", ["referrer_identity"]),
        ("We agreed what happens next.", []),
    ],
)
def test_facts_are_found_by_what_the_record_knows_and_by_their_shape(words: str, facts: list[str]) -> None:
    known = [Known(fact="childs_address", words="14 Marl Close"), Known(fact="other_child", words="Wren")]
    assert [one.fact for one in found_in(words, known)] == facts


def test_what_was_found_is_asked_until_it_is_marked_or_said_to_be_no_such_fact() -> None:
    found = found_in("Send it to HX7 3QP, care of a neighbour.", [])
    assert len(unanswered(found, facts=[], answers=[])) == 2
    assert unanswered(found, facts=["childs_address"], answers=[["referrer_identity", "neighbour"]]) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("14 Marl Close", "HX1 2AB"), ("14 marl close, Hatterton", "hx12ab"), True),
        (("16 Marl Close", "HX1 2AB"), ("14 Marl Close", "HX1 2AB"), False),
        (("Flat 2, 14 Marl Close", "HX1 2AB"), ("14 Marl Close", "HX1 2AB"), True),
        (("The Lodge", "HX1 2AB"), ("14 Marl Close", "HX1 2AB"), True),
        (("14 Marl Close", ""), ("14 Marl Close, Hatterton", "HX1 2AB"), True),
        (("", ""), ("14 Marl Close", "HX1 2AB"), False),
    ],
)
def test_two_addresses_may_be_one_place(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_place(*one, *other) is same


SECRETS = ("14 Marl Close", "HX1 2AB", "07700 900123", "Larch Hill Primary School", "Wren")
words = st.sampled_from(("We agreed this.", "Please ring us.", "Then HX12AB is near.", *SECRETS))
parts = st.builds(
    lambda texts, facts, adult, child, instead, secret: Part(
        number=0,
        words=" ".join((*texts, secret)),
        facts=tuple(facts),
        adult_id=adult,
        child_id=child,
        instead=instead,
        marks=tuple(Mark(fact=fact, words=secret) for fact in facts),
    ),
    st.lists(words, max_size=2),
    st.lists(st.sampled_from(sorted(FACTS)), max_size=3, unique=True),
    st.sampled_from(("", "mum", "dad")),
    st.sampled_from(("", "kid", "sis")),
    st.sampled_from(("", "We will say more.", "Ask at 14 marl close.")),
    st.sampled_from(SECRETS),
)
families = st.sampled_from(
    (FAMILY, WARNED, ORDERED, UNKNOWN, but(kids=(KID, SIS)), but(kids=(KID, replace(SIS, in_letter=False))))
)


@settings(max_examples=300, deadline=None)
@given(st.lists(parts, min_size=1, max_size=4), families)
def test_no_words_of_a_withheld_fact_ever_stand_in_that_recipients_version(made: list[Part], family: Family) -> None:
    numbered = [replace(part, number=number) for number, part in enumerate(made)]
    leaks = [
        (version.recipient.key, mark.words)
        for version in versions_of(subject="Wren", parts=numbered, recipients=(MUM, DAD, GRAN, SCHOOL), family=family)
        for gone in version.withheld
        for mark in numbered[gone.part].marks
        if mark.fact == gone.fact and occurs(mark.words, "\n".join(version.paragraphs))
    ]
    assert leaks == []


@pytest.mark.parametrize(
    "of_the_sister",
    [
        {"silent": (Silent(child_id="sis", kind_words="Forced marriage"),)},
        {"silent": (Silent(child_id="", kind_words=""),)},
        {"orders": (Order(child_id="sis", kind_words="Forced marriage protection order", adult_id="dad"),)},
        {"orders": (Order(child_id="sis", kind_words="Forced marriage protection order", against_words="a man"),)},
        {"warnings": (Warned(child_id="sis", kind="protection_order", kind_words="Forced marriage order"),)},
        {"kids": (KID, replace(SIS, sensitive=True, adopted=True))},
    ],
)
def test_a_reason_about_a_sister_stands_in_the_way_and_is_never_said(of_the_sister: dict[str, object]) -> None:
    family = but(**{"kids": (KID, replace(SIS, in_letter=False)), "own": "kid", **of_the_sister})
    seen = check(DAD, PLAIN, ADDRESS, family=family)
    said = [*(block.words for block in seen.blocks), *(one.why for one in seen.withheld)]
    assert UNSAID in said
    assert not [words for words in said if "marriage" in words or "adopted" in words or "protected" in words]


def test_a_reason_about_the_letters_own_child_is_said_beside_the_one_that_is_not() -> None:
    both = (Silent(child_id="kid", kind_words="Forced marriage"), Silent(child_id="sis", kind_words="Forced marriage"))
    seen = check(MUM, PLAIN, family=but(silent=both, kids=(KID, replace(SIS, in_letter=False)), own="kid"))
    assert [block.words for block in seen.blocks] == [
        "There is work on forced marriage: no letter goes to anybody of the family.",
        UNSAID,
    ]
