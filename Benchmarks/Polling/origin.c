/* An HTTP/1.1 origin for measuring pollers: serves the gzip files of a folder on all addresses
 * of the loopback, each under its number, with an ETag and 304; with a certificate over TLS.
 * Beyond the files each number is a small feed of its own, so that there are as many feeds as
 * one likes.
 *
 *     origin PORT FOLDER [CERTIFICATE KEY]
 *
 * A thread a connection, blocking: it is its own process, whose time does not count. `/stats`
 * tells how many answers of 200 and of 304 it gave, and when the first and the last.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST 65536

static struct { char *bytes; long size; } files[MOST];
static SSL_CTX *tls;
static atomic_long full, unchanged;
static _Atomic double first, last;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void load(const char *folder) {
    DIR *entries = opendir(folder);
    if (!entries) { perror(folder); exit(2); }
    for (struct dirent *entry; (entry = readdir(entries));) {
        int number = atoi(entry->d_name);
        if (entry->d_name[0] < '0' || entry->d_name[0] > '9' || number >= MOST) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "rb");
        if (!file) continue;
        fseek(file, 0, SEEK_END);
        long size = ftell(file);
        rewind(file);
        files[number].bytes = malloc(size);
        files[number].size = fread(files[number].bytes, 1, size, file);
        fclose(file);
    }
    closedir(entries);
}

typedef struct { int socket; SSL *ssl; } Connection;

static long receive(Connection *c, char *bytes, long room) {
    return c->ssl ? SSL_read(c->ssl, bytes, room) : read(c->socket, bytes, room);
}

static int put(Connection *c, const char *bytes, long size) {
    while (size > 0) {
        long sent = c->ssl ? SSL_write(c->ssl, bytes, size) : write(c->socket, bytes, size);
        if (sent <= 0) return 0;
        bytes += sent;
        size -= sent;
    }
    return 1;
}

static int answer(Connection *c, const char *request) {
    char head[1024], body[512];
    int length;
    if (!strncmp(request, "GET /stats", 10)) {
        length = snprintf(body, sizeof body, "%ld %ld %.6f %.6f\n", full, unchanged, first, last);
        int size = snprintf(head, sizeof head,
            "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", length, body);
        return put(c, head, size);
    }
    int number = atoi(request + 5);
    double t = now();
    double none = 0;
    atomic_compare_exchange_strong(&first, &none, t);
    last = t;
    if (strcasestr(request, "\r\nIf-None-Match:")) {
        unchanged++;
        length = snprintf(head, sizeof head,
            "HTTP/1.1 304 Not Modified\r\nETag: \"%d\"\r\n\r\n", number);
        return put(c, head, length);
    }
    full++;
    if (number >= 0 && number < MOST && files[number].bytes) {
        length = snprintf(head, sizeof head,
            "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"%d\"\r\n"
            "Content-Encoding: gzip\r\nContent-Length: %ld\r\n\r\n", number, files[number].size);
        return put(c, head, length) && put(c, files[number].bytes, files[number].size);
    }
    int size = snprintf(body, sizeof body,
        "<rss version=\"2.0\"><channel><title>%d</title><item><guid>%d</guid><title>%d</title>"
        "</item></channel></rss>", number, number, number);
    length = snprintf(head, sizeof head,
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"%d\"\r\n"
        "Content-Length: %d\r\n\r\n%s", number, size, body);
    return put(c, head, length);
}

static void *serve(void *socket) {
    Connection c = {(int)(long)socket, NULL};
    if (tls) {
        c.ssl = SSL_new(tls);
        SSL_set_fd(c.ssl, c.socket);
        if (SSL_accept(c.ssl) != 1) goto end;
    }
    char request[8192];
    long filled = 0;
    for (;;) {
        long count = receive(&c, request + filled, sizeof request - 1 - filled);
        if (count <= 0) break;
        filled += count;
        request[filled] = 0;
        char *end;
        while ((end = strstr(request, "\r\n\r\n"))) {
            end[2] = 0;
            if (!answer(&c, request)) goto end;
            filled -= end + 4 - request;
            memmove(request, end + 4, filled + 1);
        }
        if (filled == sizeof request - 1) break;
    }
end:
    if (c.ssl) SSL_free(c.ssl);
    close(c.socket);
    return NULL;
}

int main(int count, char **arguments) {
    if (count != 3 && count != 5) return 2;
    signal(SIGPIPE, SIG_IGN);
    load(arguments[2]);
    if (count == 5) {
        tls = SSL_CTX_new(TLS_server_method());
        if (SSL_CTX_use_certificate_chain_file(tls, arguments[3]) != 1
            || SSL_CTX_use_PrivateKey_file(tls, arguments[4], SSL_FILETYPE_PEM) != 1) return 2;
    }
    int listener = socket(AF_INET6, SOCK_STREAM, 0), yes = 1, no = 0;
    setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(atoi(arguments[1]))};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) {
        perror("bind");
        return 2;
    }
    puts("ready");
    fflush(stdout);
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 256 << 10);
    pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (connection < 0) continue;
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        pthread_t thread;
        if (pthread_create(&thread, &small, serve, (void *)(long)connection)) close(connection);
    }
}
