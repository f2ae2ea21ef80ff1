"""The rules of the house that no linter holds. Each test is one rule, and names the lines at fault."""

from __future__ import annotations

import ast
import hashlib
import re
import socket
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import pytest_socket

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
FULLEST_FOLDER = 16
NOUNS = Path("onechild/service/record/models")  # one noun a file: the nouns are the index

# Written in pieces, so that this file passes its own rules.
MACHINE_PATH = re.compile(r"(?<![\w./])/(?:work|root|home|Users|opt)/" + r"\w")
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "npmjs" + r"\.org", "(?<!no-emit-)index" + "-url"])
)
SECRET = re.compile("|".join(["PRIVATE" + " KEY-----", r"\bghp" + r"_\w{20}", r"\bAKIA" + r"[A-Z0-9]{16}"]))
UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME)\b")
SQL = re.compile(
    r"\s*(?:SELECT\b.*\bFROM\b|INSERT\s+INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b|WITH\s+\w+\s+AS\s*\("
    r"|(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:TEMP\w*\s+)?(?:TABLE|VIEW|INDEX|SCHEMA|DATABASE|FUNCTION|TRIGGER)\b)",
    re.DOTALL,
)
WALL_CLOCK = {
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "time.time",
    "time.localtime",
    "time.gmtime",
    "timezone.now",
    "timezone.localtime",
    "timezone.localdate",
}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {path: len(text.splitlines()) for path, text in _python()}
    _none(
        [
            f"{path}:{lines}: {lines} lines, and {LONGEST_FILE} is the most"
            for path, lines in lengths.items()
            if lines > LONGEST_FILE
        ]
    )


def test_no_folder_of_the_package_holds_more_than_sixteen_modules() -> None:
    folders: dict[Path, int] = {}
    for path, _ in _python("onechild"):
        folders[path.parent] = folders.get(path.parent, 0) + (path.name != "__init__.py")
    _none(
        [
            f"{folder}: {count} modules, and {FULLEST_FOLDER} is the most"
            for folder, count in folders.items()
            if count > FULLEST_FOLDER and folder != NOUNS
        ]
    )


def test_no_module_is_called_utils() -> None:
    _none([f"{path}: name it for what it does" for path, _ in _python() if path.stem in {"utils", "util", "helpers"}])


def test_every_module_of_the_package_says_what_it_is_for() -> None:
    modules = (*_python("onechild"), *_python("bench"), *_python("tools"))
    _none([f"{path}:1: no docstring" for path, _ in modules if not ast.get_docstring(_tree(path))])


def test_nothing_is_imported_by_star() -> None:
    _none(_found_in_code("", lambda node: isinstance(node, ast.ImportFrom) and node.names[0].name == "*", "imports *"))


def test_knowledge_never_reads_the_wall_clock() -> None:
    _none(
        _found_in_code("onechild/knowledge", _reads_the_wall_clock, "reads the wall clock; take `today` as an argument")
    )


def test_nothing_of_the_service_below_its_configuration_reads_the_wall_clock() -> None:
    found = _found_in_code("onechild/service", _reads_the_wall_clock, "reads the wall clock; take `now` as an argument")
    _none([line for line in found if not line.startswith("onechild/service/config/")])


def test_sql_is_written_only_in_the_engines() -> None:
    found = _found_in_code("onechild", _holds_sql, "SQL in a string")
    _none([line for line in found if not line.startswith("onechild/knowledge/engines/")])


def test_nothing_is_left_unfinished() -> None:
    _none(_found_in_text(UNFINISHED, "finish it, or file an issue", of=(".py", ".toml", ".sh", "Makefile", "run")))


def test_no_file_names_a_path_of_one_machine() -> None:
    _none(_found_in_text(MACHINE_PATH, "a path of one machine"))


def test_no_file_names_a_package_registry() -> None:
    _none(_found_in_text(REGISTRY, "the address of a package registry"))


def test_no_file_holds_a_credential() -> None:
    _none(_found_in_text(SECRET, "looks like a credential"))


def test_no_uv_lock_is_kept() -> None:
    _none([f"{path}: records registry addresses" for path in _files() if path.name == "uv.lock"])


def test_every_dependency_says_what_it_is_for() -> None:
    _none(_silent_dependencies((ROOT / "pyproject.toml").read_text(encoding="utf-8")))


def test_no_shared_sample_file_is_copied_into_the_project(shared_data: Path) -> None:
    theirs = {_digest(path) for path in shared_data.rglob("*") if path.is_file() and path.stat().st_size}
    _none([f"{path}: a copy of a file of ../shared/data" for path in _files() if _digest(ROOT / path) in theirs])


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_no_test_can_reach_the_network() -> None:
    with pytest.raises(pytest_socket.SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)  # an address kept for documentation


def test_rules_would_catch_what_they_forbid() -> None:
    assert _reads_the_wall_clock(_first_call("datetime.datetime.now(tz=UTC)"))
    assert _reads_the_wall_clock(_first_call("date.today()"))
    assert not _reads_the_wall_clock(_first_call("day.now_or_later()"))
    assert all(SQL.match(text) for text in ("SELECT a\nFROM b", "  insert into x".upper(), "CREATE TABLE t (a int)"))
    assert not SQL.match("Select the children who were seen")
    assert MACHINE_PATH.search("see /" + "root/x")
    assert not MACHINE_PATH.search("social/work/notes")
    assert _silent_dependencies('[project]\ndependencies = [\n  "quiet>=1",\n]\n') == [
        "pyproject.toml:3: quiet: no comment says what for"
    ]


def _none(offences: list[str]) -> None:
    assert not offences, "\n" + "\n".join(sorted(offences))


def _python(under: str = "") -> Iterator[tuple[Path, str]]:
    for path in _files():
        if path.suffix == ".py" and "migrations" not in path.parts and path.as_posix().startswith(under):
            yield path, _text(path)


def _found_in_code(under: str, forbidden: Callable[[ast.AST], bool], why: str) -> list[str]:
    return [
        f"{path}:{getattr(node, 'lineno', 1)}: {why}"
        for path, _ in _python(under)
        for node in ast.walk(_tree(path))
        if forbidden(node)
    ]


def _found_in_text(pattern: re.Pattern[str], why: str, *, of: tuple[str, ...] = ("",)) -> list[str]:
    return [
        f"{path}:{number}: {why}"
        for path in _files()
        if path.name.endswith(of)
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def _reads_the_wall_clock(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ".".join(ast.unparse(node.func).split(".")[-2:]) in WALL_CLOCK


def _holds_sql(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value) is not None


def _first_call(expression: str) -> ast.AST:
    return ast.parse(expression, mode="eval").body


def _silent_dependencies(text: str) -> list[str]:
    """A requirement stands on a line of its own, with a comment behind it or on the line above."""
    project = tomllib.loads(text)
    listed = {
        requirement
        for requirements in (
            project["project"]["dependencies"],
            *project["project"].get("optional-dependencies", {}).values(),
            *project.get("dependency-groups", {}).values(),
        )
        for requirement in requirements
    }
    lines = text.splitlines()
    silent = []
    for requirement in sorted(listed):
        number = next(
            index for index, line in enumerate(lines) if f'"{requirement}"' in line and not line.startswith("requires")
        )
        if "#" not in lines[number] and not lines[number - 1].lstrip().startswith("#"):
            name = re.split("[^a-z0-9-]", requirement)[0]
            silent.append(f"pyproject.toml:{number + 1}: {name}: no comment says what for")
    return silent


@cache
def _files() -> tuple[Path, ...]:
    """Every file of the project, committed or not yet, but what .gitignore names; relative to the project."""
    git = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(git, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("the house rules are checked in a git clone only")
    return tuple(Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


@cache
def _text(path: Path) -> str:
    """The file's text; a file that is not text holds no line that a rule could be about."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path), filename=str(path))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
