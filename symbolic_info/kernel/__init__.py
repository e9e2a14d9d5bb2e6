"""WHAT COUNTS AS PROVED: given facts, the zero test, rules, derivations, and check."""
