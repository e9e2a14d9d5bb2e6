"""Numbers: every line of a derivation is evaluated from the definitions, and compared with its neighbour."""

from .numeric import CannotEvaluate, value
from .steps import Audit, audit, audit_lines

__all__ = ["Audit", "CannotEvaluate", "audit", "audit_lines", "value"]
