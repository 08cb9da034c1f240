"""All choices of the playground, checked, and written as one short line of text.

``Settings()`` are the defaults; ``write`` gives the line with the number of epochs
trained, ``read`` takes it apart again and says clearly what is wrong with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from nnbyhand.playground_points import DATA, FEATURES

MOST_LAYERS, MOST_UNITS, MOST_EPOCHS, MOST_SEED = 3, 8, 5000, 99
LONGEST = 400  # characters of a text that is read
ONE_OF: dict[str, Sequence[Any]] = {
    "data": tuple(DATA),
    "noise": (0, 0.25, 0.5, 1),
    "activation": ("tanh", "relu", "sigmoid", "linear"),
    "lr": (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3),
    "penalty": ("none", "L1", "L2"),
    "rate": (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1),
    "batch": (1, 5, 10, 20, 50, 200),
}


@dataclass(frozen=True)
class Settings:
    """What the playground trains, and how; a wrong value is refused at once.

    ``layers`` are the hidden units, layer by layer; ``rate`` belongs to the penalty.
    Taught in course/07_training_in_practice.

    >>> Settings(layers=(4, 2), activation="relu").layers
    (4, 2)
    """

    data: str = "spiral"
    noise: float = 0
    features: tuple[str, ...] = ("x1", "x2", "sinx1", "sinx2")
    layers: tuple[int, ...] = (8, 8)
    activation: str = "tanh"
    lr: float = 0.03
    penalty: str = "none"
    rate: float = 0.003
    batch: int = 10
    seed: int = 4  # one with which both tanh and ReLU learn the spiral

    def __post_init__(self) -> None:
        for name, choices in ONE_OF.items():
            _check_choice(name, getattr(self, name), choices)
        _check_features(self.features)
        _check_layers(self.layers)
        _check_whole("seed", self.seed, MOST_SEED)


def write(settings: Settings, epoch: int = 0) -> str:
    """Give settings and the epochs trained as one line of ``name=value``.

    Taught in course/07_training_in_practice.

    >>> text = write(Settings(layers=(4,), activation="relu"), 20)
    >>> text[:20], text[-15:]
    ('epoch=20 data=spiral', 'batch=10 seed=4')
    """
    _check_whole("epoch", epoch, MOST_EPOCHS)
    values: dict[str, Any] = {"epoch": epoch}  # first: a narrow field shows it
    values |= {field.name: getattr(settings, field.name) for field in fields(Settings)}
    values["features"] = ",".join(settings.features)
    values["layers"] = "-".join(map(str, settings.layers)) or "none"
    return " ".join(f"{name}={value}" for name, value in values.items())


def read(text: str) -> tuple[Settings, int]:
    """Take a line of ``write`` apart; what it leaves out stays at its default.

    Raises ValueError for anything else, with the word that is wrong and what it may be.
    Taught in course/07_training_in_practice.

    >>> settings, epoch = read("data=xor layers=4-2 epoch=50")
    >>> settings.data, settings.layers, settings.lr, epoch
    ('xor', (4, 2), 0.03, 50)
    """
    if not isinstance(text, str):
        raise TypeError(f"read: the state must be text, got {type(text).__name__}")
    if len(text) > LONGEST:
        raise ValueError(
            f"The text is too long: {len(text)} characters, at most {LONGEST}."
        )
    values: dict[str, Any] = {}
    for word in text.split():
        name, sign, value = word.partition("=")
        if not sign:
            raise ValueError(f"{word!r} is not of the form name=value.")
        if name not in READERS:
            raise ValueError(f"There is no {name!r}; there are {', '.join(READERS)}.")
        if name in values:
            raise ValueError(f"{name!r} is given twice.")
        values[name] = READERS[name](name, value)
    if not values:
        raise ValueError("The text is empty; it should look like data=xor layers=4-2.")
    epoch = values.pop("epoch", 0)
    _check_whole("epoch", epoch, MOST_EPOCHS)
    return Settings(**values), epoch


def _word(name: str, value: str) -> str:
    return value


def _number(name: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        raise ValueError(f"{name} must be a number, got {value!r}.") from None
    return int(number) if number.is_integer() else number


def _names(name: str, value: str) -> tuple[str, ...]:
    return tuple(value.split(","))


def _units(name: str, value: str) -> tuple[int, ...]:
    if value == "none":
        return ()
    try:
        return tuple(int(units) for units in value.split("-"))
    except ValueError:
        raise ValueError(
            f"{name} must be units such as 8-8, or none, got {value!r}."
        ) from None


READERS: dict[str, Callable[[str, str], Any]] = {
    "data": _word,
    "noise": _number,
    "features": _names,
    "layers": _units,
    "activation": _word,
    "lr": _number,
    "penalty": _word,
    "rate": _number,
    "batch": _number,
    "seed": _number,
    "epoch": _number,
}


def _check_choice(name: str, value: object, choices: Sequence[Any]) -> None:
    if value not in choices or isinstance(value, bool):
        listed = ", ".join(map(str, choices))
        raise ValueError(f"{name} must be one of {listed}, got {value!r}.")


def _check_whole(name: str, value: object, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError(
            f"{name} must be a whole number from 0 to {most}, got {value!r}."
        )


def _check_features(names: tuple[str, ...]) -> None:
    known = ", ".join(FEATURES)
    if not names:
        raise ValueError(f"features must be one or more of {known}; there is none.")
    for name in names:
        if name not in FEATURES:
            raise ValueError(f"features must be among {known}, got {name!r}.")
    if len(set(names)) < len(names):
        raise ValueError(f"features must differ, got {', '.join(names)}.")


def _check_layers(layers: tuple[int, ...]) -> None:
    right = len(layers) <= MOST_LAYERS and all(
        isinstance(units, int) and 1 <= units <= MOST_UNITS for units in layers
    )
    if not right:
        raise ValueError(
            f"layers must be at most {MOST_LAYERS} layers of 1 to {MOST_UNITS} units, "
            f"got {'-'.join(map(str, layers))}."
        )
