"""What lesson 08 draws and says, and its one line where PyTorch is missing."""

import importlib.util

import numpy as np
import pytest

from nnbyhand import data, plots
from nnbyhand.explorers import pytorch as explore


@pytest.fixture(scope="module")
def answers():
    """Give twelve images with made-up probabilities: rows 3 and 7 are wrong."""
    clothes = data.load_fashion_mnist()
    labels = clothes.test_labels[:12]
    P = np.full((12, 10), 0.05)
    told = labels.copy()
    told[[3, 7]] = (told[[3, 7]] + 1) % 10
    P[np.arange(12), told] = 0.55
    return clothes.test_images[:12, 0], P, labels, clothes.names


def test_clothes(answers):
    images, _, labels, names = answers
    figure = explore.draw_clothes(images[:7], [names[label] for label in labels[:7]])
    assert sum(len(ax.images) for ax in figure.axes) == 7
    assert names[labels[6]] in figure.alt
    plots.close(figure)


def test_runs_are_told_in_words():
    figure = explore.draw_runs({"mended": [0.5, 0.8], "as printed": [0.1, 0.2, 0.3]})
    assert "mended: from 0.50 to 0.80" in figure.alt
    assert "as printed: from 0.10 to 0.30" in figure.alt
    assert {text.get_text() for text in figure.axes[0].texts} == {
        "mended",
        "as printed",
    }
    plots.close(figure)


def test_right_and_wrong_answers_are_kept_apart(answers):
    _, _, labels, names = answers
    figure = explore.draw_answers(*answers, n=2)
    top, bottom = figure.alt.split("Bottom row")
    assert names[labels[0]] in top
    assert "not" not in top
    assert f"not {names[labels[3]]}" in bottom
    assert f"not {names[labels[7]]}" in bottom
    plots.close(figure)


def test_confusion(answers):
    _, P, labels, names = answers
    figure = explore.draw_confusion(P.argmax(axis=1), labels, names)
    assert "10 of 12" in figure.alt
    assert f"of class {names[labels[3]]} read as" in figure.alt
    plots.close(figure)


def test_the_explorer_goes_to_the_mistakes(answers):
    _, _, labels, names = answers
    explorer = explore.answer_explorer(*answers)
    slider, button, words = explorer.controls
    assert "with 55%: right" in words.value
    before = explorer.picture.value
    slider.value = 2
    assert explorer.picture.value != before
    assert names[labels[2]] in words.value
    for place in (3, 7, 3):
        button.click()
        assert slider.value == place
        assert f"wrong, it is class {names[labels[place]]}" in words.value
    assert "aria-live" in words.value


def test_one_line_where_torch_is_missing(monkeypatch):
    explore_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name: None if name == "torch" else explore_spec(name),
    )
    with pytest.raises(ImportError, match="not installed") as caught:
        explore.need_torch()
    assert "start.py --cpu" in str(caught.value)
    assert len(str(caught.value).splitlines()) <= 3


@pytest.mark.gpu
def test_an_accelerator_gives_and_learns_what_the_cpu_does(whole_float32):
    torch = whole_float32
    from nnbyhand.device import best_device
    from nnbyhand.twins import fit_twin

    if best_device() == "cpu":
        pytest.skip("this machine has no accelerator that torch can use")
    clothes = data.load_fashion_mnist()
    X = (clothes.train_images[:640] / 255).astype(np.float32).reshape(640, 784)
    runs, fresh = [], []
    for device in ("cpu", best_device()):
        torch.manual_seed(0)
        net = torch.nn.Sequential(
            torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10)
        )
        with torch.no_grad():
            fresh.append(net.to(device)(torch.tensor(X).to(device)).cpu())
        rng = np.random.default_rng(0)
        fit_twin(net, X, clothes.train_labels[:640], rng=rng, device=device)
        with torch.no_grad():
            runs.append(net(torch.tensor(X)))
    torch.testing.assert_close(*fresh, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(*runs, rtol=1e-2, atol=1e-3)  # ten steps add up


@pytest.mark.gpu
def test_an_accelerator_without_memory_is_left_for_the_cpu():
    torch = pytest.importorskip("torch")
    from nnbyhand.device import best_device
    from nnbyhand.twins import fit_twin

    if best_device() != "cuda":
        pytest.skip("this machine has no CUDA device, whose memory can be limited")

    class Greedy(torch.nn.Linear):
        """A layer that asks for more memory than any card has."""

        def forward(self, X):
            if X.device.type != "cpu":
                torch.empty(2**44, device=X.device)
            return super().forward(X)

    said = []
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(20, 4)).astype(np.float32), np.arange(20) % 3
    net = Greedy(4, 3)
    fit_twin(net, X, y, rng=rng, device="cuda", say=said.append)
    assert len(said) == 1
    assert "out of memory" in said[0]
    assert next(net.parameters()).device.type == "cpu"


@pytest.mark.gpu
def test_an_accelerator_that_fails_is_left_for_the_cpu(monkeypatch):
    torch = pytest.importorskip("torch")
    from nnbyhand.device import best_device
    from nnbyhand.twins import fit_twin

    if best_device() == "cpu":
        pytest.skip("this machine has no accelerator that torch can use")

    class Refusing(torch.nn.Linear):
        """A layer that works on the CPU only."""

        def forward(self, X):
            if X.device.type != "cpu":
                raise NotImplementedError("not implemented for this device")
            return super().forward(X)

    said = []
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(20, 4)).astype(np.float32), np.arange(20) % 3
    net = Refusing(4, 3)
    fit_twin(net, X, y, rng=rng, device=best_device(), say=said.append)
    assert len(said) == 1
    assert "going on with the CPU" in said[0]
    assert next(net.parameters()).device.type == "cpu"
