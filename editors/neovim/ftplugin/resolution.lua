vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.comments = ''
vim.opt_local.commentstring = '<!-- %s -->'
vim.b.undo_ftplugin = 'setlocal wrap< linebreak< comments< commentstring<'

local grammar = require('rapporteur.grammar')
grammar.start(0)

if vim.g.resolution_folding and not grammar.trouble() then
  vim.opt_local.foldmethod = 'expr'
  vim.opt_local.foldexpr = 'v:lua.vim.treesitter.foldexpr()'
  vim.b.undo_ftplugin = vim.b.undo_ftplugin .. ' foldmethod< foldexpr<'
end

-- The names of these variables are those that Vim's own file type plugins heed.
if not vim.g.no_plugin_maps and not vim.g.no_resolution_maps then
  for _, mode in ipairs({ 'x', 'o' }) do
    for keys, which in pairs({ ac = 'outer', ic = 'inner' }) do
      vim.keymap.set(mode, keys, ('<Plug>(rapporteur-%s-clause)'):format(which), { buffer = true, remap = true })
      vim.b.undo_ftplugin = vim.b.undo_ftplugin .. (' | silent! execute "%sunmap <buffer> %s"'):format(mode, keys)
    end
  end
end
