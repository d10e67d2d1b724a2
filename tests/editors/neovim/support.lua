-- What the specs have in common.

local M = {}

--- Milliseconds; the server is slow when the machine is busy.
M.patience = 30000

--- A folder for the drafts of this spec.
M.folder = vim.fn.tempname()

--- What the user was told.
M.told = {}

vim.notify = function(text)
  table.insert(M.told, text)
end

--- Checks something, and says that it holds or fails with what was seen.
function M.check(what, holds, seen)
  if not holds then
    error(what .. (seen ~= nil and ': ' .. vim.inspect(seen) or ''), 0)
  end
  io.stdout:write('ok  ' .. what .. '\n')
end

--- Checks that two things are the same.
function M.same(what, seen, expected)
  M.check(what, vim.deep_equal(seen, expected), { seen = seen, expected = expected })
end

--- Checks that some words are in a text.
function M.contains(what, text, words)
  M.check(what, text:find(words, 1, true) ~= nil, text)
end

--- Checks that something becomes so.
function M.eventually(what, condition, seen)
  local holds = vim.wait(M.patience, condition, 20)
  M.check(what, holds, seen and seen() or nil)
end

--- The client of the current buffer.
function M.attached()
  local clients = vim.lsp.get_clients({ bufnr = 0, name = 'rapporteur' })
  return clients[1]
end

--- Opens a new file with these lines.
function M.edit(name, lines)
  local path = M.folder .. '/' .. name
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  vim.fn.writefile(lines, path)
  vim.cmd.edit(path)
end

--- Opens a new file, and waits for the server.
function M.serve(name, lines)
  M.edit(name, lines)
  M.eventually(name .. ': the server is attached', M.attached)
end

--- The lines of a sample draft.
function M.sample(name)
  return vim.fn.readfile('tests/drafts/' .. name)
end

--- Opens a copy of a sample draft, and waits for the server.
function M.open(name)
  M.serve(name, M.sample(name))
end

function M.lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

function M.text()
  return table.concat(M.lines(), '\n')
end

--- The line, from 0, and the columns in bytes at which some words stand first.
function M.place(words)
  for number, line in ipairs(M.lines()) do
    local from, to = line:find(words, 1, true)
    if from then
      return { lnum = number - 1, end_lnum = number - 1, col = from - 1, end_col = to }
    end
  end
  error('there is no “' .. words .. '” in the draft', 0)
end

--- Puts the cursor on the first letter of some words.
function M.go_to(words)
  local at = M.place(words)
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
end

--- Puts other words into the place of some, which need not be there once only.
function M.replace(words, others)
  local at = M.place(words)
  vim.api.nvim_buf_set_text(0, at.lnum, at.col, at.end_lnum, at.end_col, { others })
end

--- What a rule found.
function M.findings(rule)
  return vim.tbl_filter(function(found)
    return found.code == rule
  end, vim.diagnostic.get(0))
end

--- Checks that a rule finds something in exactly these words, and nothing anywhere else; gives it.
function M.found_at(rule, words)
  M.eventually(rule .. ' finds something', function()
    return #M.findings(rule) > 0
  end)
  local found = M.findings(rule)
  M.same(rule .. ' is found once', #found, 1)
  for key, value in pairs(M.place(words)) do
    M.same(('%s: %s of “%s”'):format(rule, key, words), found[1][key], value)
  end
  return found[1]
end

--- Checks that the user is told something; what was told before does not count.
function M.tells(what, words, act)
  M.told = {}
  act()
  M.eventually(what, function()
    return table.concat(M.told, '\n'):find(words, 1, true) ~= nil
  end, function()
    return M.told
  end)
end

--- Answers the next question for a choice with the first of what is offered, and remembers what that was.
function M.choose_first()
  local asked = {}
  vim.ui.select = function(items, options, choose)
    asked.labels = vim.tbl_map(options.format_item, items)
    choose(items[1])
  end
  return asked
end

--- The lines of the window that floats, or nil.
function M.floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n'), buffer, window
    end
  end
end

--- What `:checkhealth rapporteur` says.
function M.health()
  vim.cmd('silent checkhealth rapporteur')
  local text = M.text()
  vim.cmd.bwipeout({ bang = true })
  return text
end

return M
