"""Somebody who may sign in."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class User(AbstractBaseUser):
    """A person with an account; `worker_id` names the worker of the record that they are, where they are one."""

    email = models.EmailField(unique=True)
    name = models.TextField()
    worker_id = models.TextField(null=True, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    single_sign_on = models.TextField(null=True, blank=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        db_table = "access_users"

    def __str__(self) -> str:
        return self.name
