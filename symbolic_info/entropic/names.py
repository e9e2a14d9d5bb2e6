"""The names of random variables: X_{1}, X_1 and X₁ are one and the same, X1."""

from __future__ import annotations

import re
from typing import Any

from ..language.grammar import plain

_FONT = re.compile(
    r"\\(?:operatorname|mathrm|mathbf|mathsf|mathcal|mathit|text|boldsymbol)\s*(?:\{([^{}]*)\}|\s([A-Za-z]))"
)
_ACCENT = re.compile(r"\\(?:wide)?(hat|tilde|bar|overline|underline)\s*(?:\{([^{}]*)\}|\s([A-Za-z]))")
_VARIANTS = {"varepsilon": "epsilon", "varphi": "phi"}


def name_of(token: Any) -> str:
    """A name in plain letters, without fonts and braces."""
    text = _FONT.sub(lambda m: m[1] or m[2], str(token))
    text = _ACCENT.sub(lambda m: (m[2] or m[3]).strip() + m[1], text)
    text = re.sub(r"\\([A-Za-z]+)", lambda m: _VARIANTS.get(m[1], m[1]), text)
    text = re.sub(r"[\s{}_]", "", text)
    return plain(text).replace("_", "")
