# %% [markdown] syllabus="B-01"
# # 06 Backpropagation
#
# A network is wrong. Which of its thousand weights is to blame, and how much? One walk
# from the last layer back to the first answers for all.
#
# **You will be able to**
#
# - compute every gradient of a small network by hand, and name the equation behind it;
# - write the same in code, for one column and for a batch of rows, for any depth;
# - tell a right gradient from a nearly right one, and train with it.
#
# **You need** lessons [03](03_forward_propagation.ipynb) (layers) and
# [04](04_loss_and_gradient_descent.ipynb) (loss, step). About 150 minutes (an
# estimate), then the assignment `06_backpropagation`.

# %%
import numpy as np

from nnbyhand import backprop, data, forward, gradcheck, losses
from nnbyhand.activations import sigmoid, sigmoid_slope, softmax
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import backprop as explore
from nnbyhand.show import show, show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="B-07"
# ## One weight in front, one behind
#
# *About 15 minutes (an estimate).*
#
# The shortest network with a hidden unit: $z = w_1 x$, $a = σ(z)$, $ŷ = w_2 a$, and
# $J = \frac12(ŷ - t)^2$. Nudge $w_2$: it moves $ŷ$, which moves $J$. Nudge $w_1$: it
# moves $z$, that moves $a$, then $ŷ$, then $J$. The **chain rule** multiplies along the way:
#
# $$\frac{∂J}{∂w_2} = \frac{∂J}{∂ŷ}\frac{∂ŷ}{∂w_2} = (ŷ - t)\,a, \qquad
# \frac{∂J}{∂w_1} = \frac{∂J}{∂ŷ}\frac{∂ŷ}{∂z}\frac{∂z}{∂w_1} = (ŷ - t)\; w_2\, σ'(z)\; x$$
#
# Let x = 0.5, $w_1$ = 1.5, $w_2$ = −2, t = 1. Then z = 0.75, a = .6792, ŷ = −1.3584. The
# error −2.3584 times .6792 is −1.6017. The slope: .6792 · .3208 = .2179. And $∂J/∂w_1$?

# %% syllabus="B-07"
x, w1, w2, t = data.CHAIN_X, data.CHAIN_W1, data.CHAIN_W2, data.CHAIN_TARGET
a = sigmoid(w1 * x)
y = w2 * a
dJ_dy = y - t
dJ_dw2 = dJ_dy * a
dJ_dw1 = dJ_dy * w2 * a * (1 - a) * x
checkpoint("B-07", [dJ_dw2, dJ_dw1], [-1.6017461100, 0.5138742706])

# %% [markdown] syllabus="B-01 B-14"
# Both products begin with the same factor, the error: what is known behind a weight is
# used again in front of it. So compute from the back. Look at the last factors,
# then choose:

# %% syllabus="B-01 B-14"
quiz("B-01")

# %% [markdown] syllabus="B-02"
# ## Place by place: the Hadamard product
#
# *About 5 minutes (an estimate).*
#
# A layer has many errors, and each meets its own slope. This product, place by place, is
# written ⊙: (1, 2) ⊙ (3, 4) = (3, 8). Two others look similar. What are they for the
# same numbers?

# %% syllabus="B-02"
u, v = np.array([1, 2]), np.array([3, 4])
show(u * v, name="place by place, u * v")
show(u @ v, name="added up, u @ v")
print("each with each, np.outer:", np.outer(u, v).tolist())
checkpoint("B-02", u * v, [3, 8])

# %% [markdown] syllabus="B-03 B-04 B-05 B-06"
# ## Four equations
#
# *About 30 minutes (an estimate).*
#
# The **delta** δ of a unit is $∂C/∂z$: how the loss moves when its sum does.
#
# 1. **BP1** *last layer:* how the loss moves with the output, times the slope at the sum
# 2. **BP2** *one layer back:* add up the deltas behind, each times its weight; times the
#    slope
# 3. **BP3** *bias:* it enters the sum as it is, so its gradient is δ
# 4. **BP4** *weight:* what entered through it, times the δ where it ends
#
# In the textbook's symbols, $w_{jk}$ from unit k to unit j:
#
# $$δ^L = ∇_a C ⊙ σ'(z^L) \qquad δ^l = \big((w^{l+1})^T δ^{l+1}\big) ⊙ σ'(z^l)$$
# $$∂C/∂b_j = δ_j \qquad ∂C/∂w_{jk} = a_k\, δ_j$$

# %% [markdown] syllabus="B-03 B-04 B-05 B-06"
# Why? BP1: z moves a, a moves C. BP2: a hidden a enters *every* sum behind, and the ways
# add up. BP3 and BP4: $z_j = \sum_k w_{jk} a_k + b_j$ has the slope 1 by $b_j$ and $a_k$ by
# $w_{jk}$. So what *entered* must be kept.
#
# With numbers, all sigmoid, loss ½(a − y)². Fill the circles on paper: three sums and
# three activations, four decimals. Then go back.

# %% syllabus="B-03"
show_figure(explore.draw_passes(empty=True))

# %% [markdown] syllabus="B-03 B-04 B-05 B-06"
# Sums: 1 · 0.5 + 0.5 · 1 − 0.5 = 0.5 and 1 · (−1) + 0.5 · 2 + 0.25 = 0.25, so .6225 and
# .5622. Output: 2 · .6225 − .5622 + 0.5 = 1.1827, so .7654. The loss is .2929.
#
# **BP1** .7654 · (.7654 · .2346) = **.1374**. **BP2** .1374 · 2 · (.6225 · .3775) = **.0646**
# and .1374 · (−1) · (.5622 · .4378) = **−.0338**. **BP3** these three are the gradients of the
# biases. **BP4** .6225 · .1374 = **.0855**, .5622 · .1374 = **.0773**. Four are left:
# which is the smallest, in size?

# %% syllabus="B-03 B-04 B-05 B-06"
show_figure(explore.draw_passes())
(W1, W2), (b1, b2) = explore.WEIGHTS, explore.BIASES
dWs, dbs = backprop.backprop(explore.X, [[0.0]], [W1, W2], [b1, b2])
checkpoint("B-04", dbs[0], [0.0646, -0.0338], tol="hand")

# %% [markdown] syllabus="B-01"
# Input times hidden delta: .0646, half of it, −.0338, and the smallest, 0.5 · (−.0338) =
# −.0169. Now step. Which weights change most? What becomes of all gradients when the
# output comes near the target?

# %% syllabus="B-01"
explore.backprop_explorer()

# %% [markdown] syllabus="B-08"
# ## Line by line: columns
#
# *About 20 minutes (an estimate).*
#
# The class of the slides, in their form: one example as a column, textbook matrices,
# indices that count from the end.
#
# > **Find the mistake.** The slides' listing loops over `xrange(2, self.num_layers)` and
# > indents `def sigmoid(z):` into the class, without `self`. Called in Python 3, which
# > of the two fails first?


# %% syllabus="B-08"
class Network:
    """The slides' class, made to run: lists of columns and matrices."""

    def __init__(self, sizes, rng):
        pairs = [(sizes[i], sizes[i - 1]) for i in range(1, len(sizes))]
        self.biases = [rng.normal(size=(j, 1)) for j, _ in pairs]
        self.weights = [rng.normal(size=pair) for pair in pairs]

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activations, zs = [x], []
        for b, w in zip(self.biases, self.weights, strict=True):
            zs.append(w @ activations[-1] + b)
            activations.append(sigmoid(zs[-1]))
        delta = (activations[-1] - y) * sigmoid_slope(zs[-1])  # BP1
        nabla_b[-1] = delta  # BP3
        nabla_w[-1] = delta @ activations[-2].T  # BP4
        for i in range(2, len(zs) + 1):
            back = self.weights[-i + 1].T @ delta
            delta = back * sigmoid_slope(zs[-i])  # BP2
            nabla_b[-i] = delta
            nabla_w[-i] = delta @ activations[-i - 1].T
        return nabla_b, nabla_w


# %% [markdown] syllabus="B-08"
# `sigmoid`: the forward pass calls it before any loop goes back, and without `self.` nobody
# finds it in the class. `range` mends the other.
#
# `activations` begins with the input. What entered the sums `zs[-i]` is
# `activations[-i - 1]`, the weights *behind* them are `weights[-i + 1]`. Is it right? The
# 2-2-1 network, as columns:

# %% syllabus="B-08"
net = Network([2, 2, 1], np.random.default_rng(0))
net.weights = [W.T for W in explore.WEIGHTS]
net.biases = [b[:, None] for b in explore.BIASES]
nabla_b, nabla_w = net.backprop(explore.X.T, np.array([[0.0]]))
print("first layer, a row for each unit:")
show(nabla_w[0])
checkpoint("B-08", nabla_w[0], dWs[0].T)

# %% [markdown] syllabus="B-03 B-04 B-05 B-06"
# ## Line by line: a batch of rows
#
# *About 15 minutes (an estimate).*
#
# With examples as rows all lies on its side, and C is a mean: 1/n enters **once**, in the
# last delta (n = `len(X)`). BP3 and BP4 add over the examples.
#
# | | one column | a batch of rows |
# |---|---|---|
# | BP1 | `(a - y) * slope(z)` | `(A - Y) / n * slope(Z)` |
# | BP2 | `(w.T @ delta) * slope(z)` | `(delta @ W.T) * slope(Z)` |
# | BP3 | `delta` | `delta.sum(axis=0)` |
# | BP4 | `delta @ a.T` | `A.T @ delta` |
#
# Network G is 2-4-3, with five examples. Say the six shapes first.

# %% syllabus="B-10"
X, Y, W2, b2 = data.G_X, data.G_Y, data.G_W2, data.G_B2
Z1 = X @ data.G_W1 + data.G_B1
Z2 = sigmoid(Z1) @ W2 + b2
delta2 = (sigmoid(Z2) - Y) / len(X) * sigmoid_slope(Z2)  # BP1
db2, dW2 = delta2.sum(axis=0), sigmoid(Z1).T @ delta2  # BP3, BP4
delta1 = delta2 @ W2.T * sigmoid_slope(Z1)  # BP2
db1, dW1 = delta1.sum(axis=0), X.T @ delta1  # BP3, BP4
print(*(part.shape for part in (delta2, delta1, db2, db1, dW2, dW1)))

# %% [markdown] syllabus="B-10"
# Each gradient has the shape of what it changes: a first test that costs nothing. The
# numbers are pinned, and PyTorch, if it is installed, agrees:

# %% syllabus="B-10"
stated = [0.138010946445, 0.048991512288, 0.400867252692, 0.086636367992]
found = [np.abs(part).sum() for part in (dW1, db1, dW2, db2)]
checkpoint("B-10", found, stated)
loss = losses.half_squared(sigmoid(Z2), Y)
checkpoint("B-10 loss", loss, 0.6511653396041267)


# %% syllabus="B-10" tags=["nbval-ignore-output"]
def with_torch():
    """The gradient of the first weights, as PyTorch finds it."""
    from torch import tensor

    W = tensor(data.G_W1, requires_grad=True)
    A = (tensor(X) @ W + tensor(data.G_B1)).sigmoid()
    A = (A @ tensor(W2) + tensor(b2)).sigmoid()
    squares = ((A - tensor(Y)) ** 2).sum()
    (squares / 10).backward()  # a half, and the mean over 5
    return W.grad


try:
    checkpoint("B-10 torch", with_torch()[0], dW1[0])
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="B-11"
# Another activation changes the slope, another loss only BP1. With softmax and
# cross-entropy (lesson 04) the last delta is (p − y)/n; its slope is already inside. One
# of G's sums is exactly 0, at ReLU's corner: by our rule the slope there is 0.

# %% syllabus="B-11"
A1 = np.maximum(Z1, 0)
logits = A1 @ W2 + b2
delta2 = (softmax(logits) - Y) / len(X)  # BP1 for this pair
delta1 = delta2 @ W2.T * (Z1 > 0)
show(delta2.sum(axis=0), name="db2")
checkpoint("B-11", losses.cross_entropy(logits, Y), 4.586046300485)

# %% [markdown] syllabus="B-12 B-09"
# ## A picture that is not the gradient
#
# *About 15 minutes (an estimate).*
#
# > **Find the mistake.** A slide sends the error of an output back in shares,
# > $w_{11}/(w_{11}+w_{21})$ and $w_{21}/(w_{11}+w_{21})$, and calls that backpropagation.
#
# In the 3-3-3 network of lesson 03 the weights into output 1 are .3, .7, .5: shares .2,
# .4667, .3333. BP2 has *no* such division, and a slope. Side by side:

# %% syllabus="B-09 B-12"
weights, none = [data.SLIDE_W1, data.SLIDE_W2], [np.zeros(3)] * 2
Zs, As = forward.forward(data.SLIDE_X, weights, none)
error, W = As[1] - data.SLIDE_TARGET, data.SLIDE_W2
shares = error @ (W / W.sum(axis=0)).T
dC_dh = error * sigmoid_slope(Zs[1]) @ W.T
columns = [[f"{value:.4f}" for value in part[0]] for part in (shares, dC_dh)]
table(["by shares", "dC/dh"], zip(*columns, strict=True))
checkpoint("B-12", shares, [[0.618127, 0.188040, 0.406831]], tol="hand")

# %% [markdown] syllabus="B-09 B-12"
# Same order, same signs, other numbers; a step with the shares even lowers this loss,
# which hides the mistake. But sums of *signed* weights can be negative: then a share
# turns round. One step of rate 0.1 on the first layer of lesson 03's second network:
# which of the two goes up?


# %% syllabus="B-12"
def loss_after(back):
    """Step the first layer with what came back to the hidden units."""
    delta = back * sigmoid_slope(Zs[0])
    W1 = data.SQUARE_W1 - 0.1 * data.SQUARE_X.T @ delta
    b1 = data.SQUARE_B1 - 0.1 * delta.sum(axis=0)
    As = forward.forward(data.SQUARE_X, [W1, W], [b1, biases[1]])[1]
    return losses.half_squared(As[-1], targets)


W, targets = data.SQUARE_W2, np.eye(3)[:2]
biases = [data.SQUARE_B1, data.SQUARE_B2]
Zs, As = forward.forward(data.SQUARE_X, [data.SQUARE_W1, W], biases)
error = (As[1] - targets) / 2
shares = error @ (W / W.sum(axis=0)).T
by_BP2 = error * sigmoid_slope(Zs[1]) @ W.T
compared = [loss_after(back) for back in (0 * shares, shares, by_BP2)]
show(compared, 4, name="before, shares, BP2")

# %% [markdown] syllabus="B-09"
# The shares: from .3843 to .3871, uphill. A true step of both layers of the 3-3-3 network
# takes its loss from .5912 to .5301 at rate 1, and to .5851 at rate 0.1:

# %% syllabus="B-09"
after = []
X_one, target = data.SLIDE_X, data.SLIDE_TARGET
dWs, _dbs = backprop.backprop(X_one, target, weights, none)
for lr in (1.0, 0.1):
    moved = [W - lr * dW for W, dW in zip(weights, dWs, strict=True)]
    As = forward.forward(X_one, moved, none)[1]
    after.append(losses.half_squared(As[-1], target))
checkpoint("B-09", after, [0.5300647400, 0.5851377198])

# %% [markdown] syllabus="B-13"
# ## Is it right?
#
# *About 30 minutes (an estimate).*
#
# A wrong gradient often trains *a little*, so test it. Nudge every weight up and down by
# h: the loss moves by $(C(w + h) - C(w - h)) / 2h$, the **central difference**. One side
# alone, $(C(w + h) - C(w)) / h$, is rougher. Is a smaller h always better?


# %% syllabus="B-13"
def loss_of_G(W1):
    """The loss of network G as a function of its first weights."""
    _, As = forward.forward(X, [W1, W2], [data.G_B1, b2])
    return losses.half_squared(As[-1], Y)


def one_sided(W1, h):
    """Nudge each weight up only."""
    slopes = np.zeros(W1.shape)
    for place in np.ndindex(*W1.shape):
        nudge = np.zeros(W1.shape)
        nudge[place] = h
        slopes[place] = (loss_of_G(W1 + nudge) - loss_of_G(W1)) / h
    return slopes


# %% syllabus="B-13" tags=["nbval-ignore-output"]
hs = 10.0 ** np.arange(-12, 0)
errors = {"one side": [], "both sides": []}
for h in hs:
    both = gradcheck.numerical_gradient(loss_of_G, data.G_W1, h)
    errors["one side"].append(np.abs(one_sided(data.G_W1, h) - dW1).max())
    errors["both sides"].append(np.abs(both - dW1).max())
show_figure(explore.draw_step_sizes(errors, hs))

# %% [markdown] syllabus="B-13"
# No. Read from the right: the error falls with h on one side, with h² on both. Then it
# rises: of two losses that agree in 12 digits only 4 digits of difference are left. Near
# 1e-5 both sides do best.
#
# "Close" must be **relative**: $\|g - n\| / (\|g\| + \|n\|)$, below 1e-7 right, above
# 1e-3 wrong. What do zeros get, when the true gradient is tiny? And never test at ReLU's
# corner: left and right slopes differ there.


# %% syllabus="B-13"
def relative(g, n):
    """How far two gradients are apart, between 0 and 1."""
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))


numeric = gradcheck.numerical_gradient(loss_of_G, data.G_W1)
checkpoint("B-13", relative(dW1, numeric) < 1e-7, True)
checkpoint("B-13 zeros", relative(0 * dW1, 1e-10 * numeric), 1.0)
print("np.allclose accepts zeros:", np.allclose(0 * dW1, 1e-10 * numeric))

# %% [markdown] syllabus="B-13 B-15"
# Zeros get a 1, as wrong as can be; `np.allclose` forgives any difference below 1e-8.
# The library's `gradcheck.check_network` reports on every parameter.
#
# Then why not always take differences?

# %% syllabus="B-15"
quiz("B-15")

# %% [markdown] syllabus="B-16"
# ## It learns
#
# *About 20 minutes (an estimate).*
#
# 784-128-10 would take 203,540 forward passes for one gradient. Forward and back costs
# about three.
#
# XOR with 2-3-1, rate 5, all four examples in a batch: once from random weights, once
# from zeros. If all hidden units are equal, are their gradients?

# %% syllabus="B-16"
X_xor = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
Y_xor, curves = np.array([[0.0], [1], [1], [0]]), {}
for name, size in (("random", 1), ("zeros", 0)):
    rng = np.random.default_rng(0)
    weights, biases = backprop.start([2, 3, 1], rng)
    net = [size * W for W in weights], biases
    *net, curves[name] = backprop.train(X_xor, Y_xor, *net, 5, 4, 1500, rng)
    show(forward.forward(X_xor, *net)[1][-1].ravel(), 2, name=f"from {name}")

# %% syllabus="B-16"
show_figure(explore.draw_curves(curves, "step"))
checkpoint("B-16", curves["zeros"][-1], 0.125)

# %% [markdown] syllabus="B-16"
# The random start waits on a flat stretch, then falls. From zeros all outputs stay at
# 0.5: equal units get equal gradients and stay equal.
#
# Now ten digits. The slides train 784-15-10 on images of 28 by 28 pixels; the bundled
# ones have 8 by 8, so 64-15-10, batches of 10, rate 3. Guessing is right in 10 of 100.
# What do you expect of 20 epochs?


# %% syllabus="B-16"
def learn(pictures, largest, n_epochs):
    """Train pixels-15-10; give the share of right answers on new digits."""
    X, labels, X_new, labels_new = pictures[:4]
    X, X_new = (part.reshape(len(part), -1) / largest for part in (X, X_new))
    rng = np.random.default_rng(0)
    net = backprop.start([X.shape[1], 15, 10], rng)
    Y = np.eye(10)[labels]
    *net, _ = backprop.train(X, Y, *net, 3, 10, n_epochs, rng)
    return backprop.accuracy(X_new, labels_new, *net)


right = learn(data.load_digits(), 16, 20)
show(right, 2, name="share of new digits right")
checkpoint("B-16 digits", right > 0.85, True)

# %% [markdown] syllabus="B-16 B-17"
# Nearly nine of ten, of digits it has never seen. And in full size? If MNIST's 60,000 images
# are here (`nnbyhand data fetch mnist` brings them), the next cell trains
# 784-15-10. It says which data it used:

# %% syllabus="B-16" tags=["nbval-ignore-output"]
try:
    full = learn(data.load_mnist(), 255, 3)
    print(f"28 x 28, MNIST, 3 epochs: {full:.1%} of 10,000 are right")
except FileNotFoundError:
    print(f"8 x 8, bundled (MNIST is not here): {right:.1%} of 360 are right")

# %% [markdown]
# ## In short
#
# - Delta is $∂C/∂z$. BP1 starts it, BP2 sends it back, BP3 and BP4 read gradients off.
# - 1/n enters once; every gradient has the shape of what it changes.
# - Check with central differences, relatively; start from random weights.
#
# Now in `nnbyhand.backprop`: `backprop`, `train_step`, `train`, `by_shares`. StatQuest has a
# public video on it. Say in your own words how an error reaches the first layer; you will
# write it down in the assignment `06_backpropagation`. Next: lesson 07.
