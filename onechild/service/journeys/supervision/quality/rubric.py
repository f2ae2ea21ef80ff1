"""The rubric that a case supervision is read against: seven lines, each yes, partly or no."""

from __future__ import annotations

ANSWERS: list[tuple[str, str]] = [("yes", "Yes"), ("partly", "Partly"), ("no", "No")]
LINES: dict[str, str] = {
    "lived": "Is what life is like for the child there to be seen?",
    "analysis": "Does it say what it means, and not only what happened?",
    "earlier": "Was what had been promised before looked at?",
    "direction": "Has each direction an owner and a day, or is it said why there is none?",
    "reflective": "Did it make the worker think: a question asked, and answered?",
    "risk": "Is the risk named: what, to whom, how soon?",
    "manager": "Is the manager’s own view clear?",
}
SHORT: dict[str, str] = {
    "lived": "The child’s life is there",
    "analysis": "What it means",
    "earlier": "Earlier promises looked at",
    "direction": "Owner and day, or why none",
    "reflective": "Made the worker think",
    "risk": "Risk named",
    "manager": "Manager’s view clear",
}
