# %% [markdown] syllabus="X-01"
# # 11 Fine-tuning and beyond
#
# Who has learned to ride a bicycle does not begin at zero on a motorbike. Today a trained
# network gets a new question, and you look around: what else is there, and who may be
# harmed?
#
# **You will be able to**
#
# - keep early layers, retrain late ones, and measure what that brings;
# - judge depth at an equal number of parameters, and learn without labels;
# - choose network, output and loss for a task, and say who bears its errors.
#
# **You need** lessons [07](07_training_in_practice.ipynb) (validation) and
# [09](09_convolutional_networks.ipynb) (filters). About 120 minutes (an estimate), then the
# assignment `11_fine_tuning_and_beyond` with your own project.

# %%
import numpy as np

from nnbyhand import beyond_practice, conv, data, layers, optim, train, twins
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import beyond, convolution
from nnbyhand.network import Network
from nnbyhand.show import show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="X-01"
# ## Keep what was learned
#
# *About 25 minutes (an estimate).*
#
# Of Fashion-MNIST's ten clothes the first five (T-shirt, trousers, pullover, dress, coat)
# are known, 1,000 pictures. Sandals, shirts, sneakers, bags and boots are new, and of each
# we have only **four**. First the network for the known ones, two filter layers and one
# dense layer:


# %% syllabus="X-01"
def clothes_network(rng):
    """Two filter layers, then dense: 28 × 28 pixels to 5 logits."""
    parts = []
    for c_in, c_out in ((1, 8), (8, 16)):
        kind = {"padding": 1, "dtype": np.float32}
        parts.append(conv.Conv2d(c_in, c_out, 3, rng, **kind))
        parts += [layers.Activation("relu"), conv.MaxPool2d(2)]
    last = layers.Dense(784, 5, rng, dtype=np.float32)
    return Network.from_layers([*parts, layers.Flatten(), last])


# %% syllabus="X-01"
seed, clothes = np.random.default_rng, data.load_fashion_mnist()
X, X_test = (np.float32(clothes[i]) / 255 for i in (0, 2))
y, y_test = clothes.train_labels, clothes.test_labels
old, known = clothes_network(seed(0)), y < 5
how = {"optimiser": optim.Adam(3e-3), "epochs": 8, "batch_size": 32}
train.fit(old, X[known], y[known], rng=seed(0), **how)
right = train.evaluate(old, X_test[y_test < 5], y_test[y_test < 5])[1]
checkpoint("X-01 known clothes", right > 0.75, True)

# %% [markdown] syllabus="X-01 X-02"
# On new pictures of known clothes 85 of 100 are right. Now **freeze** what may stay, and put a new last layer, the **head**, behind it. A frozen
# layer computes as before; a step of training passes it by.
#
# 1. Copy all layers but the head; add a new head.
# 2. Freeze the copied layers; train the head.
# 3. Set all free; train on with a **smaller rate**, so that little is destroyed.
#
# The head has 784 · 5 + 5 parameters. The filters: (9 · 1 + 1) · 8 + (9 · 8 + 1) · 16. How
# many are left to train after step 2, and how many were there?

# %% syllabus="X-01 X-02"
from copy import deepcopy

head = layers.Dense(784, 5, seed(0), dtype=np.float32)
tuned = Network.from_layers([*deepcopy(old.layers[:-1]), head])
tuned.freeze(range(7))
print(list(tuned.free_params))
checkpoint("X-02", [tuned.n_free, tuned.n_params], [3925, 5173])

# %% [markdown] syllabus="X-02"
# 3,925 of 5,173. Two nets of earlier lessons: of 784-128-10 with its hidden layer frozen
# 1,290 are left; of unit 09's cats and dogs with frozen filters 5,374,721 of 5,615,553,
# since nearly all lies in its dense part.
#
# Twenty pictures, twenty epochs. Which weights will have moved?

# %% syllabus="X-01"
order = seed(100).permutation(len(y))
few = np.concatenate([order[y[order] == c][:4] for c in range(5, 10)])
X_few, y_few = X[few], y[few] - 5
fresh = X_test[y_test >= 5], y_test[y_test >= 5] - 5


# %% syllabus="X-01"
def learn(network, lr, epochs):
    """Train on the few; give the accuracy on new clothes, epoch by epoch."""
    steps = {"optimiser": optim.Adam(lr), "epochs": epochs, "batch_size": 10}
    steps["validation"] = fresh
    history = train.fit(network, X_few, y_few, rng=seed(0), **steps)
    return history.val_accuracy


# %% [markdown] syllabus="X-01"
# (`fresh` draws the curve and chooses nothing.)

# %% syllabus="X-01"
before = tuned.copy_params()
curve = learn(tuned, 3e-3, 20)
first = beyond.relative_moves(before, tuned.params)
tuned.freeze([])
curve = curve + learn(tuned, 3e-4, 20)
moves = beyond.relative_moves(before, tuned.params)
show_figure(beyond.draw_moves(moves))
checkpoint("X-01 frozen", [first["0.W"], first["3.W"]], [0, 0])

# %% [markdown] syllabus="X-01"
# Layers 0 and 3 are filters, 7 is the head. In step 2 only the head moved. In step 3 the
# filters moved too, by 1 to 3 % of their length: a rate ten times smaller keeps them near
# what they knew.
#
# ## When it pays
#
# *About 15 minutes (an estimate).*
#
# Against it, the same network from random weights, with the same twenty pictures and as many
# epochs. And a third one that asks whether *learned* filters matter: random filters,
# frozen.

# %% syllabus="X-01"
scratch, random = clothes_network(seed(50)), clothes_network(seed(50))
random.freeze(range(7))
runs = {"fine-tuned": curve, "from scratch": learn(scratch, 3e-3, 40)}
runs["random filters, frozen"] = learn(random, 3e-3, 40)
show_figure(beyond.draw_transfer(runs, change=20))
gain = curve[-1] - runs["from scratch"][-1]
checkpoint("X-01 not worse than from scratch", gain > -0.02, True)

# %% [markdown] syllabus="X-01 X-04"
# Here fine-tuning ends at 0.82, from scratch at 0.77, random filters at 0.75: *learned*
# filters help. Over five starts it led by 0 to 5 points of 100, by 2.7 on average; with fifty
# pictures by 1.6. Setting all free changed a point at most. Little, for 1,000 easy pictures
# teach little.
#
# | new examples | near to the old ones | far from them |
# |---|---|---|
# | few | freeze, train the head | freeze only the first layers |
# | many | set all free, small rate | set all free, or from scratch |
#
# ### From simple to abstract
#
# The old network has never seen a boot. What do its filters make of one?

# %% syllabus="X-04"
boot, maps = X_test[y_test == 9][:1], {}
A = boot
for i, layer in enumerate(old.layers[:5]):
    A = layer.forward(A)
    if i in (1, 4):
        maps[f"layer {1 + i // 3}"] = A[0].copy()
show_figure(convolution.draw_maps(boot[0, 0], maps))

# %% [markdown] syllabus="X-04"
# First the boot and its edges (one filter, black, finds nothing), then places where edges
# meet: early layers ask what any picture can answer. In deep networks trained on faces, edges become parts and parts become faces. Hence
# the order of freezing.

# %% syllabus="X-04"
quiz("X-04")

# %% [markdown] syllabus="X-03"
# ## Deep or wide
#
# *About 15 minutes (an estimate).*
#
# One hidden layer can do much, *with enough units*. The **parity** of n inputs (is the
# number of ones odd?) is the classic example. One unit for each true row of the truth table
# takes 2ⁿ⁻¹; a chain of XORs takes 3(n − 1) units in many layers. Move n:

# %% syllabus="X-03"
beyond.parity_explorer()

# %% [markdown] syllabus="X-03"
# > **Find the mistake.** “So a shallow network needs 2ⁿ⁻¹ units.” Look at the third bar:
# > units that fire at 1, at 2, …, at n ones, with output weights +1, −1, +1, …, do it with
# > n. *That* way is dear, not every shallow one.

# %% syllabus="X-03"
units = beyond.parity_units(16)
checkpoint("X-03 units", list(units.values()), [32_768, 45, 16])
n = 8
bits = np.arange(2**n)[:, None] >> np.arange(n) & 1
fires = bits.sum(axis=1)[:, None] >= np.arange(1, n + 1)
parity = fires @ (-1) ** np.arange(n)
checkpoint("X-03 counting", parity, bits.sum(axis=1) % 2)

# %% [markdown] syllabus="X-03"
# Compare only at an **equal price**. 784-128-64-10 has 109,386 parameters, 784-512-10 has
# 407,050: they prove nothing about each other. 64-40-10 and 64-24-24-24-10 have 3,010 both.
# Which reads digits better?

# %% syllabus="X-03"
digits, found = data.load_digits(), {}
D, D_new = (digits[i].reshape(-1, 64) / 16 for i in (0, 2))
for sizes in ([64, 40, 10], [64, 24, 24, 24, 10]):
    net = Network(sizes, rng=seed(0))
    how = {"optimiser": optim.Adam(5e-3), "epochs": 20, "batch_size": 32}
    train.fit(net, D, digits.train_labels, rng=seed(0), **how)
    right = train.evaluate(net, D_new, digits.test_labels)[1]
    found[len(sizes) - 2] = net.n_params, right

# %% syllabus="X-03"
prices, (flat, deep) = zip(*found.values(), strict=True)
checkpoint("X-03 equal price", prices, [3010, 3010])
checkpoint("X-03 alike", abs(flat - deep) < 0.03, True)

# %% [markdown] syllabus="X-06"
# Neither: 0.89 against 0.88 here, within a point over five starts. Depth pays where the task is a composition, not
# as such.
#
# ## Without labels
#
# *About 20 minutes (an estimate).*
#
# All networks so far were **supervised**: somebody gave the answers. An **autoencoder**
# needs none. It squeezes its input through a narrow layer, the **bottleneck**, and must give
# it back: the target is the input.
#
# Its baselines: the mean picture, and the k directions in which digits spread most (principal
# components, the best *linear* code). With k = 2, of 64 pixels two numbers are left. Who wins?

# %% syllabus="X-06"
P, P_new = beyond_practice.digit_parts(0)
sizes = ([64, 48, 2], [2, 48, 64])
halves = [Network(half, rng=seed(0)).layers for half in sizes]
squeeze = Network.from_layers(halves[0] + halves[1])
how = {"optimiser": optim.Adam(5e-3), "epochs": 40, "batch_size": 32}
train.fit(squeeze, P, P, rng=seed(0), loss="mse", **how)
back = squeeze.predict(P_new)

# %% syllabus="X-06"
error = {"autoencoder": float(((back - P_new) ** 2).mean())}
error["2 best directions"] = beyond_practice.pca_error(P, P_new, 2)
error["mean picture"] = beyond_practice.pca_error(P, P_new, 0)
table(["kept", "error"], [(k, f"{e:.3f}") for k, e in error.items()])
coded, line, middle = error.values()
checkpoint("X-06 order", coded < line < middle, True)
checkpoint("X-06 linear", [line, middle], [0.0531, 0.0740], tol="hand")

# %% [markdown] syllabus="X-06"
# About 0.042 against 0.053 and 0.074: bends help. What does it look like?

# %% syllabus="X-06"
mean, few_digits = P.mean(axis=0), slice(0, 8)
axes = np.linalg.svd(P - mean, full_matrices=False)[2][:2]
linear = (P_new - mean) @ axes.T @ axes + mean
rows = {"input": P_new, "2 directions": linear, "autoencoder": back}
pictures = {k: v[few_digits].reshape(-1, 8, 8) for k, v in rows.items()}
show_figure(beyond.draw_restored(pictures))

# %% [markdown] syllabus="X-06"
# Blurred, but a network that reads 96 of 100 inputs still reads 70 of the autoencoder's
# digits, and only 49 of the linear ones. Walk through the code and watch the decoder; equal
# digits lie together, though nobody named one:

# %% syllabus="X-06"
encoder = Network.from_layers(halves[0])
decoder = Network.from_layers(halves[1])
codes = encoder.predict(D[:300])
beyond.code_explorer(decoder, codes, digits.train_labels[:300])

# %% syllabus="X-06"
quiz("X-06")

# %% [markdown] syllabus="X-05"
# ## A map of networks
#
# *About 15 minutes (an estimate).*
#
# Twelve architectures, input orange on the left, hidden blue, output red on the right (a
# Boltzmann machine gives its answer at the input):

# %% syllabus="X-05"
show_figure(beyond.draw_map())

# %% [markdown] syllabus="X-05"
# After the *Neural Network Zoo* of van Veen and Leijnen (2019), which builds them all
# from fourteen kinds of cell:

# %% syllabus="X-05"
for cell, does in beyond.CELLS.items():
    print(f"{cell:<22}{does}")
quiz("X-05")

# %% [markdown] syllabus="X-07 X-08 X-09"
# ### What they are used for
#
# Speech recognition, image search, Go, recommended films, cancer detection, weather, the
# stock market, chatbots, drug discovery. Ask of each: what goes in, what comes out, which
# loss? One of k: softmax. Each yes or no: sigmoid. A number: no activation, squared error.
#
# > **Find the mistake**, below the quiz. A slide says of COCO, a collection of photos with
# > named objects: “300k images of 90 objects”. Count the ids in use.

# %% syllabus="X-07"
quiz("X-07")

# %% syllabus="X-09"
ids = beyond_practice.COCO_IDS
checkpoint("X-09", [len(set(ids)), max(ids)], [80, 90])
quiz("X-09")

# %% [markdown] syllabus="X-08 X-15"
# 80: the largest id is not the number of classes. One question on each of five papers, and
# two on why all this came so late: equations of 1986, then **more data**, **more computing**,
# and features that are **learned**.

# %% syllabus="X-08"
quiz("X-08")

# %% syllabus="X-15"
quiz("X-15")

# %% [markdown] syllabus="X-11"
# ## Who is harmed
#
# *About 20 minutes (an estimate).*
#
# A test for an illness, two groups of 100 people. In A 50 are ill: it misses 5 of them, and
# alarms 5 of the healthy. In B 10 are ill: it misses 8, and alarms 2. “Right for 90 of 100,
# in both.” Which share of the ill does it miss in each group?

# %% syllabus="X-11"
ill, missed, alarms = np.array([50, 10]), np.array([5, 8]), np.array([5, 2])
accuracy = 1 - (missed + alarms) / 100
checkpoint("X-11 accuracy", accuracy, [0.9, 0.9])
checkpoint("X-11 misses", missed / ill, [0.1, 0.8])
shares = alarms / (100 - ill)
checkpoint("X-11 false alarms", shares, [0.1, 0.0222], tol="hand")

# %% [markdown] syllabus="X-10 X-11"
# In B it misses 8 of 10 who are ill: **imbalance** makes accuracy blind. **Bias** comes with
# the data (who is in it, who labelled it?) and stays in frozen layers, inherited
# by all who fine-tune.
#
# **Discuss:** (1) A network refuses loans. Who bears which error? (2) A video shows
# your mayor taking money: a **deep fake**? How sure can you be? (3) Your autoencoder could restore blurred faces. Publish it?
#
# | points | for each answer |
# |---|---|
# | 1 | who is harmed, and by which error |
# | 1 | consent, and where data come from |
# | 1 | what a score cannot tell |
# | 1 | a check someone could carry out |

# %% [markdown] syllabus="X-12"
# ## A project of your own
#
# *About 10 minutes (an estimate).*
#
# In the assignment you choose clothes, digits with few labels, or sunspots. The order is
# always the same: split; baselines; train and choose the epoch by validation; test
# **once**; confusion matrix, one failure explained, the PyTorch twin. Frozen layers stay
# frozen in the twin (on a GPU where there is one). Below it is the closing quiz: all outcomes
# of the course, one question each.


# %% syllabus="X-12 X-01" tags=["nbval-ignore-output"]
def in_torch():
    """Fine-tune the twin: frozen filters stay, the head moves."""
    from nnbyhand.device import best_device

    last = layers.Dense(784, 5, seed(0), dtype=np.float32)
    start = Network.from_layers([*deepcopy(old.layers[:-1]), last])
    start.freeze(range(7))
    twin, where = twins.to_torch(start), best_device()
    how = {"lr": 3e-3, "epochs": 20, "device": where}
    twins.fit_twin(twin, X_few, y_few, rng=seed(0), **how)
    learned = twins.from_torch(twin, start)
    kept = np.array_equal(learned.params["0.W"], old.params["0.W"])
    print(f"{where}: {train.evaluate(learned, *fresh)[1]:.0%} right")
    checkpoint("X-01 twin keeps filters", kept, True)


try:
    in_torch()
except ImportError:
    print("PyTorch is not installed here, so the network has no twin.")

# %% syllabus="X-12"
quiz("X-12")

# %% [markdown] syllabus="X-13 X-14"
# ## In short
#
# - Keep early layers, replace the head, then set all free with a smaller rate; measure
#   against training from scratch.
# - Depth is judged at equal price; an autoencoder against the best linear code.
# - An accuracy hides who bears the errors.
#
# The “web of biological neurons” was a picture: memories as strengths of connections. What
# you built is that much of it: numbers, and a rule to change them.
#
# **Further reading:** MIT 6.S191 *Introduction to Deep Learning*; the TensorFlow Playground;
# the *Neural Network Zoo*.
#
# Now in `nnbyhand`: `Network.freeze`, `free_params`, `n_free`. Next: the assignment
# `11_fine_tuning_and_beyond`, and a project that is yours.
