### Значения в файлах: smotr template, smotr export

cli-template-about = Записать книгу, которую заполняет школа: для одной организации или для каждой
cli-arg-template = куда писать; без имени — в папку ~/выгрузка
cli-option-all = по книге на каждую организацию, в эту папку
cli-example-template = книга для школы № 12 в папку ~/выгрузка
cli-example-template-file = она же в названный файл
cli-example-template-all = по книге на каждую организацию
cli-template-nothing = Заполнять нечего: в этом периоде с этой организации ничего не собирают.
cli-template-nothing-next = Проверьте период и организацию; что собирают, показывает раздел «Каталог».
cli-template-closed = Период { $period } закрыт, значения в нём уже не меняются.
cli-template-closed-next = Назовите открытый период.
cli-template-progress = Пишутся книги
cli-templates-written = { $n ->
    [one] Записана { $n } книга
    [few] Записаны { $n } книги
    [many] Записано { $n } книг
   *[other] Записаны { $n } книги
 } в папку { $path }
