# Programs: tokens, what they send, and what they are told.

## Tokens

token-title = Бағдарлама токендері
# (?) a native reader should check
token-hint = Токенмен бағдарлама /api/v1 арқылы сіздің атыңыздан әрекет етеді: белгіленгеннен де, өз құқығыңыздан да артық ештеңе істемейді. Соңғы пайдаланылған күннен басқа ештеңе сақталмайды.
token-none = Токен жоқ.
token-new = Жаңа токен
# (?) a native reader should check
token-name = Қай бағдарламаға арналған
# (?) a native reader should check
token-name-hint = Бұл атау әрекеттер журналында көрінеді.
# (?) a native reader should check
token-scopes = Оған не істеуге болады
# (?) a native reader should check
token-scope-read = жобаларды және олардағы күмәнді жерлерді қарау
# (?) a native reader should check
token-scope-drafts = құжат қосу және жоба дайындау
# (?) a native reader should check
token-scope-publish = жариялау, түзету және қайтарып алу
# (?) a native reader should check
token-scope-organizations = ұйымдарды қосу және өзгерту
# (?) a native reader should check
token-last-day = Соңғы жарамды күні
token-make = Токен жасау
# { $date }: Form::To.
# (?) a native reader should check
token-until = { $date } дейін жарамды
# { $date }: Form::Short.
token-used = соңғы рет { $date }
token-unused = әлі пайдаланылмаған
token-revoke = Қайтарып алу
# (?) a native reader should check
token-revoked = Токен енді жарамсыз.
token-made-title = Токен жасалды
# (?) a native reader should check
token-made = Токен дайын. Қазір көшіріп алыңыз: ол қайта көрсетілмейді.
token-made-label = Токен
# (?) a native reader should check
token-made-hint = Оны құпиясөз сияқты сақтаңыз. Бағдарлама оны Authorization: Bearer тақырыбында жібереді.
# (?) a native reader should check
refusal-token = Токен қате, қайтарып алынған немесе мерзімі біткен. «Менің аккаунтым» бетінде жаңасын жасаңыз.
# (?) a native reader should check
refusal-token-nameless = Токен қай бағдарламаға арналғанын жазыңыз.
# (?) a native reader should check
refusal-token-name = «{ $name }» деген токен бар. Оны қайтарып алыңыз немесе жаңасын басқаша атаңыз.
# (?) a native reader should check
refusal-tokens-too-many = Токен саны { $limit } аспауы керек. Керек еместерін қайтарып алыңыз.
# (?) a native reader should check
# { $date }: Form::Long.
refusal-token-end = Токен бүгіннен бастап ең көбі бір жыл жарамды: ең соңғы күні – { $date }
# (?) a native reader should check
deed-make-token = Бағдарламаға токен жасады
deed-revoke-token = Токенді қайтарып алды
deed-add-organization = Ұйым қосты
deed-edit-draft = Жобаны өзгертті
audit-by-token = { $login }, «{ $token }» токені

## What programs are told

error-no-token-title = Токен керек
# (?) a native reader should check
error-no-token-text = Жарамды токенді Authorization: Bearer тақырыбында жіберіңіз. Ол «Менің аккаунтым» бетінде жасалады.
# (?) a native reader should check
error-scope-missing-title = Бұл токенге рұқсат етілмеген
# (?) a native reader should check
error-scope-missing-text = «{ $scope }» рұқсаты бар токен және соған құқық беретін рөл керек.
# (?) a native reader should check
error-media-type-title = Мұндай дерек түрі мұнда қабылданбайды
# (?) a native reader should check
error-media-type-text = Деректі { $type } түрінде жіберіңіз.
error-refused-title = Орындалмады
# (?) a native reader should check
refusal-key-reused = Бұл кілтпен (Idempotency-Key) бұрын басқа нәрсе жіберілген. Жаңа кілт алыңыз.
# (?) a native reader should check
refusal-key-open = Дәл осы сұрау осы кілтпен әлі орындалып жатыр немесе үзіліп қалған. Жаңа кілтпен жібермес бұрын не болғанын тексеріңіз.
# (?) a native reader should check
refusal-doubts-by-name = Ештеңе жарияланған жоқ: күмәнді жерлерді (doubts) қараңыз. Бәрі дұрыс болса, олардың түрін (kind) accept өрісінде атап, қайта жіберіңіз.
