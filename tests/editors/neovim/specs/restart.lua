-- The server is stopped and started again, for all buffers and without their file type being set again; the log is opened.

local t = require('support')

t.open('wildlife.en.md')
local first, old = vim.api.nvim_get_current_buf(), t.attached().id
t.open('cybercrime.en.md')
t.eventually('something is found', function()
  return #vim.diagnostic.get(0) > 0
end)

local again = 0
vim.api.nvim_create_autocmd('FileType', {
  callback = function()
    again = again + 1
  end,
})
vim.cmd('Rapporteur restart')
t.eventually('another client is attached', function()
  return t.attached() and t.attached().id ~= old
end)
t.eventually('to the other buffer too', function()
  return #vim.lsp.get_clients({ bufnr = first, name = 'rapporteur' }) == 1
end)
t.eventually('and finds the same', function()
  return #t.findings('citation-date') == 1
end)
t.same('file types are not set again', again, 0)

vim.cmd('Rapporteur log')
t.same('the log of language clients is opened', vim.fn.expand('%:p'), vim.lsp.get_log_path())
