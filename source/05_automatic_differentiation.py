# %% [markdown] role="text" grade_id="autodiff-title"
# # 05 Automatic differentiation: assignment
#
# You build two machines that find slopes. One sends pairs of numbers forward. The
# other remembers a calculation as a graph and walks back through it: about a hundred
# lines, one step at a time. At the end it trains a network. About six hours (an
# estimate), of which exercise 10 takes one and a half; take a break after exercise 6.
# 41 points: 38 are checked by tests, some of which you see only after grading, and 3
# by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET
# or CORRECT, and why. Every exercise stands alone: its tests bring what it needs, so
# skip one that resists and come back. (Until an answer is written, the "try it" cell below
# it stops with `NotImplementedError`.) Plain Python is enough; the answers may not call
# the functions of `nnbyhand` that do the task for you.

# %%
import math

import numpy as np

from nnbyhand import autodiff
from nnbyhand.autodiff import Dual
from nnbyhand.nodes import Node, trace
from nnbyhand.symbolic import evaluate, write

# %% [markdown] role="text" grade_id="autodiff-numeric-text" syllabus="A-03"
# ## 1 One input at a time (2 points)
#
# Write `partial(f, x, i, h)`: the slope of `f` by its input number `i`, estimated from
# two points `h` to both sides of `x`:
#
# $$\frac{∂f}{∂x_i} ≈ \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h}$$
#
# $e_i$ is 1 at place $i$ and 0 elsewhere: the other inputs stay. `f` takes the whole
# array and gives one number. Use the `h` you are given, large or small, and leave `x`
# as it was.
#
# Shapes: `x` is a float array `(d,)`; the result is one number.
#
# <details><summary>Hint 1: direction</summary>You need two new points. Each differs
# from x at one place.</details>
# <details><summary>Hint 2: equation</summary>(f(up) − f(down)) / (2h)</details>
# <details><summary>Hint 3: first line</summary><code>up, down = x.copy(),
# x.copy()</code> </details>


# %% role="answer" grade_id="autodiff-numeric"
def partial(f, x, i, h):
    """Estimate the slope of f by input i from both sides of x."""
    ### BEGIN SOLUTION
    nudge = np.zeros(len(x))
    nudge[i] = h
    return (f(x + nudge) - f(x - nudge)) / (2 * h)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-numeric-try"
# Try it: for $x_0^3 x_1$ at (2, 5) the slopes are 60 and 8. With h = 0.1 the first
# comes out as 60.05, the second as 8.

# %%
[partial(lambda x: x[0] ** 3 * x[1], np.array([2.0, 5.0]), i, 0.1) for i in (0, 1)]

# %% role="test" grade_id="autodiff-numeric-value" points=1 syllabus="A-03"
import numpy as np

from nnbyhand import autodiff, checks


def _cubic(x):
    return x[0] ** 3 * x[1] - np.sin(2 * x[1])


def _library(f, x, i, h):
    return autodiff.numeric_derivative(lambda *at: f(np.array(at)), *x, by=i, h=h)


def _kept(function):
    """Tell whether x is as before after each of its inputs was moved."""
    x = np.array([2.0, -1.0])
    for i in (0, 1):
        function(_cubic, x, i, 0.25)
    return bool(np.array_equal(x, [2.0, -1.0]))


_point = np.array([1.5, -0.7])
checks.check_that(
    "partial",
    "leaves x as it was",
    _kept,
    cases=[(_cubic, _point, 0, 0.25)],
    task="numeric-kept",
)
checks.check(
    "partial",
    [(_cubic, _point, i, h) for i in (0, 1) for h in (0.25, 0.5)],
    reference=_library,
    task="autodiff-numeric",
    forbid=(autodiff.numeric_derivative,),
)

# %% role="test" grade_id="autodiff-numeric-hidden" points=1 syllabus="A-03"
# hidden test: other functions, three and four inputs, other steps
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import autodiff, checks


def _twisted(x):
    return np.exp(0.5 * x[0]) * x[1] ** 3 - x[2] ** 3


def _mixed(x):
    return np.sum(x**4) + x[0] * x[1] ** 3 - np.cos(3 * x[3])


def _two_sided(f, x, i, h):
    step = h * np.eye(len(x))[i]
    return (f(x + step) - f(x - step)) / (2 * h)


def _restored(function):
    """Tell whether x came out as it went in."""
    x = np.array([0.5, 1.25, -2.0])
    for i in range(3):
        function(_twisted, x, i, 0.3)
    return bool(np.array_equal(x, [0.5, 1.25, -2.0]))


_three, _four = np.array([0.8, -1.1, 0.6]), np.array([0.4, 1.3, -0.9, 0.5])
checks.check_that(
    "partial",
    "leaves x as it was",
    _restored,
    cases=[(_twisted, _three, 0, 0.3)],
    task="numeric-kept",
)
checks.check(
    "partial",
    [(_twisted, _three, i, h) for i in range(3) for h in (0.3, 0.6)]
    + [(_mixed, _four, i, h) for i in range(4) for h in (0.2, 0.4)],
    reference=_two_sided,
    task="autodiff-numeric",
    forbid=(autodiff.numeric_derivative,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-rules-text" syllabus="A-01 A-02"
# ## 2 A machine that knows the rules (4 points)
#
# An expression is a number, the name `"x"` or `"y"`, or a tuple:
#
# | tuple | means | derivative |
# |---|---|---|
# | `("+", u, v)` | u + v | u′ + v′ |
# | `("*", u, v)` | u · v | u′ v + u v′ |
# | `("**", u, n)` | uⁿ, n a plain number | n uⁿ⁻¹ u′ |
# | `("sin", u)` | sin u | cos(u) u′ |
# | `("exp", u)` | e^u | e^u u′ |
#
# Write `derive(e, by)`: the derivative of the expression `e` by the name `by`, as a new
# expression of the same form. `u` and `v` may be expressions themselves, so let
# `derive` call itself. `+` and `*` have two parts: what has three is nested. You need
# not tidy up: any expression with the right value passes. It may use `("cos", u)`.
#
# <details><summary>Hint 1: direction</summary>Begin with what is not a tuple: a number,
# the name itself, another name. Then one <code>if</code> for each kind of
# tuple.</details>
# <details><summary>Hint 2: equation</summary>derive(("+", u, v), "x") is
# ("+", derive(u, "x"), derive(v, "x"))</details>
# <details><summary>Hint 3: first line</summary>
# <code>if not isinstance(e, tuple): return 1 if e == by else 0</code></details>


# %% role="answer" grade_id="autodiff-rules"
def derive(e, by):
    """Give the derivative of the expression e by the name by, as an expression."""
    ### BEGIN SOLUTION
    if isinstance(e, (str, int, float)):
        return int(e == by)
    kind, u = e[0], e[1]
    inner = derive(u, by)
    if kind == "+":
        return ("+", inner, derive(e[2], by))
    if kind == "*":
        return ("+", ("*", inner, e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), inner)
    slopes = {"sin": ("cos", u), "exp": e}
    return ("*", slopes[kind], inner)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-rules-try"
# Try it: for g = 5 + x·y the derivative by x has the value y. At (2, −3) the next cell
# shows −3; without tidying it reads `0 + 1·y + x·0` or much like that.

# %%
slope = derive(("+", 5, ("*", "x", "y")), "x")
write(slope), evaluate(slope, {"x": 2, "y": -3})

# %% role="test" grade_id="autodiff-rules-sum" points=1 syllabus="A-01 A-02"
from nnbyhand import checks, symbolic
from nnbyhand.misconceptions.autodiff import explained_rules


def _at_two_points(e):
    """The value of the derivative at x = 2, y = -3 and at x = 1, y = 4."""
    points = ({"x": 2, "y": -3}, {"x": 1, "y": 4})
    return tuple(symbolic.evaluate(e, point) for point in points)


_case_g = ("+", 5, ("*", "x", "y"))
_case_h = ("*", ("+", "x", 4), ("+", ("*", "y", "x"), "y"))
_written = globals().get("derive")
checks.check(
    explained_rules(_written) if callable(_written) else "derive",
    [
        (5, "x"),
        ("x", "x"),
        ("y", "x"),
        (_case_g, "x"),
        (_case_g, "y"),
        (_case_h, "x"),
        (_case_h, "y"),
    ],
    expected=[(0, 0), (1, 1), (0, 0), (-3, 4), (2, 1), (-27, 28), (18, 10)],
    through=_at_two_points,
    shows="the value of your derivative at x = 2, y = −3, and at x = 1, y = 4",
    task="autodiff-rules",
    forbid=(symbolic.differentiate,),
)

# %% role="test" grade_id="autodiff-rules-power" points=1 syllabus="A-02"
from nnbyhand import checks, symbolic
from nnbyhand.misconceptions.autodiff import explained_rules


def _at_half_and_two(e):
    """The value of the derivative at x = 0.5, y = 2."""
    return symbolic.evaluate(e, {"x": 0.5, "y": 2})


_sum = ("+", ("+", "x", "x"), "y")  # 3 there; its slope by x is 2
_powers = [("**", "x", 4), ("**", _sum, 3), ("sin", _sum)]
_powers += [("exp", ("+", "x", ("+", "x", "x"))), ("exp", "y")]
_written = globals().get("derive")
checks.check(
    explained_rules(_written) if callable(_written) else "derive",
    [(e, "x") for e in _powers],
    expected=[_at_half_and_two(symbolic.differentiate(e, "x")) for e in _powers],
    through=_at_half_and_two,
    shows="the value of your derivative at x = 0.5, y = 2",
    task="autodiff-rules",
    forbid=(symbolic.differentiate,),
)

# %% role="test" grade_id="autodiff-rules-hidden" points=2 syllabus="A-01 A-02"
# hidden test: all rules inside each other, by x and by y, at another point
### BEGIN HIDDEN TESTS
from nnbyhand import checks, symbolic
from nnbyhand.misconceptions.autodiff import explained_rules


def _elsewhere(e):
    """The value of the derivative at x = 1.25, y = -0.75."""
    return symbolic.evaluate(e, {"x": 1.25, "y": -0.75})


_product = ("*", ("sin", ("*", "x", "y")), ("**", ("+", "x", -3), 2))
_nested = ("exp", ("*", ("sin", "y"), ("+", 2, ("**", "x", 3))))
_long = ("*", ("*", "x", ("**", "y", 3)), ("+", _product, ("sin", ("exp", "x"))))
_cases = [(e, by) for e in (_product, _nested, _long) for by in ("x", "y")]
_written = globals().get("derive")
checks.check(
    explained_rules(_written) if callable(_written) else "derive",
    _cases,
    expected=[_elsewhere(symbolic.differentiate(*case)) for case in _cases],
    through=_elsewhere,
    shows="the value of your derivative at x = 1.25, y = −0.75",
    task="autodiff-rules",
    forbid=(symbolic.differentiate,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-dual-text" syllabus="A-04"
# ## 3 Arithmetic with pairs (4 points)
#
# A dual number a + bε is kept here as a pair `(a, b)`: a value and a slope; ε² = 0.
# Write `plus(u, v)`, `minus(u, v)`, `times(u, v)` and `divide(u, v)`. Each gives a
# pair, as a tuple `(value, slope)`: it goes into the next function. The arithmetic is
# yours, not that of `Dual`.
#
# **On either side** there may be a plain number instead of a pair: a constant, whose
# slope is 0; it may be whole or not. So `minus(2, u)` and `minus(u, 2)` must both work;
# in a class these would be `__rsub__`, the *reflected* operation, and `__sub__`.
#
# <details><summary>Hint 1: direction</summary>Write a small helper first that gives
# every plain number its slope 0 and leaves pairs alone. Then each function has two
# pairs. </details>
# <details><summary>Hint 2: equation</summary>The slopes follow the rules of school:
# sum, difference, product, and (u/v)′ = (u′ v − u v′) / v²</details>
# <details><summary>Hint 3: first line</summary> <code>(a, b), (c, d) = as_pair(u),
# as_pair(v)</code>, where <code>as_pair</code> is your helper. <code>isinstance(u,
# tuple)</code> tells a pair.</details>


# %% role="answer" grade_id="autodiff-dual"
def plus(u, v):
    """Add two pairs; either may be a plain number."""
    ### BEGIN SOLUTION
    (a, b), (c, d) = pair_of(u), pair_of(v)
    return a + c, b + d
    ### END SOLUTION


def minus(u, v):
    """Subtract the pair v from the pair u; either may be a plain number."""
    ### BEGIN SOLUTION
    (a, b), (c, d) = pair_of(u), pair_of(v)
    return a - c, b - d
    ### END SOLUTION


def times(u, v):
    """Multiply two pairs; either may be a plain number."""
    ### BEGIN SOLUTION
    (a, b), (c, d) = pair_of(u), pair_of(v)
    return a * c, a * d + b * c
    ### END SOLUTION


def divide(u, v):
    """Divide the pair u by the pair v; either may be a plain number."""
    ### BEGIN SOLUTION
    (a, b), (c, d) = pair_of(u), pair_of(v)
    return a / c, (b * c - a * d) / c**2


def pair_of(number):
    return number if isinstance(number, tuple) else (number, 0.0)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-dual-try"
# Try it: (x + 1)(x − 2)/x at 4 is 2.5, and its slope there is 1.125. The first cell
# shows `(2.5, 1.125)`, the second, 2 − x, shows `(-2, -1)`.

# %%
x = (4.0, 1.0)
divide(times(plus(x, (1.0, 0.0)), minus(x, (2.0, 0.0))), x)

# %%
minus(2, x)

# %% role="test" grade_id="autodiff-dual-value" points=1 syllabus="A-04"
from nnbyhand import autodiff, checks

_case_u, _case_v = (3.0, 1.5), (-2.0, 0.5)
_dual_work = tuple(vars(autodiff.Dual)[f"__{name}__"] for name in ("add", "sub", "mul"))
checks.check(
    "plus",
    [(_case_u, _case_v), (_case_u, _case_u)],
    expected=[(1.0, 2.0), (6.0, 3.0)],
    task="dual-plus",
    forbid=_dual_work,
)
checks.check(
    "minus",
    [(_case_u, _case_v), (_case_v, _case_u)],
    expected=[(5.0, 1.0), (-5.0, -1.0)],
    task="dual-minus",
    forbid=_dual_work,
)
checks.check(
    "times",
    [(_case_u, _case_v), (_case_u, _case_u)],
    expected=[(-6.0, -1.5), (9.0, 9.0)],
    task="dual-times",
    forbid=_dual_work,
)

# %% role="test" grade_id="autodiff-dual-divide" points=1 syllabus="A-04"
from nnbyhand import autodiff, checks

_top, _below = (3.0, 1.5), (-2.0, 0.5)
checks.check(
    "divide",
    [(_top, _below), (_below, _top), (_top, _top)],
    expected=[(-1.5, -1.125), (-2 / 3, 0.5), (1.0, 0.0)],
    task="dual-divide",
    forbid=(autodiff.Dual.__truediv__, autodiff.Dual.__mul__),
)

# %% role="test" grade_id="autodiff-dual-left" points=1 syllabus="A-04"
from nnbyhand import autodiff, checks
from nnbyhand.misconceptions.autodiff import explained

_beside = (4.0, -3.0)
_sides = [(2.5, _beside), (_beside, 2.5), (2, _beside), (_beside, 2)]
_dual_work = tuple(vars(autodiff.Dual)[f"__{name}__"] for name in ("add", "mul"))
_dual_work += (autodiff.Dual.__truediv__, autodiff.Dual.__rtruediv__)
_written = globals().get("plus")
checks.check(
    explained(_written) if callable(_written) else "plus",
    _sides,
    expected=[(6.5, -3.0), (6.5, -3.0), (6.0, -3.0), (6.0, -3.0)],
    task="left-plus",
    forbid=_dual_work,
)
for _name, _results in {
    "minus": [(-1.5, 3.0), (1.5, -3.0), (-2.0, 3.0), (2.0, -3.0)],
    "times": [(10.0, -7.5), (10.0, -7.5), (8.0, -6.0), (8.0, -6.0)],
    "divide": [(0.625, 0.46875), (1.6, -1.2), (0.5, 0.375), (2.0, -1.5)],
}.items():
    _written = globals().get(_name)
    checks.check(
        explained(_written) if callable(_written) else _name,
        _sides,
        expected=_results,
        task=f"left-{_name}",
        forbid=_dual_work,
    )

# %% role="test" grade_id="autodiff-dual-hidden" points=1 syllabus="A-04 A-06"
# hidden test: all four on other pairs, one of them with itself; then one in another
### BEGIN HIDDEN TESTS
from nnbyhand import autodiff, checks


def _reference(operation):
    def work(u, v):
        made = operation(autodiff.Dual(*u), autodiff.Dual(*v))
        return made.value, made.slope

    return work


_pairs = [((0.5, -2.0), (1.5, 3.0)), ((-4.0, 0.25), (2.5, -1.0)), ((7.0, 2.0),) * 2]
_methods = ("add", "sub", "mul", "truediv")
_dual_work = tuple(vars(autodiff.Dual)[f"__{name}__"] for name in _methods)
checks.check(
    "plus",
    _pairs,
    reference=_reference(lambda u, v: u + v),
    task="dual-plus",
    forbid=_dual_work,
)
for _name, _operation in (
    ("minus", lambda u, v: u - v),
    ("times", lambda u, v: u * v),
    ("divide", lambda u, v: u / v),
):
    checks.check(
        _name,
        _pairs,
        reference=_reference(_operation),
        task=f"dual-{_name}",
        forbid=_dual_work,
    )


_plus, _minus, _times = (globals().get(name) for name in ("plus", "minus", "times"))


def _composed(function):
    """Tell whether (x + 1)(x − 2)/x comes out at 4, one function in another."""
    x = (4.0, 1.0)
    try:
        product = _times(_plus(x, (1.0, 0.0)), _minus(x, (2.0, 0.0)))
        value, slope = function(product, x)
    except (TypeError, ValueError, IndexError):
        return False
    return abs(value - 2.5) < 1e-9 and abs(slope - 1.125) < 1e-9


checks.check_that(
    "divide",
    "takes apart what the other three give",
    _composed,
    cases=_pairs[:1],
    task="dual-composed",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-chain-text" syllabus="A-04"
# ## 4 Functions of pairs (3 points)
#
# For a function h the rule is h(a + bε) = h(a) + h′(a) b ε. Write for a pair `u`
#
# - `power(u, n)`: uⁿ for a plain number n, which may be negative or a fraction;
# - `sine(u)` and `exponential(u)`.
#
# Each gives a pair; take `u` apart first. This is the chain rule: whatever was computed
# before arrives in b, so a composition such as sin(x²) needs nothing more. Use
# `math.sin`, `math.cos` and `math.exp`.
#
# <details><summary>Hint 1: direction</summary>Two numbers come out: the function at a,
# and its slope at a times b.</details>
# <details><summary>Hint 2: equation</summary>sin(a + bε) = sin a + cos(a) b ε</details>
# <details><summary>Hint 3: first line</summary><code>a, b = u</code></details>


# %% role="answer" grade_id="autodiff-chain"
def power(u, n):
    """Raise the pair u to the plain number n."""
    ### BEGIN SOLUTION
    a, b = u[0], u[1]
    return a**n, n * a ** (n - 1) * b
    ### END SOLUTION


def sine(u):
    """Give the sine of the pair u."""
    ### BEGIN SOLUTION
    a, b = u[0], u[1]
    return math.sin(a), math.cos(a) * b
    ### END SOLUTION


def exponential(u):
    """Give e to the pair u."""
    ### BEGIN SOLUTION
    a, b = u[0], u[1]
    return math.exp(a), math.exp(a) * b
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-chain-try"
# Try it: sin(x²) at x = 3 has the slope 6 cos 9. The cell should show about
# `(0.4121, -5.4668)`.

# %%
sine(power((3.0, 1.0), 2))

# %% role="test" grade_id="autodiff-chain-power" points=1 syllabus="A-04"
from nnbyhand import autodiff, checks

checks.check(
    "power",
    [((3.0, 1.0), 2), ((2.0, -0.5), 3), ((0.25, 4.0), 0.5), ((2.0, 3.0), -1)],
    expected=[(9.0, 6.0), (8.0, -6.0), (0.5, 4.0), (0.5, -0.75)],
    task="dual-power",
    forbid=(autodiff.Dual.__pow__, autodiff.Dual.__mul__),
)

# %% role="test" grade_id="autodiff-chain-value" points=1 syllabus="A-04"
from nnbyhand import autodiff, checks


def _library(function):
    """What the library's dual numbers give, as a pair."""

    def work(u):
        made = function(autodiff.Dual(*u))
        return made.value, made.slope

    return work


_two = [((0.75, -2.0),), ((-1.5, 3.0),)]
checks.check(
    "sine",
    _two,
    reference=_library(autodiff.sin),
    task="dual-sine",
    forbid=(autodiff.sin,),
)
checks.check(
    "exponential",
    _two,
    reference=_library(autodiff.exp),
    task="dual-exponential",
    forbid=(autodiff.exp,),
)

# %% role="test" grade_id="autodiff-chain-hidden" points=1 syllabus="A-04"
# hidden test: other pairs; and each function after another one
### BEGIN HIDDEN TESTS
from nnbyhand import autodiff, checks


def _expected(function, *rest):
    def work(u, *more):
        made = function(autodiff.Dual(*u), *more)
        return made.value, made.slope

    return work


_inner = autodiff.sin(autodiff.Dual(0.6, 1.0)) * 2.5  # what an inner function hands on
_pairs = [(1.3, 0.7), (-0.4, -2.0), (_inner.value, _inner.slope)]
checks.check(
    "power",
    [(_pairs[0], 2.5), (_pairs[0], -2), (_pairs[1], 3), (_pairs[2], 4)],
    reference=_expected(lambda u, n: u**n),
    task="dual-power",
    forbid=(autodiff.Dual.__pow__, autodiff.Dual.__mul__),
)
checks.check(
    "sine",
    [(pair,) for pair in _pairs],
    reference=_expected(autodiff.sin),
    task="dual-sine",
    forbid=(autodiff.sin,),
)
checks.check(
    "exponential",
    [(pair,) for pair in _pairs],
    reference=_expected(autodiff.exp),
    task="dual-exponential",
    forbid=(autodiff.exp,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-forward-text" syllabus="A-05 A-06"
# ## 5 All slopes, forward (3 points)
#
# `Dual(value, slope)` of the library does all the arithmetic; `.value` and `.slope`
# give its parts. Write `slopes(f, at)`: the slopes of `f` by each of its inputs at the
# point `at`. Send dual numbers through `f`, one pass for each input.
#
# Shapes: `at` is a list of d numbers, one, two or more; call `f` with d arguments, such
# as `f(x, y)`; the result is a list of d slopes, as plain numbers.
#
# <details><summary>Hint 1: direction</summary>In one pass only one input moves. Which
# slope does it start with, and which have the others?</details>
# <details><summary>Hint 2: equation</summary>f(x + ε, y) = f(x, y) + ∂f/∂x ε</details>
# <details><summary>Hint 3: first line</summary><code>found = []</code>, then a loop
# over the inputs; <code>f(*duals)</code> spreads a list over the arguments.</details>


# %% role="answer" grade_id="autodiff-forward"
def slopes(f, at):
    """Give the slopes of f by all its inputs, one forward pass for each."""
    ### BEGIN SOLUTION
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0 if i == j else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-forward-try"
# Try it: x³ − xy at (2, 5) has the slopes 12 − 5 = 7 and −2.

# %%
slopes(lambda x, y: x**3 - x * y, [2.0, 5.0])

# %% role="test" grade_id="autodiff-forward-value" points=1 syllabus="A-05 A-06"
from nnbyhand import autodiff, checks, nodes


def _arrived(*numbers):
    """Refuse plain numbers: a difference of two values is not asked here."""
    if not any(hasattr(number, "value") for number in numbers):
        raise TypeError("plain numbers arrived: send Dual numbers through f")


def _case_f(x, y):
    _arrived(x, y)
    return x * x * y + y + 2


def _case_k(x, y):
    _arrived(x, y)
    return x * y + x * autodiff.sigmoid(x) - y / x


def _volume(x, y, z):
    _arrived(x, y, z)
    return x * y * z - z * z


checks.check(
    "slopes",
    [(_case_f, [3.0, 4.0]), (_case_k, [1.5, -2.0]), (_volume, [3.0, -2.0, 5.0])],
    expected=[
        [24.0, 10.0],
        [-1.847594734584, 0.833333333333],
        [-10.0, 15.0, -16.0],
    ],
    task="autodiff-forward",
    forbid=(
        autodiff.derivative,
        autodiff.grad,
        autodiff.numeric_derivative,
        autodiff.Value.backward,
    ),
)
_watched = nodes.noting(_case_f)
checks.check_that(
    "slopes",
    "a slope goes into f in every pass",
    lambda _: all(any(getattr(x, "slope", 0) for x in seen) for seen in _watched.seen),
    cases=[(_watched, [3.0, 4.0])],
    task="forward-seeded",
)

# %% role="test" grade_id="autodiff-forward-hidden" points=2 syllabus="A-06"
# hidden test: one, three and four inputs, by dual numbers only
### BEGIN HIDDEN TESTS
from nnbyhand import autodiff, checks, nodes


def _with_duals(f):
    """f, for dual numbers only: a difference of two values is not asked here."""

    def strict(*numbers):
        if not any(hasattr(number, "value") for number in numbers):
            raise TypeError("plain numbers arrived: send Dual numbers through f")
        return f(*numbers)

    strict.__name__ = "f"
    return strict


def _three(x, y, z):
    return autodiff.exp(x * y) - z / y + autodiff.tanh(z) * x


_cases = [
    (_with_duals(lambda x: x**3 / (1 + x)), [1.5]),
    (_with_duals(_three), [0.4, -1.2, 2.0]),
    (_with_duals(lambda p, q, r, s: (p - q) * (r + 2 * s) / (p * p + r)), [1, 2, 3, 4]),
    (_with_duals(lambda x, y: 2 - autodiff.cos(x) * y**2 + 0 * x), [0.3, 0.8]),
]
checks.check(
    "slopes",
    _cases,
    reference=lambda f, at: list(autodiff.grad(f, *at)),
    task="autodiff-forward",
    forbid=(
        autodiff.derivative,
        autodiff.grad,
        autodiff.numeric_derivative,
        autodiff.Value.backward,
    ),
)
_watched = nodes.noting(_three)
checks.check_that(
    "slopes",
    "a slope goes into f in every pass",
    lambda _: all(any(getattr(x, "slope", 0) for x in seen) for seen in _watched.seen),
    cases=[(_watched, [0.4, -1.2, 2.0])],
    task="forward-seeded",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-passes-text" syllabus="A-09"
# ## 6 How many passes? (1 point)
#
# A calculation has `n` inputs and `m` outputs. All n · m slopes are wanted. Write
# `passes(n, m)`: the number of passes in forward mode, and the number of backward
# passes in reverse mode, as a pair `(forward, reverse)`. (Reverse
# mode runs the calculation once before it walks back; that run is not counted.)
#
# <details><summary>Hint 1: direction</summary>What does one pass of each mode find: the
# slopes of all outputs by one input, or of one output by all inputs?</details>
# <details><summary>Hint 2: equation</summary>One input, one output: 1 pass each. Which
# number grows when an input is added, which when an output is?</details>
# <details><summary>Hint 3: first line</summary><code>return forward, reverse</code>
# comes last. Before it: each is one of the two numbers.</details>


# %% role="answer" grade_id="autodiff-passes"
def passes(n, m):
    """Give the passes in forward mode and in reverse mode, n inputs and m outputs."""
    ### BEGIN SOLUTION
    return n, m
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-passes-try"
# Try it: a network of 784 inputs and one cost. Which of the two numbers is 1? Other
# calculations are tested after you hand in.

# %%
passes(784, 1)

# %% role="test" grade_id="autodiff-passes-hidden" points=1 syllabus="A-09"
# hidden test: more outputs than inputs, and the other way round
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "passes",
    [(784, 1), (2, 3), (1, 5), (40, 10)],
    expected=[(784, 1), (2, 3), (1, 5), (40, 10)],
    task="autodiff-passes",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-local-text" syllabus="A-07 A-11"
# ## 7 Nodes with local slopes (4 points)
#
# Now the second machine. A `Node(value, parents, slopes)` knows what it was made from
# and its own slope by each parent, in the same order. A sum of two nodes:
#
# ```python
# Node(u.value + v.value, parents=(u, v), slopes=(1.0, 1.0))
# ```
#
# Write `subtract(u, v)`, `multiply(u, v)`, `quotient(u, v)`, `raised(u, n)` for a plain
# number `n` (not a parent), and `tanh_of(u)`. Each takes nodes and gives **one** new
# `Node`, whose parents are `u` and `v` themselves. The slopes are plain numbers, found
# from the values.
#
# <details><summary>Hint 1: direction</summary>For each parent ask: if only this one
# grows a little, how fast does the result grow?</details>
# <details><summary>Hint 2: equation</summary>∂(u/v)/∂u = 1/v and ∂(u/v)/∂v = −u/v²; the
# slope of tanh is 1 − tanh²</details>
# <details><summary>Hint 3: first line</summary>In <code>tanh_of</code>: <code>t =
# math.tanh(u.value)</code>; one parent is written <code>(u,)</code> with a comma.
# </details>


# %% role="answer" grade_id="autodiff-local"
def subtract(u, v):
    """Give the node u − v."""
    ### BEGIN SOLUTION
    return Node(u.value - v.value, (u, v), (1.0, -1.0))
    ### END SOLUTION


def multiply(u, v):
    """Give the node u · v."""
    ### BEGIN SOLUTION
    return Node(u.value * v.value, (u, v), (v.value, u.value))
    ### END SOLUTION


def quotient(u, v):
    """Give the node u / v."""
    ### BEGIN SOLUTION
    result = u.value / v.value
    return Node(result, (u, v), (1 / v.value, -result / v.value))
    ### END SOLUTION


def raised(u, n):
    """Give the node u to the power n, a plain number."""
    ### BEGIN SOLUTION
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))
    ### END SOLUTION


def tanh_of(u):
    """Give the node tanh(u)."""
    ### BEGIN SOLUTION
    squeezed = math.tanh(u.value)
    return Node(squeezed, (u,), (1 - squeezed**2,))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-local-try"
# Try it: 6 / (−2) is −3, with the slopes −0.5 by 6 and −1.5 by −2.

# %%
made = quotient(Node(6.0), Node(-2.0))
made.value, made.slopes

# %% role="test" grade_id="autodiff-local-value" points=1 syllabus="A-07 A-11"
from nnbyhand import checks
from nnbyhand.nodes import Node


def _sent(node):
    """The value, and what reaches u and v when −2.5 arrives at the result."""
    if not isinstance(node, Node):
        raise ValueError("expected a Node(value, parents, slopes)")
    for parent in node.parents:
        if not isinstance(parent, Node):
            raise ValueError("the parents are nodes: u and v, not their values")
        if parent.name not in ("u", "v"):
            raise ValueError("make one node; its parents are u and v themselves")
    reached = {"u": 0.0, "v": 0.0}
    for parent, slope in zip(node.parents, node.slopes, strict=True):
        reached[parent.name] = reached.get(parent.name, 0.0) - 2.5 * slope
    return node.value, reached["u"], reached["v"]


_case_u, _case_v = Node(3.0, name="u"), Node(-4.0, name="v")
_says = "value, what reaches u, what reaches v when −2.5 arrives"
checks.check(
    "subtract",
    [(_case_u, _case_v), (_case_v, _case_u), (_case_u, _case_u)],
    expected=[(7.0, -2.5, 2.5), (-7.0, 2.5, -2.5), (0.0, 0.0, 0.0)],
    through=_sent,
    shows=_says,
    task="local-subtract",
)
checks.check(
    "multiply",
    [(_case_u, _case_v), (_case_u, _case_u)],
    expected=[(-12.0, 10.0, -7.5), (9.0, -15.0, 0.0)],
    through=_sent,
    shows=_says,
    task="local-multiply",
)

# %% role="test" grade_id="autodiff-local-more" points=1 syllabus="A-07 A-11"
from nnbyhand import checks
from nnbyhand.nodes import Node


def _handed(node):
    """The value, and what reaches u and v when 1.5 arrives at the result."""
    if not isinstance(node, Node):
        raise ValueError("expected a Node(value, parents, slopes)")
    for parent in node.parents:
        if not isinstance(parent, Node):
            raise ValueError("the parents are nodes: u and v, not their values")
        if parent.name not in ("u", "v"):
            raise ValueError("make one node; its parents are u and v themselves")
    reached = {"u": 0.0, "v": 0.0}
    for parent, slope in zip(node.parents, node.slopes, strict=True):
        reached[parent.name] = reached.get(parent.name, 0.0) + 1.5 * slope
    return node.value, reached["u"], reached["v"]


_case_p, _case_q = Node(3.0, name="u"), Node(-4.0, name="v")
_says = "value, what reaches u, what reaches v when 1.5 arrives"
_case_t = 0.46211715726  # tanh(0.5)
checks.check(
    "quotient",
    [(_case_p, _case_q), (_case_q, _case_p)],
    expected=[(-0.75, -0.375, -0.28125), (-4 / 3, 2 / 3, 0.5)],
    through=_handed,
    shows=_says,
    task="local-quotient",
)
checks.check(
    "raised",
    [(_case_p, 2), (_case_p, -1), (Node(0.25, name="u"), 0.5)],
    expected=[(9.0, 9.0, 0.0), (1 / 3, -1 / 6, 0.0), (0.5, 1.5, 0.0)],
    through=_handed,
    shows=_says,
    task="local-raised",
)
checks.check(
    "tanh_of",
    [(Node(0.5, name="u"),), (Node(-0.5, name="u"),)],
    expected=[(_case_t, 1.17967159945, 0.0), (-_case_t, 1.17967159945, 0.0)],
    through=_handed,
    shows=_says,
    task="local-tanh",
)

# %% role="test" grade_id="autodiff-local-hidden" points=2 syllabus="A-11"
# hidden test: all five on other nodes, another gradient arriving, a node met twice
### BEGIN HIDDEN TESTS
from nnbyhand import autodiff, checks
from nnbyhand.nodes import Node


def _arrives(node):
    """The value, and what reaches u and v when 4 arrives at the result."""
    if not isinstance(node, Node):
        raise ValueError("expected a Node(value, parents, slopes)")
    for parent in node.parents:
        if not isinstance(parent, Node):
            raise ValueError("the parents are nodes: u and v, not their values")
        if parent.name not in ("u", "v"):
            raise ValueError("make one node; its parents are u and v themselves")
    reached = {"u": 0.0, "v": 0.0}
    for parent, slope in zip(node.parents, node.slopes, strict=True):
        reached[parent.name] = reached.get(parent.name, 0.0) + 4 * slope
    return node.value, reached["u"], reached["v"]


def _right(operation):
    """What the library finds for the same operation."""

    def work(u, v=None):
        made = {
            node.name: autodiff.Value(node.value) for node in (u, v) if _named(node)
        }
        other = v if v is None or not _named(v) else made[v.name]
        result = operation(made[u.name], other)
        result.backward(4.0)
        reached = [made[name].grad if name in made else 0.0 for name in "uv"]
        return (result.value, *reached)

    return work


def _named(thing):
    return isinstance(thing, Node)


_case_a, _case_b, _case_c = (
    Node(value, name=name) for value, name in ((-1.5, "u"), (0.75, "v"), (2.5, "u"))
)
_twos, _ones = (
    [(_case_a, _case_b), (_case_b, _case_a), (_case_c, _case_c), (_case_c, _case_b)],
    [(_case_a,), (_case_c,), (_case_b,)],
)
checks.check(
    "subtract",
    _twos,
    expected=[_right(lambda u, v: u - v)(*case) for case in _twos],
    through=_arrives,
    shows="value, what reaches u, what reaches v when 4 arrives",
    task="local-subtract",
)
for _name, _operation, _cases in (
    ("multiply", lambda u, v: u * v, _twos),
    ("quotient", lambda u, v: u / v, _twos),
    (
        "raised",
        lambda u, n: u**n,
        [(_case_a, 3), (_case_c, 1.5), (_case_b, -2), (_case_b, 4)],
    ),
    ("tanh", lambda u, _: autodiff.tanh(u), _ones),
):
    checks.check(
        "tanh_of" if _name == "tanh" else _name,
        _cases,
        expected=[_right(_operation)(*case) for case in _cases],
        through=_arrives,
        shows="value, what reaches u, what reaches v when 4 arrives",
        task=f"local-{_name}",
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-order-text" syllabus="A-10"
# ## 8 In which order? (2 points)
#
# A node may hand its gradient on only when all it is used for has handed its own. So
# the nodes are sorted: write `in_order(output)`, a list of all nodes that `output`
# was made from, itself included. **Each node stands there once, and after all its
# parents.** Two nodes with equal values are two. So the inputs come first and
# `output` comes last; among several such orders any is right.
#
# Two tools help. A **set** holds everything at most once, and a function *inside* a
# function may call itself and fill the lists and sets of the outer one. This collects
# each name of an expression once:
#
# ```python
# def names_in(expression):
#     seen = set()
#
#     def look(part):
#         if isinstance(part, str):
#             seen.add(part)
#         elif isinstance(part, tuple):
#             for inner in part[1:]:
#                 look(inner)
#
#     look(expression)
#     return seen
# ```
#
# Shapes: `output` is a `Node`; `node.parents` is a tuple, empty for an input, and may
# hold the same node twice. Return a list of nodes.
#
# <details><summary>Hint 1: direction</summary>Before a node is put on the list, put its
# parents on it. A function inside your function can call itself. Skip what you have
# seen: a set answers <code>if node in seen</code>.</details>
# <details><summary>Hint 2: equation</summary>visit(node): if not seen yet, visit each
# parent, then append the node</details>
# <details><summary>Hint 3: first line</summary><code>found, seen = [], set()</code>; a
# node can be put into a set.</details>


# %% role="answer" grade_id="autodiff-order"
def in_order(output):
    """List all nodes output was made from, once each, parents first."""
    ### BEGIN SOLUTION
    listed, met = [], set()

    def visit(node):
        if node in met:
            return
        met.add(node)
        for parent in node.parents:
            visit(parent)
        listed.append(node)

    visit(output)
    return listed
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-order-try"
# Try it: x³ + x, as (x·x)·x + x, has four nodes. `trace` gives the last one; the cell
# should show x, x·x, x·x·x and the sum.

# %%
cube = trace(("+", ("*", ("*", "x", "x"), "x"), "x"), {"x": 2.0})
[node.name for node in in_order(cube)]

# %% role="test" grade_id="autodiff-order-value" points=1 syllabus="A-10"
from nnbyhand import checks, nodes


def _faults(output):
    """A function that counts what is wrong with a list for this graph."""
    size = len(nodes.order(output))

    def count(listed):
        if not isinstance(listed, (list, tuple)):
            raise ValueError("expected a list of nodes")
        if not all(isinstance(node, nodes.Node) for node in listed):
            raise ValueError("expected the nodes themselves, not their names or values")
        listed = list(listed)
        missing = size - len({id(node) for node in listed})
        twice = len(listed) - len({id(node) for node in listed})
        early = sum(
            parent not in listed[: listed.index(node)]
            for node in listed
            for parent in node.parents
        )
        return missing, twice, early

    return count


_cube = nodes.trace(("+", ("*", ("*", "x", "x"), "x"), "x"), {"x": 2.0})
_slide = nodes.trace(("*", ("+", "b", "c"), ("+", "c", 2)), {"b": 5.0, "c": -1.5})
_late = nodes.trace(("+", ("sin", ("exp", ("*", "x", "y"))), "x"), {"x": 1.0, "y": 2.0})
_two, _other = nodes.Node(2.0), nodes.Node(2.0)  # no names, and equal values
_four = nodes.Node(4.0, (_two, _other), (1.0, 1.0))
_equal = nodes.Node(8.0, (_four, nodes.Node(4.0, (_other,), (2.0,))), (1.0, 1.0))
for _graph in (_cube, _slide, _late, _equal):
    checks.check(
        "in_order",
        [(_graph,)],
        expected=[(0, 0, 0)],
        through=_faults(_graph),
        shows="nodes missing, listed twice, standing before a parent",
        task="autodiff-order",
        forbid=(nodes.order,),
    )

# %% role="test" grade_id="autodiff-order-hidden" points=1 syllabus="A-10"
# hidden test: other graphs, one input alone, many shared nodes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, nodes, symbolic


def _amiss(output):
    """A function that counts what is wrong with a list for this graph."""
    size = len(nodes.order(output))

    def count(listed):
        if not isinstance(listed, (list, tuple)):
            raise ValueError("expected a list of nodes")
        if not all(isinstance(node, nodes.Node) for node in listed):
            raise ValueError("expected the nodes themselves, not their names or values")
        listed = list(listed)
        missing = size - len({id(node) for node in listed})
        twice = len(listed) - len({id(node) for node in listed})
        early = sum(
            parent not in listed[: listed.index(node)]
            for node in listed
            for parent in node.parents
        )
        return missing, twice, early

    return count


_rng = np.random.default_rng(5)
_values = {"x": 0.5, "y": -0.75, "z": 1.25}
_shared = ("*", ("+", "x", "y"), ("exp", ("*", ("+", "x", "y"), "x")))
_expressions = [_shared, ("-", _shared, ("*", _shared, "y"))]
_expressions += [symbolic.random_expression(_rng, depth=6) for _ in range(6)]
for _expression in [e for e in _expressions if symbolic.size(e) > 5]:
    _output = nodes.trace(_expression, _values)
    checks.check(
        "in_order",
        [(_output,)],
        expected=[(0, 0, 0)],
        through=_amiss(_output),
        shows="nodes missing, listed twice, standing before a parent",
        task="autodiff-order",
        forbid=(nodes.order,),
    )
_same = [nodes.Node(1.0, name="x") for _ in range(3)]
_half = nodes.Node(1.0, (_same[0], _same[1]), (0.5, 0.5), name="x")
_total = nodes.Node(2.0, (_half, _same[2]), (1.0, 1.0), name="x")
checks.check(
    "in_order",
    [(_total,)],
    expected=[(0, 0, 0)],
    through=_amiss(_total),
    shows="nodes missing, listed twice, standing before a parent",
    task="autodiff-order",
)
_alone = nodes.Node(1.0, name="x")
checks.check(
    "in_order",
    [(_alone,)],
    expected=[(0, 0, 0)],
    through=_amiss(_alone),
    shows="nodes missing, listed twice, standing before a parent",
    task="autodiff-order",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-back-text" syllabus="A-07 A-08 A-10 A-11"
# ## 9 The way back (4 points)
#
# Write `hand_back(nodes, upstream)`. `nodes` is a tuple in the order of exercise 8, the
# result last.
#
# 1. Clear the gradient of every node: an earlier run may have left something there.
# 2. The last node gets the gradient `upstream`.
# 3. From the last node to the first: each adds to every parent its slope by that parent
#    times its own gradient.
#
# Return the list of all gradients, in the order of `nodes`.
#
# Shapes: a node has `.parents`, `.slopes` (as many) and `.grad`.
#
# <details><summary>Hint 1: direction</summary>Three steps, three lines or loops. What
# is a parent's gradient when two children hand something to it?</details>
# <details><summary>Hint 2: equation</summary>parent.grad ← parent.grad + slope ·
# node.grad</details>
# <details><summary>Hint 3: first line</summary><code>for node in nodes: node.grad = 0.0
# </code>; later <code>zip(node.parents, node.slopes)</code> pairs each parent with its
# slope, and <code>reversed(nodes)</code> walks back.</details>


# %% role="answer" grade_id="autodiff-back"
def hand_back(nodes, upstream):
    """Send the gradient upstream from the last node back; give all gradients."""
    ### BEGIN SOLUTION
    for each in nodes:
        each.grad = 0.0
    nodes[-1].grad = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-back-try"
# Try it: u = x·x at 5, with the gradient 2 arriving at u. The cell shows 20 for x and 2
# for u: `[20.0, 2.0]`.

# %%
x = Node(5.0)
hand_back((x, Node(25.0, parents=(x, x), slopes=(5.0, 5.0))), 2.0)

# %% role="test" grade_id="autodiff-back-value" points=1 syllabus="A-07 A-08 A-10"
from nnbyhand import checks, nodes

_case_f = ("+", ("*", ("**", "x", 2), "y"), ("+", "y", 2))
_case_a = ("*", ("+", "b", "c"), ("+", "c", 2))
_case_u = ("+", ("*", ("*", "x", "x"), "x"), "x")
_graphs = [
    tuple(nodes.order(nodes.trace(expression, values)))
    for expression, values in (
        (_case_f, {"x": 3.0, "y": 4.0}),
        (_case_a, {"b": 5.0, "c": -1.5}),
        (_case_u, {"x": 2.0}),
    )
]
checks.check(
    "hand_back",
    [(graph, 1.0) for graph in _graphs],
    expected=[
        [24.0, 4.0, 10.0, 1.0, 1.0, 1.0],
        [0.5, 4.0, 0.5, 3.5, 1.0],
        [13.0, 2.0, 1.0, 1.0],
    ],
    task="autodiff-back",
    forbid=(nodes.backward,),
)

# %% role="test" grade_id="autodiff-back-again" points=1 syllabus="A-11"
from nnbyhand import checks, nodes

_twice = ("+", ("*", ("**", "x", 2), "y"), ("+", "y", 2))
_nodes = tuple(nodes.order(nodes.trace(_twice, {"x": 3.0, "y": 4.0})))
for _node in _nodes:
    _node.grad = 7.0  # left over from an earlier run
checks.check(
    "hand_back",
    [(_nodes, -2.0), (_nodes, 0.5)],
    expected=[[-48.0, -8.0, -20.0, -2.0, -2.0, -2.0], [12.0, 2.0, 5.0, 0.5, 0.5, 0.5]],
    task="autodiff-back",
    forbid=(nodes.backward,),
)

# %% role="test" grade_id="autodiff-back-hidden" points=2 syllabus="A-07 A-10 A-11"
# hidden test: other graphs with shared nodes, other gradients arriving, a second run
### BEGIN HIDDEN TESTS
from nnbyhand import checks, nodes

_inner = ("+", ("*", "x", "y"), "x")
_shared = ("*", ("tanh", _inner), ("-", _inner, ("*", "y", "y")))
_deep = ("/", ("exp", _shared), ("+", ("**", "z", 2), _inner))
_cases = []
for _expression, _upstream in ((_shared, 3.0), (_deep, -0.7), (_deep, 1.0)):
    _made = nodes.trace(_expression, {"x": 0.6, "y": -1.4, "z": 1.1})
    _cases.append((tuple(nodes.order(_made)), _upstream))
for _node in _cases[-1][0]:
    _node.grad = -3.0
checks.check(
    "hand_back",
    _cases,
    reference=nodes.backward,
    task="autodiff-back",
    forbid=(nodes.backward,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-engine-text" syllabus="A-06 A-12"
# ## 10 The whole engine (7 points)
#
# Now Python's own operators: `x * y + 2` on Values shall make a graph. How a Value is
# made is given, and `as_value`, which makes one of a plain number. Write
#
# - the methods for `+`, `-`, `*`, `/` with a Value or a plain number on **either**
#   side, for `-x`, and for `x ** n`;
# - outside the class, `exp(u)` and `tanh(u)` of a Value;
# - `gradients(f, at, upstream=1.0)`: make a Value of each number in the list `at`, call
#   `f` with them once, walk back from the result with the gradient `upstream`, and give
#   the list of the inputs' gradients.
#
# The tests try each method by itself first, so write and test a few at a time. Copy
# from exercises 7 to 9 what works. Where your order or your way back is missing,
# `nnbyhand.nodes.order` and `nnbyhand.nodes.backward` stand in; they take your Values.
#
# <details><summary>Hint 1: direction</summary>Each method is one or two lines from
# exercise 7, with Value for Node. Some can be made of others: a difference is a sum
# with the opposite.</details>
# <details><summary>Hint 2: equation</summary>number − x calls x.__rsub__(number), and
# the answer is as_value(number) − x; a sum is the same from both sides</details>
# <details><summary>Hint 3: first line</summary>In <code>__mul__</code>:
# <code>u, v = self, as_value(other)</code>. In <code>gradients</code>:
# <code>inputs = [Value(number) for number in at]</code></details>


# %% role="answer" grade_id="autodiff-engine"
def as_value(number):
    """Make a plain number a Value; leave a Value alone."""
    return number if isinstance(number, Value) else Value(number)


class Value:
    """A number that remembers what it was made from."""

    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        """Give self + other."""
        ### BEGIN SOLUTION
        other = as_value(other)
        return Value(self.value + other.value, (self, other), (1.0, 1.0))
        ### END SOLUTION

    def __radd__(self, other):
        """Give other + self, where other is a plain number."""
        ### BEGIN SOLUTION
        return self + other
        ### END SOLUTION

    def __sub__(self, other):
        """Give self − other."""
        ### BEGIN SOLUTION
        return self + -as_value(other)
        ### END SOLUTION

    def __rsub__(self, other):
        """Give other − self, where other is a plain number."""
        ### BEGIN SOLUTION
        return as_value(other) - self
        ### END SOLUTION

    def __mul__(self, other):
        """Give self · other."""
        ### BEGIN SOLUTION
        other = as_value(other)
        slopes = (other.value, self.value)
        return Value(self.value * other.value, (self, other), slopes)
        ### END SOLUTION

    def __rmul__(self, other):
        """Give other · self, where other is a plain number."""
        ### BEGIN SOLUTION
        return self * other
        ### END SOLUTION

    def __truediv__(self, other):
        """Give self / other."""
        ### BEGIN SOLUTION
        return self * as_value(other) ** -1
        ### END SOLUTION

    def __rtruediv__(self, other):
        """Give other / self, where other is a plain number."""
        ### BEGIN SOLUTION
        return as_value(other) / self
        ### END SOLUTION

    def __neg__(self):
        """Give −self."""
        ### BEGIN SOLUTION
        return self * -1
        ### END SOLUTION

    def __pow__(self, n):
        """Give self to the power n, a plain number."""
        ### BEGIN SOLUTION
        return Value(self.value**n, (self,), (n * self.value ** (n - 1),))
        ### END SOLUTION


def exp(u):
    """Give e to the Value u."""
    ### BEGIN SOLUTION
    power = math.exp(u.value)
    return Value(power, (u,), (power,))
    ### END SOLUTION


def tanh(u):
    """Give tanh of the Value u."""
    ### BEGIN SOLUTION
    squeezed = math.tanh(u.value)
    return Value(squeezed, (u,), (1 - squeezed**2,))
    ### END SOLUTION


def gradients(f, at, upstream=1.0):
    """Give the gradients of f by all its inputs, walking back once."""
    ### BEGIN SOLUTION
    inputs = [Value(x) for x in at]
    walk, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent in node.parents:
                visit(parent)
            walk.append(node)

    visit(f(*inputs))
    walk[-1].grad = upstream
    for node in reversed(walk):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad += slope * node.grad
    return [x.grad for x in inputs]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-engine-try"
# Try it: x³ − xy at (2, 5), as in exercise 5, gives 7 and −2. With the gradient 10
# arriving it gives 70 and −20.

# %%
print(gradients(lambda x, y: x**3 - x * y, [2.0, 5.0]))
print(gradients(lambda x, y: x**3 - x * y, [2.0, 5.0], 10.0))

# %% role="test" grade_id="autodiff-engine-value" points=1 syllabus="A-12"
from nnbyhand import autodiff, checks, nodes, symbolic

_kind, _made = globals().get("Value"), nodes.Made
_tried = [
    ("__add__", [(_made(3.0), _made(-4.0))], [(-1.0, 1.0, 1.0)]),
    ("__add__", [(_made(3.0), 2)], [(5.0, 1.0)]),
    ("__radd__", [(_made(3.0), 2)], [(5.0, 1.0)]),
    ("__mul__", [(_made(3.0), _made(-4.0))], [(-12.0, -4.0, 3.0)]),
    ("__mul__", [(_made(3.0), 2)], [(6.0, 2.0)]),
    ("__rmul__", [(_made(3.0), 2)], [(6.0, 2.0)]),
    ("__neg__", [(_made(3.0),)], [(-3.0, -1.0)]),
    ("__sub__", [(_made(3.0), _made(-4.0))], [(7.0, 1.0, -1.0)]),
    ("__sub__", [(_made(3.0), 2)], [(1.0, 1.0)]),
    ("__rsub__", [(_made(3.0), 2)], [(-1.0, -1.0)]),
]
for _name, _numbers, _right in _tried if nodes.keeps_parents(_kind) else []:
    _own = globals().get(_name) or getattr(_kind, _name, None)
    checks.check(
        nodes.on_numbers(_own, _kind, _name),
        _numbers,
        expected=_right,
        shows="the value, then the gradient of each Value",
        task=f"engine-{_name}",
    )
_case_f = symbolic.function_of(("+", ("*", ("*", "x", "x"), "y"), ("+", "y", 2)), "xy")
_case_a = symbolic.function_of(("*", ("+", "b", "c"), ("+", "c", 2)), "bc")
_case_d = ("-", "x", "y")
_case_s = symbolic.function_of(
    ("+", _case_d, ("*", ("*", _case_d, _case_d), "x")), "xy"
)  # d + d·d·x with d = x − y
checks.check(
    "gradients",
    [
        (_case_f, [3.0, 4.0], 1.0),
        (_case_a, [5.0, -1.5], 1.0),
        (_case_s, [2.0, -1.5], 1.0),
        (_case_s, [2.0, -1.5], -0.5),
    ],
    expected=[[24.0, 10.0], [0.5, 4.0], [27.25, -15.0], [-13.625, 7.5]],
    task="autodiff-engine",
    forbid=(autodiff.grad, autodiff.derivative, autodiff.Value.backward),
)
_watched = nodes.noting(symbolic.function_of(("*", "x", "y"), "xy"))
checks.check_that(
    "gradients",
    "f runs once, on your Values",
    lambda _: nodes.ran_once(_watched, globals().get("Value", ())),
    cases=[(_watched, [3.0, -2.0])],
    task="engine-once",
)

# %% role="test" grade_id="autodiff-engine-more" points=1 syllabus="A-12"
from nnbyhand import autodiff, checks, nodes, symbolic

_kind, _made = globals().get("Value"), nodes.Made
_tried = [
    ("__rsub__", [(_made(3.0), 2)], [(-1.0, -1.0)]),
    ("__pow__", [(_made(3.0), 2), (_made(2.0), -1)], [(9.0, 6.0), (0.5, -0.25)]),
    ("__truediv__", [(_made(3.0), _made(-4.0))], [(-0.75, -0.25, -0.1875)]),
    ("__truediv__", [(_made(3.0), 2)], [(1.5, 0.5)]),
    ("__rtruediv__", [(_made(4.0), 2)], [(0.5, -0.125)]),
]
for _name, _numbers, _right in _tried if nodes.keeps_parents(_kind) else []:
    _own = globals().get(_name) or getattr(_kind, _name, None)
    checks.check(
        nodes.on_numbers(_own, _kind, _name),
        _numbers,
        expected=_right,
        shows="the value, then the gradient of each Value",
        task=f"engine-{_name}",
    )
_expressions = [
    ("/", "x", ("+", "y", 1.5)),
    ("**", ("*", "x", "y"), 3),
    ("-", 2, ("*", 3, "x")),
    ("/", 2, ("+", ("/", 1, "x"), "y")),
    ("*", ("-", ("**", "x", -2), 4), ("+", 1, "y")),
]
_expected = [[0.5, -0.5], [12.0, 24.0], [-3.0, 0.0]]
_expected += [[32 / 9, -8 / 9], [-3.0, -3.0]]
checks.check(
    "gradients",
    [
        (symbolic.function_of(expression, "xy"), [x, y], 1.0)
        for expression, x, y in zip(
            _expressions, [2, 2, 2, 1 / 2, 1], [0.5, 1, 1, -0.5, 0.5], strict=True
        )
    ],
    expected=_expected,
    task="autodiff-engine",
    forbid=(autodiff.grad, autodiff.derivative, autodiff.Value.backward),
)
_watched = nodes.noting(symbolic.function_of(("*", "x", "y"), "xy"))
checks.check_that(
    "gradients",
    "f runs once, on your Values",
    lambda _: nodes.ran_once(_watched, globals().get("Value", ())),
    cases=[(_watched, [3.0, -2.0])],
    task="engine-once",
)

# %% role="test" grade_id="autodiff-engine-functions" points=1 syllabus="A-06"
from nnbyhand import autodiff, checks, nodes, symbolic

_kind, _made = globals().get("Value"), nodes.Made
_tried = [
    ("exp", [(_made(0.5),)], [(1.64872127070, 1.64872127070)]),
    ("tanh", [(_made(0.5),)], [(0.46211715726, 0.78644773297)]),
]
for _name, _numbers, _right in _tried if nodes.keeps_parents(_kind) else []:
    _own = globals().get(_name) or getattr(_kind, _name, None)
    checks.check(
        nodes.on_numbers(_own, _kind, _name),
        _numbers,
        expected=_right,
        shows="the value, then the gradient of each Value",
        task=f"engine-{_name}",
    )


def _given(expression):
    """A function of x and y, with the learner's exp and tanh."""
    own = {name: globals().get(name) for name in ("exp", "tanh")}
    return symbolic.function_of(expression, "xy", own)


_gate = ("**", ("+", ("exp", ("*", "x", -1)), 1), -1)  # the sigmoid
_quotient = ("*", ("*", "y", -1), ("**", "x", -1))  # −y/x
_case_k = ("+", ("+", ("*", "x", "y"), ("*", "x", _gate)), _quotient)
_case_t = ("*", ("tanh", ("*", "x", "y")), ("exp", ("tanh", "y")))
_expected = autodiff.grad(symbolic.function_of(_case_t, "xy"), 0.5, -0.75)
checks.check(
    "gradients",
    [(_given(_case_k), [1.5, -2.0], 1.0), (_given(_case_t), [0.5, -0.75], 1.0)],
    expected=[[-1.847594734584, 0.833333333333], list(_expected)],
    task="autodiff-engine",
    forbid=(autodiff.grad, autodiff.derivative, autodiff.Value.backward),
)
_watched = nodes.noting(symbolic.function_of(("*", "x", "y"), "xy"))
checks.check_that(
    "gradients",
    "f runs once, on your Values",
    lambda _: nodes.ran_once(_watched, globals().get("Value", ())),
    cases=[(_watched, [3.0, -2.0])],
    task="engine-once",
)

# %% role="test" grade_id="autodiff-engine-trains" points=1 syllabus="A-12"
from nnbyhand import autodiff, checks, nodes, symbolic


def _unit(i, x):
    """tanh of the weighted inputs and the bias, numbers w_i to w_i+2."""
    return ("tanh", ("+", _weighted(i, x), f"w{i + 2}"))


def _weighted(i, x):
    return ("+", ("*", f"w{i}", x[0]), ("*", f"w{i + 1}", x[1]))


def _network_cost():
    """The mean squared error of a 2-2-1 network on XOR, a function of nine weights."""
    squares = []
    for x, target in (((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)):
        hidden = ("+", ("*", "w6", _unit(0, x)), ("*", "w7", _unit(3, x)))
        error = ("+", ("+", hidden, "w8"), -target)
        squares.append(("*", error, error))
    first, second, third, fourth = squares
    return ("*", ("+", ("+", first, second), ("+", third, fourth)), 0.25)


def _learns_xor(gradients):
    w = list(_start)
    for _ in range(200):
        w = [p - 0.2 * g for p, g in zip(w, gradients(_cost, w), strict=True)]
    return symbolic.function_of(_cost.expression, _cost.names)(*w) < 0.01


_start = [1.0, -0.8, 0.3, -0.9, 1.1, 0.2, 0.7, 0.9, -0.1]
_names = [f"w{i}" for i in range(9)]
_cost = symbolic.function_of(_network_cost(), _names, {"tanh": globals().get("tanh")})
_cost.__name__ = "cost"
_library_cost = symbolic.function_of(_cost.expression, _names)
checks.check(
    "gradients",
    [(_cost, _start, 1.0)],
    expected=[list(autodiff.grad(_library_cost, *_start))],
    task="engine-trains",
    forbid=(autodiff.grad, autodiff.derivative, autodiff.Value.backward),
)
_watched = nodes.noting(symbolic.function_of(("*", "x", "y"), "xy"))
checks.check_that(
    "gradients",
    "f runs once, on your Values",
    lambda _: nodes.ran_once(_watched, globals().get("Value", ())),
    cases=[(_watched, [3.0, -2.0])],
    task="engine-once",
)
checks.check_that("gradients", "a 2-2-1 network learns XOR in 200 steps", _learns_xor)

# %% role="test" grade_id="autodiff-engine-hidden" points=3 syllabus="A-06 A-11 A-12"
# hidden test: random expressions, other gradients arriving, compared with PyTorch
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import autodiff, checks, nodes, symbolic


_kind, _made = globals().get("Value"), nodes.Made
_both, _plain = [(_made(-1.5), _made(2.5))], [(_made(-1.5), 4)]
_tried = [
    ("__add__", _both, [(1.0, 1.0, 1.0)]),
    ("__radd__", _plain, [(2.5, 1.0)]),
    ("__mul__", _both, [(-3.75, 2.5, -1.5)]),
    ("__rmul__", _plain, [(-6.0, 4.0)]),
    ("__neg__", [(_made(-1.5),)], [(1.5, -1.0)]),
    ("__sub__", _both, [(-4.0, 1.0, -1.0)]),
    ("__rsub__", _plain, [(5.5, -1.0)]),
    ("__pow__", [(_made(-1.5), 3)], [(-3.375, 6.75)]),
    ("__truediv__", _both, [(-0.6, 0.4, 0.24)]),
    ("__rtruediv__", _plain, [(-8 / 3, -16 / 9)]),
    ("exp", [(_made(-0.75),)], [(0.4723665527, 0.4723665527)]),
    ("tanh", [(_made(-0.75),)], [(-0.6351489524, 0.5965858083)]),
]
for _name, _numbers, _right in _tried if nodes.keeps_parents(_kind) else []:
    _own = globals().get(_name) or getattr(_kind, _name, None)
    checks.check(
        nodes.on_numbers(_own, _kind, _name),
        _numbers,
        expected=_right,
        shows="the value, then the gradient of each Value",
        task=f"engine-{_name}",
    )


def _drawn(expression, names):
    """A function that works this expression out with the learner's exp and tanh."""
    own = {name: globals().get(name) for name in ("exp", "tanh")}
    return symbolic.function_of(expression, names, own)


def _truth(f, at, upstream):
    """The gradients by PyTorch, or by the library where PyTorch is absent."""
    try:
        import torch
    except ImportError:
        inputs = [autodiff.Value(x) for x in at]
        made = symbolic.evaluate(f.expression, dict(zip(f.names, inputs, strict=True)))
        made.backward(upstream)
        return [x.grad for x in inputs]
    inputs = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in at]
    functions = {"exp": torch.exp, "tanh": torch.tanh}
    made = symbolic.evaluate(
        f.expression, dict(zip(f.names, inputs, strict=True)), functions
    )
    made.backward(torch.tensor(upstream, dtype=torch.float64))
    return [0.0 if x.grad is None else float(x.grad) for x in inputs]


_rng = np.random.default_rng(2026)
_shared = ("+", ("*", "x", "y"), ("tanh", "z"))
_twisted = ("*", ("-", _shared, 2), ("/", _shared, ("exp", ("*", 0.5, _shared))))
_chosen = [_twisted, ("*", _twisted, ("+", _twisted, "x"))]
while len(_chosen) < 12:
    _expression = symbolic.random_expression(_rng, depth=5)
    if all(name in str(_expression) for name in "xyz"):
        _chosen.append(_expression)
_cases = [
    (
        _drawn(expression, "xyz"),
        np.round(_rng.uniform(0.5, 1.5, 3) * _rng.choice([-1, 1], 3), 2).tolist(),
        float(np.round(_rng.uniform(-2, 2), 2)),
    )
    for expression in _chosen
]
checks.check(
    "gradients",
    _cases,
    expected=[_truth(*case) for case in _cases],
    task="autodiff-engine",
    forbid=(autodiff.grad, autodiff.derivative, autodiff.Value.backward),
)
_watched = nodes.noting(symbolic.function_of(("*", "x", "y"), "xy"))
checks.check_that(
    "gradients",
    "f runs once, on your Values",
    lambda _: nodes.ran_once(_watched, globals().get("Value", ())),
    cases=[(_watched, [3.0, -2.0])],
    task="engine-once",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-train-text" syllabus="A-09 A-12"
# ## 11 It learns (4 points)
#
# A 2-2-1 network has nine numbers, here in one list `w`:
#
# $$h_1 = \tanh(w_0 x_1 + w_1 x_2 + w_2), \quad h_2 = \tanh(w_3 x_1 + w_4 x_2 + w_5)$$
#
# $$a = w_6 h_1 + w_7 h_2 + w_8$$
#
# Write `network(w, x, tanh)`, the answer `a` for one row `x`, with the `tanh` you are
# given. And `train(gradients, answer, w, X, y, lr, n_steps)`: take `n_steps` steps of
# gradient descent on the mean squared error over all rows, and return the list of the
# nine numbers at the end. Two functions are given to it: `answer(w, x)`, a network's
# answer for one row, and `gradients(f, at)`, the gradients of any cost `f` at a list;
# `f` gets nine arguments.
#
# Leave the list you are given as it was: make a new one in each step. The tests bring a
# network and an engine; after them you can put in your own.
#
# <details><summary>Hint 1: direction</summary>The cost is a function of nine arguments
# that you define inside <code>train</code>. It calls <code>answer</code> for each row.
# </details>
# <details><summary>Hint 2: equation</summary>C = 1/n Σ (a − y)²; then w ← w − lr ·
# slope for each of the nine, all slopes from the same place</details>
# <details><summary>Hint 3: first line</summary><code>def cost(*w):</code>, then
# <code>total = 0</code> and a loop <code>for x, target in zip(X, y):</code></details>


# %% role="answer" grade_id="autodiff-train"
def network(w, x, tanh):
    """Give the answer of the 2-2-1 network with the nine numbers w for the row x."""
    ### BEGIN SOLUTION
    hidden = [tanh(w[i] * x[0] + w[i + 1] * x[1] + w[i + 2]) for i in (0, 3)]
    return w[6] * hidden[0] + w[7] * hidden[1] + w[8]
    ### END SOLUTION


def train(gradients, answer, w, X, y, lr, n_steps):
    """Give the nine numbers after n_steps steps of gradient descent."""

    ### BEGIN SOLUTION
    def cost(*numbers):
        total = 0.0
        for row, wanted in zip(X, y, strict=True):
            total = total + (answer(numbers, row) - wanted) ** 2
        return total / len(X)

    for _step in range(n_steps):
        found = gradients(cost, w)
        w = [number - lr * slope for number, slope in zip(w, found, strict=True)]
    return list(w)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="autodiff-train-try"
# Try it: XOR with the library's engine. After 300 steps at rate 0.2 the four answers
# are close to 0, 1, 1, 0.

# %%
X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
start = [1.0, -0.8, 0.3, -0.9, 1.1, 0.2, 0.7, 0.9, -0.1]


def library(f, at):
    return autodiff.grad(f, *at)


w = train(library, lambda w, x: network(w, x, autodiff.tanh), start, X, y, 0.2, 300)
[round(network(w, x, math.tanh), 2) for x in X]

# %% [markdown] role="text" grade_id="autodiff-train-yours"
# Now with your own engine: put `gradients` for `library` and `tanh` for `autodiff.tanh`
# into the cell above. The four answers stay the same.

# %% role="test" grade_id="autodiff-train-network" points=1 syllabus="A-12"
import math

from nnbyhand import checks

_case_w = [0.5, -1.5, 0.75, 2.0, 1.25, -0.5, 1.5, -2.5, 0.4]


def _bent(z):
    """Not tanh at all: it shows whether the function that was given is used."""
    return z / (1 + abs(z))


checks.check(
    "network",
    [(_case_w, [1.0, 0.5], math.tanh), (_case_w, [-0.25, 0.75], math.tanh)],
    expected=[-1.33650612889, -0.13712886902],
    task="train-network",
)
checks.check(
    "network",
    [(_case_w, [1.0, 0.5], _bent), (_case_w, [-1.0, 0.5], _bent)],
    expected=[-0.8, 1.53043478261],
    task="train-network",
)

# %% role="test" grade_id="autodiff-train-value" points=1 syllabus="A-12"
from nnbyhand import autodiff, checks, symbolic


def _library(f, at):
    try:
        return list(autodiff.grad(f, *at))
    except TypeError as error:
        if "positional argument" in str(error):
            error.args = ("your cost gets nine numbers, not one list: def cost(*w)",)
        raise


def _unit(i):
    """A hidden unit as an expression."""
    weighted = ("+", ("*", f"w{i}", "x1"), ("*", f"w{i + 1}", "x2"))
    return ("sin", ("+", weighted, f"w{i + 2}"))  # so it is not your network


_NETWORK = "+", ("+", ("*", "w6", _unit(0)), ("*", "w7", _unit(3))), "w8"


def _network(p, x):
    named = {f"w{i}": weight for i, weight in enumerate(p)}
    return symbolic.evaluate(_NETWORK, named | {"x1": x[0], "x2": x[1]})


_start = [1.0, -0.8, 0.3, -0.9, 1.1, 0.2, 0.7, 0.9, -0.1]
_rows, _targets = [[0.0, 0.5], [1.0, -1.0], [-0.5, 2.0]], [0.5, -1.0, 1.5]
_after_one = [1.0255147611, -0.8563786403, 0.2959605048, -0.8333149258, 0.860171986]
_after_one += [0.0947803387, 0.5321601289, 0.9820915535, -0.00322747]
_after_three = [1.0530790088, -0.9202703895, 0.2894767868, -0.7968859497, 0.7177356541]
_after_three += [0.0294656511, 0.3621284584, 1.1537853917, 0.0930228717]
checks.check(
    "train",
    [
        (_library, _network, _start, _rows, _targets, 0.1, 1),
        (_library, _network, _start, _rows, _targets, 0.1, 3),
    ],
    expected=[_after_one, _after_three],
    task="autodiff-train",
)

# %% role="test" grade_id="autodiff-train-hidden" points=2 syllabus="A-12"
# hidden test: other rows, another start, another rate, another network
### BEGIN HIDDEN TESTS
from nnbyhand import autodiff, checks


def _engine(f, at):
    return list(autodiff.grad(f, *at))


def _other_network(p, x):
    h, k = (autodiff.sigmoid(p[i] * x[0] + p[i + 1] * x[1] + p[i + 2]) for i in (0, 3))
    return autodiff.tanh(p[6] * h + p[7] * k + p[8])


def _same_way(gradients, answer, weights, X, y, lr, n_steps):
    def cost(*p):
        summed = 0
        for x, t in zip(X, y, strict=True):
            summed += (answer(p, x) - t) ** 2
        return summed / len(y)

    for _ in range(n_steps):
        moves = gradients(cost, weights)
        weights = [p - lr * g for p, g in zip(weights, moves, strict=True)]
    return weights


_begin = [-0.4, 0.6, 0.1, 1.2, 0.5, -0.7, -1.1, 0.8, 0.3]
_case_x = [[1.5, -0.5], [0.25, 1.0], [-1.0, -1.0], [0.5, 2.0], [2.0, 0.0]]
_case_y = [1.0, -0.5, 0.0, 2.0, -1.0]
checks.check(
    "train",
    [
        (_engine, _other_network, _begin, _case_x, _case_y, 0.05, 1),
        (_engine, _other_network, _begin, _case_x, _case_y, 0.6, 4),
    ],
    reference=_same_way,
    task="autodiff-train",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="autodiff-words-text" syllabus="A-09"
# ## 12 In your own words (3 points, read by a person)
#
# A network has a million weights and one cost. Explain to a friend who knows slopes,
# but no programming, why its gradients are found by walking back and not by trying each
# weight, and what must be remembered for it. Three to six sentences. Write into the
# cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. an attempt in the learner's own words that compares the two ways;
# 2. one way back finds the slopes by all weights at once, while trying each weight (or
#    forward mode) takes about one run for each of the million;
# 3. the values (or local slopes) of the way there must be kept until the way back uses
#    them: memory is the price.
#
# Sample, 3 points: "If I nudge each weight and run the network again, I need a million
# runs. Going back from the cost, every step tells the steps before it how much they
# mattered, so one walk gives all the slopes. For that I must keep the numbers of the
# run there, because the slopes of each step depend on them."
# Sample, 2 points: "Nudging takes a run for each weight. Walking back gives all of them
# in one go."
# Sample, 1 point: "Going back is much faster than trying."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="autodiff-words" points=3 syllabus="A-09"
# *Write your answer here.*
