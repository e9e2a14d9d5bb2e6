"""Judging what others wrote: reading it, deciding whether it is right, and saying why it is not."""
