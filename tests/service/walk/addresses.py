"""Every address there is, and what kind of page it is: an address without a line here fails the test of the walk."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Pages about one child: open to whoever may see the child and has one of these permissions (none: sight is enough).
CHILD: dict[str, tuple[str, ...]] = {}

# Pages that are about no one child, and may list, count or find children: walked for words that must not be there.
LIST: dict[str, tuple[str, ...]] = {}

# Pages that show no child by their nature, and why: sign-in, health, forms that only take something in.
NO_CHILD: dict[str, str] = {}


def named_addresses() -> dict[str, str]:
    """This function will return the route of every address by its full name; one without a name is named by its route."""
    return dict(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, spaces: str, route: str) -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from _walk(pattern, space, here)
        elif isinstance(pattern, URLPattern):
            yield (f"{spaces}{pattern.name}" if pattern.name else here), here
