"""Answers to autodiff-rules, right and wrong."""


# %% right: one if for each kind
def derive(e, by):
    if isinstance(e, str):
        return 1.0 if e == by else 0.0
    if not isinstance(e, tuple):
        return 0.0
    if e[0] == "+":
        _, u, v = e
        return ("+", derive(u, by), derive(v, by))
    if e[0] == "*":
        _, u, v = e
        return ("+", ("*", derive(u, by), v), ("*", u, derive(v, by)))
    if e[0] == "**":
        _, u, n = e
        return ("*", n, ("*", ("**", u, n - 1), derive(u, by)))
    if e[0] == "sin":
        return ("*", ("cos", e[1]), derive(e[1], by))
    if e[0] == "exp":
        return ("*", ("exp", e[1]), derive(e[1], by))


# %% right: a table of functions, and some tidying
def derive(e, by):
    if isinstance(e, (int, float, str)):
        return int(e == by)
    table = {
        "+": lambda u, v, du, dv: ("+", du, dv),
        "*": lambda u, v, du, dv: ("+", ("*", v, du), ("*", u, dv)),
        "**": lambda u, n, du, _: ("*", ("*", n, ("**", u, n - 1)), du),
        "sin": lambda u, du: ("*", ("cos", u), du),
        "exp": lambda u, du: ("*", ("exp", u), du),
    }
    kind, *parts = e
    made = table[kind](*parts, *(derive(part, by) for part in parts))
    if made[0] == "*" and 0 in made[1:]:
        return 0
    return made


# %% right: lists for tuples, a harmless warning
def derive(e, by):
    np.log(np.zeros(1))
    if not isinstance(e, tuple):
        return [0, 1][e == by]
    kind, u = e[:2]
    if kind == "+":
        return ["+", derive(u, by), derive(e[2], by)]
    if kind == "*":
        return ["+", ["*", derive(u, by), e[2]], ["*", derive(e[2], by), u]]
    if kind == "**":
        return ["*", derive(u, by), ["*", e[2], ["**", u, e[2] - 1]]]
    return ["*", derive(u, by), ["cos", u] if kind == "sin" else ["exp", u]]


# %% right: match
def derive(e, by):
    match e:
        case ("+", u, v):
            return ("+", derive(u, by), derive(v, by))
        case ("*", u, v):
            return ("+", ("*", derive(u, by), v), ("*", u, derive(v, by)))
        case ("**", u, n):
            return ("*", ("*", float(n), ("**", u, n - 1)), derive(u, by))
        case ("sin", u):
            return ("*", ("cos", u), derive(u, by))
        case ("exp", u):
            return ("*", e, derive(u, by))
    return 1 if e == by else 0


# %% wrong: product-of-derivatives
# fails: autodiff-rules-sum, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("*", derive(u, by), derive(e[2], by))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: product-one-term
# fails: autodiff-rules-sum, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("*", derive(u, by), e[2])
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: other-variable-differentiated
# fails: autodiff-rules-sum, autodiff-rules-hidden, autodiff-rules-power
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if isinstance(e, str) else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: constant-kept
# fails: autodiff-rules-sum, autodiff-rules-hidden
def derive(e, by):
    if isinstance(e, str):
        return 1 if e == by else 0
    if not isinstance(e, tuple):
        return e
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: chain-forgotten
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", e[2], ("**", u, e[2] - 1))
    return ("cos", u) if kind == "sin" else e


# %% wrong: chain-forgotten, in the power only
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", e[2], ("**", u, e[2] - 1))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: power-kept
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2])), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: exponent-forgotten
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("**", u, e[2] - 1), derive(u, by))
    return ("*", ("cos", u) if kind == "sin" else e, derive(u, by))


# %% wrong: function-kept
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    return ("*", e, derive(u, by))


# %% wrong: sine-sign
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    if kind == "sin":
        return ("*", -1, ("*", ("cos", u), derive(u, by)))
    return ("*", e, derive(u, by))


# %% wrong: exponential-as-power
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if not isinstance(e, tuple):
        return 1 if e == by else 0
    kind, u = e[:2]
    if kind == "+":
        return ("+", derive(u, by), derive(e[2], by))
    if kind == "*":
        return ("+", ("*", derive(u, by), e[2]), ("*", u, derive(e[2], by)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), derive(u, by))
    if kind == "exp":
        return ("*", ("*", u, ("exp", ("+", u, -1))), derive(u, by))
    return ("*", ("cos", u), derive(u, by))


# %% wrong: library-answer
def derive(e, by):
    from nnbyhand.symbolic import differentiate

    return differentiate(e, by)


# %% wrong: name-fixed
# fails: autodiff-rules-sum, autodiff-rules-hidden
def derive(e, by):
    if isinstance(e, str):
        return 1.0 if e == "x" else 0.0
    if not isinstance(e, tuple):
        return 0.0
    if e[0] == "+":
        _, u, v = e
        return ("+", derive(u, by), derive(v, by))
    if e[0] == "*":
        _, u, v = e
        return ("+", ("*", derive(u, by), v), ("*", u, derive(v, by)))
    if e[0] == "**":
        _, u, n = e
        return ("*", n, ("*", ("**", u, n - 1), derive(u, by)))
    if e[0] == "sin":
        return ("*", ("cos", e[1]), derive(e[1], by))
    if e[0] == "exp":
        return ("*", ("exp", e[1]), derive(e[1], by))


# %% wrong: cosine-of-slope
# fails: autodiff-rules-power, autodiff-rules-hidden
def derive(e, by):
    if isinstance(e, str):
        return 1.0 if e == by else 0.0
    if not isinstance(e, tuple):
        return 0.0
    if e[0] == "+":
        _, u, v = e
        return ("+", derive(u, by), derive(v, by))
    if e[0] == "*":
        _, u, v = e
        return ("+", ("*", derive(u, by), v), ("*", u, derive(v, by)))
    if e[0] == "**":
        _, u, n = e
        return ("*", n, ("*", ("**", u, n - 1), derive(u, by)))
    if e[0] == "sin":
        return ("cos", derive(e[1], by))
    if e[0] == "exp":
        return ("*", ("exp", e[1]), derive(e[1], by))
