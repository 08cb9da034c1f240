# %% [markdown] role="text" grade_id="recurrent-title"
# # 10 Recurrent networks: assignment
#
# You run recurrent units and LSTMs step by step, send gradients back through time, clip
# them, find faults in gates, and train networks that add, forecast and choose letters. About
# four hours (an estimate). 44 points: 41 are checked by tests, some of which you see only
# after grading, and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough. The tests refuse answers that call
# the functions of `nnbyhand` that do the task for you.
#
# Batch first, as everywhere: a step's input `X` is `(n, d)`, a sequence is `(n, t, d)`, the
# state `H` and the memory `C` are `(n, h)`. L1 to L6 number the equations of the LSTM.

# %%
import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.recurrent_practice import FAULTY, named_weights, scalar_weights, wrong_on

try:  # where PyTorch is installed the tests compare your answers with it
    import torch

    torch.set_num_threads(1)
except ImportError:
    print("PyTorch is not installed here: the tests compare with the library's layers.")

# %% [markdown] role="text" grade_id="recurrent-hand-text" syllabus="R-02 R-06"
# ## 1 By hand (2 points)
#
# With a pocket calculator (`np.tanh` and `sigmoid` count as one), three decimals.
#
# **`three_states()`** A recurrent unit with input weight 0.5, memory weight −1.5 and bias
# 0.25 begins with h = 0.8 and reads 1, −2, 0.5. Return the three states as a list.
#
# **`lstm_numbers()`** An LSTM with one unit begins with h = 0.4 and C = −0.8 and reads 0.5.
# Return `[f, i, C̃, o, C, h]` after this one step.
#
# | block | weight of h | weight of x | bias |
# |---|---|---|---|
# | f | −1 | 2 | 0.5 |
# | i | 0.5 | 1 | −1 |
# | C̃ | −1.5 | 2.5 | −1.75 |
# | o | 2 | −0.5 | 1 |
#
# <details><summary>Hint 1: direction</summary>Write down the sum z first, then what the
# activation makes of it. The second step begins with the result of the first.</details>
# <details><summary>Hint 2: equation</summary>h = tanh(w_x · x + w_h · h + b); C = f · C + i
# · C̃, h = o · tanh(C)</details>
# <details><summary>Hint 3: first line</summary>0.5 · 1 − 1.5 · 0.8 + 0.25 = −0.45, and the
# forget gate's sum is −0.4 + 1 + 0.5 = 1.1</details>


# %% role="answer" grade_id="recurrent-hand"
def three_states():
    """Give the states after reading 1, −2 and 0.5."""
    ### BEGIN SOLUTION
    return [-0.422, -0.117, 0.588]
    ### END SOLUTION


def lstm_numbers():
    """Give f, i, the candidate, o, the new memory and the output."""
    ### BEGIN SOLUTION
    return [0.750, 0.426, -0.800, 0.825, -0.941, -0.607]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="recurrent-hand-try"
# Try it: the three states add up to about 0.05, the six numbers to about −0.35. Whether each
# is right is tested after you hand in.

# %%
np.sum(three_states()), np.sum(lstm_numbers())

# %% role="test" grade_id="recurrent-hand-states" points=1 syllabus="R-02"
# hidden test: three states of the recurrent unit
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.misconceptions.recurrent import hand_states

checks.check(
    "three_states",
    [()],
    expected=[hand_states()],
    task="recurrent-hand",
    tol="hand",
)
### END HIDDEN TESTS

# %% role="test" grade_id="recurrent-hand-lstm" points=1 syllabus="R-06"
# hidden test: six numbers of one LSTM step
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.misconceptions.recurrent_lstm import hand_step

checks.check(
    "lstm_numbers",
    [()],
    expected=[hand_step()],
    task="lstm-hand",
    tol="hand",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="recurrent-run-text" syllabus="R-02 R-09"
# ## 2 A step, and a whole sequence (3 points)
#
# - `step(X, H, W_x, W_h, b)`: the states after one step of a batch, the tanh of the sum
#   X W_x + H W_h + b. Shapes: `X` `(n, d)`, `H` `(n, h)`, `W_x` `(d, h)`, `W_h` `(h, h)`,
#   `b` `(h,)`; the result is `(n, h)`.
# - `run(X, H_start, W_x, W_h, b)`: the states after *each* step of `X` `(n, t, d)`; the
#   result is `(n, t, h)`. The first step begins with `H_start`.
#
# <details><summary>Hint 1: direction</summary>A loop over time that carries one thing, the
# state. All examples take a step together.</details>
# <details><summary>Hint 2: equation</summary>H_t = tanh(X_t W_x + H_(t−1) W_h + b), and X_t
# is X[:, t]</details>
# <details><summary>Hint 3: first line</summary><code>states = np.zeros((n, t,
# h))</code></details>


# %% role="answer" grade_id="recurrent-run"
def step(X, H, W_x, W_h, b):
    """Give the states after one step."""
    ### BEGIN SOLUTION
    return np.tanh(X @ W_x + H @ W_h + b)
    ### END SOLUTION


def run(X, H_start, W_x, W_h, b):
    """Give the states after each step."""
    ### BEGIN SOLUTION
    H, kept = H_start, []
    for t in range(X.shape[1]):
        H = step(X[:, t], H, W_x, W_h, b)
        kept.append(H)
    return np.stack(kept, axis=1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="recurrent-run-try"
# Try it: one unit with weights 1 and 1 and no bias, which reads 0 twice, only passes its state
# through tanh: 0.4621, then 0.4318.

# %%
one = np.ones((1, 1))
run(np.zeros((1, 2, 1)), 0.5 * one, one, one, np.zeros(1))

# %% role="test" grade_id="recurrent-run-step" points=1 syllabus="R-02"
import numpy as np

from nnbyhand import checks, recurrent

_rng = np.random.default_rng(1001)
_W_x, _W_h, _b = (_rng.normal(size=s).round(1) for s in ((2, 2), (2, 2), (2,)))
_X, _H = _rng.normal(size=(2, 3, 2)).round(1)
checks.check(
    "step",
    [(_X, _H, _W_x, _W_h, _b), (0.5 * _H, _X, _W_x, _W_h, _b)],
    reference=recurrent.rnn_step,
    task="recurrent-step",
    isolate={
        "the input": (_X, 0 * _H, _W_x, _W_h, 0 * _b),
        "the memory": (0 * _X, _H, _W_x, _W_h, 0 * _b),
        "the bias": (0 * _X, 0 * _H, _W_x, _W_h, _b),
    },
    forbid=(recurrent.rnn_step, recurrent.RNN.forward, "torch"),
)

# %% role="test" grade_id="recurrent-run-value" points=1 syllabus="R-02 R-09"
import numpy as np

from nnbyhand import checks, recurrent


def _states(X, H, W_x, W_h, b):
    return recurrent.RNN.from_arrays(W_x, W_h, b).forward(X, H_start=H)


_rng = np.random.default_rng(1002)
_W_x, _W_h, _b = (_rng.normal(size=s).round(1) for s in ((2, 2), (2, 2), (2,)))
_X, _H = _rng.normal(size=(4, 4, 2)).round(1), _rng.normal(size=(4, 2)).round(1)
checks.check(
    "run",
    [
        (_X[:2, :2, :1], _H[:2, :1], _W_x[:1, :1], _W_h[:1, :1], _b[:1]),
        (_X, _H, _W_x, _W_h, _b),
    ],
    reference=_states,
    task="recurrent-run",
    forbid=(recurrent.rnn_step, recurrent.RNN.forward, "torch"),
)
_short = _rng.normal(size=(1, 3, 2)).round(1)
checks.check(
    "run",
    [(_short, _H[:1], _W_x, _W_h, _b)],
    reference=_states,
    task="recurrent-run",
)

# %% role="test" grade_id="recurrent-run-hidden" points=1 syllabus="R-02 R-09"
# hidden test: other sequences, then other shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent


def _again(X, H, W_x, W_h, b):
    return recurrent.RNN.from_arrays(W_x, W_h, b).forward(X, H_start=H)


_rng = np.random.default_rng(1003)
_weights = [_rng.normal(size=s).round(1) for s in ((3, 3), (3, 3), (3,))]
_X, _H = _rng.normal(size=(5, 5, 3)).round(1), _rng.normal(size=(5, 3)).round(1)
checks.check(
    "run",
    [(_X, _H, *_weights)],
    reference=_again,
    task="recurrent-run",
    forbid=(recurrent.rnn_step, recurrent.RNN.forward, "torch"),
)
_weights = [_rng.normal(size=s) for s in ((4, 2), (2, 2), (2,))]
checks.check(
    "run",
    [(_rng.normal(size=(3, 6, 4)), _rng.normal(size=(3, 2)), *_weights)],
    reference=_again,
    task="recurrent-run",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="recurrent-gradient-text" syllabus="R-09"
# ## 3 Back through time (3 points)
#
# One unit, h_t = tanh(w_x x_t + w_h h_(t−1) + b), one sequence. The lesson's loss looked at
# the last state alone. Now it looks at **every** state: from above comes `G`, and `G[t]` is
# what the loss gains with h_t directly. Write `gradients(x, h_start, w_x, w_h, b, G)`: three
# numbers, the gradients of w_x, w_h and b.
#
# Shapes: `x` and `G` are `(t,)`; the rest are numbers.
#
# <details><summary>Hint 1: direction</summary>First forwards, keeping all states. Then from
# the last step to the first, carrying one delta.</details>
# <details><summary>Hint 2: equation</summary>δ_t = (G_t + w_h δ_(t+1)) (1 − h_t²); w_x gets
# Σ δ_t x_t, w_h gets Σ δ_t h_(t−1), b gets Σ δ_t</details>
# <details><summary>Hint 3: first line</summary><code>states = [h_start]</code></details>


# %% role="answer" grade_id="recurrent-gradient"
def gradients(x, h_start, w_x, w_h, b, G):
    """Give the gradients of w_x, w_h and b."""
    ### BEGIN SOLUTION
    kept = [h_start]
    for value in x:
        kept.append(np.tanh(w_x * value + w_h * kept[-1] + b))
    found, delta = np.zeros(3), 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - kept[t + 1] ** 2)
        found += delta * np.array([x[t], kept[t], 1.0])
    return tuple(found)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="recurrent-gradient-try"
# Try it: weights 0 and no bias, so every state is 0 and every slope 1. The two steps add up:
# 2 · 1 + 3 · 5 = 17, then 2 · 0.5 + 3 · 0 = 1, and 5.

# %%
gradients(np.array([1.0, 5.0]), 0.5, 0.0, 0.0, 0.0, np.array([2.0, 3.0]))

# %% role="test" grade_id="recurrent-gradient-value" points=2 syllabus="R-09"
import numpy as np

from nnbyhand import checks, recurrent, recurrent_practice

_x, _G = np.array([1.0, -1.0, 0.5]), np.array([1.0, -2.0, 0.5])
checks.check(
    "gradients",
    [(_x, 0.3, 1.0, -2.0, 0.5, _G), (_x, -0.6, 0.5, 1.5, -0.25, _G[::-1].copy())],
    reference=recurrent_practice.true_gradients,
    task="recurrent-gradient",
    forbid=(recurrent.RNN.backward, recurrent_practice.true_gradients, "torch"),
)

# %% role="test" grade_id="recurrent-gradient-hidden" points=1 syllabus="R-09"
# hidden test: longer sequences
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent, recurrent_practice

_rng = np.random.default_rng(1004)
checks.check(
    "gradients",
    [
        (_rng.normal(size=6), 0.7, -0.8, 1.2, 0.3, _rng.normal(size=6)),
        (_rng.normal(size=4), -0.9, 1.1, -0.7, -0.4, _rng.normal(size=4)),
    ],
    reference=recurrent_practice.true_gradients,
    task="recurrent-gradient",
    forbid=(recurrent.RNN.backward, recurrent_practice.true_gradients, "torch"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="recurrent-keep-text" syllabus="R-08"
# ## 4 What is left of a memory (2 points)
#
# Nothing new is admitted; only the forget gate works, with another value at each step.
#
# - `left(gates)`: the share of the first memory that is left after each step, as a list or
#   an array as long as `gates`.
# - `gate_for(share, n)`: the lesson asked what a gate leaves. Turn it round: which gate, the
#   same at each of `n` steps, leaves just this share?
#
# <details><summary>Hint 1: direction</summary>After the second step a share of a share is
# left. What undoes "to the power n"?</details>
# <details><summary>Hint 2: equation</summary>share after step k = f₁ · f₂ · … · f_k; with
# equal gates fⁿ</details>
# <details><summary>Hint 3: first line</summary><code>share = 1.0</code></details>


# %% role="answer" grade_id="recurrent-keep"
def left(gates):
    """Give the share that is left after each step."""
    ### BEGIN SOLUTION
    return np.cumprod(gates)
    ### END SOLUTION


def gate_for(share, n):
    """Give the gate that leaves this share after n steps."""
    ### BEGIN SOLUTION
    return share ** (1 / n)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="recurrent-keep-try"
# Try it: 0.5, 0.5 and 0.125, then 0.9.

# %%
left([0.5, 1.0, 0.25]), gate_for(0.81, 2)

# %% role="test" grade_id="recurrent-keep-value" points=1 syllabus="R-08"
from nnbyhand import checks

checks.check(
    "left",
    [([0.9, 0.5, 0.8, 0.95],), ([0.3, 0.6, 0.99],)],
    expected=[[0.9, 0.45, 0.36, 0.342], [0.3, 0.18, 0.1782]],
    task="recurrent-keep",
)

# %% role="test" grade_id="recurrent-keep-hidden" points=1 syllabus="R-08"
# hidden test: which gate leaves a share
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "gate_for",
    [(0.5, 50), (0.01, 30), (0.36, 4)],
    expected=[0.986232704, 0.857695899, 0.774596669],
    task="recurrent-gate",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="recurrent-clip-text" syllabus="R-08"
# ## 5 Clip (2 points)
#
# Write `clip(grads, limit)`: `grads` is a list of arrays of any shapes, the gradients of one
# network. Their **joint** length is the root of the sum of all their squares. Where it exceeds
# `limit`, all arrays are multiplied by limit / length; else they stay. Return two things: a
# list of the new arrays, and the length **before**. The arrays that came stay as they were.
#
# <details><summary>Hint 1: direction</summary>One length, one factor, for all arrays
# together.</details>
# <details><summary>Hint 2: equation</summary>length = √(Σ over arrays Σ over entries
# g²)</details>
# <details><summary>Hint 3: first line</summary><code>squares = [(g**2).sum() for g in
# grads]</code></details>


# %% role="answer" grade_id="recurrent-clip"
def clip(grads, limit):
    """Give the shortened gradients, and their joint length before."""
    ### BEGIN SOLUTION
    length = float(np.sqrt(sum((g**2).sum() for g in grads)))
    factor = min(1.0, limit / length) if length else 1.0
    return [g * factor for g in grads], length
    ### END SOLUTION


# %% [markdown] role="text" grade_id="recurrent-clip-try"
# Try it: the length is √(4 + 16 + 16) = 6, so with a limit of 3 every number is halved.

# %%
clip([np.array([[2.0, -4.0]]), np.array([4.0])], 3.0)

# %% role="test" grade_id="recurrent-clip-value" points=1 syllabus="R-08"
import numpy as np

from nnbyhand import checks, recurrent
from nnbyhand.misconceptions.recurrent import clipped

_W, _b = np.array([[6.0, -2.0], [3.0, 0.0]]), np.array([-4.0, 4.0])
checks.check(
    "clip",
    [([_W, _b], 4.5), ([0.1 * _W, 0.1 * _b], 4.5), ([_b, 2 * _W[:1]], 7.0)],
    reference=clipped,
    task="recurrent-clip",
    forbid=(recurrent.clip_by_norm, clipped, "torch"),
)

# %% role="test" grade_id="recurrent-clip-hidden" points=1 syllabus="R-08"
# hidden test: other arrays and limits
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent
from nnbyhand.misconceptions.recurrent import clipped

_rng = np.random.default_rng(1005)
_three = [3 * _rng.normal(size=size) for size in ((3, 4), (2,), (1, 2, 3))]
checks.check(
    "clip",
    [(_three, 2.0), (_three[1:], 0.5), ([g / 40 for g in _three], 2.0)],
    reference=clipped,
    task="recurrent-clip",
    forbid=(recurrent.clip_by_norm, clipped, "torch"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="lstm-gates-text" syllabus="R-03 R-04"
# ## 6 Gate by gate (4 points)
#
# The equations join the previous output and the new input into one row, **h first**: [h, x].
# The weights come in a dict `p`: `p["W_f"]`, `p["b_f"]`, and the same with `i`, `C` and `o`.
# Every W is `(h + d, h)`, every b `(h,)`. Write four functions of `(X, H, p)`, each `(n, h)`:
#
# - L1 `forget_gate`: f = σ([H, X] W_f + b_f)
# - L2 `input_gate`: i = σ([H, X] W_i + b_i)
# - L3 `candidate`: C̃ = tanh([H, X] W_C + b_C)
# - L5 `output_gate`: o = σ([H, X] W_o + b_o)
#
# `sigmoid` is imported. (L4 and L6 are exercise 7.)
#
# <details><summary>Hint 1: direction</summary>Four times nearly the same: a helper of your
# own saves three of them. Which of the four may be negative?</details>
# <details><summary>Hint 2: equation</summary>[H, X] is (n, h + d): rows stay, columns are
# joined</details>
# <details><summary>Hint 3: first line</summary><code>joined = np.concatenate([H, X],
# axis=1)</code></details>


# %% role="answer" grade_id="lstm-gates"
def forget_gate(X, H, p):
    """L1: how much of the old memory stays."""
    ### BEGIN SOLUTION
    return sigmoid(np.hstack([H, X]) @ p["W_f"] + p["b_f"])
    ### END SOLUTION


def input_gate(X, H, p):
    """L2: how much of the candidate enters."""
    ### BEGIN SOLUTION
    return sigmoid(np.hstack([H, X]) @ p["W_i"] + p["b_i"])
    ### END SOLUTION


def candidate(X, H, p):
    """L3: what may enter the memory."""
    ### BEGIN SOLUTION
    return np.tanh(np.hstack([H, X]) @ p["W_C"] + p["b_C"])
    ### END SOLUTION


def output_gate(X, H, p):
    """L5: how much of the memory shows."""
    ### BEGIN SOLUTION
    return sigmoid(np.hstack([H, X]) @ p["W_o"] + p["b_o"])
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-gates-try"
# Try it: the lesson's unit with h = −0.5 and x = 1. It should print 0.7311, 0.3775, −0.8483
# and 0.4378.

# %%
unit, x, h = scalar_weights(), np.array([[1.0]]), np.array([[-0.5]])
for block in (forget_gate, input_gate, candidate, output_gate):
    print(block(x, h, unit))

# %% role="test" grade_id="lstm-gates-forget" points=1 syllabus="R-03"
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import pieces

_rng = np.random.default_rng(1006)
_X, _H = _rng.normal(size=(3, 2)).round(1), _rng.normal(size=(3, 4)).round(1)
checks.check(
    "forget_gate",
    [(_X, _H, recurrent_practice.named_weights(2, 4, seed)) for seed in (1, 2)],
    reference=lambda X, H, p: pieces(X, H, p)["f"],
    task="lstm-forget",
    forbid=(pieces, recurrent_practice.faulty_step),
)

# %% role="test" grade_id="lstm-gates-input" points=1 syllabus="R-03"
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import pieces

_rng = np.random.default_rng(1007)
_X, _H = _rng.normal(size=(3, 2)).round(1), _rng.normal(size=(3, 4)).round(1)
checks.check(
    "input_gate",
    [(_X, _H, recurrent_practice.named_weights(2, 4, seed)) for seed in (3, 4)],
    reference=lambda X, H, p: pieces(X, H, p)["i"],
    task="lstm-input",
    forbid=(pieces, recurrent_practice.faulty_step),
)

# %% role="test" grade_id="lstm-gates-candidate" points=1 syllabus="R-03"
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import pieces

_rng = np.random.default_rng(1008)
_X, _H = _rng.normal(size=(2, 3)).round(1), _rng.normal(size=(2, 4)).round(1)
checks.check(
    "candidate",
    [(_X, _H, recurrent_practice.named_weights(3, 4, seed)) for seed in (5, 6)],
    reference=lambda X, H, p: pieces(X, H, p)["C"],
    task="lstm-candidate",
    forbid=(pieces, recurrent_practice.faulty_step),
)

# %% role="test" grade_id="lstm-gates-hidden" points=1 syllabus="R-04"
# hidden test: the output gate
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import pieces

_rng = np.random.default_rng(1009)
_X, _H = _rng.normal(size=(4, 3)), _rng.normal(size=(4, 2))
checks.check(
    "output_gate",
    [(_X, _H, recurrent_practice.named_weights(3, 2, seed)) for seed in (7, 8)],
    reference=lambda X, H, p: pieces(X, H, p)["o"],
    task="lstm-output",
    forbid=(pieces, recurrent_practice.faulty_step),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="lstm-memory-text" syllabus="R-04"
# ## 7 Keep, admit, show (2 points)
#
# - L4 `new_memory(f, i, g, C)`: a share f of the old memory is kept, a share i of the
#   candidate g is admitted.
# - L6 `shown(o, C)`: what leaves the unit. The memory may have grown beyond 1; what leaves
#   lies between −1 and 1.
#
# All are `(n, h)`, and so are the results.
#
# <details><summary>Hint 1: direction</summary>Place by place: each number has gates of its
# own.</details>
# <details><summary>Hint 2: equation</summary>C_t = f ∗ C_(t−1) + i ∗ g; h = o ∗ tanh
# C_t</details>
# <details><summary>Hint 3: first line</summary><code>kept = f * C</code></details>


# %% role="answer" grade_id="lstm-memory"
def new_memory(f, i, g, C):
    """L4: the memory after this step."""
    ### BEGIN SOLUTION
    return f * C + i * g
    ### END SOLUTION


def shown(o, C):
    """L6: what leaves the unit."""
    ### BEGIN SOLUTION
    return o * np.tanh(C)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-memory-try"
# Try it: 0.25 · 4 + 0.5 · (−0.6) = 0.7, and half of tanh(0.7) is 0.3022.

# %%
memory = new_memory(0.25, 0.5, -0.6, 4.0)
memory, shown(0.5, memory)

# %% role="test" grade_id="lstm-memory-value" points=1 syllabus="R-04"
import numpy as np

from nnbyhand import checks

_rng = np.random.default_rng(1010)
_f, _i = _rng.uniform(0.05, 0.95, size=(2, 3, 3)).round(2)
_g, _C = _rng.uniform(-0.9, 0.9, size=(3, 3)).round(2), _rng.normal(size=(3, 3))
checks.check(
    "new_memory",
    [(_f, _i, _g, 2 * _C)],
    reference=lambda f, i, g, C: f * C + i * g,
    task="lstm-memory",
    isolate={
        "what is kept": (_f, _i, 0 * _g, _C),
        "what is admitted": (_f, _i, _g, 0 * _C),
    },
)

# %% role="test" grade_id="lstm-memory-shown" points=1 syllabus="R-04"
import numpy as np

from nnbyhand import checks

_rng = np.random.default_rng(1011)
checks.check(
    "shown",
    [(_rng.uniform(0.1, 0.9, size=(3, 3)), 2 * _rng.normal(size=(3, 3)))],
    reference=lambda o, C: o * np.tanh(C),
    task="lstm-shown",
)

# %% [markdown] role="text" grade_id="lstm-forward-text" syllabus="R-04 R-06 R-09 R-10"
# ## 8 A whole LSTM (4 points)
#
# - `lstm_step(X, H, C, p)`: one step, L1 to L6; two things, first the output `(n, h)`, then
#   the memory `(n, h)`.
# - `lstm(X, H, C, p)`: all steps of `X` `(n, t, d)`, beginning with `H` and `C`; two things,
#   the outputs after *each* step `(n, t, h)`, and the *last* memory `(n, h)`.
#
# `p` is the dict of exercise 6. Write the equations anew or use your functions. The tests
# compare with `torch.nn.LSTM` where PyTorch is installed, else with our own layer.
#
# <details><summary>Hint 1: direction</summary>One function for a step, and exercise 2's loop
# around it, which now carries two things.</details>
# <details><summary>Hint 2: equation</summary>C = f ∗ C + i ∗ C̃, then h = o ∗ tanh C, with
# the new C</details>
# <details><summary>Hint 3: first line</summary><code>f, i = forget_gate(X, H, p),
# input_gate(X, H, p)</code></details>


# %% role="answer" grade_id="lstm-forward"
def lstm_step(X, H, C, p):
    """Give output and memory after one step."""
    ### BEGIN SOLUTION
    joined = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(joined @ p["W_" + k] + p["b_" + k]) for k in "fio")
    C = f * C + i * np.tanh(joined @ p["W_C"] + p["b_C"])
    return o * np.tanh(C), C
    ### END SOLUTION


def lstm(X, H, C, p):
    """Give the outputs after each step, and the last memory."""
    ### BEGIN SOLUTION
    outputs = []
    for t in range(X.shape[1]):
        H, C = lstm_step(X[:, t], H, C, p)
        outputs.append(H)
    return np.stack(outputs, axis=1), C
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-forward-try"
# Try it: the lesson's unit, h = −0.5, C = 2, reading 1 and −1: the outputs should be 0.3568
# and 0.2226, the memory 1.1175.

# %%
lstm(np.array([[[1.0], [-1.0]]]), -0.5 * one, 2.0 * one, scalar_weights())

# %% role="test" grade_id="lstm-forward-step" points=1 syllabus="R-03 R-04"
import numpy as np

from nnbyhand import checks, recurrent, recurrent_practice


def _one_step(X, H, C, p):
    return recurrent.lstm_step(X, H, C, *recurrent_practice.stacked(p))


_rng = np.random.default_rng(1012)
_X, _H = _rng.normal(size=(2, 3, 2)).round(1)
_C = 2 * _rng.normal(size=(3, 2)).round(1)
checks.check(
    "lstm_step",
    [
        (_X[:1, :1], _H[:1, :1], _C[:1, :1], recurrent_practice.named_weights(1, 1, 9)),
        (_X, _H, _C, recurrent_practice.named_weights(2, 2, 9)),
        (_X, _H, _C, recurrent_practice.named_weights(2, 2, 10)),
    ],
    reference=_one_step,
    task="lstm-step",
    forbid=(
        *(recurrent.lstm_step, recurrent.LSTM.forward),
        *(recurrent_practice.true_lstm, "torch"),
    ),
)

# %% role="test" grade_id="lstm-forward-value" points=1 syllabus="R-09 R-10"
import numpy as np

from nnbyhand import checks, recurrent, recurrent_practice

_rng = np.random.default_rng(1013)
_X = _rng.normal(size=(3, 3, 2)).round(1)
_H, _C = _rng.normal(size=(2, 3, 2)).round(1)
checks.check(
    "lstm",
    [
        (
            _X[:2, :2, :1],
            _H[:2, :1],
            2 * _C[:2, :1],
            recurrent_practice.named_weights(1, 1, 11),
        ),
        (_X, _H, 2 * _C, recurrent_practice.named_weights(2, 2, 11)),
    ],
    reference=recurrent_practice.true_lstm,
    task="lstm-forward",
    forbid=(
        *(recurrent.lstm_step, recurrent.LSTM.forward),
        *(recurrent_practice.true_lstm, "torch"),
    ),
)

# %% role="test" grade_id="lstm-forward-hidden" points=2 syllabus="R-04 R-09 R-10"
# hidden test: other weights, then other shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent, recurrent_practice

_rng = np.random.default_rng(1014)
_X = _rng.normal(size=(4, 4, 3))
_H, _C = _rng.normal(size=(2, 4, 3))
checks.check(
    "lstm",
    [(_X, _H, 2 * _C, recurrent_practice.named_weights(3, 3, 12))],
    reference=recurrent_practice.true_lstm,
    task="lstm-forward",
    forbid=(
        *(recurrent.lstm_step, recurrent.LSTM.forward),
        *(recurrent_practice.true_lstm, "torch"),
    ),
)
_H, _C = _rng.normal(size=(2, 2, 3))
checks.check(
    "lstm",
    [(_rng.normal(size=(2, 5, 4)), _H, _C, recurrent_practice.named_weights(4, 3, 13))],
    reference=recurrent_practice.true_lstm,
    task="lstm-forward",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="lstm-count-text" syllabus="R-07"
# ## 9 Count (2 points)
#
# Write `count(d, h, n_steps)`: three whole numbers, for inputs of d numbers, h units and
# sequences of n_steps: the parameters of
#
# 1. a plain recurrent layer;
# 2. our LSTM, one bias vector for each block;
# 3. torch's LSTM.
#
# <details><summary>Hint 1: direction</summary>How many blocks has an LSTM? Which of the
# three arguments is not needed?</details>
# <details><summary>Hint 2: equation</summary>a block has h (h + d) weights and h
# biases</details>
# <details><summary>Hint 3: first line</summary><code>block = h * (h + d) +
# h</code></details>


# %% role="answer" grade_id="lstm-count"
def count(d, h, n_steps):
    """Give the parameters of a plain layer, our LSTM, torch's LSTM."""
    ### BEGIN SOLUTION
    plain = h * (d + h + 1)
    return plain, 4 * plain, 4 * (plain + h)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-count-try"
# Try it: for 2 inputs and 3 units they should be 18, 72 and 84.

# %%
count(2, 3, 10)

# %% role="test" grade_id="lstm-count-value" points=1 syllabus="R-07"
from nnbyhand import checks

checks.check(
    "count",
    [(28, 64, 28), (1, 16, 12)],
    expected=[(5_952, 23_808, 24_064), (288, 1_152, 1_216)],
    task="lstm-count",
    tol="exact",
)

# %% role="test" grade_id="lstm-count-hidden" points=1 syllabus="R-07"
# hidden test: other layers
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "count",
    [(39, 96, 50), (5, 2, 7), (100, 10, 3)],
    expected=[(13_056, 52_224, 52_608), (16, 64, 72), (1_110, 4_440, 4_480)],
    task="lstm-count",
    tol="exact",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="lstm-stack-text" syllabus="R-10"
# ## 10 Weights for torch (2 points)
#
# torch keeps an LSTM's weights in four arrays: `W_ih` (4h, d), `W_hh` (4h, h), `b_ih` (4h,)
# and `b_hh` (4h,). Their blocks lie **below** each other in the order i, f, g, o (g is the
# candidate), and a row belongs to a unit. Write `for_torch(p)`, which makes the four of the
# dict of exercise 6. torch adds its two biases.
#
# <details><summary>Hint 1: direction</summary>Cut each W of [h, x] into its upper h rows and
# the rest, turn both, pile up.</details>
# <details><summary>Hint 2: equation</summary>rows of W_hh: W_i[:h]ᵀ, then W_f[:h]ᵀ, then
# W_C[:h]ᵀ, then W_o[:h]ᵀ</details>
# <details><summary>Hint 3: first line</summary><code>h = len(p["b_f"])</code></details>


# %% role="answer" grade_id="lstm-stack"
def for_torch(p):
    """Give W_ih, W_hh, b_ih and b_hh as torch.nn.LSTM stores them."""
    ### BEGIN SOLUTION
    h, order = len(p["b_f"]), ("i", "f", "C", "o")
    W_ih = np.concatenate([p[f"W_{name}"][h:].T for name in order])
    W_hh = np.concatenate([p[f"W_{name}"][:h].T for name in order])
    b_ih = np.concatenate([p[f"b_{name}"] for name in order])
    return W_ih, W_hh, b_ih, np.zeros(4 * h)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-stack-try"
# Try it: for 3 inputs and 2 units the shapes should be (8, 3), (8, 2), (8,) and (8,).

# %%
[np.shape(part) for part in for_torch(named_weights(3, 2, 0))]

# %% role="test" grade_id="lstm-stack-value" points=1 syllabus="R-10"
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import stack


def _three(parts):
    """The two weights, and the two biases added, as torch adds them."""
    if len(parts) != 4:
        raise ValueError(f"expected four arrays, got {len(parts)}")
    W_ih, W_hh, first, second = (np.asarray(part, dtype=float) for part in parts)
    return W_ih, W_hh, first + second


checks.check(
    "for_torch",
    [(recurrent_practice.named_weights(3, 2, 14),)],
    reference=stack,
    through=_three,
    shows="W_ih, W_hh, and the sum of the two biases",
    task="lstm-stack",
    forbid=(recurrent_practice.stacked, stack),
)

# %% role="test" grade_id="lstm-stack-hidden" points=1 syllabus="R-10"
# hidden test: other weights, then other shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, recurrent_practice
from nnbyhand.misconceptions.recurrent_lstm import stack


def _added(parts):
    """The two weights, and the two biases added, as torch adds them."""
    if len(parts) != 4:
        raise ValueError(f"expected four arrays, got {len(parts)}")
    W_ih, W_hh, first, second = (np.asarray(part, dtype=float) for part in parts)
    return W_ih, W_hh, first + second


for _d in (4, 5):
    checks.check(
        "for_torch",
        [(recurrent_practice.named_weights(_d, 3, 15),)],
        reference=stack,
        through=_added,
        shows="W_ih, W_hh, and the sum of the two biases",
        task="lstm-stack",
        forbid=(recurrent_practice.stacked, stack),
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="lstm-hiding-text" syllabus="R-04 R-06"
# ## 11 Tests that see, and tests that do not (4 points)
#
# Three people wrote the lesson's LSTM step, with one fault each: one keeps 1 − f of the
# memory in place of f, one forgets tanh on the way out, one never lets h into the gates.
# `wrong_on((h, c, x), "inverted")` says how far the output is off; the others are `"no
# tanh"` and `"output forgotten"`.
#
# - `hiding_case()`: three numbers h, c, x on which all **three** look right (off by less
#   than 1e-9).
# - `exposing_case()`: three numbers on which each of the three is off by **more than 0.1**.
#
# Then examine strangers. `FAULTY["P"]` to `FAULTY["S"]` are steps `(X, H, C, p)` with one
# fault each, of these six: 1 f and i are exchanged · 2 the candidate goes through sigmoid ·
# 3 the old memory goes out · 4 the candidate goes out · 5 tanh is missing on the way out · 6
# i is 1 − f. `faults()` returns the number for each letter, as a dict `{"P": …, …}`.
#
# The lesson's weights: f (weight of h 1, of x −0.5; bias 2), i (−2, 0.5; −2), C̃ (0.5, −1.5;
# 0.5), o (1.5, 1; −0.5).
#
# <details><summary>Hint 1: direction</summary>When does the forget gate not matter? When do
# h's weights not matter? When is tanh(C) equal to C?</details>
# <details><summary>Hint 2: equation</summary>C = f · c + i · C̃ is 0 if both terms are; C̃ is 0
# where 0.5 h − 1.5 x + 0.5 = 0</details>
# <details><summary>Hint 3: first line</summary><code>right = lstm_step(X, H, C,
# p)</code>, beside the letter's two numbers: is it the memory that differs?</details>


# %% role="answer" grade_id="lstm-hiding"
def hiding_case():
    """Give h, c, x on which all three faults stay unseen."""
    ### BEGIN SOLUTION
    return 0, 0, 1 / 3
    ### END SOLUTION


def exposing_case():
    """Give h, c, x on which each of the three faults is seen."""
    ### BEGIN SOLUTION
    return 1, 2, -1
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-hiding-try"
# Try it: three numbers of about 0, then three above 0.1.

# %%
for case in (hiding_case(), exposing_case()):
    print(
        [wrong_on(case, kind) for kind in ("inverted", "no tanh", "output forgotten")]
    )

# %% role="test" grade_id="lstm-hiding-value" points=1 syllabus="R-04"
from nnbyhand import checks
from nnbyhand.recurrent_practice import HIDDEN_FAULTS, wrong_on


def _unseen(case):
    """1 where a fault is off by less than 1e-9."""
    if len(case) != 3:
        raise ValueError(f"expected three numbers h, c, x, got {len(case)}")
    return [wrong_on(case, fault) < 1e-9 for fault in HIDDEN_FAULTS]


checks.check(
    "hiding_case",
    [()],
    expected=[[1, 1, 1]],
    through=_unseen,
    shows="1 where it stays unseen: 1 − f for f, tanh forgotten, h never enters",
    task="lstm-hiding",
)

# %% role="test" grade_id="lstm-hiding-exposed" points=1 syllabus="R-06"
from nnbyhand import checks
from nnbyhand.recurrent_practice import HIDDEN_FAULTS, wrong_on


def _seen(case):
    """1 where a fault is off by more than 0.1."""
    if len(case) != 3:
        raise ValueError(f"expected three numbers h, c, x, got {len(case)}")
    return [wrong_on(case, fault) > 0.1 for fault in HIDDEN_FAULTS]


checks.check(
    "exposing_case",
    [()],
    expected=[[1, 1, 1]],
    through=_seen,
    shows="1 where it is seen: 1 − f for f, tanh forgotten, h never enters",
    task="lstm-exposing",
)


# %% role="answer" grade_id="lstm-faults"
def faults():
    """Give the number of the fault of each letter."""
    ### BEGIN SOLUTION
    return {"P": 6, "Q": 3, "R": 1, "S": 2}
    ### END SOLUTION


# %% [markdown] role="text" grade_id="lstm-faults-try"
# A beginning: one step of P. The second cell shows, for each of your letters, whether its
# number is one of 1 to 6; which is right is tested after you hand in.

# %%
case = (1.0 * one, -0.5 * one, 2.0 * one, scalar_weights())
FAULTY["P"](*case), lstm_step(*case)

# %%
{letter: number in range(1, 7) for letter, number in faults().items()}

# %% role="test" grade_id="lstm-faults-hidden" points=2 syllabus="R-03 R-04"
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
    expected=[{"P": "6", "Q": "3", "R": "1", "S": "2"}],
    through=_as_text,
    task="lstm-faults",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="sequence-windows-text" syllabus="R-11"
# ## 12 Windows and a baseline (3 points)
#
# The lesson forecast the next year. Here the target lies further ahead.
#
# - `cut_windows(values, length, ahead)`: two arrays, every window of `length` values in a
#   row, in order, `(m, length)`, and the target of each, `(m,)`: the value `ahead` steps
#   after the window's **last** value. With `ahead` = 1 it is the value right after the
#   window. Windows whose target lies beyond the end are left out.
# - `same_as_last(X, y)`: the root of the mean squared error of the forecast "it stays as it
#   is", for windows X and targets y.
#
# <details><summary>Hint 1: direction</summary>How many windows have a target? Write the
# first and the last one down for 1, 2, …, 6, with length 3 and ahead 2.</details>
# <details><summary>Hint 2: equation</summary>window i holds values i to i + length − 1; its
# target is value i + length − 1 + ahead</details>
# <details><summary>Hint 3: first line</summary><code>m = len(values) - length - ahead +
# 1</code></details>


# %% role="answer" grade_id="sequence-windows"
def cut_windows(values, length, ahead):
    """Give all windows and the target of each."""
    ### BEGIN SOLUTION
    values = np.asarray(values)
    m = len(values) - length - ahead + 1
    rows = np.arange(m)[:, None] + np.arange(length)
    return values[rows], values[length + ahead - 1 :]
    ### END SOLUTION


def same_as_last(X, y):
    """Give the error of repeating the last value."""
    ### BEGIN SOLUTION
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="sequence-windows-try"
# Try it: windows 1 2 3 and 2 3 4 with the targets 5 and 6, and then an error of 2.

# %%
X, y = cut_windows(np.array([1.0, 2, 3, 4, 5, 6]), 3, 2)
X, y, same_as_last(X, y)

# %% role="test" grade_id="sequence-windows-value" points=1 syllabus="R-11"
import numpy as np

from nnbyhand import checks, sequences
from nnbyhand.data import load_sunspots
from nnbyhand.misconceptions.recurrent_sequence import cut

_values = load_sunspots().values[:20]
checks.check(
    "cut_windows",
    [(_values, 4, 2), (_values[:11], 3, 5)],
    reference=cut,
    task="sequence-windows",
    forbid=(cut, sequences.windows),
)
checks.check(
    "cut_windows",
    [(_values[:9], 5, 1)],
    reference=cut,
    task="sequence-windows",
)

# %% role="test" grade_id="sequence-windows-baseline" points=1 syllabus="R-11"
import numpy as np

from nnbyhand import checks, sequences

_rng = np.random.default_rng(1015)
_X, _y = 30 * _rng.random((6, 3)).round(2), 30 * _rng.random(6).round(2)
checks.check(
    "same_as_last",
    [(_X, _y), (_X[:4] + 5, _y[:4])],
    reference=lambda X, y: np.sqrt(np.mean((X[:, -1] - y) ** 2)),
    task="sequence-persistence",
    forbid=(sequences.rmse,),
)

# %% role="test" grade_id="sequence-windows-hidden" points=1 syllabus="R-11"
# hidden test: another series
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, sequences
from nnbyhand.misconceptions.recurrent_sequence import cut

_rng = np.random.default_rng(1016)
checks.check(
    "cut_windows",
    [(_rng.normal(size=15), 6, 3), (_rng.normal(size=12), 2, 4)],
    reference=cut,
    task="sequence-windows",
    forbid=(cut, sequences.windows),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="sequence-forecast-text" syllabus="R-11"
# ## 13 Forecast the sunspots (3 points)
#
# Write `train_forecaster(X, y, rng)`: build a network with a recurrent layer (`LSTM` or
# `RNN`), train it, and return the `Network`. It reads windows of 12 years and gives one number
# each, the next year. The tests hand you windows of the years before 1900, scaled by those
# years' mean and spread, and measure on later years: you see 1900 to 1955, to choose by;
# the years from 1956 count after you hand in. The error must be **at least 20 % below** that
# of "same as last", for any generator. All chance comes from `rng`: equal seeds give equal
# networks, other seeds others. Training may take 3 seconds; after 5 the test stops it, and
# then fewer epochs or fewer units help.
#
# **Learn from the `X` and `y` you are given, nothing else.** The later years lie in the
# library, and nobody can hide them from you; a network that has read its test says nothing
# about the future. The tests refuse a trainer that loads them, and hand it another series too.
#
# Shapes: `X` is `(n, 12, 1)`, `y` is `(n, 1)`; the network gives `(n, 1)`. Layers and `fit`
# as in the next cell; `fit(network, X, y, rng=rng, loss="mse", optimiser=…, epochs=…,
# batch_size=…, clip=…)`.
#
# <details><summary>Hint 1: direction</summary>Which step's output should the dense layer
# see? A small layer will do: there are 188 windows.</details>
# <details><summary>Hint 2: equation</summary>8 to 16 units, Adam at 0.01, batches of 16, 30
# epochs</details>
# <details><summary>Hint 3: first line</summary><code>layers = [LSTM(1, 12, rng,
# every_step=False), Dense(12, 1, rng)]</code></details>

# %% role="answer" grade_id="sequence-forecast"
from nnbyhand.layers import Dense
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.recurrent import LSTM
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    """Give a trained recurrent network for windows of 12 years."""
    ### BEGIN SOLUTION
    parts = [LSTM(1, 10, rng, every_step=False), Dense(10, 1, rng)]
    forecaster = Network.from_layers(parts)
    how = {"optimiser": Adam(1e-2), "epochs": 30, "batch_size": 16, "clip": 1}
    fit(forecaster, X, y, rng=rng, loss="mse", **how)
    return forecaster
    ### END SOLUTION


# %% [markdown] role="text" grade_id="sequence-forecast-try"
# Try it: the part of the baseline's error that your network saves from 1900 to 1955.

# %%
from nnbyhand.misconceptions.recurrent_sequence import saved, sunspot_parts


def part_saved(trainer, seed):
    """Train before 1900, measure from 1900 to 1955."""
    X, y, X_later, y_later = sunspot_parts(1900, 1955)
    return saved(trainer(X, y, np.random.default_rng(seed)), X_later, y_later)


part_saved(train_forecaster, 0)

# %% role="test" grade_id="sequence-forecast-value" points=2 syllabus="R-11"
import numpy as np

from nnbyhand import checks
from nnbyhand.data import load_sunspots
from nnbyhand.misconceptions.recurrent_sequence import (
    MARGIN,
    expect_network,
    is_recurrent,
    saved,
    sunspot_parts,
)


def _facts(network):
    """1 for a recurrent layer, and the part of the error that is saved."""
    expect_network(network, 12, 1)
    part = round(saved(network, *sunspot_parts(1900, 1955)[2:]), 3)
    return [is_recurrent(network), min(part, MARGIN)]


checks.check(
    "train_forecaster",
    [(*sunspot_parts(1900, 1955)[:2], np.random.default_rng(1))],
    expected=[[1, MARGIN]],
    through=_facts,
    shows="1 for a recurrent layer; the part of the error of “same as last” that is "
    "saved from 1900 to 1955 (0.2 or more counts as 0.2)",
    task="sequence-forecast",
    forbid=(load_sunspots, sunspot_parts),
)

# %% role="test" grade_id="sequence-forecast-hidden" points=1 syllabus="R-11"
# hidden test: from 1956 on, the same generator twice, another one; then another series
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.data import load_sunspots
from nnbyhand.misconceptions.recurrent_sequence import (
    MARGIN,
    another_series,
    expect_network,
    is_recurrent,
    saved,
    sunspot_parts,
)

_X, _y, _X_new, _y_new = sunspot_parts(1900, 2008)
_X_new, _y_new = _X_new[56:], _y_new[56:]
_outputs = []


def _facts_again(network):
    """The same two, and whether it agrees with the last as it should."""
    expect_network(network, 12, 1)
    _outputs.append(network.predict(_X_new))
    equal = len(_outputs) < 2 or np.allclose(_outputs[-1], _outputs[-2])
    as_asked = equal != (len(_outputs) == 3)  # the third has another seed
    part = round(saved(network, _X_new, _y_new), 3)
    return [is_recurrent(network), min(part, MARGIN), as_asked]


_case = (_X, _y, np.random.default_rng(2))
checks.check(
    "train_forecaster",
    [_case, _case, (_X, _y, np.random.default_rng(3))],
    expected=[[1, MARGIN, 1]] * 3,
    through=_facts_again,
    shows="1 for a recurrent layer; the part of the error saved from 1956 to 2008; 1 "
    "if equal seeds give equal networks and another seed another",
    task="sequence-forecast",
)


def _part_of_other(network):
    """The part saved on a series with another period, which is no sunspots."""
    expect_network(network, 12, 1)
    return [min(round(saved(network, *another_series()[2:]), 3), MARGIN)]


checks.check(
    "train_forecaster",
    [(*another_series()[:2], np.random.default_rng(4))],
    expected=[[MARGIN]],
    through=_part_of_other,
    shows="the part of the error saved on another series, not of sunspots",
    task="sequence-forecast",
    forbid=(load_sunspots, sunspot_parts),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="sequence-adder-text" syllabus="R-08 R-09"
# ## 14 Repair the adder (3 points)
#
# ```python
# X, Y = adding_problem(1500, 15, rng)
# adder = Network.from_layers([RNN(2, 24, rng), Dense(24, 1, rng)])
# fit(adder, X, Y, rng=rng, loss="cross_entropy", optimiser=Adam(0.5),
#     epochs=1, batch_size=32)
# ```
#
# This should learn the adding problem: two of fifteen numbers are marked, and the answer is
# their sum. Five things keep it from that; the first stops it at once. Write
# `train_adder(rng)` without them: it returns the `Network`, with an `LSTM` of at most 32
# units, whose mean squared error on new sequences is **below 0.02** (who says 1 every time
# has 0.167), for any generator: the tests try several. All chance comes from `rng`. It may
# take 4 seconds, about 430 steps do; after 5 the test stops it, and then fewer epochs or
# fewer units help.
#
# <details><summary>Hint 1: direction</summary>What shape leaves the first layer? Is the
# target a class? What do 0.5 and one epoch do? Which unit keeps what it saw early?</details>
# <details><summary>Hint 2: equation</summary>1500 examples in batches of 32 are 47 steps an
# epoch; Adam at 0.02, gradients no longer than 1</details>
# <details><summary>Hint 3: first line</summary><code>every_step=False</code> is what the
# dense layer needs</details>

# %% role="answer" grade_id="sequence-adder"
from nnbyhand.layers import Dense
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.recurrent import LSTM
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    """Give a network that adds the two marked numbers of fifteen."""
    ### BEGIN SOLUTION
    X, Y = adding_problem(1500, 15, rng)
    lstm = LSTM(2, 16, rng, every_step=False)
    solver = Network.from_layers([lstm, Dense(16, 1, rng)])
    how = {"optimiser": Adam(2e-2), "epochs": 9, "batch_size": 32, "clip": 1}
    fit(solver, X, Y, rng=rng, loss="mse", **how)
    return solver
    ### END SOLUTION


# %% [markdown] role="text" grade_id="sequence-adder-try"
# Try it: two sums, as your network finds them and as they are.

# %%
X, Y = adding_problem(2, 15, np.random.default_rng(5))
train_adder(np.random.default_rng(0)).predict(X).ravel(), Y.ravel()

# %% role="test" grade_id="sequence-adder-value" points=2 syllabus="R-09"
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.recurrent_sequence import SOLVED, error_of, expect_network
from nnbyhand.recurrent import LSTM


def _error(network):
    """1 for an LSTM of at most 32 units, and the error on new sequences."""
    expect_network(network, 15, 2)
    sizes = [len(s.params["W_h"]) for s in network.layers if isinstance(s, LSTM)]
    small = bool(sizes) and max(sizes) <= 32
    return [small, max(round(error_of(network, 15, 1), 4), SOLVED)]


checks.check(
    "train_adder",
    [(np.random.default_rng(seed),) for seed in (1, 5, 6)],
    expected=[[1, SOLVED]] * 3,
    through=_error,
    shows="1 for an LSTM of at most 32 units; the mean squared error on 500 new "
    "sequences (0.02 or less counts as 0.02)",
    task="sequence-adder",
)

# %% role="test" grade_id="sequence-adder-hidden" points=1 syllabus="R-08 R-09"
# hidden test: two other generators
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.recurrent_sequence import SOLVED, error_of, expect_network
from nnbyhand.recurrent import LSTM
from nnbyhand.sequences import adding_problem

_probe, _seen = adding_problem(5, 15, np.random.default_rng(6))[0], []


def _error_again(network):
    """The same two, and whether another seed gives another network."""
    expect_network(network, 15, 2)
    sizes = [len(s.params["W_h"]) for s in network.layers if isinstance(s, LSTM)]
    small = bool(sizes) and max(sizes) <= 32
    _seen.append(network.predict(_probe))
    other = len(_seen) < 2 or not np.allclose(_seen[-1], _seen[-2])
    return [small, max(round(error_of(network, 15, 2), 4), SOLVED), other]


checks.check(
    "train_adder",
    [(np.random.default_rng(2),), (np.random.default_rng(3),)],
    expected=[[1, SOLVED, 1]] * 2,
    through=_error_again,
    shows="1 for an LSTM of at most 32 units; the mean squared error on 500 new "
    "sequences; 1 if another seed gives another network",
    task="sequence-adder",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="sequence-temperature-text" syllabus="R-11"
# ## 15 Warmer, colder (2 points)
#
# The lesson divided logits by a temperature, then took softmax. Here the logits are lost:
# you have the shares, at temperature 1. Write `at_temperature(shares, temperature)`: the
# shares at another temperature. Each row of `shares` `(n, k)` adds up to 1, and so does each
# row of the result. A share of 0 stays 0. (Powers do that quietly; whoever takes the logarithm
# of 0 is warned, and the test passes the warning on as a note.)
#
# <details><summary>Hint 1: direction</summary>The logarithm of a share is its logit, up to a
# constant that softmax does not see. What is e^(ln p / T) without logarithms?</details>
# <details><summary>Hint 2: equation</summary>q = p^(1/T) / Σ p^(1/T), in each
# row</details>
# <details><summary>Hint 3: first line</summary><code>raised = shares ** (1 /
# temperature)</code></details>


# %% role="answer" grade_id="sequence-temperature"
def at_temperature(shares, temperature):
    """Give the shares at another temperature."""
    ### BEGIN SOLUTION
    powers = np.power(shares, 1 / temperature)
    return powers / np.sum(powers, axis=1, keepdims=True)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="sequence-temperature-try"
# Try it: at 0.5 the shares 0.8 and 0.2 become 0.9412 and 0.0588; at 2 they become 0.6667 and
# 0.3333.

# %%
two = np.array([[0.8, 0.2]])
at_temperature(two, 0.5), at_temperature(two, 2)

# %% role="test" grade_id="sequence-temperature-value" points=1 syllabus="R-11"
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.recurrent_sequence import warm

_shares = np.array([[0.5, 0.3, 0.2], [0.1, 0.0, 0.9]])
checks.check(
    "at_temperature",
    [(_shares, 0.5), (_shares, 2.0), (_shares, 0.7)],
    reference=warm,
    task="sequence-temperature",
    forbid=(warm,),
)

# %% role="test" grade_id="sequence-temperature-hidden" points=1 syllabus="R-11"
# hidden test: more letters
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.recurrent_sequence import warm

_raw = np.random.default_rng(1017).random((4, 6)) ** 2
_raw[1, 3] = _raw[2, 0] = 0
_shares = _raw / _raw.sum(axis=1, keepdims=True)
checks.check(
    "at_temperature",
    [(_shares, 0.4), (_shares, 3.0)],
    reference=warm,
    task="sequence-temperature",
    forbid=(warm,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="recurrent-words-text" syllabus="R-01 R-05 R-08"
# ## 16 In your own words (3 points, read by a person)
#
# A friend trains a plain recurrent network on sequences of 100 steps. It never uses what it
# saw early, so he adds clipping, and nothing changes. Explain what happens to the gradient on
# its way back, why clipping cannot help here, and what a forget gate changes. Three to six
# sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. on its way back the gradient is multiplied once a step by the same weights and by slopes
#    of at most 1; a product of many factors below 1 vanishes;
# 2. clipping shortens gradients that are too long; it makes no short one longer, so it helps
#    against exploding only;
# 3. the memory is passed on by addition and multiplied by the forget gate alone; with a gate
#    near 1 the gradient comes back nearly whole, and the network learns when to open or
#    close it.
#
# Sample, 3 points: "Each step back multiplies by the recurrent weights and a slope of tanh,
# and with a hundred factors below 1 next to nothing arrives at the first steps. Clipping only
# makes long gradients shorter, and these are too short. In an LSTM the way back along the
# memory is multiplied by the forget gate; if it is 0.99 a third is left after a hundred
# steps, and the network can learn to keep it open."
# Sample, 2 points: "The gradient gets smaller with every step and vanishes. The forget gate
# can stay near 1, so that it does not get smaller."
# Sample, 1 point: "It forgets because the sequence is too long for it."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="recurrent-words" points=3 syllabus="R-01 R-05 R-08"
# *Write your answer here.*
