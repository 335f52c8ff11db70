/* What can be said to Swift's runtime, and in a signal handler, in C alone. */
#ifndef MARSAD_CRUNTIME_H
#define MARSAD_CRUNTIME_H

/* From now on hands each task of Swift's that may go on to `take`, from any thread, instead of to libdispatch
   (swift_task_enqueueGlobal_hook of the concurrency runtime). `take` returns soon, and has `marsad_run_task`
   called with it once, on another thread or later on this one. */
void marsad_take_tasks(void (*take)(void *task));

/* Runs a task until it waits or ends. */
void marsad_run_task(void *task);

/* Has each of these signals written to a descriptor, as the one byte of its number; one that cannot take it
   misses it. Returns 0, or -1 with errno. */
int marsad_catch_signals(int descriptor, const int *signals, int count);

#endif
