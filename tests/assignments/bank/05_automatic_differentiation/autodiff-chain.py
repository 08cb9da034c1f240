"""Answers to autodiff-chain, right and wrong."""


# %% right: NumPy functions, lists
def power(u, n):
    a, b = u
    return [np.power(float(a), n), n * np.power(float(a), n - 1) * b]


def sine(u):
    a, b = u
    return [np.sin(a), np.cos(a) * b]


def exponential(u):
    a, b = u
    return [np.exp(a), np.exp(a) * b]


# %% right: arrays, a warning
def power(u, n):
    np.log(np.zeros(1))
    a, b = u
    return (a**n, n * a ** (n - 1) * b)


def sine(u):
    np.log(np.zeros(1))
    a, b = u
    return np.array([np.sin(a), b * np.cos(a)])


def exponential(u):
    np.log(np.zeros(1))
    a, b = u
    return np.array([1, b]) * np.exp(a)


# %% right: the library number, by hand at the end
def lifted(f, slope, u):
    d = Dual(*u)
    return f(d.value), slope(d.value) * d.slope


def power(u, n):
    return lifted(lambda a: a**n, lambda a: n * a**n / a, u)


def sine(u):
    return lifted(math.sin, math.cos, u)


def exponential(u):
    return lifted(math.exp, math.exp, u)


# %% right: float32
def power(u, n):
    a, b = u
    return (a**n, n * a ** (n - 1) * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (np.float32(math.exp(a)), np.float32(math.exp(a) * b))


# %% wrong: function-slope-forgotten
def power(u, n):
    a, b = u
    return (a**n, b)


def sine(u):
    a, b = u
    return (math.sin(a), b)


def exponential(u):
    a, b = u
    return (math.exp(a), b)


# %% wrong: inner-slope-forgotten
def power(u, n):
    a, b = u
    return (a**n, n * a ** (n - 1))


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a))


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a))


# %% wrong: power-kept
# fails: autodiff-chain-power, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, n * a**n * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: exponent-forgotten
# fails: autodiff-chain-power, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, a ** (n - 1) * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: slope-raised
# fails: autodiff-chain-power, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, b**n)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: value-for-slope
# fails: autodiff-chain-power, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, a**n * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: value-for-slope, sine
# fails: autodiff-chain-value, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, n * a ** (n - 1) * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.sin(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: sine-sign
# fails: autodiff-chain-value, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, n * a ** (n - 1) * b)


def sine(u):
    a, b = u
    return (math.sin(a), -math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), math.exp(a) * b)


# %% wrong: exponential-as-power
# fails: autodiff-chain-value, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return (a**n, n * a ** (n - 1) * b)


def sine(u):
    a, b = u
    return (math.sin(a), math.cos(a) * b)


def exponential(u):
    a, b = u
    return (math.exp(a), a * math.exp(a - 1) * b)


# %% wrong: library-answer
def power(u, n):
    made = Dual(*u) ** n
    return made.value, made.slope


def sine(u):
    made = autodiff.sin(Dual(*u))
    return made.value, made.slope


def exponential(u):
    made = autodiff.exp(Dual(*u))
    return made.value, made.slope


# %% wrong: slope-of-b
def power(u, n):
    a, b = u
    return a**n, n * b ** (n - 1)


def sine(u):
    a, b = u
    return math.sin(a), math.cos(b)


def exponential(u):
    a, b = u
    return math.exp(a), math.exp(b)


# %% wrong: slope-of-b, of the product
# fails: autodiff-chain-value, autodiff-chain-hidden
def power(u, n):
    a, b = u
    return a**n, n * a ** (n - 1) * b


def sine(u):
    a, b = u
    return math.sin(a), math.cos(a * b)


def exponential(u):
    a, b = u
    return math.exp(a), math.exp(a * b)
