"""Optional dependencies, imported when they are first needed."""

from importlib import import_module
from types import ModuleType

from fiscaltables.errors import MissingExtra


def needed(module: str, *, by: str, extra: str) -> ModuleType:
    """Give an optional module; where it is not installed a MissingExtra says what asked for it and how to get it.

    >>> needed("no_such_module", by="to_pandas()", extra="pandas")
    Traceback (most recent call last):
    fiscaltables.errors.MissingExtra: to_pandas() needs the extra pandas: pip install "fiscaltables[pandas]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        # A module that is installed and lacks one of its own is broken, which its own error says best.
        if missing.name != module:
            raise
        raise MissingExtra(f'{by} needs the extra {extra}: pip install "fiscaltables[{extra}]"') from None
