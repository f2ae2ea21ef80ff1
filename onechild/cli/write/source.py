"""Of what a file is written: an extract in a folder, or the record as it stands."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from onechild.cli.opening import extract_in
from onechild.cli.record import open_service, who
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from datetime import date

    from onechild.knowledge.tables.extract import Extract


@contextmanager
def opened_of(folder: Path | None, by: str | None, *, record: bool) -> Iterator[Extract]:
    """The extract of the folder; or one of the record, noted in the access log and erased when the block ends."""
    if record == (folder is not None):
        raise CannotProceed("say of what: --extract and its folder, or --record")
    if folder is not None:
        yield extract_in(folder)
        return
    open_service()
    from django.conf import settings

    from onechild.service.config import moment
    from onechild.service.exchange.extracts import take_extract

    with tempfile.TemporaryDirectory(prefix="onechild-write-") as place:
        yield take_extract(
            Path(place) / "extract",
            by=who(by),
            council=settings.COUNCIL_CODE,
            council_name=settings.COUNCIL_NAME,
            invented=settings.INVENTED,
            now=moment.now(),
        )


def refuse_the_unknown(opened: Extract, day: date) -> None:
    """Raise CannotProceed for a day after the extract was known."""
    known = opened.about.known_at
    if known is not None and day > known:
        raise CannotProceed(f"the extract was known at {known}: nobody can say from it how {day} ended")
