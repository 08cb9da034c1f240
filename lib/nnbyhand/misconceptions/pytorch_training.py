"""Known slips with the loop, measuring, repairing, saving, and numbers before a run."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from nnbyhand import perceptron
from nnbyhand.misconceptions.pytorch import LESSON, MODULE, STEP
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.shapes import Array
from nnbyhand.torch_practice import flattens, torch_module

TRAINING = {
    "gradients-kept": "Gradients of old batches add up. Clear them before each "
    "backward.",
    "step-before-backward": "You stepped before the gradients were computed. Or, for "
    "example, not at all: your weights never move.",
    "eval-forgotten": "Dropout is still on while you measure.",
    "loss-tensor-kept": "You keep every batch's graph in memory. Store `loss.item()`.",
    "device-mixed": "Model and data are on different devices.",
    "graph-in-evaluation": "You build gradients while measuring.",
    "train-forgotten": "Your net trains in eval mode, with dropout off. Call `train()` "
    "first.",
    "mean-of-means": "You averaged the losses of the batches. A short batch counts by "
    "its examples.",
    "last-batch-only": "You wrote down the loss of the last batch. The mean over all "
    "examples is asked.",
    "sum-for-mean": "You divided by too little, or not at all. Divide by the number of "
    "examples.",
    "sum-carried-on": "Your sum goes on from epoch to epoch. Start it anew in each.",
    "cleared-once-an-epoch": "You cleared the gradients once an epoch. Clear them for "
    "each batch.",
    "step-once-an-epoch": "You took one step an epoch. Take one for each batch.",
    "measured-afterwards": "You measured the loss after the steps. Each batch's loss "
    "is the one before its step.",
    "order-changed": "You went through the batches in another order.",
    "own-optimiser": "You trained with an optimiser of your own. Use the one that was "
    "given.",
    "one-epoch-only": "You returned after the first epoch. One number for each epoch "
    "is asked.",
    "one-a-batch": "You wrote down a number for each batch. One for each epoch is "
    "asked.",
    "loss-summed": "Your loss adds the examples up. Train with the mean of the batch.",
    "softmax-twice": "Softmax is applied twice: a perfect answer still costs 1.46 for "
    "ten classes.",
    "probabilities-returned": "You returned probabilities. The logits are asked.",
    "classes-returned": "You returned the classes. The logits are asked.",
    "largest-returned": "You returned the largest logit of each row. All of them are "
    "asked.",
}

MARGIN = {
    "baseline-first": "Your sign is turned: the accuracy of net comes first.",
    "percent-given": "You gave per cent. A share is asked, such as 0.04.",
    "argmax-of-all": "You took one largest logit of the whole table. Each row has its "
    "own: say `dim=1`.",
    "argmax-axis": "You took the largest logit of each column. An example is a row.",
    "baseline-forgotten": "You returned the accuracy of net alone. Subtract the "
    "baseline's.",
    "count-given": "You counted right answers. Divide by the number of examples.",
    "sign-dropped": "A net worse than its baseline has a negative margin. Yours never "
    "has.",
    "errors-compared": "Your sign is turned: you compared wrong answers.",
    "ratio-given": "You divided the accuracies. Their difference is asked.",
}

CLOTHES = MODULE | {
    "not-scaled": "Your network learnt pixels up to 255 and now meets 0 to 1. Divide "
    "by 255 before training.",
    "standardised": "Your network learnt pixels of another scale. It meets images "
    "scaled to 0 to 1 and nothing else: train it on such.",
    "rate-too-small": "Your weights have hardly moved. Adam at 0.00001 is far too slow "
    "for so few steps: take 0.001.",
    "rate-too-large": "Your weights are very large. Are gradients cleared before each "
    "backward, and is Adam's rate 0.001?",
    "another-width": "Your network has another size. 784-128-10 is asked, so 101,770 "
    "parameters.",
    "too-few-steps": "Your network is right too seldom. Look, for example, whether "
    "gradients are cleared, all 10 epochs run, and backward comes before step.",
    "seed-ignored": "One seed gives two different nets. Set it before the first layer "
    "is made, and shuffle by it.",
}

SAVING = {
    "whole-net-saved": "You saved the object, not its weights. Such a file can run "
    "code; save `state_dict()`.",
    "names-left-out": "Your file holds no names. A state dict has them.",
    "biases-left-out": "Your file lacks the biases. Save everything in `state_dict()`.",
    "file-not-read": "You returned the file. Its bytes are asked: `getvalue()`.",
    "file-at-its-end": "You read the file from where writing ended. `getvalue()` gives "
    "all of it.",
    "gradients-saved": "You saved other numbers than the weights.",
    "precision-lost": "Your weights have lost half of their bits. Save them as they "
    "are.",
    "names-changed": "The names in your file are not the net's. A state dict has the "
    "right ones.",
    "biases-unfilled": "You filled a part of the weights only. The biases belong to "
    "them.",
    "nothing-loaded": "The net came back with its old weights. Load the dict into it.",
    "copy-filled": "You filled a copy. The net that was given is to change.",
    "report-returned": "`load_state_dict` fills the net and returns a report. Return "
    "the net.",
    "dict-returned": "You returned the weights. The net itself is asked.",
    "by-order": "You filled the weights in the order of the file. Load by name.",
    "mismatch-forgiven": "Weights that do not fit were passed over. Refuse them with "
    "an error, as `load_state_dict` does unless it is told otherwise.",
    "anything-read": "You read a file that holds an object, and such a file can run "
    "code. Say `weights_only=True`.",
}

MATLAB = {
    "columns-as-examples": "The MATLAB page writes examples as columns.",
    "slope-turned-over": "Your slope is turned over: solve the equation for x2.",
    "both-signs": "Both signs are turned: w1 x1 and b go to the other side.",
    "slope-sign": "The sign of your slope is turned: w1 x1 goes to the other side.",
    "intercept-sign": "The sign of your intercept is turned: b goes to the other side.",
    "intercept-undivided": "You forgot to divide b by w2.",
    "last-epoch-left-out": "Your list lacks the last epoch, the one without a mistake.",
    "mistakes-added": "You added the mistakes up. The list of all epochs is asked.",
    "intercept-by-w1": "You divided b by w1. The line is solved for x2, so by w2.",
}

FORECAST = {
    "biases-uncounted": "You left out the biases: each unit has one.",
    "short-batch-lost": "You lost the short batch at the end of each epoch. It is a "
    "batch too: round up.",
    "batch-too-many": "You added one batch to each epoch. Where the batch size divides "
    "n there is no short one: round up.",
    "short-batch-late": "You rounded at the end. Each epoch has its own short batch.",
    "epochs-forgotten": "You counted the updates of one epoch.",
    "reach-of-one-step": "That is how far one update moves a weight. Multiply by their "
    "number.",
    "logarithm-of-two": "You took another logarithm. Costs use the natural one.",
    "floor-at-zero": "You gave 0 for perfect answers. As logits, 1 and 0 are still "
    "close together.",
    "ten-assumed": "You took ten classes. k is the last size.",
    "examples-counted": "You counted examples. An update is made for each batch.",
    "inputs-as-units": "You counted biases for the inputs. Only units have them.",
    "floor-of-all": "Your last number takes k zeros. One of the k is the 1.",
    "one-expected": "You looked for an output of 1. None is exactly 1: take the "
    "largest.",
    "nearest-to-one": "You took the output nearest to 1. Logits may be above 1: take "
    "the largest.",
    "columns-read": "You took the largest of each column. A row is one example.",
    "values-returned": "You returned the largest outputs. Their places are asked.",
    "counted-from-one": "You counted from 1. The first class is 0.",
    "threshold-used": "You took the first output above 0.5. Take the largest.",
}

LOOP = LESSON + "“Train, every step written out”"
RUN = LESSON + "“Find the mistake: a famous run”"


def _loop(
    net: Any, batches: list, optimiser: Any, epochs: int, how: str = "right"
) -> list[float]:
    """Train, with one part of the loop done otherwise."""
    F = torch_module().nn.functional
    net.train(how != "eval")
    if how == "own":
        optimiser = torch_module().optim.SGD(net.parameters(), 0.1)
    found: list[float] = []
    total, n = 0.0, 0
    for _ in range(epochs):
        total = total if how.startswith("carried") else 0.0
        n = n if how == "carried, n too" else 0
        means = []
        if how in ("cleared once", "one step"):
            optimiser.zero_grad()
        for X, y in reversed(batches) if how == "backwards" else batches:
            if how not in ("kept", "cleared once", "one step"):
                optimiser.zero_grad()
            if how == "early":
                optimiser.step()
            Z = net(X)
            Z = Z.softmax(1) if how == "twice" else Z
            loss = F.cross_entropy(Z, y, reduction="sum" if how == "sum" else "mean")
            loss.backward()
            if how == "wiped":
                optimiser.zero_grad()
            if how not in ("early", "never", "one step"):
                optimiser.step()
            means.append(loss.item())
            total, n = total + loss.item() * len(y), n + len(y)
        if how == "one step":
            optimiser.step()
        if how == "after":
            with torch_module().no_grad():
                costs = [F.cross_entropy(net(X), y).item() * len(y) for X, y in batches]
            total = sum(costs)
        if how == "batches":
            found += means
        elif how == "last":
            found.append(means[-1])
        elif how in ("means", "undivided"):
            found.append(sum(means) / (len(means) if how == "means" else 1))
        else:
            found.append(total if how == "total" else total / n)
    return found[:1] if how == "once" else found


def _looped(how: str) -> Callable[..., tuple]:
    return lambda *arguments: (np.array(_loop(*arguments, how)), 0)


def _looped_as(*hows: str) -> Probe:
    """Recognise losses that one of several loops gives, tensors or not."""

    def holds(values: list, calls: list) -> bool:
        return any(
            all(
                _same_losses(value, _again(how, call.arguments))
                for value, call in zip(values, calls, strict=True)
            )
            for how in hows
        )

    return Probe(holds)


def _again(how: str, arguments: tuple) -> list[float]:
    import copy

    return _loop(*copy.deepcopy(arguments), how)


def _same_losses(value: Any, losses: list[float]) -> bool:
    mine = [float(loss.detach() if hasattr(loss, "detach") else loss) for loss in value]
    return len(mine) == len(losses) and np.allclose(mine, losses, rtol=1e-6)


def _holds_graph(values: list, _calls: list) -> bool:
    return any(
        getattr(value, "requires_grad", False)
        or any(getattr(loss, "requires_grad", False) for loss in value)
        for value in values
    )


def _any(_values: list, _calls: list) -> bool:
    return True


def _array(value: Any) -> Array:
    return np.asarray(value.detach() if hasattr(value, "detach") else value, float)


def _measured(how: str) -> Callable[..., Array]:
    def measured(net: Any, X: Any) -> Array:
        net.train(how == "train")
        Z = net(X)
        if how == "largest":
            return _array(Z.max(1).values)
        return _array(Z.softmax(1) if how == "softmax" else Z)

    return measured


def _right(net: Any, X: Any, y: Any, axis: int = 1) -> Array:
    found = _array(net.eval()(X)).argmax(axis)
    size = min(len(found), len(y))
    return found[:size] == y.numpy()[:size]


def true_margin(net: Any, baseline: Any, X: Any, y: Any) -> float:
    """Give the accuracy of a net minus that of a baseline."""
    return float(_right(net, X, y).mean() - _right(baseline, X, y).mean())


def _counted(net: Any, baseline: Any, X: Any, y: Any) -> float:
    return float(_right(net, X, y).sum() - _right(baseline, X, y).sum())


def _by_columns(values: list, calls: list) -> bool:
    """No right share: the largest logit of each column has fewer entries."""
    for value, call in zip(values, calls, strict=True):
        net, baseline, X, y = call.arguments
        forms = []
        k = len(_array(net(X[:1]))[0])
        for labels in (y[:k],):
            a = _array(net.eval()(X)).argmax(0) == labels.numpy()
            b = _array(baseline.eval()(X)).argmax(0) == labels.numpy()
            forms += [a.mean() - b.mean(), (a.sum() - b.sum()) / len(y)]
        if not any(np.isclose(_array(value), form) for form in forms):
            return False
    return True


def _one_place(net: Any, baseline: Any, X: Any, y: Any) -> float:
    shares = [
        (_array(n.eval()(X)).argmax() == y.numpy()).mean() for n in (net, baseline)
    ]
    return float(shares[0] - shares[1])


def _weights(net: Any) -> Array:
    return _array(next(p for p in net.parameters() if p.ndim == 2))


def _count(net: Any) -> int:
    return sum(p.numel() for p in net.parameters())


def _test_set() -> tuple[Array, Array]:
    from nnbyhand.data import load_fashion_mnist

    clothes = load_fashion_mnist()
    return clothes.test_images, clothes.test_labels


def _better_raw(values: list, _calls: list) -> bool:
    from nnbyhand.torch_practice import accuracy_of

    images, labels = _test_set()
    net = values[0]
    raw = accuracy_of(net, images.astype(float), labels)
    return raw > accuracy_of(net, images / 255, labels) + 0.03


def _better_standardised(values: list, _calls: list) -> bool:
    from nnbyhand.torch_practice import accuracy_of

    images, labels = _test_set()
    net, X = values[0], images / 255
    best = accuracy_of(net, (X - X.mean()) / X.std(), labels)
    others = accuracy_of(net, X, labels), accuracy_of(net, images * 1.0, labels)
    return best > max(0.5, *others) + 0.03


def _flat(values: list, _calls: list) -> bool:
    return flattens(values[0], _test_set()[0])


def _sums_to_one(values: list, _calls: list) -> bool:
    torch = torch_module()
    net = values[0]
    X = torch.rand(5, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    X = X.to(next(net.parameters()).dtype)
    with torch.no_grad():
        return torch.allclose(net(X).sum(1), torch.ones(5, dtype=X.dtype), atol=1e-4)


def _few_moves(values: list, _calls: list) -> bool:
    return float(np.abs(_weights(values[0])).max()) < 0.045  # they start below 1/28


def _huge(values: list, _calls: list) -> bool:
    return float(np.abs(_weights(values[0])).max()) > 5


def _names(values: list) -> dict:
    import io

    return torch_module().load(io.BytesIO(values[0]), weights_only=True)


def _is_object(values: list, _calls: list) -> bool:
    try:
        _names(values)
    except Exception:  # only an object is refused by weights_only
        return isinstance(values[0], bytes) and len(values[0]) > 0
    return False


def _without_names(values: list, _calls: list) -> bool:
    return isinstance(_names(values), (list, tuple))


def _without_biases(values: list, _calls: list) -> bool:
    found = _names(values)
    return any("weight" in n for n in found) and not any("bias" in n for n in found)


def _other_names(values: list, calls: list) -> bool:
    return set(_names(values)) != set(calls[0].arguments[0].state_dict())


def _shorter(values: list, calls: list) -> bool:
    weights = calls[0].arguments[0].state_dict()
    return any(
        part.element_size() < weights[name].element_size()
        for name, part in _names(values).items()
    )


def _is_file(values: list, _calls: list) -> bool:
    return hasattr(values[0], "getvalue")


def _as_before(values: list, calls: list) -> bool:
    torch = torch_module()
    return all(
        torch.equal(one, two)
        for net, call in zip(values, calls, strict=True)
        for one, two in zip(
            net.parameters(), call.arguments[1].parameters(), strict=True
        )
    )


def _biases_as_before(values: list, calls: list) -> bool:
    torch = torch_module()
    return all(
        torch.equal(one, two)
        for net, call in zip(values, calls, strict=True)
        for one, two in zip(
            net.parameters(), call.arguments[1].parameters(), strict=True
        )
        if one.ndim == 1
    )


def _learned(P: Array, T: Array, how: str = "right") -> tuple:
    """Give mistakes, slope and intercept, with one part done otherwise."""
    X = {"reshape": np.reshape(P, (-1, 2)), "as is": P}.get(how, np.transpose(P))
    learned = perceptron.learn(X, T)
    w1, w2 = learned.w
    mistakes, b = np.array(learned.mistakes), learned.b
    with np.errstate(all="ignore"):
        line = {
            "over": (-w2 / w1, -b / w2),
            "slope": (w1 / w2, -b / w2),
            "signs": (w1 / w2, b / w2),
            "b": (-w1 / w2, b / w2),
            "whole": (-w1 / w2, -b),
            "by w1": (-w1 / w2, -b / w1),
        }.get(how, (-w1 / w2, -b / w2))
    if how == "short":
        mistakes = mistakes[:-1]
    return np.array(mistakes.sum()) if how == "sum" else mistakes, *map(np.array, line)


def true_line(P: Array, T: Array) -> tuple:
    """Give mistakes, slope and intercept for examples in columns."""
    return _learned(P, T)


def _line(how: str) -> Callable[..., tuple]:
    return lambda P, T: _learned(P, T, how)


def _columns(values: list, calls: list) -> bool:
    """The examples were taken from the rows, by one of two ways."""

    def fits(value: tuple, arguments: tuple) -> bool:
        for how in ("reshape", "as is"):
            try:
                form = _learned(*arguments, how)
            except ValueError:
                continue
            if len(value[0]) == len(form[0]) and all(
                np.allclose(_array(m), f, equal_nan=True)
                for m, f in zip(value, form, strict=True)
            ):
                return True
        return False

    return all(
        fits(value, call.arguments) for value, call in zip(values, calls, strict=True)
    )


def true_forecast(
    sizes: list[int],
    n: int,
    batch_size: int,
    epochs: int,
    lr: float,
    how: str = "right",
) -> tuple[float, ...]:
    """Give the five numbers of a run, with one part done otherwise."""
    bias = 0 if how == "no bias" else 1
    pairs = pairwise(sizes)
    parameters = sum((d_in + bias) * d_out for d_in, d_out in pairs)
    parameters += sizes[0] if how == "input units" else 0
    batches = n // batch_size if how == "floor" else -(-n // batch_size)
    batches = n // batch_size + 1 if how == "one more" else batches
    updates = {
        "late": -(-epochs * n // batch_size),
        "one epoch": batches,
        "examples": epochs * n,
    }.get(how, epochs * batches)
    k = 10 if how == "ten" else sizes[-1]
    first = np.log2(k) if how == "log2" else np.log(k)
    floor = {"zero": 0.0, "all": np.log(1 + k / np.e)}.get(
        how, np.log(1 + (k - 1) / np.e)
    )
    reach = lr if how == "one step" else lr * updates
    return float(parameters), float(updates), reach, float(first), float(floor)


def _foreseen(how: str) -> Callable[..., tuple]:
    return lambda *arguments: true_forecast(*arguments, how)


def _first_above(outputs: Array) -> Array:
    return (outputs > 0.5).argmax(axis=1)


TASKS = {
    "torch-fit": Task(
        TRAINING,
        {
            "loss-tensor-kept": Probe(_holds_graph),
            "one-epoch-only": _looped_as("once"),
            "cleared-once-an-epoch": _looped_as("cleared once"),
            "step-once-an-epoch": _looped_as("one step"),
            "measured-afterwards": _looped_as("after"),
            "order-changed": _looped_as("backwards"),
            "own-optimiser": _looped_as("own"),
            "one-a-batch": _looped_as("batches"),
            "gradients-kept": _looped_as("kept"),
            "step-before-backward": _looped_as("early", "never"),
            "train-forgotten": _looped_as("eval"),
            "mean-of-means": _looped_as("means"),
            "last-batch-only": _looped_as("last"),
            "sum-for-mean": _looped_as("total", "undivided"),
            "sum-carried-on": _looped_as("carried", "carried, n too"),
            "loss-summed": _looped_as("sum"),
            "softmax-twice": _looped_as("twice"),
        },
        LOOP,
    ),
    "torch-measure": Task(
        TRAINING | MARGIN,
        {
            "eval-forgotten": _measured("train"),
            "probabilities-returned": _measured("softmax"),
            "largest-returned": _measured("largest"),
            "classes-returned": Probe(
                lambda values, _: all(np.ndim(_array(value)) == 1 for value in values)
            ),
        },
        LESSON + "“Dropout, and what it does to a measurement”",
    ),
    "torch-measure-graph": Task(TRAINING, {"graph-in-evaluation": Probe(_any)}, LOOP),
    "torch-measure-device": Task(TRAINING, {"device-mixed": Probe(_any)}, LOOP),
    "torch-measure-margin": Task(
        TRAINING | MARGIN,
        {
            "baseline-first": lambda *given: -true_margin(*given),
            "percent-given": lambda *given: 100 * true_margin(*given),
            "sign-dropped": any_of(
                lambda *given: abs(true_margin(*given)),
                lambda *given: max(0.0, true_margin(*given)),
            ),
            "count-given": _counted,
            "baseline-forgotten": lambda net, _, X, y: _right(net, X, y).mean(),
            "ratio-given": lambda net, base, X, y: (
                _right(net, X, y).mean() / _right(base, X, y).mean()
            ),
            "argmax-axis": Probe(_by_columns),
            "argmax-of-all": _one_place,
        },
        RUN,
    ),
    "torch-clothes": Task(
        CLOTHES,
        {
            "another-width": Probe(
                lambda values, _: any(_count(net) != 101_770 for net in values)
            ),
            "softmax-in-forward": Probe(_sums_to_one),
            "rate-too-small": Probe(_few_moves),
            "standardised": Probe(_better_standardised),
            "not-scaled": Probe(_better_raw),
            "rate-too-large": Probe(_huge),
            "too-few-steps": Probe(_any),
        },
        RUN,
    ),
    "torch-clothes-relu": Task(
        CLOTHES,
        {"sigmoid-for-relu": Probe(_flat), "relu-forgotten": Probe(_any)},
        RUN,
    ),
    "torch-clothes-seed": Task(CLOTHES, {"seed-ignored": Probe(_any)}, RUN),
    "torch-save-pack": Task(
        SAVING,
        {
            "file-not-read": Probe(_is_file),
            "file-at-its-end": Probe(lambda values, _: values[0] == b""),
            "whole-net-saved": Probe(_is_object),
            "names-left-out": Probe(_without_names),
            "biases-left-out": Probe(_without_biases),
            "names-changed": Probe(_other_names),
            "precision-lost": Probe(_shorter),
            "gradients-saved": Probe(lambda values, _: isinstance(values[0], bytes)),
        },
        LESSON + "“Save, load, watch”",
    ),
    "torch-save-load": Task(
        SAVING,
        {
            "report-returned": Probe(
                lambda values, _: hasattr(values[0], "missing_keys")
            ),
            "dict-returned": Probe(lambda values, _: isinstance(values[0], dict)),
            "nothing-loaded": Probe(_as_before),
            "biases-unfilled": Probe(_biases_as_before),
            "by-order": Probe(_any),
        },
        LESSON + "“Save, load, watch”",
    ),
    "torch-save-itself": Task(
        SAVING, {"copy-filled": Probe(_any)}, LESSON + "“Save, load, watch”"
    ),
    "torch-save-refuse": Task(
        SAVING, {"mismatch-forgiven": Probe(_any)}, LESSON + "“Save, load, watch”"
    ),
    "torch-save-safe": Task(
        SAVING, {"anything-read": Probe(_any)}, LESSON + "“Save, load, watch”"
    ),
    "torch-matlab": Task(
        MATLAB,
        {
            "columns-as-examples": Probe(_columns),
            "last-epoch-left-out": _line("short"),
            "mistakes-added": _line("sum"),
            "slope-turned-over": _line("over"),
            "both-signs": _line("signs"),
            "slope-sign": _line("slope"),
            "intercept-sign": _line("b"),
            "intercept-undivided": _line("whole"),
            "intercept-by-w1": _line("by w1"),
        },
        LESSON + "“And in MATLAB”",
    ),
    "torch-forecast": Task(
        STEP | FORECAST,
        {
            "biases-uncounted": _foreseen("no bias"),
            "inputs-as-units": _foreseen("input units"),
            "short-batch-lost": _foreseen("floor"),
            "short-batch-late": _foreseen("late"),
            "batch-too-many": _foreseen("one more"),
            "epochs-forgotten": _foreseen("one epoch"),
            "examples-counted": _foreseen("examples"),
            "reach-of-one-step": _foreseen("one step"),
            "logarithm-of-two": _foreseen("log2"),
            "floor-at-zero": _foreseen("zero"),
            "floor-of-all": _foreseen("all"),
            "ten-assumed": _foreseen("ten"),
        },
        RUN,
    ),
    "torch-forecast-digits": Task(
        FORECAST,
        {
            "one-expected": lambda outputs: (outputs == 1).argmax(axis=1),
            "nearest-to-one": lambda outputs: np.abs(outputs - 1).argmin(axis=1),
            "columns-read": lambda outputs: outputs.argmax(axis=0),
            "values-returned": lambda outputs: outputs.max(axis=1),
            "counted-from-one": lambda outputs: outputs.argmax(axis=1) + 1,
            "threshold-used": _first_above,
        },
        LESSON + "“Look at the answers”",
    ),
}
