# What programs, messengers and other sites show of the register.

# (?) a native reader should check
error-bad-datetime-title = Уақыт түсініксіз жазылған
# (?) a native reader should check
error-bad-datetime-text = Accept-Datetime мынадай түрде болуы керек: Thu, 31 May 2007 20:35:00 GMT.

## What messengers show of a shared address.

card-current = Бұл мекенжайда әрқашан құжаттың қазіргі мәтіні ашылады

## Feeds. { $of } in sentences about an edition is a day: «2025 жылғы 1 қыркүйектегі».

feed-of-document = { $of }: өзгерістер
feed-of-shelf = { $of }: құжаттардағы өзгерістер
feed-of-all = { $of }: барлық құжаттардағы өзгерістер
feed-published = { $of } редакция жарияланды
feed-corrected = { $of } редакция түзетіліп, қайта жарияланды
feed-takes-over = { $of } редакция қолданыла бастады
feed-withdrawn = { $of } редакция қайтарып алынды
feed-erased = { $of } редакцияның файлдары жойылды
feed-late-attachment = Файл қосылды

## A shelf on another site's page.

embed-title = Құжаттар: { $of }
embed-open = Барлығын тізілімде ашу
snippet-heading = Өз сайтыңызға қою
snippet-hint = Мына жолдарды көшіріп, сайтыңыздағы бетке қойыңыз. Құжаттар тізімі әрқашан жаңарып тұрады.
