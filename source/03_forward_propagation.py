# %% [markdown] role="text" grade_id="forward-title"
# # 03 Forward propagation: assignment
#
# You write activations, their slopes and softmax, send numbers through layers on paper
# and in code, count parameters, merge layers, and build a curve from stairs. About two
# hours (an estimate). 36 points: 33 are checked by tests, some of which you see only
# after grading, and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. The answers may not call the functions of `nnbyhand` that do the task
# for you. No exercise needs the answer of another.
#
# Rows are examples: `X` is `(n, d)`, `W` is `(inputs, units)`, `b` is `(units,)`, and
# `Z = X @ W + b`.

# %%
import numpy as np

from nnbyhand import activations
from nnbyhand.data import SLIDE_W1_TEXT, SLIDE_W2_TEXT, SLIDE_X
from nnbyhand.forward import step_network

# %% [markdown] role="text" grade_id="forward-activations-text" syllabus="F-01 F-03"
# ## 1 Three activations (5 points)
#
# Write `sigmoid(Z)`, `tanh(Z)` and `relu(Z)`. Each works on every number of the array
# `Z`. (`np.max(Z)` gives one number, the largest of all; `np.maximum(Z, 1)` compares
# place by place.)
#
# $$σ(z) = \frac{1}{1+e^{-z}}, \qquad \tanh z = \frac{e^z-e^{-z}}{e^z+e^{-z}}, \qquad
# relu(z) = \max(0, z)$$
#
# Your sigmoid must reach 0 and 1 at $z = ±1000$ without a warning about overflow.
#
# Shapes: `Z` is an array of any shape; the result has the same shape.
#
# <details><summary>Hint 1: direction</summary>NumPy's functions work on whole arrays, and
# <code>np.where</code> chooses place by place, after it has computed both sides
# everywhere. Overflow: which of e^z and e^−z is at most 1?</details>
# <details><summary>Hint 2: equation</summary>σ(z) = e^z / (1 + e^z) is the same number.
# With p = e^−|z| both forms are 1/(1 + p) and p/(1 + p).</details>
# <details><summary>Hint 3: first line</summary>
# <code>power = np.exp(-np.abs(Z))</code></details>


# %% role="answer" grade_id="forward-activations"
def sigmoid(Z):
    """Give 1 / (1 + e**-z) of every number, without overflow."""
    ### BEGIN SOLUTION
    small = np.exp(-abs(Z))  # never above 1
    return np.where(Z >= 0, 1, small) / (1 + small)
    ### END SOLUTION


def tanh(Z):
    """Give tanh z of every number."""
    ### BEGIN SOLUTION
    return np.tanh(Z)
    ### END SOLUTION


def relu(Z):
    """Give z where it is above zero, else 0."""
    ### BEGIN SOLUTION
    return np.maximum(Z, 0)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-activations-try"
# Try it: at −2 and 0.5 the sigmoid is 0.1192 and 0.6225, tanh is −0.9640 and 0.4621,
# ReLU is 0 and 0.5.

# %%
some = np.array([-2.0, 0.5])
sigmoid(some), tanh(some), relu(some)

# %% role="test" grade_id="forward-activations-sigmoid" points=1 syllabus="F-01"
import numpy as np

from nnbyhand import activations, checks

checks.check(
    "sigmoid",
    [(np.array([-2.0, -0.5, 0.5, 1.3]),), (np.array([[1.3, 0.5], [-2.0, -0.5]]),)],
    expected=[
        [0.1192029220, 0.3775406688, 0.6224593312, 0.7858349830],
        [[0.7858349830, 0.6224593312], [0.1192029220, 0.3775406688]],
    ],
    task="forward-sigmoid",
    forbid=(activations.sigmoid,),
)

# %% role="test" grade_id="forward-activations-edge" points=1 syllabus="F-03"
import warnings

import numpy as np

from nnbyhand import activations, checks

_far = np.array([-1000.0, -0.5, 1000.0])


def _quiet(function):
    """Tell whether the function never meets a power that is too large."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(_far.copy())
    return not any("overflow" in str(warning.message) for warning in caught)


checks.check(
    "sigmoid",
    [(_far,)],
    expected=[[0, 0.3775406688, 1]],
    task="forward-sigmoid",
    forbid=(activations.sigmoid,),
)
checks.check_that(
    "sigmoid",
    "no overflow at z = -1000 and 1000",
    _quiet,
    cases=[(_far,)],
    task="forward-sigmoid",
)

# %% role="test" grade_id="forward-activations-tanh" points=1 syllabus="F-01"
import numpy as np

from nnbyhand import activations, checks

checks.check(
    "tanh",
    [(np.array([-2.0, -0.5, 0.5, 1.3]),), (np.array([[0.5], [-2.0]]),)],
    expected=[
        [-0.9640275801, -0.4621171573, 0.4621171573, 0.8617231593],
        [[0.4621171573], [-0.9640275801]],
    ],
    task="forward-tanh",
    forbid=(activations.tanh,),
)

# %% role="test" grade_id="forward-activations-relu" points=1 syllabus="F-01"
import numpy as np

from nnbyhand import activations, checks

checks.check(
    "relu",
    [(np.array([-2.0, -0.5, 0.5, 1.3]),), (np.array([[1.3, -0.5], [0.0, 0.5]]),)],
    expected=[[0, 0, 0.5, 1.3], [[1.3, 0], [0, 0.5]]],
    task="forward-relu",
    forbid=(activations.relu,),
)

# %% role="test" grade_id="forward-activations-hidden" points=1 syllabus="F-01"
# hidden test: all three on other numbers and shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import activations, checks

_fresh = [
    (np.array([-1.7, -0.3, 0.8, 2.4, -3.1]),),
    (np.random.default_rng(301).normal(0, 1.5, (3, 4)),),
]
checks.check(
    "sigmoid",
    _fresh,
    reference=activations.sigmoid,
    task="forward-sigmoid",
    forbid=(activations.sigmoid,),
)
checks.check(
    "tanh",
    _fresh,
    reference=activations.tanh,
    task="forward-tanh",
    forbid=(activations.tanh,),
)
checks.check(
    "relu",
    _fresh,
    reference=activations.relu,
    task="forward-relu",
    forbid=(activations.relu,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-slopes-text" syllabus="F-02"
# ## 2 Their slopes (3 points)
#
# Write `sigmoid_slope(Z)`, `tanh_slope(Z)` and `relu_slope(Z)`: how steep is each curve at
# the sums `Z`? By the rule of this course the slope of ReLU at exactly 0 is 0. You may
# use `activations.sigmoid`, but not the slopes of `nnbyhand.activations`.
#
# Shapes: `Z` is an array of any shape; the result has the same shape.
#
# <details><summary>Hint 1: direction</summary>Two of the slopes can be computed from the
# activation at the same place.</details>
# <details><summary>Hint 2: equation</summary>σ′ = a(1 − a), tanh′ = 1 − a², with a = f(z)
# </details>
# <details><summary>Hint 3: first line</summary>
# <code>a = activations.sigmoid(Z)</code></details>


# %% role="answer" grade_id="forward-slopes"
def sigmoid_slope(Z):
    """Give the slope of the sigmoid at the sums Z."""
    ### BEGIN SOLUTION
    value = 1 / (1 + np.exp(-Z))
    return value * (1 - value)
    ### END SOLUTION


def tanh_slope(Z):
    """Give the slope of tanh at the sums Z."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(Z) ** 2
    ### END SOLUTION


def relu_slope(Z):
    """Give the slope of ReLU at the sums Z: 1 above zero, else 0."""
    ### BEGIN SOLUTION
    return np.where(Z > 0, 1, 0)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-slopes-try"
# Try it: at −2 and 0.5 the slope of the sigmoid is 0.1050 and 0.2350, that of tanh is
# 0.0707 and 0.7864, that of ReLU is 0 and 1.

# %%
some = np.array([-2.0, 0.5])
sigmoid_slope(some), tanh_slope(some), relu_slope(some)

# %% role="test" grade_id="forward-slopes-sigmoid" points=1 syllabus="F-02"
import numpy as np

from nnbyhand import activations, checks

checks.check(
    "sigmoid_slope",
    [(np.array([-2.0, -0.5, 0.5, 1.3]),)],
    expected=[[0.1049935854, 0.2350037122, 0.2350037122, 0.1682983625]],
    task="forward-sigmoid-slope",
    forbid=(activations.sigmoid_slope,),
)

# %% role="test" grade_id="forward-slopes-tanh" points=1 syllabus="F-02"
import numpy as np

from nnbyhand import activations, checks

checks.check(
    "tanh_slope",
    [(np.array([-2.0, -0.5, 0.5, 1.3]),)],
    expected=[[0.0706508249, 0.7864477330, 0.7864477330, 0.2574331967]],
    task="forward-tanh-slope",
    forbid=(activations.tanh_slope,),
)

# %% role="test" grade_id="forward-slopes-hidden" points=1 syllabus="F-02"
# hidden test: the slope of ReLU, and all three on other numbers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import activations, checks

_fresh = [
    (np.array([-1.7, -0.3, 0.0, 0.8, 2.4]),),
    (np.random.default_rng(302).normal(0, 1.5, (3, 4)),),
]
checks.check(
    "relu_slope",
    _fresh,
    reference=activations.relu_slope,
    task="forward-relu-slope",
    forbid=(activations.relu_slope,),
)
checks.check(
    "sigmoid_slope",
    _fresh,
    reference=activations.sigmoid_slope,
    task="forward-sigmoid-slope",
    forbid=(activations.sigmoid_slope,),
)
checks.check(
    "tanh_slope",
    _fresh,
    reference=activations.tanh_slope,
    task="forward-tanh-slope",
    forbid=(activations.tanh_slope,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-softmax-text" syllabus="F-01"
# ## 3 Softmax (2 points)
#
# Write `softmax(Z)`: turn each **row** of `Z` into probabilities.
#
# $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
#
# Your answer must also be right for rows such as 1000, 1001, 1002, and for −1000 in
# another row.
#
# Shapes: `Z` is `(n, k)`, and so is the result; every row sums to 1.
#
# <details><summary>Hint 1: direction</summary>Adding one number to a whole row changes
# none of its probabilities. Which number keeps the powers small?</details>
# <details><summary>Hint 2: equation</summary>p_k = e^(z_k − m) / Σ_j e^(z_j − m), with m
# the largest of the row</details>
# <details><summary>Hint 3: first line</summary>
# <code>shifted = Z - Z.max(axis=1, keepdims=True)</code></details>


# %% role="answer" grade_id="forward-softmax"
def softmax(Z):
    """Give the probabilities of every row of Z."""
    ### BEGIN SOLUTION
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-softmax-try"
# Try it: the row 0, 1, 2 gives 0.0900, 0.2447, 0.6652, and the row 5, 5, 5 three times
# 0.3333.

# %%
softmax(np.array([[0.0, 1.0, 2.0], [5.0, 5.0, 5.0]]))

# %% role="test" grade_id="forward-softmax-value" points=1 syllabus="F-01"
import numpy as np

from nnbyhand import activations, checks
from nnbyhand.data import TWO_LOGITS

_large = np.array([[1000.0, 1001.0, 1002.0], [-1000.0, -1001.0, -1003.0]])
checks.check(
    "softmax",
    [(TWO_LOGITS,), (_large,)],
    reference=activations.softmax,
    task="forward-softmax",
    forbid=(activations.softmax,),
)

# %% role="test" grade_id="forward-softmax-hidden" points=1 syllabus="F-01"
# hidden test: other rows, more classes, other large numbers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import activations, checks

_rows = np.random.default_rng(303).normal(0, 2, (5, 4))
_far = np.array([[900.0, 898.5], [-900.0, -898.5], [0.25, -0.5]])
checks.check(
    "softmax",
    [(_rows,), (_far,)],
    reference=activations.softmax,
    task="forward-softmax",
    forbid=(activations.softmax,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-matrices-text" syllabus="F-12 F-10 F-09"
# ## 4 Matrices in our form (4 points)
#
# 1. `product(A, B)`: the matrix product. Entry (i, j) is row i of `A` times column j of
#    `B`, added up. A loop is fine, and so is `@`.
# 2. `from_textbook(w, b)`: a textbook has one **row** of `w` for each unit, `(units,
#    inputs)`, and `b` as a column `(units, 1)`. Return `W, b` in our form, `(inputs,
#    units)` and `(units,)`.
# 3. `bias_as_weight(W, b)`: the bias is the weight of an input $x_0$ that is always 1.
#    Return one matrix `(inputs + 1, units)` whose **row 0** holds the biases, so that
#    `[1, x1, x2, …] @ M` equals `[x1, x2, …] @ W + b`. (NumPy joins arrays that stand
#    in **one** list: `np.vstack([a, b])` on top of each other, `np.hstack([a, b])` side
#    by side.)
#
# <details><summary>Hint 1: direction</summary>In our form column j leads into unit j. A
# textbook keeps the same numbers in a row.</details>
# <details><summary>Hint 2: equation</summary>W = wᵀ; the row of biases goes on top of
# W.</details>
# <details><summary>Hint 3: first line</summary>For 2 and 3 look at <code>w.T</code>,
# <code>b[:, 0]</code> and <code>np.vstack</code>.</details>


# %% role="answer" grade_id="forward-matrices"
def product(A, B):
    """Give the matrix product of A and B."""
    ### BEGIN SOLUTION
    return A @ B
    ### END SOLUTION


def from_textbook(w, b):
    """Turn weights (units, inputs) and a column of biases into W, b of our form."""
    ### BEGIN SOLUTION
    return w.T, b[:, 0]
    ### END SOLUTION


def bias_as_weight(W, b):
    """Give one matrix: the biases in row 0, the weights below."""
    ### BEGIN SOLUTION
    return np.vstack([b, W])
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-matrices-try"
# Try it: the product should be [[19, 22], [43, 50]]. Work it out on paper first.

# %%
product(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]))

# %% role="test" grade_id="forward-matrices-product" points=1 syllabus="F-12"
import numpy as np

from nnbyhand import checks

checks.check(
    "product",
    [
        (np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])),
        (np.array([[0.5, -2.0], [1.0, 3.0]]), np.array([[2.0, 1.0], [-1.0, 4.0]])),
    ],
    expected=[[[19, 22], [43, 50]], [[3, -7.5], [-1, 13]]],
    task="forward-product",
)

# %% role="test" grade_id="forward-matrices-textbook" points=1 syllabus="F-10 F-14"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import TWO_NODE_W_TEXT

_wide = np.array([[1.0, -2.0, 0.5], [4.0, 0.25, -1.0]])
checks.check(
    "from_textbook",
    [
        (TWO_NODE_W_TEXT, np.array([[0.25], [-0.5]])),
        (_wide, np.array([[1.5], [-2.0]])),
    ],
    expected=[
        (np.array([[0.9, 0.2], [0.3, 0.8]]), np.array([0.25, -0.5])),
        (np.array([[1.0, 4.0], [-2.0, 0.25], [0.5, -1.0]]), np.array([1.5, -2.0])),
    ],
    task="forward-textbook",
)

# %% role="test" grade_id="forward-matrices-bias" points=1 syllabus="F-09"
from nnbyhand import checks
from nnbyhand.data import G_B1, G_W1, SQUARE_B1, SQUARE_W1

checks.check(
    "bias_as_weight",
    [(SQUARE_W1, SQUARE_B1)],
    expected=[[[0.25, -0.75, 0.5], [1, -2, 0.5], [0.5, 1.5, -1], [-1.5, 0.5, 2]]],
    task="forward-bias-row",
)
checks.check(
    "bias_as_weight",
    [(G_W1, G_B1)],
    expected=[[[0.5, -0.25, 0, 0.75], [-1.5, 1, 0, -1], [0, -1, 1.5, 0.5]]],
    task="forward-bias-row",
)

# %% role="test" grade_id="forward-matrices-hidden" points=1 syllabus="F-10 F-12"
# hidden test: products and textbook layers of other sizes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

_rng = np.random.default_rng(304)
checks.check(
    "product",
    [(_rng.normal(size=(3, 3)), _rng.normal(size=(3, 3)))],
    reference=lambda A, B: A @ B,
    task="forward-product",
)
checks.check(
    "product",
    [(_rng.normal(size=(2, 4)), _rng.normal(size=(4, 3)))],
    reference=lambda A, B: A @ B,
    task="forward-product",
)
checks.check(
    "from_textbook",
    [
        (_rng.normal(size=(3, 3)), _rng.normal(size=(3, 1))),
        (_rng.normal(size=(2, 5)), _rng.normal(size=(2, 1))),
    ],
    reference=lambda w, b: (w.T, b[:, 0]),
    task="forward-textbook",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-layer-text" syllabus="F-08 F-13"
# ## 5 A layer on a batch (2 points)
#
# Write `layer(X, W, b)`: the activations of a layer of sigmoid units, for every row of
# `X`. You may use `activations.sigmoid`.
#
# $$A = σ(XW + b)$$
#
# Shapes: `X` is `(n, inputs)`, `W` is `(inputs, units)`, `b` is `(units,)`; the result is
# `(n, units)`.
#
# <details><summary>Hint 1: direction</summary>First all sums, then one activation for all
# of them.</details>
# <details><summary>Hint 2: equation</summary>Z = X W + b; broadcasting gives each row the
# same b</details>
# <details><summary>Hint 3: first line</summary><code>Z = X @ W + b</code></details>


# %% role="answer" grade_id="forward-layer"
def layer(X, W, b):
    """Give the activations of a layer of sigmoid units for every row of X."""
    ### BEGIN SOLUTION
    return activations.sigmoid(X @ W + b)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-layer-try"
# Try it: inputs 1 and 0.5; unit 1 has the weights 0.9 and 0.3, unit 2 has 0.2 and 0.8; no
# biases. The activations are 0.7408 and 0.6457.

# %%
layer(np.array([[1.0, 0.5]]), np.array([[0.9, 0.2], [0.3, 0.8]]), np.zeros(2))

# %% role="test" grade_id="forward-layer-value" points=1 syllabus="F-08 F-13"
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks
from nnbyhand.data import SQUARE_B1, SQUARE_W1, TWO_NODE_W

_two = np.array([[1.0, 0.5], [-0.5, 2.0]])
_three = np.array([[0.9, 0.1, 0.8], [-1.0, 2.0, 0.5], [0.5, -1.5, 1.0]])
checks.check(
    "layer",
    [
        (_two, TWO_NODE_W, np.array([0.0, 0.0])),
        (_two, TWO_NODE_W, np.array([0.5, -1.0])),
        (_three, SQUARE_W1, SQUARE_B1),
    ],
    reference=lambda X, W, b: _library.forward(X, [W], [b])[1][0],
    task="forward-layer",
    forbid=(_library.forward,),
)

# %% role="test" grade_id="forward-layer-hidden" points=1 syllabus="F-08 F-10"
# hidden test: other numbers, and a batch of five with other sizes
### BEGIN HIDDEN TESTS
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import activations, checks
from nnbyhand.data import G_B1, G_W1, G_X

_rng = np.random.default_rng(305)
checks.check(
    "layer",
    [tuple(_rng.normal(size=shape) for shape in ((3, 3), (3, 3), (3,)))],
    reference=lambda X, W, b: activations.sigmoid(X @ W + b),
    task="forward-layer",
    forbid=(_library.forward,),
)
checks.check(
    "layer",
    [(G_X, G_W1, G_B1)],
    reference=lambda X, W, b: activations.sigmoid(X @ W + b),
    task="forward-layer",
    forbid=(_library.forward,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-hand-text" syllabus="F-15 F-10"
# ## 6 A 3-3-3 network on paper (2 points)
#
# The matrices are those of the lesson; the input is another, and now every unit has a
# bias. The input is (0.5, −1, 2). The hidden units have the biases 0.25, −0.5 and −1, the
# output units −1.5, 0.5 and −0.75. Every unit has the sigmoid.
#
# Work it out with a pocket calculator, one number after the other. The textbook's
# matrices have one **row** for each receiving unit; run the next cell to see them. Return
# the three hidden activations, then the three outputs, each with three decimals or more.
# Keep all the digits between the layers.
#
# <details><summary>Hint 1: direction</summary>Hidden unit 1 has the weights 0.9, 0.3 and
# 0.4: they stand side by side in the first row. Its bias is added once.</details>
# <details><summary>Hint 2: equation</summary>z_1 = 0.5 · 0.9 − 1 · 0.3 + 2 · 0.4 + 0.25,
# then h_1 = 1 / (1 + e^−z_1); the outputs read h instead of x</details>
# <details><summary>Hint 3: first line</summary>z_1 = 1.2, so the first of three begins
# with 0.76.</details>

# %%
print(SLIDE_W1_TEXT, "rows: into hidden units 1, 2, 3")
print(SLIDE_W2_TEXT, "rows: into output units 1, 2, 3")


# %% role="answer" grade_id="forward-hand"
def hidden_by_hand():
    """Give the three hidden activations, with three decimals or more."""
    ### BEGIN SOLUTION
    return [0.769, 0.310, 0.438]
    ### END SOLUTION


def outputs_by_hand():
    """Give the three outputs, with three decimals or more."""
    ### BEGIN SOLUTION
    return [0.303, 0.769, 0.572]
    ### END SOLUTION


# %% role="test" grade_id="forward-hand-value" points=1 syllabus="F-15"
import numpy as np

from nnbyhand import checks


def _three(found):
    """Lay three numbers flat that come as one row or one column of a matrix."""
    return np.reshape(found, 3) if np.shape(found) in ((1, 3), (3, 1)) else found


checks.check(
    "hidden_by_hand",
    [()],
    expected=[[0.7685247835, 0.3100255189, 0.4378234991]],
    through=_three,
    shows="the activations of hidden units 1, 2, 3",
    tol="hand",
    task="forward-hand-value",
)

# %% role="test" grade_id="forward-hand-hidden" points=1 syllabus="F-15 F-10"
# hidden test: the three outputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks


def _flat(found):
    """Lay three numbers flat that come as one row or one column of a matrix."""
    return np.reshape(found, 3) if np.shape(found) in ((1, 3), (3, 1)) else found


checks.check(
    "outputs_by_hand",
    [()],
    expected=[[0.3029027889, 0.7691809812, 0.5719627229]],
    through=_flat,
    shows="the outputs of units 1, 2, 3",
    tol="hand",
    task="forward-hand-hidden",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-network-text" syllabus="F-15 F-16 F-10"
# ## 7 Through any number of layers (4 points)
#
# Write `forward_pass(X, weights, biases)`: send a batch through all layers of sigmoid
# units, and keep what happens on the way. Return two lists, first the sums, then the
# activations, with one array for each layer. The first layer reads `X`, every other layer
# reads the activations of the one before. You may use `activations.sigmoid`.
#
# $$Z^l = A^{l-1} W^l + b^l, \qquad A^l = σ(Z^l)$$
#
# Shapes: `X` is `(n, d)`; `weights` and `biases` are lists with a `W` and a `b` for each
# layer; sums and activations of a layer are `(n, units)`.
#
# <details><summary>Hint 1: direction</summary>A loop over the layers, and one variable
# that always holds what the next layer reads.</details>
# <details><summary>Hint 2: equation</summary>Z = A W + b, then A = σ(Z), then on to the
# next W and b</details>
# <details><summary>Hint 3: first line</summary><code>A, Zs, As = X, [], []</code></details>


# %% role="answer" grade_id="forward-network"
def forward_pass(X, weights, biases):
    """Give the sums and the activations of every layer, as two lists."""
    ### BEGIN SOLUTION
    Zs, As = [], []
    A = X
    for W, b in zip(weights, biases, strict=True):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-network-try"
# Try it: the 3-3-3 network of the lesson. You should see two lists of two arrays; the
# last array is 0.7263, 0.7086, 0.7781.

# %%
forward_pass(SLIDE_X, [SLIDE_W1_TEXT.T, SLIDE_W2_TEXT.T], [np.zeros(3), np.zeros(3)])

# %% role="test" grade_id="forward-network-value" points=1 syllabus="F-15 F-16"
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks, data


def _outputs(lists):
    """The activations of the last layer."""
    if len(lists) != 2 or any(not len(p) or np.ndim(p[-1]) != 2 for p in lists):
        raise ValueError("expected two lists with one array for each layer")
    return lists[1][-1]


checks.check(
    "forward_pass",
    [
        (data.SLIDE_X, [data.SLIDE_W1, data.SLIDE_W2], [np.zeros(3), np.zeros(3)]),
        (
            data.SQUARE_X,
            [data.SQUARE_W1, data.SQUARE_W2],
            [data.SQUARE_B1, data.SQUARE_B2],
        ),
    ],
    expected=[
        [[0.7263033450, 0.7085980724, 0.7780970596]],
        [
            [0.7959156769, 0.5960624384, 0.3841619110],
            [0.5073785219, 0.8161457497, 0.8375214047],
        ],
    ],
    through=_outputs,
    shows="the activations of the last layer",
    task="forward-network",
    forbid=(_library.forward,),
)

# %% role="test" grade_id="forward-network-all" points=1 syllabus="F-10 F-16"
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks, data


def _everything(lists):
    """All sums, then all activations, layer by layer."""
    if len(lists) != 2 or any(len(p) != 2 or np.ndim(p[-1]) != 2 for p in lists):
        raise ValueError("expected two lists with one array for each layer")
    return (*lists[0], *lists[1])


_case = (
    data.SQUARE_X,
    [data.SQUARE_W1, data.SQUARE_W2],
    [data.SQUARE_B1, data.SQUARE_B2],
)
_sums, _layers = _library.forward(*_case)
checks.check(
    "forward_pass",
    [_case],
    expected=[(*_sums, *_layers)],
    through=_everything,
    shows="sums of layer 1 and 2, then activations of layer 1 and 2",
    task="forward-network",
    forbid=(_library.forward,),
)

# %% role="test" grade_id="forward-network-hidden" points=2 syllabus="F-10 F-16"
# hidden test: other batches, other sizes, one layer and three layers
### BEGIN HIDDEN TESTS
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks, data


def _in_a_row(lists):
    """All sums, then all activations, layer by layer."""
    if len(lists) != 2 or any(not len(p) or np.ndim(p[-1]) != 2 for p in lists):
        raise ValueError("expected two lists with one array for each layer")
    return (*lists[0], *lists[1])


def _all_of(case):
    """What the library keeps, in the same order."""
    sums, layers = _library.forward(*case)
    return (*sums, *layers)


_rng = np.random.default_rng(307)
_square = (
    _rng.normal(size=(4, 3)),
    [_rng.normal(size=(3, 3)) for _ in range(3)],
    [_rng.normal(size=3) for _ in range(3)],
)
_g = (data.G_X, [data.G_W1, data.G_W2], [data.G_B1, data.G_B2])
_single = (data.G_X, [data.G_W1], [data.G_B1])
for _cases in ([_square], [_g, _single]):
    checks.check(
        "forward_pass",
        _cases,
        expected=[_all_of(case) for case in _cases],
        through=_in_a_row,
        shows="sums layer by layer, then activations layer by layer",
        task="forward-network",
        forbid=(_library.forward,),
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-counting-text" syllabus="F-17 F-18"
# ## 8 Counting (3 points)
#
# A dense network is given by its sizes, inputs first, such as `[784, 128, 10]`.
#
# 1. `count_parameters(sizes)`: how many weights and biases does it have in all?
# 2. `array_shapes(sizes)`: the shapes of its arrays, layer by layer, first `W`, then `b`,
#    for `[3, 3, 2]` the list `[(3, 3), (3,), (3, 2), (2,)]`.
#
# <details><summary>Hint 1: direction</summary>Go through the layers. Two neighbours in
# <code>sizes</code> are the inputs and the units of one layer.</details>
# <details><summary>Hint 2: equation</summary>inputs · units weights and as many biases as
# units, for each layer</details>
# <details><summary>Hint 3: first line</summary>
# <code>for d_in, d_out in zip(sizes[:-1], sizes[1:]):</code></details>


# %% role="answer" grade_id="forward-counting"
def count_parameters(sizes):
    """Give the number of weights and biases of a dense network."""
    ### BEGIN SOLUTION
    total = 0
    for k in range(1, len(sizes)):
        total += sizes[k - 1] * sizes[k] + sizes[k]
    return total
    ### END SOLUTION


def array_shapes(sizes):
    """Give the shapes of W and b, layer by layer."""
    ### BEGIN SOLUTION
    found = []
    for k in range(1, len(sizes)):
        found += [(sizes[k - 1], sizes[k]), (sizes[k],)]
    return found
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-counting-try"
# Try it: 3-3-3 has 24 parameters.

# %%
count_parameters([3, 3, 3]), array_shapes([3, 3, 3])

# %% role="test" grade_id="forward-counting-value" points=1 syllabus="F-08 F-17"
import nnbyhand.forward as _library
from nnbyhand import checks

checks.check(
    "count_parameters",
    [([3, 3, 3, 2],), ([2, 2, 1],), ([784, 15, 10],), ([784, 128, 10],)],
    expected=[32, 9, 11_935, 101_770],
    tol="exact",
    task="forward-counting",
    forbid=(_library.count_parameters, _library.parameter_shapes),
)

# %% role="test" grade_id="forward-counting-shapes" points=1 syllabus="F-18"
import nnbyhand.forward as _library
from nnbyhand import checks

checks.check(
    "array_shapes",
    [([3, 3, 3, 2],), ([784, 15, 10],)],
    expected=[
        ((3, 3), (3,), (3, 3), (3,), (3, 2), (2,)),
        ((784, 15), (15,), (15, 10), (10,)),
    ],
    tol="exact",
    task="forward-shapes",
    forbid=(_library.parameter_shapes,),
)

# %% role="test" grade_id="forward-counting-hidden" points=1 syllabus="F-17 F-18"
# hidden test: other networks
### BEGIN HIDDEN TESTS
import nnbyhand.forward as _library
from nnbyhand import checks

_sizes = [[784, 512, 10], [4, 8, 3], [6, 1], [5, 7, 2, 9, 4]]
checks.check(
    "count_parameters",
    [(sizes,) for sizes in _sizes],
    expected=[407_050, 67, 7, 125],
    tol="exact",
    task="forward-counting",
    forbid=(_library.count_parameters, _library.parameter_shapes),
)
checks.check(
    "array_shapes",
    [(sizes,) for sizes in _sizes],
    expected=[tuple(_library.parameter_shapes(sizes)) for sizes in _sizes],
    tol="exact",
    task="forward-shapes",
    forbid=(_library.parameter_shapes,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-merge-text" syllabus="F-05"
# ## 9 Two linear layers are one (2 points)
#
# Two layers **without** an activation: `(X @ W1 + b1) @ W2 + b2`. Write
# `merge(W1, b1, W2, b2)`: return `W, b` of the one layer that gives the same for every
# `X`.
#
# Shapes: `W1` is `(d, hidden)`, `b1` is `(hidden,)`, `W2` is `(hidden, units)`, `b2` is
# `(units,)`; the result is `W` `(d, units)` and `b` `(units,)`.
#
# <details><summary>Hint 1: direction</summary>Multiply the brackets out. What belongs to
# X, and what does not?</details>
# <details><summary>Hint 2: equation</summary>(X W1 + b1) W2 + b2 = X (W1 W2) + (b1 W2 +
# b2)</details>
# <details><summary>Hint 3: first line</summary><code>W = W1 @ W2</code></details>


# %% role="answer" grade_id="forward-merge"
def merge(W1, b1, W2, b2):
    """Give W and b of the one layer that does what two linear layers do."""
    ### BEGIN SOLUTION
    return W1 @ W2, b1 @ W2 + b2
    ### END SOLUTION


# %% role="test" grade_id="forward-merge-value" points=1 syllabus="F-05"
import nnbyhand.forward as _library
from nnbyhand import checks
from nnbyhand.data import SQUARE_B1, SQUARE_B2, SQUARE_W1, SQUARE_W2

checks.check(
    "merge",
    [(SQUARE_W1, SQUARE_B1, SQUARE_W2, SQUARE_B2)],
    reference=_library.merge_linear,
    task="forward-merge",
    forbid=(_library.merge_linear,),
)

# %% role="test" grade_id="forward-merge-hidden" points=1 syllabus="F-05"
# hidden test: other numbers, then sizes that all differ
### BEGIN HIDDEN TESTS
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks
from nnbyhand.data import G_B1, G_B2, G_W1, G_W2

_rng = np.random.default_rng(309)
_square = tuple(_rng.normal(size=shape) for shape in ((3, 3), (3,), (3, 3), (3,)))
for _case in (_square, (G_W1, G_B1, G_W2, G_B2)):
    checks.check(
        "merge",
        [_case],
        reference=_library.merge_linear,
        task="forward-merge",
        forbid=(_library.merge_linear,),
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-graph-text" syllabus="F-20"
# ## 10 A calculation as a graph (2 points)
#
# Three nodes: `d = b + c`, `e = c + 2`, `a = d · e`. Write `graph(b, c)` and return all
# three values in the order `d, e, a`.
#
# <details><summary>Hint 1: direction</summary>One line for each node, in an order in which
# everything is there when it is needed.</details>
# <details><summary>Hint 2: equation</summary>b = 2 and c = 1 give 3, 3 and 9. Try b = 5 and
# c = −1.5 on paper.</details>
# <details><summary>Hint 3: first line</summary><code>d = b + c</code></details>


# %% role="answer" grade_id="forward-graph"
def graph(b, c):
    """Give the three nodes d, e, a."""
    ### BEGIN SOLUTION
    total, shifted = b + c, c + 2
    return total, shifted, total * shifted
    ### END SOLUTION


# %% role="test" grade_id="forward-graph-value" points=1 syllabus="F-20"
import nnbyhand.forward as _library
from nnbyhand import checks

checks.check(
    "graph",
    [(5.0, -1.5), (2.0, 1.0)],
    expected=[(3.5, 0.5, 1.75), (3.0, 3.0, 9.0)],
    task="forward-graph",
    forbid=(_library.graph,),
)

# %% role="test" grade_id="forward-graph-hidden" points=1 syllabus="F-20"
# hidden test: other numbers, one run after the other
### BEGIN HIDDEN TESTS
import nnbyhand.forward as _library
from nnbyhand import checks

checks.check(
    "graph",
    [(1.5, 4.0), (-3.0, 0.5), (0.0, -2.5)],
    expected=[(5.5, 6.0, 33.0), (-2.5, 2.5, -6.25), (-2.5, -0.5, 1.25)],
    task="forward-graph",
    forbid=(_library.graph,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-stairs-text" syllabus="F-19"
# ## 11 A curve from stairs (4 points)
#
# Write `staircase(f, n)`: the network of **step** units that follows the curve `f` on the
# interval from 0 to 1 in `n` stairs of equal width. Stair k goes from k/n to (k + 1)/n and
# is as high as `f` in its middle. The answer for a number x is
# `step(x @ W1 + b1) @ W2 + b2`, with a linear output. Return `W1, b1, W2, b2`.
#
# For the wave sin 2πx the largest error must be 0.588, 0.309, 0.156 and 0.078 with 5, 10,
# 20 and 40 stairs.
#
# Shapes: `f` takes and gives an array; `W1` is `(1, hidden)`, `b1` is `(hidden,)`, `W2` is
# `(hidden,)`, `b2` is one number. `hidden` is up to you.
#
# <details><summary>Hint 1: direction</summary>A step unit at each edge between two stairs;
# its outgoing weight lifts the answer from one stair to the next. The lowest x has no unit
# on: what does the network answer there?</details>
# <details><summary>Hint 2: equation</summary>A unit with weight 1 and bias −e fires for
# x > e. Outgoing weight: height of stair k minus height of stair k − 1.</details>
# <details><summary>Hint 3: first line</summary>
# <code>heights = f((np.arange(n) + 0.5) / n)</code></details>


# %% role="answer" grade_id="forward-stairs"
def staircase(f, n):
    """Give W1, b1, W2, b2 of a network that follows f on 0 to 1 in n stairs."""
    ### BEGIN SOLUTION
    middles = (np.arange(n) + 0.5) / n
    heights = f(middles)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[0]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="forward-stairs-try"
# Try it: the straight line f(x) = x in four stairs. At 0.1, 0.3 and 0.9 the network answers
# 0.125, 0.375 and 0.875.

# %%
step_network(np.array([0.1, 0.3, 0.9]), *staircase(lambda x: x, 4))

# %% role="test" grade_id="forward-stairs-value" points=2 syllabus="F-19"
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks

_places = (np.arange(60) + 0.37) / 60  # none of them at an edge


def _wave(x):
    return np.sin(2 * np.pi * x)


def _slope_of_two(x):
    return 2 * x + 1


def _answers(numbers):
    """The answers of the network at 60 places between 0 and 1."""
    if len(numbers) != 4:
        raise ValueError("expected four parts: W1, b1, W2, b2")
    return _library.step_network(_places, *numbers)


checks.check(
    "staircase",
    [(_slope_of_two, 4), (_wave, 5), (_wave, 10)],
    reference=lambda f, n: _answers(_library.staircase(f, n)),
    through=_answers,
    shows="the answers of your network at 60 places between 0 and 1",
    task="forward-stairs",
    forbid=(_library.staircase,),
)

# %% role="test" grade_id="forward-stairs-hidden" points=2 syllabus="F-19"
# hidden test: other curves, and the largest error when the stairs double
### BEGIN HIDDEN TESTS
import numpy as np

import nnbyhand.forward as _library
from nnbyhand import checks

_between = (np.arange(97) + 0.37) / 97


def _hill(x):
    return 4 * x * (1.5 - x)


def _swing(x):
    return np.cos(5 * x) - 0.5 * x


def _heights(numbers):
    """The answers of the network at 97 places between 0 and 1."""
    if len(numbers) != 4:
        raise ValueError("expected four parts: W1, b1, W2, b2")
    return _library.step_network(_between, *numbers)


checks.check(
    "staircase",
    [(_hill, 3), (_swing, 8), (_swing, 25)],
    reference=lambda f, n: _heights(_library.staircase(f, n)),
    through=_heights,
    shows="the answers of your network at 97 places between 0 and 1",
    task="forward-stairs",
    forbid=(_library.staircase,),
)


def _largest(function):
    """Tell whether the errors for sin 2πx are those stated in the task."""
    x = np.linspace(0, 1, 20_001)[1:-1]
    curve = np.sin(2 * np.pi * x)
    errors = [
        np.abs(
            _library.step_network(x, *function(lambda x: np.sin(2 * np.pi * x), n))
            - curve
        ).max()
        for n in (5, 10, 20, 40)
    ]
    return np.allclose(errors, [0.588, 0.309, 0.156, 0.078], atol=2e-3)


checks.check_that(
    "staircase",
    "the largest error halves when the stairs double",
    _largest,
    cases=[(_hill, 3), (_swing, 8)],
    task="forward-stairs",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="forward-words-text" syllabus="F-26"
# ## 12 In your own words (3 points, read by a person)
#
# A friend can multiply and add, but knows nothing about networks. Explain how a network
# with one hidden layer computes its output from an input, and why there is an activation
# between the layers. Three to six sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. an attempt in the learner's own words;
# 2. each unit multiplies its inputs by weights, adds them up with a bias and applies an
#    activation; the hidden layer's answers are the inputs of the output layer;
# 3. without the activation both layers together would be one linear layer (or: only
#    straight lines, not XOR).
#
# Sample, 3 points: "Every hidden unit multiplies the inputs by its weights, adds them and
# its bias, and bends the sum with a curve. The output units do the same with what the
# hidden units answered. Without the curve the two layers could be replaced by one, and a
# straight line would be all they can draw."
# Sample, 2 points: "The inputs are weighted and added in every hidden unit, squeezed, and
# passed to the outputs, which do it again."
# Sample, 1 point: "It takes numbers in, calculates and gives numbers out."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="forward-words" points=3 syllabus="F-26"
# *Write your answer here.*
