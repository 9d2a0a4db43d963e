/* A disk that fails: stands before the C library in the programs that are started with it.
 *
 * Calls that touch files under one folder are counted; from the one that was asked for on, or
 * only that one, they fail with the error that was asked for. Room that a removed reserve gives
 * back is there again, as on a real disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <unistd.h>

#define LONGEST 4096
#define REAL(name) ((__typeof__(&name))real(#name))

static char folder[LONGEST];
static char reserve[LONGEST];
static long turn;
static long seen;
static int code;
static int lasting;
static int reads_too;
static long room;
static long reserved;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

/* Counts from here on; the call number `nth` fails, none where it is 0. */
void disk_arm(const char *under, const char *kept_back, long size, long nth, int error, int on,
              int reads) {
    snprintf(folder, sizeof folder, "%s", under);
    snprintf(reserve, sizeof reserve, "%s", kept_back);
    reserved = size;
    room = 0;
    seen = 0;
    turn = nth;
    code = error;
    lasting = on;
    reads_too = reads;
}

void disk_disarm(void) { folder[0] = 0; }

long disk_seen(void) { return seen; }

static int ours(const char *path) {
    return folder[0] && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int ours_open(int descriptor) {
    char link[64], path[LONGEST];
    ssize_t length;
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return ours(path);
}

/* Whether this call fails; what it would take of the disk is given. */
static int fails(long taken) {
    long number = __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST);
    if (turn == 0 || number < turn || (!lasting && number > turn)) return 0;
    if (lasting && room > 0 && room >= taken) {
        room -= taken;
        return 0;
    }
    errno = code;
    return 1;
}

/* A full disk fails where something is written, one that is broken everywhere. */
static int full(void) { return code == ENOSPC; }

static int opening_fails(const char *path, int flags) {
    if (!ours(path)) return 0;
    if (full() && !(flags & O_CREAT)) return 0;
    return fails(0);
}

#define OPENING(name)                                                                             \
    int name(const char *path, int flags, ...) {                                                  \
        mode_t mode = 0;                                                                          \
        va_list more;                                                                             \
        va_start(more, flags);                                                                    \
        if (flags & (O_CREAT | O_TMPFILE)) mode = va_arg(more, mode_t);                           \
        va_end(more);                                                                             \
        if (opening_fails(path, flags)) return -1;                                                \
        return ((int (*)(const char *, int, ...))real(#name))(path, flags, mode);                 \
    }

#define OPENING_AT(name)                                                                          \
    int name(int at, const char *path, int flags, ...) {                                          \
        mode_t mode = 0;                                                                          \
        va_list more;                                                                             \
        va_start(more, flags);                                                                    \
        if (flags & (O_CREAT | O_TMPFILE)) mode = va_arg(more, mode_t);                           \
        va_end(more);                                                                             \
        if (opening_fails(path, flags)) return -1;                                                \
        return ((int (*)(int, const char *, int, ...))real(#name))(at, path, flags, mode);        \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

ssize_t write(int to, const void *data, size_t size) {
    if (ours_open(to) && fails((long)size)) return -1;
    return REAL(write)(to, data, size);
}

ssize_t pwrite(int to, const void *data, size_t size, off_t place) {
    if (ours_open(to) && fails((long)size)) return -1;
    return REAL(pwrite)(to, data, size, place);
}

ssize_t pwrite64(int to, const void *data, size_t size, off64_t place) {
    if (ours_open(to) && fails((long)size)) return -1;
    return REAL(pwrite64)(to, data, size, place);
}

ssize_t read(int from, void *data, size_t size) {
    if (reads_too && !full() && ours_open(from) && fails(0)) return -1;
    return REAL(read)(from, data, size);
}

ssize_t pread(int from, void *data, size_t size, off_t place) {
    if (reads_too && !full() && ours_open(from) && fails(0)) return -1;
    return REAL(pread)(from, data, size, place);
}

ssize_t pread64(int from, void *data, size_t size, off64_t place) {
    if (reads_too && !full() && ours_open(from) && fails(0)) return -1;
    return REAL(pread64)(from, data, size, place);
}

int fsync(int of) {
    if (ours_open(of) && fails(0)) return -1;
    return REAL(fsync)(of);
}

int fdatasync(int of) {
    if (ours_open(of) && fails(0)) return -1;
    return REAL(fdatasync)(of);
}

int ftruncate(int of, off_t size) {
    if (ours_open(of) && fails(0)) return -1;
    return REAL(ftruncate)(of, size);
}

int ftruncate64(int of, off64_t size) {
    if (ours_open(of) && fails(0)) return -1;
    return REAL(ftruncate64)(of, size);
}

int statvfs64(const char *path, struct statvfs64 *told) {
    int answer = REAL(statvfs64)(path, told);
    if (answer == 0 && ours(path) && full() && lasting && turn && seen >= turn && room <= 0)
        told->f_bfree = told->f_bavail = 0;
    return answer;
}

int rename(const char *from, const char *to) {
    if (ours(to) && fails(0)) return -1;
    return REAL(rename)(from, to);
}

int link(const char *from, const char *to) {
    if (ours(to) && fails(0)) return -1;
    return REAL(link)(from, to);
}

int mkdir(const char *path, mode_t mode) {
    if (ours(path) && fails(0)) return -1;
    return REAL(mkdir)(path, mode);
}

int unlink(const char *path) {
    if (ours(path) && !full() && fails(0)) return -1;
    int answer = REAL(unlink)(path);
    if (answer == 0 && reserved && strcmp(path, reserve) == 0) room += reserved;
    return answer;
}
