"""Distributions.  A family is a declaration, an arbitrary law a name, an image the law of g(X)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from sympy import Basic, Expr, Tuple, log, true
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import sympify_basic, x
from .domains import Domain
from .forms import Form, Name, Number
from .support import LEBESGUE, Integers, Support, Unknown, kind_of

if TYPE_CHECKING:
    from .images import Image
from .terms import Density, Expectation


class Distribution(Basic):
    """A probability law.  A subclass says `log_density` and `support`; everything else reads them.

    `tilts(x, t)` yields pairs (T(x), the law whose density is proportional to p(x)·exp(t·T(x))):
    lemmas which the kernel proves from the log-density before it uses them.  A law of several variables is
    explicit and names its `coordinates`; `marginal` says the law of some of them, which is proved as well.
    """

    dimension: ClassVar[int] = 1
    is_arbitrary: ClassVar[bool] = False  # whether it stands for any law of its kind
    forms: ClassVar[tuple[Form, ...]] = ()  # how it is written in a question
    needs: ClassVar[str] = ""  # in words, what its parameters must satisfy together

    def __new__(cls, *args: Any) -> Any:
        return Basic.__new__(cls, *map(sympify_basic, args))

    @property
    def support(self) -> Support:
        raise NotImplementedError(type(self).__name__)

    def log_density(self, *point: Any) -> Expr:
        """log p at a point of the support."""
        raise NotImplementedError(type(self).__name__)

    @property
    def extent(self) -> str:
        """How large its list or table is; two laws of a kind are compared only if they agree in it."""
        return ""

    def tilts(self, *point_and_t: Any) -> Iterator[tuple[Expr, Distribution]]:
        """Statistics and tilted laws; none unless a family declares them."""
        return iter(())

    def marginal(self, places: tuple[int, ...]) -> Distribution | None:
        """The law of some coordinates, by their places; None unless a family declares it."""
        return None

    @property
    def title(self) -> str:
        """What it is called in a question."""
        return type(self).__name__

    @property
    def shown(self) -> tuple[Basic, ...]:
        """Its parameters as they stand in a question."""
        return self.args

    def conditions(self) -> tuple[Boolean, ...]:
        """What its parameters must satisfy for the law to exist."""
        return ()

    def density(self, *point: Any) -> Density:
        """p at a point, as a term."""
        return Density(self, *point)

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        """Whether the density d is positive with probability 1 at a point that is drawn from this law."""
        from .marginals import marginal_charges  # here, because marginal laws are built on laws

        own = getattr(self, "coordinates", ())
        return d.args == (self, *point) or (bool(own) and marginal_charges(self, own, d, point))

    def density_name(self) -> str:
        return "p"

    def expect(self, f: Any, variables: Any = x) -> Expectation:
        """E[f(X)] under this law."""
        return Expectation(self, f, variables)

    def _latex(self, printer: Any) -> str:
        return printer.law(self) if hasattr(printer, "law") else str(self)

    def _sympystr(self, printer: Any) -> str:
        """As it is written in a question, vectors and matrices as lists."""

        def written(a: Basic) -> str:
            return f"[{', '.join(map(written, a.args))}]" if isinstance(a, Tuple) else str(printer._print(a))

        return f"{self.title}({', '.join(map(written, self.shown))})"

    _unicode = _latex

    def __mul__(self, a: Any) -> Image:
        from .images import scaled  # the images of laws are built on laws

        return scaled(self, a)

    __rmul__ = __mul__

    def __add__(self, b: Any) -> Image:
        from .images import shifted

        return shifted(self, b)

    __radd__ = __add__


# What a family may say of itself; everything else follows.
DECLARED = {"log_density", "tilts", "relations", "root", "folded", "pieces", "marginal"}


class Family(Distribution):
    """A parametric family: name the parameters with their domains, then say the density.

    `symbol` is the LaTeX name of the family (by default its name in roman).  The last parameters may be left
    out where they have `defaults`.
    """

    domains: ClassVar[dict[str, Domain]] = {}
    defaults: ClassVar[tuple[Any, ...]] = ()
    latex_form: ClassVar[str] = ""
    centre: ClassVar[str] = ""  # the parameter about which the density is symmetric, if there is one

    def __init_subclass__(cls) -> None:
        if cls.__base__ is not Family:
            raise TypeError(f"{cls.__name__}: a family is no variant of another family; declare it in full")
        extra = {n for n in vars(cls) if not n.startswith("__") and callable(getattr(Family, n, None))} - DECLARED
        if extra:
            raise TypeError(f"{cls.__name__}: {extra.pop()} is no part of a declaration")
        cls.domains = {name: d for name, d in vars(cls).items() if isinstance(d, Domain)}
        preset = (None,) * (len(cls.domains) - len(cls.defaults)) + tuple(map(sympify_basic, cls.defaults))
        own = zip(cls.domains.items(), preset, strict=True)
        cls.forms = (tuple(Number(name.rstrip("_"), d, default=value) for (name, d), value in own),)
        cls.needs = " and ".join(map(str, cls.generic().relations()))

    def __new__(cls, *parameters: Any) -> Any:
        missing = len(cls.domains) - len(parameters)
        if not 0 <= missing <= len(cls.defaults):
            names = ", ".join(n.rstrip("_") for n in cls.domains)
            raise TypeError(f"{cls.__name__} takes {len(cls.domains)} parameters ({names}), not {len(parameters)}")
        preset = cls.defaults[len(cls.defaults) - missing :]
        return Basic.__new__(cls, *map(sympify_basic, (*parameters, *preset)))

    @classmethod
    def generic(cls, mark: str = "") -> Any:
        """A member with symbols of its own: Normal.generic("_1") is Normal(mu_1, sigma_1)."""
        return cls(*(d.symbol(name.rstrip("_") + mark) for name, d in cls.domains.items()))

    def relations(self) -> tuple[Any, ...]:
        """Conditions between parameters, beyond the domain of each."""
        return ()

    def conditions(self) -> tuple[Boolean, ...]:
        own = [c for d, value in zip(self.domains.values(), self.args, strict=True) for c in d.conditions(value)]
        return (*own, *(c for c in self.relations() if c != true))

    def root(self) -> Image:
        """The law as the image of a simpler one: a lemma that the kernel proves where a density is declared too."""
        raise NotImplementedError(type(self).__name__)

    def folded(self) -> Distribution:
        """The law of the distance |X − c| from the centre c, for a family that is symmetric about it."""
        raise NotImplementedError(type(self).__name__)

    def pieces(self) -> Iterator[tuple[Expr, Image]]:
        """Weights, and laws on neighbouring intervals in order: a lemma that the kernel proves."""
        raise NotImplementedError(type(self).__name__)

    @property
    def support(self) -> Support:
        return self.root().support

    def log_density(self, *point: Any) -> Expr:
        return self.root().log_density(*point)


class Law(Distribution):
    """An arbitrary law with density or mass function f: Law("f").

    `of` says with respect to which measure: LEBESGUE (a density on the line), COUNTING (a mass
    function on the whole numbers), FINITE (one on finitely many points) or ANY (any measure that all
    laws of the statement share).
    With `outcomes` it is a mass function on 1, …, k.
    """

    is_arbitrary = True
    forms = ((Name("f"),),)

    def __new__(cls, name: Any, of: Any = LEBESGUE, outcomes: Any = None) -> Any:
        parts = (Str(str(name)), Str(kind_of(of)))
        return Basic.__new__(cls, *parts, *(() if outcomes is None else (sympify_basic(outcomes),)))

    @property
    def support(self) -> Support:
        return Integers(1, self.args[2]) if len(self.args) > 2 else Unknown(self, self.args[1].name)

    def conditions(self) -> tuple[Boolean, ...]:
        return tuple(c for k in self.args[2:] for c in Domain("", low=1, closed=True, whole=True).conditions(k))

    def density_name(self) -> str:
        return str(self.args[0].name)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        if len(self.args) > 2:
            return f"Categorical({self.density_name()}, {printer._print(self.args[2])})"
        return f"Law({self.density_name()})"


def laws_in(e: Basic) -> tuple[Distribution, ...]:
    """Every law in an expression, outermost first, in the order in which they stand."""
    found: dict[Distribution, None] = {}

    def walk(node: Basic) -> None:
        if isinstance(node, Distribution):
            found[node] = None
        for a in node.args:
            walk(a)

    walk(e)
    return tuple(found)
