"""Answers to sequence-adder, right and wrong."""

# %% right: as hinted
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% right: smaller, faster steps
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 12, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(12, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.03),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% right: new sequences each epoch, float32
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    layer = LSTM(2, 24, rng, every_step=False, dtype=np.float32)
    adder = Network.from_layers([layer, Dense(24, 1, rng, dtype=np.float32)])
    optimiser = Adam(0.02)
    for _ in range(9):
        X, Y = adding_problem(1500, 15, rng)
        how = {"optimiser": optimiser, "epochs": 1, "batch_size": 32, "clip": 1}
        fit(adder, X, Y, rng=rng, loss="mse", **how)
    return adder


# %% wrong: says-the-mean
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.001),
        epochs=1,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: plain-unit
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = RNN(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: rate-too-high
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 1, rng)])
    fit(
        adder,
        X,
        9 * Y,
        rng=rng,
        loss="mse",
        optimiser=SGD(0.5),
        epochs=9,
        batch_size=32,
        clip=1000,
    )
    return adder


# %% wrong: not-recurrent
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = Flatten()
    adder = Network.from_layers([layer, Dense(30, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: not-a-number
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 2, rng)])
    fit(
        adder,
        X,
        np.hstack([Y, Y]),
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: too-many-units
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 40, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(40, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=2,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: too-few-epochs
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 16, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(16, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.008),
        epochs=5,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: rng-ignored
# fails: sequence-adder-hidden
from nnbyhand.layers import Activation, Dense, Flatten
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    rng = np.random.default_rng(1)
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 24, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(24, 1, rng)])
    fit(
        adder,
        X,
        Y,
        rng=rng,
        loss="mse",
        optimiser=Adam(0.02),
        epochs=9,
        batch_size=32,
        clip=1,
    )
    return adder


# %% wrong: rate-too-high, Adam at 0.5
from nnbyhand.layers import Dense
from nnbyhand.network import Network
from nnbyhand.optim import Adam
from nnbyhand.recurrent import LSTM
from nnbyhand.sequences import adding_problem
from nnbyhand.train import fit


def train_adder(rng):
    X, Y = adding_problem(1500, 15, rng)
    layer = LSTM(2, 16, rng, every_step=False)
    adder = Network.from_layers([layer, Dense(16, 1, rng)])
    how = {"optimiser": Adam(0.5), "epochs": 9, "batch_size": 32, "clip": 1}
    fit(adder, X, Y, rng=rng, loss="mse", **how)
    return adder
