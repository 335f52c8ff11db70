/* libxml2 as Swift sees it.
 *
 * With LIBXML_ICU_ENABLED libxml2's headers pull in the system's ICU, whose
 * types clash with those of Foundation's own ICU. Undefining it hides one
 * pointer of one struct that no caller touches; the library itself still
 * decodes through ICU and iconv.
 */
#ifndef MARSAD_CLIBXML2_SHIM_H
#define MARSAD_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>
#include <libxml/encoding.h>

/* The C library's own decoders, which libxml2 uses too. */
#include <iconv.h>

/* Swift's importer does not know the value of a macro with a cast: iconv_open
 * answers this on failure. */
static inline int marsad_iconv_is_open(iconv_t converter) {
    return converter != (iconv_t)-1;
}

#endif
