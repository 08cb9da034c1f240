# %% [markdown] role="text" grade_id="neuron-title"
# # 01 Neurons and gates: assignment
#
# You build a threshold neuron, the logic gates, XOR, and at the end a network for any
# truth table. About three hours (an estimate). 33 points: 30 are checked by tests, some of
# which you see only after grading, and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough; the answers may not call the
# functions of `nnbyhand.gates` that do the task for you.
#
# The rule of the course: a unit fires when its sum is **above** zero, `z > 0`. At exactly
# zero it stays silent.

# %%
import numpy as np

from nnbyhand.data import (
    HALF_PLANES_POINTS,
    PASSES_ATTENDED,
    PASSES_BIAS,
    PASSES_WEIGHTS,
    THREE_BIAS,
    THREE_INPUTS,
    THREE_WEIGHTS,
)

# %% [markdown] role="text" grade_id="neuron-parts-text" syllabus="G-03"
# ## 1 The parts of a neuron (1 point)
#
# One line of code decides whether a heating switches on:
#
# ```python
# heats = above(t * (-0.4) + wind * 1.2 + 3.0)
# ```
#
# Which letter marks which part? `A` is `heats`, `B` is `above`, `C` is `t, wind`,
# `D` is `-0.4, 1.2`, `E` is `3.0`, and `F` is everything inside the brackets.
#
# Return a dict with the keys `"inputs"`, `"weights"`, `"bias"`, `"sum"`, `"function"`,
# `"output"` and a letter for each.
#
# <details><summary>Hint 1: direction</summary>Ask of each part: does it come from
# outside, does it belong to the unit, or is it worked out?</details>
# <details><summary>Hint 2: equation</summary>output = function(inputs · weights + bias)
# </details>
# <details><summary>Hint 3: first line</summary><code>return {"inputs": …, "weights": …</code>
# and so on; what stands under <code>C</code> changes with the weather.</details>


# %% role="answer" grade_id="neuron-parts"
def parts():
    """Give the letter of each part of the line above."""
    ### BEGIN SOLUTION
    return {
        "inputs": "C",
        "weights": "D",
        "bias": "E",
        "sum": "F",
        "function": "B",
        "output": "A",
    }
    ### END SOLUTION


# %% [markdown] role="text" grade_id="neuron-parts-try"
# Try it: six keys, each letter used once. Whether the letters are right is tested after
# you hand in.

# %%
sorted(parts()), sorted(parts().values())

# %% role="test" grade_id="neuron-parts-hidden" points=1 syllabus="G-03"
# hidden test: which letter stands for which part
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def _letters(found):
    """Make every letter a capital; leave alone what is no dict."""
    if not isinstance(found, dict):
        return found
    return {part: str(letter).strip().upper() for part, letter in found.items()}


checks.check(
    "parts",
    [()],
    through=_letters,
    expected=[
        {
            "inputs": "C",
            "weights": "D",
            "bias": "E",
            "sum": "F",
            "function": "B",
            "output": "A",
        }
    ],
    task="neuron-parts",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="neuron-step-text" syllabus="G-04 G-06"
# ## 2 The threshold (2 points)
#
# Write `step(z)` for one number `z`: it gives 1 if `z > 0`, else 0.
#
# <details><summary>Hint 1: direction</summary>There are two answers and one question
# that separates them.</details>
# <details><summary>Hint 2: equation</summary>step(z) = 1 if z > 0, else 0. What does it
# say at z = 0?</details>
# <details><summary>Hint 3: first line</summary><code>if z &gt; 0:</code></details>


# %% role="answer" grade_id="neuron-step"
def step(z):
    """Fire, 1, if the number z is above zero, else stay silent, 0."""
    ### BEGIN SOLUTION
    return 1 if z > 0 else 0
    ### END SOLUTION


# %% [markdown] role="text" grade_id="neuron-step-try"
# Try it: the next cell should show `(0, 1)`.

# %%
step(-2), step(2)

# %% role="test" grade_id="neuron-step-value" points=1 syllabus="G-04"
from nnbyhand import checks, gates

checks.check(
    "step",
    [(-2.0,), (0.0,), (1e-9,), (2.0,)],
    expected=[0, 0, 1, 1],
    task="neuron-step",
    forbid=(gates.step,),
)

# %% role="test" grade_id="neuron-step-hidden" points=1 syllabus="G-04"
# hidden test: other numbers, very small and very large
### BEGIN HIDDEN TESTS
from nnbyhand import checks, gates

checks.check(
    "step",
    [(-700.0,), (-1e-12,), (0,), (0.25,), (3,), (1e6,)],
    reference=gates.step,
    task="neuron-step",
    forbid=(gates.step,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="neuron-sum-text" syllabus="G-03 G-17"
# ## 3 The weighted sum (2 points)
#
# Write `weighted_sum(x, w, b)`: multiply each input by its own weight, add the products,
# add the bias once.
#
# $$z = x_1 w_1 + x_2 w_2 + \dots + x_d w_d + b$$
#
# Shapes: `x` and `w` are arrays `(d,)` of any length `d`, `b` is one number, and so is
# the result.
#
# <details><summary>Hint 1: direction</summary>Two arrays of one length, multiplied place
# by place, give an array. You need one number.</details>
# <details><summary>Hint 2: equation</summary>z = Σ x_i w_i + b</details>
# <details><summary>Hint 3: first line</summary><code>z = b</code>, then a loop that adds
# to it, or <code>x * w</code> and its sum</details>


# %% role="answer" grade_id="neuron-sum"
def weighted_sum(x, w, b):
    """Give z, the sum of the inputs times their weights, plus the bias."""
    ### BEGIN SOLUTION
    return np.dot(x, w) + b
    ### END SOLUTION


# %% [markdown] role="text" grade_id="neuron-sum-try"
# Try it: with the inputs (2, −1, 0.5), the weights (0.5, 1.5, −2) and the bias 0.75 the
# sum is 1 − 1.5 − 1 + 0.75 = **−0.75**.

# %%
weighted_sum(THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS)

# %% role="test" grade_id="neuron-sum-value" points=1 syllabus="G-17"
import numpy as np

from nnbyhand import checks, gates
from nnbyhand.data import THREE_BIAS, THREE_INPUTS, THREE_WEIGHTS

_none = np.zeros(3)
checks.check(
    "weighted_sum",
    [
        (THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS),
        (np.array([1.0, 2.0]), np.array([3.0, -0.5]), -1.25),
    ],
    reference=gates.neuron,
    task="neuron-sum",
    isolate={
        "the bias": (_none, THREE_WEIGHTS, THREE_BIAS),
        "the weighted inputs": (THREE_INPUTS, THREE_WEIGHTS, 0.0),
    },
    forbid=(gates.neuron,),
)

# %% role="test" grade_id="neuron-sum-hidden" points=1 syllabus="G-03"
# hidden test: two, four and seven inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates

_rng = np.random.default_rng(101)
checks.check(
    "weighted_sum",
    [
        (np.array([0.5, -3.0]), np.array([4.0, 0.25]), -1.5),
        (_rng.normal(size=4), _rng.normal(size=4), 2.5),
        (_rng.normal(size=7), _rng.normal(size=7), -0.5),
    ],
    reference=gates.neuron,
    task="neuron-sum",
    forbid=(gates.neuron,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="neuron-label-text" syllabus="G-16"
# ## 4 Who passes? (2 points)
#
# Each row of `X` is a student: lectures and tutorials attended. Write
# `labels(X, w, b)`: the answer of the unit for every row, 1 or 0, with the strict rule.
#
# Shapes: `X` is `(n, d)`, `w` is `(d,)`, `b` is one number; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>First the sum of each row, then one
# question to all sums.</details>
# <details><summary>Hint 2: equation</summary>y = step(X w + b), row by row</details>
# <details><summary>Hint 3: first line</summary><code>z = X @ w + b</code> holds one sum
# for each row; <code>z &gt; 0</code> compares all of them at once.</details>


# %% role="answer" grade_id="neuron-label"
def labels(X, w, b):
    """Give the answer of the unit, 1 or 0, for every row of X."""
    ### BEGIN SOLUTION
    return (X @ w + b > 0).astype(int)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="neuron-label-try"
# Try it: with weights (0.25, 0.5) and bias −5 the six sums are 2, 1, 0, −0.5, −3.5 and
# 0.25. Which students pass? Look closely at the third.

# %%
labels(PASSES_ATTENDED, PASSES_WEIGHTS, PASSES_BIAS)

# %% role="test" grade_id="neuron-label-value" points=1 syllabus="G-16"
import numpy as np

from nnbyhand import checks, gates
from nnbyhand.data import PASSES_ATTENDED, PASSES_BIAS, PASSES_WEIGHTS

_three = np.array([[3.0, 1.0], [1.0, -1.0], [0.0, 2.0]])
checks.check(
    "labels",
    [
        (PASSES_ATTENDED, PASSES_WEIGHTS, PASSES_BIAS),
        (_three, np.array([1.0, 1.0]), -2.0),
    ],
    expected=[[1, 1, 0, 0, 0, 1], [1, 0, 0]],
    task="neuron-label",
    column_ok=True,
    forbid=(gates.neuron, gates.step),
)

# %% role="test" grade_id="neuron-label-hidden" points=1 syllabus="G-16"
# hidden test: other students, another rule, three columns
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates

_more = np.array([[3.0, 0.5], [0.0, 4.0], [2.0, 2.0], [6.0, -1.0], [1.0, 1.0]])
_wide = np.array([[1, 2, -1], [0.5, 0, 2], [3, -2, 1], [0, 1, 0], [-3, 0, 4]])
checks.check(
    "labels",
    [(_more, np.array([2.0, 1.0]), -6.0), (_wide, np.array([1.0, -2.0, 0.5]), 2.0)],
    reference=lambda X, w, b: gates.step(gates.neuron(X, w, b)),
    task="neuron-label",
    column_ok=True,
    forbid=(gates.neuron, gates.step),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="neuron-bias-text" syllabus="G-05"
# ## 5 From a threshold to a bias (2 points)
#
# Some books write the neuron with a firing threshold θ: it fires when
# $x_1 w_1 + \dots + x_d w_d > θ$. We write $x_1 w_1 + \dots + x_d w_d + b > 0$.
# Write `bias_from_threshold(theta)`: the bias that gives the same neuron.
#
# <details><summary>Hint 1: direction</summary>Both lines must be true for the same
# inputs.</details>
# <details><summary>Hint 2: equation</summary>Bring θ to the left side of its
# line.</details>
# <details><summary>Hint 3: first line</summary>For θ = 1.5 the left side reads
# w·x − 1.5.</details>


# %% role="answer" grade_id="neuron-bias"
def bias_from_threshold(theta):
    """Give the bias b of the neuron that fires when w·x > theta."""
    ### BEGIN SOLUTION
    return -theta
    ### END SOLUTION


# %% role="test" grade_id="neuron-bias-value" points=1 syllabus="G-05"
from nnbyhand import checks

checks.check(
    "bias_from_threshold",
    [(1.5,), (-2.0,)],
    expected=[-1.5, 2.0],
    task="neuron-bias",
)

# %% role="test" grade_id="neuron-bias-hidden" points=1 syllabus="G-05"
# hidden test: other thresholds
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "bias_from_threshold",
    [(0.25,), (-7.5,), (40.0,)],
    expected=[-0.25, 7.5, -40.0],
    task="neuron-bias",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="gates-weights-text" syllabus="G-07"
# ## 6 Four gates of three inputs (4 points)
#
# Inputs are 0 or 1, and now there are three. For each gate choose the weights and the
# bias of one unit, and return them as one tuple, `(w1, w2, w3, b)`. Many answers are
# right; any that gives the truth table passes.
#
# | x1 | x2 | x3 | AND | OR | NOT x2 | NAND |
# |---|---|---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 0 | 1 | 1 |
# | 0 | 0 | 1 | 0 | 1 | 1 | 1 |
# | 0 | 1 | 0 | 0 | 1 | 0 | 1 |
# | 0 | 1 | 1 | 0 | 1 | 0 | 1 |
# | 1 | 0 | 0 | 0 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 0 | 0 | 1 | 0 | 1 |
# | 1 | 1 | 1 | 1 | 1 | 0 | 0 |
#
# `not_gate` turns x2 round, whatever the other two say.
#
# <details><summary>Hint 1: direction</summary>With equal weights only the number of ones
# counts. Write down the sums for none, one, two and three ones: which of them must be
# above zero?</details>
# <details><summary>Hint 2: equation</summary>AND with weights 1, 1 and 1: 0 + b, 1 + b and
# 2 + b must not be above zero, 3 + b must.</details>
# <details><summary>Hint 3: first line</summary>Choose weights 1, 1 and 1 for AND and OR and
# look for the bias. An input that must not matter has the weight 0.</details>


# %% role="answer" grade_id="gates-weights"
def and_gate():
    """Weights and bias of AND: (w1, w2, w3, b)."""
    ### BEGIN SOLUTION
    return (1, 1, 1, -2.5)
    ### END SOLUTION


def or_gate():
    """Weights and bias of OR: (w1, w2, w3, b)."""
    ### BEGIN SOLUTION
    return (1, 1, 1, -0.5)
    ### END SOLUTION


def not_gate():
    """Weights and bias of NOT x2: (w1, w2, w3, b)."""
    ### BEGIN SOLUTION
    return (0, -1, 0, 0.5)
    ### END SOLUTION


def nand_gate():
    """Weights and bias of NAND: (w1, w2, w3, b)."""
    ### BEGIN SOLUTION
    return (-1, -1, -1, 2.5)
    ### END SOLUTION


# %% role="test" grade_id="gates-weights-and" points=1 syllabus="G-07"
from nnbyhand import checks, gates

checks.check(
    "and_gate",
    [()],
    expected=[[0, 0, 0, 0, 0, 0, 0, 1]],
    through=gates.truth_table,
    shows="the answers for 000, 001, 010 and so on, up to 111",
    task="gates-weights-and",
)

# %% role="test" grade_id="gates-weights-or" points=1 syllabus="G-07"
from nnbyhand import checks, gates

checks.check(
    "or_gate",
    [()],
    expected=[[0, 1, 1, 1, 1, 1, 1, 1]],
    through=gates.truth_table,
    shows="the answers for 000, 001, 010 and so on, up to 111",
    task="gates-weights-or",
)

# %% role="test" grade_id="gates-weights-not" points=1 syllabus="G-07"
from nnbyhand import checks, gates

checks.check(
    "not_gate",
    [()],
    expected=[[1, 1, 0, 0, 1, 1, 0, 0]],
    through=gates.truth_table,
    shows="the answers for 000, 001, 010 and so on, up to 111",
    task="gates-weights-not",
)

# %% role="test" grade_id="gates-weights-hidden" points=1 syllabus="G-07"
# hidden test: NAND. Work out its sums yourself before you hand in.
### BEGIN HIDDEN TESTS
from nnbyhand import checks, gates

checks.check(
    "nand_gate",
    [()],
    expected=[[1, 1, 1, 1, 1, 1, 1, 0]],
    through=gates.truth_table,
    shows="the answers for 000, 001, 010 and so on, up to 111",
    task="gates-weights-nand",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="strict-rule-text" syllabus="G-21"
# ## 7 One rule for zero (1 point)
#
# A unit has the weights (2, −1) and the bias −1; its inputs are 0 or 1. Predict its truth
# table under our rule, `z > 0`, and under the other rule, `z >= 0`: it is another gate.
# Return two lists of four answers, for the rows 00, 01, 10, 11.
#
# <details><summary>Hint 1: direction</summary>Write the four sums first. They are the
# same for both rules.</details>
# <details><summary>Hint 2: equation</summary>z = 2 · x1 − x2 − 1</details>
# <details><summary>Hint 3: first line</summary>The first sum is −1. One of the others is
# exactly 0.</details>
#
# The next cell shows the form only: two lists of four. The values are tested after you
# hand in.


# %% role="answer" grade_id="strict-rule"
def two_rules():
    """Give the table under z > 0 and the table under z >= 0."""
    ### BEGIN SOLUTION
    return [0, 0, 1, 0], [0, 0, 1, 1]
    ### END SOLUTION


# %%
np.shape(two_rules())

# %% role="test" grade_id="strict-rule-hidden" points=1 syllabus="G-21"
# hidden test: both tables
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "two_rules",
    [()],
    expected=[[[0, 0, 1, 0], [0, 0, 1, 1]]],
    task="strict-rule",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="sign-unit-text" syllabus="G-08"
# ## 8 A unit that answers −1 or +1 (2 points)
#
# Some networks code "no" as −1 and "yes" as +1. Write `sign_unit(X, w, b)`: +1 for every
# row of `X` whose sum is above zero, else −1. At exactly zero the answer is −1.
#
# Shapes: `X` is `(n, d)`, `w` is `(d,)`, `b` is one number; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>It is exercise 4 with two other words for
# the answers.</details>
# <details><summary>Hint 2: equation</summary>sign(z) = +1 if z > 0, else −1. NumPy's
# function of this name has a third answer.</details>
# <details><summary>Hint 3: first line</summary><code>z = X @ w + b</code></details>


# %% role="answer" grade_id="sign-unit"
def sign_unit(X, w, b):
    """Give +1 or -1 for every row of X."""
    ### BEGIN SOLUTION
    return np.where(X @ w + b > 0, 1, -1)
    ### END SOLUTION


# %% role="test" grade_id="sign-unit-value" points=1 syllabus="G-08"
import numpy as np

from nnbyhand import checks, gates

_rows = np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
checks.check(
    "sign_unit",
    [
        (_rows, np.array([1.0, 1.0]), -1.5),
        (_rows, np.array([2.0, 1.0]), 3.0),
        (_rows, np.array([2.0, 1.0]), 1.0),
    ],
    expected=[[-1, -1, -1, 1], [-1, 1, 1, 1], [-1, -1, 1, 1]],
    task="sign-unit",
    column_ok=True,
    forbid=(gates.sign, gates.neuron),
)

# %% role="test" grade_id="sign-unit-hidden" points=1 syllabus="G-08"
# hidden test: other inputs, some of them exactly on the line
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates

_more = np.array([[1.0, 0.5, -2.0], [0.0, 0.0, 0.0], [2.0, -1.0, 1.0], [-3, 2.0, 0.5]])
checks.check(
    "sign_unit",
    [(_more, np.array([1.0, 2.0, 1.0]), -1.0), (_more, np.array([0.5, 1.0, 0]), 0.5)],
    reference=lambda X, w, b: gates.sign(gates.neuron(X, w, b)),
    task="sign-unit",
    column_ok=True,
    forbid=(gates.sign, gates.neuron),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="coding-biases-text" syllabus="G-08"
# ## 9 Find the mistake: one bias, two codings (1 point)
#
# A slide gives OR as sign(x1 + x2 **+ 1.5**), next to gates whose inputs are 0 and 1.
# With inputs 0 and 1 that OR is on in every row, even for 0 and 0. It is right only for
# inputs −1 and +1.
#
# Now make the same gates with the weights **1 and 3**, so that the sum is x1 + 3 · x2 + b.
# Return the four biases as `[[AND on 0/1, AND on ±1], [OR on 0/1, OR on ±1]]`.
#
# <details><summary>Hint 1: direction</summary>List x1 + 3 · x2 for the four rows in each
# coding. On 0/1 it is 0, 3, 1, 4.</details>
# <details><summary>Hint 2: equation</summary>The bias must lie between the sums that
# stay off and the sums that fire, with its sign turned.</details>
# <details><summary>Hint 3: first line</summary>AND on 0/1: 4 + b must be
# above zero, 3 + b must not.</details>


# %% role="answer" grade_id="coding-biases"
def coding_biases():
    """Give the bias of AND and of OR for inputs 0/1 and for inputs -1/+1."""
    ### BEGIN SOLUTION
    return [[-3.5, -3], [-0.5, 3]]
    ### END SOLUTION


# %% role="test" grade_id="coding-biases-value" points=1 syllabus="G-08"
import numpy as np

from nnbyhand import checks, gates

_zero_one = gates.truth_inputs(2)
_codings = [_zero_one, 2 * _zero_one - 1]


def _tables(biases):
    """Four truth tables: AND on 0/1, AND on ±1, OR on 0/1, OR on ±1."""
    if np.shape(biases) != (2, 2):
        raise ValueError("expected two pairs, one for each gate")
    return [
        gates.truth_table([1, 3, biases[gate][coding]], _codings[coding])
        for gate in (0, 1)
        for coding in (0, 1)
    ]


checks.check(
    "coding_biases",
    [()],
    expected=[[[0, 0, 0, 1], [0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 1]]],
    through=_tables,
    shows="a row each for AND on 0/1, AND on ±1, OR on 0/1, OR on ±1",
    task="coding-biases",
)

# %% [markdown] role="text" grade_id="counting-neuron-text" syllabus="G-09"
# ## 10 The first logical neuron (2 points)
#
# The neuron of 1943 only counts. Each line that reaches it brings 1 when it is active, 0
# when it is not, and −1 when an inhibiting line is active. It fires when the lines add
# up to **at least two**. Write `counting_neuron(lines)` for a list of such numbers.
#
# <details><summary>Hint 1: direction</summary>All lines go into one sum.</details>
# <details><summary>Hint 2: equation</summary>at least two is the same as: sum − 1.5 is
# above 0</details>
# <details><summary>Hint 3: first line</summary><code>total = sum(lines)</code></details>


# %% role="answer" grade_id="counting-neuron"
def counting_neuron(lines):
    """Give 1 if the lines add up to at least two, else 0."""
    ### BEGIN SOLUTION
    return 1 if sum(lines) >= 2 else 0
    ### END SOLUTION


# %% role="test" grade_id="counting-neuron-value" points=1 syllabus="G-09"
from nnbyhand import checks

checks.check(
    "counting_neuron",
    [
        ([1, 0],),
        ([1, 1],),
        ([1, 1, 1],),
        ([1, 1, -1],),
        ([1, -1],),
        ([1, 1, 1, -1],),
        ([0, 1, 1],),
    ],
    expected=[0, 1, 1, 0, 0, 1, 1],
    task="counting-neuron",
)

# %% role="test" grade_id="counting-neuron-hidden" points=1 syllabus="G-09"
# hidden test: more lines
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "counting_neuron",
    [
        ([0, 0, 1, 0],),
        ([1, 0, 1, 0],),
        ([1, 1, 1, 1],),
        ([1, 1, 1, -1, -1],),
        ([1, 1, 1, -1],),
        ([-1, 0, 1],),
        ([1, 1],),
        ([1, 1, 0],),
    ],
    expected=[0, 1, 1, 0, 1, 0, 1, 1],
    task="counting-neuron",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="counting-joins-text" syllabus="G-09"
# ## 11 Joining lines (1 point)
#
# With that neuron a gate is a drawing: how many lines lead from each input? An
# inhibiting line counts as −1, an input without a line as 0. Now there are three inputs
# A, B and C. Return four triples `(from A, from B, from C)`, for
#
# 1. "B or C" (A does not matter);
# 2. "at least two of A, B and C";
# 3. "A and B, but not C";
# 4. "A, or both B and C".
#
# <details><summary>Hint 1: direction</summary>One active line brings 1, and the neuron
# needs 2.</details>
# <details><summary>Hint 2: equation</summary>fires when n_A · A + n_B · B + n_C · C is at
# least 2</details>
# <details><summary>Hint 3: first line</summary>In the first drawing B alone must bring 2,
# and so must C.</details>


# %% role="answer" grade_id="counting-joins"
def joins():
    """Give (lines from A, from B, from C) for each of the four drawings."""
    ### BEGIN SOLUTION
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)]
    ### END SOLUTION


# %% role="test" grade_id="counting-joins-value" points=1 syllabus="G-09"
import numpy as np

from nnbyhand import checks, gates


def _join_tables(drawings):
    """The truth table of each drawing: sum of the lines minus 1.5."""
    if len(drawings) != 4 or any(np.shape(lines) != (3,) for lines in drawings):
        raise ValueError("expected four drawings, each with three numbers of lines")
    if any(lines != int(lines) for drawing in drawings for lines in drawing):
        raise ValueError("lines are counted: whole numbers only")
    return [gates.truth_table([*drawing, -1.5]) for drawing in drawings]


checks.check(
    "joins",
    [()],
    expected=[
        [
            [0, 1, 1, 1, 0, 1, 1, 1],
            [0, 0, 0, 1, 0, 1, 1, 1],
            [0, 0, 0, 0, 0, 0, 1, 0],
            [0, 0, 0, 1, 1, 1, 1, 1],
        ]
    ],
    through=_join_tables,
    shows="a row for each drawing; columns 000, 001, 010 and so on, up to 111",
    task="counting-joins",
)

# %% [markdown] role="text" grade_id="xor-formula-text" syllabus="G-14"
# ## 12 Find the mistake: a formula for XOR (1 point)
#
# A slide writes XOR as (A or not B) or (not A or B). Work out its four rows: what is
# wrong? With *and* in the middle it is another wrong gate. Write `xor_formula(a, b)` for
# truth values `a` and `b` with `and`, `or` and `not`, so that it is true when exactly one
# of them is.
#
# <details><summary>Hint 1: direction</summary>Say it in words: A and not B, or the other
# way round.</details>
# <details><summary>Hint 2: equation</summary>(A and not B) or (not A and B)</details>
# <details><summary>Hint 3: first line</summary><code>only_a = a and not b</code>
# </details>


# %% role="answer" grade_id="xor-formula"
def xor_formula(a, b):
    """Tell whether exactly one of a and b is true."""
    ### BEGIN SOLUTION
    return (a and not b) or (not a and b)
    ### END SOLUTION


# %% role="test" grade_id="xor-formula-value" points=1 syllabus="G-14"
from nnbyhand import checks

checks.check(
    "xor_formula",
    [(False, False), (False, True), (True, False), (True, True)],
    expected=[False, True, True, False],
    task="xor-formula",
)

# %% [markdown] role="text" grade_id="xor-halfplanes-text" syllabus="G-10"
# ## 13 XOR of two half-planes (2 points)
#
# Two lines cut the plane: h1 is 1 where x1 + x2 − 1 > 0, and h2 is 1 where x1 − x2 > 0.
# Write `crossing(X)`: 1 for every row of `X` that lies in exactly one of them, else 0. A
# point on a line is outside.
#
# Shapes: `X` is `(n, 2)`; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>Compute h1 and h2 for all rows, then
# combine them.</details>
# <details><summary>Hint 2: equation</summary>f = h1 · (1 − h2) + (1 − h1) · h2</details>
# <details><summary>Hint 3: first line</summary>
# <code>h1 = X[:, 0] + X[:, 1] - 1 &gt; 0</code></details>


# %% role="answer" grade_id="xor-halfplanes"
def crossing(X):
    """Give 1 for every row of X that lies in exactly one of the two half-planes."""
    ### BEGIN SOLUTION
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 != h2).astype(int)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="xor-halfplanes-try"
# Try it: the seven points below should give 0, 1, 1, 0, 1, 0, 1.

# %%
crossing(HALF_PLANES_POINTS)

# %% role="test" grade_id="xor-halfplanes-value" points=1 syllabus="G-10"
from nnbyhand import checks
from nnbyhand.data import HALF_PLANES_POINTS

checks.check(
    "crossing",
    [(HALF_PLANES_POINTS,)],
    expected=[[0, 1, 1, 0, 1, 0, 1]],
    task="xor-halfplanes",
    column_ok=True,
)

# %% role="test" grade_id="xor-halfplanes-hidden" points=1 syllabus="G-10"
# hidden test: other points, some on a line
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

_more = np.array(
    [[4, 1], [1, 4], [-2, -3], [-3, -2], [2, 2], [0.25, 0.75], [0.75, 0.25], [-1, -1]]
)
checks.check(
    "crossing",
    [(_more,)],
    expected=[[0, 1, 1, 0, 1, 0, 1, 0]],
    task="xor-halfplanes",
    column_ok=True,
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="xor-network-text" syllabus="G-12"
# ## 14 XOR as a network (2 points)
#
# Choose the nine numbers of a 2-2-1 network of threshold units that computes XOR on
# inputs **−1 and +1**: it answers 1 when exactly one input is +1, else 0. Its units
# answer 0 or 1, as always. Return `W1, b1, W2, b2`.
#
# Shapes: `W1` is `(2, 2)`, column `j` leads into hidden unit `j`; `b1` is `(2,)`; `W2` is
# `(2,)`; `b2` is one number.
#
# <details><summary>Hint 1: direction</summary>Let one hidden unit be OR and the other
# AND. XOR is on where OR is and AND is not. Which layer sees −1 and +1, and which sees 0
# and 1?</details>
# <details><summary>Hint 2: equation</summary>y = step(h_or − h_and − 0.5); with weights 1
# and 1 the sums of the inputs are −2, 0, 0 and 2</details>
# <details><summary>Hint 3: first line</summary>
# <code>W1 = np.array([[1, 1], [1, 1]])</code></details>


# %% role="answer" grade_id="xor-network"
def xor_network():
    """Give W1, b1, W2, b2 of a 2-2-1 network for XOR on inputs -1 and +1."""
    ### BEGIN SOLUTION
    W1 = np.ones((2, 2))
    b1 = np.array([1, -1])
    W2 = np.array([1, -1])
    b2 = -0.5
    return W1, b1, W2, b2
    ### END SOLUTION


# %% role="test" grade_id="xor-network-value" points=2 syllabus="G-12"
import numpy as np

from nnbyhand import checks, gates


def _network_table(numbers):
    """The answers of the network for the four rows of -1 and +1."""
    if len(numbers) != 4:
        raise ValueError("expected four parts: W1, b1, W2, b2")
    if len(np.ravel(numbers[3])) != 1:
        raise ValueError("b2 is one number")
    if len(np.ravel(numbers[1])) != 2:
        raise ValueError("b1 is (2,): two hidden units, each with one bias")
    return gates.two_layers(2 * gates.truth_inputs(2) - 1, *numbers)


checks.check(
    "xor_network",
    [()],
    expected=[[0, 1, 1, 0]],
    through=_network_table,
    shows="your network's answers for (−1, −1), (−1, +1), (+1, −1), (+1, +1)",
    task="xor-network",
    forbid=(gates.boolean_network,),
)

# %% [markdown] role="text" grade_id="boolean-count-text" syllabus="G-11"
# ## 15 What one line can cut (1 point)
#
# There are 16 functions of two inputs that are 0 or 1. For how many of them is there one
# threshold unit that computes it? Return the number. You may count by hand or let a loop
# try many weights.
#
# <details><summary>Hint 1: direction</summary>Draw the four points of a square. Which
# patterns of circles and crosses can one line separate?</details>
# <details><summary>Hint 2: equation</summary>Collect the truth tables of
# step(x1 w1 + x2 w2 + b) for many w1, w2 and b in a set.</details>
# <details><summary>Hint 3: first line</summary><code>found = set()</code></details>


# %% role="answer" grade_id="boolean-count"
def separable_functions():
    """Give how many of the 16 functions one threshold unit can compute."""
    ### BEGIN SOLUTION
    rows = [(0, 0), (0, 1), (1, 0), (1, 1)]
    tables = set()
    for w1 in (-2, -1, 0, 1, 2):
        for w2 in (-2, -1, 0, 1, 2):
            for b in (-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5):
                tables.add(tuple(x1 * w1 + x2 * w2 + b > 0 for x1, x2 in rows))
    return len(tables)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="boolean-count-try"
# Try it: a whole number from 0 to 16. Whether it is the right one is tested after you
# hand in.

# %%
separable_functions()

# %% role="test" grade_id="boolean-count-hidden" points=1 syllabus="G-11"
# hidden test: the number
### BEGIN HIDDEN TESTS
from nnbyhand import checks, gates

checks.check(
    "separable_functions",
    [()],
    expected=[14],
    task="boolean-count",
    forbid=(gates.count_separable,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="boolean-network-text" syllabus="G-13"
# ## 16 A network for any truth table (4 points)
#
# Write `boolean_network(table)`. The table has 2ᵈ answers, 0 or 1, for the rows in
# counting order: 00…0, 00…1, up to 11…1. Return `W1, b1, W2, b2` of a network with one
# hidden layer of threshold units that gives this table.
#
# Shapes: `W1` is `(d, hidden)`, `b1` is `(hidden,)`, `W2` is `(hidden,)`, `b2` is one
# number. `hidden` is up to you; no hidden unit at all is allowed.
#
# <details><summary>Hint 1: direction</summary>Give every row that must answer 1 a hidden
# unit of its own, which fires for this row only. The output is an OR.</details>
# <details><summary>Hint 2: equation</summary>weights +1 where the row has a one, −1 where
# it has a zero; bias = 0.5 − number of ones in the row</details>
# <details><summary>Hint 3: first line</summary>
# <code>d = int(np.log2(len(table)))</code> is the number of inputs, and
# <code>gates.truth_inputs(d)</code> holds all rows. A loop over them and the table finds
# those that must answer 1. Remember that units are the columns of <code>W1</code>.
# </details>

# %% role="answer" grade_id="boolean-network"
from nnbyhand import gates


def boolean_network(table):
    """Give W1, b1, W2, b2 of a network with one hidden layer for this table."""
    ### BEGIN SOLUTION
    n_inputs = len(table).bit_length() - 1
    rows = gates.truth_inputs(n_inputs)[np.equal(table, 1)]
    W1 = np.where(rows == 1, 1, -1).T
    b1 = 0.5 - rows.sum(axis=1)
    W2 = np.ones(len(rows))
    return W1, b1, W2, -0.5
    ### END SOLUTION


# %% role="test" grade_id="boolean-network-value" points=2 syllabus="G-13"
import numpy as np

from nnbyhand import checks, gates


def _table_of(numbers):
    """The answers of the network on all rows, in counting order."""
    if len(numbers) != 4:
        raise ValueError("expected four parts: W1, b1, W2, b2")
    if len(np.ravel(numbers[3])) != 1:
        raise ValueError("b2 is one number")
    return gates.two_layers(gates.truth_inputs(len(numbers[0])), *numbers)


_xor, _parity = [0, 1, 1, 0], [0, 1, 1, 0, 1, 0, 0, 1]
_implies, _majority = [1, 1, 0, 1], [0, 0, 0, 1, 0, 1, 1, 1]
_tables = [_xor, _implies, [0, 1, 0, 0], _parity, _majority]
checks.check(
    "boolean_network",
    [(table,) for table in _tables],
    expected=_tables,
    through=_table_of,
    shows="the answers of your network, row by row",
    task="boolean-network",
    forbid=(gates.boolean_network,),
)

# %% role="test" grade_id="boolean-network-hidden" points=2 syllabus="G-13"
# hidden test: other tables of two, three and four inputs, one that is never true
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates


def _answers(numbers):
    """The answers of the network on all rows, in counting order."""
    if len(numbers) != 4:
        raise ValueError("expected four parts: W1, b1, W2, b2")
    if len(np.ravel(numbers[3])) != 1:
        raise ValueError("b2 is one number")
    return gates.two_layers(gates.truth_inputs(len(numbers[0])), *numbers)


_rng = np.random.default_rng(13)
_fresh = [_rng.integers(0, 2, size=2**d).tolist() for d in (2, 3, 3, 4, 4)]
_fresh += [[0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 0]]
checks.check(
    "boolean_network",
    [(table,) for table in _fresh],
    expected=_fresh,
    through=_answers,
    shows="the answers of your network, row by row",
    task="boolean-network",
    forbid=(gates.boolean_network,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="neuron-words-text" syllabus="G-22"
# ## 17 In your own words (3 points, read by a person)
#
# Explain to a friend who has never programmed what a neural network is and how one of
# its neurons reaches its answer. Three to six sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. an attempt in the learner's own words;
# 2. a neuron weighs its inputs, adds them up and decides by a threshold (or a
#    non-linear function);
# 3. many neurons are joined, the answers of some are the inputs of others (or: the
#    weights decide what is computed and can be learned).
#
# Sample, 3 points: "A neuron gets several numbers, finds some of them more important
# than others, adds them up and says yes when the sum is large enough. A network joins
# many of them, so that one listens to the answers of the others."
# Sample, 2 points: "It adds up weighted inputs and fires above a threshold."
# Sample, 1 point: "It is a program that works like a brain."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="neuron-words" points=3 syllabus="G-22"
# *Write your answer here.*
