# Организации, назначения, карьера, реестры.

## Почему назначение или организацию не записать
refusal-overlapping = На эти дни уже есть назначение: { $person }, { $days }.
refusal-overlapping-next = Исправьте даты одного из назначений. Вместе с отсутствующим руководителем может быть назначен только один и. о., и позже его.
refusal-organisation-closed = { $organisation } закрыта { $date }.
refusal-organisation-closed-next = Укажите последний день не позже этой даты или исправьте дату закрытия.
refusal-merged-in-circle = Организация окажется присоединённой к самой себе: { $organisation }.
refusal-merged-in-circle-next = Выберите организацию, которая продолжает работать.
refusal-own-mentor = Кандидат не может быть наставником самому себе.
refusal-own-mentor-next = Выберите наставником другое лицо.
refusal-fixed = Поле { QUOTE($field) } больше не меняется: оно используется ({ $by }).
refusal-fixed-next = Заведите новую запись, а эту снимите с учёта.
field-indicators = показатели
