"""Puts one error of a named rule into a clean document: a document is a list of paragraphs.

Each seeder takes the paragraphs and a random source and returns the paragraphs with the error, or None where the
document offers no place for it. Arithmetic is seeded in sentences of its own, right but for one number.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from collections.abc import Callable

from engine.lexicon.damage import load_damage

Paragraphs = list[str]
Seeder = Callable[[Paragraphs, random.Random], Paragraphs | None]

_HAN = "〇一二三四五六七八九"
_FULL_DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_TABLE = load_damage()
_WRONG = {right: wrong for wrong, right in _TABLE.characters.items()}
_WRONG_WORDS = {right: wrong for wrong, right in _TABLE.repairs.items()}
_RADICALS = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}
_COMPATIBLE = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xF900, 0xFA6E)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}


def _replace_one(
    paragraphs: Paragraphs,
    rng: random.Random,
    pattern: str,
    change: Callable[[re.Match[str]], str | None],
    *,
    first: int = 1,
) -> Paragraphs | None:
    """Changes one match of a pattern, anywhere from paragraph `first` on."""
    spots = [
        (index, match)
        for index, text in enumerate(paragraphs)
        if index >= first
        for match in re.finditer(pattern, text)
    ]
    rng.shuffle(spots)
    for index, match in spots:
        written = change(match)
        if written and written != match.group():
            text = paragraphs[index]
            return [
                *paragraphs[:index],
                text[: match.start()] + written + text[match.end() :],
                *paragraphs[index + 1 :],
            ]
    return None


def _insert(paragraphs: Paragraphs, rng: random.Random, sentence: str) -> Paragraphs:
    """A sentence of its own behind a paragraph of running text."""
    long = [index for index, text in enumerate(paragraphs) if len(text) > 40 and text.endswith("。")]
    at = rng.choice(long) if long else len(paragraphs) - 1
    return [*paragraphs[: at + 1], sentence, *paragraphs[at + 1 :]]


def glyph(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    if rng.random() < 0.3:
        words = "|".join(_WRONG_WORDS)
        done = _replace_one(paragraphs, rng, words, lambda match: _WRONG_WORDS[match.group()])
        if done:
            return done
    return _replace_one(paragraphs, rng, f"[{''.join(_WRONG)}]", lambda match: _WRONG[match.group()])


def zero(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    def change(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        return f"二 {_HAN[int(year[2])]}{_HAN[int(year[3])]}年{_number(int(month))}月{_number(int(day))}日"

    return _replace_one(paragraphs, rng, r"(20[1-9][1-9])年(\d{1,2})月(\d{1,2})日", change)


def _number(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones else "")


def radical(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    return _replace_one(paragraphs, rng, f"[{''.join(_RADICALS)}]", lambda match: _RADICALS[match.group()])


def compatibility(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    return _replace_one(paragraphs, rng, f"[{''.join(_COMPATIBLE)}]", lambda match: _COMPATIBLE[match.group()])


def width(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return _replace_one(paragraphs, rng, r"\d+", lambda match: match.group().translate(wide))


def unreadable(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    sign = rng.choice("\ufffd\ue5e5\ue817\ue004")
    return _replace_one(paragraphs, rng, "(?<=[一-龥])[一-龥](?=[一-龥])", lambda match: sign)


def split_number(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    kind = rng.randrange(3)
    if kind == 0:
        return _replace_one(
            paragraphs, rng, r"(?<![\d.])20\d\d(?=年)", lambda match: match.group()[:3] + " " + match.group()[3:]
        )
    at = r"\g<1> .\g<2>" if kind == 1 else r"\g<1>. \g<2>"
    return _replace_one(paragraphs, rng, r"(\d+)\.(\d+)(?=[%万亿])", lambda match: match.expand(at))


def page_mark(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    page = rng.randrange(2, 40)
    return _replace_one(
        paragraphs,
        rng,
        r"(?<![\d.])\d{3,}(?=[.\d]*[^\d年.-])",
        lambda match: f"{match.group()[:2]} — {page} — {match.group()[2:]}",
    )


_ITEM = re.compile(r"^(?P<open>[（(]?)(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?P<close>[）)]|[、.])")


def _runs(paragraphs: Paragraphs) -> list[list[int]]:
    """Paragraph numbers of runs of three or more items of one style, numbered 1, 2, 3."""
    runs: list[list[int]] = []
    open_runs: dict[str, list[int]] = {}
    for index, text in enumerate(paragraphs):
        match = _ITEM.match(text)
        if not match:
            continue
        shape = match["open"] + match["close"] + str(match["number"].isdigit())
        number = _value(match["number"])
        run = open_runs.get(shape)
        if run is not None and number == len(run) + 1:
            run.append(index)
        elif number == 1:
            open_runs[shape] = [index]
            runs.append(open_runs[shape])
    return [run for run in runs if len(run) >= 3]


def _value(written: str) -> int:
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.partition("十")
    return (_HAN.index(tens) if tens else 1) * 10 + (_HAN.index(ones) if ones else 0) if ten else _HAN.index(written)


def _renumber(text: str, number: int, close: str | None = None) -> str:
    match = _ITEM.match(text)
    assert match
    written = str(number) if match["number"].isdigit() else _number(number)
    return match["open"] + written + (close or match["close"]) + text[match.end() :]


def _shifted(paragraphs: Paragraphs, rng: random.Random, shift: int) -> Paragraphs | None:
    runs = _runs(paragraphs)
    if not runs:
        return None
    run = rng.choice(runs)
    start = rng.randrange(2, len(run))
    out = list(paragraphs)
    for place in range(start, len(run)):
        out[run[place]] = _renumber(out[run[place]], place + 1 + shift)
    return out


def skipped(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    return _shifted(paragraphs, rng, 1)


def doubled(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    return _shifted(paragraphs, rng, -1)


def punctuation(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    runs = [run for run in _runs(paragraphs) if not paragraphs[run[0]].startswith(("（", "("))]
    if not runs:
        return None
    run = rng.choice(runs)
    index = run[rng.randrange(1, len(run))]
    match = _ITEM.match(paragraphs[index])
    assert match
    out = list(paragraphs)
    out[index] = _renumber(out[index], _value(match["number"]), "、" if match["close"] == "." else ".")
    return out


def three_sectors(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    parts = [round(rng.uniform(20, 600), 2) for _ in range(3)]
    total = round(sum(parts), 2) + rng.choice([-1, 1]) * rng.choice([0.2, 1, 10, 0.9])
    form = rng.choice(
        [
            "初步核算，全县地区生产总值{0:.2f}亿元，比上年增长{4}%。其中，第一产业增加值{1:.2f}亿元，增长{5}%；"
            "第二产业增加值{2:.2f}亿元，增长{6}%；第三产业增加值{3:.2f}亿元，增长{7}%。",
            "全年实现地区生产总值{0:.2f}亿元，按可比价格计算，增长{4}%。分产业看，第一产业增加值{1:.2f}亿元，增长{5}%，"
            "第二产业增加值{2:.2f}亿元，增长{6}%，第三产业增加值{3:.2f}亿元，增长{7}%。",
        ]
    )
    rates = [round(rng.uniform(1, 12), 1) for _ in range(4)]
    return _insert(paragraphs, rng, form.format(total, *parts, *rates))


def exceeds(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    total = rng.randrange(20, 900)
    unit, name, part = rng.choice(
        [("家", "检查企业", "规模以上企业"), ("个", "排查项目", "续建项目"), ("人", "培训干部", "女干部")]
    )
    form = rng.choice(["全年共{0}{1}{2}，其中{3}{4}{2}。", "累计{0}{1}{2}，其中：{3}{4}{2}。"])
    return _insert(paragraphs, rng, form.format(name, total, unit, part, total + rng.randrange(1, 400)))


def shares(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    a, b = round(rng.uniform(5, 30), 1), round(rng.uniform(20, 40), 1)
    c = round(100 - a - b + rng.choice([-1, 1]) * rng.choice([0.5, 1, 2, 5]), 1)
    form = rng.choice(
        [
            "三次产业结构为{0}:{1}:{2}。",
            "三次产业结构调整为{0}∶{1}∶{2}。",
            "第一、二、三次产业增加值占地区生产总值的比重分别为{0}%、{1}%和{2}%。",
        ]
    )
    return _insert(paragraphs, rng, form.format(a, b, c))


def points(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    a = round(rng.uniform(30, 60), 1)
    rise = round(rng.uniform(1, 20), 1)
    told = round(rise + rng.choice([-0.8, 0.5, 1, 2]), 1)
    if told <= 0:
        return None
    form = rng.choice(["城镇化率由{0}%提高到{1}%，提高{2}个百分点。", "绿化覆盖率从{0}%提升到{1}%，提升{2}个百分点。"])
    return _insert(paragraphs, rng, form.format(a, round(a + rise, 1), told))


def rate(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    total = rng.randrange(100, 2000)
    part = rng.randrange(total // 2, total)
    told = round(100 * part / total + rng.choice([-3, -1, 1, 2]), 1)
    form = rng.choice(
        [
            "共受理信访件{0}件，办结{1}件，办结率{2}%。",
            "抽检产品{0}批，合格{1}批，合格率为{2}%。",
            "检查企业{0}家，达标{1}家，达标率{2}%。",
        ]
    )
    return _insert(paragraphs, rng, form.format(total, part, told))


def impossible(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    def change(match: re.Match[str]) -> str:
        month, day = rng.choice([(2, 30), (4, 31), (6, 31), (9, 31), (11, 31), (13, 5), (5, 32)])
        return f"{match[1] or ''}{month}月{day}日"

    return _replace_one(paragraphs, rng, r"(20\d\d年)?(?<!\d)\d{1,2}月\d{1,2}日", change)


def weekday(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    def change(match: re.Match[str]) -> str:
        day = dt.date(*map(int, match.groups())).weekday()
        return f"{match.group()}（星期{'一二三四五六日'[(day + rng.randrange(1, 7)) % 7]}）"

    return _replace_one(paragraphs, rng, _FULL_DATE.pattern + r"(?!（)", change)


def order(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    later = rng.randrange(2015, 2026)
    earlier = later - rng.randrange(1, 8)
    form = rng.choice(["规划期为{0}年至{1}年。", "实施期限为{0}—{1}年。", "建设工期为{0}年6月至{1}年12月。"])
    return _insert(paragraphs, rng, form.format(later, earlier))


def zero_sign(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    sign = rng.choice("○O0")

    def change(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        digits = "".join(_HAN[int(digit)] for digit in year).replace("〇", sign)
        return f"{digits}年{_number(int(month))}月{_number(int(day))}日"

    return _replace_one(paragraphs, rng, _FULL_DATE.pattern, change)


def value_range(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    low = rng.randrange(2, 40)
    high = low + rng.randrange(1, 40)
    form = rng.choice(
        ["占比控制在{0}—{1}%。", "补助标准为投资额的{0}-{1}%。", "年产值{0}—{1}亿元。", "投资规模{0}～{1}万元。"]
    )
    return _insert(paragraphs, rng, form.format(low, high))


def neighbours(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    low = rng.randrange(2, 9)
    form = rng.choice(
        [
            "这项工作用了{0}、{1}个月时间。",
            "有的窗口办事要跑{0}、{1}次。",
            "个别村只有{0}、{1}名干部。",
            "前后拖了{0}、{1}年。",
        ]
    )
    return _insert(paragraphs, rng, form.format(_HAN[low], _HAN[low + 1]))


def mixed(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    form = rng.choice(
        ["全年培训{0}千{1}百人。", "新栽苗木{0}千{1}百株。", "慰问困难群众{0}百多户。", "发放补助{0}千元。"]
    )
    return _insert(paragraphs, rng, form.format(rng.randrange(2, 9), rng.randrange(1, 9)))


def mixed_date(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    def change(match: re.Match[str]) -> str:
        if rng.random() < 0.5:
            return f"{match[1]}年{_number(int(match[2]))}月{match[3]}日"
        return f"{match[1]}年{match[2]}月{_number(int(match[3]))}日"

    return _replace_one(paragraphs, rng, _FULL_DATE.pattern, change)


def short_year(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    form = rng.choice(["自0{0}年以来，累计投入500万元。", "0{0}年底，项目建成投用。", "该办法于0{0}年3月印发。"])
    return _insert(paragraphs, rng, form.format(rng.randrange(1, 10)))


def twice_about(paragraphs: Paragraphs, rng: random.Random) -> Paragraphs | None:
    form = rng.choice(["惠及群众约{0}人左右。", "大约{0}户上下受益。", "不少于{0}家以上。", "超过{0}余人参加。"])
    return _insert(paragraphs, rng, form.format(rng.randrange(20, 900)))


SEEDERS: dict[str, Seeder] = {
    "damage.glyph": glyph,
    "damage.zero": zero,
    "damage.radical": radical,
    "damage.compatibility": compatibility,
    "damage.width": width,
    "damage.unreadable": unreadable,
    "damage.split-number": split_number,
    "damage.page-mark": page_mark,
    "numbering.skipped": skipped,
    "numbering.doubled": doubled,
    "numbering.punctuation": punctuation,
    "sum.parts": three_sectors,
    "sum.exceeds": exceeds,
    "sum.shares": shares,
    "sum.points": points,
    "sum.rate": rate,
    "date.impossible": impossible,
    "date.weekday": weekday,
    "date.order": order,
    "notation.zero": zero_sign,
    "notation.range": value_range,
    "notation.neighbours": neighbours,
    "notation.mixed": mixed,
    "notation.mixed-date": mixed_date,
    "notation.short-year": short_year,
    "notation.double-approximation": twice_about,
}
