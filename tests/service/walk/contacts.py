"""Contacts at the front door: one about each child of the walk, hidden with any child that it is linked to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.urls import reverse

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Contact, Intake, IntakeChild
from tests.service.walk.world import World

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DECIDING = (
    *("front-door-decide", "contact-hand", "contact-decide", "contact-reverse"),
    *("contact-screen", "contact-suggest", "contact-check-new", "contact-tell"),
)


def contacts_about(children: Mapping[str, Child]) -> dict[str, str]:
    """The keys of a contact about each child, each with the key of its one child."""
    found = {}
    with change_set(by="a test", kind="edit", words="contacts"):
        for kind, child in children.items():
            intake = Intake.objects.create(
                acknowledgement=f"FD-{kind}", received_at=NOW, channel="telephone", words=f"1 {kind} Zigzag Lane"
            )
            contact = Contact.objects.create(child=child, happened_on=NOW.date(), received_at=NOW)
            row = IntakeChild.objects.create(
                intake=intake, surname=f"Zz{kind}ine", child=child, linked_at=NOW, contact=contact
            )
            found[str(intake.pk)] = str(row.pk)
    return found


def _contact_pages(world: World) -> list[str]:
    """The pages of a contact about each child, and of one that isn't there."""
    ids = {"oc:0": "oc:0"} | contacts_about(world.children)
    pages = (
        "contact",
        "contact-edit",
        "contact-urgency",
        "contact-join",
        "contact-unjoin",
        "contact-child-new",
        *DECIDING,
    )
    of_a_child = ("contact-child-edit", "contact-unlink")
    return [
        *(reverse(name, args=[intake]) for intake in ids for name in pages),
        *(reverse(name, args=[intake, row]) for intake, row in ids.items() for name in of_a_child),
        *(reverse("contact-adult", args=[intake, "oc:0"]) for intake in ids),
        *(reverse("contact-check", args=[intake, "oc:0"]) for intake in ids),
    ]


def _boards(world: World) -> list[str]:
    """The board with the contacts of the walk at every stage, one after another: the last stage stays."""
    with change_set(by="a test", kind="edit", words="stages"):
        for stage, kind in zip(("initial", "screening", "final", "contact"), world.children, strict=True):
            Intake.objects.filter(acknowledgement=f"FD-{kind}").update(stage=stage)
    asked = ("", "?show=over", "?held=nobody", "?priority=red", "?stage=final")
    return [*(f"{reverse('front-door')}{one}" for one in asked), *_of_stage()]


def _to_tell(world: World) -> list[str]:
    """Whom to tell, with every contact of the walk decided."""
    with change_set(by="a test", kind="edit", words="decided"):
        decided = {"stage": "decided", "decided_at": NOW, "professional": True, "referrer_name": "Somebody"}
        Intake.objects.filter(acknowledgement__startswith="FD-").update(**decided)
    return [reverse("contacts-to-tell"), *_of_stage()]


def _of_stage() -> list[str]:
    """The pages of deciding, which say other things at each stage."""
    rows = Intake.objects.filter(acknowledgement__startswith="FD-").values_list("pk", flat=True)
    return [reverse(name, args=[intake]) for intake in rows for name in DECIDING]


LISTS: dict[str, Callable[[World], list[str]]] = {
    "contact": _contact_pages,
    "contact-new": lambda world: [reverse("contact-new")],
    "contacts-import": lambda world: [reverse("contacts-import")],
    "out-of-hours": lambda world: [reverse("out-of-hours")],
    "front-door": _boards,
    "contacts-to-tell": _to_tell,
}
NO_CHILD: dict[str, str] = {
    "contact-edit": "walked with the contact",
    "contact-urgency": "walked with the contact",
    "contact-join": "walked with the contact",
    "contact-unjoin": "walked with the contact",
    "contact-child-new": "walked with the contact",
    "contact-child-edit": "walked with the contact",
    "contact-unlink": "walked with the contact",
    "contact-adult": "walked with the contact",
    "contact-link": "takes a decision: tested with taking contacts in",
    "contact-siblings": "takes a decision: tested with taking contacts in",
    "contact-make": "takes a decision: tested with taking contacts in",
    "out-of-hours-end": "takes a decision",
    **dict.fromkeys(DECIDING, "walked with the contact, at every stage"),
    "contact-check": "walked with the contact",
    "contact-check-chase": "takes a decision: tested with deciding",
    "contact-take": "takes a decision: tested with deciding",
    "contact-send": "takes a decision: tested with deciding",
    "contact-strategy": "takes a decision: tested with deciding",
    "partner-form": "asks the record nothing: tested with the partner's form",
    "partner-done": "the same",
}
