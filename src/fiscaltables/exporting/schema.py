"""The JSON Schema of the format ``fiscaltables/1``."""

import json
from importlib.resources import files
from typing import Any, cast

_FILE = "fiscaltables-1.schema.json"


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) that every document written by ``to_json`` satisfies.

    >>> json_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    text = files("fiscaltables.exporting").joinpath(_FILE).read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))
