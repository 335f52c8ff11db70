#include "CRuntime.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#define SWIFT __attribute__((swiftcall))

typedef SWIFT void (*enqueue)(void *task);

extern SWIFT void (*swift_task_enqueueGlobal_hook)(void *task, enqueue original);
extern SWIFT void swift_job_run(void *task, void *executor, void *implementation);

static void (*take_task)(void *task);

static SWIFT void enqueue_task(void *task, enqueue original) {
    (void)original;
    take_task(task);
}

void marsad_take_tasks(void (*take)(void *task)) {
    take_task = take;
    swift_task_enqueueGlobal_hook = enqueue_task;
}

void marsad_run_task(void *task) {
    /* Of no executor in particular: the runtime calls that the generic one. */
    swift_job_run(task, NULL, NULL);
}

static volatile sig_atomic_t caught = -1;

static void catch_signal(int number) {
    int before = errno;
    char byte = (char)number;
    ssize_t written = write(caught, &byte, 1);
    (void)written;
    errno = before;
}

int marsad_catch_signals(int descriptor, const int *signals, int count) {
    struct sigaction action = {.sa_handler = catch_signal, .sa_flags = SA_RESTART};
    caught = descriptor;
    sigemptyset(&action.sa_mask);
    for (int place = 0; place < count; place++) {
        if (sigaction(signals[place], &action, NULL) != 0) return -1;
    }
    return 0;
}
