# %% [markdown] role="text" grade_id="perceptron-title"
# # 02 Perceptron: assignment
#
# You compute what a perceptron says, draw its boundary, let it learn from its mistakes,
# and judge it by more than one number. Two to two and a half hours (an estimate). 36
# points: 33 are checked by tests, some of which you see only after grading, and 3 by a
# reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. Plain Python and NumPy are enough; the answers may not
# call the functions of `nnbyhand` that do the task for you. Your own functions from
# earlier exercises may be used.
#
# The rule of the course: a unit fires when its sum is **above** zero, `z > 0`.

# %%
import numpy as np

from nnbyhand.data import (
    CONFUSION_3,
    MATLAB_LABELS,
    MATLAB_POINTS,
    TWELVE_LABELS,
    TWELVE_POINTS,
    WEIGHTS_A,
    WEIGHTS_C,
    WEIGHTS_D,
)

# %% [markdown] role="text" grade_id="perceptron-score-text" syllabus="P-04 P-05"
# ## 1 Twelve sums (2 points)
#
# Write `scores(X, w1, w2, bias, wbias)`: the sum $z$ of every row of `X`.
#
# $$z = x_1 w_1 + x_2 w_2 + \text{bias} \cdot w_{bias}$$
#
# Shapes: `X` is `(n, 2)`, the others are numbers; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>The first input of all rows is a column
# of X. Columns can be multiplied and added as a whole.</details>
# <details><summary>Hint 2: equation</summary>z = x1·w1 + x2·w2 + bias·wbias, row by
# row</details>
# <details><summary>Hint 3: first line</summary><code>x1, x2 = X[:, 0], X[:, 1]</code>
# </details>


# %% role="answer" grade_id="perceptron-score"
def scores(X, w1, w2, bias, wbias):
    """Give the sum z of every row of X."""
    ### BEGIN SOLUTION
    return X @ np.array([w1, w2]) + bias * wbias
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-score-try"
# Try it: the first three sums of the twelve points with the weights D, which are
# (2, −1.5, −2, 1.5), should be −0.5, 4 and 0.5.

# %%
scores(TWELVE_POINTS, *WEIGHTS_D)[:3]

# %% role="test" grade_id="perceptron-score-value" points=1 syllabus="P-04"
from nnbyhand import checks
from nnbyhand.data import TWELVE_POINTS, WEIGHTS_D

_sums = [-0.5, 4, 0.5, -1, 2.5, 0, -6.5, -6.25, -3.75, -5.25, -7, -6.5]
checks.check(
    "scores",
    [(TWELVE_POINTS, *(float(number) for number in WEIGHTS_D))],
    expected=[_sums],
    task="perceptron-score",
    column_ok=True,
)

# %% role="test" grade_id="perceptron-score-hidden" points=1 syllabus="P-05"
# hidden test: the weights A, other points, other weights
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates
from nnbyhand.data import TWELVE_POINTS


def _sums(X, w1, w2, bias, wbias):
    """The sums, computed by the library."""
    return gates.neuron(X, [w1, w2], bias * wbias)


_points = np.random.default_rng(202).normal(size=(5, 2))
checks.check(
    "scores",
    [
        (TWELVE_POINTS, 0.75, -0.5, 1.0, 1.0),
        (_points, -1.25, 2.0, 0.5, -3.0),
        (_points[:3], 0.5, 4.0, -2.5, 2.0),
    ],
    reference=_sums,
    task="perceptron-score",
    column_ok=True,
    forbid=(gates.neuron,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-label-text" syllabus="P-03 P-05"
# ## 2 What the unit says (2 points)
#
# Write `labels(X, w1, w2, bias, wbias)`: +1 for every row whose sum is above zero, else
# −1. At exactly zero the answer is −1.
#
# Shapes: as in exercise 1; the result is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>First all sums, then one question to all
# of them.</details>
# <details><summary>Hint 2: equation</summary>label = +1 if z > 0, else −1. The function
# of NumPy with a similar name has a third answer.</details>
# <details><summary>Hint 3: first line</summary>
# <code>z = scores(X, w1, w2, bias, wbias)</code></details>


# %% role="answer" grade_id="perceptron-label"
def labels(X, w1, w2, bias, wbias):
    """Give +1 or -1 for every row of X."""
    ### BEGIN SOLUTION
    return np.where(X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias > 0, 1, -1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-label-try"
# Try it: with the weights A the twelve labels are six times 1, then −1, three times 1
# and two times −1. The last sum is exactly 0.

# %%
labels(TWELVE_POINTS, *WEIGHTS_A)

# %% role="test" grade_id="perceptron-label-value" points=1 syllabus="P-03 P-05"
from nnbyhand import checks
from nnbyhand.data import TWELVE_POINTS

checks.check(
    "labels",
    [
        (TWELVE_POINTS, 0.75, -0.5, 1.0, 1.0),
        (TWELVE_POINTS, 2.0, -1.5, -2.0, 1.5),
    ],
    expected=[
        [1, 1, 1, 1, 1, 1, -1, 1, 1, 1, -1, -1],
        [-1, 1, 1, -1, 1, -1, -1, -1, -1, -1, -1, -1],
    ],
    task="perceptron-label",
    column_ok=True,
)

# %% role="test" grade_id="perceptron-label-hidden" points=1 syllabus="P-03"
# hidden test: a grid of points, some exactly on the boundary
### BEGIN HIDDEN TESTS
from itertools import product

import numpy as np

from nnbyhand import checks, gates


def _answers(X, w1, w2, bias, wbias):
    """The labels, computed by the library."""
    return gates.sign(gates.neuron(X, [w1, w2], bias * wbias))


_grid = np.array(list(product([-2.0, -1.0, 0.0, 1.0, 2.0], repeat=2)))
checks.check(
    "labels",
    [
        (_grid, 1.0, 2.0, -1.0, 3.0),
        (_grid, 2.0, -1.0, 2.0, 0.5),
        (_grid, -1.0, 2.0, -0.5, -4.0),
    ],
    reference=_answers,
    task="perceptron-label",
    column_ok=True,
    forbid=(gates.sign, gates.neuron),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-accuracy-text" syllabus="P-06"
# ## 3 Accuracy (3 points)
#
# Write `accuracy(predicted, truth)`: the share of examples whose prediction is right.
# Where there are no examples there is no accuracy: raise a `ValueError` with a message
# of your own that says so.
#
# Shapes: both are `(n,)`, any labels; the result is one number between 0 and 1.
#
# <details><summary>Hint 1: direction</summary>Comparing two arrays gives truth values,
# and those can be counted.</details>
# <details><summary>Hint 2: equation</summary>accuracy = number correct / number of
# examples</details>
# <details><summary>Hint 3: first line</summary>
# <code>if len(truth) == 0: raise ValueError("…")</code></details>


# %% role="answer" grade_id="perceptron-accuracy"
def accuracy(predicted, truth):
    """Give the share of predictions that are right; refuse a batch of nothing."""
    ### BEGIN SOLUTION
    if len(truth) < 1:
        raise ValueError("there are no examples, so there is no accuracy")
    return np.mean(np.asarray(predicted) == np.asarray(truth))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-accuracy-try"
# Try it: three of these four are right, so the next cell should show 0.75.

# %%
accuracy(np.array([1, 0, 1, 1]), np.array([1, 0, 0, 1]))

# %% role="test" grade_id="perceptron-accuracy-value" points=1 syllabus="P-06"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import TWELVE_LABELS

_from_A = np.array([1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0])
_from_D = np.array([0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0])
checks.check(
    "accuracy",
    [(_from_A, TWELVE_LABELS), (_from_D, TWELVE_LABELS)],
    expected=[0.75, 0.75],
    task="perceptron-accuracy",
)

# %% role="test" grade_id="perceptron-accuracy-hidden" points=1 syllabus="P-06"
# hidden test: other labels, three classes, all right, all wrong
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

_truth = np.array([2, 0, 1, 1, 2, 0, 0])
_rest = (_truth + 1) % 3
checks.check(
    "accuracy",
    [
        (np.array([2, 0, 1, 2, 0, 0, 0]), _truth),
        (_truth.copy(), _truth),
        (_rest, _truth),
        (np.array([1, -1, -1, 1, -1]), np.array([1, -1, 1, 1, 1])),
    ],
    expected=[5 / 7, 1.0, 0.0, 0.6],
    task="perceptron-accuracy",
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-accuracy-edge" points=1 syllabus="P-06"
import sys

import numpy as np

from nnbyhand import checks


_answer = globals().get("accuracy")  # None where its cell was never run


def _tried(predicted, truth):
    """Give what the function returns, or what it raises, marked as such."""
    try:
        return _answer(predicted, truth)
    except (ValueError, ZeroDivisionError):
        return {"raised": sys.exc_info()[1]}


def _in_words(value):
    """Say what happened."""
    if isinstance(value, Exception):
        return "an error that is returned"
    if not isinstance(value, dict):
        return f"the number {float(value):g}"
    error = value["raised"]
    if isinstance(error, ZeroDivisionError):
        return "a ZeroDivisionError"
    said = str(error).strip()
    return "a ValueError that says why" if said else "a ValueError without words"


# the messages speak of the learner's function
_tried.__name__, _tried.__wrapped__ = "accuracy", _answer
checks.check(
    _tried if callable(_answer) else "accuracy",
    [(np.array([]), np.array([]))],
    expected=["a ValueError that says why"],
    through=_in_words,
    task="perceptron-accuracy-edge",
)

# %% [markdown] role="text" grade_id="perceptron-repair-text" syllabus="P-23"
# ## 4 Find the mistake: a listing that does not run (2 points)
#
# This function should count how many of the points are labelled right. Labels are 0 and
# 1.
#
# ```python
# def hits(X, t, w1, w2, bias, wbias):
#     sum = X[:, 0] * w1 + X[:, 1] * w2 + bias * bias
#     return sum((sum >= 0) == (t == 1))
# ```
#
# It stops with "'numpy.ndarray' object is not callable". There are **three** slips.
# Write the function as it should be.
#
# <details><summary>Hint 1: direction</summary>What does the word <code>sum</code> mean
# after the first line? Then read the line again, factor by factor.</details>
# <details><summary>Hint 2: equation</summary>z = x1·w1 + x2·w2 + bias·wbias, and the
# unit fires when z > 0</details>
# <details><summary>Hint 3: first line</summary><code>z = X[:, 0] * w1 + …</code>; in
# the listing <code>sum</code> is an array, no longer Python's function: give the array
# another name.</details>


# %% role="answer" grade_id="perceptron-repair"
def hits(X, t, w1, w2, bias, wbias):
    """Count the points whose label, 0 or 1, is right."""
    ### BEGIN SOLUTION
    fires = X @ np.array([w1, w2]) + bias * wbias > 0
    return np.sum(fires == (t == 1))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-repair-try"
# Try it: the weights C, (3, −2, 1, −1), have all 12 right. With `bias * bias` they have
# only 11.

# %%
hits(TWELVE_POINTS, TWELVE_LABELS, *WEIGHTS_C)

# %% role="test" grade_id="perceptron-repair-value" points=1 syllabus="P-08 P-23"
from nnbyhand import checks
from nnbyhand.data import TWELVE_LABELS, TWELVE_POINTS

_sets = [(3, -2, 1, -1), (0.75, -0.5, 1, 1), (1, 1, 1, 1), (2, -1.5, -2, 1.5)]
checks.check(
    "hits",
    [(TWELVE_POINTS, TWELVE_LABELS, *numbers) for numbers in _sets],
    expected=[12, 9, 6, 9],
    task="perceptron-repair",
)

# %% role="test" grade_id="perceptron-repair-hidden" points=1 syllabus="P-23"
# hidden test: other points and weights, some points exactly on the boundary
### BEGIN HIDDEN TESTS
from itertools import product

import numpy as np

from nnbyhand import checks, gates

_grid = np.array(list(product([-2.0, -1.0, 0.0, 1.0, 2.0], repeat=2)))
_right = (_grid[:, 0] - 2 * _grid[:, 1] + 1 > 0).astype(int)


def _hits(X, t, w1, w2, bias, wbias):
    """The number of hits, counted by the library."""
    return int((gates.step(gates.neuron(X, [w1, w2], bias * wbias)) == t).sum())


checks.check(
    "hits",
    [
        (_grid, _right, 1.0, -2.0, 2.0, 0.5),
        (_grid, _right, 1.0, -1.0, -3.0, 0.5),
        (_grid, _right, -1.0, 2.0, 0.5, -2.0),
    ],
    reference=_hits,
    task="perceptron-repair",
    forbid=(gates.neuron,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-boundary-text" syllabus="P-07"
# ## 5 The boundary (2 points)
#
# Write `boundary(w1, w2, bias, wbias)`: slope and intercept of the line where $z = 0$,
# with $x_2$ on the upright axis. `w2` is never 0 here.
#
# Returns two numbers, `(slope, intercept)`.
#
# <details><summary>Hint 1: direction</summary>Set z to 0 and solve for x2.</details>
# <details><summary>Hint 2: equation</summary>x1·w1 + x2·w2 + bias·wbias = 0</details>
# <details><summary>Hint 3: first line</summary>Bring x2·w2 alone to one side, then
# divide by w2: what stands before x1, and what stands alone?</details>


# %% role="answer" grade_id="perceptron-boundary"
def boundary(w1, w2, bias, wbias):
    """Give slope and intercept of the line where z is 0."""
    ### BEGIN SOLUTION
    return -w1 / w2, -(bias * wbias) / w2
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-boundary-try"
# Try it: for C the next cell should show 1.5 and −0.5. Does the point (1, 1) lie on
# that line? Then its sum must be 0.

# %%
boundary(*WEIGHTS_C)

# %% role="test" grade_id="perceptron-boundary-value" points=1 syllabus="P-09"
from nnbyhand import checks

checks.check(
    "boundary",
    [(3.0, -2.0, 1.0, -1.0), (2.0, -1.5, -2.0, 1.5)],
    expected=[(1.5, -0.5), (4 / 3, -2.0)],
    task="perceptron-boundary",
)

# %% role="test" grade_id="perceptron-boundary-hidden" points=1 syllabus="P-07 P-08"
# hidden test: the weights A and B, and others
### BEGIN HIDDEN TESTS
from nnbyhand import checks, perceptron

checks.check(
    "boundary",
    [
        (0.75, -0.5, 1.0, 1.0),
        (1.0, 1.0, 1.0, 1.0),
        (-2.0, 4.0, 3.0, -0.5),
        (0.5, 5.0, 2.0, 2.5),
    ],
    expected=[(1.5, 2.0), (-1.0, -1.0), (0.5, 0.375), (-0.1, -1.0)],
    task="perceptron-boundary",
    forbid=(perceptron.boundary,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-distance-text" syllabus="P-10 P-11"
# ## 6 Distance and bias (3 points)
#
# From here on one number $b$ stands for bias · wbias, and there may be any number of
# inputs.
#
# - `distances(X, w, b)`: how far every row of `X` is from the boundary, above 0 on the
#   side that fires, below 0 on the other.
# - `bias_through(w, x)`: the bias for which the boundary passes through the point `x`.
#   It is tested only at grading: compare with the numbers below.
#
# Shapes: `X` is `(n, d)`, `w` and `x` are `(d,)`; distances are `(n,)`, the bias is one
# number.
#
# <details><summary>Hint 1: direction</summary>A sum is a distance in steps of the
# length of w. A point on the boundary has the sum 0.</details>
# <details><summary>Hint 2: equation</summary>distance = z / ‖w‖; and w·x + b = 0 on the
# boundary</details>
# <details><summary>Hint 3: first line</summary>
# <code>length = np.sqrt(np.sum(w**2))</code></details>


# %% role="answer" grade_id="perceptron-distance"
def distances(X, w, b):
    """Give the signed distance of every row of X from the boundary."""
    ### BEGIN SOLUTION
    return (X @ w + b) / np.linalg.norm(w)
    ### END SOLUTION


def bias_through(w, x):
    """Give the bias for which the boundary passes through x."""
    ### BEGIN SOLUTION
    return -np.dot(w, x)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-distance-try"
# Try it: the weights (3, −4) have length 5. With b = 2 the point (1, 0) has z = 5 and
# the distance **1**, the point (0, 3) has −**2**. Predict before you run: which bias
# moves this line through (1, 2), and which through the origin?
#
# <details><summary>The two biases</summary>5, and 0: without a bias the line passes
# through the origin.</details>

# %%
print(distances(np.array([[1.0, 0.0], [0.0, 3.0]]), np.array([3.0, -4.0]), 2.0))
print(bias_through(np.array([3.0, -4.0]), np.array([1.0, 2.0])))
print(bias_through(np.array([3.0, -4.0]), np.zeros(2)))

# %% role="test" grade_id="perceptron-distance-value" points=1 syllabus="P-10"
import numpy as np

from nnbyhand import checks, perceptron
from nnbyhand.data import TWELVE_POINTS

checks.check(
    "distances",
    [
        (TWELVE_POINTS, np.array([3.0, -2.0]), -1.0),
        (np.array([[1.0, 0.0], [0.0, 3.0], [0.0, 0.0]]), np.array([3.0, -4.0]), 2.0),
    ],
    reference=perceptron.distance,
    task="perceptron-distance",
    column_ok=True,
    forbid=(perceptron.distance,),
)

# %% role="test" grade_id="perceptron-distance-hidden" points=1 syllabus="P-10"
# hidden test: three and four inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, perceptron

_rng = np.random.default_rng(10)
checks.check(
    "distances",
    [
        (_rng.normal(size=(5, 3)), np.array([1.0, -2.0, 2.0]), 1.5),
        (_rng.normal(size=(3, 4)), np.array([0.5, 0.5, -0.1, 0.7]), -2.0),
    ],
    reference=perceptron.distance,
    task="perceptron-distance",
    column_ok=True,
    forbid=(perceptron.distance,),
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-distance-bias" points=1 syllabus="P-11"
# hidden test: the bias for two, three and four inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

checks.check(
    "bias_through",
    [
        (np.array([3.0, -4.0]), np.array([2.0, 5.0])),
        (np.array([1.0, -2.0, 2.0]), np.array([0.5, 1.0, 3.0])),
        (np.array([0.5, -1.5, 2.0, 1.0]), np.array([2.0, 1.0, -1.0, 4.0])),
    ],
    expected=[14.0, -4.5, -1.5],
    task="perceptron-bias",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-update-text" syllabus="P-13"
# ## 7 One step of the learning rule (3 points)
#
# - `update(w, b, x, t, lr)` looks at one example with target `t`, 0 or 1, and returns
#   the new `(w, b)`:
#
# $$w \leftarrow w + \eta\,(t - y)\,x, \qquad b \leftarrow b + \eta\,(t - y)$$
#
# - `update_plus(w, b, x, t, lr)` does the same for targets −1 and +1, where $y$ is −1
#   or +1 too. It must take steps of the **same length** as `update`. It is tested only
#   at grading: compare with the numbers below.
#
# Shapes: `w` and `x` are `(d,)`, the rest are numbers. Return new values. Leave
# the arguments as they are: `w = w + …` makes a new array, `w += …` changes the old
# one.
#
# <details><summary>Hint 1: direction</summary>What does the unit say with the weights
# it has? After a right answer nothing changes.</details>
# <details><summary>Hint 2: equation</summary>y = 1 if w·x + b > 0, else 0. With −1 and
# +1 a mistake has t − y = 2 or −2: take half of it.</details>
# <details><summary>Hint 3: first line</summary>
# <code>y = 1 if np.dot(w, x) + b &gt; 0 else 0</code></details>


# %% role="answer" grade_id="perceptron-update"
def update(w, b, x, t, lr):
    """Give the new weights and the new bias; t is 0 or 1."""
    ### BEGIN SOLUTION
    error = t - int(w @ x + b > 0)
    return w + lr * error * x, b + lr * error
    ### END SOLUTION


def update_plus(w, b, x, t, lr):
    """Give the new weights and the new bias; t is -1 or +1."""
    ### BEGIN SOLUTION
    wrong = np.where(w @ x + b > 0, 1, -1) != t
    return w + lr * wrong * t * x, b + lr * wrong * t
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-update-try"
# Try it: w = (0, 0), b = 0, x = (−0.5, −0.5), t = 1 and lr = 1 give (−0.5, −0.5) and 1,
# in both codings.

# %%
print(update(np.zeros(2), 0.0, np.array([-0.5, -0.5]), 1, 1.0))
print(update_plus(np.zeros(2), 0.0, np.array([-0.5, -0.5]), 1, 1.0))

# %% role="test" grade_id="perceptron-update-value" points=1 syllabus="P-13"
import numpy as np

from nnbyhand import checks, perceptron

_w = np.array([0.75, -0.5])
checks.check(
    "update",
    [
        (np.zeros(2), 0.0, np.array([-0.5, -0.5]), 1, 1.0),
        (_w, 1.0, np.array([3.0, 4.5]), 0, 0.5),
        (_w, -2.0, np.array([2.0, 1.0]), 1, 0.25),
        (_w, 1.0, np.array([5.0, 2.0]), 1, 0.5),
        (_w, 1.0, np.array([2.0, 5.0]), 0, 0.5),
    ],
    reference=perceptron.update,
    task="perceptron-update",
    forbid=(perceptron.update,),
)

# %% role="test" grade_id="perceptron-update-hidden" points=1 syllabus="P-13"
# hidden test: other numbers, three inputs, sums of exactly 0
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, perceptron

_w = np.array([1.0, -2.0, 0.5])
checks.check(
    "update",
    [
        (_w, 0.5, np.array([2.0, 0.5, 1.0]), 0, 0.1),
        (_w, -1.0, np.array([1.0, 3.0, -2.0]), 1, 0.3),
        (_w, 1.0, np.array([1.0, 1.0, 0.0]), 0, 0.2),
        (_w, 1.0, np.array([1.0, 1.0, 0.0]), 1, 0.2),
        (_w, 2.0, np.array([3.0, 1.0, 1.0]), 1, 0.2),
        (_w, -2.0, np.array([1.0, 0.0, 4.0]), 0, 0.4),
        (_w, -2.0, np.array([1.0, 0.0, 1.0]), 1, 0.4),
    ],
    reference=perceptron.update,
    task="perceptron-update",
    forbid=(perceptron.update,),
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-update-coding" points=1 syllabus="P-13"
# hidden test: targets of -1 and +1
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, perceptron


def _same_steps(w, b, x, t, lr):
    """The step of the other coding."""
    return perceptron.update(w, b, x, (t + 1) / 2, lr)


_w = np.array([0.75, -0.5])
checks.check(
    "update_plus",
    [
        (_w, 1.0, np.array([3.0, 4.5]), -1, 0.5),
        (_w, -2.0, np.array([2.0, 1.0]), 1, 0.25),
        (_w, 1.0, np.array([5.0, 2.0]), 1, 0.5),
        (_w, 1.0, np.array([2.0, 5.0]), 1, 0.5),
        (_w, 1.0, np.array([2.0, 5.0]), -1, 0.5),
        (np.array([1.0, -2.0, 0.5]), -3.0, np.array([1.0, 0.0, 1.0]), -1, 0.2),
    ],
    reference=_same_steps,
    task="perceptron-update-plus",
    forbid=(perceptron.update,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-epoch-text" syllabus="P-14"
# ## 8 One epoch, with its trace (3 points)
#
# Write `one_epoch(X, t, w, b, lr)`: go through the examples in the order given,
# learning from each at once, and write down the weights, then the bias, **after every
# example**, changed or not.
#
# Shapes: `X` is `(n, d)`, `t` is `(n,)` of 0 and 1, `w` is `(d,)`; the result is
# `(n, d + 1)`, one row for each example. Leave the arguments as they are:
# `w = w + …` makes a new array, `w += …` changes the old one.
#
# <details><summary>Hint 1: direction</summary>A loop over the rows. Exercise 7 does
# what is inside it, with the weights of this moment.</details>
# <details><summary>Hint 2: equation</summary>row i = (w1, …, wd, b) after example i;
# the next example starts from there</details>
# <details><summary>Hint 3: first line</summary><code>rows = []</code>, then
# <code>for x, target in zip(X, t):</code></details>


# %% role="answer" grade_id="perceptron-epoch"
def one_epoch(X, t, w, b, lr):
    """Give weights and bias after every example of one epoch."""
    ### BEGIN SOLUTION
    trace = []
    for i in range(len(X)):
        error = t[i] - int(X[i] @ w + b > 0)
        w, b = w + lr * error * X[i], b + lr * error
        trace.append([*w, b])
    return np.array(trace)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-epoch-try"
# Try it: the four vectors from zero give the rows (−0.5, −0.5, 1), the same again, then
# (−0.8, 0, 0) and (−0.7, −1, −1): three mistakes, one right answer.

# %%
one_epoch(MATLAB_POINTS, MATLAB_LABELS, np.zeros(2), 0.0, 1.0)

# %% role="test" grade_id="perceptron-epoch-value" points=1 syllabus="P-14"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import MATLAB_LABELS, MATLAB_POINTS

_starts = [((0.0, 0.0), 0.0), ((-0.7, -1.0), -1.0), ((-2.0, -0.5), 0.0)]
checks.check(
    "one_epoch",
    [(MATLAB_POINTS, MATLAB_LABELS, np.array(w), b, 1.0) for w, b in _starts],
    expected=[
        [(-0.5, -0.5, 1), (-0.5, -0.5, 1), (-0.8, 0, 0), (-0.7, -1, -1)],
        [(-1.2, -1.5, 0), (-1.7, -1, 1), (-2, -0.5, 0), (-2, -0.5, 0)],
        [(-2, -0.5, 0)] * 4,
    ],
    task="perceptron-epoch",
)

# %% role="test" grade_id="perceptron-epoch-hidden" points=2 syllabus="P-14"
# hidden test: the twelve points from the weights A, and three inputs; other rates
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates, perceptron
from nnbyhand.data import TWELVE_LABELS, TWELVE_POINTS


def _trace(X, t, w, b, lr):
    """The rows, made by the library step by step."""
    rows = []
    for x, target in zip(X, t, strict=True):
        w, b = perceptron.update(w, b, x, target, lr)
        rows.append([*w, b])
    return np.array(rows)


_rng = np.random.default_rng(8)
_wide, _targets = _rng.integers(-3, 4, size=(9, 3)).astype(float), np.arange(9) % 2
checks.check(
    "one_epoch",
    [
        (TWELVE_POINTS, TWELVE_LABELS, np.array([0.75, -0.5]), 1.0, 0.5),
        (TWELVE_POINTS, TWELVE_LABELS, np.array([0.5, 1.0]), -1.0, 0.25),
        (_wide, _targets, np.array([0.5, -1.0, 0.25]), 0.5, 0.3),
        (gates.truth_inputs(2), np.array([0, 0, 0, 1]), np.zeros(2), 0.0, 0.5),
    ],
    reference=_trace,
    task="perceptron-epoch",
    forbid=(perceptron.update, perceptron.learn),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-training-text" syllabus="P-15"
# ## 9 Training, and when to stop (4 points)
#
# Write `train(X, t, w, b, lr, limit)`: go through the epochs until one has no mistake,
# or until `limit` epochs are done. Return four things, `w, b, mistakes, separated`:
#
# - `mistakes`: a list with the number of mistakes of each epoch, the last one included;
# - `separated`: True if the last epoch had no mistake, False if the limit came first.
#
# Shapes: as in exercise 8; `limit` is at least 1. Leave the arguments as they are:
# `w = w + …` makes a new array, `w += …` changes the old one.
#
# <details><summary>Hint 1: direction</summary>A loop over epochs around the loop over
# examples. Count a mistake where it happens, before the update.</details>
# <details><summary>Hint 2: equation</summary>stop when mistakes[-1] = 0, or after limit
# epochs</details>
# <details><summary>Hint 3: first line</summary>
# <code>for epoch in range(limit):</code></details>


# %% role="answer" grade_id="perceptron-training"
def train(X, t, w, b, lr, limit):
    """Give w, b, the mistakes of each epoch, and whether the last had none."""
    ### BEGIN SOLUTION
    mistakes = []
    while len(mistakes) < limit and 0 not in mistakes:
        count = 0
        for x, target in zip(X, t, strict=True):
            error = target - int(x @ w + b > 0)
            w, b = w + lr * error * x, b + lr * error
            count += abs(error)
        mistakes.append(count)
    return w, b, mistakes, 0 in mistakes
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-training-try"
# Try it: the four vectors from zero should give (−2, −0.5), 0, the mistakes 3, 3, 0,
# and True.

# %%
train(MATLAB_POINTS, MATLAB_LABELS, np.zeros(2), 0.0, 1.0, 20)

# %% role="test" grade_id="perceptron-training-value" points=1 syllabus="P-15"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import MATLAB_LABELS, MATLAB_POINTS, TWELVE_LABELS, TWELVE_POINTS

_start, _A = np.zeros(2), np.array([0.75, -0.5])
checks.check(
    "train",
    [
        (MATLAB_POINTS, MATLAB_LABELS, _start, 0.0, 1.0, 20),
        (TWELVE_POINTS, TWELVE_LABELS, _start, 0.0, 1.0, 20),
        (TWELVE_POINTS, TWELVE_LABELS, _A, 1.0, 1.0, 20),
    ],
    expected=[
        ([-2.0, -0.5], 0.0, [3, 3, 0], True),
        ([12.0, -9.0], 1.0, [2, 3, 3, 2, 2, 1, 0], True),
        ([11.75, -9.0], 3.0, [1, 3, 3, 2, 2, 1, 0], True),
    ],
    task="perceptron-training",
)

# %% role="test" grade_id="perceptron-training-hidden" points=2 syllabus="P-16"
# hidden test: gates, and another rate
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates, perceptron
from nnbyhand.data import TWELVE_LABELS, TWELVE_POINTS


def _learned(X, t, w, b, lr, limit):
    """What the library learns."""
    found = perceptron.learn(X, t, w, b, lr, limit)
    return found.w, found.b, found.mistakes, found.separated


_rows, _zero = gates.truth_inputs(2), np.zeros(2)
_majority = np.array([0, 0, 0, 1, 0, 1, 1, 1])
checks.check(
    "train",
    [
        (_rows, np.array([0, 0, 0, 1]), _zero, 0.0, 1.0, 30),
        (_rows, np.array([0, 1, 1, 1]), _zero, 0.0, 1.0, 30),
        (TWELVE_POINTS, TWELVE_LABELS, np.array([0.75, -0.5]), 1.0, 0.25, 30),
        (gates.truth_inputs(3), _majority, np.array([-1.0, 0.5, 0.0]), 0.5, 0.5, 30),
    ],
    reference=_learned,
    task="perceptron-training",
    forbid=(perceptron.learn, perceptron.update),
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-training-limit" points=1 syllabus="P-17"
# hidden test: XOR, and limits that come before the end
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gates

_rows, _zero = gates.truth_inputs(2), np.zeros(2)
_and, _or = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1])
checks.check(
    "train",
    [
        (_rows, np.array([0, 1, 1, 0]), _zero, 0.0, 1.0, 6),
        (_rows, _and, _zero, 0.0, 1.0, 1),
        (_rows, _or, _zero, 0.0, 1.0, 3),
        (_rows, _or, _zero, 0.0, 1.0, 4),
    ],
    expected=[
        ([-1.0, 0.0], 1.0, [2, 3, 4, 4, 4, 4], False),
        ([1.0, 1.0], 1.0, [1], False),
        ([1.0, 1.0], 0.0, [1, 2, 1], False),
        ([1.0, 1.0], 0.0, [1, 2, 1, 0], True),
    ],
    task="perceptron-training",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-confusion-text" syllabus="P-20 P-21"
# ## 10 The confusion matrix (2 points)
#
# Write `confusion(predicted, truth, k)` for `k` classes, numbered 0 to k − 1: row i,
# column j says how many examples **of class i** were **called j**.
#
# Shapes: `predicted` and `truth` are `(n,)`; the result is `(k, k)`.
#
# <details><summary>Hint 1: direction</summary>Start with zeros. Each example adds 1 in
# one place.</details>
# <details><summary>Hint 2: equation</summary>M[truth, predicted] grows by 1 for each
# example</details>
# <details><summary>Hint 3: first line</summary><code>M = np.zeros((k, k),
# dtype=int)</code> </details>


# %% role="answer" grade_id="perceptron-confusion"
def confusion(predicted, truth, k):
    """Count how often class i was called j."""
    ### BEGIN SOLUTION
    counts = np.zeros((k, k), dtype=np.int64)
    for said, is_class in zip(predicted, truth, strict=True):
        counts[is_class, said] += 1
    return counts
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-confusion-try"
# Try it: the next cell should show the rows (1, 1) and (0, 2).

# %%
confusion(np.array([1, 0, 1, 1]), np.array([1, 0, 0, 1]), 2)

# %% role="test" grade_id="perceptron-confusion-value" points=1 syllabus="P-20"
import numpy as np

from nnbyhand import checks, metrics
from nnbyhand.data import TWELVE_LABELS

_from_A = np.array([1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0])
checks.check(
    "confusion",
    [
        (_from_A, TWELVE_LABELS, 2),
        (np.array([2, 0, 1, 2, 0, 0, 0, 2]), np.array([2, 0, 1, 1, 2, 0, 0, 1]), 3),
    ],
    expected=[[[3, 3], [0, 6]], [[3, 0, 0], [0, 1, 2], [1, 0, 1]]],
    task="perceptron-confusion",
    forbid=(metrics.confusion_matrix,),
)

# %% role="test" grade_id="perceptron-confusion-hidden" points=1 syllabus="P-21"
# hidden test: more classes, one of which never occurs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, metrics

_rng = np.random.default_rng(21)
_truth, _said = _rng.choice([0, 1, 3], size=40), _rng.integers(0, 4, size=40)
checks.check(
    "confusion",
    [(_said, _truth, 4), (np.zeros(10, dtype=int), np.repeat([0, 1], [8, 2]), 2)],
    reference=metrics.confusion_matrix,
    task="perceptron-confusion",
    forbid=(metrics.confusion_matrix,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-rates-text" syllabus="P-19 P-20 P-21"
# ## 11 What the matrix tells (5 points)
#
# `M` is a confusion matrix, rows are the truth.
#
# - `rates(M)` returns three arrays, `precision, recall, f1`, with a number for each
#   class. Where a share is 0/0 it counts as 0.
# - `averages(M)` returns three numbers: the accuracy, the balanced accuracy (mean of
#   the recalls) and the macro F1 (mean of the F1s).
#
# Shapes: `M` is `(k, k)`; each array is `(k,)`.
#
# <details><summary>Hint 1: direction</summary>The hits stand on the diagonal. A row's
# total is all that are of the class, a column's total is all that were called
# so.</details>
# <details><summary>Hint 2: equation</summary>precision = hits / column total, recall =
# hits / row total, F1 = 2PR/(P + R), which is 2·hits/(row total + column
# total)</details>
# <details><summary>Hint 3: first line</summary><code>hits = np.diag(M)</code>; for 0/0,
# divide **counts** by <code>np.maximum(total, 1)</code>. P + R is no count, so take the
# second form of F1.</details>


# %% role="answer" grade_id="perceptron-rates"
def rates(M):
    """Give precision, recall and F1 of each class; 0/0 is 0."""
    ### BEGIN SOLUTION
    right, called, are = np.diag(M), M.sum(axis=0), M.sum(axis=1)
    return (
        right / np.maximum(called, 1),
        right / np.maximum(are, 1),
        2 * right / np.maximum(called + are, 1),
    )
    ### END SOLUTION


def averages(M):
    """Give accuracy, balanced accuracy and macro F1."""
    ### BEGIN SOLUTION
    _precision, recall, f1 = rates(M)
    return np.trace(M) / np.sum(M), np.mean(recall), np.mean(f1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-rates-try"
# Try it: the three classes have the recalls 0.8772, 0.6667 and 0.6923, the averages are
# 0.79, 0.7454 and 0.7275. For the rows (1, 3) and (3, 1) every share is 0.25, F1 too.

# %%
print(rates(CONFUSION_3)[1])
print(averages(CONFUSION_3))

# %% role="test" grade_id="perceptron-rates-value" points=1 syllabus="P-20 P-21"
import numpy as np

from nnbyhand import checks, metrics
from nnbyhand.data import CONFUSION_3


def _rates(M):
    """Precision, recall and F1 by the library."""
    return metrics.precision(M), metrics.recall(M), metrics.f1(M)


checks.check(
    "rates",
    [
        (CONFUSION_3,),
        (np.array([[140, 20], [10, 30]]),),
        (np.array([[1, 3], [3, 1]]),),
    ],
    reference=_rates,
    task="perceptron-rates",
    forbid=(metrics.precision, metrics.recall, metrics.f1),
)

# %% role="test" grade_id="perceptron-rates-hidden" points=1 syllabus="P-20"
# hidden test: other matrices
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, metrics


def _rates(M):
    """Precision, recall and F1 by the library."""
    return metrics.precision(M), metrics.recall(M), metrics.f1(M)


_four = np.array([[7, 1, 0, 2], [3, 12, 5, 0], [0, 1, 9, 1], [4, 0, 2, 30]])
checks.check(
    "rates",
    [
        (np.array([[3, 3], [0, 6]]),),
        (_four,),
        (np.array([[2, 6, 0], [5, 1, 4], [1, 2, 3]]),),
    ],
    reference=_rates,
    task="perceptron-rates",
    forbid=(metrics.precision, metrics.recall, metrics.f1),
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-rates-zero" points=1 syllabus="P-19"
# hidden test: a class that was never called, a class without examples
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

checks.check(
    "rates",
    [
        (np.array([[90, 0], [10, 0]]),),
        (np.array([[8, 0, 2], [0, 0, 0], [4, 0, 6]]),),
    ],
    expected=[
        ([0.9, 0.0], [1.0, 0.0], [18 / 19, 0.0]),
        ([8 / 12, 0.0, 0.75], [0.8, 0.0, 0.6], [8 / 11, 0.0, 2 / 3]),
    ],
    task="perceptron-rates",
)
### END HIDDEN TESTS

# %% role="test" grade_id="perceptron-rates-mean" points=1 syllabus="P-20 P-21"
import numpy as np

from nnbyhand import checks, metrics
from nnbyhand.data import CONFUSION_3


def _averages(M):
    """Accuracy, balanced accuracy and macro F1 by the library."""
    balanced = metrics.balanced_accuracy(M)
    return metrics.matrix_accuracy(M), balanced, metrics.macro(metrics.f1(M))


checks.check(
    "averages",
    [(CONFUSION_3,), (np.array([[140, 20], [10, 30]]),)],
    reference=_averages,
    task="perceptron-averages",
    forbid=(metrics.balanced_accuracy, metrics.matrix_accuracy, metrics.macro),
)

# %% role="test" grade_id="perceptron-rates-mean-hidden" points=1 syllabus="P-19 P-20"
# hidden test: the averages of other matrices
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, metrics


def _averages(M):
    """Accuracy, balanced accuracy and macro F1 by the library."""
    balanced = metrics.balanced_accuracy(M)
    return metrics.matrix_accuracy(M), balanced, metrics.macro(metrics.f1(M))


_four = np.array([[7, 1, 0, 2], [3, 12, 5, 0], [0, 1, 9, 1], [4, 0, 2, 30]])
checks.check(
    "averages",
    [(np.array([[45, 3], [5, 7]]),), (_four,)],
    reference=_averages,
    task="perceptron-averages",
    forbid=(metrics.balanced_accuracy, metrics.matrix_accuracy, metrics.macro),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-majority-text" syllabus="P-19"
# ## 12 Always the same answer (2 points)
#
# Of 100 pictures 90 show cats, and a program always says "cat". Write `always(truth)`:
# the accuracy and the balanced accuracy of a program that always names the **largest**
# class of `truth`. A program that has learned something beats both.
#
# Shapes: `truth` is `(n,)` of class numbers 0, 1, 2, …; every class up to the highest
# occurs, and one is largest. Return two numbers.
#
# <details><summary>Hint 1: direction</summary>Which examples does such a program get
# right? What is the recall of its class, and of all others?</details>
# <details><summary>Hint 2: equation</summary>accuracy = size of the largest class / n;
# the recalls are 1 once and 0 for the rest</details>
# <details><summary>Hint 3: first line</summary>
# <code>sizes = np.bincount(truth)</code> counts each class</details>


# %% role="answer" grade_id="perceptron-majority"
def always(truth):
    """Give accuracy and balanced accuracy of always naming the largest class."""
    ### BEGIN SOLUTION
    per_class = np.bincount(truth)
    return np.max(per_class) / np.sum(per_class), 1 / len(per_class)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="perceptron-majority-try"
# Try it: 90 cats and 10 dogs should give 0.9 and 0.5.

# %%
always(np.repeat([0, 1], [90, 10]))

# %% role="test" grade_id="perceptron-majority-value" points=1 syllabus="P-19"
import numpy as np

from nnbyhand import checks

checks.check(
    "always",
    [(np.repeat([0, 1], [90, 10]),), (np.repeat([2, 0, 1], [12, 5, 3]),)],
    expected=[(0.9, 0.5), (0.6, 1 / 3)],
    task="perceptron-majority",
)

# %% role="test" grade_id="perceptron-majority-hidden" points=1 syllabus="P-19"
# hidden test: other sizes, in any order
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

_three = np.random.default_rng(3).permutation(np.repeat([0, 1, 2], [5, 9, 6]))
_four = np.repeat([3, 0, 2, 1], [13, 2, 4, 1])
checks.check(
    "always",
    [(_three,), (_four,)],
    expected=[(0.45, 1 / 3), (0.65, 0.25)],
    task="perceptron-majority",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="perceptron-words-text" syllabus="P-17 P-19 P-22"
# ## 13 In your own words (3 points, read by a person)
#
# In a factory 3 of 100 bottles are broken. A perceptron that looks for broken bottles
# reaches 97 % accuracy, and its maker is proud. Its learning never came to an end.
# Explain to the maker why 97 % may be worth nothing, which numbers you would ask for
# instead, and what it may mean that learning did not end. Three to six sentences. Write
# into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. a program that always says "whole" has 97 % too (the larger class is the baseline);
# 2. names a fitting number and what it says here: recall of the broken bottles (how
#    many were found), precision, balanced accuracy, or the confusion matrix;
# 3. no line (hyperplane) separates the two groups, so the rule makes mistakes for ever;
#    a limit is needed.
#
# Sample, 3 points: "A unit that calls every bottle whole is right 97 times too, so this
# says nothing. I would ask for the recall of the broken ones: of three broken bottles,
# how many did it find? That it never stopped learning tells me no straight line
# separates broken from whole, so it goes on making mistakes and must be stopped by a
# limit." Sample, 2 points: "Always saying whole gives 97 % as well. I want to see the
# confusion matrix with the broken bottles in a row of their own, to see how many are
# missed." Sample, 1 point: "97 % is only good if the bottles are half broken and half
# whole, else you get it for nothing."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="perceptron-words" points=3 syllabus="P-17 P-19"
# *Write your answer here.*
