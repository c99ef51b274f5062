"""Pieces of parsed JSON that know where they stand, so that an error can say so."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeVar

from attrs import frozen

from fiscaltables.errors import ReadError

Read = TypeVar("Read")
Choice = TypeVar("Choice", bound=Enum)


@frozen
class Piece:
    """A value of a JSON document with the way that leads to it.

    Every method gives what the value should be or raises a ReadError that names the place.

    >>> Piece({"tables": [{"title": "收支总表"}]})["tables"].each(lambda table: table["title"].text())
    ('收支总表',)
    >>> Piece({"tables": [{}]})["tables"].each(lambda table: table["title"].text())
    Traceback (most recent call last):
    fiscaltables.errors.ReadError: tables[0]: the key 'title' is missing
    """

    value: Any
    key: str | int | None = None
    parent: "Piece | None" = None

    def __getitem__(self, key: str) -> "Piece":
        """Give the piece under a key that must be there."""
        held = self._held()
        if key not in held:
            raise self.error(f"the key {key!r} is missing")
        return Piece(held[key], key, self)

    def get(self, key: str, default: object = None) -> "Piece":
        """Give the piece under a key that need not be there."""
        return Piece(self._held().get(key, default), key, self)

    def items(self) -> Iterator[tuple[str, "Piece"]]:
        """Give every key of an object with its piece."""
        return ((key, Piece(value, key, self)) for key, value in self._held().items())

    def each(self, read: "Callable[[Piece], Read]") -> tuple[Read, ...]:
        """Read every piece of a list."""
        if not isinstance(self.value, list | tuple):
            raise self.error("a list should stand here")
        return tuple(read(Piece(value, index, self)) for index, value in enumerate(self.value))

    def maybe(self, read: "Callable[[Piece], Read]") -> Read | None:
        """Read the piece, or give None for null."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        """Give a text."""
        if not isinstance(self.value, str):
            raise self.error("a text should stand here")
        return self.value

    def whole(self) -> int:
        """Give a whole number; true and false are none."""
        if type(self.value) is not int:
            raise self.error("a whole number should stand here")
        return self.value

    def number(self) -> float:
        """Give a number; true and false are none."""
        if type(self.value) not in (int, float):
            raise self.error("a number should stand here")
        return float(self.value)

    def choice(self, choices: type[Choice]) -> Choice:
        """Give the member of an enumeration whose value stands here."""
        try:
            return choices(self.value)
        except ValueError:
            known = ", ".join(repr(member.value) for member in choices)
            raise self.error(f"one of {known} should stand here") from None

    def error(self, message: str) -> ReadError:
        """Give the error that says what is wrong at this place."""
        place = self._place()
        found = "" if isinstance(self.value, dict | list | tuple) else f", not {self.value!r}"
        return ReadError(f"{place or 'the document'}: {message}{found}")

    def _held(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            raise self.error("an object should stand here")
        return self.value

    def _place(self) -> str:
        if self.parent is None:
            return ""
        before = self.parent._place()  # noqa: SLF001  a piece asks its own kind
        if isinstance(self.key, int):
            return f"{before}[{self.key}]"
        return f"{before}.{self.key}" if before else str(self.key)
