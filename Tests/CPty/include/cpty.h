/* Starts programs in sessions of their own on pseudo-terminals; what Swift's Glibc module hides. */
#ifndef CPTY_H
#define CPTY_H

#include <sys/types.h>

/* Opens a pseudo-terminal of a size. Returns the controller's descriptor, closed on exec, or -1
   with errno set; NAME receives the path of the far end. */
int cpty_open(int columns, int rows, char *name, unsigned long name_size);

/* Tells the terminal, and so the program in it, another size. */
int cpty_resize(int controller, int columns, int rows);

/* Starts PROGRAM in a new session, its three streams on the terminal at TERMINAL, which becomes its
   controlling one; with no signal blocked or ignored and no other descriptor open. FOLDER may be
   null. Returns 0 or an error number. */
int cpty_spawn(pid_t *child, const char *program, char *const arguments[],
               char *const environment[], const char *folder, const char *terminal);

/* The same without a terminal: the three streams are the given descriptors. */
int cpty_spawn_plain(pid_t *child, const char *program, char *const arguments[],
                     char *const environment[], const char *folder, int input, int output,
                     int error);

#endif
