"""Frozen data classes that cost nothing until the first one of their kind is made.

`dataclasses` writes six methods for each class, and compiles them, when a module is imported.
The program has some three hundred such classes; those that the main page imports were a sixth of
a cold start. Here the methods are the same for all classes, and only what makes an instance is
written for each, when it is first asked for. `dataclasses.replace`, `fields` and `asdict` work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, field, make_dataclass
from inspect import get_annotations
from typing import Any, NoReturn, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[Made]) -> type[Made]:
    """Makes a class a frozen data class, as `dataclasses.dataclass(frozen=True)` does."""

    def first(self: Made, *args: object, **kwargs: object) -> None:
        # Two threads may come here at once; both write the same.
        made.__init__ = _initialiser(made)  # type: ignore[method-assign]
        made.__init__(self, *args, **kwargs)

    made.__init__ = first  # type: ignore[method-assign, assignment]
    for name, method in _METHODS.items():
        if name not in vars(made):
            setattr(made, name, method)
    return made


def _equal(self: object, other: object) -> bool:
    return other.__class__ is self.__class__ and self.__dict__ == other.__dict__


def _hash(self: object) -> int:
    # In the order in which they were set, which is that of the class.
    return hash(tuple(self.__dict__.values()))


def _told(self: object) -> str:
    told = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
    return f"{self.__class__.__qualname__}({told})"


def _refuse_change(_self: object, name: str, _value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


class _Fields:
    """What `dataclasses` asks of a data class, made when it does so."""

    def __get__(self, _instance: object, made: type[Any]) -> Mapping[str, Field[Any]]:
        told = ((name, kind, _default(made, name)) for name, kind in _kinds(made).items())
        twin = make_dataclass(made.__name__, told, init=False, repr=False, eq=False)
        fields: Mapping[str, Field[Any]] = vars(twin)["__dataclass_fields__"]
        made.__dataclass_fields__ = fields
        return fields


_METHODS: Mapping[str, object] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _told,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_change,
    "__dataclass_fields__": _Fields(),
}


def _kinds(made: type[Any]) -> dict[str, str]:
    """The fields of a class and of those that it rests on, each with its type."""
    found: dict[str, str] = {}
    for each in reversed(made.__mro__):
        found |= {name: str(kind) for name, kind in get_annotations(each).items()}
    return {name: kind for name, kind in found.items() if not kind.startswith("ClassVar")}


def _default(made: type[Any], name: str) -> Field[Any]:
    default: Any = getattr(made, name, MISSING)
    return default if isinstance(default, Field) else field(default=default)


def _initialiser(made: type[Any]) -> Any:
    """Writes what makes an instance: its fields go into it past what refuses a change."""
    by_place = ["self"]
    by_name: list[str] = []
    sets: list[str] = []
    known: dict[str, object] = {"MISSING": MISSING}
    for name in _kinds(made):
        told = _default(made, name)
        given, value = name, name
        if told.default_factory is not MISSING:
            known[f"make_{name}"] = told.default_factory
            given, value = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
        elif told.default is not MISSING:
            known[f"default_{name}"] = told.default
            given = f"{name}=default_{name}"
        (by_name if told.kw_only is True else by_place).append(given)
        sets.append(f"own_fields[{name!r}] = {value}")
    asked = ", ".join([*by_place, "*", *by_name] if by_name else by_place)
    lines = [f"def __init__({asked}):", "own_fields = self.__dict__", *sets]
    exec("\n    ".join(lines), known)  # noqa: S102 - the names of our own fields
    return known["__init__"]
