"""Known slips with the LSTM: gates, memory, whole sequences, counting, torch."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.misconceptions.convolution import one_of
from nnbyhand.misconceptions.recurrent import GATES, LESSON
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.recurrent_practice import HIDDEN_FAULTS, wrong_on
from nnbyhand.shapes import Array

TORCH = LESSON + "“The same in PyTorch”"
Blocks = dict[str, Array]

LSTM = {
    "gates-swapped": "f keeps the old memory and i admits the new. Yours are "
    "exchanged.",
    "forget-inverted": "A forget gate of 1 keeps everything.",
    "forget-missing": "The old memory is never forgotten.",
    "coupled-gates": "The input gate has weights of its own.",
    "candidate-sigmoid": "The candidate may be negative: tanh.",
    "gates-tanh": "Gates lie between 0 and 1: sigmoid.",
    "output-tanh-forgotten": "The memory passes through tanh before it leaves.",
    "old-memory-out": "The output uses the new memory.",
    "candidate-out": "The output shows the memory, not the candidate.",
    "concat-reversed": "Your vector is in the wrong order: h first, then x.",
    "returns-swapped": "h and C are exchanged in your return line.",
    "bias-forgotten": "The bias is missing.",
    "activation-forgotten": "You returned the sum. It passes through sigmoid for a "
    "gate, through tanh for the candidate.",
    "input-only": "The previous output h never enters.",
    "other-block": "Those are the weights of another block.",
    "not-admitted": "The new never enters: the candidate, times i, is added to what is "
    "kept.",
    "admitted-whole": "The candidate entered whole. It is multiplied by the input gate "
    "first.",
    "output-gate-missing": "The output gate is missing: o decides how much of the "
    "memory shows.",
    "matrix-product": "You used a matrix product. Gates work place by place: `*`.",
    "stale-state": "You used the first state at every step. Pass the new one on.",
    "output-not-carried": "You passed C on, but every step got the first h. Pass h on "
    "too.",
    "start-ignored": "You began with zeros. The first step gets the H and C that were "
    "given.",
    "time-first": "Your outputs have time as axis 0. Examples come first, then time.",
    "old-memory-returned": "You returned the memory as it came. Return the new one.",
    "output-twice": "You returned h twice. The second thing is the memory C.",
    "input-inverted": "An input gate of 1 admits everything: return i, not 1 − i.",
    "sigmoid-for-tanh": "The memory leaves through tanh, which keeps its sign, not "
    "through sigmoid.",
    "memory-not-carried": "You passed h on, but every step got the first memory. Pass "
    "C on too.",
    "state-across-sequences": "Each sequence starts with a fresh state.",
    "last-only": "Return the state after each step.",
    "time-is-batch": "You walked along the examples. Time is axis 1.",
    "all-memories": "You returned the memory after each step. Asked is the last one.",
    "memories-for-outputs": "You collected the memory C. Collect the outputs h.",
}


def pieces(
    X: Array,
    H: Array,
    p: Blocks,
    gate: Callable[[Array], Array] = sigmoid,
    reverse: bool = False,
    bias: float = 1,
    memory: float = 1,
) -> dict[str, Array]:
    """Give f, i, o and C, the candidate, with one thing replaced."""
    joined = [X, memory * H] if reverse else [memory * H, X]
    v = np.concatenate(joined, axis=1)
    Z = {name: v @ p[f"W_{name}"] + bias * p[f"b_{name}"] for name in "fiCo"}
    return {name: np.tanh(z) if name == "C" else gate(z) for name, z in Z.items()} | {
        f"z_{name}": z for name, z in Z.items()
    }


def step(
    X: Array, H: Array, C: Array, p: Blocks, fault: str = ""
) -> tuple[Array, Array]:
    """Take a step with a slip, named by its code."""
    parts = pieces(
        X,
        H,
        p,
        gate=np.tanh if fault == "gates-tanh" else sigmoid,
        reverse=fault == "concat-reversed",
        bias=0 if fault == "bias-forgotten" else 1,
        memory=0 if fault == "input-only" else 1,
    )
    f, i, o, g = (parts[name] for name in "fioC")
    if fault == "candidate-sigmoid":
        g = sigmoid(parts["z_C"])
    if fault == "gates-swapped":
        f, i = i, f
    keep = {"forget-inverted": 1 - f, "forget-missing": 1 + 0 * f}.get(fault, f)
    admit = {
        "coupled-gates": 1 - f,
        "not-admitted": 0 * i,
        "admitted-whole": 1 + 0 * i,
    }.get(fault, i)
    new = keep * C + admit * g
    shown = {
        "output-tanh-forgotten": new,
        "old-memory-out": np.tanh(C),
        "candidate-out": g,
    }.get(fault, np.tanh(new))
    o = 1 + 0 * o if fault == "output-gate-missing" else o
    if fault in ("old-memory-returned", "output-twice"):
        return o * shown, C if fault == "old-memory-returned" else o * shown
    return (new, o * shown) if fault == "returns-swapped" else (o * shown, new)


STEP_CODES = (
    *("gates-swapped", "forget-inverted", "forget-missing", "coupled-gates"),
    *("candidate-sigmoid", "gates-tanh", "output-tanh-forgotten", "old-memory-out"),
    *("candidate-out", "concat-reversed", "returns-swapped", "bias-forgotten"),
    *("input-only", "not-admitted", "admitted-whole", "output-gate-missing"),
)


def _step(code: str) -> Callable[..., tuple]:
    return lambda X, H, C, p: step(X, H, C, p, code)


def walk(
    X: Array,
    H: Array,
    C: Array,
    p: Blocks,
    fault: str = "",
    carry: tuple[bool, bool] = (True, True),
) -> tuple[Array, Array]:
    """Run through a sequence with a slip; ``carry`` says what is passed on, H and C."""
    starts, outputs = (H, C), []
    for t in range(np.shape(X)[1]):
        given = [
            now if kept else first for now, first, kept in _zip(H, C, starts, carry)
        ]
        H, C = step(X[:, t], *given, p, fault)
        outputs.append(H)
    return np.stack(outputs, axis=1), C


def _zip(H: Array, C: Array, starts: tuple, carry: tuple) -> list[tuple]:
    return list(zip((H, C), starts, carry, strict=True))


def _walked(code: str) -> Callable[..., tuple]:
    return lambda X, H, C, p: walk(X, H, C, p, code)


def _never_fresh(X: Array, H: Array, C: Array, p: Blocks) -> tuple[Array, Array]:
    outputs, ends, h, c = [], [], H[:1], C[:1]
    for i in range(len(X)):
        out, c = walk(X[i : i + 1], h, c, p)
        h = out[:, -1]
        outputs.append(out[0])
        ends.append(c[0])
    return np.array(outputs), np.array(ends)


def _along_examples(X: Array, H: Array, C: Array, p: Blocks) -> tuple[Array, Array]:
    outputs = []
    for rows in X:
        H, C = step(rows, H, C, p)
        outputs.append(H)
    return np.array(outputs), C


def _parts_shaped(first: int, second: int) -> Probe:
    """Recognise two parts by their numbers of axes."""

    def holds(values: list[Any], _calls: list[Any]) -> bool:
        return all(
            isinstance(value, (tuple, list))
            and len(value) == 2
            and np.ndim(value[0]) == first
            and np.ndim(value[1]) == second
            for value in values
        )

    return Probe(holds)


def _memories(X: Array, H: Array, C: Array, p: Blocks) -> tuple[Array, Array]:
    kept = []
    for t in range(np.shape(X)[1]):
        H, C = step(X[:, t], H, C, p)
        kept.append(C)
    return np.stack(kept, axis=1), C


def _time_first(X: Array, H: Array, C: Array, p: Blocks) -> tuple[Array, Array]:
    outputs, memory = walk(X, H, C, p)
    return outputs.swapaxes(0, 1), memory


FORWARD_WRONG = {
    **{code: _walked(code) for code in STEP_CODES if code != "returns-swapped"},
    "stale-state": lambda *rest: walk(*rest, carry=(False, False)),
    "memory-not-carried": lambda *rest: walk(*rest, carry=(True, False)),
    "output-not-carried": lambda *rest: walk(*rest, carry=(False, True)),
    "start-ignored": lambda X, H, C, p: walk(X, 0 * H, 0 * C, p),
    "time-first": _time_first,
    "state-across-sequences": _never_fresh,
    "memories-for-outputs": _memories,
    "time-is-batch": _along_examples,
    "returns-swapped": _parts_shaped(2, 3),
    "last-only": _parts_shaped(2, 2),
    "all-memories": _parts_shaped(3, 3),
}


def _gate(name: str, others: str) -> dict[str, Any]:
    """Give the wrong forms of one block, ``name`` of f, i, C, o."""

    def form(**how: Any) -> Callable[..., Array]:
        return lambda X, H, p: pieces(X, H, p, **how)[name]

    wrong = {
        "concat-reversed": form(reverse=True),
        "bias-forgotten": form(bias=0),
        "input-only": form(memory=0),
        "activation-forgotten": lambda X, H, p: pieces(X, H, p)[f"z_{name}"],
    }
    if name == "C":
        wrong["candidate-sigmoid"] = lambda X, H, p: sigmoid(pieces(X, H, p)["z_C"])
    else:
        wrong["gates-tanh"] = form(gate=np.tanh)
        swapped = {"f": "i", "i": "f"}.get(name)
        if swapped:
            wrong["gates-swapped"] = lambda X, H, p: pieces(X, H, p)[swapped]
    if name in "fi":
        code = "forget-inverted" if name == "f" else "input-inverted"
        wrong[code] = lambda X, H, p: 1 - pieces(X, H, p)[name]
    wrong["other-block"] = one_of(
        *(
            lambda X, H, p, other=other: (np.tanh if name == "C" else sigmoid)(
                pieces(X, H, p)[f"z_{other}"]
            )
            for other in others
        )
    )
    return wrong


# the step of the exercise by hand: h, c, x and (w_h, w_x, b) of f, i, C, o
HAND = (0.4, -0.8, 0.5)
HAND_BLOCKS = {"f": (-1, 2, 0.5), "i": (0.5, 1, -1)}
HAND_BLOCKS |= {"C": (-1.5, 2.5, -1.75), "o": (2, -0.5, 1)}


def hand_step(fault: str = "") -> list[float]:
    """Give f, i, candidate, o, C, h of the exercise by hand, with a slip."""
    h, c, x = (np.array([[part]], dtype=float) for part in HAND)
    p: Blocks = {}
    for name, (w_h, w_x, b) in HAND_BLOCKS.items():
        p[f"W_{name}"] = np.array([[w_h], [w_x]], dtype=float)
        p[f"b_{name}"] = np.array([b], dtype=float)
    how = {
        "gates-tanh": {"gate": np.tanh},
        "concat-reversed": {"reverse": True},
        "bias-forgotten": {"bias": 0},
        "input-only": {"memory": 0},
    }.get(fault, {})
    parts = pieces(x, h, p, **how)
    if fault == "candidate-sigmoid":
        parts["C"] = sigmoid(parts["z_C"])
    names = "ifCo" if fault == "gates-swapped" else "fiCo"
    out, memory = step(x, h, c, p, fault)
    found = [*(parts[name] for name in names), memory, out]
    return [float(part.item()) for part in found]


COUNT = {
    "one-gate": "You counted one of four blocks.",
    "three-gates": "The candidate has weights too.",
    "memory-weights-forgotten": "The previous output has weights as well.",
    "all-doubled": "torch doubles the biases alone: each block keeps one W of [h, x].",
    "one-bias-torch": "torch keeps two bias vectors per block.",
    "gate-order": "torch stacks i, f, g, o.",
    "biases-forgotten": "Every block has a bias for each of its units.",
    "times-steps": "You multiplied by the steps. The same weights are used at every "
    "step, so they count once.",
    "sizes-exchanged": "You exchanged d and h: the state has h numbers, so W_h is h by "
    "h.",
    "not-turned": "torch stores (4h, d) and (4h, h): its rows are units. Turn ours.",
    "halves-exchanged": "The upper rows of a block belong to h, the lower to x.",
    "bias-twice": "torch adds its two bias vectors, so together they must be b, not "
    "twice b.",
    "bias-left-out": "Our bias is in neither of torch's two.",
}


def _block(d: int, h: int, _n: int) -> int:
    return h * (h + d) + h


def _counted(
    one: Callable[..., int] = _block, times: int = 4, second: int = 4
) -> Callable[..., tuple]:
    """Count, with the size of one block, its number and the second biases replaced."""
    return lambda d, h, n: (
        one(d, h, n),
        times * one(d, h, n),
        times * one(d, h, n) + second * h,
    )


def stack(
    p: Blocks, order: str = "ifCo", halves: bool = False, turn: bool = True
) -> tuple[Array, Array, Array]:
    """Give torch's arrays, its biases added, with one thing replaced."""
    h = len(p["b_f"])
    W = np.concatenate([p[f"W_{name}"] for name in order], axis=1)
    W_h, W_x = (W[-h:], W[:-h]) if halves else (W[:h], W[h:])
    b = np.concatenate([p[f"b_{name}"] for name in order])
    return (W_x.T, W_h.T, b) if turn else (W_x, W_h, b)


WRONG_ORDERS = ["".join(order) for order in permutations("ifCo")][1:]


def _other_order(values: list[Any], calls: list[Any]) -> bool:
    """Tell whether the blocks are right and lie in another order."""

    def gives(value: Any, p: Blocks, order: str) -> bool:
        W_x, W_h, first, second = (np.asarray(part, dtype=float) for part in value)
        pairs = zip((W_x, W_h, first + second), stack(p, order), strict=True)
        return all(a.shape == b.shape and np.allclose(a, b) for a, b in pairs)

    return any(
        all(
            gives(value, call.arguments[0], order)
            for value, call in zip(values, calls, strict=True)
        )
        for order in WRONG_ORDERS
    )


def _not_turned(shape: tuple[int, ...], p: Blocks) -> bool:
    """Tell whether W_ih lies side by side, or piled up, with units as columns."""
    rows, h = np.shape(p["W_f"])
    return shape in ((rows - h, 4 * h), (4 * (rows - h), h))


def _scaled_bias(factor: float) -> Callable[[Blocks], tuple]:
    return lambda p: _four((*stack(p)[:2], factor * stack(p)[2]))


def _four(three: tuple[Array, Array, Array]) -> tuple[Array, ...]:
    """Give the four arrays that are asked, the second bias 0."""
    return (*three, 0 * three[2])


EXPOSE = {
    "order-mixed": "Your three numbers would do in another order: h, then c, then x.",
    "memory-not-zero": "Your memory C is not 0, so 1 − f in place of f is noticed. "
    "What must C be for the forget gate not to matter?",
    "memory-zero": "With C = 0 the forget gate has nothing to keep: 1 − f stays "
    "unnoticed.",
    "start-not-zero": "Your h is not 0, so its weights are noticed. What must h be?",
    "start-zero": "With h = 0 its weights do not matter: a step that leaves h out "
    "stays unnoticed.",
    "candidate-not-zero": "Your new memory is not near 0, and there tanh is noticed. "
    "With h = 0 and C = 0 it is i · C̃: for which x is the sum of the candidate 0?",
    "memory-small": "Your new memory is small, and there tanh changes next to nothing. "
    "Start with a larger C.",
    "gate-half-open": "Near f = 0.5, f and 1 − f are alike. Take an x and an h for "
    "which the forget gate is wide open or shut.",
    "output-gate-shut": "Your output gate is nearly shut, and so every difference is "
    "small. Take an x that opens it.",
}


def _case(value: Any) -> tuple[float, float, float]:
    h, c, x = (float(part) for part in value)
    return h, c, x


def _with(test: Callable[..., bool]) -> Probe:
    return Probe(lambda values, _: bool(test(*_case(values[0]))))


def _unseen(value: Any) -> list[bool]:
    return [wrong_on(_case(value), fault) < 0.05 for fault in HIDDEN_FAULTS]


def _unseen_with(*tests: Any) -> Probe:
    """Recognise by which fault stays unseen, and by h, c, x."""
    place, test = tests
    return Probe(
        lambda values, _: _unseen(values[0])[place] and bool(test(*_case(values[0])))
    )


ANSWERS = {"P": "6", "Q": "3", "R": "1", "S": "2"}
FOUND = {
    "fault-in-p": "P has another fault. Print its h and C beside the right ones: in P "
    "it is the memory that differs.",
    "fault-in-q": "Q has another fault. Its memory is right and its output is not.",
    "fault-in-r": "R has another fault. Try a large C: which gate does it meet?",
    "fault-in-s": "S has another fault. Try C = 0: the new memory has another sign or "
    "size.",
    "letters-mixed": "More than one letter has the number of another fault. Change one "
    "of h, C and x at a time, and compare with a step of your own.",
}


def _letters(values: list[Any]) -> list[str]:
    found = {str(k).strip().upper(): str(v).strip() for k, v in dict(values[0]).items()}
    return [letter for letter in ANSWERS if found.get(letter) != ANSWERS[letter]]


def _letter(letter: str) -> Probe:
    return Probe(lambda values, _: _letters(values) == [letter])


TASKS = {
    "lstm-hand": Task(
        LSTM,
        {code: (lambda code=code: hand_step(code)) for code in STEP_CODES},
        GATES,
    ),
    "lstm-forget": Task(LSTM, _gate("f", "Co"), GATES),
    "lstm-input": Task(LSTM, _gate("i", "Co"), GATES),
    "lstm-candidate": Task(LSTM, _gate("C", "fio"), GATES),
    "lstm-output": Task(LSTM, _gate("o", "fiC"), GATES),
    "lstm-memory": Task(
        LSTM,
        {
            "gates-swapped": lambda f, i, g, C: i * C + f * g,
            "forget-inverted": lambda f, i, g, C: (1 - f) * C + i * g,
            "forget-missing": lambda f, i, g, C: C + i * g,
            "coupled-gates": lambda f, i, g, C: f * C + (1 - f) * g,
            "not-admitted": lambda f, i, g, C: f * C,
            "admitted-whole": lambda f, i, g, C: f * C + g,
            "matrix-product": lambda f, i, g, C: f @ C + i @ g,
        },
        GATES,
    ),
    "lstm-shown": Task(
        LSTM,
        {
            "output-tanh-forgotten": lambda o, C: o * C,
            "output-gate-missing": lambda o, C: np.tanh(C),
            "matrix-product": lambda o, C: o @ np.tanh(C),
            "gates-tanh": lambda o, C: np.tanh(o) * np.tanh(C),
            "sigmoid-for-tanh": lambda o, C: o * sigmoid(C),
        },
        GATES,
    ),
    "lstm-step": Task(
        LSTM,
        {
            code: _step(code)
            for code in (*STEP_CODES, "old-memory-returned", "output-twice")
        },
        GATES,
    ),
    "lstm-forward": Task(LSTM, FORWARD_WRONG, GATES),
    "lstm-count": Task(
        COUNT,
        {
            "one-gate": _counted(times=1, second=1),
            "three-gates": one_of(_counted(times=3, second=3), _counted(times=3)),
            "memory-weights-forgotten": _counted(lambda d, h, n: h * d + h),
            "one-bias-torch": _counted(second=0),
            "all-doubled": lambda d, h, n: (
                _block(d, h, n),
                4 * _block(d, h, n),
                8 * _block(d, h, n),
            ),
            "biases-forgotten": one_of(
                _counted(lambda d, h, n: h * (h + d), second=0),
                _counted(lambda d, h, n: h * (h + d)),
                _counted(lambda d, h, n: h * (h + d), second=8),
            ),
            "times-steps": _counted(lambda d, h, n: n * _block(d, h, n)),
            "sizes-exchanged": one_of(
                _counted(lambda d, h, n: d * (h + d) + h),
                _counted(lambda d, h, n: d * (h + d) + d),
                lambda d, h, n: _counted()(h, d, n),
            ),
        },
        TORCH,
    ),
    "lstm-stack": Task(
        COUNT,
        {
            "gate-order": Probe(_other_order),
            "halves-exchanged": lambda p: _four(stack(p, halves=True)),
            "not-turned": Probe(
                lambda values, calls: all(
                    _not_turned(np.shape(value[0]), call.arguments[0])
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "bias-twice": _scaled_bias(2),
            "bias-left-out": _scaled_bias(0),
        },
        TORCH,
    ),
    "lstm-hiding": Task(
        EXPOSE,
        {
            "order-mixed": Probe(
                lambda values, _: any(
                    all(wrong_on(case, fault) < 1e-9 for fault in HIDDEN_FAULTS)
                    for case in list(permutations(_case(values[0])))[1:]
                )
            ),
            "memory-not-zero": _with(lambda h, c, x: c != 0),
            "start-not-zero": _with(lambda h, c, x: h != 0),
            "candidate-not-zero": _with(lambda h, c, x: h == 0 == c),
        },
        GATES,
    ),
    "lstm-exposing": Task(
        EXPOSE,
        {
            "memory-zero": _unseen_with(0, lambda h, c, x: c == 0),
            "start-zero": _unseen_with(2, lambda h, c, x: h == 0),
            "output-gate-shut": _with(
                lambda h, c, x: sigmoid(1.5 * h + x - 0.5) < 0.15
            ),
            "gate-half-open": _unseen_with(
                0, lambda h, c, x: abs(sigmoid(h - 0.5 * x + 2) - 0.5) < 0.2
            ),
            "memory-small": _unseen_with(1, lambda h, c, x: abs(c) < 1.5),
        },
        GATES,
    ),
    "lstm-faults": Task(
        FOUND,
        {
            "fault-in-p": _letter("P"),
            "fault-in-q": _letter("Q"),
            "fault-in-r": _letter("R"),
            "fault-in-s": _letter("S"),
            "letters-mixed": Probe(lambda values, _: len(_letters(values)) > 1),
        },
        GATES,
    ),
}
