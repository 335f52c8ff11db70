/* libcurl as Swift sees it.
 *
 * curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, which
 * Swift cannot call: each argument type gets a static inline function of its
 * own, and all of them bear the original name in Swift, so that callers see one
 * overloaded function.
 *
 * What bites in 7.88.1, and where it is met:
 * - CURLOPT_CAPATH set (Debian's default) disables the cache of certificates:
 *   every HTTPS connection parses the whole store again. Set it to NULL;
 *   CURLOPT_CAINFO still verifies.
 * - Without CURLOPT_QUICK_EXIT a name that does not resolve freezes the loop
 *   for seconds when its transfer is removed.
 * - CURLOPT_NOSIGNAL makes libcurl leave SIGPIPE alone: ignore it oneself.
 * - CURLOPT_TIMEOUT counts the time that libcurl itself queues a transfer for
 *   its host: queue per host before handing the transfer over.
 * - CURLOPT_MAXFILESIZE_LARGE knows only the Content-Length header: count the
 *   decoded bytes in the write callback.
 * - CURL_REDIR_PROTOCOLS lets ftp:// through by default.
 * - A body cut within its gzip member is reported as success.
 */
#ifndef MARSAD_CCURL_SHIM_H
#define MARSAD_CCURL_SHIM_H

#include <curl/curl.h>

#define MARSAD_SETOPT __attribute__((swift_name("curl_easy_setopt(_:_:_:)")))
#define MARSAD_GETINFO __attribute__((swift_name("curl_easy_getinfo(_:_:_:)")))
#define MARSAD_MULTI_SETOPT __attribute__((swift_name("curl_multi_setopt(_:_:_:)")))

static inline CURLcode marsad_setopt_long(CURL *handle, CURLoption option, long value) MARSAD_SETOPT;
static inline CURLcode marsad_setopt_long(CURL *handle, CURLoption option, long value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_setopt_text(CURL *handle, CURLoption option, const char *value)
    MARSAD_SETOPT;
static inline CURLcode marsad_setopt_text(CURL *handle, CURLoption option, const char *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_setopt_pointer(CURL *handle, CURLoption option, void *value)
    MARSAD_SETOPT;
static inline CURLcode marsad_setopt_pointer(CURL *handle, CURLoption option, void *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_setopt_list(
    CURL *handle, CURLoption option, struct curl_slist *value) MARSAD_SETOPT;
static inline CURLcode marsad_setopt_list(
    CURL *handle, CURLoption option, struct curl_slist *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_setopt_write(
    CURL *handle, CURLoption option, curl_write_callback value) MARSAD_SETOPT;
static inline CURLcode marsad_setopt_write(
    CURL *handle, CURLoption option, curl_write_callback value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_setopt_socket(
    CURL *handle, CURLoption option, curl_opensocket_callback value) MARSAD_SETOPT;
static inline CURLcode marsad_setopt_socket(
    CURL *handle, CURLoption option, curl_opensocket_callback value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode marsad_getinfo_long(CURL *handle, CURLINFO info, long *value)
    MARSAD_GETINFO;
static inline CURLcode marsad_getinfo_long(CURL *handle, CURLINFO info, long *value) {
    return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode marsad_getinfo_text(CURL *handle, CURLINFO info, char **value)
    MARSAD_GETINFO;
static inline CURLcode marsad_getinfo_text(CURL *handle, CURLINFO info, char **value) {
    return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLMcode marsad_multi_setopt_long(CURLM *handle, CURLMoption option, long value)
    MARSAD_MULTI_SETOPT;
static inline CURLMcode marsad_multi_setopt_long(CURLM *handle, CURLMoption option, long value) {
    return (curl_multi_setopt)(handle, option, value);
}

#endif
