"""The wordings that the regions print, by kind; the kind of a heading is also its terminal in the grammars.

Written as ``vocabulary.normal`` gives them: no blanks, one form of bracket and quote, 〈年〉 for any year. Sources:
    the
templates of 部门预算 and 部门决算 that docs/families.md lists.
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    for entry in text.strip().replace("\n    ", " ").splitlines():
        kind, *labels = entry.split()
        kinds[kind] = tuple(labels)
    return kinds


HEADINGS = _table("""
CODE_HEADING 科目编码 科目代码 编码 科目编号 功能分类科目编码 功能科目编码 支出功能分类科目编码 经济分类科目编码
    支出经济分类科目编码 经济科目编码 部门预算支出经济分类科目编码 功能科目代码 经济科目代码 功能编码
    支出经济分类编码 经济分类编码 部门预算经济分类科目编码 部门经济分类科目编码 政府经济分类科目编码
    政府预算支出经济分类科目编码
NAME_HEADING 科目名称 名称 功能分类科目名称 功能科目名称 支出功能分类科目名称 经济分类科目名称 支出经济分类科目名称
    经济科目名称 部门经济分类科目名称 部门预算经济分类科目名称
    政府经济分类科目名称
CODE_PART 类 款 项
SERIAL 序号 编号
UNIT_NAME 单位名称 预算单位 部门名称 部门(单位)名称 单位 预算单位名称
PROJECT_NAME 项目名称 购买服务项目名称 采购项目名称 项目(政策)名称 专项名称
CONTENT 项目内容 采购内容 服务内容 主要内容 采购物品名称
CLASS 支出功能分类(类级) 支出功能分类 功能分类 政府经济分类 部门经济分类 采购品目 采购品目大类
DIRECTORY 购买服务指导目录对应项目(三级目录代码及名称) 购买服务指导目录对应项目
ITEM 项目 项目(按功能分类) 项目(按支出功能分类) 支出项目 项目(按支出性质和经济分类)
LINE_NUMBER 行次
LANE 栏次
GRAND_TOTAL 总计
TOTAL_HEADING 合计
SUBTOTAL_HEADING 小计
CURRENT_YEAR 本年收入
CARRY_OVER 上年结转结余 上年结转 上年结转和结余 上年结转(结余)
OPENING_BALANCE 年初结转和结余 年初结转结余
CLOSING_BALANCE 年末结转和结余 年末结转结余
GENERAL_PUBLIC 一般公共预算 一般公共预算拨款收入 一般公共预算财政拨款 一般公共预算拨款 一般公共预算资金
    一般公共预算财政拨款收入
GOVERNMENT_FUND 政府性基金预算 政府性基金预算拨款收入 政府性基金预算财政拨款 政府性基金预算拨款 政府性基金
    政府性基金预算资金 政府性基金预算财政拨款收入
STATE_CAPITAL 国有资本经营预算 国有资本经营预算拨款收入 国有资本经营预算财政拨款 国有资本经营预算拨款
    国有资本经营预算资金 国有资本经营预算财政拨款收入
SPECIAL_ACCOUNT 财政专户管理资金 财政专户管理资金收入
UNIT_FUNDS 单位资金 单位资金收入
SERVICE_REVENUE 事业收入
OPERATING_REVENUE 事业单位经营收入 经营收入
HIGHER_SUBSIDY 上级补助收入
SUBORDINATE_REMITTANCE 附属单位上缴收入
OTHER_REVENUE 其他收入
EDUCATION_FEES 教育收费
USED_BALANCE 使用非财政拨款结余 使用非财政拨款结余(含专用结余) 用事业基金弥补收支差额
REVENUE_BUDGET 收入预算
REVENUE_TOTAL 本年收入合计
EXPENDITURE_TOTAL 本年支出合计
APPROPRIATION 财政拨款收入
BASIC 基本支出
PERSONNEL 人员经费
RUNNING_COSTS 公用经费
PROJECT 项目支出
OPERATING_EXPENDITURE 经营支出 事业单位经营支出
HIGHER_REMITTANCE 上缴上级支出
RESERVE 单位预留机动经费
CARRIED_FORWARD 结转下年资金 结转下年
CAPITAL_CONSTRUCTION 基本建设资金支出
SUBORDINATE_SUBSIDY 对附属单位补助支出 对下级单位补助支出
CURRENT_EXPENDITURE 本年支出 本年一般公共预算支出 本年政府性基金预算支出 本年国有资本经营预算支出
    国有资本经营预算支出 政府性基金预算支出 一般公共预算支出 本年一般公共预算基本支出 〈年〉基本支出
    一般公共预算基本支出 本年基本支出 〈年〉一般公共预算支出 〈年〉一般公共预算基本支出 本年财政拨款支出 支出预算
    财政拨款支出
    国有资本经营财政拨款预算支出 本年预算支出
CLASSIFICATION 部门预算支出经济分类科目 支出功能分类科目 功能分类科目 支出经济分类科目 经济分类科目
    政府预算支出经济分类科目 科目
FIGURE 预算数 决算数 金额 年初预算数 全年预算数 调整预算数 执行数 年初预算 预算金额 支出数
YEAR_FIGURE 〈年〉预算数 上年预算数 本年预算数 〈年〉决算数 上年决算数 本年决算数 〈年〉预算
    〈年〉预算安排数 〈年〉年初预算数
YEAR_OUTTURN 〈年〉执行数 上年执行数 本年执行数
THREE_PUBLIC "三公"经费 一般公共预算财政拨款安排的"三公"经费 财政拨款"三公"经费 "三公"经费预算数
    一般公共预算"三公"经费 "三公"经费支出 三公经费
    〈年〉"三公"经费预算数 "三公"经费决算数
THREE_PUBLIC_TOTAL "三公"经费合计 三公经费合计 "三公"经费小计
ABROAD 因公出国(境)费 因公出国(境)费用 因公出国(境)经费 因公出国费 因公出国(境)支出
VEHICLES 公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置和运行费 公务用车购置及运行经费
    公务用车购置及运行费用 公务用车购置和运行维护费 公车购置及运行费
VEHICLE_PURCHASE 公务用车购置费 购置费 公务用车购置 公车购置费 公务用车购置费用
VEHICLE_RUNNING 公务用车运行费 公务用车运行维护费 运行费 运行维护费 公车运行费 公车运行维护费 公务用车运行费用
HOSPITALITY 公务接待费 公务接待费用 公务接待经费
AGENCY_COSTS 机关运行经费 机关运行经费预算数 〈年〉机关运行经费预算数 机关运行经费支出 机关运行经费决算数
MEETINGS 会议费
TRAINING 培训费
ALLOCATED 已分配数
UNALLOCATED 未分配数
COMPARISON 比上年执行数 〈年〉预算数比〈年〉执行数 本年预算数比上年执行数 比上年
CHANGE 增减额
CHANGE_RATE 增减% 增减(%) 增减幅度 增长%
ECONOMIC_CATEGORY 工资福利支出 商品和服务支出 对个人和家庭的补助 债务利息及费用支出 资本性支出(基本建设)
    资本性支出 对企业补助(基本建设) 对企业补助 对社会保障基金补助 其他支出
REMARK 备注
ECONOMIC_ITEM 经济科目
METHOD 采购组织形式
REVENUE_SIDE 收入
EXPENDITURE_SIDE 支出
FUNCTION_BLOCK 功能分类
PURPOSE_BLOCK 支出用途
""")
"""Headings of tables of amounts."""

SECTIONS = _table("""
ECONOMIC_SECTION 基本工资 津贴补贴 奖金 其他社会保障缴费 伙食补助费 绩效工资 机关事业单位基本养老保险缴费 职业年金缴费
    职工基本医疗保险缴费 公务员医疗补助缴费 住房公积金 医疗费 其他工资福利支出 办公费 印刷费 咨询费 手续费 水费 电费
    邮电费 取暖费 物业管理费 差旅费 因公出国(境)费用 维修(护)费 租赁费 会议费 培训费 公务接待费 专用材料费 被装购置费
    专用燃料费 劳务费 委托业务费 工会经费 福利费 公务用车运行维护费 其他交通费用 税金及附加费用 其他商品和服务支出
    离休费 退休费 退职(役)费 抚恤金 生活补助 救济费 医疗费补助 助学金 奖励金 生产补贴 个人农业生产补贴 代缴社会保险费
    提租补贴 购房补贴 其他对个人和家庭的补助支出 其他对个人和家庭的补助 国内债务付息 国外债务付息 国内债务发行费用
    国外债务发行费用 房屋建筑物购建 办公设备购置 专用设备购置 基础设施建设 大型修缮 信息网络及软件购置更新 物资储备
    公务用车购置 其他交通工具购置 文物和陈列品购置 无形资产购置 其他基本建设支出 土地补偿 安置补助
    地上附着物和青苗补偿 拆迁补偿 其他资本性支出 资本金注入 其他对企业补助 政府投资基金股权投资 费用补贴 利息补贴
    其他资本性补助 对社会保险基金补助 补充全国社会保障基金 对机关事业单位职业年金的补助 赠与 国家赔偿费用支出
    对民间非营利组织和群众性自治组织补贴 经常性赠与 资本性赠与 其他支出
""")
"""Headings that stand under those of ECONOMIC_CATEGORY alone, for elsewhere they are names of rows: the 款 of
部门预算支出经济分类 since 2018, with their names of 2017."""

LABELS = _table("""
TOTAL 合计 总计 小计 合计-
REVENUE 收入总计 收入合计 本年收入合计 本年收入 上年结转结余 上年结转 上年结转和结余 年初结转和结余
    年初财政拨款结转和结余 使用非财政拨款结余 使用非财政拨款结余(含专用结余) 用事业基金弥补收支差额
    上年结转(结余) 当年收入小计 上年结转资金 动用上年结转 上年财政拨款结转
EXPENDITURE 支出总计 支出合计 本年支出合计 本年支出 年终结转结余 年末结转和结余 年末结转结余 结转下年
    年末财政拨款结转和结余 结余分配 结转下年资金 当年支出小计 年终结转和结余 预备费 单位预留机动经费
    抗疫特别国债安排的支出
PURPOSE 基本支出 项目支出 单位预留机动经费 经营支出 事业单位经营支出 上缴上级支出 对附属单位补助支出
ONE_SIDED 一般公共预算资金 公共财政拨款(补助)资金 专项收入 政府性基金 财政专户管理资金 专户管理教育收费 其他非税收入
    其他资金 债务资金(银行贷款) 债务资金 动用上年结转和结余资金 上年结转和结余资金 收入总计 收入合计 事业收入 经营收入
    其他收入 事业单位经营收入 上级补助收入 附属单位上缴收入 财政拨款 一般公共预算 国有资本经营预算
""")
"""Labels of rows: of totals; of either side of a two-sided table, where they do not end in 收入 or 支出; of the block
支出用途; of a list of sources without codes."""

COUNTERPARTS = _table("""
当年收入小计 当年支出小计
本年收入合计 本年支出合计
本年收入 本年支出
上年结转资金 结转下年资金
上年结转 结转下年
收入合计 支出合计
收入总计 支出总计
""")
"""Totals of 收入 and those that stand beside them under 支出."""
