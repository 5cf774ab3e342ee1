// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/keys/secret_key.h"

#include <sodium.h>

#include <new>

namespace ot::storage {

// x'...' in guarded memory: the form SQLCipher takes for a raw key, without deriving anything from it.
class RawKeyText {
public:
    explicit RawKeyText(const SecretKey& key)
        : m_text(static_cast<char*>(sodium_malloc(kLength + 1)))
    {
        if (m_text == nullptr)
            throw std::bad_alloc();
        m_text[0] = 'x';
        m_text[1] = '\'';
        sodium_bin2hex(m_text + 2, SecretKey::kBytes * 2 + 1, key.bytes().data(), SecretKey::kBytes);
        m_text[kLength - 1] = '\'';
        m_text[kLength] = '\0';
    }
    ~RawKeyText() { sodium_free(m_text); }
    RawKeyText(const RawKeyText&) = delete;
    RawKeyText& operator=(const RawKeyText&) = delete;

    static constexpr std::size_t kLength = 2 + SecretKey::kBytes * 2 + 1;
    [[nodiscard]] const char* data() const { return m_text; }

private:
    char* m_text;
};

} // namespace ot::storage
