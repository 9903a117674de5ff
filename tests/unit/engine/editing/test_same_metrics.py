"""Metrics of another document that a metric can be checked against."""

from __future__ import annotations

import msgspec
import pytest

from engine.editing import verbs
from engine.editing.same_metrics import alike, same_metrics
from engine.editing.session import Session
from engine.model.parse import Metric
from tests.data.reviews import ZHANG, fresh_session, sample_parse


def session_of(*changes: dict[str, object]) -> Session:
    """A session whose metrics are the sample's, one for each of these changes of name, kind, period …"""
    parse = sample_parse(len(changes))
    metrics: list[Metric] = [
        msgspec.structs.replace(metric, **{"indicator_key": change.get("name", ""), **change})  # type: ignore[arg-type]
        for metric, change in zip(parse.metrics, changes, strict=True)
    ]
    return fresh_session(msgspec.structs.replace(parse, metrics=tuple(metrics)))


def names(session: Session, wanted: object) -> list[str]:
    return [one.value("name") for one in same_metrics(session.view, wanted)]  # type: ignore[arg-type]


def test_the_same_indicator_comes_first_then_what_says_more() -> None:
    ours = session_of({"name": "地区生产总值"}).view.metrics[0]
    theirs = session_of(
        {"name": "固定资产投资"}, {"name": "生产总值"}, {"name": "地区生产总值"}, {"name": "全市地区生产总值"}
    )
    assert names(theirs, ours) == ["地区生产总值", "生产总值", "全市地区生产总值"]


def test_of_equal_names_the_one_of_the_same_kind_unit_and_period_is_first() -> None:
    ours = session_of({"name": "粮食产量", "period": "2016年"}).view.metrics[0]
    theirs = session_of(
        {"name": "粮食产量", "kind": "change", "unit": "%"},
        {"name": "粮食产量", "period": "2015年"},
        {"name": "粮食产量", "period": "2016年"},
    )
    found = same_metrics(theirs.view, ours)
    assert [(one.value("kind"), one.value("period")) for one in found] == [
        ("level", "2016年"), ("level", "2015年"), ("change", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [("城镇居民人均可支配收入", "农村居民人均可支配收入"), ("固定电话用户数", "移动电话用户数"), ("财政收入", "收入"),
     ("", ""), ("", "收入")],
)  # fmt: skip
def test_names_of_two_indicators_are_told_apart(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one) == 0


def test_a_name_given_by_hand_counts_and_rejected_metrics_do_not() -> None:
    ours = session_of({"name": "区级单位"})
    theirs = session_of({"name": "单位"}, {"name": "接入单位数"}, {"name": "接入单位数"})
    one = ours.view.metrics[0].id
    assert names(theirs, ours.view.metrics[0]) == []
    ours.apply(verbs.set_field(ours.view, item=one, field="name", value="接入单位数", by=ZHANG.id))
    theirs.apply(verbs.reject(theirs.view, item=theirs.view.metrics[1].id, by=ZHANG.id))
    assert [item.id for item in same_metrics(theirs.view, ours.view.item(one))] == [theirs.view.metrics[2].id]  # type: ignore[arg-type]


def test_a_metric_is_not_its_own_counterpart() -> None:
    session = session_of({"name": "粮食产量"}, {"name": "粮食产量"})
    first, second = session.view.metrics
    assert same_metrics(session.view, first) == (second,)
