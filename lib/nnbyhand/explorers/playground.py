"""The neural playground: choose points and a network, press Play, watch it learn.

``playground()`` is the widget; it begins with the spiral and settings that learn it.
Where nothing can move, its picture with an alternative text stands there.
"""

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from nnbyhand.explorers.playground_controls import ROW, Controls
from nnbyhand.explorers.playground_parts import WIDE
from nnbyhand.explorers.playground_picture import Picture, describe
from nnbyhand.explorers.playground_player import Player
from nnbyhand.explorers.playground_words import (
    losses_table,
    sentence,
    surface_text,
    units_table,
)
from nnbyhand.playground import Playground
from nnbyhand.playground_settings import MOST_EPOCHS, read
from nnbyhand.widgets import DescribedImage, Explorer

SPEAK_EVERY = 100  # pictures: a voice cannot follow each
ACROSS = {"width": "auto", "max_width": f"{WIDE}px"}
SPEEDS = (1, 2, 5, 10, 20)
FOLLOW = "The table below the picture follows."
WHEN_PAUSED = "The state stands here again when training pauses."
LEGEND = (
    f"<div style='font-size: 90%; line-height: 1.4; max-width: {WIDE}px'>"
    "Orange is positive and speaks for the circles, blue is negative and speaks for "
    "the crosses. A line between squares is a weight: wide where it is large, dashed "
    "where it is negative. The black line is where the answer changes.</div>"
)
SPOKEN = "min-height: 3.2em; line-height: 1.6; margin: 4px 0"
REPLAY = 20  # epochs for each picture while a text is restored


def playground(text: str = "") -> "PlaygroundExplorer":
    """Watch a small network learn; ``text`` is a state to begin with, or part of one.

    ``playground()`` learns the spiral in about 140 epochs, and
    ``playground("activation=relu")`` in about 250, in straight pieces. These show best
    in ``playground("data=circle features=x1,x2 layers=4 activation=relu epoch=150")``.
    Every choice begins the training anew, so that a line of settings and the number of
    epochs restore all that is seen. Raises ValueError for a text that is none.
    Taught in course/07_training_in_practice.
    """
    # read before there is a widget: a refused text shall leave none half made
    return PlaygroundExplorer(Playground.from_text(text) if text else Playground())


class PlaygroundExplorer(Explorer):
    """Controls, the picture, words and tables of one playground.

    Taught in course/07_training_in_practice.
    """

    def __init__(self, play: Playground) -> None:
        self.play, self.drawing, self.player = play, Picture(play), Player()
        self.settings = Controls(play.settings, self._choose)
        self.words = widgets.HTML()
        size = {"width": f"{WIDE}px", "max_width": "100%", "height": "auto"}
        size["flex"] = "0 0 auto"
        picture = DescribedImage(format="png", layout=size)
        super().__init__([self.settings, self.words], picture, describe(play))
        self.layout.flex_flow = "column"
        above = [self._buttons(), self.settings, self.words]
        self.children = [*above, picture, widgets.HTML(LEGEND), *self._texts()]
        self.show()
        self.player.alone()

    def _buttons(self) -> widgets.HBox:
        self.start = _button("Play", "play", self._play_or_pause)
        self.once = _button("Step", "step-forward", self._step)
        self.again = _button("Reset", "undo", self._reset)
        self.speed = widgets.Dropdown(
            options=SPEEDS,
            description="epochs for each picture",
            style={"description_width": "158px"},
            layout={"width": "226px"},
        )
        return widgets.HBox([self.start, self.once, self.again, self.speed], layout=ROW)

    def _texts(self) -> list[widgets.Widget]:
        """Make the table, the field that holds the state, and what folds out."""
        self.table, self.units, self.letters = (widgets.HTML() for _ in range(3))
        self.state = widgets.Textarea(
            description="state",
            rows=2,  # a state is longer than a line
            continuous_update=False,  # leaving the field restores
            style={"description_width": "40px"},
            layout=ACROSS,
        )
        self.state.observe(self._restore, "value")
        self.details = widgets.VBox([self.units, self.letters])
        # no accordion: in JupyterLab the Tab key passes its titles by
        self.more = widgets.ToggleButton(
            description="Every unit and the surface in text", layout={"width": "280px"}
        )
        self.more.observe(self._unfold, "value")
        self._unfold()
        return [self.table, self.state, self.more, self.details]

    def show(self, said: str = "") -> None:
        """Bring picture, words, tables and the state in text up to date."""
        self._picture()
        self._speak(said, sentence(self.play))
        self.units.value = units_table(self.play)
        self.letters.value = f"<pre>{surface_text(self.play)}</pre>"
        self._set_state(self.play.text)

    def close(self) -> None:
        """Stop playing, then go."""
        self.player.stop()
        super().close()

    def _unfold(self, _change: object = None) -> None:
        self.details.layout.display = "flex" if self.more.value else "none"

    def _picture(self) -> None:
        self.drawing.show(self.play)
        self.alt = self.drawing.figure.alt
        self.picture.show(self.drawing.png(), self.alt)
        self.table.value = losses_table(self.play)

    def _speak(self, *said: str) -> None:
        text = " ".join(escape(part) for part in said if part)
        # two lines high, so that nothing below moves when a second is needed
        self.words.value = f"<p aria-live='polite' style='{SPOKEN}'>{text}</p>"

    def _set_state(self, text: str, instead: str = "") -> None:
        """Fill the field; ``instead`` is seen in it while it is empty."""
        self.state.placeholder = instead
        self.filling = True  # or showing a state would restore it
        self.state.value = text
        self.filling = False

    def _begin(self, play: Playground) -> None:
        """Show another playground in place of this one."""
        self.player.stop()
        self.play = play
        self.drawing.lay(play)

    def _choose(self) -> None:
        """Take the settings chosen by hand; the training begins anew."""
        try:
            chosen = self.settings.settings()
        except ValueError as error:
            self.settings.fill(self.play.settings)
            self._rest(f"Not changed: {error}")
            return
        self._begin(Playground(chosen))
        self._rest("New settings, nothing learned yet.")

    def _restore(self, _change: object) -> None:
        """Take the text of the field apart and train up to its epoch."""
        if self.filling:
            return
        wanted = self.state.value
        try:
            settings, epoch = read(wanted)
        except ValueError as error:
            self._rest(f"Not restored: {error}")
            self._set_state(wanted)  # to be mended
            return
        self._begin(Playground(settings))
        self.settings.fill(settings)
        if not self._go(epoch, "Restored.", REPLAY) and self._train(epoch):
            self._rest("Restored.")

    def _play_or_pause(self, _button: object) -> None:
        if self.player.playing:
            self._rest("Paused.")
        elif self.play.epoch >= MOST_EPOCHS:
            self._rest(f"{MOST_EPOCHS} epochs are the most.")
        elif not self._go(MOST_EPOCHS, f"{MOST_EPOCHS} epochs are the most."):
            self._rest("Play needs a running kernel; Step works everywhere.")

    def _step(self, _button: object) -> None:
        if self._train(self.speed.value):
            self._rest()

    def _reset(self, _button: object) -> None:
        self._begin(Playground(self.play.settings))
        self._rest("Reset.")

    def _rest(self, said: str = "") -> None:
        """Stand still and say so."""
        self.player.stop()
        _label(self.start, "Play", "play")
        self.show(said)

    def _train(self, n_epochs: int) -> bool:
        try:
            self.play.step(n_epochs)
        except FloatingPointError as error:
            self._rest(str(error))
            return False
        return True

    def _go(self, goal: int, done: str, pace: int | None = None) -> bool:
        """Train up to an epoch, a picture at a time; False where nothing can play."""

        def turn(shown: int) -> bool:
            if self.play.epoch >= goal:
                self._rest(done)
                return False
            n_epochs = min(pace or self.speed.value, goal - self.play.epoch)
            if not self._train(n_epochs):
                return False
            self._picture()
            if shown % SPEAK_EVERY == 0:
                # said in the past: picture and table move on at once
                report = f"The last report was: {sentence(self.play)}" if shown else ""
                self._speak("Playing.", FOLLOW, report)
            return True

        def tired() -> None:
            self._rest("Paused by itself, press Play to go on.")

        if not self.player.start(turn, tired):
            return False
        self._set_state("", WHEN_PAUSED)
        _label(self.start, "Pause", "pause")
        return True


def _button(name: str, icon: str, pressed: Callable[[object], None]) -> widgets.Button:
    button = widgets.Button(layout={"width": "96px"})
    _label(button, name, icon)
    button.on_click(pressed)
    return button


def _label(button: widgets.Button, name: str, icon: str) -> None:
    button.description, button.icon = name, icon
