# Refusals and error pages: each says what is wrong and what to do.
error-bad-request-title = Запрос не понят
error-bad-request-text = Проверьте адрес или начните с главной страницы.
error-forbidden-title = На это действие нет права
error-forbidden-text = Проверьте, вошли ли вы в систему, или спросите администратора профсоюза.
error-foreign-form-title = Форма отправлена с другого адреса
error-foreign-form-text = Ничего не изменено. Откройте страницу по адресу { $address } и повторите: формы принимаются только оттуда.
error-no-such-page-title = Такой страницы нет
error-no-such-page-text = Проверьте адрес или найдите нужный документ здесь.
error-unknown-code-title = Такого кода нет
error-unknown-code-text = Под кодом { $code } нет ни документа, ни организации. Сверьте код с листом или ищите по названию.
error-mistyped-code-title = Похоже, в коде опечатка
error-mistyped-code-text = «{ $code }» – один из знаков неверный. В коде семь знаков, например: 7K3-M9Q3. Посмотрите на лист и наберите ещё раз.
error-method-not-allowed-title = По этому адресу так сделать нельзя
error-method-not-allowed-text = Откройте страницу заново и попробуйте ещё раз.
error-too-slow-title = Отправка длилась слишком долго
error-too-slow-text = Отправленное не пришло вовремя, ничего не изменено. Повторите там, где связь лучше.
error-file-gone-title = Этот файл отозван
error-file-gone-text = Откройте нынешний текст на странице документа или спросите председателя профсоюза.
error-too-large-title = Файл слишком большой
error-too-large-text = Наибольший размер – { $limit }. Уменьшите файл и загрузите снова.
error-too-many-title = Слишком много запросов
error-too-many-text = { $wait ->
        [one] Подождите { $wait } секунду и попробуйте снова.
        [few] Подождите { $wait } секунды и попробуйте снова.
       *[many] Подождите { $wait } секунд и попробуйте снова.
    }
error-internal-title = В программе произошла ошибка
error-internal-text = Попробуйте через несколько минут. Если ошибка повторится, сообщите в профсоюз.
error-busy-title = Сейчас слишком много обращений
error-busy-text = { $wait ->
        [one] Подождите { $wait } секунду и попробуйте снова.
        [few] Подождите { $wait } секунды и попробуйте снова.
       *[many] Подождите { $wait } секунд и попробуйте снова.
    }
