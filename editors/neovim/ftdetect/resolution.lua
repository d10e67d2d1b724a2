vim.filetype.add({
  pattern = {
    ['.*%.resolution%.md'] = { 'resolution', { priority = 10 } },
    ['.*%.res%.md'] = { 'resolution', { priority = 10 } },
  },
})
