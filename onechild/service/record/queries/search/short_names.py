"""Names that are short for others: a few that many people in England go by. Sounds and spellings find the rest."""

from __future__ import annotations

FAMILIES: tuple[tuple[str, ...], ...] = (
    ("alexander", "alexandra", "alex", "sasha", "xander", "lexi"),
    ("abigail", "abby", "abbie", "gail"),
    ("andrew", "andy", "drew"),
    ("anthony", "tony"),
    ("benjamin", "ben", "benji"),
    ("catherine", "katherine", "kathryn", "kate", "katie", "kathy", "cathy", "kitty"),
    ("charlotte", "lottie", "charlie", "charles"),
    ("christopher", "christina", "christine", "chris", "kit", "tina"),
    ("daniel", "danielle", "dan", "danny", "dani"),
    ("david", "dave", "davey"),
    ("edward", "ed", "eddie", "ted", "teddy", "ned"),
    ("eleanor", "ellie", "nell", "ella", "nora"),
    ("elizabeth", "beth", "betty", "eliza", "lizzie", "liz", "libby", "elsie"),
    ("francesca", "frances", "francis", "fran", "frankie", "frank"),
    ("gabriel", "gabrielle", "gabby", "gabe"),
    ("henry", "harry", "harrison"),
    ("isabella", "isabel", "isabelle", "bella", "izzy"),
    ("jacob", "jake"),
    ("james", "jim", "jimmy", "jamie"),
    ("jennifer", "jenny", "jen"),
    ("jessica", "jess", "jessie"),
    ("john", "jonathan", "jack", "johnny", "jon"),
    ("joseph", "joe", "joey"),
    ("joshua", "josh"),
    ("lewis", "louis", "lou"),
    ("margaret", "maggie", "meg", "peggy"),
    ("matthew", "matt", "matty"),
    ("michael", "mike", "mick", "mikey"),
    ("mohammed", "muhammad", "mohamed", "mohammad", "mo"),
    ("natasha", "tasha", "natalie", "nat"),
    ("nicholas", "nick", "nicky", "nicola"),
    ("oliver", "olivia", "ollie", "liv", "livvy"),
    ("patrick", "patricia", "pat", "paddy", "trish"),
    ("rebecca", "becky", "becca"),
    ("richard", "rick", "ricky", "dick", "rich"),
    ("robert", "rob", "bob", "bobby", "robbie", "bert"),
    ("samuel", "samantha", "sam", "sammy"),
    ("stephen", "steven", "steve", "stephanie", "steph"),
    ("susan", "sue", "suzanne", "susie"),
    ("theodore", "theo", "ted"),
    ("thomas", "tom", "tommy"),
    ("timothy", "tim", "timmy"),
    ("victoria", "vicky", "tori"),
    ("william", "will", "bill", "billy", "liam"),
    ("zachary", "zach", "zak", "zack"),
)


def long_for(name: str) -> tuple[str, ...]:
    """This function will return the names that this one may be short or long for, itself left out."""
    found = {other for family in FAMILIES if name in family for other in family}
    return tuple(sorted(found - {name}))
