"""Running implementations safely.

The trusted process starts a *zygote*: a fresh interpreter that has imported NumPy (or TensorFlow)
and forks one child per implementation. `zygote` speaks with it, `runner` turns what the children
send into transcripts, `wire` decodes it, `limits` holds every limit. What runs on the other side
of the wall is in `inside/`, and imports nothing of the grader.
"""
