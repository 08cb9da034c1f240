# %% [markdown] role="text" grade_id="conv-title"
# # 09 Convolutional networks: assignment
#
# You slide kernels by hand and in code, pool, send gradients back through both, count a
# network's parameters, and train a small one on digits. About three and a half hours (an
# estimate). 31 points: 28 are checked by tests, some of which you see only after grading,
# and 3 by a reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough. The tests refuse answers that call
# the functions of `nnbyhand.conv` that do the task for you, and whatever calls PyTorch or
# SciPy: use those to compare with.
#
# As everywhere: a kernel is slid as it is, never flipped. Places are counted row by row,
# from 0. `c` channels, `f` filters, `h` rows, `w` columns. C1, C2 and C3 number the sums of
# the layer, of its weights' gradient and of its input's.

# %%
import numpy as np

from nnbyhand.conv import conv2d as library_conv2d
from nnbyhand.data import SIGNED_IMAGE, SIGNED_KERNEL, SIGNED_POOL_IMAGE

# %% [markdown] role="text" grade_id="conv-hand-text" syllabus="C-02 C-03"
# ## 1 By hand (3 points)
#
# Work these out on paper and return each as a list of rows.
#
# **`slide_result()`** The slides' image and kernel, with padding **1** and stride **2**, no
# bias. The result is 3 × 3.
#
# $$\begin{matrix} 1&1&1&0&0\\ 0&1&1&1&0\\ 0&0&1&1&1\\ 0&0&1&1&0\\ 0&1&1&0&0 \end{matrix}
# \qquad \text{kernel:}\quad \begin{matrix} 1&0&1\\ 0&1&0\\ 1&0&1 \end{matrix}$$
#
# **`signed_result()`** This image and kernel, padding 0, stride 1, bias **1.5**. The result
# is 2 × 2.
#
# $$\begin{matrix} 1&-2&0\\ 4&1&-1\\ -3&2&5 \end{matrix}
# \qquad \text{kernel:}\quad \begin{matrix} 2&-1\\ 3&-2 \end{matrix}$$
#
# **`unknown_kernel()`** The other way round. An image is 0 everywhere but for a **2** in its
# middle. Slid over it, padding 0, stride 1, no bias, an unknown 3 × 3 kernel gave the numbers
# on the right. Which kernel was it? The result is 3 × 3.
#
# $$\begin{matrix} 0&0&0&0&0\\ 0&0&0&0&0\\ 0&0&2&0&0\\ 0&0&0&0&0\\ 0&0&0&0&0 \end{matrix}
# \qquad \text{result:}\quad \begin{matrix} 10&4&8\\ 0&-2&6\\ -4&0&2 \end{matrix}$$
#
# <details><summary>Hint 1: direction</summary>Draw the frame of zeros first. Then mark the
# top left corner of every window. For the kernel: in the first window the 2 lies in the last
# corner.</details>
# <details><summary>Hint 2: equation</summary>one number = sum of (pixel · weight that lies
# on it) + bias</details>
# <details><summary>Hint 3: first line</summary>The first window of the framed slide image
# is 0 0 0 / 0 1 1 / 0 0 1: only its middle and its last pixel meet a 1 of the kernel that
# counts.</details>


# %% role="answer" grade_id="conv-hand"
def slide_result():
    """Give the nine numbers of the slides' image, three rows of three."""
    ### BEGIN SOLUTION
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]
    ### END SOLUTION


def signed_result():
    """Give the four numbers of the signed image, two rows of two."""
    ### BEGIN SOLUTION
    return [[15.5, 2.5], [-4.5, 0.5]]
    ### END SOLUTION


def unknown_kernel():
    """Give the kernel that made those nine numbers, three rows of three."""
    ### BEGIN SOLUTION
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-hand-try"
# Try it: the nine numbers add up to 17, the four to 14, the kernel's weights to 12. Whether
# each is right is tested after you hand in.

# %%
np.sum(slide_result()), np.sum(signed_result()), np.sum(unknown_kernel())

# %% role="test" grade_id="conv-hand-slide" points=1 syllabus="C-02"
# hidden test: the slides' image with padding and stride
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "slide_result",
    [()],
    expected=[[[2, 3, 1], [1, 4, 3], [0, 2, 1]]],
    task="conv-hand-slide",
    tol="hand",
)
### END HIDDEN TESTS

# %% role="test" grade_id="conv-hand-signed" points=1 syllabus="C-03"
# hidden test: the signed image with a bias
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "signed_result",
    [()],
    expected=[[[15.5, 2.5], [-4.5, 0.5]]],
    task="conv-hand-signed",
    tol="hand",
)
### END HIDDEN TESTS

# %% role="test" grade_id="conv-hand-kernel" points=1 syllabus="C-03"
# hidden test: the kernel that was to be found
### BEGIN HIDDEN TESTS
from nnbyhand import checks

checks.check(
    "unknown_kernel",
    [()],
    expected=[[[1, 0, -2], [3, -1, 0], [4, 2, 5]]],
    task="conv-hand-kernel",
    tol="hand",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-size-text" syllabus="C-04"
# ## 2 How large is the result? (2 points)
#
# Write `output_shape(shape, window, stride, padding)`: rows and columns of what comes
# out, as two whole numbers.
#
# `shape` is (rows, columns) of the image, `window` is (rows, columns) of the kernel or
# pool; both need not be square. `stride` and `padding` are one number each, for both
# sides. A window that does not fit any more is dropped.
#
# <details><summary>Hint 1: direction</summary>Each side is counted on its own, by the
# same rule.</details>
# <details><summary>Hint 2: equation</summary>⌊(n + 2p − k) / s⌋ + 1, where ⌊ ⌋ rounds
# down</details>
# <details><summary>Hint 3: first line</summary><code>rows = (shape[0] + 2 * padding -
# window[0]) // stride + 1</code></details>


# %% role="answer" grade_id="conv-size"
def output_shape(shape, window, stride, padding):
    """Give rows and columns of the result."""
    ### BEGIN SOLUTION
    return tuple(
        (n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window, strict=True)
    )
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-size-try"
# Try it: a 6 × 9 image and a 2 × 3 window with stride 2 and padding 1 give (4, 5).

# %%
output_shape((6, 9), (2, 3), 2, 1)

# %% role="test" grade_id="conv-size-value" points=1 syllabus="C-04"
from nnbyhand import checks, conv

checks.check(
    "output_shape",
    [
        ((6, 9), (2, 3), 2, 1),
        ((5, 8), (3, 3), 1, 0),
        ((6, 8), (2, 3), 1, 0),
        ((75, 51), (2, 2), 2, 0),
        ((77, 53), (2, 2), 2, 0),
        ((4, 7), (3, 3), 1, 1),
    ],
    expected=[[4, 5], [3, 6], [5, 6], [37, 25], [38, 26], [4, 7]],
    task="conv-size",
    forbid=(conv.output_size,),
)

# %% role="test" grade_id="conv-size-hidden" points=1 syllabus="C-04"
# hidden test: other images, windows and steps
### BEGIN HIDDEN TESTS
from nnbyhand import checks, conv

checks.check(
    "output_shape",
    [
        ((28, 32), (5, 3), 3, 2),
        ((18, 37), (2, 3), 2, 0),
        ((10, 7), (1, 4), 4, 1),
        ((11, 20), (7, 5), 2, 3),
    ],
    expected=[[10, 12], [9, 18], [3, 2], [6, 11]],
    task="conv-size",
    forbid=(conv.output_size,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-kernels-text" syllabus="C-03"
# ## 3 Design three kernels (3 points)
#
# Return a 3 × 3 kernel (a list of rows or an array). It is slid over pictures with
# padding 1 and stride 1, as it is.
#
# 1. `shift()`: the picture moves one place to the **right**; its left column becomes 0.
# 2. `soften()`: every pixel becomes the mean of five: itself and its neighbours above,
#    below, left and right.
# 3. `edge()`: every pixel becomes its right neighbour minus its left neighbour.
#
# <details><summary>Hint 1: direction</summary>Ask for one place of the result: from which
# pixels, seen from this place, does it get its number?</details>
# <details><summary>Hint 2: equation</summary>result = Σ weight · pixel under it; the middle
# weight lies on the pixel itself, the one to the left of it on the left
# neighbour.</details>
# <details><summary>Hint 3: first line</summary>After a move to the right a place shows what
# was to its <em>left</em>: the kernel has a single 1, and it is not in the
# middle.</details>


# %% role="answer" grade_id="conv-kernels"
def shift():
    """Give the kernel that moves the picture one place to the right."""
    ### BEGIN SOLUTION
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]
    ### END SOLUTION


def soften():
    """Give the kernel that takes the mean of a pixel and its four neighbours."""
    ### BEGIN SOLUTION
    return np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]]) / 5
    ### END SOLUTION


def edge():
    """Give the kernel for right neighbour minus left neighbour."""
    ### BEGIN SOLUTION
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-kernels-try"
# Try it: the first row of the picture is 1, −2, 0, 3, 1, −1. Moved to the right it is 0, 1,
# −2, 0, 3, 1. Its differences, right minus left, are −2, −1, 5, 1, −4, −1.

# %%
for kernel in (shift(), edge()):
    picture = SIGNED_IMAGE[None, None]
    print(library_conv2d(picture, np.array([[kernel]]), padding=1)[0, 0, 0])

# %% role="test" grade_id="conv-kernels-shift" points=1 syllabus="C-03"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_IMAGE


def _slid(kernel):
    """What the kernel makes of a small picture."""
    if np.shape(kernel) != (3, 3):
        raise ValueError(f"expected a 3 x 3 kernel, got shape {np.shape(kernel)}")
    kernel = np.array(kernel, dtype=float)[None, None]
    return conv.conv2d(SIGNED_IMAGE[None, None], kernel, padding=1)[0, 0]


checks.check(
    "shift",
    [()],
    expected=[np.pad(SIGNED_IMAGE, ((0, 0), (1, 0)))[:, :-1]],
    through=_slid,
    shows="what your kernel makes of the picture of the try-it cell",
    task="conv-kernels-shift",
)

# %% role="test" grade_id="conv-kernels-soften" points=1 syllabus="C-03"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_IMAGE


def _soft(kernel):
    """What the kernel makes of a small picture."""
    if np.shape(kernel) != (3, 3):
        raise ValueError(f"expected a 3 x 3 kernel, got shape {np.shape(kernel)}")
    kernel = np.array(kernel, dtype=float)[None, None]
    return conv.conv2d(SIGNED_IMAGE[None, None], kernel, padding=1)[0, 0]


_around = np.pad(SIGNED_IMAGE, 1)
_sum = SIGNED_IMAGE + _around[:-2, 1:-1] + _around[2:, 1:-1]
checks.check(
    "soften",
    [()],
    expected=[(_sum + _around[1:-1, :-2] + _around[1:-1, 2:]) / 5],
    through=_soft,
    shows="what your kernel makes of the picture of the try-it cell",
    task="conv-kernels-soften",
)

# %% role="test" grade_id="conv-kernels-hidden" points=1 syllabus="C-03"
# hidden test: right minus left
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _edges(kernel):
    """What the kernel makes of a picture that was drawn by chance."""
    if np.shape(kernel) != (3, 3):
        raise ValueError(f"expected a 3 x 3 kernel, got shape {np.shape(kernel)}")
    kernel = np.array(kernel, dtype=float)[None, None]
    picture = np.random.default_rng(903).normal(size=(1, 1, 4, 5)).round(1)
    return conv.conv2d(picture, kernel, padding=1)[0, 0]


checks.check(
    "edge",
    [()],
    expected=[_edges([[0, 0, 0], [-1, 0, 1], [0, 0, 0]])],
    through=_edges,
    shows="what your kernel makes of another picture",
    task="conv-kernels-edge",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-forward-text" syllabus="C-03 C-04 C-11"
# ## 4 A convolutional layer (4 points)
#
# Write `conv2d(X, W, b, stride, padding)` for one picture with several channels and
# several filters. Filter $k$ multiplies its window **in every channel** and adds up all
# products; then its own bias is added, once (C1):
#
# $$Z_{k,r,q} = b_k + \sum_{c,i,j} W_{k,c,i,j}\; X_{c,\,rs+i,\,qs+j}$$
#
# In the formula X stands for the picture **with** its frame of `padding` zeros on all four
# sides of every channel; making the frame is your task. It adds no channels (`np.pad(X,
# padding)` would: it frames every axis). s is the stride.
#
# Shapes: `X` is `(c, h, w)`, `W` is `(f, c, kh, kw)`, `b` is `(f,)`; the result is
# `(f, h_out, w_out)`. Rows and columns may differ, and `X` must not change.
#
# <details><summary>Hint 1: direction</summary>First the frame, for the last two axes only.
# Then a loop over filters and places.</details>
# <details><summary>Hint 2: equation</summary>the window of place (r, q) begins at row r · s
# and column q · s; it has the shape (c, kh, kw), as <code>W[k]</code> has</details>
# <details><summary>Hint 3: first line</summary><code>X = np.pad(X, ((0, 0), (padding,
# padding), (padding, padding)))</code></details>


# %% role="answer" grade_id="conv-forward"
def conv2d(X, W, b, stride, padding):
    """Give one map for each filter."""
    ### BEGIN SOLUTION
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, _, kh, kw = np.shape(W)
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        rows = slice(r * stride, r * stride + kh)
        columns = slice(q * stride, q * stride + kw)
        Z[k, r, q] = (W[k] * X[:, rows, columns]).sum() + b[k]
    return Z
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-forward-try"
# Try it: one channel, one filter, bias 0.5, stride 1, padding 0. The first row should be
# 13.5, −16.5, −2.5, −0.5.

# %%
conv2d(SIGNED_IMAGE[None], SIGNED_KERNEL[None, None], np.array([0.5]), 1, 0)

# %% role="test" grade_id="conv-forward-value" points=1 syllabus="C-03"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_IMAGE, SIGNED_KERNEL


def _library(X, W, b, stride, padding):
    return conv.conv2d(X[None], W, b, stride, padding)[0]


_one, _K = SIGNED_IMAGE[None], SIGNED_KERNEL[None, None]
_two = np.concatenate([_K, np.array([[[[0, 1, -2], [0.5, 0, 3], [-1, 2, 0]]]])])
checks.check(
    "conv2d",
    [(_one, _K, np.array([0.5]), 1, 0), (_one, _two, np.array([0.5, -2.0]), 1, 0)],
    reference=_library,
    task="conv-forward",
    isolate={
        "the bias": (0 * _one, _K, np.array([0.5]), 1, 0),
        "the kernel": (_one, _K, np.array([0.0]), 1, 0),
    },
    forbid=(conv.conv2d, conv.Conv2d.forward, "torch", "scipy"),
)

# %% role="test" grade_id="conv-forward-settings" points=1 syllabus="C-03 C-04 C-11"
import numpy as np

from nnbyhand import checks, conv


def _settings(X, W, b, stride, padding):
    return conv.conv2d(X[None], W, b, stride, padding)[0]


_rng = np.random.default_rng(904)
_X, _W = _rng.normal(size=(3, 6, 9)), _rng.normal(size=(2, 3, 2, 3))
_b = np.array([0.5, -1.5])
checks.check(
    "conv2d",
    [(_X, _W, _b, 1, 0), (_X, _W, _b, 2, 0), (_X, _W, _b, 1, 1), (_X, _W, _b, 2, 1)],
    reference=_settings,
    task="conv-forward",
    isolate={"the first channel": (_X * [[[1]], [[0]], [[0]]], _W, 0 * _b, 1, 0)},
    forbid=(conv.conv2d, conv.Conv2d.forward, "torch", "scipy"),
)

# %% role="test" grade_id="conv-forward-hidden" points=2 syllabus="C-03 C-04 C-11"
# hidden test: other shapes, strides and frames
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _again(X, W, b, stride, padding):
    return conv.conv2d(X[None], W, b, stride, padding)[0]


_rng = np.random.default_rng(905)
_cases = []
_kinds = [(2, 3, (3, 3), 2, 1), (4, 2, (1, 3), 3, 2), (1, 2, (3, 2), 2, 0)]
for _c, _f, _k, _s, _p in _kinds:
    _picture = _rng.normal(size=(_c, 7, 11))
    _filters, _biases = _rng.normal(size=(_f, _c, *_k)), _rng.normal(size=_f)
    _cases.append((_picture, _filters, _biases, _s, _p))
checks.check(
    "conv2d",
    _cases,
    reference=_again,
    task="conv-forward",
    forbid=(conv.conv2d, conv.Conv2d.forward, "torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-patches-text" syllabus="C-11"
# ## 5 Patches (2 points)
#
# Write `patches(X, kh, kw, stride)`: a matrix with one row for each window, places in
# reading order. A row holds the whole window of channel 0 in reading order, then that of
# channel 1, and so on. No padding.
#
# Shapes: `X` is `(c, h, w)`; the result is `(h_out · w_out, c · kh · kw)`.
#
# Then a layer is one product: `patches(X, kh, kw, stride) @ W.reshape(f, -1).T + b` holds
# the sums of exercise 4, a column for each filter.
#
# <details><summary>Hint 1: direction</summary>Cut a window through all channels and lay it
# out in one row. Collect the rows.</details>
# <details><summary>Hint 2: equation</summary>row r · w_out + q holds X[:, rs : rs + kh,
# qs : qs + kw], flattened</details>
# <details><summary>Hint 3: first line</summary><code>rows = []</code>; at the end
# <code>return np.array(rows)</code></details>


# %% role="answer" grade_id="conv-patches"
def patches(X, kh, kw, stride):
    """Lay every window out as a row."""
    ### BEGIN SOLUTION
    _, h, w = X.shape
    collected = []
    for top in range(0, h - kh + 1, stride):
        for left in range(0, w - kw + 1, stride):
            collected.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.stack(collected)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-patches-try"
# Try it: two channels of 2 × 3 numbers, windows of 2 × 2. The two rows should be 0 1 3 4 6 7
# 9 10 and 1 2 4 5 7 8 10 11.

# %%
patches(np.arange(12).reshape(2, 2, 3), 2, 2, 1)

# %% role="test" grade_id="conv-patches-value" points=1 syllabus="C-11"
import numpy as np

from nnbyhand import checks

# the picture counts 0, 1, 2, … through rows, then channels
_X = np.arange(2 * 3 * 4).reshape(2, 3, 4)
_wide = [0, 1, 2, 4, 5, 6, 12, 13, 14, 16, 17, 18]
_small = [0, 1, 4, 5, 12, 13, 16, 17]
checks.check(
    "patches",
    [(_X, 2, 3, 1), (_X, 2, 2, 2)],
    expected=[np.add.outer([0, 1, 4, 5], _wide), np.add.outer([0, 2], _small)],
    task="conv-patches",
    forbid=("torch", "scipy"),
)

# %% role="test" grade_id="conv-patches-hidden" points=1 syllabus="C-11"
# hidden test: other pictures and windows
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks


def _laid_out(X, kh, kw, stride):
    all_windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    chosen = all_windows[:, ::stride, ::stride].transpose(1, 2, 0, 3, 4)
    return chosen.reshape(-1, len(X) * kh * kw)


_rng = np.random.default_rng(906)
checks.check(
    "patches",
    [(_rng.normal(size=(3, 6, 8)), 3, 2, 1), (_rng.normal(size=(2, 7, 6)), 2, 3, 3)],
    reference=_laid_out,
    task="conv-patches",
    forbid=("torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="pool-forward-text" syllabus="C-05 C-06"
# ## 6 Pooling (3 points)
#
# Write `pool(A, size, stride, kind)`: keep one number of each window of `size` × `size`
# places, in every channel on its own: the lesson's `pool` took one map, here a channel axis
# comes first. `kind` is `"max"` or `"average"`. A window that
# does not fit any more is dropped; windows overlap when the stride is less than the
# size.
#
# Shapes: `A` is `(c, h, w)`; the result is `(c, h_out, w_out)`.
#
# <details><summary>Hint 1: direction</summary>The loop over places is that of exercise 4,
# without weights. Which axes of a window must go, which must stay?</details>
# <details><summary>Hint 2: equation</summary>out[:, r, q] = largest or mean of A[:, rs : rs
# + size, qs : qs + size] over its last two axes</details>
# <details><summary>Hint 3: first line</summary><code>h_out = (A.shape[1] - size) // stride
# + 1</code></details>


# %% role="answer" grade_id="pool-forward"
def pool(A, size, stride, kind):
    """Give the largest number, or the mean, of each window."""
    ### BEGIN SOLUTION
    A = np.asarray(A)
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r, q in np.ndindex(h, w):
        top, left = r * stride, q * stride
        window = A[:, top : top + size, left : left + size]
        keep = np.max if kind == "max" else np.mean
        out[:, r, q] = keep(window, axis=(1, 2))
    return out
    ### END SOLUTION


# %% [markdown] role="text" grade_id="pool-forward-try"
# Try it: the largest of 2 × 2 windows with stride 2 should be −1, 4, 5 and 6, −3, 8.

# %%
pool(SIGNED_POOL_IMAGE[None], 2, 2, "max")

# %% role="test" grade_id="pool-forward-value" points=1 syllabus="C-05 C-06"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_POOL_IMAGE


def _largest(A, size, stride, kind):
    return conv.max_pool2d(A[None], size, stride)[0]


_A = np.stack([SIGNED_POOL_IMAGE, -2 * SIGNED_POOL_IMAGE[::-1] - 9])
checks.check(
    "pool",
    [
        (SIGNED_POOL_IMAGE[None], 2, 2, "max"),
        (_A, 2, 1, "max"),
        (_A[:, :, :5], 2, 2, "max"),
    ],
    reference=_largest,
    task="pool-forward-max",
    forbid=(conv.max_pool2d, conv.MaxPool2d.forward, "torch", "scipy"),
)

# %% role="test" grade_id="pool-forward-average" points=1 syllabus="C-05 C-06"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_POOL_IMAGE


def _mean(A, size, stride, kind):
    return conv.average_pool2d(A[None], size, stride)[0]


_A = np.stack([SIGNED_POOL_IMAGE, -2 * SIGNED_POOL_IMAGE[::-1] - 9])
checks.check(
    "pool",
    [
        (SIGNED_POOL_IMAGE[None], 2, 2, "average"),
        (_A, 2, 1, "average"),
        (_A, 3, 1, "average"),
        (_A[:, :, :5], 2, 2, "average"),
    ],
    reference=_mean,
    task="pool-forward-average",
    forbid=(conv.average_pool2d, conv.AveragePool2d.forward, "torch", "scipy"),
)

# %% role="test" grade_id="pool-forward-hidden" points=1 syllabus="C-05 C-06"
# hidden test: the largest in other windows
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _most(A, size, stride, kind):
    return conv.max_pool2d(A[None], size, stride)[0]


_rng = np.random.default_rng(907)
checks.check(
    "pool",
    [
        (_rng.normal(size=(3, 7, 9)) - 2, 3, 2, "max"),
        (_rng.normal(size=(2, 8, 7)) - 2, 2, 3, "max"),
        (_rng.normal(size=(1, 5, 8)) - 2, 2, 2, "max"),
    ],
    reference=_most,
    task="pool-forward-max",
    forbid=(conv.max_pool2d, conv.MaxPool2d.forward, "torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-weights-text" syllabus="C-09"
# ## 7 Back to filters and biases (2 points)
#
# From above comes `G`: for each filter and place, how the loss moves with that sum. Write
# `weight_gradients(G, X)` for stride 1 and padding 0. It returns two arrays, dW and db
# (C2):
#
# $$\frac{∂C}{∂W_{k,c,i,j}} = \sum_{r,q} G_{k,r,q}\; X_{c,\,r+i,\,q+j} \qquad
# \frac{∂C}{∂b_k} = \sum_{r,q} G_{k,r,q}$$
#
# Shapes: `G` is `(f, h_out, w_out)`, `X` is `(c, h, w)`; dW is `(f, c, kh, kw)`, db is
# `(f,)`. The size of the kernel follows from the other two.
#
# <details><summary>Hint 1: direction</summary>A weight is used at every place, with another
# pixel each time. Add up over the places.</details>
# <details><summary>Hint 2: equation</summary>kh = h − h_out + 1; the pixels that weight
# (c, i, j) met are X[c, i : i + h_out, j : j + w_out]</details>
# <details><summary>Hint 3: first line</summary><code>dW = np.zeros((f, c, kh,
# kw))</code></details>


# %% role="answer" grade_id="conv-weights"
def weight_gradients(G, X):
    """Give the gradients of the filters and of their biases."""
    ### BEGIN SOLUTION
    f, h_out, w_out = G.shape
    c, h, w = X.shape
    dW = np.zeros((f, c, h - h_out + 1, w - w_out + 1))
    for k, ch, i, j in np.ndindex(*dW.shape):
        met = X[ch, i : i + h_out, j : j + w_out]
        dW[k, ch, i, j] = (G[k] * met).sum()
    return dW, G.sum(axis=(1, 2))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-weights-try"
# Try it: `G` is 1 at the first place only, so dW is the first window of the picture, 1, −2,
# 0 in its first row, and db is 1.

# %%
one = np.zeros((1, 2, 4))
one[0, 0, 0] = 1
weight_gradients(one, SIGNED_IMAGE[None])

# %% role="test" grade_id="conv-weights-value" points=1 syllabus="C-09"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_IMAGE, SIGNED_UPSTREAM


def _gradients(G, X):
    kh, kw = X.shape[1] - G.shape[1] + 1, X.shape[2] - G.shape[2] + 1
    W = np.zeros((len(G), len(X), kh, kw))
    _, dW, db = conv.conv2d_gradients(G[None], X[None], W)
    return dW, db


_X = np.stack([SIGNED_IMAGE, SIGNED_IMAGE[::-1, ::-1] - 0.5])
_G = np.stack([SIGNED_UPSTREAM, 2 - SIGNED_UPSTREAM[::-1], 3 * SIGNED_UPSTREAM + 1])
checks.check(
    "weight_gradients",
    [(_G[:1], _X[:1]), (_G, _X)],
    reference=_gradients,
    task="conv-weights",
    forbid=(conv.conv2d, conv.conv2d_gradients, conv.Conv2d.backward, "torch", "scipy"),
)

# %% role="test" grade_id="conv-weights-hidden" points=1 syllabus="C-09"
# hidden test: other shapes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _slopes(G, X):
    kh, kw = X.shape[1] - G.shape[1] + 1, X.shape[2] - G.shape[2] + 1
    W = np.zeros((len(G), len(X), kh, kw))
    _, dW, db = conv.conv2d_gradients(G[None], X[None], W)
    return dW, db


_rng = np.random.default_rng(908)
checks.check(
    "weight_gradients",
    [
        (_rng.normal(size=(2, 4, 5)), _rng.normal(size=(3, 5, 8))),
        (_rng.normal(size=(3, 2, 6)), _rng.normal(size=(2, 4, 7))),
    ],
    reference=_slopes,
    task="conv-weights",
    forbid=(conv.conv2d, conv.conv2d_gradients, conv.Conv2d.backward, "torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-input-text" syllabus="C-09"
# ## 8 Back to the picture (2 points)
#
# Write `input_gradient(G, K, shape, stride, padding)` for one channel and one kernel: how
# the loss moves with each pixel (C3). Place (r, q) used the window of the **framed**
# picture that begins at row r · s, column q · s; it sends `G[r, q] * K` back there. Pixels of
# several windows add up. The frame is no part of the picture: cut it off at the end. (Without a
# frame r · s − padding would be negative, and NumPy counts negative rows from the end.)
#
# Shapes: `G` is `(h_out, w_out)`, `K` is `(kh, kw)`, `shape` is `(h, w)` of the picture, and
# so is the result's.
#
# <details><summary>Hint 1: direction</summary>Walk over the places as on the way there.
# Instead of reading a window, write into it.</details>
# <details><summary>Hint 2: equation</summary>d_framed[rs : rs + kh, qs : qs + kw] +=
# G[r, q] · K</details>
# <details><summary>Hint 3: first line</summary><code>framed = np.zeros((shape[0] + 2 *
# padding, shape[1] + 2 * padding))</code></details>


# %% role="answer" grade_id="conv-input"
def input_gradient(G, K, shape, stride, padding):
    """Give the gradient of every pixel of the picture."""
    ### BEGIN SOLUTION
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed[padding : padding + shape[0], padding : padding + shape[1]]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="conv-input-try"
# Try it: with stride 2 and padding 0 the two windows below share one column, so the first
# row should be 2, −1, 0 + 2 · 3, −3, 0 = 2, −1, 6, −3, 0.

# %%
input_gradient(np.array([[1.0, 3.0]]), np.array([[2.0, -1, 0]]), (1, 5), 2, 0)

# %% role="test" grade_id="conv-input-value" points=1 syllabus="C-09"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_KERNEL, SIGNED_UPSTREAM


def _pixels(G, K, shape, stride, padding):
    X, W = np.zeros((1, 1, *shape)), K[None, None]
    return conv.conv2d_gradients(G[None, None], X, W, stride, padding)[0][0, 0]


_G = np.array([[1.0, -2, 0.5], [3, 1, -1]])
checks.check(
    "input_gradient",
    [
        (SIGNED_UPSTREAM, SIGNED_KERNEL, (4, 6), 1, 0),
        (_G, SIGNED_KERNEL, (4, 6), 2, 1),
        (_G, SIGNED_KERNEL[:2], (4, 7), 2, 0),
    ],
    reference=_pixels,
    task="conv-input",
    forbid=(conv.conv2d, conv.conv2d_gradients, conv.Conv2d.backward, "torch", "scipy"),
)

# %% role="test" grade_id="conv-input-hidden" points=1 syllabus="C-09"
# hidden test: other kernels, steps and frames
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _back(G, K, shape, stride, padding):
    X, W = np.zeros((1, 1, *shape)), K[None, None]
    return conv.conv2d_gradients(G[None, None], X, W, stride, padding)[0][0, 0]


_rng = np.random.default_rng(909)
checks.check(
    "input_gradient",
    [
        (_rng.normal(size=(3, 4)), _rng.normal(size=(2, 3)), (4, 6), 1, 0),
        (_rng.normal(size=(3, 4)), _rng.normal(size=(3, 3)), (5, 8), 2, 1),
        (_rng.normal(size=(3, 3)), _rng.normal(size=(4, 2)), (6, 6), 3, 2),
    ],
    reference=_back,
    task="conv-input",
    forbid=(conv.conv2d, conv.conv2d_gradients, conv.Conv2d.backward, "torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="pool-gradient-text" syllabus="C-10"
# ## 9 Back through max-pooling (2 points)
#
# Write `pool_gradient(G, A, size, stride)` for one channel: each window's gradient goes to
# its largest number, the others get nothing. Of several equal largest the first in
# reading order gets it. The window of place (r, q) begins at row r · stride, column
# q · stride. When windows overlap, a number may win twice: then its gradients add up.
#
# Shapes: `G` is `(h_out, w_out)`, `A` is `(h, w)`, and so is the result.
#
# <details><summary>Hint 1: direction</summary>Find the winner's place in its window, then
# its place in the picture.</details>
# <details><summary>Hint 2: equation</summary><code>np.argmax(window)</code> counts places in
# reading order; the row is that number <code>// size</code>, the column is
# <code>% size</code></details>
# <details><summary>Hint 3: first line</summary><code>dA = np.zeros(A.shape)</code></details>


# %% role="answer" grade_id="pool-gradient"
def pool_gradient(G, A, size, stride):
    """Give every number of A its gradient."""
    ### BEGIN SOLUTION
    paid = np.zeros_like(A, dtype=float)
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        window = A[top : top + size, left : left + size]
        i, j = divmod(int(np.argmax(window)), size)
        paid[top + i, left + j] += G[r, q]
    return paid
    ### END SOLUTION


# %% [markdown] role="text" grade_id="pool-gradient-try"
# Try it: the two windows share their middle column, and 5 wins in both, so the gradients 10
# and 3 should meet there: 0, 13, 0 in the first row.

# %%
pool_gradient(np.array([[10.0, 3.0]]), np.array([[1.0, 5, 2], [0, 4, 3]]), 2, 1)

# %% role="test" grade_id="pool-gradient-value" points=1 syllabus="C-10"
import numpy as np

from nnbyhand import checks, conv
from nnbyhand.data import SIGNED_POOL_IMAGE, SIGNED_POOL_UPSTREAM, SIGNED_UPSTREAM


def _winners(G, A, size, stride):
    G, A = G[None, None], A[None, None]
    return conv.max_pool2d_gradient(G, A, size, stride)[0, 0]


_ties = np.array([[2.0, 2, -1, 0], [1, 2, -1, -1], [0, -3, 4, 1], [0, -3, 1, 4]])
_G = np.array([[1.0, -2, 4], [0.5, 3, -1], [2, 5, -4]])
_tall = np.array([[0.0, 1, 9, 2, 0, 1], [2, 5, 1, 4, 7, 3], [-1, 0, 6, 1, 2, 4]])
_tall = np.concatenate([_tall, np.zeros((1, 6))])
checks.check(
    "pool_gradient",
    [
        (SIGNED_POOL_UPSTREAM, SIGNED_POOL_IMAGE, 2, 2),
        (SIGNED_POOL_UPSTREAM[:, :2], _ties, 2, 2),
        (_G, _ties, 2, 1),
        (SIGNED_UPSTREAM + 0.5, _tall, 3, 1),
    ],
    reference=_winners,
    task="pool-gradient",
    forbid=(conv.max_pool2d_gradient, conv.MaxPool2d.backward, "torch", "scipy"),
)

# %% role="test" grade_id="pool-gradient-hidden" points=1 syllabus="C-10"
# hidden test: larger windows, many equal numbers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, conv


def _paid(G, A, size, stride):
    G, A = G[None, None], A[None, None]
    return conv.max_pool2d_gradient(G, A, size, stride)[0, 0]


_rng = np.random.default_rng(910)
_few = _rng.integers(-3, 3, size=(7, 9)).astype(float)
checks.check(
    "pool_gradient",
    [
        (_rng.normal(size=(3, 4)), _few, 3, 2),
        (_rng.normal(size=(2, 3)), _few[:6], 3, 3),
        (_rng.normal(size=(3, 4)), _few[:, ::-1].copy(), 2, 2),
    ],
    reference=_paid,
    task="pool-gradient",
    forbid=(conv.max_pool2d_gradient, conv.MaxPool2d.backward, "torch", "scipy"),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="cnn-table-text" syllabus="C-04 C-07"
# ## 10 Count a network (2 points)
#
# A network begins with blocks. Each block is a convolution with **3 × 3** kernels, stride 1,
# and then 2 × 2 max-pooling with stride 2. Then come Flatten and dense layers. Write
# `count_network(shape, filters, units, padding)`. It returns three things:
#
# 1. `sizes`: a list with (rows, columns) after each **block**;
# 2. `flat`: how many numbers Flatten hands on;
# 3. `parameters`: a list with the parameters, biases included, of every convolution and
#    every dense layer, in order. Layers that learn nothing have no entry.
#
# `shape` is (rows, columns, channels) of the picture, `filters` holds the number of filters
# of each block, `units` the units of each dense layer, and `padding` is 0 or 1 for all
# convolutions.
#
# <details><summary>Hint 1: direction</summary>Carry three numbers from block to block: rows,
# columns, channels.</details>
# <details><summary>Hint 2: equation</summary>a 3 × 3 convolution makes n + 2p − 2 of n, and
# has (9 · channels + 1) · filters parameters; pooling halves, rounded down</details>
# <details><summary>Hint 3: first line</summary><code>h, w, c = shape</code></details>


# %% role="answer" grade_id="cnn-table"
def count_network(shape, filters, units, padding):
    """Give the sizes after each block, the flat size, and the parameters."""
    ### BEGIN SOLUTION
    high, wide, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        high, wide = (high + 2 * padding - 2) // 2, (wide + 2 * padding - 2) // 2
        sizes.append((high, wide))
        c = f
    flat = inputs = high * wide * c
    for n in units:
        parameters.append((inputs + 1) * n)
        inputs = n
    return sizes, flat, parameters
    ### END SOLUTION


# %% [markdown] role="text" grade_id="cnn-table-try"
# Try it: for the slides' network with padding 1 the parameters should add up to 5,615,553.

# %%
sum(count_network((150, 150, 3), [32, 64, 128, 128], [512, 128, 1], 1)[2])

# %% role="test" grade_id="cnn-table-value" points=1 syllabus="C-07"
import numpy as np

from nnbyhand import checks

checks.check(
    "count_network",
    [
        ((150, 150, 3), [32, 64, 128, 128], [512, 128, 1], 1),
        ((150, 150, 3), [32, 64, 128, 128], [512, 128, 1], 0),
        ((20, 31, 3), [4], [5], 1),
    ],
    expected=[
        (
            [(75, 75), (37, 37), (18, 18), (9, 9)],
            10_368,
            [896, 18_496, 73_856, 147_584, 5_308_928, 65_664, 129],
        ),
        (
            [(74, 74), (36, 36), (17, 17), (7, 7)],
            6_272,
            [896, 18_496, 73_856, 147_584, 3_211_776, 65_664, 129],
        ),
        ([(10, 15)], 600, [112, 3_005]),
    ],
    task="cnn-table",
    tol="exact",
)

# %% role="test" grade_id="cnn-table-hidden" points=1 syllabus="C-04 C-07"
# hidden test: other networks, on pictures that are not square
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def _counted(shape, filters, units, padding):
    size, c, sizes, parameters = list(shape[:2]), shape[2], [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        size, c = [(n - 2 + 2 * padding) // 2 for n in size], f
        sizes.append(tuple(size))
    flat = size[0] * size[1] * c
    wide = [flat, *units]
    parameters += [(a + 1) * b for a, b in zip(wide[:-1], units, strict=True)]
    return sizes, flat, parameters


checks.check(
    "count_network",
    [
        ((28, 45, 1), [6, 10], [24, 5], 1),
        ((63, 39, 4), [5, 12, 7], [9], 0),
        ((32, 18, 3), [8, 20], [50, 11, 3], 0),
    ],
    reference=_counted,
    task="cnn-table",
    tol="exact",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="cnn-train-text" syllabus="C-12"
# ## 11 Train one (3 points)
#
# Write `train_cnn(X, labels, rng)`: build a convolutional network for the ten digits, train
# it on the given pictures, and return it, a `Network`. It must have
#
# - at least one `Conv2d` with kernels larger than 1 × 1, and at least one pooling layer
#   with windows larger than 1 × 1;
# - ten outputs, logits (no softmax: the loss applies it), and **at most 2,000** parameters;
# - at least **93 of 100** right on pictures it has not seen, whatever the generator;
# - all its chance from `rng`: two generators of equal seed give equal networks, another
#   seed gives another network.
#
# Training may take 3 seconds. About 15 epochs of `Adam(0.005)` in batches of 32 do. The call
# is `fit(network, X, labels, rng=rng, optimiser=…, epochs=…, batch_size=…)`.
#
# Shapes: `X` is `(n, 1, 8, 8)` with values from 0 to 1, `labels` is `(n,)`. Use what the next
# cell imports: layers go into `Network.from_layers([...])`, in order.
#
# <details><summary>Hint 1: direction</summary>Convolution, ReLU, pooling, flatten, dense. Then
# `fit`, as in lesson 07.</details>
# <details><summary>Hint 2: equation</summary>With 8 filters, padding 1 and 2 × 2 pooling the
# dense layer gets 4 · 4 · 8 numbers; (9 + 1) · 8 + (128 + 1) · 10 = 1,370
# parameters.</details>
# <details><summary>Hint 3: first line</summary><code>network = Network.from_layers([Conv2d(1, 8,
# 3, rng, padding=1), …</code></details>

# %% role="answer" grade_id="cnn-train"
from nnbyhand.conv import Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    """Give a trained convolutional network for 8 by 8 digits."""
    ### BEGIN SOLUTION
    parts = [Conv2d(1, 8, 3, rng, padding=1), Activation("relu"), MaxPool2d(2)]
    cnn = Network.from_layers([*parts, Flatten(), Dense(128, 10, rng)])
    fit(cnn, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return cnn
    ### END SOLUTION


# %% [markdown] role="text" grade_id="cnn-train-try"
# Try it: a description of your network, trained on 200 digits. The tests train on 1,200.

# %%
from nnbyhand.data import load_digits

digits = load_digits()
train_cnn(
    digits.train_images[:200] / 16,
    digits.train_labels[:200],
    np.random.default_rng(0),
)

# %% role="test" grade_id="cnn-train-parts" points=1 syllabus="C-12"
import numpy as np

from nnbyhand import checks, conv, data
from nnbyhand.network import Network


def _parts(network):
    """Ones and zeros: convolution, pooling, ten logits, few parameters."""
    if not isinstance(network, Network):
        raise ValueError("return the trained Network itself")
    pools = (conv.MaxPool2d, conv.AveragePool2d)
    outputs = network.forward(np.random.default_rng(3).random((4, 1, 8, 8)))
    logits = outputs.shape == (4, 10) and not np.allclose(outputs.sum(axis=1), 1)
    return [
        any(
            isinstance(layer, conv.Conv2d) and max(layer.params["W"].shape[2:]) > 1
            for layer in network.layers
        ),
        any(isinstance(layer, pools) and layer.size > 1 for layer in network.layers),
        logits,
        network.n_params <= 2000,
    ]


_digits = data.load_digits()
_X, _labels = _digits.train_images[:200] / 16, _digits.train_labels[:200]
checks.check(
    "train_cnn",
    [(_X, _labels, np.random.default_rng(0))],
    expected=[[1, 1, 1, 1]],
    through=_parts,
    shows="1 for yes: a Conv2d and a pooling layer that look at more than one pixel, "
    "ten logits, at most 2,000 parameters",
    task="cnn-train-parts",
)

# %% role="test" grade_id="cnn-train-accuracy" points=1 syllabus="C-12"
import numpy as np

from nnbyhand import checks, data
from nnbyhand.network import Network

_digits = data.load_digits()
_all = np.concatenate([_digits.train_images, _digits.test_images]) / 16
_truth = np.concatenate([_digits.train_labels, _digits.test_labels])
_order = np.random.default_rng(911).permutation(len(_all))
_learn, _new = _order[:1200], _order[1200:]


def _enough(network):
    """The share of right answers on new digits, at most the 0.93 that is asked."""
    if not isinstance(network, Network):
        raise ValueError("return the trained Network itself")
    right = network.predict(_all[_new]).argmax(axis=1) == _truth[_new]
    return min(round(right.mean(), 3), 0.93)


checks.check(
    "train_cnn",
    [(_all[_learn], _truth[_learn], np.random.default_rng(1))],
    expected=[0.93],
    through=_enough,
    shows="the share of right answers on 597 new digits; 0.93 or more counts as 0.93",
    task="cnn-train-accuracy",
)

# %% role="test" grade_id="cnn-train-hidden" points=1 syllabus="C-12"
# hidden test: another split, the same generator twice, and another one
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, data
from nnbyhand.network import Network

_digits = data.load_digits()
_images = np.concatenate([_digits.train_images, _digits.test_images]) / 16
_known = np.concatenate([_digits.train_labels, _digits.test_labels])
_mixed = np.random.default_rng(912).permutation(len(_images))
_seen, _unseen = _mixed[:1200], _mixed[1200:]
_outputs = []


def _facts(network):
    """The share of right answers, and whether it agrees with the last as it should."""
    if not isinstance(network, Network):
        raise ValueError("return the trained Network itself")
    _outputs.append(network.predict(_images[_unseen]))
    right = _outputs[-1].argmax(axis=1) == _known[_unseen]
    equal = len(_outputs) < 2 or np.allclose(_outputs[-1], _outputs[-2])
    as_asked = equal != (len(_outputs) == 3)  # the third has another seed
    return [min(round(right.mean(), 3), 0.93), as_asked]


_case = (_images[_seen], _known[_seen], np.random.default_rng(2))
checks.check(
    "train_cnn",
    [_case, _case, (*_case[:2], np.random.default_rng(3))],
    expected=[[0.93, 1], [0.93, 1], [0.93, 1]],
    through=_facts,
    shows="right answers on new digits (0.93 or more counts as 0.93); 1 if equal seeds "
    "give equal networks and another seed another",
    task="cnn-train-accuracy",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="conv-words-text" syllabus="C-01"
# ## 12 In your own words (3 points, read by a person)
#
# A friend asks: "Why look at a picture through small filters first, instead of connecting
# every pixel to every unit?" Answer in three to six sentences, and say what one filter does.
# Write into the cell below.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. an attempt in the learner's own words;
# 2. a filter is a small set of weights that is slid over the whole picture, multiplies and
#    adds at each place, and so answers the same question (an edge? a corner?) everywhere;
# 3. a reason: the weights are shared, so there are far fewer to learn; or what is learned at
#    one place counts at every place, so a moved object is still found; or later layers
#    build parts from edges.
#
# Sample, 3 points: "A filter is a little stencil of, say, nine weights. It is laid on every
# place of the picture, multiplies, adds up, and so says where there is, for example, an
# edge. Because the same nine weights serve everywhere, there is little to learn, and a cat
# in the corner is found like one in the middle."
# Sample, 2 points: "Filters go over the picture and look for edges at each place."
# Sample, 1 point: "Because pictures are big and it works better."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="conv-words" points=3 syllabus="C-01"
# *Write your answer here.*
