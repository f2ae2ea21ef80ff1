"""Every sentence is true of the figures, grammatical in number, and keeps an average beside what it leaves out."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.reports.figures import Caseload, Figures, TeamFigures
from onechild.knowledge.reports.lineage import NOT_THERE
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.sentences import caseload_sentences
from onechild.knowledge.reports.words import IN_WORDS

SAYING = Saying("May 2020", "May 2021")
NAMES = [f"Team {letter}" for letter in "ABCDEFGHIJKLM"]

counts = st.integers(0, 14)
figures = st.builds(
    lambda workers, each, over, waiting, managers, absent: Figures(
        workers=workers,
        fte=float(workers),
        cases=workers + each if workers else 0,
        over_target=min(over, workers),
        unallocated=waiting,
        held_by_managers=managers,
        held_by_absent=min(absent, each) if workers else 0,
    ),
    st.integers(0, 12),
    st.integers(0, 60),
    counts,
    counts,
    counts,
    counts,
)


@st.composite
def caseloads(draw: st.DrawFn) -> Caseload:
    """Teams with and without a before, and totals that are their sums."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    teams = []
    for name in names:
        before = draw(st.one_of(st.none(), figures, figures, figures))
        why = "" if before else NOT_THERE
        teams.append(TeamFigures(name, name, draw(figures), before, name, name, why))
    now, then = _sum([team.now for team in teams]), _sum([team.before for team in teams if team.before])
    return Caseload(tuple(teams), (then, now), (then, now), (None, None), {})


def test_the_scrutiny_report_of_ten_teams_says_what_it_said() -> None:
    fell, rose = (
        (Figures(10, 10.0, 180, 4), Figures(10, 10.0, 200, 6)),
        (Figures(10, 10.0, 200, 6), Figures(10, 10.0, 180, 4)),
    )
    teams = tuple(
        TeamFigures(name, name, *(fell if place < 5 else rose), name, name) for place, name in enumerate(NAMES[:10])
    )
    total = Figures(100, 100.0, 1900, 50, 3, 1, 0)
    sentences = caseload_sentences(Caseload(teams, (total, total), (total, total), (None, None), {}), SAYING)
    assert sentences[0].startswith(
        "The number of staff with cases over target is lower than at May 2020 in five of the ten teams"
    )
    assert sentences[0].endswith("higher in five (Team F, Team G, Team H, Team I and Team J).")


@given(caseloads())
def test_a_count_of_teams_is_true_of_the_figures(found: Caseload) -> None:
    compared = [team for team in found.teams if team.before]
    said = caseload_sentences(found, SAYING)
    if len(compared) < 2:
        return
    over = [team.team for team in compared if team.before and team.now.over_target < team.before.over_target]
    mean = [team.team for team in compared if _average_fell(team)]
    assert _counted(said, "The number of staff with cases over target") == (len(over), len(compared))
    assert _counted(said, "The average caseload per worker") == (len(mean), len(compared))


@given(caseloads())
def test_an_average_never_stands_without_the_children_it_leaves_out(found: Caseload) -> None:
    said = caseload_sentences(found, SAYING)
    for place, sentence in enumerate(said):
        if re.search(r"average caseload|on average", sentence):
            near = sentence + " ".join(said[place + 1 : place + 2])
            assert all(word in near for word in ("waiting", "by a manager", "by someone absent"))


@given(caseloads())
def test_the_children_an_average_leaves_out_are_said_as_counted(found: Caseload) -> None:
    said = " ".join(caseload_sentences(found, SAYING))
    now = found.together[1]
    match = re.search(r", with (\S+) child(?:ren)? waiting, (.+?) held by a manager and (.+?) by someone absent", said)
    assert match
    assert [_value(word) for word in match.groups()] == [now.unallocated, now.held_by_managers, now.held_by_absent]


@given(caseloads())
def test_a_team_without_a_before_is_named_and_left_out(found: Caseload) -> None:
    said = caseload_sentences(found, SAYING)
    for team in found.teams:
        left_out = f"{team.team} is left out of the comparison: it was not there at May 2020."
        assert (left_out in said) is (team.before is None)


@given(caseloads(), st.booleans())
def test_sentences_agree_in_number(found: Caseload, publish: bool) -> None:
    for sentence in caseload_sentences(found, Saying("May 2020", "May 2021", publish)):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not re.search(r"\bone (children|teams|workers|cases)\b|\bno (children|workers|cases)\b", sentence)
        assert not re.search(r"\b(two|three|four|five|ten|\d\d+) (child|team|worker|case)\b", sentence)
        assert not re.search(r"\b(one|none|no child) were\b|\b(two|three|four|\d\d+) was\b", sentence)
        assert "  " not in sentence


@given(caseloads())
def test_the_copy_for_publication_says_no_small_number_of_children_or_workers(found: Caseload) -> None:
    for sentence in caseload_sentences(found, Saying("May 2020", "May 2021", publish=True)):
        plain = re.sub("between one and five", "", sentence, flags=re.IGNORECASE)
        assert not re.search(r"\b(one|two|three|four|five) (child|children|held|worker|workers|of the cases)\b", plain)


def test_nothing_is_called_an_improvement() -> None:
    team = TeamFigures("a", "A", Figures(1, 1.0, 5, 0), Figures(1, 1.0, 5, 0), "a", "A")
    found = Caseload((team,), (team.now, team.now), (team.now, team.now), (None, None), {})
    assert not re.search("improv|better|worse|fell", " ".join(caseload_sentences(found, SAYING)))


def test_averages_shown_alike_are_the_same() -> None:
    team = TeamFigures("a", "A", Figures(40, 40.0, 701, 0), Figures(40, 40.0, 700, 0), "a", "A")
    other = TeamFigures("b", "B", Figures(1, 1.0, 5, 0), Figures(1, 1.0, 6, 0), "b", "B")
    found = Caseload((team, other), (team.now, team.now), (team.now, team.now), (None, None), {})
    assert caseload_sentences(found, SAYING)[1] == (
        "The average caseload per worker is lower than at May 2020 in one of the two teams (B) and the same in one (A)."
    )


def _sum(found: list[Figures]) -> Figures:
    return Figures(
        workers=sum(one.workers for one in found),
        fte=sum(one.fte or 0 for one in found),
        cases=sum(one.cases for one in found),
        over_target=sum(one.over_target for one in found),
        unallocated=sum(one.unallocated for one in found),
        held_by_managers=sum(one.held_by_managers for one in found),
        held_by_absent=sum(one.held_by_absent for one in found),
    )


def _average_fell(team: TeamFigures) -> bool:
    now, then = team.now.average, team.before.average if team.before else None
    return now is not None and then is not None and float(f"{now:.1f}") < float(f"{then:.1f}")


def _counted(said: list[str], subject: str) -> tuple[int, int]:
    """Reads "lower in n of the m teams" back from the sentence that begins with the subject."""
    [sentence] = [sentence for sentence in said if sentence.startswith(subject)]
    if match := re.search(r"in (\S+) of the (\S+) teams", sentence):
        return _value(match[1]), _value(match[2])
    if "in both teams" in sentence:
        return 2, 2
    match = re.search(r"in all (\S+) teams", sentence)
    assert match
    return _value(match[1]), _value(match[1])


def _value(word: str) -> int:
    word = word.strip()
    return 0 if word == "no" else IN_WORDS.index(word) if word in IN_WORDS else int(word.replace(",", ""))
