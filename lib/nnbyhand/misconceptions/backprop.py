"""Known slips with products, chains, deltas, gradients, steps and whole networks."""

from collections.abc import Callable

import numpy as np

from nnbyhand.activations import (
    relu,
    relu_slope,
    sigmoid,
    sigmoid_slope,
    softmax,
    tanh,
    tanh_slope,
)
from nnbyhand.broken import faulty, leaky, leaky_slope
from nnbyhand.forward import forward
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

LESSON = "lesson 06, section "

DELTA = {
    "output-slope-forgotten": "Your output delta lacks the slope of the activation "
    "(BP1).",
    "hidden-slope-forgotten": "Your hidden delta lacks the slope at Z (BP2).",
    "error-sign-flipped": "Your delta points uphill: it is prediction minus target.",
    "slope-of-activation": "You took the slope at A. It belongs to Z.",
    "weights-not-transposed": "The error travels back through the transposed weights.",
    "updated-weights": "You changed the weights before sending the error back through "
    "them.",
    "dot-for-hadamard": "Multiply element by element here.",
    "softmax-slope-twice": "With softmax and cross-entropy the slope is already inside "
    "p − y.",
    "slope-of-sigmoid": "You used the slope of the sigmoid. These units are tanh: "
    "their slope is 1 − a².",
    "sums-for-outputs": "Your error compares the sums Z with Y. Compare the "
    "activations with Y (BP1).",
    "mean-over-entries": "You averaged over the outputs too. Sum the outputs, average "
    "the examples.",
    "activation-slope-z": "Your slope uses z itself, as in 1 − z². It uses the "
    "activation: 1 − a² with a = tanh z.",
    "delta-turned": "Your delta lies on its side: rows are examples, columns are "
    "units.",
    "one-row-left": "You averaged the examples into one row. Each example keeps a row "
    "of its own, divided by n (BP1).",
    "weights-forgotten": "The deltas behind come back over the weights, and W is not "
    "in your result (BP2).",
    "sigmoid-for-tanh": "Your activations are those of the sigmoid. These units are "
    "tanh.",
    "activation-for-slope": "You multiplied by the activation itself. Its slope "
    "belongs there: 1 − a².",
    "mean-over-outputs": "You divided by the number of columns. Divide by the number "
    "of examples, the rows: `len(Z)`.",
    "slope-too-early": "You multiplied by the slope before the weights. The slope at Z "
    "belongs to the units where you arrive: weights first, then slope.",
    "shares-not-gradient": "You divided the weights by their sum. BP2 takes the "
    "weights as they are.",
}

GRADIENTS = {
    "mean-forgotten": "Your gradient is n times too large: the mean over examples is "
    "missing.",
    "mean-twice": "You divided by n twice.",
    "bias-mean": "The 1/n is already in delta. Sum over the examples.",
    "bias-zero": "Your bias gradient is zero: biases learn too.",
    "sums-for-activations": "You used the sums Z. The weights saw the activations.",
    "wrong-layer-activation": "dW needs the activations of the layer *before*.",
    "gradient-transposed": "dW has the shape of W, and yours is its transpose.",
    "half-twice": "The ½ in the loss cancels the 2. Yours is still there.",
    "rate-inside": "Your gradient depends on the learning rate. Apply it in the step.",
    "wrong-axis": "You summed over the units. Rows are examples: add up the rows "
    "(BP3).",
    "all-added": "You added up everything to one number. Each unit has a bias of its "
    "own (BP3).",
    "not-summed": "You gave an answer for each example. The gradient adds them up.",
    "examples-crossed": "You multiplied examples with examples, for example by the "
    "form for one column, delta @ a.T. With rows it is A.T @ delta (BP4).",
    "place-by-place": "You multiplied place by place. Every input meets every delta of "
    "its example, and the examples are added up (BP4).",
    "outer-flattens": "`np.outer` makes one long row of each array first. It fits one "
    "example: add up one outer product for each.",
    "mean-in-weights-only": "Your bias gradients are n times too large: you divided "
    "only those of the weights. Put 1/n into the last delta, and all have it.",
    "mean-again": "You divided by n again on the way back. 1/n is inside the last "
    "delta, and every other delta is made from that one.",
    "unknown-slip": "No slip known to this test gives these numbers. Compare each of "
    "your gradients with central differences of the loss, the last layer first.",
    "added-first": "You added up the examples before you multiplied. Multiply in each "
    "example, then add (BP4).",
    "one-example": "Only one example entered your result.",
}

PRODUCTS = {
    "dot-for-hadamard": DELTA["dot-for-hadamard"],
    "outer-turned": "Your last product lies on its side: row i belongs to u_i, column "
    "j to v_j.",
    "order-mixed": "The products are right, in another order. Asked are: place by "
    "place, added up, each with each.",
    "sum-then-product": "You summed first and multiplied after. Multiply place by "
    "place, then add.",
    "added-up-missing": "Your second part is not yet added up to one number.",
    "added-not-multiplied": "You added the entries. A product multiplies them.",
    "each-with-each-missing": "Your last product multiplies place by place. Every u_i "
    "meets every v_j: u has the rows, v the columns.",
}

CHAIN = {
    "output-slope-forgotten": DELTA["output-slope-forgotten"],
    "hidden-slope-forgotten": DELTA["hidden-slope-forgotten"],
    "error-sign-flipped": DELTA["error-sign-flipped"],
    "slope-of-activation": "You took a slope at an activation. It belongs to the sum: "
    "1 − tanh² z₁, and ŷ (1 − ŷ).",
    "half-twice": GRADIENTS["half-twice"],
    "error-missing": "You gave the slopes of ŷ. J moves with ŷ as fast as the error: "
    "multiply by ŷ − t.",
    "weight-behind-missing": "The way from w1 to J leads over w2. Multiply by it.",
    "input-missing": "The last factor is what entered through the weight: x for w1, "
    "a for w2.",
    "parts-swapped": "Your two slopes are swapped: the first is that of w1.",
    "slope-of-sigmoid": "The hidden unit is tanh, and its slope is 1 − a², not "
    "a (1 − a).",
    "output-linear": "Your output is the sum w2 · a itself. Here it goes through a "
    "sigmoid first: ŷ = σ(z₂).",
    "wrong-input": "You took x for both weights. What entered through w2 is a.",
}

STEP = {
    code: text
    for code, text in (DELTA | GRADIENTS).items()
    if code
    in (
        "output-slope-forgotten",
        "hidden-slope-forgotten",
        "slope-of-activation",
        "updated-weights",
        "mean-forgotten",
        "mean-twice",
        "bias-mean",
        "bias-zero",
        "sums-for-activations",
        "half-twice",
        "rate-inside",
        "mean-in-weights-only",
        "mean-again",
        "unknown-slip",
    )
} | {
    "slope-of-sigmoid": "You used the sigmoid in the hidden layer, for example for its "
    "slope. The hidden units are tanh: a = tanh z, with the slope 1 − a².",
    "all-tanh": "You used tanh in the last layer. The outputs are sigmoid units, in "
    "the forward pass and in the slope.",
    "uphill": "Your loss grows: you stepped along the gradient. Step against it, with "
    "an error that is prediction minus target.",
    "rate-forgotten": "You moved by the whole gradient. Multiply by the learning rate.",
    "first-layer-skipped": "The first layer did not move: its gradient stayed zero.",
    "gradients-given": "You returned the gradients. Return the new weights and biases.",
    "parts-swapped": "The parts are in another order. Return W1, b1, W2, b2.",
    "rate-divides": "You divided by the learning rate.",
    "biases-not-used": "Your forward pass leaves out the biases.",
}

CLASSES = {
    code: text
    for code, text in (DELTA | GRADIENTS).items()
    if code
    in (
        "softmax-slope-twice",
        "hidden-slope-forgotten",
        "error-sign-flipped",
        "mean-forgotten",
        "mean-twice",
        "bias-mean",
        "bias-zero",
        "sums-for-activations",
        "mean-in-weights-only",
        "mean-again",
        "unknown-slip",
        "wrong-axis",
    )
} | {
    "corner-slope-one": "At a sum of exactly 0 the slope is 0.1, by the rule of this "
    "exercise.",
    "plain-relu": "You used plain ReLU, for example for the slope. Here a negative sum "
    "is multiplied by 0.1, and the slope below 0 is 0.1.",
    "sigmoid-for-softmax": "Your p are sigmoids of the logits. Softmax divides by the "
    "sum of each row, so that a row adds up to 1.",
    "softmax-of-all": "Your p add up to 1 over all examples. Each row is one example, "
    "with a sum of its own.",
    "activation-missing": "Your forward pass leaves out the activation of the hidden "
    "layer.",
    "activation-for-slope": "You multiplied by the activation itself. Its slope "
    "belongs there: 1 where z > 0, else 0.1.",
    "labels-subtracted": "You subtracted the class numbers. Make them one-hot first: a "
    "1 at the true class, else 0.",
    "slope-of-sigmoid": "You used the sigmoid in the hidden layer, for example for its "
    "slope. These units are leaky: the slope is 1 where z > 0, else 0.1.",
    "softmax-axis": "Your columns of p sum to 1. Each row is one example.",
    "softmax-forgotten": "You subtracted from the logits. Subtract from the "
    "probabilities: softmax comes first.",
    "parts-swapped": "The parts are in another order. Return dW1, db1, dW2, db2.",
}

NETWORK = (
    DELTA
    | {
        "layer-off-by-one": "Your loop pairs a layer with the wrong weights or sums: "
        "the delta of layer i comes back through the weights of layer i + 1, and meets "
        "the slope at the sums of layer i.",
        "first-layer-skipped": "The first layer's gradient stayed zero.",
        "input-not-stored": "The list of activations must start with the input.",
        "shared-list": "All layers share one array. Make one for each.",
        "layers-reversed": "Your lists begin with the last layer. Put the first layer "
        "first.",
        "own-sigmoid": "Your answer uses the sigmoid. Use the activation and the slope "
        "that are given, `f` and `slope`.",
        "parts-swapped": "Return the gradients of the weights first, then those of the "
        "biases.",
        "pairs-given": "Your answer has a pair for each layer. Return two lists: the "
        "gradients of all weights, then those of all biases.",
        "biases-not-used": STEP["biases-not-used"],
        "biases-as-rows": "Your bias gradients are rows (1, units). Give them the "
        "shape of b: (units,).",
    }
    | GRADIENTS
)

BOTH = "lesson 06, sections “Four equations” and “Line by line: a batch of rows”"
ROWS = LESSON + "“Line by line: a batch of rows”"
LINES = "lesson 06, both sections “Line by line”"


def _one_of(*forms: Callable[..., Array]) -> Probe:
    """Recognise one slip that comes in several forms, in shape and in numbers."""
    return Probe(
        lambda values, calls: any(
            all(
                np.shape(value) == np.shape(form(*call.arguments))
                and np.allclose(value, form(*call.arguments))
                for value, call in zip(values, calls, strict=True)
            )
            for form in forms
        )
    )


def _joined(
    left: Callable[..., Array], right: Callable[..., Array]
) -> list[Callable[..., Array]]:
    """Give the matrix products of what should meet place by place."""
    return [
        lambda *case: left(*case) @ right(*case).T,
        lambda *case: left(*case).T @ right(*case),
        lambda *case: right(*case) @ left(*case).T,
        lambda *case: right(*case).T @ left(*case),
    ]


def _products(
    first: Callable, second: Callable, third: Callable
) -> Callable[[Array, Array], tuple]:
    return lambda u, v: (first(u, v), second(u, v), third(u, v))


def _not_added_up(values: list, _calls: list) -> bool:
    return all(np.shape(value[1]) == np.shape(value[0]) != () for value in values)


def _any_first(*wrong: Callable) -> Probe:
    """Recognise a first product that is another one."""
    return Probe(
        lambda values, calls: any(
            all(
                np.shape(value[0]) == np.shape(form(*call.arguments))
                and np.allclose(value[0], form(*call.arguments))
                for value, call in zip(values, calls, strict=True)
            )
            for form in wrong
        )
    )


def _reordered(values: list, calls: list) -> bool:
    """Recognise three right products in another order."""
    for value, call in zip(values, calls, strict=True):
        u, v = call.arguments
        right = {np.ndim(part): part for part in (u * v, u @ v, np.outer(u, v))}
        if len({np.ndim(part) for part in value}) < 3:
            return False
        if not all(np.allclose(part, right[np.ndim(part)]) for part in value):
            return False
    return True


def _chain(
    *,
    sign: float = 1.0,
    output: Callable[[float, float], float] = lambda z, y: y * (1 - y),
    hidden: Callable[[float, float], float] = lambda z, a: 1 - a**2,
    error: bool = True,
    behind: bool = True,
    inputs: tuple[bool, bool] = (True, True),
    swapped: bool = False,
    unit: Callable[[float], float] = np.tanh,
    last: Callable[[float], float] = sigmoid,
    x_for_both: bool = False,
) -> Callable[..., tuple[float, float]]:
    """Give the two slopes with one thing changed."""

    def wrong(x: float, w1: float, w2: float, t: float) -> tuple[float, float]:
        z = w1 * x
        a = unit(z)
        y = last(w2 * a)
        delta = sign * ((y - t) if error else 1.0) * output(w2 * a, y)
        front = delta * (w2 if behind else 1.0) * hidden(z, a)
        entered = x if x_for_both else a
        pair = front * (x if inputs[0] else 1), delta * (entered if inputs[1] else 1)
        return pair[::-1] if swapped else pair

    return wrong


def _last(
    slope: Callable[[Array, Array], Array], share: Callable[[Array], float]
) -> Callable[[Array, Array], Array]:
    """Give BP1 with another slope or another share of each entry."""
    return lambda Z, Y: (tanh(Z) - Y) * share(Y) * slope(Z, tanh(Z))


def _mean(Y: Array) -> float:
    return 1 / len(Y)


def _tanh_slope(Z: Array, _A: Array) -> Array:
    return tanh_slope(Z)


def _stepped(
    fault: str = "",
    *,
    rate: Callable[[float], float] = lambda lr: lr,
    move: tuple[float, ...] = (1, 1, 1, 1),
    biases: float = 1.0,
    again: tuple[int, ...] = (),
    kinds: tuple[str, str] = ("tanh", "sigmoid"),
) -> Callable[..., tuple[Array, ...]]:
    """Give a step with a faulty gradient, another rate, or parts that stay."""

    def wrong(
        X: Array, Y: Array, W1: Array, b1: Array, W2: Array, b2: Array, lr: float
    ) -> tuple[Array, ...]:
        used = [biases * b1, biases * b2]
        hidden, last = kinds
        dWs, dbs = faulty(X, Y, [W1, W2], used, hidden, fault, last)
        grads = [dWs[0], dbs[0], dWs[1], dbs[1]]
        for i in again:
            grads[i] = grads[i] / len(X)
        return tuple(
            part - k * rate(lr) * grad
            for part, grad, k in zip((W1, b1, W2, b2), grads, move, strict=True)
        )

    return wrong


def _step_in_turn(
    X: Array, Y: Array, W1: Array, b1: Array, W2: Array, b2: Array, lr: float
) -> tuple[Array, ...]:
    """Change the last layer, then send the error back through the new weights."""
    new = _stepped()(X, Y, W1, b1, W2, b2, lr)
    Z1 = X @ W1 + b1
    Z2 = tanh(Z1) @ W2 + b2
    delta = (sigmoid(Z2) - Y) / len(X) * sigmoid_slope(Z2)
    delta = delta @ new[2].T * tanh_slope(Z1)
    return W1 - lr * X.T @ delta, b1 - lr * delta.sum(axis=0), new[2], new[3]


def _step_gradients(
    X: Array, Y: Array, W1: Array, b1: Array, W2: Array, b2: Array, lr: float
) -> tuple[Array, ...]:
    dWs, dbs = faulty(X, Y, [W1, W2], [b1, b2], "tanh", output="sigmoid")
    return dWs[0], dbs[0], dWs[1], dbs[1]


def _step_with(
    unit: Callable[[Array], Array], slope: Callable[[Array], Array]
) -> Callable[..., tuple[Array, ...]]:
    """Give a step whose hidden activation and slope need not belong together."""

    def wrong(
        X: Array, Y: Array, W1: Array, b1: Array, W2: Array, b2: Array, lr: float
    ) -> tuple[Array, ...]:
        Z1 = X @ W1 + b1
        Z2 = unit(Z1) @ W2 + b2
        delta2 = (sigmoid(Z2) - Y) / len(X) * sigmoid_slope(Z2)
        delta1 = delta2 @ W2.T * slope(Z1)
        grads = X.T @ delta1, delta1.sum(axis=0), unit(Z1).T @ delta2, delta2.sum(0)
        return tuple(
            part - lr * grad for part, grad in zip((W1, b1, W2, b2), grads, strict=True)
        )

    return wrong


def _as_asked(values: list, calls: list) -> bool:
    """Recognise finite numbers in the right shapes, whatever they are."""
    return all(
        np.shape(part) == np.shape(its) and np.isfinite(part).all()
        for value, call in zip(values, calls, strict=True)
        for part, its in zip(value, call.arguments[2:6], strict=True)
    )


def _layers_as_asked(values: list, calls: list) -> bool:
    """Recognise finite numbers in the shapes of all weights and biases."""
    return all(
        np.shape(part) == np.shape(its) and np.isfinite(part).all()
        for value, call in zip(values, calls, strict=True)
        for kind in (0, 1)
        for part, its in zip(value[kind], call.arguments[2 + kind], strict=True)
    )


def _weights_then_biases(values: list, _calls: list) -> bool:
    return all([np.ndim(part) for part in value] == [2, 2, 1, 1] for value in values)


def _classes(
    fault: str = "",
    *,
    output: Callable[[Array, Array], Array] | None = None,
    unit: Callable[[Array], Array] = leaky,
    slope: Callable[[Array], Array] = leaky_slope,
    again: tuple[int, ...] = (),
) -> Callable[..., tuple[Array, ...]]:
    """Give the four gradients of the leaky network with one thing changed."""

    def wrong(
        X: Array, labels: Array, W1: Array, b1: Array, W2: Array, b2: Array
    ) -> tuple[Array, ...]:
        Z1 = X @ W1 + b1
        A1 = unit(Z1)
        Z2 = A1 @ W2 + b2
        if output is not None:
            delta2 = output(Z2, labels) / len(X)
            delta1 = delta2 @ W2.T * slope(Z1)
            return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)
        Y = np.eye(len(b2))[labels]
        dWs, dbs = faulty(X, Y, [W1, W2], [b1, b2], "leaky", fault, "softmax")
        grads = [dWs[0], dbs[0], dWs[1], dbs[1]]
        for i in again:
            grads[i] = grads[i] / len(X)
        return tuple(grads)

    return wrong


def _p_minus_y(Z: Array, labels: Array) -> Array:
    return softmax(Z) - np.eye(Z.shape[1])[labels]


def _hidden(
    unit: Callable[[Array], Array], slope: Callable[[Array], Array]
) -> Callable[..., tuple[Array, ...]]:
    """Give the gradients for another activation, or another slope."""
    return _classes(output=_p_minus_y, unit=unit, slope=slope)


def _deep(
    fault: str = "", *, change: Callable[[tuple], tuple] = lambda grads: grads
) -> Callable[..., tuple]:
    """Give all gradients with a fault, for the activation that was given."""

    def wrong(
        X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
    ) -> tuple:
        name = "tanh" if np.isclose(f(np.array([0.5]))[0], np.tanh(0.5)) else "sigmoid"
        return change(faulty(X, Y, weights, biases, name, fault))

    return wrong


def _off_by_one(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Send each delta back through the weights of its own layer."""
    Zs, As = forward(X, weights, biases, f)
    inputs = [X, *As]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [inputs[-2].T @ delta], [delta.sum(axis=0)]
    for i in reversed(range(len(Zs) - 1)):
        delta = delta @ weights[i].T * slope(Zs[i])
        dWs.insert(0, inputs[i].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
    return tuple(dWs), tuple(dbs)


def _slope_off_by_one(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Multiply each delta by the slope at the sums of the layer behind it."""
    Zs, As = forward(X, weights, biases, f)
    inputs, delta = [X, *As], (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [], []
    for i in reversed(range(len(Zs))):
        dWs.insert(0, inputs[i].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if i:
            delta = delta @ weights[i].T * slope(Zs[i])
    return dWs, dbs


def _uneven_means(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Divide the weights' gradients by n, and leave those of the biases."""
    dWs, dbs = _by_hand(X, Y, weights, biases, f, slope)
    return dWs, tuple(len(X) * db for db in dbs)


def _by_hand(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Give all gradients for a function and a slope that need not belong together."""
    Zs, As = forward(X, weights, biases, f)
    inputs, delta = [X, *As], (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [], []
    for i in reversed(range(len(Zs))):
        dWs.insert(0, inputs[i].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if i:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return tuple(dWs), tuple(dbs)


def _input_from_the_end(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Take index -1, the last activations, for the input of the first layer."""
    dWs, dbs = _by_hand(X, Y, weights, biases, f, slope)
    Zs, As = forward(X, weights, biases, f)
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in reversed(range(1, len(weights))):
        delta = delta @ weights[i].T * slope(Zs[i - 1])
    return (As[-1].T @ delta, *dWs[1:]), dbs


def _gives_one_of(*forms: Callable[..., tuple]) -> Probe:
    """Recognise one slip that comes in several forms, layer by layer."""

    def gives(form: Callable[..., tuple], value: tuple, arguments: tuple) -> bool:
        mine, its = ([*grads[0], *grads[1]] for grads in (value, form(*arguments)))
        return all(
            np.shape(part) == np.shape(other) and np.allclose(part, other)
            for part, other in zip(mine, its, strict=True)
        )

    def holds(values: list, calls: list) -> bool:
        for form in forms:
            try:
                if all(
                    gives(form, value, call.arguments)
                    for value, call in zip(values, calls, strict=True)
                ):
                    return True
            except ValueError:  # a form that cannot be computed for these sizes
                continue
        return False

    return Probe(holds)


def _gives_parts_of(*forms: Callable[..., tuple]) -> Probe:
    """Recognise one slip in four parts that comes in several forms."""

    def gives(form: Callable[..., tuple], value: tuple, arguments: tuple) -> bool:
        return all(
            np.shape(part) == np.shape(other)
            and np.allclose(part, other, rtol=1e-5, atol=1e-9)
            for part, other in zip(value, form(*arguments), strict=True)
        )

    return Probe(
        lambda values, calls: any(
            all(
                gives(form, value, call.arguments)
                for value, call in zip(values, calls, strict=True)
            )
            for form in forms
        )
    )


def _wide_biases(
    X: Array, Y: Array, W1: Array, b1: Array, W2: Array, b2: Array, lr: float
) -> tuple[Array, ...]:
    """Divide the weights' gradients by n, and leave those of the biases."""
    new = _stepped()(X, Y, W1, b1, W2, b2, lr)
    n = len(X)
    return new[0], b1 - n * (b1 - new[1]), new[2], b2 - n * (b2 - new[3])


def _wrong_activation(
    X: Array, Y: Array, weights: list, biases: list, f: Callable, slope: Callable
) -> tuple:
    """Take the layer's own activations, but the input for the first layer."""
    own, right = (
        _deep(fault)(X, Y, weights, biases, f, slope)
        for fault in ("own activation", "")
    )
    return (right[0][0], *own[0][1:]), right[1]


def _always_sigmoid(
    X: Array, Y: Array, weights: list, biases: list, _f: Callable, _slope: Callable
) -> tuple:
    return faulty(X, Y, weights, biases)


def _one_array(values: list, _calls: list) -> bool:
    """Recognise layers that all got the very same numbers."""
    for dWs, _ in values:
        first = np.asarray(dWs[0])
        alike = [np.shape(dW) == first.shape for dW in dWs]
        if len(dWs) < 2 or not all(alike) or not np.abs(first).max():
            return False
        if not all(np.allclose(dW, first) for dW in dWs[1:]):
            return False
    return True


def _rows(values: list, _calls: list) -> bool:
    return all(np.ndim(db) == 2 and len(db) == 1 for _, dbs in values for db in dbs)


def _pairs(values: list, _calls: list) -> bool:
    return all(
        len(layer) == 2 and [np.ndim(part) for part in layer] == [2, 1]
        for value in values
        for layer in value
    )


TASKS = {
    "backprop-products": Task(
        PRODUCTS,
        {
            "order-mixed": Probe(_reordered),
            "added-not-multiplied": _products(
                np.add, lambda u, v: (u + v).sum(), np.add.outer
            ),
            "dot-for-hadamard": _any_first(
                np.dot, np.outer, lambda u, v: np.outer(v, u)
            ),
            "added-up-missing": Probe(_not_added_up),
            "outer-turned": _products(np.multiply, np.dot, lambda u, v: np.outer(v, u)),
            "sum-then-product": _products(
                np.multiply, lambda u, v: u.sum() * v.sum(), np.outer
            ),
            "each-with-each-missing": Probe(
                lambda values, calls: all(
                    np.shape(value[2]) == np.shape(call.arguments[0])
                    for value, call in zip(values, calls, strict=True)
                )
            ),
        },
        LESSON + "“Place by place: the Hadamard product”",
    ),
    "backprop-chain": Task(
        CHAIN,
        {
            "parts-swapped": _chain(swapped=True),
            "error-sign-flipped": _chain(sign=-1),
            "error-missing": _chain(error=False),
            "half-twice": _chain(sign=2),
            "output-slope-forgotten": _chain(output=lambda z, y: 1.0),
            "hidden-slope-forgotten": _chain(hidden=lambda z, a: 1.0),
            "output-linear": _one_of(
                _chain(last=lambda z: z, output=lambda z, y: 1.0),
                _chain(last=lambda z: z),
                _chain(last=lambda z: z, output=lambda z, y: sigmoid_slope(z)),
            ),
            "wrong-input": _chain(x_for_both=True),
            "slope-of-sigmoid": _one_of(
                _chain(hidden=lambda z, a: a * (1 - a)),
                _chain(hidden=lambda z, a: sigmoid_slope(z)),
                _chain(unit=sigmoid, hidden=lambda z, a: a * (1 - a)),
                _chain(unit=sigmoid),
            ),
            "slope-of-activation": _one_of(
                _chain(hidden=lambda z, a: tanh_slope(a)),
                _chain(output=lambda z, y: sigmoid_slope(y)),
                _chain(
                    hidden=lambda z, a: tanh_slope(a),
                    output=lambda z, y: sigmoid_slope(y),
                ),
            ),
            "weight-behind-missing": _chain(behind=False),
            "input-missing": _one_of(
                _chain(inputs=(False, True)),
                _chain(inputs=(True, False)),
                _chain(inputs=(False, False)),
            ),
        },
        LESSON + "“One weight in front, one behind”",
    ),
    "backprop-last": Task(
        DELTA | GRADIENTS,
        {
            "output-slope-forgotten": _last(lambda Z, A: np.ones_like(Z), _mean),
            "error-sign-flipped": _last(_tanh_slope, lambda Y: -_mean(Y)),
            "slope-of-activation": _last(lambda Z, A: tanh_slope(A), _mean),
            "slope-of-sigmoid": _one_of(
                _last(lambda Z, A: A * (1 - A), _mean),
                _last(lambda Z, A: sigmoid_slope(Z), _mean),
                lambda Z, Y: (sigmoid(Z) - Y) / len(Y) * sigmoid_slope(Z),
            ),
            "activation-slope-z": _last(lambda Z, A: 1 - Z**2, _mean),
            "mean-forgotten": _last(_tanh_slope, lambda Y: 1.0),
            "mean-twice": _last(_tanh_slope, lambda Y: _mean(Y) ** 2),
            "mean-over-entries": _last(_tanh_slope, lambda Y: 1 / Y.size),
            "half-twice": _last(_tanh_slope, lambda Y: 2 * _mean(Y)),
            "sums-for-outputs": lambda Z, Y: (Z - Y) / len(Y) * tanh_slope(Z),
            "sigmoid-for-tanh": _one_of(
                lambda Z, Y: (sigmoid(Z) - Y) / len(Y) * tanh_slope(Z),
                lambda Z, Y: (sigmoid(Z) - Y) / len(Y) * (1 - sigmoid(Z) ** 2),
            ),
            "activation-for-slope": _last(lambda Z, A: A, _mean),
            "mean-over-outputs": _last(_tanh_slope, lambda Y: 1 / Y.shape[1]),
            "dot-for-hadamard": _one_of(
                *_joined(
                    lambda Z, Y: (tanh(Z) - Y) / len(Y), lambda Z, Y: tanh_slope(Z)
                )
            ),
            "delta-turned": lambda Z, Y: ((tanh(Z) - Y) / len(Y) * tanh_slope(Z)).T,
            "one-row-left": lambda Z, Y: ((tanh(Z) - Y) * tanh_slope(Z)).mean(axis=0),
        },
        BOTH,
    ),
    "backprop-back": Task(
        DELTA | GRADIENTS,
        {
            "hidden-slope-forgotten": lambda delta, W, Z: delta @ W.T,
            "weights-not-transposed": lambda delta, W, Z: delta @ W * tanh_slope(Z),
            "slope-of-activation": lambda delta, W, Z: (
                delta @ W.T * tanh_slope(tanh(Z))
            ),
            "slope-of-sigmoid": _one_of(
                lambda delta, W, Z: delta @ W.T * sigmoid_slope(Z),
                lambda delta, W, Z: delta @ W.T * tanh(Z) * (1 - tanh(Z)),
            ),
            "activation-slope-z": lambda delta, W, Z: delta @ W.T * (1 - Z**2),
            "mean-twice": lambda delta, W, Z: delta @ W.T * tanh_slope(Z) / len(Z),
            "mean-over-outputs": _one_of(
                lambda delta, W, Z: delta @ W.T * tanh_slope(Z) / Z.shape[1],
                lambda delta, W, Z: delta @ W.T * tanh_slope(Z) / W.shape[1],
            ),
            "activation-for-slope": lambda delta, W, Z: delta @ W.T * tanh(Z),
            "slope-too-early": lambda delta, W, Z: delta * tanh_slope(Z) @ W.T,
            "shares-not-gradient": _one_of(
                lambda delta, W, Z: delta @ (W / W.sum(axis=0)).T * tanh_slope(Z),
                lambda delta, W, Z: delta @ (W / W.sum(axis=0)).T,
            ),
            "weights-forgotten": lambda delta, W, Z: delta * tanh_slope(Z),
            "dot-for-hadamard": _one_of(
                *_joined(
                    lambda delta, W, Z: delta @ W.T, lambda delta, W, Z: tanh_slope(Z)
                )
            ),
            "delta-turned": lambda delta, W, Z: (delta @ W.T * tanh_slope(Z)).T,
        },
        BOTH,
    ),
    "backprop-bias": Task(
        GRADIENTS,
        {
            "bias-mean": lambda delta: delta.mean(axis=0),
            "bias-zero": lambda delta: np.zeros(delta.shape[1]),
            "wrong-axis": lambda delta: delta.sum(axis=1),
            "all-added": lambda delta: delta.sum(),
            "not-summed": lambda delta: delta,
            "one-example": _one_of(lambda delta: delta[0], lambda delta: delta[-1]),
        },
        ROWS,
    ),
    "backprop-weights": Task(
        GRADIENTS,
        {
            "gradient-transposed": lambda A, delta: delta.T @ A,
            "examples-crossed": _one_of(
                lambda A, delta: A @ delta.T, lambda A, delta: delta @ A.T
            ),
            "place-by-place": lambda A, delta: A * delta,
            "outer-flattens": _one_of(np.outer, lambda A, delta: np.outer(delta, A)),
            "mean-twice": lambda A, delta: A.T @ delta / len(A),
            "added-first": lambda A, delta: np.outer(A.sum(axis=0), delta.sum(axis=0)),
            "not-summed": lambda A, delta: A[:, :, None] * delta[:, None],
            "one-example": _one_of(
                lambda A, delta: np.outer(A[0], delta[0]),
                lambda A, delta: np.outer(A[-1], delta[-1]),
            ),
        },
        ROWS,
    ),
    "backprop-step": Task(
        STEP,
        {
            "parts-swapped": Probe(_weights_then_biases),
            "biases-not-used": _stepped(biases=0.0),
            "uphill": _stepped("sign"),
            "rate-forgotten": _stepped(rate=lambda lr: 1.0),
            "rate-divides": _stepped(rate=lambda lr: 1 / lr),
            "rate-inside": _stepped(rate=lambda lr: lr**2),
            "gradients-given": _step_gradients,
            "updated-weights": _step_in_turn,
            "output-slope-forgotten": _stepped("output slope"),
            "hidden-slope-forgotten": _stepped("hidden slope"),
            "slope-of-activation": _stepped("slope at A"),
            "mean-forgotten": _stepped("no mean"),
            "mean-twice": _stepped("mean twice"),
            "bias-mean": _stepped("bias mean"),
            "bias-zero": _stepped("bias zero"),
            "sums-for-activations": _stepped("sums"),
            "half-twice": _stepped("factor two"),
            "first-layer-skipped": _stepped("first skipped"),
            "slope-of-sigmoid": _gives_parts_of(
                _stepped(kinds=("sigmoid", "sigmoid")),
                _step_with(tanh, sigmoid_slope),
                _step_with(tanh, lambda Z: tanh(Z) * (1 - tanh(Z))),
                _step_with(sigmoid, tanh_slope),
                _step_with(sigmoid, lambda Z: 1 - sigmoid(Z) ** 2),
            ),
            "all-tanh": _stepped(kinds=("tanh", "tanh")),
            "mean-again": _gives_parts_of(_stepped(again=(0, 1))),
            "mean-in-weights-only": _wide_biases,
            "unknown-slip": Probe(_as_asked),
        },
        LINES,
    ),
    "backprop-classes": Task(
        CLASSES,
        {
            "parts-swapped": Probe(_weights_then_biases),
            "wrong-axis": Probe(
                lambda values, calls: any(
                    np.shape(value[k]) == (len(call.arguments[0]),)
                    and np.shape(value[k]) != np.shape(call.arguments[2 + k])
                    for value, call in zip(values, calls, strict=True)
                    for k in (1, 3)
                )
            ),
            "softmax-slope-twice": _gives_parts_of(
                _classes("output slope"),
                _classes(
                    output=lambda Z, labels: _p_minus_y(Z, labels) * sigmoid_slope(Z)
                ),
            ),
            "hidden-slope-forgotten": _classes("hidden slope"),
            "corner-slope-one": _hidden(leaky, lambda Z: np.where(Z >= 0, 1, 0.1)),
            "plain-relu": _gives_parts_of(
                _hidden(relu, relu_slope),
                _hidden(leaky, relu_slope),
                _hidden(relu, leaky_slope),
            ),
            "activation-missing": _gives_parts_of(
                _hidden(lambda Z: Z, leaky_slope), _hidden(lambda Z: Z, np.ones_like)
            ),
            "activation-for-slope": _hidden(leaky, leaky),
            "sigmoid-for-softmax": _classes(
                output=lambda Z, labels: sigmoid(Z) - np.eye(Z.shape[1])[labels]
            ),
            "softmax-of-all": _classes(
                output=lambda Z, labels: (
                    np.exp(Z) / np.exp(Z).sum() - np.eye(Z.shape[1])[labels]
                )
            ),
            "error-sign-flipped": _classes("sign"),
            "labels-subtracted": _classes(
                output=lambda Z, labels: softmax(Z) - labels[:, None]
            ),
            "softmax-axis": _classes(
                output=lambda Z, labels: softmax(Z.T).T - np.eye(Z.shape[1])[labels]
            ),
            "softmax-forgotten": _classes(
                output=lambda Z, labels: Z - np.eye(Z.shape[1])[labels]
            ),
            "slope-of-sigmoid": _gives_parts_of(
                _hidden(leaky, sigmoid_slope),
                _hidden(sigmoid, sigmoid_slope),
                _hidden(sigmoid, leaky_slope),
            ),
            "mean-forgotten": _classes("no mean"),
            "mean-twice": _classes("mean twice"),
            "bias-mean": _classes("bias mean"),
            "bias-zero": _classes("bias zero"),
            "sums-for-activations": _classes("sums"),
            "mean-again": _classes(again=(0, 1)),
            "mean-in-weights-only": _classes(
                "no mean",
                again=(0, 2),
            ),
            "unknown-slip": Probe(_as_asked),
        },
        ROWS,
    ),
    "backprop-depth": Task(
        NETWORK,
        {
            "parts-swapped": Probe(
                lambda values, calls: all(
                    np.ndim(value[0][0]) == 1 and np.ndim(value[1][0]) == 2
                    for value in values
                )
            ),
            "pairs-given": Probe(_pairs),
            "biases-as-rows": Probe(_rows),
            "wrong-axis": Probe(
                lambda values, calls: any(
                    np.shape(db) == (len(call.arguments[0]),) != np.shape(b)
                    for value, call in zip(values, calls, strict=True)
                    for db, b in zip(value[1], call.arguments[3], strict=True)
                )
            ),
            "layers-reversed": _deep(change=lambda g: (g[0][::-1], g[1][::-1])),
            "first-layer-skipped": _deep("first skipped"),
            "input-not-stored": _gives_one_of(
                _deep("own activation"), _input_from_the_end
            ),
            "wrong-layer-activation": _wrong_activation,
            "layer-off-by-one": _gives_one_of(_off_by_one, _slope_off_by_one),
            "gradient-transposed": _deep("transposed"),
            "weights-not-transposed": _deep("weights"),
            "output-slope-forgotten": _deep("output slope"),
            "hidden-slope-forgotten": _deep("hidden slope"),
            "slope-of-activation": _deep("slope at A"),
            "error-sign-flipped": _deep("sign"),
            "mean-forgotten": _deep("no mean"),
            "mean-twice": _deep("mean twice"),
            "bias-mean": _deep("bias mean"),
            "bias-zero": _deep("bias zero"),
            "sums-for-activations": _deep("sums"),
            "half-twice": _deep("factor two"),
            "own-sigmoid": _gives_one_of(
                _always_sigmoid,
                lambda X, Y, weights, biases, f, slope: _by_hand(
                    X, Y, weights, biases, sigmoid, slope
                ),
                lambda X, Y, weights, biases, f, slope: _by_hand(
                    X, Y, weights, biases, f, sigmoid_slope
                ),
            ),
            "biases-not-used": lambda X, Y, weights, biases, f, slope: _deep()(
                X, Y, weights, [0 * b for b in biases], f, slope
            ),
            "shared-list": Probe(_one_array),
            "mean-in-weights-only": _uneven_means,
            "unknown-slip": Probe(_layers_as_asked),
        },
        LINES,
    ),
}
