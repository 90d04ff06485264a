// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Compression.h"

#include "server/HeaderText.h"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <stdexcept>

namespace callboard::server {

namespace {

// The least that lists of ours need to become a tenth: more costs the processor more than it spares the network.
constexpr int zstdLevel = 1;
constexpr int gzipLevel = 1;
constexpr std::size_t pieceSize = 64 * 1024;

class GzipCompressor final : public Compressor
{
public:
    GzipCompressor()
    {
        constexpr int withGzipHead = MAX_WBITS + 16;
        if (deflateInit2(&m_state, gzipLevel, Z_DEFLATED, withGzipHead, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("An answer could not be compressed.");
    }
    ~GzipCompressor() override { deflateEnd(&m_state); }

    void add(std::string_view bytes, std::string &out) override { run(bytes, Z_NO_FLUSH, out); }
    void finish(std::string &out) override { run({}, Z_FINISH, out); }

private:
    void run(std::string_view bytes, int flush, std::string &out)
    {
        m_state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // is only read
        m_state.avail_in = static_cast<uInt>(bytes.size());
        do {
            m_state.next_out = reinterpret_cast<Bytef *>(m_piece.data());
            m_state.avail_out = static_cast<uInt>(m_piece.size());
            deflate(&m_state, flush);
            out.append(m_piece.data(), m_piece.size() - m_state.avail_out);
        } while (m_state.avail_out == 0);
    }

    z_stream m_state{};
    std::array<char, pieceSize> m_piece;
};

class ZstdCompressor final : public Compressor
{
public:
    ZstdCompressor()
        : m_state(ZSTD_createCCtx(), ZSTD_freeCCtx)
    {
        if (!m_state) throw std::runtime_error("An answer could not be compressed.");
        ZSTD_CCtx_setParameter(m_state.get(), ZSTD_c_compressionLevel, zstdLevel);
    }

    void add(std::string_view bytes, std::string &out) override { run(bytes, ZSTD_e_continue, out); }
    void finish(std::string &out) override { run({}, ZSTD_e_end, out); }

private:
    void run(std::string_view bytes, ZSTD_EndDirective directive, std::string &out)
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        bool isDone = false;
        while (!isDone) {
            ZSTD_outBuffer piece{m_piece.data(), m_piece.size(), 0};
            const auto left = ZSTD_compressStream2(m_state.get(), &piece, &in, directive);
            if (ZSTD_isError(left)) throw std::runtime_error("An answer could not be compressed.");
            out.append(m_piece.data(), piece.pos);
            isDone = directive == ZSTD_e_end ? left == 0 : in.pos == in.size;
        }
    }

    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> m_state;
    std::array<char, pieceSize> m_piece;
};

/// `;q=0` and `;q=0.000` say that a coding is not wanted.
bool isRefused(std::string_view item)
{
    const auto quality = fieldParameter(item, "q");
    return quality && quality->find_first_not_of("0.") == std::string::npos;
}

} // namespace

Coding codingFor(std::string_view acceptEncoding)
{
    Coding best = Coding::None;
    while (!acceptEncoding.empty()) {
        const auto end = std::min(acceptEncoding.find(','), acceptEncoding.size());
        const auto item = acceptEncoding.substr(0, end);
        acceptEncoding.remove_prefix(std::min(end + 1, acceptEncoding.size()));
        const auto name = mainValue(item);
        if (isRefused(item)) continue;
        if (name == "zstd") return Coding::Zstd;
        if (name == "gzip" || name == "x-gzip") best = Coding::Gzip;
    }
    return best;
}

std::string_view nameOf(Coding coding)
{
    return coding == Coding::Zstd ? "zstd" : coding == Coding::Gzip ? "gzip" : "identity";
}

bool isCompressible(std::string_view contentType)
{
    const auto type = mainValue(contentType);
    return type.starts_with("text/") || type == "application/json" || type == "application/javascript"
        || type == "application/xml" || type == "image/svg+xml";
}

std::unique_ptr<Compressor> makeCompressor(Coding coding)
{
    if (coding == Coding::Zstd) return std::make_unique<ZstdCompressor>();
    return std::make_unique<GzipCompressor>();
}

} // namespace callboard::server
