"""The catalogue: every family and every ordered pair of families of one measure, derived, checked and printed."""
