#define _GNU_SOURCE
#include "cpty.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cpty_open(int columns, int rows, char *name, unsigned long name_size) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (controller < 0) return -1;
  if (grantpt(controller) != 0 || unlockpt(controller) != 0 ||
      ptsname_r(controller, name, name_size) != 0 || ioctl(controller, TIOCSWINSZ, &size) != 0) {
    int code = errno;
    close(controller);
    errno = code;
    return -1;
  }
  return controller;
}

int cpty_resize(int controller, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(controller, TIOCSWINSZ, &size);
}

static int spawn(pid_t *child, const char *program, char *const arguments[],
                 char *const environment[], const char *folder,
                 posix_spawn_file_actions_t *actions, short flags) {
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes,
                           (short)(flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  posix_spawn_file_actions_addclosefrom_np(actions, 3);
  if (folder) posix_spawn_file_actions_addchdir_np(actions, folder);
  int code = posix_spawn(child, program, actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(actions);
  return code;
}

int cpty_spawn(pid_t *child, const char *program, char *const arguments[],
               char *const environment[], const char *folder, const char *terminal) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  return spawn(child, program, arguments, environment, folder, &actions, POSIX_SPAWN_SETSID);
}

int cpty_spawn_plain(pid_t *child, const char *program, char *const arguments[],
                     char *const environment[], const char *folder, int input, int output,
                     int error) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, error, 2);
  return spawn(child, program, arguments, environment, folder, &actions, 0);
}
