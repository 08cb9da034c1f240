# %% [markdown] role="text" grade_id="training-title"
# # 07 Training in practice: assignment
#
# You do the work around the training loop: split and scale, drop and stop, start and
# step, weigh, save, and read curves. About three and a half hours (an estimate). 51
# points: 48 are checked by tests, some of which you see only after grading, and 3 by a
# reader.
#
# **How to work.** Replace each line `raise NotImplementedError` by your answer. Run the
# cell, then the test below it. A test says one of three things: NOT ATTEMPTED, NOT YET or
# CORRECT, and why. Plain Python and NumPy are enough; the answers may not call the
# functions of `nnbyhand` that do the task for you.
#
# Everywhere: rows are examples, and chance comes only from the generator `rng` that is
# passed in. No answer changes what it was given, unless the task says so.

# %%
import numpy as np

from nnbyhand.data import FOUR_LABELS, FOUR_PREDICTIONS
from nnbyhand.explorers import training as explore
from nnbyhand.practice import VALIDATION, Rehearsal, short_run
from nnbyhand.show import show_figure

# %% [markdown] role="text" grade_id="training-split-text" syllabus="T-02"
# ## 1 A split, class by class (4 points)
#
# Write `split_by_class(labels, percents, rng)`. It gives a list of arrays of **row
# numbers**, one for each number in `percents`, such as `[60, 20, 20]`:
#
# - each class is shuffled with `rng` and cut on its own: of its $n_c$ rows every part
#   gets `n_c * percent // 100`, the **last** part all that is left;
# - every row is in just one part, and each part is one flat array of whole numbers. The
#   order inside a part does not matter.
#
# Shapes: `labels` is `(n,)`; the parts together hold the numbers 0 to n − 1.
#
# <details><summary>Hint 1: direction</summary>Two loops: over the classes, and within
# over the parts. Which rows belong to a class?</details>
# <details><summary>Hint 2: equation</summary>a part takes n_c · percent // 100 of the
# shuffled rows; the next part begins where it ended</details>
# <details><summary>Hint 3: first line</summary>
# <code>rows = rng.permutation(np.flatnonzero(labels == label))</code></details>


# %% role="answer" grade_id="training-split"
def split_by_class(labels, percents, rng):
    """Give row numbers in parts that hold each class in equal proportion."""
    ### BEGIN SOLUTION
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        mine = rng.permutation(np.where(labels == label)[0])
        sizes = [len(mine) * percent // 100 for percent in percents[:-1]]
        for part, cut in zip(parts, np.split(mine, np.cumsum(sizes)), strict=True):
            part.extend(cut)
    return [np.array(part, dtype=int) for part in parts]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-split-try"
# Try it: with 7 rows of class 0 and 4 of class 1 the parts have 6 and 5 rows.

# %%
split_by_class(np.array([0] * 7 + [1] * 4), [60, 40], np.random.default_rng(0))

# %% role="test" grade_id="training-split-value" points=1 syllabus="T-02"
import numpy as np

from nnbyhand import checks, measured, prepare

_count = measured.split_counts
_labels = np.repeat([0, 1, 2], [23, 11, 7])
_of_each = np.array([[13, 4, 6], [6, 2, 3], [4, 1, 2]]).T
checks.check(
    "split_by_class",
    [(_labels, [60, 20, 20], np.random.default_rng(0))],
    expected=[(_of_each, np.zeros(2, dtype=int))],
    through=lambda parts: _count(parts, _labels),
    shows="for each part how many of each class; then rows in two parts, rows in none",
    task="training-split",
    forbid=(prepare.stratified_split, prepare.split),
)

# %% role="test" grade_id="training-split-shuffled" points=1 syllabus="T-02"
import numpy as np

from nnbyhand import checks

_labels = np.repeat([0, 1], [40, 60])


def _again(function, seed):
    """The rows of the last part, in order."""
    parts = function(_labels, [50, 50], np.random.default_rng(seed))
    return np.sort(np.hstack(parts[-1])).tolist()


_case = [(_labels, [50, 50], np.random.default_rng(1))]
checks.check_that(
    "split_by_class",
    "another generator gives other parts",
    lambda function: _again(function, 1) != _again(function, 2),
    cases=_case,
    task="training-split-shuffle",
)
checks.check_that(
    "split_by_class",
    "the same generator gives the same parts",
    lambda function: _again(function, 1) == _again(function, 1),
    cases=_case,
    task="training-split-shuffle",
)

# %% role="test" grade_id="training-split-hidden" points=2 syllabus="T-02"
# hidden test: other classes, also in mixed order, two and four parts, the shuffling
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, measured, prepare

_sorted = np.repeat([0, 1, 2], [37, 9, 14])
_mixed = np.random.default_rng(8).permutation(_sorted)
for _labels, _percents in (
    (_sorted, [80, 10, 10]),
    (_mixed, [70, 30]),
    (_mixed, [25, 25, 25, 25]),
):
    _counts = np.array([37, 9, 14])
    _parts = [_counts * percent // 100 for percent in _percents[:-1]]
    _rest = _counts - sum(_parts)
    checks.check(
        "split_by_class",
        [(_labels, _percents, np.random.default_rng(1))],
        expected=[(np.array([*_parts, _rest]), np.zeros(2, dtype=int))],
        through=lambda parts, labels=_labels: measured.split_counts(parts, labels),
        shows="each part: how many of each class; then rows in two parts, in none",
        task="training-split",
        forbid=(prepare.stratified_split, prepare.split),
    )


def _last(function, seed):
    parts = function(_sorted, [50, 50], np.random.default_rng(seed))
    return np.sort(np.hstack(parts[-1])).tolist()


checks.check_that(
    "split_by_class",
    "the parts come from the generator passed in",
    lambda function: (
        _last(function, 3) != _last(function, 4)
        and _last(function, 3) == _last(function, 3)
    ),
    cases=[(_sorted, [50, 50], np.random.default_rng(3))],
    task="training-split-shuffle",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-scale-text" syllabus="T-04"
# ## 2 Scale without a leak (3 points)
#
# Write `scale_parts(train, val, test)`: the three parts, each column shifted and divided
# so that the **training** part gets mean 0 and deviation 1 in every column. The deviation
# divides by n. A column that never changes in the training part is shifted only.
#
# Shapes: each part is `(rows, d)` with row counts of its own; the result is three arrays
# of the same shapes.
#
# <details><summary>Hint 1: direction</summary>What may you know about the world before
# you meet the test part? Compute two rows of d numbers from it, and use them three
# times.</details>
# <details><summary>Hint 2: equation</summary>(x − mean) / deviation, and / 1 where the
# deviation is 0</details>
# <details><summary>Hint 3: first line</summary>
# <code>mean, deviation = train.mean(axis=0), train.std(axis=0)</code></details>


# %% role="answer" grade_id="training-scale"
def scale_parts(train, val, test):
    """Standardise three parts by what the training part shows."""
    ### BEGIN SOLUTION
    mean = train.mean(axis=0)
    deviation = np.where(train.std(axis=0) == 0, 1, train.std(axis=0))
    return tuple((part - mean) / deviation for part in (train, val, test))
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-scale-try"
# Try it: the last row below should be 6.7082, 2.

# %%
scale_parts(
    np.array([[2.0, 7.0], [4.0, 7.0], [6.0, 7.0], [8.0, 7.0]]),
    np.array([[5.0, 6.0]]),
    np.array([[10.0, 7.0], [20.0, 9.0]]),
)

# %% role="test" grade_id="training-scale-value" points=1 syllabus="T-04"
import numpy as np

from nnbyhand import checks, prepare

_train = np.array([[2.0, 7.0, -1.0], [4.0, 7.0, 3.0], [6.0, 7.0, 0.5], [8.0, 7.0, 9.0]])
_val = np.array([[5.0, 6.0, 1.0], [1.0, 7.5, 2.0], [0.5, 7.0, -4.0]])
_test = np.array([[10.0, 7.0, 2.0], [20.0, 9.0, -3.0]])


def _scaled(train, val, test):
    scale = prepare.Standardiser().fit(train)
    return tuple(scale.transform(part) for part in (train, val, test))


checks.check(
    "scale_parts",
    [(_train, _val, _test)],
    reference=_scaled,
    task="training-scale",
    forbid=(prepare.Standardiser.fit, prepare.Standardiser.transform),
)

# %% role="test" grade_id="training-scale-hidden" points=2 syllabus="T-04"
# hidden test: other shapes, a column that never changes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, prepare


def _scaled(train, val, test):
    scale = prepare.Standardiser().fit(train)
    return tuple(scale.transform(part) for part in (train, val, test))


_rng = np.random.default_rng(2)
_parts = [3 * _rng.normal(size=(n, 4)) + [5, -2, 0, 1] for n in (9, 4, 5)]
_parts[0][:, 2] = 3.0
checks.check(
    "scale_parts",
    [
        tuple(_parts),
        (np.array([[1.0], [2.0], [6.0]]), np.array([[4.0]]), np.array([[0.0], [8.0]])),
    ],
    reference=_scaled,
    task="training-scale",
    forbid=(prepare.Standardiser.fit, prepare.Standardiser.transform),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-report-text" syllabus="T-21"
# ## 3 Choose, then test once (3 points)
#
# Several settings were tried. Write `report(val_scores, answers, y_test, y_train)`, which
# returns three numbers:
#
# - the number (from 0) of the setting you choose: the one with the best *validation* score;
# - the accuracy of **its** answers on the test part;
# - the baseline: the accuracy on the test part of someone who always answers with the most
#   frequent class of the **training** part.
#
# An accuracy is a share from 0 to 1; count it yourself.
#
# Shapes: `val_scores` is `(k,)`, one accuracy for each setting; `answers` is `(k, n)`,
# the classes each setting predicts for the test part; `y_test` is `(n,)`, `y_train`
# `(m,)`.
#
# <details><summary>Hint 1: direction</summary>The test part may be asked for one number
# at the end. Whatever is chosen or counted before comes from elsewhere.</details>
# <details><summary>Hint 2: equation</summary>accuracy = right answers / n</details>
# <details><summary>Hint 3: first line</summary><code>chosen = np.argmax(val_scores)</code>;
# <code>np.bincount(y_train)</code> counts the classes</details>


# %% role="answer" grade_id="training-report"
def report(val_scores, answers, y_test, y_train):
    """Give the chosen setting, its test accuracy, and the baseline."""
    ### BEGIN SOLUTION
    chosen = int(np.argmax(val_scores))
    always = np.bincount(y_train).argmax()
    return chosen, (answers[chosen] == y_test).mean(), (y_test == always).mean()
    ### END SOLUTION


# %% role="test" grade_id="training-report-value" points=1 syllabus="T-21"
import numpy as np

from nnbyhand import checks, metrics

_y_test = np.array([0, 1, 1, 1, 2, 0, 2, 1])
_answers = np.array(
    [[0, 1, 1, 2, 2, 0, 2, 1], [0, 1, 0, 1, 2, 1, 2, 2], [1, 1, 1, 0, 2, 2, 0, 1]]
)
_y_train = np.array([2, 2, 2, 2, 1, 2, 0, 0, 2, 1])
checks.check(
    "report",
    [(np.array([0.8, 0.9, 0.7]), _answers, _y_test, _y_train)],
    expected=[(1, 0.625, 0.25)],
    task="training-report",
    forbid=(metrics.accuracy,),
)

# %% role="test" grade_id="training-report-hidden" points=2 syllabus="T-21"
# hidden test: other settings and classes
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, metrics

_y_test = np.array([3, 3, 1, 0, 3, 2, 1, 0, 2, 3])
_answers = np.array(
    [
        [3, 3, 1, 0, 3, 2, 1, 0, 2, 1],
        [3, 0, 1, 0, 3, 2, 0, 0, 1, 3],
        [3, 3, 1, 0, 0, 2, 1, 1, 2, 0],
        [0, 0, 1, 3, 3, 1, 1, 0, 2, 3],
    ]
)
_y_train = np.array([0, 1, 1, 1, 1, 2, 3, 3, 2])
checks.check(
    "report",
    [
        (np.array([0.7, 0.75, 0.8, 0.9]), _answers, _y_test, _y_train),
        (np.array([0.61, 0.66, 0.65, 0.6]), _answers, _y_test, _y_train),
    ],
    expected=[(3, 0.6, 0.2), (1, 0.7, 0.2)],
    task="training-report",
    forbid=(metrics.accuracy,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-dropout-text" syllabus="T-06"
# ## 4 Dropout, there and back (5 points)
#
# Write two functions.
#
# - `dropout(X, p, rng, train)` returns two arrays, `A` and `kept`. In training each number
#   of `X` is dropped with probability `p`, each on its own; the kept ones are scaled so
#   that the mean stays. `kept` says where: 1 (or True) where a number was kept, else 0.
#   With `train=False` nothing is dropped or scaled: `A` is `X`, and `kept` is 1 everywhere.
# - `dropout_gradient(dA, kept, p)`: the loss has the gradient `dA` behind a dropout in
#   training with that `kept`. What is its gradient in front?
#
# Shapes: all arrays are `(n, d)`.
#
# <details><summary>Hint 1: direction</summary>Which share of the numbers is left, and
# what must they be multiplied by to make up for the others? A change of a dropped number
# changes nothing behind.</details>
# <details><summary>Hint 2: equation</summary>A = X · kept / (1 − p); and ∂A/∂X is the
# factor of each number</details>
# <details><summary>Hint 3: first line</summary>
# <code>kept = rng.random(X.shape) &gt;= p</code></details>


# %% role="answer" grade_id="training-dropout"
def dropout(X, p, rng, train):
    """Drop a random share p in training, nothing otherwise; give A and kept."""
    ### BEGIN SOLUTION
    if not train:
        return X, np.ones(X.shape, dtype=bool)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept
    ### END SOLUTION


def dropout_gradient(dA, kept, p):
    """Send the gradient back through a dropout in training."""
    ### BEGIN SOLUTION
    return dA * kept / (1 - p)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-dropout-try"
# Try it: of these ten ones about two become 0, the others 1.25.

# %%
dropout(np.ones((2, 5)), 0.2, np.random.default_rng(0), train=True)

# %% role="test" grade_id="training-dropout-train" points=1 syllabus="T-06"
import numpy as np

from nnbyhand import checks, layers, measured

_measure = measured.dropout_facts
_X = np.random.default_rng(6).uniform(1, 2, size=(60, 50))
_X[::2] *= -1


def _facts(found):
    return _measure(_X, found, 0.2)


checks.check(
    "dropout",
    [(_X, 0.2, np.random.default_rng(0), True)],
    expected=[[0.2, 1.25, 0, 0]],
    through=_facts,
    shows="share dropped; factor of the kept; places where A and kept disagree; "
    "1 if all rows have one mask",
    task="training-dropout",
    forbid=(layers.dropout, layers.Dropout.forward),
)


def _two_masks(function):
    rng = np.random.default_rng(0)
    masks = [np.asarray(function(_X, 0.2, rng, True)[1]) for _ in range(2)]
    return bool((masks[0] != masks[1]).any())


def _one_seed(function):
    rngs = [np.random.default_rng(3) for _ in range(2)]
    masks = [np.asarray(function(_X, 0.2, rng, True)[1]) for rng in rngs]
    return bool((masks[0] == masks[1]).all())


checks.check_that(
    "dropout",
    "the next batch gets another mask",
    _two_masks,
    cases=[(_X, 0.2, np.random.default_rng(0), True)],
    task="training-dropout-mask",
)
checks.check_that(
    "dropout",
    "generators with one seed give one mask",
    _one_seed,
    cases=[(_X, 0.2, np.random.default_rng(0), True)],
    task="training-dropout-seed",
)

# %% role="test" grade_id="training-dropout-eval" points=1 syllabus="T-06"
import numpy as np

from nnbyhand import checks

_X = np.array([[1.0, -2.0], [3.0, 0.5], [4.0, -1.5]])
checks.check(
    "dropout",
    [
        (_X, 0.5, np.random.default_rng(0), False),
        (_X, 0.2, np.random.default_rng(3), False),
    ],
    expected=[(_X, np.ones((3, 2))), (_X, np.ones((3, 2)))],
    task="training-dropout-eval",
)

# %% role="test" grade_id="training-dropout-back" points=1 syllabus="T-06"
import numpy as np

from nnbyhand import checks, layers

_dA = np.array([[0.5, -1.0, 2.0], [3.0, -0.25, 1.5]])
_kept = np.array([[1, 0, 1], [0, 1, 1]])
checks.check(
    "dropout_gradient",
    [(_dA, _kept, 0.2), (_dA, 1 - _kept, 0.75)],
    reference=layers.dropout,
    task="training-dropout-back",
    forbid=(layers.dropout,),
)

# %% role="test" grade_id="training-dropout-hidden" points=2 syllabus="T-06"
# hidden test: there, back and at prediction, other shares
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, layers, measured

_X = np.random.default_rng(7).uniform(0.5, 3, size=(40, 80))
checks.check(
    "dropout",
    [(_X, 0.7, np.random.default_rng(5), True)],
    expected=[[0.7, 1 / 0.3, 0, 0]],
    through=lambda found: measured.dropout_facts(_X, found, 0.7),
    shows="share dropped; factor of the kept; places where A and kept disagree; "
    "1 if all rows have one mask",
    task="training-dropout",
    forbid=(layers.dropout, layers.Dropout.forward),
)


def _two_masks(function):
    rng = np.random.default_rng(0)
    masks = [np.asarray(function(_X, 0.7, rng, True)[1]) for _ in range(2)]
    return bool((masks[0] != masks[1]).any())


def _one_seed(function):
    rngs = [np.random.default_rng(4) for _ in range(2)]
    masks = [np.asarray(function(_X, 0.7, rng, True)[1]) for rng in rngs]
    return bool((masks[0] == masks[1]).all())


checks.check_that(
    "dropout",
    "the next batch gets another mask",
    _two_masks,
    cases=[(_X, 0.7, np.random.default_rng(0), True)],
    task="training-dropout-mask",
)
checks.check_that(
    "dropout",
    "generators with one seed give one mask",
    _one_seed,
    cases=[(_X, 0.7, np.random.default_rng(0), True)],
    task="training-dropout-seed",
)
checks.check(
    "dropout",
    [(_X[:3, :4], 0.4, np.random.default_rng(0), False)],
    expected=[(_X[:3, :4], np.ones((3, 4)))],
    task="training-dropout-eval",
)
_dA = np.random.default_rng(9).normal(size=(4, 3))
checks.check(
    "dropout_gradient",
    [(_dA, np.array([[1, 0, 1], [0, 0, 1], [1, 1, 0], [0, 1, 0]]), 0.4)],
    reference=layers.dropout,
    task="training-dropout-back",
    forbid=(layers.dropout,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-stopping-text" syllabus="T-07"
# ## 5 Stop, and go back to the best (5 points)
#
# Epochs count from 1. An epoch **improves** if its loss lies more than `min_delta` below
# the loss of the last epoch that improved (the first always does); a tie does not. After
# `patience` epochs in a row without improvement training ends.
#
# - `when_to_stop(losses, patience, min_delta)` returns the epoch that ends training, the
#   last one if patience is never used up, and the best epoch: the last that improved.
# - `train_patiently(run, patience)` trains: each `run.epoch()` trains for one epoch and
#   returns `(training loss, validation loss)`; mind the brackets. `run.weights` is an
#   array that changes with every epoch; there are at most `run.n_epochs`. Stop when
#   patience, with `min_delta` 0, is used up; return the best epoch's weights and its
#   number.
#
# <details><summary>Hint 1: direction</summary>Remember three things while you walk: the
# loss that improved last, its epoch, and how many epochs ago that was.</details>
# <details><summary>Hint 2: equation</summary>improved: loss &lt; best − min_delta; stop:
# epoch − best epoch ≥ patience</details>
# <details><summary>Hint 3: first line</summary>
# <code>for epoch, loss in enumerate(losses, start=1):</code></details>


# %% role="answer" grade_id="training-stopping"
def when_to_stop(losses, patience, min_delta):
    """Give the epoch at which training ends and the best epoch, from 1."""
    ### BEGIN SOLUTION
    best, best_epoch = np.inf, 0
    for epoch in range(1, len(losses) + 1):
        if losses[epoch - 1] < best - min_delta:
            best, best_epoch = losses[epoch - 1], epoch
        if epoch - best_epoch >= patience:
            break
    return epoch, best_epoch
    ### END SOLUTION


def train_patiently(run, patience):
    """Train until patience is used up; give the best weights and their epoch."""
    ### BEGIN SOLUTION
    best, best_epoch, best_weights = np.inf, 0, None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, best_weights = loss, epoch, run.weights.copy()
        if epoch - best_epoch >= patience:
            break
    return best_weights, best_epoch
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-stopping-try"
# Try it: with patience 3 the ten losses of the lesson end at epoch 8, the best is 5. The
# short run below keeps the weights 2, −1, 0.5 of epoch 2.

# %%
when_to_stop(VALIDATION, 3, 0.0)

# %%
train_patiently(Rehearsal([0.9, 0.5, 0.4, 0.3], [0.9, 0.6, 0.7, 0.8]), 2)

# %% role="test" grade_id="training-stopping-when" points=1 syllabus="T-07"
from nnbyhand import checks, history, practice
from nnbyhand.explorers import training


def _ends(losses, patience, min_delta):
    return training.stop_at(losses, patience, min_delta)


_losses = list(practice.VALIDATION)
checks.check(
    "when_to_stop",
    [
        (_losses, 1, 0.0),
        (_losses, 2, 0.0),
        (_losses, 4, 0.0),
        (_losses, 2, 0.03),
        ([0.8, 0.5, 0.5, 0.5, 0.4], 2, 0.0),
        ([0.8, 0.5, 0.6, 0.55, 0.52, 0.4], 3, 0.0),
        ([0.9, 0.6, 0.59, 0.58, 0.57, 0.2], 3, 0.05),
        ([0.9, 0.86, 0.82, 0.78, 0.7, 0.7], 3, 0.05),
    ],
    reference=_ends,
    task="training-stopping-when",
    forbid=(training.stop_at, history.EarlyStopping.update),
)

# %% role="test" grade_id="training-stopping-train" points=1 syllabus="T-07"
import numpy as np

from nnbyhand import checks, history, practice

_jagged = [0.9, 0.6, 0.65, 0.5, 0.55, 0.45, 0.5, 0.48, 0.4, 0.5, 0.5, 0.5, 0.3, 0.5]
_runs = [
    practice.Rehearsal(np.linspace(0.9, 0.1, len(val)), val)
    for val in (_jagged, [0.8, 0.5, 0.5, 0.5, 0.4, 0.6], practice.VALIDATION)
]
checks.check(
    "train_patiently",
    [(_runs[0], 2), (_runs[1], 2), (_runs[2], 6)],
    expected=[([6.0, -3.0, 1.5], 6), ([2.0, -1.0, 0.5], 2), ([9.0, -4.5, 2.25], 9)],
    task="training-stopping-train",
    forbid=(history.EarlyStopping.update,),
)


def _ends_in_time(function):
    """Train a run that ends at epoch 3; say whether it ran no further."""
    run = practice.Rehearsal(np.linspace(0.9, 0.1, len(_jagged)), _jagged)
    function(run, 1)
    return run.epochs_done <= 3


checks.check_that(
    "train_patiently",
    "no epoch is run after patience is used up",
    _ends_in_time,
    cases=[(_runs[0], 1)],
    task="training-stopping-wasted",
)

# %% role="test" grade_id="training-stopping-hidden" points=3 syllabus="T-07"
# hidden test: other losses, ties, runs that never stop
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, history, practice
from nnbyhand.explorers import training


def _ends(losses, patience, min_delta):
    return training.stop_at(losses, patience, min_delta)


_rise = [1, 0.7, 0.72, 0.71, 0.66, 0.66, 0.68, 0.67, 0.6, 0.61, 0.62, 0.63, 0.5, 0.9]
checks.check(
    "when_to_stop",
    [(_rise, k, delta) for k in (1, 2, 3, 5) for delta in (0.0, 0.05)]
    + [([2.0, 1.5, 1.0], 2, 0.0), ([0.5, 0.6, 0.7, 0.8], 3, 0.0)]
    + [([1.0, 0.93, 0.86, 0.8, 0.74, 0.69, 0.68, 0.67], k, 0.1) for k in (2, 3)],
    reference=_ends,
    task="training-stopping-when",
    forbid=(training.stop_at, history.EarlyStopping.update),
)


def _kept(run, patience):
    _, best = training.stop_at([val for _, val in run.losses], patience)
    return best * np.array([1, -0.5, 0.25]), best


_train = np.linspace(1.0, 0.1, len(_rise))
checks.check(
    "train_patiently",
    [(practice.Rehearsal(_train, _rise), k) for k in (1, 2, 3, 4, 9)],
    reference=_kept,
    task="training-stopping-train",
    forbid=(history.EarlyStopping.update,),
)


def _ends_in_time(function):
    run = practice.Rehearsal(_train, _rise)
    function(run, 3)
    return run.epochs_done <= 8


checks.check_that(
    "train_patiently",
    "no epoch is run after patience is used up",
    _ends_in_time,
    cases=[(practice.Rehearsal(_train, _rise), 3)],
    task="training-stopping-wasted",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-start-text" syllabus="T-08"
# ## 6 Where weights start (4 points)
#
# - `he_start(sizes, rng)` returns a list of pairs `(W, b)`, one for each layer of a network
#   of these sizes, inputs first. Weights are drawn from a distribution with mean 0 and the
#   deviation of He's rule, biases are 0.
# - `spreads(X, layers)` sends `X` through such a list, with a ReLU behind **every** layer,
#   and returns the deviation of all activations of each layer. The deviation of an array
#   is its `std()`.
#
# Shapes: `W` is `(units before, units)`, `b` `(units,)`; the spreads are `(layers,)`.
#
# <details><summary>Hint 1: direction</summary>How many numbers does a unit of this layer
# add up? For the spreads keep one array and let each layer replace it.</details>
# <details><summary>Hint 2: equation</summary>deviation √(2 / n_in); A = max(0, A @ W + b)
# </details>
# <details><summary>Hint 3: first line</summary>
# <code>for n_in, n_out in zip(sizes[:-1], sizes[1:]):</code>, and
# <code>rng.normal(size=(n_in, n_out))</code> has deviation 1</details>


# %% role="answer" grade_id="training-start"
def he_start(sizes, rng):
    """Draw starting weights by He's rule; give a list of pairs (W, b)."""
    ### BEGIN SOLUTION
    start = []
    for i, n_out in enumerate(sizes[1:]):
        W = np.sqrt(2 / sizes[i]) * rng.normal(size=(sizes[i], n_out))
        start.append((W, np.zeros(n_out)))
    return start
    ### END SOLUTION


def spreads(X, layers):
    """Give the deviation of the activations behind each layer."""
    ### BEGIN SOLUTION
    found = []
    for W, b in layers:
        X = np.maximum(0, X @ W + b)
        found.append(X.std())
    return np.array(found)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-start-try"
# Try it: through ten layers of 100 units the deviation should stay near 1, between 0.5
# and 1.5.

# %%
spreads(
    np.random.default_rng(0).normal(size=(200, 100)),
    he_start([100] * 11, np.random.default_rng(1)),
)

# %% role="test" grade_id="training-start-he" points=1 syllabus="T-08"
import numpy as np

from nnbyhand import checks, initialise, measured

_measure = measured.start_facts
_sizes = [784, 512, 40, 60]
checks.check(
    "he_start",
    [(_sizes, np.random.default_rng(0))],
    expected=[[[1, 0, 0]] * 3],
    through=lambda start: _measure(start, _sizes),
    shows="for each layer: deviation as a multiple of He's rule, mean, largest bias",
    task="training-start",
    forbid=(initialise.he,),
)
checks.check_that(
    "he_start",
    "another generator draws other weights",
    lambda function: (
        np.abs(
            np.asarray(function([5, 4], np.random.default_rng(1))[0][0])
            - np.asarray(function([5, 4], np.random.default_rng(2))[0][0])
        ).max()
        > 1e-6
    ),
    cases=[([5, 4], np.random.default_rng(1))],
    task="training-start-seed",
)
checks.check_that(
    "he_start",
    "generators with one seed draw the same weights",
    lambda function: (
        np.abs(
            np.asarray(function([5, 4], np.random.default_rng(3))[0][0])
            - np.asarray(function([5, 4], np.random.default_rng(3))[0][0])
        ).max()
        == 0
    ),
    cases=[([5, 4], np.random.default_rng(1))],
    task="training-start-seed",
)

# %% role="test" grade_id="training-start-spread" points=1 syllabus="T-08"
import numpy as np

from nnbyhand import checks

_X = np.array([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0], [2.0, 0.5, 1.5]])
_W1 = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 0.25]])
_W2 = np.array([[1.0, -0.5, 2.0], [-1.0, 1.5, 0.25]])
_layers = [(_W1, np.array([0.5, -1.0])), (_W2, np.array([0.25, -0.5, 1.0]))]
checks.check(
    "spreads",
    [(_X, _layers), (_X, _layers[:1])],
    expected=[[2.0737278563548838, 3.2317567271083196], [2.0737278563548838]],
    task="training-start-spread",
)

# %% role="test" grade_id="training-start-hidden" points=2 syllabus="T-08"
# hidden test: other sizes, and ten layers
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, initialise, measured

_sizes = [300, 100, 200]
checks.check(
    "he_start",
    [(_sizes, np.random.default_rng(4))],
    expected=[[[1, 0, 0]] * 2],
    through=lambda start: measured.start_facts(start, _sizes),
    shows="for each layer: deviation as a multiple of He's rule, mean, largest bias",
    task="training-start",
    forbid=(initialise.he,),
)
checks.check_that(
    "he_start",
    "another generator draws other weights",
    lambda function: (
        np.abs(
            np.asarray(function([6, 3], np.random.default_rng(1))[0][0])
            - np.asarray(function([6, 3], np.random.default_rng(2))[0][0])
        ).max()
        > 1e-6
    ),
    cases=[([6, 3], np.random.default_rng(1))],
    task="training-start-seed",
)
checks.check_that(
    "he_start",
    "generators with one seed draw the same weights",
    lambda function: (
        np.abs(
            np.asarray(function([6, 3], np.random.default_rng(3))[0][0])
            - np.asarray(function([6, 3], np.random.default_rng(3))[0][0])
        ).max()
        == 0
    ),
    cases=[([6, 3], np.random.default_rng(1))],
    task="training-start-seed",
)


def _through(X, layers):
    found = []
    for W, b in layers:
        X = np.where(X @ W + b > 0, X @ W + b, 0)
        found.append(X.std())
    return np.array(found)


_rng = np.random.default_rng(5)
_ten = [
    (0.3 * _rng.normal(size=(20, 20)), 0.1 * _rng.normal(size=20)) for _ in range(10)
]
checks.check(
    "spreads",
    [(_rng.normal(size=(15, 20)), _ten)],
    reference=_through,
    task="training-start-spread",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-optimisers-text" syllabus="T-09"
# ## 7 Three optimisers, from where they stand (6 points)
#
# Each function begins with weights `w` and a memory, walks one step for each row of
# `grads`, and returns `w` **after each step**.
#
# - `momentum(w, v, grads, lr, beta)`: $v ← βv + g$, then $w ← w - lr\,v$.
# - `rmsprop(w, s, grads, lr, beta, eps)`: $s ← βs + (1-β)g^2$, then
#   $w ← w - lr\,g / (\sqrt s + ε)$.
# - `adam(w, m, v, t, grads, lr, beta1, beta2, eps)`: `t` steps have been made before, so the
#   first step here is number t + 1. $m ← β_1 m + (1-β_1)g$, $v ← β_2 v + (1-β_2)g^2$, then
#   $w ← w - lr\,\hat m / (\sqrt{\hat v} + ε)$ with $\hat m = m/(1-β_1^t)$ and
#   $\hat v = v/(1-β_2^t)$.
#
# Shapes: `w`, `v`, `s`, `m` are `(d,)`, `grads` is `(steps, d)`, and so is the result.
#
# <details><summary>Hint 1: direction</summary>One loop over the rows of grads: first the
# memory, then the weights, then write the weights down.</details>
# <details><summary>Hint 2: equation</summary>The very first step of Adam is number 1:
# m̂ = m / (1 − β1). Nothing is divided by 1 − β⁰.</details>
# <details><summary>Hint 3: first line</summary><code>for g in grads:</code>, with
# <code>v = beta * v + g</code> as its first line (not <code>v *= beta</code>, which would
# change the array that was passed in)</details>


# %% role="answer" grade_id="training-optimisers"
def momentum(w, v, grads, lr, beta):
    """Give w after each step of momentum."""
    ### BEGIN SOLUTION
    places = []
    for g in grads:
        v = g + beta * v
        w = w - lr * v
        places.append(w)
    return np.array(places)
    ### END SOLUTION


def rmsprop(w, s, grads, lr, beta, eps):
    """Give w after each step of RMSProp."""
    ### BEGIN SOLUTION
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)
    ### END SOLUTION


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    """Give w after each step of Adam, when t steps have been made before."""
    ### BEGIN SOLUTION
    places = []
    for g in grads:
        t = t + 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-optimisers-try"
# Try it: for the gradients 3, −1, 2 from 0 with rate 0.1, momentum should be at −0.3,
# −0.47, −0.823; RMSProp at −0.3162, −0.2114, −0.3925; Adam at −0.1, −0.14, −0.2003.

# %%
zero, grads = np.zeros(1), np.array([[3.0], [-1.0], [2.0]])
momentum(zero, zero, grads, 0.1, 0.9).ravel()

# %%
rmsprop(zero, zero, grads, 0.1, 0.9, 1e-8).ravel()

# %%
adam(zero, zero, zero, 0, grads, 0.1, 0.9, 0.999, 1e-8).ravel()

# %% role="test" grade_id="training-optimisers-momentum" points=1 syllabus="T-09"
import numpy as np

from nnbyhand import checks, optim


def _walk(w, v, grads, lr, beta):
    made, params, places = optim.Momentum(lr, beta), {"w": w.astype(float)}, []
    made.set_state({"n_steps": np.array(0), "v.w": v})
    for g in grads:
        made.step(params, {"w": g})
        places.append(params["w"].copy())
    return np.array(places)


_grads = np.array([[4.0, 1.0], [-2.0, 3.0], [0.5, -1.5]])
checks.check(
    "momentum",
    [
        (np.zeros(1), np.zeros(1), _grads[:, :1], 0.1, 0.9),
        (np.array([1.0, -2.0]), np.array([0.5, -3.0]), _grads, 0.05, 0.8),
    ],
    reference=_walk,
    task="training-optimisers-momentum",
    forbid=(optim.Momentum.move,),
)

# %% role="test" grade_id="training-optimisers-rmsprop" points=1 syllabus="T-09"
import numpy as np

from nnbyhand import checks, optim


def _walk(w, s, grads, lr, beta, eps):
    made, params, places = optim.RMSProp(lr, beta, eps), {"w": w.astype(float)}, []
    made.set_state({"n_steps": np.array(0), "s.w": s})
    for g in grads:
        made.step(params, {"w": g})
        places.append(params["w"].copy())
    return np.array(places)


_grads = np.array([[4.0, 1.0], [-2.0, 3.0], [0.5, -1.5]])
checks.check(
    "rmsprop",
    [
        (np.zeros(1), np.zeros(1), _grads[:, :1], 0.1, 0.9, 1e-8),
        (np.array([1.0, -2.0]), np.array([0.5, 3.0]), _grads, 0.05, 0.8, 0.1),
    ],
    reference=_walk,
    task="training-optimisers-rmsprop",
    forbid=(optim.RMSProp.move,),
)

# %% role="test" grade_id="training-optimisers-adam" points=1 syllabus="T-09"
import numpy as np

from nnbyhand import checks, optim


def _walk(w, m, v, t, grads, lr, beta1, beta2, eps):
    made, places = optim.Adam(lr, (beta1, beta2), eps), []
    params = {"w": w.astype(float)}
    made.set_state({"n_steps": np.array(t), "m.w": m, "v.w": v})
    for g in grads:
        made.step(params, {"w": g})
        places.append(params["w"].copy())
    return np.array(places)


_grads, _zero = np.array([[4.0, 1.0], [-2.0, 3.0], [0.5, -1.5]]), np.zeros(1)
_there = np.array([1.0, -2.0]), np.array([0.5, -1.0]), np.array([2.0, 0.7])
checks.check(
    "adam",
    [
        (_zero, _zero, _zero, 0, _grads[:, :1], 0.1, 0.9, 0.999, 1e-8),
        (*_there, 2, _grads, 0.05, 0.8, 0.95, 0.1),
    ],
    reference=_walk,
    task="training-optimisers-adam",
    forbid=(optim.Adam.move,),
)

# %% role="test" grade_id="training-optimisers-hidden" points=3 syllabus="T-09"
# hidden test: all three, from other states
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, optim


def _walked(made, state, w, grads):
    params, places = {"w": w.astype(float)}, []
    made.set_state(state)
    for g in grads:
        made.step(params, {"w": g})
        places.append(params["w"].copy())
    return np.array(places)


def _momentum(w, v, grads, lr, beta):
    state = {"n_steps": np.array(0), "v.w": v}
    return _walked(optim.Momentum(lr, beta), state, w, grads)


def _rmsprop(w, s, grads, lr, beta, eps):
    state = {"n_steps": np.array(0), "s.w": s}
    return _walked(optim.RMSProp(lr, beta, eps), state, w, grads)


def _adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    state = {"n_steps": np.array(t), "m.w": m, "v.w": v}
    return _walked(optim.Adam(lr, (beta1, beta2), eps), state, w, grads)


_rng = np.random.default_rng(9)
_grads, _w, _m = _rng.normal(size=(4, 3)), _rng.normal(size=3), _rng.normal(size=3)
_v, _start = _rng.uniform(0.5, 2, size=3), np.zeros(3)
checks.check(
    "momentum",
    [(_w, _m, _grads, 0.02, 0.7), (_w, _start, _grads, 0.1, 0.95)],
    reference=_momentum,
    task="training-optimisers-momentum",
    forbid=(optim.Momentum.move,),
)
checks.check(
    "rmsprop",
    [(_w, _v, _grads, 0.02, 0.7, 0.05), (_w, _start, _grads, 0.1, 0.95, 1e-8)],
    reference=_rmsprop,
    task="training-optimisers-rmsprop",
    forbid=(optim.RMSProp.move,),
)
checks.check(
    "adam",
    [
        (_w, _m, _v, 3, _grads, 0.02, 0.7, 0.9, 0.05),
        (_w, _start, _start, 0, _grads, 0.1, 0.9, 0.99, 1e-8),
    ],
    reference=_adam,
    task="training-optimisers-adam",
    forbid=(optim.Adam.move,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-decay-text" syllabus="T-15 T-09"
# ## 8 One step for a whole network (3 points)
#
# A network has many arrays, held in dicts by name: `params`, their gradients `grads`, and
# the `memory` of momentum. Write `step_all(params, grads, memory, lr, beta, decay)`. It
# returns two **new** dicts, the parameters and the memory after one step of momentum.
#
# L2 adds `decay` times the weight to the gradient, before the memory meets it:
# $g = ∂C/∂w + λ w$. Names that begin with `b` are biases: they have no penalty.
#
# Shapes: the three dicts have equal names and, name by name, equal shapes.
#
# <details><summary>Hint 1: direction</summary>One loop over the names. Which three numbers
# belong to a name, and what is different for a bias?</details>
# <details><summary>Hint 2: equation</summary>v = β v + (g + λ w), w = w − lr v</details>
# <details><summary>Hint 3: first line</summary>
# <code>for name, w in params.items():</code>; <code>name.startswith("b")</code> tells a
# bias</details>


# %% role="answer" grade_id="training-decay"
def step_all(params, grads, memory, lr, beta, decay):
    """Take one step of momentum with L2; give new params and new memory."""
    ### BEGIN SOLUTION
    moved, kept = {}, {}
    for name in params:
        pull = 0 if name.startswith("b") else decay
        kept[name] = beta * memory[name] + grads[name] + pull * params[name]
        moved[name] = params[name] - lr * kept[name]
    return moved, kept
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-decay-try"
# Try it: W should become 1.86 and b 1.96.

# %%
step_all(
    {"W": np.array([2.0]), "b": np.array([2.0])},
    {"W": np.array([0.4]), "b": np.array([0.4])},
    {"W": np.zeros(1), "b": np.zeros(1)},
    lr=0.1,
    beta=0.9,
    decay=0.5,
)

# %% role="test" grade_id="training-decay-value" points=1 syllabus="T-15 T-09"
import numpy as np

from nnbyhand import checks, measured, optim

_lay_out = measured.named
_names = ["W1", "b1", "W2", "b2"]


def _stepped(params, grads, memory, lr, beta, decay):
    made = optim.Momentum(lr, beta, weight_decay=decay)
    moved = {name: array.copy() for name, array in params.items()}
    state = {f"v.{name}": array for name, array in memory.items()}
    made.set_state({"n_steps": np.array(0), **state})
    made.step(moved, grads)
    return _lay_out((moved, made.kept["v"]), _names)


_params = {
    "W1": np.array([[1.0, -2.0], [0.5, 3.0]]),
    "b1": np.array([2.0, -1.0]),
    "W2": np.array([[-1.5, 2.5], [4.0, -0.5]]),
    "b2": np.array([0.75, 1.25]),
}
_grads = {name: 0.3 * array - 0.2 for name, array in _params.items()}
_memory = {name: 1.0 - array**2 for name, array in _params.items()}
# first two single numbers, which can be worked out by hand
_two = [
    {"W": np.array([W]), "b": np.array([b])}
    for W, b in ((1.5, -2.0), (0.4, 0.3), (0.2, -0.5))
]
checks.check(
    "step_all",
    [(*_two, 0.1, 0.8, 0.5)],
    expected=[tuple(map(np.array, ([1.369], [-1.99], [1.31], [-0.1])))],
    through=lambda dicts: _lay_out(dicts, ["W", "b"]),
    shows="params W, b, then memory W, b",
    task="training-decay",
)
checks.check(
    "step_all",
    [
        (_params, _grads, _memory, 0.1, 0.8, 0.5),
        (_params, _grads, _memory, 0.2, 0.5, 0),
    ],
    reference=_stepped,
    through=lambda dicts: _lay_out(dicts, _names),
    shows="params W1, b1, W2, b2, then memory W1, b1, W2, b2",
    task="training-decay",
    forbid=(optim.Momentum.move,),
)

# %% role="test" grade_id="training-decay-hidden" points=2 syllabus="T-15 T-09"
# hidden test: other shapes, rates and penalties
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, measured, optim

_names = ["W", "b", "V"]


def _stepped(params, grads, memory, lr, beta, decay):
    made = optim.Momentum(lr, beta, weight_decay=decay)
    moved = {name: array.copy() for name, array in params.items()}
    state = {f"v.{name}": array for name, array in memory.items()}
    made.set_state({"n_steps": np.array(0), **state})
    made.step(moved, grads)
    return measured.named((moved, made.kept["v"]), _names)


_rng = np.random.default_rng(10)
_three = [
    {
        "W": _rng.normal(size=(2, 2)),
        "b": 2 + _rng.normal(size=2),
        "V": _rng.normal(size=2),
    }
    for _ in range(3)
]
checks.check(
    "step_all",
    [(*_three, 0.05, 0.9, 0.3), (*_three, 0.3, 0.6, 1.5)],
    reference=_stepped,
    through=lambda dicts: measured.named(dicts, _names),
    shows="params W, b, V, then memory W, b, V",
    task="training-decay",
    forbid=(optim.Momentum.move,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-weights-text" syllabus="T-11 T-12"
# ## 9 Rare classes and trusted labels (4 points)
#
# - `example_weights(labels, trust, n_classes)` gives each example the weight of its class,
#   $n / (k\,n_c)$ with $n_c$ examples of k classes, times the trust in its label. Every
#   class has an example.
# - `weighted_loss(P, labels, weights)`: row i of `P` holds the probabilities of example i.
#   It costs $-\ln p$ of its true class. Give the weighted mean of the costs: they count by
#   weight, and the sum is divided by the sum of the weights.
#
# Shapes: `labels`, `trust` and `weights` are `(n,)`, `P` is `(n, k)`; an array `(n,)`, and
# one number.
#
# <details><summary>Hint 1: direction</summary>Count the classes, make one weight for each
# class, then look up the weight of every example.</details>
# <details><summary>Hint 2: equation</summary>w_i = trust_i · n / (k · n_c), and
# C = Σ w_i c_i / Σ w_i</details>
# <details><summary>Hint 3: first line</summary>
# <code>counts = np.bincount(labels, minlength=n_classes)</code></details>


# %% role="answer" grade_id="training-weights"
def example_weights(labels, trust, n_classes):
    """Give each example the weight of its class times the trust in its label."""
    ### BEGIN SOLUTION
    n_c = np.bincount(labels)
    return trust * (len(labels) / (n_classes * n_c))[labels]
    ### END SOLUTION


def weighted_loss(P, labels, weights):
    """Average the cross-entropies of probabilities by weight."""
    ### BEGIN SOLUTION
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-weights-try"
# Try it: four labels, the last two trusted three times as much, should weigh 0.667, 1.333,
# 4, 2; the loss of the four predictions with the weights 1, 2, 3, 4 is 0.746386.

# %%
example_weights(np.array([0, 1, 2, 0]), np.array([1.0, 1.0, 3.0, 3.0]), 3)

# %%
weighted_loss(FOUR_PREDICTIONS, FOUR_LABELS, np.array([1.0, 2.0, 3.0, 4.0]))

# %% role="test" grade_id="training-weights-examples" points=1 syllabus="T-11 T-12"
import numpy as np

from nnbyhand import checks, prepare


def _weighed(labels, trust, n_classes):
    return trust * prepare.balanced_class_weights(labels, n_classes)[labels]


_labels = np.array([0, 0, 1, 0, 2, 0, 1, 0, 3, 0])
_trust = np.array([1.0, 5.0, 1.0, 2.0, 5.0, 1.0, 1.0, 0.5, 2.0, 1.0])
checks.check(
    "example_weights",
    [(_labels, _trust, 4), (_labels[:5], np.ones(5), 3)],
    reference=_weighed,
    task="training-weights-examples",
    forbid=(prepare.balanced_class_weights,),
)

# %% role="test" grade_id="training-weights-loss" points=1 syllabus="T-12"
import numpy as np

from nnbyhand import checks, losses
from nnbyhand.data import FOUR_LABELS, FOUR_PREDICTIONS


def _cost(P, labels, weights):
    return losses.cross_entropy(np.log(P), labels, weights)


checks.check(
    "weighted_loss",
    [
        (FOUR_PREDICTIONS, FOUR_LABELS, np.array([1.0, 2.0, 4.0, 1.0])),
        (FOUR_PREDICTIONS, FOUR_LABELS, np.array([0.5, 3.0, 0.25, 6.0])),
    ],
    reference=_cost,
    task="training-weights-loss",
    forbid=(losses.cross_entropy,),
)

# %% role="test" grade_id="training-weights-hidden" points=2 syllabus="T-11 T-12"
# hidden test: other classes, trusts and predictions
### BEGIN HIDDEN TESTS
import numpy as np

from nnbyhand import checks, losses, prepare


def _weighed(labels, trust, n_classes):
    return trust * prepare.balanced_class_weights(labels, n_classes)[labels]


def _cost(P, labels, weights):
    return losses.cross_entropy(np.log(P), labels, weights)


_rng = np.random.default_rng(11)
_labels = _rng.permutation(np.repeat([0, 1, 2], [12, 5, 3]))
checks.check(
    "example_weights",
    [(_labels, _rng.uniform(0.5, 4, size=20), 3)],
    reference=_weighed,
    task="training-weights-examples",
    forbid=(prepare.balanced_class_weights,),
)
_P = _rng.dirichlet(np.ones(3), size=20)
checks.check(
    "weighted_loss",
    [(_P, _labels, _rng.uniform(0.2, 3, size=20))],
    reference=_cost,
    task="training-weights-loss",
    forbid=(losses.cross_entropy,),
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-saving-text" syllabus="T-16 T-18"
# ## 10 Save, restore, and try rates (6 points)
#
# `params` and `memory` are dicts of arrays with equal names, the memory being momentum's.
#
# - `snapshot(params, memory)` gives **one** dict with copies of all arrays, under the names
#   `"params.W"`, `"memory.W"` and so on. Training goes on afterwards; the copies stay.
# - `restore(saved, params, memory)` gives two new dicts like `params` and `memory`, filled
#   with copies out of such a snapshot, **by name**: its order may differ. If a name is
#   missing or unknown, or a shape is another, `raise ValueError(...)` (no other error).
# - `try_rates(train, params, memory, lrs)`: `train(params, memory, lr)` trains for a short
#   while, changes the arrays **in place**, and returns the loss, NaN if it diverged. Try
#   every rate from the *same* start; return the losses and the rate with the lowest.
#   `params` and `memory` are the same afterwards as before.
#
# <details><summary>Hint 1: direction</summary>A dict holds references. Which of your lines
# makes a new array?</details>
# <details><summary>Hint 2: equation</summary>saved["params." + name] belongs to
# params[name]; np.nanargmin passes over NaN</details>
# <details><summary>Hint 3: first line</summary>
# <code>saved = {"params." + name: w.copy() for name, w in params.items()}</code></details>


# %% role="answer" grade_id="training-saving"
def snapshot(params, memory):
    """Give copies of all arrays in one dict, by the names params.… and memory.…."""
    ### BEGIN SOLUTION
    parts = {"params": params, "memory": memory}
    return {f"{k}.{n}": array.copy() for k in parts for n, array in parts[k].items()}
    ### END SOLUTION


def restore(saved, params, memory):
    """Give new params and memory out of a snapshot that fits them."""
    ### BEGIN SOLUTION
    wanted = snapshot(params, memory)
    if set(saved) != set(wanted):
        raise ValueError("the snapshot has other names")
    for name, array in wanted.items():
        if saved[name].shape != array.shape:
            raise ValueError(f"{name} has another shape")
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )
    ### END SOLUTION


def try_rates(train, params, memory, lrs):
    """Train shortly with each rate from the same start; give losses and best rate."""
    ### BEGIN SOLUTION
    saved = snapshot(params, memory)
    losses = [train(*restore(saved, params, memory), lr) for lr in lrs]
    return losses, lrs[int(np.nanargmin(losses))]
    ### END SOLUTION


# %% [markdown] role="text" grade_id="training-saving-try"
# Try it: the losses of ten steps should be 21.02, 4.716, 17.487, nan, and the best rate
# 0.02. (`short_run` trains two weights in a long valley.)

# %%
here, still = {"W": np.array([10.0, 1.0])}, {"W": np.zeros(2)}
try_rates(short_run, here, still, [0.01, 0.02, 0.1, 1.0])

# %% role="test" grade_id="training-saving-snapshot" points=1 syllabus="T-16"
import numpy as np

from nnbyhand import checks

_params = {"W": np.array([[1.0, -2.0], [0.5, 3.0]]), "b": np.array([0.25, -1.0])}
_memory = {"W": np.array([[0.1, 0.2], [-0.3, 0.4]]), "b": np.array([-5.0, 6.0])}
_all = {f"params.{name}": array for name, array in _params.items()}
_all |= {f"memory.{name}": array for name, array in _memory.items()}
checks.check(
    "snapshot", [(_params, _memory)], expected=[_all], task="training-saving-snapshot"
)


def _stays(function):
    params = {name: array.copy() for name, array in _params.items()}
    memory = {name: array.copy() for name, array in _memory.items()}
    saved = function(params, memory)
    for array in [*params.values(), *memory.values()]:
        array += 1
    return all(np.array_equal(saved[name], _all[name]) for name in _all)


checks.check_that(
    "snapshot",
    "training on does not change the snapshot",
    _stays,
    cases=[(_params, _memory)],
    task="training-saving-copy",
)

# %% role="test" grade_id="training-saving-restore" points=1 syllabus="T-16"
import inspect

import numpy as np

from nnbyhand import checks, measured

_lay_out = measured.named
_params = {"W": np.zeros((2, 2)), "V": np.ones((2, 2)), "b": np.zeros(2)}
_memory = {name: array + 7 for name, array in _params.items()}
_saved = {
    "memory.b": np.array([5.0, 6.0]),
    "params.V": np.array([[1.0, 2.0], [3.0, 4.0]]),
    "params.b": np.array([-1.0, 0.5]),
    "memory.W": np.array([[0.1, 0.2], [0.3, 0.4]]),
    "params.W": np.array([[-9.0, 8.0], [-7.0, 6.0]]),
    "memory.V": np.array([[0.5, 0.6], [0.7, 0.8]]),
}
_small = {"memory.b": 5.0, "params.b": -1.0, "memory.W": 0.5, "params.W": -9.0}
_empty = {"W": np.zeros(1), "b": np.zeros(1)}
checks.check(
    "restore",
    [
        (
            {name: np.array([number]) for name, number in _small.items()},
            _empty,
            {"W": np.array([7.0]), "b": np.array([8.0])},
        )
    ],
    expected=[tuple(map(np.array, ([-9.0], [-1.0], [0.5], [5.0])))],
    through=lambda dicts: _lay_out(dicts, ["W", "b"]),
    shows="params W, b, then memory W, b",
    task="training-saving-restore",
)
_names = ["W", "V", "b"]
_wanted = tuple(
    _saved[f"{kind}.{name}"] for kind in ("params", "memory") for name in _names
)
checks.check(
    "restore",
    [(_saved, _params, _memory)],
    expected=[_wanted],
    through=lambda dicts: _lay_out(dicts, _names),
    shows="params W, V, b, then memory W, V, b",
    task="training-saving-restore",
)


def _refuses(function, saved):
    try:
        # unwrapped, for what it returns instead of an error is not the question
        inspect.unwrap(function)(saved, _params, _memory)
    except ValueError:
        return True
    except (KeyError, IndexError, AssertionError):
        return False
    return False


_larger = _saved | {"params.W": np.zeros((3, 2)), "memory.W": np.zeros((3, 2))}
_fewer = {name: array for name, array in _saved.items() if name != "memory.V"}
for _requirement, _other in (
    ("an array of another shape is refused", _larger),
    ("a snapshot without memory.V is refused", _fewer),
    ("a snapshot with an unknown name is refused", _saved | {"params.U": np.ones(2)}),
    (
        "memory.U in the place of memory.V is refused",
        _fewer | {"memory.U": _larger["memory.V"]},
    ),
    ("an array with fewer axes is refused", _saved | {"params.W": np.zeros(2)}),
):
    checks.check_that(
        "restore",
        _requirement,
        lambda function, _other=_other: _refuses(function, _other),
        cases=[(_saved, _params, _memory)],
        task="training-saving-refuse",
    )

# %% role="test" grade_id="training-saving-rates" points=1 syllabus="T-18"
import numpy as np

from nnbyhand import checks, practice

_params, _memory = {"W": np.array([10.0, 1.0])}, {"W": np.array([3.0, -2.0])}
checks.check(
    "try_rates",
    [
        (practice.short_run, _params, _memory, [0.01, 0.02, 0.1]),
        (practice.short_run, _params, _memory, [0.003, 0.3, 1.0, 0.03, 0.01]),
    ],
    expected=[
        ([20.132101498290037, 4.009349598638825, 17.110358175858288], 0.02),
        (
            [
                38.224718103838896,
                20.411816687605658,
                np.nan,
                1.3492392582738713,
                20.132101498290037,
            ],
            0.03,
        ),
    ],
    task="training-saving-rates",
)
checks.check(
    "try_rates",
    [(practice.short_run, _params, _memory, [2.5, 0.02, 0.1])],
    expected=[([np.nan, 4.009349598638825, 17.110358175858288], 0.02)],
    task="training-saving-rates",
)

# %% role="test" grade_id="training-saving-hidden" points=3 syllabus="T-16 T-18"
# hidden test: all three, with other names, shapes and starts
### BEGIN HIDDEN TESTS
import inspect

import numpy as np

from nnbyhand import checks, measured, practice

_rng = np.random.default_rng(12)
_names = ["one", "two", "bias"]
_params = {"one": _rng.normal(size=(2, 3)), "two": _rng.normal(size=(2, 3))}
_params["bias"] = _rng.normal(size=3)
_memory = {name: _rng.normal(size=array.shape) for name, array in _params.items()}
_all = {f"params.{name}": array for name, array in _params.items()}
_all |= {f"memory.{name}": array for name, array in _memory.items()}
checks.check(
    "snapshot", [(_params, _memory)], expected=[_all], task="training-saving-snapshot"
)


def _stays(function):
    params = {name: array.copy() for name, array in _params.items()}
    memory = {name: array.copy() for name, array in _memory.items()}
    saved = function(params, memory)
    for array in [*params.values(), *memory.values()]:
        array *= 2
    return all(np.array_equal(saved[name], _all[name]) for name in _all)


checks.check_that(
    "snapshot",
    "training on does not change the snapshot",
    _stays,
    cases=[(_params, _memory)],
    task="training-saving-copy",
)
_blank = {name: np.zeros_like(array) for name, array in _params.items()}
_turned = dict(reversed(_all.items()))
checks.check(
    "restore",
    [(_turned, _blank, _blank)],
    expected=[measured.named((_params, _memory), _names)],
    through=lambda dicts: measured.named(dicts, _names),
    shows="params one, two, bias, then memory one, two, bias",
    task="training-saving-restore",
)


def _refuses(function, saved):
    try:
        inspect.unwrap(function)(saved, _blank, _blank)
    except ValueError:
        return True
    except (KeyError, IndexError, AssertionError):
        return False
    return False


for _other in (
    _all | {"memory.one": np.zeros((3, 2))},
    _all | {"params.two": np.zeros(3)},
    {name: array for name, array in _all.items() if name != "params.bias"},
    {name.replace("y.two", "y.six"): array for name, array in _all.items()},
):
    checks.check_that(
        "restore",
        "a snapshot of another network is refused",
        lambda function, _other=_other: _refuses(function, _other),
        cases=[(_all, _blank, _blank)],
        task="training-saving-refuse",
    )


def _stands_alone(function):
    saved = {name: array.copy() for name, array in _all.items()}
    for part in function(saved, _blank, _blank):
        for array in part.values():
            array += 1
    return all(np.array_equal(saved[name], _all[name]) for name in _all)


checks.check_that(
    "restore",
    "training on does not change the snapshot it was restored from",
    _stands_alone,
    cases=[(_all, _blank, _blank)],
    task="training-saving-alone",
)


def _tried(train, params, memory, lrs):
    losses = [
        train({"W": params["W"].copy()}, {"W": memory["W"].copy()}, lr) for lr in lrs
    ]
    return np.array(losses), lrs[int(np.nanargmin(losses))]


_here, _moving = {"W": np.array([-4.0, 2.0])}, {"W": np.array([1.0, 4.0])}
checks.check(
    "try_rates",
    [(practice.short_run, _here, _moving, [0.0005, 0.2, 2.0, 0.3, 0.05])],
    reference=_tried,
    task="training-saving-rates",
)
checks.check(
    "try_rates",
    [(practice.short_run, _here, _moving, [2.0, 1.5, 0.3, 0.05, 0.2])],
    reference=_tried,
    task="training-saving-rates",
)
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-reading-text" syllabus="T-05 T-10 T-13 T-19 T-20 T-21"
# ## 11 Read and judge (5 points)
#
# The cell below draws six runs of 40 epochs on a task with two classes; a network of
# another group reaches a loss of 0.06. `next_steps()` returns a dict with the keys 1 to 6:
# for each run the letter of what you would do **first**.
#
# A keep it as it is · B lower the rate · C raise the rate · D regularise, or stop earlier ·
# E train for more epochs · F take a larger network
#
# `verdicts()` returns a dict with four letters:
#
# - `"learned"`: a layer of 20 inputs and 10 units is trained with rate 0.1, patience 3 and
#   dropout 0.2. How many numbers are its parameters? A 3 · B 200 · C 210 · D 213
# - `"letter"`: a network with ten outputs has learned digits by softmax. It gets the letter
#   K. A All ten probabilities lie near 0 · B Each of them is 0.1 · C It stops with an error ·
#   D They add up to 1, and some digit gets the most
# - `"sure"`: for the K it says 4 with 97 %. A 97 of 100 such pictures are fours · B It is
#   sure, which does not make it right · C It has a fault: it should say 10 % for each
# - `"broken"`: 20 of 1000 parts are broken, a network is right for 981. A Good: 98 of 100
#   are right · B It is overfitting · C Calling every part whole is right for 980
#
# <details><summary>Hint 1: direction</summary>Look at the ends of both curves: high or low,
# flat or falling, together or apart, smooth or jumping.</details>
# <details><summary>Hint 2: equation</summary>parameters are what the gradient moves; softmax
# shares out 100 % among the outputs there are; accuracy is compared with the baseline
# </details>
# <details><summary>Hint 3: first line</summary><code>return {1: "…", 2: "…", …}</code>; for
# each run write down first where its two losses end</details>

# %%
show_figure(explore.draw_curves(explore.SIX, "123456", task=2))


# %% role="answer" grade_id="training-reading"
def next_steps():
    """Give for each run, 1 to 6, the letter of the next step."""
    ### BEGIN SOLUTION
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}
    ### END SOLUTION


def verdicts():
    """Give the letters for learned, letter, sure and broken."""
    ### BEGIN SOLUTION
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}
    ### END SOLUTION


# %% role="test" grade_id="training-reading-value" points=2 syllabus="T-05 T-10 T-13 T-19"
from nnbyhand import checks, practice


def _ask(name, key, right, task="training-reading-1"):
    """Check one letter of the dict that the function gives."""

    def holds(function):
        found = function()
        found = found if isinstance(found, dict) else {}
        letter = found.get(key, found.get(str(key), ""))
        return str(letter).strip().upper() == right

    checks.check_that(
        name, f"the letter for {key} is right", holds, cases=[()], task=task
    )


_faults = {}
for _name, _key in (
    ("next_steps", 1),
    ("next_steps", 3),
    ("verdicts", "learned"),
    ("verdicts", "letter"),
):
    _task = f"training-reading-{_key}"
    try:
        _ask(_name, _key, practice.VERDICTS[_key], _task)
    except checks.NotYet as _fault:  # go on, so that every wrong letter is told
        _faults[str(_fault)] = _fault
if _faults:
    _first, *_others = _faults.values()
    _lines = [line for fault in _others for line in fault.lines]
    raise checks.NotYet(
        _first.answer,
        [*_first.lines[1:], *_lines],
        level=_first.level,
        code=_first.code,
    )

# %% role="test" grade_id="training-reading-hidden" points=3 syllabus="T-05 T-10 T-19 T-20 T-21"
# hidden test: the other runs and verdicts
### BEGIN HIDDEN TESTS
from nnbyhand import checks


def _ask(name, key, right, task="training-reading-2"):
    """Check one letter of the dict that the function gives."""

    def holds(function):
        found = function()
        found = found if isinstance(found, dict) else {}
        letter = found.get(key, found.get(str(key), ""))
        return str(letter).strip().upper() == right

    checks.check_that(
        name, f"the letter for {key} is right", holds, cases=[()], task=task
    )


_faults = {}
for _name, _key, _right in (
    ("next_steps", 2, "A"),
    ("next_steps", 4, "B"),
    ("next_steps", 5, "F"),
    ("next_steps", 6, "E"),
    ("verdicts", "sure", "B"),
    ("verdicts", "broken", "C"),
):
    try:
        _ask(_name, _key, _right, f"training-reading-{_key}")
    except checks.NotYet as _told:
        _faults[str(_told)] = _told
if _faults:
    _first, *_others = _faults.values()
    _lines = [line for fault in _others for line in fault.lines]
    raise checks.NotYet(
        _first.answer,
        [*_first.lines[1:], *_lines],
        level=_first.level,
        code=_first.code,
    )
### END HIDDEN TESTS

# %% [markdown] role="text" grade_id="training-words-text" syllabus="T-05 T-21"
# ## 12 In your own words (3 points, read by a person)
#
# A friend writes: "My network is right for 99 % of my pictures. I tried forty settings and
# kept the one that did best on my test set." Explain what you would believe of it, and what
# they should do instead. Three to six sentences.
#
# ### BEGIN MARK SCHEME
# One point each:
#
# 1. the 99 % may be of pictures it was trained on, so it may have learned them by heart
#    (overfitting), or: compare it with a baseline;
# 2. a test set that chose among forty settings no longer says how it does on new pictures:
#    the best of forty is partly luck;
# 3. what to do: a validation part for choosing, and a test part opened once at the end (or
#    fresh pictures now).
#
# Sample, 3 points: "If the 99 % are of pictures it trained on, it may know them by heart.
# The best of forty on one test set is partly luck, so that score is too good. Choose on a
# validation part, and test once on pictures that nobody has used."
# Sample, 2 points: "The test set was used for choosing, so it is not a test any more. Split
# off a validation set and test once."
# Sample, 1 point: "It may be overfitting."
# ### END MARK SCHEME

# %% [markdown] role="written" grade_id="training-words" points=3 syllabus="T-05 T-21"
# *Write your answer here.*
