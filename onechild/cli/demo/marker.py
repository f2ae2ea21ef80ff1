"""What a demonstration notes of itself in its data folder: what is in it, and what need not be done again."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from onechild.errors import CannotProceed
from onechild.knowledge.engines import own_postgres
from onechild.service.config.running.launcher import DEMONSTRATION, Place

SERVICE = Path(__file__).resolve().parents[2] / "service"


@dataclass(frozen=True)
class Marker:
    """`note` says which Hatterton; `filled`, `figures` and `reports` hold the fingerprint of the extract behind them.

    `tables` has a digest of each migration and `.sql` file: one that changed, as only a developer's does, can't be
    applied again, and the demonstration begins anew.
    """

    path: Path
    note: str = ""
    until: date | None = None
    phrase: str = ""
    filled: str = ""
    figures: str = ""
    reports: str = ""
    tables: dict[str, str] = field(default_factory=dict)

    def save(self) -> Marker:
        """Write it down, for its owner alone."""
        facts = asdict(self) | {"until": self.until.isoformat() if self.until else None, "invented": True}
        del facts["path"]
        fresh = self.path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(facts, indent=1), encoding="utf-8")
        fresh.replace(self.path)
        return self


def read_marker(place: Place) -> Marker:
    """This function will return what the folder's last run noted, or an empty note.

    Raises CannotProceed where a OneChild lives in the folder that is no demonstration: its children are real.
    """
    path = place.data / DEMONSTRATION
    if not path.exists():
        if (place.postgres_folder / "data").exists():
            raise CannotProceed(f"{place.data} holds a OneChild that is no demonstration: name another with --data")
        return Marker(path)
    try:
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        facts.pop("invented")
        return Marker(path, **facts | {"until": date.fromisoformat(facts["until"])})
    except (ValueError, TypeError, KeyError):
        raise CannotProceed(f"{path} can't be read: remove {place.data} and start again") from None


def begin(marker: Marker, place: Place, *, note: str, until: date, phrase: str, say: Callable[[str], None]) -> Marker:
    """Note what this run is about; what an earlier one left goes, and that is said, if it was about something else."""
    tables = _tables()
    same = marker.note == note and all(tables.get(name) == digest for name, digest in marker.tables.items())
    if same:
        return replace(marker, tables=tables).save()
    if marker.note:
        say("Another Hatterton, or other tables, than those of the last start: the demonstration begins anew.")
        _clear(place)
    return Marker(marker.path, note=note, until=until, phrase=phrase, reports=marker.reports, tables=tables).save()


def _clear(place: Place) -> None:
    if place.postgres_folder.exists():
        own_postgres.stop(place.postgres_folder)
        shutil.rmtree(place.postgres_folder)
    shutil.rmtree(place.files, ignore_errors=True)
    place.make_folders()


def _tables() -> dict[str, str]:
    files = (*SERVICE.rglob("migrations/0*.py"), *SERVICE.rglob("sql/*.sql"))
    return {str(path.relative_to(SERVICE)): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}
