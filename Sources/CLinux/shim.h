/* What Swift's Glibc module leaves out: malloc_trim(3), mallopt(3), dl_iterate_phdr(3), and of posix_spawn(3)
   to close all descriptors from one on. */
#ifndef MARSAD_CLINUX_SHIM_H
#define MARSAD_CLINUX_SHIM_H

#include <link.h>
#include <malloc.h>
#include <stddef.h>

/* Without <spawn.h>: types of its that Glibc's module has as well (sigset_t) would be of whichever is
   read first. */
int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);

/* <link.h> has these for _GNU_SOURCE alone, which may not be asked for here: it changes other types
   (fd_set), of which a program can have only one. */
#ifndef __USE_GNU
struct dl_phdr_info {
    ElfW(Addr) dlpi_addr;
    const char *dlpi_name;
    const ElfW(Phdr) *dlpi_phdr;
    ElfW(Half) dlpi_phnum;
    unsigned long long dlpi_adds;
    unsigned long long dlpi_subs;
    size_t dlpi_tls_modid;
    void *dlpi_tls_data;
};

int dl_iterate_phdr(
    int (*callback)(struct dl_phdr_info *info, size_t size, void *data), void *data);
#endif

#endif
