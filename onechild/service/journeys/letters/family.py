"""What is known of a family, as plain data that the rules of letters are asked of; nothing here reads the record."""

from __future__ import annotations

from dataclasses import dataclass

# What is said where the reason is about another child: what is kept of a letter is read by all who may see its own
# child, and they may not all see the other.
UNSAID = "There is a reason that this page can’t show. Ask your manager."


@dataclass(frozen=True, kw_only=True)
class Kid:
    """A child of the family. `in_letter` says that the letter is about them; others are brothers and sisters."""

    child_id: str
    name: str
    in_letter: bool = True
    address: str = ""
    postcode: str = ""
    address_kind: str = "home"
    restricted: str = ""
    sensitive: bool = False
    adopted: bool = False
    enquiry_open: bool = False


@dataclass(frozen=True, kw_only=True)
class Tie:
    """What an adult is or was to a child."""

    child_id: str
    adult_id: str
    relation: str
    responsible: bool | None = None
    lives_with: bool | None = None
    ended: bool = False


@dataclass(frozen=True, kw_only=True)
class Grown:
    """An adult around the children."""

    adult_id: str
    name: str
    dead: bool = False


@dataclass(frozen=True, kw_only=True)
class Reach:
    """An address, a number or an e-mail address of an adult; `safe` is None where nobody said."""

    adult_id: str
    kind: str
    value: str
    postcode: str = ""
    safe: bool | None = None
    secret: bool = False


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A warning in force on a child’s record, about one adult or about nobody in particular."""

    child_id: str
    kind: str
    kind_words: str
    adult_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Order:
    """An order in force. What is not said to be allowed is taken as forbidden: None is yes."""

    child_id: str
    kind_words: str
    adult_id: str = ""
    against_words: str = ""
    forbids_contact: bool | None = None
    forbids_address: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Silent:
    """A pathway under which nothing goes to the family. No child and no kind: of somebody whom the writer can’t see."""

    child_id: str
    kind_words: str


@dataclass(frozen=True, kw_only=True)
class Family:
    """All of it, as on the day. `unseen` counts brothers and sisters whose record the writer can’t open.

    `own` is the child on whose record the letter is kept; empty for the first of its children.
    """

    kids: tuple[Kid, ...] = ()
    ties: tuple[Tie, ...] = ()
    adults: tuple[Grown, ...] = ()
    reaches: tuple[Reach, ...] = ()
    warnings: tuple[Warned, ...] = ()
    orders: tuple[Order, ...] = ()
    silent: tuple[Silent, ...] = ()
    unseen: int = 0
    own: str = ""

    @property
    def subjects(self) -> list[Kid]:
        """The children whom the letter is about."""
        return [kid for kid in self.kids if kid.in_letter]

    def name_of(self, adult_id: str) -> str:
        """An adult’s name; words where none is recorded."""
        return next(
            (one.name for one in self.adults if one.adult_id == adult_id and one.name), "an adult without a name"
        )

    def is_own(self, child_id: str) -> bool:
        """Whether a reason is about the child on whose record the letter is kept."""
        own = self.own or next((kid.child_id for kid in self.subjects), "")
        return bool(child_id) and child_id == own

    def said(self, words: str, *child_ids: str) -> str:
        """These words of a reason where it is about the letter’s own child; neutral ones where it is about another."""
        return words if any(self.is_own(one) for one in child_ids) else UNSAID

    def kid(self, child_id: str) -> Kid | None:
        """A child of the family by id."""
        return next((one for one in self.kids if one.child_id == child_id), None)


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whom a letter goes to, and where: an adult of the family, a child of it, or an agency.

    `only_child` is the one child that an agency works with; empty where it works with all of the letter.
    """

    key: str
    name: str
    adult_id: str = ""
    child_id: str = ""
    agency: str = ""
    only_child: str = ""
    address: str = ""
    postcode: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words of a paragraph that tell a fact."""

    fact: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A paragraph: what it tells, of whom, and what stands there instead for whoever must not know.

    `child_id` is the one child that it is about; empty where it is about all. `marks` are the words that were found.
    """

    number: int
    words: str
    facts: tuple[str, ...] = ()
    adult_id: str = ""
    child_id: str = ""
    instead: str = ""
    marks: tuple[Mark, ...] = ()
