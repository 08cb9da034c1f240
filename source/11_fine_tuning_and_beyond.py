# %% [markdown] role="text" grade_id="beyond-title"
# # 11 Fine-tuning and beyond: assignment
#
# You freeze, fine-tune and measure what it brings, count what depth costs, squeeze digits
# through a bottleneck, look at who is harmed by errors, and do a project of your own. About
# eight hours (an estimate), four of them for the project. 47 points: 30 are checked by
# tests, some of which you see only after grading, and 17 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. NumPy and the course's library are enough.
#
# Names of parameters are those of `network.params`: `2.W` are the weights of layer 2, `2.b`
# its biases. Layers are counted from 0, activations too.

# %%
import copy

import numpy as np

from nnbyhand import plots, train
from nnbyhand.beyond_practice import COCO_IDS, known_digits, zero_gradients_step
from nnbyhand.capstone import Report, load_project, score
from nnbyhand.conv import Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network

# exercise 2 chooses among these
from nnbyhand.optim import SGD, Adam, Momentum, RMSProp  # noqa: F401

# %% [markdown] role="text" grade_id="tune-step-text" syllabus="X-01"
# ## 1 A step that leaves some weights alone (2 points)
#
# Write `careful_step(params, grads, frozen, lr, decay)`: one step of gradient descent with
# L2 for every parameter whose **layer** is free,
#
# $$w \leftarrow w - lr\,(g + decay \cdot w)$$
#
# and none at all for the others. Biases do not decay: a name ends in `.b`. `frozen` is a
# list of layer numbers such as `[0, 3]`; `params` and `grads` are dicts with equal names.
# Return a **new** dict with all names; the arguments stay as they are.
#
# <details><summary>Hint 1: direction</summary>Of a name, what stands before the point is
# the layer. Layer 1 is not layer 10.</details>
# <details><summary>Hint 2: equation</summary>frozen: w ← w; bias: w ← w − lr · g; else the
# equation above</details>
# <details><summary>Hint 3: first line</summary><code>new = {}</code>, then a loop: <code>for
# name, w in params.items():</code> with <code>layer = int(name.split(".")[0])</code></details>


# %% role="answer" grade_id="tune-step"
def careful_step(params, grads, frozen, lr, decay):
    """Give all parameters after one step of those that are free."""
    ### BEGIN SOLUTION
    new = {}
    for name, w in params.items():
        layer, kind = name.split(".")
        pull = 0 if kind == "b" else decay * w
        new[name] = w.copy() if int(layer) in frozen else w - lr * (grads[name] + pull)
    return new
    ### END SOLUTION


# %% [markdown] role="text" grade_id="tune-step-try"
# Try it: layer 0 stays at 1 and 2; layer 2 goes from 3 to 3 − 0.1 · (5 + 0.5 · 3) = 2.35.

# %%
one = {"0.W": np.array([[1.0]]), "0.b": np.array([2.0]), "2.W": np.array([[3.0]])}
careful_step(one, {name: np.full_like(w, 5) for name, w in one.items()}, [0], 0.1, 0.5)

# %% role="test" grade_id="tune-step-value" points=1 syllabus="X-01"
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.beyond import free_step

_rng = np.random.default_rng(1)
_shapes = {"0.W": (2, 3), "0.b": (3,), "2.W": (3, 2), "2.b": (2,), "4.W": (2, 2)}
_shapes["4.b"] = (2,)
_params = {name: _rng.normal(size=shape) for name, shape in _shapes.items()}
_grads = {name: _rng.normal(size=shape) for name, shape in _shapes.items()}
checks.check(
    "careful_step",
    [(_params, _grads, [0, 2], 0.1, 0.4), (_params, _grads, [4], 0.3, 0.0)],
    reference=free_step,
    task="tune-step",
    forbid=(free_step,),
)

# %% role="test" grade_id="tune-step-hidden" points=1 syllabus="X-01"
# hidden test: more than ten layers, none frozen, another order
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.beyond import free_step

_rng = np.random.default_rng(2)
_names = ["10.W", "10.b", "1.W", "1.b", "12.W", "12.b", "0.W"]
_params = {name: _rng.normal(size=(2, 2)) for name in _names}
_grads = {name: _rng.normal(size=(2, 2)) for name in _names}
checks.check(
    "careful_step",
    [
        (_params, _grads, [1], 0.2, 0.5),
        (_params, _grads, [10, 0], 0.05, 0.3),
        (_params, _grads, [], 0.1, 0.2),
    ],
    reference=free_step,
    task="tune-step",
    forbid=(free_step,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="tune-expose-text" syllabus="X-01"
# ## 2 Expose a freezing that does not freeze (1 point)
#
# A colleague freezes like this:
#
# ```python
# def zero_gradients_step(optimiser, params, grads, frozen):
#     grads = {k: g * 0 if k in frozen else g for k, g in grads.items()}
#     optimiser.step(params, grads)
# ```
#
# "Gradient 0, so nothing moves. I tried it with `SGD(0.1)` and with `RMSProp(0.01)`." Write
# `expose()`: return an optimiser of `nnbyhand.optim`, made and ready, with which the
# colleague's frozen weights **do** move. Before the test freezes, it makes three ordinary
# steps.
#
# <details><summary>Hint 1: direction</summary>Which optimiser moves a weight whose gradient
# is 0 now? Two different reasons are possible.</details>
# <details><summary>Hint 2: equation</summary>v ← βv + g, and g ← g + decay · w</details>
# <details><summary>Hint 3: first line</summary><code>return …</code> with one of the four
# names that the first cell imports from <code>optim</code>, and its settings</details>


# %% role="answer" grade_id="tune-expose"
def expose():
    """Give an optimiser that moves weights whose gradient is set to 0."""
    ### BEGIN SOLUTION
    return Momentum(0.1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="tune-expose-try"
# Try it: a weight of 2 that is frozen after one step. It should move a second time.

# %%
optimiser, weight = expose(), {"0.W": np.array([2.0])}
for frozen in ((), ("0.W",)):
    zero_gradients_step(optimiser, weight, {"0.W": np.array([1.0])}, frozen)
    print(weight["0.W"])

# %% role="test" grade_id="tune-expose-moves" points=1 syllabus="X-01"
from nnbyhand import checks
from nnbyhand.beyond_practice import frozen_path

checks.check(
    "expose",
    [()],
    expected=[1],
    through=lambda optimiser: int(frozen_path(optimiser) > 1e-6),
    shows="1 where the frozen weights move, 0 where they stay",
    task="tune-expose",
)

# %% [markdown] role="text" grade_id="tune-count-text" syllabus="X-02"
# ## 3 How much is left to train? (2 points)
#
# A network is a list of layers: `("conv", c_in, c_out)` with 3 × 3 kernels, `("dense",
# d_in, d_out)`, and `("pool",)`, `("relu",)`, `("flatten",)`, which learn nothing. Write
# `count_free(layers, frozen)`: return two numbers, how many parameters training may move,
# and which **share** of all parameters that is. Biases count. `frozen` is a list of places
# in `layers`; there may be pools among them.
#
# <details><summary>Hint 1: direction</summary>Count every layer once, then add up twice:
# those that are free, and all.</details>
# <details><summary>Hint 2: equation</summary>conv: (9 · c_in + 1) · c_out; dense: (d_in + 1)
# · d_out; share = free / all</details>
# <details><summary>Hint 3: first line</summary><code>for place, layer in
# enumerate(layers):</code></details>


# %% role="answer" grade_id="tune-count"
def count_free(layers, frozen):
    """Give the number of free parameters, and their share of all."""
    ### BEGIN SOLUTION
    free = total = 0
    for place, (kind, *sizes) in enumerate(layers):
        if not sizes:
            continue
        count = ((9 if kind == "conv" else 1) * sizes[0] + 1) * sizes[1]
        total += count
        free += 0 if place in frozen else count
    return free, free / total
    ### END SOLUTION


# %% [markdown] role="text" grade_id="tune-count-try"
# Try it: of 784-128-10 with its hidden layer frozen 1,290 are left, a share of 0.0127.

# %%
count_free([("dense", 784, 128), ("relu",), ("dense", 128, 10)], [0])

# %% role="test" grade_id="tune-count-value" points=1 syllabus="X-02"
from nnbyhand import checks

_cats, _c = [], 3
for _filters in (32, 64, 128, 128):
    _cats += [("conv", _c, _filters), ("relu",), ("pool",)]
    _c = _filters
_cats += [("flatten",), ("dense", 10368, 512), ("dense", 512, 128), ("dense", 128, 1)]
_small = [("conv", 1, 4), ("pool",), ("flatten",), ("dense", 36, 7)]
checks.check(
    "count_free",
    [(_cats, [0, 3, 6, 9]), (_cats, [13, 14, 15]), (_small, [0, 1])],
    expected=[
        (5_374_721, 5_374_721 / 5_615_553),
        (240_832, 240_832 / 5_615_553),
        (259, 259 / 299),
    ],
    task="tune-count",
)

# %% role="test" grade_id="tune-count-hidden" points=1 syllabus="X-02"
# hidden test: other networks, nothing frozen, a layer in the middle
### BEGIN HIDDEN TESTS
from nnbyhand import checks

_deep = [("dense", 20, 9), ("relu",), ("dense", 9, 8), ("relu",), ("dense", 8, 3)]
_conv = [("conv", 3, 6), ("conv", 6, 5), ("pool",), ("flatten",), ("dense", 45, 4)]
checks.check(
    "count_free",
    [(_deep, [2]), (_deep, []), (_conv, [1, 2]), (_conv, [4])],
    expected=[
        (216, 216 / 296),
        (296, 1.0),
        (352, 352 / 627),
        (443, 443 / 627),
    ],
    task="tune-count",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="tune-gain-text" syllabus="X-01"
# ## 4 Fine-tune (4 points)
#
# `old` is a trained 64-32-10: it reads digits, and its layers are Dense, ReLU, Dense. The new
# question has other answers, 0 to k − 1, and twenty examples. Write `fine_tune(old, X, labels,
# rng)`:
#
# 1. Copy the old layers, all three; behind them put a softmax and a **new** Dense layer from the
#    ten old answers to the k new ones. (In the lesson the new layer took the old one's place.)
# 2. Freeze the old layers and train the new one.
# 3. Set all but **layer 0** free, and train on with a much smaller rate.
#
# Return the new `Network`, which gives logits. `old` itself stays as it is. On about 577 new
# examples at least **93 of 100** must be right, whatever the generator; from scratch twenty
# examples give 77 to 87. Training may take 3 seconds; 40 epochs of `Adam(0.05)`, then 20 at a
# fiftieth of the rate, in batches of 10 do. The call is `train.fit(network, X, labels, rng=rng,
# optimiser=…, epochs=…, batch_size=…)`.
#
# Shapes: `X` is `(n, 64)`, `labels` is `(n,)`; k is the largest label plus one.
#
# <details><summary>Hint 1: direction</summary><code>copy.deepcopy(old.layers)</code>, and
# <code>network.freeze([...])</code> with places of layers.</details>
# <details><summary>Hint 2: equation</summary>the new layer has 10 · k + k parameters</details>
# <details><summary>Hint 3: first line</summary><code>k = int(labels.max()) + 1</code>, then
# <code>Network.from_layers([...])</code></details>


# %% role="answer" grade_id="tune-gain"
def fine_tune(old, X, labels, rng):
    """Give a network for the new labels, made of what the old one has learned."""
    ### BEGIN SOLUTION
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    for frozen, lr, epochs in ((range(3), 0.05, 40), ([0], 0.001, 20)):
        network.freeze(frozen)
        how = {"optimiser": Adam(lr), "epochs": epochs, "batch_size": 10}
        train.fit(network, X, labels, rng=rng, **how)
    return network
    ### END SOLUTION


# %% [markdown] role="text" grade_id="tune-gain-try"
# Try it: "is this digit odd?", with the share of right answers on the twenty examples, which
# should be near 1.

# %%
old, X, labels, _, _ = known_digits(0, "odd")
tuned = fine_tune(old, X, labels, np.random.default_rng(0))
print(tuned)
train.evaluate(tuned, X, labels)[1]

# %% role="test" grade_id="tune-gain-parts" points=1 syllabus="X-01"
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import known_digits, tuned_facts

_old, _X, _labels, _, _ = known_digits(20, "odd")
checks.check(
    "fine_tune",
    [(_old, _X, _labels, np.random.default_rng(0))],
    expected=[[1, 1, 1, 1]],
    through=tuned_facts(_old, 2),
    shows="1 for yes: two outputs; layer 0 as it was; layer 2 moved; a little only",
    task="tune-parts",
)

# %% role="test" grade_id="tune-gain-accuracy" points=1 syllabus="X-01"
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import accuracy_up_to, known_digits

_old, _X, _labels, _X_new, _new = known_digits(21, "odd")
checks.check(
    "fine_tune",
    [(_old, _X, _labels, np.random.default_rng(1))],
    expected=[0.93],
    through=accuracy_up_to(0.93, _X_new, _new),
    shows="the share of right answers on new digits; 0.93 or more counts as 0.93",
    task="tune-gain",
)

# %% role="test" grade_id="tune-gain-hidden" points=2 syllabus="X-01"
# hidden test: three answers, another network; the old one stays as it was
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import accuracy_up_to, known_digits, tuned_facts

_old, _X, _labels, _X_new, _new = known_digits(22, "thirds")
_facts, _share = tuned_facts(_old, 3), accuracy_up_to(0.93, _X_new, _new)
_case = (_old, _X, _labels, np.random.default_rng(2))
checks.check(
    "fine_tune",
    [_case],
    expected=[[1, 1, 1, 1]],
    through=_facts,
    shows="1 for yes: three outputs; layer 0 as it was; layer 2 moved; a little only",
    task="tune-parts",
)
checks.check(
    "fine_tune",
    [_case],
    expected=[0.93],
    through=_share,
    shows="the share of right answers on new digits; 0.93 or more counts as 0.93",
    task="tune-gain",
)


def _stays(function):
    """Whether the old network has the weights it had."""
    before = _old.copy_params()
    function(_old, _X, _labels, np.random.default_rng(3))
    same = all(np.array_equal(p, before[name]) for name, p in _old.params.items())
    _old.set_params(before)
    return same


checks.check_that(
    "fine_tune",
    "the old network stays as it was",
    _stays,
    cases=[_case],
    task="tune-old",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="depth-units-text" syllabus="X-03"
# ## 5 What parity costs (3 points)
#
# The parity of n inputs of 0 and 1 is 1 where the number of ones is odd. Three networks of
# threshold units compute it:
#
# - **rows**: one hidden unit for each row of the truth table whose answer is 1;
# - **chain**: XOR of the first two, then XOR of that result and the third input, and so on.
#   One XOR takes two hidden units and one output, three units;
# - **counting**: hidden unit i fires where at least i inputs are 1.
#
# `parity_units(n)`: three numbers. For rows and counting count the **hidden** units, for the
# chain **all** units.
#
# `claims()`: a text of four letters, `T` or `F` for each of these, in order.
#
# 1. One hidden layer cannot compute the parity of 16 inputs.
# 2. No network with one hidden layer computes it with fewer than 32,768 hidden units.
# 3. For 16 inputs the chain is deeper than both others, and needs fewest **weights**: each of
#    its units has at most two inputs.
# 4. Of two networks with equally many parameters, the deeper one is the better on every
#    task.
#
# <details><summary>Hint 1: direction</summary>Which share of the rows has an odd number of
# ones? How many XORs join n inputs?</details>
# <details><summary>Hint 2: equation</summary>n inputs have 2ⁿ rows; n inputs are joined by
# n − 1 XORs</details>
# <details><summary>Hint 3: first line</summary><code>return …, …, …</code>; try it with n =
# 2, where the rows that count are 01 and 10</details>


# %% role="answer" grade_id="depth-units"
def parity_units(n):
    """Give the units of three networks for the parity of n inputs."""
    ### BEGIN SOLUTION
    return 2 ** (n - 1), 3 * (n - 1), n
    ### END SOLUTION


def claims():
    """Give four letters, T for true or F for false."""
    ### BEGIN SOLUTION
    return "FFTF"
    ### END SOLUTION


# %% [markdown] role="text" grade_id="depth-units-try"
# Try it: for three inputs 4, 6 and 3 units.

# %%
parity_units(3), len(claims())

# %% role="test" grade_id="depth-units-value" points=1 syllabus="X-03"
from nnbyhand import checks
from nnbyhand.explorers import beyond

checks.check(
    "parity_units",
    [(3,), (8,)],
    expected=[(4, 6, 3), (128, 21, 8)],
    task="depth-units",
    forbid=(beyond.parity_units,),
    tol="exact",
)

# %% role="test" grade_id="depth-units-hidden" points=1 syllabus="X-03"
# hidden test: other numbers of inputs
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.explorers import beyond

checks.check(
    "parity_units",
    [(2,), (5,), (16,)],
    expected=[(2, 3, 2), (16, 12, 5), (32_768, 45, 16)],
    task="depth-units",
    forbid=(beyond.parity_units,),
    tol="exact",
)
### END HIDDEN TESTS

# %% role="test" grade_id="depth-units-claims" points=1 syllabus="X-03"
# hidden test: the four claims
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import letters_right

checks.check(
    "claims",
    [()],
    expected=[np.ones(4)],
    through=lambda letters: letters_right(letters, "FFTF"),
    shows="1 where a letter is right, in order",
    task="depth-claims",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="depth-width-text" syllabus="X-03"
# ## 6 Deep and shallow at equal price (2 points)
#
# Who compares a deep network with a shallow one should give both the same number of
# parameters. Write `equal_width(d_in, shallow, d_out, depth)`: the **largest** width w such
# that a network with `depth` hidden layers of w units each has **no more** parameters than
# `d_in`-`shallow`-`d_out`. Biases count.
#
# <details><summary>Hint 1: direction</summary>Try widths from 1 on until one is too
# dear.</details>
# <details><summary>Hint 2: equation</summary>(d_in + 1) w + (depth − 1)(w + 1) w + (w + 1)
# d_out</details>
# <details><summary>Hint 3: first line</summary><code>most = (d_in + 1) * shallow + (shallow +
# 1) * d_out</code></details>


# %% role="answer" grade_id="depth-width"
def equal_width(d_in, shallow, d_out, depth):
    """Give the largest width that costs no more than the shallow network."""

    ### BEGIN SOLUTION
    def price(w, layers):
        return (d_in + 1) * w + (layers - 1) * (w + 1) * w + (w + 1) * d_out

    w = 1
    while price(w + 1, depth) <= price(shallow, 1):
        w += 1
    return w
    ### END SOLUTION


# %% [markdown] role="text" grade_id="depth-width-try"
# Try it: 64-40-10 has 3,010 parameters; with three hidden layers 24 units each have exactly
# as many.

# %%
equal_width(64, 40, 10, 3)

# %% role="test" grade_id="depth-width-value" points=1 syllabus="X-03"
from nnbyhand import checks

checks.check(
    "equal_width",
    [(64, 40, 10, 3), (64, 40, 10, 1), (784, 512, 10, 2), (4, 25, 3, 4)],
    expected=[24, 40, 353, 6],
    task="depth-width",
    tol="exact",
)

# %% role="test" grade_id="depth-width-hidden" points=1 syllabus="X-03"
# hidden test: other networks
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "equal_width",
    [(784, 128, 10, 5), (30, 300, 2, 3), (9, 60, 1, 2), (100, 100, 100, 4)],
    expected=[88, 62, 20, 54],
    task="depth-width",
    tol="exact",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="code-line-text" syllabus="X-06"
# ## 7 The baseline of an autoencoder (2 points)
#
# Without a network k numbers for each example can be had like this: subtract the mean of the
# training part, and project on the k directions in which its examples spread most (the first
# k rows of `Vt` in `U, S, Vt = np.linalg.svd(centred, full_matrices=False)`). Write
# `linear_error(X, X_new, k)`: learn mean and directions from `X`, encode and decode
# **`X_new`**, and return the mean of the squared differences over all its numbers.
#
# Shapes: `X` is `(n, d)`, `X_new` is `(m, d)`, k at most d; with k = 0 only the mean is left.
#
# <details><summary>Hint 1: direction</summary>Code: how far an example goes along each
# direction. Decoding adds up the directions, and the mean.</details>
# <details><summary>Hint 2: equation</summary>code = (x − m) Vᵀ, back = code V + m, with the k
# rows in V</details>
# <details><summary>Hint 3: first line</summary><code>m = X.mean(axis=0)</code></details>


# %% role="answer" grade_id="code-line"
def linear_error(X, X_new, k):
    """Give the mean squared error of new examples kept as k numbers each."""
    ### BEGIN SOLUTION
    middle = np.mean(X, axis=0)
    directions = np.linalg.svd(X - middle, full_matrices=False)[2][:k]
    code = (X_new - middle) @ directions.T
    return np.mean((code @ directions + middle - X_new) ** 2)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="code-line-try"
# Try it: three points on the line x2 = x1 spread in one direction; (2, 0) is 1 away from its
# place (1, 1) on the line in both numbers, so its error is 1.

# %%
line = np.array([[0.0, 0.0], [1.0, 1.0], [5.0, 5.0]])
linear_error(line, np.array([[2.0, 0.0]]), 1)

# %% role="test" grade_id="code-line-value" points=1 syllabus="X-06"
import numpy as np

from nnbyhand import beyond_practice, checks

_rng = np.random.default_rng(7)
_X = _rng.normal(size=(30, 5)) @ _rng.normal(size=(5, 5)) + [3, -1, 2, 0, 5]
_new = _rng.normal(size=(8, 5)) @ _rng.normal(size=(5, 5)) + [1, 1, 4, -2, 0]
checks.check(
    "linear_error",
    [(_X, _new, 2), (_X, _new, 0), (_X, _new, 4)],
    reference=beyond_practice.pca_error,
    task="code-line",
    forbid=(beyond_practice.pca_error,),
)

# %% role="test" grade_id="code-line-hidden" points=1 syllabus="X-06"
# hidden test: digits, and other numbers of directions
### BEGIN HIDDEN TESTS
from nnbyhand import beyond_practice, checks

_X, _new = beyond_practice.digit_parts(7, 300)
checks.check(
    "linear_error",
    [(_X, _new[:90], 1), (_X[:80], _new[:50], 6), (_X, _X[:70], 12)],
    reference=beyond_practice.pca_error,
    task="code-line",
    forbid=(beyond_practice.pca_error,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="code-train-text" syllabus="X-06"
# ## 8 An autoencoder that beats it (3 points)
#
# Write `autoencode(X, k, rng)`: build and train a network that gives back its own input
# through a **bottleneck**: its narrowest Dense layer has k units. Return the whole
# `Network`, encoder and decoder in one row. On new digits its mean squared error must be
# at most **nine tenths** of that of the k best directions (exercise 7): no linear code
# gets there.
#
# Training may take 4 seconds. Two hidden layers of 48 units, one before and one behind the
# bottleneck, 40 epochs of `Adam(0.005)` in batches of 32 and the loss `"mse"` do.
#
# Shapes: `X` is `(n, 64)`, pixels from 0 to 1; so is what the network gives.
#
# <details><summary>Hint 1: direction</summary>What is the target of an example, if nobody
# labelled it?</details>
# <details><summary>Hint 2: equation</summary>loss = mean (network(x) − x)²; sizes
# 64-48-k-48-64, no activation behind the k units nor behind the last layer</details>
# <details><summary>Hint 3: first line</summary><code>encoder = Network([64, 48, k],
# rng=rng).layers</code>; layers of two networks go into
# <code>Network.from_layers([*encoder, …])</code></details>


# %% role="answer" grade_id="code-train"
def autoencode(X, k, rng):
    """Give a trained network that squeezes X through k numbers."""
    ### BEGIN SOLUTION
    halves = [Network(sizes, rng=rng).layers for sizes in ([64, 48, k], [k, 48, 64])]
    network = Network.from_layers(halves[0] + halves[1])
    how = {"loss": "mse", "optimiser": Adam(0.005), "epochs": 40, "batch_size": 32}
    train.fit(network, X, X, rng=rng, **how)
    return network
    ### END SOLUTION


# %% [markdown] role="text" grade_id="code-train-try"
# Try it, on 100 digits: 64 numbers come back for each.

# %%
X = load_project("digits").X.reshape(-1, 64)[:100].astype(float)
autoencode(X, 3, np.random.default_rng(0)).predict(X).shape

# %% role="test" grade_id="code-train-value" points=1 syllabus="X-06"
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import code_facts, digit_parts, pca_error

_X, _new = digit_parts(30)
_enough = round(0.9 * pca_error(_X, _new, 4), 4)
checks.check(
    "autoencode",
    [(_X, 4, np.random.default_rng(0))],
    expected=[(4, 64, _enough)],
    through=code_facts(4, _new, _enough),
    shows="units of the narrowest layer; outputs; error on new digits, where all "
    "up to nine tenths of that of four directions counts alike",
    task="code-train",
)

# %% role="test" grade_id="code-train-hidden" points=2 syllabus="X-06"
# hidden test: another bottleneck, another split
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import code_facts, digit_parts, pca_error

_X, _new = digit_parts(31, 800)
_enough = round(0.9 * pca_error(_X, _new, 6), 4)
checks.check(
    "autoencode",
    [(_X, 6, np.random.default_rng(1))],
    expected=[(6, 64, _enough)],
    through=code_facts(6, _new, _enough),
    shows="units of the narrowest layer; outputs; error on new digits, where all "
    "up to nine tenths of that of six directions counts alike",
    task="code-train",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="task-choice-text" syllabus="X-05 X-06 X-07 X-09"
# ## 9 Which kind, which network, which output? (3 points)
#
# **`kinds()`** A text of eight letters: `S` where the network learns from given answers, `U`
# where it does not.
#
# 1. X-rays with a doctor's verdict, ill or not.
# 2. Customers are to fall into groups that nobody has named.
# 3. Recordings with the text that was spoken.
# 4. Pictures are squeezed to ten numbers and restored.
# 5. Past weather, and the rain of the next day, which has been measured since.
# 6. Heaps of log files; unusual entries are to stand out.
# 7. Reviews with one to five stars.
# 8. Houses with the price they were sold for.
#
# **`plans()`** For five tasks a text of ten letters, network and output in turn: network `F`
# feed-forward (dense), `C` convolutional, `R` recurrent; output with its loss `s` softmax, cross-entropy;
# `y` k sigmoids, binary cross-entropy; `n` linear, squared error. In order: (1) the price of a house from
# twelve figures; (2) which of ten clothes is in a picture; (3) the next character of a text; (4) tags of a
# photo: several, one or none of 80 may be right; (5) tomorrow's temperature from the last 30 days, in
# their order. Letters 1 and 2 are for task 1, letters 3 and 4 for task 2, and so on.
#
# **`class_count(ids)`** How many kinds of object occur in a list of class ids, in any order, with
# repetitions. (Of COCO a slide says 90.)
#
# <details><summary>Hint 1: direction</summary>Where would the right answer come from? Does the order
# or the place of the inputs matter? Is the answer one of k, several of k, or a number?</details>
# <details><summary>Hint 2: equation</summary>one of k: softmax; each yes or no: sigmoid; a number:
# no activation, squared error</details>
# <details><summary>Hint 3: first line</summary><code>return "S…"</code>: eight letters; ids are names, so
# count the different ones</details>


# %% role="answer" grade_id="task-choice"
def kinds():
    """Give eight letters, S or U."""
    ### BEGIN SOLUTION
    return "SUSUSUSS"
    ### END SOLUTION


def plans():
    """Give ten letters: network and output for five tasks."""
    ### BEGIN SOLUTION
    return "FnCsRsCyRn"
    ### END SOLUTION


def class_count(ids):
    """Give the number of different classes in a list of ids."""
    ### BEGIN SOLUTION
    return len(set(np.asarray(ids).ravel().tolist()))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="task-choice-try"
# Try it: eight letters, ten letters, and three kinds of object.

# %%
len(kinds()), len(plans()), class_count([17, 1, 90, 17])

# %% role="test" grade_id="task-choice-count" points=1 syllabus="X-09"
from nnbyhand import checks
from nnbyhand.beyond_practice import COCO_IDS

checks.check(
    "class_count",
    [(list(COCO_IDS),), ([17, 1, 90, 17],), ([5, 5, 5],), ([0, 2, 4, 90],)],
    expected=[80, 3, 1, 4],
    task="task-count",
    tol="exact",
)

# %% role="test" grade_id="task-choice-kinds" points=1 syllabus="X-06"
# hidden test: given answers or not
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import letters_right

checks.check(
    "kinds",
    [()],
    expected=[np.ones(8)],
    through=lambda letters: letters_right(letters, "SUSUSUSS"),
    shows="1 where a letter is right, in order",
    task="task-kinds",
)
### END HIDDEN TESTS

# %% role="test" grade_id="task-choice-plans" points=1 syllabus="X-05 X-07"
# hidden test: networks and outputs
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.beyond_practice import letters_right

checks.check(
    "plans",
    [()],
    expected=[np.ones(10)],
    through=lambda letters: letters_right(letters, "FNCSRSCYRN"),
    shows="1 where a letter is right, in order",
    task="task-plans",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="harm-rates-text" syllabus="X-11"
# ## 10 Who is hurt by an error? (2 points)
#
# A network flags payments as fraud (1) or not (0). Write `error_rates(found, truth, group)`:
# for each group a row of three numbers: the **accuracy**, the **false alarm rate** (of those
# whose truth is 0, the share that was flagged) and the **miss rate** (of those whose truth is
# 1, the share that was not flagged). Groups are numbers from 0 on, none of them empty; where
# no truth is 0, or none is 1, that rate is 0.
#
# Shapes: three arrays `(n,)`, and the result is `(groups, 3)`.
#
# <details><summary>Hint 1: direction</summary>Look at one group alone, then at its zeros
# alone and its ones alone.</details>
# <details><summary>Hint 2: equation</summary>false alarms / all whose truth is 0; misses / all
# whose truth is 1</details>
# <details><summary>Hint 3: first line</summary><code>for g in …</code>, from 0 to the largest number,
# with <code>own = group == g</code></details>


# %% role="answer" grade_id="harm-rates"
def error_rates(found, truth, group):
    """Give accuracy, false alarm rate and miss rate, a row for each group."""
    ### BEGIN SOLUTION
    rows = []
    for g in range(group.max() + 1):
        mine, real = found[group == g], truth[group == g]
        good, bad = mine[real == 0], mine[real == 1]
        alarms = good.mean() if len(good) else 0
        misses = 1 - bad.mean() if len(bad) else 0
        rows.append([(mine == real).mean(), alarms, misses])
    return np.array(rows)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="harm-rates-try"
# Try it: both groups have accuracy 0.75; group 0 bears a false alarm (1 of 3), group 1 a miss
# (1 of 2).

# %%
found, truth = np.array([1, 0, 0, 1, 0, 0, 0, 1]), np.array([0, 0, 0, 1, 0, 0, 1, 1])
error_rates(found, truth, np.array([0, 0, 0, 0, 1, 1, 1, 1]))

# %% role="test" grade_id="harm-rates-value" points=1 syllabus="X-11"
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.beyond_tasks import true_rates

_rng = np.random.default_rng(8)
_truth, _group = (_rng.random(60) < 0.3).astype(int), _rng.integers(0, 2, 60)
_found = np.where(_rng.random(60) < 0.25 + 0.2 * _group, 1 - _truth, _truth)
checks.check(
    "error_rates",
    [(_found, _truth, _group)],
    reference=true_rates,
    task="harm-rates",
    forbid=(true_rates,),
)

# %% role="test" grade_id="harm-rates-hidden" points=1 syllabus="X-11"
# hidden test: three groups, one of them without any fraud
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.beyond_tasks import true_rates

_rng = np.random.default_rng(9)
_group = _rng.integers(0, 3, 80)
_truth = (_rng.random(80) < 0.4) * (_group != 1)
_found = np.where(_rng.random(80) < 0.1 + 0.15 * _group, 1 - _truth, _truth)
checks.check(
    "error_rates",
    [(_found, _truth.astype(int), _group)],
    reference=true_rates,
    task="harm-rates",
    forbid=(true_rates,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="judge-fake-text" syllabus="X-10"
# ## 11 A video of you (4 points, read by a person)
#
# An app puts the face of anyone into any film, from one photo. A video of a candidate who
# says outrageous things spreads the day before an election; a friend says: "A detector will
# find it out." Discuss in five to eight sentences. Say whose consent is missing, what may
# happen even if the video is exposed, what your friend overlooks, and how *you* would check the
# video without judging by its look.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. names the person shown (and the owner of the photo) and that they did not agree; else
#    say: "Whose face is it, and did they agree?"
# 2. a harm with a mechanism: fraud, damage to credibility before it is exposed, or the
#    opposite: real recordings are then called fake;
# 3. answers the friend: detectors lag behind and err; says what happens when one fails. Else:
#    "Detectors lag behind. Say what happens when one fails."
# 4. a check that does not rely on looking: the source, the first publication, a second
#    recording, asking the person, a signature. Else: "Name one check that does not rely on
#    looking."
#
# Sample, 4 points: "The candidate never agreed that her face be used, nor did whoever took the
# photo. Even exposed on Thursday, the film has done its work on Wednesday, and next time she can
# call a true recording a fake. Your detector was trained on last year's fakes: the newest pass,
# and when it says 'genuine' wrongly, people trust the fake more. I would look for who published it
# first and whether anyone who was in the room has another recording, and ask her office."
# Sample, 2 points: "It is not her who says this, and she did not allow it. One should search for the
# source."
# Sample, 0 points: "You can see it, the lips do not fit. A detector finds the rest."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="judge-fake" points=4 syllabus="X-10"
# *Write your answer here.*

# %% [markdown] role="text" grade_id="judge-use-text" syllabus="X-11"
# ## 12 Before it is used (3 points, read by a person)
#
# A clinic wants to use a network that finds a rare illness in photos of skin: 2 of 100 people have
# it. It was trained on photos from one hospital, with the verdict of one doctor each. "It is right
# for 98 of 100." In four to six sentences: what does this number hide, who is harmed by which
# error, and what would you ask about the photos and their labels before you say yes?
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. "always healthy" is right for 98 of 100 too; asks for recall, balanced accuracy or the
#    confusion matrix;
# 2. both kinds of error with who bears them: a miss harms the ill, a false alarm the healthy
#    (worry, an operation). One kind only: "Say who is hurt by a false alarm and who by a miss."
# 3. asks about data: did patients agree; one doctor's labels; other hospitals, cameras, skin
#    colours; results for each group.
#
# Sample, 3 points: "Who always says healthy is right for 98 too, so I want the recall for the ill. A
# missed patient is treated too late; a false alarm sends a healthy one to surgery. Were the patients asked,
# are all skin colours there, and did a second doctor agree with the labels?"
# Sample, 1 point: "98 is what you get by always saying no."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="judge-use" points=3 syllabus="X-11"
# *Write your answer here.*

# %% [markdown] role="text" grade_id="capstone-guide" syllabus="X-12"
# ## 13 Your project: the guide
#
# Choose one; `load_project(name)` gives it.
#
# | name | question | examples | score |
# |---|---|---|---|
# | `"clothes"` | which of ten clothes? | 2,500 pictures `(1, 28, 28)` | accuracy |
# | `"digits"` | which digit, if you may use only **200** labels for training and validation together? | 1,797 pictures `(1, 8, 8)` | accuracy |
# | `"sunspots"` | how many spots next year, from nine years? | 300 rows `(9,)`, in order of years, in hundreds | RMSE in spots |
#
# A project has `X`, `Y`, `loss` (`fit` and `evaluate` take it) and `names`. Nothing is split.
#
# 1. **Split** into training (50 rows at least), validation (20 at least) and test (15 of 100 at
#    least). No row in two parts. For digits all others may be the test; sunspots are split **in order
#    of years**, so that the test is the latest: no shuffling there.
# 2. **Baselines**, measured on the test: always the commonest class of the *training* part (for
#    sunspots the mean of the training part's `Y`); and one linear layer, trained.
# 3. **Network**: any from `nnbyhand` with two or more layers that learn. After every epoch note the
#    **validation** loss; `train.EarlyStopping` brings the best weights back. Pixels need `Flatten()` before
#    a Dense layer, or a `Conv2d`, which takes them as they are. All chance comes from `rng`; give all layers
#    the same dtype.
# 4. **Test once**, at the very end.
# 5. **Look at the errors**: the confusion matrix (`metrics.confusion_matrix`; for sunspots the years with
#    the largest errors), and one failure that you explain.
# 6. **Report**, in exercise 15. Put the code for every number you cite above the report, so that a reader
#    can run it.

# %% [markdown] role="text" grade_id="capstone-core-text" syllabus="X-12"
# ## 14 Your project: the core (6 points)
#
# Write `capstone(rng)`. It does all of the above, in at most 4 seconds, and returns
# `Report(project=…, train=…, …)` with these parts, each by its name:
#
# | part | what |
# |---|---|
# | `project` | the name |
# | `train`, `val`, `test` | row numbers, 1-d arrays |
# | `network` | the trained `Network`, with the weights of the chosen epoch |
# | `val_losses` | its validation loss after each epoch (`history.val_loss`) |
# | `epoch` | the chosen epoch, counted from 1: where that loss is smallest (`history.best_epoch`) |
# | `score` | its score on the test part |
# | `majority` | score of the simple answer of point 2 |
# | `linear`, `linear_score` | the trained linear `Network`, and its score |
# | `figure` | a matplotlib figure: one or more plots with both axes named, and with an attribute `alt`, a sentence that says what it shows |
#
# `score(project, outputs, rows)` gives accuracy or RMSE, `network.predict(X[rows])` the
# outputs. `plots.new_figure()` makes a figure; `figure.axes[0]` is its plot. Two calls with equal generators
# must agree. Network and linear layer must beat the simple answer; where the linear layer wins, say so in the
# report.
#
# <details><summary>Hint 1: direction</summary>Write it in the guide's order; print as you go. The
# tests compute every number again from what you return.</details>
# <details><summary>Hint 2: equation</summary>the validation loss of the returned network =
# val_losses[epoch − 1]</details>
# <details><summary>Hint 3: first line</summary><code>project = load_project(…)</code> with your choice and, for
# pictures, <code>order = rng.permutation(len(project.X))</code></details>


# %% role="answer" grade_id="capstone-core"
def capstone(rng):
    """Do the whole project, and give its Report."""
    ### BEGIN SOLUTION
    project = load_project("digits")
    X, Y = project.X, project.Y
    rows = rng.permutation(len(X))
    tr, va, te = rows[:150], rows[150:200], rows[200:]
    parts = [Flatten(), Dense(64, 10, rng, dtype=np.float32)]
    linear = Network.from_layers(parts)
    train.fit(linear, X[tr], Y[tr], rng=rng, optimiser=Adam(0.02), epochs=20)
    conv = Conv2d(1, 8, 3, rng, padding=1, dtype=np.float32)
    parts = [conv, Activation("relu"), MaxPool2d(2), Flatten(), Dropout(0.3, rng)]
    net = Network.from_layers([*parts, Dense(128, 10, rng, dtype=np.float32)])
    how = {"optimiser": Adam(0.01), "epochs": 30, "batch_size": 16}
    how["validation"] = (X[va], Y[va])
    how["early_stopping"] = train.EarlyStopping(patience=4)
    history = train.fit(net, X[tr], Y[tr], rng=rng, **how)
    figure = plots.new_figure()
    for name, values in (("training", history.loss), ("validation", history.val_loss)):
        figure.axes[0].plot(values, label=name)
    figure.axes[0].set(xlabel="epoch", ylabel="loss")
    figure.axes[0].legend()
    figure.alt = (
        "Training and validation loss over the epochs; both fall, then flatten."
    )
    plots.close(figure)
    commonest = np.bincount(Y[tr]).argmax()
    return Report(
        project="digits",
        train=tr,
        val=va,
        test=te,
        network=net,
        val_losses=history.val_loss,
        epoch=history.best_epoch,
        score=score(project, net.predict(X[te]), te),
        majority=np.mean(Y[te] == commonest),
        linear=linear,
        linear_score=score(project, linear.predict(X[te]), te),
        figure=figure,
    )
    ### END SOLUTION


# %% [markdown] role="text" grade_id="capstone-core-try"
# Try it: your scores beside the baselines.

# %%
mine = capstone(np.random.default_rng(0))
mine.score, mine.linear_score, mine.majority, mine.epoch

# %% role="test" grade_id="capstone-core-split" points=1 syllabus="X-12"
import numpy as np

from nnbyhand import checks
from nnbyhand.capstone import split_facts

_case = (np.random.default_rng(1),)
checks.check(
    "capstone",
    [_case],
    expected=[0],
    through=lambda report: split_facts(report)[0],
    shows="how many test rows are in the training part",
    task="capstone-split",
    tol="exact",
)
checks.check(
    "capstone",
    [_case],
    expected=[(0, 0, 0, 0)],
    through=lambda report: split_facts(report)[1:],
    shows="test rows in validation; validation rows in training; parts of wrong size; "
    "1 for years out of order",
    task="capstone-parts",
    tol="exact",
)

# %% role="test" grade_id="capstone-core-baseline" points=1 syllabus="X-12"
import numpy as np

from nnbyhand import checks
from nnbyhand.capstone import baseline_facts

checks.check(
    "capstone",
    [(np.random.default_rng(1),)],
    expected=[(1, 1, 1, 1)],
    through=baseline_facts,
    shows="1 for yes: majority is as computed again; linear is one Dense layer; its "
    "score is as computed again and beats the simple answer; network is another one, "
    "with two or more layers that learn",
    task="capstone-baseline",
    tol="exact",
)

# %% role="test" grade_id="capstone-core-epoch" points=1 syllabus="X-12"
import numpy as np

from nnbyhand import checks
from nnbyhand.capstone import epoch_facts

checks.check(
    "capstone",
    [(np.random.default_rng(1),)],
    expected=[(1, 1)],
    through=epoch_facts,
    shows="1 for yes: epoch is where val_losses is smallest; the network's loss on "
    "your validation part is the one stated there",
    task="capstone-epoch",
    tol="exact",
)

# %% role="test" grade_id="capstone-core-figure" points=1 syllabus="X-12"
import numpy as np

from nnbyhand import checks
from nnbyhand.capstone import figure_facts

checks.check(
    "capstone",
    [(np.random.default_rng(1),)],
    expected=[(1, 1, 1)],
    through=figure_facts,
    shows="1 for yes: all axes are named; something is drawn; alt is a sentence",
    task="capstone-figure",
    tol="exact",
)

# %% role="test" grade_id="capstone-core-hidden" points=2 syllabus="X-12"
# hidden test: two equal runs, another one, and the score computed again
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.capstone import run_facts, score_facts

_runs = []


def _run(report):
    """Score and superiority, and whether a run equals the one before as it should."""
    _runs.append(run_facts(report))
    same = len(_runs) < 2 or (
        _runs[-1].shape == _runs[-2].shape and np.allclose(_runs[-1], _runs[-2])
    )
    return (*score_facts(report), int(same))


checks.check(
    "capstone",
    [(np.random.default_rng(2),), (np.random.default_rng(2),)],
    expected=[(1, 1, 1), (1, 1, 1)],
    through=_run,
    shows="1 for yes: score is as computed again; it beats the simple answer; equal "
    "generators give equal runs",
    task="capstone-run",
    tol="exact",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="capstone-report-text" syllabus="X-12"
# ## 15 Your project: the report (10 points, read by a person)
#
# One page for someone who was not there. Copy these headings into the cell below this text and
# write two to four sentences under each:
#
# - **Question.** What is decided, from what, and what would an error cost whom?
# - **Data and split.** How many, how split and why so, what you looked at first.
# - **Baselines.** Two numbers, and what they mean.
# - **Network.** Architecture, number of parameters, and why this one.
# - **Training.** Optimiser, rate, epochs; which epoch was chosen by what; what the curves say.
# - **Result.** On the test, once, beside the baselines. Is the linear layer as good?
# - **What is mixed up.** The confusion matrix in words, or the years with the largest errors.
# - **One failure.** One example, what it looks like, and a cause that could be tested.
# - **Twin and limits.** Does the PyTorch twin give the same outputs? What should nobody conclude from
#   this?
#
# Put the code for every number you cite **above** this text, in cells of your own: figure, confusion
# matrix, twin. They are run, not tested. For the confusion matrix `from nnbyhand import metrics`. For
# the twin, where PyTorch is installed, `import torch` and `from nnbyhand import twins`; with `twin =
# twins.to_torch(mine.network)` compare `twin(torch.from_numpy(x))` with `mine.network.predict(x)`.
#
# ### BEGIN MARK SCHEME
# One point each; half sentences do, numbers must be those of the run:
#
# 1. question: what is decided, from what, and what an error would cost whom;
# 2. data: how many, how split and why so, one thing that was looked at (balance, copies, range);
# 3. both baselines with their scores, and what they mean;
# 4. network: architecture, number of parameters, why this one;
# 5. training: optimiser, rate, epochs; which epoch was chosen by what;
# 6. curves: a sentence that reads them (over- or underfitting, what next);
# 7. result on the test, once, beside the baselines; says honestly if the linear layer is as
#    good;
# 8. confusion matrix (sunspots: the largest errors, by year) in words: what is mixed up with what;
# 9. one failure explained: a single example, what it looks like, a cause that could be tested;
# 10. twin or limits: outputs of the PyTorch twin agree to how much (or not installed, said so), and
#     one limit of the whole: data, consent, other places.
#
# A figure without axes or words in the notebook: "A reader who cannot see the figure learns nothing
# from it." (costs point 6). A number that is not in the run costs its point.
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="capstone-report" points=10 syllabus="X-12"
# *Write your answer here.*
