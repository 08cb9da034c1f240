"""Where a window lies as it slides over an image: sizes and places.

``output_size`` counts the places along one side, ``all_places`` lists them all. What is
done at each place is in nnbyhand.conv.
"""

IMAGES = ("n", "c", "h", "w")
Place = tuple[int, int, slice, slice]


def output_size(size: int, window: int, stride: int = 1, padding: int = 0) -> int:
    """Count the places of a window along one side; a window that sticks out is dropped.

    Taught in course/09_convolutional_networks.

    >>> output_size(150, window=3, padding=1), output_size(75, window=2, stride=2)
    (150, 37)
    """
    check_whole("output_size", "window", window, 1)
    check_whole("output_size", "stride", stride, 1)
    check_whole("output_size", "padding", padding, 0)
    if size + 2 * padding < window:
        raise ValueError(
            f"output_size: a window of {window} does not fit into {size} pixels "
            f"with padding {padding}"
        )
    return (size + 2 * padding - window) // stride + 1


def all_places(
    shape: tuple[int, ...], window: tuple[int, int], stride: int, padding: int = 0
) -> list[Place]:
    """List each output place r, c with the rows and columns of its window."""
    (kh, kw), (h, w) = window, shape[2:]
    return [
        (r, c, slice(r * stride, r * stride + kh), slice(c * stride, c * stride + kw))
        for r in range(output_size(h, kh, stride, padding))
        for c in range(output_size(w, kw, stride, padding))
    ]


def grid_of(places: list[Place]) -> tuple[int, int]:
    """Give how many places there are below and beside each other."""
    return places[-1][0] + 1, places[-1][1] + 1


def check_whole(function: str, name: str, value: int, least: int) -> None:
    """Refuse what is no whole number, or one that is too small."""
    if value != int(value) or value < least:
        raise ValueError(
            f"{function}: {name} must be a whole number of at least {least}, "
            f"got {value}"
        )
