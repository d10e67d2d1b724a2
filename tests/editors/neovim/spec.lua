-- Runs the spec that RAPPORTEUR_SPEC names, and leaves Neovim: with 1, and a reason, if something is not as it should be.

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
package.path = here .. '/?.lua;' .. package.path

-- Questions and messages that would wait for a key.
vim.o.more, vim.o.swapfile = false, false

local function run()
  local fine, reason = pcall(dofile, ('%s/specs/%s.lua'):format(here, vim.env.RAPPORTEUR_SPEC))
  if not fine then
    io.stderr:write('not ok  ' .. tostring(reason) .. '\n')
  end
  vim.cmd(fine and 'qall!' or 'cquit 1')
end

-- As with a user, everything happens when Neovim has started.
vim.api.nvim_create_autocmd('VimEnter', { callback = vim.schedule_wrap(run) })
