"""Rényi's, Hellinger's, Jensen and Shannon's and Fisher's quantities, and the matrix that the last may be."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Symbol, Tuple

from .binder import Binder, Term, sympify_basic


class Renyi(Term):
    """The Rényi entropy of order α: log E[p(X)^(α−1)]/(1 − α) in nats, for α > 0 and α ≠ 1: Renyi(alpha, P)."""

    notation = r"H_{{{}}}\left({}\right)"
    spelling = "Renyi({}, {})"
    unicode = "H_{}({})"


class RenyiDivergence(Term):
    """The Rényi divergence of order α: log ∫ p^α q^(1−α)/(α − 1) in nats; ∞ for α > 1 unless P ≪ Q."""

    notation = r"D_{{{}}}\left({}\,\middle\|\,{}\right)"
    spelling = "RenyiDivergence({}, {}, {})"
    unicode = "D_{}({} ‖ {})"


class Hellinger2(Term):
    """The squared Hellinger distance, H²(P, Q) = ½ ∫ (√p − √q)² = 1 − ∫ √(p q), from 0 to 1."""

    notation = r"H^2\left({},\, {}\right)"
    spelling = "Hellinger2({}, {})"
    unicode = "H²({}, {})"


class JS(Term):
    """The Jensen–Shannon divergence ½ D(P ‖ M) + ½ D(Q ‖ M) in nats, with M = (P + Q)/2; at most log 2."""

    notation = r"\mathrm{{JSD}}\left({}\,\middle\|\,{}\right)"
    spelling = "JS({}, {})"
    unicode = "JSD({} ‖ {})"


class Fisher(Binder):
    """The Fisher information E[∂ log p(X; θ)/∂θᵢ · ∂ log p(X; θ)/∂θⱼ] at a point: Fisher((θ₁, …), P(θ), (θ₁, …)).

    A number for one parameter, a matrix for several.
    """

    def __new__(cls, points: Any, law: Any, variables: Any) -> Any:
        at = points if isinstance(points, Tuple) else Tuple(*map(sympify_basic, points))
        made = Binder.__new__(cls, at, law, variables)
        if len(at) != len(made.variables):
            raise TypeError("Fisher takes a point with one coordinate a parameter")
        return made

    @property
    def points(self) -> Tuple:
        return self.args[0]

    @property
    def law(self) -> Any:
        """The law at the point."""
        return self.at(*self.points)

    @property
    def captures(self) -> bool:
        """Never: the information of P(θ) at θ is meant as it is written."""
        return False

    def _shown(self, printer: Any, template: str) -> str:
        pairs = zip(self.variables, self.points, strict=True)
        names = [printer._print(v) + ("" if v == p else f" = {printer._print(p)}") for v, p in pairs]
        return template.format(", ".join(names))

    def _latex(self, printer: Any) -> str:
        return self._shown(printer, r"\mathcal{{I}}\left({}\right)")

    def _unicode(self, printer: Any) -> str:
        return self._shown(printer, "I({})")

    def _sympystr(self, printer: Any) -> str:
        law = printer._print(self.body)
        plain = list(self.variables) == parameters(self.body) and self.points == self.args[2]
        return f"Fisher({law})" if plain else self._shown(printer, f"Fisher({law}, {{}})")


class Grid(Term):
    """A matrix of numbers, by rows: Grid((a, b), (c, d)).  It stands alone on a line, and in no formula."""

    def __new__(cls, *rows: Any) -> Any:
        made = tuple(row if isinstance(row, Tuple) else Tuple(*map(sympify_basic, row)) for row in rows)
        if not made or len({len(row) for row in made}) != 1 or not made[0]:
            raise ValueError("a matrix needs rows of one length")
        return Expr.__new__(cls, *made)

    @property
    def entries(self) -> tuple[Expr, ...]:
        return tuple(e for row in self.args for e in row)

    def with_entries(self, make: Any) -> Any:
        """The matrix of what `make` makes of each entry."""
        return self.func(*(Tuple(*map(make, row)) for row in self.args))

    def _latex(self, printer: Any) -> str:
        rows = r" \\ ".join(" & ".join(map(printer._print, row)) for row in self.args)
        return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"

    def _rows(self, printer: Any) -> str:
        return ", ".join(f"[{', '.join(map(printer._print, row))}]" for row in self.args)

    def _sympystr(self, printer: Any) -> str:
        return f"Matrix([{self._rows(printer)}])"

    def _unicode(self, printer: Any) -> str:
        return f"[{self._rows(printer)}]"


def parameters(law: Basic) -> list[Symbol]:
    """The symbols of a law that range over an interval, in the order in which they stand."""
    found: dict[Symbol, None] = {}

    def walk(e: Basic) -> None:
        if isinstance(e, Symbol) and e in law.free_symbols and not e.is_integer:
            found[e] = None
        for a in e.args:
            walk(a)

    walk(law)
    return list(found)


def fisher(law: Basic, *names: Symbol) -> Fisher:
    """The Fisher information about some parameters of a law, by default about all."""
    about = names or parameters(law)
    return Fisher(tuple(about), law, tuple(about))
