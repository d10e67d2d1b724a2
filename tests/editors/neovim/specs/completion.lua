-- Completion of a resolution inserts its number and its date, with nothing set up but the plugin.

local t = require('support')

-- As somebody has it who completes while typing, by the snippet of the README: what they enabled must stay.
local typing = false
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    if typing then
      vim.lsp.completion.enable(true, event.data.client_id, event.buf, { autotrigger = true })
    end
  end,
})

--- The words of the menu, once it is there.
local menu

--- Waits for the menu in Insert mode, takes what it has first, and leaves.
local function take()
  local seen = vim.fn.complete_info({ 'items', 'selected', 'pum_visible' })
  if seen.pum_visible == 0 then
    return vim.defer_fn(take, 20)
  end
  menu = vim.tbl_map(function(item)
    return item.abbr
  end, seen.items)
  vim.api.nvim_feedkeys(vim.keycode(seen.selected < 0 and '<C-n><C-y>' or '<C-y>'), 'n', false)
  vim.defer_fn(vim.cmd.stopinsert, 200)
end

--- Types behind some words of the draft, and takes the first of what is offered.
local function complete(words, keys)
  local at = t.place(words)
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.end_col - 1 })
  menu = nil
  vim.defer_fn(take, 20)
  vim.api.nvim_feedkeys(vim.keycode('a' .. keys), 'x!', false)
end

t.open('wildlife.en.md')
t.replace('*Recalling further* resolution', '*Recalling further* its resolution 79/24 on crime and resolution')
complete('its resolution 79/24', '<C-x><C-o>')
t.same('the first that is offered', menu[1], '79/24')
t.contains('number and date are inserted', t.text(), 'its resolution 79/24 of 2 December 2024 on crime')

t.replace('79/24 of 2 December 2024', 'cybercrime')
complete('its resolution cybercrime', '<C-x><C-o>')
t.same('it is found by a word of its title', menu[1], '74/173')
t.contains('the word makes way', t.text(), 'its resolution 74/173 of 18 December 2019 on crime')

typing = true
t.serve('typing.res.md', t.sample('wildlife.en.md'))
t.replace('*Recalling further* resolution', '*Recalling further* its resolution 65 on crime and resolution')
complete('its resolution 65', '/')
t.check('it is offered while typing, where that is wanted', menu ~= nil and #menu > 1, menu)
