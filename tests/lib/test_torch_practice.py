"""What the exercises on PyTorch are tried with tells right from wrong."""

import copy
import gzip
import subprocess
import sys

import numpy as np
import pytest

from nnbyhand import torch_practice as practice
from nnbyhand.data.idx import read_idx

torch = pytest.importorskip("torch")


def test_the_module_alone_does_not_load_torch():
    code = "import nnbyhand.torch_practice, sys; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("shape", [(7,), (3, 2, 5), (2, 1, 2, 3), (300, 1)])
def test_a_packed_file_is_read_back(tmp_path, shape):
    array = np.random.default_rng(0).integers(0, 256, shape)
    (tmp_path / "file").write_bytes(practice.pack_idx(array))
    np.testing.assert_array_equal(read_idx(tmp_path / "file"), array)
    assert len(gzip.decompress(practice.pack_idx(array))) == 4 + 4 * len(
        shape
    ) + np.prod(shape)


def test_bits_tell_the_types():
    X, y = torch.zeros(2, 1, 2, 2), torch.tensor([1, 2])
    assert practice.pair_facts((X, y))[2].tolist() == [32, 64]
    assert practice.pair_facts((X.double(), y.float()))[2].tolist() == [64, 0]
    with pytest.raises(ValueError, match="expected tensors"):
        practice.pair_facts((X.numpy(), y))


def test_the_first_loss_shows_unscaled_pixels():
    rng = np.random.default_rng(1)
    X, y = torch.tensor(rng.random((50, 1, 28, 28))), torch.arange(50) % 10
    assert abs(practice.first_loss((X, y)) - 2.3) < 0.2
    assert practice.first_loss((255 * X, y)) > 5


def test_a_watchful_net_notes_training_and_gradients():
    net, X = practice.watchful(practice.small_net([3, 4, 2])), torch.ones(2, 3).double()
    with torch.no_grad():
        halved, whole = net.train()(X), net.eval()(X)
    torch.testing.assert_close(2 * halved, whole)
    assert net.noted == 0
    net(X)
    assert net.noted == 1


def test_a_copied_case_trains_as_the_first():
    case = practice.loop_case(1, [3, 4, 2], [4, 4, 1])
    other = copy.deepcopy(case)
    losses = practice.train_plainly(*case, 3)
    assert losses == practice.train_plainly(*other, 3)
    assert losses[0] > losses[-1]
    assert repr(case[1]) == "3 batches of 4, 4, 1"


def test_losses_with_a_graph_are_counted():
    kept = torch.tensor(1.0, requires_grad=True) * 2
    assert practice.loop_facts([kept, 0.5])[1] == 1
    assert practice.loop_facts([2.0, torch.tensor(0.5)])[1] == 0


def test_contents_are_read_by_name_only():
    net = practice.small_net([2, 3])
    names = practice.content_facts(practice.content_of(net.state_dict()))
    assert list(names) == ["0.bias", "0.weight", "bits"]
    assert names["bits"] == 64
    with pytest.raises(Exception, match=r"(?i)weights.only"):
        practice.content_facts(practice.content_of(net))


def test_clothes_facts():
    images = np.random.default_rng(0).integers(0, 256, (20, 1, 28, 28))
    layers = [torch.nn.Flatten(), torch.nn.Linear(784, 10)]
    net = torch.nn.Sequential(*layers)
    labels = net(torch.tensor(images / 255).float()).argmax(1).numpy()
    assert practice.clothes_facts(net, images, labels) == (7850, practice.ENOUGH, 1)
    ended = torch.nn.Sequential(*layers, torch.nn.Softmax(dim=1))
    assert practice.clothes_facts(ended, images, (labels + 1) % 10) == (7850, 0.0, 0)


@pytest.mark.parametrize(
    ("open_images", "open_labels", "right"),
    [
        (gzip.decompress, gzip.decompress, True),
        (bytes, bytes, False),
        (gzip.decompress, bytes, False),
        (bytes, gzip.decompress, False),
        (len, len, True),  # what it gives is checked elsewhere
    ],
)
def test_a_reader_that_forgets_to_unpack_is_found(open_images, open_labels, right):
    files = practice.pack_idx(np.ones((2, 3, 3))), practice.pack_idx([3, 1])

    def read(images, labels):
        images, labels = open_images(images), open_labels(labels)
        X = np.frombuffer(images, np.uint8, offset=16).reshape(images[7], -1)
        return X, np.frombuffer(labels, np.uint8, offset=8)

    assert practice.reads_packed(read, *files) is right


def test_straight_and_flat_networks_are_told_from_relu():
    torch = pytest.importorskip("torch")
    images = np.random.default_rng(0).integers(0, 256, (4, 1, 28, 28)).astype(float)
    found = []
    for unit in (torch.nn.Identity, torch.nn.Sigmoid, torch.nn.Tanh, torch.nn.ReLU):
        parts = [torch.nn.Flatten(), torch.nn.Linear(784, 9), unit()]
        net = torch.nn.Sequential(*parts, torch.nn.Linear(9, 3))
        found.append(
            (practice.stays_straight(net, images), practice.flattens(net, images))
        )
    assert found == [(True, False), (False, True), (False, True), (False, False)]
