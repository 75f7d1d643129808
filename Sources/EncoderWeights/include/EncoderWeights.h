#ifndef ASSAY_ENCODER_WEIGHTS_H
#define ASSAY_ENCODER_WEIGHTS_H

#include <stddef.h>

/// The weights file that Training/export wrote, in the program's constant memory for as long as it runs.
const unsigned char *encoder_weights_bytes(void);
size_t encoder_weights_count(void);

#endif
