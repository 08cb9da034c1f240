"""Answers to harm-rates, right and wrong."""


# %% right: a loop
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% right: lists
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return rows


# %% right: counted one by one
def error_rates(found, truth, group):
    n = int(max(group)) + 1
    counts = np.zeros((n, 2, 2))
    for f, t, g in zip(found, truth, group, strict=True):
        counts[g, int(t), int(f)] += 1
    right = counts[:, 0, 0] + counts[:, 1, 1]
    zeros, ones = counts[:, 0].sum(axis=1), counts[:, 1].sum(axis=1)
    alarms = counts[:, 0, 1] / np.maximum(zeros, 1)
    misses = counts[:, 1, 0] / np.maximum(ones, 1)
    return np.stack([right / (zeros + ones), alarms, misses], axis=1)


# %% right: with the library
def error_rates(found, truth, group):
    from nnbyhand.metrics import confusion_matrix

    rows = []
    for g in np.unique(group):
        M = confusion_matrix(found[group == g].astype(int), truth[group == g], 2)
        n0, n1 = M.sum(axis=1)
        rows.append([np.trace(M) / M.sum(), M[0, 1] / max(n0, 1), M[1, 0] / max(n1, 1)])
    return np.float32(rows)


# %% wrong: harm-one-sided
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, a])
    return np.array(rows)


# %% wrong: shares-of-all
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = ((f == 1) & (t == 0)).mean()
        m = ((f == 0) & (t == 1)).mean()
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% wrong: precision-for-alarms
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (t[f == 1] == 0).mean() if (f == 1).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% wrong: rates-swapped
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), m, a])
    return np.array(rows)


# %% wrong: groups-ignored
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group >= 0
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% wrong: hits-for-misses
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 1).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% wrong: counts-given
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        own = group == g
        f, t = found[own], truth[own]
        a = ((f == 1) & (t == 0)).sum()
        m = ((f == 0) & (t == 1)).sum()
        rows.append([(f == t).sum(), a, m])
    return np.array(rows)


# %% wrong: group-left-out
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max()):
        own = group == g
        f, t = found[own], truth[own]
        a = (f[t == 0] == 1).mean() if (t == 0).any() else 0
        m = (f[t == 1] == 0).mean() if (t == 1).any() else 0
        rows.append([(f == t).mean(), a, m])
    return np.array(rows)


# %% wrong: nothing-divided
# fails: harm-rates-hidden
def error_rates(found, truth, group):
    rows = []
    for g in range(group.max() + 1):
        f, t = found[group == g], truth[group == g]
        rows.append([(f == t).mean(), (f[t == 0] == 1).mean(), (f[t == 1] == 0).mean()])
    return np.array(rows)


# %% wrong: library-answer
def error_rates(found, truth, group):
    from nnbyhand.misconceptions.beyond_tasks import true_rates

    return true_rates(found, truth, group)
