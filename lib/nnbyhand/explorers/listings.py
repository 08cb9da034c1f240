"""The same listing in PyTorch and in Keras 3, side by side; tests run both.

``side_by_side("sequential")`` shows a pair. ``X`` holds images (n, 28, 28), scaled, and
``y`` class numbers: tensors in the PyTorch listings, arrays in those of Keras.
"""

import html
import importlib
import importlib.util
import os
from dataclasses import dataclass
from types import ModuleType

import numpy as np


@dataclass(frozen=True)
class Pair:
    """Two listings that do the same, shown in two columns."""

    torch: str
    keras: str

    def __repr__(self) -> str:
        return f"# PyTorch\n{self.torch}\n\n# Keras 3\n{self.keras}"

    def _repr_html_(self) -> str:
        cells = "".join(
            "<td style='vertical-align:top; text-align:left; padding-right:1.5em'>"
            f"<b>{name}</b><pre style='text-align:left; font-size:0.8em'>"
            f"{html.escape(text)}</pre></td>"
            for name, text in (("PyTorch", self.torch), ("Keras 3", self.keras))
        )
        return f"<table><tr>{cells}</tr></table>"


def side_by_side(name: str) -> Pair:
    """Give a pair of listings by name; KeyError lists the names.

    Taught in course/08_networks_in_pytorch.
    """
    if name not in LISTINGS:
        raise KeyError(f"side_by_side: no listing {name!r}; there are {list(LISTINGS)}")
    return LISTINGS[name]


def keras_on_torch() -> ModuleType | None:
    """Give Keras on its torch backend, or None where it is not installed.

    Taught in course/08_networks_in_pytorch.
    """
    if importlib.util.find_spec("keras") is None:
        return None
    os.environ["KERAS_BACKEND"] = "torch"  # read once, by the import
    keras = importlib.import_module("keras")
    return keras if keras.backend.backend() == "torch" else None


def keras_models() -> dict[str, int]:
    """Build the network in Keras's three forms; give each one's count of parameters.

    Taught in course/08_networks_in_pytorch.
    """
    counts = {}
    for form in ("sequential", "functional", "class"):
        scope: dict = {}
        exec(LISTINGS[form].keras, scope)
        scope["model"](np.zeros((1, 28, 28)))  # a class learns its sizes by a call
        counts[form] = scope["model"].count_params()
    return counts


LISTINGS = {
    "sequential": Pair(
        """\
from torch import nn

model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 128),
    nn.ReLU(),
    nn.Linear(128, 10),
)""",
        """\
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Flatten(),
    layers.Dense(128, "relu"),
    layers.Dense(10),
])""",
    ),
    "functional": Pair(
        """\
from torch import nn
from torch.nn import functional as F

first = nn.Linear(784, 128)
last = nn.Linear(128, 10)

def model(X):
    H = F.relu(first(X.flatten(1)))
    return last(H)""",
        """\
import keras
from keras import layers

inputs = keras.Input((28, 28))
H = layers.Flatten()(inputs)
H = layers.Dense(128, "relu")(H)
outputs = layers.Dense(10)(H)
model = keras.Model(inputs, outputs)""",
    ),
    "class": Pair(
        """\
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.flat = nn.Flatten()
        self.first = nn.Linear(784, 128)
        self.relu = nn.ReLU()
        self.last = nn.Linear(128, 10)

    def forward(self, X):
        H = self.first(self.flat(X))
        return self.last(self.relu(H))

model = Net()""",
        """\
import keras
from keras import layers

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = layers.Flatten()
        self.first = layers.Dense(128)
        self.relu = layers.ReLU()
        self.last = layers.Dense(10)

    def call(self, X):
        H = self.first(self.flat(X))
        return self.last(self.relu(H))

model = Net()""",
    ),
    "count": Pair(
        """\
print(model)
print(sum(p.numel() for p in
          model.parameters()))""",
        """\
model.summary()
print(model.count_params())""",
    ),
    "dropout": Pair(
        """\
from torch import nn

model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(784, 512),
    nn.ReLU(),
    nn.Dropout(0.2),
    nn.Linear(512, 10),
)""",
        """\
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Flatten(),
    layers.Dense(512, "relu"),
    layers.Dropout(0.2),
    layers.Dense(10, "softmax"),
])""",
    ),
    "cnn": Pair(
        """\
from torch import nn

def block(c, f):
    conv = nn.Conv2d(c, f, 3, padding=1)
    return [conv, nn.ReLU(),
            nn.MaxPool2d(2)]

# X is (n, 3, 150, 150)
model = nn.Sequential(
    *block(3, 32), *block(32, 64),
    *block(64, 128), *block(128, 128),
    nn.Flatten(), nn.Dropout(0.5),
    nn.Linear(9 * 9 * 128, 512),
    nn.ReLU(),
    nn.Linear(512, 128), nn.ReLU(),
    nn.Linear(128, 1), nn.Sigmoid(),
)""",
        """\
import keras
from keras import layers

def block(f):
    conv = layers.Conv2D(
        f, 3, padding="same",
        activation="relu")
    return [conv, layers.MaxPooling2D()]

# X is (n, 150, 150, 3)
model = keras.Sequential([
    keras.Input((150, 150, 3)),
    *block(32), *block(64),
    *block(128), *block(128),
    layers.Flatten(),
    layers.Dropout(0.5),
    layers.Dense(512, "relu"),
    layers.Dense(128, "relu"),
    layers.Dense(1, "sigmoid"),
])""",
    ),
    "train": Pair(
        """\
import torch

loss_of = nn.CrossEntropyLoss()
adam = torch.optim.Adam(
    model.parameters(), 1e-3)
for epoch in range(2):
    rows = torch.randperm(len(X))
    for batch in rows.split(32):
        adam.zero_grad()
        loss = loss_of(model(X[batch]),
                       y[batch])
        loss.backward()
        adam.step()""",
        """\
from keras import losses, optimizers

loss_of = (
    losses.SparseCategoricalCrossentropy(
        from_logits=True))
model.compile(
    optimizer=optimizers.Adam(1e-3),
    loss=loss_of,
    metrics=["accuracy"],
)
model.fit(
    X, y, batch_size=32, epochs=2,
    validation_split=0.2, verbose=0)""",
    ),
    "losses": Pair(
        """\
from torch.nn import functional as F

# Z: logits; y: class numbers
sparse = F.cross_entropy(Z, y)
# Y: rows of shares, such as one-hot
full = F.cross_entropy(Z, Y)
# Q: yes or no for each output
bce = F.binary_cross_entropy_with_logits
binary = bce(Z, Q)""",
        """\
from keras.losses import (
    BinaryCrossentropy,
    CategoricalCrossentropy,
    SparseCategoricalCrossentropy,
)

sparse = SparseCategoricalCrossentropy(
    from_logits=True)(y, Z)
full = CategoricalCrossentropy(
    from_logits=True)(Y, Z)
binary = BinaryCrossentropy(
    from_logits=True)(Q, Z)""",
    ),
    "weights": Pair(
        """\
from torch.nn import functional as F

# by class: divided by the sum of weights
by_class = F.cross_entropy(
    model(X), y, weight=class_weights)
# by example, divided by n as Keras does
each = F.cross_entropy(
    model(X), y, reduction="none")
by_example = (each * trust).mean()""",
        """\
# by class: divided by n
by_class = model.test_on_batch(
    X, y,
    sample_weight=class_weights[y])
# by example: trust is (n,)
by_example = model.test_on_batch(
    X, y, sample_weight=trust)
# both go into fit as well:
model.fit(X, y, verbose=0,
    class_weight=dict(
        enumerate(class_weights)))""",
    ),
    "save": Pair(
        """\
torch.save(model.state_dict(),
           folder / "net.pt")

again = Net()
again.load_state_dict(torch.load(
    folder / "net.pt",
    weights_only=True))""",
        """\
model.save(folder / "net.keras")
again = keras.models.load_model(
    folder / "net.keras")

# the weights alone:
model.save_weights(
    folder / "net.weights.h5")
again.load_weights(
    folder / "net.weights.h5")""",
    ),
}
