autocmd BufNewFile,BufRead *.resolution.md,*.res.md set filetype=resolution
