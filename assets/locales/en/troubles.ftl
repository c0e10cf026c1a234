# What is wrong with the server: with its disk, its clock, its database.

day-and-time = { $day }, { $time }

page-stale = The server has lost touch with the register. This is what was known on { $time }; a later edition may have been published since.

error-file-damaged-title = This file is damaged on the server
error-file-damaged-text = The text itself can be read on the page of the document. Tell the union, so that the file is restored.
error-unavailable-title = The database does not answer
error-unavailable-text = Try again in a few seconds. Nothing was saved and nothing is lost.
error-unsettled-title = The database stopped answering while it saved
error-unsettled-text = The change may have been saved, or not. Look whether it is there before you make it again.
error-store-away-title = The store of the files does not answer
error-store-away-text = Texts can be read on the pages of the documents. For files, try again in a few minutes. Nothing was saved and nothing is lost.
error-writing-title = Another change is being written
error-writing-text = Nothing was saved. Try again in a few seconds.
error-read-only-title = Nothing can be saved at present
error-read-only-text = The server's disk cannot be written. Nothing was saved. Tell the person who looks after the server.
error-disk-full-title = The server's disk is full
error-disk-full-text = Nothing was saved. Tell the person who looks after the server that there is no room left on the disk.

refusal-clock = The server's clock is wrong, so nothing can be published at present. Tell the person who looks after the server.

# On the administrator's first page.
trouble-away = The database has not answered since { $time }: what others published may not be visible.
trouble-store-away = The store of the files has been of no use since { $time } ({ $why }): texts are read, but files are neither given out nor taken.
trouble-sealed = The server's disk cannot be written ({ $why }): texts are read, but nothing is saved.
trouble-clock-behind = The server's clock is behind the latest record ({ $time }). Nothing is published while this is so. If the clock is right and the record was made by a clock that ran ahead, the person who looks after the server runs “tizilim clock confirm”.
trouble-clock-apart = The server's clock and that of the database ({ $time }) are more than five minutes apart. Nothing is published while this is so.
trouble-put-back = The database was replaced by an earlier copy: there were { $was } public changes, and there are { $is } now.
trouble-damaged = A published file is damaged or lost: { $file }. Upload the same file again.
