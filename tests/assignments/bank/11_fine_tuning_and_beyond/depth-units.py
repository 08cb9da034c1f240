"""Answers to depth-units, right and wrong."""


# %% right: powers and products
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "FFTF"


# %% right: counted
def parity_units(n):
    rows = [bin(i).count("1") % 2 for i in range(2**n)]
    return [sum(rows), sum(3 for _ in range(1, n)), sum(1 for _ in range(n))]


def claims():
    return "f f t f"


# %% right: an array
def parity_units(n):
    return np.array([2.0**n / 2, 3 * n - 3, n])


def claims():
    return ["F", "F", "T", "F"]


# %% wrong: rows-not-halved
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2**n, 3 * (n - 1), n


def claims():
    return "FFTF"


# %% wrong: depth-free
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), n - 1, n


def claims():
    return "FFTF"


# %% wrong: depth-free, hidden ones only
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), 2 * (n - 1), n


def claims():
    return "FFTF"


# %% wrong: one-xor-too-many
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), 3 * n, n


def claims():
    return "FFTF"


# %% wrong: parity-as-power
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), 2 ** (n - 1), n


def claims():
    return "FFTF"


# %% wrong: counting-halved
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), (n + 1) // 2


def claims():
    return "FFTF"


# %% wrong: shallow-impossible
# fails: depth-units-claims
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "TFTF"


# %% wrong: lower-bound-claimed
# fails: depth-units-claims
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "FTTF"


# %% wrong: chain-called-dearer
# fails: depth-units-claims
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "FFFF"


# %% wrong: depth-always-better
# fails: depth-units-claims
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "FFTT"


# %% wrong: letters-missing
# fails: depth-units-claims
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), n


def claims():
    return "FFT"


# %% wrong: library-answer, as the lesson calls it
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    from nnbyhand.explorers import beyond

    return tuple(beyond.parity_units(n).values())


def claims():
    return "FFTF"


# %% wrong: none-counted
# fails: depth-units-value, depth-units-hidden
def parity_units(n):
    return 2 ** (n - 1), 3 * (n - 1), len(range(n + 1))


def claims():
    return "FFTF"
