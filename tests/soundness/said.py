"""What a derivation comes to: refused, proved, or neither."""

import pytest

from symbolic_info.blackboard import Normal, real
from symbolic_info.kernel.check import check
from symbolic_info.kernel.rule import Rejected

N = Normal(0, 1)
a, b, v = real("a b v")


def refused(derivation):
    with pytest.raises(Rejected):
        check(derivation)


def proved(derivation):
    assert check(derivation).status == "proved"


def not_proved(derivation):
    """Refused, or called vacuous."""
    try:
        assert check(derivation).status != "proved"
    except Rejected:
        return
