"""What the checks of lesson 05 add to an error of a learner's function."""

import pytest

from nnbyhand.misconceptions.autodiff import DUAL, JOINED, explained, explained_rules

PAIR = (4.0, -3.0)


def added(pair_of_left, pair_of_right):
    def plus(u, v):
        (a, b), (c, d) = pair_of_left(u), pair_of_right(v)
        return a + c, b + d

    return explained(plus)


def as_pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def of_float(number):
    return (number, 0.0) if isinstance(number, float) else number


def without_brackets(number):
    return number, 0.0  # what `u if ... else u, 0.0` gives


def unchanged(number):
    return number


@pytest.mark.parametrize(
    ("helpers", "numbers", "code"),
    [
        ((unchanged, as_pair), (2.5, PAIR), "reflected-missing"),
        ((as_pair, unchanged), (PAIR, 2.5), "right-number-missing"),
        ((unchanged, unchanged), (2.5, PAIR), "plain-number-refused"),
        ((without_brackets, without_brackets), (2.5, PAIR), "plain-number-refused"),
        ((of_float, of_float), (2, PAIR), "whole-number-refused"),
    ],
)
def test_a_plain_number_that_stops_a_function_is_explained(helpers, numbers, code):
    with pytest.raises(TypeError) as raised:
        added(*helpers)(*numbers)
    assert str(raised.value).endswith(DUAL[code])
    assert "concatenate" not in str(raised.value)


def test_a_right_function_and_other_errors_are_left_alone():
    assert added(as_pair, as_pair)(2, PAIR) == (6.0, -3.0)

    def broken(u, v):
        return u.nothing

    with pytest.raises(AttributeError) as raised:
        explained(broken)(PAIR, PAIR)
    assert "slope" not in str(raised.value)


def test_a_sum_of_expressions_is_explained():
    def derive(e, by):
        return 1 + ("x",)

    with pytest.raises(TypeError) as raised:
        explained_rules(derive)("x", "x")
    assert str(raised.value) == JOINED


def test_parts_that_are_not_there_are_explained():
    def derive(e, by):
        _, _u, _v = e

    with pytest.raises(ValueError, match="sin and exp have one part"):
        explained_rules(derive)(("sin", "x"), "x")
