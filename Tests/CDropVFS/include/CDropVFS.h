#ifndef C_DROP_VFS_H
#define C_DROP_VFS_H

/// A disk for tests that keeps what was not synced in memory only, and loses it when the power is cut.
///
/// Open a database as `file:PATH?vfs=muster-drop`. One power for all files: tests that cut it run one by one.

/// Makes the file system known to SQLite; harmless when done again. Returns an SQLite code.
int drop_vfs_register(void);

/// Drops every write that was not synced; until the power is back each call on a file fails.
void drop_vfs_cut_power(void);

/// Puts the power back. Every connection from before must be closed; returns how many files are still open.
int drop_vfs_restore_power(void);

/// How many syncs have reached the disk so far.
long drop_vfs_sync_count(void);

/// Runs SQL on an ordinary database file, as somebody would who tampers with it. Returns an SQLite code.
int drop_vfs_tamper(const char *path, const char *sql);

#endif
