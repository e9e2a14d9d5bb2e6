"""`python -m symbolic_info` is the command line."""

from .cli import main

main(prog_name="symbolic-info")
