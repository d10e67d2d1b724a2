-- `:Rapporteur explain [RULE]`: what a rule asks for.

local rapporteur = require('rapporteur')
local request = require('rapporteur.request')

local M = {}

--- The names of the rules, as far as the server has told them.
local names = {}

--- The rule of the finding on the line of the cursor: the one under the cursor before others.
local function rule_here()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local findings = rapporteur.findings(0, { lnum = row - 1 })
  for _, found in ipairs(findings) do
    if found.col <= column and column < found.end_col then
      return found.code
    end
  end
  return findings[1] and findings[1].code
end

local function show(rule)
  local lines = vim.split(rule.markdown, '\n', { trimempty = true })
  vim.lsp.util.open_floating_preview(lines, 'markdown', { focus_id = 'rapporteur', border = 'rounded', max_width = 124 })
end

local function remember(rules)
  names = vim.tbl_map(function(rule)
    return rule.name
  end, rules)
end

---@param name? string
function M.run(name)
  name = name or rule_here()
  if not name then
    return rapporteur.say('there is no finding on this line; name a rule: :Rapporteur explain citation-date')
  end
  request.any('rapporteur/rules', vim.empty_dict(), function(rules)
    remember(rules)
    for _, rule in ipairs(rules) do
      if rule.name == name then
        return show(rule)
      end
    end
    rapporteur.warn(('there is no rule %s; :Rapporteur explain followed by the Tab key lists all'):format(name))
  end)
end

function M.complete()
  if #names == 0 and rapporteur.clients()[1] then
    request.any('rapporteur/rules', vim.empty_dict(), remember)
    -- A second at most: nobody wants to wait for a list.
    vim.wait(1000, function()
      return #names > 0
    end, 10)
  end
  return names
end

return M
