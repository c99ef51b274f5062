"""The scores reached on real disclosures, so that later work cannot lower them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus

AMOUNT_FAMILIES = (
    "balance", "revenue", "expenditure", "functional", "economic", "three_public", "project_expenditure", "debt",
    "procurement", "services", "earmarked", "tables", "document",
)  # fmt: skip
SILENT = ("wrong", "extra", "unfounded")
REACHED = {"001": 0.776, "002": 0.890, "004": 1.0}
"""The share of right cells of the amount families; what 001 leaves is open, what 002 leaves are codes cut off."""


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """Give the counts of the scorer for every document whose truth is known."""
    corpus = Path(os.environ["FISCALTABLES_CORPUS"])
    written = tmp_path_factory.mktemp("score") / "summary.json"
    wanted = [argument for name in REACHED for argument in ("--only", name)]
    subprocess.run(
        [sys.executable, str(corpus / "score.py"), *wanted, "--summary", str(written)], check=True, capture_output=True
    )
    counts: dict[str, dict[str, int]] = json.loads(written.read_text("utf-8"))
    return counts


@pytest.mark.parametrize("name", REACHED)
def test_no_amount_is_silently_wrong(summary: dict[str, dict[str, int]], name: str) -> None:
    """No cell is wrong, added, or placed without ground."""
    silent = {
        key: count
        for key, count in summary[name].items()
        if key.startswith(AMOUNT_FAMILIES) and key.endswith(SILENT) and count
    }
    assert silent == {}


@pytest.mark.parametrize(("name", "reached"), REACHED.items())
def test_the_share_of_right_cells_does_not_fall(summary: dict[str, dict[str, int]], name: str, reached: float) -> None:
    """At least as many cells are right as when this figure was set."""
    counts = {key: count for key, count in summary[name].items() if key.split(".")[0] in AMOUNT_FAMILIES}
    right = sum(count for key, count in counts.items() if key.endswith(".right"))
    assert right / sum(count for key, count in counts.items() if not key.endswith(".extra")) >= reached


def test_nothing_is_missing_but_the_codes_cut_off(summary: dict[str, dict[str, int]]) -> None:
    """Every row, name and amount is read; only codes that a narrow column cut off are not."""
    missing = {
        (name, key.split(".")[0])
        for name, counts in summary.items()
        for key, count in counts.items()
        if key.split(".")[0] in AMOUNT_FAMILIES and key.endswith(".missing") and count
    }
    assert missing == {("002", "economic")}


def test_every_seed_is_read_without_unread_cells() -> None:
    """The five seeds leave no cell unread and raise no error."""
    import fiscaltables  # noqa: PLC0415  only where the corpus is there

    seeds = sorted(Path(os.environ["FISCALTABLES_CORPUS"], "seeds").iterdir())
    read = [fiscaltables.load(seed) for seed in seeds]
    assert [disclosure.errors for disclosure in read] == [()] * len(seeds)
    assert [disclosure.coverage.unread for disclosure in read] == [0] * len(seeds)
