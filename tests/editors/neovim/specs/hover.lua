-- What is shown of a citation under the cursor.

local t = require('support')

t.open('cybercrime.en.md')
t.go_to('65/230')
vim.lsp.buf.hover()
t.eventually('something is shown of the citation', t.floating)
local shown = t.floating()
for _, words in ipairs({ 'Twelfth United Nations Congress', 'Resolution 65/230 of the General Assembly', 'https://undocs.org/en/A/RES/65/230' }) do
  t.contains('it says: ' .. words, shown, words)
end
