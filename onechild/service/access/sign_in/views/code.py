"""The second step of signing in: a one-time code, and the setting up of what makes it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from onechild.service.access.sign_in import pending, square
from onechild.service.access.sign_in.actions import codes, signing_in
from onechild.service.access.sign_in.forms import WRONG_CODE, CodeForm, FirstCodeForm
from onechild.service.access.sign_in.request import Request
from onechild.service.access.sign_in.sealing import opened, seal

NEW_KEY = "new_key"
SHOWN_ONCE = "codes_once"
PURPOSE = "setting up"


@sensitive_post_parameters("code")
def code(request: Request) -> HttpResponse:
    """Ask for a one-time code of somebody whose password was right."""
    waiting = pending.found(request, now=request.clock)
    if waiting is None or not codes.has_authenticator(waiting.user):
        return redirect("sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if codes.check_code(user=waiting.user, code=form.cleaned_data["code"], now=request.clock):
            signing_in.sign_in(request, user=waiting.user, how="password and code")
            return redirect(waiting.then)
        form.add_error("code", WRONG_CODE)
    return render(request, "sign_in/code.html", {"form": form})


@sensitive_post_parameters("code")
def set_up(request: Request) -> HttpResponse:
    """Show the key of a new authenticator, and take the first code that it makes."""
    waiting = pending.found(request, now=request.clock)
    if waiting is None or codes.has_authenticator(waiting.user):
        return redirect("sign-in")
    key = offered_key(request)
    form = FirstCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = "".join(form.cleaned_data["code"].split())
        if codes.code_fits(key=key, code=typed, now=request.clock):
            recovery = codes.set_up(user=waiting.user, key=key, code=typed, now=request.clock)
            del request.session[NEW_KEY]
            signing_in.sign_in(request, user=waiting.user, how="password and code")
            request.session[SHOWN_ONCE] = seal("\n".join(recovery), purpose=PURPOSE)
            request.session["then"] = waiting.then
            return redirect("account-recovery-codes")
        form.add_error("code", WRONG_CODE)
    return render(request, "sign_in/set_up.html", key_words(request, key, waiting.user.email) | {"form": form})


def offered_key(request: Request) -> str:
    """This function will return the key that this session is setting up, the same until it is taken."""
    if NEW_KEY not in request.session:
        request.session[NEW_KEY] = seal(codes.new_key(), purpose=PURPOSE)
    return opened(request.session[NEW_KEY], purpose=PURPOSE)


def key_words(request: Request, key: str, email: str) -> dict[str, object]:
    """This function will return the square of a key and the key in groups of four, for a page."""
    address = square.address_of(key=key, email=email, issuer=f"OneChild {request.council}")
    return {"square": square.drawn(address), "key": " ".join(key[at : at + 4] for at in range(0, len(key), 4))}
