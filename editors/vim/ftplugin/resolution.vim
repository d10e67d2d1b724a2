if exists('b:did_ftplugin')
    finish
endif
let b:did_ftplugin = 1

setlocal wrap linebreak comments= commentstring=<!--\ %s\ --> omnifunc=rapporteur#completion#Omni
let b:undo_ftplugin = 'setlocal wrap< linebreak< comments< commentstring< omnifunc<'
