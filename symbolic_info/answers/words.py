"""The words and signs of mathematics as people type it: the closed lists of the reader of answers."""

from __future__ import annotations

import unicodedata
from functools import cache


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


GREEK = words(
    """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi
    chi psi omega
    """
)
_VARIANTS = {"ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta", "ϱ": "rho", "ϖ": "pi", "ς": "sigma", "µ": "mu", "ℓ": "l"}
_OTHER = {"lamda": "lambda", "lambd": "lambda", "lam": "lambda"}

# Functions under all their names.
FUNCTIONS = {
    other: key
    for key, others in {
        "log": "log ln Log Ln LOG LN nlog",
        "log2": "log2 lb ld",
        "log10": "log10",
        "lg": "lg Lg",
        "log1p": "log1p",
        "exp": "exp Exp EXP expe",
        "sqrt": "sqrt root Sqrt",
        "cbrt": "cbrt",
        "abs": "abs Abs fabs",
        "gamma": "Gamma",
        "loggamma": "loggamma lgamma gammaln lnGamma logGamma lngamma LogGamma",
        "digamma": "digamma psi Psi",
        "trigamma": "trigamma",
        "polygamma": "polygamma",
        "beta": "Beta beta",
        "logbeta": "betaln lbeta logbeta",
        "zeta": "zeta",
        "erf": "erf",
        "erfc": "erfc",
        "factorial": "factorial",
        "binomial": "binomial binom choose comb nCr",
        "sin": "sin",
        "cos": "cos",
        "tan": "tan",
        "sinh": "sinh",
        "cosh": "cosh",
        "tanh": "tanh",
        "atan": "atan arctan",
        "asin": "asin arcsin",
        "expint": "expint",
        "besseli": "besseli iv",
        "det": "det",
        "diag": "diag",
        "tr": "tr Tr trace",
        "min": "min Min",
        "max": "max Max",
        "frac": "Rational Fraction",
        "ident": "float Float S Integer mpf",
        "pow": "pow Pow",
        "hb": "H_b h_b Hb hb H_2 h_2 H2 h2 H h binary_entropy",
    }.items()
    for other in others.split()
}
# Those that are a function only where they are called: otherwise they are names, or constants.
ONLY_CALLED = {
    "gamma",
    "beta",
    "zeta",
    "psi",
    "Gamma",
    "Beta",
    "Psi",
    "B",
    "root",
    "choose",
    "S",
    "det",
    "tr",
    "C",
    "H",
    "h",
}
CONSTANTS = {"pi", "e", "E", "infty", "oo", "inf", "infinity", "EulerGamma", "euler_gamma", "gammaE", "gamma_E"}

# LaTeX without meaning of its own: space, size, alignment.
SILENT = words(
    """
    , ; : ! > quad qquad displaystyle textstyle scriptstyle limits nolimits nonumber notag hfill left right
    big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle mathopen mathclose mathstrut strut
    hskip hspace phantom vphantom hphantom smash thinspace medspace thickspace negthinspace noindent enspace
    color textcolor blacksquare square qed checkmark therefore underline overline
    bigm Bigm allowbreak boldsymbol bm label tag enskip par kern left. right. operatorname*
    """
) | {" "}
STYLES = words(
    """
    text mathrm operatorname mathbf mathit mathcal mathbb mathsf mathtt textrm textbf textit mbox rm mathscr
    textnormal mathop hbox
    """
)
TAKES_GROUP = {"hspace", "phantom", "vphantom", "hphantom", "label", "tag", "color", "textcolor"}

SIGNS = {
    "+": "PLUS", "-": "MINUS", "−": "MINUS", "–": "MINUS", "—": "MINUS", "‐": "MINUS", "*": "TIMES", "·": "TIMES",
    "×": "TIMES", "⋅": "TIMES", "∙": "TIMES", "•": "TIMES", "∗": "TIMES", "⁢": "TIMES", "/": "DIVIDE", "÷": "DIVIDE",
    "⁄": "DIVIDE", "∕": "DIVIDE", "^": "POWER", "_": "SUB", "!": "FACTORIAL", "%": "PERCENT", "‰": "PERMILLE",
    ",": "COMMA", ";": "COMMA", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE", "{": "BEGIN", "}": "END",
    "|": "BAR", "∣": "BAR", "‖": "BARS", "∥": "BARS", "=": "RELATION", "<": "RELATION", ">": "RELATION",
    "≤": "RELATION", "≥": "RELATION", "≠": "RELATION", "≈": "RELATION", "≃": "RELATION", "≅": "RELATION",
    "≡": "RELATION", "~": "RELATION", "∼": "RELATION", "⟨": "OPEN", "⟩": "CLOSE", "√": "ROOT", "∛": "ROOT",
    "∑": "SUM", "Σ": "NAME", "∏": "PRODUCT", "∫": "INTEGRAL", "∞": "NAME", "′": "PRIME", "'": "PRIME", "’": "PRIME",
    "&": "SILENT", "→": "ARROW", "⇒": "ARROW",
}  # fmt: skip
COMMANDS = {
    "cdot": "TIMES", "times": "TIMES", "ast": "TIMES", "div": "DIVIDE", "over": "OVER", "frac": "FRACTION",
    "tfrac": "FRACTION", "dfrac": "FRACTION", "cfrac": "FRACTION", "nicefrac": "FRACTION", "sfrac": "FRACTION",
    "binom": "BINOMIAL", "dbinom": "BINOMIAL", "tbinom": "BINOMIAL", "sqrt": "ROOT", "sum": "SUM", "prod": "PRODUCT",
    "int": "INTEGRAL", "lvert": "LEFT_BAR", "rvert": "RIGHT_BAR", "vert": "BAR", "mid": "BAR", "|": "BARS",
    "Vert": "BARS", "parallel": "BARS", "lVert": "BARS", "rVert": "BARS", "{": "OPEN", "}": "CLOSE", "%": "PERCENT",
    "le": "RELATION", "leq": "RELATION", "leqslant": "RELATION", "ge": "RELATION", "geq": "RELATION",
    "geqslant": "RELATION", "lt": "RELATION", "gt": "RELATION", "ne": "RELATION", "neq": "RELATION",
    "approx": "RELATION", "simeq": "RELATION", "cong": "RELATION", "equiv": "RELATION", "sim": "RELATION",
    "doteq": "RELATION", "prime": "PRIME", "lbrace": "OPEN", "rbrace": "CLOSE", "lparen": "OPEN", "rparen": "CLOSE",
    "lbrack": "OPEN", "rbrack": "CLOSE", "langle": "OPEN", "rangle": "CLOSE", "to": "ARROW", "rightarrow": "ARROW",
    "Rightarrow": "ARROW", "implies": "ARROW", "iff": "ARROW", "nobreak": "SILENT",
}  # fmt: skip
SIGNS |= dict.fromkeys("✓✔∎■□✅", "SILENT")
RELATIONS = {
    "=": "=", "==": "=", ":=": "=", "≡": "=", "equiv": "=", "≈": "≈", "approx": "≈", "≃": "≈", "simeq": "≈", "≅": "≈",
    "cong": "≈", "~": "≈", "∼": "≈", "sim": "≈", "doteq": "≈", "<": "<", "lt": "<", ">": ">", "gt": ">", "<=": "<=",
    "≤": "<=", "le": "<=", "leq": "<=", "leqslant": "<=", ">=": ">=", "≥": ">=", "ge": ">=", "geq": ">=",
    "geqslant": ">=", "!=": "!=", "≠": "!=", "ne": "!=", "neq": "!=",
}  # fmt: skip
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣᵀ", "0123456789+-()nxT", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx", strict=True))


@cache
def greek(c: str) -> str | None:
    """The name of a Greek letter: σ is sigma, Σ is Sigma; None for what is none."""
    if c in _VARIANTS:
        return _VARIANTS[c]
    said = unicodedata.name(c, "").split()
    if said[:1] != ["GREEK"] or "LETTER" not in said or len(said) != 4:
        return None
    name = said[3].lower().replace("lamda", "lambda")
    return name.capitalize() if said[1] == "CAPITAL" else name


def letter(name: str) -> str:
    """A name of a letter as it is known: varphi is phi, lamda is lambda, lambda_ is lambda."""
    name = name.rstrip("_") or name
    if name.startswith("var") and name[3:] in GREEK:
        return name[3:]
    return _OTHER.get(name, name)
