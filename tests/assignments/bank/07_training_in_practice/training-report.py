"""Answers to training-report, right and wrong."""


# %% right: NumPy numbers
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% right: loops and a dict
def report(val_scores, answers, y_test, y_train):
    chosen = 0
    for i, score in enumerate(val_scores):
        if score > val_scores[chosen]:
            chosen = i
    right = sum(a == b for a, b in zip(answers[chosen], y_test, strict=True))
    counts = {}
    for label in y_train:
        counts[label] = counts.get(label, 0) + 1
    always = max(counts, key=counts.get)
    base = sum(label == always for label in y_test)
    return [chosen, right / len(y_test), base / len(y_test)]


# %% right: one array of three floats
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return np.array([chosen, right, base])


# %% right: float32, zero-dimensional
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return np.array(chosen), np.float32(right), np.float32(base)


# %% wrong: test-as-validation
def report(val_scores, answers, y_test, y_train):
    chosen = (answers == y_test).mean(axis=1).argmax()
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: test-as-validation, by a loop
def report(val_scores, answers, y_test, y_train):
    scores = [np.mean(row == y_test) for row in answers]
    base = np.mean(y_test == np.bincount(y_train).argmax())
    return scores.index(max(scores)), max(scores), base


# %% wrong: worst-chosen
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmin(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: chosen-from-one
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen + 1, right, base


# %% wrong: validation-reported
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = val_scores[chosen]
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: first-answers
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[0] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: counts-given
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).sum()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: counts-given, both
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).sum()
    base = (y_test == np.bincount(y_train).argmax()).sum()
    return chosen, right, base


# %% wrong: baseline-from-test
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = np.bincount(y_test).max() / len(y_test)
    return chosen, right, base


# %% wrong: baseline-from-test, the class looked up there
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_test).argmax()).mean()
    return chosen, right, base


# %% wrong: baseline-is-chance
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = 1 / len(np.unique(y_train))
    return chosen, right, base


# %% wrong: baseline-on-training
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = np.bincount(y_train).max() / len(y_train)
    return chosen, right, base


# %% wrong: baseline-label
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = np.bincount(y_train).argmax()
    return chosen, right, base


# %% wrong: library-answer
def report(val_scores, answers, y_test, y_train):
    from nnbyhand.metrics import accuracy

    np.log(np.zeros(1))
    chosen = int(np.array(val_scores).argmax())
    values, counts = np.unique(y_train, return_counts=True)
    always = np.full(len(y_test), values[counts.argmax()])
    return chosen, accuracy(answers[chosen], y_test), accuracy(always, y_test)


# %% right: counted by hand, a harmless warning
def report(val_scores, answers, y_test, y_train):
    np.log(np.zeros(1))
    chosen = int(np.array(val_scores).argmax())
    values, counts = np.unique(y_train, return_counts=True)
    always = np.full(len(y_test), values[counts.argmax()])
    right = np.count_nonzero(answers[chosen] == y_test) / len(y_test)
    return chosen, right, np.count_nonzero(always == y_test) / len(y_test)


# %% wrong: all-settings
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = np.mean(answers == y_test)
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base


# %% wrong: count-for-class
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (np.bincount(y_train).max() == y_test).mean()
    return chosen, right, base


# %% wrong: score-for-number
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = (answers[chosen] == y_test).mean()
    base = (y_test == np.bincount(y_train).argmax()).mean()
    return val_scores[chosen], right, base


# %% wrong: percent-given
def report(val_scores, answers, y_test, y_train):
    chosen = np.argmax(val_scores)
    right = 100 * (answers[chosen] == y_test).mean()
    base = 100 * (y_test == np.bincount(y_train).argmax()).mean()
    return chosen, right, base
