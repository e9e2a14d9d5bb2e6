"""The printers for formulas: `Latex`, `Plain` for one line of Unicode, `Stacked` for several.

They take the letters of the laws, `{Normal(m, s): "P"}`, and print in textbook order.
"""

from .printer_latex import Latex
from .printer_plain import Plain, Stacked, spelled

__all__ = ["Latex", "Plain", "Stacked", "spelled"]
