"""The plan of the house: who imports whom, what the trusted rings never do, how large things are."""

import ast
import io
import tokenize
from pathlib import Path

import pytest

import symbolic_info

PACKAGE = Path(symbolic_info.__file__).parent
ROOT = PACKAGE.parent
DERIVATIONS = ROOT / "derivations"
FILES = sorted(PACKAGE.rglob("*.py"))
TRUSTED = [p for p in FILES if p.relative_to(PACKAGE).parts[0] in ("exact", "kernel", "rules")]

# Which rooms each room may import: the arrow of DESIGN.md, with `exact` between language and kernel.
# A text may name a family, so the language looks families up; it does so only when it reads one.
ROOMS = {
    "language": {"language", "families"},
    "families": {"language", "families"},
    "exact": {"language", "families", "exact"},
    "kernel": {"language", "exact", "kernel"},
    "rules": {"language", "families", "exact", "kernel", "rules"},
    "tactics": {"language", "families", "exact", "kernel", "rules", "tactics"},
    "audit": {"language", "families", "exact", "kernel", "audit"},
    "answers": {"language", "families", "exact", "kernel", "rules", "tactics", "audit", "answers"},
    "catalogue": {"language", "families", "exact", "kernel", "rules", "tactics", "audit", "render", "catalogue"},
    "entropic": {"language", "families", "exact", "kernel", "rules", "tactics", "render", "entropic"},
    "render": {"language", "families", "exact", "kernel", "render", "audit"},
}
# What lies outside the rooms may import any of them; no room imports it.
HALL = {
    "__init__", "__main__", "blackboard", "library", "engine", "cli", "lists", "publish", "survey", "data", "files",
    "exercise", "exercises", "adapters", "cli_answers", "cli_prove", "checking", "grading", "proving",
}  # fmt: skip


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, lazily: bool = True) -> set[str]:
    """Every module that a file imports, in full; those inside functions only if `lazily`."""
    tree = tree_of(path)
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    nodes = ast.walk(tree) if lazily else tree.body
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{stem}.{a.name}" for a in node.names} | {stem}
    return found


def rooms(path: Path, lazily: bool = True) -> set[str]:
    """The rooms of the package from which a file imports something."""
    parts = (m.split(".") for m in imports(path, lazily) if m.startswith("symbolic_info."))
    return {p[1] for p in parts if (PACKAGE / p[1]).exists() or (PACKAGE / f"{p[1]}.py").exists()}


def room(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


IN_ROOMS = [p for p in FILES if len(p.relative_to(PACKAGE).parts) > 1]


def test_every_room_is_in_the_plan():
    assert {room(p) for p in IN_ROOMS} <= set(ROOMS)
    assert {room(p) for p in FILES if p not in IN_ROOMS} <= HALL


@pytest.mark.parametrize("path", IN_ROOMS, ids=name_of)
def test_a_room_imports_only_what_it_may(path):
    assert rooms(path) <= ROOMS[room(path)]


def test_there_are_no_cycles_between_modules():
    """Of what is imported when a module is imported; a room is left only downwards."""
    graph = {p: set() for p in FILES}
    by_name = {".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in FILES}
    for p in FILES:
        graph[p] = {by_name[m] for m in imports(p, lazily=False) if m in by_name} - {p}
    done: set[Path] = set()
    while len(done) < len(graph):
        ready = {p for p, on in graph.items() if p not in done and on <= done}
        assert ready, sorted(name_of(p) for p in set(graph) - done)
        done |= ready


def test_there_are_no_cycles_between_rooms():
    """Of what is imported when a room is imported."""
    needs = {r: set() for r in ROOMS}
    for p in IN_ROOMS:
        needs[room(p)] |= rooms(p, lazily=False) & set(ROOMS) - {room(p)}
    done: set[str] = set()
    while len(done) < len(needs):
        ready = {r for r, on in needs.items() if r not in done and on <= done}
        assert ready, {r: sorted(on - done) for r, on in needs.items() if r not in done}
        done |= ready


def test_the_kernel_imports_no_rules_and_rules_are_values():
    for p in FILES:
        if room(p) in ("kernel", "exact", "language", "families"):
            assert "rules" not in rooms(p), name_of(p)


@pytest.mark.parametrize("path", sorted(DERIVATIONS.rglob("*.py")), ids=name_of)
def test_a_derivation_imports_only_the_blackboard(path):
    assert imports(path) <= {"symbolic_info.blackboard", "symbolic_info.blackboard.*"}
    tree = tree_of(path)
    assert ast.get_docstring(tree)
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Try | ast.With | ast.Global | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_audit_knows_mpmath(path):
    if room(path) not in ("audit", "answers"):
        assert not {m for m in imports(path) if m.split(".")[0] == "mpmath" or m.endswith(".mpmath")}


def words(path: Path) -> set[str]:
    """Every name, attribute, keyword and imported name in the code; comments and text do not count."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found |= set(node.name.split(".")) | {node.asname or ""}
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
    return found


NUMERIC = {"evalf", "n", "N", "float", "Float", "nsimplify", "lambdify", "mpmath", "mpf", "isclose", "is_close"} - {
    "n",
    "N",
}
SEARCH = {"simplify", "doit", "integrate", "solve", "solveset", "dsolve", "summation", "nsolve", "limit_seq", "refine"}


@pytest.mark.parametrize("path", TRUSTED, ids=name_of)
def test_the_trusted_rings_do_not_search_or_approximate(path):
    assert not words(path) & (NUMERIC | SEARCH)
    floats = [n.value for n in ast.walk(tree_of(path)) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    assert not floats


@pytest.mark.parametrize("path", TRUSTED, ids=name_of)
def test_the_trusted_rings_do_not_ask_sympy_for_a_sign_of_a_number(path):
    """is_positive of a constant is decided in floating point; constants go through balls first (signs.py)."""
    asked = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("equals", "is_constant", "could_be_zero", "round", "n")
    ]
    assert not asked


FORBIDDEN = {"eval", "exec", "compile", "parse_expr", "__import__", "parse_latex", "parse_mathematica", "literal_eval"}


@pytest.mark.parametrize("path", [*FILES, *sorted(DERIVATIONS.rglob("*.py"))], ids=name_of)
def test_nothing_is_evaluated_from_text(path):
    tree = tree_of(path)
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    for call in calls:
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name == "compile" and isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "re":
            continue
        assert name not in FORBIDDEN, f"{name} in line {call.lineno}"
        if (
            name in ("sympify", "S", "Integer", "Rational", "Float", "Symbol")
            and call.args
            and name in ("sympify", "S")
        ):
            assert not isinstance(call.args[0], ast.JoinedStr), f"line {call.lineno}"
            assert not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    assert not words(path) & {"parse_expr", "sympy_parser", "pickle", "marshal", "shelve"}


def docstrings(tree: ast.Module) -> set[int]:
    """The lines that docstrings take."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [n.body for n in ast.walk(tree) if isinstance(n, kinds) and n.body]
    first = [b[0] for b in bodies if isinstance(b[0], ast.Expr) and isinstance(b[0].value, ast.Constant)]
    return {i for e in first if isinstance(e.value.value, str) for i in range(e.lineno, e.end_lineno + 1)}


NO_CODE = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER,
}  # fmt: skip


def lines_of_code(path: Path) -> int:
    """Lines with code: no blank lines, no comments, no docstrings, no imports."""
    text = path.read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    lines = {i for t in tokens if t.type not in NO_CODE for i in range(t.start[0], t.end[0] + 1)}
    tree = ast.parse(text)
    imports = (n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom))
    return len(lines - docstrings(tree) - {i for n in imports for i in range(n.lineno, n.end_lineno + 1)})


@pytest.mark.parametrize("path", [*FILES, *sorted(DERIVATIONS.rglob("*.py"))], ids=name_of)
def test_modules_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize(("folder", "most"), [("kernel", 500), ("exact", 640)])
def test_the_trusted_rings_stay_small(folder, most):
    sizes = {p.name: lines_of_code(p) for p in (PACKAGE / folder).glob("*.py")}
    assert sum(sizes.values()) <= most, sizes


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree_of(path)) or not path.read_text(encoding="utf-8").strip()
