-- Completion of a resolution inserts its number and its date.

local t = require('support')

t.open('wildlife.en.md')
t.replace('*Recalling further* resolution', '*Recalling further* its resolution 65/230 on crime and resolution')
local number = t.place('65/230 ')
vim.api.nvim_win_set_cursor(0, { number.lnum + 1, number.end_col - 1 })
vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
vim.o.completeopt = 'menuone'
vim.lsp.completion.enable(true, t.attached().id, 0)

--- The words of the menu, once it is there.
local menu

--- Waits for the menu in Insert mode, takes its first entry, and leaves.
local function take()
  if vim.fn.pumvisible() == 0 then
    return vim.defer_fn(take, 20)
  end
  menu = vim.tbl_map(function(item)
    return item.abbr
  end, vim.fn.complete_info({ 'items' }).items)
  vim.api.nvim_feedkeys(vim.keycode('<C-y>'), 'n', false)
  vim.defer_fn(vim.cmd.stopinsert, 200)
end
vim.defer_fn(take, 20)
vim.defer_fn(vim.lsp.completion.get, 20)
vim.api.nvim_feedkeys('i', 'nx!', false)
t.same('the first that is offered', menu[1], '65/230')
t.contains('number and date are inserted', t.text(), 'its resolution 65/230 of 21 December 2010 on crime')
