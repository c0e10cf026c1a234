# What programs, messengers and other sites show of the register.

error-bad-datetime-title = The time cannot be understood
error-bad-datetime-text = Accept-Datetime must look like this: Thu, 31 May 2007 20:35:00 GMT.
