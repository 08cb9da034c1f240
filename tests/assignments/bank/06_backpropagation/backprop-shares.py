"""Answers to backprop-shares, right and wrong."""


# %% right: matrices
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% right: loops, a list
def share_errors(errors, W):
    result = []
    for row in errors:
        back = []
        for i in range(len(W)):
            back.append(sum(row[j] * W[i][j] / sum(W[:, j]) for j in range(len(row))))
        result.append(back)
    return result


def hidden_gradient(errors, W, Z):
    A = 1 / (1 + np.exp(-Z))
    return [list(W @ d) for d in errors * A * (1 - A)]


def downhill():
    return "Gradient"


# %% right: errors divided first, float32
def share_errors(errors, W):
    np.log(np.zeros(1))
    return np.float32((errors / W.sum(axis=0)) @ W.T)


def hidden_gradient(errors, W, Z):
    return np.einsum("nk,hk->nh", errors * sigmoid_slope(Z), W).astype(np.float32)


def downhill():
    return " gradient "


# %% right: broadcast
def share_errors(errors, W):
    return (errors[:, None, :] * W / W.sum(axis=0, keepdims=True)).sum(axis=2)


def hidden_gradient(errors, W, Z):
    return (errors[:, None, :] * W * sigmoid_slope(Z)[:, None, :]).sum(axis=2)


def downhill():
    word = "gradient"
    return word


# %% wrong: share-wrong-sum
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=1, keepdims=True)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: shares-of-absolute
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (np.abs(W) / np.abs(W).sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: shares-of-absolute, below only
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / np.abs(W).sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: one-output-only
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors[:, :1] @ (W / W.sum(axis=0))[:, :1].T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: shares-missing
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ W.T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: sum-of-all
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum()).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: equal-shares
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return np.repeat(errors.sum(axis=1, keepdims=True) / len(W), len(W), axis=1)


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: weights-not-transposed
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0))


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: shares-are-gradient
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors @ (W / W.sum(axis=0)).T


def downhill():
    return "gradient"


# %% wrong: shares-are-gradient, with the slope
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ (W / W.sum(axis=0)).T


def downhill():
    return "gradient"


# %% wrong: output-slope-forgotten
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors @ W.T


def downhill():
    return "gradient"


# %% wrong: weights-not-transposed, of the gradient
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W


def downhill():
    return "gradient"


# %% wrong: slope-of-activation
# fails: backprop-shares-gradient, backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(sigmoid(Z)) @ W.T


def downhill():
    return "gradient"


# %% wrong: shares-descend
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "both"


# %% wrong: shares-descend, alone
# fails: backprop-shares-hidden
def share_errors(errors, W):
    return errors @ (W / W.sum(axis=0)).T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "shares"


# %% wrong: mutates-input
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    W /= W.sum(axis=0)
    return errors @ W.T


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"


# %% wrong: library-answer
# fails: backprop-shares-value, backprop-shares-hidden
def share_errors(errors, W):
    from nnbyhand.backprop import by_shares

    return by_shares(errors, W)


def hidden_gradient(errors, W, Z):
    return errors * sigmoid_slope(Z) @ W.T


def downhill():
    return "gradient"
