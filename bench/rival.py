"""The same table asked by GoRules' zen-engine: as many rows, the same facts, in the same run."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import zen

from afterword import rulebooks
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE, judge, question_of
from afterword.etiquette.rulebook.condition import Test
from afterword.etiquette.rulebook.facts import (
    FIELDS,
    Facts,
    Scope,
    Sort,
    of_person,
    of_question,
    of_situation,
)
from afterword.etiquette.rulebook.index import Index
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Channel
from bench.cases import Row, best, situations


def rows(scale: int) -> Iterator[Row]:
    """Yield how often zen-engine answers, and how often our index does, on equal facts."""
    del scale
    index = rulebooks.rulebook().index
    facts = [facts_of(case) for case in situations()]
    decision = zen.ZenEngine().create_decision(json.dumps(model(index)))
    plain = [{_key(name): _plain(value) for name, value in fact.items()} for fact in facts]
    _agree(index, decision, facts, plain)
    theirs = len(facts) / best(lambda: [decision.evaluate(fact) for fact in plain], rounds=3)
    ours = len(facts) / best(lambda: [match(index, fact) for fact in facts])
    rules = len(index.rules)
    yield f"questions matched a second by zen-engine, {rules} rows", f"{theirs:,.0f}", ""
    yield f"questions matched a second by ours, {rules} rows", f"{ours:,.0f}", ""
    yield "ours against zen-engine, matching alone", f"{ours / theirs:,.1f} ×", "≥ 5 ×"
    book, cases = rulebooks.rulebook(), situations()
    whole = len(cases) / best(lambda: [judge(case, book) for case in cases])
    aim = "≥ 5 ×"
    yield "a whole `judge` against zen-engine's matching alone", f"{whole / theirs:,.1f} ×", aim


def match(index: Index, facts: Facts) -> int:
    """Return the bits of the rows that match all facts."""
    bits = index.all
    for scope in Scope:
        bits &= index.matching(scope, facts)
    return bits


def facts_of(case: Situation) -> Facts:
    """Return every fact about the proposal of a case, towards its first person."""
    stands = standing(case)
    assert case.proposal is not None  # noqa: S101  the open cases all have one
    them = stands.people[case.proposal.to[0]] if case.proposal.to else NO_ONE
    question = question_of(case.proposal, stands, rulebooks.rulebook())
    channel = case.proposal.channel or Channel.EMAIL
    return {
        **of_situation(stands),
        **of_person(stands, them),
        **of_question(stands, them, question),
        "channel": channel,
    }


def model(index: Index) -> dict[str, Any]:
    """Return the rulebook as a decision model of one table, hit policy collect."""
    used = sorted({name for tests in index.tests for name in tests})
    inputs = [{"id": name, "name": name, "field": _key(name)} for name in used]
    table = {
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": [
            {"_id": rule.id, "rule": json.dumps(rule.id), **_cells(tests)}
            for rule, tests in zip(index.rules, index.tests, strict=True)
        ],
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def _cells(tests: Mapping[str, Test]) -> dict[str, str]:
    return {name: _cell(test) for name, test in tests.items()}


def _cell(test: Test) -> str:
    sort = FIELDS[test.field].sort
    if sort is Sort.NUMBER:
        return " and ".join(f"$ {sign} {bound:g}" for sign, bound in test.compare)
    if sort is Sort.FLAG:
        return " or ".join(f"$ == {json.dumps(value)}" for value in test.admits)
    if sort is Sort.WORD:
        return f"$ in {json.dumps(sorted(map(str, test.admits)))}"
    parts = []
    if test.admits:
        parts.append(f"some($, # in {json.dumps(sorted(map(str, test.admits)))})")
    if test.bars:
        parts.append(f"none($, # in {json.dumps(sorted(map(str, test.bars)))})")
    return " and ".join(parts)


def _key(name: str) -> str:
    return name.replace("-", "_")


def _plain(value: object) -> object:
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    return str(value) if isinstance(value, str) else value


def _agree(
    index: Index, decision: zen.ZenDecision, facts: list[Facts], plain: list[dict[str, object]]
) -> None:
    """Make sure that both engines are asked the same table: they must find the same rows."""
    for ours, theirs in zip(facts, plain, strict=True):
        expected = {rule.id for rule in index.rows(match(index, ours))}
        found = {row["rule"] for row in decision.evaluate(theirs)["result"]}
        if expected != found:
            message = f"the two engines disagree: {sorted(expected ^ found)}"
            raise SystemExit(message)
