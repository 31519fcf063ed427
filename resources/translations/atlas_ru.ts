<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About the ILRS Atlas</source>
        <translation>Об Атласе МНЛС</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>Копировать эту страницу</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>An offline atlas of the International Lunar Research Station and of all that flies to the south pole of the Moon: who said what, when, and what came of it.</source>
        <translation>Автономный атлас Международной научной лунной станции и всего, что летит к южному полюсу Луны: кто что и когда сказал и что из этого вышло.</translation>
    </message>
    <message>
        <source>Catalogue of {day}: {entries} entries, {claims} claims, {sources} sources, {places} named places.</source>
        <translation>Каталог на {day}: записей — {entries}, утверждений — {claims}, источников — {sources}, названий — {places}.</translation>
    </message>
    <message>
        <source>Nothing is fetched: the atlas never goes to the network by itself.</source>
        <translation>Ничего не загружается: атлас сам никогда не выходит в сеть.</translation>
    </message>
    <message>
        <source>Your notes lie in {folder}.</source>
        <translation>Ваши заметки лежат в {folder}.</translation>
    </message>
    <message>
        <source>The code of the atlas is under the MIT licence.</source>
        <translation>Код атласа распространяется по лицензии MIT.</translation>
    </message>
    <message>
        <source>Data and pictures</source>
        <translation>Данные и изображения</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Создано с помощью</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>AboutPicture</name>
    <message>
        <source>About this picture</source>
        <translation>Об этом изображении</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Map tools</source>
        <translation>Инструменты карты</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык (Language)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Star this entry</source>
        <translation>Отметить запись звездой</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Написать заметку</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Show to scale</source>
        <translation>Показать в масштабе</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать как текст</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
    <message>
        <source>Copy citation (BibTeX)</source>
        <translation>Копировать ссылку (BibTeX)</translation>
    </message>
    <message>
        <source>Copy citation (CSL-JSON)</source>
        <translation>Копировать ссылку (CSL-JSON)</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Report a wrong fact (copies a text)</source>
        <translation>Сообщить об ошибке (копирует текст)</translation>
    </message>
    <message>
        <source>Export this entry …</source>
        <translation>Экспортировать запись…</translation>
    </message>
    <message>
        <source>Export the list …</source>
        <translation>Экспортировать список…</translation>
    </message>
    <message>
        <source>Export the map …</source>
        <translation>Экспортировать карту…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Показать все записи</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>Следующая запись</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>Предыдущая запись</translation>
    </message>
    <message>
        <source>Go to a coordinate or place</source>
        <translation>Перейти к координатам или месту</translation>
    </message>
    <message>
        <source>Choose the as-of date</source>
        <translation>Выбрать дату знаний</translation>
    </message>
    <message>
        <source>As known today</source>
        <translation>Известное сегодня</translation>
    </message>
    <message>
        <source>As known on 10 March 2021</source>
        <translation>Известное на 10 марта 2021</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая панель</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Предыдущая панель</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Тетрадь</translation>
    </message>
    <message>
        <source>List of entries</source>
        <translation>Список записей</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Сбросить расположение</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Сменить светлую и тёмную</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>Preferences …</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По названию</translation>
    </message>
    <message>
        <source>Longest slip first</source>
        <translation>Сначала дольше всех отложенные</translation>
    </message>
    <message>
        <source>Nearest to the south pole</source>
        <translation>Ближайшие к южному полюсу</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>About the ILRS Atlas</source>
        <translation>Об Атласе МНЛС</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Открыть меню</translation>
    </message>
    <message>
        <source>Horizon from a coordinate or name</source>
        <translation>Горизонт по координатам или названию</translation>
    </message>
    <message>
        <source>Illumination of this view…</source>
        <translation>Освещённость этого вида…</translation>
    </message>
    <message>
        <source>Open an illumination map…</source>
        <translation>Открыть карту освещённости…</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Язык системы</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Язык: {name}</translation>
    </message>
    <message>
        <source>Measure distance and area</source>
        <translation>Измерить расстояние и площадь</translation>
    </message>
    <message>
        <source>Elevation profile</source>
        <translation>Профиль высот</translation>
    </message>
    <message>
        <source>Put a pin on the map</source>
        <translation>Поставить булавку на карту</translation>
    </message>
    <message>
        <source>Keep the measured path</source>
        <translation>Сохранить измеренный путь</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>Копировать измерение</translation>
    </message>
    <message>
        <source>Export the profile …</source>
        <translation>Экспортировать профиль…</translation>
    </message>
    <message>
        <source>My marks on the map …</source>
        <translation>Мои отметки на карте…</translation>
    </message>
    <message>
        <source>Undo the last change of a mark</source>
        <translation>Отменить последнее изменение отметки</translation>
    </message>
    <message>
        <source>Export my marks …</source>
        <translation>Экспортировать мои отметки…</translation>
    </message>
    <message>
        <source>Back up my notes…</source>
        <translation>Сделать копию заметок…</translation>
    </message>
    <message>
        <source>Restore my notes…</source>
        <translation>Восстановить заметки…</translation>
    </message>
    <message>
        <source>Export my notes as Markdown…</source>
        <translation>Экспортировать заметки как Markdown…</translation>
    </message>
    <message>
        <source>Import notes…</source>
        <translation>Импортировать заметки…</translation>
    </message>
    <message>
        <source>Pictures of this entry</source>
        <translation>Изображения этой записи</translation>
    </message>
    <message>
        <source>Slide show</source>
        <translation>Слайд-шоу</translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation>Добавить изображения…</translation>
    </message>
    <message>
        <source>Add a folder of pictures …</source>
        <translation>Добавить папку изображений…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Вставить изображение</translation>
    </message>
    <message>
        <source>Find missing pictures …</source>
        <translation>Найти пропавшие изображения…</translation>
    </message>
    <message>
        <source>Sunlight on the map</source>
        <translation>Солнечный свет на карте</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Горизонт</translation>
    </message>
    <message>
        <source>Horizon from where it stands</source>
        <translation>Горизонт с места записи</translation>
    </message>
    <message>
        <source>Export the horizon …</source>
        <translation>Экспортировать горизонт…</translation>
    </message>
    <message>
        <source>Export the skyline as a table …</source>
        <translation>Экспортировать линию горизонта таблицей…</translation>
    </message>
    <message>
        <source>Export the table of light …</source>
        <translation>Экспортировать таблицу освещения…</translation>
    </message>
    <message>
        <source>Export the table of light, 1959–2060 …</source>
        <translation>Экспортировать таблицу освещения, 1959–2060…</translation>
    </message>
    <message>
        <source>Copy the panorama as a picture</source>
        <translation>Копировать панораму как изображение</translation>
    </message>
    <message>
        <source>Choose the date of the light</source>
        <translation>Выбрать дату освещения</translation>
    </message>
    <message>
        <source>Let the light run, or stop it</source>
        <translation>Пустить или остановить ход освещения</translation>
    </message>
    <message>
        <source>Import terrain…</source>
        <translation>Импортировать рельеф…</translation>
    </message>
    <message>
        <source>My terrains…</source>
        <translation>Мой рельеф…</translation>
    </message>
</context>
<context>
    <name>AsOfBar</name>
    <message>
        <source>Back to today&apos;s knowledge</source>
        <translation>Вернуться к сегодняшним знаниям</translation>
    </message>
    <message>
        <source>As known on {day}</source>
        <translation>Известное на {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were not known yet</source>
        <translation>
            <numerusform>%n запись ещё не была известна</numerusform>
            <numerusform>%n записи ещё не были известны</numerusform>
            <numerusform>%n записей ещё не были известны</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to {day}</source>
        <translation>Вернуться к {day}</translation>
    </message>
</context>
<context>
    <name>AsOfButton</name>
    <message>
        <source>Show everything as it was known on a day (Ctrl+T)</source>
        <translation>Показать всё, как это было известно на выбранный день (Ctrl+T)</translation>
    </message>
    <message>
        <source>Known as of {day}; press to change</source>
        <translation>Известное на {day}; нажмите, чтобы сменить</translation>
    </message>
</context>
<context>
    <name>AsOfPopup</name>
    <message>
        <source>As-of date</source>
        <translation>Дата знаний</translation>
    </message>
    <message>
        <source>Known as of</source>
        <translation>Известно на</translation>
    </message>
    <message>
        <source>Today: {day}</source>
        <translation>Сегодня: {day}</translation>
    </message>
    <message>
        <source>End of {year}</source>
        <translation>Конец {year} года</translation>
    </message>
    <message>
        <source>The thread: 10 March 2021</source>
        <translation>Обсуждение: 10 марта 2021</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Следующий месяц</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>{time} later than first planned</source>
        <translation>на {time} позже первого плана</translation>
    </message>
    <message>
        <source>{time} earlier than first planned</source>
        <translation>на {time} раньше первого плана</translation>
    </message>
    <message>
        <source>Planned for {plan}; as of {day} the catalogue has no word that it happened.</source>
        <translation>План: {plan}; на {day} в каталоге нет сведений, что это состоялось.</translation>
    </message>
    <message>
        <source>made {date}</source>
        <translation>изготовлено {date}</translation>
    </message>
    <message>
        <source>What was said, and when</source>
        <translation>Что и когда было сказано</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>без даты</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>не подтверждено</translation>
    </message>
    <message>
        <source>The texts of the catalogue are in English.</source>
        <translation>Тексты каталога — на английском языке.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Другие названия</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>по сообщениям</translation>
    </message>
    <message>
        <source>sources differ:</source>
        <translation>источники расходятся:</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Примечания</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Цитаты</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>To scale</source>
        <translation>В масштабе</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Факт</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>not reproduced here</source>
        <translation>здесь не воспроизводится</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>as known on {day}</source>
        <translation>известное на {day}</translation>
    </message>
</context>
<context>
    <name>CardBrowser</name>
    <message>
        <source>Facts and sources</source>
        <translation>Факты и источники</translation>
    </message>
</context>
<context>
    <name>CardDrawings</name>
    <message>
        <source>A drawing can&apos;t be read. Your notes are not affected. Install the atlas again.</source>
        <translation>Чертёж не читается. Ваши заметки не затронуты. Установите атлас заново.</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Map and notebook</source>
        <translation>Карта и тетрадь</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Горизонт</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Тетрадь</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{name}, chosen; press to remove</source>
        <translation>{name}, выбрано; нажмите, чтобы убрать</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Убрать этот фильтр</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n entries</source>
        <translation>
            <numerusform>{name}, %n запись</numerusform>
            <numerusform>{name}, %n записи</numerusform>
            <numerusform>{name}, %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only {name}</source>
        <translation>Показать только: {name}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Введите команду</translation>
    </message>
    <message>
        <source>No command matches.</source>
        <translation>Нет подходящей команды.</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Введите меньше букв.</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>Text and data of the catalogue</source>
        <translation>Тексты и данные каталога</translation>
    </message>
    <message>
        <source>Terrain of the south pole</source>
        <translation>Рельеф южного полюса</translation>
    </message>
    <message>
        <source>Imagery of the south pole and of the whole Moon</source>
        <translation>Снимки южного полюса и всей Луны</translation>
    </message>
    <message>
        <source>Files of terrain and imagery</source>
        <translation>Файлы рельефа и снимков</translation>
    </message>
    <message>
        <source>Names of features</source>
        <translation>Названия деталей рельефа</translation>
    </message>
    <message>
        <source>Where Sun and Earth stand</source>
        <translation>Положения Солнца и Земли</translation>
    </message>
    <message numerus="yes">
        <source>%n line drawing(s) to scale</source>
        <translation>
            <numerusform>%n чертёж в масштабе</numerusform>
            <numerusform>%n чертежа в масштабе</numerusform>
            <numerusform>%n чертежей в масштабе</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) of sites</source>
        <translation>
            <numerusform>%n карта места</numerusform>
            <numerusform>%n карты мест</numerusform>
            <numerusform>%n карт мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from orbit</source>
        <translation>
            <numerusform>%n снимок с орбиты</numerusform>
            <numerusform>%n снимка с орбиты</numerusform>
            <numerusform>%n снимков с орбиты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn plate(s)</source>
        <translation>
            <numerusform>%n рисованная таблица</numerusform>
            <numerusform>%n рисованные таблицы</numerusform>
            <numerusform>%n рисованных таблиц</numerusform>
        </translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>общественное достояние</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>Your notebook</source>
        <translation>Ваша тетрадь</translation>
    </message>
    <message>
        <source>Your notebook is not there</source>
        <translation>Вашей тетради нет на месте</translation>
    </message>
    <message>
        <source>Your notebook is damaged</source>
        <translation>Ваша тетрадь повреждена</translation>
    </message>
    <message>
        <source>There is no file {file}, but backups of it lie beside it. Perhaps it was moved or deleted.</source>
        <translation>Файла {file} нет, но рядом лежат его копии. Возможно, он перемещён или удалён.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read as a notebook. Nothing was changed in it.</source>
        <translation>Файл {file} не читается как тетрадь. В нём ничего не изменено.</translation>
    </message>
    <message>
        <source>The newest good backup is of {date}: {contents}.</source>
        <translation>Последняя исправная копия — от {date}: {contents}.</translation>
    </message>
    <message>
        <source>There is no backup beside it.</source>
        <translation>Рядом нет копии.</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept under a dated name.</source>
        <translation>Что бы вы ни выбрали, повреждённый файл сохранится под именем с датой.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Начать с пустой</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Восстановить</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>This folder was named when the atlas was started: name another one.</source>
        <translation>Эта папка задана при запуске атласа: задайте другую.</translation>
    </message>
    <message>
        <source>Your data is in that folder already.</source>
        <translation>Ваши данные уже в этой папке.</translation>
    </message>
    <message>
        <source>One folder lies in the other. Choose a folder beside it.</source>
        <translation>Одна папка лежит внутри другой. Выберите папку рядом.</translation>
    </message>
    <message>
        <source>{target} is a file. Choose a folder.</source>
        <translation>{target} — это файл. Выберите папку.</translation>
    </message>
    <message>
        <source>{target} is not empty. Choose an empty folder, so that nothing is mixed.</source>
        <translation>Папка {target} не пуста. Выберите пустую, чтобы ничего не смешалось.</translation>
    </message>
    <message>
        <source>The atlas may not write in {target}. Choose another folder.</source>
        <translation>Атлас не может писать в {target}. Выберите другую папку.</translation>
    </message>
    <message>
        <source>Your data could not be moved to {target}: {why}. It stays where it is, nothing is lost.</source>
        <translation>Данные не удалось переместить в {target}: {why}. Они остались на месте, ничего не потеряно.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>There is no drawing to scale of {name}.</source>
        <translation>Чертежа в масштабе для «{name}» нет.</translation>
    </message>
    <message>
        <source>No entry chosen.</source>
        <translation>Запись не выбрана.</translation>
    </message>
    <message>
        <source>Choose one in the list, or search with Ctrl+K.</source>
        <translation>Выберите её в списке или найдите: Ctrl+K.</translation>
    </message>
    <message>
        <source>There is no entry “{slug}”.</source>
        <translation>Записи «{slug}» нет.</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Выберите запись в списке.</translation>
    </message>
    <message>
        <source>{name} was not known yet on {day}.</source>
        <translation>{name}: на {day} ещё не было известно.</translation>
    </message>
    <message>
        <source>It comes back with a later as-of date.</source>
        <translation>С более поздней датой запись вернётся.</translation>
    </message>
    <message>
        <source>Show it as known today</source>
        <translation>Показать известное сегодня</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Скопировано как текст</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Скопировано как Markdown</translation>
    </message>
    <message>
        <source>Citation copied (BibTeX)</source>
        <translation>Ссылка скопирована (BibTeX)</translation>
    </message>
    <message>
        <source>Citation copied (CSL-JSON)</source>
        <translation>Ссылка скопирована (CSL-JSON)</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Адрес скопирован</translation>
    </message>
    <message>
        <source>A text to fill in was copied: send it to the makers of the atlas</source>
        <translation>Текст для заполнения скопирован: отправьте его авторам атласа</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close this pane: {name}</source>
        <translation>Закрыть панель: {name}</translation>
    </message>
</context>
<context>
    <name>EntryListView</name>
    <message>
        <source>Entries</source>
        <translation>Записи</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>ILRS Atlas</source>
        <translation>Атлас МНЛС</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, close the atlas and open it again, and send the report below to its makers; look through it first, as it may name files and folders of yours.</source>
        <translation>Можно продолжать. Если это повторится, закройте атлас, откройте его снова и отправьте отчёт ниже авторам; сначала просмотрите его: в нём могут быть имена ваших файлов и папок.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>Сохранить мой текст в файл…</translation>
    </message>
    <message>
        <source>Close the atlas</source>
        <translation>Закрыть атлас</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>What you typed last is not written yet; it is kept in memory and tried again.</source>
        <translation>Набранное последним ещё не записано; оно в памяти, и запись будет повторена.</translation>
    </message>
    <message>
        <source>Your notes are safe: everything you typed is written.</source>
        <translation>Заметки в сохранности: всё набранное записано.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong in the atlas ({name}).</source>
        <translation>В атласе произошла ошибка ({name}).</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>Атлас МНЛС</translation>
    </message>
    <message>
        <source>The atlas cannot open.</source>
        <translation>Атлас не открывается.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>Something went wrong while it was opening. Your notes were not touched. Start it again; if it stays so, run “ilrs-atlas check”, and send the report to its makers.</source>
        <translation>При открытии произошла ошибка. Заметки не затронуты. Запустите атлас снова; если не поможет, выполните «ilrs-atlas check» и отправьте отчёт авторам.</translation>
    </message>
    <message>
        <source>Your last changes to the notes could not be written.</source>
        <translation>Последние изменения в заметках не удалось записать.</translation>
    </message>
    <message>
        <source>Save what you typed to a file, or stay and try again; or close and lose it.</source>
        <translation>Сохраните набранное в файл, или останьтесь и попробуйте снова; или закройте и потеряйте его.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>Сохранить мой текст в файл…</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Закрыть и потерять</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} из {total}</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)</source>
        <translation>Таблица для электронных таблиц (CSV)</translation>
    </message>
    <message>
        <source>All claims, a line each (CSV)</source>
        <translation>Все утверждения, по строке на каждое (CSV)</translation>
    </message>
    <message>
        <source>Everything, for programs (JSON)</source>
        <translation>Всё, для программ (JSON)</translation>
    </message>
    <message>
        <source>Places on the Moon (GeoJSON)</source>
        <translation>Места на Луне (GeoJSON)</translation>
    </message>
    <message>
        <source>Map layers and claims for QGIS (GeoPackage)</source>
        <translation>Слои карты и утверждения для QGIS (GeoPackage)</translation>
    </message>
    <message>
        <source>Text with headings (Markdown)</source>
        <translation>Текст с заголовками (Markdown)</translation>
    </message>
    <message>
        <source>Pages to read and print (PDF)</source>
        <translation>Страницы для чтения и печати (PDF)</translation>
    </message>
    <message>
        <source>The entry “{slug}” is not known on that day. Nothing was written. Choose other entries.</source>
        <translation>Запись «{slug}» на этот день неизвестна. Ничего не записано. Выберите другие записи.</translation>
    </message>
    <message>
        <source>{what} {meaning} {remedy}</source>
        <translation>{what} {meaning} {remedy}</translation>
    </message>
    <message>
        <source>{target} is a folder, not a file.</source>
        <translation>{target} — это папка, а не файл.</translation>
    </message>
    <message>
        <source>{folder} does not let the atlas write {name}.</source>
        <translation>Папка {folder} не даёт атласу записать {name}.</translation>
    </message>
    <message>
        <source>There is no room for {name} in {folder}.</source>
        <translation>В {folder} нет места для {name}.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation>Папки {folder} нет на месте.</translation>
    </message>
    <message>
        <source>The name {name} is too long.</source>
        <translation>Имя {name} слишком длинное.</translation>
    </message>
    <message>
        <source>{target} could not be written: {why}.</source>
        <translation>Не удалось записать {target}: {why}.</translation>
    </message>
    <message>
        <source>The file that was there before is unchanged.</source>
        <translation>Прежний файл не изменён.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>Освободите место или выберите другую папку.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Выберите другое имя.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, as known on {day}</source>
        <translation>
            <numerusform>%n запись, известное на {day}</numerusform>
            <numerusform>%n записи, известное на {day}</numerusform>
            <numerusform>%n записей, известное на {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The last export is still being written.</source>
        <translation>Прошлый экспорт ещё записывается.</translation>
    </message>
    <message>
        <source>There is nothing to export: the list is empty.</source>
        <translation>Экспортировать нечего: список пуст.</translation>
    </message>
    <message>
        <source>Export this entry</source>
        <translation>Экспорт записи</translation>
    </message>
    <message numerus="yes">
        <source>Export %n entries</source>
        <translation>
            <numerusform>Экспорт: %n запись</numerusform>
            <numerusform>Экспорт: %n записи</numerusform>
            <numerusform>Экспорт: %n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>Export cancelled: nothing was written.</source>
        <translation>Экспорт отменён: ничего не записано.</translation>
    </message>
    <message>
        <source>Written: {target} ({size})</source>
        <translation>Записано: {target} ({size})</translation>
    </message>
    <message numerus="yes">
        <source>%n entries written: {target} ({size})</source>
        <translation>
            <numerusform>Записана %n запись: {target} ({size})</numerusform>
            <numerusform>Записаны %n записи: {target} ({size})</numerusform>
            <numerusform>Записано %n записей: {target} ({size})</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was not written.</source>
        <translation>Экспорт не записан.</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>More …</source>
        <translation>Ещё…</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>Все фильтры</translation>
    </message>
</context>
<context>
    <name>FacetPopup</name>
    <message>
        <source>All filters</source>
        <translation>Все фильтры</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Nation</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Phase of the ILRS</source>
        <translation>Этап МНЛС</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>Десятилетие</translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>Мои метки</translation>
    </message>
    <message>
        <source>My stars</source>
        <translation>Мои звёзды</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}-е</translation>
    </message>
    <message>
        <source>★ Starred</source>
        <translation>★ Со звездой</translation>
    </message>
</context>
<context>
    <name>FactsRow</name>
    <message>
        <source>The light in numbers</source>
        <translation>Освещение в числах</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Written: {target}</source>
        <translation>Записано: {target}</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Файл не записан.</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>All pictures in a row</source>
        <translation>Все изображения в ряд</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>весна {year}</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>лето {year}</translation>
    </message>
    <message>
        <source>autumn {year}</source>
        <translation>осень {year}</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>зима {year}</translation>
    </message>
    <message>
        <source>first quarter of {year}</source>
        <translation>I квартал {year}</translation>
    </message>
    <message>
        <source>second quarter of {year}</source>
        <translation>II квартал {year}</translation>
    </message>
    <message>
        <source>third quarter of {year}</source>
        <translation>III квартал {year}</translation>
    </message>
    <message>
        <source>fourth quarter of {year}</source>
        <translation>IV квартал {year}</translation>
    </message>
    <message>
        <source>first half of {year}</source>
        <translation>первая половина {year}</translation>
    </message>
    <message>
        <source>second half of {year}</source>
        <translation>вторая половина {year}</translation>
    </message>
    <message>
        <source>{day}, {clock} UTC</source>
        <translation>{day}, {clock} UTC</translation>
    </message>
    <message>
        <source>by {end}</source>
        <translation>до {end}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>с {start}</translation>
    </message>
    <message>
        <source>the {year}s</source>
        <translation>{year}-е</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>около {date}</translation>
    </message>
    <message>
        <source>{date}, uncertain</source>
        <translation>{date}, неточно</translation>
    </message>
    <message>
        <source>about {date}, uncertain</source>
        <translation>около {date}, неточно</translation>
    </message>
    <message>
        <source>{start}–{end}</source>
        <translation>{start}–{end}</translation>
    </message>
    <message numerus="yes">
        <source>years</source>
        <translation>
            <numerusform>год</numerusform>
            <numerusform>года</numerusform>
            <numerusform>лет</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <translation>
            <numerusform>день</numerusform>
            <numerusform>дня</numerusform>
            <numerusform>дней</numerusform>
        </translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <translation>
            <numerusform>час</numerusform>
            <numerusform>часа</numerusform>
            <numerusform>часов</numerusform>
        </translation>
    </message>
    <message>
        <source>hour</source>
        <translation>час</translation>
    </message>
    <message>
        <source>billion years</source>
        <translation>млрд лет</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>g</source>
        <translation>г</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>кг</translation>
    </message>
    <message>
        <source>t</source>
        <translation>т</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 день</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n месяц</numerusform>
            <numerusform>%n месяца</numerusform>
            <numerusform>%n месяцев</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FullScreenStage</name>
    <message>
        <source>Picture viewer</source>
        <translation>Просмотр изображений</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>no credit given</source>
        <translation>автор не указан</translation>
    </message>
    <message>
        <source>How it was made:</source>
        <translation>Как сделано:</translation>
    </message>
    <message>
        <source>Shows:</source>
        <translation>Показано:</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>Источники:</translation>
    </message>
    <message>
        <source>Copy picture with credit</source>
        <translation>Копировать изображение с указанием автора</translation>
    </message>
    <message>
        <source>Copy credit</source>
        <translation>Копировать указание автора</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Export copies to a folder …</source>
        <translation>Экспортировать копии в папку…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Открыть: {name}</translation>
    </message>
    <message>
        <source>Find the missing file …</source>
        <translation>Найти пропавший файл…</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Describe …</source>
        <translation>Описать…</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>В корзину</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>The file is not where it was: {file}</source>
        <translation>Файла нет на прежнем месте: {file}</translation>
    </message>
</context>
<context>
    <name>GalleryPane</name>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>There is no picture of this entry.</source>
        <translation>У этой записи нет изображений.</translation>
    </message>
    <message>
        <source>Pictures of the atlas stay: only your own can be put into the bin.</source>
        <translation>Изображения атласа остаются: в корзину можно убрать только свои.</translation>
    </message>
    <message>
        <source>Compare the first two</source>
        <translation>Сравнить первые два</translation>
    </message>
</context>
<context>
    <name>GalleryToolbar</name>
    <message>
        <source>Whose pictures</source>
        <translation>Чьи изображения</translation>
    </message>
    <message>
        <source>Add pictures of your own</source>
        <translation>Добавить свои изображения</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Атлас</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Search pictures …</source>
        <translation>Поиск изображений…</translation>
    </message>
    <message>
        <source>Search pictures</source>
        <translation>Поиск изображений</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Размер изображений</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl and the wheel)</source>
        <translation>Размер изображений (Ctrl и колесо)</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>By entry</source>
        <translation>По записям</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>By caption</source>
        <translation>По подписи</translation>
    </message>
    <message>
        <source>Last added first</source>
        <translation>Сначала добавленные недавно</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>Порядок изображений</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Порядок: {order}</translation>
    </message>
</context>
<context>
    <name>Globe</name>
    <message numerus="yes">
        <source>Whole Moon, %n sites off the map</source>
        <translation>
            <numerusform>Вся Луна, %n место за пределами карты</numerusform>
            <numerusform>Вся Луна, %n места за пределами карты</numerusform>
            <numerusform>Вся Луна, %n мест за пределами карты</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys go from site to site, Enter opens one.</source>
        <translation>Стрелки ведут от места к месту, Enter открывает.</translation>
    </message>
    <message>
        <source>The map&apos;s square; click to see all of it</source>
        <translation>Квадрат карты; щёлкните, чтобы увидеть его целиком</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Go there</source>
        <translation>Перейти туда</translation>
    </message>
    <message>
        <source>Coordinate or name</source>
        <translation>Координаты или имя</translation>
    </message>
    <message>
        <source>Go to a coordinate or a named place</source>
        <translation>Перейти к координатам или названию</translation>
    </message>
    <message>
        <source>No place on the map is called “{name}”.</source>
        <translation>На карте нет места «{name}».</translation>
    </message>
    <message>
        <source>“{text}” is not a position: write it like -89.67, 129.78 or 89.67S 129.78E.</source>
        <translation>«{text}» — не координаты: пишите как -89.67, 129.78 или 89.67S 129.78E.</translation>
    </message>
</context>
<context>
    <name>GuideCommands</name>
    <message>
        <source>The guide has no page “{name}”.</source>
        <translation>В руководстве нет страницы «{name}».</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Страница руководства</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Поиск по руководству</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Страницы руководства</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>This guide is in English.</source>
        <translation>Это руководство на английском.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Revisions: {title}</source>
        <translation>Версии: {title}</translation>
    </message>
    <message>
        <source>Revisions, newest first</source>
        <translation>Версии, сначала новые</translation>
    </message>
    <message>
        <source>Text of the chosen revision</source>
        <translation>Текст выбранной версии</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>Восстановить этот текст</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Revisions and text</source>
        <translation>Версии и текст</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Restoring loses nothing: the text that stands there now becomes a revision too.</source>
        <translation>При восстановлении ничего не теряется: нынешний текст тоже станет версией.</translation>
    </message>
    <message>
        <source>No revision yet. One is kept whenever you leave a note you changed, or pause for five minutes.</source>
        <translation>Версий пока нет. Они сохраняются, когда вы уходите с изменённой заметки или не пишете пять минут.</translation>
    </message>
</context>
<context>
    <name>Horizon</name>
    <message>
        <source>Sun</source>
        <translation>Солнце</translation>
    </message>
    <message>
        <source>Earth</source>
        <translation>Земля</translation>
    </message>
    <message>
        <source>N</source>
        <translation>С</translation>
    </message>
    <message>
        <source>E</source>
        <translation>В</translation>
    </message>
    <message>
        <source>S</source>
        <translation>Ю</translation>
    </message>
    <message>
        <source>W</source>
        <translation>З</translation>
    </message>
    <message>
        <source>{name} {degrees}°, behind the horizon</source>
        <translation>{name} {degrees}°, за горизонтом</translation>
    </message>
    <message>
        <source>{name} {degrees}°</source>
        <translation>{name} {degrees}°</translation>
    </message>
    <message>
        <source>{name} {degrees}°, {percent} % in sight</source>
        <translation>{name} {degrees}°, видно {percent} %</translation>
    </message>
    <message>
        <source>{position}, eye {height} over the ground</source>
        <translation>{position}, глаз на {height} над поверхностью</translation>
    </message>
    <message>
        <source>no terrain there: the bare sphere</source>
        <translation>рельефа там нет: гладкая сфера</translation>
    </message>
    <message>
        <source>{terrain}, {metres} m a cell</source>
        <translation>{terrain}, ячейка {metres} м</translation>
    </message>
    <message>
        <source>heights stretched {factor} times</source>
        <translation>высоты растянуты в {factor} раз</translation>
    </message>
    <message>
        <source>Sun in sight</source>
        <translation>Солнце видно</translation>
    </message>
    <message>
        <source>{percent} % of the time</source>
        <translation>{percent} % времени</translation>
    </message>
    <message>
        <source>all of its disc {percent} %</source>
        <translation>весь диск {percent} %</translation>
    </message>
    <message>
        <source>Longest night</source>
        <translation>Самая длинная ночь</translation>
    </message>
    <message>
        <source>Longest light</source>
        <translation>Самый длинный свет</translation>
    </message>
    <message>
        <source>Earth in sight</source>
        <translation>Земля видна</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>в тени</translation>
    </message>
    <message>
        <source>partly lit</source>
        <translation>освещено частично</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>освещено</translation>
    </message>
    <message>
        <source>Earth out of sight</source>
        <translation>Земля не видна</translation>
    </message>
    <message>
        <source>Earth partly in sight</source>
        <translation>Земля видна частично</translation>
    </message>
    <message>
        <source>At this moment</source>
        <translation>В этот момент</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>all the time shown</source>
        <translation>всё показанное время</translation>
    </message>
    <message>
        <source>{duration} or more</source>
        <translation>{duration} или дольше</translation>
    </message>
    <message>
        <source>never out of sight</source>
        <translation>не скрывается</translation>
    </message>
    <message>
        <source>always out of sight</source>
        <translation>всегда скрыта</translation>
    </message>
    <message>
        <source>out of sight for {duration} at most</source>
        <translation>скрыта не дольше {duration}</translation>
    </message>
    <message>
        <source>Next sunrise</source>
        <translation>Следующий восход</translation>
    </message>
    <message>
        <source>Next sunset</source>
        <translation>Следующий заход</translation>
    </message>
    <message>
        <source>not within 400 days</source>
        <translation>не раньше чем через 400 дней</translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation>через {duration}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{moment} UTC</source>
        <translation>{moment} UTC</translation>
    </message>
    <message>
        <source>azimuth {degrees}°</source>
        <translation>азимут {degrees}°</translation>
    </message>
    <message>
        <source>elevation {degrees}°</source>
        <translation>высота {degrees}°</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>небо</translation>
    </message>
    <message>
        <source>ILRS Atlas: the horizon of a place on the Moon</source>
        <translation>Атлас МНЛС: горизонт с точки на Луне</translation>
    </message>
</context>
<context>
    <name>HorizonPage</name>
    <message>
        <source>Looking round …</source>
        <translation>Обзор горизонта…</translation>
    </message>
    <message>
        <source>No terrain there: the horizon is that of the bare sphere.</source>
        <translation>Рельефа там нет: это горизонт гладкой сферы.</translation>
    </message>
    <message>
        <source>ground {height}, {terrain}</source>
        <translation>поверхность {height}, {terrain}</translation>
    </message>
    <message>
        <source> · the terrain ends before {percent} % of the horizon is certain</source>
        <translation> · рельефа не хватает, чтобы определить {percent} % горизонта</translation>
    </message>
    <message>
        <source>The places of Sun and Earth are known from 1959 to 2060; {year} lies outside.</source>
        <translation>Положения Солнца и Земли известны с 1959 по 2060 год; {year} — вне этих лет.</translation>
    </message>
    <message>
        <source>{sun}. {earth}. Formed by: {names}. Arrow keys turn, plus and minus zoom, Home shows all.</source>
        <translation>{sun}. {earth}. Горизонт образуют: {names}. Стрелки поворачивают, плюс и минус меняют масштаб, Home показывает всё.</translation>
    </message>
</context>
<context>
    <name>HorizonSaver</name>
    <message>
        <source>Table for spreadsheets (CSV) (*.csv)</source>
        <translation>Таблица для электронных таблиц (CSV) (*.csv)</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>Изображение (PNG) (*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>Векторный рисунок (SVG) (*.svg)</translation>
    </message>
    <message>
        <source>Export the horizon</source>
        <translation>Экспорт горизонта</translation>
    </message>
    <message>
        <source>Export the skyline</source>
        <translation>Экспорт линии горизонта</translation>
    </message>
    <message>
        <source>Export the table of light</source>
        <translation>Экспорт таблицы освещения</translation>
    </message>
    <message>
        <source>Export the table of light, 1959–2060</source>
        <translation>Экспорт таблицы освещения, 1959–2060</translation>
    </message>
    <message>
        <source>Export cancelled: nothing was written.</source>
        <translation>Экспорт отменён: ничего не записано.</translation>
    </message>
    <message>
        <source>The last export is still being written.</source>
        <translation>Прошлый экспорт ещё записывается.</translation>
    </message>
    <message>
        <source>The horizon is not ready yet. Try again in a moment.</source>
        <translation>Горизонт ещё не готов. Попробуйте через мгновение.</translation>
    </message>
    <message>
        <source>Looking for every sunrise …</source>
        <translation>Поиск всех восходов…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>Written: {target}</source>
        <translation>Записано: {target}</translation>
    </message>
    <message>
        <source>Copied the panorama.</source>
        <translation>Панорама скопирована.</translation>
    </message>
    <message>
        <source>The export was not written.</source>
        <translation>Экспорт не записан.</translation>
    </message>
</context>
<context>
    <name>IlluminationBar</name>
    <message>
        <source>Illumination</source>
        <translation>Освещённость</translation>
    </message>
    <message>
        <source>Progress of the illumination</source>
        <translation>Ход расчёта освещённости</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel the illumination</source>
        <translation>Отменить расчёт освещённости</translation>
    </message>
    <message>
        <source>What the illumination map shows</source>
        <translation>Что показывает карта освещённости</translation>
    </message>
    <message>
        <source>Span of the illumination map</source>
        <translation>Период карты освещённости</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Под указателем</translation>
    </message>
    <message>
        <source>Opacity of the illumination map</source>
        <translation>Непрозрачность карты освещённости</translation>
    </message>
    <message>
        <source>Close the illumination map; its file stays</source>
        <translation>Закрыть карту освещённости; файл останется</translation>
    </message>
    <message>
        <source>{name}: {begin} to {end}, every {step} h, {width} × {height} cells, terrain {terrain}</source>
        <translation>{name}: {begin} — {end}, шаг {step} ч, ячеек {width} × {height}, рельеф {terrain}</translation>
    </message>
    <message>
        <source>{begin} – {end}, every {step} h · {terrain}</source>
        <translation>{begin} – {end}, каждые {step} ч · {terrain}</translation>
    </message>
</context>
<context>
    <name>IlluminationDesk</name>
    <message>
        <source>An illumination map is still being computed; cancel it below the map.</source>
        <translation>Карта освещённости ещё рассчитывается; отменить можно под картой.</translation>
    </message>
    <message>
        <source>Open an illumination map</source>
        <translation>Открыть карту освещённости</translation>
    </message>
    <message>
        <source>Stopped: no illumination map was written.</source>
        <translation>Остановлено: карта освещённости не записана.</translation>
    </message>
    <message>
        <source>Illumination map (GeoTIFF) (*.tif *.tiff)</source>
        <translation>Карта освещённости (GeoTIFF) (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Where the illumination map is to be kept</source>
        <translation>Где сохранить карту освещённости</translation>
    </message>
    <message>
        <source>Illumination: {percent} %</source>
        <translation>Освещённость: {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталась примерно %n минута</numerusform>
            <numerusform>осталось примерно %n минуты</numerusform>
            <numerusform>осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>The illumination map is in {path}</source>
        <translation>Карта освещённости сохранена в {path}</translation>
    </message>
    <message>
        <source>{name}, shown last time, cannot be read any more.</source>
        <translation>Карту «{name}», показанную в прошлый раз, больше нельзя прочитать.</translation>
    </message>
    <message>
        <source>Illumination</source>
        <translation>Освещённость</translation>
    </message>
    <message>
        <source>There is no illumination map to show. Nothing was changed.</source>
        <translation>Показать нечего: карты освещённости нет. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>IlluminationDialog</name>
    <message>
        <source>Illumination of this view</source>
        <translation>Освещённость этого вида</translation>
    </message>
    <message>
        <source>Works out for every cell of the map in view how much of the time the Sun shines on it, its longest night, how much of the time Earth is in sight, and whether it is never lit. You can go on working meanwhile.</source>
        <translation>Для каждой ячейки видимой карты рассчитывается доля времени под Солнцем, самая длинная ночь, доля времени, когда видна Земля, и не остаётся ли она всегда в тени. Тем временем можно работать дальше.</translation>
    </message>
    <message>
        <source>A day or a moment in UTC, such as 2026-11-22 or 2026-11-22T18:00; 1959 to 2060</source>
        <translation>День или момент UTC, например 2026-11-22 или 2026-11-22T18:00; с 1959 по 2060 год</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Один день</translation>
    </message>
    <message>
        <source>One lunation (29.5 days)</source>
        <translation>Одна лунация (29,5 суток)</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>Один год</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>18.6 years (once round the Moon&apos;s nodes)</source>
        <translation>18,6 года (полный оборот лунных узлов)</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Ячейки</translation>
    </message>
    <message>
        <source>Earth in sight too</source>
        <translation>Также видимость Земли</translation>
    </message>
    <message>
        <source>From (UTC)</source>
        <translation>Начало (UTC)</translation>
    </message>
    <message>
        <source>Compute…</source>
        <translation>Рассчитать…</translation>
    </message>
    <message>
        <source>{cell} m ({width} × {height} cells)</source>
        <translation>{cell} м ({width} × {height} ячеек)</translation>
    </message>
    <message>
        <source>Looking how long it will take …</source>
        <translation>Оценка времени расчёта…</translation>
    </message>
    <message>
        <source>The first field is no moment from 1959 to 2060: write it like 2026-11-22 or 2026-11-22T18:00.</source>
        <translation>В первом поле не момент с 1959 по 2060 год: пишите как 2026-11-22 или 2026-11-22T18:00.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунды</numerusform>
            <numerusform>%n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минута</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moment(s)</source>
        <translation>
            <numerusform>%Ln момент</numerusform>
            <numerusform>%Ln момента</numerusform>
            <numerusform>%Ln моментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n процессоре</numerusform>
            <numerusform>%n процессорах</numerusform>
            <numerusform>%n процессорах</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells} cells, {moments}: about {long} on {processes}.</source>
        <translation>Ячеек: {cells}; {moments}: примерно {long} на {processes}.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import terrain</source>
        <translation>Импорт рельефа</translation>
    </message>
    <message>
        <source>Relief of the file in small</source>
        <translation>Рельеф файла в уменьшенном виде</translation>
    </message>
    <message>
        <source>Where it lies in the map&apos;s square</source>
        <translation>Где он лежит в квадрате карты</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Ячейки</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Границы</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Высоты</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Покрыто</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>На диске</translation>
    </message>
    <message>
        <source>such as NASA/GSFC/LOLA; stands on maps that you export</source>
        <translation>например, NASA/GSFC/LOLA; указывается на экспортируемых картах</translation>
    </message>
    <message>
        <source>Numbers of the file are</source>
        <translation>Числа в файле —</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>метры</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>километры</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Numbers are</source>
        <translation>Числа —</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>{width} × {height} km</source>
        <translation>{width} × {height} км</translation>
    </message>
    <message>
        <source>about {needed}; {free} are free</source>
        <translation>около {needed}; свободно {free}</translation>
    </message>
    <message>
        <source>{cell}, {columns} × {rows} of them</source>
        <translation>{cell}, всего {columns} × {rows}</translation>
    </message>
    <message>
        <source>about {low} to {high}</source>
        <translation>примерно от {low} до {high}</translation>
    </message>
    <message>
        <source>{percent} % of the cells</source>
        <translation>{percent} % ячеек</translation>
    </message>
    <message>
        <source>There is not enough room on the disk. Make room, then try again.</source>
        <translation>На диске мало места. Освободите место и повторите.</translation>
    </message>
</context>
<context>
    <name>InViewPanel</name>
    <message>
        <source>In view on the map</source>
        <translation>Видно на карте</translation>
    </message>
    <message>
        <source>In view · {count}</source>
        <translation>Видно · {count}</translation>
    </message>
</context>
<context>
    <name>KinChip</name>
    <message>
        <source>List all: {name}</source>
        <translation>Показать все: {name}</translation>
    </message>
    <message>
        <source>{name}, list all</source>
        <translation>{name}, показать все</translation>
    </message>
</context>
<context>
    <name>KnownDialog</name>
    <message>
        <source>Known, not reproduced</source>
        <translation>Известные, не воспроизводятся</translation>
    </message>
    <message>
        <source>The atlas knows that these pictures were published, but may not reproduce them.</source>
        <translation>Атлас знает, что эти изображения опубликованы, но не вправе их воспроизводить.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Mission</source>
        <translation>Миссия</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Аппарат</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Соглашение</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Миссии</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Аппараты</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>Программы</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Организации</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Соглашения</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Места</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Названия</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>планируется</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>успешно</translation>
    </message>
    <message>
        <source>partly succeeded</source>
        <translation>частично успешно</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>неудача</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлено</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>ILRS phase 1</source>
        <translation>МНЛС, этап 1</translation>
    </message>
    <message>
        <source>ILRS phase 2</source>
        <translation>МНЛС, этап 2</translation>
    </message>
    <message>
        <source>ILRS phase 3</source>
        <translation>МНЛС, этап 3</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>состоялось</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>по сообщениям</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>secondary source</source>
        <translation>вторичный источник</translation>
    </message>
    <message>
        <source>machine-made list</source>
        <translation>список, созданный машиной</translation>
    </message>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>китайский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>French</source>
        <translation>французский</translation>
    </message>
    <message>
        <source>German</source>
        <translation>немецкий</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>японский</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>испанский</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>итальянский</translation>
    </message>
    <message>
        <source>landing site</source>
        <translation>место посадки</translation>
    </message>
    <message>
        <source>impact site</source>
        <translation>место удара</translation>
    </message>
    <message>
        <source>candidate region</source>
        <translation>район-кандидат</translation>
    </message>
    <message>
        <source>named place</source>
        <translation>именованное место</translation>
    </message>
    <message>
        <source>reconnaissance (phase 1)</source>
        <translation>разведка (этап 1)</translation>
    </message>
    <message>
        <source>construction (phase 2)</source>
        <translation>строительство (этап 2)</translation>
    </message>
    <message>
        <source>utilization (phase 3)</source>
        <translation>использование (этап 3)</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Consists of</source>
        <translation>Состоит из</translation>
    </message>
    <message>
        <source>Phase of</source>
        <translation>Этап программы</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>Несёт</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>Доставляется</translation>
    </message>
    <message>
        <source>Launched by</source>
        <translation>Выводится ракетой</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>Вывела</translation>
    </message>
    <message>
        <source>Launched with</source>
        <translation>Запуск вместе с</translation>
    </message>
    <message>
        <source>Built by</source>
        <translation>Изготовитель</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Изготовила</translation>
    </message>
    <message>
        <source>Operated by</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Operates</source>
        <translation>Управляет</translation>
    </message>
    <message>
        <source>Relay for</source>
        <translation>Ретранслятор для</translation>
    </message>
    <message>
        <source>Relayed by</source>
        <translation>Связь через</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Продолжает</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Продолжение</translation>
    </message>
    <message>
        <source>Landed at</source>
        <translation>Место посадки</translation>
    </message>
    <message>
        <source>Landing of</source>
        <translation>Здесь сели</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Подписали</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Цитирует</translation>
    </message>
    <message>
        <source>Quoted by</source>
        <translation>Цитируется в</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Subject of</source>
        <translation>Упоминается в</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Заменено на</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Заменяет</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>ILRS Atlas</source>
        <translation>Атлас МНЛС</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>● succeeded   ▲ partly   ✕ failed   ✦ impact as meant
○ planned   ◷ overdue   ◐ under way   ‖ paused   ◇ cancelled</source>
        <translation>● успешно   ▲ частично   ✕ неудача   ✦ удар по плану
○ план   ◷ просрочено   ◐ идёт   ‖ пауза   ◇ отмена</translation>
    </message>
    <message>
        <source>How steep the ground is, in classes of five degrees, over a cell of the finest terrain at each place: steep slopes smaller than that do not show.</source>
        <translation>Крутизна поверхности, классами по пять градусов, на длине ячейки самого подробного рельефа в каждом месте; более мелкие крутые склоны не видны.</translation>
    </message>
    <message>
        <source>Ground that no part of the Sun reaches from 1959 to 2060, in violet, on the atlas&apos;s own terrain: shadows smaller than its 1.6 km cells are not in it.</source>
        <translation>Фиолетовым — места, куда с 1959 по 2060 год не попадает никакая часть Солнца, по собственному рельефу атласа: теней меньше его ячеек в 1,6 км здесь нет.</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>Солнечный свет</translation>
    </message>
    <message>
        <source>Show layer {name}</source>
        <translation>Показать слой «{name}»</translation>
    </message>
    <message>
        <source>The relief under the real Sun of a moment, with its shadows (Ctrl+L)</source>
        <translation>Рельеф под настоящим Солнцем выбранного момента, с тенями (Ctrl+L)</translation>
    </message>
    <message>
        <source>Opacity of layer {name}</source>
        <translation>Непрозрачность слоя «{name}»</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Рельеф</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>Снимки</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Уклон</translation>
    </message>
    <message>
        <source>Permanent shadow</source>
        <translation>Постоянная тень</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Названия</translation>
    </message>
    <message>
        <source>Landing sites</source>
        <translation>Места посадок</translation>
    </message>
    <message>
        <source>Candidate regions</source>
        <translation>Районы-кандидаты</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Сетка</translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>Мои отметки</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>LightResult</name>
    <message>
        <source>{what}, {begin} to {end}, every {step} h: {least} to {most}</source>
        <translation>{what}, {begin} — {end}, шаг {step} ч: {least} — {most}</translation>
    </message>
    <message>
        <source>Share of time in sunlight</source>
        <translation>Доля времени под Солнцем</translation>
    </message>
    <message>
        <source>Longest night</source>
        <translation>Самая длинная ночь</translation>
    </message>
    <message>
        <source>Share of time with Earth in sight</source>
        <translation>Доля времени, когда видна Земля</translation>
    </message>
    <message>
        <source>Never lit in the span</source>
        <translation>Не освещается весь период</translation>
    </message>
    <message>
        <source>{hours} h ({days} d)</source>
        <translation>{hours} ч ({days} д)</translation>
    </message>
    <message>
        <source>never lit</source>
        <translation>не освещается</translation>
    </message>
    <message>
        <source>lit at times</source>
        <translation>временами освещено</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{name} is no illumination map of this atlas, or it is damaged. The file was not changed.</source>
        <translation>{name} — не карта освещённости этого атласа или повреждён. Файл не изменён.</translation>
    </message>
</context>
<context>
    <name>LightStrip</name>
    <message>
        <source>Calendar of light</source>
        <translation>Календарь освещения</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Солнце</translation>
    </message>
    <message>
        <source>Earth</source>
        <translation>Земля</translation>
    </message>
    <message>
        <source>Dark: the Sun is behind the horizon</source>
        <translation>Темно: Солнце за горизонтом</translation>
    </message>
    <message>
        <source>Partly lit: the horizon cuts the Sun</source>
        <translation>Частично освещено: горизонт срезает Солнце</translation>
    </message>
    <message>
        <source>Lit: all of the Sun is in sight</source>
        <translation>Освещено: Солнце видно целиком</translation>
    </message>
    <message>
        <source>Earth is behind the horizon</source>
        <translation>Земля за горизонтом</translation>
    </message>
    <message>
        <source>The horizon cuts the Earth</source>
        <translation>Горизонт срезает Землю</translation>
    </message>
    <message>
        <source>Earth is in sight</source>
        <translation>Земля видна</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>{shown} of %n entries</source>
        <translation>
            <numerusform>{shown} из %n записи</numerusform>
            <numerusform>{shown} из %n записей</numerusform>
            <numerusform>{shown} из %n записей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} · {later} not yet known</source>
        <translation>{text} · ещё не известно: {later}</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Лучшие совпадения</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Порядок: {order}</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок списка</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Подходящих записей нет.</translation>
    </message>
    <message>
        <source>Remove a filter, or search for something else.</source>
        <translation>Уберите фильтр или поищите другое.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Показать все записи</translation>
    </message>
    <message>
        <source>Nothing was known yet on {day}.</source>
        <translation>На {day} ещё ничего не было известно.</translation>
    </message>
    <message>
        <source>Choose a later as-of date.</source>
        <translation>Выберите более позднюю дату.</translation>
    </message>
</context>
<context>
    <name>Locator</name>
    <message>
        <source>{name} lies outside the map:</source>
        <translation>{name} — за пределами карты:</translation>
    </message>
    <message>
        <source>Whole Moon · {count}</source>
        <translation>Вся Луна · {count}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Entry and my notes</source>
        <translation>Запись и мои заметки</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Copy this entry</source>
        <translation>Копировать запись</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>Атлас МНЛС</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the lunar south pole</source>
        <translation>Карта южного полюса Луны</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home shows everything. The list In view says what is there.</source>
        <translation>Стрелки сдвигают, плюс и минус меняют масштаб, Home показывает всё. Список «Видно» говорит, что на карте.</translation>
    </message>
</context>
<context>
    <name>MapDescribe</name>
    <message>
        <source>impact</source>
        <translation>удар</translation>
    </message>
    <message>
        <source>Pin without a name</source>
        <translation>Булавка без названия</translation>
    </message>
    <message>
        <source>Path without a name</source>
        <translation>Путь без названия</translation>
    </message>
    <message>
        <source>Area without a name</source>
        <translation>Участок без названия</translation>
    </message>
    <message>
        <source>my area · {size}</source>
        <translation>мой участок · {size}</translation>
    </message>
    <message>
        <source>my pin</source>
        <translation>моя булавка</translation>
    </message>
    <message>
        <source>my path · {size}</source>
        <translation>мой путь · {size}</translation>
    </message>
    <message>
        <source>crater</source>
        <translation>кратер</translation>
    </message>
    <message>
        <source>satellite crater</source>
        <translation>кратер-спутник</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>гора</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>долина</translation>
    </message>
    <message>
        <source>place</source>
        <translation>место</translation>
    </message>
    <message>
        <source>informal name</source>
        <translation>неофициальное название</translation>
    </message>
    <message>
        <source>candidate region</source>
        <translation>район-кандидат</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>ILRS Atlas: map of the lunar south pole</source>
        <translation>Атлас МНЛС: карта южного полюса Луны</translation>
    </message>
</context>
<context>
    <name>MapGround</name>
    <message>
        <source>enlarged beyond the terrain’s resolution</source>
        <translation>увеличено сверх разрешения рельефа</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Copy coordinate {text}</source>
        <translation>Копировать координаты {text}</translation>
    </message>
    <message>
        <source>Copy as {text}</source>
        <translation>Копировать как {text}</translation>
    </message>
    <message>
        <source>Copy link to this view</source>
        <translation>Копировать ссылку на этот вид</translation>
    </message>
    <message>
        <source>Horizon from here</source>
        <translation>Горизонт отсюда</translation>
    </message>
    <message>
        <source>Measure from here</source>
        <translation>Измерить отсюда</translation>
    </message>
    <message>
        <source>Profile from here</source>
        <translation>Профиль отсюда</translation>
    </message>
    <message>
        <source>Pin here</source>
        <translation>Поставить булавку</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>This lies outside the map. Make the window larger to see the whole Moon.</source>
        <translation>Это за пределами карты. Увеличьте окно, чтобы увидеть всю Луну.</translation>
    </message>
    <message>
        <source>{position} lies outside the map, which reaches 610 km round the pole.</source>
        <translation>{position} — за пределами карты: она охватывает 610 км вокруг полюса.</translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation>Скопировано: {text}</translation>
    </message>
    <message>
        <source>The map is in {path}</source>
        <translation>Карта сохранена в {path}</translation>
    </message>
</context>
<context>
    <name>MapReadout</name>
    <message>
        <source>slope {degrees}° over {baseline}</source>
        <translation>уклон {degrees}° на базе {baseline}</translation>
    </message>
</context>
<context>
    <name>MapSaver</name>
    <message>
        <source>Export the map</source>
        <translation>Экспорт карты</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>Изображение (PNG) (*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>Векторный рисунок (SVG) (*.svg)</translation>
    </message>
    <message>
        <source>Page to print (PDF) (*.pdf)</source>
        <translation>Страница для печати (PDF) (*.pdf)</translation>
    </message>
    <message>
        <source>As known on {day}</source>
        <translation>Известное на {day}</translation>
    </message>
    <message>
        <source>The map was not written.</source>
        <translation>Карта не записана.</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Click where the pin is to stand; Space puts it in the middle, Esc puts none.</source>
        <translation>Щёлкните, где поставить булавку; пробел ставит её в середине, Esc — отмена.</translation>
    </message>
    <message>
        <source>Copied the measurement.</source>
        <translation>Измерение скопировано.</translation>
    </message>
    <message>
        <source>Measure a path over the terrain first: there is no profile to export yet.</source>
        <translation>Сначала измерьте путь по рельефу: экспортировать пока нечего.</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>Изображение (PNG) (*.png)</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>Векторный рисунок (SVG) (*.svg)</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV) (*.csv)</source>
        <translation>Таблица для электронных таблиц (CSV) (*.csv)</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Экспорт профиля</translation>
    </message>
</context>
<context>
    <name>MarkEditor</name>
    <message>
        <source>My pin</source>
        <translation>Моя булавка</translation>
    </message>
    <message>
        <source>My path</source>
        <translation>Мой путь</translation>
    </message>
    <message>
        <source>My area</source>
        <translation>Мой участок</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Note in Markdown; [[change-7]] links an entry</source>
        <translation>Заметка в Markdown; [[change-7]] — ссылка на запись</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>The note as it reads</source>
        <translation>Заметка, как она читается</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Measure and profile</source>
        <translation>Измерение и профиль</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>My marks on the map</source>
        <translation>Мои отметки на карте</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>Поиск по названиям и заметкам</translation>
    </message>
    <message>
        <source>Search my marks</source>
        <translation>Поиск по моим отметкам</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Nothing yet. Put a pin with Ctrl+B, or measure a path and keep it.</source>
        <translation>Пока пусто. Поставьте булавку (Ctrl+B) или измерьте путь и сохраните его.</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>under {degrees}°</source>
        <translation>меньше {degrees}°</translation>
    </message>
    <message>
        <source>{from_}–{to}°</source>
        <translation>{from_}–{to}°</translation>
    </message>
    <message>
        <source>over {degrees}°</source>
        <translation>больше {degrees}°</translation>
    </message>
    <message>
        <source>heights × {times}</source>
        <translation>высоты × {times}</translation>
    </message>
    <message>
        <source>Slope along the path</source>
        <translation>Уклон вдоль пути</translation>
    </message>
    <message>
        <source>{length} over the sphere</source>
        <translation>{length} по сфере</translation>
    </message>
    <message>
        <source>azimuth {azimuth}</source>
        <translation>азимут {azimuth}</translation>
    </message>
    <message>
        <source>Perimeter {length}</source>
        <translation>Периметр {length}</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>Длина {length}</translation>
    </message>
    <message>
        <source>{length} along the ground</source>
        <translation>{length} по поверхности</translation>
    </message>
    <message>
        <source>the outline crosses itself: no area</source>
        <translation>контур пересекает сам себя: площади нет</translation>
    </message>
    <message>
        <source>area {area}</source>
        <translation>площадь {area}</translation>
    </message>
    <message>
        <source>{rise} ({slope})</source>
        <translation>{rise} ({slope})</translation>
    </message>
    <message>
        <source>a sample every {step}</source>
        <translation>отсчёт через {step}</translation>
    </message>
    <message>
        <source>a sample every {step} on the finest</source>
        <translation>на самом подробном — отсчёт через {step}</translation>
    </message>
    <message>
        <source>coarser than the terrain: the path is long</source>
        <translation>грубее рельефа: путь длинный</translation>
    </message>
    <message>
        <source>ILRS Atlas: elevation profile</source>
        <translation>Атлас МНЛС: профиль высот</translation>
    </message>
    <message>
        <source>{number} ft</source>
        <translation>{number} фт</translation>
    </message>
    <message>
        <source>{number} mi</source>
        <translation>{number} ми</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} м</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} км</translation>
    </message>
    <message>
        <source>{number} ft²</source>
        <translation>{number} фт²</translation>
    </message>
    <message>
        <source>{number} mi²</source>
        <translation>{number} ми²</translation>
    </message>
    <message>
        <source>{number} m²</source>
        <translation>{number} м²</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} км²</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Measure</source>
        <translation>Измерение</translation>
    </message>
    <message>
        <source>Show the elevation profile</source>
        <translation>Показать профиль высот</translation>
    </message>
    <message>
        <source>Close the path to an area</source>
        <translation>Замкнуть путь в участок</translation>
    </message>
    <message>
        <source>Undo the last step (Ctrl+Z on the map)</source>
        <translation>Отменить последний шаг (на карте Ctrl+Z)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>Копировать измерение</translation>
    </message>
    <message>
        <source>Keep among my marks</source>
        <translation>Сохранить в моих отметках</translation>
    </message>
    <message>
        <source>Export the profile …</source>
        <translation>Экспортировать профиль…</translation>
    </message>
    <message>
        <source>End measuring (Esc)</source>
        <translation>Закончить измерение (Esc)</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Как текст</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>Как таблицу (CSV)</translation>
    </message>
    <message>
        <source>As GeoJSON (Moon)</source>
        <translation>Как GeoJSON (Луна)</translation>
    </message>
    <message>
        <source>Add a point: 89.67S 129.78E, or a name</source>
        <translation>Добавить точку: 89.67S 129.78E или название</translation>
    </message>
    <message>
        <source>Position or name of the next point</source>
        <translation>Координаты или название следующей точки</translation>
    </message>
    <message>
        <source>Points and profile</source>
        <translation>Точки и профиль</translation>
    </message>
    <message>
        <source>There is no terrain under this path: it lies outside the map.</source>
        <translation>Под этим путём нет рельефа: он за пределами карты.</translation>
    </message>
    <message>
        <source>Click points on the map; double-click or Enter ends, Backspace takes the last one away. A point can be dragged; a click on the first closes an area.</source>
        <translation>Щёлкайте точки на карте; двойной щелчок или Enter завершает, Backspace убирает последнюю. Точку можно перетащить; щелчок по первой замыкает участок.</translation>
    </message>
    <message>
        <source>Two points make a profile.</source>
        <translation>Для профиля нужны две точки.</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>The north pole cannot stand on a map of the south; choose another point.</source>
        <translation>Северный полюс нельзя показать на карте юга; выберите другую точку.</translation>
    </message>
</context>
<context>
    <name>Nations</name>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Россия</translation>
    </message>
    <message>
        <source>Soviet Union</source>
        <translation>СССР</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>США</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Индия</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Республика Корея</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Израиль</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>ОАЭ</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Европа</translation>
    </message>
    <message>
        <source>International</source>
        <translation>Международное</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Канада</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Германия</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Франция</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Италия</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Великобритания</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Люксембург</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Пакистан</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Новая Зеландия</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Австралия</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Бразилия</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Швейцария</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Испания</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Швеция</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Нидерланды</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Бельгия</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>ЮАР</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Египет</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Таиланд</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Белоруссия</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Азербайджан</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Венесуэла</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Турция</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note, in Markdown</source>
        <translation>Заметка в Markdown</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>Просмотр заметки</translation>
    </message>
    <message>
        <source>Note and preview</source>
        <translation>Заметка и просмотр</translation>
    </message>
</context>
<context>
    <name>NoteListModel</name>
    <message>
        <source>A note of mine</source>
        <translation>Моя заметка</translation>
    </message>
</context>
<context>
    <name>Notebook</name>
    <message>
        <source>notes: {notes}, stars: {stars}, tags: {tags}, marks on the map: {marks}, pictures: {pictures}</source>
        <translation>заметок: {notes}, звёзд: {stars}, меток: {tags}, отметок на карте: {marks}, изображений: {pictures}</translation>
    </message>
</context>
<context>
    <name>NotebookPane</name>
    <message>
        <source>No note holds that</source>
        <translation>Такой заметки нет</translation>
    </message>
    <message>
        <source>Search for fewer words, or look at all tags.</source>
        <translation>Ищите по меньшему числу слов или смотрите все метки.</translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation>Показать все заметки</translation>
    </message>
    <message>
        <source>The notebook cannot be read</source>
        <translation>Тетрадь не читается</translation>
    </message>
    <message>
        <source>Your notebook is empty</source>
        <translation>Ваша тетрадь пуста</translation>
    </message>
    <message>
        <source>Open an entry and write under “My notes”, or begin a note of its own. Everything stays on this computer.</source>
        <translation>Откройте запись и пишите под «Мои заметки» или начните отдельную заметку. Всё остаётся на этом компьютере.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Все метки</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Тетрадь</translation>
    </message>
    <message>
        <source>Search my notes …</source>
        <translation>Искать в заметках…</translation>
    </message>
    <message>
        <source>Search my notes</source>
        <translation>Искать в заметках</translation>
    </message>
    <message>
        <source>Show only notes on entries with this tag</source>
        <translation>Показать только заметки к записям с этой меткой</translation>
    </message>
    <message>
        <source>My notes, newest first</source>
        <translation>Мои заметки, сначала новые</translation>
    </message>
    <message>
        <source>Notes and the note that is open</source>
        <translation>Заметки и открытая заметка</translation>
    </message>
    <message>
        <source>Begin a note that belongs to no entry</source>
        <translation>Начать заметку, не связанную с записью</translation>
    </message>
</context>
<context>
    <name>NotesKeeper</name>
    <message>
        <source>ILRS Atlas notes {date}.db</source>
        <translation>Заметки Атласа МНЛС {date}.db</translation>
    </message>
    <message>
        <source>Back up my notes</source>
        <translation>Копия моих заметок</translation>
    </message>
    <message>
        <source>Notebooks (*.db)</source>
        <translation>Тетради (*.db)</translation>
    </message>
    <message>
        <source>Restore my notes</source>
        <translation>Восстановление заметок</translation>
    </message>
    <message>
        <source>ILRS Atlas notes {date}.zip</source>
        <translation>Заметки Атласа МНЛС {date}.zip</translation>
    </message>
    <message>
        <source>My notes (*.zip)</source>
        <translation>Мои заметки (*.zip)</translation>
    </message>
    <message>
        <source>My notes and the files of my pictures (*.zip)</source>
        <translation>Мои заметки и файлы изображений (*.zip)</translation>
    </message>
    <message>
        <source>Export my notes</source>
        <translation>Экспорт моих заметок</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Импорт заметок</translation>
    </message>
    <message>
        <source>Exported notes (*.zip notebook.json)</source>
        <translation>Экспортированные заметки (*.zip notebook.json)</translation>
    </message>
    <message>
        <source>ILRS Atlas unsaved text {date}.md</source>
        <translation>Несохранённый текст Атласа МНЛС {date}.md</translation>
    </message>
    <message>
        <source>Save my text</source>
        <translation>Сохранить мой текст</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Your text is in {file}.</source>
        <translation>Ваш текст сохранён в {file}.</translation>
    </message>
    <message>
        <source>Backed up to {file}: {contents}.</source>
        <translation>Копия сохранена в {file}: {contents}.</translation>
    </message>
    <message>
        <source>The files of your pictures are not in it.</source>
        <translation>Файлов ваших изображений в ней нет.</translation>
    </message>
    <message>
        <source>Restored: {contents}.</source>
        <translation>Восстановлено: {contents}.</translation>
    </message>
    <message>
        <source>An empty notebook was begun.</source>
        <translation>Начата пустая тетрадь.</translation>
    </message>
    <message>
        <source>An empty notebook was begun; the damaged one is {file}.</source>
        <translation>Начата пустая тетрадь; повреждённая — {file}.</translation>
    </message>
    <message>
        <source>Notes written to {file}: {count}.</source>
        <translation>Заметки записаны в {file}: {count}.</translation>
    </message>
    <message>
        <source>Imported. Notes added or changed: {notes}; the same as before: {same}.</source>
        <translation>Импорт выполнен. Добавлено или изменено заметок: {notes}; без изменений: {same}.</translation>
    </message>
    <message>
        <source>ILRS Atlas</source>
        <translation>Атлас МНЛС</translation>
    </message>
    <message>
        <source>That did not work. Your notebook is as it was.</source>
        <translation>Не получилось. Тетрадь осталась прежней.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Take the star away</source>
        <translation>Снять звезду</translation>
    </message>
    <message>
        <source>Give this entry a star</source>
        <translation>Отметить запись звездой</translation>
    </message>
    <message>
        <source>Not saved yet; kept in memory.</source>
        <translation>Ещё не сохранено; хранится в памяти.</translation>
    </message>
    <message>
        <source>The notebook cannot be used now.</source>
        <translation>Тетрадь сейчас недоступна.</translation>
    </message>
    <message>
        <source>Fetching the note …</source>
        <translation>Заметка читается…</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>Saved as you type; every revision is kept.</source>
        <translation>Сохраняется само, со всеми версиями.</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено {time}</translation>
    </message>
    <message>
        <source>A note of mine</source>
        <translation>Моя заметка</translation>
    </message>
    <message>
        <source>Go to {title}, whose note links here</source>
        <translation>Перейти к «{title}»: в её заметке есть ссылка сюда</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>Your thoughts, in Markdown. [[change-7]] links to an entry.</source>
        <translation>Ваши мысли, в Markdown. [[change-7]] — ссылка на запись.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Show the text of the note</source>
        <translation>Показать текст заметки</translation>
    </message>
    <message>
        <source>Show how the note reads</source>
        <translation>Показать, как читается заметка</translation>
    </message>
    <message>
        <source>Show the text and how it reads</source>
        <translation>Показать текст и просмотр рядом</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Read and restore earlier states of this note</source>
        <translation>Читать и восстанавливать прежние версии заметки</translation>
    </message>
    <message>
        <source>Linked from</source>
        <translation>Ссылки отсюда</translation>
    </message>
    <message>
        <source>State of the note</source>
        <translation>Состояние заметки</translation>
    </message>
</context>
<context>
    <name>OwnDesk</name>
    <message>
        <source>Add pictures</source>
        <translation>Добавление изображений</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp)</source>
        <translation>Изображения (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Add all pictures of a folder</source>
        <translation>Добавить все изображения папки</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>В буфере обмена нет изображения.</translation>
    </message>
    <message>
        <source>Said once of all pictures you add now; each can be described otherwise later. The files themselves are never changed.</source>
        <translation>Говорится один раз обо всех добавляемых изображениях; потом каждое можно описать иначе. Сами файлы никогда не меняются.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n picture(s) were added before.</source>
        <translation>
            <numerusform>Остановлено: до этого добавлено %n изображение.</numerusform>
            <numerusform>Остановлено: до этого добавлены %n изображения.</numerusform>
            <numerusform>Остановлено: до этого добавлено %n изображений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n изображение</numerusform>
            <numerusform>%n изображения</numerusform>
            <numerusform>%n изображений</numerusform>
        </translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Описать</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) described anew.</source>
        <translation>
            <numerusform>Заново описано %n изображение.</numerusform>
            <numerusform>Заново описаны %n изображения.</numerusform>
            <numerusform>Заново описано %n изображений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into the bin.</source>
        <translation>
            <numerusform>%n изображение перемещено в корзину.</numerusform>
            <numerusform>%n изображения перемещены в корзину.</numerusform>
            <numerusform>%n изображений перемещено в корзину.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken out of the bin.</source>
        <translation>
            <numerusform>%n изображение возвращено из корзины.</numerusform>
            <numerusform>%n изображения возвращены из корзины.</numerusform>
            <numerusform>%n изображений возвращено из корзины.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Очистить корзину</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) for good?</source>
        <translation>
            <numerusform>Удалить %n изображение навсегда?</numerusform>
            <numerusform>Удалить %n изображения навсегда?</numerusform>
            <numerusform>Удалить %n изображений навсегда?</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies in your data folder are deleted and cannot be brought back. Files that you left where they were stay there.</source>
        <translation>Копии в вашей папке данных удаляются без возврата. Файлы, оставленные на своём месте, останутся там.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>Choose the folder to search for missing pictures</source>
        <translation>Выберите папку для поиска пропавших изображений</translation>
    </message>
    <message>
        <source>Export copies to a folder</source>
        <translation>Экспорт копий в папку</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Pin {number}</source>
        <translation>Булавка {number}</translation>
    </message>
    <message>
        <source>Area {number}</source>
        <translation>Участок {number}</translation>
    </message>
    <message>
        <source>Path {number}</source>
        <translation>Путь {number}</translation>
    </message>
    <message>
        <source>This mark lies outside the map.</source>
        <translation>Эта отметка за пределами карты.</translation>
    </message>
    <message>
        <source>There are no marks on the map yet.</source>
        <translation>На карте пока нет отметок.</translation>
    </message>
    <message>
        <source>Places on the Moon (GeoJSON) (*.geojson)</source>
        <translation>Места на Луне (GeoJSON) (*.geojson)</translation>
    </message>
    <message>
        <source>Export my marks</source>
        <translation>Экспорт моих отметок</translation>
    </message>
    <message>
        <source>There is no change of a mark to undo.</source>
        <translation>Нет изменений отметок, чтобы отменить.</translation>
    </message>
</context>
<context>
    <name>OwnPictures</name>
    <message>
        <source>The file changed while it was read. Add it again when it is finished.</source>
        <translation>Файл изменился во время чтения. Добавьте его снова, когда он будет готов.</translation>
    </message>
    <message>
        <source>It could not be copied: {why}.</source>
        <translation>Не удалось скопировать: {why}.</translation>
    </message>
    <message>
        <source>Its name is not written in UTF-8 and cannot be noted. Rename the file.</source>
        <translation>Имя файла не в UTF-8, записать его нельзя. Переименуйте файл.</translation>
    </message>
    <message>
        <source>It lies in the bin of the gallery. Bring it back from there.</source>
        <translation>Он в корзине галереи. Верните его оттуда.</translation>
    </message>
    <message>
        <source>that is the picture itself, which is never written over</source>
        <translation>это само изображение, оно никогда не перезаписывается</translation>
    </message>
    <message>
        <source>Credit: {credit}</source>
        <translation>Автор: {credit}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Лицензия: {licence}</translation>
    </message>
    <message>
        <source>Taken: {date}</source>
        <translation>Снято: {date}</translation>
    </message>
    <message>
        <source>The file is no longer at {path}. Put it back, or let the atlas find it in another folder.</source>
        <translation>Файла больше нет в {path}. Верните его или дайте атласу найти его в другой папке.</translation>
    </message>
    <message>
        <source>what was pasted is no picture</source>
        <translation>вставленное — не изображение</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{title}, open; press to fold</source>
        <translation>{title}, открыто; нажмите, чтобы свернуть</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>{title}, folded; press to open</source>
        <translation>{title}, свёрнуто; нажмите, чтобы открыть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>PanoramaCanvas</name>
    <message>
        <source>Panorama of the horizon</source>
        <translation>Панорама горизонта</translation>
    </message>
    <message>
        <source>Panorama of the horizon: {place}</source>
        <translation>Панорама горизонта: {place}</translation>
    </message>
</context>
<context>
    <name>PictureActs</name>
    <message>
        <source>Picture and credit copied</source>
        <translation>Изображение и автор скопированы</translation>
    </message>
    <message>
        <source>Credit copied</source>
        <translation>Указание автора скопировано</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранение копии</translation>
    </message>
    <message>
        <source>Written: {target}</source>
        <translation>Записано: {target}</translation>
    </message>
    <message>
        <source>The copy was not written.</source>
        <translation>Копия не записана.</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>{name} is too large for the memory that is free.</source>
        <translation>Файл {name} слишком велик для свободной памяти.</translation>
    </message>
</context>
<context>
    <name>PictureService</name>
    <message numerus="yes">
        <source>%n picture(s) added.</source>
        <translation>
            <numerusform>Добавлено %n изображение.</numerusform>
            <numerusform>Добавлены %n изображения.</numerusform>
            <numerusform>Добавлено %n изображений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were here already.</source>
        <translation>
            <numerusform>%n изображение здесь уже было.</numerusform>
            <numerusform>%n изображения здесь уже были.</numerusform>
            <numerusform>%n изображений здесь уже было.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>Всё ещё не найдено %n изображение.</numerusform>
            <numerusform>Всё ещё не найдены %n изображения.</numerusform>
            <numerusform>Всё ещё не найдено %n изображений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found again.</source>
        <translation>
            <numerusform>Снова найдено %n изображение.</numerusform>
            <numerusform>Снова найдены %n изображения.</numerusform>
            <numerusform>Снова найдено %n изображений.</numerusform>
        </translation>
    </message>
    <message>
        <source>The work stopped: {why} ({place}). What was done before stays; free some space or choose another place, then do it again.</source>
        <translation>Работа остановлена: {why} ({place}). Сделанное до этого остаётся; освободите место или выберите другое и повторите.</translation>
    </message>
    <message>
        <source>The notebook took no change. Nothing in it and no picture is lost.</source>
        <translation>Тетрадь не приняла изменений. Ничего в ней и ни одно изображение не потеряно.</translation>
    </message>
    <message>
        <source>The work stopped at an error of the atlas. What was done before stays, and no file was harmed.</source>
        <translation>Работа остановлена из-за ошибки атласа. Сделанное до этого остаётся, ни один файл не пострадал.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be removed: the folder cannot be written. They stay.</source>
        <translation>
            <numerusform>%n изображение не удалось удалить: в папку нельзя писать. Оно остаётся.</numerusform>
            <numerusform>%n изображения не удалось удалить: в папку нельзя писать. Они остаются.</numerusform>
            <numerusform>%n изображений не удалось удалить: в папку нельзя писать. Они остаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed for good.</source>
        <translation>
            <numerusform>%n изображение удалено навсегда.</numerusform>
            <numerusform>%n изображения удалены навсегда.</numerusform>
            <numerusform>%n изображений удалено навсегда.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be written to {target}: {why}. Choose another place.</source>
        <translation>Изображение не удалось записать в {target}: {why}. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>“{name}” cannot be read ({problem}): check that it is still there and that you may open it.</source>
        <translation>«{name}» не читается ({problem}): проверьте, что файл на месте и вам можно его открыть.</translation>
    </message>
    <message>
        <source>“{name}” is empty: it was probably never written to its end; copy it again from where it came.</source>
        <translation>«{name}» пуст: вероятно, он не был записан до конца; скопируйте его заново.</translation>
    </message>
    <message>
        <source>“{name}” ends in the middle of the picture: it was probably not copied whole; copy it again.</source>
        <translation>«{name}» обрывается посреди изображения: вероятно, скопирован не целиком; скопируйте его заново.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or of an unusual kind, and cannot be shown safely: open it in a picture editor, save it anew as PNG or JPEG, and add that.</source>
        <translation>«{name}» повреждён или необычного вида и не может быть безопасно показан: откройте его в редакторе, сохраните как PNG или JPEG и добавьте снова.</translation>
    </message>
    <message>
        <source>“{name}” says it has {width} × {height} pixels, more than the atlas opens safely in this format: save a smaller copy and add that.</source>
        <translation>«{name}»: заявлено {width} × {height} пикселей — больше, чем атлас безопасно открывает в этом формате: сохраните копию поменьше и добавьте её.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory that is free: close other programs, or add a smaller copy.</source>
        <translation>«{name}» не помещается в свободную память: закройте другие программы или добавьте копию поменьше.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit}: save a smaller copy, as JPEG for instance, and add that.</source>
        <translation>«{name}» больше {limit}: сохраните копию поменьше, например JPEG, и добавьте её.</translation>
    </message>
    <message>
        <source>“{name}” holds more than {limit} frames or pages: save the one that you want, and add that.</source>
        <translation>«{name}» содержит больше {limit} кадров или страниц: сохраните нужный и добавьте его.</translation>
    </message>
    <message>
        <source>“{name}” carries far more text or hidden data than a picture needs: save it anew without metadata, and add that.</source>
        <translation>«{name}» несёт гораздо больше текста или скрытых данных, чем нужно изображению: сохраните его заново без метаданных и добавьте.</translation>
    </message>
    <message>
        <source>“{name}” would take too long to open: save it anew as PNG or as a plain (not progressive) JPEG, and add that.</source>
        <translation>«{name}» открывался бы слишком долго: сохраните его как PNG или обычный (не прогрессивный) JPEG и добавьте.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing, which may hold scripts and links to elsewhere: save it as PNG and add that.</source>
        <translation>«{name}» — рисунок SVG, в нём могут быть скрипты и внешние ссылки: сохраните его как PNG и добавьте.</translation>
    </message>
    <message>
        <source>“{name}” is in the format {format}, which the atlas does not open: save it as JPEG or PNG and add that.</source>
        <translation>«{name}» в формате {format}, который атлас не открывает: сохраните его как JPEG или PNG и добавьте.</translation>
    </message>
    <message>
        <source>“{name}” holds no picture that the atlas knows: it takes JPEG, PNG, WebP, TIFF, GIF and BMP.</source>
        <translation>В «{name}» нет известного атласу изображения: подходят JPEG, PNG, WebP, TIFF, GIF и BMP.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose the pictures in it.</source>
        <translation>«{name}» — папка: выберите изображения в ней.</translation>
    </message>
    <message>
        <source>“{name}” is a device, a pipe or a socket: choose a file that holds a picture.</source>
        <translation>«{name}» — устройство, канал или сокет: выберите файл с изображением.</translation>
    </message>
    <message>
        <source>“{name}” is a link that leads back to itself: choose the picture that it was meant to lead to.</source>
        <translation>«{name}» — ссылка на саму себя: выберите изображение, к которому она должна вести.</translation>
    </message>
    <message>
        <source>The atlas&apos;s picture “{name}” is missing or damaged; your notes and pictures are not touched. Install the atlas again to get it back.</source>
        <translation>Изображение атласа «{name}» отсутствует или повреждено; ваши заметки и изображения не тронуты. Установите атлас заново.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Eye </source>
        <translation>Глаз на </translation>
    </message>
    <message>
        <source> m up</source>
        <translation> м</translation>
    </message>
    <message>
        <source>Height of the eye over the ground, in metres</source>
        <translation>Высота глаза над поверхностью, в метрах</translation>
    </message>
    <message>
        <source>Height of the eye over the ground; type it, or turn the wheel</source>
        <translation>Высота глаза над поверхностью; введите её или покрутите колесо</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>На карте</translation>
    </message>
    <message>
        <source>Show this place on the map</source>
        <translation>Показать это место на карте</translation>
    </message>
    <message>
        <source>Export and copy</source>
        <translation>Экспорт и копирование</translation>
    </message>
</context>
<context>
    <name>PlaceHit</name>
    <message>
        <source>Show {name} on the map</source>
        <translation>Показать на карте: {name}</translation>
    </message>
    <message>
        <source>Place {name}, show on the map</source>
        <translation>{name}, показать на карте</translation>
    </message>
</context>
<context>
    <name>PlaceHits</name>
    <message>
        <source>Places on the map</source>
        <translation>Места на карте</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Points of the path</source>
        <translation>Точки пути</translation>
    </message>
    <message>
        <source>F2 types another position for a point, Delete takes it away.</source>
        <translation>F2 — ввести другие координаты точки, Delete — убрать её.</translation>
    </message>
    <message>
        <source>#</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Отрезок</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>По поверхности</translation>
    </message>
    <message>
        <source>Azimuth</source>
        <translation>Азимут</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Превышение</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Уклон</translation>
    </message>
    <message>
        <source>To the next point: great circle on the sphere of 1737.4 km</source>
        <translation>До следующей точки: дуга большого круга на сфере 1737,4 км</translation>
    </message>
    <message>
        <source>To the next point over the terrain, sample by sample</source>
        <translation>До следующей точки по рельефу, от отсчёта к отсчёту</translation>
    </message>
    <message>
        <source>Direction at the start of the leg, clockwise from north</source>
        <translation>Направление в начале отрезка, по часовой стрелке от севера</translation>
    </message>
    <message>
        <source>Of the straight line between the two points</source>
        <translation>Прямой между двумя точками</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык (Language)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Язык интерфейса</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>Размер текста в процентах</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Единицы</translation>
    </message>
    <message>
        <source>Heights and distances</source>
        <translation>Высоты и расстояния</translation>
    </message>
    <message>
        <source>metres, kilometres</source>
        <translation>метры, километры</translation>
    </message>
    <message>
        <source>feet, miles</source>
        <translation>футы, мили</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>89.67°S</source>
        <translation>89.67°S</translation>
    </message>
    <message>
        <source>89°40′12″S</source>
        <translation>89°40′12″S</translation>
    </message>
    <message>
        <source>Heights, distances</source>
        <translation>Высоты, расстояния</translation>
    </message>
    <message>
        <source>Figures on a card keep the units of their sources.</source>
        <translation>Числа на карточке — в единицах источников.</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Мои данные</translation>
    </message>
    <message>
        <source>Folder of my data: {folder}</source>
        <translation>Папка моих данных: {folder}</translation>
    </message>
    <message>
        <source>Notes, tags, stars</source>
        <translation>Заметки, метки, звёзды</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Переместить…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Сбросить расположение</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>The folder {folder} could not be opened.</source>
        <translation>Папку {folder} не удалось открыть.</translation>
    </message>
    <message>
        <source>Choose an empty folder for your data</source>
        <translation>Выберите пустую папку для данных</translation>
    </message>
    <message>
        <source>Do not move</source>
        <translation>Не перемещать</translation>
    </message>
    <message>
        <source>This folder was named when the atlas was started.</source>
        <translation>Эта папка задана при запуске атласа.</translation>
    </message>
    <message>
        <source>Moves to {folder} when you close the atlas: all is copied and compared before anything is removed.</source>
        <translation>Переместятся в {folder} при закрытии атласа: всё копируется и сверяется, и лишь потом удаляется старое.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Restore my notes</source>
        <translation>Восстановление заметок</translation>
    </message>
    <message>
        <source>Put “{name}” in the place of your notebook?</source>
        <translation>Поставить «{name}» на место вашей тетради?</translation>
    </message>
    <message>
        <source>Your present notebook becomes a backup first, so you can come back to it.</source>
        <translation>Нынешняя тетрадь сначала станет копией, к ней можно вернуться.</translation>
    </message>
    <message>
        <source>What you said of your pictures is restored too; their files stay as they are.</source>
        <translation>Ваши подписи к изображениям тоже восстановятся; сами файлы останутся как есть.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Звёзды</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Marks on the map</source>
        <translation>Отметки на карте</translation>
    </message>
    <message>
        <source>My pictures</source>
        <translation>Мои изображения</translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation>Последнее изменение</translation>
    </message>
</context>
<context>
    <name>ProfileChart</name>
    <message>
        <source>Elevation profile</source>
        <translation>Профиль высот</translation>
    </message>
    <message>
        <source>Left and right move the mark, plus and minus zoom, 0 shows all of it.</source>
        <translation>Стрелки влево и вправо двигают указатель, плюс и минус меняют масштаб, 0 показывает всё.</translation>
    </message>
    <message>
        <source>{distance} along the path: {height}, slope {slope}, {position}</source>
        <translation>{distance} по пути: {height}, уклон {slope}, {position}</translation>
    </message>
</context>
<context>
    <name>ProgressNotice</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Announced</source>
        <translation>Объявлено</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>Основано</translation>
    </message>
    <message>
        <source>Dissolved</source>
        <translation>Распущено</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>Opened for signature</source>
        <translation>Открыто для подписания</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Проведено</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>First flight</source>
        <translation>Первый полёт</translation>
    </message>
    <message>
        <source>In lunar orbit</source>
        <translation>Выход на окололунную орбиту</translation>
    </message>
    <message>
        <source>Lunar fly-by</source>
        <translation>Пролёт Луны</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>Посадка</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Удар о поверхность</translation>
    </message>
    <message>
        <source>Left the Moon</source>
        <translation>Взлёт с Луны</translation>
    </message>
    <message>
        <source>Return to Earth</source>
        <translation>Возвращение на Землю</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>Потеря связи</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Возобновлено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Завершение</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Положение дел</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Landed at</source>
        <translation>Место посадки</translation>
    </message>
    <message>
        <source>Impact at</source>
        <translation>Место удара</translation>
    </message>
    <message>
        <source>Planned landing site</source>
        <translation>Планируемое место посадки</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Границы</translation>
    </message>
    <message>
        <source>Type of site</source>
        <translation>Тип места</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Planned site</source>
        <translation>Планируемое место</translation>
    </message>
    <message>
        <source>Distance from the aim point</source>
        <translation>Отклонение от цели</translation>
    </message>
    <message>
        <source>Launcher</source>
        <translation>Ракета-носитель</translation>
    </message>
    <message>
        <source>Launch site</source>
        <translation>Космодром</translation>
    </message>
    <message>
        <source>Launch mass</source>
        <translation>Стартовая масса</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Масса</translation>
    </message>
    <message>
        <source>Lander mass</source>
        <translation>Масса посадочного аппарата</translation>
    </message>
    <message>
        <source>Rover mass</source>
        <translation>Масса лунохода</translation>
    </message>
    <message>
        <source>Payload mass</source>
        <translation>Масса полезной нагрузки</translation>
    </message>
    <message>
        <source>Payload to low Earth orbit</source>
        <translation>Грузоподъёмность на НОО</translation>
    </message>
    <message>
        <source>Payload to geostationary transfer</source>
        <translation>Грузоподъёмность на ГПО</translation>
    </message>
    <message>
        <source>Payload to the Moon</source>
        <translation>Грузоподъёмность к Луне</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Spacecraft</source>
        <translation>Космический аппарат</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Двигатели</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Прибор</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Полезная нагрузка</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Экипаж</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Орбита</translation>
    </message>
    <message>
        <source>Orbital period</source>
        <translation>Период обращения</translation>
    </message>
    <message>
        <source>Inclination</source>
        <translation>Наклонение</translation>
    </message>
    <message>
        <source>Antenna</source>
        <translation>Антенна</translation>
    </message>
    <message>
        <source>Design life</source>
        <translation>Расчётный срок службы</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Closest to the Moon</source>
        <translation>Ближе всего к Луне</translation>
    </message>
    <message>
        <source>Farthest from Earth</source>
        <translation>Дальше всего от Земли</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Образцы</translation>
    </message>
    <message>
        <source>Age of the samples</source>
        <translation>Возраст образцов</translation>
    </message>
    <message>
        <source>Programme stage</source>
        <translation>Этап программы</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Определение</translation>
    </message>
    <message>
        <source>ILRS phase</source>
        <translation>Этап МНЛС</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Элемент</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>Подписавшая сторона</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Штаб-квартира</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Энергия</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Архитектура</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Искать в:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файлов:</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>Copy the list</source>
        <translation>Копировать список</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were left out</source>
        <translation>
            <numerusform>Пропущен %n файл</numerusform>
            <numerusform>Пропущены %n файла</numerusform>
            <numerusform>Пропущено %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>These files were left out and stay as they are on your disk. Everything else is done.</source>
        <translation>Эти файлы пропущены и остаются на диске как есть. Всё остальное сделано.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: copy the list to read all.</source>
        <translation>
            <numerusform>… и ещё %n: скопируйте список, чтобы прочесть все.</numerusform>
            <numerusform>… и ещё %n: скопируйте список, чтобы прочесть все.</numerusform>
            <numerusform>… и ещё %n: скопируйте список, чтобы прочесть все.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>A fact in the ILRS Atlas is wrong</source>
        <translation>В Атласе МНЛС неверный факт</translation>
    </message>
    <message>
        <source>Entry: {name} ({link})</source>
        <translation>Запись: {name} ({link})</translation>
    </message>
    <message>
        <source>As known on: {day}</source>
        <translation>Известно на: {day}</translation>
    </message>
    <message>
        <source>Atlas: {version}</source>
        <translation>Атлас: {version}</translation>
    </message>
    <message>
        <source>What it says:</source>
        <translation>Что написано:</translation>
    </message>
    <message>
        <source>What is right:</source>
        <translation>Как правильно:</translation>
    </message>
    <message>
        <source>Where this can be read (title, publisher, date, address):</source>
        <translation>Где об этом можно прочесть (название, издатель, дата, адрес):</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Choose another place …</source>
        <translation>Выбрать другое место…</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} уже есть.</translation>
    </message>
    <message>
        <source>Writing to it replaces what it holds.</source>
        <translation>Запись заменит его содержимое.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message>
        <source>To scale: {name}</source>
        <translation>В масштабе: {name}</translation>
    </message>
    <message>
        <source>Drawing to enlarge (SVG) (*.svg)</source>
        <translation>Векторный рисунок (SVG) (*.svg)</translation>
    </message>
    <message>
        <source>Picture (PNG) (*.png)</source>
        <translation>Изображение (PNG) (*.png)</translation>
    </message>
    <message>
        <source>Page to print (PDF) (*.pdf)</source>
        <translation>Страница для печати (PDF) (*.pdf)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Сохранить чертёж</translation>
    </message>
    <message>
        <source>The drawing was copied with its credit</source>
        <translation>Чертёж скопирован вместе с указанием авторства</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
</context>
<context>
    <name>ScaleView</name>
    <message>
        <source>Drawn to scale</source>
        <translation>Начерчено в масштабе</translation>
    </message>
    <message>
        <source>A drawing can&apos;t be read. Your notes are not affected. Install the atlas again.</source>
        <translation>Чертёж не читается. Ваши заметки не затронуты. Установите атлас заново.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search missions, places …</source>
        <translation>Поиск миссий, мест…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>ShadowLayer</name>
    <message>
        <source>Violet: never lit ({cell} km)</source>
        <translation>Фиолетовое: не освещается ({cell} км)</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>Find …</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Empty the bin …</source>
        <translation>Очистить корзину…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n изображение</numerusform>
            <numerusform>%n изображения</numerusform>
            <numerusform>%n изображений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more known, not reproduced here</source>
        <translation>
            <numerusform>ещё %n известное, здесь не воспроизводится</numerusform>
            <numerusform>ещё %n известных, здесь не воспроизводятся</numerusform>
            <numerusform>ещё %n известных, здесь не воспроизводятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not where they were.</source>
        <translation>
            <numerusform>%n изображения нет на прежнем месте.</numerusform>
            <numerusform>%n изображений нет на прежнем месте.</numerusform>
            <numerusform>%n изображений нет на прежнем месте.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out the selected</source>
        <translation>Вернуть выбранные</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Вернуть все</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>Подходящих изображений нет.</translation>
    </message>
    <message>
        <source>Search for fewer words, or look at another shelf.</source>
        <translation>Ищите по меньшему числу слов или смотрите другую полку.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Корзина пуста.</translation>
    </message>
    <message>
        <source>Pictures of your own that you throw away wait here.</source>
        <translation>Здесь ждут выброшенные вами изображения.</translation>
    </message>
    <message>
        <source>No pictures of your own yet.</source>
        <translation>Своих изображений пока нет.</translation>
    </message>
    <message>
        <source>Let files or folders fall here, paste a picture, or choose files. They stay on this computer.</source>
        <translation>Перетащите сюда файлы или папки, вставьте изображение или выберите файлы. Они остаются на этом компьютере.</translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation>Добавить изображения…</translation>
    </message>
    <message>
        <source>No picture of these entries.</source>
        <translation>У этих записей нет изображений.</translation>
    </message>
    <message>
        <source>Widen the list at the left, choose a later as-of date, or add pictures of your own.</source>
        <translation>Расширьте список слева, выберите более позднюю дату или добавьте свои изображения.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Список пуст.</translation>
    </message>
    <message>
        <source>Pictures follow the list: remove a filter there.</source>
        <translation>Изображения следуют за списком: уберите там фильтр.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>SlopeBar</name>
    <message>
        <source>Switch the slopes off</source>
        <translation>Выключить слой уклонов</translation>
    </message>
</context>
<context>
    <name>SlopeLayer</name>
    <message>
        <source>{finest}, elsewhere {others}</source>
        <translation>{finest}, в других местах {others}</translation>
    </message>
    <message>
        <source>Steep slopes smaller than that do not show; the terrain’s cells are {cell}.</source>
        <translation>Более мелкие крутые склоны не видны; ячейки рельефа — {cell}.</translation>
    </message>
    <message>
        <source>Steep slopes smaller than that do not show.</source>
        <translation>Более мелкие крутые склоны не видны.</translation>
    </message>
    <message>
        <source>Slope over {baseline}</source>
        <translation>Уклон на базе {baseline}</translation>
    </message>
    <message>
        <source>{low}–{high}°</source>
        <translation>{low}–{high}°</translation>
    </message>
    <message>
        <source>over {low}°</source>
        <translation>более {low}°</translation>
    </message>
</context>
<context>
    <name>SourcePopup</name>
    <message>
        <source>Source {number}</source>
        <translation>Источник {number}</translation>
    </message>
    <message>
        <source>No address is known for it.</source>
        <translation>Адрес неизвестен.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Адрес скопирован</translation>
    </message>
</context>
<context>
    <name>SpanButton</name>
    <message>
        <source>A day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>A lunar day</source>
        <translation>Лунные сутки</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>How much time the strip covers</source>
        <translation>Сколько времени охватывает полоса</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Position under the pointer</source>
        <translation>Координаты под указателем</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Уклон</translation>
    </message>
    <message>
        <source>Sun at the pointer</source>
        <translation>Солнце под указателем</translation>
    </message>
    <message>
        <source>Scale of the map</source>
        <translation>Масштаб карты</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>Рельеф</translation>
    </message>
    <message>
        <source>offline · catalogue of {day}</source>
        <translation>без сети · каталог на {day}</translation>
    </message>
</context>
<context>
    <name>Sunlight</name>
    <message>
        <source>Lit as on {time}; Sun over {lon}°E</source>
        <translation>Освещение: {time}; Солнце над {lon}°E</translation>
    </message>
</context>
<context>
    <name>SunlightBar</name>
    <message>
        <source>Date of the light</source>
        <translation>Дата освещения</translation>
    </message>
    <message>
        <source>Let time run</source>
        <translation>Пустить время</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Light of this moment</source>
        <translation>Освещение этого момента</translation>
    </message>
    <message>
        <source>Switch sunlight off</source>
        <translation>Выключить солнечный свет</translation>
    </message>
    <message>
        <source>Sun and Earth over the middle of the map</source>
        <translation>Солнце и Земля над серединой карты</translation>
    </message>
    <message>
        <source>Date and time of the light, UTC</source>
        <translation>Дата и время освещения, UTC</translation>
    </message>
    <message>
        <source>The light of which moment? Known from 1959 to 2060. Up and down change the part at the cursor.</source>
        <translation>Освещение какого момента? Известно с 1959 по 2060 год. Стрелки вверх и вниз меняют часть у курсора.</translation>
    </message>
    <message>
        <source>{sign}29.5 d</source>
        <translation>{sign}29,5 д</translation>
    </message>
    <message>
        <source>One lunation</source>
        <translation>Одна лунация</translation>
    </message>
    <message>
        <source>{sign}1 d</source>
        <translation>{sign}1 д</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Один день</translation>
    </message>
    <message>
        <source>{sign}1 h</source>
        <translation>{sign}1 ч</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Один час</translation>
    </message>
    <message>
        <source>{step} back</source>
        <translation>{step} назад</translation>
    </message>
    <message>
        <source>{step} on</source>
        <translation>{step} вперёд</translation>
    </message>
    <message>
        <source>Stop time</source>
        <translation>Остановить время</translation>
    </message>
</context>
<context>
    <name>SunlightController</name>
    <message>
        <source>“{text}” is not a moment: write it like 2026-11-22 18:00. The map keeps its light.</source>
        <translation>«{text}» — не момент времени: пишите как 2026-11-22 18:00. Карта сохраняет освещение.</translation>
    </message>
</context>
<context>
    <name>SunlightWords</name>
    <message>
        <source>Lit by the Sun of {time}.</source>
        <translation>Освещено Солнцем: {time}.</translation>
    </message>
    <message>
        <source>The Sun&apos;s place is known from {first} to {last}; {year} lies outside. The map keeps its light.</source>
        <translation>Положение Солнца известно с {first} по {last} год; {year} — вне этих лет. Карта сохраняет освещение.</translation>
    </message>
    <message>
        <source>{elevation}° at {azimuth}°</source>
        <translation>{elevation}° по азимуту {azimuth}°</translation>
    </message>
    <message>
        <source>Sun {where}</source>
        <translation>Солнце {where}</translation>
    </message>
    <message>
        <source>Earth {where}</source>
        <translation>Земля {where}</translation>
    </message>
    <message>
        <source>Middle: Sun {where}</source>
        <translation>В центре: Солнце {where}</translation>
    </message>
    <message>
        <source>Sun overhead at {position}</source>
        <translation>Подсолнечная точка {position}</translation>
    </message>
    <message>
        <source>UTC extrapolated</source>
        <translation>UTC экстраполировано</translation>
    </message>
    <message>
        <source>{terrain}: smaller hills cast no shadow here</source>
        <translation>{terrain}: более мелкие холмы здесь не дают тени</translation>
    </message>
    <message>
        <source>Elevation and azimuth (clockwise from north) over the middle of the map.</source>
        <translation>Высота и азимут (по часовой стрелке от севера) над серединой карты.</translation>
    </message>
    <message>
        <source>Shadows are cast by the terrain, curvature included, and by mountains out of view. Where the Sun&apos;s disc is cut by the horizon the light is as partial as what is seen of it.</source>
        <translation>Тени отбрасывает рельеф, с учётом кривизны, и горы за пределами вида. Там, где горизонт срезает диск Солнца, свет настолько частичен, насколько диск виден.</translation>
    </message>
    <message>
        <source>What lies in full shadow is shown faintly so that it can be made out: light from the Earth and from sunlit slopes is not computed.</source>
        <translation>Полная тень показана слабо, чтобы её можно было разглядеть: свет Земли и освещённых склонов не вычисляется.</translation>
    </message>
    <message>
        <source>No table of leap seconds reaches this date: UTC is extrapolated and may be off by some seconds.</source>
        <translation>Таблицы високосных секунд на эту дату нет: UTC экстраполировано и может отличаться на несколько секунд.</translation>
    </message>
    <message>
        <source>in shadow</source>
        <translation>в тени</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>освещено</translation>
    </message>
    <message>
        <source>lit {percent} %</source>
        <translation>освещено на {percent} %</translation>
    </message>
    <message>
        <source>Over the horizon of {terrain}</source>
        <translation>Над горизонтом по {terrain}</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>не видно</translation>
    </message>
    <message>
        <source>in sight</source>
        <translation>видно</translation>
    </message>
    <message>
        <source>{percent} % in sight</source>
        <translation>видно {percent} %</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Take this tag off</source>
        <translation>Снять метку</translation>
    </message>
    <message>
        <source>Tag {tag}; press to take it off</source>
        <translation>Метка {tag}; нажмите, чтобы снять</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Add a tag …</source>
        <translation>Добавить метку…</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Добавить метку</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
</context>
<context>
    <name>TerrainDesk</name>
    <message>
        <source>Import terrain</source>
        <translation>Импорт рельефа</translation>
    </message>
    <message>
        <source>Heights of the Moon ({endings})</source>
        <translation>Высоты Луны ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Looking at {name} …</source>
        <translation>Просмотр {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Просмотр файла</translation>
    </message>
    <message>
        <source>This terrain was not imported. Nothing was changed.</source>
        <translation>Этот рельеф не импортирован. Ничего не изменено.</translation>
    </message>
    <message>
        <source>{name} is in use on the map, for heights, slopes, shadows and horizons.</source>
        <translation>{name} используется на карте, для высот, уклонов, теней и горизонтов.</translation>
    </message>
    <message>
        <source>{name} is imported; it lies outside the map.</source>
        <translation>{name} импортирован; он лежит за пределами карты.</translation>
    </message>
</context>
<context>
    <name>TerrainImport</name>
    <message>
        <source>{name} holds no heights: all its cells are marked as missing.</source>
        <translation>В {name} нет высот: все ячейки отмечены как пропущенные.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {name}: it takes about {needed} MB and {free} MB are free. Make room, or move your data to another disk under Preferences.</source>
        <translation>На диске мало места для {name}: нужно около {needed} МБ, свободно {free} МБ. Освободите место или переместите данные на другой диск в настройках.</translation>
    </message>
    <message>
        <source>{name} holds bare numbers: its label ({stem}.LBL or {stem}.xml) is missing. Put the label into the same folder and try again.</source>
        <translation>В {name} только числа: нет метки ({stem}.LBL или {stem}.xml). Положите метку в ту же папку и повторите.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a raster: it is damaged or of another kind. Read are GeoTIFF, PDS3, PDS4, ISIS cubes and JPEG 2000.</source>
        <translation>{name} не читается как растр: повреждён или другого вида. Читаются GeoTIFF, PDS3, PDS4, кубы ISIS и JPEG 2000.</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose the file of heights in it.</source>
        <translation>{name} — папка. Выберите в ней файл высот.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Файла {path} нет.</translation>
    </message>
    <message>
        <source>The atlas may not read {path}. Change its permissions or copy it.</source>
        <translation>Атласу нельзя читать {path}. Измените права или скопируйте файл.</translation>
    </message>
    <message>
        <source>{name} has {count} bands; heights come in one. A picture of the terrain holds no heights: look for the elevation model (DEM) of the same place.</source>
        <translation>В {name} каналов: {count}, а высоты идут в одном. В изображении рельефа высот нет: найдите модель высот (DEM) того же места.</translation>
    </message>
    <message>
        <source>{name} holds numbers of the kind {kind}, which are no heights. A shaded picture cannot be imported: look for the elevation model (DEM) of the same place.</source>
        <translation>В {name} числа вида {kind}, это не высоты. Отмывку импортировать нельзя: найдите модель высот (DEM) того же места.</translation>
    </message>
    <message>
        <source>{name} is smaller than two by two cells.</source>
        <translation>В {name} меньше чем две на две ячейки.</translation>
    </message>
    <message>
        <source>{name} does not say where on the Moon it lies: it has no coordinate system. Import the file as it was published, with its label or world file beside it.</source>
        <translation>{name} не говорит, где на Луне лежит: нет системы координат. Импортируйте файл таким, каким он опубликован, с меткой или файлом привязки рядом.</translation>
    </message>
    <message>
        <source>a body of {km} km radius</source>
        <translation>тело радиусом {km} км</translation>
    </message>
    <message>
        <source>{name} is on a coordinate system of {body}, not of the Moon (radius 1737.4 km). If its heights are the Moon&apos;s all the same, give it a lunar coordinate system (such as IAU_2015:30135) first.</source>
        <translation>{name} в системе координат другого тела ({body}), а не Луны (радиус 1737,4 км). Если высоты всё же лунные, сначала задайте лунную систему (например, IAU_2015:30135).</translation>
    </message>
    <message>
        <source>{name} lies nowhere on the Moon: its coordinate system does not lead there.</source>
        <translation>{name} не попадает никуда на Луне: его система координат туда не ведёт.</translation>
    </message>
    <message>
        <source>{name} has heights from {low} to {high} km over the sphere of 1737.4 km; the Moon&apos;s reach from −9.1 to 10.8 km. Its unit or its scale is not what it says: choose metres or kilometres yourself, or look for missing heights that are not marked as such.</source>
        <translation>В {name} высоты от {low} до {high} км над сферой 1737,4 км; у Луны они от −9,1 до 10,8 км. Единица или масштаб не те, что заявлены: выберите метры или километры сами или ищите пропуски, не отмеченные как пропуски.</translation>
    </message>
    <message>
        <source>{name} ends early or is damaged: not all of its heights can be read. Copy or download it again.</source>
        <translation>{name} обрывается или повреждён: прочитать все высоты нельзя. Скопируйте или скачайте его заново.</translation>
    </message>
    <message>
        <source>{name} says that its heights are scaled by {scale}, which makes no sense.</source>
        <translation>В {name} масштаб высот — {scale}, это бессмысленно.</translation>
    </message>
    <message>
        <source>The file names no unit. Its numbers, from {low} to {high}, were taken for {unit}.</source>
        <translation>Единица в файле не названа. Числа от {low} до {high} приняты за {unit}.</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>километры</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>метры</translation>
    </message>
    <message>
        <source>The file holds distances from the Moon&apos;s centre; 1737.4 km are taken off.</source>
        <translation>В файле расстояния от центра Луны; вычитается 1737,4 км.</translation>
    </message>
    <message>
        <source>This terrain lies outside the map, which reaches 610 km round the south pole: nothing of it will be seen there. Heights at a place of it can be asked for all the same.</source>
        <translation>Этот рельеф вне карты, охватывающей 610 км вокруг южного полюса: на ней его не будет видно. Высоты его мест всё же можно узнать.</translation>
    </message>
    <message>
        <source>It is no finer than the terrain of the atlas (1.6 km), so nothing will change on the map.</source>
        <translation>Он не подробнее рельефа атласа (1,6 км), поэтому на карте ничего не изменится.</translation>
    </message>
    <message>
        <source>Only the part within the map&apos;s square is taken.</source>
        <translation>Берётся только часть внутри квадрата карты.</translation>
    </message>
    <message>
        <source>It is on another projection or grid than the map: heights are resampled (bilinear) to {cell} m.</source>
        <translation>Он в другой проекции или сетке, чем карта: высоты пересчитываются (билинейно) на {cell} м.</translation>
    </message>
    <message>
        <source>All heights looked at are the same.</source>
        <translation>Все просмотренные высоты одинаковы.</translation>
    </message>
</context>
<context>
    <name>TerrainsDialog</name>
    <message>
        <source>My terrains</source>
        <translation>Мой рельеф</translation>
    </message>
    <message>
        <source>No terrain of your own yet</source>
        <translation>Своего рельефа пока нет</translation>
    </message>
    <message>
        <source>Import heights finer than the atlas&apos;s own, such as the polar products of LOLA, as GeoTIFF, PDS, ISIS cube or JPEG 2000; or drop a file on the map.</source>
        <translation>Импортируйте высоты подробнее, чем в атласе, например полярные продукты LOLA: GeoTIFF, PDS, куб ISIS или JPEG 2000; или перетащите файл на карту.</translation>
    </message>
    <message>
        <source>Import terrain…</source>
        <translation>Импортировать рельеф…</translation>
    </message>
    <message>
        <source>Imported terrains</source>
        <translation>Импортированный рельеф</translation>
    </message>
    <message>
        <source>The space bar switches a terrain on or off.</source>
        <translation>Пробел включает и выключает рельеф.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Ячейки</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Ниже всего</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Выше всего</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>На диске</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Imported on {day} from {source}</source>
        <translation>Импортировано {day} из {source}</translation>
    </message>
    <message>
        <source>{crs}, resampled to the map&apos;s projection</source>
        <translation>{crs}, пересчитано в проекцию карты</translation>
    </message>
    <message>
        <source>{crs}, kept on its own grid</source>
        <translation>{crs}, на собственной сетке</translation>
    </message>
    <message>
        <source>Credit: {credit}</source>
        <translation>Автор: {credit}</translation>
    </message>
    <message>
        <source>It lies outside the map.</source>
        <translation>Он лежит за пределами карты.</translation>
    </message>
    <message>
        <source>It is no finer than the terrain of the atlas, which is used in its place.</source>
        <translation>Он не подробнее рельефа атласа, поэтому используется тот.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Удалить {name}?</translation>
    </message>
    <message>
        <source>What was imported is deleted. The file it came from is not touched: {source}</source>
        <translation>Импортированное удаляется. Исходный файл не затрагивается: {source}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>That could not be done; nothing was lost.</source>
        <translation>Не удалось; ничего не потеряно.</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>The sky of this moment</source>
        <translation>Небо этого момента</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Time that paths and calendar cover</source>
        <translation>Время, которое охватывают пути и календарь</translation>
    </message>
    <message>
        <source>Heights: as fits</source>
        <translation>Высоты: по месту</translation>
    </message>
    <message>
        <source>Heights × {factor}</source>
        <translation>Высоты × {factor}</translation>
    </message>
    <message>
        <source>How much heights are stretched against widths</source>
        <translation>Насколько высоты растянуты относительно ширины</translation>
    </message>
    <message>
        <source>Date and time of the sky, UTC</source>
        <translation>Дата и время неба, UTC</translation>
    </message>
    <message>
        <source>The sky of which moment? Known from 1959 to 2060.</source>
        <translation>Небо какого момента? Известно с 1959 по 2060 год.</translation>
    </message>
    <message>
        <source>{sign}29.5 d</source>
        <translation>{sign}29,5 д</translation>
    </message>
    <message>
        <source>One lunation</source>
        <translation>Одна лунация</translation>
    </message>
    <message>
        <source>{sign}1 d</source>
        <translation>{sign}1 д</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Один день</translation>
    </message>
    <message>
        <source>{sign}1 h</source>
        <translation>{sign}1 ч</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Один час</translation>
    </message>
    <message>
        <source>{step} back</source>
        <translation>{step} назад</translation>
    </message>
    <message>
        <source>{step} on</source>
        <translation>{step} вперёд</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>Time of the light</source>
        <translation>Время освещения</translation>
    </message>
    <message>
        <source>Moves the Sun. Arrow keys go on in small steps, Page up and down in large ones.</source>
        <translation>Двигает Солнце. Стрелки — малыми шагами, Page Up и Page Down — большими.</translation>
    </message>
</context>
<context>
    <name>ToScale</name>
    <message>
        <source>ILRS Atlas: {title}</source>
        <translation>Атлас МНЛС: {title}</translation>
    </message>
    <message>
        <source>{number} ft</source>
        <translation>{number} фт</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} м</translation>
    </message>
    <message>
        <source>ascender</source>
        <translation>взлётный модуль</translation>
    </message>
    <message>
        <source>capsule</source>
        <translation>капсула</translation>
    </message>
    <message>
        <source>Centaur stage</source>
        <translation>ступень «Центавр»</translation>
    </message>
    <message>
        <source>ground dish</source>
        <translation>наземная антенна</translation>
    </message>
    <message>
        <source>habitat</source>
        <translation>жилой модуль</translation>
    </message>
    <message>
        <source>LEV-2</source>
        <translation>LEV-2</translation>
    </message>
    <message>
        <source>mast</source>
        <translation>мачта</translation>
    </message>
    <message>
        <source>pressurised rover</source>
        <translation>герметичный луноход</translation>
    </message>
    <message>
        <source>reactor</source>
        <translation>реактор</translation>
    </message>
    <message>
        <source>rover</source>
        <translation>луноход</translation>
    </message>
    <message>
        <source>smaller satellite</source>
        <translation>меньший спутник</translation>
    </message>
    <message>
        <source>solar tower</source>
        <translation>солнечная башня</translation>
    </message>
    <message>
        <source>Tansuo</source>
        <translation>«Таньсо»</translation>
    </message>
    <message>
        <source>{name}: about {height} high and {width} wide as drawn.</source>
        <translation>{name}: на чертеже высота около {height}, ширина около {width}.</translation>
    </message>
    <message>
        <source>At the right, at the same scale, a person of {size}.</source>
        <translation>Справа в том же масштабе — человек ростом {size}.</translation>
    </message>
    <message>
        <source>At the right, at the same scale, a hand of {size}.</source>
        <translation>Справа в том же масштабе — ладонь длиной {size}.</translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation>Источники: {sources}</translation>
    </message>
</context>
<context>
    <name>ToolsBar</name>
    <message>
        <source>Measure distance and area (Ctrl+R)</source>
        <translation>Измерить расстояние и площадь (Ctrl+R)</translation>
    </message>
    <message>
        <source>Elevation profile (Ctrl+Shift+R)</source>
        <translation>Профиль высот (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>Put a pin on the map (Ctrl+B)</source>
        <translation>Поставить булавку на карту (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Верхняя панель</translation>
    </message>
    <message>
        <source>Known as of</source>
        <translation>Известно на</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Меню (F10)</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>The notebook is damaged</source>
        <translation>Тетрадь повреждена</translation>
    </message>
    <message>
        <source>A newer atlas wrote this notebook</source>
        <translation>Тетрадь записана более новым атласом</translation>
    </message>
    <message>
        <source>The notebook cannot be written</source>
        <translation>Тетрадь не записывается</translation>
    </message>
    <message>
        <source>The disk is full or failing</source>
        <translation>Диск полон или неисправен</translation>
    </message>
    <message>
        <source>Another program is writing to the notebook</source>
        <translation>В тетрадь пишет другая программа</translation>
    </message>
    <message>
        <source>The notebook is no longer there</source>
        <translation>Тетради больше нет на месте</translation>
    </message>
    <message>
        <source>The notebook could not be saved</source>
        <translation>Тетрадь не удалось сохранить</translation>
    </message>
    <message>
        <source>It was left untouched. Notes, stars and tags are switched off here; everything else works. Install the newest atlas.</source>
        <translation>Она не тронута. Заметки, звёзды и метки здесь отключены; остальное работает. Установите новейший атлас.</translation>
    </message>
    <message>
        <source>It was left as it is. Bring back a backup, or begin an empty notebook.</source>
        <translation>Она оставлена как есть. Верните копию или начните пустую тетрадь.</translation>
    </message>
    <message>
        <source>What you type stays in memory and is tried again every few seconds.</source>
        <translation>Набранное хранится в памяти, попытка записи повторяется каждые несколько секунд.</translation>
    </message>
    <message>
        <source>Make the file and its folder writable.</source>
        <translation>Разрешите запись в файл и его папку.</translation>
    </message>
    <message>
        <source>Free some space on its disk.</source>
        <translation>Освободите место на диске.</translation>
    </message>
    <message>
        <source>Close the other program.</source>
        <translation>Закройте другую программу.</translation>
    </message>
    <message>
        <source>Put the folder back, or plug its drive in again.</source>
        <translation>Верните папку или снова подключите диск.</translation>
    </message>
    <message>
        <source>Save my text to a file…</source>
        <translation>Сохранить мой текст в файл…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить копию…</translation>
    </message>
    <message>
        <source>Begin an empty notebook</source>
        <translation>Начать пустую тетрадь</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{feet} ft</source>
        <translation>{feet} фт</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} м</translation>
    </message>
    <message>
        <source>{size} mi</source>
        <translation>{size} ми</translation>
    </message>
    <message>
        <source>{size} km</source>
        <translation>{size} км</translation>
    </message>
    <message>
        <source>mi</source>
        <translation>ми</translation>
    </message>
    <message>
        <source>ft</source>
        <translation>фт</translation>
    </message>
    <message>
        <source>km</source>
        <translation>км</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Previous picture (←)</source>
        <translation>Предыдущее изображение (←)</translation>
    </message>
    <message>
        <source>Next picture (→)</source>
        <translation>Следующее изображение (→)</translation>
    </message>
    <message>
        <source>Picture viewer</source>
        <translation>Просмотр изображений</translation>
    </message>
    <message>
        <source>The file is not where it was: {file}</source>
        <translation>Файла нет на прежнем месте: {file}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Назад ко всем изображениям (Esc)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Отдалить (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Приблизить (+)</translation>
    </message>
    <message>
        <source>Show all of the picture (0)</source>
        <translation>Показать всё изображение (0)</translation>
    </message>
    <message>
        <source>Show the picture pixel by pixel (1)</source>
        <translation>Показать пиксель в пиксель (1)</translation>
    </message>
    <message>
        <source>Compare two pictures (C)</source>
        <translation>Сравнить два изображения (C)</translation>
    </message>
    <message>
        <source>Zoom and move both together</source>
        <translation>Масштаб и сдвиг для обоих вместе</translation>
    </message>
    <message>
        <source>Slide show (Space)</source>
        <translation>Слайд-шоу (пробел)</translation>
    </message>
    <message>
        <source>Fill the screen (F11)</source>
        <translation>Во весь экран (F11)</translation>
    </message>
    <message>
        <source>What can be done with this picture</source>
        <translation>Что можно сделать с изображением</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Увеличение</translation>
    </message>
    <message>
        <source>Seconds for each picture</source>
        <translation>Секунд на изображение</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n секунда</numerusform>
            <numerusform>%n секунды</numerusform>
            <numerusform>%n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the slide show (Space)</source>
        <translation>Остановить слайд-шоу (пробел)</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>There is no entry “{slug}” in this catalogue.</source>
        <translation>В каталоге нет записи «{slug}».</translation>
    </message>
    <message>
        <source>There is no place “{slug}” in this catalogue.</source>
        <translation>В каталоге нет места «{slug}».</translation>
    </message>
</context>
<context>
    <name>WindowExports</name>
    <message numerus="yes">
        <source>Export the %n selected entries …</source>
        <translation>
            <numerusform>Экспортировать выбранную %n запись…</numerusform>
            <numerusform>Экспортировать выбранные %n записи…</numerusform>
            <numerusform>Экспортировать выбранные %n записей…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the list (%n entries) …</source>
        <translation>
            <numerusform>Экспортировать список (%n запись)…</numerusform>
            <numerusform>Экспортировать список (%n записи)…</numerusform>
            <numerusform>Экспортировать список (%n записей)…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Credit named in a file comes first</source>
        <translation>Автор, названный в файле, важнее</translation>
    </message>
    <message>
        <source>My own, all rights reserved</source>
        <translation>Моё, все права защищены</translation>
    </message>
    <message>
        <source>2026-11-22, 2025, 2025~ …</source>
        <translation>2026-11-22, 2025, 2025~…</translation>
    </message>
    <message>
        <source>Name of an entry</source>
        <translation>Название записи</translation>
    </message>
    <message>
        <source>-89.67, 129.78</source>
        <translation>-89.67, 129.78</translation>
    </message>
    <message>
        <source>Copy into my data folder</source>
        <translation>Скопировать в мою папку данных</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>Оставить на месте</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Place on the Moon</source>
        <translation>Место на Луне</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>differs: type to say the same of all</source>
        <translation>различаются: введите общее для всех</translation>
    </message>
    <message>
        <source>There is no entry “{name}”: choose one of those offered.</source>
        <translation>Записи «{name}» нет: выберите из предложенных.</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>Zoom in</source>
        <translation>Приблизить</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Отдалить</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Вся карта</translation>
    </message>
</context>
</TS>
