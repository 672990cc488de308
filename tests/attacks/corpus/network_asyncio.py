# tries: to start an event loop, which opens sockets
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import asyncio

    asyncio.new_event_loop().close()
    return "gained a loop"
