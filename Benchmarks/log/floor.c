// The floors under the log, on the same disk: a loop of fdatasync, and the bare SQLite C API with the log's schema.
//
//   floor fdatasync FILE COUNT       one 4 KiB page written in place and flushed, COUNT times
//   floor sqlite FILE COUNT GROUP    COUNT commands in transactions of GROUP, each on a stream of its own
//
// Prints commands a second. Nothing is hashed, sealed or encoded here: the bytes have the sizes of the log's.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(const char *what) {
    fprintf(stderr, "floor: %s\n", what);
    exit(1);
}

static void run_fdatasync(const char *path, long count) {
    enum { page = 4096, pages = 1024 };
    char bytes[page];
    memset(bytes, 7, sizeof bytes);
    int file = open(path, O_CREAT | O_RDWR | O_TRUNC, 0644);
    if (file < 0) fail("open");
    // Laid out before, as a write-ahead log is after its first round.
    for (long i = 0; i < pages; i++)
        if (pwrite(file, bytes, page, i * page) != page) fail("write");
    if (fsync(file) != 0) fail("fsync");
    double start = now();
    for (long i = 0; i < count; i++) {
        if (pwrite(file, bytes, page, i % pages * page) != page) fail("write");
        if (fdatasync(file) != 0) fail("fdatasync");
    }
    printf("fdatasync %f\n", (double)count / (now() - start));
    close(file);
}

static const char *schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
    "PRAGMA wal_autocheckpoint = 4000;"
    "CREATE TABLE record (stream INTEGER NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL,"
    " header TEXT NOT NULL, PRIMARY KEY (stream, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE part (stream INTEGER NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,"
    " name TEXT NOT NULL, salt BLOB NOT NULL, sealed INTEGER NOT NULL, stored ANY,"
    " PRIMARY KEY (stream, position, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE outcome (number INTEGER PRIMARY KEY, device TEXT NOT NULL, command TEXT NOT NULL,"
    " at INTEGER NOT NULL, stream TEXT NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL,"
    " bytes BLOB NOT NULL) STRICT;"
    "CREATE UNIQUE INDEX outcomeByCommand ON outcome (command, device);";

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail(sqlite3_errmsg(db));
    return statement;
}

static void run(sqlite3 *db, sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(db));
    sqlite3_reset(statement);
}

static void run_sqlite(const char *path, long count, long group) {
    sqlite3 *db;
    if (sqlite3_open(path, &db) != SQLITE_OK) fail("open");
    if (sqlite3_exec(db, schema, NULL, NULL, NULL) != SQLITE_OK) fail(sqlite3_errmsg(db));
    sqlite3_stmt *begin = prepare(db, "BEGIN IMMEDIATE");
    sqlite3_stmt *commit = prepare(db, "COMMIT");
    sqlite3_stmt *find = prepare(db, "SELECT bytes FROM outcome WHERE command = ? AND device = ?");
    sqlite3_stmt *record = prepare(db, "INSERT INTO record VALUES (?, ?, ?, ?)");
    sqlite3_stmt *part = prepare(db, "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?)");
    sqlite3_stmt *outcome = prepare(
        db,
        "INSERT INTO outcome (device, command, at, stream, position, digest, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)");
    char header[340], body[100], digest[32] = {1}, salt[16] = {2}, command[17];
    memset(header, 'h', sizeof header);
    memset(body, 'b', sizeof body);
    srandom(1);
    double start = now();
    for (long done = 0; done < count;) {
        run(db, begin);
        for (long i = 0; i < group && done < count; i++, done++) {
            snprintf(command, sizeof command, "%08lx%08lx", random(), random());
            sqlite3_bind_text(find, 1, command, 16, SQLITE_STATIC);
            sqlite3_bind_text(find, 2, "d123456", 7, SQLITE_STATIC);
            if (sqlite3_step(find) != SQLITE_DONE) fail("a command came twice");
            sqlite3_reset(find);
            long position = done / group + 1;
            sqlite3_bind_int64(record, 1, i);
            sqlite3_bind_int64(record, 2, position);
            sqlite3_bind_blob(record, 3, digest, sizeof digest, SQLITE_STATIC);
            sqlite3_bind_text(record, 4, header, sizeof header, SQLITE_STATIC);
            run(db, record);
            sqlite3_bind_int64(part, 1, i);
            sqlite3_bind_int64(part, 2, position);
            sqlite3_bind_int64(part, 3, 0);
            sqlite3_bind_text(part, 4, "body", 4, SQLITE_STATIC);
            sqlite3_bind_blob(part, 5, salt, sizeof salt, SQLITE_STATIC);
            sqlite3_bind_int64(part, 6, 0);
            sqlite3_bind_text(part, 7, body, sizeof body, SQLITE_STATIC);
            run(db, part);
            sqlite3_bind_text(outcome, 1, "d123456", 7, SQLITE_STATIC);
            sqlite3_bind_text(outcome, 2, command, 16, SQLITE_STATIC);
            sqlite3_bind_int64(outcome, 3, 1764034059000);
            sqlite3_bind_text(outcome, 4, "s1", 2, SQLITE_STATIC);
            sqlite3_bind_int64(outcome, 5, position);
            sqlite3_bind_blob(outcome, 6, digest, sizeof digest, SQLITE_STATIC);
            sqlite3_bind_blob(outcome, 7, "{\"outcome\":\"accepted\"}", 22, SQLITE_STATIC);
            run(db, outcome);
        }
        run(db, commit);
    }
    printf("sqlite %f\n", (double)count / (now() - start));
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    sqlite3_finalize(find);
    sqlite3_finalize(record);
    sqlite3_finalize(part);
    sqlite3_finalize(outcome);
    sqlite3_close(db);
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "fdatasync") == 0)
        run_fdatasync(argv[2], atol(argv[3]));
    else if (argc == 5 && strcmp(argv[1], "sqlite") == 0)
        run_sqlite(argv[2], atol(argv[3]), atol(argv[4]));
    else
        fail("fdatasync FILE COUNT | sqlite FILE COUNT GROUP");
    return 0;
}
