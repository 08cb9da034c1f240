"""Answers to code-train, right and wrong."""


# %% right: the usual
def autoencode(X, k, rng):
    first = Network([64, 48, k], rng=rng).layers
    second = Network([k, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=40,
        batch_size=32,
    )
    return network


# %% right: tanh, one layer wider
def autoencode(X, k, rng):
    first = Network([64, 64, k], rng=rng, hidden="tanh").layers
    second = Network([k, 64, 64], rng=rng, hidden="tanh").layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=35,
        batch_size=32,
    )
    return network


# %% right: float32, larger batches
def autoencode(X, k, rng):
    first = Network([64, 48, k], rng=rng, dtype=np.float32).layers
    second = Network([k, 48, 64], rng=rng, dtype=np.float32).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        np.float32(X),
        np.float32(X),
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=60,
        batch_size=64,
    )
    return network


# %% right: in two goes
def autoencode(X, k, rng):
    sizes = [64, 48, k]
    row = Network(sizes, rng=rng).layers + Network(sizes[::-1], rng=rng).layers
    network = Network.from_layers(row)
    for lr, epochs in ((0.008, 25), (0.002, 12)):
        steps = Adam(lr)
        how = {"loss": "mse", "optimiser": steps, "epochs": epochs, "batch_size": 32}
        train.fit(network, X, X, rng=rng, **how)
    return network


# %% wrong: no-bottleneck
def autoencode(X, k, rng):
    first = Network([64, 48, 20], rng=rng).layers
    second = Network([20, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=3,
        batch_size=32,
    )
    return network


# %% wrong: too-narrow
def autoencode(X, k, rng):
    first = Network([64, 48, 2], rng=rng).layers
    second = Network([2, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=3,
        batch_size=32,
    )
    return network


# %% wrong: encoder-only
def autoencode(X, k, rng):
    network = Network([64, 48, k], rng=rng)
    code = np.zeros((len(X), k))
    train.fit(network, X, code, rng=rng, loss="mse", optimiser=Adam(0.005), epochs=2)
    return network


# %% wrong: mean-image
def autoencode(X, k, rng):
    first = Network([64, 48, k], rng=rng).layers
    second = Network([k, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X * 0 + X.mean(axis=0),
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=12,
        batch_size=32,
    )
    return network


# %% wrong: straight-lines
def autoencode(X, k, rng):
    first = Network([64, k], rng=rng).layers
    second = Network([k, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=15,
        batch_size=32,
    )
    return network


# %% wrong: relu-in-the-code
def autoencode(X, k, rng):
    first = Network([64, 48, k], rng=rng).layers
    second = Network([k, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, Activation("relu"), *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=4,
        batch_size=32,
    )
    return network


# %% wrong: trained-too-little
def autoencode(X, k, rng):
    first = Network([64, 48, k], rng=rng).layers
    second = Network([k, 48, 64], rng=rng).layers
    network = Network.from_layers([*first, *second])
    train.fit(
        network,
        X,
        X,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.005),
        epochs=3,
        batch_size=32,
    )
    return network


# %% wrong: straight-lines, the best directions put in by hand
def autoencode(X, k, rng):
    middle = X.mean(axis=0)
    V = np.linalg.svd(X - middle, full_matrices=False)[2][:k]
    first, second = Dense(64, k, rng), Dense(k, 64, rng)
    first.params["W"][:], first.params["b"][:] = V.T, -middle @ V.T
    second.params["W"][:], second.params["b"][:] = V, middle
    return Network.from_layers([first, second])
