"""The pipeline: bytes → pages → segments → typed rows → tables → disclosure."""

from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import evolve

from fiscaltables.errors import ContentProblem, LimitExceeded, ReadError
from fiscaltables.model.disclosure import Disclosure, Source

if TYPE_CHECKING:
    from fiscaltables.reading.mending import Stretch

MOST_BYTES = 1 << 28
"""How many bytes, or characters of text, a document may have."""


def load(source: str | PathLike[str] | bytes | IO[bytes] | IO[str], *, strict: bool = False) -> Disclosure:
    """Read a disclosure from a file, its bytes, or an open file.

    Reading never raises on content: what could not be read is among the ``problems``. With ``strict`` the first problem
    that is an error is raised as ContentProblem. A file that is missing is an OSError, one that cannot be read at all a
    ReadError.
    """
    data, path = _bytes_of(source)
    name = Path(path).name if path else None
    if isinstance(data, str):
        return _read_text(data, name, path or "text", strict=strict)
    from fiscaltables.reading.encoding import decode  # noqa: PLC0415  importing fiscaltables loads the model alone
    from fiscaltables.reading.formats import check_text  # noqa: PLC0415  the same

    called = path or "bytes"
    _check_size(len(data), called)
    check_text(data, called)
    decoded = decode(data, called)
    about = Source(name, "text/plain", decoded.encoding, sha256(data).hexdigest())
    return _read(decoded.text, decoded.stretches, about, called, strict=strict)


def loads(text: str, *, name: str | None = None, strict: bool = False) -> Disclosure:
    """Read a disclosure from text; ``name`` is what messages call it."""
    if not isinstance(text, str):
        raise TypeError(f"loads() reads str, not {type(text).__name__}; use load() for bytes and files")
    return _read_text(text, name, name or "text", strict=strict)


def _read_text(text: str, name: str | None, called: str, *, strict: bool) -> Disclosure:
    _check_size(len(text), called)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _read(text, (), Source(name, "text/plain", None, digest), called, strict=strict)


def _read(text: str, stretches: "tuple[Stretch, ...]", source: Source, called: str, *, strict: bool) -> Disclosure:
    from fiscaltables.assembling.disclosure import assemble  # noqa: PLC0415  importing fiscaltables loads the model alone
    from fiscaltables.reading.damage import damages  # noqa: PLC0415  the same
    from fiscaltables.reading.text import read_text  # noqa: PLC0415  the same

    pages = read_text(text)
    disclosure = assemble(pages, evolve(source, pages=len(pages) if len(pages) > 1 else None))
    problems = (*damages(text, stretches, source.encoding), *disclosure.problems)
    disclosure = _with_lines(evolve(disclosure, problems=problems), text)
    if strict and disclosure.errors:
        raise ContentProblem(disclosure.errors[0], called)
    return disclosure


def _with_lines(disclosure: Disclosure, text: str) -> Disclosure:
    """Give every problem the printed line that it stands in."""
    from fiscaltables.reading.text import printed_lines  # noqa: PLC0415  importing fiscaltables loads the model alone

    lines = printed_lines(text) if disclosure.problems else []
    placed = ((problem, problem.span.line) for problem in disclosure.problems)
    problems = (evolve(problem, line=lines[line - 1]) if line else problem for problem, line in placed)
    return evolve(disclosure, problems=tuple(problems))


def _bytes_of(source: str | PathLike[str] | bytes | IO[bytes] | IO[str]) -> tuple[bytes | str, str | None]:
    """Give the content of a source and its path; of a file that never ends no more than is needed to refuse it."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None
    if isinstance(source, str | PathLike):
        path = _path_of(source)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1), str(path)
    name = getattr(source, "name", None)
    return source.read(), name if isinstance(name, str) else None


def _path_of(source: str | PathLike[str]) -> Path:
    if isinstance(source, str) and "\n" in source:
        raise ReadError("load() was given text where it takes a path; use loads() for text")
    path = Path(source)
    if path.is_dir():
        raise ReadError(f"{path} is a folder; give the path of one file in it")
    return path


def _check_size(size: int, called: str) -> None:
    if size > MOST_BYTES:
        raise LimitExceeded(f"{called} is larger than {MOST_BYTES:,} bytes; cut it into documents and read each")
