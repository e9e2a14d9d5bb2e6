"""Terms, and terms that bind variables: the capture-safe base of every head in the language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from sympy import Basic, Dummy, Expr, Symbol, Tuple, sympify
from sympy.logic.boolalg import Boolean

# The variables of expectations.  Reserved: no text and no user symbol can be equal to one of them.
COORDINATES: tuple[Dummy, ...] = tuple(
    Dummy(name, dummy_index=index, real=True) for index, name in enumerate("xyzuvwst", start=1)
)
x, y, z = COORDINATES[:3]


class Term(Expr):
    """A head that may stand in a formula.  It prints, compares and substitutes; it never evaluates.

    `notation` is its LaTeX, `spelling` its text in the question language, `unicode` what a terminal
    shows, each with one `{}` an argument.  SymPy's printers go by class name, so they are not asked:
    every term prints itself.
    """

    notation: ClassVar[str] = ""
    spelling: ClassVar[str] = ""
    unicode: ClassVar[str] = ""
    is_commutative = True
    is_extended_real = True

    def __new__(cls, *args: Any) -> Any:
        return Expr.__new__(cls, *map(sympify_basic, args))

    def needs(self) -> tuple[Boolean, ...]:
        """What must hold for it to have a meaning, beyond the conditions of its parts."""
        return ()

    def _latex(self, printer: Any) -> str:
        return self.notation.format(*map(printer._print, self.args))

    def _sympystr(self, printer: Any) -> str:
        return self.spelling.format(*map(printer._print, self.args))

    def _unicode(self, printer: Any) -> str:
        return self.unicode.format(*map(printer._print, self.args))


class Binder(Term):
    """A head that binds variables.  Its last two arguments are the body and the bound variables.

    What stands before the body (a law, bounds) is outside the scope.  Substitution never captures:
    a bound variable that a replacement mentions is renamed first.
    """

    def __new__(cls, *args: Any) -> Any:
        *outer, body, variables = args
        names = variables if isinstance(variables, Tuple) else Tuple(*_sequence(variables))
        if not all(isinstance(v, Symbol) for v in names) or len(set(names)) != len(names):
            raise TypeError(f"{cls.__name__} binds distinct symbols, not {names}")
        return Expr.__new__(cls, *map(sympify_basic, outer), sympify_basic(body), names)

    @property
    def outer(self) -> tuple[Basic, ...]:
        return self.args[:-2]

    @property
    def body(self) -> Expr:
        return self.args[-2]

    @property
    def variables(self) -> tuple[Symbol, ...]:
        return tuple(self.args[-1])

    @property
    def variable(self) -> Symbol:
        """The bound variable, where there is only one."""
        (only,) = self.variables
        return only

    @property
    def captures(self) -> bool:
        """Whether a bound variable also occurs outside of the scope: rules would confuse the two."""
        return any(a.free_symbols & set(self.variables) for a in self.outer)

    def with_body(self, body: Expr) -> Any:
        return self.func(*self.outer, body, self.args[-1])

    def at(self, *values: Expr) -> Expr:
        """The body with values for its variables."""
        return self.body.xreplace(dict(zip(self.variables, values, strict=True)))

    def renamed(self, variables: Iterable[Symbol]) -> Any:
        """The same term with other bound variables, which must not occur in its body."""
        fresh = tuple(variables)
        return self.func(*self.outer, self.at(*fresh), Tuple(*fresh))

    @property
    def free_symbols(self) -> set[Basic]:
        inside: set[Basic] = self.body.free_symbols - set(self.variables)
        return inside.union(*(a.free_symbols for a in self.outer))

    @property
    def bound_symbols(self) -> list[Symbol]:
        return list(self.variables)

    def _xreplace(self, rule: dict[Basic, Basic]) -> tuple[Any, bool]:
        if self in rule:
            return rule[self], True
        bound = set(self.variables)
        outer = [_replaced(a, rule) for a in self.outer]
        inside = {old: new for old, new in rule.items() if not old.free_symbols & bound}
        term: Binder = self
        if any(new.free_symbols & bound for old, new in inside.items() if _occurs(old, self.body)):
            term = self.renamed(Dummy(v.name, **v.assumptions0) for v in self.variables)
        body, changed = _replaced(term.body, inside)
        if not changed and not any(c for _, c in outer):
            return self, False
        return self.func(*(a for a, _ in outer), body, term.args[-1]), True

    def _eval_subs(self, old: Basic, new: Basic) -> Any:
        return self._xreplace({old: new})[0]

    def _eval_derivative(self, s: Symbol) -> None:
        return None  # differentiating under a binder is a rule with conditions, never automatic


def sympify_basic(value: Any) -> Basic:
    """A SymPy object from a number or an object; text is refused (it has a grammar of its own)."""
    if isinstance(value, str):
        raise TypeError(f"text {value!r} where a formula is expected")
    made: Basic = sympify(value, strict=True)  # no text, not even inside of a list
    return made


def _sequence(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _replaced(node: Basic, rule: dict[Basic, Basic]) -> tuple[Any, bool]:
    made: tuple[Any, bool] = node._xreplace(rule)
    return made


def _occurs(old: Basic, body: Basic) -> bool:
    return bool(body.has(old))


def canonical(e: Any) -> Any:
    """The same expression with bound variables named by their place, so that α-equal is equal."""
    if not e.args:
        return e
    args = [canonical(a) for a in e.args]
    made = e.func(*args) if any(a is not b for a, b in zip(args, e.args, strict=True)) else e
    if isinstance(made, Binder):
        depth = _depth(made.body)
        names = [_place(depth, i) for i in range(len(made.variables))]
        while set(names) & made.free_symbols:  # somebody uses such a name for a free symbol
            depth += 1
            names = [_place(depth, i) for i in range(len(made.variables))]
        return made if tuple(names) == made.variables else made.renamed(names)
    return made


def _place(depth: int, i: int) -> Dummy:
    return Dummy(f"b{depth}_{i}", dummy_index=1000 + 100 * depth + i, real=True)


def _depth(e: Basic) -> int:
    inside = max((_depth(a) for a in e.args), default=0)
    return inside + 1 if isinstance(e, Binder) else inside
