// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/PlaylistFiles.h"

#include "core/domain/files/FileTree.h"
#include "core/media/FileStore.h"
#include "core/media/Picture.h"
#include "core/records/Record.h"
#include "core/domain/tasks/DownloadName.h"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>

namespace callboard::review {

namespace {

namespace fs = std::filesystem;
using media::FileKind;

constexpr std::string_view archivePrefix = "archive-";
constexpr auto archiveLife = std::chrono::minutes(1); // it is opened when its answer begins

/// Archives that were sent, or are being sent from an open descriptor.
void removeOldArchives(const fs::path &folder)
{
    const auto oldest = fs::file_time_type::clock::now() - archiveLife;
    for (const auto &entry : fs::directory_iterator(folder)) {
        std::error_code ignored; // Another request may have removed it just now.
        const bool isOld =
            entry.path().filename().string().starts_with(archivePrefix) && entry.last_write_time(ignored) < oldest;
        if (isOld) fs::remove(entry.path(), ignored);
    }
}

/// A zip file being written; removed with this value unless it was finished.
class ZipFile
{
public:
    explicit ZipFile(fs::path path)
        : m_path(std::move(path))
        , m_archive(archive_write_new())
    {
        archive_write_set_format_zip(m_archive);
        archive_write_set_format_option(m_archive, "zip", "compression", "store"); // Movies and pictures are dense.
        require(archive_write_open_filename(m_archive, m_path.c_str()));
    }
    ~ZipFile()
    {
        archive_write_free(m_archive);
        std::error_code ignored; // The folder of arriving files is emptied at the next start.
        if (!m_isFinished) fs::remove(m_path, ignored);
    }
    ZipFile(const ZipFile &) = delete;
    ZipFile &operator=(const ZipFile &) = delete;

    void add(const fs::path &file, const std::string &name)
    {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname_utf8(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(fs::file_size(file)));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        const int head = archive_write_header(m_archive, entry);
        archive_entry_free(entry);
        require(head);
        std::ifstream bytes(file, std::ios::binary);
        std::vector<char> piece(1 << 20);
        while (bytes.read(piece.data(), std::streamsize(piece.size())) || bytes.gcount() > 0)
            if (archive_write_data(m_archive, piece.data(), std::size_t(bytes.gcount())) < 0) require(ARCHIVE_FATAL);
    }
    void finish()
    {
        require(archive_write_close(m_archive));
        m_isFinished = true;
    }

private:
    void require(int result)
    {
        if (result >= ARCHIVE_WARN) return;
        const int number = archive_errno(m_archive);
        throw fs::filesystem_error("The archive cannot be written", m_path,
            std::error_code(number > 0 ? number : EIO, std::generic_category()));
    }

    fs::path m_path;
    archive *m_archive;
    bool m_isFinished = false;
};

std::string textIn(const Json &entry, const char *name)
{
    const Json value = entry.value(name, Json());
    return value.is_string() && api::isUuid(value.get<std::string>()) ? value.get<std::string>() : std::string();
}

std::optional<PlaylistFile> fileOf(api::Reading &reading, const std::string &previewId)
{
    auto rows = reading.database.query("SELECT extension, status FROM preview_file WHERE id = ?", previewId);
    if (!rows.next() || rows.text(1) != "ready") return std::nullopt;
    const auto extension = rows.string(0);
    const bool isMovie = extension == "mp4";
    const auto kind = isMovie               ? FileKind::PreviewMovie
        : media::isKeptExtension(extension) ? FileKind::PreviewFile
                                            : FileKind::PreviewOriginal;
    const auto path = media::placeOf(reading.services.folders, kind, previewId);
    if (!fs::exists(path)) return std::nullopt;
    return PlaylistFile{
        previewId, isMovie, path, tasks::downloadName(reading, tasks::existingPreview(reading, previewId), extension)};
}

} // namespace

std::vector<PlaylistFile> filesOfPlaylist(api::Reading &reading, const std::string &playlistId)
{
    const Json playlist = records::get(reading.database, "playlist", playlistId);
    std::vector<PlaylistFile> files;
    if (!playlist["shots"].is_array()) return files;
    for (const Json &entry : playlist["shots"]) {
        if (!entry.is_object()) continue;
        const auto previewId = textIn(entry, "preview_file_id");
        if (previewId.empty()) continue;
        if (auto file = fileOf(reading, previewId)) files.push_back(std::move(*file));
    }
    return files;
}

std::string playlistSlug(api::Reading &reading, const std::string &playlistId)
{
    auto rows =
        reading.database.query("SELECT project.name, episode.name, playlist.name FROM playlist"
                               " JOIN project ON project.id = playlist.project_id"
                               " LEFT JOIN entity episode ON episode.id = playlist.episode_id WHERE playlist.id = ?",
            playlistId);
    if (!rows.next()) throw api::notFound("The playlist");
    std::string slug;
    for (int column = 0; column < 3; ++column)
        if (const auto part = files::pathSlug(rows.string(column)); !part.empty())
            slug += (slug.empty() ? "" : "_") + part;
    return QString::fromStdString(slug).toLower().toStdString();
}

api::Response downloadPlaylist(api::Working &working, api::Request &request)
{
    const auto id = request.pathId("playlist_id");
    const auto files = filesOfPlaylist(working, id);
    const auto &folders = working.services.folders;
    removeOldArchives(folders.arriving);
    const fs::path path = folders.arriving / (std::string(archivePrefix) + working.services.newId() + ".zip");
    ZipFile zip(path);
    int place = 0;
    for (const PlaylistFile &file : files) {
        char number[16];
        std::snprintf(number, sizeof number, "%03d_", ++place); // the playlist's order, and no name twice
        zip.add(file.path, number + file.name);
    }
    zip.finish();
    return api::file({path, playlistSlug(working, id) + ".zip", {}, 0}, "application/zip");
}

} // namespace callboard::review
