-- The tree-sitter grammar for drafts: where it is, its parser, its queries.

local M = {}

local LANGUAGE = 'resolution'
local QUERIES = { 'highlights', 'folds', 'injections', 'textobjects' }

function M.folder()
  return require('rapporteur').repository() .. '/grammars/tree-sitter-resolution'
end

--- Where the parser is put: a folder in which Neovim looks by itself.
function M.target()
  return vim.fn.stdpath('data') .. '/site/parser/resolution.so'
end

local function compiler()
  for _, name in ipairs({ vim.env.CC or 'cc', 'cc', 'gcc', 'clang', 'zig' }) do
    if vim.fn.executable(name) == 1 then
      return name == 'zig' and { 'zig', 'cc' } or { name }
    end
  end
end

--- Compiles the parser. What went wrong is given as a sentence.
---@param done fun(err: string?)
function M.compile(done)
  local cc = compiler()
  if not cc then
    return done('there is no C compiler (cc, gcc, clang or zig); install one, then :Rapporteur parser')
  end
  local source = M.folder() .. '/src'
  if vim.fn.filereadable(source .. '/parser.c') == 0 then
    return done(('there is no %s/parser.c; the plugin must stand in a whole copy of the repository'):format(source))
  end
  local target = M.target()
  vim.fn.mkdir(vim.fs.dirname(target), 'p')
  -- The one that runs is mapped into memory, so that a new file must take its place.
  local made = target .. '.new'
  local command = vim.list_extend(cc, { '-O2', '-shared', '-fPIC', '-std=c11', '-I', source, '-o', made })
  vim.list_extend(command, vim.fn.glob(source .. '/*.c', false, true))
  local said = {}
  vim.fn.jobstart(command, {
    on_stderr = function(_, lines)
      vim.list_extend(said, lines)
    end,
    on_exit = function(_, code)
      if code ~= 0 then
        return done(('%s failed: %s'):format(table.concat(command, ' '), vim.trim(table.concat(said, '\n'))))
      end
      local moved, err = os.rename(made, target)
      -- A folder that was not there when Neovim began is looked into only when the path is set again.
      vim.o.runtimepath = vim.o.runtimepath
      done(not moved and ('%s can’t be put into its place: %s'):format(target, err) or nil)
    end,
  })
end

--- Sets the queries from the grammar's files where the link to them did not survive, as on Windows.
function M.find_queries()
  for _, name in ipairs(QUERIES) do
    local file = ('%s/queries/%s.scm'):format(M.folder(), name)
    local found = #vim.api.nvim_get_runtime_file(('queries/%s/%s.scm'):format(LANGUAGE, name), false) > 0
    if not found and vim.fn.filereadable(file) == 1 then
      vim.treesitter.query.set(LANGUAGE, name, table.concat(vim.fn.readfile(file), '\n'))
    end
  end
end

local function has_parser()
  local found, added = pcall(vim.treesitter.language.add, LANGUAGE)
  -- Since 0.11 what is missing is returned, before that it was thrown.
  if found and added == nil and vim.fn.has('nvim-0.11') == 1 then
    return false
  end
  return found, added
end

--- What keeps drafts from being coloured by the parser, or nil: then the way to mend it stands behind it.
---@return string? trouble
---@return string? cure
function M.trouble()
  if #vim.api.nvim_get_runtime_file('parser/resolution.*', false) == 0 then
    return 'there is no tree-sitter parser for drafts, which are coloured as Markdown', ':Rapporteur parser compiles it'
  end
  local found, err = has_parser()
  if not found then
    local cure = ('This Neovim reads parsers of ABI %d to %d; :Rapporteur parser compiles this one anew'):format(
      vim.treesitter.minimum_language_version,
      vim.treesitter.language_version
    )
    return 'the tree-sitter parser for drafts can’t be loaded' .. (err and ': ' .. tostring(err) or ''), cure
  end
  M.find_queries()
  for _, name in ipairs(QUERIES) do
    local read, query = pcall(vim.treesitter.query.get, LANGUAGE, name)
    if not read then
      return ('the query %s does not fit the parser: %s'):format(name, query), ':Rapporteur parser compiles the parser that belongs to it'
    elseif not query then
      return ('there is no query %s'):format(name), 'The plugin must stand in a whole copy of the repository'
    end
  end
end

--- The version of the interface between Neovim and the parser.
function M.abi()
  local known = vim.treesitter.language.inspect(LANGUAGE)
  -- Since 0.11 the name is without the underscore.
  return known.abi_version or known._abi_version
end

--- Colours a buffer by the parser, where it is there; otherwise syntax/resolution.vim does it.
function M.start(buffer)
  if M.trouble() == nil then
    vim.treesitter.start(buffer, LANGUAGE)
  end
end

return M
