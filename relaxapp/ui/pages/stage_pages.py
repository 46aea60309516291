"""The pages of the stage, one for each view, and what all of them are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.pages.body_page import BodyPage, title_of
from relaxapp.ui.pages.breath_page import BreathPage
from relaxapp.ui.pages.phase_words import phase_word
from relaxapp.ui.pages.scene_page import ScenePage
from relaxapp.ui.pages.showing import View, view_of
from relaxapp.ui.pages.words_page import WordsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.theme import Theme

_COMPACT_PERCENT = 76
"""The size of captions on a compact stage."""
_COMPACT_LINES = 2


class StagePages:
    """Puts a page for each view on a stack.

    Args:
        theme: what to paint with.
        ground: what the stack lies on.
        stack: takes the pages.

    Attributes:
        breath: while breathing.
        body: while muscles are tensed, let go or noticed.
        scene: while something is imagined.
        words: in a session of words alone.
    """

    def __init__(self, theme: Theme, ground: Ground, stack: QStackedWidget) -> None:
        self.breath = BreathPage(theme, ground)
        self.body = BodyPage(theme)
        self.scene = ScenePage(theme)
        self.words = WordsPage(theme)
        self._all = (self.breath, self.body, self.scene, self.words)
        self._compact = False
        self._said: tuple[Phase, str, str, str] | None = None
        for page in self._all:
            stack.addWidget(page)

    def of(self, view: View) -> QWidget:
        """The page of a view."""
        pages: dict[View, QWidget] = {
            View.BREATH: self.breath,
            View.BODY: self.body,
            View.SCENE: self.scene,
            View.WORDS: self.words,
        }
        return pages[view]

    def set_compact(self, *, compact: bool, caption_percent: int) -> None:
        """Show little, with small captions, or everything, with captions of a size in percent."""
        self._compact = compact
        percent = _COMPACT_PERCENT if compact else caption_percent
        for page in self._all:
            page.set_compact(compact=compact)
            page.caption.set_most_lines(_COMPACT_LINES if compact else None)
            page.caption.set_percent(percent)
        self.body.set_caption_percent(percent)
        self._show_said()

    def expect(self, timeline: Timeline, *, captions: bool) -> None:
        """Take room for all that a session will say, so that nothing moves while it says it.

        Args:
            timeline: the session.
            captions: whether what is said is shown.
        """
        texts: dict[View, list[str]] = {view: [] for view in View}
        for caption in timeline.captions if captions else ():
            texts[view_of(timeline, timeline.index_at(caption.start))].append(caption.text)
        titles = [
            title_of(timeline, index)
            for index in range(len(timeline.phases))
            if view_of(timeline, index) is View.BODY
        ]
        self.breath.caption.expect(texts[View.BREATH])
        self.body.expect(titles, texts[View.BODY])
        self.scene.caption.expect(texts[View.SCENE])
        steps = [step.title for step in timeline.steps]
        self.words.caption.expect([*texts[View.WORDS], *steps])
        self._said = None

    def say(self, phase: Phase, caption: str, step: str, coming: str) -> None:
        """Show what is said, or what the phase asks for; costs nothing if that is shown already.

        Args:
            phase: the present one.
            caption: the sentence that is said; empty for none.
            step: the title of its step.
            coming: what comes next.
        """
        said = (phase, caption, step, coming)
        if said != self._said:
            self._said = said
            self._show_said()

    def _show_said(self) -> None:
        if self._said is None:
            return
        phase, caption, step, coming = self._said
        for page in (self.breath, self.body, self.scene):
            page.caption.show_text(caption)
        self.words.caption.show_text(caption or step)
        # Over a scene nothing is said twice, so that it is seen.
        says_little = phase.kind is PhaseKind.WAIT or not caption
        word = phase_word(phase.kind) if says_little else coming
        over = "" if self._compact and caption else word
        self.scene.word.show_text(over)
        self.scene.word.setHidden(self._compact and not over)
