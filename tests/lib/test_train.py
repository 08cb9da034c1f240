"""Training: what fit does, keeps, restores, repeats and refuses."""

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest

from nnbyhand.history import EarlyStopping, History
from nnbyhand.layers import Dense, Dropout
from nnbyhand.losses import cross_entropy, half_squared, half_squared_gradient
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam
from nnbyhand.prepare import one_hot
from nnbyhand.schedules import cosine, first_rise
from nnbyhand.train import evaluate, fit, rate_test

pytestmark = pytest.mark.filterwarnings("error")


def blobs(n=300, seed=0):
    """Three groups of points around three places."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 3, n)
    centres = np.array([[2.0, 0.0], [-2.0, 1.0], [0.0, -2.5]])
    return centres[labels] + rng.normal(0, 0.7, (n, 2)), labels


def network(seed=0, **options):
    return Network([2, 8, 3], rng=np.random.default_rng(seed), **options)


X, Y = blobs()
VAL = blobs(100, seed=1)


def rng(seed=5):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_learns_and_keeps_a_history(dtype):
    net = network(dtype=dtype)
    history = fit(net, X, Y, rng=rng(), epochs=15, validation=VAL, optimiser=SGD(0.2))
    assert history.loss[-1] < 0.3 * history.loss[0]
    assert history.val_accuracy[-1] > 0.95
    lengths = {len(values) for values in (history.loss, history.accuracy, history.lr)}
    assert lengths == {15} == {len(history.val_loss), len(history.val_accuracy)}
    assert history.val_loss[-1], history.val_accuracy[-1] == evaluate(net, *VAL)
    assert history.best_epoch is None
    assert net.params["0.W"].dtype == dtype
    assert repr(history).startswith("History of 15 epochs, loss ")


def test_same_seed_same_run_and_another_seed_another():
    runs = [fit(network(), X, Y, rng=rng(seed), epochs=2) for seed in (1, 1, 2)]
    assert runs[0] == runs[1]
    assert runs[0].loss != runs[2].loss


def test_the_loss_of_an_epoch_weighs_batches_by_size():
    net = network()
    frozen = SGD(1e-12)  # weights stand still, so the average is the loss itself
    history = fit(
        net, X[:10], Y[:10], rng=rng(), epochs=1, batch_size=3, optimiser=frozen
    )
    assert history.loss[0] == pytest.approx(evaluate(net, X[:10], Y[:10])[0], rel=1e-9)
    assert history.accuracy[0] == evaluate(net, X[:10], Y[:10])[1]


def test_weights_of_classes_and_examples_reach_loss_and_gradient():
    weights, by_class = np.linspace(0.1, 3, 10), np.array([1.0, 5.0, 2.0])
    net = network()
    want = cross_entropy(net.forward(X[:10]), Y[:10], weights, by_class)
    keywords = {"rng": rng(), "epochs": 1, "optimiser": SGD(1e-12)}
    history = fit(
        net,
        X[:10],
        Y[:10],
        sample_weights=weights,
        class_weights=by_class,
        batch_size=4,
        **keywords,
    )
    assert history.loss[0] == pytest.approx(want, rel=1e-9)
    only_first = fit(  # some batches of 2 weigh nothing and are passed over
        one := network(),
        X,
        Y,
        sample_weights=(Y == 0) * 1.0,
        rng=rng(),
        epochs=5,
        batch_size=2,
    )
    assert only_first.loss[-1] < 0.05
    assert (one.predict(X).argmax(axis=1) == 0).all()


def test_one_epoch_equals_the_loop_written_out_in_torch():
    torch = pytest.importorskip("torch")
    net = network()
    W1, b1, W2, b2 = (
        torch.tensor(p, requires_grad=True) for p in net.copy_params().values()
    )
    optimiser = torch.optim.Adam([W1, b1, W2, b2], lr=0.01)
    order = rng().permutation(len(X))
    for i in range(0, len(X), 64):
        rows = order[i : i + 64]
        optimiser.zero_grad()
        A = torch.relu(torch.tensor(X[rows]) @ W1 + b1) @ W2 + b2
        torch.nn.functional.cross_entropy(A, torch.tensor(Y[rows])).backward()
        optimiser.step()
    fit(net, X, Y, rng=rng(), epochs=1, optimiser=Adam(0.01))
    for ours, twin in zip(net.params.values(), (W1, b1, W2, b2), strict=True):
        np.testing.assert_allclose(ours, twin.detach().numpy(), rtol=1e-9)


def test_dropout_is_on_in_training_and_off_in_validation():
    class Spy(Dropout):
        def forward(self, X, train=False):
            seen.append((len(X), train))
            return super().forward(X, train)

    seen = []
    layers = [Dense(2, 8, rng()), Spy(0.2, rng()), Dense(8, 3, rng())]
    net = Network.from_layers(layers)
    fit(net, X, Y, rng=rng(), epochs=1, batch_size=150, validation=VAL)
    assert seen[-3:] == [(150, True), (150, True), (100, False)]


def test_early_stopping_brings_the_best_weights_back():
    seen = []
    net = network()

    def watch(epoch, history):
        seen.append((history.val_loss[-1], net.copy_params()))

    history = fit(
        net,
        X[:20],
        rng(3).permutation(Y[:20]),
        rng=rng(),
        epochs=200,
        optimiser=Adam(0.05),
        validation=VAL,
        callback=watch,
        early_stopping=EarlyStopping(patience=4),
    )
    assert len(history.loss) < 200
    best = min(range(len(seen)), key=lambda i: seen[i][0])
    assert history.best_epoch == best + 1 == len(seen) - 4
    for name, p in net.params.items():
        np.testing.assert_array_equal(p, seen[best][1][name])
    assert evaluate(net, *VAL)[0] == seen[best][0]


def test_best_weights_come_back_although_no_stop_was_needed():
    stopping = EarlyStopping(patience=50)
    net = network()
    history = fit(
        net,
        X[:20],
        rng(3).permutation(Y[:20]),
        rng=rng(),
        epochs=10,
        optimiser=Adam(0.05),
        validation=VAL,
        early_stopping=stopping,
    )
    assert evaluate(net, *VAL)[0] == min(history.val_loss) == stopping.best
    fit(net, X, Y, rng=rng(), epochs=1, validation=VAL, early_stopping=stopping)
    assert stopping.epoch == 1  # the second run starts anew


def test_a_tie_is_no_improvement_and_patience_starts_again():
    stopping = EarlyStopping(patience=2)
    assert not any(stopping.update(v) for v in (1.0, 1.0, 0.9, 0.9))
    assert stopping.update(0.9)
    assert stopping.best_epoch == 3


def test_a_gain_smaller_than_min_delta_is_no_improvement():
    stopping = EarlyStopping(patience=2, min_delta=0.1)
    assert [stopping.update(v) for v in (1.0, 0.95, 0.91)] == [False, False, True]
    assert stopping.best_epoch == 1


def test_callback_and_schedule():
    seen = []
    history = fit(
        network(),
        X,
        Y,
        rng=rng(),
        epochs=3,
        batch_size=100,
        optimiser=SGD(cosine(0.2, 9)),
        callback=lambda epoch, h: seen.append((epoch, len(h.loss))),
    )
    assert seen == [(1, 1), (2, 2), (3, 3)]
    np.testing.assert_allclose(history.lr, [cosine(0.2, 9)(k) for k in (0, 3, 6)])


def _accuracies(targets):
    return fit(network(), X, targets, loss="mse", rng=rng(), epochs=1).accuracy


def test_other_targets_have_a_loss_and_accuracy_only_where_classes_are():
    squared = fit(
        network(output="sigmoid"),
        X,
        one_hot(Y, 3),
        loss="half_squared",
        rng=rng(),
        epochs=5,
    )
    assert squared.accuracy[-1] > 0.5
    assert _accuracies(rng().normal(size=(300, 3))) == []  # three numbers, no classes
    line = Network([1, 1], rng=rng())
    x = np.linspace(-1, 1, 50)[:, None]
    pair = (half_squared, half_squared_gradient)
    history = fit(line, x, 3 * x + 1, loss=pair, rng=rng(), epochs=60, batch_size=10)
    assert history.accuracy == []
    assert line.params["0.W"][0, 0] == pytest.approx(3, abs=1e-3)
    assert line.params["0.b"][0] == pytest.approx(1, abs=1e-3)


def test_divergence_is_named_with_the_rate():
    with pytest.raises(FloatingPointError, match=r"has diverged; .* than 1e\+12"):
        fit(
            network(),
            X,
            Y,
            rng=rng(),
            loss="cross_entropy",
            optimiser=SGD(1e12),
            epochs=9,
        )
    with pytest.raises(FloatingPointError, match="diverged"):
        fit(
            network(),
            X,
            one_hot(Y, 3),
            rng=rng(),
            optimiser=SGD(1e6),
            epochs=9,
            loss=(
                lambda a, y, w=None: float(((a - y) ** 2).sum()),
                lambda a, y, w=None: a - y,
            ),
        )


def test_rate_test_finds_an_edge_and_restores():
    net = network()
    before = net.copy_params()
    lrs = 10.0 ** np.linspace(-4, 4, 60)
    losses = rate_test(net, X, Y, lrs)
    assert 0.01 < lrs[first_rise(losses)] < 100
    for name, p in net.params.items():
        np.testing.assert_array_equal(p, before[name])


def test_progress_shows_a_bar_only_when_asked(capsys):
    fit(network(), X, Y, rng=rng(), epochs=2)
    assert capsys.readouterr() == ("", "")
    fit(network(), X, Y, rng=rng(), epochs=2, progress=True)
    assert "2/2" in capsys.readouterr().err


def test_data_and_labels_stay_as_they_are():
    kept = X.copy(), Y.copy()
    fit(network(), X, Y, rng=rng(), epochs=1)
    np.testing.assert_array_equal(X, kept[0])
    np.testing.assert_array_equal(Y, kept[1])


def test_an_epoch_allocates_a_few_batches_only():
    big = np.random.default_rng(0).random((4096, 800))  # 26 MB; a batch is 0.4 MB
    labels = np.arange(4096) % 3
    net = Network([800, 8, 3], rng=rng())
    fit(net, big[:64], labels[:64], rng=rng(), epochs=1)
    tracemalloc.start()
    fit(net, big, labels, rng=rng(), epochs=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * big[:64].nbytes


def test_imports_stay_light():
    code = (
        "import sys, nnbyhand.train, nnbyhand.gradcheck, nnbyhand.metrics;"
        "assert not {'torch', 'tqdm', 'matplotlib', 'IPython'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_refusals():
    net = network()
    with pytest.raises(ValueError, match="same examples, got 300 and 299"):
        fit(net, X, Y[:-1], rng=rng())
    with pytest.raises(ValueError, match="same examples, got 0 and 0"):
        fit(net, X[:0], Y[:0], rng=rng())
    with pytest.raises(TypeError, match="X and Y must be NumPy arrays"):
        fit(net, X.tolist(), Y, rng=rng())
    with pytest.raises(TypeError, match="rng must be a numpy Generator"):
        fit(net, X, Y, rng=0)
    with pytest.raises(TypeError, match="rng must be a numpy Generator, got None"):
        fit(net, X, Y, rng=None)
    with pytest.raises(ValueError, match="loss must be one of mse"):
        fit(net, X, Y, rng=rng(), loss="hinge")
    with pytest.raises(ValueError, match="from 0 to 2, got values from 0 to 3"):
        fit(net, X, np.where(Y == 2, 3, Y), rng=rng())
    with pytest.raises(ValueError, match=r"fit: X\[0:256\] must be finite, got nan"):
        fit(net, np.where(X > 2, np.nan, X), Y, rng=rng())
    with pytest.raises(ValueError, match="early_stopping needs validation"):
        fit(net, X, Y, rng=rng(), early_stopping=EarlyStopping())
    with pytest.raises(ValueError, match="class_weights needs the loss"):
        fit(net, X, one_hot(Y, 3), rng=rng(), loss="mse", class_weights=[1, 1, 1])
    with pytest.raises(ValueError, match=r"sample_weights must be \(300,\)"):
        fit(net, X, Y, rng=rng(), sample_weights=[1, 2])
    for wrong in ({"patience": 0}, {"min_delta": -1}):
        with pytest.raises(ValueError, match="patience must be at least 1"):
            EarlyStopping(**wrong)
    for epochs in (0, -1, 1.5):
        with pytest.raises(ValueError, match="epochs must be a whole number above 0"):
            fit(net, X, Y, rng=rng(), epochs=epochs)
    assert repr(History()) == "History of 0 epochs"
