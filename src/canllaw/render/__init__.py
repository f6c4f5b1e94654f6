"""From a page and its macros to Markdown, for one language and one day."""

from canllaw.render.calls import find_calls
from canllaw.render.renderer import Rendered, Renderer

__all__ = ["Rendered", "Renderer", "find_calls"]
