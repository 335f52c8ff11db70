#ifndef COUNTED_MALLOC_H
#define COUNTED_MALLOC_H

/// How often the calling thread has asked for memory since it began: `malloc`, `calloc`, `realloc`.
///
/// Whoever links this target gets allocators that count and then call those of the GNU C library,
/// whose own names they use: it is for benchmarks on Linux and for nothing else.
unsigned long long allocation_count(void);

#endif
