# tries: to start a process pool
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import multiprocessing

    process = multiprocessing.get_context("fork").Process(target=int)
    process.start()
    process.join()
    return "gained a process"
