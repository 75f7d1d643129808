/* libcurl, loaded when an address is first asked for.

   Linked at start, it and the thirty libraries behind it would cost every command some ten
   milliseconds, and put network code into processes that never need any. */
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>

/* Loads the library; false where it is not installed. Comes once, before anything else here. */
bool ccurl_load(void);

/* Transfers. The variadic functions of libcurl get a typed form each. */
CURL *ccurl_make(void);
void ccurl_destroy(CURL *handle);
CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value);
/* libcurl copies the text; NULL gives the option its own default. */
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
/* Where libcurl writes what went wrong: CURL_ERROR_SIZE bytes that outlive the handle. */
CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer);
/* No scheme but http and https, whatever asks for it. */
CURLcode ccurl_allow_web_only(CURL *handle);
CURLcode ccurl_set_callbacks(CURL *handle, void *context, curl_write_callback header,
                             curl_write_callback body, curl_xferinfo_callback progress,
                             curl_opensocket_callback open_socket);
CURLcode ccurl_perform(CURL *handle);
/* 0 where there is none. */
long ccurl_number(CURL *handle, CURLINFO info);
/* NULL where there is none; lives as long as the handle. */
const char *ccurl_text(CURL *handle, CURLINFO info);
const char *ccurl_reason(CURLcode code);

/* Addresses. */
CURLU *ccurl_make_url(void);
void ccurl_destroy_url(CURLU *url);
CURLUcode ccurl_set_part(CURLU *url, CURLUPart part, const char *value, unsigned int flags);
/* NULL where there is none; to be freed with ccurl_free. */
char *ccurl_part(CURLU *url, CURLUPart part, unsigned int flags);
void ccurl_free(void *memory);

#endif
