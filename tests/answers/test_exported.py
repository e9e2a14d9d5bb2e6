"""What the engine prints is read back as the same formula: closed forms of derivations, some of the catalogue."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from exported import entropies, lines, lost


def test_closed_forms_of_all_derivations_are_read_back():
    assert [m for found in lines() for m in lost(*found)] == []


def test_entropies_of_the_catalogue_are_read_back():
    found = list(entropies(every=6))
    assert len(found) >= 4
    assert [m for f in found for m in lost(*f)] == []
