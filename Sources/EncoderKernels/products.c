#include "EncoderKernels.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Weights are packed as [block of 64 outputs][group of 4 inputs][64 outputs][4 inputs], each with 128 added, for
// the dot product of AVX-512 VNNI takes one factor without a sign. 128 times the sum of a row's numbers is taken off the
// sums again.

enum kernel_form kernel_best_form(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) {
    return kernel_avx512_vnni;
  }
  if (__builtin_cpu_supports("avx2")) return kernel_avx2;
#endif
  return kernel_plain;
}

void kernel_pack(const int8_t *weights, size_t outputs, size_t inputs, uint8_t *packed) {
  for (size_t first = 0; first < outputs; first += kernel_block) {
    for (size_t input = 0; input < inputs; input += 4) {
      for (size_t output = first; output < first + kernel_block; output++) {
        for (size_t each = 0; each < 4; each++) {
          *packed++ = (uint8_t)(weights[output * inputs + input + each] + 128);
        }
      }
    }
  }
}

// MARK: - Rounding

// A number of 16 bits is kept whole, or for VNNI in two bytes: 256 * high + low. A row then has its high bytes first, and
// its low bytes after them.

static int32_t whole(float x) {
  // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits.
  float shifted = x + 12582912.0f;
  int32_t bits;
  memcpy(&bits, &shifted, 4);
  return bits - 0x4B400000;
}

#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
void kernel_quantise(
    enum kernel_form form, const float *x, size_t rows, size_t columns, void *quants,
    float *scales, int32_t *sums) {
  for (size_t row = 0; row < rows; row++) {
    int8_t *bytes = (int8_t *)quants + 2 * row * columns;
    int16_t *words = (int16_t *)quants + row * columns;
    for (size_t first = 0; first < columns; first += kernel_group) {
      const float *from = x + row * columns + first;
      // The bits of positive floats are in the order of their values.
      uint32_t most = 0;
      for (size_t i = 0; i < kernel_group; i++) {
        uint32_t bits;
        memcpy(&bits, from + i, 4);
        bits &= 0x7FFFFFFF;
        most = bits > most ? bits : most;
      }
      float largest;
      memcpy(&largest, &most, 4);
      float factor = largest > 0 ? 32639 / largest : 0;
      int32_t sum = 0;
      if (form == kernel_avx512_vnni) {
        for (size_t i = 0; i < kernel_group; i++) {
          int32_t quant = whole(from[i] * factor);
          int32_t high = (quant + 128) >> 8;
          bytes[first + i] = (int8_t)high;
          bytes[columns + first + i] = (int8_t)(quant - 256 * high);
          sum += quant;
        }
      } else {
        for (size_t i = 0; i < kernel_group; i++) {
          int32_t quant = whole(from[i] * factor);
          words[first + i] = (int16_t)quant;
          sum += quant;
        }
      }
      *scales++ = largest / 32639;
      *sums++ = 128 * sum;
    }
  }
}

// MARK: - Products

struct product {
  const uint8_t *packed;
  const float *weight_scales;
  const float *bias;
  size_t outputs;
  size_t inputs;
  const void *quants;
  const float *scales;
  const int32_t *sums;
  float *out;
};

/// Adds one block of one row's sums to what stands in `out`.
#define ADD_PLAIN(p, acc, row, group, first, count)                                         \
  do {                                                                                      \
    size_t at_ = (row) * ((p)->inputs / kernel_group) + (group);                            \
    float *to_ = (p)->out + (row) * (p)->outputs + (first);                                 \
    const float *before_ = (group) == 0 ? (p)->bias + (first) : to_;                        \
    for (size_t o_ = 0; o_ < (count); o_++) {                                               \
      float factor_ = (p)->weight_scales[(first) + o_] * (p)->scales[at_];                  \
      to_[o_] = before_[o_] + (float)((acc)[o_] - (p)->sums[at_]) * factor_;                \
    }                                                                                       \
  } while (0)

typedef uint8_t byte_vector __attribute__((vector_size(16), aligned(1), may_alias));
typedef int16_t short_vector __attribute__((vector_size(32)));
typedef int32_t whole_vector __attribute__((vector_size(64)));

static void multiply_plain(const struct product *p, size_t rows) {
  for (size_t first = 0; first < p->outputs; first += 4) {
    const uint8_t *panel =
        p->packed + first / kernel_block * kernel_block * p->inputs + first % kernel_block * 4;
    for (size_t row = 0; row < rows; row++) {
      for (size_t group = 0; group < p->inputs / kernel_group; group++) {
        const int16_t *a = (const int16_t *)p->quants + row * p->inputs + group * kernel_group;
        const uint8_t *b = panel + group * kernel_group * kernel_block;
        whole_vector acc = {0};
        for (size_t k = 0; k < kernel_group; k += 4, b += 4 * kernel_block) {
          short_vector weights = __builtin_convertvector(*(const byte_vector *)b, short_vector);
          short_vector factors = {a[k], a[k + 1], a[k + 2], a[k + 3], a[k], a[k + 1],
                                  a[k + 2], a[k + 3], a[k], a[k + 1], a[k + 2], a[k + 3],
                                  a[k], a[k + 1], a[k + 2], a[k + 3]};
          acc += __builtin_convertvector(weights, whole_vector)
                 * __builtin_convertvector(factors, whole_vector);
        }
        int32_t sums[4];
        for (size_t o = 0; o < 4; o++) {
          sums[o] = acc[4 * o] + acc[4 * o + 1] + acc[4 * o + 2] + acc[4 * o + 3];
        }
        ADD_PLAIN(p, sums, row, group, first, (size_t)4);
      }
    }
  }
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))
#define UNROLLED _Pragma("clang loop unroll(full)")

/// `count` rows (at most 3) by 16 outputs.
AVX2 static inline __attribute__((always_inline)) void tile_avx2(
    const struct product *p, const uint8_t *panel, size_t first, size_t row, const size_t count) {
  for (size_t group = 0; group < p->inputs / kernel_group; group++) {
    const int16_t *a = (const int16_t *)p->quants + row * p->inputs + group * kernel_group;
    const uint8_t *b = panel + group * kernel_group * kernel_block;
    __m256i acc[3][4];
    UNROLLED for (size_t r = 0; r < count; r++) {
      UNROLLED for (size_t o = 0; o < 4; o++) acc[r][o] = _mm256_setzero_si256();
    }
    for (size_t k = 0; k < kernel_group; k += 4, b += 4 * kernel_block) {
      __m256i factors[3];
      UNROLLED for (size_t r = 0; r < count; r++) {
        long long four;
        memcpy(&four, a + r * p->inputs + k, 8);
        factors[r] = _mm256_set1_epi64x(four);
      }
      UNROLLED for (size_t o = 0; o < 4; o++) {
        __m256i weights = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)(b + 16 * o)));
        UNROLLED for (size_t r = 0; r < count; r++) {
          acc[r][o] = _mm256_add_epi32(acc[r][o], _mm256_madd_epi16(weights, factors[r]));
        }
      }
    }
    UNROLLED for (size_t r = 0; r < count; r++) {
      int32_t sums[16];
      UNROLLED for (size_t o = 0; o < 4; o += 2) {
        // Pairs of neighbours, which the addition leaves in halves that are not in order.
        __m256i pairs = _mm256_hadd_epi32(acc[r][o], acc[r][o + 1]);
        _mm256_storeu_si256(
            (__m256i *)(sums + 4 * o), _mm256_permute4x64_epi64(pairs, _MM_SHUFFLE(3, 1, 2, 0)));
      }
      ADD_PLAIN(p, sums, row + r, group, first, (size_t)16);
    }
  }
}

AVX2 static void multiply_avx2(const struct product *p, size_t rows) {
  for (size_t first = 0; first < p->outputs; first += 16) {
    const uint8_t *panel =
        p->packed + first / kernel_block * kernel_block * p->inputs + first % kernel_block * 4;
    size_t row = 0;
    for (; row + 3 <= rows; row += 3) tile_avx2(p, panel, first, row, 3);
    for (; row < rows; row++) tile_avx2(p, panel, first, row, 1);
  }
}

/// `count` rows (at most 3) by 64 outputs.
VNNI static inline __attribute__((always_inline)) void tile_vnni(
    const struct product *p, const uint8_t *panel, size_t first, size_t row, const size_t count) {
  size_t groups = p->inputs / kernel_group;
  for (size_t group = 0; group < groups; group++) {
    const int8_t *a = (const int8_t *)p->quants + 2 * row * p->inputs + group * kernel_group;
    const uint8_t *b = panel + group * kernel_group * kernel_block;
    __m512i high[3][4], low[3][4];
    UNROLLED for (size_t r = 0; r < count; r++) {
      UNROLLED for (size_t o = 0; o < 4; o++) {
        high[r][o] = _mm512_setzero_si512();
        low[r][o] = _mm512_setzero_si512();
      }
    }
    for (size_t k = 0; k < kernel_group; k += 4, b += 4 * kernel_block) {
      __m512i weights[4];
      UNROLLED for (size_t o = 0; o < 4; o++) weights[o] = _mm512_load_si512(b + 64 * o);
      UNROLLED for (size_t r = 0; r < count; r++) {
        int32_t four[2];
        memcpy(four, a + 2 * r * p->inputs + k, 4);
        memcpy(four + 1, a + (2 * r + 1) * p->inputs + k, 4);
        __m512i factors = _mm512_set1_epi32(four[0]);
        UNROLLED for (size_t o = 0; o < 4; o++) {
          high[r][o] = _mm512_dpbusd_epi32(high[r][o], weights[o], factors);
        }
        factors = _mm512_set1_epi32(four[1]);
        UNROLLED for (size_t o = 0; o < 4; o++) {
          low[r][o] = _mm512_dpbusd_epi32(low[r][o], weights[o], factors);
        }
      }
    }
    UNROLLED for (size_t r = 0; r < count; r++) {
      size_t at = (row + r) * groups + group;
      __m512i sum = _mm512_set1_epi32(p->sums[at]);
      __m512 scale = _mm512_set1_ps(p->scales[at]);
      float *to = p->out + (row + r) * p->outputs + first;
      const float *before = group == 0 ? p->bias + first : to;
      UNROLLED for (size_t o = 0; o < 4; o++) {
        __m512i whole = _mm512_sub_epi32(
            _mm512_add_epi32(_mm512_slli_epi32(high[r][o], 8), low[r][o]), sum);
        __m512 factor = _mm512_mul_ps(_mm512_loadu_ps(p->weight_scales + first + 16 * o), scale);
        _mm512_storeu_ps(
            to + 16 * o,
            _mm512_add_ps(
                _mm512_loadu_ps(before + 16 * o),
                _mm512_mul_ps(_mm512_cvtepi32_ps(whole), factor)));
      }
    }
  }
}

VNNI static void multiply_vnni(const struct product *p, size_t rows) {
  for (size_t first = 0; first < p->outputs; first += kernel_block) {
    const uint8_t *panel = p->packed + first * p->inputs;
    size_t row = 0;
    for (; row + 3 <= rows; row += 3) tile_vnni(p, panel, first, row, 3);
    for (; row < rows; row++) tile_vnni(p, panel, first, row, 1);
  }
}

#endif

void kernel_multiply(
    enum kernel_form form, const uint8_t *packed, const float *weight_scales, const float *bias,
    size_t outputs, size_t inputs, const void *quants, const float *scales, const int32_t *sums,
    size_t rows, float *out) {
  struct product p = {packed, weight_scales, bias, outputs, inputs, quants, scales, sums, out};
  switch (form) {
#if defined(__x86_64__)
    case kernel_avx512_vnni: multiply_vnni(&p, rows); return;
    case kernel_avx2: multiply_avx2(&p, rows); return;
#endif
    default: multiply_plain(&p, rows);
  }
}
