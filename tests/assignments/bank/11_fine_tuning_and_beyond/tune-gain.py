"""Answers to tune-gain, right and wrong."""


# %% right: the usual
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% right: longer, momentum
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 80, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Momentum(0.005), "epochs": 30, "batch_size": 20}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% right: head trained on what the old network says
def fine_tune(old, X, labels, rng):
    old = copy.deepcopy(old)
    k = len(set(labels))
    head = Dense(10, k, rng)
    both = Network.from_layers([Activation("softmax"), head])
    train.fit(both, old.predict(X), labels, rng=rng, optimiser=Adam(0.05), epochs=60)
    network = Network.from_layers([*old.layers, *both.layers])
    network.freeze([0])
    train.fit(network, X, labels, rng=rng, optimiser=SGD(0.02), epochs=20, batch_size=5)
    return network


# %% right: new layers from arrays
def fine_tune(old, X, labels, rng):
    first, last = old.layers[0].params, old.layers[2].params
    k = int(labels.max()) + 1
    dense = [Dense.from_arrays(p["W"], p["b"]) for p in (first, last)]
    row = [dense[0], Activation("relu"), dense[1], Activation("softmax")]
    network = Network.from_layers([*row, Dense(10, k, rng)])
    for frozen, lr, epochs in (([0, 2], 0.1, 30), ([0], 0.002, 15)):
        network.freeze(frozen)
        steps = Adam(lr)
        train.fit(
            network, X, labels, rng=rng, optimiser=steps, epochs=epochs, batch_size=10
        )
    return network


# %% wrong: nothing-frozen
# fails: tune-gain-parts, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: all-frozen
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    return network


# %% wrong: second-stage-left-out
# fails: tune-gain-parts, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: rate-not-smaller
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.1), "epochs": 60, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: head-kept
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers(parts)
    network.freeze([0])
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: head-kept, the old one cut
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    network = Network.from_layers(copy.deepcopy(old.layers))
    network.freeze([0])
    train.fit(
        network, X, labels, rng=rng, optimiser=Adam(0.001), epochs=60, batch_size=10
    )
    return network


# %% wrong: from-scratch
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = Network([64, 32, 10], rng=rng).layers, int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: head-untrained
# fails: tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze([0])
    how = {"optimiser": Adam(0.0001), "epochs": 3, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: examples-left-out
# fails: tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X[:14], labels[:14], rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X[:14], labels[:14], rng=rng, **how)
    return network


# %% wrong: old-changed
# fails: tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = old.layers, int(labels.max()) + 1
    network = Network.from_layers([*parts, Activation("softmax"), Dense(10, k, rng)])
    network.freeze(range(3))
    how = {"optimiser": Adam(0.05), "epochs": 40, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    network.freeze([0])
    how = {"optimiser": Adam(0.001), "epochs": 20, "batch_size": 10}
    train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: softmax-left-out
# fails: tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers), int(labels.max()) + 1
    network = Network.from_layers([*parts, Dense(10, k, rng)])
    for frozen, lr, epochs in ((range(3), 0.05, 40), ([0], 0.001, 20)):
        network.freeze(frozen)
        how = {"optimiser": Adam(lr), "epochs": epochs, "batch_size": 10}
        train.fit(network, X, labels, rng=rng, **how)
    return network


# %% wrong: old-answers-cut
# fails: tune-gain-parts, tune-gain-accuracy, tune-gain-hidden
def fine_tune(old, X, labels, rng):
    parts, k = copy.deepcopy(old.layers[:-1]), int(labels.max()) + 1
    network = Network.from_layers([*parts, Dense(32, k, rng)])
    for frozen, lr, epochs in (([0, 1], 0.05, 40), ([0], 0.001, 20)):
        network.freeze(frozen)
        how = {"optimiser": Adam(lr), "epochs": epochs, "batch_size": 10}
        train.fit(network, X, labels, rng=rng, **how)
    return network
