// SPDX-License-Identifier: GPL-3.0-or-later
// Answers made smaller for clients that ask for it (RFC 9110 8.4 and 12.5.3), by zstd or gzip.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace callboard::server {

enum class Coding { None, Gzip, Zstd };

/// What an Accept-Encoding field takes, the better one first.
Coding codingFor(std::string_view acceptEncoding);
/// "gzip", as Content-Encoding names it.
std::string_view nameOf(Coding coding);
/// True for text and the like; pictures, movies and archives are as small as they get.
bool isCompressible(std::string_view contentType);
/// Shorter answers do not gain what a head costs more.
inline constexpr std::size_t shortestCompressed = 1024; // bytes

/// Compresses one answer, piece by piece.
class Compressor
{
public:
    virtual ~Compressor() = default;
    /// Appends what is ready; throws std::runtime_error when the library has no memory.
    virtual void add(std::string_view bytes, std::string &out) = 0;
    /// Appends what is left. Nothing may be added after it.
    virtual void finish(std::string &out) = 0;
};

/// Not for Coding::None.
std::unique_ptr<Compressor> makeCompressor(Coding coding);

} // namespace callboard::server
