#pragma once
#include <stddef.h>

/// The first byte of Annotations/codebook.json as it was when the program was built.
const unsigned char *assay_codebook_bytes(void);

/// How many bytes that file had.
size_t assay_codebook_count(void);
