"""The command `prove`."""

from __future__ import annotations

import json
import sys

import click

from .files import all_bytes, all_lines, fail, opened, progress, write

EXIT = {"proved": 0, "proved-non-shannon": 0, "refuted": 1, "unreadable": 2, "unknown": 3}
FORMATS = click.Choice(["text", "latex", "markdown", "html", "json"])


@click.command()
@click.argument("statement", required=False)
@click.option("-f", "--format", "style", type=FORMATS, default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write here instead of to stdout.")
@click.option("--given", multiple=True, help='A fact, such as "X -> Y -> Z" or "indep(X;Y)"; repeat for more.')
@click.option("--batch", type=click.Path(allow_dash=True), help="A file of JSON rows to answer in one process.")
def prove(statement: str | None, style: str, output: str | None, given: tuple[str, ...], batch: str | None) -> None:
    """Prove or refute a statement about the entropies of random variables.

    H(X,Y|Z), I(X;Y|Z), TC, DTC, VI and II, with rational coefficients, and =, <= or >=.  Facts may also be
    Markov chains, indep(X;Y|Z) and functions, Y = f(X,Z).  A chain, a = b <= c, is judged link by link, up to
    the first that does not follow.

    \b
    Example:  symbolic-info prove "I(X;Z) <= I(X;Y)" --given "X -> Y -> Z"
    """
    if batch is not None:
        _batch(batch, output)
        return
    if statement is None:
        raise click.UsageError("a statement is wanted, or --batch")
    if statement == "-":
        statement = "\n".join(all_lines("-"))
    from .language.bounds import Unreadable
    from .proving import page, row, verdicts

    try:
        if style == "json":
            found = row(statement, given)
            write(output, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
            sys.exit(EXIT[found["verdict"]])
        decided, facts, chain = verdicts(statement, given)
    except Unreadable as why:
        fail(str(why))
    text, worst, remarks = page(decided, facts, style, chain)
    if text:
        write(output, text)
    for remark in remarks:
        click.echo(remark, err=True)
    sys.exit(EXIT[worst])


def _batch(batch: str, output: str | None) -> None:
    """Answer each row in order; a bad row spoils no other."""
    from .proving import batch_row, empty

    with opened(output) as out:
        for line in progress([r for r in all_bytes(batch).split(b"\n") if r.strip()], "proving"):
            try:
                data = json.loads(line.decode("utf-8"))
            except (ValueError, RecursionError) as why:
                made = empty(None, "", f"no JSON: {why}")
            else:
                made = batch_row(data)
            out.write(json.dumps(made, ensure_ascii=False) + "\n")
            out.flush()
