"""Fills in a form as somebody at a browser would: the page is asked for, its fields are filled, and it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

Typed = str | bool | date | list[str]


def fill(
    client: Client, address: str, *, saying: str = "", more: Mapping[str, str] | None = None, **typed: Typed
) -> str:
    """This function will send the form of a page and return the address that the browser is sent on to.

    `saying` names the form by words of its button, where the page has several; `more` are fields that a button such as
    "Add another child" would bring. A date fills three boxes. A field that the form does not have, a choice that it
    does not offer and an answer that is no redirect fail, in the page's words.
    """
    answer = sent(client, address, saying=saying, more=more, **typed)
    assert answer.status_code in (302, 303), f"{address} was not taken in: {errors(answer) or answer.status_code}"
    return str(answer["Location"])


def sent(
    client: Client, address: str, *, saying: str = "", more: Mapping[str, str] | None = None, **typed: Typed
) -> Any:
    """This function will send the form of a page and return the answer, whatever it is."""
    page = client.get(address)
    assert page.status_code == 200, f"{address} answers {page.status_code}"
    form = _form(html.document_fromstring(page.content), saying, address)
    values = _standing(form)
    for name, value in typed.items():
        values.update(_given(form, name.replace("__", "-"), value, address))
    values.update(more or {})
    action = _action(form, saying) or address
    return client.post(action, {name: value for name, value in values.items() if value is not None})


def errors(answer: HttpResponse) -> str:
    """This function will return what the error summary of a page says."""
    found = html.document_fromstring(answer.content).xpath("//*[contains(@class, 'error-summary')]")
    return " ".join(" ".join(one.text_content().split()) for one in found)


def offered(client: Client, address: str) -> dict[str, list[str]]:
    """This function will return the fields of a page's forms with what may be chosen: for whoever writes a test."""
    page = html.document_fromstring(client.get(address).content)
    found: dict[str, list[str]] = {}
    for field in page.xpath("//form[not(contains(@class, 'oc-search'))]//*[@name and not(@type='hidden')]"):
        choices = [one.get("value", "") for one in field.xpath(".//option")] or [field.get("value") or ""]
        found.setdefault(str(field.get("name")), []).extend(choices)
    return found


def _form(page: Any, saying: str, address: str) -> Any:
    forms = [one for one in page.xpath("//form") if (one.get("method") or "").lower() == "post"]
    forms = [one for one in forms if "sign-out" not in (one.get("action") or "")]
    if saying:
        forms = [
            one for one in forms if any(saying in " ".join(b.text_content().split()) for b in one.xpath(".//button"))
        ]
    assert forms, f"{address} has no form{f' to {saying}' if saying else ''}"
    return forms[0]


def _action(form: Any, saying: str) -> str:
    for button in form.xpath(".//button[@formaction]") if saying else ():
        if saying in button.text_content():
            return str(button.get("formaction"))
    return str(form.get("action") or "")


def _standing(form: Any) -> dict[str, Any]:
    """What the form would send as it stands."""
    return dict(form.form_values()) | _several(form)


def _several(form: Any) -> dict[str, list[str]]:
    ticked: dict[str, list[str]] = {}
    for box in form.xpath(".//input[@type='checkbox' and @checked]"):
        ticked.setdefault(str(box.get("name")), []).append(str(box.get("value") or "on"))
    return ticked


def _given(form: Any, name: str, value: Typed, address: str) -> dict[str, Any]:
    if isinstance(value, date):
        parts = {f"{name}_{part}": getattr(value, part) for part in ("day", "month", "year")}
        given = {key: str(number) for key, number in parts.items()}
        _must_have(form, next(iter(given)), address)
        return given
    _must_have(form, name, address)
    if isinstance(value, bool):
        return {name: "on" if value else None}
    choices = form.xpath(f".//*[@name='{name}' and (@type='radio' or @type='checkbox')]/@value")
    choices += form.xpath(f".//select[@name='{name}']//option/@value")
    for one in value if isinstance(value, list) else [value]:
        assert not choices or one in choices, f"{address}: {name} offers {choices}, not {one!r}"
    return {name: value}


def _must_have(form: Any, name: str, address: str) -> None:
    there = sorted({str(one) for one in form.xpath(".//*[@name]/@name")})
    assert name in there, f"{address} has no field {name}: {there}"
