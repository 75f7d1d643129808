/* What Swift cannot import of GNU readline: its mutable global variables. */
#ifndef CREADLINE_SHIM_H
#define CREADLINE_SHIM_H

#include <stdio.h>
#include <readline/history.h>
#include <readline/readline.h>

/* Leaves signals, the environment and input to the caller; comes before rl_initialize. */
static inline void creadline_prepare(const char *name, rl_getc_func_t *read_byte,
                                     rl_cpvfunc_t *begin_word, rl_completion_func_t *complete) {
  rl_readline_name = name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_getc_function = read_byte;
  rl_completion_word_break_hook = begin_word;
  rl_attempted_completion_function = complete;
  rl_basic_word_break_characters = " \t\n";
  rl_completer_word_break_characters = " \t\n";
  rl_filename_quote_characters = " \t\n\"'\\";
}

static inline void creadline_show_on_standard_error(void) { rl_outstream = stderr; }

static inline const char *creadline_line(void) { return rl_line_buffer; }

static inline int creadline_cursor(void) { return rl_point; }

/* Says which characters quote, before readline looks for the word to complete: one or none. */
static inline void creadline_set_quote(char quote) {
  rl_completer_quote_characters = quote == '"' ? "\"" : quote == '\'' ? "'" : NULL;
}

/* Says which characters readline may put around a completed file name. */
static inline void creadline_set_all_quotes(void) { rl_completer_quote_characters = "\"'"; }

static inline int creadline_open_quote(void) { return rl_completion_quote_character; }

/* Says how readline ends the completion that is being made. */
static inline void creadline_set_completion(int sorted, int append_character,
                                            int leave_quote_open) {
  rl_attempted_completion_over = 1;
  rl_sort_completion_matches = sorted;
  rl_completion_append_character = append_character;
  rl_completion_suppress_quote = leave_quote_open;
}

/* Hands the completion that is being made over to readline's own file names. */
static inline void creadline_complete_file_name(void) {
  rl_attempted_completion_over = 0;
  rl_sort_completion_matches = 1;
}

static inline void creadline_show_line_end(void) {
  rl_point = rl_end;
  rl_redisplay();
}

#endif
