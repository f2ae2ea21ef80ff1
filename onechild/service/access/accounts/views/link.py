"""Shows a one-use link, once."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.models import User
from onechild.service.access.sign_in.request import SignedIn


def link_page(request: SignedIn, account: User, secret: str) -> HttpResponse:
    """This function will return the page with the link, for the administrator to hand over."""
    address = request.build_absolute_uri(reverse("sign-in-link", args=[secret]))
    return render(request, "accounts/link.html", {"account": account, "address": address})
