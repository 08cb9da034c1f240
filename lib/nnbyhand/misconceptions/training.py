"""Known slips with dropout, early stopping and starting weights."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.practice import Rehearsal
from nnbyhand.shapes import Array

LESSON = "lesson 07, section "

DROPOUT = {
    "not-scaled": "Your activations shrink on average. Divide the kept ones by 1 − p.",
    "scaled-by-p": "You divided by the share dropped. Divide by the share kept.",
    "keeps-p": "You kept what should be dropped.",
    "on-at-prediction": "Two predictions differ: dropout must be off outside training.",
    "same-mask": "Your mask never changes.",
    "kept-scaled": "Your second array is not 0 and 1. It says where numbers were kept; "
    "the scale belongs to the first array only.",
    "generator-ignored": "Your chance does not come from the `rng` passed in. Draw "
    "from it, and from nothing else.",
    "backward-unscaled": "The mask is right. The same scale is missing on the way "
    "back: divide by 1 − p.",
    "backward-inverted": "Your gradient passes where numbers were dropped. It passes "
    "where they were kept.",
    "backward-multiplied": "You multiplied by 1 − p. Divide, as on the way there.",
    "backward-unmasked": "The gradient passes through dropped units. Use the same mask "
    "and scale.",
    "mask-inverted": "Your second array says where numbers were dropped. It should say "
    "where they were kept.",
    "rows-alike": "All examples lose the same units. Draw a number for each entry of "
    "X, not for each column.",
    "scaled-twice": "You divided by 1 − p twice. Once makes up for what is dropped.",
    "multiplied-by-kept": "You multiplied by 1 − p, so the mean shrinks twice. Divide.",
    "prediction-scaled": "At prediction nothing is scaled: training has made up for it "
    "already.",
    "grown-at-prediction": "You divided by 1 − p although nothing was dropped: at "
    "prediction the mean grows.",
    "none-kept": "At prediction every number is kept: the second array is 1 "
    "everywhere.",
    "not-dropped": "Nothing was dropped. In training a share p becomes 0.",
}

STOPPING = {
    "stops-at-first-rise": "You stopped at the first rise. Wait as many epochs as "
    "`patience` says.",
    "patience-not-reset": "Your counter never returns to 0 after an improvement.",
    "last-weights-kept": "You kept the last weights. Return the best ones.",
    "watches-training": "You watched the training loss, which goes on falling.",
    "equal-counts-better": "A tie is not an improvement.",
    "best-by-reference": "Your stored best weights changed later. Copy them. (If you "
    "stored none, you returned the last.)",
    "delta-ignored": "An improvement must be larger than `min_delta`.",
    "delta-added": "You added `min_delta`, so a worse loss counts as better. Subtract "
    "it from the best.",
    "compares-with-previous": "You compared with the epoch before. Compare with the "
    "best so far.",
    "counts-from-zero": "Your epochs count from 0. They count from 1.",
    "one-epoch-late": "You waited one epoch too long, for example with > where >= is "
    "meant.",
    "one-epoch-early": "You stopped one epoch too early, for example by counting the "
    "best epoch as one without improvement.",
    "lowest-seen": "You compare with the lowest loss seen. Compare with the loss of "
    "the last epoch that improved: then small falls add up.",
    "epochs-wasted": "Weights and number are right, but training went on after "
    "patience was used up. Stop calling run.epoch() there.",
    "never-stops": "You walked through all epochs. Training ends when patience is used "
    "up.",
    "best-of-all": "Your best epoch lies after the end, or did not improve by "
    "`min_delta`. Only epochs that were trained and improved count.",
    "best-forgotten": "Both of your numbers are the end. The second is the best epoch.",
    "pair-turned": "Your two results are exchanged.",
    "epoch-after-end": "Your epoch is the number of the last one trained. Return the "
    "number of the best.",
}

START = {
    "all-zero": "All units start equal and stay equal.",
    "unscaled": "Your sums grow with the number of inputs. Scale by the fan-in.",
    "variance-as-deviation": "You used the variance as deviation: take the root.",
    "fan-out": "He's rule counts the inputs of a unit.",
    "biases-random": "Your biases are not 0. Here they start at 0.",
    "torch-rule": "This is torch's rule, evenly up to ±1/√n_in. He's deviation is "
    "√(2 / n_in).",
    "glorot": "This is Glorot's rule, which counts inputs and outputs. He's takes √(2 "
    "/ n_in).",
    "half-signal": "Your deviation is √(1 / n_in), or near it. ReLU loses half of the "
    "signal: He's rule has a 2.",
    "mean-not-zero": "Your weights have a mean far from 0. np.random's `normal` has "
    "mean 0, `random` has not.",
    "uniform-limit": "You drew evenly up to ±√(2 / n_in). The deviation of such "
    "numbers is smaller by √3.",
    "first-fan-everywhere": "You took the inputs of the first layer for all layers.",
    "generator-ignored": "Your weights do not come from the `rng` passed in. Draw from "
    "it, and from nothing else.",
}

SPREAD = {
    "activation-forgotten": "There is no ReLU in your layers.",
    "tanh-used": "You used tanh, as the lesson's picture does. Here a ReLU stands "
    "behind every layer.",
    "bias-forgotten": "You left out the biases.",
    "sums-measured": "You measured the sums. Measure the activations, behind the ReLU.",
    "input-measured": "Your first number is the spread of X. Measure behind each "
    "layer.",
    "last-linear": "The last layer has a ReLU too.",
    "mean-for-spread": "You took the mean. The spread is the standard deviation.",
    "variance-for-spread": "You took the variance. Its root is asked.",
    "spread-of-weights": "You measured the weights. Measure the activations.",
    "unit-by-unit": "You averaged the spreads of single units. Take one std() of all "
    "activations of a layer.",
    "deviation-sample": "Your deviation divides by n − 1. We use n.",
    "first-only": "You returned one number. There is one for each layer.",
}

AGAINST = LESSON + "“Against overfitting”"
BEGIN = LESSON + "“Where weights start”"


def _measured(fact: int, tell: Callable[[float, float], bool]) -> Probe:
    """Recognise a slip by one measured fact: 0 share dropped, 1 factor of the kept."""

    def holds(values: list, calls: list) -> bool:
        X, p = calls[0].arguments[:2]
        A = np.asarray(values[0][0], dtype=float)
        passed = A != 0
        facts = (1 - passed.mean(), (A / X)[passed].mean() if passed.any() else 0.0)
        return tell(facts[fact], p)

    return Probe(holds)


def _near(a: float, b: float) -> bool:
    return abs(a - b) < 1e-6 * max(1.0, abs(b))


def _inverted(values: list, _calls: list) -> bool:
    A, kept = (np.asarray(part, dtype=float) for part in values[0])
    return bool(((A != 0) == (kept == 0)).all())


def _rows_alike(values: list, _calls: list) -> bool:
    A = np.asarray(values[0][0])
    return len(np.unique(A != 0, axis=0)) == 1 and bool((A == 0).any())


def _kept_scaled(values: list, _calls: list) -> bool:
    return bool((~np.isin(np.asarray(values[0][1], dtype=float), (0, 1))).any())


def _dropped(values: list, calls: list) -> bool:
    """Some numbers are gone, or all are scaled as only training scales them."""
    for value, call in zip(values, calls, strict=True):
        A, X = np.asarray(value[0], dtype=float), call.arguments[0]
        if A.shape == X.shape and (A == 0).any():
            return True
    return False


def _any(_values: list, _calls: list) -> bool:
    return True


def _stop(
    losses: Any,
    patience: int,
    min_delta: float,
    *,
    better: Callable[[float, float, float], bool] = lambda x, best, d: x < best - d,
    wait: int = 0,
    reset: bool = True,
    previous: bool = False,
    lowest: bool = False,
    give: Callable[[int, int, Any], tuple] = lambda epoch, best, _losses: (epoch, best),
) -> tuple:
    """Stop early with one part of the rule done otherwise."""
    best, best_epoch, bad, epoch, last = np.inf, 0, 0, 0, np.inf
    for epoch, loss in enumerate(losses, start=1):
        if better(loss, last if previous else best, min_delta):
            best, best_epoch = loss, epoch
            bad = 0 if reset else bad
        else:
            bad += 1
        best = min(best, loss) if lowest else best
        last = loss
        if bad >= patience + wait:
            break
    return give(epoch, best_epoch, losses)


def _when(**options: Any) -> Callable[..., tuple]:
    def stop(losses: Any, patience: int, min_delta: float) -> tuple:
        return _stop(losses, patience, min_delta, **options)

    return stop


def _impatient(losses: Any, _patience: int, min_delta: float) -> tuple:
    return _stop(losses, 1, min_delta)


def _first_rise(losses: Any, _patience: int, min_delta: float) -> tuple:
    return _stop(losses, 1, min_delta, previous=True)


def _unending(losses: Any, _patience: int, min_delta: float) -> tuple:
    return _stop(losses, len(losses) + 1, min_delta)


def _early(losses: Any, patience: int, min_delta: float) -> tuple:
    return _stop(losses, max(patience - 1, 1), min_delta)


def _mixed_count(losses: Any, patience: int, min_delta: float) -> tuple:
    """Walk from 0, but give the number of all epochs where patience lasts."""
    end, best = _stop(losses, patience, min_delta)
    return end - 1 if end - best >= patience else len(losses), best - 1


def _lowest(losses: Any, patience: int, min_delta: float) -> tuple:
    end, _ = _stop(losses, patience, min_delta)
    return end, int(np.argmin(losses)) + 1


def _lowest_seen(losses: Any, patience: int, min_delta: float) -> tuple:
    end, _ = _stop(losses, patience, min_delta)
    return end, int(np.argmin(losses[:end])) + 1


def _trained(
    stop: Callable[..., tuple], column: int = 1, keep: int = 1, tell: int = 1
) -> Callable[..., tuple]:
    """Train a rehearsal by a rule; keep the weights and tell the number of an epoch."""

    def train(run: Rehearsal, patience: int) -> tuple:
        found = stop([losses[column] for losses in run.losses], patience, 0.0)
        return found[keep] * np.array([1.0, -0.5, 0.25]), found[tell]

    return train


def _ratios(tell: Callable[[Array, list], Array]) -> Probe:
    """Recognise a rule by the deviations of all layers, to within a twentieth."""

    def holds(values: list, calls: list) -> bool:
        sizes = calls[0].arguments[0]
        fans = np.column_stack([sizes[:-1], sizes[1:]]).astype(float)
        got = np.array([np.std(np.asarray(W, dtype=float)) for W, _ in values[0]])
        return bool(np.allclose(got, tell(fans, sizes), rtol=0.06, atol=1e-12))

    return Probe(holds)


def _biased(values: list, _calls: list) -> bool:
    return any(np.abs(np.asarray(b)).max() > 0 for _, b in values[0])


def _off_centre(values: list, _calls: list) -> bool:
    return all(
        abs(np.mean(np.asarray(W))) > 0.5 * np.std(np.asarray(W)) for W, _ in values[0]
    )


def _same_weights(values: list, _calls: list) -> bool:
    return all(np.std(np.asarray(W, dtype=float)) < 1e-12 for W, _ in values[0])


def _spreads(
    X: Array,
    layers: list,
    *,
    slope: Callable[[Array], Array] = lambda Z: np.maximum(Z, 0),
    bias: float = 1.0,
    behind: bool = True,
    measure: Callable[[Array], float] = np.std,
) -> Array:
    """Measure with one part of the work done otherwise."""
    found, A = [], X
    for W, b in layers:
        Z = A @ W + bias * b
        Y = slope(Z)
        found.append(measure(Y if behind else Z))
        A = Y
    return np.array(found)


def _spread(**options: Any) -> Callable[..., Array]:
    return lambda X, layers: _spreads(X, layers, **options)


def _last_linear(X: Array, layers: list) -> Array:
    found = _spreads(X, layers)
    found[-1] = _spreads(X, layers, behind=False)[-1]
    return found


def _one_number(values: list, _calls: list) -> bool:
    return all(np.size(value) == 1 for value in values)


def _with_input(values: list, calls: list) -> bool:
    return all(
        np.size(value) in (len(call.arguments[1]), len(call.arguments[1]) + 1)
        and bool(np.isclose(np.ravel(value)[0], call.arguments[0].std()))
        for value, call in zip(values, calls, strict=True)
    )


TASKS = {
    "training-dropout": Task(
        DROPOUT,
        {
            "not-dropped": _measured(0, lambda share, _p: share < 0.01),
            "rows-alike": Probe(_rows_alike),
            "keeps-p": _measured(
                0, lambda share, p: abs(p - 0.5) > 0.1 and abs(share - (1 - p)) < 0.04
            ),
            "mask-inverted": Probe(_inverted),
            "kept-scaled": Probe(_kept_scaled),
            "not-scaled": _measured(1, lambda factor, _p: _near(factor, 1)),
            "scaled-by-p": _measured(1, lambda factor, p: _near(factor, 1 / p)),
            "scaled-twice": _measured(
                1, lambda factor, p: _near(factor, 1 / (1 - p) ** 2)
            ),
            "multiplied-by-kept": _measured(1, lambda factor, p: _near(factor, 1 - p)),
        },
        AGAINST,
    ),
    "training-dropout-mask": Task(DROPOUT, {"same-mask": Probe(_any)}, AGAINST),
    "training-dropout-seed": Task(DROPOUT, {"generator-ignored": Probe(_any)}, AGAINST),
    "training-dropout-eval": Task(
        DROPOUT,
        {
            "prediction-scaled": lambda X, p, _rng, _train: (
                X * (1 - p),
                np.ones(X.shape),
            ),
            "grown-at-prediction": lambda X, p, _rng, _train: (
                X / (1 - p),
                np.ones(X.shape),
            ),
            "none-kept": lambda X, _p, _rng, _train: (
                X,
                np.zeros(X.shape),
            ),
            "on-at-prediction": Probe(_dropped),
        },
        AGAINST,
    ),
    "training-dropout-back": Task(
        DROPOUT,
        {
            "backward-unmasked": any_of(
                lambda dA, _kept, _p: dA, lambda dA, _kept, p: dA / (1 - p)
            ),
            "backward-unscaled": lambda dA, kept, _p: dA * kept,
            "scaled-by-p": lambda dA, kept, p: dA * kept / p,
            "backward-inverted": any_of(
                lambda dA, kept, p: dA * (1 - kept) / (1 - p),
                lambda dA, kept, _p: dA * (1 - kept),
            ),
            "backward-multiplied": lambda dA, kept, p: dA * kept * (1 - p),
        },
        AGAINST,
    ),
    "training-stopping-when": Task(
        STOPPING,
        {
            "stops-at-first-rise": any_of(_impatient, _first_rise),
            "patience-not-reset": _when(reset=False),
            "equal-counts-better": _when(better=lambda x, best, d: x <= best - d),
            "delta-ignored": _when(better=lambda x, best, _d: x < best),
            "delta-added": _when(better=lambda x, best, d: x < best + d),
            "compares-with-previous": _when(previous=True),
            "lowest-seen": _when(lowest=True),
            "counts-from-zero": any_of(
                _when(give=lambda end, best, _l: (end - 1, best - 1)),
                _when(give=lambda end, best, _l: (end, best - 1)),
                _when(give=lambda end, best, _l: (end - 1, best)),
                _mixed_count,
            ),
            "one-epoch-late": _when(wait=1),
            "one-epoch-early": _early,
            "never-stops": _unending,
            "best-of-all": any_of(_lowest, _lowest_seen),
            "best-forgotten": _when(give=lambda end, _best, _l: (end, end)),
            "pair-turned": _when(give=lambda end, best, _l: (best, end)),
        },
        AGAINST,
    ),
    "training-stopping-train": Task(
        STOPPING,
        {
            "watches-training": _trained(_when(), column=0),
            "last-weights-kept": _trained(_when(), keep=0, tell=0),
            "best-by-reference": _trained(_when(), keep=0),
            "epoch-after-end": _trained(_when(), tell=0),
            "stops-at-first-rise": _trained(_impatient),
            "patience-not-reset": _trained(_when(reset=False)),
            "equal-counts-better": _trained(
                _when(better=lambda x, best, _d: x <= best)
            ),
            "compares-with-previous": _trained(_when(previous=True)),
            "one-epoch-late": _trained(_when(wait=1)),
            "one-epoch-early": _trained(_early),
            "never-stops": _trained(_unending),
        },
        AGAINST,
    ),
    "training-stopping-wasted": Task(STOPPING, {"epochs-wasted": Probe(_any)}, AGAINST),
    "training-start": Task(
        START | SPREAD,
        {
            "all-zero": Probe(_same_weights),
            "mean-not-zero": Probe(_off_centre),
            "biases-random": Probe(_biased),
            "unscaled": _ratios(lambda fans, _s: np.ones(len(fans))),
            "variance-as-deviation": _ratios(lambda fans, _s: 2 / fans[:, 0]),
            "fan-out": _ratios(lambda fans, _s: np.sqrt(2 / fans[:, 1])),
            "glorot": _ratios(lambda fans, _s: np.sqrt(2 / fans.sum(axis=1))),
            "half-signal": _ratios(lambda fans, _s: np.sqrt(1 / fans[:, 0])),
            "uniform-limit": _ratios(lambda fans, _s: np.sqrt(2 / 3 / fans[:, 0])),
            "torch-rule": _ratios(lambda fans, _s: np.sqrt(1 / 3 / fans[:, 0])),
            "first-fan-everywhere": _ratios(
                lambda fans, sizes: np.full(len(fans), np.sqrt(2 / sizes[0]))
            ),
        },
        BEGIN,
    ),
    "training-start-seed": Task(
        START | SPREAD, {"generator-ignored": Probe(_any)}, BEGIN
    ),
    "training-start-spread": Task(
        START | SPREAD,
        {
            "input-measured": Probe(_with_input),
            "first-only": Probe(_one_number),
            "activation-forgotten": _spread(slope=lambda Z: Z),
            "tanh-used": _spread(slope=np.tanh),
            "bias-forgotten": _spread(bias=0.0),
            "sums-measured": _spread(behind=False),
            "mean-for-spread": _spread(measure=np.mean),
            "variance-for-spread": _spread(measure=np.var),
            "unit-by-unit": _spread(measure=lambda A: A.std(axis=0).mean()),
            "deviation-sample": _spread(measure=lambda A: A.std(ddof=1)),
            "last-linear": _last_linear,
            "spread-of-weights": lambda _X, layers: np.array(
                [W.std() for W, _ in layers]
            ),
        },
        BEGIN,
    ),
}
