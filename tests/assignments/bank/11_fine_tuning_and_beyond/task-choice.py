"""Answers to task-choice, right and wrong."""


# %% right: as asked
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% right: small letters, unique
def kinds():
    return "su su su ss"


def plans():
    return "fn cs rs cy rn"


def class_count(ids):
    return np.unique(ids).size


# %% right: lists
def kinds():
    return list("SUSUSUSS")


def plans():
    return ["Fn", "Cs", "Rs", "Cy", "Rn"]


def class_count(ids):
    seen = []
    for i in ids:
        if i not in seen:
            seen.append(i)
    return float(len(seen))


# %% right: sorted, with differences
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return 1 + int((np.diff(np.sort(ids)) > 0).sum())


# %% wrong: one-letter-throughout
# fails: task-choice-kinds
def kinds():
    return "SSSSSSSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: labels-are-inputs
# fails: task-choice-kinds
def kinds():
    return "UUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: labels-are-inputs, the weather
# fails: task-choice-kinds
def kinds():
    return "SUSUUUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: answers-imagined
# fails: task-choice-kinds
def kinds():
    return "SSSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: answers-imagined, the autoencoder
# fails: task-choice-kinds
def kinds():
    return "SUSSSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: letters-missing
# fails: task-choice-kinds
def kinds():
    return "SUSUSUS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: letters-missing, ten of them
# fails: task-choice-kinds
def kinds():
    return "SUSUSUSSUU"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: output-mismatch
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FsCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: output-mismatch, the temperature
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRs"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: network-mismatch
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsFsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: network-mismatch, the days
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyFn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: several-as-one
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCsRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: picture-without-filters
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnFsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: one-as-several
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCyRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: table-with-order
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "RnCsRsCyRn"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: letters-missing, plans
# fails: task-choice-plans
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRs"


def class_count(ids):
    return len(set(list(ids)))


# %% wrong: ids-are-classes
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return max(ids)


# %% wrong: repetitions-counted
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return len(ids)


# %% wrong: span-counted
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return max(ids) - min(ids) + 1


# %% wrong: ninety-answered
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return 80


# %% wrong: ninety-answered, ninety
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return 90


# %% wrong: zero-dropped
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return np.count_nonzero(np.unique(ids))


# %% wrong: unrepeated-counted
# fails: task-choice-count
def kinds():
    return "SUSUSUSS"


def plans():
    return "FnCsRsCyRn"


def class_count(ids):
    return sum(list(ids).count(i) == 1 for i in set(ids))


# %% right: with commas, and a list
def kinds():
    return list("SUSUSUSS")


def plans():
    return "Fn, Cs, Rs, Cy, Rn"


def class_count(ids):
    return np.unique(ids).size
