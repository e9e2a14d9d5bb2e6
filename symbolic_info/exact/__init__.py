"""WHAT IS CERTAIN: signs and equality of expressions under assumptions, by exact arithmetic and balls."""
