"""Children and the adults around them; names, identifiers and addresses stand in tables of their own."""

from onechild.knowledge.tables.model import Table, code, day, event, instant, integer, spell, text, thing, yes_no

CHILDREN = thing(
    "children",
    "child_id",
    "A child or young person whom the council works or worked with, unborn children and care leavers included.",
    day("born_on", "Date of birth; the 15th of the month where the day is unknown."),
    day("expected_on", "Expected date of birth of an unborn child; never with a date of birth."),
    day("died_on", "Date of death."),
    code("sex", "sex", "Sex as registered at birth or by a gender recognition certificate."),
    code("gender", "ssd_gender", "Gender, in the child's or young person's own words, as a code."),
    code("ethnicity", "ethnicity", "Ethnicity, as the DfE codes it."),
    code("upn_unknown", "upn_unknown", "Why no unique pupil number is held."),
    text("nationality", "Country of origin, asked of unaccompanied children."),
    yes_no("is_mother", "Whether she is a mother herself."),
    yes_no("has_ehc_plan", "Whether the child has an education, health and care plan."),
    text("first_language", "The language the child speaks most easily."),
    yes_no("disabled", "Whether the child has a disability, where the source says no more than that."),
)

CHILD_NAMES = spell(
    "child_names",
    "name_id",
    "A name that a child has or had, and when.",
    day("started_on", "From when; empty where it was not said."),
    text("forename", "Given names."),
    text("surname", "Family name."),
    code("name_kind", "name_kind", "Whether it is the legal name, a name used, or an earlier one."),
    personal=True,
)

IDENTIFIERS = spell(
    "identifiers",
    "identifier_id",
    "A number by which another system or service knows the child, such as a unique pupil number or an NHS number.",
    day("started_on", "From when it was valid; empty where it was not said."),
    code("identifier_kind", "identifier_kind", "What kind of number it is.", required=True),
    text("value", "The number itself.", required=True),
    text("system", "The system that uses it, where the kind does not say."),
    personal=True,
)

ADULTS = thing(
    "adults",
    "adult_id",
    "A parent, carer, relative or other adult around a child.",
    day("born_on", "Date of birth."),
    day("died_on", "Date of death."),
    code("sex", "sex", "Sex as registered."),
    code("ethnicity", "ethnicity", "Ethnicity, as the DfE codes it."),
    text(
        "known_as_child_id",
        "The record of the adult's own childhood; opened only by a recorded decision.",
        refers="children",
    ),
)

ADULT_NAMES = spell(
    "adult_names",
    "name_id",
    "A name that an adult has or had, and when.",
    text("adult_id", "The adult.", required=True, refers="adults"),
    day("started_on", "From when; empty where it was not said."),
    text("forename", "Given names."),
    text("surname", "Family name."),
    code("name_kind", "name_kind", "Whether it is the legal name, a name used, or an earlier one."),
    child=False,
    personal=True,
)

RELATIONSHIPS = spell(
    "relationships",
    "relationship_id",
    "Who somebody is to a child, from when to when.",
    day("started_on", "From when; empty where it was not said."),
    text("related_child_id", "The other person, where that is a child.", refers="children"),
    text("related_adult_id", "The other person, where that is an adult.", refers="adults"),
    code("relation", "relation", "What the other person is to the child.", required=True),
    yes_no("parental_responsibility", "Whether the other person holds parental responsibility."),
    yes_no("same_household", "Whether they live together."),
)

FAMILY_MEMBERS = spell(
    "family_members",
    "family_member_id",
    "A child's place in a family group: brothers, sisters and others whose work is done together.",
    day("started_on", "From when; empty where it was not said."),
    text("family_id", "The family group.", required=True),
)

MOTHERS = thing(
    "mothers",
    "mother_id",
    "A young mother known to the council, and her child.",
    text("her_child_id", "Her child, where that child is on record.", refers="children"),
    day("her_child_born_on", "Her child's date of birth."),
    child=True,
)

ADDRESSES = spell(
    "addresses",
    "address_id",
    "Where a child lives or lived: home, placement or elsewhere.",
    day("started_on", "From when; empty where it was not said."),
    code("address_kind", "address_kind", "Home, placement or another kind of address."),
    text("lines", "The address in words."),
    text("postcode", "Postcode, in capitals with one space."),
    text("uprn", "Unique property reference number."),
    text("placement_id", "The placement it is the address of.", refers="placements"),
    personal=True,
)

DISABILITIES = spell(
    "disabilities",
    "disability_id",
    "A disability of a child; one row each, and one row NONE where a child is known to have none.",
    day("started_on", "From when; empty where it was not said."),
    code("disability", "disability", "Which disability.", required=True),
)

IMMIGRATION_STATUSES = spell(
    "immigration_statuses",
    "immigration_status_id",
    "An immigration status, such as unaccompanied asylum-seeking child, from when to when.",
    day("started_on", "From when; empty where it was not said."),
    code("status", "immigration_status", "The status.", required=True),
    text("status_words", "The source's own words for it."),
)

MISSING_EPISODES = spell(
    "missing_episodes",
    "missing_id",
    "A time a child was missing, or away without authorisation.",
    code("missing_kind", "missing_type", "Missing, or away without authorisation."),
    code("interview_offered", "yes_no_not_applicable", "Whether a return home interview was offered."),
    code("interview_accepted", "yes_no_not_applicable", "Whether it was accepted."),
    instant("returned_at", "The moment the child was found or came back; the interview is owed from then."),
)

RETURN_INTERVIEWS = event(
    "return_interviews",
    "interview_id",
    "An independent return home interview, held or offered, after a child was missing.",
    day("happened_on", "The day it was held; empty where it was not."),
    text("missing_id", "The missing episode it follows.", refers="missing_episodes"),
    day("offered_on", "The day it was offered."),
    yes_no("accepted", "Whether the child accepted."),
    text("not_held_reason", "Why it was not held."),
    instant("held_at", "The moment it was held."),
)

STAYS = spell(
    "stays",
    "stay_id",
    "A time somewhere that is no placement: in hospital, a residential school, custody, or a home that the council "
    "provides to a care leaver.",
    code("stay_kind", "stay_kind", "Where.", required=True),
    text("words", "Where, in words."),
)

SCHOOL_PLACES = spell(
    "school_places",
    "school_place_id",
    "A school that a child is on the roll of.",
    text("school_urn", "The school's unique reference number."),
    integer("year_group", "National curriculum year."),
)

TABLES: tuple[Table, ...] = (
    CHILDREN,
    CHILD_NAMES,
    IDENTIFIERS,
    ADULTS,
    ADULT_NAMES,
    RELATIONSHIPS,
    FAMILY_MEMBERS,
    MOTHERS,
    ADDRESSES,
    DISABILITIES,
    IMMIGRATION_STATUSES,
    MISSING_EPISODES,
    RETURN_INTERVIEWS,
    STAYS,
    SCHOOL_PLACES,
)
