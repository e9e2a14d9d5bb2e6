"""Commands run in this process, and what any command owes."""

from __future__ import annotations

from click.testing import CliRunner

from symbolic_info import cli

KL = "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))"
OPEN = "KL(Beta(alpha, beta), Uniform(a, b))"  # whether one support covers the other is not said
ROW = {
    "id", "question", "status", "result", "latex", "text", "unit", "given", "rules", "steps", "audit", "derivation",
    "reason", "ms",
}  # fmt: skip


def run(*arguments, text=None):
    return CliRunner().invoke(cli.main, [str(a) for a in arguments], input=text)


def clean(result, code=0):
    """The command ended on its own terms: with an exit code, never with an exception."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result
