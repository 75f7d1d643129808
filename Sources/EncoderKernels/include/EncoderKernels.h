#ifndef ASSAY_ENCODER_KERNELS_H
#define ASSAY_ENCODER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of the encoder. Every form of a loop, whatever the processor, gives the same bits: sums of products
// are whole numbers, and floats are added in one order, without fused multiplication.

/// The forms of the product of whole numbers, from the one that every processor has.
enum kernel_form { kernel_plain, kernel_avx2, kernel_avx512_vnni };

/// The fastest form that this processor has.
enum kernel_form kernel_best_form(void);

/// Columns of a matrix that share a scale, and outputs that are worked on together: a packed matrix has multiples of both.
enum { kernel_group = 192, kernel_block = 64 };

/// Reorders `outputs` rows of `inputs` signed bytes into `packed`, which takes as many bytes and is aligned to 64.
void kernel_pack(const int8_t *weights, size_t outputs, size_t inputs, uint8_t *packed);

/// Rounds rows of floats to whole numbers of 16 bits, with one scale for each group of columns.
///
/// `quants` takes two bytes for each float, in the order that the form reads them; `scales` and `sums` one number for each group.
void kernel_quantise(
    enum kernel_form form, const float *x, size_t rows, size_t columns, void *quants,
    float *scales, int32_t *sums);

/// `out = x * weightsᵀ * weight_scales + bias` for quantised rows.
void kernel_multiply(
    enum kernel_form form, const uint8_t *packed, const float *weight_scales, const float *bias,
    size_t outputs, size_t inputs, const void *quants, const float *scales, const int32_t *sums,
    size_t rows, float *out);

/// The GELU in its tanh form, in place: x / (1 + e^(-2u)) with u = sqrt(2/pi) (x + 0.044715 x³).
void kernel_gelu(float *x, size_t count);

/// Attention of 32-wide heads: for each head `out = softmax(scale * q * kᵀ) * v`.
///
/// A row of `packed` holds the queries of all heads, the keys and the values, `width` floats each. Every row answers; the
/// rows at `places` ask, and `out` has one row of `width` for each. `scratch` takes `kernel_attention_scratch(rows)` floats.
void kernel_attend(
    const float *packed, size_t rows, const size_t *places, size_t queries, size_t width,
    size_t heads, float scale, float *out, float *scratch);
size_t kernel_attention_scratch(size_t rows);

#endif
