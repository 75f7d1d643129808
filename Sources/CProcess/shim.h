#pragma once
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/types.h>

// What the C library declares for _GNU_SOURCE alone, and Swift's Glibc module therefore lacks.
#ifndef __USE_GNU
extern int pipe2(int ends[2], int flags);
extern int memfd_create(const char *name, unsigned int flags);
extern int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *former);
#endif

/// A pipe that no child inherits, also when another thread starts one meanwhile.
static inline int cprocess_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// A file in memory that is gone when it is closed, and that no child inherits.
static inline int cprocess_memory_file(void) { return memfd_create("document", 1 /* MFD_CLOEXEC */); }

/// Limits the processor time and the memory of a running process, and its core file to nothing.
static inline void cprocess_limit(pid_t process, unsigned long seconds, unsigned long bytes) {
  struct rlimit time = {seconds, seconds};
  struct rlimit memory = {bytes, bytes};
  struct rlimit core = {0, 0};
  prlimit(process, RLIMIT_CPU, &time, 0);
  prlimit(process, RLIMIT_AS, &memory, 0);
  prlimit(process, RLIMIT_CORE, &core, 0);
}
