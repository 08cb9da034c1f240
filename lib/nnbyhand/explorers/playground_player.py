"""Do something again and again while the kernel goes on answering.

``Player.start`` takes turns with everything else on the loop that calls it, in Jupyter
the kernel's; ``stop`` ends it before the next turn. Only one player plays at a time.
"""

import asyncio
from collections.abc import Callable
from typing import ClassVar

PAUSE = 0.01  # seconds between two turns, for everything else the kernel has to do
MOST_TURNS = 3000  # then playing stops, for nobody may be looking any more


class Player:
    """Turns on the kernel's loop: no thread, so that nothing happens at the same time.

    Taught in course/07_training_in_practice.
    """

    latest: ClassVar["Player | None"] = None

    def __init__(self) -> None:
        self.task: asyncio.Task | None = None
        self.wanted = False

    @property
    def playing(self) -> bool:
        """Whether turns go on; a loop may end without a word, with its page."""
        task = self.task
        if not self.wanted or task is None or task.done():
            return False
        return task.get_loop().is_running()

    def start(self, turn: Callable[[int], bool], tired: Callable[[], None]) -> bool:
        """Call ``turn`` with 0, 1, … until it gives False or ``stop`` is called.

        After very many turns, ``tired`` is called instead of one more. Gives False,
        and does nothing, where no loop is running.
        Taught in course/07_training_in_practice.
        """
        self.alone()
        self.stop()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        self.wanted = True
        self.task = loop.create_task(self._run(turn, tired))
        return True

    def stop(self) -> None:
        """Take no further turn. Taught in course/07_training_in_practice."""
        self.wanted, self.task = False, None

    def alone(self) -> None:
        """Stop the player that was here before: its cell has been run again.

        Taught in course/07_training_in_practice.
        """
        if Player.latest not in (None, self):
            Player.latest.stop()
        Player.latest = self

    async def _run(
        self, turn: Callable[[int], bool], tired: Callable[[], None]
    ) -> None:
        own = asyncio.current_task()
        for i in range(MOST_TURNS):
            if self.task is not own:  # stopped, and perhaps started anew
                return
            if not turn(i):
                break
            await asyncio.sleep(PAUSE)
        else:
            tired()
        if self.task is own:
            self.stop()
