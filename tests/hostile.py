"""Hostile rows, made from a seed: towers, megabytes, nesting, huge sums, code as text, bytes that are no text."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

ASKED = [
    {"question": "H(Normal(mu, sigma))", "symbols": {"mu": "real", "sigma": "positive"}},
    {"question": "KL(Exponential(a), Exponential(b))"},
    {"reference": "\\frac12\\log(1+\\frac PN)", "symbols": {"P": "positive", "N": "positive"}},
    {"reference": "k\\log 2", "symbols": {"k": "positive integer"}},
    {"question": "H(Binomial(3, 1/2))", "unit": "bits"},
]
GOOD = [
    "\\frac12\\log(2\\pi e\\sigma^2)", "\\ln a-\\ln b+\\frac{b-a}{a}", "\\frac12\\ln(N+P)-\\frac12\\ln N", "k\\log 2",
    "1.81", "D_{KL}(P\\|Q) = \\log\\frac ab+\\frac ba-1", "\\sum_{i=1}^{k}\\frac1k\\log 2", "\\boxed{\\tfrac32}",
    "½ ln(2πeσ²)", "\\int_0^\\infty a e^{-ax} dx", "\\psi(\\sigma)+\\Gamma(\\sigma)", "n!",
]  # fmt: skip
TOKENS = [
    "\\frac", "{", "}", "(", ")", "^", "_", "1", "2", "9", "sigma", "\\sigma", "a", "k", "+", "-", "*", "/", "!", "=",
    "\\log", "\\sum", "\\int", "\\left(", "\\right)", "|", ",", ";", "&", "$", "\\\\", " ", "e", "\\infty", "dx", 
    "\\to", "binom", "gamma", "exp", "\\prod", "\\lim", "[", "]", "<", ">", "≤", "²", "½", "√", "∑", "∫", "π",
    "E", "I", ".", "'",
]  # fmt: skip
CODE = [
    "__import__('os').system('touch {}')", "().__class__.__bases__[0].__subclasses__()", "lambda: open('{}', 'w')",
    "exec(\"open('{}','w')\")", "eval('1+1')", "$(touch {})", "`touch {}`", "{{{{7*7}}}}", "%s%n%x", "; rm -rf /; #",
    "\\input{{/etc/passwd}}", "\\write18{{touch {}}}", "<script>alert(1)</script>", "' OR 1=1 --", "${{jndi:x}}",
    "\\def\\x{{\\x\\x}}\\x", "\\newcommand{{\\a}}{{\\a}}\\a", "import sympy; sympy.Symbol('x')", 
    "f'{{1}}'", "S.Half.func",
]  # fmt: skip
HUGE = ["10^9", "10^{10}", "999999999", "2^{64}", "10^{100}", "1e30", "k^k^k", "9^{9^9}", "(10^6)!"]
ODD = [
    "\x00", "\x1b[31m", "\u202e", "\u200b", "\u0301" * 50, "\ud800", "\udfff", "\ufeff", "🧮" * 20, "\x7f", "\r",
    "\t", "ﬀ", "Ⅻ",
]  # fmt: skip
WRAPS = [
    ("(", ")"), ("\\frac{1}{", "}"), ("\\log(", ")"), ("exp(", ")"), ("\\sqrt{", "}"), ("-", ""), ("|", "|"),
    ("1/(1+", ")"), ("gamma(", ")"), ("\\left(", "\\right)"), ("{", "}"), ("psi(", ")"), ("\\boxed{", "}"), ("!", ""),
    ("[", "]"), ("2^", ""),
]  # fmt: skip
UNITS = ["1", "1+", "a*", "x ", "\\log ", "a+b-", " ", "\n", "0.", "=1", "a=", "$", "\\\\", "½", "2^2+", "k!"]
NUMBERS = ["{}", "0.{}", "1/{}", "1e{}", "-{}", "{0}.{0}", "1.5e-{}", "{}%", "1,{}", "log({})", "e^{{{}}}"]
COMBINATORIAL = [
    "({})!", "binom({}, {})", "\\binom{{{}}}{{{}}}", "gamma({})", "\\Gamma({})/\\Gamma({})", "log(({})!)",
    "zeta({})", "{}!!!!!", "\\log\\binom{{{}}}{{{}}}", "polygamma({}, {})", "loggamma({})", "beta({}, {})",
    "harmonic({})", "({})!/({})!", "erf({})", "besseli({}, {})", "digamma(-{})", "({})^({})", "2^({})-2^({})",
    "sqrt[{}]{{{}}}",
]  # fmt: skip
BODIES = ["1/i", "i^i", "\\log i", "\\frac{1}{i!}", "2^i", "i", "\\sum_{j=1}^{10^9} 1/(i+j)", "binom(10^6,i)"]
OVER = ["\\sum_{{i=1}}^{{{}}} {}", "\\prod_{{i=1}}^{{{}}} {}", "sum({1}, i, 1, {0})", "\\int_1^{{{}}} {} di"]

CANARY = "hostile_canary"


def answer(random: Random) -> str:
    """A hostile text."""
    return random.choice(_KINDS)(random)


def row(seed: int) -> dict[str, Any]:
    """A hostile row; now and then what is hostile is not the answer."""
    random = Random(seed)
    made: dict[str, Any] = {"id": seed, **random.choice(ASKED), "answer": answer(random)}
    made["format"] = random.choice(["auto", "latex", "plain", "auto", "auto"])
    if random.random() < 0.12:
        made[random.choice(["question", "reference", "unit", "format", "id"])] = answer(random)[:5000]
    if random.random() < 0.06:
        made["given"] = [answer(random)[:500] for _ in range(random.choice([1, 3, 100]))]
    if random.random() < 0.06:
        made["symbols"] = {answer(random)[:50]: answer(random)[:50] for _ in range(3)}
    if random.random() < 0.06:
        made[random.choice(list(made))] = random.choice([None, 3, [], {}, [[[]]], True, 1e308, {"a": [1]}])
    if random.random() < 0.08:
        made["lines"] = [answer(random)[:2000] for _ in range(random.choice([0, 1, 3, 40]))]
    return made


def line(seed: int) -> bytes:
    """A hostile line of a file: a row as JSON, or what is none."""
    random = Random(f"line {seed}")
    made = json.dumps(row(seed), ensure_ascii=random.random() < 0.7).encode("utf-8", "surrogatepass")
    chance = random.random()
    if chance < 0.03:
        return made[: random.randrange(len(made))]
    if chance < 0.05:
        at = random.randrange(len(made))
        return made[:at] + random.randbytes(4).replace(b"\n", b"") + made[at:]
    if chance < 0.06:
        return random.choice([b"null", b"[]", b"3", b'"x"', b"\xff\xff", b"[" * 10_000, b'{"a":' * 5000, b"1" * 9999])
    return made


def _tower(r: Random) -> str:
    n = r.choice([3, 5, 20, 200, 3000])
    op, close = r.choice([("^", ""), ("**", ""), ("^{", "}"), ("^(", ")"), ("^{-", "}")])
    base = r.choice(["9", "2", "x", "\\sigma", "10", "a", "0.5", "k", "e"])
    return (base + op) * n + base + close * n


def _nested(r: Random) -> str:
    n = r.choice([10, 60, 500, 20_000])
    left, right = r.choice(WRAPS)
    return left * n + r.choice(["1", "a", "\\sigma", ""]) + (right * n if r.random() < 0.8 else "")


def _long(r: Random) -> str:
    n = r.choice([100, 3_000, 100_000, 900_000])
    unit = r.choice(UNITS)
    return (unit * (n // len(unit) + 1))[:n]


def _combinatorial(r: Random) -> str:
    n, m = r.choice(HUGE), r.choice([*HUGE, "k", "5*10^8", "k/2"])
    return r.choice(COMBINATORIAL).format(n, m)


def _summed(r: Random) -> str:
    return r.choice(OVER).format(r.choice(HUGE), r.choice(BODIES))


def _odd(r: Random) -> str:
    text = r.choice(GOOD)
    for _ in range(r.choice([1, 3, 30])):
        at = r.randrange(len(text) + 1)
        text = text[:at] + r.choice(ODD) + text[at:]
    return text


def _soup(r: Random) -> str:
    return r.choice(["", " "]).join(r.choice(TOKENS) for _ in range(r.choice([1, 4, 12, 60, 600])))


def _mutated(r: Random) -> str:
    text = r.choice(GOOD)
    for _ in range(r.choice([1, 2, 5])):
        i, j = sorted(r.randrange(len(text) + 1) for _ in range(2))
        changed = [text[:i] + text[j:], text[:j] + text[i:], text[:i] + r.choice(TOKENS) + text[i:], text[::-1]]
        text = r.choice(changed)[:5000] or "1"
    return text


def _number(r: Random) -> str:
    digits = "".join(r.choice("0123456789") for _ in range(r.choice([5, 300, 5000, 100_000])))
    return r.choice(NUMBERS).format(digits)


def _code(r: Random) -> str:
    return r.choice(CODE).format(CANARY)


_KINDS: list[Callable[[Random], str]] = [
    _tower, _nested, _long, _combinatorial, _summed, _odd, _soup, _soup, _mutated, _mutated, _number, _code,
]  # fmt: skip
