// SPDX-License-Identifier: GPL-3.0-or-later
// The rest of an answer whose client reads more slowly than it is made: a file without a name in the studio's folder
// for arriving files, so that neither a worker nor the memory waits for the client. Used by one thread at a time.
#pragma once

#include "server/FileDelivery.h"

namespace callboard::server {

class AnswerFile
{
public:
    /// Nothing when the disk has not that much to spare: then the worker waits for its client after all.
    static std::optional<AnswerFile> make(const std::filesystem::path &folder, std::uint64_t reserve);

    AnswerFile(AnswerFile &&other) noexcept;
    AnswerFile &operator=(AnswerFile &&other) noexcept;
    ~AnswerFile();

    /// Throws std::runtime_error when the disk is full.
    void write(std::string_view bytes);
    /// All of it, to be sent. Nothing may be written after it.
    FilePart take();

private:
    explicit AnswerFile(int descriptor)
        : m_descriptor(descriptor)
    {}

    int m_descriptor;
    std::uint64_t m_size = 0;
};

/// Bytes that others than the administrator may still write in the folder's volume, beyond `reserve`, of which a small
/// volume keeps only a fiftieth of its size.
std::uint64_t spareBytes(const std::filesystem::path &folder, std::uint64_t reserve);

} // namespace callboard::server
