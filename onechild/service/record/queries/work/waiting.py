"""The shape of what waits for somebody on My day: work to approve, work returned, a child who came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Somebody(Protocol):
    """The viewer, as far as a list of waiting work needs to know them."""

    @property
    def worker_id(self) -> str | None:
        """The worker of the record that they are, if they are one."""

    @property
    def team_ids(self) -> Sequence[str]:
        """The teams that they are of, or manage."""

    @property
    def name(self) -> str:
        """Their name."""

    def may(self, permission: str) -> bool:
        """Whether they hold a permission."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for the viewer. `does` is a verb for this thing, `page` its address, `due_on` by when."""

    title: str
    does: str
    page: str
    why: str = ""
    child_ids: tuple[str, ...] = ()
    since: datetime | None = None
    due_on: date | None = None


WaitingFor = Callable[..., Sequence[Waiting]]
"""A journey's `queries.waiting_for(viewer, *, today, now)`: rows that the viewer may see, each derived, none ticked."""
