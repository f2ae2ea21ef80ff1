"""Reads from the record what the rules of letters are asked of: the family, warnings, orders, addresses and names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db import connection
from django.db.models import Q

from onechild.service.access.models import Restriction
from onechild.service.access.restrictions import class_of
from onechild.service.journeys.letters.family import Family, Grown, Kid, Order, Reach, Silent, Tie, Warned
from onechild.service.journeys.letters.finding import Known
from onechild.service.journeys.letters.matching import first_line, same_place
from onechild.service.journeys.letters.standing import CARERS
from onechild.service.record.models import (
    Address,
    AdultContact,
    Child,
    Intake,
    IntakeChild,
    Pathway,
    ProtectiveOrder,
    Section47Enquiry,
    WarningNote,
)
from onechild.service.record.models.pathway import RESTRICTING
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.people import Relation, brothers_and_sisters, family_of, relations

SHORTEST_NAME = 2


def family_around(children: Sequence[Child], *, today: date) -> Family:
    """This function will return what is known on the day of a letter’s children and those around them.

    Brothers and sisters whose record the viewer may open are read too, since a warning on one guards all; the others
    are counted, and asked of one thing only: whether nothing may go to the family. The letter is kept with the first
    of the children.
    """
    asked = {child.pk for child in children}
    circle = asked.union(*(_circle(key, today) for key in sorted(asked)))
    named = heads(circle, today=today)
    ids = sorted(named)
    related = {key: [one for one in relations(key) if one.adult_id] for key in ids}
    kids = tuple(_kids(named, asked, related, today))
    return Family(
        kids=kids,
        ties=tuple(_tie(key, one, today) for key in ids for one in related[key]),
        adults=tuple(_grown(related)),
        reaches=tuple(_reaches(related, today)),
        warnings=tuple(
            Warned(child_id=one.child_id, kind=one.kind, kind_words=one.get_kind_display(), adult_id=one.adult_id or "")
            for one in WarningNote.objects.filter(_on(today), child_id__in=ids).order_by("pk")
        ),
        orders=tuple(
            _order(one) for one in ProtectiveOrder.objects.filter(_on(today), child_id__in=ids).order_by("pk")
        ),
        silent=(*_silent(kids, today), *_silent_unseen(sorted(asked), today)),
        unseen=len(circle) - len(ids),
        own=children[0].pk if children else "",
    )


def known_words(family: Family, *, today: date) -> list[Known]:
    """This function will return the words of the record that a letter about this family may tell somebody by."""
    found = [*_of_kids(family, today), *_of_adults(family), *_of_referrers(family)]
    return [one for one in found if len(one.words) >= SHORTEST_NAME]


def _circle(child_id: str, today: date) -> set[str]:
    return {*brothers_and_sisters(child_id, today=today), *family_of(child_id, today=today)}


def _on(today: date) -> Q:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))


def _kids(
    named: dict[str, Head], asked: Collection[str], related: dict[str, list[Relation]], today: date
) -> Iterator[Kid]:
    restricted = dict(
        Restriction.objects.filter(child_id__in=named, lifted_at__isnull=True).values_list("child_id", "restriction")
    )
    enquiries = set(Section47Enquiry.objects.filter(_on(today), child_id__in=named).values_list("child_id", flat=True))
    homes: dict[str, Address] = {}
    rows = Address.objects.filter(_on(today), child_id__in=named).exclude(address_kind="school").order_by("pk")
    for one in sorted(rows, key=_nearness):
        homes[one.child_id] = one
    for key in sorted(named):
        head, home = named[key], homes.get(key)
        why = restricted.get(key) or head.restricted
        yield Kid(
            child_id=key,
            name=head.name,
            in_letter=key in asked,
            address=home.lines or "" if home else "",
            postcode=home.postcode or "" if home else "",
            address_kind=home.address_kind or "home" if home else "home",
            restricted=why,
            sensitive=bool(why) and class_of(why).sensitive,
            adopted=why == "adoption"
            or any(one.relation == "adoptive_parent" and one.now(today) for one in related[key]),
            enquiry_open=key in enquiries,
        )


def _nearness(one: Address) -> tuple[bool, date]:
    """Of several addresses, where the child is placed goes before a home, and a later one before an earlier."""
    return (one.address_kind == "placement", one.started_on or date.min)


def _tie(child_id: str, one: Relation, today: date) -> Tie:
    return Tie(
        child_id=child_id,
        adult_id=one.adult_id or "",
        relation=one.relation,
        responsible=one.responsible,
        lives_with=one.same_household,
        ended=not one.now(today),
    )


def _grown(related: dict[str, list[Relation]]) -> Iterator[Grown]:
    known = {one.adult_id: one for found in related.values() for one in found if one.adult_id}
    for key in sorted(known):
        yield Grown(adult_id=key, name=known[key].name, dead=known[key].died_on is not None)


def _reaches(related: dict[str, list[Relation]], today: date) -> Iterator[Reach]:
    adults = {one.adult_id for found in related.values() for one in found if one.adult_id}
    for one in AdultContact.objects.filter(_on(today), adult_id__in=adults).order_by("pk"):
        yield Reach(
            adult_id=one.adult_id,
            kind=one.kind,
            value=one.value,
            postcode=one.postcode,
            safe=one.safe,
            secret=one.do_not_disclose,
        )


def _silent(kids: Sequence[Kid], today: date) -> Iterator[Silent]:
    """Where nothing goes to the family: a pathway that says so, or a record restricted for such a reason."""
    named = {kid.child_id for kid in kids}
    for one in Pathway.objects.filter(_on(today), child_id__in=named).order_by("pk"):
        if one.kind in RESTRICTING or one.no_contact_with_family:
            yield Silent(child_id=one.child_id, kind_words=one.get_kind_display())
    for kid in kids:
        if kid.restricted in RESTRICTING:
            yield Silent(child_id=kid.child_id, kind_words=class_of(kid.restricted).words)


def _silent_unseen(asked: Sequence[str], today: date) -> Iterator[Silent]:
    """The same of any brother or sister, also of those whose record the viewer may not open: a yes, and no more."""
    with connection.cursor() as cursor:
        for key in asked:
            cursor.callproc("letters_silenced_around", [key, today])
            if cursor.fetchone()[0]:
                yield Silent(child_id="", kind_words="")


def _order(one: ProtectiveOrder) -> Order:
    return Order(
        child_id=one.child_id,
        kind_words=one.get_kind_display(),
        adult_id=one.against_adult_id or "",
        against_words=one.against_words,
        forbids_contact=one.forbids_contact,
        forbids_address=one.forbids_address,
    )


# ---- the words that tell ----


def _of_kids(family: Family, today: date) -> Iterator[Known]:
    kids = {kid.child_id: kid for kid in family.kids}
    for one in Address.objects.filter(_on(today), child_id__in=kids).order_by("started_on", "pk"):
        fact = {"placement": "placement_address", "school": "school"}.get(one.address_kind or "", "childs_address")
        for words in (first_line(one.lines or ""), one.postcode or ""):
            yield Known(fact=fact, words=words, whose=f"an address of {kids[one.child_id].name}")
    several = len(family.subjects) > 1
    named = heads(kids, today=today)
    for kid in family.kids:
        head = named.get(kid.child_id)
        if head is not None and head.forename and (several or not kid.in_letter):
            yield Known(fact="other_child", words=head.forename, whose=kid.name, child_id=kid.child_id)
        if head is not None and kid.sensitive and kid.in_letter:
            yield Known(fact="new_name", words=head.surname, whose=f"the name of {kid.name}")


def _of_adults(family: Family) -> Iterator[Known]:
    homes = [(kid.address, kid.postcode) for kid in family.kids]
    for one in family.reaches:
        whose = family.name_of(one.adult_id)
        if one.kind != "address":
            yield Known(fact="adults_phone", words=one.value, whose=whose, adult_id=one.adult_id)
        elif one.secret or not any(same_place(one.value, one.postcode, *home) for home in homes):
            for words in (first_line(one.value), one.postcode):
                yield Known(fact="adults_address", words=words, whose=whose, adult_id=one.adult_id)
    carers = {tie.adult_id for tie in family.ties if tie.relation in CARERS and not tie.ended}
    for adult in family.adults:
        if adult.adult_id in carers:
            yield Known(fact="carers_names", words=adult.name, whose="a carer")


def _of_referrers(family: Family) -> Iterator[Known]:
    ids = [kid.child_id for kid in family.kids]
    asked = list(IntakeChild.objects.filter(child_id__in=ids).order_by("pk"))
    for told in asked:
        yield Known(fact="school", words=told.school, whose="a school named in a contact")
    for one in Intake.objects.filter(pk__in={told.intake_id for told in asked}).order_by("pk"):
        for words in (one.referrer_name, one.referrer_phone, one.referrer_email):
            yield Known(fact="referrer_identity", words=words, whose="whoever told us")
