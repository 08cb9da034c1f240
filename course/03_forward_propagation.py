# %% [markdown] syllabus="F-24"
# # 03 Forward propagation
#
# Is this a face? Too large a question for one unit. Is there an eye, a nose, a mouth? And
# before that: is there an edge? A network asks in layers. This lesson sends numbers
# through all of them, first on paper, then for a whole batch in one line.
#
# **You will be able to**
#
# - draw each activation with its slope, and compute both for any number;
# - send examples through any *dense* network (every unit reads the layer before it),
#   and count its parameters;
# - say why layers need something non-linear between them.
#
# **You need** lessons [01](01_neurons_and_gates.ipynb) and [02](02_perceptron.ipynb): a unit, its weights, its
# bias. About 80 minutes (an estimate), then the assignment `03_forward_propagation`.

# %%
import numpy as np

from nnbyhand import data, forward
from nnbyhand.activations import relu, sigmoid, softmax, tanh
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import forward as explore
from nnbyhand.show import show, show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="F-01 F-04"
# ## Smooth decisions
#
# *About 15 minutes (an estimate).*
#
# A step forgets by how much its sum missed zero. Smooth **activations** keep that. Real
# nerve cells, too, respond more like an S than like a step.
#
# | name | $f(z)$ | known from |
# |---|---|---|
# | step; sign | 1 or 0; 1 or −1 | lesson 01 |
# | linear | $z$ | linear regression |
# | sigmoid, logistic | $1/(1+e^{-z})$ | logistic regression |
# | tanh | $(e^z-e^{-z})/(e^z+e^{-z})$ | older networks |
# | ReLU | $\max(0, z)$ | most networks today |
#
# By hand once: $z = 0.5$ gives $e^{-0.5} = 0.6065$, so $σ = 1/1.6065 = 0.6225$. What do
# the three say at −2?

# %% syllabus="F-01"
z = np.array([-2.0, -0.5, 0.5, 1.3])
columns = [z, sigmoid(z).round(4), tanh(z).round(4), relu(z)]
table(["z", "sigmoid", "tanh", "ReLU"], np.column_stack(columns))
stated = [0.1192029220, 0.3775406688, 0.6224593312, 0.7858349830]
checkpoint("F-01", sigmoid(z), stated)

# %% [markdown] syllabus="F-02"
# The **slope** says how much the answer changes when $z$ changes a little; learning will
# live on it. From the value $a = f(z)$ it costs nothing more:
#
# $$σ' = a(1-a), \qquad \tanh' = 1-a^2, \qquad ReLU' = 1 \text{ if } z > 0 \text{ else } 0$$
#
# At 0.5 the sigmoid's is $0.6225 \cdot 0.3775 = 0.2350$. Where is it largest?

# %% syllabus="F-02"
a = sigmoid(z)
show(a * (1 - a), name="sigmoid slope")
show(1 - tanh(z) ** 2, name="tanh slope")
stated = [0.1049935854, 0.2350037122, 0.2350037122, 0.1682983625]
checkpoint("F-02", a * (1 - a), stated)
checkpoint("F-02 tanh", tanh(z), 2 * sigmoid(2 * z) - 1)

# %% syllabus="F-01 F-02"
show_figure(explore.draw_activations(["sigmoid", "tanh", "relu"]))

# %% [markdown] syllabus="F-02"
# Largest at 0, where it is 0.25; far out both S-curves are flat. (The last checkpoint:
# tanh is a stretched sigmoid, $2σ(2z) - 1$.) Move $z$, and change the function. Which one
# never gets flat for large sums?

# %% syllabus="F-01 F-02"
explore.activation_explorer()

# %% [markdown] syllabus="F-03"
# ReLU. One trap is numerical: at $z = -1000$ the formula asks for $e^{1000}$, which is
# infinite for a computer. For negative $z$ write the same number as
# $e^z / (1 + e^z)$: there the power is never above 1.


# %% syllabus="F-03"
def stable(z):
    """Sigmoid in two forms, each used where its power is at most 1."""
    power = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, power) / (1 + power)


extremes = stable(np.array([-1000.0, 0.5, 1000.0]))
checkpoint("F-03", extremes, [0, 0.6224593312, 1])

# %% [markdown] syllabus="F-01"
# **Softmax** turns a whole row of sums into probabilities: $e^{z_k}$, divided by the sum
# of them. Adding 1000 to every number changes nothing, so subtract the largest first, and
# no power overflows:

# %% syllabus="F-01"
Z = np.array([[0.0, 1.0, 2.0], [1000.0, 1001.0, 1002.0]])
powers = np.exp(Z - Z.max(axis=1, keepdims=True))
show(powers / powers.sum(axis=1, keepdims=True))
stated = [0.0900305732, 0.2447284711, 0.6652409558]
checkpoint("F-01 softmax", softmax(Z)[1], stated)

# %% syllabus="F-06"
quiz("F-06")

# %% [markdown] syllabus="F-07 F-08"
# ## From unit to layer
#
# *About 10 minutes (an estimate).*
#
# Units side by side, all reading the same inputs, are a **layer**. Each has its own
# weight for each input: $n$ inputs and $m$ units make $n \cdot m$ weights and $m$ biases.
# Here are 3, 3 and 3, each edge as wide as its weight is large. The inputs are known, the
# other units wait for you:

# %% syllabus="F-07"
weights, empty = [data.SLIDE_W1, data.SLIDE_W2], [np.nan] * 3
columns = [data.SLIDE_X[0], empty, empty]
ax = explore.draw_network(columns, weights, numbers=True)
show_figure(ax.figure)

# %% syllabus="F-07 F-24"
quiz("F-07")

# %% [markdown] syllabus="F-13 F-23"
# A smaller one first: inputs 1 and 0.5, two units, no biases. Unit 1 has the weights 0.9
# and 0.3, unit 2 has 0.2 and 0.8.
#
# > **Find the mistake.** A lecture slide computes unit 1 as 0.5 × 0.3 and 0.5 + 0.15.
# > Which product is missing?
#
# Work out both sums, then the sigmoid of the first: $e^{-1.05} = 0.3499$.
#
# A large weight makes a strong connection. Always? The question below has a catch.

# %% syllabus="F-13"
x, into_1, into_2 = [1.0, 0.5], [0.9, 0.3], [0.2, 0.8]
for w in (into_1, into_2):
    total = x[0] * w[0] + x[1] * w[1]
    show([total, sigmoid(total)], name="sum, activation")
checkpoint("F-13", total, 0.6)

# %% syllabus="F-23"
quiz("F-23")

# %% [markdown] syllabus="F-13 F-12"
# The slide lacks 1 × 0.9: $z_1 = 1 \cdot 0.9 + 0.5 \cdot 0.3 = 1.05$, so
# $a_1 = 1/1.3499 = 0.7408$.
#
# ## A layer is a matrix
#
# *About 15 minutes (an estimate).*
#
# Those sums are a matrix product: entry $(i, j)$ of $AB$ is row $i$ of $A$ times column
# $j$ of $B$. Take
# $A$ with rows (1, 2), (3, 4) and $B$ with rows (5, 6), (7, 8): the first entry is $1 \cdot 5 + 2 \cdot 7 = 19$. The others?

# %% syllabus="F-12"
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
print("A @ B:", (A @ B).tolist())
print("A * B:", (A * B).tolist())
print("B @ A:", (B @ A).tolist())
checkpoint("F-12", A @ B, [[19, 22], [43, 50]])

# %% [markdown] syllabus="F-10 F-14"
# Neither `*` nor the other order gives it. Textbooks write one example as a column and
# each unit as a **row**: $a^l_j = σ(\sum_k w^l_{jk} a^{l-1}_k + b^l_j)$, in short
# $a^l = σ(w^l a^{l-1} + b^l)$. (The raised $l$ counts layers and is no power; $w_{jk}$ leads
# from unit $k$ to unit $j$.) We write examples as rows and units as **columns**:
#
# $$Z = XW + b, \qquad W = w^T$$
#
# where $^T$ swaps rows and columns. Column $j$ of $W$ leads into unit $j$.

# %% syllabus="F-10 F-14"
w_text = np.array([into_1, into_2])
column = w_text @ np.array([[1.0], [0.5]])
row = data.TWO_NODE_X @ w_text.T
show(column, 2, name="textbook")
show(row, 2, name="ours")
checkpoint("F-14", sigmoid(row), [[0.7407748992, 0.6456563062]])

# %% syllabus="F-11"
quiz("F-11")

# %% [markdown] syllabus="F-09 F-21"
# Why rows? A batch then goes through at once: all units of a layer, all examples, one
# line. And the bias is a weight $w_0$ of an input that is always 1. Join a column of ones
# to $X$ and a row $b$ to $W$:

# %% syllabus="F-09"
X, W, b = data.SQUARE_X, data.SQUARE_W1, data.SQUARE_B1
ones = np.ones((len(X), 1))
Z = np.hstack([ones, X]) @ np.vstack([b, W])
show(Z, 2, name="Z")
checkpoint("F-09", Z, X @ W + b)

# %% [markdown] syllabus="F-15"
# ## Layer after layer
#
# *About 15 minutes (an estimate).*
#
# **Forward propagation** is one rule, repeated: the activations of a layer are the inputs
# of the next. Into the 3-3-3 network goes (0.9, 0.1, 0.8). First hidden sum: $0.9 \cdot
# 0.9 + 0.1 \cdot 0.3 + 0.8 \cdot 0.4 = 1.16$. Take paper, the drawing under “From unit to
# layer” with its weights, and go on to the three outputs.

# %% syllabus="F-15"
z_h = data.SLIDE_X @ data.SLIDE_W1
h = sigmoid(z_h)
z_o = h @ data.SLIDE_W2
o = sigmoid(z_o)
for name, row in {"z_h": z_h, "h": h, "z_o": z_o, "o": o}.items():
    show(row[0], name=name)
checkpoint("F-15", o, [[0.7263033450, 0.7085980724, 0.7780970596]])

# %% [markdown] syllabus="F-15"
# > **Find the mistake.** A slide ends with 0.708 for the second output. You have 0.7086,
# > which is 0.709. Nothing was added wrongly. What happened?

# %% syllabus="F-15"
h_cut = h.round(3)
o_cut = sigmoid((h_cut @ data.SLIDE_W2).round(3))
show(o_cut[0], 3, name="rounded on the way")
checkpoint("F-15 rounded", np.abs(o_cut - o).max() < 1e-3, True)

# %% [markdown] syllabus="F-15 F-27"
# Rounding at every stage moves the last digit: keep full precision and round once, at the
# end. The effect stays below 0.001, and a transposed matrix moves an output by at least
# 0.01. Move the inputs, print the weights, change the network. Which input moves output 3
# most?

# %% syllabus="F-15 F-16"
explore.forward_explorer()

# %% syllabus="F-27"
quiz("F-27")

# %% [markdown] syllabus="F-16"
# Input 3. Input 1 has the strongest single way (0.9, then 0.8), but all ways count, and
# input 3 has two good ones: 0.4 · 0.8 over hidden unit 1, 0.6 · 0.9 over hidden unit 3.
#
# The slide's network cannot show every mistake: no biases, no negative sums, one example.
# The explorer's second network has all three. As a loop it is the same rule, and PyTorch,
# where it is installed, agrees. In the library it is `forward.forward(X, weights, biases)`, which
# keeps the sums and activations of every layer; lesson 06 will need them.

# %% syllabus="F-16"
layers = [(data.SQUARE_W1, data.SQUARE_B1), (data.SQUARE_W2, data.SQUARE_B2)]
A = data.SQUARE_X
for W, b in layers:
    A = sigmoid(A @ W + b)
    show(A)
stated = [0.5073785219, 0.8161457497, 0.8375214047]
checkpoint("F-16", A[1], stated)


# %% syllabus="F-16" tags=["nbval-ignore-output"]
def with_torch(X):
    """The same loop on tensors."""
    import torch

    T = torch.tensor(X)
    for W, b in layers:
        T = torch.sigmoid(T @ torch.tensor(W) + torch.tensor(b))
    return T


try:
    checkpoint("F-16 torch", with_torch(data.SQUARE_X), A)
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="F-17 F-18"
# ## Counting
#
# *About 5 minutes (an estimate).*
#
# How many numbers does 784-128-10 learn? Layer by layer, $784 \cdot 128 + 128 = 100\,480$
# and $128 \cdot 10 + 10 = 1290$. And 3-3-3-2, the network from three inputs over twice
# three hidden units to two classes?

# %% syllabus="F-17 F-18"
for sizes in ([3, 3, 3, 2], [784, 15, 10], [784, 128, 10], [784, 512, 10]):
    pairs = [(sizes[i - 1], sizes[i]) for i in range(1, len(sizes))]
    count = sum(d_in * d_out + d_out for d_in, d_out in pairs)
    print(*sizes, sep="-", end=f": shapes of W {pairs}, {count} parameters\n")
checkpoint("F-17", count, 407_050)

# %% [markdown] syllabus="F-17 F-05"
# 32 for 3-3-3-2; 101,770 for 784-128-10. Is 784-15-10 a two-layer or a three-layer
# network? Slides say both, so write the sizes.
#
# ## Why not leave the activation out?
#
# *About 5 minutes (an estimate).*
#
# Without it, $(XW_1 + b_1)W_2 + b_2 = X(W_1W_2) + (b_1W_2 + b_2)$: two layers are one.

# %% syllabus="F-05"
show(data.SLIDE_X @ data.SLIDE_W1 @ data.SLIDE_W2, 3, name="two layers")
show(data.SLIDE_X @ (data.SLIDE_W1 @ data.SLIDE_W2), 3, name="one")
(W1, b1), (W2, b2) = layers
W, b = forward.merge_linear(W1, b1, W2, b2)
checkpoint("F-05", X @ W + b, (X @ W1 + b1) @ W2 + b2)

# %% [markdown] syllabus="F-19"
# ## Any curve from stairs
#
# *About 10 minutes (an estimate).*
#
# With a non-linear function in between, one hidden layer reaches far. Give each stair of a
# staircase a step unit at its **edge**; its outgoing weight is how much **higher** this
# stair is than the one before. A unit with weight 1 and bias −e fires for x > e; the
# height of the first stair is the bias of the output. Each stair is as high as the curve in its middle. What
# happens to the largest error when the stairs double?


# %% syllabus="F-19"
def wave(x):
    """One full wave on 0 to 1."""
    return np.sin(2 * np.pi * x)


show_figure(explore.plot_stairs(wave, [5, 20], "sin 2πx"))
x = np.linspace(0, 1, 20_001)
errors = []
for n in (5, 10, 20, 40):
    answers = forward.step_network(x, *forward.staircase(wave, n))
    errors.append(np.abs(answers - wave(x)).max().round(6))
print(*errors)
checkpoint("F-19", errors, [0.587785, 0.309017, 0.156434, 0.078459])

# %% [markdown] syllabus="F-19 F-25"
# It halves. That is **universal approximation**, and it has conditions: the curve is
# continuous, the interval closed and bounded, there are enough units, and the activation
# is no polynomial. (Closed, bounded: 0 to 1 with its ends.)
#
# > **Find the mistake.** A slide promises it for any bounded continuous function. Take
# > the sine on the whole line: bounded, continuous. What do the stairs answer at
# > $x = 1.25$, where the wave is 1?

# %% syllabus="F-19"
stairs = forward.staircase(wave, 40)
outside = forward.step_network(np.array([1.25]), *stairs)
show(outside, name="answer at 1.25")
checkpoint("F-19 outside", abs(outside[0] - wave(1.25)) > 1, True)

# %% syllabus="F-25"
quiz("F-25")

# %% [markdown] syllabus="F-20"
# ## A calculation as a graph
#
# *About 5 minutes (an estimate).*
#
# A network is one long calculation. Write a short one as nodes: $d = b + c$, $e = c + 2$,
# $a = d \cdot e$. With $b = 2$, $c = 1$ both $d$ and $e$ are 3, which hides mix-ups; so
# try $b = 5$, $c = -1.5$ as well. Then nudge $b$ and $c$ a little: by how much does $a$
# move for each? And where does a forward pass stand in a whole project?


# %% syllabus="F-20"
def graph(b, c):
    """Three nodes, each computed once."""
    d = b + c
    e = c + 2
    return d, e, d * e


checkpoint("F-20", graph(2, 1), (3, 3, 9))
checkpoint("F-20 again", graph(5, -1.5), (3.5, 0.5, 1.75))
nudge = 1e-6
by_b = (graph(2 + nudge, 1)[2] - 9) / nudge
by_c = (graph(2, 1 + nudge)[2] - 9) / nudge
show([by_b, by_c], 3, name="slopes of a")

# %% syllabus="F-22"
quiz("F-22")

# %% [markdown] syllabus="F-20 F-26"
# $c$ enters $d$ and $e$, and both ways count: $e + d = 6$. By $b$ it is $e = 3$. Lesson
# 05 makes a machine of this.
#
# ## In short
#
# - A layer is `activation(X @ W + b)`; a network is that, repeated.
# - Column $j$ of $W$ leads into unit $j$; textbooks store the transpose.
# - Without a non-linear function, depth adds nothing; with one, stairs follow any curve.
#
# Now in the library: `nnbyhand.activations`, and `forward`, `count_parameters`,
# `merge_linear` and `staircase` in `nnbyhand.forward`. Say in your own words how a network
# computes its output: you will write it down in the assignment `03_forward_propagation`.
# Next: lesson 04 measures how wrong an output is.
