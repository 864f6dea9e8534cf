// The floor of the fan-out benchmark: one thread, epoll, one write a subscriber, nothing else. It is not
// durable, checks nothing, and serves nothing but GET (subscribe) and POST (publish).
//
//   floor PORT [CERTIFICATE KEY]
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { MAX_FD = 65536, MAX_EVENTS = 512 };

typedef struct {
    SSL *ssl;
    char *request;
    int have, ready;
} Connection;

static Connection connections[MAX_FD];
static int subscribers[MAX_FD], subscriber_count;

static ssize_t get(int fd, char *into, size_t size) {
    Connection *c = &connections[fd];
    if (!c->ssl) return read(fd, into, size);
    if (!c->ready) {
        int n = SSL_accept(c->ssl);
        if (n != 1) {
            int why = SSL_get_error(c->ssl, n);
            errno = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? EAGAIN : EPROTO;
            return -1;
        }
        c->ready = 1;
    }
    int n = SSL_read(c->ssl, into, size);
    if (n > 0) return n;
    errno = SSL_get_error(c->ssl, n) == SSL_ERROR_WANT_READ ? EAGAIN : EPROTO;
    return -1;
}

static void put(int fd, const char *from, int size) {
    Connection *c = &connections[fd];
    ssize_t n = c->ssl ? SSL_write(c->ssl, from, size) : write(fd, from, size);
    if (n != size) fprintf(stderr, "floor: a short write\n");
}

static void serve(int fd) {
    Connection *c = &connections[fd];
    if (!c->request) c->request = malloc(4096);
    for (;;) {
        ssize_t n = get(fd, c->request + c->have, 4095 - c->have);
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) { close(fd); return; }
        c->have += n;
        c->request[c->have] = 0;
        char *body = strstr(c->request, "\r\n\r\n");
        if (!body) continue;
        body += 4;
        if (c->request[0] == 'G') {
            static const char head[] =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n: hello\n\n";
            put(fd, head, sizeof head - 1);
            subscribers[subscriber_count++] = fd;
            free(c->request);
            c->request = 0;
            return;
        }
        char *length = strcasestr(c->request, "content-length:");
        int size = length ? atoi(length + 15) : 0;
        if (c->have < body - c->request + size) continue;
        static const char ok[] = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        put(fd, ok, sizeof ok - 1);
        static char event[8192];
        static unsigned long id;
        int bytes = snprintf(event, sizeof event, "id: %lu\nevent: record\ndata: %.*s\n\n", ++id, size, body);
        for (int i = 0; i < subscriber_count; i++) put(subscribers[i], event, bytes);
        c->have = 0;
    }
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2) return 2;
    SSL_CTX *tls = 0;
    if (argc == 4) {
        tls = SSL_CTX_new(TLS_server_method());
        SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
        if (SSL_CTX_use_certificate_file(tls, argv[2], SSL_FILETYPE_PEM) != 1 ||
            SSL_CTX_use_PrivateKey_file(tls, argv[3], SSL_FILETYPE_PEM) != 1) return 1;
    }
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])),
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 4096)) { perror("floor"); return 1; }
    int epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event e = {.events = EPOLLIN, .data.fd = door}, events[MAX_EVENTS];
    epoll_ctl(epoll_fd, EPOLL_CTL_ADD, door, &e);
    for (;;) {
        int n = epoll_wait(epoll_fd, events, MAX_EVENTS, -1);
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd;
            if (fd != door) { serve(fd); continue; }
            while ((fd = accept4(door, 0, 0, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                connections[fd] = (Connection){0};
                if (tls) {
                    connections[fd].ssl = SSL_new(tls);
                    SSL_set_fd(connections[fd].ssl, fd);
                }
                e = (struct epoll_event){.events = EPOLLIN | EPOLLET, .data.fd = fd};
                epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &e);
            }
        }
    }
}
