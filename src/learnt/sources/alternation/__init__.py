"""The chain that reads bare alternation: how lines look, what that weighs, the best states."""
