// SPDX-License-Identifier: GPL-3.0-or-later
// Where every file of the studio lies: kind and identifier of the row that names it, below the files folder,
// in two levels of folders. Files are made in the arriving folder (same volume) and renamed into place; the
// row that names a file is committed after it is there; a sweep removes what no row names. Thread-safe.
#pragma once

#include "core/api/Operation.h"
#include "core/api/Request.h"
#include "core/api/Services.h"

#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace callboard::media {

enum class FileKind {
    PreviewOriginal,  // picture as PNG, or a movie's first frame
    PreviewScaled,    // 1200 wide
    PreviewThumbnail, // 150 × 100
    PreviewSquare,    // 100 × 100
    PreviewSource,    // a movie as it was uploaded, until it is normalised
    PreviewMovie,     // normalised
    PreviewMovieLow,
    PreviewTiles,
    PreviewFile,         // kept byte for byte
    Attachment,          // of comments and chat messages
    AttachmentThumbnail, // of pictures in chat messages
    PersonPicture,       // 400 × 400
    OrganisationPicture,
    ProjectPicture,
    Background, // HDR as it was uploaded
    BackgroundThumbnail,
    WorkingFile, // as it was sent
    Build,       // a playlist's movie or archive
};

/// The file of `kind` for the row `id`. It need not exist.
std::filesystem::path placeOf(const Folders &folders, FileKind kind, const std::string &id);
/// A name of its own in the arriving folder for a file to be made.
std::filesystem::path newArriving(const Services &services, const std::string &suffix = {});
/// Every kind of file that a preview may have.
std::span<const FileKind> previewKinds();

/// Files put in place for a change that is not committed yet: unless keep() is called they go again, and
/// what they replaced comes back.
class NewFiles
{
public:
    explicit NewFiles(const Services &services)
        : m_services(services)
    {}
    ~NewFiles();
    NewFiles(const NewFiles &) = delete;
    NewFiles &operator=(const NewFiles &) = delete;

    /// Makes `source` durable and renames it into place. Throws std::filesystem::filesystem_error.
    void add(FileKind kind, const std::string &id, const std::filesystem::path &source);
    void add(FileKind kind, const std::string &id, api::UploadedFile &upload);
    /// A second name for a file that is there (files never change in place); nothing when there is none.
    void addCopy(FileKind kind, const std::string &fromId, const std::string &toId);
    /// The row that names the files is committed.
    void keep();

private:
    struct Added
    {
        std::filesystem::path path;
        std::filesystem::path replaced; // the file that was there, under another name; empty: none
    };
    void remember(const std::filesystem::path &destination);

    const Services &m_services;
    std::vector<Added> m_added;
};

/// The files go when the transaction is committed.
void removeAfterCommit(api::Writing &writing, std::span<const FileKind> kinds, const std::string &id);
inline void removeAfterCommit(api::Writing &writing, FileKind kind, const std::string &id)
{
    removeAfterCommit(writing, std::span(&kind, 1), id);
}

/// Removes files older than an hour that no row names; returns how many. Slow: on a thread of its own.
std::size_t sweep(store::Connection &database, const Folders &folders);

} // namespace callboard::media
