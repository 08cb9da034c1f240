"""Optimisers against torch over many steps; schedules; the range test."""

import math

import numpy as np
import pytest

from nnbyhand.optim import SGD, Adam, Momentum, RMSProp, is_bias
from nnbyhand.schedules import (
    constant,
    cosine,
    first_rise,
    range_test,
    step_decay,
    warm_up,
)

pytestmark = pytest.mark.filterwarnings("error")

TWINS = {
    "SGD": (SGD, "SGD", {}),
    "Momentum": (Momentum, "SGD", {"momentum": 0.9}),
    "RMSProp": (RMSProp, "RMSprop", {"alpha": 0.9}),
    "Adam": (Adam, "Adam", {}),
}


def start(dtype=np.float64):
    rng = np.random.default_rng(0)
    return {
        "0.W": rng.normal(size=(4, 3)).astype(dtype),
        "0.b": rng.normal(size=3).astype(dtype),
    }


@pytest.mark.parametrize("weight_decay", [0.0, 0.3])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", TWINS)
def test_twenty_steps_agree_with_torch(name, dtype, weight_decay):
    torch = pytest.importorskip("torch")
    ours, theirs, options = TWINS[name]
    params = start(dtype)
    tensors = {key: torch.tensor(p.copy()) for key, p in params.items()}
    groups = [
        {"params": [tensors["0.W"]], "weight_decay": weight_decay},
        {"params": [tensors["0.b"]], "weight_decay": 0.0},
    ]
    optimiser = ours(0.05, weight_decay=weight_decay)
    twin = getattr(torch.optim, theirs)(groups, lr=0.05, **options)
    rng = np.random.default_rng(1)
    for _ in range(20):
        grads = {k: rng.normal(size=p.shape).astype(dtype) for k, p in params.items()}
        kept = {key: g.copy() for key, g in grads.items()}
        optimiser.step(params, grads)
        for key, tensor in tensors.items():
            tensor.grad = torch.tensor(kept[key])
            np.testing.assert_array_equal(grads[key], kept[key])
        twin.step()
    rtol = 1e-9 if dtype == np.float64 else 1e-4
    for key, p in params.items():
        assert p.dtype == dtype
        np.testing.assert_allclose(p, tensors[key].numpy(), rtol=rtol, atol=rtol / 10)


@pytest.mark.parametrize("name", TWINS)
def test_the_arrays_themselves_move_and_parameters_share_no_memory(name):
    params = start()
    W, b = params["0.W"], params["0.b"]
    old_b = b.copy()
    optimiser = TWINS[name][0](0.1)
    for _ in range(3):
        optimiser.step(params, {"0.W": np.ones((4, 3)), "0.b": np.zeros(3)})
    assert params["0.W"] is W
    np.testing.assert_array_equal(b, old_b)


@pytest.mark.parametrize("name", TWINS)
def test_state_goes_on_where_it_stopped(name):
    rng = np.random.default_rng(2)
    steps = [
        {"0.W": rng.normal(size=(4, 3)), "0.b": rng.normal(size=3)} for _ in "12345"
    ]
    through, stopped = start(), start()
    one, two = TWINS[name][0](0.1), TWINS[name][0](0.1)
    for grads in steps:
        one.step(through, grads)
    for grads in steps[:2]:
        two.step(stopped, grads)
    three = TWINS[name][0](0.1)
    state = two.state()
    two.step(start(), steps[0])  # what was saved must not follow
    three.set_state(state)
    for grads in steps[2:]:
        three.step(stopped, grads)
    np.testing.assert_array_equal(through["0.W"], stopped["0.W"])
    assert three.n_steps == 5


@pytest.mark.parametrize("name", TWINS)
def test_descends_on_a_bowl(name):
    params = {"w": np.array([3.0, -2.0])}
    optimiser = TWINS[name][0](0.1)
    for _ in range(300):
        optimiser.step(params, {"w": 2 * params["w"]})
    assert np.abs(params["w"]).max() < 0.1


def test_a_schedule_sets_the_rate_of_each_step():
    optimiser = SGD(step_decay(1.0, every=2, factor=0.5))
    params = {"w": np.zeros(1)}
    moves = []
    for _ in range(5):
        before = params["w"].copy()
        optimiser.step(params, {"w": np.ones(1)})
        moves.append(float((before - params["w"])[0]))
    assert moves == [1, 1, 0.5, 0.5, 0.25]
    assert repr(optimiser) == "SGD, lr 0.25, 5 steps"


def test_cosine_agrees_with_torch():
    torch = pytest.importorskip("torch")
    parameter = torch.nn.Parameter(torch.zeros(1))
    twin = torch.optim.SGD([parameter], lr=0.3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(twin, 10, eta_min=0.01)
    ours = cosine(0.3, 10, lr_end=0.01)
    for step in range(10):
        assert ours(step) == pytest.approx(twin.param_groups[0]["lr"], rel=1e-9)
        twin.step(), schedule.step()
    assert ours(10) == ours(500) == pytest.approx(0.01)


def test_warm_up_rises_and_hands_over():
    schedule = warm_up(cosine(1.0, 10), n_steps=5)
    rates = [schedule(step) for step in range(16)]
    np.testing.assert_allclose(rates[:5], [0.2, 0.4, 0.6, 0.8, 1.0])
    assert rates[5] == 1.0
    assert rates[10] == pytest.approx(0.5)
    assert rates[15] == pytest.approx(0.0)
    assert constant(0.2)(99) == 0.2


def test_range_test_restores_even_after_a_failure_and_stops_when_not_finite():
    params = {"w": np.array([1.0])}

    def loss_and_grads():
        w = params["w"]
        return float((2 * w**2).sum()), {"w": 4 * w}

    lrs = 10.0 ** np.linspace(-3, 200, 60)
    losses = range_test(params, loss_and_grads, lrs)
    assert params["w"].tolist() == [1.0]
    assert np.isnan(losses[-1])
    assert losses[0] == pytest.approx(2 * (1 - 0.004) ** 2)

    def failing():
        if params["w"][0] < 0.9:
            raise KeyError("stop")
        return loss_and_grads()

    with pytest.raises(KeyError):
        range_test(params, failing, [0.01, 0.1, 0.1])
    assert params["w"].tolist() == [1.0]


def test_first_rise_counts_nan_as_a_rise_and_refuses_a_steady_fall():
    assert first_rise([3.0, 2.0, 2.0, np.nan]) == 3
    with pytest.raises(ValueError, match="never rise"):
        first_rise([3.0, 2.0, 2.0])


@pytest.mark.parametrize("name", ["0.b", "b", "3.b_f", "1.bias"])
def test_biases_are_known_by_name(name):
    assert is_bias(name)
    assert not is_bias(name.replace("b", "W"))


@pytest.mark.parametrize("wrong", [0, -1, math.nan, math.inf, "fast", None])
def test_wrong_rates_are_refused(wrong):
    for make in (SGD, Adam, constant, lambda lr: cosine(lr, 5)):
        with pytest.raises(ValueError, match="lr must be above 0"):
            make(wrong)


def test_other_refusals():
    with pytest.raises(ValueError, match="weight_decay must not be negative"):
        SGD(weight_decay=-1)
    with pytest.raises(ValueError, match="betas must be at least 0 and below 1"):
        Adam(betas=(0.9, 1.0))
    with pytest.raises(TypeError, match="w must hold floats, got int64"):
        SGD().step({"w": np.array([1, 2])}, {"w": np.ones(2)})
    params, before = start(), start()
    with pytest.raises(ValueError, match=r"gradient of 0.b must be \(3,\)"):
        SGD().step(params, {"0.W": np.ones((4, 3)), "0.b": np.ones(4)})
    np.testing.assert_array_equal(params["0.W"], before["0.W"])  # none has moved
    optimiser = Adam()
    with pytest.raises(ValueError, match=r"equal names, got 0.W, 0.b and 0.W"):
        optimiser.step(start(), {"0.W": np.ones((4, 3))})
    with pytest.raises(ValueError, match=r"gradient of 0.W must be \(4, 3\)"):
        optimiser.step(start(), {"0.W": np.ones((3, 4)), "0.b": np.ones(3)})
    optimiser = Adam()
    optimiser.step(start(), start())
    with pytest.raises(ValueError, match=r"memory of 0.W must be \(2, 2\)"):
        optimiser.step({"0.W": np.ones((2, 2))}, {"0.W": np.ones((2, 2))})
