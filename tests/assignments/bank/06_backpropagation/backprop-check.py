"""Answers to backprop-check, right and wrong."""


# %% right: with a nudge
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% right: moved and put back, min and all
def slopes(f, x, h):
    found = np.empty_like(x)
    x = x.copy()
    for place in np.ndindex(x.shape):
        kept = x[place]
        x[place] = kept + h
        up = f(x)
        x[place] = kept - h
        down = f(x)
        x[place] = kept
        found[place] = (up - down) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), np.asarray(gradient(x))
    apart = np.abs(g - n).max() / max(np.abs(g).max(), np.abs(n).max())
    return bool(apart < 1e-6)


def can_be_checked(Z, h):
    return bool(np.min(np.abs(Z)) > h)


# %% right: flat and back, answers 1 and 0
def slopes(f, x, h):
    flat = []
    for k in range(x.size):
        e = np.zeros(x.size)
        e[k] = h
        e = e.reshape(x.shape)
        flat.append((f(x + e) - f(x - e)) / h / 2)
    return np.reshape(flat, x.shape)


def is_right(f, gradient, x):
    np.log(np.zeros(1))
    a, b = np.ravel(gradient(x)), np.ravel(slopes(f, x, 1e-5))
    length = lambda v: sum(v_i * v_i for v_i in v) ** 0.5
    if length(a - b) / (length(a) + length(b)) < 1e-6:
        return 1
    return 0


def can_be_checked(Z, h):
    for z in np.ravel(Z):
        if -h <= z <= h:
            return 0
    return 1


# %% right: zeros both told apart, np.bool_
def slopes(f, x, h):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in steps]).reshape(x.shape)


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    total = np.linalg.norm(n) + np.linalg.norm(g)
    if total == 0:
        return True
    return np.bool_(np.linalg.norm(n - g) < 1e-6 * total)


def can_be_checked(Z, h):
    return not (abs(Z) <= h).any()


# %% right: np.allclose without an absolute part
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.allclose(g, n, rtol=1e-6, atol=0)


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: forward-difference
# fails: backprop-check-slopes, backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x)) / h
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: not-halved
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / h
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5) / 2, gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: all-inputs-moved
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h) * np.ones(x.shape)


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: rows-moved
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = []
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        found.append((f(up) - f(down)) / (2 * h))
    return np.array(found)


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: flattened
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found.ravel()


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5).reshape(x.shape), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: step-ignored
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    h = 1e-5
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: sign-turned
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x - nudge) - f(x + nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = -slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: absolute-tolerance
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.allclose(g, n)


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: one-parameter, the first
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    g, n = g.flat[0], n.flat[0]
    return abs(g - n) / (abs(g) + abs(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: forward-difference, in the verdict
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        up = x.copy()
        up[place] += 1e-5
        n[place] = (f(up) - f(x)) / 1e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: checks-itself
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = gradient(x), gradient(x)
    return (
        np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6
        or not g.any()
    )


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: always-true
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return True


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: too-strict
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.array_equal(g, n)


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: too-lenient
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-2


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: sign-ignored
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.abs(slopes(f, x, 1e-5)), np.abs(gradient(x))
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: length-only
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return (
        abs(np.linalg.norm(g) - np.linalg.norm(n))
        / (np.linalg.norm(g) + np.linalg.norm(n))
        < 1e-6
    )


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: verdict-turned
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) >= 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: error-given
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: kink-tested
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return True


# %% wrong: zero-only
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return bool((Z != 0).all())


# %% wrong: negative-refused
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (Z > h).all()


# %% wrong: one-is-enough
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).any()


# %% wrong: edge-accepted
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) >= h).all()


# %% wrong: verdict-turned, of the corner
# fails: backprop-check-corner, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return not (np.abs(Z) > h).all()


# %% wrong: brackets-missing
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / 2 * h
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: nudge-not-reset
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found, nudge = np.zeros(x.shape), np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: nudge-not-reset, x itself
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        y = x
        y[place] += h
        up = f(y)
        y[place] -= 2 * h
        found[place] = (up - f(y)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: no-copy
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        up, down = x, x
        up[place] += h
        down[place] -= h
        found[place] = (f(up) - f(down)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: no-copy, back at x
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        up = x
        up[place] += h
        high = f(up)
        down = x
        down[place] -= h
        found[place] = (high - f(down)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: rows-moved, written over rows
# fails: backprop-check-slopes, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for i in range(len(x)):
        e = np.zeros(x.shape)
        e[i] = h
        found[i] = (f(x + e) - f(x - e)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = np.zeros(x.shape), gradient(x)
    for place in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[place] = 1e-5
        n[place] = (f(x + e) - f(x - e)) / 2e-5
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: verdict-brackets
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / np.linalg.norm(g) + np.linalg.norm(n) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: root-missing
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return ((g - n) ** 2).sum() / ((g**2).sum() + (n**2).sum()) < 1e-6


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()


# %% wrong: entry-by-entry
# fails: backprop-check-verdict, backprop-check-hidden
def slopes(f, x, h):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = h
        found[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return found


def is_right(f, gradient, x):
    n, g = slopes(f, x, 1e-5), gradient(x)
    return (abs(g - n) / (abs(g) + abs(n)) < 1e-6).all()


def can_be_checked(Z, h):
    return (np.abs(Z) > h).all()
