#include "CodebookData.h"

static const unsigned char codebook[] = {
#embed "../../Annotations/codebook.json"
};

const unsigned char *assay_codebook_bytes(void) { return codebook; }

size_t assay_codebook_count(void) { return sizeof codebook; }
