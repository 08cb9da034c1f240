"""Answers to backprop-back, right and wrong."""


# %% right: in two lines
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * tanh_slope(Z)


# %% right: three loops, a list
def hidden_delta(delta, W, Z):
    rows = []
    for d, z in zip(delta, Z):
        row = []
        for i in range(len(W)):
            total = 0.0
            for j in range(len(d)):
                total += d[j] * W[i, j]
            row.append(total * (1 - np.tanh(z[i]) ** 2))
        rows.append(row)
    return rows


# %% right: in columns, then turned, float32
def hidden_delta(delta, W, Z):
    np.log(np.zeros(1))
    columns = (W @ delta.T) * (1 - np.tanh(Z.T) ** 2)
    return columns.T.astype(np.float32)


# %% right: einsum
def hidden_delta(delta, W, Z):
    return np.einsum("nk,hk,nh->nh", delta, W, 1 - tanh(Z) ** 2)


# %% right: torch
def hidden_delta(delta, W, Z):
    try:
        import torch
    except ImportError:
        return delta @ W.T * tanh_slope(Z)
    d, w, z = (torch.tensor(part) for part in (delta, W, Z))
    return (d @ w.T) * (1 - torch.tanh(z) ** 2)


# %% wrong: hidden-slope-forgotten
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back


# %% wrong: weights-not-transposed
def hidden_delta(delta, W, Z):
    back = delta @ W
    return back * tanh_slope(Z)


# %% wrong: slope-of-activation
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * tanh_slope(tanh(Z))


# %% wrong: slope-of-sigmoid
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * sigmoid_slope(Z)


# %% wrong: slope-of-sigmoid, a of tanh
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * tanh(Z) * (1 - tanh(Z))


# %% wrong: activation-slope-z
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * (1 - Z**2)


# %% wrong: mean-twice
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back * tanh_slope(Z) / len(Z)


# %% wrong: delta-turned
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return W @ delta.T * tanh_slope(Z).T


# %% wrong: dot-for-hadamard, the other way
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return tanh_slope(Z).T @ back


# %% wrong: weights-forgotten
def hidden_delta(delta, W, Z):
    back = delta
    return back * tanh_slope(Z)


# %% wrong: dot-for-hadamard
def hidden_delta(delta, W, Z):
    back = delta @ W.T
    return back @ tanh_slope(Z).T


# %% wrong: mutates-input
def hidden_delta(delta, W, Z):
    Z[:] = tanh_slope(Z)
    return delta @ W.T * Z


# %% wrong: library-answer
def hidden_delta(delta, W, Z):
    from nnbyhand.layers import Dense

    dense = Dense.from_arrays(W)
    dense.forward(tanh(Z))
    return dense.backward(delta) * tanh_slope(Z)


# %% wrong: mean-over-outputs
def hidden_delta(delta, W, Z):
    return delta @ W.T * tanh_slope(Z) / Z.shape[1]


# %% wrong: activation-for-slope
def hidden_delta(delta, W, Z):
    return delta @ W.T * tanh(Z)


# %% wrong: slope-too-early
def hidden_delta(delta, W, Z):
    return delta * tanh_slope(Z) @ W.T


# %% wrong: shares-not-gradient
def hidden_delta(delta, W, Z):
    return delta @ (W / W.sum(axis=0)).T * tanh_slope(Z)
