# %% [markdown] syllabus="S-03"
# # 00 Start
#
# A network is a few arrays, multiplied and added again and again. This lesson gives you
# the tools for that and shows how a notebook behaves.
#
# **You will be able to**
#
# - run a notebook from top to bottom, and read what a test says about your answer;
# - compute a weighted sum in three ways, and predict the shape of a result;
# - draw random numbers that come out the same tomorrow.
#
# **You need** to have met numbers, lists, loops and `if` in some language. About 60 minutes (an
# estimate), then the assignment `00_start`.

# %%
import numpy as np

from nnbyhand import plots
from nnbyhand.checks import check, checkpoint
from nnbyhand.device import best_device
from nnbyhand.show import guess, show, show_figure, table
from nnbyhand.widgets import quiz, shape_explorer

# %% [markdown] syllabus="S-10"
# A cell shows its answer below itself. One question first: nobody reads your choice, and
# you meet it again after lesson 02.

# %% syllabus="S-10"
quiz("S-10")

# %% [markdown] syllabus="S-01 S-02"
# ## Why Python
#
# Python is a language to tell a computer what to do. People use it to tidy tables, run
# web sites, steer instruments and study data. It is free, reads almost like English, and
# somebody has mostly written the part you need: a *library*.
#
# Networks are written in it because its libraries leave you free to join layers in any
# way, and hide the low-level work: memory, graphics cards, the slope of every step. This
# course takes the other road first and hides nothing. You write each part in NumPy, and
# meet PyTorch when you know what it does for you.

# %% [markdown]
# ## Python in ten lines
#
# `def` names a function; what belongs to it is indented. `for` repeats. `return` hands
# the result back, while `print` only shows it:


# %%
def total(numbers):
    """Add the numbers up."""
    result = 0.0
    for number in numbers:
        result = result + number
    return result


# %% [markdown]
# Square brackets make a list, and `numbers[0]` is its first: Python counts from 0. What
# does the function give here? And if `return` stood one step further right, inside the loop?

# %%
show(total([1.0, 0.5, 2.0]), 1, name="total")

# %% [markdown] syllabus="S-03"
# It gives 3.5. Inside the loop it would give 1.0: `return` would leave in the first round.
# Values also come in a **tuple**, `(1, 2)`, or by name in a **dict**, `{"bias": 0.5}`;
# `X[:, 0]` is the first column of a table.
#
# ## A notebook remembers what you ran
#
# *Shift+Enter* runs a cell. The number in brackets counts: it shows the order in which
# **you** ran the cells, and Python remembers every name in that order, not in the order
# of the page.

# %%
weight = 0.9

# %% [markdown] syllabus="S-03"
# What is shown here at the first run? And when you run this one cell again?

# %% syllabus="S-03"
weight = weight * 2
show(weight, 1, name="weight")
checkpoint("S-03", weight, 1.8)

# %% [markdown] syllabus="S-03"
# At first 1.8, as stated. Run it again and it is 3.6, and the **checkpoint** complains:
# it compares with the number the lesson expects. When something is odd, choose *Restart
# Kernel and Run All Cells* from the menu *Kernel*. Do so before you hand in, because your
# notebook is graded from top to bottom.
#
# ## One sum, three ways
#
# Two inputs, 1 and 0.5, meet two weights, 0.9 and 0.3. Multiply each input by its own
# weight and add the products:

# %% syllabus="S-04"
x, w = np.array([1.0, 0.5]), np.array([0.9, 0.3])
guess(x @ w, "What is the weighted sum?")

# %% [markdown] syllabus="S-04"
# 0.9 and 0.15 make 1.05. With a loop, one input at a time; `zip` goes through both arrays together:

# %% syllabus="S-04"
z = 0.0
for x_i, w_i in zip(x, w, strict=True):
    z = z + x_i * w_i
    show(z, 2, name="so far")
checkpoint("S-04 loop", z, 1.05)

# %% [markdown] syllabus="S-04"
# An array multiplies place by place, without a loop. Then `.sum()` adds up. The sign `@`
# does both in one stroke:

# %% syllabus="S-04"
show(x * w, 2, name="products")
show([(x * w).sum(), x @ w], 2, name="two more ways")
checkpoint("S-04", [(x * w).sum(), x @ w], [1.05, 1.05])

# %% [markdown] syllabus="S-04"
# Three ways, one number: 1.05. The loop shows what happens, `@` is what you will write.

# %% [markdown] syllabus="S-03"
# ## How this course grades
#
# An assignment is a notebook too. You write in **answer cells**, where `raise
# NotImplementedError` stands. Texts and tests are **locked**: you can run a test, not
# change it. A test says NOT ATTEMPTED while that line still stands or its cell was not
# run (try-it cells stop with `NotImplementedError`: nothing is broken); later NOT YET
# or CORRECT.
# The button **Validate** above the notebook runs everything afresh and tells what the
# visible tests say. **Hidden tests** join in when the notebook is graded; they try your
# function on other numbers and shapes. Everything runs on your computer, and nothing is
# sent anywhere.
#
# Here is a slip of the kind everybody makes. What will the test say?


# %% syllabus="S-03" tags=["raises-exception"]
def weighted_sum(x, w, b):
    return x * w + b


check(weighted_sum, [(x, w, 0.5)], expected=[1.55], task="start-product")

# %% [markdown] syllabus="S-03"
# `ok` names what is right already, `no` what is not, with the input, what was expected
# and what came: one number was asked, two came back. The sentence below names the slip,
# because this is what it gives; a slip nobody has met before gets none. The last line
# says where to look. (If your own cell shows an error, mend that first: a test still sees
# what you ran before.) This one failed on purpose. Mended:


# %% syllabus="S-03"
def weighted_sum(x, w, b):
    return x @ w + b


check(weighted_sum, [(x, w, 0.5)], expected=[1.55], task="start-product")

# %% syllabus="S-03"
quiz("S-03")

# %% [markdown] syllabus="S-05"
# ## Shapes
#
# Four students, three marks each: a table of shape (4, 3). In this course **axis 0 is
# examples**. The axis you name in `sum` is the one that goes away. How many numbers does
# `axis=0` leave, how many `axis=1`?

# %% syllabus="S-05"
marks = np.array([[1.0, 2, 3], [2, 2, 2], [4, 0, 1], [5, 5, 1]])
show(marks.sum(axis=0), 0, name="axis 0")
show(marks.sum(axis=1), 0, name="axis 1")
checkpoint("S-05", marks.sum(axis=1), [6, 6, 5, 11])

# %% [markdown] syllabus="S-05"
# Three sums, one for each mark; four sums, one for each student. The second kind is *per
# example*.
#
# What if shapes differ? NumPy has three rules:
#
# 1. Line the shapes up at the **right**.
# 2. Where one is missing or 1, it is **repeated**.
# 3. Anything else is an **error**.
#
# Now 12 predictions in a row and 12 targets in a column. What shape has the difference?

# %% syllabus="S-05"
predictions, targets = np.ones(12), np.zeros((12, 1))
off = predictions - targets
table(
    ["predictions", "targets", "difference"],
    [[predictions.shape, targets.shape, off.shape]],
)
checkpoint("S-05 surprise", off.shape, (12, 12))

# %% [markdown] syllabus="S-05"
# Not 12 differences but 144, and no error: by rule 1 the column's 1 meets the 12, by rule
# 2 both are repeated. Smaller, with four instead of twelve:

# %% syllabus="S-05"
show_figure(plots.draw_broadcast((4,), (4, 1)).figure)

# %% [markdown] syllabus="S-05"
# Solid cells are given, dashed ones repeated. Find two shapes of which both are
# repeated, and two that end at rule 3. What goes with (4, 3): (4,) or (3,)?

# %% syllabus="S-05"
shape_explorer()

# %% [markdown] syllabus="S-05"
# (3,) does: at the right edge 3 meets 3. (4,) does not, though there are four rows; a
# column (4, 1) would. `column[:, 0]` makes a row of a column again.

# %% syllabus="S-05"
quiz("S-05")

# %% [markdown] syllabus="S-08"
# ## Chance you can repeat
#
# Weights start as random numbers, and still a lesson must come out the same for
# everybody. So chance comes from a **generator** that is passed along, and a generator
# starts from a **seed**. Which two of these three lines will be equal?

# %% syllabus="S-08"
rng = np.random.default_rng(0)
first = rng.normal(size=3)
show(first, 3, name="first draw ")
show(rng.normal(size=3), 3, name="second draw")
again = np.random.default_rng(0).normal(size=3)
show(again, 3, name="seed 0 anew")
checkpoint("S-08", first, again)

# %% [markdown] syllabus="S-08"
# The first and the third: same seed, same numbers. The second draw goes on where the
# first stopped. A function that draws takes `rng` as an argument and makes none of its
# own, so that its caller decides.

# %% [markdown] syllabus="S-06"
# ## Ask before you use a device
#
# Later networks can run on a graphics card: `cuda` (NVIDIA), `mps` (Apple). Every machine
# has a `cpu`, and this course needs no more. Code that names a device outright breaks on
# the next machine. So ask once: `best_device()` names the best one, and
# `describe_device()` says it in a sentence. Does 1.05 come out there too?

# %% syllabus="S-06" tags=["nbval-ignore-output"]
try:
    import torch
except ImportError:
    print("PyTorch is not installed here: skipped.")
else:
    device = best_device()
    pair = torch.tensor(np.array([x, w]), dtype=torch.float32, device=device)
    checkpoint("S-06", pair[0] @ pair[1], x @ w, tol="float32")

# %% [markdown] syllabus="S-06 S-07"
# A graphics card counts in shorter numbers (float32), so the last digits may differ: we
# compare to about four digits.
#
# ## Reading old code
#
# > **Find the mistake.** Much network code on the web was written for Python 2. One such
# > listing, shortened:
#
# ```text
#  1  class Network(object):
#  2
#  3      def train(self, z, n_epochs):
#  4          for epoch in xrange(n_epochs):
#  5              z = sigmoid(z)
#  6          return z
#  7
#  8      def sigmoid(z):
#  9          return 1.0 / (1.0 + 2.718 ** (-z))
# ```
#
# Somebody types `Network().train(0.5, 2)`. Where does Python 3 stop?

# %% syllabus="S-07"
quiz("S-07")

# %% [markdown] syllabus="S-07"
# Two cures: `range` for `xrange`, and `sigmoid` moved out of the class, where `train`
# finds it. (If it stayed in, it would need `self`.) Mended, with two rounds:


# %% syllabus="S-07"
def sigmoid(z):
    return 1.0 / (1.0 + 2.718 ** (-z))


class Network:
    def train(self, z, n_epochs):
        for _ in range(n_epochs):
            z = sigmoid(z)
        return z


# %% syllabus="S-07"
show(Network().train(0.5, 2), 3, name="after two rounds")
checkpoint("S-07", Network().train(0.5, 2), 0.651, tol="hand")

# %% [markdown] syllabus="S-09"
# ## Twelve things to say of yourself
#
# Tick what you can say today, in your own words, and come back after lesson 08.
#
# A perceptron (lessons 01 and 02):
#
# 1. I can tell what a perceptron is for.
# 2. I know what goes in and what comes out.
# 3. I know what a weight does.
# 4. I can follow numbers forward through it.
# 5. I know what an activation function decides.
# 6. I can work out its output on paper.

# %% [markdown] syllabus="S-09"
# A network (lessons 03 to 08):
#
# 7. I can tell what many units do together.
# 8. I can name its layers.
# 9. I can explain to a friend how it works.
# 10. I know what can be wrong with data.
# 11. I know which numbers I set, and which are learned.
# 12. I can judge how good it is.

# %% [markdown] syllabus="S-03 S-09"
# ## In short
#
# - A notebook runs in your order; restart and run all before you hand in.
# - Loop, product and sum, `@`: one weighted sum. Shapes line up at the right, and axis 0
#   is examples.
# - Chance comes from a generator you pass on; a device is asked for.
#
# You have met `nnbyhand.show`, `nnbyhand.checks` and `nnbyhand.device`. Now the assignment
# `00_start`. Next: [01 Neurons and gates](01_neurons_and_gates.ipynb) gives the weighted
# sum a decision.
