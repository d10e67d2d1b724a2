" Works on drafts in Vim with ALE: vim -S tests/editors/vim/run.vim, where Vim is set up as editors/vim/README.md says.
" Writes what it checked into the file $RAPPORTEUR_REPORT, and ends with 1 if something is wrong.

set nomore noswapfile hidden

let s:folder = tempname()
let s:report = []

" Milliseconds, after which what has not come is taken not to come.
let s:patience = 30000

" Checks that something becomes so.
function s:Eventually(what, Condition) abort
    for l:try in range(s:patience / 20)
        if a:Condition()
            return s:Check(a:what, 1, '')
        endif
        sleep 20m
    endfor
    call s:Check(a:what, 0, getline(1, '$'))
endfunction

function s:Check(what, holds, seen) abort
    if !a:holds
        throw a:what . ': ' . string(a:seen)
    endif
    call add(s:report, 'ok  ' . a:what)
endfunction

function s:Open(name, lines) abort
    let l:path = s:folder . '/' . a:name
    call mkdir(fnamemodify(l:path, ':h'), 'p')
    call writefile(a:lines, l:path)
    execute 'edit' fnameescape(l:path)
endfunction

" What a rule found in the current file: lists of line, first and last column in bytes, from 1.
function s:Found(rule) abort
    let l:found = filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, found -> get(found, 'code', '') is# a:rule})
    return map(l:found, {_, found -> [found.lnum, found.col, found.end_col]})
endfunction

" Where some words stand, in the same form.
function s:Place(words) abort
    let l:line = search('\V' . a:words, 'cw')
    let l:column = stridx(getline(l:line), a:words) + 1
    call cursor(l:line, l:column)
    return [l:line, l:column, l:column + len(a:words) - 1]
endfunction

" Words that stand in some window.
function s:IsShown(words) abort
    return !empty(filter(range(1, winnr('$')), {_, window -> match(getbufline(winbufnr(window), 1, '$'), a:words) >= 0}))
endfunction

let s:draft = [
\   '# Fish',
\   '',
\   'The *General Assembly*,',
\   '',
\   '🕊️🇺🇳 قرار *Recalling* its resolution 65/230 of 12 December 2010,',
\   '',
\   '1. *Urges* States to act.[^1]',
\   '',
\   '[^1]: See A/RES/74/173.',
\]

function s:Test() abort
    call s:Open('readme.md', ['# A library', '', '1. Install it.', '2. Read resolution 65/230 of 12 December 2010.'])
    let l:readme = bufnr('')
    for [l:name, l:type] in items({'fish.res.md': 'resolution', 'fish.resolution.md': 'resolution', 'fish.md': 'markdown', 'fish.txt': 'text'})
        call s:Open(l:name, s:draft)
        call s:Check(l:name . ' is of the type ' . l:type, &filetype is# l:type, &filetype)
        call s:Eventually(l:name . ': something is found', {-> !empty(s:Found('citation-date'))})
        call s:Check('exactly where it stands', s:Found('citation-date') == [s:Place('12 December 2010')], s:Found('citation-date'))
        call s:Check('completion is set up', &omnifunc is# 'rapporteur#completion#Omni', &omnifunc)
    endfor
    call s:Check('in what is no draft nothing is found', empty(ale#engine#GetLoclist(l:readme)), ale#engine#GetLoclist(l:readme))

    call s:Open('fixed.res.md', s:draft)
    call s:Eventually('something is found', {-> !empty(s:Found('citation-date'))})
    call s:Place('65/230')
    ALEHover
    call s:Eventually('what is known of a resolution is shown', {-> s:IsShown('Twelfth United Nations Congress')})
    wincmd o

    call s:Place('[^1]')
    ALEGoToDefinition
    call s:Eventually('a call leads to its note', {-> line('.') == 9})

    call s:Place('12 December 2010')
    ALECodeAction
    call s:Eventually('a fix is applied', {-> getline(5) =~# 'قرار \*Recalling\* its resolution 65/230 of 21 December 2010,$'})
    " As when Vim waits for the next key.
    ALELint
    call s:Eventually('then nothing is found any more', {-> empty(s:Found('citation-date'))})

    call setline(5, '🕊️ قرار *Recalling* its resolution cybercrime')
    call cursor(5, 1)
    call feedkeys("A\<C-x>\<C-o>\<C-y>\<Esc>", 'x')
    call s:Check('a word of its title is completed to a number and a date', getline(5) =~# 'its resolution 74/173 of 18 December 2019$', getline(5))

    let g:ale_rapporteur_config = {'rapporteur': {'locale': 'fr'}}
    call s:Open('other/rapporteur.toml', [])
    call s:Open('other/fish.res.md', s:draft)
    call s:Eventually('settings are heeded', {-> string(ale#engine#GetLoclist(bufnr(''))) =~# '21 décembre 2010'})
endfunction

function s:Run() abort
    " ALE asks for the number of a code action: the first is taken.
    runtime autoload/ale/util.vim
    function! ale#util#Input(...) abort
        return '1'
    endfunction

    try
        call s:Test()
    catch
        call add(s:report, 'not ok  ' . v:exception . ' at ' . v:throwpoint)
    endtry
    call writefile(s:report, $RAPPORTEUR_REPORT)
    if s:report[-1] =~# '^not ok'
        cquit
    endif
    qall!
endfunction

" As with a user, everything happens when Vim has started.
autocmd VimEnter * ++nested call s:Run()
