# %% [markdown] role="text" grade_id="backprop-title"
# # 06 Backpropagation: assignment
#
# You write the four equations one by one, then whole backward passes: for one step, for
# classes, for any depth. You train with them, check them, and find faults in those of
# others. About four hours (an estimate). 45 points: 42 are checked by tests, some of
# which you see only after grading, and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough, and what the next cell imports is
# yours to use, unless an exercise says otherwise; any way to the right numbers counts. No
# exercise needs the answer of another.
#
# Everywhere: rows are examples, `Z = A_prev @ W + b`, an error is prediction minus target,
# and a loss is a mean over the n examples. "Half squared" is $C = \frac1n \sum_i \frac12
# \sum_j (a_{ij} - y_{ij})^2$.

# %%
import numpy as np

from nnbyhand.activations import (
    sigmoid,
    sigmoid_slope,
    softmax,
    tanh,
    tanh_slope,
)
from nnbyhand.backprop import backprop
from nnbyhand.broken import BROKEN
from nnbyhand.data import (
    G_B1,
    G_B2,
    G_LABELS,
    G_W1,
    G_W2,
    G_X,
    G_Y,
    SLIDE_TARGET,
    SLIDE_W1,
    SLIDE_W2,
    SLIDE_X,
)
from nnbyhand.forward import forward

# %% [markdown] role="text" grade_id="backprop-products-text" syllabus="B-02"
# ## 1 Three products of two vectors (2 points)
#
# Write `products(u, v)`, which returns three things, in this order:
#
# 1. $u ⊙ v$, place by place;
# 2. $u · v$, the products added up, one number;
# 3. each with each: the matrix with $u_i v_j$ in row $i$, column $j$.
#
# Shapes: `u` and `v` are `(d,)`; the parts are `(d,)`, one number, `(d, d)`.
#
# <details><summary>Hint 1: direction</summary>NumPy has an operator for the first, one for
# the second, and a function for the third.</details>
# <details><summary>Hint 2: equation</summary>(1, 2) ⊙ (3, 4) = (3, 8); added up it is
# 11; the first row of the matrix is (3, 4).</details>
# <details><summary>Hint 3: first line</summary><code>by_place = u * v</code></details>


# %% role="answer" grade_id="backprop-products"
def products(u, v):
    """Give u ⊙ v, u · v, and the matrix of each u_i times each v_j."""
    ### BEGIN SOLUTION
    return u * v, u @ v, u[:, None] * v
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-products-try"
# Try it: (2, −1) and (5, 3) should give (10, −3), then 7, then (10, 6) over (−5, −3).

# %%
products(np.array([2.0, -1.0]), np.array([5.0, 3.0]))

# %% role="test" grade_id="backprop-products-value" points=1 syllabus="B-02"
import numpy as np

from nnbyhand import checks

checks.check(
    "products",
    [
        (np.array([1.0, 2.0]), np.array([3.0, 4.0])),
        (np.array([2.0, -1.0, 0.5]), np.array([4.0, 3.0, -2.0])),
    ],
    expected=[
        (np.array([3.0, 8]), 11.0, np.array([[3.0, 4], [6, 8]])),
        (
            np.array([8.0, -3, -1]),
            4.0,
            np.array([[8.0, 6, -4], [-4, -3, 2], [2, 1.5, -1]]),
        ),
    ],
    task="backprop-products",
)

# %% role="test" grade_id="backprop-products-hidden" points=1 syllabus="B-02"
# hidden test: other vectors
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks

_rng = np.random.default_rng(61)
checks.check(
    "products",
    [(_rng.normal(size=4), _rng.normal(size=4)) for _ in range(2)],
    reference=lambda u, v: (u * v, float(u @ v), np.outer(u, v)),
    task="backprop-products",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-chain-text" syllabus="B-07"
# ## 2 A chain (3 points)
#
# One input, one tanh unit, one sigmoid output, no biases:
#
# $$z_1 = w_1 x, \quad a = \tanh z_1, \quad z_2 = w_2 a, \quad ŷ = σ(z_2), \quad
# J = \tfrac12 (ŷ - t)^2$$
#
# Write `chain_slopes(x, w1, w2, t)`: it returns two numbers, $∂J/∂w_1$ and then
# $∂J/∂w_2$. The output has a curve here too, unlike in the lesson.
#
# <details><summary>Hint 1: direction</summary>Write down everything between the weight and
# J, and multiply one slope for each step of the way. Two of the steps are
# curves.</details>
# <details><summary>Hint 2: equation</summary>∂J/∂w1 = ∂J/∂ŷ · ∂ŷ/∂z₂ · ∂z₂/∂a · ∂a/∂z₁ ·
# ∂z₁/∂w1; the slopes of the curves are ŷ (1 − ŷ) and 1 − a²</details>
# <details><summary>Hint 3: first line</summary><code>y = sigmoid(w2 * a)</code> with
# a = tanh(w1 x)</details>


# %% role="answer" grade_id="backprop-chain"
def chain_slopes(x, w1, w2, t):
    """Give dJ/dw1 and dJ/dw2 of the chain."""
    ### BEGIN SOLUTION
    a = np.tanh(w1 * x)
    output = sigmoid(w2 * a)
    delta = (output - t) * output * (1 - output)
    return delta * w2 * (1 - a**2) * x, delta * a
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-chain-try"
# Try it: x = 0.5, w1 = 1, w2 = 2, t = 0 should give about 0.1145 and 0.0673.

# %%
chain_slopes(0.5, 1.0, 2.0, 0.0)

# %% role="test" grade_id="backprop-chain-value" points=1 syllabus="B-07"
from nnbyhand import checks

checks.check(
    "chain_slopes",
    [(0.5, 1.5, -2.0, 1.0), (-2.0, 0.25, 3.0, 0.0)],
    expected=[(0.079725732085, -0.084879181686), (-0.150985892063, -0.014786566715)],
    task="backprop-chain",
)

# %% role="test" grade_id="backprop-chain-hidden" points=2 syllabus="B-07"
# hidden test: other chains
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.layers import Activation, Dense
from nnbyhand.losses import half_squared_gradient
from nnbyhand.network import Network


def _slopes(x, w1, w2, t):
    """The same chain, built from layers."""
    layers = [Dense.from_arrays([[w1]]), Activation("tanh")]
    layers += [Dense.from_arrays([[w2]]), Activation("sigmoid")]
    network = Network.from_layers(layers)
    network.backward(half_squared_gradient(network.forward([[x]]), [[t]]))
    return tuple(float(g[0, 0]) for g in network.grads.values())


checks.check(
    "chain_slopes",
    [(1.5, -0.5, 0.75, 1.0), (0.3, 2.0, -1.25, 0.2), (-0.8, -1.1, -2.5, 0.6)],
    reference=_slopes,
    task="backprop-chain",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-last-text" syllabus="B-03 B-04"
# ## 3 BP1 and BP2: the deltas (4 points)
#
# All units of this network are **tanh**, the loss is half squared. Write
#
# - `last_delta(Z, Y)` (**BP1**): $∂C/∂Z$ of the last layer, from its sums and the targets;
# - `hidden_delta(delta, W, Z)` (**BP2**): $∂C/∂Z$ of a hidden layer with the sums `Z`,
#   from the `delta` of the layer behind it and the weights `W` that lead there.
#
# Shapes: `Z` and `Y` are `(n, k)`, the result is `(n, k)`; n is the number of examples,
# `len(Z)`. For BP2 `delta` is `(n, k)`, `W`
# `(h, k)`, `Z` `(n, h)`, and the result is `(n, h)`.
#
# <details><summary>Hint 1: direction</summary>BP1: how does C move with A, and A with Z?
# BP2: each hidden unit enters every sum of the layer behind.</details>
# <details><summary>Hint 2: equation</summary>δ = (A − Y)/n ⊙ slope(Z), with A = tanh Z;
# one layer back (δ Wᵀ) ⊙ slope(Z)</details>
# <details><summary>Hint 3: first line</summary><code>A = tanh(Z)</code>; and
# <code>back = delta @ W.T</code></details>


# %% role="answer" grade_id="backprop-last"
def last_delta(Z, Y):
    """Give dC/dZ of a last layer of tanh units (BP1)."""
    ### BEGIN SOLUTION
    return (tanh(Z) - Y) / len(Z) * tanh_slope(Z)
    ### END SOLUTION


# %% role="test" grade_id="backprop-last-value" points=1 syllabus="B-03"
import numpy as np

from nnbyhand import checks, layers, losses
from nnbyhand.data import G_Y


def _bp1(Z, Y):
    """A tanh layer of the library, with its loss."""
    layer = layers.Activation("tanh")
    return layer.backward(losses.half_squared_gradient(layer.forward(Z), Y))


_Z = np.array(
    [[0.5, -1, 2], [1, 0.25, -0.75], [-2, 1.5, 0.1], [0, -0.5, 1], [1, 1, -1]]
)
checks.check(
    "last_delta",
    [(_Z, G_Y)],
    reference=_bp1,
    task="backprop-last",
    forbid=(layers.Activation.backward, losses.half_squared_gradient),
)

# %% role="test" grade_id="backprop-last-hidden" points=1 syllabus="B-03"
# hidden test: other sums, another number of examples
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers, losses


def _last(Z, Y):
    """A tanh layer of the library, with its loss."""
    layer = layers.Activation("tanh")
    return layer.backward(losses.half_squared_gradient(layer.forward(Z), Y))


_rng = np.random.default_rng(63)
checks.check(
    "last_delta",
    [
        (_rng.normal(size=(3, 2)), _rng.uniform(-1, 1, (3, 2))),
        (_rng.normal(size=(7, 4)), _rng.uniform(-1, 1, (7, 4))),
    ],
    reference=_last,
    task="backprop-last",
    forbid=(layers.Activation.backward, losses.half_squared_gradient),
)
### END HIDDEN TESTS


# %% role="answer" grade_id="backprop-back"
def hidden_delta(delta, W, Z):
    """Give dC/dZ of a hidden layer of tanh units (BP2)."""
    ### BEGIN SOLUTION
    return (delta @ W.T) * tanh_slope(Z)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-back-try"
# Try both: one example, Z = (0, 1), Y = (1, 0) should give (−1, 0.3199); then back over
# the weights 2 and −1 into a unit with delta 0.5, to hidden sums of 0 and 1: (1, −0.21).

# %%
last_delta(np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]]))

# %%
hidden_delta(np.array([[0.5]]), np.array([[2.0], [-1.0]]), np.array([[0.0, 1.0]]))

# %% role="test" grade_id="backprop-back-value" points=1 syllabus="B-04"
import numpy as np

from nnbyhand import checks, layers
from nnbyhand.data import G_W2, SQUARE_W2


def _bp2(delta, W, Z):
    """Two layers of the library, backwards."""
    dense, hidden = layers.Dense.from_arrays(W), layers.Activation("tanh")
    dense.forward(hidden.forward(Z))
    return hidden.backward(dense.backward(delta))


_forbidden = (layers.Activation.backward, layers.Dense.backward)
_delta = np.array([[0.2, -0.1, 0.4], [-0.3, 0.25, 0.1]])
_Z = np.array([[0.5, -1.0, 0.25, 2.0], [1.0, 0.75, -0.5, -1.5]])
checks.check(
    "hidden_delta",
    [(_delta, SQUARE_W2, _Z[:, :3])],
    reference=_bp2,
    task="backprop-back",
    forbid=_forbidden,
)
checks.check(
    "hidden_delta",
    [(_delta, G_W2, _Z)],
    reference=_bp2,
    task="backprop-back",
    forbid=_forbidden,
)

# %% role="test" grade_id="backprop-back-hidden" points=1 syllabus="B-04"
# hidden test: other layers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers


def _back(delta, W, Z):
    """Two layers of the library, backwards."""
    dense, hidden = layers.Dense.from_arrays(W), layers.Activation("tanh")
    dense.forward(hidden.forward(Z))
    return hidden.backward(dense.backward(delta))


_rng = np.random.default_rng(64)
_forbidden = (layers.Activation.backward, layers.Dense.backward)
for _h in (2, 5):
    checks.check(
        "hidden_delta",
        [
            (
                _rng.normal(size=(3, 2)),
                _rng.normal(size=(_h, 2)),
                _rng.normal(size=(3, _h)),
            )
        ],
        reference=_back,
        task="backprop-back",
        forbid=_forbidden,
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-gradients-text" syllabus="B-05 B-06"
# ## 4 BP3 and BP4: the gradients (3 points)
#
# From a layer's `delta`, in which 1/n is already inside, read off its gradients. Write
#
# - `bias_gradient(delta)` (**BP3**);
# - `weight_gradient(A_prev, delta)` (**BP4**), where `A_prev` entered the layer.
#
# Shapes: `delta` is `(n, units)`, `A_prev` `(n, inputs)`. A gradient has the shape of what
# it changes.
#
# <details><summary>Hint 1: direction</summary>Each example says how it would like to move
# a bias or a weight. What becomes of what they say?</details>
# <details><summary>Hint 2: equation</summary>∂C/∂b_j = Σ_i δ_ij; ∂C/∂w_kj = Σ_i a_ik δ_ij,
# with i for the examples</details>
# <details><summary>Hint 3: first line</summary>Along which axis do the examples lie? For
# the weights: which product has the sum over i inside?</details>


# %% role="answer" grade_id="backprop-gradients"
def bias_gradient(delta):
    """Give dC/db of a layer (BP3)."""
    ### BEGIN SOLUTION
    return delta.sum(axis=0)
    ### END SOLUTION


def weight_gradient(A_prev, delta):
    """Give dC/dW of a layer (BP4)."""
    ### BEGIN SOLUTION
    return A_prev.T @ delta
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-gradients-try"
# Try it: two examples with the deltas 1 and 3, and with 2 and 5 as the only input, should
# give a bias gradient of 4 and a weight gradient of 17.

# %%
bias_gradient(np.array([[1.0], [3.0]]))

# %%
weight_gradient(np.array([[2.0], [5.0]]), np.array([[1.0], [3.0]]))

# %% role="test" grade_id="backprop-gradients-bias" points=1 syllabus="B-05"
import numpy as np

from nnbyhand import checks

_delta = np.array([[0.5, -1.0], [2.0, 0.25], [-0.75, 3.0]])
checks.check(
    "bias_gradient",
    [(_delta,)],
    expected=[[1.75, 2.25]],
    task="backprop-bias",
)

# %% role="test" grade_id="backprop-gradients-weights" points=1 syllabus="B-06"
import numpy as np

from nnbyhand import checks

_delta = np.array([[0.5, -1.0], [2.0, 0.25], [-0.75, 3.0]])
_A = np.array([[1.0, 0.0, -2.0], [0.5, 1.0, 4.0], [-1.0, 2.0, 0.0]])
checks.check(
    "weight_gradient",
    [(_A[:, :2], _delta)],
    expected=[[[2.25, -3.875], [0.5, 6.25]]],
    task="backprop-weights",
)
checks.check(
    "weight_gradient",
    [(_A, _delta), (_A[:, :1], _delta)],
    expected=[[[2.25, -3.875], [0.5, 6.25], [7.0, 3.0]], [[2.25, -3.875]]],
    task="backprop-weights",
)

# %% role="test" grade_id="backprop-gradients-hidden" points=1 syllabus="B-05 B-06"
# hidden test: both, on other layers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers


def _layer(A_prev, delta):
    """A layer of the library that has gone back."""
    layer = layers.Dense.from_arrays(
        np.zeros((A_prev.shape[1], delta.shape[1])), np.zeros(delta.shape[1])
    )
    layer.forward(A_prev)
    layer.backward(delta)
    return layer.grads


_rng = np.random.default_rng(65)
_cases = [
    (_rng.normal(size=(6, 3)), _rng.normal(size=(6, 3))),
    (_rng.normal(size=(6, 4)), _rng.normal(size=(6, 3))),
    (_rng.normal(size=(4, 2)), _rng.normal(size=(4, 5))),
]
checks.check(
    "bias_gradient",
    [(delta,) for _, delta in _cases],
    expected=[_layer(*case)["b"] for case in _cases],
    task="backprop-bias",
    forbid=(layers.Dense.backward,),
)
for _some in (_cases[:1], _cases[1:]):
    checks.check(
        "weight_gradient",
        _some,
        expected=[_layer(*case)["W"] for case in _some],
        task="backprop-weights",
        forbid=(layers.Dense.backward,),
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-step-text" syllabus="B-09 B-10"
# ## 5 One training step (4 points)
#
# Put the four equations together. Write `train_step(X, Y, W1, b1, W2, b2, lr)` for a
# network with one hidden layer of **tanh** units, **sigmoid** outputs and the half squared
# loss: forward, back, and one step against the gradient. Return the new `W1, b1, W2, b2`,
# in this order, as new arrays: those you were given stay as they are. (`backprop` of the
# library has one activation for all layers, so it does not help here.)
#
# Shapes: `X` `(n, d)`, `Y` `(n, k)`, `W1` `(d, h)`, `b1` `(h,)`, `W2` `(h, k)`, `b2` `(k,)`.
#
# <details><summary>Hint 1: direction</summary>Keep both sums and both activations. First
# all gradients, then all changes.</details>
# <details><summary>Hint 2: equation</summary>δ₂ = (A₂ − Y)/n ⊙ σ′(Z₂),
# δ₁ = (δ₂ W₂ᵀ) ⊙ tanh′(Z₁); each new part = part − lr · its gradient</details>
# <details><summary>Hint 3: first line</summary><code>A1 = tanh(X @ W1 + b1)</code></details>


# %% role="answer" grade_id="backprop-step"
def train_step(X, Y, W1, b1, W2, b2, lr):
    """Give W1, b1, W2 and b2 after one step of gradient descent."""
    ### BEGIN SOLUTION
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    delta2 = (sigmoid(Z2) - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    return (
        W1 - lr * X.T @ delta1,
        b1 - lr * delta1.sum(axis=0),
        W2 - lr * A1.T @ delta2,
        b2 - lr * delta2.sum(axis=0),
    )
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-step-try"
# Try it with the weights of lesson 03's 3-3-3 network, biases 0, rate 1: the outputs go
# from 0.690, 0.690, 0.767 to 0.687, 0.601, 0.675.

# %%
stepped = train_step(
    SLIDE_X, SLIDE_TARGET, SLIDE_W1, np.zeros(3), SLIDE_W2, np.zeros(3), 1.0
)
sigmoid(tanh(SLIDE_X @ stepped[0] + stepped[1]) @ stepped[2] + stepped[3])

# %% role="test" grade_id="backprop-step-value" points=1 syllabus="B-09"
import numpy as np

from nnbyhand import checks, layers, losses
from nnbyhand.broken import faulty
from nnbyhand.data import (
    SLIDE_TARGET,
    SLIDE_W1,
    SLIDE_W2,
    SLIDE_X,
    SQUARE_B1,
    SQUARE_B2,
)
from nnbyhand.network import Network


def _reference(X, Y, W1, b1, W2, b2, lr):
    """The same network, built from layers, and a step of the rate."""
    parts = [layers.Dense.from_arrays(W1, b1), layers.Activation("tanh")]
    parts += [layers.Dense.from_arrays(W2, b2), layers.Activation("sigmoid")]
    network = Network.from_layers(parts)
    network.backward(losses.half_squared_gradient(network.forward(X), Y))
    pairs = zip((W1, b1, W2, b2), network.grads.values(), strict=True)
    return tuple(part - lr * grad for part, grad in pairs)


_net = (SLIDE_W1, np.zeros(3), SLIDE_W2, np.zeros(3))
_biased = (SLIDE_W1, SQUARE_B1, SLIDE_W2, SQUARE_B2)
checks.check(
    "train_step",
    [(SLIDE_X, SLIDE_TARGET, *_net, 1.0), (SLIDE_X, SLIDE_TARGET, *_biased, 0.1)],
    reference=_reference,
    task="backprop-step",
    forbid=(faulty, layers.Dense.backward),
)

# %% role="test" grade_id="backprop-step-batch" points=1 syllabus="B-10"
from nnbyhand import checks, layers, losses
from nnbyhand.broken import faulty
from nnbyhand.data import G_B1, G_B2, G_W1, G_W2, G_X, G_Y
from nnbyhand.network import Network


def _stepped(X, Y, W1, b1, W2, b2, lr):
    """The same network, built from layers, and a step of the rate."""
    parts = [layers.Dense.from_arrays(W1, b1), layers.Activation("tanh")]
    parts += [layers.Dense.from_arrays(W2, b2), layers.Activation("sigmoid")]
    network = Network.from_layers(parts)
    network.backward(losses.half_squared_gradient(network.forward(X), Y))
    pairs = zip((W1, b1, W2, b2), network.grads.values(), strict=True)
    return tuple(part - lr * grad for part, grad in pairs)


checks.check(
    "train_step",
    [(G_X, G_Y, G_W1, G_B1, G_W2, G_B2, 0.3)],
    reference=_stepped,
    task="backprop-step",
    forbid=(faulty, layers.Dense.backward),
)

# %% role="test" grade_id="backprop-step-hidden" points=2 syllabus="B-09 B-10"
# hidden test: other networks, other batches, other rates
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers
from nnbyhand.broken import faulty


def _moved(X, Y, W1, b1, W2, b2, lr):
    """A step with the library's gradients, in the order asked for."""
    grads = faulty(X, Y, [W1, W2], [b1, b2], "tanh", output="sigmoid")
    (dW1, dW2), (db1, db2) = grads
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


_rng = np.random.default_rng(66)


def _case(n, d, h, k, lr):
    """A batch of n and a d-h-k network."""
    shapes = ((n, d), (n, k), (d, h), (h,), (h, k), (k,))
    X, Y, *net = (_rng.normal(size=shape) for shape in shapes)
    return X, Y, *net, lr


checks.check(
    "train_step",
    [_case(4, 3, 3, 3, 0.3), _case(7, 2, 5, 1, 2.0)],
    reference=_moved,
    task="backprop-step",
    forbid=(faulty, layers.Dense.backward),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-classes-text" syllabus="B-11"
# ## 6 Classes (3 points)
#
# Another network: the outputs are logits, and the loss is the cross-entropy of their
# softmax. The hidden units are **leaky**: a = z where z > 0, and a = 0.1 z elsewhere, so
# that a unit with a negative sum still learns. At a sum of exactly 0 let the slope be 0.1.
# Write `class_gradients(X, labels, W1, b1, W2, b2)`. It returns `dW1, db1, dW2, db2`, in
# this order. For this pair the last delta is $(p - y)/n$ with $p$ = softmax of the logits
# and $y$ one-hot.
#
# Shapes: `X` `(n, d)`, `labels` `(n,)` of whole numbers from 0; each gradient as its part.
#
# <details><summary>Hint 1: direction</summary>Compare with exercise 5, line by line: what
# changes in the forward pass, in BP1, in BP2? BP3 and BP4 stay.</details>
# <details><summary>Hint 2: equation</summary>δ₂ = (p − y)/n,
# δ₁ = (δ₂ W₂ᵀ) ⊙ (slope of the leaky unit at z₁); np.where(condition, here, else) chooses
# place by place</details>
# <details><summary>Hint 3: first line</summary><code>Y = np.eye(len(b2))[labels]</code>
# makes the labels one-hot.</details>


# %% role="answer" grade_id="backprop-classes"
def class_gradients(X, labels, W1, b1, W2, b2):
    """Give dW1, db1, dW2 and db2 of a leaky network with softmax and cross-entropy."""
    ### BEGIN SOLUTION
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    delta2 = softmax(A1 @ W2 + b2)
    delta2[np.arange(len(X)), labels] -= 1
    delta2 = delta2 / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-classes-try"
# Try it on network G: the last part should be about −0.2032, −0.3489, 0.5522.


# %%
class_gradients(G_X, G_LABELS, G_W1, G_B1, G_W2, G_B2)[-1]


# %% role="test" grade_id="backprop-classes-value" points=1 syllabus="B-11"
import numpy as np

from nnbyhand import checks, layers, losses
from nnbyhand.broken import faulty
from nnbyhand.data import G_B1, G_B2, G_LABELS, G_W1, G_W2, G_X

_dW1 = [
    [-1.79153048427, 0.451746004508, 0.196352075579, 0.400824752511],
    [1.181062915616, -0.987672443508, -0.026758289765, -0.512533108784],
]
_db1 = [1.354356441991, 0.654943566054, -0.187672618433, -0.190977648892]
_dW2 = [
    [-1.120916083244, -0.001150465113, 1.122066548357],
    [0.471542978259, -0.693274044915, 0.221731066656],
    [-0.913031701898, 0.208189208151, 0.704842493747],
    [-1.215072922042, 0.128525388368, 1.086547533674],
]
_db2 = [-0.203248431823, -0.348940942221, 0.552189374043]
checks.check(
    "class_gradients",
    [(G_X, G_LABELS, G_W1, G_B1, G_W2, G_B2)],
    expected=[tuple(np.array(part) for part in (_dW1, _db1, _dW2, _db2))],
    task="backprop-classes",
    forbid=(faulty, layers.Dense.backward, losses.cross_entropy_gradient),
)

# %% role="test" grade_id="backprop-classes-hidden" points=2 syllabus="B-11"
# hidden test: other networks, sums of exactly 0 among them
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers, losses
from nnbyhand.broken import faulty


def _leaky(X, labels, W1, b1, W2, b2):
    """The library's gradients, in the order asked for."""
    one_hot = np.eye(len(b2))[labels]
    grads = faulty(X, one_hot, [W1, W2], [b1, b2], "leaky", output="softmax")
    (dW1, dW2), (db1, db2) = grads
    return dW1, db1, dW2, db2


_rng = np.random.default_rng(67)
_X = np.array([[1.0, -2, 0.5], [0, 1, 1], [2, 0, -1], [-1, -1, 2]])
_W1 = np.array([[1.0, -1, 2], [0.5, 1, -1], [2, 0, 1]])
_square = (_W1, np.array([0.0, -1, 0.5]), _rng.normal(size=(3, 3)), np.zeros(3))
_wide = tuple(_rng.normal(size=shape) for shape in ((2, 6), (6,), (6, 4), (4,)))
checks.check(
    "class_gradients",
    [
        (_X, np.array([2, 0, 1, 1]), *_square),
        (_rng.normal(size=(7, 2)), np.array([3, 0, 1, 2, 2, 0, 3]), *_wide),
    ],
    reference=_leaky,
    task="backprop-classes",
    forbid=(faulty, layers.Dense.backward, losses.cross_entropy_gradient),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-depth-text" syllabus="B-08"
# ## 7 Any depth (5 points)
#
# Write `all_gradients(X, Y, weights, biases, f, slope)` for as many layers as the lists
# are long. Every layer uses the activation `f`; `slope` is its slope, a function of the
# sums. The loss is half squared. Return two lists: the gradients of the weights and the
# gradients of the biases, first layer first. The function `backprop` of the library may
# not be used here.
#
# Shapes: `weights[i]` is `(d_in, d_out)`, `biases[i]` `(d_out,)`; each gradient has the shape
# of its part.
#
# <details><summary>Hint 1: direction</summary>Forward: a list of sums, and a list of
# activations that starts with X. Backward: a loop from the last layer to the first that
# changes one variable, delta.</details>
# <details><summary>Hint 2: equation</summary>delta of the last layer: (A − Y)/n ⊙ slope(Z).
# For layer i: db = sum of delta over the examples, dW = (what entered layer i)ᵀ delta,
# then delta ← (delta Wᵢᵀ) ⊙ slope(sums of layer i − 1).</details>
# <details><summary>Hint 3: first line</summary>begin with <code>As = [X]</code>; later
# <code>for i in reversed(range(len(weights))):</code></details>


# %% role="answer" grade_id="backprop-depth"
def all_gradients(X, Y, weights, biases, f, slope):
    """Give two lists: the gradients of all weights, and of all biases."""
    ### BEGIN SOLUTION
    Zs, As = [], [X]
    for W, b in zip(weights, biases, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(f(Zs[-1]))
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [None] * len(Zs), [None] * len(Zs)
    for i in reversed(range(len(Zs))):
        dWs[i], dbs[i] = As[i].T @ delta, delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-depth-try"
# Try it on network G with sigmoid: the bias gradients of the last layer should be about
# 0.01275, −0.00013, 0.07375.

# %%
all_gradients(G_X, G_Y, [G_W1, G_W2], [G_B1, G_B2], sigmoid, sigmoid_slope)[1][-1]

# %% role="test" grade_id="backprop-depth-value" points=2 syllabus="B-08"
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks, layers
from nnbyhand.activations import sigmoid, sigmoid_slope, tanh, tanh_slope
from nnbyhand.broken import faulty
from nnbyhand.data import G_B1, G_B2, G_W1, G_W2, G_X, G_Y


def _known(X, Y, weights, biases, f, slope):
    """The library's gradients."""
    dWs, dbs = library.backprop(X, Y, weights, biases, f.__name__)
    return tuple(dWs), tuple(dbs)


_rng = np.random.default_rng(7)
_three = [_rng.normal(size=(3, 3)) for _ in range(3)]
_biases = [_rng.normal(size=3) for _ in range(3)]
_data = (_rng.normal(size=(4, 3)), _rng.uniform(-1, 1, (4, 3)))
_forbidden = (library.backprop, faulty, layers.Dense.backward)
checks.check(
    "all_gradients",
    [(*_data, _three, _biases, tanh, tanh_slope)],
    reference=_known,
    task="backprop-depth",
    forbid=_forbidden,
)
checks.check(
    "all_gradients",
    [(G_X, G_Y, [G_W1, G_W2], [G_B1, G_B2], sigmoid, sigmoid_slope)],
    reference=_known,
    task="backprop-depth",
    forbid=_forbidden,
)

# %% role="test" grade_id="backprop-depth-hidden" points=3 syllabus="B-08"
# hidden test: one layer, four layers, all sizes different
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks, gradcheck, layers, losses
from nnbyhand.activations import sigmoid, sigmoid_slope, tanh, tanh_slope
from nnbyhand.broken import faulty
from nnbyhand.forward import forward


def _right(X, Y, weights, biases, f, slope):
    """The library's gradients."""
    dWs, dbs = library.backprop(X, Y, weights, biases, f.__name__)
    return tuple(dWs), tuple(dbs)


_rng = np.random.default_rng(68)


def _net(n, *sizes):
    """A batch of n, and a network of these sizes."""
    pairs = [(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]
    weights = [_rng.normal(size=pair) for pair in pairs]
    biases = [_rng.normal(size=size) for size in sizes[1:]]
    X, Y = _rng.normal(size=(n, sizes[0])), _rng.uniform(0, 1, (n, sizes[-1]))
    return X, Y, weights, biases


_forbidden = (library.backprop, faulty, layers.Dense.backward)
for _sizes in ((6, 2, 2, 2, 2), (3, 4, 4, 4), (5, 2, 4, 3, 5, 1), (4, 3, 2)):
    checks.check(
        "all_gradients",
        [(*_net(*_sizes), tanh, tanh_slope)],
        reference=_right,
        task="backprop-depth",
        forbid=_forbidden,
    )
_case = _net(4, 3, 5, 2)


def _as_differences(answer):
    """Central differences, moved weight by weight, agree."""
    X, Y, weights, biases = _case
    dWs, _ = answer(X, Y, weights, biases, sigmoid, sigmoid_slope)
    for i in range(2):

        def loss(W, i=i):
            moved = [*weights[:i], W, *weights[i + 1 :]]
            return losses.half_squared(forward(X, moved, biases)[1][-1], Y)

        slopes = gradcheck.numerical_gradient(loss, weights[i])
        if np.abs(np.asarray(dWs[i]) - slopes).max() > 1e-9:
            return False
    return True


checks.check_that(
    "all_gradients",
    "agrees with central differences to 1e-9",
    _as_differences,
    cases=[(*_case, sigmoid, sigmoid_slope)],
    task="backprop-depth",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-start-text" syllabus="B-16"
# ## 8 Start and train (6 points)
#
# Here you may use `backprop(X, Y, weights, biases)` of the library, or your own: it gives
# two lists, the gradients of the weights and of the biases of a sigmoid network with the
# half squared loss. The library's own `start` and `train` may not be used. Write
#
# - `start(sizes, rng)`, two lists for a network of these sizes: weights drawn with
#   `rng.normal` and divided by the square root of the number of inputs of their layer,
#   and biases of 0. Shapes: `(inputs, units)` and `(units,)`;
# - `train(X, Y, weights, biases, lr, batch_size, n_epochs, rng)`: before each epoch write
#   down the loss over *all* examples; shuffle anew with `rng`, so that each example keeps
#   its target; step once for each batch, the last may be smaller. Return weights, biases, and the list of `n_epochs` losses. Do not
#   change the arrays and lists you were given.
#
# With sizes 64-15-10 the test trains on handwritten digits, rate 3, batches of 10, 15
# epochs: at least **80 of 100** new digits must be right, in under five seconds.
#
# <details><summary>Hint 1: direction</summary>The training loop of lesson 04, with lists
# in place of w and b. Make new lists at each step.</details>
# <details><summary>Hint 2: equation</summary>W ← W − lr · dW and b ← b − lr · db, for every
# layer; loss = Σ (a − y)² / (2n)</details>
# <details><summary>Hint 3: first line</summary><code>for d_in, d_out in zip(sizes[:-1],
# sizes[1:]):</code>; and the batch <code>shuffled[i : i + batch_size]</code></details>


# %% role="answer" grade_id="backprop-start"
def start(sizes, rng):
    """Give a list of random weights and a list of zero biases."""
    ### BEGIN SOLUTION
    weights = []
    for i in range(1, len(sizes)):
        shape = (sizes[i - 1], sizes[i])
        weights.append(rng.normal(size=shape) / np.sqrt(sizes[i - 1]))
    return weights, [np.zeros(size) for size in sizes[1:]]
    ### END SOLUTION


# %% role="test" grade_id="backprop-start-value" points=1 syllabus="B-16"
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks


def _shapes(parts):
    """The shapes of all weights, then of all biases, in words."""
    weights, biases = ([str(np.shape(part)) for part in kind] for kind in parts)
    return f"W: {' '.join(weights)}; b: {' '.join(biases)}"


_same = [([400, 30, 5], np.random.default_rng(seed)) for seed in (1, 1, 2)]
checks.check(
    "start",
    _same,
    expected=["W: (400, 30) (30, 5); b: (30,) (5,)"] * 3,
    through=_shapes,
    shows="the shapes of weights W and biases b",
    task="backprop-start",
    forbid=(library.start,),
)


def _spread(answer):
    """Random, from rng, of the right spread, and biases of 0."""
    first, again, other = (
        answer([400, 30, 5], np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    W, V = (np.asarray(part, dtype=float) for part in first[0])
    drawn = np.allclose(W, again[0][0]) and not np.allclose(W, other[0][0])
    wide = abs(W.std() * 20 - 1) < 0.05 and abs(V.std() * 30**0.5 - 1) < 0.25
    return drawn and wide and not any(np.any(b) for b in first[1]) and W.min() < 0


checks.check_that(
    "start",
    "weights from rng, divided by the square root of the inputs; biases 0",
    _spread,
    cases=_same,
    task="backprop-start",
)


# %% role="answer" grade_id="backprop-train"
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    """Give weights, biases and the loss before each epoch."""
    ### BEGIN SOLUTION
    losses = []
    for _ in range(n_epochs):
        outputs = forward(X, weights, biases)[1][-1]
        losses.append(((outputs - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs, strict=True)]
            biases = [b - lr * db for b, db in zip(biases, dbs, strict=True)]
    return weights, biases, losses
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-train-try"
# Try it on XOR, all four in a batch: the last loss should be below 0.01.

# %%
corners = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
xor = np.array([[0.0], [1], [1], [0]])
random = start([2, 3, 1], np.random.default_rng(0))
train(corners, xor, *random, 5, 4, 2000, np.random.default_rng(1))[2][-1]

# %% role="test" grade_id="backprop-train-value" points=2 syllabus="B-16"
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared


def _trained(*case):
    """The library's training, with tuples."""
    weights, biases, losses = library.train(*case)
    return tuple(weights), tuple(biases), losses


# XOR in one batch, then examples that are all alike: here no order matters
_corners = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
_xor = np.array([[0.0], [1], [1], [0]])
_weights = [np.array([[1.0, -2, 0.5], [-1, 1.5, 2]]), np.array([[2.0], [-1], [1.5]])]
_biases = [np.array([0.5, -0.25, 0.0]), np.array([-1.0])]
_alike = (np.tile([1.0, -0.5], (5, 1)), np.full((5, 1), 0.25))
checks.check(
    "train",
    [
        (_corners, _xor, _weights, _biases, 2.0, 4, 3, np.random.default_rng(1)),
        (*_alike, _weights, _biases, 0.8, 2, 2, np.random.default_rng(1)),
    ],
    reference=_trained,
    task="backprop-train",
    forbid=(library.train, library.train_step),
)

# three different examples in two batches: the first loss is that of all three
_three = np.array([[1.5, -1.0], [-0.5, 2.0], [0.25, 1.0]]), np.array([[0.0], [1], [1]])
_start_loss = half_squared(forward(_three[0], _weights, _biases)[1][-1], _three[1])
checks.check(
    "train",
    [(*_three, _weights, _biases, 0.5, 2, 1, np.random.default_rng(2))],
    expected=[[_start_loss]],
    through=lambda found: found[2],
    shows="the list of losses",
    task="backprop-train-losses",
)

# two different examples in batches of one: an epoch has two orders, two have four
_two = np.array([[1.5, -1.0], [-0.5, 2.0]]), np.array([[0.0], [1.0]])


def _first_weights(order):
    """The first weights after a step with each example, in this order."""
    net = _weights, _biases
    for i in order:
        net = library.train_step(_two[0][[i]], _two[1][[i]], *net, 4.0)
    return net[0][0]


def _met_once(answer):
    """An epoch ends where one of the two orders ends."""
    for seed in range(12):
        rng = np.random.default_rng(seed)
        found = np.asarray(answer(*_two, _weights, _biases, 4.0, 1, 1, rng)[0][0])
        ends = [_first_weights(order) for order in ((0, 1), (1, 0))]
        if not any(np.allclose(found, end, atol=1e-5) for end in ends):
            return False
    return True


def _anew_each_epoch(answer):
    """From 40 seeds two epochs end in four ways; one seed, one way."""
    ends = []
    for seed in [*range(40), *range(40)]:
        rng = np.random.default_rng(seed)
        found = answer(*_two, _weights, _biases, 4.0, 1, 2, rng)[0][0]
        ends.append(np.round(np.sum(np.asarray(found) ** 2), 4))
    return ends[:40] == ends[40:] and len(set(ends)) == 4


checks.check_that(
    "train",
    "each step uses its own batch, and an epoch meets each example once",
    _met_once,
    cases=[
        (*_two, _weights, _biases, 4.0, 1, 1, np.random.default_rng(seed))
        for seed in range(12)
    ],
    task="backprop-train-once",
)
checks.check_that(
    "train",
    "the order comes from rng, and every epoch has an order of its own",
    _anew_each_epoch,
    cases=[
        (*_two, _weights, _biases, 4.0, 1, 2, np.random.default_rng(seed))
        for seed in (*[0] * 9, *range(1, 12))
    ],
    task="backprop-train-order",
)

# %% role="test" grade_id="backprop-train-digits" points=1 syllabus="B-16"
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks
from nnbyhand.data import load_digits

_images, _labels, _images_new, _labels_new, _ = load_digits()
_X, _X_new = _images.reshape(-1, 64) / 16, _images_new.reshape(-1, 64) / 16
_net = [list(p) for p in library.start([64, 15, 10], np.random.default_rng(3))]


def _known(*case):
    """The library's training, with tuples."""
    weights, biases, losses = library.train(*case)
    return tuple(weights), tuple(biases), losses


def _score(found):
    """The share of right answers on new digits, counted up to 0.8."""
    return min(library.accuracy(_X_new, _labels_new, found[0], found[1]), 0.8)


# a short walk first, where every step is known; then the digits
checks.check(
    "train",
    [
        (_X[:20], np.eye(10)[_labels[:20]], *_net, 3, 20, 3, np.random.default_rng(4)),
        (*(np.repeat(part[:1], 7, 0) for part in (_X, np.eye(10)[_labels])), *_net)
        + (3, 3, 2, np.random.default_rng(4)),
    ],
    reference=_known,
    task="backprop-train",
    forbid=(library.train, library.train_step),
)
checks.check(
    "train",
    [(_X, np.eye(10)[_labels], *_net, 3, 10, 15, np.random.default_rng(4))],
    expected=[0.8],
    through=_score,
    shows="the share of right answers on new digits, counted up to 0.8",
    task="backprop-train",
)

# %% role="test" grade_id="backprop-train-hidden" points=2 syllabus="B-16"
# hidden test: other networks and batches; whether every epoch is shuffled anew
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared


def _right(*case):
    """The library's training, with tuples."""
    weights, biases, losses = library.train(*case)
    return tuple(weights), tuple(biases), losses


_rng = np.random.default_rng(69)
_net = [list(part) for part in library.start([3, 4, 4, 3], _rng)]
_X, _Y = _rng.normal(size=(6, 3)), _rng.uniform(0, 1, (6, 3))
_alike = np.tile([0.5, -1.0, 2.0], (7, 1)), np.tile([0.9, 0.2, 0.6], (7, 1))
checks.check(
    "train",
    [
        (_X, _Y, *_net, 1.5, 6, 4, np.random.default_rng(3)),
        (*_alike, *_net, 0.7, 3, 3, np.random.default_rng(3)),
    ],
    reference=_right,
    task="backprop-train",
    forbid=(library.train, library.train_step),
)
_all = half_squared(forward(_X, *_net)[1][-1], _Y)
checks.check(
    "train",
    [(_X, _Y, *_net, 1.5, 4, 1, np.random.default_rng(3))],
    expected=[[_all]],
    through=lambda found: found[2],
    shows="the list of losses",
    task="backprop-train-losses",
)
_pair = np.array([[1.0, -2.0], [3.0, 0.5]]), np.array([[1.0], [0.0]])
_small = [list(p) for p in library.start([2, 3, 1], np.random.default_rng(8))]


def _after(order):
    """The first weights after a step with each example, in this order."""
    net = _small
    for i in order:
        net = library.train_step(_pair[0][[i]], _pair[1][[i]], *net, 4.0)
    return net[0][0]


def _once(answer):
    """An epoch ends where one of the two orders ends."""
    for seed in range(20):
        rng = np.random.default_rng(seed)
        found = np.asarray(answer(*_pair, *_small, 4.0, 1, 1, rng)[0][0])
        ends = [_after(order) for order in ((0, 1), (1, 0))]
        if not any(np.allclose(found, end, atol=1e-5) for end in ends):
            return False
    return True


def _anew(answer):
    """From 40 seeds two epochs end in four ways; one seed, one way."""
    ends = []
    for seed in [*range(40), *range(40)]:
        rng = np.random.default_rng(seed)
        found = answer(*_pair, *_small, 4.0, 1, 2, rng)[0][0]
        ends.append(np.round(np.sum(np.asarray(found) ** 2), 4))
    return ends[:40] == ends[40:] and len(set(ends)) == 4


checks.check_that(
    "train",
    "each step uses its own batch, and an epoch meets each example once",
    _once,
    cases=[
        (*_pair, *_small, 4.0, 1, 1, np.random.default_rng(seed)) for seed in range(12)
    ],
    task="backprop-train-once",
)
checks.check_that(
    "train",
    "the order comes from rng, and every epoch has an order of its own",
    _anew,
    cases=[
        (*_pair, *_small, 4.0, 1, 2, np.random.default_rng(seed))
        for seed in (*[0] * 9, *range(1, 12))
    ],
    task="backprop-train-order",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-check-text" syllabus="B-13"
# ## 9 Is the gradient right? (5 points)
#
# Write three functions.
#
# - `slopes(f, x, h)`: the central difference of `f` for every entry of `x`, moved one at a
#   time. `f` takes an array and gives one number. Leave `x` as it is. `x` may have rows and
#   columns, so a nudge has `x.shape`, not `len(x)`.
# - `is_right(f, gradient, x)`: `gradient` is a *function* that claims to give the gradient
#   of `f` at `x`. Compare what it gives at `x` with central differences of step 1e-5. Answer
#   `True` if $\|g - n\| / (\|g\| + \|n\|)$ is below 1e-6, else `False` (not text). The true
#   gradient is never zero everywhere, but single entries may be. The test calls each
#   gradient by what it is, for example `wrong_in_one_entry`.
# - `can_be_checked(Z, h)`: `True` if every sum in `Z`, of ReLU units, lies *farther* than
#   `h` from the corner at 0, on either side.
#
# Shapes: `x` may have any shape; `slopes` and `gradient(x)` have the same.
#
# <details><summary>Hint 1: direction</summary>A copy of x, one entry moved up and down,
# two values of f. For the verdict you need lengths of whole arrays.</details>
# <details><summary>Hint 2: equation</summary>slope = (f(x + h·e) − f(x − h·e)) / (2h), with
# e 1 in one place and 0 elsewhere; ‖v‖ is the square root of the sum of squares</details>
# <details><summary>Hint 3: first line</summary><code>for place in
# np.ndindex(*x.shape):</code> goes through the places of any shape.</details>


# %% role="answer" grade_id="backprop-check"
def slopes(f, x, h):
    """Give the central difference of f for every entry of x."""
    ### BEGIN SOLUTION
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[place] += h
        down[place] -= h
        found[place] = (f(up) - f(down)) / (2 * h)
    return found
    ### END SOLUTION


def is_right(f, gradient, x):
    """Tell whether gradient(x) is the gradient of f at x."""
    ### BEGIN SOLUTION
    n, g = slopes(f, x, 1e-5), gradient(x)
    apart = np.sqrt(((g - n) ** 2).sum())
    return bool(apart / (np.sqrt((g**2).sum()) + np.sqrt((n**2).sum())) < 1e-6)
    ### END SOLUTION


def can_be_checked(Z, h):
    """Tell whether every sum lies farther than h from 0."""
    ### BEGIN SOLUTION
    return bool((np.abs(Z) > h).all())
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-check-try"
# Try it on the sum of cubes at (1, −2): slopes near (3, 12); the gradient 3x² is right,
# 2.9x² is not.


# %%
def cubes(x):
    return (x**3).sum()


# %%
slopes(cubes, np.array([1.0, -2.0]), 1e-5)

# %%
[
    is_right(cubes, lambda x: 3 * x**2, np.array([1.0, -2.0])),
    is_right(cubes, lambda x: 2.9 * x**2, np.array([1.0, -2.0])),
]

# %% role="test" grade_id="backprop-check-slopes" points=1 syllabus="B-13"
import numpy as np

from nnbyhand import checks, gradcheck


def _bend(x):
    """A loss with strong curves: every step size gives its own answer."""
    return float((x**3).sum() + np.prod(x) + np.exp(x.ravel()[0]))


checks.check(
    "slopes",
    [
        (_bend, np.array([1.0, -2.0, 0.5]), 0.1),
        (_bend, np.array([[0.5, 1.0], [-1.5, 2.0], [0.25, 0.75]]), 0.2),
    ],
    reference=gradcheck.numerical_gradient,
    task="backprop-slopes",
    forbid=(gradcheck.numerical_gradient,),
)

# %% role="test" grade_id="backprop-check-verdict" points=1 syllabus="B-13"
import numpy as np

from nnbyhand import checks, gradcheck

_x = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])


def _case(kind, name, claimed, size=1.0, bend=1.0):
    """A loss, a claimed gradient of it, and a place; both count their calls."""

    def f(x):
        f.times[0] += 1
        return size * float(bend * (x**4).sum() + bend * x[0, 0] ** 2 + 3 * x[1, 2])

    def gradient(x):
        gradient.times[0] += 1
        g = 4 * bend * x**3
        g[0, 0] += 2 * bend * x[0, 0]
        g[1, 2] += 3
        return claimed(size * g)

    f.times, gradient.times, gradient.kind = [0], [0], kind
    f.__name__, gradient.__name__ = "loss", name
    return f, gradient, _x.copy()


def _last_entry(g):
    """Wrong in one place only."""
    g[1, 2] += 5
    return g


def _verdict(value):
    """True or False as a word; 1 and 0 count too."""
    if isinstance(value, str) or np.size(value) != 1:
        raise ValueError("asked is True or False, one for each call")
    if np.ravel(value)[0] not in (0, 1):
        raise ValueError("asked is True or False, not a number in between")
    return str(bool(np.ravel(value)[0]))


checks.check(
    "is_right",
    [
        _case("right", "right", lambda g: g),
        _case("right", "right_but_tiny", lambda g: g, size=1e-9),
        _case("straight", "right_with_some_zeros", lambda g: g, bend=0.0),
        _case("zero", "all_zero", lambda g: 0 * g),
        _case("small", "all_zero_where_tiny_is_right", lambda g: 0 * g, size=1e-10),
        _case("entry", "wrong_in_one_entry", _last_entry),
        _case("turned", "of_the_opposite_sign", lambda g: -g),
        _case("near", "too_large_by_a_thousandth", lambda g: 1.001 * g),
        _case("near", "too_large_by_a_little_more", lambda g: 1.003 * g),
        _case("rolled", "with_rows_exchanged", lambda g: g[::-1]),
    ],
    expected=[*["True"] * 3, *["False"] * 7],
    through=_verdict,
    task="backprop-check",
    forbid=(gradcheck.numerical_gradient, gradcheck.compare),
)

# %% role="test" grade_id="backprop-check-corner" points=1 syllabus="B-13"
import numpy as np

from nnbyhand import checks

_far = np.array([[0.5, -1.0], [2.0, -0.25]])
_near = np.array([[0.5, -1.0], [0.05, -0.25]])
checks.check(
    "can_be_checked",
    [
        (_far, 0.125),
        (_near, 0.125),
        (_far - [[0, 0], [2.0, 0]], 0.125),
        (_far, 0.25),
        (_far / 100, 0.125),
    ],
    expected=[True, False, False, False, False],
    task="backprop-corner",
)

# %% role="test" grade_id="backprop-check-hidden" points=2 syllabus="B-13"
# hidden test: another loss, other faults, tiny and huge gradients
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, gradcheck
from nnbyhand.backprop import backprop
from nnbyhand.data import G_B1, G_B2, G_W1, G_W2, G_X, G_Y
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared


def _claim(kind, claimed, size=1.0):
    """The loss of network G as a function of W1, and a claimed gradient."""

    def f(W):
        f.times[0] += 1
        outputs = forward(G_X, [W, G_W2], [G_B1, G_B2])[1][-1]
        return size * half_squared(outputs, G_Y)

    def gradient(W):
        gradient.times[0] += 1
        return claimed(size * backprop(G_X, G_Y, [W, G_W2], [G_B1, G_B2])[0][0])

    f.times, gradient.times, gradient.kind = [0], [0], kind
    f.__name__, gradient.__name__ = "loss_of_G", kind
    return f, gradient, G_W1.copy()


def _straight():
    """A loss without any bend, and its gradient."""

    def f(W):
        f.times[0] += 1
        return float((G_W1 * W).sum())

    def gradient(W):
        gradient.times[0] += 1
        return G_W1

    f.times, gradient.times, gradient.kind = [0], [0], "straight"
    f.__name__, gradient.__name__ = "straight_loss", "right"
    return f, gradient, G_W1.copy()


def _said(value):
    """True or False as a word; 1 and 0 count too."""
    if isinstance(value, str) or np.size(value) != 1:
        raise ValueError("asked is True or False, one for each call")
    if np.ravel(value)[0] not in (0, 1):
        raise ValueError("asked is True or False, not a number in between")
    return str(bool(np.ravel(value)[0]))


def _one_place(g):
    """Wrong in one place only."""
    return g + np.array([[0.0, 0, 0, 0], [0, 0.01, 0, 0]]) * np.abs(g).max() * 10


checks.check(
    "slopes",
    [
        (lambda x: float((x**5).sum()), np.array([[1.0, -0.5, 0.75]]), 0.3),
        (lambda x: float(np.sin(x).sum() * x[-1]), np.array([0.4, -1.0, 2.0]), 0.1),
    ],
    reference=gradcheck.numerical_gradient,
    task="backprop-slopes",
    forbid=(gradcheck.numerical_gradient,),
)
checks.check(
    "is_right",
    [
        _claim("right", lambda g: g),
        _claim("right", lambda g: g, size=1e-7),
        _claim("right", lambda g: g, size=1e6),
        _straight(),
        _claim("zero", lambda g: 0 * g),
        _claim("small", lambda g: 0 * g, size=1e-8),
        _claim("entry", _one_place),
        _claim("turned", lambda g: -g),
        _claim("near", lambda g: 0.999 * g),
        _claim("near", lambda g: 0.997 * g),
        _claim("rolled", lambda g: g[::-1]),
    ],
    expected=[*["True"] * 4, *["False"] * 7],
    through=_said,
    task="backprop-check",
    forbid=(gradcheck.numerical_gradient, gradcheck.compare),
)
checks.check(
    "can_be_checked",
    [
        (np.array([[-0.5, 3.0, 0.02]]), 0.01),
        (np.array([[-0.5, 3.0, -0.02]]), 0.03),
        (np.array([[-0.5, 3.0], [0.0, 1.0]]), 1e-5),
        (np.array([[-0.5, 0.5]]), 0.5),
        (np.array([[-0.02], [0.01]]), 0.05),
    ],
    expected=[True, False, False, False, False],
    task="backprop-corner",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-shares-text" syllabus="B-12"
# ## 10 Shares and the gradient (4 points)
#
# Slides split the error of an output among the hidden units in shares: the weight that
# comes from a hidden unit, divided by the sum of all weights that **enter** this output.
# Write
#
# - `share_errors(errors, W)`: what arrives at each hidden unit by shares, added up over the
#   outputs;
# - `hidden_gradient(errors, W, A)`: what really arrives, the loss's slope with respect to
#   the activations of the hidden units, when the outputs are **tanh** units with the
#   *activations* `A` (their sums were not kept) and `errors` is $(A - Y)/n$;
# - `uphill()`: an example of your own that shows what is wrong with shares. Give three
#   weights `[w1, w2, w3]` into one output, none of them 0, positive and negative ones among
#   them, such that a tiny step of the first layer with what `share_errors` gives makes the
#   loss go **up**, whatever the error. (With `hidden_gradient` it always goes down.)
#
# In this exercise `W` is the **slide's** matrix: row j holds the weights into output j.
#
# Shapes: `errors` and `A` are `(n, k)`, `W` is `(k, h)`; results are `(n, h)`.
#
# <details><summary>Hint 1: direction</summary>Each output has a sum of its own, so there
# are k sums. For the second: the slope at the output, then back over the weights. For the
# third: compare the sign of a share with that of the gradient.</details>
# <details><summary>Hint 2: equation</summary>share of unit i in output j: w_ji / Σ_i w_ji;
# the gradient: Σ_j errors_j (slope of output j) w_ji, and the slope of tanh in its
# activation is known from exercise 2</details>
# <details><summary>Hint 3: first line</summary><code>keepdims=True</code> keeps sums of
# rows a column, so that they divide rows.</details>


# %% role="answer" grade_id="backprop-shares"
def share_errors(errors, W):
    """Give what arrives at each hidden unit by weight shares."""
    ### BEGIN SOLUTION
    return errors @ (W / W.sum(axis=1, keepdims=True))
    ### END SOLUTION


def hidden_gradient(errors, W, A):
    """Give the slope of the loss with respect to the hidden activations."""
    ### BEGIN SOLUTION
    return errors * (1 - A**2) @ W
    ### END SOLUTION


def uphill():
    """Give three weights into one output with which the shares lead uphill."""
    ### BEGIN SOLUTION
    return [1.0, 2.0, -4.0]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-shares-try"
# Try it: an error of 4, weights 3 and 1 into the only output, whose activation is 0.5. By
# shares 3 and 1 arrive, by the gradient 9 and 3. The last cell shows the signs of your
# weights: both should occur. Where they lead is tested after you hand in.

# %%
one, into = np.array([[4.0]]), np.array([[3.0, 1.0]])
share_errors(one, into), hidden_gradient(one, into, np.array([[0.5]]))

# %%
np.sign(uphill())

# %% role="test" grade_id="backprop-shares-value" points=1 syllabus="B-12"
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks
from nnbyhand.data import SLIDE_W2, SQUARE_W2


def _split(errors, W):
    """The library's shares, for the course's own W."""
    return library.by_shares(errors, W.T)


_slide = np.array([[-0.2736966550, 0.7085980724, 0.7780970596]])
_two = np.array([[0.5, -0.25, 1.0], [-1.0, 0.75, 0.5]])
_wide = np.array([[1.0, 0.5, -0.25], [2.0, -1.0, 0.75]])
for _cases in ([(_slide, SLIDE_W2.T), (_two, SQUARE_W2.T)], [(_two[:, :2], _wide)]):
    checks.check(
        "share_errors",
        _cases,
        reference=_split,
        task="backprop-shares",
        forbid=(library.by_shares,),
    )

# %% role="test" grade_id="backprop-shares-gradient" points=1 syllabus="B-12"
import numpy as np

from nnbyhand import checks, layers
from nnbyhand.data import SLIDE_W2, SQUARE_W2


def _arrives(errors, W, A):
    """Two layers of the library, backwards."""
    dense, output = layers.Dense.from_arrays(W.T), layers.Activation("tanh")
    output.forward(np.arctanh(A))
    dense.forward(np.zeros((len(A), W.shape[1])))
    return dense.backward(output.backward(errors))


_slide = np.array([[-0.2736966550, 0.7085980724, 0.7780970596]])
_two = np.array([[0.5, -0.25, 1.0], [-1.0, 0.75, 0.5]])
_A = np.array([[0.75, -0.5, 0.9], [0.25, -0.8, 0.6]])
_wide = np.array([[1.0, 0.5, -0.25], [2.0, -1.0, 0.75]])
for _cases in (
    [(_slide, SLIDE_W2.T, _A[:1]), (_two, SQUARE_W2.T, _A)],
    [(_two[:, :2], _wide, _A[:, :2])],
):
    checks.check(
        "hidden_gradient",
        _cases,
        reference=_arrives,
        task="backprop-shares-gradient",
        forbid=(layers.Dense.backward, layers.Activation.backward),
    )

# %% role="test" grade_id="backprop-shares-hidden" points=2 syllabus="B-12"
# hidden test: all three, on other weights
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import backprop as library
from nnbyhand import checks, layers


def _arrived(errors, W, A):
    """Two layers of the library, backwards."""
    dense, output = layers.Dense.from_arrays(W.T), layers.Activation("tanh")
    output.forward(np.arctanh(A))
    dense.forward(np.zeros((len(A), W.shape[1])))
    return dense.backward(output.backward(errors))


def _shared(errors, W):
    """The library's shares, for the course's own W."""
    return library.by_shares(errors, W.T)


_square = np.array([[1.0, -2.0], [0.75, 1.5]])
_wide = np.array([[1.0, 2.0, -0.5, 0.5], [0.5, -1.5, 3.0, 1.0], [-0.5, 1.0, 1.5, 0.5]])
_few = np.array([[0.3, -0.6], [1.0, 0.5], [-0.2, 0.8]])
_many = np.array([[0.5, -1.0, 0.75], [0.25, 2.0, -0.5]])
for _errors, _W in ((_few, _square), (_many, _wide)):
    checks.check(
        "share_errors",
        [(_errors, _W)],
        reference=_shared,
        task="backprop-shares",
        forbid=(library.by_shares,),
    )
    checks.check(
        "hidden_gradient",
        [(_errors, _W, np.tanh(2 * _errors + 0.5))],
        reference=_arrived,
        task="backprop-shares-gradient",
        forbid=(layers.Dense.backward, layers.Activation.backward),
    )


def _led_by(weights):
    """Ones and zeros: both signs; the shares lead against the gradient."""
    into = np.array(weights, dtype=float).reshape(-1)
    if into.shape != (3,) or not into.all():
        raise ValueError("expected three weights, none of them 0")
    if abs(into.sum()) < 1e-9:
        raise ValueError("the weights add up to 0, so there are no shares")
    error = np.array([[0.5]])
    back = library.by_shares(error, into[:, None])[0]
    return [len(set(np.sign(into))) == 2, (back * error[0] * into).sum() < 0]


checks.check(
    "uphill",
    [()],
    expected=[[1, 1]],
    through=_led_by,
    shows="1 where your weights have both signs; 1 where the loss goes up",
    task="backprop-shares-down",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-suspect-text" syllabus="B-03 B-04 B-05 B-06"
# ## 11 Four broken backward passes (3 points)
#
# A network has one hidden layer. A gradient check says which of its four gradients are
# wrong, and one equation is at fault. Write `suspect(dW1, db1, dW2, db2)`; each argument is
# `True` where that gradient is **wrong**. Return `"BP1"`, `"BP2"`, `"BP3"` or `"BP4"`. An
# equation at fault is at fault in both layers; the input is never all zeros.
#
# Then find real faults. `BROKEN["A"]` to `BROKEN["D"]` are four functions like `backprop`,
# for example `BROKEN["A"](G_X, G_Y, [G_W1, G_W2], [G_B1, G_B2])`. Each has one fault, of
# these six:
#
# 1. BP1 lacks the slope
# 2. BP2 lacks the slope
# 3. BP3 takes the mean over the examples
# 4. BP4 takes the sums Z of the layer before in place of its activations
# 5. the mean over the examples is missing altogether
# 6. the gradient of the first layer stays zero
#
# Compare their gradients with those of `backprop`, and let `faults()` return the number for
# each letter, as a dict: `{"A": …, "B": …, "C": …, "D": …}`.
#
# <details><summary>Hint 1: direction</summary>Which gradients are made from a delta, and
# which deltas from another? A fault spoils all that comes after it.</details>
# <details><summary>Hint 2: equation</summary>BP1 makes δ₂, BP2 makes δ₁ from it; BP3 makes
# the db, BP4 the dW, from the δ of their layer. For the letters: divide a broken gradient
# by the right one.</details>
# <details><summary>Hint 3: first line</summary><code>if dW1 and db1 and dW2 and db2:</code>
# </details>


# %% role="answer" grade_id="backprop-suspect"
def suspect(dW1, db1, dW2, db2):
    """Name the equation at fault from which of the gradients are wrong."""
    ### BEGIN SOLUTION
    if dW2 and db2:
        return "BP1"
    if dW1 and db1:
        return "BP2"
    return "BP3" if db1 else "BP4"
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-suspect-try"
# Try it: if only the two bias gradients are wrong, one equation is left.

# %%
suspect(False, True, False, True)

# %% role="test" grade_id="backprop-suspect-value" points=1 syllabus="B-03 B-04 B-05 B-06"
from nnbyhand import checks


def _name(said):
    """The name in capitals, without spaces."""
    text = str(said).replace(" ", "").upper()
    if text not in ("BP1", "BP2", "BP3", "BP4"):
        raise ValueError('asked is one of "BP1", "BP2", "BP3", "BP4"')
    return text


checks.check(
    "suspect",
    [
        (True, True, False, False),
        (False, True, False, True),
        (True, True, True, True),
        (True, False, True, False),
    ],
    expected=["BP2", "BP3", "BP1", "BP4"],
    through=_name,
    task="backprop-suspect",
)


# %% role="answer" grade_id="backprop-faults"
def faults():
    """Give the number of the fault of each letter."""
    ### BEGIN SOLUTION
    return {"A": 4, "B": 5, "C": 2, "D": 3}
    ### END SOLUTION


# %% [markdown] role="text" grade_id="backprop-faults-try"
# A beginning: the gradient of the last biases, right and by B. The other cell shows, for
# each of your letters, whether its number is one of 1 to 6; which is right is tested after
# you hand in.

# %%
case = (G_X, G_Y, [G_W1, G_W2], [G_B1, G_B2])
backprop(*case)[1][-1], BROKEN["B"](*case)[1][-1]

# %%
{letter: number in range(1, 7) for letter, number in faults().items()}

# %% role="test" grade_id="backprop-faults-hidden" points=2 syllabus="B-10 B-13"
# hidden test: which fault is whose
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def _as_text(found):
    """Numbers as text; leave alone what is no dict."""
    if not isinstance(found, dict):
        return found
    return {
        str(letter).strip().upper(): str(number).strip()
        for letter, number in found.items()
    }


checks.check(
    "faults",
    [()],
    expected=[{"A": "4", "B": "5", "C": "2", "D": "3"}],
    through=_as_text,
    task="backprop-faults",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="backprop-words-text" syllabus="B-01 B-14"
# ## 12 In your own words (3 points, read by a person)
#
# A friend knows the forward pass and gradient descent. Explain how the error at the output
# reaches a weight of the first layer: what is multiplied on the way, what must be kept from
# the forward pass, and why one walk back is enough for all weights. Three to six
# sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. the way back: the error at the output times the slope of the activation gives the
#    output's delta; each hidden unit collects the deltas behind it over the weights that
#    lead there, times its own slope; the gradient of a weight is its input times the delta
#    behind it (any two of the three);
# 2. what is kept: sums (for the slopes) and activations (as inputs of the weights) of every
#    layer, for each example;
# 3. why one walk is enough: a layer's deltas are computed once from those behind and used
#    for all its weights and for the layer before, in place of starting anew for each weight.
#
# Sample, 3 points: "The error at the output is multiplied by the slope of the output unit.
# Each hidden unit adds up these deltas, each times the weight that leads there, and
# multiplies by its own slope, so the slopes' sums must have been kept. What entered a
# weight, times the delta behind it, is its gradient; so activations are kept too. The
# deltas of a layer are all one needs from the layers behind, so nothing is computed twice."
# Sample, 2 points: "The error goes back through the same weights and is multiplied by the
# slopes. You need the activations of all layers for it."
# Sample, 1 point: "With the chain rule you multiply derivatives from the end to the
# beginning."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="backprop-words" points=3 syllabus="B-01 B-14"
# *Write your answer here.*
