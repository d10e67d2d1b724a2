-- `:Rapporteur parser`: compiles the tree-sitter parser for drafts.

local rapporteur = require('rapporteur')
local grammar = require('rapporteur.grammar')

local M = {}

function M.run()
  rapporteur.say('the parser is being compiled')
  grammar.compile(function(err)
    if err then
      return rapporteur.say(err, vim.log.levels.ERROR)
    end
    rapporteur.say(('the parser is in %s'):format(grammar.target()))
    for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
      if vim.bo[buffer].filetype == 'resolution' and vim.api.nvim_buf_is_loaded(buffer) then
        grammar.start(buffer)
      end
    end
  end)
end

return M
