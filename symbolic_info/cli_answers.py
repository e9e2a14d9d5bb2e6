"""The commands that judge answers: one, or a file of them.  What is heavy is imported by the command that needs it."""

from __future__ import annotations

import sys

import click

from .files import all_lines

EXIT = {"right": 0, "wrong": 1, "unreadable": 2, "unclear": 3}


@click.command()
@click.argument("rows", type=click.Path(allow_dash=True))
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write here instead of to stdout.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; by default one a processor.")
@click.option("--deadline", type=click.FloatRange(0.1), default=10.0, show_default=True, help="Seconds for a row.")
@click.option("--resume", is_flag=True, help="Keep the rows that are in the output already, and go on behind them.")
def grade(rows: str, output: str | None, jobs: int | None, deadline: float, resume: bool) -> None:
    """Judge the answers of a file of JSON rows, a row in, a row out, in order.

    \b
    Example:  symbolic-info grade answers.jsonl -o verdicts.jsonl --jobs 2
    """
    from .grading import grade_file

    grade_file(rows, output, jobs, deadline, resume)


@click.command()
@click.argument("question")
@click.argument("answer")
@click.option("--unit", type=click.Choice(["nats", "bits"]), default="nats", show_default=True)
@click.option("--given", multiple=True, help='A condition, such as "a < b"; repeat for more.')
@click.option("--json", "as_json", is_flag=True, help="One object, as a row of grade.")
@click.option("--seed", default=0, show_default=True, help="Of the numbers of an exercise.")
def check(question: str, answer: str, unit: str, given: tuple[str, ...], as_json: bool, seed: int) -> None:
    """Judge one answer to a question, or to an exercise by its name; - reads the answer from stdin.

    \b
    Example:  symbolic-info check "H(Laplace(mu, b))" "1 + log 2b"
    """
    from .checking import asked_by_name, checked

    text = "\n".join(all_lines("-")) if answer == "-" else answer
    row = asked_by_name(question, seed) or {"question": question, "unit": unit, "given": list(given)}
    sys.exit(EXIT[checked({**row, "answer": text}, as_json)])
