"""What may be assumed of the variables of a joint law, and the quantities that several of them share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Basic, Tuple
from sympy.core.symbol import Str

from .binder import Term
from .claims import Claim
from .marginals import names_in

Names = frozenset[Str]


def _groups(groups: Iterable[Any]) -> Tuple:
    return Tuple(*(Tuple(*names_in(g)) for g in groups))


def _listed(printer: Any, names: Any) -> str:
    return ", ".join(map(printer._print, names))


def _bracketed(printer: Any, names: Any) -> str:
    return _listed(printer, names) if len(names) == 1 else f"({_listed(printer, names)})"


class Dependence(Claim):
    """An assumption about the variables of a joint law, its first argument."""

    @property
    def law(self) -> Any:
        return self.args[0]


class MarkovChain(Dependence):
    """A → B → C → …: given each group, those before it and those behind it are independent."""

    def __new__(cls, law: Basic, groups: Any) -> Any:
        return Dependence.__new__(cls, law, _groups(groups))

    @property
    def separations(self) -> tuple[tuple[Names, Names, Names], ...]:
        """All (A, B, C) of which it says at once that A and B are independent given C."""
        sets = [frozenset(g) for g in self.args[1]]
        return tuple(
            (Names().union(*sets[:i]), Names().union(*sets[i + 1 :]), sets[i]) for i in range(1, len(sets) - 1)
        )

    def _latex(self, printer: Any) -> str:
        return r" \to ".join(_bracketed(printer, g) for g in self.args[1])

    def _unicode(self, printer: Any) -> str:
        return " → ".join(_bracketed(printer, g) for g in self.args[1])

    def _sympystr(self, printer: Any) -> str:
        return " -> ".join(_bracketed(printer, g) for g in self.args[1])


class MutuallyIndependent(Dependence):
    """Groups of variables that are independent of one another, all together, given others or none."""

    def __new__(cls, law: Basic, groups: Any, given: Any = ()) -> Any:
        return Dependence.__new__(cls, law, _groups(groups), Tuple(*names_in(given)))

    @property
    def separations(self) -> tuple[tuple[Names, Names, Names], ...]:
        """All (A, B, C) of which it says that A and B are independent given C: the groups split in two."""
        first, *rest = [frozenset(g) for g in self.args[1]]
        halves: list[tuple[Names, Names]] = [(first, Names())]
        for g in rest:
            halves = [h for a, b in halves for h in ((a | g, b), (a, b | g))]
        return tuple((a, b, frozenset(self.args[2])) for a, b in halves if b)

    def _said(self, printer: Any, sign: str, bar: str) -> str:
        given = f"{bar}{_listed(printer, self.args[2])}" if self.args[2] else ""
        return sign.join(_bracketed(printer, g) for g in self.args[1]) + given

    def _latex(self, printer: Any) -> str:
        return self._said(printer, r" \perp ", r" \mid ")

    def _unicode(self, printer: Any) -> str:
        return self._said(printer, " ⊥ ", " | ")

    def _sympystr(self, printer: Any) -> str:
        given = f"|{_listed(printer, self.args[2])}" if self.args[2] else ""
        return f"indep({'; '.join(_listed(printer, g) for g in self.args[1])}{given})"


class FunctionOf(Dependence):
    """The variables of the first group are functions of those of the second: FunctionOf(J, (Y,), (X,), Str("f"))."""

    def __new__(cls, law: Basic, of: Any, arguments: Any, name: Any = "f") -> Any:
        return Dependence.__new__(cls, law, Tuple(*names_in(of)), Tuple(*names_in(arguments)), Str(str(name)))

    def _said(self, printer: Any) -> str:
        name = printer._print(self.args[3])
        return f"{_bracketed(printer, self.args[1])} = {name}({_listed(printer, self.args[2])})"

    _latex = _sympystr = _unicode = _said


class Shared(Term):
    """A quantity of several groups of variables, perhaps given others: Shared(Str("TC"), J, groups, given).

    I(A; B; C) = I(A; B) − I(A; B | C) is the co-information, II McGill's interaction information, which is
    −I(A; B; C) for three groups; TC and DTC are the total and the dual total correlation, VI the variation
    of information of two groups.
    """

    KINDS = ("I", "II", "TC", "DTC", "VI")

    def __new__(cls, kind: Any, law: Basic, groups: Any, given: Any = ()) -> Any:
        if str(kind) not in cls.KINDS:
            raise ValueError(f"no quantity is called {kind}")
        return Term.__new__(cls, Str(str(kind)), law, _groups(groups), Tuple(*names_in(given)))

    def _said(self, printer: Any, head: str, bar: str) -> str:
        inside = "; ".join(_listed(printer, g) for g in self.args[2])
        return f"{head}({inside}{bar + _listed(printer, self.args[3]) if self.args[3] else ''})"

    def _latex(self, printer: Any) -> str:
        name = self.args[0].name
        return self._said(printer, name if name == "I" else rf"\operatorname{{{name}}}", r" \mid ")

    def _unicode(self, printer: Any) -> str:
        return self._said(printer, self.args[0].name, " | ")

    def _sympystr(self, printer: Any) -> str:
        return self._said(printer, self.args[0].name, "|")
