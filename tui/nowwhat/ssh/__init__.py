"""The house reached over SSH: the only room that knows asyncssh."""
