// The load client of the fan-out benchmark: it opens many feed connections from several loopback addresses,
// posts events, and measures when the answer and the last delivery arrive. It checks on every connection
// that each event arrives once and in the server's order: the order in which the first connection got them.
//
// Posters take turns, and one that rested so long that the server closed it is connected anew, as a device would:
// servers close what is idle (Node after 5 s) or never asks (Muster after 10 s). With --first each listener makes an
// ordinary request for that path before it asks for the feed on the same connection, as browsers do.
//
//   load latency|rate HOST PORT SUBSCRIBE PUBLISH --subs N [--rounds R] [--rate P --seconds S] [--tls]
//        [--label NAME] [--pids A,B] [--base-kb N] [--only-connect] [--first PATH]
//   load fsync FILE ROUNDS
//
// Prints one line of key=value pairs. An event carries its number as "~" and eight digits.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MAX_EVENTS = 512, EVENT_BYTES = 300, MAX_POSTERS = 64, MAX_SEQ = 100000, BUCKETS = 200000 };

typedef struct {
    int fd;
    SSL *ssl;
    uint8_t phase;   // 0 connecting, 1 handshake, 2 request sent, 3 listening, 4 closed, 5 first request sent, 6 its body
    int8_t digits;   // digits of a number read so far, -1 outside of one
    uint32_t value;
    uint32_t next;   // how many events it has
} Listener;

typedef struct {
    int fd;          // -1 while it is not connected
    SSL *ssl;
    int busy;
    int used;        // whether this connection was answered before
    uint32_t seq;
    size_t have;
    char answer[4096];
} Poster;

static int epoll_fd, use_tls, subs = 1000;
static SSL_CTX *tls;
static struct sockaddr_in server;
static const char *host, *subscribe_path, *publish_path, *first_path;
static Listener *listeners;
static Poster posters[MAX_POSTERS];
static int listening, closed_early, redialled;
static uint32_t *received;       // deliveries of each event
static uint32_t *order, ordered; // the events in the server's order, as far as any listener has them
static int64_t *posted;          // when each event was (to be) posted
static int64_t *last, *answered; // when its last delivery and its answer came
static uint64_t deliveries, misordered;
static uint32_t histogram[BUCKETS]; // latency of each delivery, in steps of 100 us
static int histogram_on;

static int64_t now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static double percentile(int64_t *values, int count, double part) {
    if (count == 0) return 0;
    qsort(values, count, sizeof *values, by_value);
    int index = (int)(part * count + 0.999999) - 1;
    return values[index < 0 ? 0 : index] / 1000.0;
}

static int dial(int index) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) fail("socket");
    int one = 1;
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + index / 4000)};
    if (bind(fd, (struct sockaddr *)&from, sizeof from)) fail("bind");
    if (connect(fd, (struct sockaddr *)&server, sizeof server) && errno != EINPROGRESS) fail("connect");
    return fd;
}

static SSL *secure(int fd) {
    SSL *ssl = SSL_new(tls);
    SSL_set_fd(ssl, fd);
    SSL_set_connect_state(ssl);
    return ssl;
}

static ssize_t get(int fd, SSL *ssl, char *into, size_t size) {
    if (!ssl) return read(fd, into, size);
    int n = SSL_read(ssl, into, size);
    if (n > 0) return n;
    int why = SSL_get_error(ssl, n);
    errno = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? EAGAIN : EPROTO;
    return why == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}

static void put(int fd, SSL *ssl, const char *from, size_t size) {
    while (size > 0) {
        ssize_t n = ssl ? SSL_write(ssl, from, size) : write(fd, from, size);
        if (n > 0) { from += n; size -= n; continue; }
        if (!ssl && errno != EAGAIN) fail("write");
    }
}

#include "listener.h"

static void post(Poster *p, uint32_t seq);

static void hang_up(Poster *p) {
    if (p->ssl) SSL_free(p->ssl);
    close(p->fd);
    p->fd = -1;
    p->ssl = 0;
}

static void answer(Poster *p) {
    for (;;) {
        ssize_t n = get(p->fd, p->ssl, p->answer + p->have, sizeof p->answer - 1 - p->have);
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) {
            // Closed at rest, or as the next request was on its way: that one was not taken, and is posted again.
            // Had it been taken, it would come twice, which is counted.
            int lost = p->busy;
            if (lost && (p->have || !p->used)) { fprintf(stderr, "load: a poster was closed unanswered\n"); exit(1); }
            hang_up(p);
            if (lost) { redialled++; post(p, p->seq); }
            return;
        }
        p->have += n;
        p->answer[p->have] = 0;
        char *body = strstr(p->answer, "\r\n\r\n");
        if (!body) continue;
        if (p->answer[9] != '2') { fprintf(stderr, "load: post: %s\n", p->answer); exit(1); }
        char *length = strcasestr(p->answer, "content-length:");
        size_t whole = body + 4 - p->answer + (length ? strtoul(length + 15, 0, 10) : 0);
        if (!length && strcasestr(p->answer, "chunked") && !strstr(body, "0\r\n\r\n")) continue;
        if (p->have < whole) continue;
        answered[p->seq] = now_us();
        p->busy = 0;
        p->used = 1;
        p->have = 0;
        return;
    }
}

static void poll_once(int timeout_ms) {
    struct epoll_event events[MAX_EVENTS];
    int n = epoll_wait(epoll_fd, events, MAX_EVENTS, timeout_ms);
    for (int i = 0; i < n; i++) {
        uint32_t id = events[i].data.u32;
        if (id >= (uint32_t)subs) { if (posters[id - subs].fd >= 0) answer(&posters[id - subs]); }
        else if (listeners[id].phase != 4) hear(&listeners[id]);
    }
}

static void watch(int fd, uint32_t id, int edge) {
    struct epoll_event e = {.events = EPOLLIN | (edge ? EPOLLOUT | EPOLLET : 0), .data.u32 = id};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &e)) fail("epoll_ctl");
}

static void connect_all(void) {
    listeners = calloc(subs, sizeof *listeners);
    int64_t limit = now_us() + 120 * 1000000LL;
    for (int opened = 0; listening < subs;) {
        while (opened < subs && opened - listening < 128) {
            Listener *l = &listeners[opened];
            l->digits = -1;
            l->fd = dial(opened);
            watch(l->fd, opened, 1);
            opened++;
        }
        poll_once(10);
        if (closed_early || now_us() > limit) { fprintf(stderr, "load: connected only %d\n", listening); exit(1); }
    }
}

static void connect_poster(Poster *p) {
    p->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(p->fd, (struct sockaddr *)&server, sizeof server)) fail("connect");
    int one = 1;
    setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (use_tls) {
        p->ssl = secure(p->fd);
        if (SSL_do_handshake(p->ssl) != 1) fail("handshake");
    }
    fcntl(p->fd, F_SETFL, O_NONBLOCK);
    p->used = 0;
    watch(p->fd, subs + (p - posters), 1);
}

static void post(Poster *p, uint32_t seq) {
    char body[EVENT_BYTES + 1], request[1024];
    int n = snprintf(body, sizeof body, "{\"type\":\"bench\",\"seq\":\"~%08u\",\"note\":\"", seq);
    memset(body + n, 'x', EVENT_BYTES - n - 2);
    memcpy(body + EVENT_BYTES - 2, "\"}", 3);
    int size = snprintf(request, sizeof request,
                        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
                        publish_path, host, EVENT_BYTES, body);
    if (p->fd >= 0) answer(p);  // finds out whether it was closed meanwhile
    if (p->fd < 0) connect_poster(p);
    p->busy = 1;
    p->seq = seq;
    p->have = 0;
    put(p->fd, p->ssl, request, size);
}

// Seconds of CPU that processes have used, and their memory in kB (their own share of it).
static void measure(const char *pids, double *cpu, long *kb) {
    *cpu = 0;
    *kb = 0;
    char list[256];
    snprintf(list, sizeof list, "%s", pids ? pids : "");
    for (char *pid = strtok(list, ","); pid; pid = strtok(0, ",")) {
        char path[64], line[1024];
        snprintf(path, sizeof path, "/proc/%s/stat", pid);
        FILE *f = fopen(path, "r");
        if (!f) continue;
        if (fgets(line, sizeof line, f)) {
            unsigned long user, system;
            char *p = strrchr(line, ')');
            if (p && sscanf(p + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) == 2)
                *cpu += (double)(user + system) / sysconf(_SC_CLK_TCK);
        }
        fclose(f);
        snprintf(path, sizeof path, "/proc/%s/smaps_rollup", pid);
        if (!(f = fopen(path, "r"))) continue;
        long value;
        while (fgets(line, sizeof line, f))
            if (sscanf(line, "Pss_Anon: %ld kB", &value) == 1 || sscanf(line, "Pss_Shmem: %ld kB", &value) == 1) *kb += value;
        fclose(f);
    }
}

static void settle(int64_t us) {
    for (int64_t until = now_us() + us; now_us() < until;) poll_once(1);
}

static int run_latency(int rounds) {
    for (int seq = 0; seq < rounds; seq++) {
        posted[seq] = now_us();
        post(&posters[0], seq);
        int64_t limit = posted[seq] + 20 * 1000000LL;
        while ((!last[seq] || !answered[seq]) && now_us() < limit && !closed_early) poll_once(5);
        if (!last[seq]) return seq;
        settle(20000);
    }
    return rounds;
}

static int run_rate(int rate, int seconds, int poster_count) {
    int total = rate * seconds, sent = 0, turn = 0;
    int64_t start = now_us(), limit = start + (seconds + 60) * 1000000LL;
    histogram_on = 1;
    while (now_us() < limit && !closed_early) {
        int64_t due = start + sent * 1000000LL / rate;
        for (int i = 0; sent < total && now_us() >= due && i < poster_count; i++) {
            Poster *p = &posters[turn];
            turn = (turn + 1) % poster_count;
            if (p->busy) continue;
            posted[sent] = due;
            post(p, sent++);
            due = start + sent * 1000000LL / rate;
        }
        if (sent == total && deliveries == (uint64_t)total * subs) break;
        poll_once(sent < total ? 1 : 5);
    }
    return sent;
}

static double histogram_at(double part) {
    uint64_t all = 0, seen = 0;
    for (int i = 0; i < BUCKETS; i++) all += histogram[i];
    for (int i = 0; i < BUCKETS; i++)
        if ((seen += histogram[i]) >= part * all) return i / 10.0;
    return 0;
}

#include "fsync.h"

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    if (argc == 4 && !strcmp(argv[1], "fsync")) return fsync_loop(argv[2], atoi(argv[3]));
    if (argc < 6) { fprintf(stderr, "load: see the head of load.c\n"); return 2; }
    const char *mode = argv[1], *label = "?", *pids = 0;
    int rounds = 30, rate = 200, seconds = 5, only_connect = 0;
    long base_kb = 0;
    host = argv[2];
    subscribe_path = argv[4];
    publish_path = argv[5];
    for (int i = 6; i < argc; i++) {
        if (!strcmp(argv[i], "--tls")) use_tls = 1;
        else if (!strcmp(argv[i], "--only-connect")) only_connect = 1;
        else if (i + 1 >= argc) return 2;
        else if (!strcmp(argv[i], "--subs")) subs = atoi(argv[++i]);
        else if (!strcmp(argv[i], "--rounds")) rounds = atoi(argv[++i]);
        else if (!strcmp(argv[i], "--rate")) rate = atoi(argv[++i]);
        else if (!strcmp(argv[i], "--seconds")) seconds = atoi(argv[++i]);
        else if (!strcmp(argv[i], "--label")) label = argv[++i];
        else if (!strcmp(argv[i], "--first")) first_path = argv[++i];
        else if (!strcmp(argv[i], "--pids")) pids = argv[++i];
        else if (!strcmp(argv[i], "--base-kb")) base_kb = atol(argv[++i]);
    }
    tls = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(tls, SSL_VERIFY_NONE, 0);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
    server = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(atoi(argv[3]))};
    inet_pton(AF_INET, host, &server.sin_addr);
    received = calloc(MAX_SEQ, sizeof *received);
    posted = calloc(MAX_SEQ, sizeof *posted);
    last = calloc(MAX_SEQ, sizeof *last);
    answered = calloc(MAX_SEQ, sizeof *answered);
    order = calloc(MAX_SEQ, sizeof *order);
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);

    int is_rate = !strcmp(mode, "rate"), poster_count = is_rate ? 32 : 1;
    double cpu_before, cpu_after;
    long kb, kb_after;
    connect_all();
    for (int i = 0; i < poster_count; i++) connect_poster(&posters[i]);
    settle(500000);
    measure(pids, &cpu_before, &kb);
    if (only_connect) { printf("label=%s subs=%d kb_each=%.2f\n", label, subs, (double)(kb - base_kb) / subs); return 0; }
    int64_t start = now_us();
    int done = is_rate ? run_rate(rate, seconds, poster_count) : run_latency(rounds);
    double took = (now_us() - start) / 1e6;
    settle(200000);
    measure(pids, &cpu_after, &kb_after);
    uint64_t lost = (uint64_t)done * subs - deliveries;
    printf("label=%s mode=%s subs=%d posts=%d lost=%lu misordered=%lu closed=%d redialled=%d kb_each=%.2f kb_after=%.2f cpu_us=%.2f ",
           label, mode, subs, done, lost, misordered, closed_early, redialled, (double)(kb - base_kb) / subs,
           (double)(kb_after - base_kb) / subs, deliveries ? (cpu_after - cpu_before) * 1e6 / deliveries : 0);
    int64_t *lasts = calloc(done, sizeof *lasts), *answers = calloc(done, sizeof *answers);
    int n = 0, skip = is_rate ? 0 : 3;  // the first rounds warm caches on both sides
    for (int i = skip; i < done; i++)
        if (last[i]) { lasts[n] = last[i] - posted[i]; answers[n++] = answered[i] - posted[i]; }
    printf("last_p50=%.2f last_p99=%.2f ", percentile(lasts, n, 0.5), percentile(lasts, n, 0.99));
    printf("answer_p50=%.3f answer_p99=%.3f ", percentile(answers, n, 0.5), percentile(answers, n, 0.99));
    if (is_rate)
        printf("each_p50=%.1f each_p99=%.1f per_second=%.0f took=%.2f ", histogram_at(0.5), histogram_at(0.99),
               deliveries / took, took);
    printf("\n");
    return lost || misordered || closed_early;
}
