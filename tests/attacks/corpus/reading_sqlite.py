# tries: to open a file as a database
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import sqlite3

    try:
        sqlite3.connect("file:/etc/passwd?mode=ro", uri=True).execute("select * from sqlite_master")
    except sqlite3.DatabaseError as error:
        return "gained it" if "not a database" in str(error) else "nothing"
    return "gained it"
