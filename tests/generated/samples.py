"""Fixed figures of invented departments, for documents that are the same at every run."""

from generated.figures import (
    GENERAL,
    GOVERNMENT_FUND,
    PERSONNEL,
    PROJECT,
    RESERVE,
    RUNNING,
    SPECIAL_ACCOUNT,
    STATE_CAPITAL,
    Figures,
    Organisation,
    Spending,
)

DEPARTMENT = Organisation("云溪市档案局", "云溪市人民政府", "548003", "云溪市")
SERVICE_UNIT = Organisation("青禾县图书馆", "青禾县文化和旅游局", "068005", "青禾县")
UNIVERSITY = Organisation("白桦大学", "教育部", "221007", "白桦市")

_PERSONNEL = (
    ("2012604", "30101", 4_120_37),
    ("2012604", "30102", 9_877_05),
    ("2012604", "30107", 1_016_80),
    ("2080502", "30302", 846_50),
    ("2080505", "30108", 1_607_51),
    ("2080506", "30109", 803_76),
    ("2101102", "30110", 609_93),
    ("2210201", "30113", 1_871_90),
    ("2210203", "30102", 2_585_04),
)
_RUNNING = (
    ("2012604", "30201", 212_13),
    ("2012604", "30211", 84_92),
    ("2012604", "30217", 9_50),
    ("2012604", "30231", 32_20),
    ("2012604", "30239", 484_90),
    ("2012604", "31002", 135_82),
    ("2050803", "30216", 40_50),
)
_PROJECTS = (
    ("2012699", "30227", 4_495_20, GENERAL, 0),
    ("2012699", "30212", 288_70, GENERAL, 5),
    ("2012699", "31013", 180_00, GENERAL, 4),
    ("2070104", "31007", 1_352_55, GENERAL, 3),
    ("2120399", "30213", 777_00, GENERAL, 1),
    ("2012699", "30215", 96_40, GENERAL, 6),
    ("2012699", "30299", 62_00, "其他收入", 6),
)
_FUNDS = (
    ("2296002", "30299", 500_00, GOVERNMENT_FUND, 9),
    ("2230105", "30305", 75_25, STATE_CAPITAL, 9),
)
_PREVIOUS = (("30212", 300_00), ("30217", 12_00), ("30231", 35_40), ("31013", 200_00))


def sample(
    organisation: Organisation, year: int, *, funds: bool = False, carried_over: bool = False, reserve: bool = False
) -> Figures:
    """Give figures of a department.

    ``funds`` adds projects of the two fund budgets, ``carried_over`` a project of last year's money and a rest that is
    not spent, ``reserve`` a sum that is held back.
    """
    projects = (*_PROJECTS, *(_FUNDS if funds else ()))
    spendings = [Spending(function, item, PERSONNEL, cents) for function, item, cents in _PERSONNEL]
    spendings += [Spending(function, item, RUNNING, cents) for function, item, cents in _RUNNING]
    spendings += [
        Spending(function, item, PROJECT, cents, fund, project=project)
        for function, item, cents, fund, project in projects
    ]
    if carried_over:
        spendings.append(Spending("2012699", "30226", PROJECT, 216_30, carried_over=True, project=7))
    if reserve:
        spendings.append(Spending("2012604", "30299", RESERVE, 1_886_02))
    previous = tuple(Spending("2012604", item, RUNNING, cents) for item, cents in _PREVIOUS)
    return Figures(organisation, year, tuple(spendings), previous, unspent=553_40 if carried_over else 0)


def university(year: int) -> Figures:
    """Give figures of a university: with fees for education, own revenue, and money of last year of both kinds."""
    spendings = (
        Spending("2050205", "30101", PERSONNEL, 61_204_18),
        Spending("2050205", "30107", PERSONNEL, 40_870_55, SPECIAL_ACCOUNT),
        Spending("2050205", "30206", RUNNING, 9_116_02, "事业收入"),
        Spending("2050205", "30226", RUNNING, 4_020_60, "其他收入"),
        Spending("2050205", "31007", PROJECT, 12_500_00, project=3),
        Spending("2050205", "30213", PROJECT, 3_300_00, carried_over=True, project=1),
        Spending("2050205", "30227", PROJECT, 2_140_75, "事业收入", carried_over=True, project=0),
        Spending("2080505", "30108", PERSONNEL, 7_905_33),
        Spending("2101102", "30110", PERSONNEL, 2_660_00, "事业收入"),
        Spending("2210201", "30113", PERSONNEL, 6_480_90),
        Spending("2210203", "30102", PERSONNEL, 1_204_10),
    )
    return Figures(UNIVERSITY, year, spendings, unspent=1_150_00)
