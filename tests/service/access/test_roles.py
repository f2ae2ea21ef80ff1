"""Roles are data: each says what it is for, and the database keeps the same of them as roles.py."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from onechild.service.access.actions.roles_held import end_role, give_role
from onechild.service.access.models import RoleHeld
from onechild.service.access.permissions import BY_KEY, PERMISSIONS
from onechild.service.access.refusals import NotPossible
from onechild.service.access.restrictions import CLASSES
from onechild.service.access.roles import REACHES, ROLES, fingerprint, permissions_of
from onechild.service.record.models.fields import code_in_words
from tests.service.people import a_worker_with_children, child_of, make_user, sign_in

ON = date(2026, 11, 2)


def test_roles_reach_and_may_only_what_there_is() -> None:
    assert {role.reach for role in ROLES} <= REACHES.keys()
    assert frozenset[str]().union(*(role.permissions for role in ROLES)) <= BY_KEY.keys()


def test_every_permission_is_some_roles() -> None:
    assert permissions_of(role.key for role in ROLES) == {permission.key for permission in PERMISSIONS}


def test_an_administrator_may_see_no_child_and_no_figure() -> None:
    assert permissions_of(["administrator"]) == {"manage_accounts"}


def test_an_inspector_may_change_nothing() -> None:
    assert not [key for key in permissions_of(["inspector"]) if BY_KEY[key].writes]


def test_a_scrutiny_member_may_see_suppressed_figures_alone() -> None:
    assert permissions_of(["scrutiny"]) == {"see_figures_suppressed"}


def test_an_unknown_role_may_nothing() -> None:
    assert permissions_of(["emperor"]) == frozenset()


def test_every_class_of_restriction_is_in_the_published_list() -> None:
    assert [key for key in CLASSES if code_in_words("restriction", key) == key] == []


@pytest.mark.django_db
def test_the_last_migration_that_wrote_the_roles_wrote_these() -> None:
    nodes = MigrationLoader(connection).graph.nodes
    written = {
        name: operation.roles_fingerprint
        for (app, name), migration in nodes.items()
        if app == "access"
        for operation in migration.operations
        if hasattr(operation, "roles_fingerprint")
    }
    assert written[max(written)] == fingerprint(), "add a migration with operations.roles_as_written(fingerprint())"


@pytest.mark.django_db
def test_an_inspectors_role_is_not_given_without_its_last_day() -> None:
    with pytest.raises(NotPossible, match="which day it ends"):
        give_role(user=make_user("auditor"), role="inspector", on=ON, by=None)


@pytest.mark.django_db
def test_nobody_gives_themselves_a_role() -> None:
    user = make_user("administrator")
    with pytest.raises(NotPossible, match="Somebody else"):
        give_role(user=user, role="director", on=ON, by=user)


@pytest.mark.django_db
def test_a_role_ended_is_kept_with_its_last_day() -> None:
    held = RoleHeld.objects.get(user=make_user("auditor"))
    end_role(held=held, on=ON)
    assert RoleHeld.objects.get(pk=held.pk).ended_on == ON


@pytest.mark.django_db
def test_the_page_of_roles_says_each_in_a_sentence(client: Client) -> None:
    sign_in(client, "administrator")
    page = client.get("/who-can-see-what/").content.decode()
    assert page.count("<strong>May</strong>") == len(ROLES)


@pytest.mark.django_db
def test_my_powers_say_why_i_see_a_child(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "family_worker", worker_id=worker)
    page = client.get("/my-powers/").content.decode()
    assert child_of(worker).la_child_id in page
    assert "You work with this child" in page


@pytest.mark.django_db
def test_a_page_that_a_role_may_not_open_says_who_can(client: Client) -> None:
    sign_in(client, "social_worker")
    answer = client.get("/barred/")
    assert answer.status_code == 403
    assert "Head of data" in answer.content.decode()
