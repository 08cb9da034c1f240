"""Put the library's most common complaints to beginners into our words.

``advice`` gives one or two sentences for an error message, or nothing.
"""

import re

# where in the message -> what it means; the first that fits is said
CALLABLE = "'?(method|function|builtin_function_or_method|type)'?"
MEANINGS = {
    rf"non-iterable {CALLABLE} object|{CALLABLE} object is not (iterable|subscriptable)"
    rf"|operand type\(s\) for .*{CALLABLE}|between instances of .*{CALLABLE}"
    rf"|argument must be .*, not {CALLABLE}": "A function stands where its result "
    "belongs. To call it, put brackets behind its name.",
    "truth value of an array": "`if`, `and`, `or` and `not` take one value, and here "
    "they met a whole array. Compare the array itself: `z > 0` answers place by place.",
    r"stack\w*\(\) takes 1 positional argument": "The arrays to be joined go into one "
    "list: `np.hstack([a, b])`, `np.vstack([a, b])`.",
    "must have same number of dimensions": "The joined arrays have different numbers "
    "of axes. `np.vstack` takes an array of shape (n,) as one row; `b[:, None]` makes "
    "it a column.",
    "dimensions except for the concatenation axis": "Joined arrays must agree on the "
    "other axis: `np.vstack` needs equally many columns, `np.hstack` equally many "
    "rows.",
    "could not be broadcast": "Compared from the right, the sizes of two shapes must "
    "be equal, or one of them 1. `keepdims=True` keeps an axis that was summed over.",
    "mismatch in its core dimension|not aligned": "`A @ B` needs as many columns in A "
    "as B has rows. Write down the shape of each side.",
    r"values to unpack( \([^()]*\))?$": "There are more or fewer names than parts. A "
    "shape has a part for each axis.",
    r"before Module.__init__\(\) call": "A network prepares itself before it takes "
    "layers: `super().__init__()` is the first line of its `__init__`.",
    "maximum recursion depth": "Your function calls itself without end, directly or by "
    "way of another one; an operator on your own kind of number calls a method too. "
    "One of them must find its answer without the others.",
    r"cannot unpack non-iterable (int|float|numpy\.\w+|NoneType)": "This line takes a "
    "tuple or a list apart, and what came is a single thing.",
    r"'(int|float|numpy\.\w+)' object is not (iterable|subscriptable)": "A number "
    "stands where a tuple or a list belongs. A tuple of one is written `(u,)`, with a "
    "comma.",
    r"must be real number, not (tuple|list)": "A whole tuple or list stands where one "
    "number belongs. Take it apart first, for example with `a, b = u`.",
    r"'(int|float)' object has no attribute": "A plain number came here, and it has no "
    "such part. Where plain numbers and another kind may both come, turn plain ones "
    "into that kind first.",
    r"multiply sequence by non-int|operand type\(s\) for .*'(list|tuple)'"
    r"|can only concatenate (list|tuple)|unary -: '(list|tuple)'"
    r"|between instances of .*'(list|tuple)'": "Lists and tuples do not calculate "
    "place by place. Make an array of them first, with `np.array`.",
}
JOINING = MEANINGS[r"stack\w*\(\) takes 1 positional argument"]


def advice(said: str, line: str = "") -> str:
    """Say what an error message means, or ''; ``line`` is the one that caused it.

    >>> advice("hstack() takes 1 positional argument but 2 were given")[:31]
    'The arrays to be joined go into'
    """
    if "only integer scalar arrays can be converted" in said:
        return _array_for_number(line)
    return next(
        (words for pattern, words in MEANINGS.items() if re.search(pattern, said)), ""
    )


def _array_for_number(line: str) -> str:
    """NumPy says the same of an array given as an axis, a length or an index."""
    if re.search(r"\b(concatenate|\w*stack)\(", line):
        return JOINING
    words = (
        "A whole array stands where one whole number belongs, for example in the "
        "place of the axis: the array comes first."
    )
    if re.search(r"\b(max|min)\(", line):
        words += " (`np.maximum` and `np.minimum` compare place by place.)"
    return words
