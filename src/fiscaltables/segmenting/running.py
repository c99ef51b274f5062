"""What repeats on every page and belongs to no table: page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from fiscaltables.model.tables import Layout
from fiscaltables.reading.pages import Page, Row
from fiscaltables.segmenting.captions import caption_of, is_part_heading, squeeze

_MARKED = re.compile(
    r"[-—－–~·]\s*\d{1,4}\s*[-—－–~·]|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_DISCLOSURE = re.compile("部门|单位|公开|年度")
_BARE = re.compile(r"\d{1,2}")
_HEAD = re.compile(r"[^。；;，：:]{0,36}(?:19|20)\d\d年度?[^。；;，：:]{0,30}(?:预算|决算)(?:公开)?(?:报告|说明|情况)?")
_FEWEST_HEADS = 3
_FEWEST_LINES = 12


def without_running_lines(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Give the pages of a document without page numbers and running heads.

    A bare number is a page's where it counts with the pages, or, where pages are not marked, where such numbers follow
    one another through the document, a page of lines apart; a line alone is no ground to drop a figure.
    """
    numbers = _page_numbers(pages)
    heads = _heads(pages)
    return tuple(
        evolve(
            page,
            rows=tuple(
                row
                for row in page.rows
                if not _MARKED.fullmatch(row.text) and id(row) not in numbers and squeeze(row.text) not in heads
            ),
        )
        for page in pages
    )


def _page_numbers(pages: tuple[Page, ...]) -> frozenset[int]:
    if len(pages) > 1:
        return frozenset(_counting_with_pages(pages))
    lone = [(at, row) for page in pages for at, row in enumerate(page.rows) if _is_lone(row)]
    follow = all(
        int(after.text) == int(before.text) + 1 and far - near >= _FEWEST_LINES
        for (near, before), (far, after) in pairwise(lone)
    )
    return frozenset(id(row) for _, row in lone) if len(lone) > 1 and follow else frozenset()


def _counting_with_pages(pages: tuple[Page, ...]) -> Iterator[int]:
    edges = [
        (page.number or 0, row)
        for page in pages
        if page.rows
        for row in {id(row): row for row in (page.rows[0], page.rows[-1])}.values()
        if _is_lone(row)
    ]
    shifts = Counter(int(row.text) - number for number, row in edges).most_common(1)
    if shifts and (shifts[0][1] > 1 or shifts[0][0] == 0):
        yield from (id(row) for number, row in edges if int(row.text) - number == shifts[0][0])


def _is_lone(row: Row) -> bool:
    return row.layout is Layout.FLOWING and bool(_BARE.fullmatch(row.text))


def _heads(pages: tuple[Page, ...]) -> frozenset[str]:
    """Give the texts that name the disclosure and stand on several pages."""
    texts = Counter(squeeze(row.text) for page in pages for row in page.rows if _may_be_head(row))
    return frozenset(text for text, times in texts.items() if times >= _FEWEST_HEADS)


def _may_be_head(row: Row) -> bool:
    named = row.layout is Layout.FLOWING and bool(_HEAD.fullmatch(squeeze(row.text)))
    return named and bool(_DISCLOSURE.search(row.text)) and caption_of(row) is None and not is_part_heading(row.text)
