/* CURLOPT_PROTOCOLS is what every version knows, though newer ones call it deprecated. */
#define CURL_DISABLE_DEPRECATION
#include "CCurl.h"

#include <dlfcn.h>

/* The macros would check the types of constant options, which ours are not. */
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define FUNCTIONS(each)                                                                  \
  each(curl_global_init) each(curl_easy_init) each(curl_easy_cleanup)                    \
  each(curl_easy_setopt) each(curl_easy_perform) each(curl_easy_getinfo)                 \
  each(curl_easy_strerror) each(curl_url) each(curl_url_cleanup) each(curl_url_set)      \
  each(curl_url_get) each(curl_free)

#define DECLARE(name) __typeof__(&name) name;
static struct { FUNCTIONS(DECLARE) } loaded;

bool ccurl_load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
#define FIND(name) if (!(loaded.name = (__typeof__(&name))dlsym(library, #name))) return false;
  FUNCTIONS(FIND)
  return loaded.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

CURL *ccurl_make(void) { return loaded.curl_easy_init(); }

void ccurl_destroy(CURL *handle) { loaded.curl_easy_cleanup(handle); }

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
  return loaded.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return loaded.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return loaded.curl_easy_setopt(handle, option, value);
}

CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer) {
  return loaded.curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_allow_web_only(CURL *handle) {
  long schemes = CURLPROTO_HTTP | CURLPROTO_HTTPS;
  return loaded.curl_easy_setopt(handle, CURLOPT_PROTOCOLS, schemes);
}

CURLcode ccurl_set_callbacks(CURL *handle, void *context, curl_write_callback header,
                             curl_write_callback body, curl_xferinfo_callback progress,
                             curl_opensocket_callback open_socket) {
  CURLcode code = CURLE_OK;
#define SET(option, value) \
  if (code == CURLE_OK) code = loaded.curl_easy_setopt(handle, option, value)
  SET(CURLOPT_HEADERDATA, context);
  SET(CURLOPT_HEADERFUNCTION, header);
  SET(CURLOPT_WRITEDATA, context);
  SET(CURLOPT_WRITEFUNCTION, body);
  SET(CURLOPT_XFERINFODATA, context);
  SET(CURLOPT_XFERINFOFUNCTION, progress);
  SET(CURLOPT_NOPROGRESS, 0L);
  SET(CURLOPT_OPENSOCKETDATA, context);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
#undef SET
  return code;
}

CURLcode ccurl_perform(CURL *handle) { return loaded.curl_easy_perform(handle); }

long ccurl_number(CURL *handle, CURLINFO info) {
  long value = 0;
  return loaded.curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_text(CURL *handle, CURLINFO info) {
  char *value = NULL;
  return loaded.curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}

const char *ccurl_reason(CURLcode code) { return loaded.curl_easy_strerror(code); }

CURLU *ccurl_make_url(void) { return loaded.curl_url(); }

void ccurl_destroy_url(CURLU *url) { loaded.curl_url_cleanup(url); }

CURLUcode ccurl_set_part(CURLU *url, CURLUPart part, const char *value, unsigned int flags) {
  return loaded.curl_url_set(url, part, value, flags);
}

char *ccurl_part(CURLU *url, CURLUPart part, unsigned int flags) {
  char *value = NULL;
  return loaded.curl_url_get(url, part, &value, flags) == CURLUE_OK ? value : NULL;
}

void ccurl_free(void *memory) { loaded.curl_free(memory); }
