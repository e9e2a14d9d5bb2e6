"""The command line.  Heavy packages are imported by the command that needs them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .cli_answers import check, grade
from .cli_prove import prove
from .files import all_bytes, all_lines, fail, opened, progress, write

if TYPE_CHECKING:
    from .engine import Verified

OK, WRONG, UNREADABLE, UNDECIDED = 0, 1, 2, 3
EXIT = {"proved": OK, "infinite": OK, "reduced": OK, "unknown": UNDECIDED, "unreadable": UNREADABLE}
LISTED = click.Choice(["derivations", "families", "quantities", "rules", "mistakes", "exercises"])
FORMATS = click.Choice(["text", "latex", "markdown", "html", "json"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="symbolic-info")
def main() -> None:
    """Derive, check, judge and print the mathematics of information theory.

    \b
    Example:  symbolic-info derive "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))"
    """


main.add_command(check)
main.add_command(grade)
main.add_command(prove)


@main.command()
@click.argument("question", required=False)
@click.option("-f", "--format", "style", type=FORMATS, default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write here instead of to stdout.")
@click.option("--given", multiple=True, help='A condition, such as "a < b" or "n integer"; repeat for more.')
@click.option("--unit", type=click.Choice(["nats", "bits"]), default="nats", show_default=True)
@click.option("--batch", type=click.Path(allow_dash=True), help="A file of JSON rows to answer in one process.")
def derive(
    question: str | None, style: str, output: str | None, given: tuple[str, ...], unit: str, batch: str | None
) -> None:
    """Derive the answer to a question and print the worked solution.

    \b
    Example:  symbolic-info derive "H(Gamma(alpha, beta))" --unit bits
    """
    if batch is not None:
        _batch(batch, output)
        return
    if question is None:
        raise click.UsageError("a question is wanted, or --batch")
    if question == "-":
        question = "\n".join(all_lines("-"))
    from .engine import derive as derived_from
    from .language.bounds import Unreadable

    try:
        derived = derived_from(question, given, unit)
    except Unreadable as why:
        fail(str(why))
    if derived.solution is None:
        if style == "json":
            write(output, _as_json(derived))
        click.echo(f"could not decide: {derived.reason}", err=True)
        sys.exit(EXIT[derived.status])
    if style == "json":
        write(output, _as_json(derived))
    else:
        from .render import render

        write(output, render(derived.solution, style))
    if derived.reason:
        click.echo(f"{derived.status}: {derived.reason}", err=True)
    sys.exit(EXIT[derived.status])


def _as_json(derived: Any) -> str:
    from .engine import row

    return json.dumps(row(derived), ensure_ascii=False, indent=2) + "\n"


def _batch(batch: str, output: str | None) -> None:
    """Answer each row in order; a bad row spoils no other."""
    from .engine import batch_row, unreadable_row

    with opened(output) as out:
        for line in progress([r for r in all_bytes(batch).split(b"\n") if r.strip()], "deriving"):
            try:
                data = json.loads(line.decode("utf-8"))
            except (ValueError, RecursionError) as why:
                made = unreadable_row(f"no JSON: {why}")
            else:
                made = batch_row(data) if isinstance(data, dict) else unreadable_row("a row is a JSON object")
            out.write(json.dumps(made, ensure_ascii=False) + "\n")
            out.flush()


@main.command()
@click.argument("names", nargs=-1)
@click.option("-f", "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def verify(names: tuple[str, ...], style: str) -> None:
    """Check derivations again: all of ours, ours by NAME, or anybody's from FILE.json.

    \b
    Example:  symbolic-info verify gaussian_kl my_derivation.json
    """
    from .engine import verified_row
    from .engine import verify as verified_as

    results: list[Verified] = []
    wanted = _chosen(names)
    for name, derivation in progress(wanted, "verifying"):
        results.append(verified_as(name, derivation))
        if style == "text":
            click.echo(_verified_line(results[-1]))
    if style == "json":
        click.echo(json.dumps([verified_row(r) for r in results], ensure_ascii=False, indent=2))
    sys.exit(OK if all(r.ok for r in results) else WRONG)


def _chosen(names: tuple[str, ...]) -> list[tuple[str, Any]]:
    """Names and derivations; exits with 2 where one cannot be read."""
    from . import library
    from .data import derivations_from_text
    from .language.bounds import Unreadable
    from .language.tree import BadData

    chosen: list[tuple[str, Any]] = []
    for name in names or tuple(library.names()):
        try:
            if name.endswith(".json") or name == "-":
                made = derivations_from_text("\n".join(all_lines(name)))
                names_of = [name] if len(made) == 1 else [f"{name} ({i})" for i in range(1, len(made) + 1)]
                chosen += zip(names_of, made, strict=True)
            else:
                chosen.append((name, library.load(name)))
        except (BadData, Unreadable, LookupError, ValueError) as why:
            fail(f"{name}: {why}")
    return chosen


def _verified_line(r: Verified) -> str:
    if r.theorem is None or r.audit is None:
        return f"failed  {r.name}: {' '.join(r.reason.split())}"
    digits = f"{r.audit.digits} digits" if r.audit.digits is not None else "no numbers"
    note = f"  ({' '.join(r.reason.split())})" if r.reason else ""
    steps = f"{len(r.theorem.derivation.steps)} steps by {', '.join(r.theorem.rules)}"
    return f"{r.status:7} {r.name}: {steps}; {digits}, {r.ms:.0f} ms{note}"


@main.command("list")
@click.argument("what", type=LISTED, default="derivations")
@click.option("-f", "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_(what: str, style: str) -> None:
    """List what there is.

    \b
    Example:  symbolic-info list rules
    """
    from .lists import LISTS, lines

    rows = LISTS[what]()
    if style == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        for line in lines(what, row):
            click.echo(line)


@main.command()
@click.option("-o", "--output", type=click.Path(file_okay=False), default="book", show_default=True)
@click.option("-f", "--formats", default="html,latex", show_default=True, help="Any of html, latex, markdown.")
@click.option("--only", type=click.Choice(["derivations", "catalogue"]), help="This part of the book alone.")
@click.option("--jobs", type=click.IntRange(1), help="Processes for the catalogue; by default one a processor.")
def book(output: str, formats: str, only: str | None, jobs: int | None) -> None:
    """Derive, check, cross-check and write everything as a linked set of worked solutions.

    The derivations take seconds; the catalogue, every pair of families, takes minutes.

    \b
    Example:  symbolic-info book -o book -f html,latex
    """
    from .publish import publish_catalogue, publish_derivations
    from .render.book import BOOKS

    styles = [s.strip() for s in formats.split(",") if s.strip()]
    unknown = [s for s in styles if s not in BOOKS]
    if unknown or not styles:
        fail(f"no book in {unknown[0] if unknown else 'no format'}; there are {', '.join(BOOKS)}")
    failures: list[str] = []
    try:
        if only != "catalogue":
            opened, failed, count = publish_derivations(Path(output), styles, with_catalogue=only is None)
            failures += map(_verified_line, failed)
            _told(opened, [f"{count - len(failed)} of {count} proved"])
        if only != "derivations":
            shown, broken, words = publish_catalogue(Path(output), styles, jobs, linked=only is None)
            failures += [f"failed  {line}" for line in broken]
            _told(shown, words)
    except OSError as why:
        fail(f"{output} cannot be written: {why}")
    for line in failures:
        click.echo(line, err=True)
    sys.exit(WRONG if failures else OK)


def _told(opened: Iterable[Path], words: Iterable[str]) -> None:
    """The files to open first to stdout, how far it went to stderr."""
    for path in opened:
        click.echo(str(path))
    for line in words:
        click.echo(line, err=True)
