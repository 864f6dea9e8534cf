#include "CDropVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/// What a file holds as its users see it; the disk has only what was synced.
typedef struct Image {
    struct Image *next;
    char *path;
    unsigned char *bytes;
    sqlite3_int64 size;
    sqlite3_int64 capacity;
    sqlite3_int64 dirty_from;
    sqlite3_int64 dirty_to;
    int users;
} Image;

/// An open file: the real one, for locks and shared memory, and the image, for its bytes.
typedef struct DropFile {
    sqlite3_file base;
    Image *image;
    sqlite3_file *real;
} DropFile;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Image *images;
static int is_down;
static long syncs;
static sqlite3_vfs drop_vfs;

static sqlite3_vfs *parent(void) { return (sqlite3_vfs *)drop_vfs.pAppData; }
static sqlite3_file *real_of(sqlite3_file *file) { return ((DropFile *)file)->real; }

static int reserve(Image *image, sqlite3_int64 size) {
    if (size <= image->capacity) return SQLITE_OK;
    sqlite3_int64 capacity = size * 2;
    unsigned char *bytes = realloc(image->bytes, (size_t)capacity);
    if (!bytes) return SQLITE_NOMEM;
    image->bytes = bytes;
    image->capacity = capacity;
    return SQLITE_OK;
}

static void mark_clean(Image *image) {
    image->dirty_from = -1;
    image->dirty_to = -1;
}

static void mark_dirty(Image *image, sqlite3_int64 from, sqlite3_int64 to) {
    if (image->dirty_from < 0 || from < image->dirty_from) image->dirty_from = from;
    if (to > image->dirty_to) image->dirty_to = to;
}

static void forget(Image *image) {
    for (Image **link = &images; *link; link = &(*link)->next) {
        if (*link != image) continue;
        *link = image->next;
        break;
    }
    free(image->path);
    free(image->bytes);
    free(image);
}

/// Finds or loads the image of a path; called under the lock.
static Image *image_of(const char *path, sqlite3_file *real) {
    for (Image *image = images; image; image = image->next)
        if (strcmp(image->path, path) == 0) return image;
    Image *image = calloc(1, sizeof(Image));
    if (!image) return NULL;
    image->path = strdup(path);
    mark_clean(image);
    image->next = images;
    images = image;
    sqlite3_int64 size = 0;
    if (real->pMethods->xFileSize(real, &size) != SQLITE_OK || size == 0) return image;
    if (reserve(image, size) != SQLITE_OK) return image;
    if (real->pMethods->xRead(real, image->bytes, (int)size, 0) == SQLITE_OK) image->size = size;
    return image;
}

static int drop_close(sqlite3_file *file) {
    DropFile *drop = (DropFile *)file;
    int code = drop->real->pMethods ? drop->real->pMethods->xClose(drop->real) : SQLITE_OK;
    pthread_mutex_lock(&lock);
    // What a closed file did not sync is still in the machine's memory, so the image stays until the power goes.
    if (drop->image) drop->image->users -= 1;
    pthread_mutex_unlock(&lock);
    free(drop->real);
    return code;
}

static int drop_read(sqlite3_file *file, void *into, int count, sqlite3_int64 offset) {
    Image *image = ((DropFile *)file)->image;
    pthread_mutex_lock(&lock);
    int code = SQLITE_IOERR_READ;
    if (!is_down) {
        sqlite3_int64 there = image->size - offset;
        if (there < 0) there = 0;
        if (there > count) there = count;
        if (there > 0) memcpy(into, image->bytes + offset, (size_t)there);
        memset((char *)into + there, 0, (size_t)(count - there));
        code = there == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset) {
    Image *image = ((DropFile *)file)->image;
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_IOERR_WRITE : reserve(image, offset + count);
    if (code == SQLITE_OK) {
        if (offset > image->size) memset(image->bytes + image->size, 0, (size_t)(offset - image->size));
        memcpy(image->bytes + offset, from, (size_t)count);
        if (offset + count > image->size) image->size = offset + count;
        mark_dirty(image, offset, offset + count);
    }
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_truncate(sqlite3_file *file, sqlite3_int64 size) {
    Image *image = ((DropFile *)file)->image;
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
    if (code == SQLITE_OK && size < image->size) {
        image->size = size;
        mark_dirty(image, size, size);
    }
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_sync(sqlite3_file *file, int flags) {
    (void)flags;
    Image *image = ((DropFile *)file)->image;
    sqlite3_file *real = real_of(file);
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_IOERR_FSYNC : SQLITE_OK;
    if (code == SQLITE_OK && image->dirty_from >= 0) {
        sqlite3_int64 to = image->dirty_to < image->size ? image->dirty_to : image->size;
        if (to > image->dirty_from)
            code = real->pMethods->xWrite(
                real, image->bytes + image->dirty_from, (int)(to - image->dirty_from), image->dirty_from);
        if (code == SQLITE_OK) code = real->pMethods->xTruncate(real, image->size);
        if (code == SQLITE_OK) mark_clean(image);
    }
    syncs += 1;
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_size(sqlite3_file *file, sqlite3_int64 *size) {
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_IOERR_FSTAT : SQLITE_OK;
    *size = ((DropFile *)file)->image->size;
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_lock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int drop_unlock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int drop_reserved(sqlite3_file *file, int *result) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), result);
}

static int drop_control(sqlite3_file *file, int op, void *argument) {
    (void)file;
    (void)op;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int drop_sector(sqlite3_file *file) {
    (void)file;
    return 4096;
}

// Nothing is promised about the disk: no atomic and no power-safe writes.
static int drop_characteristics(sqlite3_file *file) {
    (void)file;
    return 0;
}

static int drop_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **to) {
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, to);
}

static int drop_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void drop_shm_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int drop_shm_unmap(sqlite3_file *file, int erase) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), erase);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = drop_close,
    .xRead = drop_read,
    .xWrite = drop_write,
    .xTruncate = drop_truncate,
    .xSync = drop_sync,
    .xFileSize = drop_size,
    .xLock = drop_lock,
    .xUnlock = drop_unlock,
    .xCheckReservedLock = drop_reserved,
    .xFileControl = drop_control,
    .xSectorSize = drop_sector,
    .xDeviceCharacteristics = drop_characteristics,
    .xShmMap = drop_shm_map,
    .xShmLock = drop_shm_lock,
    .xShmBarrier = drop_shm_barrier,
    .xShmUnmap = drop_shm_unmap,
};

static int drop_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    if (!path) return parent()->xOpen(parent(), path, file, flags, out);
    DropFile *drop = (DropFile *)file;
    memset(drop, 0, sizeof(*drop));
    drop->real = calloc(1, (size_t)parent()->szOsFile);
    if (!drop->real) return SQLITE_NOMEM;
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_CANTOPEN : parent()->xOpen(parent(), path, drop->real, flags, out);
    if (code == SQLITE_OK) {
        drop->image = image_of(path, drop->real);
        if (drop->image) drop->image->users += 1;
        drop->base.pMethods = &methods;
    } else {
        free(drop->real);
    }
    pthread_mutex_unlock(&lock);
    return code;
}

static int drop_delete(sqlite3_vfs *vfs, const char *path, int sync_directory) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    int code = is_down ? SQLITE_IOERR_DELETE : parent()->xDelete(parent(), path, sync_directory);
    if (code == SQLITE_OK) {
        for (Image *image = images; image; image = image->next) {
            if (strcmp(image->path, path) != 0) continue;
            if (image->users == 0) forget(image);
            break;
        }
    }
    pthread_mutex_unlock(&lock);
    return code;
}

int drop_vfs_register(void) {
    pthread_mutex_lock(&lock);
    int code = SQLITE_OK;
    if (!drop_vfs.zName) {
        sqlite3_vfs *base = sqlite3_vfs_find(NULL);
        drop_vfs = *base;
        drop_vfs.pNext = NULL;
        drop_vfs.zName = "muster-drop";
        drop_vfs.pAppData = base;
        if (drop_vfs.szOsFile < (int)sizeof(DropFile)) drop_vfs.szOsFile = (int)sizeof(DropFile);
        drop_vfs.xOpen = drop_open;
        drop_vfs.xDelete = drop_delete;
        code = sqlite3_vfs_register(&drop_vfs, 0);
    }
    pthread_mutex_unlock(&lock);
    return code;
}

void drop_vfs_cut_power(void) {
    pthread_mutex_lock(&lock);
    is_down = 1;
    pthread_mutex_unlock(&lock);
}

int drop_vfs_restore_power(void) {
    pthread_mutex_lock(&lock);
    int open_files = 0;
    for (Image *image = images; image;) {
        Image *next = image->next;
        open_files += image->users;
        if (image->users == 0) forget(image);
        image = next;
    }
    if (open_files == 0) is_down = 0;
    pthread_mutex_unlock(&lock);
    return open_files;
}

long drop_vfs_sync_count(void) {
    pthread_mutex_lock(&lock);
    long count = syncs;
    pthread_mutex_unlock(&lock);
    return count;
}

int drop_vfs_tamper(const char *path, const char *sql) {
    sqlite3 *db = NULL;
    int code = sqlite3_open(path, &db);
    if (code == SQLITE_OK) code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
    return code;
}
