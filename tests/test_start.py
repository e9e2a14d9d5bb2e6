"""What the shell pays for: help comes without SymPy, and the trusted rings bring no numbers of ours."""

import subprocess
import sys
from pathlib import Path

import pytest

import symbolic_info

ROOT = Path(symbolic_info.__file__).parent.parent


def loaded(code: str) -> set[str]:
    """The modules that are loaded after some code ran in a fresh interpreter."""
    probe = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import symbolic_info",
        "import symbolic_info.cli",
        "from symbolic_info.cli import main; main(['--help'])",
        "from symbolic_info.cli import main; main(['derive', '--help'])",
    ],
)
def test_help_does_not_wait_for_sympy(code):
    modules = loaded(code)
    assert "symbolic_info" in modules
    assert not modules & {"sympy", "mpmath", "flint", "lark", "jinja2"}


def test_nothing_numeric_is_loaded_by_the_kernel():
    """The trusted rings bring SymPy (and with it mpmath), but nothing of the audit."""
    modules = loaded("import symbolic_info.rules")
    assert not {
        m for m in modules if m.startswith(("symbolic_info.audit", "symbolic_info.tactics", "symbolic_info.render"))
    }


def test_the_public_names_are_complete_and_there():
    """Every public name resolves, and is what its home calls so; a package of the same name does not hide it."""
    import symbolic_info

    assert symbolic_info.__all__ == sorted(set(symbolic_info.__all__))
    for name in symbolic_info.__all__:
        assert getattr(symbolic_info, name) is not None
    assert set(symbolic_info.__all__) <= set(dir(symbolic_info))
