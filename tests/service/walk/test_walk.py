"""Every address, for every role, with four children of whom one may open some: nothing of the others is ever shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from onechild.service.access.roles import BY_ROLE
from onechild.service.record.models import Visit
from tests.service.people import sign_in
from tests.service.walk.addresses import ASKING, CHILD, KEPT_BY, LISTS, OF_A_ROW, POSTED, unlisted
from tests.service.walk.world import World, a_world, marks

pytestmark = pytest.mark.django_db
ROLES = sorted(BY_ROLE)
# What may be seen rests on a role's reach: one role of each, the others in the slow run.
OF_A_REACH = {
    role.reach: role.key for role in sorted(BY_ROLE.values(), key=lambda role: len(role.permissions))
}.values()
BY_REACH = [role if role in OF_A_REACH else pytest.param(role, marks=pytest.mark.slow) for role in ROLES]
OPENED, REFUSED, NOT_THERE = {200, 302, 405}, {403, 404}, {404}


def test_every_address_stands_in_a_table_of_the_walk() -> None:
    assert unlisted() == []


@pytest.mark.parametrize("role", ROLES)
def test_a_childs_pages_open_to_those_who_may_and_show_the_others_nothing(client: Client, role: str) -> None:
    world = _signed_in(client, role)
    assert "\n".join(_wrong_about_a_child(client, world)) == ""


@pytest.mark.parametrize("role", BY_REACH)
def test_lists_counts_searches_and_exports_hold_no_word_of_a_child_who_may_not_be_opened(
    client: Client, role: str
) -> None:
    world = _signed_in(client, role)
    assert "\n".join(_leaks_of_lists(client, world)) == ""


@pytest.mark.parametrize("role", BY_REACH)
def test_nothing_can_be_sent_about_a_child_who_may_not_be_opened(client: Client, role: str) -> None:
    world = _signed_in(client, role)
    before = Visit.every.count()
    assert "\n".join(_taken_in(client, world)) == ""
    assert Visit.every.count() == before


def test_for_a_barred_person_the_child_is_like_one_who_does_not_exist(client: Client) -> None:
    world = _signed_in(client, "director")
    told_apart = {name for name in {*CHILD, *ASKING} - POSTED if not _like_nobody(client, world, name)}
    assert told_apart == set()


def _like_nobody(client: Client, world: World, name: str) -> bool:
    arguments = _arguments(name, world, "barred")
    barred = client.get(reverse(name, kwargs=arguments))
    nobody = client.get(reverse(name, kwargs=arguments | {"la_child_id": "X404"}))
    same = _plain(barred, arguments["la_child_id"]) == _plain(nobody, "X404")
    return barred.status_code == nobody.status_code == 404 and same


def _signed_in(client: Client, role: str) -> World:
    world = a_world(role)
    sign_in(client, user=world.user)
    return world


def _wrong_about_a_child(client: Client, world: World) -> Iterator[str]:
    for name in (*CHILD, *ASKING):
        for kind in world.children:
            answer = client.get(reverse(name, kwargs=_arguments(name, world, kind)))
            if answer.status_code not in _expected(name, world, kind):
                yield f"{name} of the child {kind} answered {answer.status_code}"
            shown = _plain(answer, "")
            yield from (
                f"{name} of the child {kind} shows {word}" for word in _words_hidden(world, but=kind) if word in shown
            )


def _leaks_of_lists(client: Client, world: World) -> Iterator[str]:
    for name, addresses in LISTS.items():
        for address in addresses(world):
            answer = client.get(address)
            if answer.status_code not in {200, 302, 403, 404, 429}:
                yield f"{name} answered {answer.status_code}"
            asked = address.partition("?")[2]
            shown = _plain(answer, "")
            for kind, words in world.hidden_words().items():
                yield from (
                    f"{address} shows {word} of the child {kind}"
                    for word in words
                    if word in shown and word not in asked
                )


def _taken_in(client: Client, world: World) -> Iterator[str]:
    for name in CHILD:
        for kind in set(world.children) - world.seen:
            answer = client.post(reverse(name, kwargs=_arguments(name, world, kind)), {"reason": "x", "seen": "yes"})
            keeps = kind == "restricted" and KEPT_BY.get(name) in world.permissions
            if answer.status_code not in {*REFUSED, 405} and not keeps:
                yield f"{name} of the child {kind} took something in: {answer.status_code}"


def _expected(name: str, world: World, kind: str) -> set[int]:
    """What a GET may answer. A permission that is missing is said before anything of the child is looked up."""
    if name in POSTED:
        return {405}
    needs = CHILD[name][1] if name in CHILD else "break_glass"
    may = not needs or any(one in world.permissions for one in needs.split("|"))
    if kind == "barred":
        return NOT_THERE if may else REFUSED
    if name in ASKING:
        return OPENED | REFUSED
    if kind not in world.seen and not (kind == "restricted" and KEPT_BY.get(name) in world.permissions):
        return REFUSED
    return (OPENED if may else {403}) | ({404} if name in OF_A_ROW else set())


def _words_hidden(world: World, *, but: str) -> list[str]:
    """Words of the children who may not be opened; the number in the page's own address is no news."""
    return [word for kind, words in world.hidden_words().items() for word in (words[:-1] if kind == but else words)]


def _arguments(name: str, world: World, kind: str) -> dict[str, object]:
    child = world.children[kind]
    return CHILD[name][0](child) if name in CHILD else {"la_child_id": child.la_child_id}


def _plain(answer: HttpResponse, public_id: object) -> str:
    """The page's words, without what differs from one answer to the next."""
    text = answer.content.decode(errors="replace")
    lines = [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines).replace(str(public_id), "") if public_id else "\n".join(lines)


def test_the_words_of_the_walk_would_be_found(client: Client) -> None:
    world = _signed_in(client, "social_worker")
    shown = _plain(client.get(reverse("child", args=[world.children["own"].la_child_id])), "")
    assert marks("own", world.children["own"])[0] in shown
