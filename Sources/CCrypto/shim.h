/* What is wanted of OpenSSL's libcrypto, which libcurl brings along anyway (docs/notes/hooks.md): HMAC with SHA-256
 * (RFC 2104, FIPS 180-4) of a text in one call, and SHA-1 for names.
 */
#ifndef MARSAD_CCRYPTO_SHIM_H
#define MARSAD_CCRYPTO_SHIM_H

#include <stddef.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

/* Writes 32 bytes; 0 where OpenSSL could not. */
static inline int marsad_hmac_sha256(
    const unsigned char *key, int key_length, const unsigned char *text, size_t text_length,
    unsigned char *code) {
    unsigned int length = 0;
    return HMAC(EVP_sha256(), key, key_length, text, text_length, code, &length) != NULL
        && length == 32;
}

/* Writes 20 bytes; 0 where OpenSSL could not. */
static inline int marsad_sha1(const unsigned char *text, size_t text_length, unsigned char *digest) {
    unsigned int length = 0;
    return EVP_Digest(text, text_length, digest, &length, EVP_sha1(), NULL) && length == 20;
}

#endif
