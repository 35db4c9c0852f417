### Commands, keys, help
