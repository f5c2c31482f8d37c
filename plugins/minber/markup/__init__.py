"""Markdown to safe HTML: links, headings, spaces and quotes."""
