"""The budgets of the code: short files, short functions, few methods, no hidden imports, no globals.

EXCEPTIONS may only shrink: an entry that is no longer needed fails the test too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

OWN = ("engine", "gui", "resources")
FILE_LINES, FILE_LINES_P90 = 500, 300
FUNCTION_LINES, FUNCTION_LINES_P90 = 60, 25
METHODS = 25
EXCEPTIONS: dict[str, str] = {}  # "path:name" -> why


def sources(root: Path) -> list[Path]:
    return sorted(path for package in OWN for path in (root / package).rglob("*.py"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    first = node.body[0]
    documented = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    described = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - described


def percentile(values: list[int], share: float) -> int:
    return sorted(values)[int(share * (len(values) - 1))]


@pytest.fixture(scope="module")
def trees(root: Path) -> dict[str, ast.Module]:
    return {str(path.relative_to(root).as_posix()): ast.parse(path.read_text("utf8")) for path in sources(root)}


def test_no_file_is_longer_than_its_budget(root: Path) -> None:
    lengths = {str(path.relative_to(root)): len(path.read_text("utf8").splitlines()) for path in sources(root)}
    assert {name: n for name, n in lengths.items() if n > FILE_LINES} == {}
    assert percentile(list(lengths.values()), 0.9) <= FILE_LINES_P90


def test_no_function_is_longer_than_its_budget(trees: dict[str, ast.Module]) -> None:
    lengths = {f"{path}:{node.name}": code_lines(node) for path, tree in trees.items() for node in functions(tree)}
    assert {name: n for name, n in lengths.items() if n > FUNCTION_LINES and name not in EXCEPTIONS} == {}
    assert percentile(list(lengths.values()), 0.9) <= FUNCTION_LINES_P90
    assert {name for name in EXCEPTIONS if lengths.get(name, 0) <= FUNCTION_LINES} == set(), "drop these exceptions"


def test_no_class_has_more_methods_than_its_budget(trees: dict[str, ast.Module]) -> None:
    counts = {
        f"{path}:{node.name}": sum(isinstance(item, ast.FunctionDef) for item in node.body)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: n for name, n in counts.items() if n > METHODS} == {}


def test_our_own_modules_are_imported_at_the_top(trees: dict[str, ast.Module]) -> None:
    hidden = [
        f"{path}:{node.lineno}"
        for path, tree in trees.items()
        for function in functions(tree)
        for node in ast.walk(function)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OWN)
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] in OWN for alias in node.names))
    ]
    assert hidden == []


def test_there_are_no_globals_and_no_star_imports(trees: dict[str, ast.Module]) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
        or (isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names))
    ]
    assert found == []


@pytest.mark.parametrize("word", ["manager", "helper", "util", "common", "misc"])
def test_modules_are_named_by_a_noun_of_the_domain(word: str, trees: dict[str, ast.Module]) -> None:
    assert [path for path in trees if word in path.rsplit("/", 1)[-1]] == []
