"""The controls of the playground: a widget for each setting, all by keyboard.

``Controls`` shows settings, gives them back, and says when one was changed by hand.
"""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from nnbyhand.playground_points import FEATURES
from nnbyhand.playground_settings import (
    MOST_LAYERS,
    MOST_SEED,
    MOST_UNITS,
    ONE_OF,
    Settings,
)

LABELS = {
    "data": "data set",
    "noise": "noise",
    "activation": "activation",
    "lr": "learning rate",
    "penalty": "penalty",
    "rate": "penalty rate",
    "batch": "batch size",
}
SHAPE: dict[str, Any] = {
    "layout": {"width": "184px"},
    "style": {"description_width": "90px"},
}
KEYS = (
    "<div style='font-size: 90%; line-height: 1.4'>By keyboard: Tab goes on, Space "
    "presses a button or opens a list, arrows and Enter choose from it.</div>"
)
ROW = {"flex_flow": "row wrap", "align_items": "center"}


class Controls(widgets.VBox):
    """Three rows of choices; ``changed`` is called after each one made by hand.

    Taught in course/07_training_in_practice.
    """

    def __init__(self, settings: Settings, changed: Callable[[], None]) -> None:
        self.choices = {name: _choice(name) for name in ONE_OF}
        self.units = [_whole(f"hidden {k + 1}", MOST_UNITS) for k in range(MOST_LAYERS)]
        self.seed = _whole("seed", MOST_SEED)
        self.features = {
            name: widgets.Checkbox(
                description=feature.label,
                indent=False,
                layout={"width": "auto", "margin": "2px 12px 2px 0"},
            )
            for name, feature in FEATURES.items()
        }
        self.changed, self.filling = changed, False
        self.fill(settings)
        for control in self.all():
            control.observe(self._moved, "value")
        c = self.choices
        seen = widgets.HTML("features", layout={"margin": "2px 12px 2px 42px"})
        super().__init__(
            [
                _row(c["data"], c["noise"], c["batch"], self.seed),
                _row(seen, *self.features.values()),
                _row(*self.units, c["activation"]),
                _row(c["lr"], c["penalty"], c["rate"]),
                widgets.HTML(KEYS, layout={"margin": "0 0 0 12px"}),
            ]
        )

    def all(self) -> list[widgets.Widget]:
        """List every control that holds a setting."""
        lists = (self.choices.values(), self.units, [self.seed], self.features.values())
        return [control for controls in lists for control in controls]

    def fill(self, settings: Settings) -> None:
        """Show settings, without calling ``changed``."""
        self.filling = True
        for name, choice in self.choices.items():
            choice.value = getattr(settings, name)
        for k, units in enumerate(self.units):
            units.value = settings.layers[k] if k < len(settings.layers) else 0
        for name, box in self.features.items():
            box.value = name in settings.features
        self.seed.value = settings.seed
        self._ease()
        self.filling = False

    def settings(self) -> Settings:
        """Give what is chosen; a hidden layer without units is left out.

        Raises ValueError where no feature is chosen.
        """
        return Settings(
            **{name: choice.value for name, choice in self.choices.items()},
            features=tuple(name for name, box in self.features.items() if box.value),
            layers=tuple(units.value for units in self.units if units.value),
            seed=self.seed.value,
        )

    def _moved(self, _change: object) -> None:
        if not self.filling:
            self._ease()
            self.changed()

    def _ease(self) -> None:
        """Put the penalty's rate out of reach where there is no penalty."""
        self.choices["rate"].disabled = self.choices["penalty"].value == "none"


def _choice(name: str) -> widgets.Dropdown:
    options = [(f"{value}", value) for value in ONE_OF[name]]
    return widgets.Dropdown(options=options, description=LABELS[name], **SHAPE)


def _whole(name: str, most: int) -> widgets.BoundedIntText:
    return widgets.BoundedIntText(min=0, max=most, description=name, **SHAPE)


def _row(*controls: widgets.Widget) -> widgets.HBox:
    return widgets.HBox(list(controls), layout=ROW)
