"""Answers to autodiff-dual, right and wrong."""


# %% right: slopes of school, another order of terms
def pair(number):
    return number if np.ndim(number) else (number, 0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a * c, b * c + a * d]


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a / c, b / c - a * d / c**2]


# %% right: arrays
def pair(number):
    return np.array(number if np.ndim(number) else (number, 0.0), dtype=float)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return pair(u) + pair(v)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return pair(u) - pair(v)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return np.array([a * c, a * d + b * c])


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return np.array([a / c, (b - a / c * d) / c])


# %% right: with the library number, and a warning
def both(u, v):
    np.log(np.zeros(1))
    return [Dual(*n) if isinstance(n, tuple) else Dual(n, 0.0) for n in (u, v)]


def plus(u, v):
    u, v = both(u, v)
    return u.value + v.value, u.slope + v.slope


def minus(u, v):
    u, v = both(u, v)
    return u.value - v.value, u.slope - v.slope


def times(u, v):
    u, v = both(u, v)
    return u.value * v.value, u.slope * v.value + u.value * v.slope


def divide(u, v):
    u, v = both(u, v)
    return u.value / v.value, (u.slope * v.value - u.value * v.slope) / v.value**2


# %% right: one from another, no helper
def plus(u, v):
    if isinstance(v, (int, float)):
        u, v = v, u
    if isinstance(u, (int, float)):
        return u + v[0], v[1]
    return tuple(a + c for a, c in zip(u, v))


def times(u, v):
    if isinstance(u, (int, float)):
        u = (u, 0)
    if isinstance(v, (int, float)):
        v = (v, 0)
    return u[0] * v[0], u[0] * v[1] + u[1] * v[0]


def minus(u, v):
    return plus(u, times(-1, v))


def divide(u, v):
    if isinstance(v, (int, float)):
        return times(u, 1 / v)
    return times(u, (1 / v[0], -v[1] / v[0] ** 2))


# %% right: float32 numbers
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return np.float32(a + c), np.float32(b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: epsilon-squared-kept
# fails: autodiff-dual-value, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c + b * d)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: product-one-sided
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: product-one-sided, the other one
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: product-of-slopes
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, b * d)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: slopes-crossed
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * b + c * d)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: one-slope-kept
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: slopes-added
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b + d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: sides-swapped
# fails: autodiff-dual-value, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (c - a, d - b)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: quotient-sign
# fails: autodiff-dual-divide, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c + a * d) / c**2)


# %% wrong: quotient-order
# fails: autodiff-dual-divide, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (a * d - b * c) / c**2)


# %% wrong: quotient-unsquared
# fails: autodiff-dual-divide, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c)


# %% wrong: quotient-unsquared, not divided
# fails: autodiff-dual-divide, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, b * c - a * d)


# %% wrong: quotient-of-slopes
# fails: autodiff-dual-divide, autodiff-dual-left, autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, b / d if d else 0.0)


# %% wrong: reflected-missing
# fails: autodiff-dual-left
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = u, pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = u, pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = u, pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = u, pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: reflected-missing, by index
# fails: autodiff-dual-left
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    v = pair(v)
    return u[0] + v[0], u[1] + v[1]


def minus(u, v):
    v = pair(v)
    return u[0] - v[0], u[1] - v[1]


def times(u, v):
    v = pair(v)
    return u[0] * v[0], u[0] * v[1] + u[1] * v[0]


def divide(u, v):
    v = pair(v)
    return u[0] / v[0], (u[1] * v[0] - u[0] * v[1]) / v[0] ** 2


# %% wrong: right-number-missing
# fails: autodiff-dual-left
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), v
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), v
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), v
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), v
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: number-with-slope
# fails: autodiff-dual-left
def pair(number):
    return number if isinstance(number, tuple) else (number, 1.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: order-turned
# fails: autodiff-dual-left
def pairs(u, v):
    if not isinstance(u, tuple):
        u, v = v, u
    return (*u, *(v if isinstance(v, tuple) else (v, 0.0)))


def plus(u, v):
    a, b, c, d = pairs(u, v)
    return (a + c, b + d)


def minus(u, v):
    a, b, c, d = pairs(u, v)
    return (a - c, b - d)


def times(u, v):
    a, b, c, d = pairs(u, v)
    return (a * c, a * d + b * c)


def divide(u, v):
    a, b, c, d = pairs(u, v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: slope-lost
# fails: autodiff-dual-left
def plus(u, v):
    if not (isinstance(u, tuple) and isinstance(v, tuple)):
        return first(u) + first(v), 0.0
    return u[0] + v[0], u[1] + v[1]


def first(u):
    return u[0] if isinstance(u, tuple) else u


def minus(u, v):
    return u[0] - v[0], u[1] - v[1]


def times(u, v):
    return u[0] * v[0], u[0] * v[1] + u[1] * v[0]


def divide(u, v):
    return u[0] / v[0], (u[1] * v[0] - u[0] * v[1]) / v[0] ** 2


# %% wrong: list-for-tuple
# fails: autodiff-dual-hidden
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a + c, b + d]


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a - c, b - d]


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a * c, a * d + b * c]


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return [a / c, (b * c - a * d) / c**2]


# %% wrong: slope-unscaled
# fails: autodiff-dual-left
def pair(number):
    return number if isinstance(number, tuple) else (number, 0.0)


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a + c, b + d)


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a - c, b - d)


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a * c, b + d if 0.0 in (b, d) else a * d + b * c)


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return (a / c, (b * c - a * d) / c**2)


# %% wrong: plain-number-refused
# fails: autodiff-dual-left
def plus(u, v):
    return u[0] + v[0], u[1] + v[1]


def minus(u, v):
    return u[0] - v[0], u[1] - v[1]


def times(u, v):
    return u[0] * v[0], u[0] * v[1] + u[1] * v[0]


def divide(u, v):
    return u[0] / v[0], (u[1] * v[0] - u[0] * v[1]) / v[0] ** 2


# %% wrong: library-answer
def both(u, v):
    return [Dual(*n) if isinstance(n, tuple) else n for n in (u, v)]


def plus(u, v):
    u, v = both(u, v)
    return (u + v).value, (u + v).slope


def minus(u, v):
    u, v = both(u, v)
    return (u - v).value, (u - v).slope


def times(u, v):
    u, v = both(u, v)
    return (u * v).value, (u * v).slope


def divide(u, v):
    u, v = both(u, v)
    return (u / v).value, (u / v).slope


# %% wrong: whole-number-refused
# fails: autodiff-dual-left
def pair(number):
    return (number, 0.0) if isinstance(number, float) else number


def plus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return a + c, b + d


def minus(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return a - c, b - d


def times(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return a * c, a * d + b * c


def divide(u, v):
    (a, b), (c, d) = pair(u), pair(v)
    return a / c, (b * c - a * d) / c**2
