/* The least that a poller can do: libcurl's multi interface, and libxml2's push parser whose
 * events nobody hears. Asks each feed once, then once more with its ETag.
 *
 *     peer COUNT PORT CONCURRENCY [CA-FILE]
 *
 * Prints of each round: seconds of wall clock,
 * seconds of processor time, answers of 200 and of 304, failures; at last the most memory in KiB.
 */
#include <curl/curl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct {
    char url[64];
    char etag[64];
    xmlParserCtxtPtr parser;
    struct curl_slist *headers;
} Feed;

static xmlSAXHandler silent;
static const char *authority;

static size_t body(char *bytes, size_t size, size_t count, void *owner) {
    Feed *feed = owner;
    if (!feed->parser) feed->parser = xmlCreatePushParserCtxt(&silent, NULL, NULL, 0, NULL);
    xmlParseChunk(feed->parser, bytes, size * count, 0);
    return size * count;
}

static size_t header(char *bytes, size_t size, size_t count, void *owner) {
    Feed *feed = owner;
    size_t length = size * count;
    if (length > 6 && !strncasecmp(bytes, "ETag: ", 6) && length - 8 < sizeof feed->etag) {
        memcpy(feed->etag, bytes + 6, length - 8);
        feed->etag[length - 8] = 0;
    }
    return length;
}

static CURL *begin(Feed *feed) {
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, feed->url);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, feed);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, feed);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, feed);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    if (authority) curl_easy_setopt(easy, CURLOPT_CAINFO, authority);
    if (feed->etag[0]) {
        char line[128];
        snprintf(line, sizeof line, "If-None-Match: %s", feed->etag);
        feed->headers = curl_slist_append(NULL, line);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, feed->headers);
    }
    return easy;
}

static double wall(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double processor(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void round_of(const char *name, Feed *feeds, int count, int concurrency) {
    double w = wall(), p = processor();
    long full = 0, unchanged = 0, failed = 0;
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)concurrency);
    int next = 0, active = 0, running;
    while (next < count || active > 0) {
        for (; next < count && active < concurrency; next++, active++)
            curl_multi_add_handle(multi, begin(&feeds[next]));
        curl_multi_perform(multi, &running);
        int left, ended = 0;
        for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
            CURL *easy = message->easy_handle;
            Feed *feed;
            long status = 0;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &feed);
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            if (message->data.result != CURLE_OK) failed++;
            else if (status == 304) unchanged++;
            else full++;
            if (feed->parser) {
                xmlParseChunk(feed->parser, NULL, 0, 1);
                xmlFreeParserCtxt(feed->parser);
                feed->parser = NULL;
            }
            curl_multi_remove_handle(multi, easy);
            curl_easy_cleanup(easy);
            curl_slist_free_all(feed->headers);
            feed->headers = NULL;
            active--;
            ended = 1;
        }
        if (!ended) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    curl_multi_cleanup(multi);
    printf("%s %.4f %.4f %ld %ld %ld\n", name, wall() - w, processor() - p, full, unchanged,
        failed);
}

int main(int count, char **arguments) {
    if (count < 4) return 2;
    int feeds = atoi(arguments[1]);
    authority = count > 4 ? arguments[4] : NULL;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    silent.initialized = XML_SAX2_MAGIC;
    Feed *all = calloc(feeds, sizeof *all);
    for (int n = 0; n < feeds; n++)
        if (authority)
            snprintf(all[n].url, sizeof all[n].url, "https://n%d.press.localhost:%s/%d", n,
                arguments[2], n);
        else
            snprintf(all[n].url, sizeof all[n].url, "http://127.%d.%d.%d:%s/%d", 1 + n / 62500,
                n / 250 % 250, 1 + n % 250, arguments[2], n);
    round_of("cold", all, feeds, atoi(arguments[3]));
    round_of("warm", all, feeds, atoi(arguments[3]));
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("rss %ld\n", used.ru_maxrss);
    return 0;
}
