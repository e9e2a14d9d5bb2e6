"""Derivations as data: to JSON and back, without loss and without eval.

A step's reason is `{"rule": name, "witness": [trees]}` or `{"cite": name}`; what is cited stands in "lemmas",
each before those that cite it.  A derivation from a file is worth nothing until `check` has replayed it.
"""

from __future__ import annotations

import json
from typing import Any

from .exact.given import Given
from .kernel.check import Citation
from .kernel.derivation import FLIPPED, Derivation, Step
from .kernel.rule import Reason, Rule, book
from .language.binder import sympify_basic
from .language.tree import BadData, decode, decode_condition, decode_expr, encode

FORMAT = "symbolic-info/1"
MAX_PARTS = 2_000  # lemmas, steps, facts, reasons: each list

Path = tuple[object, ...]


def derivation_to_json(derivation: Derivation) -> dict[str, Any]:
    """The derivation as a JSON object, with all that it cites.  Raises BadData for what data cannot say."""
    lemmas: dict[str, Derivation] = {}
    _collect(derivation, lemmas)
    cited = {name: _bare(lemma) for name, lemma in lemmas.items()}
    return {"format": FORMAT, **_bare(derivation), "lemmas": cited}


def derivation_from_json(obj: Any) -> Derivation:
    """The derivation that a JSON object says.  Raises BadData, which names the path to what is wrong."""
    from . import rules  # noqa: F401  # fills the rule book

    if not isinstance(obj, dict) or obj.get("format") != FORMAT:
        raise BadData(f"a derivation is an object with format {FORMAT!r}", ("format",))
    lemmas: dict[str, Citation] = {}
    named = _entry(obj, "lemmas", dict, ()) if "lemmas" in obj else {}
    for name, lemma in named.items():
        lemmas[name] = Citation(name, _derivation(lemma, lemmas, ("lemmas", name)))
    return _derivation(obj, lemmas, ())


def derivations_from_text(text: str) -> list[Derivation]:
    """All derivations in a JSON text: one, or those in the row that `prove -f json` writes.  Raises BadData."""
    obj = _object(text)
    if not isinstance(obj, dict) or "derivations" not in obj:
        return [_from_row(obj)]
    if not _entry(obj, "derivations", list, ()):
        raise BadData("a row without a derivation: nothing was proved", ("derivations",))
    return [derivation_from_json(d) for d in obj["derivations"]]


def derivation_from_text(text: str) -> Derivation:
    """The derivation in a JSON text, or in the row that `derive -f json` writes.  Raises BadData."""
    return _from_row(_object(text))


def _object(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as why:
        raise BadData(f"no JSON: {why}") from None
    except RecursionError:
        raise BadData("the JSON is nested too deeply") from None


def _from_row(obj: Any) -> Derivation:
    row = isinstance(obj, dict) and "question" in obj and "derivation" in obj
    return derivation_from_json(obj["derivation"] if row else obj)


def _collect(derivation: Derivation, lemmas: dict[str, Derivation]) -> None:
    """All that is cited, each lemma after those that it cites itself."""
    for step in derivation.steps:
        for reason in step.by:
            if isinstance(reason, Citation):
                if reason.name not in lemmas:
                    _collect(reason.derivation, lemmas)
                    lemmas[reason.name] = reason.derivation
                elif lemmas[reason.name] != reason.derivation:
                    raise BadData(f"two different lemmas are called {reason.name}", ("lemmas", reason.name))


def _bare(derivation: Derivation) -> dict[str, Any]:
    return {
        "given": sorted(map(encode, derivation.given.facts), key=json.dumps),
        "start": encode(derivation.start),
        "steps": [
            {"relation": s.relation, "result": encode(s.result), "by": [_reason_out(r) for r in s.by]}
            for s in derivation.steps
        ],
    }


def _reason_out(reason: Reason) -> dict[str, Any]:
    if isinstance(reason, Citation):
        return {"cite": reason.name}
    if not isinstance(reason, Rule):
        raise BadData(f"{reason} is neither a rule nor a citation")
    witness = [encode(sympify_basic(w)) for w in reason.witness]
    return {"rule": reason.name, **({"witness": witness} if witness else {})}


def _derivation(obj: Any, lemmas: dict[str, Citation], path: Path) -> Derivation:
    given = _entry(obj, "given", list, path) if isinstance(obj, dict) and "given" in obj else []
    facts = frozenset(decode_condition(g, (*path, "given", i)) for i, g in enumerate(given))
    start = decode_expr(_entry(obj, "start", list, path), (*path, "start"))
    steps = tuple(
        _step(s, lemmas, (*path, "steps", i)) for i, s in enumerate(_entry(obj, "steps", list, path))
    )
    return Derivation(start, steps, Given(facts))


def _step(obj: Any, lemmas: dict[str, Citation], path: Path) -> Step:
    relation = _entry(obj, "relation", str, path)
    if relation not in FLIPPED:
        raise BadData(f"{relation[:20]!r} is no relation; there are {' '.join(FLIPPED)}", (*path, "relation"))
    result = decode_expr(_entry(obj, "result", list, path), (*path, "result"))
    by = _entry(obj, "by", list, path)
    return Step(relation, result, tuple(_reason(r, lemmas, (*path, "by", i)) for i, r in enumerate(by)))


def _reason(obj: Any, lemmas: dict[str, Citation], path: Path) -> Reason:
    if isinstance(obj, dict) and "cite" in obj:
        name = _entry(obj, "cite", str, path)
        if name not in lemmas:
            raise BadData(f"no lemma {name[:60]!r} before this one", (*path, "cite"))
        return lemmas[name]
    name = _entry(obj, "rule", str, path)
    if name not in book():
        raise BadData(f"no rule {name[:60]!r} in the book", (*path, "rule"))
    rule = book()[name]
    trees = _entry(obj, "witness", list, path) if "witness" in obj else []
    witness = [decode(w, (*path, "witness", i)) for i, w in enumerate(trees)]
    return rule(*witness) if witness else rule


def _entry(obj: Any, key: str, kind: type, path: Path) -> Any:
    """The entry of an object, which must be there and of a kind."""
    words: dict[type, str] = {list: "a list", dict: "an object", str: "a string"}
    if not isinstance(obj, dict) or not isinstance(obj.get(key), kind):
        raise BadData(f"{words[kind]} is expected here", (*path, key))
    if len(obj[key]) > MAX_PARTS:
        raise BadData(f"more than {MAX_PARTS} parts", (*path, key))
    return obj[key]
