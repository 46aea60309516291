"""The sign that a person has called off what was being prepared."""

from relaxapp.errors import RelaxError


class CancelledError(RelaxError):
    """What was under way has been called off; nothing half done is left behind."""

    def __init__(self) -> None:
        super().__init__("It was called off before it was finished.")
