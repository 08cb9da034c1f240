# %% [markdown] syllabus="A-09"
# # 05 Automatic differentiation
#
# Descent needs the slope of the loss by every weight. Nobody works out a million slopes
# on paper, and no library does it by trying. How then?
#
# **You will be able to**
#
# - find a slope in four ways, and say what each costs;
# - send dual numbers forward through a calculation;
# - walk back through its graph, and say why one walk is enough.
#
# **You need** lesson [04](04_loss_and_gradient_descent.ipynb), and from school the
# slopes of products, quotients and sin. About 140 minutes (an estimate), then the
# assignment `05_automatic_differentiation`.

# %%
import math

from nnbyhand import autodiff, nodes, symbolic
from nnbyhand.autodiff import Dual, Value
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import autodiff as explore
from nnbyhand.show import guess, show, show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="A-03 A-05"
# ## Nudge and look
#
# *About 20 minutes (an estimate).*
#
# One function will go with us: $f(x, y) = x^2 y + y + 2$, at x = 3, y = 4. Its value is
# 36 + 4 + 2 = 42. From school: by x the slope is $2xy = 24$, by y it is $x^2 + 1 = 10$.
#
# Without school, nudge x by h = 0.001: f(3.001, 4) is 42.024004, so the slope is about
# 0.024004 / 0.001. What if we nudge to *both* sides and divide by 2h?


# %% syllabus="A-03 A-05"
def f(x, y):
    """Any numbers will do: later come stranger ones than 3 and 4."""
    return x * x * y + y + 2


h = 0.001
show((f(3 + h, 4) - f(3, 4)) / h, 6, name="one side")
show((f(3 + h, 4) - f(3 - h, 4)) / (2 * h), 6, name="both sides")
show((f(3, 4 + h) - f(3, 4 - h)) / (2 * h), 6, name="both sides, by y")
checkpoint("A-05", f(3, 4), 42)

# %% [markdown] syllabus="A-03"
# One side is off by 0.004. Both sides are right here, because the two errors of a
# square cancel. For most functions an error stays: it falls with h on one side, with h²
# on both.
#
# So the smaller h, the better? Take $e^x \sin x$ at 1.3, with the slope
# $e^x(\sin x + \cos x) = 4.5171134$. Computers keep about 16 digits. What happens to
# `after - before` when both agree in 12 of them?


# %% syllabus="A-03"
def errors_of(f, x, exact, hs):
    """How far off is the slope of f at x, for each step h?"""
    errors = {"one side": [], "both sides": []}
    for h in hs:
        one = (f(x + h) - f(x)) / h
        two = (f(x + h) - f(x - h)) / (2 * h)
        errors["one side"].append(abs(one - exact))
        errors["both sides"].append(abs(two - exact))
    return errors


hs, exact = [10.0**-k for k in range(1, 15)], 4.517113399302
errors = errors_of(lambda x: math.exp(x) * math.sin(x), 1.3, exact, hs)
show_figure(explore.plot_errors(hs, errors).figure)

# %% syllabus="A-03"
show(1e6 * errors["one side"][4], 1, name="one side, h = 1e-5, in millionths")
checkpoint("A-03 both sides", errors["both sides"][4] < 1e-9, True)
checkpoint("A-03 h too small", errors["both sides"][11] > 1e-6, True)

# %% [markdown] syllabus="A-03"
# From right to left the error falls, and then rises: rounding takes over. At 1e-5 one
# side is off by 9.8 millionths, both sides hardly at all. Good for *checking*;
# but each weight needs runs of its own.
#
# ## Rules for expressions
#
# *About 15 minutes (an estimate).*
#
# School works with formulas. Write $g = 5 + xy$ as a tuple, an operation and its parts:
# `("+", 5, ("*", "x", "y"))`. A machine can apply the rules: a sum part by part, a
# product in two terms, a power one down with its exponent in front, a function by its
# slope times that of the inside.
#
# On paper $∂g/∂x$ is y. What will a machine write that tidies nothing up?

# %% syllabus="A-01"
g = ("+", 5, ("*", "x", "y"))
for name in ("x", "y"):
    slope = symbolic.differentiate(g, name)
    print(f"by {name}: {symbolic.write(slope)}")
    print("   at (4, 7):", symbolic.evaluate(slope, {"x": 4, "y": 7}))

# %% [markdown] syllabus="A-01 A-02"
# Right, with much that is 0. The derivative is an expression again: a second graph
# built from the first.
#
# To count the pieces of an expression, its parts must be counted first: so `pieces`
# calls *itself*, and stops at a number or a name. Put sin(x · …) around x again and
# again: 3 pieces more each time. And its derivatives?


# %% syllabus="A-02"
def pieces(e):
    """Count the numbers, names and operations of an expression."""
    if isinstance(e, tuple):
        return 1 + sum(pieces(part) for part in e[1:])
    return 1


e, rows = "x", []
for k in range(1, 6):
    e = ("sin", ("*", "x", e))
    first = symbolic.differentiate(e, "x")
    second = symbolic.differentiate(first, "x")
    rows.append([k, *(pieces(part) for part in (e, first, second))])
table(["times", "pieces", "slope", "slope of it"], rows)
checkpoint("A-02", rows[-1], [5, 16, 116, 1041])

# %% syllabus="A-02"
quiz("A-02")

# %% [markdown] syllabus="A-04 A-05"
# From 16 pieces to 116 to 1041: expressions **swell**, for the same parts are written
# again and again. And a loop or an `if` has no formula at all.
#
# ## Numbers with a slope
#
# *About 25 minutes (an estimate).*
#
# We want numbers, not formulas, but exact. A **dual number** $a + b\,ε$ carries a value
# a and a slope b. One rule is new: $ε^2 = 0$. So
#
# $$(a + bε)(c + dε) = ac + (ad + bc)\,ε$$
#
# which is the product rule. Start x with slope 1, "x moves", and y with 0. On paper:
# what is $(3 + ε)^2$? Times 4? Plus 4, plus 2?

# %% syllabus="A-05"
x, y = Dual(3, 1), Dual(4, 0)
for step in (x * x, x * x * y, x * x * y + y, f(x, y)):
    print(step)
checkpoint("A-05 by x", f(x, y).slope, 24)

# %% [markdown] syllabus="A-05"
# $9 + 6ε$, then $36 + 24ε$, $40 + 24ε$, $42 + 24ε$: value and exact slope in one run,
# of the same `f` that took 3 and 4. Now let y move. What stands after $x^2 y$?

# %% syllabus="A-05"
x, y = Dual(3, 0), Dual(4, 1)
for step in (x * x, x * x * y, x * x * y + y, f(x, y)):
    print(step)
checkpoint("A-05 by y", f(x, y).slope, 10)

# %% [markdown] syllabus="A-04 A-05"
# $36 + 9ε$, then $40 + 10ε$: y comes in twice. Quotients and functions have rules too:
#
# $$\frac{a + bε}{c + dε} = \frac ac + \frac{bc - ad}{c^2} ε, \qquad
# h(a + bε) = h(a) + h'(a)\,b\,ε$$
#
# The last one *is* the chain rule: b holds what was found inside. In `2 - x` Python
# asks 2 first, which knows no duals, and then x: that is the *reflected* operation.
# What is $1/x$ at 2, and its slope?

# %% syllabus="A-04"
x = Dual(2, 1)
print(2 - x, "   ", 1 / x)
square = autodiff.sin(x * x)
show([square.value, square.slope], 6, name="sin(x * x)")
checkpoint("A-04", square.slope, 4 * math.cos(4))

# %% [markdown] syllabus="A-04 A-06"
# A harder one uses x four times: $k = xy + x\,σ(x) - y/x$ at (1.5, −2), with the
# sigmoid σ. Value −0.4403049524, slopes −1.8475947346 and 0.8333333333:


# %% syllabus="A-06"
def k(x, y):
    """x is used four times, y twice."""
    return x * y + x * autodiff.sigmoid(x) - y / x


by_x, by_y = k(Dual(1.5, 1), Dual(-2)), k(Dual(1.5), Dual(-2, 1))
show([by_x.value, by_x.slope, by_y.slope], 10, name="k")
checkpoint("A-06", by_x.value, -0.4403049524)
checkpoint("A-06 slopes", [by_x.slope, by_y.slope], [-1.8475947346, 5 / 6])

# %% [markdown] syllabus="A-09"
# ## One pass for each input
#
# *About 10 minutes (an estimate).*
#
# > **Find the mistake.** "Start both with slope 1: one run gives both slopes." It gives
# > 34.
#
# That is 24 + 10, the *sum*. **Forward mode** needs one pass for each input. The
# other way, **reverse mode**, runs the calculation once, as usual, and then walks
# back from the result, once for each *output*; the next section shows how. A network
# has many weights and one cost, say $\sum (w_i - 1)^2$: 3n operations for n weights.
# We count the nodes visited. For n = 10 forward mode visits 10 · 30 = 300; and
# reverse mode, which visits each twice?


# %% syllabus="A-09"
def cost(*w):
    """One cost of as many weights as are given."""
    return sum((w_i - 1) ** 2 for w_i in w)


sizes = [1, 3, 10, 30, 100, 300]
counts = [nodes.count_steps(cost, [0.5] * n) for n in sizes]
show(counts[2], name="10 weights: forward, reverse")
checkpoint("A-09", counts[-1], [270_000, 1800])
show_figure(explore.plot_counts(sizes, *zip(*counts, strict=True)).figure)

# %% [markdown] syllabus="A-09"
# At 300 weights 270,000 against 1,800. Forward mode grows with the square, reverse mode
# like the network itself. Its price is memory: all values of the run there must be
# kept.

# %% syllabus="A-09"
quiz("A-09")

# %% [markdown] syllabus="A-08"
# ## The graph, backwards
#
# *About 35 minutes (an estimate).*
#
# Lesson 03 drew $d = b + c$, $e = c + 2$, $a = d \cdot e$. Older libraries wanted it in
# two steps: *define* the graph with names, then *run* it with numbers. Our tuples can:

# %% syllabus="A-08"
a = ("*", ("+", "b", "c"), ("+", "c", 2))
print(symbolic.write(a), "is defined; no number yet")
print(symbolic.evaluate(a, {"b": 2, "c": 1}))
print(symbolic.evaluate(a, {"b": 5, "c": -1.5}))

# %% [markdown] syllabus="A-08"
# 9 and 1.75. (Newer ones note the graph down *while* running, so loops and `if` are as
# in Python.) Here it is for b = 5, c = −1.5:

# %%
output = explore.graph("a = (b + c)·(c + 2)")
show_figure(explore.draw_graph(output, gradients=False).figure)

# %% [markdown] syllabus="A-08"
# Now walk back. Ask each node: if I grow a little, how fast does *a* grow? That is
# its **gradient**; that of *a* itself is 1. $a = d \cdot e$: the gradient of d is the
# *other* factor, 0.5, and that of e is 3.5. $d = b + c$ hands its 0.5 on to both. And
# c, which is used twice?

# %% syllabus="A-08"
d, e, grad_a = 3.5, 0.5, 1.0
grad_d, grad_e = grad_a * e, grad_a * d
grad_b = grad_d * 1
grad_c = grad_d * 1 + grad_e * 1
checkpoint("A-08", [grad_d, grad_e, grad_b, grad_c], [0.5, 3.5, 0.5, 4])
show_figure(explore.draw_graph(output).figure)
at_2_1 = nodes.order(nodes.trace(a, {"b": 2, "c": 1}))
checkpoint("A-08 at (2, 1)", nodes.backward(at_2_1)[:2], [3, 6])

# %% [markdown] syllabus="A-08 A-11"
# Both ways count: 0.5 + 3.5 = 4. Two rules make the whole method. **Multiply along an
# arrow**: walking back against it, a parent receives the arrow's own slope times the
# gradient of the child. **Add where ways back meet**: two arrows leave *c*, so on the
# way back two gradients arrive there.
#
# Move b and c. At (2, 1) the slopes are 3 and 6. Where is c without any effect?

# %% syllabus="A-08"
explore.graph_explorer()

# %% [markdown] syllabus="A-07 A-10"
# Without effect where the two ways cancel, d + e = 0.
#
# Our f as a graph: predict all six gradients, then go back step by step; four nodes
# have something to hand on. In the graph u = x·x·x + x (choose it in the list), why
# must x · x wait until x · x · x has handed its gradient on?

# %% syllabus="A-07 A-10"
explore.backward_stepper()

# %% syllabus="A-07 A-10"
cube = nodes.trace(("+", ("*", ("*", "x", "x"), "x"), "x"), {"x": 2.0})
listed = nodes.order(cube)
print([node.name for node in listed])
checkpoint("A-10", nodes.backward(listed), [13, 2, 1, 1])

# %% [markdown] syllabus="A-07 A-10"
# Because its own gradient is not complete before. So the nodes are **sorted**: each
# once, after all its parents; the way back takes the list from its end. $x^3 + x$ has
# slope 4 + 4 + 4 + 1 = 13 at 2.
#
# > **Find the mistake.** An engine stores `y.grad = 9` when $x^2 y$ hands its part on,
# > and `y.grad = 1` when y + 2 does. It answers 1 or 9, whichever comes last; 10 is
# > right.

# %% syllabus="A-07"
at_f = nodes.order(explore.graph("f = x²·y + (y + 2)"))
nodes.backward(at_f)
table(["node", "value", "grad"], [[n.name, n.value, n.grad] for n in at_f])
checkpoint("A-07", [n.grad for n in at_f], [24, 4, 10, 1, 1, 1])

# %% syllabus="A-10"
quiz("A-10")

# %% [markdown] syllabus="A-11 A-12"
# ## An engine
#
# *About 30 minutes (an estimate).*
#
# How does a number notice what is done to it? In a **class**, methods with fixed names
# stand behind the operators: `x + 2` calls `x.__add__(2)`. In `2 + x` the 2 does not
# know how, so Python calls the reflected `x.__radd__(2)`. Here is a number that
# remembers how it was written. What does the last line print?


# %% syllabus="A-12"
class Written:
    """A number and the text it came from."""

    def __init__(self, value, text):
        self.value, self.text = value, text

    def __add__(self, other):
        if not isinstance(other, Written):
            other = Written(other, str(other))  # a plain number: one of us now
        total = self.value + other.value
        return Written(total, f"({self.text} + {other.text})")

    def __radd__(self, other):
        return Written(other, str(other)) + self


y = 2 + Written(3, "x") + 1
print(y.text, "=", y.value)

# %% [markdown] syllabus="A-11 A-12"
# `((2 + x) + 1) = 6`. Let it remember parents and slopes instead of text, and any
# calculation keeps its graph. `Value` does, and its `backward` sorts the nodes and
# walks. The same `f`, a third kind of number:

# %% syllabus="A-11"
x, y = Value(3.0), Value(4.0)
f(x, y).backward()
print(x, y)
checkpoint("A-07 engine", [x.grad, y.grad], [24, 10])

# %% [markdown] syllabus="A-11"
# The gradient at the end need not be 1. If a cost is −2 f, then −2 arrives at f, and
# every gradient is multiplied by it. And a second `backward` *adds* to what is there,
# here as in PyTorch, unless you clear it. What do the two lines print?

# %% syllabus="A-11"
x, y = Value(3.0), Value(4.0)
f(x, y).backward(-2.0)
show([x.grad, y.grad], 1, name="-2 arrives")
f(x, y).backward()
show([x.grad, y.grad], 1, name="and again, with 1")
checkpoint("A-11", [x.grad, y.grad], [-24, -10])

# %% [markdown] syllabus="A-06 A-12"
# −48 and −20; then 24 and 10 on top of them. Do the engine and PyTorch agree on k?


# %% syllabus="A-06 A-12" tags=["nbval-ignore-output"]
def with_torch():
    """The slopes of k at (1.5, -2), as PyTorch finds them."""
    from torch import sigmoid, tensor

    x = tensor(1.5, requires_grad=True)
    y = tensor(-2.0, requires_grad=True)
    (x * y + x * sigmoid(x) - y / x).backward()
    return [x.grad, y.grad]


stated = [-1.8475947346, 0.8333333333]
checkpoint("A-12 engine", autodiff.grad(k, 1.5, -2.0), stated)
try:
    checkpoint("A-12 torch", with_torch(), stated)
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="A-12"
# They do. Now lesson 04's line through (0, 1), (1, 3), (2, 5), without one slope worked
# out by us. Where do three steps at rate 0.1 lead? Lesson 04 has the two numbers.


# %% syllabus="A-12"
def line_cost(w, b):
    """The mean squared error of the line on three points."""
    return sum((w * x + b - t) ** 2 for x, t in ((0, 1), (1, 3), (2, 5))) / 3


w, b = 0.0, 0.0
for _step in range(3):
    dw, db = autodiff.grad(line_cost, w, b)
    w, b = w - 0.1 * dw, b - 0.1 * db
guess(f"w = {w:.4f}, b = {b:.4f}", "Which w and b, after three steps?")

# %% [markdown]
# ## In short
#
# - Nudging is for checking, formulas swell; dual numbers and graphs are exact.
# - Forward mode: one pass for each input. Reverse mode: one way back for each output.
# - Multiply along an arrow, add where ways back meet, in sorted order.
#
# Now in the library: `autodiff` (`Dual`, `Value`, `derivative`, `grad`), `nodes`,
# `symbolic`. In the assignment you build both machines. Next: lesson 06 walks back
# through a whole network, layer by layer.
