"""No public function changes what it is given; every one that takes arrays is tried.

A new function of these modules must get its call here, or a reason below.
"""

import importlib
import inspect

import numpy as np
import pytest

from nnbyhand.network import Network
from nnbyhand.optim import SGD

# the modules with the mathematics; the others draw, fetch, tell or drive torch
MODULES = (
    *("activations", "backprop", "conv", "conv_layers", "descent", "forward", "gates"),
    *("gradcheck", "layers", "losses", "lstm_layer", "metrics", "network", "optim"),
    *("perceptron", "pool_layers", "practice", "prepare", "recurrent"),
    *("recurrent_layers", "schedules", "shapes", "train", "windows"),
)
BY_DESIGN = {
    "short_run": "its arguments are what it moves, see test_practice.py",
    "upstream": "gives its argument back",
    "check_shape": "only looks",
}
NO_DOOR = ("examples_last", "batch_first", "steps")  # layers call them after checks

n, d, k = 4, 3, 2
rng = np.random.default_rng(0)


def some(*shape):
    return rng.normal(size=shape)


def image_loss(A):
    return float((A**2).sum())


Z, Y = some(n, k), np.array([0, 1, 1, 0])
ONE_HOT = np.eye(k)[Y]
X, W, b = some(n, d), some(d, k), some(k)
WEIGHTS, BIASES = [some(d, 5), some(5, k)], [some(5), some(k)]
IMAGES, FILTERS = some(n, 2, 4, 4), some(3, 2, 3, 3)
SHARES, BY_CLASS = np.array([1.0, 2.0, 0.5, 1.0]), np.array([1.0, 3.0])
POINTS, TARGETS = some(6, 2), np.array([1, 0, 1, 1, 0, 0])
M = np.array([[3, 1], [2, 4]])
X_W, H_W = some(d, 2), some(2, 2)
PARAMS = {"W": some(2, 2)}
BATCH = (X, ONE_HOT, WEIGHTS, BIASES)


def lossy(params=PARAMS):
    return float((params["W"] ** 2).sum())


def lossy_and_grads():
    return lossy(), {"W": 2 * PARAMS["W"]}


def fresh():
    return np.random.default_rng(1)


def network():
    return Network([d, 5, k], rng=fresh())


CALLS = {
    **{
        name: (Z,)
        for name in (
            *("linear", "linear_slope", "sigmoid", "sigmoid_slope", "tanh"),
            *("tanh_slope", "relu", "relu_slope", "flat_slope", "softmax"),
            *("softmax_slope", "log_softmax", "step", "sign"),
        )
    },
    **{
        name + end: (Z, some(n, k), SHARES)
        for name in ("mse", "half_squared", "mae")
        for end in ("", "_gradient")
    },
    "binary_cross_entropy": (Z, ONE_HOT, SHARES, BY_CLASS),
    "binary_cross_entropy_gradient": (Z, ONE_HOT, SHARES, BY_CLASS),
    "cross_entropy": (Z, Y, SHARES, BY_CLASS),
    "cross_entropy_gradient": (Z, ONE_HOT, SHARES, BY_CLASS),
    "class_labels": ("demo", ONE_HOT, n, k),
    "backprop": BATCH,
    "train_step": (*BATCH, 0.1),
    "train": (*BATCH, 0.1, 2, 2, fresh()),
    "by_shares": (some(n, k), np.abs(W)),
    "backprop.accuracy": (X, Y, WEIGHTS, BIASES),
    "metrics.accuracy": (Y, Y[::-1].copy()),
    "conv2d": (IMAGES, FILTERS, some(3), 1, 1),
    "conv2d_gradients": (some(n, 3, 4, 4), IMAGES, FILTERS, 1, 1),
    "max_pool2d": (IMAGES,),
    "max_pool2d_gradient": (some(n, 2, 2, 2), IMAGES),
    "average_pool2d": (IMAGES,),
    "average_pool2d_gradient": (some(n, 2, 2, 2), IMAGES),
    "examples_last": (IMAGES,),
    "batch_first": (IMAGES,),
    "steps": (IMAGES, 0, 1, 1, (2, 2)),
    "descend": (lambda w: 2 * w, some(2), 0.1, 3),
    "valley": (some(2),),
    "valley_gradient": (some(2),),
    "small_change": (some(3), some(3), 0.1, some(3), 0.2),
    "line_step": (0.5, 0.1, some(5), some(5), 0.1),
    "epoch_mean": (some(3), np.array([4, 4, 2])),
    "train_logistic": (X, Y.astype(float), 0.1, 2, 2, fresh()),
    "unit_accuracy": (X, Y.astype(float), some(d), 0.1),
    "range_losses": (image_loss, lambda w: 2 * w, some(2), [0.01, 0.1]),
    "choose_rate": ([0.1, 0.2, 0.4, 0.8], [3.0, 2.0, 1.0, 4.0]),
    "forward": (X, WEIGHTS, BIASES),
    "merge_linear": (*(some(d, 5), some(5)), *(some(5, k), some(k))),
    "staircase": (np.sin, 4),
    "step_network": (some(5), some(1, 3), some(3), some(3, 1), some(1)),
    "neuron": (X, some(d), 0.5),
    "two_layers": (X, some(d, 5), some(5), some(5), 0.5),
    "boolean_network": (np.array([0, 1, 1, 0]),),
    "truth_table": (some(3),),
    "numerical_gradient": (image_loss, some(3)),
    "compare": ("W", W, W + 1e-9),
    "check_gradients": (lossy, PARAMS, {"W": 2 * PARAMS["W"]}),
    "check_network": (network(), X, Y),
    "dropout": (X, rng.random(X.shape) > 0.5, 0.5),
    "confusion_matrix": (Y, Y[::-1].copy(), k),
    **{
        name: (M,)
        for name in (
            *("matrix_accuracy", "precision", "recall", "specificity", "f1"),
            *("balanced_accuracy", "undefined", "report"),
        )
    },
    "macro": (some(k),),
    "boundary": (np.array([1.0, 2.0]), 0.5),
    "distance": (POINTS, np.array([1.0, 2.0]), 0.5),
    "update": (np.array([1.0, 2.0]), 0.5, POINTS[0], 1),
    "learn": (POINTS, TARGETS),
    "stratified_split": (np.array([0, 1] * 6), (0.5, 0.5), fresh()),
    "one_hot": (Y, k),
    "balanced_class_weights": (Y, k),
    "rnn_step": (X, some(n, 2), X_W, H_W, some(2)),
    "lstm_step": (X, some(n, 2), some(n, 2), some(d, 8), some(2, 8), some(8)),
    "check_weights": ("demo", some(d, 2), some(2, 2), some(2), 1),
    "clip_by_norm": ({"W": some(2, 2), "b": some(2)}, 0.1),
    "range_test": (PARAMS, lossy_and_grads, [0.01, 0.1, 2.0]),
    "first_rise": (np.array([3.0, 2.0, 4.0]),),
    "fit": (network(), X, Y),
    "train_epoch": (network(), X, Y, "cross_entropy", SGD(0.1), 2, fresh(), SHARES),
    "evaluate": (network(), X, Y),
    "rate_test": (network(), X, Y, [0.01, 0.1]),
}
MORE = {
    "fit": {"rng": fresh(), "epochs": 2, "sample_weights": SHARES},
}


def public_functions():
    """Every function of the mathematics that says it takes arrays."""
    for module in MODULES:
        found = importlib.import_module(f"nnbyhand.{module}")
        for name, function in vars(found).items():
            own = getattr(function, "__module__", "") == found.__name__
            if name.startswith("_") or not own or not inspect.isfunction(function):
                continue
            if name in BY_DESIGN:
                continue
            hints = inspect.signature(function).parameters.values()
            if any("ndarray" in str(hint.annotation) for hint in hints):
                yield pytest.param(function, id=f"{module}.{name}")


def copies(value):
    """Give a copy of every array inside a value, to compare with afterwards."""
    if isinstance(value, dict):
        return [copies(part) for part in value.values()]
    if isinstance(value, (list, tuple)):
        return [copies(part) for part in value]
    return value.copy() if isinstance(value, np.ndarray) else None


def same(before, after):
    if isinstance(before, list):
        assert len(before) == len(after)
        for old, new in zip(before, after, strict=True):
            same(old, new)
    elif before is not None:
        assert before.dtype == after.dtype
        np.testing.assert_array_equal(before, after)


def call_of(function):
    """Find the sample call of a function, by module and name or by name alone."""
    name, module = function.__name__, function.__module__.rsplit(".", 1)[-1]
    arguments = CALLS.get(f"{module}.{name}", CALLS.get(name))
    assert arguments is not None, f"put a call of {module}.{name} into CALLS"
    return arguments


@pytest.mark.parametrize("function", list(public_functions()))
def test_no_argument_is_changed(function):
    arguments, more = call_of(function), MORE.get(function.__name__, {})
    before = copies([*arguments, *more.values()])
    function(*arguments, **more)
    same(before, copies([*arguments, *more.values()]))


@pytest.mark.parametrize("function", list(public_functions()))
def test_nothing_at_all_is_refused_in_one_line(function):
    arguments = list(call_of(function))
    at = next((i for i, a in enumerate(arguments) if isinstance(a, np.ndarray)), None)
    if at is None or function.__name__ in NO_DOOR:
        pytest.skip("takes its arrays inside a list or a network, or behind a check")
    arguments[at] = arguments[at][:0]
    with pytest.raises(ValueError, match=r"^\w+(\.\w+)?: .") as caught:
        function(*arguments, **MORE.get(function.__name__, {}))
    assert "\n" not in str(caught.value)
