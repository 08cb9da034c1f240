# %% [markdown] syllabus="C-01"
# # 09 Convolutional networks
#
# A shoe stays a shoe when it moves by one pixel. The networks so far do not know that: to
# them every pixel is an input of its own. Today a few weights walk over the picture.
#
# **You will be able to**
#
# - slide kernels by hand and in code, with padding, stride and channels;
# - pool, and send gradients back through both;
# - count a network's parameters layer by layer, and train a small one that beats unit
#   08's.
#
# **You need** lessons [06](06_backpropagation.ipynb) (gradients) and
# [08](08_networks_in_pytorch.ipynb) (Fashion-MNIST). About 165 minutes (an estimate), then
# the assignment `09_convolutional_networks`.

# %%
import numpy as np

from nnbyhand import conv, data, device, layers, optim, schedules, train, twins
from nnbyhand.checks import checkpoint
from nnbyhand.explorers import convolution as explore
from nnbyhand.network import Network
from nnbyhand.show import show, show_figure, table
from nnbyhand.widgets import quiz

# %% [markdown] syllabus="C-01"
# ## Filters first
#
# *About 5 minutes (an estimate).*
#
# A colour picture of 150 × 150 pixels holds 150 · 150 · 3 = 67,500 numbers. A dense layer
# of 512 units on top has 34,560,512 parameters, and learns anew at every place what an
# edge is. So **filter layers come first**: the dense part then sees what was found in
# the picture, not raw pixels. This is the slides' network for cats and dogs. Which way do
# the boxes change?

# %% syllabus="C-01"
sides = [("image", 150, 3), ("conv", 150, 32), ("pool", 75, 32)]
sides += [("conv", 75, 64), ("pool", 37, 64), ("conv", 37, 128)]
sides += [("pool", 18, 128), ("conv", 18, 128), ("pool", 9, 128)]
dense = [("dense", 1, 512), ("dense", 1, 128), ("dense", 1, 1)]
show_figure(explore.draw_layers([*sides, *dense]))

# %% [markdown] syllabus="C-02"
# Maps get smaller and more. Pixels become findings.
#
# ## One window at a time
#
# *About 20 minutes (an estimate).*
#
# Lay a small **kernel** on a corner of the image, multiply, add up: one number. Then move
# on by one pixel.
#
# $$\begin{matrix} 1&1&1&0&0\\ 0&1&1&1&0\\ 0&0&1&1&1\\ 0&0&1&1&0\\ 0&1&1&0&0 \end{matrix}
# \qquad \text{kernel:}\quad \begin{matrix} 1&0&1\\ 0&1&0\\ 1&0&1 \end{matrix}$$
#
# First window: 1·1 + 1·0 + 1·1 + 0·0 + 1·1 + 1·0 + 0·1 + 0·0 + 1·1 = **4**, the next is **3**.
# Find the other seven on paper, then run:


# %% syllabus="C-02"
def slide(image, kernel):
    """Multiply every window with the kernel and add up."""
    kh, kw = kernel.shape
    h, w = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    result = np.zeros((h, w))
    for r, c in np.ndindex(h, w):
        window = image[r : r + kh, c : c + kw]
        result[r, c] = (window * kernel).sum()
    return result


found = slide(data.SLIDE_IMAGE, data.SLIDE_KERNEL)
checkpoint("C-02", found, [[4, 3, 4], [2, 4, 3], [2, 3, 4]])

# %% [markdown] syllabus="C-02"
# Step through it. What do the last two places of a row share?

# %% syllabus="C-02"
explore.sliding_explorer()

# %% [markdown] syllabus="C-03"
# Six of nine pixels. In mathematics a *convolution* first turns the kernel by half a turn;
# without that it is a cross-correlation. We say convolution and **do not flip**, as every
# framework does.
#
# > **Find the mistake.** "I flipped, I transposed, the numbers were right, so it does not
# > matter." Why were they, with the slides' kernel?
#
# Signed numbers tell. The first window below: 2 + 2 + 0 + 2 + 3 + 2 + 0 + 0 + 2 = 13, and a
# bias of 0.5, added **once**, makes 13.5.

# %% syllabus="C-03"
image, kernel = data.SIGNED_IMAGE, data.SIGNED_KERNEL
b = data.SIGNED_BIAS
for name, turned in (("as it is", kernel), ("flipped", kernel[::-1, ::-1])):
    show((slide(image, turned) + b)[0], 1, name=f"{name}, first row")
signed = [[13.5, -16.5, -2.5, -0.5], [15.5, 17.5, -17.5, -2.5]]
checkpoint("C-03", slide(image, kernel) + b, signed)

# %% [markdown] syllabus="C-02 C-03 C-04"
# The slides' kernel looks the same after every turn: it hides the mistake.
#
# ## Padding, stride, channels
#
# *About 20 minutes (an estimate).*
#
# 1. **Padding** p: a frame of p zeros on *all* sides, so that the border counts too.
# 2. **Stride** s: the window moves by s.
# 3. **Output size**, for each side on its own; a window that sticks out is dropped:
#
# $$\left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# The signed image is 4 by 6, the kernel 3 by 3. With padding 1 and stride 2, what is the
# shape?

# %% syllabus="C-02 C-03"
strided = slide(np.pad(image, 1), kernel)[::2, ::2]
checkpoint("C-03 stride 2", strided, [[8, -11, 10], [-8, 17, -3]])
checkpoint("C-02 stride 2", found[::2, ::2], [[4, 4], [2, 4]])
framed = slide(np.pad(data.SLIDE_IMAGE, 1), data.SLIDE_KERNEL)
checkpoint("C-02 padding 1, top row", framed[0], [2, 2, 3, 1, 1])

# %% [markdown] syllabus="C-04"
# Two by three: ⌊(4 + 2 − 3)/2⌋ + 1 and ⌊(6 + 2 − 3)/2⌋ + 1. (Every second number of stride
# 1: right, at four times the work.)
#
# A picture with 3 **channels** needs a filter with 3 kernels. Their sums are *added*, then
# comes one bias: one filter, one map. `W` is (filters, channels, kh, kw). One picture of
# 3 × 5 × 7, two filters of 2 × 2: which shape comes out, with how many parameters?

# %% syllabus="C-04"
rng = np.random.default_rng(9)
X, W = rng.normal(size=(1, 3, 5, 7)), rng.normal(size=(2, 3, 2, 2))
Z = conv.conv2d(X, W, [0.5, -1])
by_hand = sum(slide(X[0, i], W[1, i]) for i in range(3)) - 1
print(Z.shape, W.size + 2)
checkpoint("C-04", Z[0, 1], by_hand)

# %% [markdown] syllabus="C-05"
# Batch first: (1, 2, 4, 6), and (3 · 2 · 2 + 1) · 2 = 26 parameters.
#
# ## Pooling
#
# *About 15 minutes (an estimate).*
#
# **Max-pooling** keeps the largest number of each window, average pooling the mean. There
# is nothing to learn. By hand, windows of 2 × 2, stride 2:
#
# $$\begin{matrix} 1&1&2&4\\ 5&6&7&8\\ 3&2&1&0\\ 1&2&3&4 \end{matrix}$$
#
# > **Find the mistake.** A slide says that max-pooling takes the window's size *and
# > nothing else*. What shape has the result with stride 1?


# %% syllabus="C-05"
def pool(image, size, stride, keep=np.max):
    """Keep one number of each window."""
    h, w = ((n - size) // stride + 1 for n in image.shape)
    result = np.zeros((h, w))
    for r, c in np.ndindex(h, w):
        top, left = r * stride, c * stride
        result[r, c] = keep(image[top : top + size, left : left + size])
    return result


of_slides = data.POOL_IMAGE
checkpoint("C-05", pool(of_slides, 2, 2), [[6, 8], [3, 4]])
mean = pool(of_slides, 2, 2, np.mean)
checkpoint("C-05 average", mean, [[3.25, 5.25], [2, 2]])
overlapping = pool(of_slides, 2, 1)
checkpoint("C-05 stride 1", overlapping, [[6, 7, 8], [6, 7, 8], [3, 3, 4]])

# %% [markdown] syllabus="C-06"
# Three by three: stride (and padding) are arguments too.
#
# No number there is negative, so a loop that starts with `largest = 0` looks right. What
# should it give for the window −4, −5, −6, −3?

# %% syllabus="C-06"
pooled = pool(data.SIGNED_POOL_IMAGE, 2, 2)
checkpoint("C-06", pooled, [[-1, 4, 5], [6, -3, 8]])
mean = pool(data.SIGNED_POOL_IMAGE, 2, 2, np.mean)
checkpoint("C-06 average", mean, [[-3.25, -0.5, 1.5], [1.75, -4.5, 4.5]])

# %% [markdown] syllabus="C-03"
# −3, the largest.
#
# ## What kernels see
#
# *About 10 minutes (an estimate).*
#
# One kernel asks one question everywhere. Which of these make an evenly grey wall vanish?
# Guess from the sum of the weights, then try.

# %% syllabus="C-03"
explore.kernel_explorer()

# %% [markdown] syllabus="C-11"
# Those that add up to 0. Here we choose; a network *learns* its kernels.
#
# ## The same sums, four ways
#
# *About 20 minutes (an estimate).*
#
# 28 × 28 pixels and one 3 × 3 kernel make 26 · 26 · 9 = 6,084 products. But
# how often is Python asked?
#
# | way | steps in Python |
# |---|---|
# | four loops | 6,084 |
# | `slide`: windows | 676 |
# | offsets | 9 |
# | patches | 1 |
#
# *Offsets:* weight (i, j) meets the whole image, shifted by (i, j). *Patches* (im2col): each
# window becomes a row of a matrix; all sums are one product. What shape has that matrix?


# %% syllabus="C-11"
def by_offsets(image, kernel):
    """Add up shifted images, one for each weight."""
    kh, kw = kernel.shape
    h, w = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    total = np.zeros((h, w))
    for i, j in np.ndindex(kh, kw):
        total += kernel[i, j] * image[i : i + h, j : j + w]
    return total


def by_patches(image, kernel):
    """Lay the windows out as rows, then multiply once."""
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    patches = windows.reshape(-1, kernel.size)
    return (patches @ kernel.ravel()).reshape(windows.shape[:2])


# %% syllabus="C-11"
boot = data.load_fashion_mnist().test_images[6, 0] / 255
same = slide(boot, kernel)
for way in (slide, by_offsets, by_patches):
    checkpoint(f"C-11 {way.__name__}", way(boot, kernel), same)

# %% [markdown] syllabus="C-11"
# (676, 9): the price is nine times the memory. Measured on one core: `slide` 1.5 ms, offsets
# and patches 0.02 ms each.
#
# ## The way back
#
# *About 30 minutes (an estimate).*
#
# From above comes G: how the loss moves with each sum. Let it be 1, −2, 0, 3 above −1, 2,
# 1, −3.
#
# - **bias**: it enters every sum, so add up G: **1**.
# - **kernel**: weight (0, 0) met the top left 2 × 4 pixels. Times G they are 1, 4, 0, 9
#   and −2, 2, −1, 0: together **13**.
# - **input**: a pixel serves several windows; *add* what each sends back.
#
# Pixel (0, 1) lies in two windows. What is its gradient?

# %% syllabus="C-09"
G, db = data.SIGNED_UPSTREAM, data.SIGNED_UPSTREAM.sum()
dK, dX = np.zeros(kernel.shape), np.zeros(image.shape)
for r, c in np.ndindex(*G.shape):
    dK += G[r, c] * image[r : r + 3, c : c + 3]  # C2
    dX[r : r + 3, c : c + 3] += G[r, c] * kernel  # C3
checkpoint("C-09 kernel", dK, [[13, 7, -17], [14, -10, -3], [-10, 5, 15]])
checkpoint("C-09 bias, row 0", [db, *dX[0]], [1, 2, -5, 2, 6, -3, 0])

# %% [markdown] syllabus="C-09"
# It met −1 in window 0 and 2 in window 1: 1·(−1) + (−2)·2 = −5. Both gradients are
# convolutions again: dK slides G over the image; dX slides the **flipped** kernel over a
# framed G. How wide must the frame be
# for a 3 × 3 kernel?

# %% syllabus="C-09"
back = slide(np.pad(G, 2), kernel[::-1, ::-1])
checkpoint("C-09 dK slides", slide(image, G), dK)
checkpoint("C-09 dX slides", back, dX)


# %% syllabus="C-09 C-11" tags=["nbval-ignore-output"]
def with_torch():
    """Sums, dX and dK, as PyTorch finds them."""
    from torch import tensor

    twin = twins.to_torch(conv.Conv2d.from_arrays(kernel[None, None], [b]))
    x = tensor(image[None, None], requires_grad=True)
    Z = twin(x)
    Z.backward(tensor(G[None, None]))
    return [part[0, 0] for part in (Z, x.grad, twin.weight.grad)]


try:
    names, ours = ("Z", "dX", "dK"), (signed, dX, dK)
    for name, part, mine in zip(names, with_torch(), ours, strict=True):
        checkpoint(f"C-09 torch {name}", part, mine)
except ImportError:
    print("PyTorch is not installed here, so there is nothing to compare.")

# %% [markdown] syllabus="C-10"
# Two, k − 1: so a corner meets the one weight that it met before.
#
# Back through max-pooling: only the **winner** of a window moved the result, so it gets
# all, the others 0. The first window is −3, −1, −2, −7, and 1 arrives. Where does it go?

# %% syllabus="C-10"
up, pixels = data.SIGNED_POOL_UPSTREAM, data.SIGNED_POOL_IMAGE
winners = conv.max_pool2d_gradient(up[None, None], pixels[None, None])[0, 0]
show(winners, 0)
places = [[0, 1], [0, 2], [1, 4], [2, 0], [2, 5], [3, 3]]
checkpoint("C-10", np.argwhere(winners), places)
checkpoint("C-10 values", winners[winners != 0], [1, -2, 3, 4, 6, -5])

# %% [markdown] syllabus="C-07"
# To the −1, at (0, 1). Of equals the first in reading order wins; average pooling gives
# each of four a quarter.
#
# ## Layer by layer
#
# *About 15 minutes (an estimate).*
#
# Cats and dogs again. Each convolution is 3 × 3, padding 1 ("same": the size stays), each
# pooling 2 × 2. The first: (3 · 3 · 3 + 1) · 32 = 896. The second, on 32 channels? What
# does pooling make of 75?


# %% syllabus="C-07"
def cats_and_dogs(side, c):
    """List name, size and parameters of every layer."""
    rows = []
    for filters in (32, 64, 128, 128):
        n_conv = (3 * 3 * c + 1) * filters
        rows.append((f"conv {filters}", f"{side} × {side}", n_conv))
        side, c = side // 2, filters
        rows.append(("pool", f"{side} × {side}", 0))
    wide = side * side * c
    rows.append(("flatten, dropout 0.5", wide, 0))
    for units in (512, 128, 1):
        rows.append((f"dense {units}", units, (wide + 1) * units))
        wide = units
    return rows


rows = cats_and_dogs(150, 3)
table(["layer", "size", "parameters"], rows)
checkpoint("C-07", sum(row[-1] for row in rows), 5_615_553)

# %% [markdown] syllabus="C-07"
# (3 · 3 · 32 + 1) · 64 = 18,496, and 37: half a window is dropped. One dense layer holds
# 95 of 100 parameters. As listings (Keras puts channels last): which numbers must you
# write, which does the library find? And what does each kind of layer do?

# %% syllabus="C-07"
from nnbyhand.explorers.listings import side_by_side

side_by_side("cnn")

# %% syllabus="C-08"
quiz("C-08")

# %% [markdown] syllabus="C-07 C-12"
# Keras finds every layer's inputs; PyTorch is told.
#
# ## A small one that wins
#
# *About 25 minutes (an estimate).*
#
# Unit 08's 784-128-10 for Fashion-MNIST has 101,770 parameters. Ours has two filter layers,
# 8 and 16 filters, each pooled: how many parameters? The 2,000 bundled pictures train
# both; 500 others test them, once.


# %% syllabus="C-12"
def small_cnn(rng, p=0.3):
    """Two filter layers, then dense: 28 × 28 pixels to 10 logits."""
    kind = {"padding": 1, "dtype": np.float32}
    parts = []
    for c_in, c_out in ((1, 8), (8, 16)):
        parts.append(conv.Conv2d(c_in, c_out, 3, rng, **kind))
        parts += [layers.Activation("relu"), conv.MaxPool2d(2)]
    parts += [layers.Flatten(), layers.Dropout(p, rng)]
    last = layers.Dense(7 * 7 * 16, 10, rng, dtype=np.float32)
    return Network.from_layers([*parts, last])


def dense_network(rng):
    """784-128-10, as in unit 08."""
    parts = Network([784, 128, 10], rng=rng, dtype=np.float32).layers
    return Network.from_layers([layers.Flatten(), *parts])


# %% syllabus="C-12"
def trained(network, lr, epochs=12):
    """Train on the small set, with steps that shrink."""
    n_steps = epochs * -(-len(X) // 32)
    steps = optim.Adam(schedules.cosine(lr, n_steps))
    how = {"optimiser": steps, "epochs": epochs, "batch_size": 32}
    train.fit(network, X, small.train_labels, rng=seed(1), **how)
    return network


small, seed = data.load_fashion_mnist(), np.random.default_rng
X, X_test = (np.float32(part) / 255 for part in (small[0], small[2]))

# %% [markdown] syllabus="C-12"
# We train three: dense, convolutional with dropout before the last layer, and without. Which
# will be best on its own training pictures, which on new ones?

# %% syllabus="C-12"
nets = {"784-128-10": trained(dense_network(seed(1)), 1e-3)}
nets["CNN"] = trained(small_cnn(seed(1)), 3e-3)
nets["no dropout"] = trained(small_cnn(seed(1), p=0), 3e-3)
right = {}
for name, net in nets.items():
    right[name] = train.evaluate(net, X_test, small.test_labels)[1]
    print(f"{name:<12}{net.n_params:>8} parameters")

# %% syllabus="C-12" tags=["nbval-ignore-output"]
for name, net in nets.items():
    own = train.evaluate(net, X, small.train_labels)[1]
    print(f"{name:<12}{own:.0%} of its own, {right[name]:.1%} of new ones")
margin = right["CNN"] - right["784-128-10"]
checkpoint("C-12 two points better", margin >= 0.02, True)
checkpoint("C-12 accuracy", right["CNN"] >= 0.8, True)

# %% [markdown] syllabus="C-12"
# With a tenth of the parameters the CNN leads; over five starts it did by 2 to 5 points of
# 100. Dropout costs on training pictures, not on new ones. It belongs before dense layers: one pixel of a map is not missed, its
# neighbours say the same.
#
# What has the first layer learned?

# %% syllabus="C-12"
net = nets["CNN"]
show_figure(explore.draw_filters(net.layers[0].params["W"]))

# %% [markdown] syllabus="C-12"
# Filters 0, 2 and 3, plus on one side, minus on the other: edges, found by training.
# Filter 4 gives black. One boot, after the first and
# the second filter layer. Where would you still know it?

# %% syllabus="C-12"
maps, A = {}, X_test
for i, layer in enumerate(net.layers[:6]):
    A = layer.forward(A)
    if i in (1, 4):
        maps[f"layer {1 + i // 3}"] = A.copy()
one = {name: part[6] for name, part in maps.items()}
show_figure(explore.draw_maps(X_test[6, 0], one))

# %% [markdown] syllabus="C-12"
# A unit of the second layer sees 8 × 8 pixels. Which patches of the 500 pictures excite
# four of its filters most?

# %% syllabus="C-12"
second, reach = maps["layer 2"], (2, 8, 3)
show_figure(explore.draw_parts(X_test[:, 0], second, [0, 3, 5, 9], reach))

# %% [markdown] syllabus="C-12"
# Corners, gaps, hems: from edges to parts.
#
# ## In full size
#
# *About 5 minutes (an estimate).*
#
# The same network as a PyTorch twin: an epoch of all 60,000 pictures if they are here
# (`nnbyhand data fetch fashion-mnist`), and a GPU against the CPU if there is one. It says
# which. (One core, four epochs: dense .867 in 4 s, convolutional .88 to .90 in 25 s.)


# %% syllabus="C-12" tags=["nbval-ignore-output"]
def in_full_size():
    """Train the twin on what is here; say where, on what, and how it did."""
    from time import perf_counter

    images, n_epochs, seconds = small, 10, []
    if data.find_set("fashion-mnist"):
        images, n_epochs = data.load_fashion_mnist(subset=False), 1
    scaled = [np.float32(part) / 255 for part in (images[0], images[2])]
    for where in dict.fromkeys((device.best_device(), "cpu")):
        network, start = small_cnn(seed(0), p=0), perf_counter()
        twin = twins.to_torch(network)
        how = {"lr": 3e-3, "epochs": n_epochs, "device": where}
        twins.fit_twin(twin, scaled[0], images[1], rng=seed(2), **how)
        seconds.append(perf_counter() - start)
        learned = twins.from_torch(twin, network)
        share = train.evaluate(learned, scaled[1], images[3])[1]
        print(f"{where}, {len(images[0])} pictures: {share:.0%} right")
    if len(seconds) > 1:
        print(f"The cpu took {seconds[1] / seconds[0]:.1f} times as long.")


try:
    in_full_size()
except ImportError:
    print("PyTorch is not installed here, so the network has no twin.")

# %% [markdown]
# ## In short
#
# - A filter asks one question everywhere: few weights, one bias, all channels added.
# - Back: the kernel collects, the input gets the flipped kernel, pooling pays its winners.
# - Sizes become ⌊(n + 2p − k)/s⌋ + 1; the dense part holds most parameters.
#
# Now in `nnbyhand.conv`: `conv2d`, `max_pool2d`, their gradients, and layers that are
# faster. Say in your own words why a few shared weights can do more than many; you will
# write it down in the assignment `09_convolutional_networks`. Next: lesson 10.
