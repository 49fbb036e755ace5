"""The commands of `graphkit`, grouped by noun; each opens, calls and prints. Heavy modules are imported inside the functions."""
