# What programs, messengers and other sites show of the register.

error-bad-datetime-title = Время указано непонятно
error-bad-datetime-text = Accept-Datetime должен быть такого вида: Thu, 31 May 2007 20:35:00 GMT.
