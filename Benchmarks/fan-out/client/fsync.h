// The wait for an idle disk, measured in the same run: part of load.c, which has the clock and the percentiles.
static int fsync_loop(const char *path, int rounds) {
    int64_t *took = calloc(rounds, sizeof *took);
    char record[EVENT_BYTES];
    memset(record, 'x', sizeof record);
    int fd = open(path, O_CREAT | O_WRONLY | O_APPEND | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) fail(path);
    for (int i = 0; i < rounds; i++) {
        int64_t t = now_us();
        if (write(fd, record, sizeof record) != sizeof record || fdatasync(fd)) fail("fdatasync");
        took[i] = now_us() - t;
        usleep(20000);
    }
    unlink(path);
    double p50 = percentile(took, rounds, 0.5);
    printf("label=fdatasync p50=%.3f p99=%.3f\n", p50, percentile(took, rounds, 0.99));
    return 0;
}
