"""Measures of contacts and of early help: what comes to the door, what is decided, and what comes back."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.front_door import CONTACT_DECISION
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.topics.help.words import (
    DEMAND,
    LOCAL,
    NEITHER_WAY,
    OUT_OF_THE_POPULATION,
    POPULATION,
    RATE_UNIT,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

CONTACTS = Measure(
    key="contacts",
    title="Contacts received",
    reference="FD01",
    basis=Basis.PERIOD,
    shape=Shape.COUNT,
    rows="contacts",
    unit="row_id",
    counted_on="happened_on",
    better=Better.NEITHER,
    value_unit="contacts",
    breakdowns=("team", "source", "outcome", "ethnicity", "age"),
    says="Contacts received in the period, one for each child in them; those about children already open are in it.",
    why_it_matters=f"{DEMAND} {NEITHER_WAY}",
    sources=(Source("Ofsted, Annex A, list 1 (contacts)", "K"),),
    needs=("contacts",),
)

CONTACTS_RATE = Measure(
    key="contacts-rate",
    title="Contacts received, for each 10,000 children",
    reference="FD01",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="contacts",
    unit="row_id",
    counted_on="happened_on",
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    breakdowns=("team", "source", "outcome", "ethnicity", "age"),
    says=f"Contacts received in the period, one for each child in them.{OUT_OF_THE_POPULATION} No national rate is "
    "published.",
    why_it_matters=f"{DEMAND} {NEITHER_WAY}",
    sources=(Source("Ofsted, Annex A, list 1 (contacts)", "K"),),
    needs=("contacts",),
)

CONTACTS_DECIDED = duties_in_time(
    CONTACT_DECISION,
    key="contacts-decided-in-time",
    title="Contacts whose decision fell due in a period and was made in time",
    reference="FD02",
    rows="contact duties",
    out_of=_.required,
    counts=_.in_time,
    breakdowns=("team", "worker", "source"),
    says="Of contacts whose decision fell due in the period, those decided within the limit; one still undecided is "
    "late. Team and worker are those that took the contact.",
    why="Until somebody decides, nobody acts. Counting only what was decided would make a backlog look prompt.",
    excludes="Contacts about a child who is already open: they go to the child's worker.",
)

CONTACTS_TO_REFERRALS = Measure(
    key="contacts-to-referrals",
    title="Contacts that became referrals",
    reference="FD03",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="contacts",
    unit="row_id",
    counted_on="decided_on",
    counts=_.referred,
    better=Better.NEITHER,
    value_unit="share of contacts decided",
    breakdowns=("team", "source"),
    says="Of contacts decided in the period, those decided to be a referral, or to need a strategy discussion or "
    "enquiry at once. The last decision stands; passing a contact on to screening is none.",
    why_it_matters="It shows whether those who ring know when to, and whether the door opens alike for all. "
    f"{NEITHER_WAY}",
    sources=(LOCAL,),
    excludes="Contacts not yet decided.",
    needs=("contacts", "front_door_decisions"),
)

RE_CONTACTS = Measure(
    key="re-contacts-in-3-months",
    title="Contacts turned away and heard of again within 3 months",
    reference="FD12",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="contacts turned away",
    unit="row_id",
    counted_on="three_months_on",
    counts=_.again,
    better=Better.LOWER,
    value_unit="share of contacts turned away",
    breakdowns=("team", "source"),
    says="Of contacts that ended in no further action, advice, early help or another service, and whose three months "
    "ended in the period, those followed by another contact about the child within these three months.",
    why_it_matters="A child sent elsewhere who is soon back at the door may have been sent the wrong way: inspectors "
    "have found referrals redirected to early help that needed more.",
    sources=(LOCAL,),
    excludes="A second contact on the same day; contacts of the last three months, whose time is not up.",
    needs=("contacts", "front_door_decisions"),
)

EARLY_HELP_STEPPED_UP = Measure(
    key="early-help-stepped-up",
    title="Early help that ended with the child referred to social care",
    reference="FD11",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="early help ended",
    unit="row_id",
    counted_on="ended_on",
    counts=_.stepped_up,
    better=Better.NEITHER,
    value_unit="share of early help ended",
    says="Of early help that ended in the period, that at whose end the child was an open case of social care, under a "
    "referral received since the early help began and taken on.",
    why_it_matters=f"Stepping up can be a worry noticed in time or help that came too thin. {NEITHER_WAY}",
    sources=(LOCAL,),
    needs=("early_help_episodes", "referrals"),
)

MEASURES: tuple[Measure, ...] = (
    CONTACTS,
    CONTACTS_RATE,
    CONTACTS_DECIDED,
    CONTACTS_TO_REFERRALS,
    RE_CONTACTS,
    EARLY_HELP_STEPPED_UP,
)
