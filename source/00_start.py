# %% [markdown] role="text" grade_id="start-title"
# # 00 Start: assignment
#
# You compute a weighted sum in three ways, predict shapes, meet a broadcasting surprise,
# draw numbers that can be drawn again, and read a listing in an old Python. About an
# hour and a half (an estimate). 18 points, all checked by tests, some of which you see only after
# grading.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Nothing is sent anywhere.
#
# Before you hand in, choose *Restart Kernel and Run All Cells*, then press *Validate*.

# %%
import numpy as np

from nnbyhand.data import THREE_BIAS, THREE_INPUTS, THREE_WEIGHTS

# %% [markdown] role="text" grade_id="start-first-text" syllabus="S-03"
# ## 1 Find your way (1 point)
#
# This one is about the notebook. Write `give_back(value)`: a function that returns what
# it was given, unchanged.
#
# 1. Run the test before you write anything. It says NOT ATTEMPTED.
# 2. Write your answer, and run the test without running the answer cell. Python still
#    has the old function, so the test says the same.
# 3. Run the answer cell, then the test. It says CORRECT.
# 4. Try to change the test: it is locked.
#
# <details><summary>Hint 1: direction</summary>Inside a function its argument has a name
# of its own. It is the word in brackets.</details>
# <details><summary>Hint 2: equation</summary>give_back(1.05) = 1.05, and
# give_back(7) = 7</details>
# <details><summary>Hint 3: first line</summary>It starts with <code>return</code>, then
# a blank and the name of the argument, without quotes.</details>


# %% role="answer" grade_id="start-first"
def give_back(value):
    """Return what was given, unchanged."""
    ### BEGIN SOLUTION
    return value
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-first-try"
# Try it: the next cell should show `1.05`.

# %%
give_back(1.05)

# %% role="test" grade_id="start-first-value" points=1 syllabus="S-03"
from nnbyhand import checks

checks.check(
    "give_back",
    [(1.05,), (-3.5,), (0.25,)],
    expected=[1.05, -3.5, 0.25],
    task="start-first",
)

# %% [markdown] role="text" grade_id="start-loop-text" syllabus="S-04"
# ## 2 A weighted sum with a loop (2 points)
#
# Write `sum_by_loop(x, w, b)`: go through the inputs one at a time, multiply each by its
# own weight, and add everything up, the bias `b` once.
#
# $$z = x_1 w_1 + x_2 w_2 + \dots + x_d w_d + b$$
#
# Shapes: `x` and `w` are `(d,)` with any length `d`, `b` is one number, and so is the
# result.
#
# <details><summary>Hint 1: direction</summary>Keep one number that grows from round to
# round. What is it before the first round?</details>
# <details><summary>Hint 2: equation</summary>z = Σ x_i w_i + b</details>
# <details><summary>Hint 3: first line</summary><code>z = b</code>, then a loop over
# <code>zip(x, w)</code>.</details>


# %% role="answer" grade_id="start-loop"
def sum_by_loop(x, w, b):
    """Give the weighted sum of x plus the bias, one input at a time."""
    ### BEGIN SOLUTION
    z = b
    for x_i, w_i in zip(x, w, strict=True):
        z = z + x_i * w_i
    return z
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-loop-try"
# Try it: inputs (2, −1, 0.5), weights (0.5, 1.5, −2) and bias 0.75 give
# 1 − 1.5 − 1 + 0.75 = **−0.75**.

# %%
sum_by_loop(THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS)

# %% role="test" grade_id="start-loop-value" points=1 syllabus="S-04"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import THREE_BIAS, THREE_INPUTS, THREE_WEIGHTS

checks.check(
    "sum_by_loop",
    [
        (THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS),
        (np.array([1.0, 0.5]), np.array([0.9, 0.3]), 0.5),
    ],
    expected=[-0.75, 1.55],
    task="start-loop",
)

# %% role="test" grade_id="start-loop-hidden" points=1 syllabus="S-04"
# hidden test: two, four and six inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

rng = np.random.default_rng(401)
checks.check(
    "sum_by_loop",
    [
        (np.array([2.5, -1.5]), np.array([-0.5, 0.25]), 3.25),
        (rng.normal(size=4), rng.normal(size=4), -1.5),
        (rng.normal(size=6), rng.normal(size=6), 2.25),
    ],
    reference=lambda x, w, b: np.dot(x, w) + b,
    task="start-loop",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-product-text" syllabus="S-04"
# ## 3 The same sum without a loop (2 points)
#
# Write `sum_by_product(x, w, b)`: the same number, but let NumPy multiply place by place
# and then add the products.
#
# Shapes: `x` and `w` are arrays `(d,)`, `b` is one number, and so is the result.
#
# <details><summary>Hint 1: direction</summary>Two steps: first an array of products,
# then one number.</details>
# <details><summary>Hint 2: equation</summary>p_i = x_i w_i, then z = Σ p_i + b</details>
# <details><summary>Hint 3: first line</summary><code>products = x * w</code></details>


# %% role="answer" grade_id="start-product"
def sum_by_product(x, w, b):
    """Give the weighted sum of x plus the bias: multiply place by place, then add."""
    ### BEGIN SOLUTION
    return (x * w).sum() + b
    ### END SOLUTION


# %% role="test" grade_id="start-product-value" points=1 syllabus="S-04"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import THREE_BIAS, THREE_INPUTS, THREE_WEIGHTS

checks.check(
    "sum_by_product",
    [
        (THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS),
        (np.array([1.0, 0.5]), np.array([0.9, 0.3]), 0.5),
    ],
    expected=[-0.75, 1.55],
    task="start-product",
)

# %% role="test" grade_id="start-product-hidden" points=1 syllabus="S-04"
# hidden test: two, three and eight inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

rng = np.random.default_rng(402)
checks.check(
    "sum_by_product",
    [
        (np.array([4.0, -0.5]), np.array([0.75, 3.0]), -2.5),
        (rng.normal(size=3), rng.normal(size=3), 1.25),
        (rng.normal(size=8), rng.normal(size=8), -0.25),
    ],
    reference=lambda x, w, b: np.dot(x, w) + b,
    task="start-product",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-matmul-text" syllabus="S-04"
# ## 4 All examples at once (2 points)
#
# Now `X` is a table: each row is one example. Write `sum_by_matmul(X, w, b)`: the
# weighted sum of every row, with `@`.
#
# Shapes: `X` is `(n, d)`, `w` is `(d,)`, `b` is one number; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary><code>@</code> multiplies and adds along
# the last axis of what stands on its left.</details>
# <details><summary>Hint 2: equation</summary>z = X w + b, where (n, d) meets (d,) and
# gives (n,)</details>
# <details><summary>Hint 3: first line</summary><code>z = X @ …</code>, then the
# bias.</details>


# %% role="answer" grade_id="start-matmul"
def sum_by_matmul(X, w, b):
    """Give the weighted sum of every row of X plus the bias."""
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-matmul-try"
# Try it: the first row is the one from exercise 2, so the first number is −0.75. The
# second row is twice the first. Which number comes second? It is not −1.5.

# %%
sum_by_matmul(np.array([THREE_INPUTS, 2 * THREE_INPUTS]), THREE_WEIGHTS, THREE_BIAS)

# %% role="test" grade_id="start-matmul-value" points=1 syllabus="S-04"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import THREE_BIAS, THREE_INPUTS, THREE_WEIGHTS

four = np.array([THREE_INPUTS, 2 * THREE_INPUTS, [1.0, 1.0, 1.0], [0.5, -2.0, 3.0]])
checks.check(
    "sum_by_matmul",
    [(four, THREE_WEIGHTS, THREE_BIAS)],
    expected=[[-0.75, -2.25, 0.75, -8.0]],
    task="start-matmul",
)

# %% role="test" grade_id="start-matmul-hidden" points=1 syllabus="S-04"
# hidden test: more rows than columns, fewer, and as many
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

rng = np.random.default_rng(403)
checks.check(
    "sum_by_matmul",
    [
        (rng.normal(size=(6, 2)), rng.normal(size=2), 1.5),
        (rng.normal(size=(2, 5)), rng.normal(size=5), -0.75),
        (rng.normal(size=(3, 3)), rng.normal(size=3), 2.0),
    ],
    reference=lambda X, w, b: np.dot(X, w) + b,
    task="start-matmul",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-shapes-text" syllabus="S-05"
# ## 5 Predict the shape, then run (2 points)
#
# `x` has shape (12,), `column` has shape (12, 1), `X` has shape (12, 3) and `w` has shape
# (3,). Which shape has each result?
#
# | | expression |
# |---|---|
# | A | `x - column` |
# | B | `X * w` |
# | C | `X @ w` |
# | D | `X.sum(axis=0)` |
# | E | `X + column` |
# | F | `x - column[:, 0]` |
#
# Return a dict with the keys `"A"` to `"F"` and a shape for each, written as NumPy writes
# it. Predict all six on paper first; afterwards you may run them below.
#
# <details><summary>Hint 1: direction</summary>Write the two shapes under each other, at
# the right edge. Which axes are missing or 1?</details>
# <details><summary>Hint 2: equation</summary>A missing axis or a 1 takes the size of the
# other. <code>@</code> and <code>sum</code> take one axis away.</details>
# <details><summary>Hint 3: first line</summary>A: under (12,) stands (12, 1). At the
# right edge 12 meets 1, one step further nothing meets 12.</details>


# %% role="answer" grade_id="start-shapes"
def shapes():
    """Give the shape of each of the six results."""
    ### BEGIN SOLUTION
    return {
        "A": (12, 12),
        "B": (12, 3),
        "C": (12,),
        "D": (3,),
        "E": (12, 3),
        "F": (12,),
    }
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-shapes-try"
# Try it, after your prediction: put one expression after the other into the last line,
# followed by `.shape`.

# %%
x, column = np.zeros(12), np.zeros((12, 1))
X, w = np.zeros((12, 3)), np.zeros(3)
X.shape

# %% role="test" grade_id="start-shapes-hidden" points=2 syllabus="S-05"
# hidden test: all six shapes
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def written(found):
    """The shapes A to F as they are written: 12 is a number, (12,) a shape."""
    return tuple(
        str(found[key])
        if isinstance(found[key], int)
        else str(tuple(int(size) for size in found[key]))
        for key in "ABCDEF"
    )


checks.check(
    "shapes",
    [()],
    expected=[("(12, 12)", "(12, 3)", "(12,)", "(3,)", "(12, 3)", "(12,)")],
    through=written,
    shows="the shapes A to F",
    task="start-shapes",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-rows-text" syllabus="S-05"
# ## 6 One sum for each example (2 points)
#
# Write `row_sums(X)`: for every example, a row of `X`, the sum of its numbers.
#
# Shapes: `X` is `(n, d)`; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>The axis you name in <code>sum</code> is
# the one that goes away. Which one should stay?</details>
# <details><summary>Hint 2: equation</summary>s_i = Σ_j X_ij: the second index is the one
# that is added over.</details>
# <details><summary>Hint 3: first line</summary><code>X.sum(axis=…)</code>; axis 0 is
# examples.</details>


# %% role="answer" grade_id="start-rows"
def row_sums(X):
    """Give the sum of every row of X."""
    ### BEGIN SOLUTION
    return X.sum(axis=1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-rows-try"
# Try it: two examples with three numbers each. Their sums are 2.5 and 11.

# %%
row_sums(np.array([[2.0, -0.5, 1.0], [6.0, 4.0, 1.0]]))

# %% role="test" grade_id="start-rows-value" points=1 syllabus="S-05"
import numpy as np

from nnbyhand import checks

checks.check(
    "row_sums",
    [(np.array([[2.0, -0.5, 1.0], [6.0, 4.0, 1.0]]),)],
    expected=[[2.5, 11.0]],
    task="start-rows",
)

# %% role="test" grade_id="start-rows-hidden" points=1 syllabus="S-05"
# hidden test: another table, and a square one
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

rng = np.random.default_rng(404)
checks.check(
    "row_sums",
    [(rng.normal(size=(5, 2)),), (rng.normal(size=(4, 4)),)],
    reference=lambda X: np.sum(X, axis=1),
    task="start-rows",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-errors-text" syllabus="S-05"
# ## 7 Repair: a column meets a row (2 points)
#
# A network gives its predictions as a column `(n, 1)`; the targets come as `(n,)`. To see
# how far off each prediction is, somebody wrote `predicted - target` and found `n` times
# `n` numbers. Write `errors(predicted, target)`: prediction minus target, one number for
# each example.
#
# Shapes: `predicted` is `(n, 1)`, `target` is `(n,)`; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>Give both the same shape before you
# subtract.</details>
# <details><summary>Hint 2: equation</summary>e_i = predicted_i − target_i</details>
# <details><summary>Hint 3: first line</summary>A column has one number in each row: take
# number 0 of every row, or look up <code>reshape</code>.</details>


# %% role="answer" grade_id="start-errors"
def errors(predicted, target):
    """Give prediction minus target for every example."""
    ### BEGIN SOLUTION
    return predicted[:, 0] - target
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-errors-try"
# Try it: the predictions 1, 2.5 and 4 miss the targets 1.5, 2 and 2 by −0.5, 0.5 and 2.

# %%
errors(np.array([[1.0], [2.5], [4.0]]), np.array([1.5, 2.0, 2.0]))

# %% role="test" grade_id="start-errors-value" points=1 syllabus="S-05"
import numpy as np

from nnbyhand import checks

checks.check(
    "errors",
    [(np.array([[1.0], [2.5], [4.0]]), np.array([1.5, 2.0, 2.0]))],
    expected=[[-0.5, 0.5, 2.0]],
    task="start-errors",
)

# %% role="test" grade_id="start-errors-hidden" points=1 syllabus="S-05"
# hidden test: two and seven examples
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

rng = np.random.default_rng(405)
checks.check(
    "errors",
    [
        (np.array([[0.5], [-2.0]]), np.array([3.0, 1.25])),
        (rng.normal(size=(7, 1)), rng.normal(size=7)),
    ],
    reference=lambda predicted, target: np.ravel(predicted) - target,
    task="start-errors",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-draw-text" syllabus="S-08"
# ## 8 Chance you can repeat (2 points)
#
# Write `draw(n, rng)`: draw `n` normally distributed numbers (`normal`, not `random` or
# `uniform`), mean 0 and spread 1, from the generator `rng` you are given. Whoever passes a generator with the same seed gets
# the same numbers, and a second draw from one generator gives new ones.
#
# Shapes: `n` is a whole number; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>The generator has a method for this. Your
# function makes no generator and sets no seed.</details>
# <details><summary>Hint 2: equation</summary>each number is drawn from N(0, 1), all n in
# one call</details>
# <details><summary>Hint 3: first line</summary><code>rng.normal(size=…)</code></details>


# %% role="answer" grade_id="start-draw"
def draw(n, rng):
    """Draw n numbers with mean 0 and spread 1 from rng."""
    ### BEGIN SOLUTION
    return rng.normal(size=n)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-draw-try"
# Try it: the seed 0 gives about 0.126, −0.132 and 0.640, today and tomorrow.

# %%
draw(3, np.random.default_rng(0))

# %% role="test" grade_id="start-draw-seed" points=1 syllabus="S-08"
import numpy as np

from nnbyhand import checks


def are_numbers(drawn):
    """1 for each number that was drawn."""
    return np.isfinite(np.asarray(drawn, dtype=float))


def repeats(function):
    """The same seed gives the same numbers, and another seed gives others."""
    first, again, other = (
        np.array(function(4, np.random.default_rng(seed))) for seed in (7, 7, 8)
    )
    return np.array_equal(first, again) and not np.array_equal(first, other)


def moves_on(function):
    """A second draw from one generator gives new numbers."""
    rng = np.random.default_rng(7)
    return not np.array_equal(function(4, rng), function(4, rng))


seeds = [(4, np.random.default_rng(seed)) for seed in (7, 7, 8)]
checks.check(
    "draw",
    seeds,
    expected=[[1, 1, 1, 1]] * 3,
    through=are_numbers,
    shows="1 for each number that was drawn",
    task="start-draw",
)
checks.check_that(
    "draw",
    "the same seed gives the same numbers, another seed gives others",
    repeats,
    cases=seeds,
    task="start-draw",
)
checks.check_that(
    "draw",
    "a second draw from one generator gives new numbers",
    moves_on,
    cases=seeds,
    task="start-draw-again",
)

# %% role="test" grade_id="start-draw-hidden" points=1 syllabus="S-08"
# hidden test: the numbers themselves, five and two at a time
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

wanted = [(5, 21), (5, 21), (5, 22), (2, 23)]
checks.check(
    "draw",
    [(n, np.random.default_rng(seed)) for n, seed in wanted],
    expected=[np.random.default_rng(seed).normal(size=n) for n, seed in wanted],
    task="start-draw",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-device-text" syllabus="S-06"
# ## 9 Ask first (2 points)
#
# Write `choose_device(available)` for a list of the devices a machine has: `"cuda"` if it
# is there, else `"mps"`, else `"cpu"`. Every machine has a CPU, so `"cpu"` is right even
# where the list is empty or names nothing you know.
#
# <details><summary>Hint 1: direction</summary>Two questions in the right order, and an
# answer for when both are denied.</details>
# <details><summary>Hint 2: equation</summary>cuda before mps before cpu</details>
# <details><summary>Hint 3: first line</summary><code>if "cuda" in …</code></details>


# %% role="answer" grade_id="start-device"
def choose_device(available):
    """Name the best device of the list, or "cpu"."""
    ### BEGIN SOLUTION
    for name in ("cuda", "mps"):
        if name in available:
            return name
    return "cpu"
    ### END SOLUTION


# %% [markdown] role="text" grade_id="start-device-try"
# Try it: a machine with `"cpu"` and `"mps"` should use `"mps"`.

# %%
choose_device(["cpu", "mps"])

# %% role="test" grade_id="start-device-value" points=1 syllabus="S-06"
from nnbyhand import checks


def a_device(name):
    """Let through what can be the name of a device."""
    if name not in ("cuda", "mps", "cpu"):
        raise ValueError('expected "cuda", "mps" or "cpu"')
    return name


checks.check(
    "choose_device",
    [(["cpu", "mps"],), (["cpu"],), (["mps", "cuda", "cpu"],), ([],)],
    expected=["mps", "cpu", "cuda", "cpu"],
    through=a_device,
    task="start-device",
)

# %% role="test" grade_id="start-device-hidden" points=1 syllabus="S-06"
# hidden test: other lists, some with devices nobody knows
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def any_device(name):
    """Let through what can be the name of a device, known or not."""
    if name not in ("cuda", "mps", "cpu", "xpu", "tpu"):
        raise ValueError("expected the name of a device")
    return name


checks.check(
    "choose_device",
    [(["cpu", "xpu"],), (["mps", "cuda"],), (["tpu", "mps"],), (["cuda", "cpu"],)],
    expected=["cpu", "cuda", "mps", "cuda"],
    through=any_device,
    task="start-device",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="start-listing-text" syllabus="S-07"
# ## 10 Find the mistake: an old listing (1 point)
#
# This was written for Python 2. In which line does Python 3 stop first? Mend that line
# only, run again: in which line does it stop then? Name the line that Python cannot carry
# out, not the one that called it.
#
# ```text
#  1  class Network(object):
#  2      def __init__(self, n_rounds):
#  3          self.rounds = xrange(n_rounds)
#  4
#  5      def forward(self, a):
#  6          for k in self.rounds:
#  7              a = sigmoid(a)
#  8          return a
#  9
# 10      def sigmoid(a):
# 11          return 1.0 / (1.0 + 2.718 ** (-a))
# 12
# 13  network = Network(3)
# 14  print(network.forward(0.5))
# ```
#
# Return the two line numbers as a pair, `(first, second)`.
#
# <details><summary>Hint 1: direction</summary>Follow Python from line 13. Which names
# does it have to look up, and when?</details>
# <details><summary>Hint 2: equation</summary>A body runs when its function is called, not
# when it is defined.</details>
# <details><summary>Hint 3: first line</summary>Line 1 is fine: Python 3 accepts
# <code>(object)</code>. So go on with line 13: what does it carry out?</details>


# %% role="answer" grade_id="start-listing"
def failing_lines():
    """Give the line that stops first, and the one that stops after mending it."""
    ### BEGIN SOLUTION
    return 3, 7
    ### END SOLUTION


# %% role="test" grade_id="start-listing-hidden" points=1 syllabus="S-07"
# hidden test: both lines
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check("failing_lines", [()], expected=[[3, 7]], task="start-listing")
### END HIDDEN TESTS
