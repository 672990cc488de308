# tries: to start a thread, which could go on after the call
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import threading

    thread = threading.Thread(target=int)
    thread.start()
    thread.join()
    return "gained a thread"
