"""Optional dependencies: there, missing, or broken."""

import sys
from pathlib import Path

import pytest

from fiscaltables.errors import MissingExtra
from fiscaltables.extras import needed


def test_a_module_that_is_there_is_given() -> None:
    """What is installed is imported."""
    assert needed("json", by="this", extra="that").__name__ == "json"


def test_a_missing_module_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what asked for it, which extra has it, and the command; it is an ImportError too."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra) as caught:
        needed("pandas", by="to_pandas()", extra="pandas")
    assert str(caught.value) == 'to_pandas() needs the extra pandas: pip install "fiscaltables[pandas]"'
    assert isinstance(caught.value, ImportError)


def test_a_broken_module_says_itself_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the module is there and lacks one of its own, installing the extra would not help."""
    (tmp_path / "brokenmodule.py").write_text("import moduleoftheirs", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="moduleoftheirs") as caught:
        needed("brokenmodule", by="this", extra="that")
    assert not isinstance(caught.value, MissingExtra)
