" A draft is coloured as the Markdown that it is.
runtime! syntax/markdown.vim
