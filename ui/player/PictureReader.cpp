// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/PictureReader.h"

#include "ui/player/Player.h"

#include <OpenImageIO/imagebuf.h>
#include <OpenImageIO/imagebufalgo.h>

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

#include <array>

namespace callboard::ui {

namespace {

constexpr std::array productionFormats = {"exr", "hdr", "dpx", "cin", "tif", "tiff", "tga", "psd"};

bool isProductionFormat(const QString &file)
{
    const QByteArray suffix = QFileInfo(file).suffix().toLower().toUtf8();
    return std::any_of(
        productionFormats.begin(), productionFormats.end(), [&](const char *known) { return suffix == known; });
}

bool fits(const QSize &size)
{
    return size.width() > 0 && size.height() > 0 && qint64(size.width()) * size.height() <= PictureReader::mostPixels;
}

// Transparent parts lie on black: the surround must not shine through the picture.
QImage onBlack(const QImage &image)
{
    if (!image.hasAlphaChannel()) return image.convertToFormat(QImage::Format_RGB32);
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::black);
    QPainter painter(&opaque);
    painter.drawImage(0, 0, image);
    return opaque;
}

std::variant<QImage, MediaFault> readWithOpenImageIO(const QString &file)
{
    OIIO::ImageBuf source(QFile::encodeName(file).toStdString());
    if (!source.read(0, 0, true, OIIO::TypeDesc::FLOAT)) return MediaFault{Player::tr("The picture is damaged.")};
    // The frame is the display window; what was rendered outside of it is not shown.
    OIIO::ImageBuf framed = OIIO::ImageBufAlgo::crop(source, source.roi_full());
    const int channels = framed.nchannels();
    const std::array<int, 3> order = channels >= 3 ? std::array{0, 1, 2} : std::array{0, 0, 0};
    OIIO::ImageBuf rgb = OIIO::ImageBufAlgo::channels(framed, 3, order);
    const std::string format = source.file_format_name().c_str();
    if (format == "openexr" || format == "hdr") rgb = OIIO::ImageBufAlgo::colorconvert(rgb, "linear", "sRGB");
    const OIIO::ROI region = rgb.roi();
    QImage image(region.width(), region.height(), QImage::Format_RGB888);
    if (image.isNull() || !rgb.get_pixels(region, OIIO::TypeDesc::UINT8, image.bits(), 3, image.bytesPerLine()))
        return MediaFault{Player::tr("The picture could not be converted.")};
    return image.convertToFormat(QImage::Format_RGB32);
}

std::variant<QImage, MediaFault> readWithQt(const QString &file)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull()) return MediaFault{Player::tr("The picture is damaged or too large.")};
    return onBlack(image);
}

} // namespace

bool PictureReader::reads(const QString &file)
{
    if (isProductionFormat(file)) return true;
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    return format == "png" || format == "jpeg" || format == "webp" || format == "bmp";
}

OpenedMedia PictureReader::open(const QString &file)
{
    constexpr int mostMegabytes = 1024; // mostPixels need that much; Qt refuses above it
    QImageReader::setAllocationLimit(mostMegabytes);
    auto reader = std::make_unique<PictureReader>();
    reader->m_file = file;
    reader->m_isProductionFormat = isProductionFormat(file);
    MediaFormat &format = reader->m_format;
    if (reader->m_isProductionFormat) {
        auto input = OIIO::ImageInput::open(QFile::encodeName(file).toStdString());
        if (!input) return MediaFault{Player::tr("This picture can't be read.")};
        format.size = {input->spec().full_width, input->spec().full_height};
        format.codec = QString::fromUtf8(input->format_name());
        // The pixels that are read first are those of the data window, whatever the frame is.
        if (!fits({input->spec().width, input->spec().height}))
            return MediaFault{Player::tr("The picture is larger than can be shown.")};
    } else {
        QImageReader probe(file);
        probe.setDecideFormatFromContent(true);
        format.size = probe.size();
        if (probe.transformation() & QImageIOHandler::TransformationRotate90) format.size.transpose();
        format.codec = QString::fromUtf8(probe.format());
    }
    if (!fits(format.size)) return MediaFault{Player::tr("The picture is damaged or larger than can be shown.")};
    format.frameCount = 1;
    format.isPicture = true;
    return std::unique_ptr<MediaReader>(std::move(reader));
}

std::optional<MediaFault> PictureReader::read(int index, const FrameSink &sink)
{
    if (index != 0) return MediaFault{Player::tr("A picture has one frame only.")};
    auto result = m_isProductionFormat ? readWithOpenImageIO(m_file) : readWithQt(m_file);
    if (const auto *fault = std::get_if<MediaFault>(&result)) return *fault;
    sink.take(0, std::get<QImage>(result));
    return std::nullopt;
}

} // namespace callboard::ui
