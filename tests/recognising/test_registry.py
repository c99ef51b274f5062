"""Grammars from outside: registered by hand or by an installed package, tried beside those of the package."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import fiscaltables as ft
from fiscaltables.recognising import registry
from fiscaltables.recognising.vocabulary import begins_heading, heading_kinds

VARIANT = Path(__file__).parents[2] / "docs" / "examples" / "临江省支出总表.lark"
HEADINGS = {
    "FRONTIER": ["其中：边境口岸支出", "边境口岸支出"],
    "FRONTIER_BUILDING": ["口岸 建设"],
    "FRONTIER_RUNNING": "口岸运行",
}
TABBED = """
科目编码→科目名称→合计→基本支出→边境口岸支出→→项目支出
→→→→口岸建设→口岸运行→
→合计→10.00→4.00→3.00→1.00→2.00
204→公共安全支出→10.00→4.00→3.00→1.00→2.00
"""
FLOWING = """
科目编码 科目名称 合计 基本支出
边境口岸
支出
项目支出
口岸建设 口岸运行
合计 10.00 4.00 3.00 1.00 2.00
204 公共安全支出 10.00 4.00 3.00 1.00 2.00
"""
PLAIN = "科目编码→科目名称→合计→基本支出→项目支出\n→合计→5.00→3.00→2.00\n204→公共安全支出→5.00→3.00→2.00\n"
COLUMNS = (("合计",), ("基本支出",), ("边境口岸支出", "口岸建设"), ("边境口岸支出", "口岸运行"), ("项目支出",))
FIGURES = ["10.00", "4.00", "3.00", "1.00", "2.00"]


def _variant(**further: object) -> ft.FamilyGrammar:
    return ft.FamilyGrammar(ft.Family.EXPENDITURE, VARIANT, headings=HEADINGS, **further)  # type: ignore[arg-type]


def _read(text: str, title: str = "支出总表") -> ft.Table:
    (table,) = ft.loads(f"{title}\n单位：万元\n{text.strip()}\n".replace("→", "\t")).tables
    return table


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the registry as it was found, with no installed package asked."""
    monkeypatch.setattr(registry, "_REGISTRY", registry._Registry(asked=True, memories=registry._REGISTRY.memories))  # noqa: SLF001  no public name empties it
    yield
    registry._REGISTRY.hold(())  # noqa: SLF001  the same


@pytest.mark.parametrize("text", [TABBED, FLOWING], ids=["tabbed", "flowing"])
def test_a_variant_in_one_file_is_read_in_either_layout(text: str) -> None:
    """A column that only a region prints is placed once the region's grammar is registered."""
    ft.register(_variant())
    table = _read(text)
    assert isinstance(table, ft.MoneyTable)
    assert (table.family, table.columns[-5:]) == (ft.Family.EXPENDITURE, COLUMNS)
    assert [[amount.text for amount in line.amounts] for line in table.lines] == [FIGURES, FIGURES]
    assert (table.open_amounts, table.unread) == ((), ())


def test_without_its_grammar_a_variant_stays_printed_rows() -> None:
    """Before it is registered, and after it is taken out, nobody knows the header of the flowing text."""
    before = _read(FLOWING)
    ft.register(_variant())
    assert heading_kinds("口岸建设") == ("FRONTIER_BUILDING",)
    assert begins_heading("边境口")
    ft.unregister(_variant())
    assert isinstance(before, ft.UnrecognisedTable)
    assert _read(FLOWING) == before
    assert (heading_kinds("口岸建设"), begins_heading("边境口")) == ((), False)


@pytest.mark.parametrize("title", ["支出总表", ""])
def test_a_variant_changes_no_table_that_the_package_reads(title: str) -> None:
    """Where both grammars read every row, that of the package stands, with a title and without."""
    before = ft.loads(f"{title}\n{PLAIN}".replace("→", "\t"))
    ft.register(_variant())
    assert ft.loads(f"{title}\n{PLAIN}".replace("→", "\t")) == before


def test_registering_twice_is_harmless() -> None:
    """An equal grammar is registered once, and taken out once."""
    ft.register(_variant())
    ft.register(_variant())
    assert registry.registered() == (_variant(),)
    ft.unregister(_variant())
    ft.unregister(_variant())
    assert registry.registered() == ()


@pytest.mark.parametrize(("title", "read"), [("边贸资金安排表", True), ("边贸情况表", False)])
def test_a_title_with_all_the_words_leads_to_a_grammar(*, title: str, read: bool) -> None:
    """A kind of table of its own is found by words of its title, all of them."""
    ft.register(ft.FamilyGrammar("other", VARIANT, titles=["边贸 资金"], headings=HEADINGS))
    table = _read(FLOWING, title)
    assert isinstance(table, ft.MoneyTable) is read
    assert table.family is ft.Family.OTHER


def test_titles_keep_a_variant_from_other_titles_of_its_family() -> None:
    """A variant that names its titles is not tried for another title."""
    ft.register(_variant(titles=["边境 支出"]))
    assert isinstance(_read(FLOWING), ft.UnrecognisedTable)
    assert isinstance(_read(FLOWING, "边境地区支出总表"), ft.MoneyTable)


def test_a_further_wording_of_a_known_heading_holds_for_every_family() -> None:
    """The package's own grammar reads a heading in the words of a region."""
    flowing = PLAIN.replace("→", " ").replace("项目支出", "专项类支出")
    assert isinstance(_read(flowing), ft.UnrecognisedTable)
    ft.register(ft.FamilyGrammar(ft.Family.EXPENDITURE, VARIANT, headings=HEADINGS | {"PROJECT": "专项类支出"}))
    assert isinstance(_read(flowing), ft.MoneyTable)


def test_a_performance_form_is_read_by_a_grammar_of_its_family_alone() -> None:
    """A family that the package cannot read can get its grammar from outside; no other family's is tried for it."""
    ft.register(_variant())
    assert isinstance(_read(FLOWING, "项目支出绩效目标表"), ft.UnrecognisedTable)


FAULTS = [
    ("gridded flowing", "does not compile: "),
    ("gridded: NAME\n%declare NAME\n", "does not compile: "),
    ("%import .nowhere (NAME)\n", "does not compile: "),
    ("%import .cells (_figure)\ngridded: _figure\nflowing: _figure\nflowing_header: _figure\n", "by its name"),
    ("%declare A B\ngridded: A\nflowing: A\nflowing_header: B\n", "kind of heading B has no wording"),
]


@pytest.mark.parametrize(("grammar", "message"), FAULTS)
def test_a_file_that_cannot_be_used_is_refused_at_once(tmp_path: Path, grammar: str, message: str) -> None:
    """The error names the file and says what is wrong; nothing is registered."""
    path = tmp_path / "broken.lark"
    path.write_text(grammar, "utf-8")
    with pytest.raises(ValueError, match=message) as raised:
        ft.register(ft.FamilyGrammar(ft.Family.EXPENDITURE, path))
    assert str(path) in str(raised.value)
    assert registry.registered() == ()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (ft.FamilyGrammar(ft.Family.EXPENDITURE, "nowhere.lark"), "no such file"),
        (ft.FamilyGrammar(ft.Family.OTHER, VARIANT, headings=HEADINGS), "needs titles"),
        (_variant(titles=[" "]), "cannot be empty"),
        (ft.FamilyGrammar("revenue", VARIANT, headings=HEADINGS | {"ELSEWHERE": "别处"}), "ELSEWHERE"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_at_once(entry: ft.FamilyGrammar, message: str) -> None:
    """What the entry itself lacks is said as plainly."""
    with pytest.raises(ValueError, match=message):
        ft.register(entry)


def grammars() -> list[ft.FamilyGrammar]:
    """Give what the entry point of an installed package gives."""
    return [_variant()]


class _Point:
    """An entry point of an installed package."""

    def __init__(self, name: str, loaded: object) -> None:
        self.name, self.loaded = name, loaded

    def load(self) -> object:
        """Give the object, or fail as a broken package does."""
        if isinstance(self.loaded, Exception):
            raise self.loaded
        return self.loaded


def _install(monkeypatch: pytest.MonkeyPatch, *points: _Point) -> list[str]:
    """Stand in for installed packages that name these entry points; the groups asked for are kept."""
    asked: list[str] = []

    def entry_points(*, group: str) -> tuple[_Point, ...]:
        asked.append(group)
        return points

    monkeypatch.setattr(metadata, "entry_points", entry_points)
    registry._REGISTRY.asked = False  # noqa: SLF001  as it is before the first reading
    registry._REGISTRY.hold(())  # noqa: SLF001  the same
    return asked


@pytest.mark.parametrize("loaded", [grammars, _variant(), [_variant(), _variant()]])
def test_an_installed_package_is_asked_once(monkeypatch: pytest.MonkeyPatch, loaded: object) -> None:
    """An entry point gives a grammar, several, or a function; it is asked at the first reading."""
    asked = _install(monkeypatch, _Point("linjiang", loaded))
    assert asked == []
    assert isinstance(_read(FLOWING), ft.MoneyTable)
    assert isinstance(_read(FLOWING), ft.MoneyTable)
    assert asked == ["fiscaltables.families"]


@pytest.mark.parametrize("loaded", [ImportError("no module"), 7, ft.FamilyGrammar("revenue", "nowhere.lark")])
def test_a_broken_package_is_left_out_with_a_warning(monkeypatch: pytest.MonkeyPatch, loaded: object) -> None:
    """The warning names the entry point; reading goes on, with the packages behind it."""
    _install(monkeypatch, _Point("broken", loaded), _Point("linjiang", grammars))
    with pytest.warns(RuntimeWarning, match="the entry point broken of fiscaltables.families is left out"):
        table = _read(FLOWING)
    assert isinstance(table, ft.MoneyTable)


def test_importing_asks_no_package() -> None:
    """An import loads neither the grammars nor what looks for entry points."""
    script = (
        "import sys, fiscaltables; print({'lark', 'fiscaltables.recognising.vocabulary'} & {*sys.modules} or 'light')"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "light"
