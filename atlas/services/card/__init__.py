"""An entry written out: the facts of its card once, then as HTML, Markdown, plain text and citation."""
