"""The packages: what is in them, and that each works in an empty environment."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GRAMMARS = {path.name for path in (ROOT / "grammars").glob("*.lark")}
SCHEMA = "exporting/fiscaltables-1.schema.json"

LOADING = """
import json, sys, fiscaltables
from fiscaltables.exporting.schema import json_schema
disclosure = fiscaltables.load(sys.argv[1])
amounts = [len(table.amounts) for table in disclosure.tables]
print(json.dumps({"file": fiscaltables.__file__, "amounts": amounts, "schema": json_schema()["title"]}))
"""


def output_of(*command: str | Path) -> str:
    """Run a command and give what it prints; what it complains of is shown where it fails."""
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from it the wheel."""
    folder = tmp_path_factory.mktemp("archives")
    output_of(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module", params=["*.whl", "*.tar.gz"])
def programs(request: pytest.FixtureRequest, archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install an archive into an empty virtual environment, and give the folder of its programs."""
    environment = tmp_path_factory.mktemp("environment")
    output_of(sys.executable, "-m", "venv", environment)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    output_of(programs / "python", "-m", "pip", "install", only(archives, request.param))
    return programs


@pytest.fixture(scope="module")
def example() -> Path:
    """Give the first of the example documents."""
    return min((ROOT / "docs" / "examples").glob("*.txt"))


def only(folder: Path, pattern: str) -> Path:
    """Give the one file of a folder that fits a pattern."""
    (path,) = folder.glob(pattern)
    return path


def test_the_wheel_holds_what_the_library_reads_at_run_time(archives: Path) -> None:
    """Every grammar, the mark that the package is typed, the schema and the licence are in it."""
    with zipfile.ZipFile(only(archives, "*.whl")) as wheel:
        names = set(wheel.namelist())
    wanted = {f"grammars/{name}" for name in GRAMMARS} | {"py.typed", SCHEMA}
    assert GRAMMARS
    assert {f"fiscaltables/{name}" for name in wanted} <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_beside_the_package(archives: Path) -> None:
    """No tests and no folder named grammars are installed next to other people's packages."""
    with zipfile.ZipFile(only(archives, "*.whl")) as wheel:
        folders = {name.split("/")[0] for name in wheel.namelist()}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == {"fiscaltables"}


def test_the_sdist_holds_what_building_and_testing_need(archives: Path) -> None:
    """Sources, grammars, tests, examples and the papers are in it."""
    with tarfile.open(only(archives, "*.tar.gz")) as sdist:
        names = {name.split("/", 1)[-1] for name in sdist.getnames()}
    wanted = {f"grammars/{name}" for name in GRAMMARS} | {"src/fiscaltables/py.typed", f"src/fiscaltables/{SCHEMA}"}
    papers = {"README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}
    assert wanted | papers | {"tests/test_packaging.py"} <= names
    assert any(name.startswith("docs/examples/") for name in names)


def test_an_installed_package_reads_the_example(programs: Path, example: Path) -> None:
    """The wheel and the sdist read a document with nothing installed but their own dependencies."""
    shown = json.loads(output_of(programs / "python", "-I", "-c", LOADING, example))
    assert Path(shown["file"]).is_relative_to(programs.parent)
    assert any(shown["amounts"])
    assert shown["schema"] == "fiscaltables/1"


def test_an_installed_package_has_its_command(programs: Path) -> None:
    """The program fiscaltables stands beside python."""
    assert output_of(programs / "fiscaltables", "--help").startswith("usage: fiscaltables")


def test_importing_loads_nothing_that_only_reading_or_exporting_needs() -> None:
    """Lark, chardet and pandas are loaded when they are first needed, so that an import is cheap."""
    script = "import sys, fiscaltables; print(sorted({'lark', 'chardet', 'pandas'} & set(sys.modules)))"
    assert output_of(sys.executable, "-c", script).strip() == "[]"


def test_reading_does_not_load_what_only_a_data_frame_needs(example: Path) -> None:
    """A document is read and shown without pandas."""
    script = """
import sys, fiscaltables
disclosure = fiscaltables.load(sys.argv[1])
shown = [disclosure._repr_html_(), repr(disclosure), *(table._repr_html_() for table in disclosure.tables)]
print("pandas" in sys.modules, all(shown))
"""
    assert output_of(sys.executable, "-c", script, example).split() == ["False", "True"]
