"""From a page and its macros to Markdown and HTML, for one language and one day."""

from canllaw.render.renderer import Rendered, Renderer

__all__ = ["Rendered", "Renderer"]
