"""Draws the square that an authenticator reads, as SVG without a style in it."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import qrcode  # type: ignore[import-untyped]
from django.utils.html import format_html
from django.utils.safestring import SafeString


def address_of(*, key: str, email: str, issuer: str) -> str:
    """This function will return the otpauth address of a key, as authenticators read it."""
    query = urlencode(
        {"secret": key, "issuer": issuer, "algorithm": "SHA1", "digits": 6, "period": 30}, quote_via=quote
    )
    return f"otpauth://totp/{quote(f'{issuer}:{email}')}?{query}"


def drawn(text: str) -> SafeString:
    """This function will return the square as an `<svg>`, one unit a dot, named for who can't see it."""
    square = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    square.add_data(text)
    rows = square.get_matrix()
    dots = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dot in enumerate(row) if dot)
    return format_html(
        '<svg class="oc-square" viewBox="0 0 {0} {0}" width="240" height="240" role="img" aria-label="{1}" '
        'shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#ffffff"/>'
        '<path d="{2}" fill="#0b0c0c"/></svg>',
        len(rows),
        "Square to scan with an authenticator app; the same key is written below",
        dots,
    )
