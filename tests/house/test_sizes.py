from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
CODE = [path for room in ("bot", "storage") for path in sorted((ROOT / room).rglob("*.py"))]
DATA = ("lexicon", "wording")
LONGEST_FILE = 400


def _is_data(path: Path) -> bool:
    return any(part in DATA for part in path.parts)


def _functions(path: Path) -> list[int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [_lines(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    documented = ast.get_docstring(node, clean=False)
    said = documented.count("\n") + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - said


def test_files_fit_a_few_screens():
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in CODE
        if not _is_data(path) and (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
    }

    assert too_long == {}


def test_the_median_function_is_under_ten_lines():
    assert median(lines for path in CODE for lines in _functions(path)) < 10


def test_no_module_is_named_for_want_of_a_noun():
    nameless = {"utils", "helpers", "common", "manager", "service", "base", "misc"}

    assert [path for path in CODE if path.stem in nameless and "handlers" not in path.parts] == []
