### Ввод значения

## Необычное значение: принимается, но о нём сказано при вводе

warning-below-usual = { $figure } — меньше обычного: от { $min }.
warning-above-usual = { $figure } — больше обычного: до { $max }.
warning-jump = Было { $before } за { $period }, стало { $figure }: проверьте.
warning-base-differs = { $base }: внесено { $known }, здесь { $given }.
warning-more-than-whole = Часть { $part } больше целого { $whole }.
