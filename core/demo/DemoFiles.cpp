// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoFiles.h"

#include "core/demo/DemoMovie.h"
#include "core/jobs/Running.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/review/Thumbnails.h"
#include "core/domain/tasks/UploadPreview.h"

#include <QBuffer>
#include <QFile>
#include <QImage>

#include <fstream>

static void readDemoResources()
{
    Q_INIT_RESOURCE(demo); // The linker drops the resources of a static library that nobody asks for.
}

namespace callboard::demo {

namespace fs = std::filesystem;

namespace {

using api::Working;

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// A portrait drawn as SVG, as the PNG that studios keep of a person.
std::string drawnPortrait(const std::string &name)
{
    const QImage drawing = QImage::fromData(resource("people/" + name + ".svg"), "svg");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawing.scaled(256, 256, Qt::KeepAspectRatio, Qt::SmoothTransformation).save(&buffer, "PNG");
    return bytes.toStdString();
}

std::string drawing(const Json &input)
{
    return resource(input.at("drawing").get<std::string>() + ".jpg").toStdString();
}

/// The file as an upload of its own.
api::UploadedFile uploaded(const std::string &name, const fs::path &path)
{
    return {"file", name, "application/octet-stream", path, fs::file_size(path)};
}

api::UploadedFile uploaded(Working &working, const std::string &name, std::string_view bytes)
{
    const fs::path path = media::newArriving(working.services, fs::path(name).extension().string());
    std::ofstream(path, std::ios::binary) << bytes;
    return uploaded(name, path);
}

/// A picture of a person or production, by the route that takes it.
void upload(
    Working &working, api::Response (*route)(Working &, api::Request &), const Json &input, api::UploadedFile &&picture)
{
    api::Request request;
    request.pathValues.emplace_back("instance_id", input.at("id").get<std::string>());
    request.files.push_back(std::move(picture));
    route(working, request);
}

void makePreviewPicture(Working &working, const tasks::PreviewPlace &preview, const Json &input)
{
    if (preview.originalName.empty()) {
        auto picture = uploaded(working, input.at("drawing").get<std::string>() + ".jpg", drawing(input));
        tasks::storeUpload(working, preview.id, picture);
    }
    working.write([&](api::Writing &writing) {
        return api::json(tasks::setMainPreview(writing, tasks::existingPreview(writing, preview.id)));
    });
}

void makePreviewMovie(jobs::Running &running, const tasks::PreviewPlace &preview, const Json &input)
{
    Working &working = running.working;
    if (!preview.originalName.empty()) return;
    const auto movie = makeMovie(drawing(input), {input.at("frames"), input.value("saturation", 1.0)},
        working.services.folders.arriving, [&] { return running.shouldStop(); });
    if (!movie) {
        tasks::discardPreview(working, preview.id);
        return;
    }
    auto file = uploaded(input.at("drawing").get<std::string>() + ".mp4", *movie);
    tasks::storeUpload(working, preview.id, file);
}

} // namespace

QByteArray resource(const std::string &name)
{
    readDemoResources();
    QFile file(QStringLiteral(":/callboard/demo/") + QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("The demo lacks its " + name + ".");
    return file.readAll();
}

Json portraitOf(const std::string &personId, const std::string &firstName, const std::string &lastName)
{
    return {{"of", "person"}, {"id", personId}, {"drawing", lowerCase(firstName + "-" + lastName)}};
}

Json pictureOfProduction(const std::string &projectId, const std::string &drawing)
{
    return {{"of", "production"}, {"id", projectId}, {"drawing", drawing}};
}

Json drawingOf(const std::string &previewId, const std::string &drawing)
{
    return {{"of", "drawing"}, {"id", previewId}, {"drawing", drawing}};
}

Json movieOf(const std::string &previewId, const std::string &drawing, int frames, double saturation)
{
    return {{"of", "movie"}, {"id", previewId}, {"drawing", drawing}, {"frames", frames}, {"saturation", saturation}};
}

namespace {

std::string makeFile(jobs::Running &running)
{
    Working &working = running.working;
    const Json &input = running.job.input;
    const auto id = input.at("id").get<std::string>();
    const auto of = input.at("of").get<std::string>();
    const char *table = of == "person" ? "person" : of == "production" ? "project" : "preview_file";
    if (!records::exists(working.database, table, id)) return {}; // Somebody has removed it in the meantime.
    if (of == "person")
        upload(working, review::uploadPersonPicture, input,
            uploaded(working, "portrait.png", drawnPortrait(input.at("drawing"))));
    else if (of == "production")
        upload(working, review::uploadProjectPicture, input, uploaded(working, "production.jpg", drawing(input)));
    else if (of == "drawing")
        makePreviewPicture(working, tasks::existingPreview(working, id), input);
    else
        makePreviewMovie(running, tasks::existingPreview(working, id), input);
    return running.shouldStop() ? "The job was stopped." : "";
}

void giveUpFile(api::Writing &writing, const Json &input)
{
    const auto id = input.at("id").get<std::string>();
    const auto of = input.at("of").get<std::string>();
    const bool isPreview = of == "drawing" || of == "movie";
    if (!isPreview || !records::exists(writing.database, "preview_file", id)) return;
    if (tasks::existingPreview(writing, id).originalName.empty()) tasks::removePreview(writing, id);
}

void awaitFile(api::Writing &, const Json &)
{
    // All that it needs is in the program.
}

} // namespace

std::map<std::string, jobs::Kind> jobKinds()
{
    return {{fileJob, {makeFile, giveUpFile, awaitFile}}};
}

} // namespace callboard::demo
