# %% [markdown] syllabus="G-23"
# # 01 Neurons and gates
#
# A phone that unlocks when it sees you, a letter sorted by its handwritten postcode, a
# sentence translated while you speak: what do they have in common? Each is done by a
# network of very small parts. This lesson builds one of these parts by hand.
#
# **You will be able to**
#
# - compute what a neuron answers, and name its six parts;
# - build AND, OR, NOT and NAND by choosing weights;
# - say why one neuron cannot be XOR (*exactly one of two*), and build a network that is.
#
# **You need** lesson [00 Start](00_start.ipynb): arrays, shapes, functions. About 100
# minutes (an estimate), then the assignment `01_neurons_and_gates`.

# %%
import numpy as np

from nnbyhand import gates, plots
from nnbyhand.checks import checkpoint
from nnbyhand.gates import neuron, sign, step, truth_inputs, truth_table
from nnbyhand.show import guess, show, show_figure, table
from nnbyhand.widgets import gate_explorer, quiz

# %% [markdown] syllabus="G-01 G-19 G-24"
# ## From nerve cell to number
#
# A nerve cell collects electrical signals from others. Some connections are strong, some
# weak, some hold it back; those that are used grow stronger. When enough arrives at once
# it fires, else it stays silent. That is all we borrow: **inputs**, **weights**, a
# **sum** and a **decision**.
#
# In a *feed-forward* network the signal enters, is worked on and leaves; nothing runs
# in a circle. Why bother? Because many such decisions together describe relations that
# are not straight lines, and take part in decisions with little human help.
#
# > The picture stops there. Real cells send pulses in time; ours hold one number.

# %% syllabus="G-01"
quiz("G-01")

# %% [markdown] syllabus="G-02 G-03"
# ## A unit adds up and decides
#
# Each input is multiplied by its weight, the products are added, and so is one number of
# the unit's own, the **bias**:
#
# $$z = x_1 w_1 + x_2 w_2 + \dots + b, \qquad y = f(z)$$
#
# Six parts have names: inputs, weights, bias, sum, (non-linear) function, output. With an
# index for "from $j$ to $i$" books write $a_i = g(\sum_j W_{j,i}\, a_j)$, where the bias is
# the weight of a constant input 1:

# %%
ax = plots.draw_neuron(["x1", "x2"], ["w1", "w2"], "b", total="z")
show_figure(ax.figure)

# %% [markdown] syllabus="G-17"
# Three inputs 2, −1 and 0.5 meet the weights 0.5, 1.5 and −2; the bias is 0.75. Work out
# $z$ on paper, then open the answer:

# %%
x, w, b = np.array([2.0, -1.0, 0.5]), np.array([0.5, 1.5, -2.0]), 0.75
guess(x @ w + b, "z = ?")

# %% [markdown]
# A loop shows the steps, one input at a time:

# %% syllabus="G-17"
z = b
for x_i, w_i in zip(x, w, strict=True):
    z = z + x_i * w_i
    show(z, 2, name="so far")
checkpoint("G-17", z, -0.75)

# %% [markdown] syllabus="G-02"
# NumPy adds the products in one stroke, `x @ w`, and so does our library. Three ways, one
# number:

# %% syllabus="G-02"
show([z, x @ w + b, neuron(x, w, b)], 2, name="three ways")
checkpoint("G-02", neuron(x, w, b), z)

# %% [markdown] syllabus="G-04 G-05 G-06"
# ## One rule for zero
#
# When does the unit fire? This course has one rule: **above zero**, `z > 0`. At exactly
# zero it is silent. What will `step` say to these five sums?

# %% syllabus="G-06"
sums = np.array([-2.0, -0.5, 0.0, 1e-9, 2.0])
table(["z", "step", "sign"], zip(sums, step(sums), sign(sums), strict=True))
checkpoint("G-06", step(0.0), 0)

# %% [markdown] syllabus="G-04 G-05"
# `step` answers 0 or 1, `sign` answers −1 or +1; both are strict. Later units will use a
# smooth curve, the sigmoid, that rises from 0 to 1. How does one compare a whole array?

# %% syllabus="G-04"
print(sums > 0)
show(np.where(sums > 0, 1, 0), name="where")

# %% [markdown] syllabus="G-05"
# `sums > 0` answers place by place, and `np.where` puts one of two numbers in each place.
# (`if` and `and` take a single value, not an array.)
#
# Books that speak of a **threshold** θ mean the same unit: it fires when
# $x_1 w_1 + x_2 w_2 > θ$. Move θ to the left and it is a bias, $b = -θ$. A unit that
# needs more than 1.5 has the bias −1.5.
#
# The rule is not a detail. With weights 1, 1 and bias −1 two of the four sums are exactly
# zero. Which gate is it under `>`, which under `>=`?

# %% syllabus="G-21"
rows = truth_inputs(2)
z = neuron(rows, [1, 1], -1)
columns = np.column_stack([rows, z, z > 0, z >= 0])
table(["x1", "x2", "z", "z > 0", "z >= 0"], columns)
checkpoint("G-21", [z > 0, z >= 0], [[0, 0, 0, 1], [0, 1, 1, 1]])

# %% [markdown] syllabus="G-16 G-18"
# The first column of answers is AND, the second is OR: one sign, another gate.
#
# A unit can also decide who passes a module. Lectures count 0.25 each, tutorials 0.5, and
# the bias is −5. One student came to 8 lectures and 6 tutorials:

# %% syllabus="G-18"
quiz("G-18")

# %% [markdown] syllabus="G-07"
# ## Gates are choices of weights
#
# Let inputs be 0 or 1. A **gate** answers 0 or 1 for each of the four rows. AND is on when
# both inputs are, OR when at least one is; NAND and NOR are their opposites, NOT turns one
# input round. For AND one input alone must stay at or below zero, two must rise above it.
# Weights 1 and 1 with bias −1.5 do that. What does OR need?

# %%
print(f"{'gate':<6}weights       bias   answers")
for name, (weights, bias) in gates.GATES.items():
    answers = truth_table([*weights, bias]).astype(int).tolist()
    print(f"{name:<6}{weights!s:<14}{bias:>4}   {answers}")

# %% [markdown]
# In a picture the four rows are the corners of a square. Where the sum is zero there is a
# line, and the unit fires on one side of it:

# %%
show_figure(plots.draw_gates(["AND", "OR", "NAND"]))

# %% [markdown]
# AND and NAND share one line: turning all signs swaps the sides. Move the sliders until
# the words say OR, then NOR. What moves the line without turning it?

# %% syllabus="G-07"
gate_explorer()

# %% [markdown] syllabus="G-15"
# The bias shifts the line, the weights turn it. Three questions:

# %% syllabus="G-15"
quiz("G-15")

# %% [markdown] syllabus="G-08"
# ## The same gate in two codings
#
# Some networks write "no" as −1 instead of 0. The sums change, so the biases change too.
#
# > **Find the mistake.** A slide gives AND as $x_1 + x_2 - 1.5$ and OR as
# > $x_1 + x_2 + 1.5$. Is that right for inputs 0 and 1? For −1 and +1?

# %% syllabus="G-08"
zero_one, plus_minus = truth_inputs(2), 2 * truth_inputs(2) - 1
for bias in (-1.5, -0.5, 1.5):
    in_01 = truth_table([1, 1, bias], zero_one).astype(int).tolist()
    in_pm = truth_table([1, 1, bias], plus_minus).astype(int).tolist()
    print(f"bias {bias:>4}   on 0/1 {in_01}   on -1/+1 {in_pm}")
checkpoint("G-08", truth_table([1, 1, 1.5], zero_one), [1, 1, 1, 1])

# %% [markdown] syllabus="G-08 G-10"
# The slide's OR is on in **every** row of 0 and 1, even the first. It belongs to −1 and
# +1; for 0 and 1 the bias is −0.5. AND happens to be right in both, which hides the slip.
#
# The opposite of $h$ depends on the coding too: $1 - h$ for 0 and 1, but $-h$ for −1 and
# +1, where $1 - h$ would give 0 and 2.

# %% [markdown] syllabus="G-09"
# ## The first logical neuron
#
# The neuron of 1943 had no weights. It counted lines, and fired when **at least two** were
# active; a line could also inhibit and count −1. One input joined by two lines is passed
# on; A and B joined once each make AND; joined twice each they make OR. And A twice with
# B inhibiting?

# %% syllabus="G-09"
lines = {"A": (2, 0), "A and B": (1, 1), "A or B": (2, 2), "?": (2, -1)}
for name, (n_a, n_b) in lines.items():
    print(f"{name:<10}{truth_table([n_a, n_b, -1.5]).astype(int).tolist()}")
checkpoint("G-09", truth_table([2, -1, -1.5]), [0, 0, 1, 0])

# %% [markdown] syllabus="G-14"
# It is "A and not B". From such pieces one can draw A ⊕ B, *exactly one of the two*.
#
# > **Find the mistake.** A slide writes it as (A or not B) or (not A or B). Check the row
# > A = B = 0 in your head before you run the cell.

# %% syllabus="G-14"
a, b = truth_inputs(2).T.astype(bool)
formulas = {
    "(A or not B) or (not A or B)": (a | ~b) | (~a | b),
    "(A or not B) and (not A or B)": (a | ~b) & (~a | b),
    "(A and not B) or (not A and B)": (a & ~b) | (~a & b),
}
for text, answers in formulas.items():
    print(f"{text:<32}{answers.astype(int)}")

# %% [markdown] syllabus="G-11"
# The slide's formula is always true. With *and* in the middle it means "equal", the
# opposite of XOR. The last one is XOR: 0, 1, 1, 0.
#
# ## What one line can cut
#
# AND and OR are *separable*: one line keeps circles from crosses. Can you place a line in
# the third picture?

# %% syllabus="G-11"
show_figure(plots.draw_gates(["AND", "OR", "XOR"]))

# %% [markdown] syllabus="G-11"
# No line does it. The four rows of XOR ask for
#
# $$b \le 0, \quad w_2 + b > 0, \quad w_1 + b > 0, \quad w_1 + w_2 + b \le 0.$$
#
# Add the two in the middle: $w_1 + w_2 + 2b > 0$. Add the outer two:
# $w_1 + w_2 + 2b \le 0$. Both cannot hold. How many of the 16 functions of two inputs, and
# of the 256 of three, can one unit compute?

# %% syllabus="G-11"
separable = [gates.count_separable(2), gates.count_separable(3)]
show(separable, name="separable")
checkpoint("G-11", separable, [14, 104])

# %% [markdown] syllabus="G-12"
# Fourteen of 16: all but XOR and its opposite. Of 256 it is only 104.
#
# ## XOR needs a hidden layer
#
# XOR is on where OR is and AND is not. So let two units look at the inputs, one as OR, one
# as AND, and let a third look at *them*: $y = \text{step}(h_{or} - h_{and} - 0.5)$. How
# many numbers does this 2-2-1 network have?

# %% syllabus="G-12"
W1, b1 = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5])
W2, b2 = np.array([1.0, -1.0]), -0.5
hidden = step(truth_inputs(2) @ W1 + b1)
y = gates.two_layers(truth_inputs(2), W1, b1, W2, b2)
rows = np.column_stack([truth_inputs(2), hidden, y])
table(["x1", "x2", "h_or", "h_and", "y"], rows)
checkpoint("G-12", [*y, W1.size + b1.size + W2.size + 1], [0, 1, 1, 0, 9])

# %% [markdown] syllabus="G-10"
# Nine numbers: four and two into the hidden layer, two and one into the output. The units
# between input and output are **hidden**.
#
# In the picture each hidden unit is one side of a line, a *half-plane*, and XOR keeps what
# lies in exactly one of two: $f = h_1 \bar h_2 + \bar h_1 h_2$, where the bar is NOT and the
# plus is OR. With −1 and +1 that is $f = -h_1 h_2$:

# %% syllabus="G-10"
h1, h2 = sign(rows[:, 2] - 0.5), sign(rows[:, 3] - 0.5)
show(-h1 * h2, 0, name="f")
checkpoint("G-10", -h1 * h2, [-1, 1, 1, -1])

# %% [markdown] syllabus="G-13"
# ## Any truth table
#
# What worked for XOR works for every table. Give each row that must answer 1 a hidden
# unit of its own: weight +1 where the row has a one, −1 where it has a zero, bias 0.5
# minus its number of ones. Only this row lifts the sum above zero. The output is an OR.
# How many hidden units does "an odd number of ones" need for three inputs?

# %% syllabus="G-13"
parity = truth_inputs(3).sum(axis=1) % 2
W1, b1, W2, b2 = gates.boolean_network(parity)
print("weights into each hidden unit:", *W1.T.astype(int).tolist())
print("biases:", b1.tolist())
y = gates.two_layers(truth_inputs(3), W1, b1, W2, b2)
checkpoint("G-13", y, parity)
checkpoint("G-13 hidden units", len(b1), 4)

# %% [markdown] syllabus="G-20"
# Four, one for each odd row. One hidden layer is enough for every Boolean function, though
# it may need many units.
#
# ## Brain and machine
#
# The square root of 987,543,256 takes a machine no time and a person an afternoon. Kitten
# or puppy is the other way round.

# %% syllabus="G-20"
show(np.sqrt(987_543_256.0), 6, name="square root")
checkpoint("G-20", np.sqrt(987_543_256.0), 31425.200969922214)

# %% syllabus="G-20"
quiz("G-20")

# %% [markdown] syllabus="G-22"
# ## In short
#
# - A unit adds up weighted inputs and a bias, and fires when the sum is above zero.
# - One unit is one line: AND, OR, NOT and NAND, but not XOR.
# - One hidden layer makes XOR, and any other truth table.
#
# Now in `nnbyhand.gates`: `neuron`, `step`, `sign`, `two_layers`, `boolean_network`.
# Say in your own words what a neural network is; you will write it down in the assignment
# `01_neurons_and_gates`. Next: lesson 02 lets a unit *find* its weights.
