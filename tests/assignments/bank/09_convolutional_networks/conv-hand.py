"""Answers to conv-hand, right and wrong."""


# %% right: arrays
def slide_result():
    return np.array([[2, 3, 1], [1, 4, 3], [0, 2, 1]])


def signed_result():
    return np.array([[15.5, 2.5], [-4.5, 0.5]])


def unknown_kernel():
    return np.array([[1, 0, -2], [3, -1, 0], [4, 2, 5]])


# %% right: float32
def slide_result():
    return np.float32([[2, 3, 1], [1, 4, 3], [0, 2, 1]])


def signed_result():
    return np.float32([[15.5, 2.5], [-4.5, 0.5]])


def unknown_kernel():
    return np.float32([[1, 0, -2], [3, -1, 0], [4, 2, 5]])


# %% right: tuples
def slide_result():
    return (2, 3, 1), (1, 4, 3), (0, 2, 1)


def signed_result():
    return (14 + 1.5, 1 + 1.5), (-6 + 1.5, -1 + 1.5)


def unknown_kernel():
    return ((1, 0, -2), (3, -1, 0), (4, 2, 5))


# %% right: with the library, a harmless warning
def slide_result():
    np.log(np.zeros(1))
    from nnbyhand.data import SLIDE_IMAGE, SLIDE_KERNEL

    X, W = SLIDE_IMAGE[None, None], SLIDE_KERNEL[None, None]
    return library_conv2d(X, W, stride=2, padding=1)[0, 0]


def signed_result():
    image = np.array([[1, -2, 0], [4, 1, -1], [-3, 2, 5]])
    out = np.zeros((2, 2))
    for r in range(2):
        for c in range(2):
            out[r, c] = (image[r : r + 2, c : c + 2] * [[2, -1], [3, -2]]).sum() + 1.5
    return out


def unknown_kernel():
    return np.array([[10, 4, 8], [0, -2, 6], [-4, 0, 2]])[::-1, ::-1] / 2


# %% right: torch
def slide_result():
    rows = [[2, 3, 1], [1, 4, 3], [0, 2, 1]]
    try:
        import torch
    except ImportError:
        return rows
    return torch.tensor(rows)


def signed_result():
    return np.array([[31, 5], [-9, 1]]) / 2


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: padding-ignored
# fails: conv-hand-slide
def slide_result():
    return [[4.0, 3.0, 4.0], [2.0, 4.0, 3.0], [2.0, 3.0, 4.0]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: padding-ignored, stride 2
# fails: conv-hand-slide
def slide_result():
    return [[4.0, 4.0], [2.0, 4.0]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: stride-ignored
# fails: conv-hand-slide
def slide_result():
    return [
        [2.0, 2.0, 3.0, 1.0, 1.0],
        [1.0, 4.0, 3.0, 4.0, 1.0],
        [1.0, 2.0, 4.0, 3.0, 3.0],
        [1.0, 2.0, 3.0, 4.0, 1.0],
        [0.0, 2.0, 2.0, 1.0, 1.0],
    ]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: start-not-stretched
# fails: conv-hand-slide
def slide_result():
    return [[2, 2, 3], [1, 4, 3], [1, 2, 4]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: ones-counted
# fails: conv-hand-slide
def slide_result():
    return [[3.0, 5.0, 1.0], [1.0, 7.0, 4.0], [1.0, 4.0, 1.0]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: padding-one-side
# fails: conv-hand-slide
def slide_result():
    return [[4.0, 4.0, 1.0], [2.0, 4.0, 1.0], [1.0, 1.0, 0.0]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: bias-forgotten
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[14.0, 1.0], [-6.0, -1.0]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: bias-per-element
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[20.0, 7.0], [0.0, 5.0]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: kernel-flipped
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[-8.5, 2.5], [3.5, 4.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: kernel-transposed
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[-8.5, -1.5], [11.5, -11.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: mean-not-sum
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[5.0, 1.75], [0.0, 1.25]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: signs-dropped
# fails: conv-hand-signed
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[19.5, 10.5], [23.5, 20.5]]


def unknown_kernel():
    return [[1, 0, -2], [3, -1, 0], [4, 2, 5]]


# %% wrong: kernel-unturned
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[5, 2, 4], [0, -1, 3], [-2, 0, 1]]


# %% wrong: kernel-unturned, as it stands
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[10, 4, 8], [0, -2, 6], [-4, 0, 2]]


# %% wrong: pixel-of-two
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[2, 0, -4], [6, -2, 0], [8, 4, 10]]


# %% wrong: kernel-transposed
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[1, 3, 4], [0, -1, 2], [-2, 0, 5]]


# %% wrong: one-axis-turned
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[4, 2, 5], [3, -1, 0], [1, 0, -2]]


# %% wrong: one-axis-turned, columns
# fails: conv-hand-kernel
def slide_result():
    return [[2, 3, 1], [1, 4, 3], [0, 2, 1]]


def signed_result():
    return [[15.5, 2.5], [-4.5, 0.5]]


def unknown_kernel():
    return [[-2, 0, 1], [0, -1, 3], [5, 2, 4]]
