if vim.g.loaded_rapporteur then
  return
end
vim.g.loaded_rapporteur = true

vim.api.nvim_create_user_command('Rapporteur', function(call)
  require('rapporteur.commands').run(call.fargs)
end, {
  nargs = '+',
  desc = 'Work on a draft of a United Nations resolution',
  complete = function(lead, line)
    return require('rapporteur.commands').complete(lead, line)
  end,
})
