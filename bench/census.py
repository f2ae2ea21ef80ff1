"""How long a census of 100,000 children takes to read into an extract, beside a bare pass of lxml over it."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

CHILDREN = 100_000
ROUNDS = 3
MOST_TIMES_A_BARE_PASS = 4.0
MOST_MEGABYTES = 600

# A bare pass reads the tree of every Child and lets it go; nothing that reads a census can be quicker.
BARE = """
import sys
from lxml import etree
count = 0
for _, child in etree.iterparse(sys.argv[1], tag="Child"):
    count += 1
    child.clear()
print(count)
"""

REFERENCE_DATE = date(2026, 3, 31)
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "MOTH", "APKN", "AIND", "BAFR", "BCRB", "OOTH", "NOBT")
SOURCES = ("1A", "1C", "2B", "3A", "3D", "5A", "5B", "6", "8", "9")
NEEDS = ("N1", "N1", "N1", "N2", "N3", "N4", "N5", "N8")
CLOSURES = ("RC1", "RC3", "RC7", "RC8", "RC9")
FACTORS = ("1B", "2B", "3A", "3B", "4A", "4B", "5A", "7A", "10A", "11A", "15A", "16A", "17A", "18C", "19C", "20", "24A")
ABUSE = ("NEG", "NEG", "EMO", "PHY", "SAB", "MUL")
DISABILITIES = ("LD", "BEH", "AUT", "MOB", "COMM", "HEAR")


def write_census(path: Path, *, children: int, seed: int = 1) -> int:
    """Stream a census of invented children to a file, the same for the same seed; returns its size in bytes."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEADER)
        for number in range(1, children + 1):
            file.write("\n".join(_child(chance, number)))
            file.write("\n")
        file.write("  </Children>\n</Message>\n")
    return path.stat().st_size


_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Collection>CIN</Collection>
      <Year>2026</Year>
      <ReferenceDate>2026-03-31</ReferenceDate>
    </CollectionDetails>
    <Source>
      <SourceLevel>L</SourceLevel>
      <LEA>999</LEA>
      <SoftwareCode>OneChild bench</SoftwareCode>
      <SerialNo>001</SerialNo>
      <DateTime>2026-07-01T09:00:00</DateTime>
    </Source>
  </Header>
  <Children>
"""


def _child(chance: random.Random, number: int) -> Iterator[str]:
    born = REFERENCE_DATE - timedelta(days=chance.randrange(30, 17 * 365))
    yield "    <Child>"
    yield "      <ChildIdentifiers>"
    yield f"        <LAchildID>HAT{number:07d}</LAchildID>"
    if chance.random() < 0.75:
        yield f"        <UPN>A{chance.randrange(10**11, 10**12)}</UPN>"
    else:
        yield "        <UPNunknown>UN1</UPNunknown>"
    yield f"        <PersonBirthDate>{born}</PersonBirthDate>"
    yield f"        <Sex>{chance.choice('MF')}</Sex>"
    yield "      </ChildIdentifiers>"
    yield "      <ChildCharacteristics>"
    yield f"        <Ethnicity>{chance.choice(ETHNICITIES)}</Ethnicity>"
    yield "        <Disabilities>"
    yield f"          <Disability>{chance.choice(DISABILITIES) if chance.random() < 0.12 else 'NONE'}</Disability>"
    yield "        </Disabilities>"
    yield "      </ChildCharacteristics>"
    for _ in range(2 if chance.random() < 0.12 else 1):
        yield from _referral(chance)
    yield "    </Child>"


def _referral(chance: random.Random) -> Iterator[str]:
    on = REFERENCE_DATE - timedelta(days=chance.randrange(5, 700))
    closed = on + timedelta(days=chance.randrange(60, 500))
    no_action = chance.random() < 0.08
    yield "      <CINdetails>"
    yield f"        <CINreferralDate>{on}</CINreferralDate>"
    yield f"        <ReferralSource>{chance.choice(SOURCES)}</ReferralSource>"
    yield f"        <PrimaryNeedCode>{chance.choice(NEEDS)}</PrimaryNeedCode>"
    if closed <= REFERENCE_DATE:
        yield f"        <CINclosureDate>{closed}</CINclosureDate>"
        yield f"        <ReasonForClosure>{chance.choice(CLOSURES)}</ReasonForClosure>"
    if not no_action:
        yield from _work(chance, on)
    yield f"        <ReferralNFA>{'true' if no_action else 'false'}</ReferralNFA>"
    if not no_action and chance.random() < 0.16:
        yield from _plan(chance, on)
    yield "      </CINdetails>"


def _day(indent: int, element: str, day: date) -> Iterator[str]:
    """A date, unless it has not come yet."""
    if day <= REFERENCE_DATE:
        yield f"{' ' * indent}<{element}>{day}</{element}>"


def _work(chance: random.Random, on: date) -> Iterator[str]:
    for turn in range(chance.choice((1, 1, 1, 2))):
        yield from _assessment(chance, on + timedelta(days=chance.randrange(0, 5) + 90 * turn))
    if chance.random() < 0.4 and (began := on + timedelta(days=50)) <= REFERENCE_DATE:
        yield "        <CINPlanDates>"
        yield f"          <CINPlanStartDate>{began}</CINPlanStartDate>"
        yield from _day(10, "CINPlanEndDate", began + timedelta(days=chance.randrange(20, 400)))
        yield "        </CINPlanDates>"
    if chance.random() < 0.32 and (began := on + timedelta(days=chance.randrange(0, 20))) <= REFERENCE_DATE:
        held = chance.random() < 0.4
        yield "        <Section47>"
        yield f"          <S47ActualStartDate>{began}</S47ActualStartDate>"
        if held:
            yield f"          <InitialCPCtarget>{began + timedelta(days=21)}</InitialCPCtarget>"
            yield from _day(10, "DateOfInitialCPC", began + timedelta(days=chance.randrange(9, 30)))
        yield f"          <ICPCnotRequired>{'false' if held else 'true'}</ICPCnotRequired>"
        yield "        </Section47>"


def _assessment(chance: random.Random, began: date) -> Iterator[str]:
    if began > REFERENCE_DATE:
        return
    authorised = began + timedelta(days=chance.randrange(20, 70))
    yield "        <Assessments>"
    yield f"          <AssessmentActualStartDate>{began}</AssessmentActualStartDate>"
    yield from _day(10, "AssessmentInternalReviewDate", began + timedelta(days=14))
    yield from _day(10, "AssessmentAuthorisationDate", authorised)
    if authorised <= REFERENCE_DATE:
        yield "          <FactorsIdentifiedAtAssessment>"
        for factor in chance.sample(FACTORS, chance.choice((1, 2, 3, 4))):
            yield f"            <AssessmentFactors>{factor}</AssessmentFactors>"
        yield "          </FactorsIdentifiedAtAssessment>"
    yield "        </Assessments>"


def _plan(chance: random.Random, on: date) -> Iterator[str]:
    began = on + timedelta(days=chance.randrange(15, 60))
    if began > REFERENCE_DATE:
        return
    category = chance.choice(ABUSE)
    reviews = [began + timedelta(days=85 + 170 * review) for review in range(3)]
    yield "        <ChildProtectionPlans>"
    yield f"          <CPPstartDate>{began}</CPPstartDate>"
    yield from _day(10, "CPPendDate", began + timedelta(days=chance.randrange(80, 500)))
    yield f"          <InitialCategoryOfAbuse>{category}</InitialCategoryOfAbuse>"
    yield f"          <LatestCategoryOfAbuse>{category}</LatestCategoryOfAbuse>"
    yield f"          <NumberOfPreviousCPP>{chance.choice((0, 0, 0, 1))}</NumberOfPreviousCPP>"
    if reviews[0] <= REFERENCE_DATE:
        yield "          <Reviews>"
        for review in reviews:
            yield from _day(12, "CPPreviewDate", review)
        yield "          </Reviews>"
    yield "        </ChildProtectionPlans>"


def run(out: Path, *, children: int = CHILDREN, rounds: int = ROUNDS) -> dict[str, object]:
    """Measure both, in turn and each in a fresh process; medians, their ratio, and the reading's peak memory.

    `out` is a folder for the census and the extract (some 200 MB); both are removed.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        census = Path(folder) / "census.xml"
        size = write_census(census, children=children)
        bare, reading, peak = [], [], 0.0
        for _ in range(rounds):
            bare.append(_timed([sys.executable, "-c", BARE, str(census)])[0])
            extract = Path(folder) / "extract"
            seconds, megabytes = _timed([_onechild(), "read", str(census), "--out", str(extract), "--json"])
            reading.append(seconds)
            peak = max(peak, megabytes)
    seconds_bare, seconds_read = statistics.median(bare), statistics.median(reading)
    return {
        "name": "census",
        "children": children,
        "megabytes": round(size / 1e6, 1),
        "bare_pass_seconds": round(seconds_bare, 2),
        "read_seconds": round(seconds_read, 2),
        "ratio": round(seconds_read / seconds_bare, 2),
        "ratio_at_most": MOST_TIMES_A_BARE_PASS,
        "peak_megabytes": round(peak),
        "megabytes_at_most": MOST_MEGABYTES,
        "holds": seconds_read / seconds_bare <= MOST_TIMES_A_BARE_PASS and peak <= MOST_MEGABYTES,
        "rounds": rounds,
    }


def _onechild() -> str:
    return str(Path(sys.executable).with_name("onechild"))


def _timed(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command in a process of its own."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command[:2])} ended with {process.returncode}")
    return seconds, used.ru_maxrss / 1024


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()))
    asked.add_argument("--children", type=int, default=CHILDREN)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    options = asked.parse_args()
    print(json.dumps(run(options.out, children=options.children, rounds=options.rounds), indent=1))
