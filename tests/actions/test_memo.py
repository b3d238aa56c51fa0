"""What is kept in memory is found again, within bounds."""

from afterword.actions.memo import Memo


def anything(value: str) -> bool:
    return bool(value)


def test_the_newest_value_that_fits_is_found() -> None:
    memo = Memo[str, str](2)
    memo.keep("lena", "yesterday")
    memo.keep("lena", "today")
    assert memo.found("lena", anything) == "today"
    assert memo.found("lena", lambda value: value.startswith("y")) == "yesterday"
    assert memo.found("lena", lambda value: value == "tomorrow") is None
    assert memo.found("tom", anything) is None


def test_of_one_key_only_the_last_two_are_kept() -> None:
    memo = Memo[str, str](2)
    for value in ("a", "b", "c"):
        memo.keep("lena", value)
    assert memo.found("lena", lambda value: value == "a") is None
    assert memo.found("lena", lambda value: value == "b") == "b"


def test_what_was_asked_for_longest_ago_gives_way() -> None:
    memo = Memo[str, str](2)
    memo.keep("lena", "a")
    memo.keep("tom", "b")
    assert memo.found("lena", anything)
    memo.keep("ives", "c")
    assert [memo.found(name, anything) for name in ("lena", "tom", "ives")] == ["a", None, "c"]


def test_it_can_forget() -> None:
    memo = Memo[str, str](2)
    memo.keep("lena", "a")
    memo.clear()
    assert memo.found("lena", anything) is None


def test_what_is_held_may_be_bounded_by_its_weight() -> None:
    memo = Memo[str, str](5, weight=len)
    memo.keep("lena", "abc")
    memo.keep("tom", "de")
    assert [memo.found(name, anything) for name in ("lena", "tom")] == ["abc", "de"]
    memo.keep("tom", "f")  # beside the "de", which Tom has still
    assert [memo.found(name, anything) for name in ("lena", "tom")] == [None, "f"]
    memo.keep("ives", "too long")
    assert memo.found("ives", anything) is None
    memo.keep("ives", "short")
    assert memo.found("ives", anything) == "short"


def test_what_was_forgotten_weighs_nothing() -> None:
    memo = Memo[str, str](5, weight=len)
    memo.keep("lena", "abcde")
    memo.clear()
    memo.keep("tom", "abcde")
    assert memo.found("tom", anything) == "abcde"
