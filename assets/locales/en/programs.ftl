# Programs: tokens, what they send, and what they are told.

## Tokens

token-title = Tokens of programs
token-hint = With a token a program acts for you by /api/v1: no more than is ticked, and no more than you may do yourself. Nothing is kept but the day of the last use.
token-none = There are no tokens.
token-new = A new token
token-name = For which program
token-name-hint = The audit trail shows this name.
token-scopes = What it may do
token-scope-read = look at drafts and at what is doubtful in them
token-scope-drafts = create documents and prepare drafts
token-scope-publish = publish, correct and withdraw
token-scope-organizations = add and change organizations
token-last-day = Last day
token-make = Make a token
# { $date }: Form::To.
token-until = works until { $date }
# { $date }: Form::Short.
token-used = last used { $date }
token-unused = not used yet
token-revoke = Revoke
token-revoked = The token does not work any more.
token-made-title = The token is made
token-made = The token is ready. Copy it now: it is not shown again.
token-made-label = Token
token-made-hint = Keep it like a password. The program sends it in the header Authorization: Bearer.
refusal-token = The token is wrong, revoked or over. Make a new one on the page “My account”.
refusal-token-nameless = Say for which program the token is.
refusal-token-name = There is a token “{ $name }” already. Revoke it, or give the new one another name.
refusal-tokens-too-many = There can be at most { $limit } tokens. Revoke those that are not needed.
# { $date }: Form::Long.
refusal-token-end = A token works from today on and for a year at most: the last day is no later than { $date }
deed-make-token = Made a token for a program
deed-revoke-token = Revoked a token
deed-add-organization = Added an organization
deed-edit-draft = Changed a draft
audit-by-token = { $login }, token “{ $token }”

## What programs are told

error-no-token-title = A token is needed
error-no-token-text = Send a token that works in the header Authorization: Bearer. It is made on the page “My account”.
error-scope-missing-title = The token may not do this
error-scope-missing-text = It takes a token that may “{ $scope }”, and a role that allows it.
error-media-type-title = Data of this kind are not taken here
error-media-type-text = Send the data as { $type }.
error-refused-title = Refused
refusal-key-reused = Something else was sent under this key (Idempotency-Key) before. Take a new key.
refusal-key-open = The same was sent under this key, and is being done or was interrupted. See what became of it before you send it under a new key.
refusal-doubts-by-name = Nothing was published: look at what is doubtful (doubts). If all is right, name its kinds (kind) in the field accept and send it again.
