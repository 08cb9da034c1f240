"""Answers to training-stopping, right and wrong."""


# %% right: a counter
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% right: while loops
def when_to_stop(losses, patience, min_delta):
    i, best = 0, 0
    while i < len(losses) - 1 and i - best < patience:
        i += 1
        if losses[i] < losses[best] - min_delta:
            best = i
    return [i + 1, best + 1]


def train_patiently(run, patience):
    history, kept = [], []
    while len(history) < run.n_epochs:
        history.append(run.epoch()[1])
        kept.append(np.array(run.weights))
        if len(history) - 1 - int(np.argmin(history)) >= patience:
            break
    best = int(np.argmin(history))
    return kept[best], best + 1


# %% right: an array of two, weights as a list, a harmless warning
def when_to_stop(losses, patience, min_delta):
    np.log(np.zeros(1))
    best, where = losses[0], 1
    for end in range(1, len(losses) + 1):
        if end > 1 and best - losses[end - 1] > min_delta:
            best, where = losses[end - 1], end
        if end - where == patience:
            return np.array([end, where])
    return np.array([len(losses), where])


def train_patiently(run, patience):
    best, number, weights, epoch = 1e9, 0, None, 0
    while epoch < run.n_epochs and epoch - number < patience:
        epoch += 1
        train_loss, val_loss = run.epoch()
        if val_loss < best:
            best, number, weights = val_loss, epoch, list(run.weights)
    return weights, float(number)


# %% right: a function with its own memory, float32
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    losses, copies = [], {}
    for epoch in range(1, run.n_epochs + 1):
        losses.append(run.epoch()[1])
        copies[epoch] = run.weights.astype(np.float32)
        end, best = when_to_stop(losses, patience, 0.0)
        if end - best >= patience:
            break
    return copies[best], np.int64(best)


# %% wrong: stops-at-first-rise
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == 1:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: stops-at-first-rise, above the one before
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, last = np.inf, 0, np.inf
    for epoch, loss in enumerate(losses, start=1):
        if loss >= last - min_delta:
            break
        best_epoch, last = epoch, loss
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: patience-not-reset
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, bad
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: equal-counts-better
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss <= best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: delta-ignored
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: delta-added
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best + min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: compares-with-previous
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    previous, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < previous - min_delta:
            best_epoch, bad = epoch, 0
        else:
            bad += 1
        previous = loss
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: counts-from-zero
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch - 1, best_epoch - 1


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: one-epoch-late
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad > patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: one-epoch-early
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad >= max(1, patience - 1):
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: never-stops
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if False:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: best-of-all
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, int(np.argmin(losses)) + 1


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: best-of-all, the lowest so far
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, int(np.argmin(losses[:epoch])) + 1


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: best-forgotten
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: pair-turned
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return best_epoch, epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: watches-training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        loss, _ = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: last-weights-kept
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return run.weights, epoch


# %% wrong: best-by-reference
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: best-by-reference, none stored
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return run.weights.copy(), best_epoch


# %% wrong: epoch-after-end
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, epoch


# %% wrong: stops-at-first-rise, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == 1:
            break
    return weights, best_epoch


# %% wrong: patience-not-reset, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, bad
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: equal-counts-better, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss <= best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: compares-with-previous, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    previous, best_epoch, bad, weights = float("inf"), 0, 0, None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < previous:
            best_epoch, bad, weights = epoch, 0, run.weights.copy()
        else:
            bad += 1
        previous = loss
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: one-epoch-late, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad > patience:
            break
    return weights, best_epoch


# %% wrong: one-epoch-early, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad >= max(1, patience - 1):
            break
    return weights, best_epoch


# %% wrong: never-stops, in training
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if False:
            break
    return weights, best_epoch


# %% wrong: library-answer
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    from nnbyhand.history import EarlyStopping

    watch = EarlyStopping(patience, min_delta)
    for loss in losses:
        if watch.update(loss):
            break
    return watch.epoch, watch.best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: lowest-seen
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best_epoch, bad = epoch, 0
        else:
            bad += 1
        best = min(best, loss)
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: counts-from-zero, and all at the end
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch = loss, epoch
        if epoch - best_epoch >= patience:
            return epoch, best_epoch
    return len(losses), best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: counts-from-zero, the best only
# fails: training-stopping-when, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch = float("inf"), 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, best_epoch = loss, epoch
        if epoch - best_epoch >= patience:
            break
    return epoch + 1, best_epoch


def train_patiently(run, patience):
    best, best_epoch, bad = float("inf"), 0, 0
    weights = None
    for epoch in range(1, run.n_epochs + 1):
        _, loss = run.epoch()
        if loss < best:
            best, best_epoch, bad = loss, epoch, 0
            weights = run.weights.copy()
        else:
            bad += 1
        if bad == patience:
            break
    return weights, best_epoch


# %% wrong: epochs-wasted
# fails: training-stopping-train, training-stopping-hidden
def when_to_stop(losses, patience, min_delta):
    best, best_epoch, bad = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - min_delta:
            best, best_epoch, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best_epoch


def train_patiently(run, patience):
    losses, kept = [], []
    for _ in range(run.n_epochs):
        losses.append(run.epoch()[1])
        kept.append(run.weights.copy())
    _, best = when_to_stop(losses, patience, 0)
    return kept[best - 1], best
