# What programs, messengers and other sites show of the register.

# (?) a native reader should check
error-bad-datetime-title = Уақыт түсініксіз жазылған
# (?) a native reader should check
error-bad-datetime-text = Accept-Datetime мынадай түрде болуы керек: Thu, 31 May 2007 20:35:00 GMT.
