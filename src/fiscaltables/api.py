"""The pipeline: bytes → pages → segments → typed rows → tables → disclosure."""

from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import IO

from attrs import evolve

from fiscaltables.errors import ContentProblem, ReadError
from fiscaltables.model.disclosure import Disclosure, Source


def load(source: str | PathLike[str] | bytes | IO[bytes] | IO[str], *, strict: bool = False) -> Disclosure:
    """Read a disclosure from a file, its bytes, or an open file.

    Reading never raises on content: what could not be read is among the ``problems``. With ``strict`` the first problem
    that is an error is raised as ContentProblem. A file that is missing is an OSError, one that cannot be read at all a
    ReadError.
    """
    data, name = _bytes_of(source)
    if isinstance(data, str):
        return loads(data, name=name, strict=strict)
    from fiscaltables.reading.encoding import decode  # noqa: PLC0415  importing fiscaltables loads the model alone
    from fiscaltables.reading.formats import check_text  # noqa: PLC0415  the same

    check_text(data, name or "bytes")
    decoded = decode(data, name or "bytes")
    return _read(decoded.text, Source(name, "text/plain", decoded.encoding, sha256(data).hexdigest()), strict=strict)


def loads(text: str, *, name: str | None = None, strict: bool = False) -> Disclosure:
    """Read a disclosure from text; ``name`` is what messages call it."""
    if not isinstance(text, str):
        raise TypeError(f"loads() reads str, not {type(text).__name__}; use load() for bytes and files")
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _read(text, Source(name, "text/plain", None, digest), strict=strict)


def _read(text: str, source: Source, *, strict: bool) -> Disclosure:
    from fiscaltables.assembling.disclosure import assemble  # noqa: PLC0415  importing fiscaltables loads the model alone
    from fiscaltables.reading.text import read_text  # noqa: PLC0415  the same

    pages = read_text(text)
    disclosure = assemble(pages, evolve(source, pages=len(pages) if len(pages) > 1 else None))
    if strict and disclosure.errors:
        raise ContentProblem(disclosure.errors[0], source.name or "text")
    return disclosure


def _bytes_of(source: str | PathLike[str] | bytes | IO[bytes] | IO[str]) -> tuple[bytes | str, str | None]:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None
    if isinstance(source, str | PathLike):
        path = Path(source)
        if path.is_dir():
            raise ReadError(f"{path} is a folder; give the path of one file in it")
        return path.read_bytes(), path.name
    name = getattr(source, "name", None)
    return source.read(), Path(name).name if isinstance(name, str) else None
