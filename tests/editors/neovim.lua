-- Works on a draft in Neovim as set up by editors/neovim/README.md: nvim --headless -c 'luafile tests/editors/neovim.lua'
-- in the folder of the repository. Ends with 1, and says why, if something is not as it should be.

local patience = 30000

local function check(what, holds, seen)
  if not holds then
    error(what .. (seen ~= nil and ': ' .. vim.inspect(seen) or ''), 0)
  end
  print('ok  ' .. what .. '\n')
end

local function is_attached()
  return #vim.lsp.get_clients({ bufnr = 0, name = 'rapporteur' }) == 1
end

--- Opens a new file with these lines in a folder of its own.
local function edit(name, lines)
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  vim.fn.writefile(lines, folder .. '/' .. name)
  vim.cmd.edit(folder .. '/' .. name)
end

--- Opens a copy of a sample draft, and waits for the server.
local function open(name)
  edit(name, vim.fn.readfile('tests/drafts/' .. name))
  vim.wait(patience, is_attached)
  check(name .. ': the server is attached', is_attached())
end

local function diagnostics(rule)
  return vim.tbl_filter(function(found)
    return found.code == rule
  end, vim.diagnostic.get(0))
end

--- The line, from 0, and the columns in bytes at which some words stand.
local function place(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local from, to = line:find(words, 1, true)
    if from then
      return { lnum = number - 1, end_lnum = number - 1, col = from - 1, end_col = to }
    end
  end
end

--- The rule finds something in exactly these words, and nothing anywhere else.
local function found_at(rule, words)
  vim.wait(patience, function()
    return #diagnostics(rule) > 0
  end)
  local found = diagnostics(rule)
  check(rule .. ' is found once', #found == 1, found)
  local expected = place(words)
  for key, value in pairs(expected) do
    check(('%s: %s of “%s”'):format(rule, key, words), found[1][key] == value, { expected = value, found = found[1][key] })
  end
  return found[1]
end

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
  vim.wait(patience, function()
    return #diagnostics(found.code) == 0
  end)
  check(found.code .. ' is fixed', #diagnostics(found.code) == 0)
  local now = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
  check(found.code .. ': the line is as it should be', now:find(line, 1, true) ~= nil, now)
end

--- What is shown when the cursor stands on some words.
local function hover_on(words)
  local at = place(words)
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  local before = #vim.api.nvim_list_wins()
  vim.lsp.buf.hover()
  vim.wait(patience, function()
    return #vim.api.nvim_list_wins() > before
  end)
  local window = vim.api.nvim_list_wins()[before + 1]
  check('something is shown of ' .. words, window ~= nil)
  local shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
  vim.api.nvim_win_close(window, true)
  return shown
end

local function run()
  open('cybercrime.en.md')
  fix(found_at('citation-date', '12 December 2010'), 'and 65/230 of 21 December 2010, in which')
  local shown = hover_on('65/230')
  for _, words in ipairs({ 'Twelfth United Nations Congress', 'Resolution 65/230 of the General Assembly', 'https://undocs.org/en/A/RES/65/230' }) do
    check('of 65/230 is shown: ' .. words, shown:find(words, 1, true) ~= nil, shown)
  end
  open('biens-culturels.fr.md')
  fix(found_at('citation-date', '28 décembre 2014'), 'en date du 18 décembre 2014, par laquelle')
  open('wildlife.en.md')
  vim.cmd('%s/68\\/205 of 20 December/68\\/205 of 22 December/')
  local found = found_at('citation-date', '22 December 2013')
  check('in the draft nothing else is found', #vim.diagnostic.get(0) == 1, vim.diagnostic.get(0))
  fix(found, '68/205 of 20 December 2013')
  check('in the draft nothing is found', #vim.diagnostic.get(0) == 0, vim.diagnostic.get(0))
  edit('rapporteur.toml', { 'langage = "fr"' })
  vim.wait(patience, function()
    return #vim.diagnostic.get(0) == 1
  end)
  local wrong = vim.diagnostic.get(0)
  check('what is wrong in rapporteur.toml is found', #wrong == 1 and wrong[1].end_col == #'langage', wrong)
  edit('other.toml', { 'langage = "fr"' })
  check('other TOML files are left alone', not is_attached())
end

local fine, reason = pcall(run)
if not fine then
  print('not ok  ' .. reason .. '\n')
end
vim.cmd(fine and 'qall!' or 'cquit 1')
