# %% [markdown] role="text" grade_id="descent-title"
# # 04 Loss and gradient descent: assignment
#
# You measure how wrong a network is, find which way is down, and walk there: step by
# step, in batches, at a rate you choose. At the end one unit tells handwritten digits
# apart. About three hours (an estimate). 51 points: 48 are checked by tests,
# some of which you see only after grading, and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough, and `sigmoid` is yours to use; the
# answers may not call the functions of `nnbyhand` that do the task for you.
#
# Everywhere: rows are examples, an error is prediction minus target, and a loss is a
# mean over the examples.

# %%
import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.data import (
    FOUR_LABELS,
    FOUR_PREDICTIONS,
    MULTI_LOGITS,
    MULTI_TARGETS,
    TWO_LABELS,
    TWO_LOGITS,
)
from nnbyhand.descent import digit_pair

FOUR_TARGETS = np.eye(3)[FOUR_LABELS]  # one-hot: a 1 at the true class

# %% [markdown] role="text" grade_id="loss-squared-text" syllabus="L-01 L-02"
# ## 1 Three ways to be wrong (4 points)
#
# Write three losses for predictions `A` and targets `Y`:
#
# - `half_squared(A, Y)`: $C = \frac1n \sum_i \frac12 \sum_j (a_{ij} - y_{ij})^2$;
# - `mse(A, Y)`: the mean of all squared errors, over examples *and* outputs;
# - `mae(A, Y)`: the mean of the sizes $|a_{ij} - y_{ij}|$ of all errors.
#
# Shapes: `A` and `Y` are `(n, k)`; each result is one number.
#
# <details><summary>Hint 1: direction</summary>All three begin with the array of errors.
# They differ in what is done to each error, and in what you divide by.</details>
# <details><summary>Hint 2: equation</summary>half squared: Σ (a − y)² / (2n); the other
# two divide by n·k</details>
# <details><summary>Hint 3: first line</summary><code>errors = A - Y</code></details>


# %% role="answer" grade_id="loss-squared"
def half_squared(A, Y):
    """Sum half the squared errors over the outputs, average over the examples."""
    ### BEGIN SOLUTION
    return ((A - Y) ** 2).sum() / (2 * len(A))
    ### END SOLUTION


def mse(A, Y):
    """Average the squared errors over all entries."""
    ### BEGIN SOLUTION
    return ((A - Y) ** 2).mean()
    ### END SOLUTION


def mae(A, Y):
    """Average the sizes of the errors over all entries."""
    ### BEGIN SOLUTION
    return np.abs(A - Y).mean()
    ### END SOLUTION


# %% [markdown] role="text" grade_id="loss-squared-try"
# Try it: four predictions of three classes should give 0.200625, 0.13375 and 0.308333.

# %%
[loss(FOUR_PREDICTIONS, FOUR_TARGETS) for loss in (half_squared, mse, mae)]

# %% role="test" grade_id="loss-squared-half" points=1 syllabus="L-01 L-02"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import FOUR_LABELS, FOUR_PREDICTIONS, SLIDE_TARGET

_outputs = np.array([[0.7263033450, 0.7085980724, 0.7780970596]])  # the 3-3-3 network
checks.check(
    "half_squared",
    [(FOUR_PREDICTIONS, np.eye(3)[FOUR_LABELS]), (_outputs, SLIDE_TARGET)],
    reference=losses.half_squared,
    task="loss-squared-half",
    forbid=(losses.half_squared, losses.mse),
)

# %% role="test" grade_id="loss-squared-value" points=1 syllabus="L-02"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import FOUR_LABELS, FOUR_PREDICTIONS

_case = (FOUR_PREDICTIONS, np.eye(3)[FOUR_LABELS])
_signed = (np.array([[1.0, -2.0], [0.5, 3.0], [2.0, 0.25]]), np.zeros((3, 2)))
checks.check(
    "mse",
    [_case, _signed],
    reference=losses.mse,
    task="loss-squared-mean",
    forbid=(losses.mse, losses.half_squared),
)
checks.check(
    "mae",
    [_case, _signed],
    reference=losses.mae,
    task="loss-squared-absolute",
    forbid=(losses.mae,),
)

# %% role="test" grade_id="loss-squared-hidden" points=2 syllabus="L-01 L-02"
# hidden test: all three, on other shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, losses

_rng = np.random.default_rng(4)
_cases = [
    (_rng.normal(size=(5, 2)), _rng.normal(size=(5, 2))),
    (3 * _rng.normal(size=(2, 4)), _rng.normal(size=(2, 4))),
]
_forbidden = (losses.half_squared, losses.mse, losses.mae)
checks.check(
    "half_squared",
    _cases,
    reference=losses.half_squared,
    task="loss-squared-half",
    forbid=_forbidden,
)
checks.check(
    "mse",
    _cases,
    reference=losses.mse,
    task="loss-squared-mean",
    forbid=_forbidden,
)
checks.check(
    "mae",
    _cases,
    reference=losses.mae,
    task="loss-squared-absolute",
    forbid=_forbidden,
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="loss-slope-text" syllabus="L-01 L-02"
# ## 2 Their gradients, when some examples count more (4 points)
#
# Let example $i$ count $w_i$ times: $C = \sum_i w_i\, C_i / \sum_i w_i$, where $C_i$ is
# the loss of example $i$ alone, $\frac12 \sum_j (a_{ij} - y_{ij})^2$ or
# $\frac1k \sum_j |a_{ij} - y_{ij}|$. With equal weights this is the mean of exercise 1.
# Write the two gradients $∂C/∂a_{ij}$:
#
# - `half_squared_gradient(A, Y, weights)`;
# - `mae_gradient(A, Y, weights)`; where an error is exactly 0, the slope is taken as 0.
#
# Shapes: `A` and `Y` are `(n, k)`, `weights` is `(n,)`; the result is `(n, k)`.
#
# <details><summary>Hint 1: direction</summary>What happens to C if this one prediction
# grows a little? Its own error tells, and the share of its example.</details>
# <details><summary>Hint 2: equation</summary>w_i / Σw · (a − y) and
# w_i / Σw · sign(a − y) / k, with sign 0 at 0</details>
# <details><summary>Hint 3: first line</summary>
# <code>shares = weights[:, None] / weights.sum()</code>, a column</details>


# %% role="answer" grade_id="loss-slope"
def half_squared_gradient(A, Y, weights):
    """Give dC/dA of the weighted half squared error."""
    ### BEGIN SOLUTION
    return weights[:, None] / weights.sum() * (A - Y)
    ### END SOLUTION


def mae_gradient(A, Y, weights):
    """Give dC/dA of the weighted mean absolute error."""
    ### BEGIN SOLUTION
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="loss-slope-try"
# Try it: the first row of both should be (−0.03, 0.02, 0.01) and
# (−0.0333, 0.0333, 0.0333).

# %%
counts = np.array([1.0, 2.0, 3.0, 4.0])
[
    half_squared_gradient(FOUR_PREDICTIONS, FOUR_TARGETS, counts)[0],
    mae_gradient(FOUR_PREDICTIONS, FOUR_TARGETS, counts)[0],
]

# %% role="test" grade_id="loss-slope-squared" points=1 syllabus="L-01"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import FOUR_LABELS, FOUR_PREDICTIONS

_weights = np.array([1.0, 2.0, 3.0, 4.0])
checks.check(
    "half_squared_gradient",
    [(FOUR_PREDICTIONS, np.eye(3)[FOUR_LABELS], _weights)],
    reference=losses.half_squared_gradient,
    task="loss-slope-squared",
    forbid=(losses.half_squared_gradient, losses.mse_gradient),
)

# %% role="test" grade_id="loss-slope-absolute" points=1 syllabus="L-02"
import numpy as np

from nnbyhand import checks, losses

_A = np.array([[0.5, -1.0], [2.0, 3.0], [-0.25, 1.5]])
_Y = np.array([[0.0, -1.0], [2.5, 1.0], [-2.0, 1.5]])  # two errors are exactly 0
checks.check(
    "mae_gradient",
    [(_A, _Y, np.array([2.0, 0.5, 1.0]))],
    reference=losses.mae_gradient,
    task="loss-slope-absolute",
    forbid=(losses.mae_gradient,),
)

# %% role="test" grade_id="loss-slope-hidden" points=2 syllabus="L-01 L-02"
# hidden test: both, on other shapes and weights
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, losses

_rng = np.random.default_rng(42)
_A, _Y = _rng.normal(size=(5, 3)), _rng.normal(size=(5, 3))
_Y[1, 2] = _A[1, 2]
_more = np.array([[4.0, 1.0, -2.0, 0.0], [0.5, 0.5, 3.0, -1.0]])
_cases = [
    (_A, _Y, np.array([3.0, 0.0, 1.0, 0.5, 2.0])),
    (_more, np.ones((2, 4)), np.array([5.0, 2.0])),
]
checks.check(
    "half_squared_gradient",
    _cases,
    reference=losses.half_squared_gradient,
    task="loss-slope-squared",
    forbid=(losses.half_squared_gradient, losses.mse_gradient),
)
checks.check(
    "mae_gradient",
    _cases,
    reference=losses.mae_gradient,
    task="loss-slope-absolute",
    forbid=(losses.mae_gradient,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="loss-softmax-text" syllabus="L-05 L-06"
# ## 3 Softmax (3 points)
#
# Write `softmax(Z)`: each row of `Z` holds the logits of one example, each row of the
# result its probabilities.
#
# $$p_j = e^{z_j} \,/\, (e^{z_1} + \dots + e^{z_k})$$
#
# It must work for any logits: $e^{1000}$ is too large for a computer, but subtracting one
# number from a whole row changes no probability.
#
# Shapes: `Z` is `(n, k)`, and so is the result.
#
# <details><summary>Hint 1: direction</summary>Three steps: subtract, exponentiate,
# divide. Each row on its own.</details>
# <details><summary>Hint 2: equation</summary>p = e^(z − max z) / Σ e^(z − max z), with
# the largest logit of the row</details>
# <details><summary>Hint 3: first line</summary>
# <code>Z = Z - Z.max(axis=1, keepdims=True)</code></details>


# %% role="answer" grade_id="loss-softmax"
def softmax(Z):
    """Turn the logits of each row into probabilities that sum to 1."""
    ### BEGIN SOLUTION
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="loss-softmax-try"
# Try it: the first row should be 0.659, 0.242, 0.099.

# %%
softmax(TWO_LOGITS)

# %% role="test" grade_id="loss-softmax-value" points=1 syllabus="L-05"
from nnbyhand import activations, checks
from nnbyhand.data import TWO_LOGITS

checks.check(
    "softmax",
    [(TWO_LOGITS,)],
    reference=activations.softmax,
    task="loss-softmax",
    forbid=(activations.softmax, activations.log_softmax),
)

# %% role="test" grade_id="loss-softmax-stable" points=1 syllabus="L-06"
import numpy as np

from nnbyhand import activations, checks

_large = np.array([[1000.0, 1001.0, 1002.0], [-1000.0, -999.0, -998.0]])
checks.check(
    "softmax",
    [(np.array([[0.0, 1.0, 2.0], [-1.0, 1.5, 0.5]]),), (_large,)],
    reference=activations.softmax,
    task="loss-softmax",
    forbid=(activations.softmax, activations.log_softmax),
)

# %% role="test" grade_id="loss-softmax-hidden" points=1 syllabus="L-05 L-06"
# hidden test: other shapes, small and very large logits
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import activations, checks

_rng = np.random.default_rng(5)
_far = np.array([[-2000.0, -2001.0], [800.0, 799.0], [1.0, -1.0]])
checks.check(
    "softmax",
    [(_rng.normal(size=(3, 4)),), (_rng.normal(size=(5, 2)) - 1,), (_far,)],
    reference=activations.softmax,
    task="loss-softmax",
    forbid=(activations.softmax, activations.log_softmax),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="loss-entropy-text" syllabus="L-07 L-08"
# ## 4 Cross-entropy from logits (5 points)
#
# With $p$ = softmax of the logits, an example costs $-\ln p_{true}$. Write
#
# - `cross_entropy(Z, labels)`: the mean cost. Beware of ±1000: there $p$ can be 0, and
#   $\ln 0$ is not a number. But $\ln p_j = (z_j - m) - \ln \sum_i e^{z_i - m}$ with the
#   largest logit $m$ of the row never meets it;
# - `cross_entropy_gradient(Z, labels, weights)`: $∂C/∂z_{ij}$ when example $i$ counts
#   $w_i$ times, $C = \sum_i w_i\,C_i / \sum_i w_i$. It is $(p_{ij} - y_{ij})$ times the
#   share of the example, where $y_{ij}$ is 1 for the true class, else 0.
#
# Shapes: `Z` is `(n, k)`, `labels` `(n,)` of whole numbers, `weights` `(n,)`; one number,
# and `(n, k)`.
#
# <details><summary>Hint 1: direction</summary>Compute the logarithms of all
# probabilities first; then pick one from each row.</details>
# <details><summary>Hint 2: equation</summary>C = −(1/n) Σ ln p_true;
# ∂C/∂z = w_i / Σw · (p − y)</details>
# <details><summary>Hint 3: first line</summary>
# <code>log_p[np.arange(len(Z)), labels]</code> picks the true class of each row</details>


# %% role="answer" grade_id="loss-entropy"
def cross_entropy(Z, labels):
    """Average minus the logarithm of the probability of the true class."""
    ### BEGIN SOLUTION
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()
    ### END SOLUTION


def cross_entropy_gradient(Z, labels, weights):
    """Give dC/dZ of the weighted cross-entropy."""
    ### BEGIN SOLUTION
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = powers / powers.sum(axis=1, keepdims=True)
    P[np.arange(len(Z)), labels] -= 1
    return weights[:, None] / weights.sum() * P
    ### END SOLUTION


# %% [markdown] role="text" grade_id="loss-entropy-try"
# Try it: the loss should be 0.256352; the first row of the gradient, with equal weights,
# −0.1705, 0.1212, 0.0493.

# %%
cross_entropy(TWO_LOGITS, TWO_LABELS)

# %%
cross_entropy_gradient(TWO_LOGITS, TWO_LABELS, np.ones(2))

# %% role="test" grade_id="loss-entropy-value" points=1 syllabus="L-07"
import numpy as np

from nnbyhand import activations, checks, losses
from nnbyhand.data import TWO_LABELS, TWO_LOGITS

checks.check(
    "cross_entropy",
    [
        (TWO_LOGITS, TWO_LABELS),
        (np.array([[0.5, 2.0, -1.0], [1.0, 0.0, 0.25]]), np.array([0, 2])),
        (np.zeros((3, 10)), np.array([4, 0, 9])),  # untrained: ln 10
    ],
    reference=losses.cross_entropy,
    task="loss-entropy",
    forbid=(losses.cross_entropy, activations.log_softmax),
)

# %% role="test" grade_id="loss-entropy-stable" points=1 syllabus="L-06 L-07"
import numpy as np

from nnbyhand import activations, checks, losses

_high = np.array([[1000.0, 999.0, 998.0], [999.0, 1000.0, 998.5]])
_far = np.array([[1000.0, -1000.0, 0.0], [-1000.0, -998.0, -999.5]])
checks.check(
    "cross_entropy",
    [(_high, np.array([0, 2])), (_far, np.array([1, 0]))],
    reference=losses.cross_entropy,
    task="loss-entropy",
    forbid=(losses.cross_entropy, activations.log_softmax),
)

# %% role="test" grade_id="loss-entropy-gradient" points=1 syllabus="L-08"
import numpy as np

from nnbyhand import activations, checks, losses
from nnbyhand.data import TWO_LABELS, TWO_LOGITS

_far = np.array([[1000.0, 0.0, 999.0], [-1000.0, 1.0, 0.0]])
checks.check(
    "cross_entropy_gradient",
    [
        (TWO_LOGITS, TWO_LABELS, np.array([1.0, 3.0])),
        (_far, np.array([2, 0]), np.array([2.0, 0.5])),
    ],
    reference=losses.cross_entropy_gradient,
    task="loss-entropy-slope",
    forbid=(losses.cross_entropy_gradient, activations.softmax),
)

# %% role="test" grade_id="loss-entropy-hidden" points=2 syllabus="L-07 L-08"
# hidden test: both, five examples of four classes, and very large logits
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import activations, checks, losses

_rng = np.random.default_rng(7)
_Z, _labels = 2 * _rng.normal(size=(5, 4)), np.array([3, 0, 1, 1, 2])
_high = np.array([[1000.0, 999.0], [998.0, 1000.5]])
_far = np.array([[-1000.0, 1000.0], [-1000.0, -1000.5]])
checks.check(
    "cross_entropy",
    [
        (_Z, _labels),
        (_high, np.array([1, 1])),
        (_far, np.array([0, 1])),
    ],
    reference=losses.cross_entropy,
    task="loss-entropy",
    forbid=(losses.cross_entropy, activations.log_softmax),
)
checks.check(
    "cross_entropy_gradient",
    [
        (_Z, _labels, np.array([1.0, 0.5, 4.0, 2.0, 0.0])),
        (_far, np.array([0, 1]), np.array([1.0, 3.0])),
    ],
    reference=losses.cross_entropy_gradient,
    task="loss-entropy-slope",
    forbid=(losses.cross_entropy_gradient, activations.softmax),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="loss-labels-text" syllabus="L-04"
# ## 5 Several labels at once (4 points)
#
# A photo can show a dog *and* a ball. Each output then has its own sigmoid,
# $p = σ(z)$, and pays $-(y \ln p + (1 - y) \ln(1 - p))$. Write
#
# - `binary_cross_entropy(Z, Y)`: the mean over all entries. For large logits $\ln p$
#   fails again; $\max(z, 0) - z\,y + \ln(1 + e^{-|z|})$ is the same number and does not;
# - `binary_cross_entropy_gradient(Z, Y, weights)`: $∂C/∂z_{ij}$ when example $i$ counts
#   $w_i$ times, $C = \sum_i w_i\,C_i / \sum_i w_i$, and $C_i$ is the mean over the $k$
#   outputs of example $i$. As with softmax, $p - y$ is what remains.
#
# Shapes: `Z` and `Y` are `(n, k)`, `weights` is `(n,)`; one number, and `(n, k)`.
#
# <details><summary>Hint 1: direction</summary>Every entry is a question of its own, yes
# or no. Nothing is summed along the row but the cost.</details>
# <details><summary>Hint 2: equation</summary>∂C/∂z = w_i / Σw · (σ(z) − y) / k</details>
# <details><summary>Hint 3: first line</summary>
# <code>costs = np.maximum(Z, 0) - Z * Y + …</code></details>


# %% role="answer" grade_id="loss-labels"
def binary_cross_entropy(Z, Y):
    """Average the cost of a yes or no over all entries; Z are logits."""
    ### BEGIN SOLUTION
    return (np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))).mean()
    ### END SOLUTION


def binary_cross_entropy_gradient(Z, Y, weights):
    """Give dC/dZ of the weighted binary cross-entropy."""
    ### BEGIN SOLUTION
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="loss-labels-try"
# Try it: the loss should be 0.593977.

# %%
binary_cross_entropy(MULTI_LOGITS, MULTI_TARGETS)

# %% role="test" grade_id="loss-labels-value" points=1 syllabus="L-04"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import MULTI_LOGITS, MULTI_TARGETS

_far = np.array([[1000.0, -1000.0, 2.0], [-1000.0, 0.5, 1000.0]])
checks.check(
    "binary_cross_entropy",
    [(MULTI_LOGITS, MULTI_TARGETS), (_far, np.array([[1, 0, 1], [1, 0, 0]]))],
    reference=losses.binary_cross_entropy,
    task="loss-labels",
    forbid=(losses.binary_cross_entropy,),
)

# %% role="test" grade_id="loss-labels-gradient" points=1 syllabus="L-04"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import MULTI_LOGITS, MULTI_TARGETS

checks.check(
    "binary_cross_entropy_gradient",
    [(MULTI_LOGITS, MULTI_TARGETS, np.array([1.0, 4.0]))],
    reference=losses.binary_cross_entropy_gradient,
    task="loss-labels-slope",
    forbid=(losses.binary_cross_entropy_gradient,),
)

# %% role="test" grade_id="loss-labels-hidden" points=2 syllabus="L-04"
# hidden test: both, on other shapes and logits
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, losses

_rng = np.random.default_rng(9)
_Z = 3 * _rng.normal(size=(5, 4))
_Y = _rng.integers(0, 2, size=(5, 4)).astype(float)
_far = np.array([[-1000.0, 800.0], [1000.0, -0.5], [0.25, 1.5]])
_yes = np.array([[0.0, 1.0], [0.0, 1.0], [1.0, 1.0]])
checks.check(
    "binary_cross_entropy",
    [(_Z, _Y), (_far, _yes)],
    reference=losses.binary_cross_entropy,
    task="loss-labels",
    forbid=(losses.binary_cross_entropy,),
)
checks.check(
    "binary_cross_entropy_gradient",
    [(_Z, _Y, np.array([2.0, 1.0, 0.0, 0.5, 3.0])), (_far, _yes, np.arange(1.0, 4.0))],
    reference=losses.binary_cross_entropy_gradient,
    task="loss-labels-slope",
    forbid=(losses.binary_cross_entropy_gradient,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-change-text" syllabus="L-12"
# ## 6 A small change (4 points)
#
# A sigmoid unit has the output $o = σ(w \cdot x + b)$. Write
# `small_change(x, w, b, dw, db)`: the estimate, from its slopes where it stands, of how
# much $o$ changes when the weights change by `dw` and the bias by `db`:
#
# $$Δo ≈ \sum_j \frac{∂o}{∂w_j} Δw_j + \frac{∂o}{∂b} Δb$$
#
# **Find the mistake.** A slide says of the *step* unit that a small change of its
# weights makes a small change of its output. Refute it: `flip()` returns three changes
# `(dw1, dw2, db)`, none larger than 0.01 in size, that turn the answer of the step unit
# with x = (1, 0.5), w = (0.9, 0.3), b = −1.049 from 1 to 0.
#
# Shapes: `x`, `w` and `dw` are `(d,)`; the estimate is one number.
#
# <details><summary>Hint 1: direction</summary>How far does the sum z move? How much of
# that does the sigmoid pass on at its present z?</details>
# <details><summary>Hint 2: equation</summary>∂o/∂w_j = a (1 − a) x_j and
# ∂o/∂b = a (1 − a), with a = σ(z)</details>
# <details><summary>Hint 3: first line</summary><code>a = sigmoid(x @ w + b)</code>; for
# <code>flip</code> work out z first: it is 0.001</details>


# %% role="answer" grade_id="descent-change"
def small_change(x, w, b, dw, db):
    """Estimate how much the output of a sigmoid unit changes."""
    ### BEGIN SOLUTION
    output = sigmoid(x @ w + b)
    return output * (1 - output) * (x @ dw + db)
    ### END SOLUTION


def flip():
    """Give dw1, dw2 and db, at most 0.01 each, that turn the step unit's answer."""
    ### BEGIN SOLUTION
    return 0.0, 0.0, -0.01
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-change-try"
# Try it: the estimate 0.0009601372, and the true change 0.0009589807.

# %%
x, w = np.array([1.0, 0.5]), np.array([0.9, 0.3])
dw, db = np.array([0.01, -0.02]), 0.005
small_change(x, w, 0.0, dw, db), sigmoid(x @ (w + dw) + db) - sigmoid(x @ w)

# %% role="test" grade_id="descent-change-value" points=1 syllabus="L-12"
import numpy as np

from nnbyhand import activations, checks, descent

_x, _w = np.array([1.0, 0.5]), np.array([0.9, 0.3])
_dw, _db = np.array([0.01, -0.02]), 0.005
checks.check(
    "small_change",
    [(_x, _w, 0.0, _dw, _db), (_x, _w, -0.5, np.array([0.2, 0.3]), 0.1)],
    reference=descent.small_change,
    task="descent-change",
    forbid=(descent.small_change,),
)


def _falls_hundredfold(answer):
    """Ten times smaller changes make the error about a hundred times smaller."""
    before = activations.sigmoid(_x @ _w)
    gaps = [
        abs(
            activations.sigmoid(_x @ (_w + scale * _dw) + scale * _db)
            - before
            - answer(_x, _w, 0.0, scale * _dw, scale * _db)
        )
        for scale in (10, 1)
    ]
    return 90 < gaps[0] / gaps[1] < 110


checks.check_that(
    "small_change",
    "ten times smaller changes, a hundred times smaller error",
    _falls_hundredfold,
    task="descent-change",
)

# %% role="test" grade_id="descent-change-flip" points=1 syllabus="L-12"
import numpy as np

from nnbyhand import checks


def _answer(changes):
    """What the step unit answers after the changes."""
    if np.size(changes) != 3:
        raise ValueError("expected three changes: dw1, dw2 and db")
    dw1, dw2, db = (float(change) for change in np.ravel(changes))
    if max(abs(dw1), abs(dw2), abs(db)) > 0.01 + 1e-9:
        raise ValueError("each change may be at most 0.01 in size")
    return int(0.9 + dw1 + 0.5 * (0.3 + dw2) - 1.049 + db > 1e-12)


checks.check(
    "flip",
    [()],
    expected=[0],
    through=_answer,
    shows="the answer of the step unit after your changes",
    task="descent-change-flip",
)

# %% role="test" grade_id="descent-change-hidden" points=2 syllabus="L-12"
# hidden test: other units, with three and four inputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent

_rng = np.random.default_rng(12)
_x = np.array([2.0, -1.0, 0.5])
checks.check(
    "small_change",
    [
        (_x, np.array([0.5, 1.5, -2.0]), 0.75, np.array([0.02, 0.03, -0.01]), -0.02),
        (*_rng.normal(size=(2, 4)), 0.5, 0.1 * _rng.normal(size=4), 0.03),
    ],
    reference=descent.small_change,
    task="descent-change",
    forbid=(descent.small_change,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-step-text" syllabus="L-10 L-13 L-14"
# ## 7 Gradient descent (4 points)
#
# Write `descend(gradient, w, lr, n_steps)`. `gradient` is a function that gives the
# gradient at any `w`. Step against it `n_steps` times,
#
# $$w \leftarrow w - lr \cdot gradient(w)$$
#
# and return the list of all places: the start first, then the place after each step.
# `w` may be one number or an array `(d,)`; leave the caller's array as it is.
#
# <details><summary>Hint 1: direction</summary>Ask for the gradient where you stand, at
# every step anew.</details>
# <details><summary>Hint 2: equation</summary>place k+1 = place k − lr · gradient(place
# k)</details>
# <details><summary>Hint 3: first line</summary><code>places = [w]</code>, then a loop
# that appends</details>


# %% role="answer" grade_id="descent-step"
def descend(gradient, w, lr, n_steps):
    """Give the start and the place after each step against the gradient."""
    ### BEGIN SOLUTION
    visited = [w]
    for _ in range(n_steps):
        visited.append(visited[-1] - lr * gradient(visited[-1]))
    return visited
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-step-try"
# Try it: the loss $(w - 3)^2$ has the gradient $2(w - 3)$. From 0 with rate 0.1 the ball
# goes 0, 0.6, 1.08, 1.464, 1.7712, 2.01696.

# %%
descend(lambda w: 2 * (w - 3), 0.0, 0.1, 5)

# %% role="test" grade_id="descent-step-value" points=1 syllabus="L-13"
from nnbyhand import checks, descent


def _bowl(w):
    """The gradient of (w - 3)**2."""
    return 2 * (w - 3)


checks.check(
    "descend",
    [(_bowl, 0.0, 0.1, 5), (_bowl, 0.0, 0.9, 3), (_bowl, 0.0, 1.1, 3)],
    reference=descent.descend,
    task="descent-step",
    forbid=(descent.descend,),
)

# %% role="test" grade_id="descent-step-valley" points=1 syllabus="L-14"
import numpy as np

from nnbyhand import checks, descent

_start = np.array([10.0, 1.0])  # in the valley C = (w1² + 10 w2²) / 2
checks.check(
    "descend",
    [
        (descent.valley_gradient, _start, 0.05, 4),
        (descent.valley_gradient, _start, 0.18, 20),
        (descent.valley_gradient, _start, 0.21, 20),
    ],
    reference=descent.descend,
    task="descent-step",
    forbid=(descent.descend,),
)

# %% role="test" grade_id="descent-step-hidden" points=2 syllabus="L-10 L-13 L-14"
# hidden test: other losses, one weight and three
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent


def _waves(w):
    """A gradient that is not a straight line."""
    return np.cos(w) + w / 2


def _three(w):
    """Three weights that pull at each other."""
    return np.array([[2.0, 0.5, 0.0], [0.5, 1.0, -0.5], [0.0, -0.5, 3.0]]) @ w - 1


checks.check(
    "descend",
    [(_waves, 2.0, 0.3, 6), (_three, np.array([1.0, -2.0, 0.5]), 0.2, 7)],
    reference=descent.descend,
    task="descent-step",
    forbid=(descent.descend,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-line-text" syllabus="L-15 L-22"
# ## 8 Find the mistake: a line that runs away (4 points)
#
# This step is meant to bring the line $w x + b$ closer to points $(x_i, y_i)$, with the
# mean squared error as its loss. The loss grows instead, and a second slip hides behind
# the first:
#
# ```python
# error = y - (w * x + b)                 # desired minus actual
# w = w - lr * (2 * error * x).mean()
# error = y - (w * x + b)
# b = b - lr * (2 * error).mean()
# ```
#
# Write `line_step(w, b, x, y, lr)`: one correct step. Return the new `w` and the new `b`.
#
# Shapes: `x` and `y` are `(n,)`; the results are two numbers.
#
# <details><summary>Hint 1: direction</summary>Which sign goes with minus the rate times
# the gradient? And at which place must the gradient of b be taken?</details>
# <details><summary>Hint 2: equation</summary>∂C/∂w = mean of 2 (w x + b − y) x;
# ∂C/∂b = mean of 2 (w x + b − y), both at the old w and b</details>
# <details><summary>Hint 3: first line</summary><code>error = w * x + b - y</code>, once
# for both</details>


# %% role="answer" grade_id="descent-line"
def line_step(w, b, x, y, lr):
    """Give w and b after one step down the mean squared error."""
    ### BEGIN SOLUTION
    errors = w * x + b - y
    return w - lr * (2 * errors * x).mean(), b - lr * (2 * errors).mean()
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-line-try"
# Try it: for the points (0, 1), (1, 3), (2, 5) and rate 0.1 the first step from (0, 0)
# leads to (0.866667, 0.6).

# %%
line_step(0.0, 0.0, np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0]), 0.1)

# %% role="test" grade_id="descent-line-value" points=2 syllabus="L-15 L-22"
import numpy as np

from nnbyhand import checks, descent

_x, _y = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0])
checks.check(
    "line_step",
    [(0.0, 0.0, _x, _y, 0.1), (1.5, 0.25, _x, _y, 0.1)],
    reference=descent.line_step,
    task="descent-line",
    forbid=(descent.line_step,),
)

# %% role="test" grade_id="descent-line-hidden" points=2 syllabus="L-15 L-22"
# hidden test: other points, from other starts
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent

_x, _y = np.array([-1.0, 0.5, 2.0, 4.0]), np.array([3.0, 1.0, -2.0, 0.5])
checks.check(
    "line_step",
    [(0.5, -1.0, _x, _y, 0.05), (-2.0, 3.0, _x[:3], _y[:3], 0.2)],
    reference=descent.line_step,
    task="descent-line",
    forbid=(descent.line_step,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-batches-text" syllabus="L-16 L-17 L-18"
# ## 9 Batches (5 points)
#
# **Find the mistake.** A slide shows "epoch 938" after one pass over 60,000 images in
# batches of 64. That was *iteration* 938, and epoch 1. Write
#
# - `updates(n, batch_size, n_epochs)`: how many updates that many epochs make. The last
#   batch of an epoch may be smaller;
# - `epoch_loss(losses, sizes)`: the mean loss over all examples, from the mean loss and
#   the size of each batch;
# - `batches(X, Y, batch_size, rng)`: one epoch: a list of pairs `(X_batch, Y_batch)`
#   in an order drawn from `rng` that holds every example once.
#
# Shapes: `losses` and `sizes` are `(m,)`; `X` is `(n, d)`, `Y` is `(n,)`.
#
# <details><summary>Hint 1: direction</summary>An epoch is one pass over everything. A
# smaller batch is still a batch, and it counts for fewer examples.</details>
# <details><summary>Hint 2: equation</summary>n / batch_size rounded up, times the epochs;
# Σ loss · size / Σ size</details>
# <details><summary>Hint 3: first line</summary>
# <code>order = rng.permutation(len(X))</code>, then slices of <code>order</code></details>


# %% role="answer" grade_id="descent-batches"
def updates(n, batch_size, n_epochs):
    """Count the updates of some epochs."""
    ### BEGIN SOLUTION
    return int(np.ceil(n / batch_size)) * n_epochs
    ### END SOLUTION


def epoch_loss(losses, sizes):
    """Give the mean loss over all examples."""
    ### BEGIN SOLUTION
    return (losses * sizes).sum() / sizes.sum()
    ### END SOLUTION


def batches(X, Y, batch_size, rng):
    """Give the batches of one epoch, shuffled, as a list of pairs."""
    ### BEGIN SOLUTION
    shuffled = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = shuffled[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-batches-try"
# Try it: 938; then 6.5, though the mean of the four losses is 8.75; then five numbers in
# batches of two, each with its tenfold.

# %%
updates(60_000, 64, 1), epoch_loss(np.array([2.0, 5, 8, 20]), np.array([3, 3, 3, 1]))

# %%
five = np.arange(5.0)
batches(five[:, None], 10 * five, 2, np.random.default_rng(0))

# %% role="test" grade_id="descent-batches-count" points=1 syllabus="L-16 L-17"
from nnbyhand import checks, descent

checks.check(
    "updates",
    [(60_000, 32, 1), (60_000, 64, 1), (1000, 64, 3), (10, 4, 1), (9, 4, 1)],
    expected=[1875, 938, 48, 3, 3],
    task="descent-batches-count",
    forbid=(descent.updates,),
)

# %% role="test" grade_id="descent-batches-mean" points=1 syllabus="L-18"
import numpy as np

from nnbyhand import checks, descent

checks.check(
    "epoch_loss",
    [
        (np.array([2.0, 5.0, 8.0, 20.0]), np.array([3, 3, 3, 1])),
        (np.array([0.5, 0.25]), np.array([64, 40])),
    ],
    reference=descent.epoch_mean,
    task="descent-batches-mean",
    forbid=(descent.epoch_mean,),
)

# %% role="test" grade_id="descent-batches-value" points=1 syllabus="L-16"
import numpy as np

from nnbyhand import checks, prepare


def _counted(pairs):
    """Sizes, how often each example came, and how many labels belong to theirs."""
    if not isinstance(pairs, (list, tuple)):
        raise ValueError("expected a list of pairs (X_batch, Y_batch)")
    if any(len(X) != len(Y) for X, Y in pairs):
        raise ValueError("a batch needs as many labels as examples")
    numbers = np.concatenate([np.asarray(X)[:, 0] for X, _ in pairs])
    labels = np.concatenate([np.asarray(Y) for _, Y in pairs])
    times = np.bincount(numbers.astype(int), minlength=10)
    return [len(X) for X, _ in pairs], times, int((labels == 10 * numbers).sum())


_X = np.column_stack([np.arange(10.0), np.ones(10)])
checks.check(
    "batches",
    [(_X, 10 * _X[:, 0], 4, np.random.default_rng(1))],
    expected=[([4, 4, 2], np.ones(10), 10)],
    through=_counted,
    shows="sizes, how often each example came, labels in their place",
    task="descent-batches",
    forbid=(prepare.mini_batches,),
)

# %% role="test" grade_id="descent-batches-order" points=1 syllabus="L-16"
# hidden test: the order is drawn from rng, and every epoch has its own
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks


def _order(pairs):
    """The numbers of the examples in the order they came."""
    if not isinstance(pairs, (list, tuple)):
        raise ValueError("expected a list of pairs (X_batch, Y_batch)")
    return [int(number) for X, _ in pairs for number in np.asarray(X)[:, 0]]


def _shuffles(answer):
    """Two epochs differ, equal seeds agree, and nothing is in the stored order."""
    rng = np.random.default_rng(5)
    first, second = (_order(answer(_X, _Y, 8, rng)) for _ in range(2))
    again = _order(answer(_X, _Y, 8, np.random.default_rng(5)))
    return first != second and first == again and first != sorted(first)


_X, _Y = np.arange(30.0)[:, None], np.arange(30)
_seeds = [(_X, _Y, 8, np.random.default_rng(seed)) for seed in (5, 5, 6)]
checks.check(
    "batches",
    _seeds,
    expected=[30, 30, 30],
    through=lambda pairs: len(_order(pairs)),
    shows="the number of examples in all batches",
    task="descent-batches",
)
checks.check_that(
    "batches",
    "the order comes from rng, and every epoch has an order of its own",
    _shuffles,
    cases=_seeds,
    task="descent-batches-order",
)
### END HIDDEN TESTS

# %% role="test" grade_id="descent-batches-hidden" points=1 syllabus="L-16 L-18"
# hidden test: other counts, losses and batches
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent, prepare


def _times(pairs):
    """How often each example came, and how many labels belong to theirs."""
    if not isinstance(pairs, (list, tuple)):
        raise ValueError("expected a list of pairs (X_batch, Y_batch)")
    numbers = np.concatenate([np.asarray(X)[:, 0] for X, _ in pairs])
    labels = np.concatenate([np.asarray(Y) for _, Y in pairs])
    times = np.bincount(numbers.astype(int), minlength=23)
    return [len(X) for X, _ in pairs], times, int((labels == -numbers).sum())


checks.check(
    "updates",
    [(1437, 50, 4), (10, 10, 6), (7, 3, 2)],
    reference=descent.updates,
    task="descent-batches-count",
    forbid=(descent.updates,),
)
checks.check(
    "epoch_loss",
    [(np.array([1.5, -2.0, 4.0]), np.array([8, 8, 3]))],
    reference=descent.epoch_mean,
    task="descent-batches-mean",
    forbid=(descent.epoch_mean,),
)
_X = np.arange(23.0)[:, None]
checks.check(
    "batches",
    [(_X, -_X[:, 0], 6, np.random.default_rng(8))],
    expected=[([6, 6, 6, 5], np.ones(23), 23)],
    through=_times,
    shows="sizes, how often each example came, labels in their place",
    task="descent-batches",
    forbid=(prepare.mini_batches,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-train-text" syllabus="L-08 L-16"
# ## 10 One unit reads digits (5 points)
#
# Put it together. Write `train(X, y, lr, batch_size, n_epochs, rng)`: logistic
# regression, one sigmoid unit with the binary cross-entropy. Start with all weights and
# the bias at 0. In every epoch shuffle with `rng`, go through the batches, and for each
# batch compute the gradients at the current `w` and `b`, then move both:
#
# $$∂C/∂w_j = \text{mean of } (p_i - y_i)\, x_{ij}, \qquad ∂C/∂b = \text{mean of } (p_i
# - y_i), \qquad p = σ(X w + b)$$
#
# Shapes: `X` is `(n, d)`, `y` `(n,)` of 0 and 1; return `w` `(d,)` and `b`, one number.
#
# The test trains it to tell handwritten 9s from 5s, in ten epochs: at least **95 of 100**
# of digits it has never seen must be right, in under five seconds. Another test looks
# whether each step uses only its own batch, and a hidden one whether every epoch is
# shuffled anew.
#
# <details><summary>Hint 1: direction</summary>Two loops: epochs outside, batches inside.
# You wrote the batches in exercise 9.</details>
# <details><summary>Hint 2: equation</summary>error = σ(X w + b) − y; w −= lr · Xᵀ error /
# m; b −= lr · mean error, with m examples in the batch</details>
# <details><summary>Hint 3: first line</summary><code>w, b = np.zeros(X.shape[1]),
# 0.0</code></details>


# %% role="answer" grade_id="descent-train"
def train(X, y, lr, batch_size, n_epochs, rng):
    """Give w and b of a sigmoid unit after some epochs of mini-batches."""
    ### BEGIN SOLUTION
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-train-try"
# Try it on 1 and 7: the last line is the share of right answers, near 0.99.

# %%
X_train, y_train, X_test, y_test = digit_pair(1, 7)
w, b = train(X_train, y_train, 0.1, 16, 10, np.random.default_rng(0))
((X_test @ w + b > 0) == y_test).mean()

# %% role="test" grade_id="descent-train-value" points=2 syllabus="L-08 L-16"
import numpy as np

from nnbyhand import checks, descent
from nnbyhand.checks.compare import read
from nnbyhand.data import TWELVE_LABELS, TWELVE_POINTS

# all in one batch, then examples that are all alike: here no order matters
_same = np.tile([1.0, -0.5, 2.0], (5, 1))
checks.check(
    "train",
    [
        (TWELVE_POINTS, TWELVE_LABELS, 0.2, 12, 3, np.random.default_rng(1)),
        (_same, np.ones(5), 0.2, 2, 2, np.random.default_rng(1)),
    ],
    reference=descent.train_logistic,
    task="descent-train",
    forbid=(descent.train_logistic,),
)


def _any_order(numbers):
    """The weights sorted, and the bias: each example has a weight of its own here."""
    return np.sort(read(numbers[0])), float(np.sum(read(numbers[1])))


# each example moves one weight, so only its own batch may move it
_own, _rng = (np.eye(5), np.ones(5), 0.8, 2, 1), np.random.default_rng(1)
checks.check(
    "train",
    [(*_own, _rng)],
    expected=[_any_order(descent.train_logistic(*_own, np.random.default_rng(1)))],
    through=_any_order,
    shows="the weights sorted, and the bias",
    task="descent-train",
)

# %% role="test" grade_id="descent-train-accuracy" points=1 syllabus="L-16"
import numpy as np

from nnbyhand import checks, descent
from nnbyhand.checks.compare import read

_X, _y, _X_new, _y_new = descent.digit_pair(5, 9)


def _score(numbers):
    """The share of right answers on new digits, counted up to 0.95."""
    w, b = numbers
    right = descent.unit_accuracy(_X_new, _y_new, read(w), float(np.sum(read(b))))
    return min(right, 0.95)


# two short walks first, where every step is known; then the digits
_alike = np.tile(_X[:1], (5, 1))
checks.check(
    "train",
    [
        (_X[:20], _y[:20], 0.5, 20, 2, np.random.default_rng(2)),
        (_alike, np.ones(5), 0.5, 2, 2, np.random.default_rng(2)),
    ],
    reference=descent.train_logistic,
    task="descent-train",
    forbid=(descent.train_logistic,),
)
checks.check(
    "train",
    [(_X, _y, 0.5, 16, 10, np.random.default_rng(2))],
    expected=[0.95],
    through=_score,
    shows="the share of right answers on new digits, counted up to 0.95",
    task="descent-train",
)

# %% role="test" grade_id="descent-train-hidden" points=2 syllabus="L-08 L-16"
# hidden test: other data, other batches, and two other digits
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent
from nnbyhand.checks.compare import read

_rng = np.random.default_rng(10)
_X, _y = _rng.normal(size=(7, 3)), np.array([1.0, 0, 0, 1, 1, 0, 1])
_alike = np.tile([0.5, -1.0], (7, 1))
checks.check(
    "train",
    [
        (_X, _y, 0.3, 7, 4, np.random.default_rng(3)),
        (_alike, np.zeros(7), 0.4, 3, 3, np.random.default_rng(3)),
    ],
    reference=descent.train_logistic,
    task="descent-train",
    forbid=(descent.train_logistic,),
)
_P, _t, _P_new, _t_new = descent.digit_pair(1, 7)


def _right(numbers):
    """The share of right answers on new digits, counted up to 0.95."""
    w, b = numbers
    right = descent.unit_accuracy(_P_new, _t_new, read(w), float(np.sum(read(b))))
    return min(right, 0.95)


checks.check(
    "train",
    [(_P, _t, 0.1, 16, 10, np.random.default_rng(4))],
    expected=[0.95],
    through=_right,
    shows="the share of right answers on new digits, counted up to 0.95",
    task="descent-train",
)


def _sorted(numbers):
    """The weights sorted, and the bias."""
    return np.sort(read(numbers[0])), float(np.sum(read(numbers[1])))


_one, _yes = np.eye(8), np.ones(8)
checks.check(
    "train",
    [(_one[:7], _yes[:7], 0.6, 3, 1, np.random.default_rng(6))],
    expected=[_sorted(descent.train_logistic(_one[:7], _yes[:7], 0.6, 3, 1, _rng))],
    through=_sorted,
    shows="the weights sorted, and the bias",
    task="descent-train",
)


def _anew(answer):
    """Two epochs differ, equal seeds agree, and the order is not the stored one."""
    first, again = (
        read(answer(_one, _yes, 2.0, 1, 2, np.random.default_rng(6))[0])
        for _ in range(2)
    )
    # an order used twice gives the weights of the stored order, in another order
    stored = np.zeros(8)
    b = 0.0
    for i in [*range(8), *range(8)]:
        slope = 1 / (1 + np.exp(-stored[i] - b)) - 1
        stored[i], b = stored[i] - 2 * slope, b - 2 * slope
    alike = np.allclose(np.sort(first), np.sort(stored), atol=1e-4)
    return np.allclose(first, again) and not alike


checks.check_that(
    "train",
    "the order comes from rng, and every epoch has an order of its own",
    _anew,
    cases=[(_one, _yes, 2.0, 1, 2, np.random.default_rng(6)) for _ in range(2)],
    task="descent-train-order",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-rate-text" syllabus="L-19 L-20"
# ## 11 Find the rate (6 points)
#
# The learning-rate range test takes one step with each of many rates, from tiny to far
# too large, and looks where the loss first rises: the **edge**. Write
#
# - `rates(lowest, highest, n)`: `n` rates from `lowest` to `highest`, both included,
#   each the same factor larger than the one before;
# - `range_test(loss, gradient, w, lrs)`: step once with each rate, always on from where
#   the last step ended. Return two things: the list of losses, each after its step, and
#   the weights from which training should start afterwards;
# - `choose_rate(lrs, losses)`: a rate to train with, between a twentieth and a fifth of
#   the rate at which the loss first rises.
#
# Shapes: `w` is `(d,)` or one number, `lrs` and `losses` are `(k,)`.
#
# <details><summary>Hint 1: direction</summary>The test damages the weights. What do you
# need to have kept? And is the lowest point of the curve a safe place?</details>
# <details><summary>Hint 2: equation</summary>rate k = lowest · (highest / lowest)^(k /
# (n − 1)); the edge is the first k with loss k above loss k − 1; take about a
# tenth</details>
# <details><summary>Hint 3: first line</summary><code>start = np.copy(w)</code>; for
# <code>rates</code>, NumPy has <code>np.geomspace</code></details>


# %% role="answer" grade_id="descent-rate"
def rates(lowest, highest, n):
    """Give n rates that grow by a constant factor."""
    ### BEGIN SOLUTION
    return np.geomspace(lowest, highest, n)
    ### END SOLUTION


def range_test(loss, gradient, w, lrs):
    """Give the loss after a step with each rate, and the weights to train from."""
    ### BEGIN SOLUTION
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start
    ### END SOLUTION


def choose_rate(lrs, losses):
    """Give about a tenth of the rate at which the loss first rises."""
    ### BEGIN SOLUTION
    edge = next(k for k in range(1, len(losses)) if losses[k] > losses[k - 1])
    return lrs[edge] / 10
    ### END SOLUTION


# %% [markdown] role="text" grade_id="descent-rate-try"
# Try it: for $C = 2w^2$ from $w = 1$ the loss first rises at 0.501, beyond 2/4. The next
# cell should show 0.0501.

# %%
lrs = rates(0.001, 1.0, 31)
tested, start = range_test(lambda w: 2 * w**2, lambda w: 4 * w, 1.0, lrs)
choose_rate(lrs, tested)

# %% role="test" grade_id="descent-rate-spacing" points=1 syllabus="L-19"
from nnbyhand import checks

checks.check(
    "rates",
    [(0.001, 1.0, 4), (0.01, 0.64, 7)],
    expected=[[0.001, 0.01, 0.1, 1.0], [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64]],
    task="descent-rate-spacing",
)

# %% role="test" grade_id="descent-rate-value" points=2 syllabus="L-19"
import numpy as np

from nnbyhand import checks, descent, optim


def _bowl(w):
    """The loss of the exact model."""
    return 2 * w**2


def _bowl_slope(w):
    """Its gradient."""
    return 4 * w


def _tested(loss, gradient, w, lrs):
    """The losses, and the weights as they were."""
    return descent.range_losses(loss, gradient, w, lrs), w


checks.check(
    "range_test",
    [
        (_bowl, _bowl_slope, 1.0, np.array([0.01, 0.1, 0.2, 0.6, 0.7])),
        (
            descent.valley,
            descent.valley_gradient,
            np.array([10.0, 1.0]),
            np.array([0.02, 0.05, 0.15, 0.3, 0.5]),
        ),
    ],
    reference=_tested,
    task="descent-rate",
    forbid=(optim.range_test, descent.range_losses),
)

# %% role="test" grade_id="descent-rate-choice" points=1 syllabus="L-19 L-20"
import numpy as np

from nnbyhand import checks, descent, optim

_lrs = 10 ** (-3 + np.arange(31) / 10)
_curve = descent.range_losses(lambda w: 2 * w**2, lambda w: 4 * w, 1.0, _lrs)
_edge = _lrs[27]  # 0.501


def _banded(rate):
    """A tenth of the edge for any rate in the band; other rates as they are."""
    return _edge / 10 if _edge / 20 <= rate <= _edge / 5 else float(rate)


checks.check(
    "choose_rate",
    [(_lrs, _curve)],
    expected=[_edge / 10],
    through=_banded,
    shows="your rate, or a tenth of the edge where yours lies in the band",
    task="descent-rate-choice",
    forbid=(optim.first_rise, descent.choose_rate),
)

# %% role="test" grade_id="descent-rate-hidden" points=2 syllabus="L-19"
# hidden test: other rates, another loss, another curve
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, descent, optim


def _steep(w):
    """A steeper loss of two weights."""
    return float(3 * w[0] ** 2 + w[1] ** 4)


def _steep_slope(w):
    """Its gradient."""
    return np.array([6 * w[0], 4 * w[1] ** 3])


checks.check(
    "rates",
    [(0.0001, 10.0, 6), (0.5, 4.0, 4)],
    expected=[[0.0001, 0.001, 0.01, 0.1, 1.0, 10.0], [0.5, 1.0, 2.0, 4.0]],
    task="descent-rate-spacing",
)
checks.check(
    "range_test",
    [(_steep, _steep_slope, np.array([2.0, -0.5]), np.array([0.01, 0.04, 0.1, 0.2]))],
    reference=lambda f, df, at, steps: (descent.range_losses(f, df, at, steps), at),
    task="descent-rate",
    forbid=(optim.range_test, descent.range_losses),
)
_lrs = 2.0 ** np.arange(-9, 3)
_curve = np.array([3.0, 2.9, 2.7, 2.4, 1.8, 0.9, 0.5, 1.4, 0.8, 6.0, 50.0, 900.0])
_edge = _lrs[7]  # later points fall once more: the first rise counts


def _in_band(rate):
    """A tenth of the edge for any rate in the band; other rates as they are."""
    return _edge / 10 if _edge / 20 <= rate <= _edge / 5 else float(rate)


checks.check(
    "choose_rate",
    [(_lrs, _curve)],
    expected=[_edge / 10],
    through=_in_band,
    shows="your rate, or a tenth of the edge where yours lies in the band",
    task="descent-rate-choice",
    forbid=(optim.first_rise, descent.choose_rate),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="descent-words-text" syllabus="L-10 L-20 L-23"
# ## 12 In your own words (3 points, read by a person)
#
# A friend trains a network. In the first run the loss climbs from epoch to epoch; in the
# second, with another learning rate, it falls so slowly that nothing seems to happen.
# Explain what gradient descent does, what went wrong in each run, and how to find a
# better rate. Three to six sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. gradient descent changes the weights a little against the gradient, so that the loss
#    falls (the gradient points where the loss grows);
# 2. first run: rate too large, each step jumps across the bottom and lands higher;
#    second run: rate too small, steps too short;
# 3. a way to find a rate: try rates that grow by a factor, see where the loss first rises
#    and take about a tenth (or: lower it if the loss climbs, raise it if it creeps, and
#    compare short runs).
#
# Sample, 3 points: "The gradient says in which direction the loss grows, so each step
# moves the weights a little the other way. In the first run the steps were so long that
# they jumped over the valley and ended higher; in the second they were far too short.
# Let the rate grow step by step, look where the loss starts to rise, and train with a
# tenth of that."
# Sample, 2 points: "The weights move downhill on the loss. The first rate was too large
# and the second too small."
# Sample, 1 point: "The learning rate was wrong both times, try another one."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="descent-words" points=3 syllabus="L-10 L-20 L-23"
# *Write your answer here.*
