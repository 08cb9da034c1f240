"""Take away, while a test runs, what a notebook may hang into IPython."""

import copy
from typing import Any

from coursekit.grading.guard import refill


class Aside:
    """What a notebook may hang into IPython: transformers, callbacks, formatters.

    A test runs as if nothing hung there; afterwards everything hangs again. So a
    figure library may keep its callback, and an attack that hangs there is mute.
    """

    def __init__(self, shell: Any) -> None:
        self.containers = list(_containers(shell))
        self.first = [copy.copy(container) for container in self.containers]
        self.held: list[Any] = []

    def take(self) -> None:
        self.held = [copy.copy(container) for container in self.containers]
        for container, first in zip(self.containers, self.first, strict=True):
            refill("", container, first)

    def give_back(self) -> None:
        """Hang everything up again, with what the test itself has hung there."""
        for container, first, held in zip(
            self.containers, self.first, self.held, strict=True
        ):
            if isinstance(container, dict):
                new = {k: v for k, v in container.items() if first.get(k) is not v}
                refill("", container, {**held, **new})
            else:
                new = [v for v in container if not any(v is o for o in first)]
                new = [v for v in new if not any(v is o for o in held)]
                refill("", container, [*held, *new])


def _containers(shell: Any) -> list[Any]:
    manager, display = shell.input_transformer_manager, shell.display_formatter
    formatters = [
        *display.formatters.values(),
        display.ipython_display_formatter,
        display.mimebundle_formatter,
    ]
    found = [
        vars(shell.events),
        shell.events.callbacks,
        *shell.events.callbacks.values(),
        shell.input_transformers_post,
        vars(manager),
        manager.cleanup_transforms,
        manager.line_transforms,
        manager.token_transformers,
        vars(display),
        display._trait_values,
        display.formatters,
        shell.display_pub._hooks,
        shell.displayhook._hooks,
    ]
    for formatter in formatters:
        found += [
            formatter._trait_values,
            formatter.type_printers,
            formatter.singleton_printers,
            formatter.deferred_printers,
        ]
    return found
