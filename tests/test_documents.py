"""The examples of the READMEs and of docs/ run as they are printed, and the two READMEs say the same."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README, CHINESE_README = ROOT / "README.md", ROOT / "README.zh-CN.md"
PAGES = sorted([README, CHINESE_README, *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^(?:<!-- .* -->\n)?```\w*\n.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of a page gives what the page prints."""
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, _ = doctest.testfile(str(page), module_relative=False, optionflags=flags, encoding="utf-8")
    assert failed == 0


def test_both_readmes_have_the_same_commands_and_examples() -> None:
    """Every block of code stands in both, in the same order and letter for letter."""
    english, chinese = (BLOCK.findall(page.read_text("utf-8")) for page in (README, CHINESE_README))
    assert english == chinese
    assert english


def test_each_readme_leads_to_the_other() -> None:
    """Above the first paragraph stands a link to the other language."""
    english, chinese = (page.read_text("utf-8").split("\n\n")[1] for page in (README, CHINESE_README))
    assert f"]({CHINESE_README.name})" in english
    assert f"]({README.name})" in chinese


def test_both_readmes_have_the_same_parts() -> None:
    """A section, a row of a table or a point of a list that one gains is missed in the other."""
    english, chinese = (_parts(page.read_text("utf-8")) for page in (README, CHINESE_README))
    assert english == chinese


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    """Every file that a page links to is there."""
    targets = [page.parent / target for target in LINK.findall(page.read_text("utf-8"))]
    assert [target for target in targets if not target.exists()] == []


def _parts(text: str) -> list[str]:
    """Give what each line outside the code begins, as far as both languages have it: heading, row, point."""
    return re.findall(r"^(?:#+ |\||\* |\d\. )", BLOCK.sub("", text), re.MULTILINE)
