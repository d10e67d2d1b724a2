-- Works on drafts in Neovim: nvim -l tests/editors/neovim/run.lua [SPEC]... in the folder of the repository, where Neovim is set
-- up as editors/neovim/README.md says. Each spec gets a Neovim of its own. Ends with 1 if something is wrong, or nothing ran.

local here = vim.fs.dirname(arg[0])
local patience = 120000

local function specs()
  if #arg > 0 then
    return vim.list_slice(arg)
  end
  local names = {}
  for name in vim.fs.dir(here .. '/specs') do
    table.insert(names, (name:gsub('%.lua$', '')))
  end
  table.sort(names)
  return names
end

--- Runs a spec, and gives how many checks held; nil where something is wrong.
local function run(name)
  local command = { vim.v.progpath, '--headless', '-c', 'luafile ' .. here .. '/spec.lua' }
  local done = vim.system(command, { text = true, timeout = patience, env = { RAPPORTEUR_SPEC = name } }):wait()
  local said = (done.stdout .. done.stderr):gsub('\r', '')
  local _, held = ('\n' .. said):gsub('\nok  ', '')
  if done.code == 0 and held > 0 then
    print(('%s: %d checks'):format(name, held))
    return held
  end
  print(('%s: FAILED (ended with %d after %d checks)\n%s'):format(name, done.code, held, said))
end

local total, failed = 0, 0
for _, name in ipairs(specs()) do
  local held = run(name)
  total = total + (held or 0)
  failed = failed + (held and 0 or 1)
end
print(('%d checks, %d specs failed'):format(total, failed))
os.exit(failed == 0 and total > 0 and 0 or 1)
