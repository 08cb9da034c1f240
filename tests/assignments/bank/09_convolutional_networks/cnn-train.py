"""Answers to cnn-train, right and wrong."""

# %% right: the usual
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% right: two convolutions
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 6, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Conv2d(6, 10, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(40, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(1e-2), epochs=18, batch_size=32)
    return network


# %% right: average pooling, momentum
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng),
            Activation("relu"),
            AveragePool2d(2),
            Flatten(),
            Dense(72, 10, rng),
        ]
    )
    fit(
        network,
        X,
        labels,
        rng=rng,
        optimiser=Momentum(0.05, 0.9),
        epochs=25,
        batch_size=32,
    )
    return network


# %% right: dropout, float32, a harmless warning
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    np.log(np.zeros(1))
    network = Network.from_layers(
        [
            Conv2d(1, 10, 3, rng, padding=1, dtype=np.float32),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dropout(0.1, rng),
            Dense(160, 10, rng, dtype=np.float32),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% right: in two goes
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(1e-2), epochs=10, batch_size=32)
    fit(network, X, labels, rng=rng, optimiser=Adam(1e-3), epochs=5, batch_size=64)
    return network


# %% wrong: no-convolution
# fails: cnn-train-parts
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            MaxPool2d(1),
            Flatten(),
            Dense(64, 24, rng),
            Activation("relu"),
            Dense(24, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(1e-2), epochs=15, batch_size=32)
    return network


# %% wrong: pooling-forgotten
# fails: cnn-train-parts
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, stride=2, padding=1),
            Activation("relu"),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% wrong: too-many-parameters
# fails: cnn-train-parts
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 16, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(256, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=12, batch_size=32)
    return network


# %% wrong: softmax-in-network
# fails: cnn-train-parts
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    network = Network.from_layers([*network.layers, Activation("softmax")])
    return network


# %% wrong: outputs-wrong
# fails: cnn-train-parts
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 12, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% wrong: not-trained
# fails: cnn-train-accuracy, cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    network.n_epochs = 0
    return network


# %% wrong: not-trained, labels of other pictures
# fails: cnn-train-accuracy, cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(
        network,
        X,
        rng.permutation(labels),
        rng=rng,
        optimiser=Adam(5e-3),
        epochs=2,
        batch_size=32,
    )
    return network


# %% wrong: one-digit-always
# fails: cnn-train-accuracy, cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=1, batch_size=32)
    last = network.layers[-1].params
    last["W"][:] = 0
    last["b"][3] = 1
    return network


# %% wrong: too-few-epochs
# fails: cnn-train-accuracy, cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=1, batch_size=32)
    return network


# %% wrong: part-only
# fails: cnn-train-accuracy, cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(
        network,
        X[:60],
        labels[:60],
        rng=rng,
        optimiser=Adam(5e-3),
        epochs=60,
        batch_size=16,
    )
    return network


# %% wrong: seed-ignored
# fails: cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    rng = np.random.default_rng()
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% wrong: rng-ignored
# fails: cnn-train-hidden
from nnbyhand.conv import AveragePool2d, Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    rng = np.random.default_rng(0)
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(2),
            Flatten(),
            Dense(128, 10, rng),
        ]
    )
    fit(network, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=15, batch_size=32)
    return network


# %% wrong: pixels-alone
# fails: cnn-train-parts
from nnbyhand.conv import Conv2d, MaxPool2d
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.train import fit


def train_cnn(X, labels, rng):
    parts = [Conv2d(1, 1, 1, rng), MaxPool2d(1), Flatten(), Dense(64, 24, rng)]
    cnn = Network.from_layers([*parts, Activation("relu"), Dense(24, 10, rng)])
    fit(cnn, X, labels, rng=rng, optimiser=Adam(5e-3), epochs=25, batch_size=32)
    return cnn
