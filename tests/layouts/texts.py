"""Official-style texts whose paragraphs are known: put together from phrases written for this purpose, by seed.

The same seed gives the same text, another seed other paragraphs of other lengths: unseen documents at will.
"""

from __future__ import annotations

import random
from typing import NamedTuple

_SUBJECTS = (
    "各县（市、区）人民政府",
    "市直有关部门",
    "市发展改革委",
    "各级行政机关",
    "街道办事处和乡镇",
    "有关企业和单位",
    "市大数据中心",
    "教育、卫生健康和民政部门",
    "从事生产经营活动的单位和个人",
    "市场监督管理部门",
    "全市广大干部群众",
    "各级财政部门",
    "项目法人",
    "居民委员会和村民委员会",
    "设区的市",
    "行业协会、商会",
)
_VERBS = (
    "要按照统一部署",
    "应当依法履行职责",
    "不断完善工作机制",
    "认真落实“放管服”改革要求",
    "坚持问题导向和目标导向相统一",
    "进一步压实责任",
    "持续加大投入力度",
    "着力补齐短板弱项",
    "积极推广运用5G、IPv6和人工智能等新技术",
    "稳步扩大开放",
    "加快推进新型城镇化建设",
    "统筹发展和安全",
    "在职责范围内做好监督管理工作",
    "广泛听取社会各界意见",
    "切实保障和改善民生",
    "主动公开有关信息",
)
_RESULTS = (
    "形成上下联动、齐抓共管的工作格局",
    "确保各项任务按期完成",
    "为经济社会发展提供有力支撑",
    "推动公共服务提质增效",
    "完成投资128.6亿元，同比增长7.2%",
    "新增就业3.2万人",
    "惠及群众超过56万人次",
    "建成标准化站点1024个",
    "单位能耗下降3.5%左右",
    "办理时限由20个工作日压缩至5个工作日以内",
    "累计受理事项98765件，按时办结率达99.8%",
    "接入PM2.5监测终端210套",
    "实现市、县、乡三级全覆盖",
    "取得了明显成效",
    "让数据多跑路、群众少跑腿",
    "全面提升GDP核算和统计监测能力",
)
_TAILS = (
    "，并于每季度末报告进展情况",
    "，重大事项及时请示报告",
    "；涉及国家秘密的，依照有关法律、行政法规的规定执行",
    "，逾期不改正的，予以通报",
    "",
    "，有条件的地方可以先行先试",
    "，不得增加群众和企业负担",
    "",
    "（具体办法由市人民政府另行制定）",
    "，争取到2027年底前基本建成",
)
_HEADS = (
    "总体要求",
    "主要目标",
    "重点任务",
    "加强基础设施建设",
    "优化营商环境",
    "完善公共服务体系",
    "健全监督检查机制",
    "强化组织保障",
    "推进数字化改革",
    "保障粮食和能源安全",
    "深化国有企业改革",
    "提升基层治理能力",
    "扩大有效投资",
    "促进就业创业",
)
_TOPICS = (
    "智慧城市建设",
    "公共数据管理",
    "节约用水",
    "养老服务",
    "绿色建筑发展",
    "物业管理",
    "科技创新",
    "农产品质量安全",
)
_UNITS = ("东江市", "临河县", "云岭州", "清水区", "海州市")
_NUMBERS = "一二三四五六七八九十"


class Piece(NamedTuple):
    """One paragraph, heading or table. Kinds: title, head (level 1), subhead (level 2), body, item, footnote, caption,
    signature, date, table (its text in `rows`). `note` is a footnote that the paragraph refers to."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


def report(seed: int, *, parts: int = 6, tables: bool = False, notes: bool = False) -> list[Piece]:
    """A notice or report: title, recipients, numbered parts with run-in heads and items, signature and date."""
    pick = random.Random(seed)
    unit, topic = pick.choice(_UNITS), pick.choice(_TOPICS)
    pieces = [Piece("title", f"{unit}关于加强{topic}工作的实施意见"), Piece("plain", "各有关单位：")]
    pieces.append(Piece("body", _sentences(pick, 3, 5)))
    for number in range(parts):
        pieces.append(Piece("head", f"{numeral(number + 1)}、{pick.choice(_HEADS)}"))
        pieces += _part(pick, number, tables=tables, notes=notes)
    pieces += [
        Piece("signature", f"{unit}人民政府"),
        Piece("date", f"{pick.randint(2009, 2026)}年{pick.randint(1, 12)}月{pick.randint(1, 28)}日"),
    ]
    return pieces


def regulation(seed: int, *, chapters: int = 4) -> list[Piece]:
    """A regulation: chapters, articles that are paragraphs, and their numbered items."""
    pick = random.Random(seed)
    pieces = [Piece("title", f"{pick.choice(_UNITS)}{pick.choice(_TOPICS)}条例")]
    article = 0
    for chapter in range(chapters):
        pieces.append(Piece("head", f"第{numeral(chapter + 1)}章 {pick.choice(_HEADS)}"))
        for _ in range(pick.randint(4, 7)):
            article += 1
            pieces.append(Piece("body", f"第{numeral(article)}条 {_sentences(pick, 1, 3)}"))
            if pick.random() < 0.35:
                pieces[-1] = Piece(
                    "body", f"第{numeral(article)}条 {pick.choice(_SUBJECTS)}有下列情形之一的，由主管部门责令改正："
                )
                pieces += [
                    Piece(
                        "item",
                        f"（{numeral(at + 1)}）{pick.choice(_VERBS)}，{pick.choice(_RESULTS)}" + "；；；。"[at],
                    )
                    for at in range(4)
                ]
            elif pick.random() < 0.3:
                pieces.append(Piece("body", _sentences(pick, 1, 2)))
    return pieces


def law(seed: int, *, chapters: int = 4) -> list[Piece]:
    """A regulation as circulated: with the note of its adoption in brackets, centred, and a table of contents."""
    title, *rest = regulation(seed, chapters=chapters)
    pick = random.Random(seed)
    year = pick.randint(1990, 2024)
    body = f"{pick.choice(_UNITS)}人民代表大会常务委员会"
    days = [f"{year + more}年{pick.randint(1, 12)}月{pick.randint(1, 28)}日" for more in (0, 1)]
    meetings = [f"第{numeral(pick.randint(2, 60))}次会议" for _ in days]
    adopted = f"（{days[0]}{body}{meetings[0]}通过"
    amended = f" 根据{days[1]}{body}{meetings[1]}《关于修改部分地方性法规的决定》修正）"
    contents = [Piece("contents", piece.text) for piece in rest if piece.kind == "head"]
    return [title, Piece("bracket", adopted + amended), Piece("bracket", "目 录"), *contents, *rest]


def numeral(number: int) -> str:
    """A Chinese numeral of 1 to 99."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_NUMBERS[tens - 1]}十"
    return head + (_NUMBERS[ones - 1] if ones else "")


def _part(pick: random.Random, number: int, *, tables: bool, notes: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for at in range(pick.randint(2, 4)):
        style = pick.random()
        if style < 0.3:
            pieces.append(Piece("subhead", f"（{numeral(at + 1)}）{pick.choice(_HEADS)}"))
            pieces.append(Piece("body", _sentences(pick, 2, 5)))
        elif style < 0.6:
            pieces.append(Piece("body", f"（{numeral(at + 1)}）{pick.choice(_HEADS)}。{_sentences(pick, 1, 4)}"))
        elif style < 0.75:
            pieces.append(Piece("body", f"{pick.choice(_SUBJECTS)}重点抓好以下工作："))
            pieces += [Piece("item", f"{item + 1}.{_sentences(pick, 1, 2)}") for item in range(3)]
        else:
            pieces.append(Piece("body", _sentences(pick, 1, 6)))
        if notes and pick.random() < 0.4:
            pieces[-1] = pieces[-1]._replace(
                note=f"数据来源于{pick.choice(_UNITS)}统计局年度公报，{pick.choice(_RESULTS)}。"
            )
    if tables and number % 2 == 0:
        pieces.insert(pick.randint(1, len(pieces)), _table(pick))
        at = next(index for index, piece in enumerate(pieces) if piece.kind == "table")
        pieces.insert(at, Piece("caption", f"表{number // 2 + 1} {pick.choice(_TOPICS)}主要指标"))
    return pieces


def _table(pick: random.Random) -> Piece:
    rows: list[tuple[str, ...]] = [("指标", "单位", "2024年", "2025年", "增长（%）")]
    rows += [
        (
            f"{pick.choice(_TOPICS)}投入",
            pick.choice(("万元", "个", "人次")),
            f"{pick.randint(10, 9999)}",
            f"{pick.randint(10, 9999)}",
            f"{pick.uniform(-5, 20):.1f}",
        )
        for _ in range(pick.randint(4, 8))
    ]
    return Piece("table", rows=tuple(rows))


def _sentences(pick: random.Random, least: int, most: int) -> str:
    return "".join(_sentence(pick) for _ in range(pick.randint(least, most)))


def _sentence(pick: random.Random) -> str:
    verbs = pick.sample(_VERBS, pick.randint(1, 3))
    return f"{pick.choice(_SUBJECTS)}{'，'.join(verbs)}，{pick.choice(_RESULTS)}{pick.choice(_TAILS)}。"
