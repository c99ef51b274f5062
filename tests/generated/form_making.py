"""Invents forms: projects and departments whose money, weights and scores add up.

What is drawn comes from a ``Random``: one with a fixed seed for documents that are the same at every run, one that
hypothesis leads for all others.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from attrs import evolve, frozen

from generated.figures import Organisation
from generated.form_words import (
    CATEGORIES,
    DONE,
    GOAL_OF_A_DEPARTMENT,
    GOODS,
    LEVELS,
    NAMELESS_LEVEL2,
    REASONS,
    TASKS,
    Word,
)
from generated.forms import Form, Indicator, Source, Task

Levels = dict[str, dict[str, tuple[Word, ...]]]
_SIGNS = {">=": "≥", "<=": "≤", "=": "＝"}
_TENTH = Decimal("0.1")
_CENT = Decimal("0.01")


@frozen(kw_only=True)
class Shape:
    """What a template prints of a form.

    ``total_label`` and ``sources`` are the rows of its money; ``broken_down`` says that they have columns for what was
    adjusted and executed. The first ``whole`` sources have all of it, the others nothing, ``zeros`` as a figure;
    ``two_totals`` says that the first is a sum of its own, beside the ``total_label``.
    ``out_of`` is what the weights of the indicators add up to, 0 where none are printed.
    ``signs`` prints ≥ for >=, ``in_one_cell`` operator, value and unit together, ``joined_percent`` 100% in the cell of
    the value. ``qualitative`` is the operator of a text. ``points`` stand in brackets behind the labels of level 1.
    """

    levels: Levels = LEVELS
    whole_department: bool = False
    coded: bool = False
    categorised: bool = False
    department: bool = True
    total_label: str | None = None
    sources: tuple[str, ...] = ()
    whole: int = 1
    two_totals: bool = False
    zeros: bool = False
    broken_down: bool = False
    adjusted: bool = False
    share: bool = False
    tasks: bool = False
    evaluated: bool = False
    flagged: bool = False
    reasoned: bool = True
    completion: bool = False
    deadline: bool = False
    out_of: int = 0
    signs: bool = False
    in_one_cell: bool = False
    bracketed_unit: bool = False
    joined_percent: bool = False
    qualitative: str | None = None
    qualitative_value: str | None = None
    nameless: bool = False
    texts: tuple[tuple[str, str], ...] = ()
    subtotal: bool = False
    points: tuple[tuple[str, int], ...] = ()
    levels_in_one: bool = False


def make_form(shape: Shape, organisation: Organisation, year: int, number: int, random: Random) -> Form:
    """Invent the form of a project, or of the whole department."""
    name, goal = GOODS[number % len(GOODS)]
    cents = random.choice((600, 29_100, 104_852, 8_926_200, random.randrange(1_00, 900_000_00)))
    spent = random.choice((cents, cents, cents * 9185 // 10000))
    tasks = tuple(_tasks(shape, random)) if shape.tasks else ()
    indicators = tuple(_indicators(shape, year, random))
    form = Form(
        name=None if shape.whole_department else name,
        code=f"63020000024T{number + 17:09d}" if shape.coded else None,
        category=random.choice(CATEGORIES) if shape.categorised else None,
        department=organisation.superior if shape.department else None,
        implementer=_implementer(shape, organisation),
        total=_total(shape, cents, spent) if shape.total_label else None,
        sources=tuple(_sources(shape, cents, spent)),
        tasks=tasks,
        goal=GOAL_OF_A_DEPARTMENT if shape.whole_department else goal,
        goal_done=DONE if shape.evaluated else None,
        texts=dict(shape.texts),
        indicators=indicators,
    )
    return _scored(form, shape, Decimal(spent) / cents, random) if shape.evaluated else form


def money(cents: int, *, commas: bool = True) -> str:
    """Print an amount of hundredths.

    >>> money(104_852), money(104_852, commas=False)
    ('1,048.52', '1048.52')
    """
    return f"{Decimal(cents) / 100:,.2f}" if commas else f"{Decimal(cents) / 100:.2f}"


def plain(number: Decimal) -> str:
    """Print a number without zeros at its end.

    >>> plain(Decimal("12.50")), plain(Decimal("100"))
    ('12.5', '100')
    """
    return f"{number.normalize():f}"


def _implementer(shape: Shape, organisation: Organisation) -> str:
    if shape.whole_department:
        return f"{organisation.code}{organisation.name}-210400000"
    return f"{organisation.code}-{organisation.name}" if shape.coded and not shape.department else organisation.name


def _total(shape: Shape, cents: int, spent: int) -> Source:
    return _source(shape, shape.total_label or "", cents, spent, weight="10" if shape.broken_down else None)


def _source(shape: Shape, label: str, cents: int, spent: int, weight: str | None = None) -> Source:
    commas = not shape.broken_down
    if not cents:
        return _nothing(shape, label)
    source = Source(label, money(cents, commas=commas))
    if not shape.broken_down and (not shape.evaluated or label != shape.total_label):
        return source
    executed = money(spent, commas=commas)
    rate = Decimal(spent) / cents
    source = evolve(source, executed=executed, adjusted=money(cents, commas=commas) if shape.adjusted else None)
    if weight is None and shape.broken_down and not shape.share:
        return source
    score = plain(_rounded(rate * 10, _CENT)) if weight else None
    return evolve(source, rate=f"{_rounded(rate * 100, _CENT)}%", weight=weight, score=score)


def _nothing(shape: Shape, label: str) -> Source:
    if not shape.zeros:
        return Source(label)
    source = Source(label, "0.00", adjusted="0.00" if shape.adjusted else None)
    return evolve(source, executed="0.00", rate="0.00%") if shape.broken_down else source


def _sources(shape: Shape, cents: int, spent: int) -> Iterator[Source]:
    for at, label in enumerate(shape.sources):
        yield _source(shape, label, cents if at < shape.whole else 0, spent if at < shape.whole else 0)


def _tasks(shape: Shape, random: Random) -> Iterator[Task]:
    for name in TASKS:
        cents = random.randrange(1_00, 3_000_00)
        if not shape.evaluated:
            yield Task(name, money(cents))
            continue
        spent = random.choice((cents, cents * 9 // 10))
        rate = _rounded(Decimal(spent) / cents, _CENT)
        yield Task(
            name,
            money(cents, commas=False),
            money(spent, commas=False),
            f"{rate * 100:.2f}%",
            "10",
            plain(_rounded(rate * 10, _TENTH)),
        )


def _indicators(shape: Shape, year: int, random: Random) -> Iterator[Indicator]:
    rows = [row for level1 in shape.levels for row in _of_level1(shape, level1, year, random)]
    given = iter(_weights(shape, rows, random))
    for row in rows:
        weighed = evolve(row, weight=plain(next(given))) if row.name and shape.out_of else row
        yield _evaluated(weighed, shape, random) if shape.evaluated and row.name else weighed


def _weights(shape: Shape, rows: list[Indicator], random: Random) -> Iterator[Decimal]:
    named = [row.level1 for row in rows if row.name]
    if not shape.points:
        yield from _parts_of(shape.out_of, len(named), random) if shape.out_of else ()
    for level1, points in shape.points:
        yield from _parts_of(points, sum(name.startswith(level1) for name in named), random)


def _of_level1(shape: Shape, level1: str, year: int, random: Random) -> Iterator[Indicator]:
    printed = f"{level1}（{dict(shape.points)[level1]}分）" if shape.points else level1
    chosen = [
        (level2, random.sample(words, random.randint(1, min(2, len(words)))))
        for level2, words in shape.levels[level1].items()
        if random.random() < 0.8 or level2 == next(iter(shape.levels[level1]))
    ]
    for level2, words in chosen:
        if shape.nameless and level2 in NAMELESS_LEVEL2 and random.random() < 0.5 and len(chosen) > 1:
            yield Indicator(printed, level2, None)
            continue
        for word in words:
            yield _indicator(shape, (printed, None if shape.levels_in_one else level2), word, year, random)


def _indicator(shape: Shape, levels: tuple[str, str | None], word: Word, year: int, random: Random) -> Indicator:
    name, unit, last = word
    deadline = f"{year}-12" if shape.deadline else None
    if unit is None:
        value, operator = shape.qualitative_value or last, None if shape.in_one_cell else shape.qualitative
        return Indicator(*levels, name, operator, value, None, deadline, target=(None, value, None))
    operator = random.choice(last.split())
    number = random.choice(("100", "95", "90")) if unit == "%" else str(random.choice((3, 12, 280, 4800, 43228)))
    target = (operator, number, unit)
    sign = _SIGNS[operator] if shape.signs else operator
    if shape.in_one_cell:
        value = f"{sign}{number}.00({unit})" if shape.bracketed_unit else f"{sign}{number}{unit}"
        return Indicator(*levels, name, None, value, None, deadline, target=target)
    if shape.joined_percent and unit == "%":
        return Indicator(*levels, name, sign, f"{number}%", None, deadline, target=target)
    return Indicator(*levels, name, sign, number, unit, deadline, target=target)


def _evaluated(row: Indicator, shape: Shape, random: Random) -> Indicator:
    number = row.target[1] if row.target and row.target[2] else None
    done = Decimal(1) if number is None else random.choice((Decimal(1), Decimal(1), Decimal("0.46"), Decimal("0.92")))
    weight = Decimal(row.weight or 0)
    score = _rounded(weight * done, _CENT) if done != 1 else weight
    actual = "达成预期指标" if number is None else plain(Decimal(number) * done)
    row = evolve(row, actual=actual, score=plain(score))
    if shape.completion:
        row = evolve(row, completion=f"{_rounded(done * 100, _TENTH)}%" if done != 1 else "100%")
    if done == 1:
        return row
    reason, improvement = random.choice(REASONS)
    flag = reason.split(":")[0]
    if shape.flagged:
        return evolve(row, reason=reason, improvement=improvement, flags=(flag,))
    return evolve(row, reason=reason) if shape.reasoned else row


def _scored(form: Form, shape: Shape, rate: Decimal, random: Random) -> Form:
    points = sum((Decimal(row.score or 0) for row in form.indicators), Decimal(0))
    if shape.tasks:
        points += sum((Decimal(task.score or 0) for task in form.tasks), Decimal(0))
        return evolve(form, total_score=f"{points:.2f}")
    executed = _rounded(rate * 10, _CENT)
    deduction = random.choice((Decimal(0), Decimal(0), Decimal("2.5"))) if shape.subtotal else Decimal(0)
    form = evolve(form, total_score=plain(points + executed - deduction), execution_score=plain(executed))
    if not shape.subtotal:
        return form
    return evolve(form, subtotal=plain(points), deduction=plain(deduction))


def _parts_of(whole: int, count: int, random: Random) -> list[Decimal]:
    """Cut a whole into so many parts, tenths or round ones, that add up to it."""
    size = _rounded(Decimal(whole) / count, _TENTH)
    parts = [size] * (count - 1)
    if count > 2 and random.random() < 0.5 and size > 1:
        parts[0] += 1
        parts[1] -= 1
    return [*parts, whole - sum(parts, Decimal(0))]


def _rounded(number: Decimal, step: Decimal) -> Decimal:
    return number.quantize(step, ROUND_HALF_UP)
