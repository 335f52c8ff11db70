/* What Swift cannot call of SQLite: sqlite3_config(3) has a list of arguments without an end. */
#ifndef MARSAD_CSQLITE_SHIM_H
#define MARSAD_CSQLITE_SHIM_H

extern int sqlite3_config(int, ...);

/* SQLite counts the memory that it takes, with a lock at each malloc and free. To be called before
   SQLite is used; afterwards it has no effect but the result SQLITE_MISUSE. */
static inline int sqlite3_config_memory_uncounted(void) {
    return sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, 0);
}

#endif
