"""Another start of the program on the same data folder.

With `first` it claims the folder, listens, and prints what it is asked for; else it hands over.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.desktop.instance import Instance


def say(*words: object) -> None:
    """Prints a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def be_first(instance: Instance) -> None:
    """Listens until it is killed."""
    application = QCoreApplication([])
    instance.asked.connect(lambda request: say("asked", request.file_or_id))
    if instance.claim() and instance.listen():
        say("ready")
        application.exec()


def hand_over(instance: Instance, words: str) -> None:
    """Does what a second start does."""
    say("claimed", instance.claim())
    say("ready")
    say("taken", instance.hand_over(words))


own = Instance(Path(sys.argv[1]))
if sys.argv[2] == "first":
    be_first(own)
else:
    hand_over(own, sys.argv[3])
