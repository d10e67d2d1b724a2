-- Findings stand exactly where they belong, and their fixes are applied.

local t = require('support')

--- Puts the cursor on a finding, applies the fix for it, and waits until it is gone.
local function fix(found, line)
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      local fixes = action.diagnostics or {}
      -- The others silence the rule.
      return action.isPreferred and #fixes == 1 and fixes[1].code == found.code
    end,
  })
  t.eventually(found.code .. ' is fixed', function()
    return #t.findings(found.code) == 0
  end)
  local now = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
  t.contains(found.code .. ': the line is as it should be', now, line)
end

t.open('cybercrime.en.md')
fix(t.found_at('citation-date', '12 December 2010'), 'and 65/230 of 21 December 2010, in which')

t.open('biens-culturels.fr.md')
fix(t.found_at('citation-date', '28 décembre 2014'), 'en date du 18 décembre 2014, par laquelle')

t.open('wildlife.en.md')
t.replace('68/205 of 20 December 2013', '68/205 of 22 December 2013')
local found = t.found_at('citation-date', '22 December 2013')
t.same('in the draft nothing else is found', #vim.diagnostic.get(0), 1)
fix(found, '68/205 of 20 December 2013')
t.same('in the draft nothing is found', vim.diagnostic.get(0), {})

t.replace('68/205 of 20 December 2013', '😀 السلام 68/205 of 22 December 2013')
t.found_at('citation-date', '22 December 2013')
