"""Where the published figures come from, what their marks mean, and what they can't tell."""

from __future__ import annotations

from typing import Any

from onechild.knowledge.benchmarks.reading import LICENCE, areas, sources
from onechild.knowledge.benchmarks.words import NOTES, SHORT, capital
from onechild.service.govuk.parts import Fact

MEANS = {
    "not shown": "LAIT marks every gap with a dash and does not say why: too small to show, or not collected.",
    "hidden": "DfE hides a small number, so that nobody can be recognised.",
    "unreliable": "DfE finds the figure too unreliable to publish.",
    "not available": "DfE has no figure.",
    "not applicable": "There is nothing to work it out from, such as a share of no vacancies.",
    "no row": "Nothing was published of that council and year.",
}
MEANS_BESIDE = {
    "joint": "Two councils share one organisation: each shows the figure of both together.",
    "almost nought": "DfE says that the figure is above nought and rounds to it.",
}


def page() -> dict[str, Any]:
    """This function will return what the page about the figures shows."""
    gone = [one for one in areas().values() if one.kind == "former council"]
    return {
        "licence": LICENCE,
        "sources": [
            Fact(name=one.publisher, value=one.title, note=f"{one.edition}. {one.licence}", href=one.address)
            for one in sources().values()
        ],
        "marks": [
            *(Fact(name=capital(SHORT[key]), value=means) for key, means in MEANS.items()),
            *(Fact(name=capital(NOTES[key]), value=means) for key, means in MEANS_BESIDE.items()),
        ],
        "gone": [
            Fact(name=one.name, value="became " + " and ".join(areas()[code].name for code in one.became))
            for one in sorted(gone, key=lambda one: one.name)
        ],
    }
