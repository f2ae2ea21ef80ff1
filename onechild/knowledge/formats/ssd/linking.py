"""Looks up, between the SSD's tables, what one table leaves to another: whose row it is, and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.ssd.opening import Raw

_ROLE = "invo_professional_role_id"


def link(raws: Sequence[Raw]) -> None:
    """This function will add to the cells of each table what it names by key alone.

    Assessment factors get the child and the day of their assessment; reviews and placements without a person the child
    of their period of care; care leavers their date of birth; an involvement without a role its worker's job title; an
    episode without a period of care one made of the child and the day care began.
    """
    children = _known(raws, "ssd_cin_assessments", "cina_assessment_id", "cina_person_id")
    authorised = _known(raws, "ssd_cin_assessments", "cina_assessment_id", "cina_assessment_auth_date")
    in_care = {
        **_known(raws, "ssd_cla_placement", "clap_cla_id", "child"),
        **_known(raws, "ssd_cla_episodes", "care", "clae_person_id"),
    }
    born = _known(raws, "ssd_person", "pers_person_id", "pers_dob")
    titles = _known(raws, "ssd_professionals", "prof_professional_id", "role")
    for raw in raws:
        match raw.part.name:
            case "ssd_assessment_factors":
                _look_up(raw, "child", children, by="cinf_assessment_id")
                _look_up(raw, "authorised", authorised, by="cinf_assessment_id")
            case "ssd_cla_reviews":
                _look_up(raw, "child", in_care, by="clar_cla_id", unless="child")
            case "ssd_cla_placement":
                _look_up(raw, "child", in_care, by="clap_cla_id", unless="child")
            case "ssd_care_leavers":
                _look_up(raw, "born", born, by="clea_person_id")
            case "ssd_involvements":
                _look_up(raw, _ROLE, titles, by="invo_professional_id", unless=_ROLE)
            case "ssd_cla_episodes":
                _name_care(raw)


def departments(raws: Sequence[Raw]) -> dict[str, str]:
    """This function will return the key of each team, by its key and by its name in small letters."""
    named = _known(raws, "ssd_department", "dept_team_name", "dept_team_id")
    keys = _known(raws, "ssd_department", "dept_team_id", "dept_team_id")
    return {**{name.casefold(): key for name, key in named.items()}, **keys}


def workers(raws: Sequence[Raw]) -> set[str]:
    """This function will return the keys of the workers that the files list."""
    return set(_known(raws, "ssd_professionals", "prof_professional_id", "prof_professional_id"))


def _known(raws: Sequence[Raw], part: str, key: str, value: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for raw in raws:
        if raw.part.name == part and {key, value} <= raw.cells.keys():
            found = pl.DataFrame({"key": pl.from_arrow(raw.cells[key]), "value": pl.from_arrow(raw.cells[value])})
            pairs |= dict(found.drop_nulls().unique("key", keep="first", maintain_order=True).iter_rows())
    return pairs


def _look_up(raw: Raw, name: str, known: Mapping[str, str], *, by: str, unless: str = "") -> None:
    if by in raw.cells:
        coded = raw.cells[by].dictionary_encode()
        found = pa.array([known.get(key) for key in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    else:
        found = pa.nulls(len(raw.lines), pa.string())
    raw.cells[name] = pc.coalesce(raw.cells[unless], found) if unless in raw.cells else found


def _name_care(raw: Raw) -> None:
    dates = [raw.cells[name] for name in ("clae_entered_care_date", "clae_cla_episode_start_date") if name in raw.cells]
    person = raw.cells.get("clae_person_id")
    if not dates or person is None:
        return
    began = pc.coalesce(*dates)
    made = pc.binary_join_element_wise(person, pa.scalar("periods_of_care"), pc.utf8_slice_codeunits(began, 0, 10), "/")
    raw.cells["care"] = pc.coalesce(raw.cells["care"], made) if "care" in raw.cells else made
