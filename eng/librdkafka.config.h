/* What librdkafka's own configure would find out here: no TLS, no SASL, no outside compression; gcc's atomics. */
#define ARCH "any"
#define CPU "generic"
#define SOLIB_EXT ".so"
#define ENABLE_DEVEL 0
#define BUILT_WITH "GCC SNAPPY HDRHISTOGRAM"
#define RDKAFKA_VERSION_STR "2.15.1"
#define HAVE_ATOMICS_32 1
#define HAVE_ATOMICS_32_ATOMIC 1
#define ATOMIC_OP32(OP1, OP2, PTR, VAL) __atomic_##OP1##_##OP2(PTR, VAL, __ATOMIC_SEQ_CST)
#define HAVE_ATOMICS_64 1
#define HAVE_ATOMICS_64_ATOMIC 1
#define ATOMIC_OP64(OP1, OP2, PTR, VAL) __atomic_##OP1##_##OP2(PTR, VAL, __ATOMIC_SEQ_CST)
#define ATOMIC_OP(OP1, OP2, PTR, VAL) __atomic_##OP1##_##OP2(PTR, VAL, __ATOMIC_SEQ_CST)
#define WITH_LIBDL 1
#define WITH_HDRHISTOGRAM 1
#define WITH_SNAPPY 1
#define HAVE_REGEX 1
#define HAVE_RAND_R 1
#define HAVE_GETENTROPY 1
#define HAVE_STRNDUP 1
#define HAVE_STRERROR_R 1
#define HAVE_STRCASESTR 1
#define HAVE_PTHREAD_SETNAME_GNU 1
#define HAVE_GETRUSAGE 1
#if defined(__x86_64__)
#define WITH_CRC32C_HW 1
#endif
