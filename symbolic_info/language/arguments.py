"""Which arguments of a law in a question stand for which of its parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .forms import Form, Place, usages

if TYPE_CHECKING:
    from .read import Reader


def arguments(reader: Reader, node: Any, law: str, forms: Sequence[Form], args: Sequence[Any]) -> tuple[Any, ...]:
    """What the arguments of a law say, in the first of its forms that they fit."""
    for a in args:
        if a.data in ("named", "bars"):
            raise reader.refuse(a, f"{law} takes its parameters in order, without names or bars", usages(law, forms))
    form = _chosen(reader, node, law, forms, args)
    values: list[Any] = []
    for i, place in enumerate(form):
        own = args[i:] if place.many else args[i : i + 1]
        values += place.read(reader, law, own) if own else [place.default]
    return tuple(values)


def _chosen(reader: Reader, node: Any, law: str, forms: Sequence[Form], args: Sequence[Any]) -> Form:
    possible = [form for form in forms if _takes(form, len(args))]
    if not possible:
        raise reader.refuse(node, _wrong_number(law, forms[-1], len(args)), usages(law, forms))
    misfits = [_misfit(form, args) for form in possible]
    for form, misfit in zip(possible, misfits, strict=True):
        if misfit is None:
            return form
    place, odd = max((m for m in misfits if m is not None), key=lambda m: args.index(m[1]))
    raise reader.refuse(odd, f"{place.name} of {law} must be {place.kind}", usages(law, forms))


def _least(form: Form) -> int:
    return sum(place.default is None for place in form)


def _takes(form: Form, count: int) -> bool:
    return _least(form) <= count and (count <= len(form) or form[-1].many)


def _misfit(form: Form, args: Sequence[Any]) -> tuple[Place, Any] | None:
    """The first argument that does not have the shape of its place."""
    for i, a in enumerate(args):
        place = form[min(i, len(form) - 1)]
        if not place.fits(a, args[:i]):
            return place, a
    return None


def _wrong_number(law: str, form: Form, count: int) -> str:
    least = _least(form)
    wanted = f"at least {least}" if form[-1].many else f"{least} to {len(form)}" if least < len(form) else str(least)
    names = ", ".join(place.usage if place.many else place.name for place in form)
    s = "" if wanted.split()[-1] == "1" else "s"
    return f"{law} takes {wanted} parameter{s} ({names}), not {count}"
