/* What Swift's Glibc module leaves out: malloc_trim(3), mallopt(3). */
#ifndef MARSAD_CLINUX_SHIM_H
#define MARSAD_CLINUX_SHIM_H

#include <malloc.h>

#endif
