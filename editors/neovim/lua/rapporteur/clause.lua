-- Clauses (preambular and operative paragraphs, and their sub-paragraphs) as text objects, without another plugin.

local rapporteur = require('rapporteur')
local grammar = require('rapporteur.grammar')

local M = {}

local function holds(node, row, column)
  local from_row, from_column, to_row, to_column = node:range()
  local after = row > from_row or (row == from_row and column >= from_column)
  local before = row < to_row or (row == to_row and column < to_column)
  return after and before
end

--- The queries call a paragraph a clause, and a sub-paragraph its parameter.
local NAMES = { 'clause', 'parameter' }

--- The nodes of the draft that the queries call the whole, or the inside, of a clause.
---@param which 'outer'|'inner'
local function clauses(which)
  local root = vim.treesitter.get_parser(0, 'resolution'):parse()[1]:root()
  local query = vim.treesitter.query.get('resolution', 'textobjects')
  local found = {}
  for id, node in query:iter_captures(root, 0, 0, -1) do
    local name, part = query.captures[id]:match('^(%w+)%.(%w+)$')
    if part == which and vim.tbl_contains(NAMES, name) then
      table.insert(found, node)
    end
  end
  return found
end

--- The smallest clause at the cursor, or what it says, which need not be at the cursor.
---@param which 'outer'|'inner'
local function clause_here(which)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local smallest
  for _, node in ipairs(clauses('outer')) do
    if holds(node, row - 1, column) and (not smallest or node:byte_length() <= smallest:byte_length()) then
      smallest = node
    end
  end
  if which == 'outer' or not smallest then
    return smallest
  end
  for _, node in ipairs(clauses('inner')) do
    -- The first is its own; those of its sub-paragraphs follow.
    if holds(smallest, node:start()) then
      return node
    end
  end
end

--- Selects from one place to another, both from 0; the end is not part of it.
local function select(mode, from_row, from_column, to_row, to_column)
  if to_column == 0 then
    to_row = to_row - 1
    to_column = #vim.api.nvim_buf_get_lines(0, to_row, to_row + 1, true)[1]
  end
  if vim.fn.mode() ~= 'n' then
    vim.cmd.normal({ '\27', bang = true })
  end
  vim.api.nvim_win_set_cursor(0, { from_row + 1, from_column })
  vim.cmd.normal({ mode, bang = true })
  vim.api.nvim_win_set_cursor(0, { to_row + 1, math.max(to_column - 1, 0) })
end

--- Selects the clause at the cursor: whole lines of it, or what stands in it.
---@param which 'outer'|'inner'
function M.select(which)
  local trouble, cure = grammar.trouble()
  if trouble then
    return rapporteur.warn(trouble .. '; ' .. cure)
  end
  local clause = clause_here(which)
  if clause then
    select(which == 'outer' and 'V' or 'v', clause:range())
  end
end

return M
