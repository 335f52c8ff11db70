/* What Swift's Glibc module leaves out: malloc_trim(3), mallopt(3), dl_iterate_phdr(3). */
#ifndef MARSAD_CLINUX_SHIM_H
#define MARSAD_CLINUX_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <link.h>
#include <malloc.h>

#endif
