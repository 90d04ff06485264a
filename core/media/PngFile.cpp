// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/PngFile.h"

#include <QSaveFile>

#include <csetjmp>
#include <png.h>

namespace callboard::media {

namespace {

constexpr int compressionLevel = 6;
constexpr int compressionMemory = 9; // the most that zlib knows
constexpr std::size_t chunkSize = 65536;

/// How libpng takes a picture of that kind.
struct Form
{
    QImage::Format format;
    int colorType;
    int bits;
    bool hasFiller = false; // a fourth channel that is not written
};

Form formOf(const QImage &picture)
{
    switch (picture.format()) {
    case QImage::Format_Grayscale8: return {picture.format(), PNG_COLOR_TYPE_GRAY, 8};
    case QImage::Format_Grayscale16: return {picture.format(), PNG_COLOR_TYPE_GRAY, 16};
    default: break;
    }
    const bool isDeep = picture.depth() > 32;
    if (picture.hasAlphaChannel())
        return {isDeep ? QImage::Format_RGBA64 : QImage::Format_RGBA8888, PNG_COLOR_TYPE_RGB_ALPHA, isDeep ? 16 : 8};
    if (isDeep) return {QImage::Format_RGBX64, PNG_COLOR_TYPE_RGB, 16, true};
    return {QImage::Format_RGB888, PNG_COLOR_TYPE_RGB, 8};
}

void append(png_structp png, png_bytep bytes, std::size_t length)
{
    auto *file = static_cast<QIODevice *>(png_get_io_ptr(png));
    if (file->write(reinterpret_cast<const char *>(bytes), qint64(length)) != qint64(length))
        png_error(png, "the file cannot be written");
}

void keepSilent(png_structp, png_const_charp) {}

class Encoder
{
public:
    explicit Encoder(QIODevice &file)
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, keepSilent))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
        if (m_info) png_set_write_fn(m_png, &file, append, [](png_structp) {});
    }
    ~Encoder() { png_destroy_write_struct(&m_png, &m_info); }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    /// libpng tells failures by a jump back to here: nothing in this function needs a destructor.
    bool write(const QImage &picture, const Form &form)
    {
        if (!m_info || setjmp(png_jmpbuf(m_png))) return false;
        png_set_IHDR(m_png, m_info, png_uint_32(picture.width()), png_uint_32(picture.height()), form.bits,
            form.colorType, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_filter(
            m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE | PNG_FILTER_SUB | PNG_FILTER_UP | PNG_FILTER_PAETH);
        png_set_compression_level(m_png, compressionLevel);
        png_set_compression_mem_level(m_png, compressionMemory);
        png_set_compression_strategy(m_png, 1); // Z_FILTERED: rows of small differences
        png_set_compression_buffer_size(m_png, chunkSize);
        png_write_info(m_png, m_info);
        if (form.bits == 16 && QSysInfo::ByteOrder == QSysInfo::LittleEndian) png_set_swap(m_png);
        if (form.hasFiller) png_set_filler(m_png, 0, PNG_FILLER_AFTER);
        for (int row = 0; row < picture.height(); ++row) png_write_row(m_png, picture.constScanLine(row));
        png_write_end(m_png, m_info);
        return true;
    }

private:
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

/// The error of the file system that explains why nothing could be written.
std::error_code writeFailure(const std::filesystem::path &path)
{
    std::error_code ignored;
    const auto space = std::filesystem::space(path.parent_path(), ignored);
    const bool isFull = !ignored && space.available < 1024 * 1024;
    return std::make_error_code(isFull ? std::errc::no_space_on_device : std::errc::io_error);
}

} // namespace

void writePng(const QImage &picture, const std::filesystem::path &path)
{
    const Form form = formOf(picture);
    const QImage plain = picture.convertToFormat(form.format);
    QSaveFile file(QString::fromStdString(path.string()));
    bool isWritten = !plain.isNull() && file.open(QIODevice::WriteOnly);
    if (isWritten) isWritten = Encoder(file).write(plain, form) && file.commit();
    if (!isWritten) throw std::filesystem::filesystem_error("The picture cannot be written", path, writeFailure(path));
}

} // namespace callboard::media
