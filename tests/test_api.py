"""Loading: paths, bytes, open files and text; what is raised and what is not."""

import io
from pathlib import Path

import pytest

import fiscaltables as ft

TEXT = """云溪市档案服务中心2025年部门预算

收支预算总表

表1

单位名称：云溪市档案服务中心 单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t12.50\t一、文化旅游体育与传媒支出\t12.50
收入总计\t12.50\t支出总计\t12.50
"""
BROKEN = TEXT.replace("一、文化旅游体育与传媒支出\t12.50", "12.50\t一、文化旅游体育与传媒支出")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file that holds the text."""
    file = tmp_path / "预算.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_a_path_bytes_an_open_file_and_text_give_the_same_tables(path: Path) -> None:
    """However the text comes, the same tables are read."""
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        read = [ft.load(path), ft.load(str(path)), ft.load(path.read_bytes()), ft.load(binary), ft.load(text)]
    assert all(disclosure.tables == ft.loads(TEXT).tables for disclosure in read)
    assert [disclosure.source.name for disclosure in read] == ["预算.txt", "预算.txt", None, "预算.txt", "预算.txt"]


def test_the_source_says_encoding_and_digest(path: Path) -> None:
    """The encoding that was recognised and a digest of the bytes are kept."""
    path.write_bytes(TEXT.encode("gb18030"))
    source = ft.load(path).source
    assert (source.encoding, len(source.sha256)) == ("gb18030", 64)


def test_text_given_as_text_has_no_encoding() -> None:
    """A str was decoded by somebody else."""
    assert ft.loads(TEXT).source.encoding is None


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """The operating system's own error says that the file is missing."""
    with pytest.raises(FileNotFoundError):
        ft.load(tmp_path / "nothing.txt")


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    """A folder is no disclosure."""
    with pytest.raises(ft.ReadError, match="is a folder"):
        ft.load(tmp_path)


def test_a_pdf_is_refused_as_unsupported() -> None:
    """A PDF is told by its bytes."""
    with pytest.raises(ft.UnsupportedFormat, match="PDF"):
        ft.load(io.BytesIO(b"%PDF-1.7 ..."))


def test_bytes_are_not_text_for_loads() -> None:
    """Loads() points to load()."""
    with pytest.raises(TypeError, match=r"use load\(\)"):
        ft.loads(TEXT.encode())  # type: ignore[arg-type]


def test_content_never_raises_and_strict_raises_the_first_error() -> None:
    """The same error is a Problem without strict and an exception with it."""
    problem = ft.loads(BROKEN).errors[0]
    with pytest.raises(ft.ContentProblem) as caught:
        ft.loads(BROKEN, name="预算.txt", strict=True)
    assert caught.value.problem == problem
    assert str(caught.value).startswith(f"预算.txt:{problem.span}")


def test_strict_is_quiet_where_nothing_is_wrong() -> None:
    """A document without errors is read."""
    assert ft.loads(TEXT, strict=True).find("balance")


def test_empty_text_is_an_empty_disclosure() -> None:
    """Nothing printed, nothing read, and an error says so."""
    disclosure = ft.loads("")
    assert (disclosure.tables, disclosure.sections, disclosure.entity) == ((), (), None)
    assert [str(problem).partition(":")[0] for problem in disclosure.errors] == ["?"]
    assert [problem.code for problem in disclosure.problems] == ["empty-document"]
