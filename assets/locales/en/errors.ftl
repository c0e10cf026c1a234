# Refusals and error pages: each says what is wrong and what to do.
error-bad-request-title = The request was not understood
error-bad-request-text = Check the address, or begin at the start page.
error-forbidden-title = You may not do this
error-forbidden-text = Check that you are signed in, or ask the administrator of the trade union.
error-foreign-form-title = This form came from another address
error-foreign-form-text = Nothing was changed. Open the page at { $address } and repeat: forms are taken from there alone.
error-no-such-page-title = There is no such page
error-no-such-page-text = Check the address, or look for the document here.
error-unknown-code-title = There is no such code
error-unknown-code-text = Neither a document nor an organization has the code { $code }. Compare it with the sheet, or search by title.
error-mistyped-code-title = The code seems mistyped
error-mistyped-code-text = “{ $code }” – one of the characters is wrong. A code has seven characters, for example: 7K3-M9Q3. Look at the sheet and type it again.
error-method-not-allowed-title = This address does not do that
error-method-not-allowed-text = Open the page again and try once more.
error-too-slow-title = It took too long
error-too-slow-text = What you sent did not arrive in time, and nothing was changed. Try again where the connection is better.
error-file-gone-title = This file was withdrawn
error-file-gone-text = Open the present text on the page of the document, or ask the chair of the trade union.
error-too-large-title = The file is too large
error-too-large-text = The largest size is { $limit }. Make the file smaller and upload it again.
error-too-many-title = Too many requests
error-too-many-text = { $wait ->
        [one] Wait { $wait } second and try again.
       *[other] Wait { $wait } seconds and try again.
    }
error-internal-title = The program failed
error-internal-text = Try again in a few minutes. If it happens again, tell the trade union.
error-busy-title = Too many people at this moment
error-busy-text = { $wait ->
        [one] Wait { $wait } second and try again.
       *[other] Wait { $wait } seconds and try again.
    }
