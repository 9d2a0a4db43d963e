"""Our frozen data classes do what those of the standard library do."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from storage.records.frozen import frozen


@frozen
class Named:
    """Something with a name."""

    KIND: ClassVar[str] = "named"

    name: str
    age: int = 60


@frozen
class Helper(Named):
    """Rests on another."""

    days: Mapping[str, int] = field(default_factory=dict)
    asked: bool = field(kw_only=True)


def test_an_instance_holds_what_was_given_and_the_defaults() -> None:
    helper = Helper("Mùi", asked=True)
    assert (helper.name, helper.age, helper.days, helper.asked) == ("Mùi", 60, {}, True)
    assert helper.days is not Helper("Lực", asked=True).days
    assert repr(Named("Mùi")) == "Named(name='Mùi', age=60)"


@pytest.mark.parametrize("wrong", [{}, {"name": "Mùi", "who": 1}])
def test_what_does_not_fit_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        Named(**wrong)  # type: ignore[arg-type]


def test_nothing_of_it_can_be_changed() -> None:
    named = Named("Mùi")
    with pytest.raises(FrozenInstanceError):
        named.name = "Lực"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del named.name
    assert named.name == "Mùi"


def test_two_are_equal_when_kind_and_values_are() -> None:
    assert Named("Mùi") == Named(age=60, name="Mùi") != Named("Mùi", 61)
    assert hash(Named("Mùi")) == hash(Named(age=60, name="Mùi"))
    assert Named("Mùi") != Helper("Mùi", asked=True)
    with pytest.raises(TypeError):
        hash(Helper("Mùi", asked=True))


def test_the_standard_library_takes_it_for_a_data_class() -> None:
    helper = Helper("Mùi", asked=False)
    assert [each.name for each in fields(helper)] == ["name", "age", "days", "asked"]
    assert replace(helper, age=78) == Helper("Mùi", 78, asked=False)
    assert asdict(replace(helper, days={"gặt": 1})) == {
        "name": "Mùi",
        "age": 60,
        "days": {"gặt": 1},
        "asked": False,
    }
    assert copy.copy(helper) == copy.deepcopy(helper) == helper
    assert is_dataclass(helper)
