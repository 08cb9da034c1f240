"""Answers to forward-network, right and wrong."""


# %% right: appending, with an index
def forward_pass(X, weights, biases):
    sums, layers = [], [X]
    for i in range(len(weights)):
        sums.append(layers[-1] @ weights[i] + biases[i])
        layers.append(activations.sigmoid(sums[-1]))
    return sums, layers[1:]


# %% right: calling itself
def forward_pass(X, weights, biases):
    Z = X @ weights[0] + biases[0]
    A = 1 / (1 + np.exp(-Z))
    if len(weights) == 1:
        return [Z], [A]
    Zs, As = forward_pass(A, weights[1:], biases[1:])
    return [Z, *Zs], [A, *As]


# %% right: tuples, float32
def forward_pass(X, weights, biases):
    A, Zs, As = X.astype(np.float32), (), ()
    for W, b in zip(weights, biases):
        Z = (A @ W + b).astype(np.float32)
        A = activations.sigmoid(Z)
        Zs, As = (*Zs, Z), (*As, A)
    return Zs, As


# %% right: example by example
def forward_pass(X, weights, biases):
    Zs = [np.zeros((len(X), len(b))) for b in biases]
    As = [np.zeros((len(X), len(b))) for b in biases]
    for n, a in enumerate(X):
        for k, (W, b) in enumerate(zip(weights, biases)):
            for j in range(len(b)):
                Zs[k][n, j] = sum(a * W[:, j]) + b[j]
            a = As[k][n] = activations.sigmoid(Zs[k][n])
    return Zs, As


# %% right: the library's layers, a harmless warning
from nnbyhand.layers import Activation, Dense


def forward_pass(X, weights, biases):
    np.log(np.zeros(1))
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Zs.append(Dense.from_arrays(W, b).forward(A))
        A = Activation("sigmoid").forward(Zs[-1])
        As.append(A)
    return [Zs, As]


# %% right: torch
def forward_pass(X, weights, biases):
    Zs, As, A = [], [], X
    for W, b in zip(weights, biases):
        Zs.append(A @ W + b)
        try:
            import torch

            A = torch.sigmoid(torch.tensor(Zs[-1])).numpy()
        except ImportError:
            A = activations.sigmoid(Zs[-1])
        As.append(A)
    return Zs, As


# %% wrong: first-transposed
def forward_pass(X, weights, biases):
    weights = [weights[0].T, *weights[1:]]
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: second-transposed
def forward_pass(X, weights, biases):
    weights = [weights[0], weights[1].T, *weights[2:]]
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: hidden-activation-forgotten
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = Z
        Zs.append(Z)
        As.append(A)
    As[-1] = activations.sigmoid(Z)
    return Zs, As


# %% wrong: output-activation-forgotten
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    As[-1] = Zs[-1]
    return Zs, As


# %% wrong: activation-twice
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(activations.sigmoid(Z))
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: wrong-activation
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = np.tanh(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: wrong-activation-relu
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = np.maximum(Z, 0)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: layers-swapped
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights[::-1], biases[::-1]):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: first-example-only
# fails: forward-network-value, forward-network-all, forward-network-hidden
def forward_pass(X, weights, biases):
    A, Zs, As = np.tile(X[0], (len(X), 1)), [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: rounded-too-early
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = np.round(activations.sigmoid(Z), 2)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: rounded-too-early, one decimal
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z).round(1)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: bias-forgotten
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: one-layer-only
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = X @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: lists-swapped
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return As, Zs


# %% wrong: input-included
# fails: forward-network-all, forward-network-hidden
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], [X]
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: last-only
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Z, A


# %% wrong: last-only, outputs
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return A


# %% wrong: activations-only
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return As


# %% wrong: activations-only, as a tuple
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return tuple(As)


# %% wrong: sums-only
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs


# %% wrong: pairs-by-layer
# fails: forward-network-all, forward-network-hidden
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return list(zip(Zs, As))


# %% wrong: pairs-by-layer, in one list
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return [part for pair in zip(Zs, As) for part in pair]


# %% wrong: one-list
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs + As


# %% wrong: all-transposed
def forward_pass(X, weights, biases):
    A, Zs, As = X, [], []
    for W, b in zip(weights, biases):
        Z = A @ W.T + b
        A = activations.sigmoid(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


# %% wrong: library-answer
def forward_pass(X, weights, biases):
    from nnbyhand.forward import forward as theirs

    return theirs(X, weights, biases)
