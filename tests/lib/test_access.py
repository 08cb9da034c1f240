"""For every eye and ear: names of controls, words of pictures, colours told apart."""

import importlib
import inspect
import itertools
import pkgutil

import ipywidgets as widgets
import numpy as np
import pytest

from nnbyhand import explorers, plots, welcome
from nnbyhand import widgets as basic
from nnbyhand.widgets import Explorer

# Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB
BLIND = {
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
}
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
WHITE = np.array([0.9505, 1.0, 1.0891])
NAMES = ("BLUE", "VERMILION", "GREEN", "ORANGE", "SKY", "PURPLE", "YELLOW", "BLACK")
PALETTE = {name: getattr(plots, name) for name in NAMES}


def factories():
    """Find every function that makes an explorer without being given anything."""
    modules = [basic] + [
        importlib.import_module(f"nnbyhand.explorers.{found.name}")
        for found in pkgutil.iter_modules(explorers.__path__)
    ]
    for module in modules:
        for name, thing in inspect.getmembers(module, inspect.isfunction):
            made = "Explorer" in str(inspect.signature(thing).return_annotation)
            own = thing.__module__ == module.__name__ and not name.startswith("_")
            free = all(
                each.default is not each.empty
                for each in inspect.signature(thing).parameters.values()
            )
            if made and own and free:
                yield pytest.param(thing, id=name)


MAKERS = list(factories())


def inside(widget):
    """Give a widget and all that stand in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def linear(colour):
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(
        values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4
    )


def contrast(one, other):
    """Contrast by WCAG 2: (L1 + 0.05) / (L2 + 0.05), the lighter one above."""
    light = sorted(linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def distance(one, other, blindness):
    """Distance in CIELAB of two colours as seen with a colour blindness."""
    places = []
    for colour in (one, other):
        seen = np.clip(np.array(BLIND[blindness]) @ linear(colour), 0, 1)
        t = (np.array(TO_XYZ) @ seen) / WHITE
        f = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
        places.append([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
    return float(np.linalg.norm(np.subtract(*places)))


def test_all_explorers_are_found():
    assert len(MAKERS) >= 17


@pytest.mark.parametrize("make", MAKERS)
def test_every_control_has_a_name_and_every_picture_words(make):
    explorer = make()
    assert isinstance(explorer, Explorer)
    for widget in inside(explorer):
        if isinstance(widget, widgets.Image):
            assert widget.tooltip, "a picture without words"
        elif isinstance(widget, (widgets.Button, widgets.ValueWidget)) and not (
            isinstance(widget, (widgets.HTML, widgets.Label, widgets.HTMLMath))
        ):
            said = widget.description or getattr(widget, "tooltip", "") or ""
            assert said.strip(), f"{type(widget).__name__} without a name"


@pytest.mark.parametrize("make", MAKERS)
def test_the_state_is_said_aloud_in_words(make):
    said = [w.value for w in inside(make()) if isinstance(w, widgets.HTML)]
    assert any("aria-live='polite'" in text or 'role="status"' in text for text in said)


@pytest.mark.parametrize("make", MAKERS)
def test_where_nothing_moves_a_figure_and_words_stand(make):
    data, metadata = make()._repr_mimebundle_()
    assert "image/png" in data
    assert len(metadata["image/png"]["alt"]) > 40
    assert len(data["text/plain"]) > 40


def test_the_words_of_a_picture_follow_it():
    explorer = basic.gate_explorer()
    before = explorer.picture.tooltip
    explorer.controls[2].value = -0.5
    assert "OR" in explorer.picture.tooltip
    assert explorer.picture.tooltip != before


@pytest.mark.parametrize("blindness", BLIND)
def test_no_two_colours_look_alike(blindness):
    nearest = min(
        (distance(a, b, blindness), a, b)
        for a, b in itertools.combinations(PALETTE.values(), 2)
    )
    assert nearest[0] > 15, nearest  # 2 can be told apart side by side, 10 at a glance
    assert distance(*plots.PALE.values(), blindness) > 10
    assert distance(welcome.FILLS["done"], welcome.FILLS["begun"], blindness) > 10


def test_red_and_green_would_not_pass():
    assert distance("#C00000", "#508000", "deuteranopia") < 15


def test_lines_and_letters_stand_out():
    for name in ("BLUE", "VERMILION", "GREEN", "PURPLE", "BLACK"):
        assert contrast(PALETTE[name], "#FFFFFF") >= 3, name
    for edge in (*welcome.EDGES.values(), welcome.GREY):
        assert contrast(edge, "#FFFFFF") >= 3
    for fill in welcome.FILLS.values():
        assert contrast("#1A1A1A", fill.upper()) >= 7
