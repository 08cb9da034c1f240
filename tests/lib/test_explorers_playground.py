"""What the playground's widget shows and says: buttons, playing, texts, the picture."""

import asyncio
import base64
import io
import time

import matplotlib.pyplot as plt
import numpy as np
import pytest

from nnbyhand.explorers import playground_player
from nnbyhand.explorers.playground import playground
from nnbyhand.explorers.playground_controls import Controls
from nnbyhand.explorers.playground_parts import BLOCK, HIGH, SURFACE, colours
from nnbyhand.explorers.playground_picture import (
    Picture,
    describe,
    draw_answers,
    draw_playground,
)
from nnbyhand.explorers.playground_player import Player
from nnbyhand.explorers.playground_words import surface_text, units_table
from nnbyhand.playground import Playground
from nnbyhand.playground_settings import Settings

SMALL = "data=circle features=x1,x2 layers=4"
DIVERGES = "features=x1,x1x1,x2x2,x1x2 activation=linear layers=8-8-8 lr=3"


async def until(true, seconds=10.0):
    """Let the loop go on until something is so, as the kernel's does."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never happened"
        await asyncio.sleep(0.005)


def test_step_trains_and_shows_it_everywhere():
    widget = playground(SMALL)
    before = widget.picture.value
    assert "Epoch 0:" in widget.words.value
    widget.speed.value = 5
    widget.once.click()
    assert widget.play.epoch == 5
    assert "Epoch 5:" in widget.words.value
    assert "loss after epoch 5" in widget.table.value
    assert f"<b>{widget.play.test_loss[-1]:.3f}</b>" in widget.table.value
    assert widget.state.value.startswith("epoch=5 data=circle ")
    assert widget.picture.value != before
    assert "after 5 epochs" in widget.alt
    widget.again.click()
    assert "Reset. Epoch 0:" in widget.words.value
    assert widget.picture.value == before


def test_every_control_changes_its_setting_and_begins_anew():
    widget = playground(SMALL)
    wanted = {"data": "xor", "noise": 0.5, "activation": "relu", "lr": 0.1}
    wanted |= {"penalty": "L2", "rate": 0.1, "batch": 50}
    for name, value in wanted.items():
        widget.once.click()
        widget.settings.choices[name].value = value
        assert getattr(widget.play.settings, name) == value
        assert widget.play.epoch == 0
        assert f"{name}={value} " in widget.state.value
    widget.settings.units[2].value = 3
    widget.settings.features["sinx2"].value = True
    widget.settings.seed.value = 9
    assert widget.play.settings.layers == (4, 3)
    assert widget.play.settings.features == ("x1", "x2", "sinx2")
    assert widget.play.settings.seed == 9
    assert "New settings" in widget.words.value


def test_the_penalty_rate_rests_where_there_is_no_penalty():
    widget = playground(SMALL)
    assert widget.settings.choices["rate"].disabled
    widget.settings.choices["penalty"].value = "L1"
    assert not widget.settings.choices["rate"].disabled


def test_only_a_choice_by_hand_counts_as_one():
    calls = []
    controls = Controls(Settings(), lambda: calls.append(controls.settings()))
    chosen = Settings(data="xor", layers=(2, 3, 4), features=("x1x2",), penalty="L1")
    controls.fill(chosen)
    assert calls == []
    assert controls.settings() == chosen
    controls.units[0].value = 5
    assert [settings.layers for settings in calls] == [(5, 3, 4)]


def test_no_feature_is_no_choice():
    widget = playground("data=xor features=x1 layers=2")
    widget.settings.features["x1"].value = False
    assert "Not changed: features must be one or more" in widget.words.value
    assert widget.play.settings.features == ("x1",)
    assert widget.settings.features["x1"].value


def test_a_text_restores_settings_and_training():
    widget = playground()
    widget.state.value = "data=xor layers=3-2 lr=0.1 epoch=12"
    assert "Restored. Epoch 12:" in widget.words.value
    assert widget.settings.choices["data"].value == "xor"
    assert [units.value for units in widget.settings.units] == [3, 2, 0]
    assert not widget.settings.features["x1x1"].value
    again = Playground.from_text(widget.state.value)
    assert again.test_loss == widget.play.test_loss


def test_a_wrong_text_is_said_kept_and_changes_nothing():
    widget = playground(SMALL)
    widget.once.click()
    widget.state.value = "data=<moons>"
    assert "Not restored: data must be one of" in widget.words.value
    assert "&lt;moons&gt;" in widget.words.value
    assert "<moons>" not in widget.words.value
    assert widget.state.value == "data=<moons>"
    assert (widget.play.settings.data, widget.play.epoch) == ("circle", 1)
    with pytest.raises(ValueError, match="not of the form"):
        playground("moons")


def test_playing_leaves_the_loop_to_others_and_pauses():
    async def watch():
        widget = playground(SMALL)
        widget.start.click()
        assert widget.start.description == "Pause"
        turns = 0
        while widget.play.epoch < 5:
            turns += 1
            await asyncio.sleep(0)
        assert turns > 5  # another task had its turns in between
        assert "Playing." in widget.words.value
        assert f"after epoch {widget.play.epoch}" in widget.table.value
        assert widget.state.value == ""  # no state of an earlier epoch
        assert "when training pauses" in widget.state.placeholder
        widget.start.click()
        assert widget.state.value.startswith(f"epoch={widget.play.epoch} ")
        assert widget.start.description == "Play"
        assert "Paused." in widget.words.value
        epoch, picture = widget.play.epoch, widget.picture.value
        await asyncio.sleep(0.1)
        assert (widget.play.epoch, widget.picture.value) == (epoch, picture)

    asyncio.run(watch())


def test_pausing_and_playing_at_once_leaves_one_task():
    async def watch():
        widget = playground(SMALL)
        for _ in range(5):
            widget.start.click()
        await asyncio.sleep(0.05)
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        assert len(tasks) == 1
        widget.close()
        await asyncio.sleep(0.05)
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(watch())


def test_a_new_playground_stops_the_one_before():
    async def watch():
        first = playground(SMALL)
        first.start.click()
        await until(lambda: first.play.epoch > 2)
        playground(SMALL)
        epoch = first.play.epoch
        await asyncio.sleep(0.1)
        assert first.play.epoch == epoch
        assert not first.player.playing
        first.start.click()  # and it can be taken up again
        await until(lambda: first.play.epoch > epoch)
        first.close()

    asyncio.run(watch())


def test_a_changed_setting_or_step_ends_playing():
    async def watch():
        widget = playground(SMALL)
        for change in (
            widget.once.click,
            widget.again.click,
            lambda: setattr(widget.settings.seed, "value", 7),
        ):
            widget.start.click()
            await until(lambda: widget.play.epoch > 0)
            change()
            assert not widget.player.playing
            assert widget.start.description == "Play"

    asyncio.run(watch())


def test_a_text_is_restored_while_the_loop_goes_on():
    async def watch():
        widget = playground(SMALL)
        widget.state.value = f"{SMALL} epoch=45"
        await until(lambda: "Restored." in widget.words.value)
        assert widget.play.epoch == 45
        assert not widget.player.playing
        assert widget.play.test_loss == Playground.from_text(widget.play.text).test_loss

    asyncio.run(watch())


def test_divergence_ends_playing_in_words():
    async def watch():
        widget = playground(DIVERGES)
        widget.start.click()
        await until(lambda: not widget.player.playing)
        assert "Training diverged" in widget.words.value
        assert widget.start.description == "Play"

    asyncio.run(watch())


def test_playing_pauses_by_itself(monkeypatch):
    async def watch():
        monkeypatch.setattr(playground_player, "MOST_TURNS", 3)
        widget = playground(SMALL)
        widget.start.click()
        await until(lambda: "Paused by itself" in widget.words.value)
        assert widget.play.epoch == 3
        assert not widget.player.playing

    asyncio.run(watch())


def test_a_loop_that_is_gone_leaves_nothing_playing():
    widget = playground(SMALL)

    async def leave():
        widget.start.click()

    loop = asyncio.new_event_loop()
    loop.run_until_complete(leave())
    assert not widget.player.playing
    widget.player.task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    assert not Player().start(lambda turn: True, lambda: None)


def test_without_a_loop_play_says_so():
    widget = playground(SMALL)
    widget.start.click()
    assert "Step works everywhere" in widget.words.value
    assert widget.start.description == "Play"


def test_the_epochs_are_limited():
    widget = playground(SMALL)
    widget.play.epoch = 5000
    widget.start.click()
    assert "5000 epochs are the most" in widget.words.value


def test_it_reads_complete_where_nothing_moves():
    widget = playground(SMALL)
    widget.once.click()
    data, metadata = widget._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]) == widget.picture.value
    assert bytes(widget.picture.value).startswith(b"\x89PNG")
    assert metadata["image/png"]["alt"] == describe(widget.play)
    assert "A 2-4-1 network with tanh units, fed with x1, x2" in data["text/plain"]
    assert "aria-live='polite'" in widget.words.value
    assert "aria-live" not in widget.table.value  # it changes with every picture


def test_the_text_behind_the_button_says_units_and_surface():
    widget = playground(SMALL)
    assert widget.details.layout.display == "none"
    widget.more.value = True
    assert widget.details.layout.display == "flex"
    W = widget.play.network.params["0.W"]
    assert f"x1 {W[0, 1]:.2f}, x2 {W[1, 1]:.2f}" in widget.units.value
    assert units_table(widget.play).count("<tr>") == 1 + 4 + 1
    called = widget.play.surfaces(12).output > 0
    rows = surface_text(widget.play).splitlines()[1:]
    assert [row.split()[3:] for row in rows] == [
        ["o" if one else "x" for one in row] for row in called[::-1]
    ]
    assert rows[0].startswith("x2 =  5.5")


def pixels(figure, **how):
    stream = io.BytesIO()
    figure.savefig(stream, format="png", **how)
    stream.seek(0)
    return plt.imread(stream)


@pytest.mark.parametrize("scale", [1, 2])
def test_surfaces_lie_the_right_way_up(scale):
    play = Playground(Settings(features=("x1", "x2"), layers=(2,)))
    picture = Picture(play)
    seen = pixels(picture.figure, dpi=110 * scale)
    small = 17 * scale  # pixels from the middle of a square to near its edge
    for (x, y), steps in zip(
        picture.places[0].astype(int), ((small, 0), (0, -small)), strict=True
    ):
        middle = np.array([x, HIGH - y]) * scale
        (right, below), (left, above) = middle + steps, middle - steps
        assert seen[below, right, 0] > seen[below, right, 2] + 0.3  # orange
        assert seen[above, left, 2] > seen[above, left, 0] + 0.3  # blue


def test_the_large_surface_has_the_colour_of_the_answer():
    play = Playground(Settings(data="groups", layers=(2,)))
    play.step(30)
    seen = pixels(draw_playground(play), dpi=110)
    expected = colours(np.tanh(play.surfaces(SURFACE[2] // BLOCK).output / 2)) / 255
    left, bottom, side = SURFACE
    for row, column in ((20, 20), (-20, -20)):
        y = bottom + (row * BLOCK + 1) % side
        x = left + (column * BLOCK + 1) % side
        np.testing.assert_allclose(
            seen[HIGH - 1 - y, x, :3], expected[row, column, :3], atol=0.02
        )


def test_one_figure_serves_all_pictures_and_pyplot_knows_none():
    before = plt.get_fignums()
    widget = playground(SMALL)
    figure = widget.drawing.figure
    widget.once.click()
    widget.settings.choices["activation"].value = "relu"
    assert widget.drawing.figure is figure
    assert plt.get_fignums() == before
    assert len(widget.drawing.surface.collections) <= 3  # no boundary is left behind


def test_a_redraw_equals_a_drawing_from_the_beginning():
    play = Playground(Settings(layers=(3,)))
    play.step(48)
    picture = Picture(play)
    picture.png()
    for _ in range(2):  # the second time, the axes of the losses are widened
        play.step(2)
        picture.show(play)
        assert picture.png() == Picture(play).png()


def test_the_axes_of_the_losses_grow_with_them():
    widget = playground(f"{SMALL} epoch=50")
    assert widget.drawing.losses.get_xlim() == (0, 50)
    widget.once.click()
    assert widget.drawing.losses.get_xlim() == (0, 100)
    assert len(widget.drawing.lines[1].get_xdata()) == 52


def test_weights_differ_in_sign_by_more_than_colour():
    play = Playground(Settings(features=("x1", "x2"), layers=(2,)))
    play.network.layers[0].params["W"][...] = [[1.0, -2.0], [0.0, 0.5]]
    play.network.layers[2].params["W"][...] = [[1.0], [-1.0]]
    positive, negative = Picture(play).edges
    assert len(positive.get_segments()) == 3
    assert len(negative.get_segments()) == 2
    assert max(negative.get_linewidths()) > max(positive.get_linewidths())
    assert negative.get_linestyles()[0][1] is not None
    assert positive.get_linestyles()[0][1] is None


def test_answers_stand_side_by_side():
    plays = {name: Playground(Settings(activation=name)) for name in ("tanh", "relu")}
    plays["relu"].step(2)
    figure = draw_answers(plays)
    assert [ax.get_title() for ax in figure.axes] == ["tanh", "relu"]
    assert "tanh after 0 epochs" in figure.alt
    assert "relu after 2 epochs" in figure.alt
    plt.close(figure)


def test_redraws_keep_up_with_the_training():
    widget = playground()
    begun = time.monotonic()
    for _ in range(20):
        widget._train(1)
        widget._picture()
    assert time.monotonic() - begun < 10
    assert len(widget.picture.value) < 200_000  # bytes to send for each picture
