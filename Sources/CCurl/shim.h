/* libcurl as Swift sees it.
 *
 * curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, which
 * Swift cannot call: each argument type gets a static inline function of its
 * own, and all of them bear the original name in Swift, so that callers see one
 * overloaded function.
 */
#ifndef MARSAD_CCURL_SHIM_H
#define MARSAD_CCURL_SHIM_H

#include <curl/curl.h>

#endif
