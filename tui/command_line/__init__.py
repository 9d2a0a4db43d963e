"""The commands: what can be asked without the screen."""
