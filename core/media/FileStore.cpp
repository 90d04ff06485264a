// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/FileStore.h"

#include <unordered_set>

#include <fcntl.h>
#include <unistd.h>

namespace callboard::media {

namespace fs = std::filesystem;

namespace {

struct Place
{
    FileKind kind;
    std::string_view folder;
    std::string_view table; // whose rows name the files
};

constexpr std::array<Place, 18> places{{
    {FileKind::PreviewOriginal, "previews/original", "preview_file"},
    {FileKind::PreviewScaled, "previews/scaled", "preview_file"},
    {FileKind::PreviewThumbnail, "previews/thumbnail", "preview_file"},
    {FileKind::PreviewSquare, "previews/square", "preview_file"},
    {FileKind::PreviewSource, "previews/source", "preview_file"},
    {FileKind::PreviewMovie, "previews/movie", "preview_file"},
    {FileKind::PreviewMovieLow, "previews/low", "preview_file"},
    {FileKind::PreviewTiles, "previews/tiles", "preview_file"},
    {FileKind::PreviewFile, "previews/file", "preview_file"},
    {FileKind::Attachment, "attachments/file", "attachment_file"},
    {FileKind::AttachmentThumbnail, "attachments/thumbnail", "attachment_file"},
    {FileKind::PersonPicture, "persons", "person"},
    {FileKind::OrganisationPicture, "organisations", "organisation"},
    {FileKind::ProjectPicture, "projects", "project"},
    {FileKind::Background, "backgrounds/file", "preview_background_file"},
    {FileKind::BackgroundThumbnail, "backgrounds/thumbnail", "preview_background_file"},
    {FileKind::WorkingFile, "working", "working_file"},
    {FileKind::Build, "builds", "build_job"},
}};

const Place &placeFor(FileKind kind)
{
    return *std::find_if(places.begin(), places.end(), [kind](const Place &place) { return place.kind == kind; });
}

/// A file or folder is on the disk, not only in memory. Throws when it cannot be: the disk may be full.
void makeDurable(const fs::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isDurable = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int failure = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!isDurable) throw fs::filesystem_error("fsync", path, std::error_code(failure, std::generic_category()));
}

/// Makes what lacks of the folder; each new one is on the disk with its entry in the one above.
void createDurably(const fs::path &folder)
{
    if (fs::exists(folder)) return;
    createDurably(folder.parent_path());
    fs::create_directory(folder);
    makeDurable(folder.parent_path());
}

std::unordered_set<std::string> identifiersOf(store::Connection &database, std::string_view table)
{
    std::unordered_set<std::string> identifiers;
    auto rows = database.query("SELECT id FROM " + std::string(table));
    while (rows.next()) identifiers.insert(rows.string(0));
    return identifiers;
}

} // namespace

fs::path placeOf(const Folders &folders, FileKind kind, const std::string &id)
{
    return folders.files / placeFor(kind).folder / id.substr(0, 2) / id.substr(2, 2) / id;
}

fs::path newArriving(const Services &services, const std::string &suffix)
{
    return services.folders.arriving / (services.newId() + suffix);
}

std::span<const FileKind> previewKinds()
{
    static const std::vector<FileKind> kinds = [] {
        std::vector<FileKind> all;
        for (const Place &place : places)
            if (place.table == "preview_file") all.push_back(place.kind);
        return all;
    }();
    return kinds;
}

NewFiles::~NewFiles()
{
    for (const Added &added : m_added) {
        std::error_code ignored; // The sweep finds what could not be removed here.
        if (added.replaced.empty())
            fs::remove(added.path, ignored);
        else
            fs::rename(added.replaced, added.path, ignored);
    }
}

void NewFiles::keep()
{
    for (const Added &added : m_added) {
        std::error_code ignored; // The arriving folder is emptied at the next start.
        if (!added.replaced.empty()) fs::remove(added.replaced, ignored);
    }
    m_added.clear();
}

void NewFiles::remember(const fs::path &destination)
{
    Added added{destination, {}};
    if (fs::exists(destination)) {
        added.replaced = newArriving(m_services);
        fs::create_hard_link(destination, added.replaced);
    }
    m_added.push_back(std::move(added));
}

void NewFiles::add(FileKind kind, const std::string &id, const fs::path &source)
{
    const fs::path destination = placeOf(m_services.folders, kind, id);
    createDurably(destination.parent_path());
    makeDurable(source);
    remember(destination);
    fs::rename(source, destination);
    makeDurable(destination.parent_path());
}

void NewFiles::add(FileKind kind, const std::string &id, api::UploadedFile &upload)
{
    const fs::path destination = placeOf(m_services.folders, kind, id);
    createDurably(destination.parent_path());
    makeDurable(upload.path());
    remember(destination);
    upload.moveTo(destination);
    makeDurable(destination.parent_path());
}

void NewFiles::addCopy(FileKind kind, const std::string &fromId, const std::string &toId)
{
    const fs::path source = placeOf(m_services.folders, kind, fromId);
    if (!fs::exists(source)) return;
    const fs::path destination = placeOf(m_services.folders, kind, toId);
    createDurably(destination.parent_path());
    remember(destination);
    fs::create_hard_link(source, destination);
    fs::last_write_time(destination, fs::file_time_type::clock::now()); // The sweep leaves young files alone.
    makeDurable(destination.parent_path());
}

void removeAfterCommit(api::Writing &writing, std::span<const FileKind> kinds, const std::string &id)
{
    std::vector<fs::path> paths;
    for (const FileKind kind : kinds) paths.push_back(placeOf(writing.services.folders, kind, id));
    writing.afterCommit([paths = std::move(paths)] {
        for (const fs::path &path : paths) {
            std::error_code ignored; // Most kinds do not exist; the sweep finds the rest.
            fs::remove(path, ignored);
        }
    });
}

std::size_t sweep(store::Connection &database, const Folders &folders)
{
    const auto youngest = fs::file_time_type::clock::now() - std::chrono::hours(1);
    std::map<std::string_view, std::unordered_set<std::string>> known;
    std::size_t removed = 0;
    for (const Place &place : places) {
        const fs::path folder = folders.files / place.folder;
        if (!fs::exists(folder)) continue;
        if (!known.contains(place.table)) known.emplace(place.table, identifiersOf(database, place.table));
        for (const auto &entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file() || entry.last_write_time() > youngest) continue;
            if (known[place.table].contains(entry.path().filename().string())) continue;
            std::error_code failure;
            if (fs::remove(entry.path(), failure)) ++removed;
        }
    }
    return removed;
}

} // namespace callboard::media
