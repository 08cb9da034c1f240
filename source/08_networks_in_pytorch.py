# %% [markdown] role="text" grade_id="torch-title"
# # 08 Networks in PyTorch: assignment
#
# You read image files, build, train, measure and save networks in PyTorch, and check each
# step against numbers you can work out. About three hours and a half (an estimate). 46
# points: 43 are checked by tests, some of which you see only after grading, and 3 by a
# reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. This assignment needs PyTorch. Answers may be tensors, arrays or
# lists, unless a task names one of them.
#
# Tensors follow torch: `X` is `(n, ...)`, class numbers are int64, a Linear's weight is
# (out, in). No answer changes an array it was given, unless the task says so.

# %%
from nnbyhand.explorers.pytorch import need_torch

need_torch()  # one line says what to do where it is missing
import gzip
import io

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from nnbyhand import data, perceptron
from nnbyhand.torch_practice import pack_idx

# %% [markdown] role="text" grade_id="torch-idx-text" syllabus="N-05 N-06"
# ## 1 From bytes to tensors (5 points)
#
# An IDX file: two zero bytes, the type (8: one byte for each number), the number of axes;
# then the size of each axis in four bytes, **the largest part first**; then the numbers.
#
# - `sizes_of(content)`: a list of the sizes, for unpacked `content` with *any* number of
#   axes.
# - `read_pair(packed_images, packed_labels)`: two tensors, `X` `(n, 1, rows, columns)` in
#   float32, scaled to 0 to 1, and `y` `(n,)`, class numbers in int64. Both arguments are
#   bytes packed by gzip (so they begin with 31, 139); images have three axes, labels one.
# - `names_of(y)`: the list of the names of these classes. The names in order are
#   `data.load_fashion_mnist().names`.
#
# <details><summary>Hint 1: direction</summary>Byte 3 says how many sizes follow, so it
# also says where the numbers begin.</details>
# <details><summary>Hint 2: equation</summary>the numbers begin at 4 + 4 · axes; a size is
# b0 · 256³ + b1 · 256² + b2 · 256 + b3</details>
# <details><summary>Hint 3: first line</summary>
# <code>images = gzip.decompress(packed_images)</code>; one size is
# <code>int.from_bytes(images[4:8], "big")</code>, and <code>np.frombuffer(images,
# np.uint8)</code> makes numbers of bytes</details>


# %% role="answer" grade_id="torch-idx"
def sizes_of(content):
    """Give the sizes of all axes of an unpacked IDX content."""
    ### BEGIN SOLUTION
    starts = range(4, 4 + 4 * content[3], 4)
    return [int.from_bytes(content[start : start + 4], "big") for start in starts]
    ### END SOLUTION


def read_pair(packed_images, packed_labels):
    """Give images (n, 1, rows, columns) from 0 to 1, and class numbers (n,)."""
    ### BEGIN SOLUTION
    images, marks = (gzip.decompress(part) for part in (packed_images, packed_labels))
    n, rows, columns = sizes_of(images)
    pixels = np.frombuffer(images, np.uint8, offset=16).reshape(n, 1, rows, columns)
    y = np.frombuffer(marks, np.uint8, offset=8).astype(np.int64)
    return torch.tensor(pixels.astype(np.float32) / 255), torch.tensor(y)
    ### END SOLUTION


def names_of(y):
    """Give the name of each class number."""
    ### BEGIN SOLUTION
    names = data.load_fashion_mnist().names
    return [names[int(label)] for label in y]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-idx-try"
# Try it: the sizes are 2, 1 and 3; the pixels 51, 0, 255 and 255, 102, 0 become 0.2, 0, 1
# and 1, 0.4, 0; class 7 is a sneaker.

# %%
two = pack_idx(np.array([[[51, 0, 255]], [[255, 102, 0]]]))
sizes_of(gzip.decompress(two)), read_pair(two, pack_idx([7, 0])), names_of([7])

# %% role="test" grade_id="torch-idx-sizes" points=1 syllabus="N-05"
import gzip

import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import pack_idx

_shapes = [(3, 2, 5), (300, 4), (7,)]
checks.check(
    "sizes_of",
    [(gzip.decompress(pack_idx(np.zeros(shape))),) for shape in _shapes],
    expected=[np.array(shape) for shape in _shapes],
    task="torch-idx-sizes",
)

# %% role="test" grade_id="torch-idx-value" points=1 syllabus="N-05"
import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import pack_idx, pair_facts, reads_packed

_rng = np.random.default_rng(1)
_pixels, _labels = _rng.integers(0, 256, (4, 3, 5)), np.array([9, 0, 3, 3])
_files = pack_idx(_pixels), pack_idx(_labels)
checks.check_that(
    "read_pair",
    "both files are unpacked before they are read",
    lambda function: reads_packed(function, *_files),
    task="torch-idx-packed",
)
checks.check(
    "read_pair",
    [_files],
    expected=[(_pixels[:, None] / 255, _labels, np.array([32, 64]))],
    through=pair_facts,
    shows="X; y; bits of their numbers, where 32 is right for float32, 64 for int64, "
    "and 0 marks a wrong kind",
    task="torch-idx-pair",
    tol="float32",
)

# %% role="test" grade_id="torch-idx-loss" points=1 syllabus="N-06"
import torch

from nnbyhand import checks, data
from nnbyhand.torch_practice import first_loss, pack_idx, reads_packed

_clothes = data.load_fashion_mnist()
_images, _labels = _clothes.train_images[:60, 0], _clothes.train_labels[:60]
_stated = first_loss((torch.tensor(_images / 255), torch.tensor(_labels)))
_files = pack_idx(_images), pack_idx(_labels)
checks.check_that(
    "read_pair",
    "both files are unpacked before they are read",
    lambda function: reads_packed(function, *_files),
    task="torch-idx-packed",
)
checks.check(
    "read_pair",
    [_files],
    expected=[_stated],
    through=first_loss,
    shows="the first loss of an untrained network on your X and y",
    task="torch-idx-loss",
    tol="hand",
)

# %% role="test" grade_id="torch-idx-hidden" points=2 syllabus="N-05"
# hidden test: names; then sizes of two and four axes, and images of another form
### BEGIN HIDDEN TESTS
import gzip

import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import pack_idx, pair_facts, reads_packed

_shapes = [(2, 3, 1, 4), (70_000, 1)]
checks.check(
    "sizes_of",
    [(gzip.decompress(pack_idx(np.zeros(shape))),) for shape in _shapes],
    expected=[np.array(shape) for shape in _shapes],
    task="torch-idx-sizes",
)
_rng = np.random.default_rng(7)
_pixels, _labels = _rng.integers(0, 256, (6, 7, 2)), np.array([1, 8, 5, 5, 0, 9])
_files = pack_idx(_pixels), pack_idx(_labels)
checks.check_that(
    "read_pair",
    "both files are unpacked before they are read",
    lambda function: reads_packed(function, *_files),
    task="torch-idx-packed",
)
checks.check(
    "read_pair",
    [_files],
    expected=[(_pixels[:, None] / 255, _labels, np.array([32, 64]))],
    through=pair_facts,
    shows="X; y; bits of their numbers, where 32 is right for float32, 64 for int64, "
    "and 0 marks a wrong kind",
    task="torch-idx-pair",
    tol="float32",
)
checks.check(
    "names_of",
    [([9, 6, 0],), (np.array([4, 1]),)],
    expected=["Ankle boot, Shirt, T-shirt/top", "Coat, Trouser"],
    through=lambda names: ", ".join(str(name) for name in names),
    task="torch-idx-names",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-graph-text" syllabus="N-13"
# ## 2 An old graph without its runner (2 points)
#
# A slide's listing builds a graph: a constant 2, variables b and c, and three operations,
# $d = b + c$, $e = c + 2$, $a = d \cdot e$. Write `graph(b, c)` in PyTorch, for two
# numbers. Return three: $a$, $\partial a/\partial b$, $\partial a/\partial c$. Let
# torch find the derivatives.
#
# <details><summary>Hint 1: direction</summary>Make tensors of b and c that note what is
# done with them; walk back from a.</details>
# <details><summary>Hint 2: equation</summary>∂a/∂b goes by way of d alone; c reaches a
# by way of d and of e</details>
# <details><summary>Hint 3: first line</summary>
# <code>b = torch.tensor(float(b), requires_grad=True)</code></details>


# %% role="answer" grade_id="torch-graph"
def graph(b, c):
    """Give a = (b + c)(c + 2) and its derivatives by b and by c."""
    ### BEGIN SOLUTION
    b, c = (torch.tensor(float(number), requires_grad=True) for number in (b, c))
    a = (b + c) * (c + 2)
    by_b, by_c = torch.autograd.grad(a, (b, c))
    return a.item(), by_b.item(), by_c.item()
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-graph-try"
# Try it: at b = 2, c = 1 the slide has a = 9; on paper the derivatives are 3 and 6.

# %%
graph(2, 1)

# %% role="test" grade_id="torch-graph-value" points=1 syllabus="N-13"
from nnbyhand import checks
from nnbyhand.torch_practice import numbers

checks.check(
    "graph",
    [(2.0, 1.0), (4.0, 0.5)],
    expected=[(9.0, 3.0, 6.0), (11.25, 2.5, 7.0)],
    through=numbers,
    shows="a, its derivative by b, its derivative by c",
    task="torch-graph",
    tol="float32",
)

# %% role="test" grade_id="torch-graph-hidden" points=1 syllabus="N-13"
# hidden test: other numbers, some of them negative
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.torch_practice import numbers

checks.check(
    "graph",
    [(5.0, -1.5), (-3.0, 4.0)],
    expected=[(1.75, 0.5, 4.0), (6.0, 6.0, 7.0)],
    through=numbers,
    shows="a, its derivative by b, its derivative by c",
    task="torch-graph",
    tol="float32",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-net-text" syllabus="N-03 N-06 N-07"
# ## 3 TwoLayerNet, of any depth (4 points)
#
# The slides' `TwoLayerNet(4, 8, 3)` has one hidden layer. Write the class `Net(sizes)`
# for any number of layers: `Net([4, 8, 3])` is that network, with 67 parameters, and
# `Net([4, 3])` is one Linear. Between two Linear layers, and only there, is a ReLU; the
# results are logits. An input `(n, ...)` may be images: `forward` lays each of them in
# one row first.
#
# `make_net` is what the tests call; you may leave it as it is.
#
# <details><summary>Hint 1: direction</summary>Neighbouring sizes are one Linear. Which
# kind of list registers its layers?</details>
# <details><summary>Hint 2: equation</summary>parameters: Σ (d_in · d_out + d_out)
# </details>
# <details><summary>Hint 3: first line</summary>call <code>__init__</code> of the
# parent class, then <code>self.layers = nn.ModuleList(…)</code>;
# <code>X.flatten(1)</code> keeps axis 0</details>


# %% role="answer" grade_id="torch-net"
class Net(nn.Module):
    """Flatten, then Linear layers with ReLU between them; gives logits."""

    def __init__(self, sizes):
        ### BEGIN SOLUTION
        super().__init__()
        ends = range(1, len(sizes))
        self.layers = nn.ModuleList(nn.Linear(sizes[i - 1], sizes[i]) for i in ends)
        ### END SOLUTION

    def forward(self, X):
        ### BEGIN SOLUTION
        A = X.flatten(start_dim=1)
        for layer in self.layers[:-1]:
            A = torch.relu(layer(A))
        return self.layers[-1](A)
        ### END SOLUTION


def make_net(sizes):
    """Give a network of these sizes."""
    return Net(sizes)


# %% [markdown] role="text" grade_id="torch-net-try"
# Try it: 67 parameters, and logits of shape (5, 3).

# %%
net = make_net([4, 8, 3])
sum(p.numel() for p in net.parameters()), net(torch.zeros(5, 1, 2, 2)).shape

# %% role="test" grade_id="torch-net-value" points=2 syllabus="N-03"
import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import net_facts, small_net

_X = np.random.default_rng(3).normal(size=(5, 1, 2, 2))
_sizes = [[4, 8, 3], [4, 6, 5, 3]]
checks.check(
    "make_net",
    [(sizes,) for sizes in _sizes],
    expected=[net_facts(small_net(s), _X.reshape(5, 4)) for s in _sizes],
    through=lambda net: net_facts(net, _X),
    shows="number of parameters; logits for 5 images of 2 x 2, with weights that the "
    "test puts in; 1 where two calls give the same",
    task="torch-net",
)

# %% role="test" grade_id="torch-net-hidden" points=2 syllabus="N-03 N-06 N-07"
# hidden test: no hidden layer, three of them, images that are not square, 784-128-10
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import net_facts, small_net

_X = np.random.default_rng(4).normal(size=(3, 2, 3, 1))
_sizes = [[6, 9, 4], [6, 3], [6, 7, 5, 4, 2]]
checks.check(
    "make_net",
    [(sizes,) for sizes in _sizes],
    expected=[net_facts(small_net(s), _X.reshape(3, 6)) for s in _sizes],
    through=lambda net: net_facts(net, _X),
    shows="number of parameters; logits for 3 images of 2 channels, 3 x 1, with "
    "weights that the test puts in; 1 where two calls give the same",
    task="torch-net-small",
)
_clothes = np.random.default_rng(5).random(size=(2, 1, 28, 28))
_sizes = [[784, 128, 10], [784, 512, 10]]
checks.check(
    "make_net",
    [(sizes,) for sizes in _sizes],
    expected=[net_facts(small_net(s), _clothes.reshape(2, 784)) for s in _sizes],
    through=lambda net: net_facts(net, _clothes),
    shows="number of parameters; logits for 2 images of 28 x 28; 1 where two calls "
    "give the same",
    task="torch-net-clothes",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-step-text" syllabus="N-04 N-16"
# ## 4 One step, yours and theirs (4 points)
#
# Write `torch_step(W1, b1, W2, b2, X, labels, lr)`. It builds Linear, ReLU, Linear with
# **your** weights in torch, computes the mean cross-entropy of the logits, takes **one**
# plain gradient step at rate `lr` (SGD, no momentum), and returns `loss, W1, b1, W2, b2`:
# the loss before the step, and the new weights in *your* layout.
#
# Shapes: `X` `(n, d_in)`, `labels` `(n,)`; `W1` `(d_in, hidden)`, `b1` `(hidden,)`, `W2`
# `(hidden, k)`, `b2` `(k,)`, all float64 arrays. Do not change them:
# `torch.from_numpy` shares their memory, `torch.tensor` copies. (Where torch complains
# about `mat1 and mat2`, a weight lies the wrong way round.)
#
# <details><summary>Hint 1: direction</summary>In, forward, loss, backward, step, out. The
# test compares with a step in NumPy.</details>
# <details><summary>Hint 2: equation</summary>weight = W transposed, on the way in and on
# the way out; W ← W − lr · ∂C/∂W</details>
# <details><summary>Hint 3: first line</summary>
# <code>first = nn.Linear(*W1.shape, dtype=torch.float64)</code>, then set
# <code>first.weight.data</code></details>


# %% role="answer" grade_id="torch-step"
def torch_step(W1, b1, W2, b2, X, labels, lr):
    """Give the loss, and all weights after one step of gradient descent."""
    ### BEGIN SOLUTION
    net = nn.Sequential(nn.Linear(*W1.shape), nn.ReLU(), nn.Linear(*W2.shape)).double()
    for layer, W, b in ((net[0], W1, b1), (net[2], W2, b2)):
        layer.weight.data, layer.bias.data = torch.tensor(W.T), torch.tensor(b)
    sgd = torch.optim.SGD(net.parameters(), lr)
    loss = F.cross_entropy(net(torch.tensor(X)), torch.tensor(labels))
    loss.backward()
    sgd.step()
    new = [p.detach().numpy().T for p in net.parameters()]
    return loss.item(), *new
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-step-try"
# Try it: network G of lesson 06; the loss is 4.5860, and the first number of W1 goes
# from −1.5 to −1.3245.

# %%
G = (data.G_W1, data.G_B1, data.G_W2, data.G_B2, data.G_X, data.G_LABELS)
torch_step(*(array.copy() for array in G), 0.1)[:2]

# %% role="test" grade_id="torch-step-value" points=2 syllabus="N-04"
from nnbyhand import checks, data
from nnbyhand.misconceptions.pytorch import numpy_step
from nnbyhand.torch_practice import arrays

_net = (data.G_W1, data.G_B1, data.G_W2, data.G_B2)
checks.check(
    "torch_step",
    [(*_net, data.G_X, data.G_LABELS, 0.5)],
    reference=numpy_step,
    through=arrays,
    shows="the loss, then W1, b1, W2, b2 after the step",
    task="torch-step",
)

# %% role="test" grade_id="torch-step-hidden" points=2 syllabus="N-04 N-16"
# hidden test: a square network, where a missing transpose gives no error; other rates
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, data
from nnbyhand.misconceptions.pytorch import numpy_step
from nnbyhand.torch_practice import arrays

_net = (data.SQUARE_W1, data.SQUARE_B1, data.SQUARE_W2, data.SQUARE_B2)
_rng = np.random.default_rng(6)
_wide = [_rng.normal(size=size) for size in ((3, 6), 6, (6, 4), 4, (9, 3))]
checks.check(
    "torch_step",
    [
        (*_net, data.SQUARE_X, np.array([2, 0]), 0.3),
        (*_wide, _rng.integers(0, 4, size=9), 0.8),
    ],
    reference=numpy_step,
    through=arrays,
    shows="the loss, then W1, b1, W2, b2 after the step",
    task="torch-step",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-loss-text" syllabus="N-09 N-10"
# ## 5 From logits to a cost (4 points)
#
# `Z` holds logits, a float64 tensor with a row for each example.
#
# - `probabilities(Z)`: `(n, k)`, each row the probabilities of the k classes.
# - `cost(kind, Z, Y)`: the mean cost, with the loss that belongs to the output:
#
# | kind | `Z` | `Y`, an int64 tensor or, for quantities, float64 |
# |---|---|---|
# | `"one of k"` | `(n, k)` | `(n,)`, class numbers |
# | `"yes or no"` | `(n, k)` | `(n, k)`, 0 or 1, in each place on its own |
# | `"quantity"` | `(n, 1)` | `(n,)`; mean of the squared errors |
#
# torch complains where a loss meets a type that it does not take: `.double()` makes
# floats of a tensor.
#
# <details><summary>Hint 1: direction</summary>The losses of torch that take logits do
# softmax or sigmoid themselves. Look at shapes and types before you call one.</details>
# <details><summary>Hint 2: equation</summary>classes: −ln softmax(z)[y]; yes or no:
# −ln σ(z) where y = 1, −ln(1 − σ(z)) where y = 0; means over all</details>
# <details><summary>Hint 3: first line</summary><code>if kind == "quantity":</code>
# and what shape must both have then?</details>


# %% role="answer" grade_id="torch-loss"
def probabilities(Z):
    """Give the probabilities of the classes, row by row."""
    ### BEGIN SOLUTION
    return Z.softmax(dim=1)
    ### END SOLUTION


def cost(kind, Z, Y):
    """Give the mean cost of logits Z for targets Y."""
    ### BEGIN SOLUTION
    if kind == "one of k":
        return F.cross_entropy(Z, Y)
    if kind == "yes or no":
        return F.binary_cross_entropy_with_logits(Z, Y.to(Z.dtype))
    return F.mse_loss(Z[:, 0], Y)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-loss-try"
# Try it: the first row gives 0.25 and 0.75; the cost is ln 4 = 1.3863.

# %%
Z = torch.tensor([[0.0, np.log(3)]], dtype=torch.float64)
probabilities(Z), cost("one of k", Z, torch.tensor([0]))

# %% role="test" grade_id="torch-loss-rows" points=1 syllabus="N-09"
import numpy as np
import torch

from nnbyhand import activations, checks
from nnbyhand.data import TWO_LOGITS
from nnbyhand.torch_practice import array

_Z = np.array([[1.0, -2.0], [0.5, 0.25], [3.0, -1.0]])
checks.check(
    "probabilities",
    [(torch.tensor(Z),) for Z in (TWO_LOGITS, _Z)],
    expected=[activations.softmax(Z) for Z in (TWO_LOGITS, _Z)],
    through=array,
    task="torch-loss-rows",
)

# %% role="test" grade_id="torch-loss-value" points=1 syllabus="N-10"
import torch

from nnbyhand import checks
from nnbyhand.data import MULTI_LOGITS, MULTI_TARGETS, TWO_LABELS, TWO_LOGITS
from nnbyhand.misconceptions.pytorch import numpy_cost
from nnbyhand.torch_practice import array

_near, _far = torch.tensor([[2.0], [-1.0], [0.5]]), torch.tensor([1.5, 1.0, 0.0])
checks.check(
    "cost",
    [
        ("one of k", torch.tensor(TWO_LOGITS), torch.tensor(TWO_LABELS)),
        ("yes or no", torch.tensor(MULTI_LOGITS), torch.tensor(MULTI_TARGETS).long()),
        ("quantity", _near.double(), _far.double()),
    ],
    reference=numpy_cost,
    through=array,
    task="torch-loss",
)

# %% role="test" grade_id="torch-loss-hidden" points=2 syllabus="N-09 N-10"
# hidden test: both functions, on other logits
### BEGIN HIDDEN TESTS
import numpy as np
import torch

from nnbyhand import activations, checks
from nnbyhand.misconceptions.pytorch import numpy_cost
from nnbyhand.torch_practice import array

_rng = np.random.default_rng(9)
_Z = _rng.normal(size=(5, 4)) * 2
checks.check(
    "probabilities",
    [(torch.tensor(_Z),)],
    expected=[activations.softmax(_Z)],
    through=array,
    task="torch-loss-rows",
)
_flat = torch.tensor(_rng.normal(size=(6, 1)))
checks.check(
    "cost",
    [
        ("one of k", torch.tensor(_Z), torch.tensor([3, 0, 0, 2, 1])),
        ("yes or no", torch.tensor(_Z), torch.tensor(_rng.integers(0, 2, (5, 4)))),
        ("quantity", _flat, torch.tensor(_rng.normal(size=6))),
    ],
    reference=numpy_cost,
    through=array,
    task="torch-loss",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-fit-text" syllabus="N-16"
# ## 6 The loop (4 points)
#
# Write `fit(net, batches, optimiser, epochs)`: train with the mean cross-entropy of each
# batch, and return a list with **one number an epoch**, the mean loss over its *examples*
# (each batch's loss as it was before its step). `batches` is a list of pairs `(X, y)`, the
# last one may be shorter; go through them in this order. The net may arrive in eval mode:
# train it in training mode. Here the arguments are meant to change.
#
# <details><summary>Hint 1: direction</summary>Five lines for each batch, in the order of
# the lesson; a sum that starts anew each epoch.</details>
# <details><summary>Hint 2: equation</summary>mean = Σ (loss of a batch · its length) / Σ
# length</details>
# <details><summary>Hint 3: first line</summary><code>for batch in batches:</code>
# after the net was set to training; <code>loss.item()</code> is a number without a
# graph</details>


# %% role="answer" grade_id="torch-fit"
def fit(net, batches, optimiser, epochs):
    """Train, and give the mean loss over the examples of each epoch."""
    ### BEGIN SOLUTION
    net.train()
    means = []
    for _ in range(epochs):
        costs = []
        for X, y in batches:
            optimiser.zero_grad()
            loss = F.cross_entropy(net(X), y)
            loss.backward()
            optimiser.step()
            costs += [loss.item()] * len(y)
        means.append(sum(costs) / len(costs))
    return means
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-fit-try"
# Try it: one batch of ones, and weights that begin at 0. The first loss is
# ln 2 = 0.6931, then it falls.

# %%
tiny = nn.Linear(1, 2)
for p in tiny.parameters():
    nn.init.zeros_(p)
ones = [(torch.ones(3, 1), torch.tensor([0, 0, 0]))]
fit(tiny, ones, torch.optim.SGD(tiny.parameters(), 0.5), 3)

# %% role="test" grade_id="torch-fit-value" points=2 syllabus="N-16"
from nnbyhand import checks
from nnbyhand.torch_practice import loop_case, loop_facts, train_plainly

checks.check(
    "fit",
    [(*loop_case(1, [3, 5, 4], [6, 6, 2]), 3)],
    reference=lambda *case: (train_plainly(*case), 0),
    through=loop_facts,
    shows="the losses; how many of them still hold a graph",
    task="torch-fit",
)

# %% role="test" grade_id="torch-fit-hidden" points=2 syllabus="N-16"
# hidden test: other nets, lengths and numbers of epochs
### BEGIN HIDDEN TESTS
from nnbyhand import checks
from nnbyhand.torch_practice import loop_case, loop_facts, train_plainly

checks.check(
    "fit",
    [
        (*loop_case(2, [4, 3], [5, 3, 1]), 4),
        (*loop_case(3, [2, 6, 5, 3], [8, 4]), 2),
    ],
    reference=lambda *case: (train_plainly(*case), 0),
    through=loop_facts,
    shows="the losses; how many of them still hold a graph",
    task="torch-fit",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-measure-text" syllabus="N-07 N-16 N-18 N-20"
# ## 7 Measure quietly, and against a baseline (5 points)
#
# - `logits_of(net, X)`: a tensor, the logits of `net` for the tensor `X`, in eval mode,
#   without noting anything for gradients. `X` may lie on another device: move it to where the
#   net's parameters lie, and leave the result there.
# - `margin(net, baseline, X, y)`: the accuracy of `net` minus that of `baseline`, as one
#   number such as 0.04. Use `logits_of`.
#
# <details><summary>Hint 1: direction</summary>Dropout off, notes off, one device. A share
# of right answers needs the largest logit of each *row*.</details>
# <details><summary>Hint 2: equation</summary>margin = mean(argmax of net = y) −
# mean(argmax of baseline = y)</details>
# <details><summary>Hint 3: first line</summary>
# <code>device = next(net.parameters()).device</code></details>


# %% role="answer" grade_id="torch-measure"
def logits_of(net, X):
    """Give the logits in eval mode, without gradients, on the net's device."""
    ### BEGIN SOLUTION
    net.eval()
    place = next(net.parameters()).device
    with torch.no_grad():
        return net(X.to(place))
    ### END SOLUTION


def margin(net, baseline, X, y):
    """Give how much higher the accuracy of net is than that of baseline."""
    ### BEGIN SOLUTION
    right = [logits_of(each, X).argmax(dim=1).cpu() == y for each in (net, baseline)]
    return (right[0].double().mean() - right[1].double().mean()).item()
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-measure-try"
# Try it: True, twice the same logits; the margin of a net against itself is 0.

# %%
noisy = nn.Sequential(nn.Linear(4, 10), nn.Dropout(0.5))
X = torch.ones(3, 4)
print(torch.equal(logits_of(noisy, X), logits_of(noisy, X)))
margin(noisy, noisy, X, torch.tensor([0, 1, 2]))

# %% role="test" grade_id="torch-measure-value" points=2 syllabus="N-07 N-16"
import numpy as np
import torch

from nnbyhand import checks
from nnbyhand.torch_practice import array, small_net, watchful

_X = torch.tensor(np.random.default_rng(2).normal(size=(4, 3)))
checks.check(
    "logits_of",
    [(watchful(small_net([3, 5, 2])).train(), _X)],
    reference=lambda model, X: array(model.eval()(X)),
    through=array,
    task="torch-measure",
)


def _notes_nothing(function):
    """Whether a call is made with gradients off."""
    watched = watchful(small_net([3, 4, 2]))
    found = function(watched, torch.ones(2, 3, dtype=torch.float64))
    return watched.noted == 0 and not getattr(found, "requires_grad", False)


checks.check_that(
    "logits_of",
    "nothing is noted for gradients",
    _notes_nothing,
    cases=[(small_net([3, 2]), torch.ones(2, 3, dtype=torch.float64))],
    task="torch-measure-graph",
)

# %% role="test" grade_id="torch-measure-margin" points=1 syllabus="N-20"
import numpy as np
import torch

from nnbyhand import checks
from nnbyhand.misconceptions.pytorch_training import true_margin
from nnbyhand.torch_practice import array, small_net

_X = torch.tensor(np.random.default_rng(4).normal(size=(20, 3)))
_y = small_net([3, 6, 4], seed=1)(_X + 0.8).argmax(dim=1)
_nets = small_net([3, 6, 4], seed=1), small_net([3, 4], seed=1)
checks.check(
    "margin",
    [
        (*_nets, _X, _y),
        (small_net([3, 6, 4], seed=2), small_net([3, 4], seed=2), _X, _y),
        (*_nets[::-1], _X, _y),
    ],
    reference=true_margin,
    through=array,
    task="torch-measure-margin",
)

# %% role="test" grade_id="torch-measure-hidden" points=2 syllabus="N-18 N-20"
# hidden test: X and net on different devices; other nets, in training mode
### BEGIN HIDDEN TESTS
import numpy as np
import torch

from nnbyhand import checks
from nnbyhand.misconceptions.pytorch_training import true_margin
from nnbyhand.torch_practice import array, small_net, watchful

_X = torch.tensor(np.random.default_rng(8).normal(size=(30, 5)))
_y = small_net([5, 6, 3], seed=4)(_X - 0.7).argmax(dim=1)
checks.check(
    "logits_of",
    [(watchful(small_net([5, 4, 3], seed=3)).train(), _X)],
    reference=lambda model, X: array(model.eval()(X)),
    through=array,
    task="torch-measure",
)


def _moves(function):
    """Whether X is brought to a net without real memory, on the device "meta"."""
    net = small_net([3, 2]).to("meta")
    try:
        found = function(net, torch.ones(4, 3, dtype=torch.float64))
    except RuntimeError:  # torch refuses to mix devices, or to bring such a net back
        return False
    return found.device.type == "meta" and found.shape == (4, 2)


checks.check_that(
    "logits_of",
    "X is moved to the device of the net, and the result stays there",
    _moves,
    cases=[(small_net([3, 2]), torch.ones(4, 3, dtype=torch.float64))],
    task="torch-measure-device",
)
_nets = [small_net([5, 6, 3], seed=s) for s in (4, 5)]
checks.check(
    "margin",
    [
        *((net, small_net([5, 3], seed=6), _X, _y) for net in _nets),
        (small_net([5, 3], seed=6), _nets[0], _X, _y),
    ],
    reference=true_margin,
    through=array,
    task="torch-measure-margin",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-clothes-text" syllabus="N-06 N-16"
# ## 8 Repair the run (4 points)
#
# ```python
# X = torch.tensor(images, dtype=torch.float32)
# net = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(),
#                     nn.Linear(128, 10), nn.Softmax(dim=1))
# adam = torch.optim.Adam(net.parameters(), 1e-5)
# for epoch in range(10):
#     for rows in torch.randperm(len(X)).split(32):
#         F.cross_entropy(net(X[rows]), y[rows]).backward()
#         adam.step()
# ```
#
# Four things are wrong with this run. Write `train_clothes(images, labels, seed)` that
# trains 784-128-10 for 10 epochs without them and returns the net. `images` is `(n, 1,
# 28, 28)`, 0 to 255, an array; `labels` is `(n,)`. The net will be tested on new images
# **scaled to 0 to 1** and in no other way; at least 72 % must be right. The same seed gives
# the same net. About 1,500 images must take less than five seconds. (Where torch complains
# about the dtypes of `mat1` and `mat2`, X is not in float32.)
#
# <details><summary>Hint 1: direction</summary>What is the first loss? What does
# cross_entropy expect? Which line of the loop is missing?</details>
# <details><summary>Hint 2: equation</summary>first loss near ln 10 = 2.30; Adam at 0.001
# </details>
# <details><summary>Hint 3: first line</summary><code>torch.manual_seed</code> comes before
# the layers are made</details>


# %% role="answer" grade_id="torch-clothes"
def train_clothes(images, labels, seed):
    """Train 784-128-10 on images of clothes; give the net."""
    ### BEGIN SOLUTION
    torch.manual_seed(seed)
    X = torch.tensor(images / 255, dtype=torch.float32)
    y = torch.tensor(labels)
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    adam = torch.optim.Adam(model.parameters(), 1e-3)
    for _ in range(10):
        for rows in torch.randperm(len(X)).split(32):
            adam.zero_grad()
            F.cross_entropy(model(X[rows]), y[rows]).backward()
            adam.step()
    return model
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-clothes-try"
# Try it: most of the first ten labels are read rightly after a short training.

# %%
clothes = data.load_fashion_mnist()
trained = train_clothes(clothes.train_images[:1000], clothes.train_labels[:1000], 0)
Z = trained(torch.tensor(clothes.test_images[:10] / 255, dtype=torch.float32))
print(Z.argmax(dim=1).tolist(), clothes.test_labels[:10].tolist())

# %% role="test" grade_id="torch-clothes-value" points=2 syllabus="N-06"
import torch

from nnbyhand import checks, data
from nnbyhand.torch_practice import clothes_facts, flattens, stays_straight

_clothes = data.load_fashion_mnist()
_new = _clothes.test_images, _clothes.test_labels
checks.check(
    "train_clothes",
    [(_clothes.train_images[:1500], _clothes.train_labels[:1500], 1)],
    expected=[(101_770, 0.72, 1)],
    through=lambda net: clothes_facts(net, *_new),
    shows="number of parameters; accuracy on 500 new images, where 0.72 stands for "
    "0.72 and more; 1 where the outputs are logits",
    task="torch-clothes",
)
_few = [part[:64] for part in (_clothes.train_images, _clothes.train_labels)]


def _again(function):
    """Whether one seed gives one net, twice."""
    nets = []
    for state in (100, 200):
        torch.manual_seed(state)
        nets.append(function(*_few, 5))
    pairs = zip(nets[0].parameters(), nets[1].parameters(), strict=True)
    return all(torch.equal(one, two) for one, two in pairs)


def _bends(function):
    """Whether the net bends, as a linear one does not, and then goes on in a line."""
    net = function(*_few, 5)
    return not stays_straight(net, _clothes.test_images) and not flattens(
        net, _clothes.test_images
    )


checks.check_that(
    "train_clothes",
    "the same seed gives the same net",
    _again,
    cases=[(*_few, 5)],
    task="torch-clothes-seed",
)
checks.check_that(
    "train_clothes",
    "there is a ReLU between the two Linear layers",
    _bends,
    cases=[(*_few, 5)],
    task="torch-clothes-relu",
)

# %% role="test" grade_id="torch-clothes-hidden" points=2 syllabus="N-06 N-16"
# hidden test: another seed and other images; one seed twice
### BEGIN HIDDEN TESTS
import torch

from nnbyhand import checks, data
from nnbyhand.torch_practice import clothes_facts

_clothes = data.load_fashion_mnist()
_new = _clothes.test_images, _clothes.test_labels
checks.check(
    "train_clothes",
    [(_clothes.train_images[500:], _clothes.train_labels[500:], 7)],
    expected=[(101_770, 0.72, 1)],
    through=lambda net: clothes_facts(net, *_new),
    shows="number of parameters; accuracy on 500 new images, where 0.72 stands for "
    "0.72 and more; 1 where the outputs are logits",
    task="torch-clothes",
)


def _again(function):
    """Whether one seed gives one net, twice."""
    few = _clothes.train_images[:64], _clothes.train_labels[:64]
    nets = []
    for state in (100, 200):
        torch.manual_seed(state)
        nets.append(function(*few, 3))
    pairs = zip(nets[0].parameters(), nets[1].parameters(), strict=True)
    return all(torch.equal(one, two) for one, two in pairs)


checks.check_that(
    "train_clothes",
    "the same seed gives the same net",
    _again,
    cases=[(_clothes.train_images[:64], _clothes.train_labels[:64], 3)],
    task="torch-clothes-seed",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-save-text" syllabus="N-16"
# ## 9 Weights, there and back (4 points)
#
# - `pack(net)`: the content of a file, as `bytes`, with the weights of `net` **by name**
#   and nothing else, so that it can be read with `weights_only=True`.
# - `unpack(content, net)`: fill the weights of `net` from such bytes and return it. `net`
#   changes here. Weights that do not fit must give an error, and so must bytes that hold
#   anything but weights.
#
# <details><summary>Hint 1: direction</summary>torch writes to anything that behaves like
# a file; `io.BytesIO()` is a file in memory.</details>
# <details><summary>Hint 2: equation</summary>load(save(state_dict)) = state_dict</details>
# <details><summary>Hint 3: first line</summary>make <code>io.BytesIO()</code>, save into
# it; its bytes are <code>.getvalue()</code>. <code>io.BytesIO(content)</code> can be
# read</details>


# %% role="answer" grade_id="torch-save"
def pack(net):
    """Give the weights of net by name, as the bytes of a file."""
    ### BEGIN SOLUTION
    file = io.BytesIO()
    torch.save(net.state_dict(), file)
    return file.getvalue()
    ### END SOLUTION


def unpack(content, net):
    """Fill net with the weights in content, and give it."""
    ### BEGIN SOLUTION
    net.load_state_dict(torch.load(io.BytesIO(content), weights_only=True))
    return net
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-save-try"
# Try it: another layer gives the same answer once it has been filled.

# %%
one, other = nn.Linear(3, 2), nn.Linear(3, 2)
X = torch.ones(1, 3)
torch.equal(one(X), unpack(pack(one), other)(X))

# %% role="test" grade_id="torch-save-value" points=1 syllabus="N-16"
from nnbyhand import checks
from nnbyhand.torch_practice import content_facts, content_of, small_net

_nets = [small_net([3, 4, 2]), small_net([2, 3])]
checks.check(
    "pack",
    [(net,) for net in _nets],
    expected=[content_facts(content_of(net.state_dict())) for net in _nets],
    through=content_facts,
    shows="each name in the file with the sum of the squares of its weights; the bits "
    "of one weight",
    task="torch-save-pack",
)

# %% role="test" grade_id="torch-save-load" points=1 syllabus="N-16"
import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import content_of, outputs_of, small_net

_X = np.random.default_rng(3).normal(size=(4, 3))
_saved = small_net([3, 3, 3, 3], seed=1)
_backwards = dict(reversed(_saved.state_dict().items()))
_contents = [content_of(_saved.state_dict()), content_of(_backwards)]
checks.check(
    "unpack",
    [(content, small_net([3, 3, 3, 3], seed=2)) for content in _contents],
    expected=[outputs_of(_saved, _X)] * 2,
    through=lambda net: outputs_of(net, _X),
    shows="the outputs of the filled net; in the second file the names stand in "
    "another order",
    task="torch-save-load",
)


def _fills(function):
    """Whether the net that was given holds the weights afterwards."""
    given = small_net([3, 3, 3, 3], seed=2)
    function(_contents[0], given)
    return np.array_equal(outputs_of(given, _X), outputs_of(_saved, _X))


def _refuses(function):
    """Whether a file of another architecture gives an error."""
    try:
        function(_contents[0], small_net([3, 3, 3]))
    except Exception:
        return True
    return False


_good = (_contents[0], small_net([3, 3, 3, 3], seed=2))
checks.check_that(
    "unpack",
    "the net that was given is filled",
    _fills,
    cases=[_good],
    task="torch-save-itself",
)
checks.check_that(
    "unpack",
    "a file that does not fit gives an error",
    _refuses,
    cases=[_good],
    task="torch-save-refuse",
)

# %% role="test" grade_id="torch-save-hidden" points=2 syllabus="N-16"
# hidden test: other nets; a file of another architecture; a file that holds an object
### BEGIN HIDDEN TESTS
import collections

import numpy as np

from nnbyhand import checks
from nnbyhand.torch_practice import content_facts, content_of, outputs_of, small_net

_X = np.random.default_rng(5).normal(size=(4, 5))
_net = small_net([5, 5, 5], seed=4)
checks.check(
    "pack",
    [(_net,)],
    expected=[content_facts(content_of(_net.state_dict()))],
    through=content_facts,
    shows="each name in the file with the sum of the squares of its weights; the bits "
    "of one weight",
    task="torch-save-pack",
)
checks.check(
    "unpack",
    [(content_of(dict(reversed(_net.state_dict().items()))), small_net([5, 5, 5]))],
    expected=[outputs_of(_net, _X)],
    through=lambda net: outputs_of(net, _X),
    shows="the outputs of the filled net",
    task="torch-save-load",
)


def _fills(function):
    """Whether the net that was given holds the weights afterwards."""
    given = small_net([5, 5, 5])
    function(content_of(_net.state_dict()), given)
    return np.array_equal(outputs_of(given, _X), outputs_of(_net, _X))


def _refuses(content, net):
    """A property: this content is refused with an error."""

    def holds(function):
        try:
            function(content, net)
        except Exception:
            return True
        return False

    return holds


_good = (content_of(_net.state_dict()), small_net([5, 5, 5]))
checks.check_that(
    "unpack",
    "the net that was given is filled",
    _fills,
    cases=[_good],
    task="torch-save-itself",
)
_more = content_of(small_net([5, 5, 5, 5]).state_dict())
checks.check_that(
    "unpack",
    "a file of another architecture is refused",
    _refuses(_more, small_net([5, 5, 5])),
    cases=[_good],
    task="torch-save-refuse",
)
_odd = content_of(collections.UserDict(_net.state_dict()))
checks.check_that(
    "unpack",
    "a file that holds an object is refused",
    _refuses(_odd, small_net([5, 5, 5])),
    cases=[_good],
    task="torch-save-safe",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-matlab-text" syllabus="N-14"
# ## 10 MATLAB's perceptron (3 points)
#
# A MATLAB page gives its examples as **columns**: `P` is `(2, n)`, `T` is `(n,)` of 0 and
# 1. Write `from_matlab(P, T)`: train with `perceptron.learn`, from zero at rate 1, and
# return `mistakes, slope, intercept`: the list of mistakes of each epoch, and the line
# $x_2 = slope \cdot x_1 + intercept$ on which the sum is zero. (Do not use
# `perceptron.boundary`.)
#
# <details><summary>Hint 1: direction</summary>Our functions want examples as rows.
# Then solve the equation of the line for x2.</details>
# <details><summary>Hint 2: equation</summary>w1 x1 + w2 x2 + b = 0</details>
# <details><summary>Hint 3: first line</summary>
# <code>learned = perceptron.learn(…)</code> has <code>learned.w</code>,
# <code>learned.b</code> and <code>learned.mistakes</code></details>


# %% role="answer" grade_id="torch-matlab"
def from_matlab(P, T):
    """Give the mistakes of each epoch, and slope and intercept of the line."""
    ### BEGIN SOLUTION
    learned = perceptron.learn(np.transpose(P), T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, -learned.b / w2
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-matlab-try"
# Try it: for these two vectors the list is [1, 2, 0], the line x2 = 0.5 x1 + 1.

# %%
from_matlab(np.array([[0.5, 0.5], [2.0, 0.5]]), np.array([0, 1]))

# %% role="test" grade_id="torch-matlab-value" points=1 syllabus="N-14"
import numpy as np

from nnbyhand import checks, perceptron
from nnbyhand.misconceptions.pytorch_training import true_line
from nnbyhand.torch_practice import arrays

_P = np.array([[-0.5, -0.5, 0.3, -0.1], [-0.5, 0.5, -0.5, 1.0]])
_Q = np.array([[2.0, 2.0, -1.0, -2.0], [0.0, 1.5, 0.5, -2.0]])
checks.check(
    "from_matlab",
    [(_P, np.array([1, 1, 0, 0])), (_Q, np.array([1, 0, 0, 1]))],
    reference=true_line,
    through=arrays,
    shows="mistakes of each epoch; slope; intercept",
    task="torch-matlab",
    forbid=(perceptron.boundary,),
)

# %% role="test" grade_id="torch-matlab-hidden" points=2 syllabus="N-14"
# hidden test: six vectors; then as many vectors as coordinates
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, perceptron
from nnbyhand.misconceptions.pytorch_training import true_line
from nnbyhand.torch_practice import arrays

_six = np.array([[3.0, 2, 0.5, -1, -2, 1], [1, 4, 2, 0.5, 2, -3]])
_two = np.array([[1.0, 2.0], [0.5, -0.5]])
for _P, _T in ((_six, [1, 1, 1, 0, 0, 0]), (_two, [1, 0])):
    checks.check(
        "from_matlab",
        [(_P, np.array(_T))],
        reference=true_line,
        through=arrays,
        shows="mistakes of each epoch; slope; intercept",
        task="torch-matlab",
        forbid=(perceptron.boundary,),
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-forecast-text" syllabus="N-06 N-07 N-08 N-10 N-19"
# ## 11 Numbers before training (4 points)
#
# Before a run one can know a good deal. Write `forecast(sizes, n, batch_size, epochs,
# lr)`, which returns five numbers:
#
# 1. parameters of the network with these sizes, biases included;
# 2. updates of the whole run; the last batch of an epoch may be short;
# 3. how far Adam can move a weight in all, at most about: `lr` an update;
# 4. the first loss, if all k classes are taken for equally likely (k is the last size);
# 5. the loss of **perfect** answers (1 for the class, 0 for the others) if they go through
#    softmax by mistake, as logits.
#
# And `digits_of(outputs)`: which class each row of outputs `(n, k)` means.
#
# <details><summary>Hint 1: direction</summary>A short batch is a batch. For the fifth, put
# one row of perfect answers into softmax on paper.</details>
# <details><summary>Hint 2: equation</summary>batches = ⌈n / batch size⌉; first loss =
# −ln(1/k); softmax of 1, 0, …, 0 gives its class e / (e + k − 1), and the loss is −ln of
# that</details>
# <details><summary>Hint 3: first line</summary>the classes are <code>sizes[-1]</code>;
# <code>zip(sizes, sizes[1:])</code> pairs neighbours</details>


# %% role="answer" grade_id="torch-forecast"
def forecast(sizes, n, batch_size, epochs, lr):
    """Give parameters, updates, reach, first loss, and the floor of softmax twice."""
    ### BEGIN SOLUTION
    k = sizes[-1]
    ends = range(1, len(sizes))
    parameters = sum((sizes[i - 1] + 1) * sizes[i] for i in ends)
    updates = epochs * -(-n // batch_size)
    return parameters, updates, lr * updates, np.log(k), np.log(1 + (k - 1) / np.e)
    ### END SOLUTION


def digits_of(outputs):
    """Give the class that each row of outputs means."""
    ### BEGIN SOLUTION
    return np.argmax(outputs, axis=1)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="torch-forecast-try"
# Try it: `TwoLayerNet(4, 8, 3)` on 10 examples in batches of 5, 2 epochs at 0.1: 67
# parameters, 4 updates, 0.4, 1.0986 and 0.5514.

# %%
forecast([4, 8, 3], 10, 5, 2, 0.1)

# %% role="test" grade_id="torch-forecast-value" points=2 syllabus="N-06 N-08 N-19"
from nnbyhand import checks
from nnbyhand.misconceptions.pytorch_training import true_forecast
from nnbyhand.torch_practice import numbers

checks.check(
    "forecast",
    [
        ([784, 15, 10], 60_000, 64, 10, 1e-5),
        ([6, 7, 5], 103, 10, 3, 0.01),
        ([5, 3], 60, 12, 4, 0.05),
    ],
    reference=true_forecast,
    through=numbers,
    shows="parameters; updates; reach; first loss; loss of perfect answers",
    task="torch-forecast",
    tol="float32",
)

# %% role="test" grade_id="torch-forecast-hidden" points=2 syllabus="N-07 N-08 N-10"
# hidden test: other networks and runs; reading outputs of which none is 1
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks
from nnbyhand.misconceptions.pytorch_training import true_forecast
from nnbyhand.torch_practice import array, numbers

checks.check(
    "forecast",
    [
        ([784, 300, 100, 26], 50_001, 128, 5, 1e-3),
        ([9, 2], 40, 16, 7, 0.2),
        ([8, 6, 4], 90, 15, 2, 0.3),
    ],
    reference=true_forecast,
    through=numbers,
    shows="parameters; updates; reach; first loss; loss of perfect answers",
    task="torch-forecast",
    tol="float32",
)
_rows = [[0.3, 0.9, 0.95, 0.1], [0.6, 0.2, 0.1, 0.55], [0.2, 0.4, 0.1, 0.3]]
_rows = np.array([*_rows, [0.5, 1.1, -2.0, 3.5]])  # logits, the last ones
checks.check(
    "digits_of",
    [(_rows,)],
    expected=[[2, 0, 1, 3]],
    through=array,
    task="torch-forecast-digits",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="torch-words-text" syllabus="N-10 N-16"
# ## 12 In your own words (3 points, read by a person)
#
# A friend's network ends in softmax, is trained with `cross_entropy`, and its loss stays
# above 1.46 although most answers are right. Explain what is wrong and why there is no
# error message. Then say what `eval()` and `no_grad()` each do when you measure. Four to
# seven sentences. Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. cross_entropy contains softmax, so it is applied twice; the network should return
#    logits;
# 2. shapes and types fit (probabilities look like logits), so nothing fails; values
#    between 0 and 1 can never be far apart, hence the floor;
# 3. eval() switches dropout (and the like) off; no_grad() stops noting operations for
#    gradients; both are named and not confused.
#
# Sample, 3 points: "Its outputs go through softmax twice, because the loss does it
# itself. Probabilities are numbers like any others, so torch takes them for logits, but
# they differ by at most 1, and the loss cannot fall. eval() turns dropout off, no_grad()
# saves memory because no graph is kept."
# Sample, 2 points: "Softmax twice: the loss wants logits. eval() turns dropout off and
# no_grad() makes no gradients."
# Sample, 1 point: "You must leave the softmax out."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="torch-words" points=3 syllabus="N-16"
# *Write your answer here.*
