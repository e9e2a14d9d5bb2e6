"""Files, stdin and stdout of the command line; what cannot be read or written ends the program with code 2."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click


def fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


def all_bytes(path: str) -> bytes:
    """A file, or stdin; exits with 2 where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as why:
        fail(f"{path} cannot be read: {why}")


def all_lines(path: str) -> list[str]:
    """The lines of a text that are not empty."""
    try:
        text = all_bytes(path).decode("utf-8")
    except UnicodeDecodeError as why:
        fail(f"{path} is no UTF-8: {why}")
    return [line for line in text.split("\n") if line.strip()]


def opened(output: str | None, more: bool = False) -> Any:
    """Where to write, or to write `more`; exits with 2 where that cannot be."""
    if output in (None, "-"):
        return nullcontext(sys.stdout)
    try:
        return Path(str(output)).open("a" if more else "w", encoding="utf-8")
    except OSError as why:
        fail(f"{output} cannot be written: {why}")


def write(output: str | None, text: str) -> None:
    target: TextIO
    with opened(output) as target:
        target.write(text if text.endswith("\n") else text + "\n")


def progress(items: Iterable[Any], what: str, total: int | None = None) -> Iterator[Any]:
    """The items, with a progress bar on stderr where that is a terminal; `total` where the items come one by one."""
    found = items if total is not None else list(items)
    count = len(found) if isinstance(found, list) else total or 0
    if count < 2 or not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(found, description=what, total=count, console=Console(stderr=True), transient=True)
