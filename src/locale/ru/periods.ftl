### Периоды: от открытия до итогов

## Почему нельзя

refusal-deadline-passed = Срок ввода истёк { $date }.
refusal-deadline-passed-of = Срок ввода для { $organisation } истёк { $date }.
refusal-deadline-passed-next = { $n ->
    [one] Отсрочку может дать { $names }: F8 → «Периоды».
    [few] Отсрочку могут дать { $names }: F8 → «Периоды».
    [many] Отсрочку могут дать { $names }: F8 → «Периоды».
   *[other] Отсрочку могут дать { $names }: F8 → «Периоды».
}
refusal-deadline-passed-role-next = Отсрочку даёт администратор или руководитель отдела: F8 → «Периоды».
refusal-period-overlaps = Эти дни уже входят в период { $period } того же вида.
refusal-period-overlaps-next = Измените даты: периоды одного вида не пересекаются.
refusal-move-instead = В период { $period } уже внесены значения.
refusal-move-instead-next = Вид периода больше не меняется, а редакцию меняет перевод: F8 → «Периоды», шаг «Перевести на другую редакцию».
refusal-unready = { $n ->
    [one] Период { $period } не готов к закрытию: { $n } замечание.
    [few] Период { $period } не готов к закрытию: { $n } замечания.
    [many] Период { $period } не готов к закрытию: { $n } замечаний.
   *[other] Период { $period } не готов к закрытию: { $n } замечания.
}
refusal-unready-next = Просмотрите список готовности; закрыть можно и так, подтвердив это.
refusal-still-open = Период { $period } не закрыт.
refusal-still-open-next = Значения открытого периода вносятся и меняются обычным вводом.
