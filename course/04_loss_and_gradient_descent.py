# %% [markdown] syllabus="L-23"
# # 04 Loss and gradient descent
#
# A network with the wrong weights gives wrong answers. *How* wrong? One number says it,
# the **loss**. This lesson measures it, finds out which way is down, and walks there.
#
# **You will be able to**
#
# - choose a loss, and compute it and its gradient;
# - descend, and tell a rate that is too small from one that is too large;
# - train a unit on handwritten digits, batch by batch.
#
# **You need** lesson [03](03_forward_propagation.ipynb): sigmoid, softmax, batches of
# rows. About 115 minutes (an estimate), then the assignment
# `04_loss_and_gradient_descent`.

# %%
import numpy as np

from nnbyhand import data, descent, losses, optim
from nnbyhand.activations import sigmoid, softmax
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import descent as explore
from nnbyhand.show import guess, show, show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="L-01"
# ## How wrong?
#
# *About 15 minutes (an estimate).*
#
# The 3-3-3 network of lesson 03 answers .7263, .7086, .7781; wanted was 1, 0, 0. An
# **error** is prediction minus target, everywhere in this course: −.2737, .7086, .7781.
# The half squared error adds up the squares and halves:
#
# $$C = \tfrac12 \sum_j (a_j - y_j)^2$$
#
# By hand: .0749 + .5021 + .6054 = 1.1824, and half of it?

# %% syllabus="L-01"
a = np.array([0.7263033450, 0.7085980724, 0.7780970596])
y = np.array([1.0, 0.0, 0.0])
C = 0.0
for a_j, y_j in zip(a, y, strict=True):
    C = C + 0.5 * (a_j - y_j) ** 2
guess(round(float(C), 4), "C = ?")

# %% [markdown] syllabus="L-01 L-02"
# It is 0.5912. The ½ is there for its slope: the 2 of the square cancels it.
#
# For many examples a loss is a **mean**. The *mean squared error* averages over outputs
# too and has no ½; the *mean absolute error* takes sizes instead of squares. Which will be
# the largest for these four examples?

# %% syllabus="L-01 L-02"
checkpoint("L-01", losses.half_squared(a[None], y[None]), 0.5912280606)
Q, Y = data.FOUR_PREDICTIONS, np.eye(3)[data.FOUR_LABELS]
show(Q, 2, name="predictions")
show(data.FOUR_LABELS, name="true classes")
found = [losses.half_squared(Q, Y), losses.mse(Q, Y), losses.mae(Q, Y)]
show(found, 6, name="half squared, MSE, MAE")
checkpoint("L-02", found, [0.200625, 0.13375, 0.3083333333])

# %% [markdown] syllabus="L-09"
# The absolute one: squaring makes errors below 1 smaller, and above 1 larger. Left in the
# picture are both losses of one error: a bowl, and a V with a corner.
#
# > **Find the mistake.** A slide asks that a loss have a derivative *everywhere*, and then
# > lists the absolute error.

# %% syllabus="L-09"
show_figure(explore.draw_losses())
quiz("L-09")

# %% [markdown] syllabus="L-05"
# ## Probabilities and their loss
#
# *About 20 minutes (an estimate).*
#
# For classes we want probabilities. **Softmax** makes them from the last sums, the
# *logits*: exponentiate, add up, divide. By hand for 2, 1, 0.1: the powers 7.389, 2.718,
# 1.105 sum to 11.212, so the first probability is 7.389 / 11.212 = .659. The other two?

# %% syllabus="L-05"
z = data.TWO_LOGITS[0]
powers = [np.exp(z_j) for z_j in z]
by_hand = [power / sum(powers) for power in powers]
P = softmax(data.TWO_LOGITS)  # both examples at once
show(P)
checkpoint("L-05", P[0], by_hand)

# %% [markdown] syllabus="L-06"
# Each row sums to 1. Now 1000, 1001, 1002: $e^{1000}$ is too large for a computer. But
# subtracting one number from a row divides all its powers by one factor, which cancels.
# What comes out?

# %% syllabus="L-06"
large = np.array([1000.0, 1001.0, 1002.0])
powers = np.exp(large - large.max())
show(powers / powers.sum(), name="softmax")
checkpoint("L-06", powers / powers.sum(), softmax(np.array([0.0, 1.0, 2.0])))

# %% [markdown] syllabus="L-07"
# The same as for 0, 1, 2. The **cross-entropy** of an example is $-\ln p$ of its *true*
# class (the right picture above): sure and right costs nothing, sure and wrong costs a
# lot. The labels are 0 and 2: $-\ln .6590 = .4170$, $-\ln .9088 = .0957$, mean .2564.
#
# What must an untrained network with ten classes pay?

# %% syllabus="L-02 L-07"
each = [-np.log(P[0, 0]), -np.log(P[1, 2])]
show([*each, np.mean(each)], name="cost, cost, mean")
checkpoint("L-07", np.mean(each), 0.2563521728)
at_start = losses.cross_entropy(np.zeros((1, 10)), [4])
checkpoint("L-07 ten classes", at_start, np.log(10))
scored = losses.cross_entropy(np.log(Q), data.FOUR_LABELS)
checkpoint("L-02 cross-entropy", scored, 0.7206008970617469)

# %% [markdown] syllabus="L-04"
# It pays ln 10 = 2.3026; a first loss far from that warns. For logits near 1000 a
# $p$ can be 0, and ln 0 is no number. So the library takes the logarithm of the formula,
# with the largest logit $m$: $\ln p_j = z_j - m - \ln \sum_i e^{z_i - m}$.
#
# A photo may show a dog *and* a ball. Then every output is a yes-or-no question of its
# own: sigmoid, with the **binary** cross-entropy $-y \ln p - (1 - y) \ln(1 - p)$. The
# library takes the mean over all entries; per photo, multiply by the 3 outputs. Softmax
# would make the labels compete:

# %% syllabus="L-04"
Z, Y = data.MULTI_LOGITS, data.MULTI_TARGETS
own = losses.binary_cross_entropy(Z, Y)
shared = -(Y * np.log(softmax(Z))).sum(axis=1).mean()
show([3 * own, shared], 6, name="a photo pays: sigmoid, softmax")
checkpoint("L-04", [own, shared], [0.5939765049, 3.5275808618])

# %% syllabus="L-03"
quiz("L-03")

# %% [markdown] syllabus="L-10 L-12"
# ## Which way is down?
#
# *About 15 minutes (an estimate).*
#
# Nudge one weight only: how fast the loss changes is its **partial derivative**. All of
# them together are the **gradient**. For small changes they add up:
#
# $$Δo ≈ \sum_j \frac{∂o}{∂w_j} Δw_j + \frac{∂o}{∂b} Δb$$
#
# A sigmoid unit, x = (1, 0.5), w = (0.9, 0.3), b = 0, moves by Δw = (0.01, −0.02) and
# Δb = 0.005. The sigmoid's slope is $a(1-a)$, and a nudge of $w_j$ moves z by $x_j$ times
# as much: so $a(1-a)\,x_j$, and $a(1-a)$ for b. What if all changes are ten times larger?

# %% syllabus="L-12"
x, w = np.array([1.0, 0.5]), np.array([0.9, 0.3])
dw, db, rows = np.array([0.01, -0.02]), 0.005, []
for k in (1, 10):
    told = descent.small_change(x, w, 0.0, k * dw, k * db)
    true = sigmoid(x @ (w + k * dw) + k * db) - sigmoid(x @ w)
    rows.append([k, f"{told:.10f}", f"{true:.10f}", f"{told - true:.7f}"])
table(["times", "estimate", "true change", "error"], rows)
checkpoint("L-12", [told, true], [0.0096013724, 0.0094852064])

# %% [markdown] syllabus="L-12"
# The change grows tenfold, the error a hundredfold.
#
# > **Find the mistake.** A slide says of the *step* unit: a small change of the weights
# > makes a small change of the output. Start where z = 0.001 and take 0.002 off the bias:
# > the output falls from 1 to 0. Or take 0.0005: nothing happens. Steps have no useful slope.

# %% syllabus="L-10"
quiz("L-10")

# %% [markdown] syllabus="L-08"
# With n examples and k outputs, the half squared error has the gradient $(a - y)/n$, the
# absolute one $\text{sign}(a - y)/(nk)$; sign is 1, 0 or −1. An example that counts $c_i$
# times has $c_i / \sum c$ in place of $1/n$.
#
# Softmax with cross-entropy: $∂C/∂z = (p - y)/n$. Sigmoid with the binary one, a mean over
# k outputs too: $(p - y)/(nk)$. Only these pairs are so simple. Our first row, n = 2:
# (.6590 − 1)/2 = −.1705. True? We nudge each logit up and down, then ask the library, and
# PyTorch:

# %% syllabus="L-08"
Z, labels, h = data.TWO_LOGITS, data.TWO_LABELS, 1e-5
for j in range(3):
    nudge = np.zeros((2, 3))
    nudge[0, j] = h
    rise = losses.cross_entropy(Z + nudge, labels)
    rise = rise - losses.cross_entropy(Z - nudge, labels)
    show([rise / (2 * h), (P - np.eye(3)[labels])[0, j] / 2], 6, f"logit {j}")


# %% syllabus="L-08" tags=["nbval-ignore-output"]
def with_torch(Z, labels):
    """The gradient of the first row, as PyTorch finds it."""
    from torch import nn, tensor

    twin = tensor(Z, requires_grad=True)
    nn.functional.cross_entropy(twin, tensor(labels)).backward()
    return twin.grad[0]


stated = [-0.1704994306, 0.1212164854, 0.0492829452]
checkpoint("L-08", losses.cross_entropy_gradient(Z, labels)[0], stated)
try:
    checkpoint("L-08 torch", with_torch(Z, labels), stated)
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="L-13"
# ## Step against it
#
# *About 20 minutes (an estimate).*
#
# The gradient points where the loss *grows*. So step the other way, a little:
# $w \leftarrow w - lr \cdot gradient$, with the **learning rate** lr. Let
# $C = (w - 3)^2$, its gradient $2(w - 3)$, and start at 0 with rate 0.1: the gradient is
# −6, so $w = 0 + 0.6$. There it is −4.8. Next place?

# %% syllabus="L-13"
w = 0.0
for step in range(5):
    w = w - 0.1 * 2 * (w - 3)
    show(w, 5, name=f"w after step {step + 1}")
checkpoint("L-13", w, 2.01696)

# %% [markdown] syllabus="L-13 L-20"
# The steps shrink with the slope. What will the rates 0.5 and 1.1 do?

# %% syllabus="L-13 L-20"
show_figure(explore.draw_rates([0.1, 0.5, 1.1]))

# %% [markdown] syllabus="L-13 L-20"
# Too small crawls, right arrives, too large climbs: 6.6, −1.32, 8.184. Move the rate until
# the ball jumps to and fro for ever:

# %% syllabus="L-20"
explore.ball_explorer()

# %% [markdown] syllabus="L-14"
# With two weights the loss is a landscape; one rate serves both. In the valley
# $C = (w_1^2 + 10\,w_2^2)/2$ we start at (10, 1) and take 20 steps. Predict: is 0.2 better
# than 0.18?

# %% syllabus="L-14"
for lr in (0.05, 0.1, 0.18, 0.2, 0.21):
    places = descent.descend(descent.valley_gradient, [10, 1], lr, 20)
    show(descent.valley(places[-1]), name=f"rate {lr}: loss")
at_02 = descent.descend(descent.valley_gradient, [10, 1], 0.2, 20)[-1]
checkpoint("L-14", descent.valley(at_02), 5.0066461380)

# %% [markdown] syllabus="L-14"
# At 0.2 the steep direction jumps to and fro; a little above it **diverges** (grows
# without end), while the flat one would like more:

# %% syllabus="L-14"
explore.valley_explorer()

# %% [markdown] syllabus="L-15 L-22"
# Now a line $w x + b$ through (0, 1), (1, 3), (2, 5), mean squared error, rate 0.1.
#
# > **Find the mistake.** A slide computes *desired minus actual* and still subtracts. With
# > $y - a$ one must add; with our $a - y$ one subtracts.

# %% syllabus="L-15 L-22"
x, y, w, b = np.array([0.0, 1, 2]), np.array([1.0, 3, 5]), 0.0, 0.0
for _step in range(3):
    error = w * x + b - y
    dw, db = (2 * error * x).mean(), (2 * error).mean()  # both, then move
    w, b = w - 0.1 * dw, b - 0.1 * db
    show([(error**2).mean(), w, b], 7, name="loss before, w, b")
checkpoint("L-15", [w, b], [1.5682963, 1.0604444], tol="hand")

# %% [markdown] syllabus="L-11 L-21"
# All training is this loop. Slides cut it into four, five or six steps (–: not named;
# in brackets: meant, not written):
#
# | five steps | in four | in six |
# |---|---|---|
# | initialise the weights | – | choose weights |
# | forward | predict | forward, layer by layer |
# | error | loss | compare with the target |
# | backward | gradients | send the error back |
# | update | update | change the weights |
# | (repeat) | (repeat) | repeat until it is small |

# %% syllabus="L-11 L-21"
quiz("L-11")

# %% [markdown] syllabus="L-16 L-17"
# ## Batches
#
# *About 15 minutes (an estimate).*
#
# All examples for one step is *batch* descent, one example *stochastic*, a few
# **mini-batch**. One update is an **iteration**; one pass over all examples an **epoch**.
#
# > **Find the mistake.** A slide calls one forward and backward round an epoch. Only 64 of
# > 60,000 images were seen: an iteration.
#
# 60,000 images in batches of 64 are 937 full ones and a last one of 32. Predict: what is
# the mean of the batch means, if 1, 2, … 9, 20 come in threes?

# %% syllabus="L-16 L-17 L-18"
sizes = [(60000, 32), (60000, 64), (1000, 64)]
counts = [descent.updates(n, size) for n, size in sizes]
show(counts, name="iterations per epoch")
checkpoint("L-16", counts, [1875, 938, 16])
parts = np.split(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 20.0]), [3, 6, 9])
means = [part.mean() for part in parts]
show([np.mean(means), np.mean(np.concatenate(parts))], name="of means, of all")
checkpoint("L-18", descent.epoch_mean(means, [3, 3, 3, 1]), 6.5)

# %% [markdown] syllabus="L-16 L-18"
# Unless weighted, the last batch of one counts as much as three: 8.75 instead of 6.5.
#
# Before each epoch the examples are shuffled, with their labels. One sigmoid unit learns
# 289 pictures of 1 and 7 at rate 0.1, in one batch, in batches of 16, one by one. Which
# is ahead after six epochs?

# %% syllabus="L-16"
X, y, X_new, y_new = descent.digit_pair(1, 7)
curves = {"batch": [], "mini-batch": [], "stochastic": []}
for epochs in range(7):
    for name, size in zip(curves, [289, 16, 1], strict=True):
        rng = np.random.default_rng(0)
        w, b = descent.train_logistic(X, y, 0.1, size, epochs, rng)
        curves[name].append(losses.binary_cross_entropy(X @ w + b, y))
show_figure(explore.draw_epochs(curves))

# %% [markdown] syllabus="L-16 L-19"
# More updates lower the loss faster per *epoch*; but 289 small steps take longer than one
# large product. Mini-batches are usual.
#
# ## Find the rate
#
# *About 10 minutes (an estimate).*
#
# The **range test**: one step with each of many growing rates, watching the loss. Each
# step goes on from the last; keep a copy of the weights before.
#
# For $C = 2w^2$ a step makes $w$ into $w - lr · 4w = (1 - 4\,lr)\,w$. Above lr = 2/4 the
# factor is below −1, so $w$ grows. Where does the loss first rise?

# %% syllabus="L-19"
lrs = 10 ** (-3 + np.arange(31) / 10)
curve = descent.range_losses(lambda w: 2 * w**2, lambda w: 4 * w, 1.0, lrs)
show(lrs[optim.first_rise(curve)], name="first rise at")
checkpoint("L-19", optim.first_rise(curve), 27)
show_figure(explore.draw_range(lrs, curve))

# %% [markdown] syllabus="L-19"
# > **Find the mistake.** A slide takes the rate where the loss "falls and then rises". That
# > is the **edge**. Real losses are rougher than $2w^2$: take about a tenth, 0.05, and
# > start again from the saved weights.
#
# Try both sides:

# %% syllabus="L-19"
explore.range_explorer()

# %% syllabus="L-20"
quiz("L-20")

# %% [markdown] syllabus="L-16"
# ## One unit reads digits
#
# *About 5 minutes (an estimate).*
#
# Now on digits it has never seen: the same unit, batches of 16, ten epochs. Its weights
# are a picture too: + speaks for 7, − for 1.

# %% syllabus="L-16"
rng = np.random.default_rng(0)
w, b = descent.train_logistic(X, y, 0.1, 16, 10, rng)
right = descent.unit_accuracy(X_new, y_new, w, b)
print(f"{72 * right:.0f} of 72 new digits are right")
both = X[[np.argmin(y), np.argmax(y)]]
show_figure(explore.draw_digits(both, w, ["1", "7"]))

# %% [markdown]
# One of 72 is wrong, with 65 numbers learned from 289 pictures.
#
# ## In short
#
# - A loss is one number, a mean over examples; its gradient points uphill.
# - Step against it: small rates crawl, large ones climb.
# - An epoch is a pass over all examples, an iteration one batch; the range test finds the
#   edge, train at a tenth.
#
# Now in the library: `losses`, `softmax`, `descent`; and, as in exercises 9 and 11,
# `prepare.mini_batches` and `optim.range_test`. Next: lesson 05
# lets the computer find the gradients.
