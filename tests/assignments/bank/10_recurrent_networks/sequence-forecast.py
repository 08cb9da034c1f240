"""Answers to sequence-forecast, right and wrong."""

# %% right: an LSTM
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% right: a plain RNN
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = RNN(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=30,
        batch_size=16,
    )
    return network


# %% right: clipped, float32, a harmless warning
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    np.log(np.zeros(1))
    layer = LSTM(1, 10, rng, every_step=False, dtype=np.float32)
    network = Network.from_layers([layer, Dense(10, 1, rng, dtype=np.float32)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
        clip=1,
    )
    return network


# %% right: two calls of fit
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(network, X, y, rng=rng, loss="mse", optimiser=Adam(0.01), epochs=10)
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% wrong: not-recurrent
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = Flatten()
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% wrong: not-trained
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=SGD(0.0001),
        epochs=1,
        batch_size=16,
    )
    return network


# %% wrong: fits-too-little
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.003),
        epochs=4,
        batch_size=16,
    )
    return network


# %% wrong: rng-ignored
# fails: sequence-forecast-hidden
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    rng = np.random.default_rng(1)
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% wrong: seed-ignored
# fails: sequence-forecast-hidden
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    rng = np.random.default_rng()
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        network,
        X,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% wrong: order-unused, steps mixed
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    mixed = rng.permuted(X, axis=1)
    fit(
        network,
        mixed,
        y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.01),
        epochs=25,
        batch_size=16,
    )
    return network


# %% wrong: repeats-the-last
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    how = {"optimiser": Adam(0.01), "epochs": 25, "batch_size": 16}
    fit(network, X, X[:, -1], rng=rng, loss="mse", **how)
    return network


# %% wrong: given-changed
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    layer = LSTM(1, 12, rng, every_step=False)
    network = Network.from_layers([layer, Dense(12, 1, rng)])
    how = {"optimiser": Adam(0.01), "epochs": 25, "batch_size": 16}
    fit(network, (X - X.min()) / np.ptp(X), y, rng=rng, loss="mse", **how)
    return network


# %% wrong: library-answer, the years of the test
from nnbyhand.layers import Dense
from nnbyhand.misconceptions.recurrent_sequence import sunspot_parts
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.recurrent import LSTM
from nnbyhand.train import fit


def train_forecaster(X, y, rng):
    _, _, later, targets = sunspot_parts(1900, 2008)
    X, y = np.concatenate([X, later]), np.concatenate([y, targets])
    network = Network.from_layers(
        [LSTM(1, 12, rng, every_step=False), Dense(12, 1, rng)]
    )
    how = {"optimiser": Adam(0.01), "epochs": 20, "batch_size": 16}
    fit(network, X, y, rng=rng, loss="mse", **how)
    return network
