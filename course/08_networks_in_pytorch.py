# %% [markdown] syllabus="N-17"
# # 08 Networks in PyTorch
#
# You have built every part of a network by hand. Here a library takes over, part by
# part, and each part must give your own numbers first.
#
# **You will be able to**
#
# - build, train and measure a network in PyTorch, each step written out;
# - match loss and output, and find the mistakes that no error message reports;
# - read the same network in Keras.
#
# **You need** lessons [06](06_backpropagation.ipynb) and
# [07](07_training_in_practice.ipynb), and PyTorch. About 155 minutes (an estimate), then
# the assignment `08_networks_in_pytorch`. (Public tutorials with other words: PyTorch's
# "Build the neural network", TensorFlow's "Basic classification: images of clothing"; Google
# Colab runs both.)

# %%
from nnbyhand import data, perceptron, plots, prepare
from nnbyhand.checks import checkpoint
from nnbyhand.device import best_device, describe_device
from nnbyhand.explorers import pytorch as explore
from nnbyhand.show import show, show_figure
from nnbyhand.widgets import quiz

explore.need_torch()  # one line says what to do where it is missing

# %%
import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, TensorDataset

# %% [markdown] syllabus="N-01 N-02 N-15 N-21"
# ## Three tiers
#
# *About 10 minutes (an estimate).*
#
# All such libraries have three tiers. On top is **development**: layers, models, losses,
# optimisers, metrics. It stands on **tensor infrastructure**: tensors, variables, automatic
# differentiation, spreading work. That runs on **hardware**: CPU, GPU, TPU.
#
# Dated facts, as of 2026. Alive: TensorFlow (numerical computation from phones to
# clusters), PyTorch, JAX, MATLAB; TensorFlow.js and Core ML for browsers and Apple
# devices. Ended: Theano (2017), CNTK (2019), PlaidML, MXNet (2023). Keras began as a
# high-level front for Theano; version 3 runs on TensorFlow, JAX or PyTorch.
#
# > **Find the mistake.** A slide lists PyTorch among "libraries containing Keras". Who
# > runs on whom?

# %% syllabus="N-01 N-02 N-15 N-21"
quiz("N-01")

# %% [markdown] syllabus="N-13"
# ## Tensors remember
#
# *About 10 minutes (an estimate).*
#
# A **tensor** is an array that can note where it came from. With `requires_grad` every
# operation is noted, and `backward()` walks back as your engine did in lesson 05. Let
# $m = (u - v)\,v$ at u = 3, v = −2. Work out m and both slopes.
#
# > **Find the mistake.** In 2015 TensorFlow first built a graph and then ran it. A slide
# > prepares its variables by `init = global_variables_initializer`. What is missing? The
# > cell makes the same slip first.

# %% syllabus="N-13"
u = torch.tensor(3.0, requires_grad=True)
v = torch.tensor(-2.0, requires_grad=True)
m = (u - v) * v
m.backward
print("without brackets:", u.grad)
m.backward()
checkpoint("N-13", [m.item(), u.grad, v.grad], [-10.0, -2, 7])

# %% [markdown] syllabus="N-13"
# Without brackets a function is named, not called, and nothing happens. (That way of
# running graphs left TensorFlow with version 2, 2019.) ∂m/∂u = v = −2, and
# ∂m/∂v = u − 2v = 7: v is used twice, and its parts add up.
#
# ## Your layer and theirs
#
# *About 10 minutes (an estimate).*
#
# `nn.Linear(2, 4)` is your dense layer, with one difference: torch stores a row for each
# unit, **(out, in)**, our W transposed. Which shape has the weight of network G's first
# layer, 2 → 4, in torch?

# %% syllabus="N-04"
linear = nn.Linear(2, 4, dtype=torch.float64)
linear.weight.data = torch.tensor(data.G_W1.T)
linear.bias.data = torch.tensor(data.G_B1)
Z = linear(torch.tensor(data.G_X))
show(linear.weight.shape, name="weight")
checkpoint("N-04", Z, data.G_X @ data.G_W1 + data.G_B1)

# %% [markdown] syllabus="N-04"
# (4, 2). Equal outputs. And the way back? Some delta arrives; BP4 says $X^T δ$, BP3 the
# column sums:

# %% syllabus="N-04"
delta = np.arange(20.0).reshape(5, 4) % 7 - 3
Z.backward(torch.tensor(delta))
checkpoint("N-04 weight", linear.weight.grad, (data.G_X.T @ delta).T)
checkpoint("N-04 bias", linear.bias.grad, delta.sum(axis=0))

# %% [markdown] syllabus="N-03"
# ## A network is a class
#
# *About 15 minutes (an estimate).*
#
# A model is an `nn.Module`: layers are made **once**, in `__init__`, and used in
# `forward`. What is set as an attribute is registered, so `parameters()` finds it. Layers
# in a plain list stay unseen; `nn.ModuleList` is the list that registers.
# `super().__init__()` prepares the registering, so it comes before the first layer; without
# it torch "cannot assign module".


# %% syllabus="N-03"
class TwoLayerNet(nn.Module):
    """Linear, ReLU, Linear; the result is logits."""

    def __init__(self, input_size, width, output_size):
        super().__init__()
        self.first = nn.Linear(input_size, width)
        self.relu = nn.ReLU()
        self.last = nn.Linear(width, output_size)

    def forward(self, X):
        return self.last(self.relu(self.first(X)))


# %% [markdown] syllabus="N-03 N-08"
# Some listings call the middle argument "hidden layers". It is a **width**: there is one
# hidden layer, with that many units. How many parameters has `TwoLayerNet(4, 8, 3)`?
# 784-128-10? 784-512-10? And 784-15-10, the classic for digits?

# %% syllabus="N-03 N-06 N-07 N-08"
counts = []
for sizes in [(4, 8, 3), (784, 128, 10), (784, 512, 10), (784, 15, 10)]:
    net = TwoLayerNet(*sizes)
    counts.append(sum(p.numel() for p in net.parameters()))
for name, p in TwoLayerNet(4, 8, 3).named_parameters():
    print(f"{name:<13}{tuple(p.shape)}")
checkpoint("N-03", counts, [67, 101_770, 407_050, 11_935])

# %% [markdown] syllabus="N-03"
# 32 + 8 + 24 + 3 = 67.
#
# > **Find the mistake.** One slide calls 784-15-10 a "three-layer network", another calls
# > the class above two-layer. The first counts the inputs. Write sizes, and nobody asks.
#
# ## The loss wants logits
#
# *About 15 minutes (an estimate).*
#
# The last layer has no softmax: `cross_entropy` contains it. Our logits of two examples
# cost .2564. Somebody writes softmax into `forward` as well, and nothing complains.
# Dearer or cheaper?

# %% syllabus="N-09 N-10"
Z, y = torch.tensor(data.TWO_LOGITS), torch.tensor(data.TWO_LABELS)
P = torch.softmax(Z, dim=1)
show(P, 3, name="probabilities")
once, twice = cross_entropy(Z, y), cross_entropy(P, y)
checkpoint("N-10", [once, twice], [0.2563521728, 0.7070358303])
best = cross_entropy(torch.eye(10, dtype=torch.float64), torch.arange(10))
checkpoint("N-10 best", best, 1.4611501717)

# %% [markdown] syllabus="N-09 N-10"
# Dearer, and slow to learn: with softmax twice even perfect answers of ten classes cost
# $\ln(1 + 9/e) = 1.461$. Rows of P sum to 1 (`dim=1`), and the largest stays the largest.
# Which output goes with which loss:
#
# | asked | outputs | loss | targets |
# |---|---|---|---|
# | one of k classes | k logits | `CrossEntropyLoss` | class numbers, int64 |
# | k times yes or no | k logits | `BCEWithLogitsLoss` | 0. and 1., floats |
# | a quantity | 1, linear | `MSELoss` | floats |
#
# Such a class is made first, then called: `nn.MSELoss()(Z, Y)` is `mse_loss(Z, Y)`.
# `weight=` weighs classes; `reduction="none"` gives each example's cost.

# %% [markdown] syllabus="N-05"
# ## Pictures of clothes
#
# *About 10 minutes (an estimate).*
#
# **Fashion-MNIST**: 60,000 + 10,000 images, 28 × 28, ten equal classes, 0 white to
# 255 black (÷255: mean .286, deviation .353). Its files are **IDX**: two zero bytes, the type of the numbers, the number of axes; then each
# size in four bytes, the largest part first; then the pixels. With three axes they begin at
# byte 4 + 3 · 4 = 16. The size 0, 0, 0, 2 is 2; from the wrong end it reads 33,554,432.
#
# 2,000 images come with the course; a GPU takes all, if they are here
# (`nnbyhand data fetch fashion-mnist`). On a CPU set `full = True`. The next cell prints
# which were loaded:

# %% syllabus="N-05 N-18" tags=["nbval-ignore-output"]
device = best_device()
full = device != "cpu" and data.find_set("fashion-mnist") is not None
clothes = data.load_fashion_mnist(subset=not full)
torch.set_num_threads(1)  # the same sums everywhere
print(f"{clothes}. {describe_device()}")

# %% syllabus="N-05"
images, labels, _, _, names = clothes
firsts = [int(np.argmax(labels == k)) for k in range(10)]
titles = [f"{k} {name}" for k, name in enumerate(names)]
show_figure(explore.draw_clothes(images[firsts, 0], titles))

# %% [markdown] syllabus="N-16"
# ## Train, every step written out
#
# *About 15 minutes (an estimate).*
#
# A `TensorDataset` pairs images with labels; a `DataLoader` shuffles and cuts batches. For
# each batch, in this order: **clear** the old gradients (they add up), **forward**,
# **loss**, **backward**, **step**. `train()` and `eval()` switch dropout on and off;
# `no_grad()` stops the noting. Data must lie on the model's device. `==` gives truth values,
# of which torch takes no mean: `.double()` makes them 0 and 1.


# %% syllabus="N-16"
def accuracy(net, X, y):
    """Give the share of right answers."""
    net.eval()
    with torch.no_grad():
        Z = net(X.to(device)).cpu()
    return (Z.argmax(dim=1) == y).double().mean().item()


# %% syllabus="N-16"
def fit(net, X, y, X_val, y_val, lr=1e-3, epochs=10):
    """Train with Adam; give the validation accuracy of each epoch."""
    order = torch.Generator().manual_seed(0)
    loader = DataLoader(TensorDataset(X, y), 32, True, generator=order)
    adam = torch.optim.Adam(net.parameters(), lr)
    found = []
    for _ in range(epochs):
        net.train()
        for X_batch, y_batch in loader:
            adam.zero_grad()
            loss = cross_entropy(net(X_batch.to(device)), y_batch.to(device))
            loss.backward()
            adam.step()
        found.append(accuracy(net, X_val, y_val))
    return found


# %% [markdown] syllabus="N-06 N-19"
# ## Find the mistake: a famous run
#
# *About 20 minutes (an estimate).*
#
# > **Find the mistake.** A slide trains 784-128-10 for 10 epochs, with pixels 0 to 255,
# > Adam at 0.00001, the test set as validation. It reports .825. What would you mend?
#
# Ten classes and no idea: the first loss should be $\ln 10 = 2.30$. With unscaled pixels?

# %% syllabus="N-06"
rng = np.random.default_rng(0)
fit_rows, val_rows = prepare.stratified_split(labels, (0.8, 0.2), rng)
raw, y = torch.tensor(images, dtype=torch.float32), torch.tensor(labels)
X = raw / 255
torch.manual_seed(0)  # torch draws the starting weights
first = nn.Sequential(nn.Flatten(), TwoLayerNet(784, 128, 10))
losses = [cross_entropy(first(part[:1000]), y[:1000]) for part in (X, raw)]
checkpoint("N-06", [abs(losses[0] - 2.3) < 0.1, losses[1] > 10], [1, 1])

# %% [markdown] syllabus="N-06 N-19"
# Near 2.3 when scaled; far above 10 when not. Adam moves a weight by about the rate per
# step: 10 epochs × 1875 batches × 0.00001 allow .19 in all. Three runs: as printed, mended,
# and a **baseline** without hidden layer.


# %% syllabus="N-06 N-20"
def run(net, pixels, **how):
    """Train a network from a fixed start on the training part."""
    parts = pixels[fit_rows], y[fit_rows], pixels[val_rows], y[val_rows]
    torch.manual_seed(0)
    for part in net.modules():
        if isinstance(part, nn.Linear):
            part.reset_parameters()
    return fit(net.to(device), *parts, **how)


# %% syllabus="N-06 N-20" tags=["nbval-ignore-output"]
mended = nn.Sequential(nn.Flatten(), TwoLayerNet(784, 128, 10))
baseline = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
runs = {"mended": run(mended, X), "baseline": run(baseline, X)}
runs["as printed"] = run(first, raw, lr=1e-5)
show_figure(explore.draw_runs(runs))
best, line, slide = (values[-1] for values in runs.values())
show([best, line, slide], 2, name="mended, baseline, as printed")
checkpoint("N-20", [best > slide, line > slide], [1, 1])

# %% [markdown] syllabus="N-06 N-20"
# Mended: ÷255, rate 0.001, a part of the *training* data as judge. With all 60,000 images
# we measured, on the test set, .823 as printed, .841 for the baseline, **.872** mended: the
# printed run lost to the baseline. Here, with 1,600 images, mended and baseline are nearly equal:
# 101,770 parameters need more images to be worth their price.

# %% syllabus="N-19"
quiz("N-19")

# %% [markdown] syllabus="N-07"
# ## Dropout, and what it does to a measurement
#
# *About 10 minutes (an estimate).*
#
# The next listing is 784-512-10 with dropout 0.2, five epochs (.872 with all 60,000). The same
# image twice: when are two answers equal?

# %% syllabus="N-07"
wide = nn.Sequential(nn.Flatten(), nn.Linear(784, 512), nn.ReLU())
wide.extend([nn.Dropout(0.2), nn.Linear(512, 10)])
run(wide, X, epochs=5)
one = X[:1].to(device)
in_training = torch.equal(wide.train()(one), wide(one))
in_use = torch.equal(wide.eval()(one), wide(one))
checkpoint("N-07", [in_training, in_use], [0, 1])

# %% [markdown] syllabus="N-09"
# In training every call drops other units. Who forgets `eval()` measures a network that
# lacks a fifth of its units.
#
# ## Look at the answers
#
# *About 10 minutes (an estimate).*
#
# Now the test set, once. Softmax turns the logits into probabilities; `argmax` picks the
# class. Which class is read worst?

# %% syllabus="N-09"
X_test = torch.tensor(clothes.test_images / 255, dtype=torch.float32)
with torch.no_grad():
    Z = mended.eval()(X_test.to(device)).cpu()
P = torch.softmax(Z, dim=1)
same = torch.equal(P.argmax(dim=1), Z.argmax(dim=1))
checkpoint("N-09", [torch.allclose(P.sum(dim=1), torch.ones(1)), same], [1, 1])
answers = clothes.test_images[:, 0], P.numpy(), clothes.test_labels, names
show_figure(explore.draw_answers(*answers))

# %% syllabus="N-09"
show_figure(explore.draw_confusion(P.numpy().argmax(axis=1), *answers[2:]))
explore.answer_explorer(*answers)

# %% [markdown] syllabus="N-08"
# Mostly shirts: they are taken for T-shirts, coats and pullovers.
#
# > **Find the mistake.** A slide says: a digit is recognised when its unit outputs 1. No
# > sigmoid or softmax ever does. Outputs .3, .9, .95 mean class 2, the largest.
#
# ## Save, load, watch
#
# *About 10 minutes (an estimate).*
#
# `state_dict()` names every weight. Save it, not the whole object, which would be a
# pickle that can run code. To load: build the same network, then fill it.

# %% syllabus="N-16"
from tempfile import TemporaryDirectory

again = nn.Sequential(nn.Flatten(), TwoLayerNet(784, 128, 10))
with TemporaryDirectory() as folder:
    torch.save(mended.state_dict(), f"{folder}/net.pt")
    found = torch.load(f"{folder}/net.pt", weights_only=True)
again.load_state_dict(found)
checkpoint("saved", torch.equal(again(X[:9]), mended.cpu()(X[:9])), True)

# %% [markdown] syllabus="N-18"
# The network went to a file and home to the CPU. If there is an accelerator, do both give
# the same numbers? And TensorBoard, if installed, gets the curve. (Here in a folder that is
# deleted at once; write into a folder `runs`, and `tensorboard --logdir runs` shows it.)

# %% syllabus="N-18" tags=["nbval-ignore-output"]
with torch.no_grad():
    gap = again.to(device)(X[:99].to(device)).cpu() - mended(X[:99])
if device == "cpu":
    print("No accelerator here: nothing to compare.")
else:
    checkpoint("N-18", gap.abs().max() < 1e-4, True)

# %% syllabus="N-16" tags=["nbval-ignore-output"]
try:
    from torch.utils.tensorboard import SummaryWriter

    with TemporaryDirectory() as folder, SummaryWriter(folder) as log:
        for epoch, value in enumerate(runs["mended"]):
            log.add_scalar("validation accuracy", value, epoch)
except ImportError:
    print("TensorBoard is not installed here: nothing is written.")

# %% [markdown] syllabus="N-11 N-12"
# ## The same in Keras
#
# *About 15 minutes (an estimate).*
#
# Keras 3 runs on PyTorch: `pip install .[keras]`, and `KERAS_BACKEND=torch` set before the
# import. Its kernels are (in, out), like ours. The old `input_shape` is now a first layer
# `Input`. Three styles: **sequential**, **functional**, **class**.
#
# > **Find the mistake.** A slide titled "Functional API" shows a
# > `Sequential([...])`. Which listing below is functional?

# %% syllabus="N-11 N-12 N-07"
from IPython.display import display

from nnbyhand.explorers.listings import side_by_side

for name in ("sequential", "functional", "class", "count", "dropout"):
    display(side_by_side(name))

# %% [markdown] syllabus="N-11"
# In Keras you choose the loss by its targets: **sparse** categorical (class numbers),
# categorical (one-hot rows), binary; `fit` is the loop. Say `from_logits=True`, or end in a
# softmax, never both. Class and sample weights: Keras divides by n, torch by the sum of
# *class* weights.

# %% syllabus="N-11 N-12"
for name in ("train", "losses", "weights", "save"):
    display(side_by_side(name))
quiz("N-12")

# %% syllabus="N-11 N-12" tags=["nbval-ignore-output"]
from nnbyhand.explorers.listings import keras_models, keras_on_torch

if keras_on_torch() is None:
    print("Keras is not installed here: the listings are for reading.")
else:
    checkpoint("N-11", [*keras_models().values()], [101_770] * 3)

# %% [markdown] syllabus="N-14"
# ## And in MATLAB
#
# *About 5 minutes (an estimate).*
#
# MathWorks' "Classification with a two-input perceptron" writes examples as **columns**.
# Transposed, our perceptron of lesson 02 learns them. The mistakes of each epoch?

# %% syllabus="N-14"
columns = np.array([[-0.5, -0.5, 0.3, -0.1], [-0.5, 0.5, -0.5, 1]])
learned = perceptron.learn(columns.T, [1, 1, 0, 0])
ax = plots.plot_points(columns.T, [1, 1, 0, 0])
plots.plot_boundary(learned.w, learned.b, ax)
show_figure(ax.figure, "Two circles and two crosses, parted by a line.")
checkpoint("N-14", learned.mistakes, [3, 3, 0])

# %% [markdown]
# ## In short
#
# - Linear stores (out, in); layers are made once; logits go into the loss.
# - Clear, forward, loss, backward, step; measure in eval mode without gradients.
# - Look at the first loss, and beat a baseline.
#
# In the library: `twins` (builds, trains and brings back such networks), `device`,
# `data.load_fashion_mnist`. Say in your own words why softmax is left out of the network;
# you will write it down in the assignment. Next: lesson 09, networks that see.
