// What a listening connection hears, and whether it is in order: part of load.c, which has the sockets and the tables.
static void delivered(Listener *l, uint32_t seq) {
    if (seq >= MAX_SEQ) { misordered++; return; }
    if (l->next == ordered && !received[seq]) order[ordered++] = seq;
    if (l->next >= ordered || order[l->next] != seq) { misordered++; return; }
    l->next++;
    deliveries++;
    int64_t t = now_us();
    if (histogram_on) {
        int64_t step = (t - posted[seq]) / 100;
        histogram[step < BUCKETS ? step : BUCKETS - 1]++;
    }
    if (++received[seq] == (uint32_t)subs) last[seq] = t;
}

static void scan(Listener *l, const char *p, size_t size) {
    const char *end = p + size;
    while (p < end) {
        if (l->digits < 0) {
            p = memchr(p, '~', end - p);
            if (!p) return;
            p++;
            l->digits = 0;
            l->value = 0;
            continue;
        }
        l->value = l->value * 10 + (*p++ - '0');
        if (++l->digits == 8) {
            l->digits = -1;
            delivered(l, l->value);
        }
    }
}

static void ask(Listener *l, const char *path, int phase) {
    char request[512];
    int n = snprintf(request, sizeof request,
                     "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n", path, host);
    l->phase = phase;
    put(l->fd, l->ssl, request, n);
}

// Reads on in the answer to an ordinary request, whose head comes in one piece; after its end the feed is asked for.
static void hear_first(Listener *l, char *p, size_t size) {
    if (l->phase == 5) {
        p[size] = 0;
        char *body = strstr(p, "\r\n\r\n"), *length = strcasestr(p, "content-length:");
        if (!body || !length || size < 12 || memcmp(p + 9, "200", 3)) {
            fprintf(stderr, "load: the first request: %s\n", p);
            exit(1);
        }
        l->value = strtoul(length + 15, 0, 10);
        size -= body + 4 - p;
        l->phase = 6;
    }
    l->value -= size;
    if (l->value == 0) ask(l, subscribe_path, 2);
}

static void hear(Listener *l) {
    static char buffer[262144];
    if (l->phase == 0) {
        if (use_tls) l->ssl = secure(l->fd);
        l->phase = 1;
    }
    if (l->phase == 1) {
        if (l->ssl && SSL_do_handshake(l->ssl) != 1) return;
        if (first_path) ask(l, first_path, 5);
        else ask(l, subscribe_path, 2);
    }
    for (;;) {
        ssize_t n = get(l->fd, l->ssl, buffer, sizeof buffer - 1);
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) {
            if (l->phase != 4) closed_early++;
            l->phase = 4;
            close(l->fd);
            return;
        }
        if (l->phase >= 5) { hear_first(l, buffer, n); continue; }
        if (l->phase == 2) {
            if (n < 12 || memcmp(buffer + 9, "200", 3)) {
                fprintf(stderr, "load: refused: %.*s\n", (int)(n < 300 ? n : 300), buffer);
                exit(1);
            }
            l->phase = 3;
            listening++;
        }
        scan(l, buffer, n);
        if (!l->ssl && n < (ssize_t)sizeof buffer - 1) return;
    }
}
