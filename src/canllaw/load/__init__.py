"""From files to values: content, pages and macros."""
