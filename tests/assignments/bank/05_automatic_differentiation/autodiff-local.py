"""Answers to autodiff-local, right and wrong."""


# %% right: lists, NumPy
def subtract(u, v):
    return Node(u.value - v.value, [u, v], [1.0, -1.0])


def multiply(u, v):
    return Node(u.value * v.value, [u, v], np.array([v.value, u.value]))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(np.tanh(u.value), [u], [1 / np.cosh(u.value) ** 2])


# %% right: parents the other way round
def subtract(u, v):
    return Node(u.value - v.value, (v, u), (-1, 1))


def multiply(u, v):
    return Node(u.value * v.value, (v, u), (u.value, v.value))


def quotient(u, v):
    return Node(u.value / v.value, (v, u), (-u.value / v.value**2, 1 / v.value))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% right: with exponentials, a warning
def tanh_of(u):
    np.log(np.zeros(1))
    up, down = math.exp(u.value), math.exp(-u.value)
    t = (up - down) / (up + down)
    return Node(value=t, parents=(u,), slopes=((1 + t) * (1 - t),))


def subtract(u, v):
    slopes = 1.0, -1.0
    return Node(value=u.value - v.value, parents=(u, v), slopes=slopes)


def multiply(u, v):
    return Node(value=u.value * v.value, parents=(u, v), slopes=(v.value, u.value))


def raised(u, n):
    power = u.value**n
    return Node(power, (u,), (n * power / u.value,))


def quotient(u, v):
    upside_down = raised(v, -1).value
    slopes = (upside_down, -u.value * upside_down**2)
    return Node(u.value * upside_down, (u, v), slopes)


# %% right: float32
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(
        np.float32(u.value * v.value),
        (u, v),
        (np.float32(v.value), np.float32(u.value)),
    )


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: minus-forgotten
# fails: autodiff-local-value, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1.0, 1.0))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: slopes-exchanged
# fails: autodiff-local-value, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (-1.0, 1.0))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: factors-swapped
# fails: autodiff-local-value, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (u.value, v.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: slopes-one
# fails: autodiff-local-value, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (1.0, 1.0))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: parents-left-out
# fails: autodiff-local-value, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value)


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: parents-left-out, tanh
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value))


# %% wrong: quotient-sign
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: quotient-unsquared
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: slopes-one, quotient
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1.0, 1.0))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: slopes-exchanged, quotient
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (v, u), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: power-kept
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value**n,))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: exponent-forgotten
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: value-for-slope
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (u.value**n,))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value) ** 2,))


# %% wrong: value-for-slope, tanh
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (math.tanh(u.value),))


# %% wrong: slope-of-value
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - u.value**2,))


# %% wrong: square-forgotten
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(math.tanh(u.value), (u,), (1 - math.tanh(u.value),))


# %% wrong: sigmoid-for-tanh
# fails: autodiff-local-more, autodiff-local-hidden
def subtract(u, v):
    return Node(u.value - v.value, (u, v), (1, -1))


def multiply(u, v):
    return Node(u.value * v.value, (u, v), (v.value, u.value))


def quotient(u, v):
    return Node(u.value / v.value, (u, v), (1 / v.value, -u.value / v.value**2))


def raised(u, n):
    return Node(u.value**n, (u,), (n * u.value ** (n - 1),))


def tanh_of(u):
    return Node(
        math.tanh(u.value), (u,), (math.tanh(u.value) * (1 - math.tanh(u.value)),)
    )
