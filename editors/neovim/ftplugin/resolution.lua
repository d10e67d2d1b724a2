vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.comments = ''
vim.opt_local.commentstring = '<!-- %s -->'
vim.b.undo_ftplugin = 'setlocal wrap< linebreak< comments< commentstring<'

-- Without the parser, a draft is coloured as the Markdown that it is.
if not pcall(vim.treesitter.start, 0, 'resolution') then
  vim.bo.syntax = 'markdown'
end
