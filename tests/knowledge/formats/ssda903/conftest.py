"""Writes small SSDA903 files, and reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onechild.knowledge.formats import ssda903
from onechild.knowledge.formats.model import Asked, Reading

HEADINGS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "uasc": "CHILD,SEX,DOB,DUC",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "workers": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
    "dolo": "CHILD,DOB,DOLO_START,DOLO_END",
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a module under its headings, or under `headings`; `folder` is the return's."""

    def write_module(module: str, *lines: str, folder: str = "return", headings: str = "", name: str = "") -> Path:
        path = tmp_path / folder / (name or f"{module}.csv")
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([headings or HEADINGS[module], *lines]) + "\n", encoding="utf-8")
        return path

    return write_module


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Recognise files and read them together."""

    def read_files(*paths: Path, year: int | None = None) -> Reading:
        found = [ssda903.recognise(path, path.read_bytes()[:65_536]) for path in paths]
        return ssda903.read([one for one in found if one], asked=Asked(council="999", year=year))

    return read_files
