"""Answers to backprop-shares, right and wrong."""


# %% right: matrices
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% right: loops, a list
def share_errors(errors, W):
    result = []
    for row in errors:
        back = []
        for i in range(len(W[0])):
            back.append(sum(row[j] * W[j][i] / sum(W[j]) for j in range(len(row))))
        result.append(back)
    return result


def hidden_gradient(errors, W, A):
    return [list(W.T @ d) for d in errors - errors * A * A]


def uphill():
    return [[0.5, -3, 1]]


# %% right: errors divided first, float32
def share_errors(errors, W):
    np.log(np.zeros(1))
    return np.float32((errors / W.sum(axis=1)) @ W)


def hidden_gradient(errors, W, A):
    return np.einsum("nk,kh->nh", errors * tanh_slope(np.arctanh(A)), W)


def uphill():
    return np.array([-1.0, -2.0, 0.25])


# %% right: broadcast
def share_errors(errors, W):
    return (errors[:, :, None] * W / W.sum(axis=1)[:, None]).sum(axis=1)


def hidden_gradient(errors, W, A):
    return np.float32((errors[:, :, None] * W * (1 - A * A)[:, :, None]).sum(axis=1))


def uphill():
    return [1, 2, -4]


# %% wrong: share-wrong-sum
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: sums-turned
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: shares-of-absolute
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (abs(W) / abs(W).sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: shares-of-absolute, below only
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / abs(W).sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: one-output-only
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors[:, :1] @ (W / W.sum(axis=1, keepdims=True))[:1]


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: shares-missing
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ W


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: sum-of-all
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum())


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: equal-shares
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return np.repeat(
        errors.mean(axis=1, keepdims=True) * W.shape[0] / W.shape[1], W.shape[1], 1
    )


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: weights-transposed
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True)).T


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: weights-transposed, the lesson's line
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: shares-are-gradient
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def uphill():
    return [1, 2, -4]


# %% wrong: shares-are-gradient, with the slope
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ (W / W.sum(axis=1, keepdims=True))


def uphill():
    return [1, 2, -4]


# %% wrong: output-slope-forgotten
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors @ W


def uphill():
    return [1, 2, -4]


# %% wrong: weights-transposed, of the gradient
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W.T


def uphill():
    return [1, 2, -4]


# %% wrong: slope-of-activation
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * tanh_slope(A) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: slope-of-sigmoid
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * A * (1 - A) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: slope-of-sigmoid, the lesson's line
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * sigmoid_slope(A) @ W.T


def uphill():
    return [1, 2, -4]


# %% wrong: mean-again
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W / len(A)


def uphill():
    return [1, 2, -4]


# %% wrong: slope-too-late
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors @ W * (1 - A**2)


def uphill():
    return [1, 2, -4]


# %% wrong: slope-on-weights
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * ((1 - A**2) @ W)


def uphill():
    return [1, 2, -4]


# %% wrong: shares-descend
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, -2, 4]


# %% wrong: shares-descend, alone
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return np.array([0.5, 3.0, -1.0])


# %% wrong: one-sign
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [-1, -2, -4]


# %% wrong: weights-cancel
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True))


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -3]


# %% wrong: mutates-input
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    W /= W.sum(axis=1, keepdims=True)
    return errors @ W


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]


# %% wrong: library-answer
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    from nnbyhand.backprop import by_shares

    return by_shares(errors, W.T)


def hidden_gradient(errors, W, A):
    return errors * (1 - A**2) @ W


def uphill():
    return [1, 2, -4]
