// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/Radiance.h"

#include "core/api/Error.h"

#include <QFile>

#include <cmath>

namespace callboard::media {

namespace {

constexpr int greatestSide = 16384;

api::Error broken()
{
    return api::badRequest("This file is no Radiance picture (HDR).");
}

/// Reads the bytes of a file in order; throws at its end.
class Bytes
{
public:
    explicit Bytes(const QByteArray &bytes)
        : m_bytes(bytes)
    {}
    QByteArray line()
    {
        const auto end = m_bytes.indexOf('\n', m_place);
        if (end < 0) throw broken();
        const auto text = m_bytes.mid(m_place, end - m_place);
        m_place = end + 1;
        return text;
    }
    unsigned char next()
    {
        if (m_place >= m_bytes.size()) throw broken();
        return static_cast<unsigned char>(m_bytes[m_place++]);
    }
    unsigned char peek(int ahead) const
    {
        return m_place + ahead < m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_place + ahead]) : 0;
    }
    void skip(int count) { m_place += count; }

private:
    const QByteArray &m_bytes;
    qsizetype m_place = 0;
};

using Pixel = std::array<unsigned char, 4>; // mantissas of red, green, blue, and their exponent

QSize readHeader(Bytes &bytes)
{
    if (!bytes.line().startsWith("#?")) throw broken();
    while (!bytes.line().trimmed().isEmpty()) {
    }
    static const QRegularExpression pattern(QStringLiteral("^-Y (\\d{1,5}) \\+X (\\d{1,5})\\s*$"));
    const auto match = pattern.match(QString::fromLatin1(bytes.line()));
    const QSize size(match.captured(2).toInt(), match.captured(1).toInt());
    if (!match.hasMatch() || size.isEmpty() || size.width() > greatestSide || size.height() > greatestSide)
        throw broken();
    return size;
}

/// Each of the four components of a line by itself, in runs.
void readRuns(Bytes &bytes, std::vector<Pixel> &line)
{
    bytes.skip(4);
    for (int component = 0; component < 4; ++component) {
        for (std::size_t x = 0; x < line.size();) {
            const int code = bytes.next();
            const bool isRun = code > 128;
            const std::size_t count = isRun ? code - 128 : code;
            if (count == 0 || x + count > line.size()) throw broken();
            const unsigned char repeated = isRun ? bytes.next() : 0;
            for (std::size_t i = 0; i < count; ++i) line[x++][component] = isRun ? repeated : bytes.next();
        }
    }
}

void readLine(Bytes &bytes, std::vector<Pixel> &line)
{
    const auto width = line.size();
    const bool hasRuns = width >= 8 && width < 32768 && bytes.peek(0) == 2 && bytes.peek(1) == 2
        && std::size_t(bytes.peek(2) * 256 + bytes.peek(3)) == width;
    if (hasRuns) {
        readRuns(bytes, line);
        return;
    }
    for (Pixel &pixel : line)
        for (unsigned char &component : pixel) component = bytes.next();
}

QRgb shown(const Pixel &pixel)
{
    const auto level = [&](int component) {
        const double light = pixel[3] ? std::ldexp(pixel[component] + 0.5, int(pixel[3]) - 136) : 0.0;
        return std::clamp(int(std::lround(255 * std::pow(light, 1 / 2.2))), 0, 255);
    };
    return qRgb(level(0), level(1), level(2));
}

} // namespace

QImage readRadiance(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) throw broken();
    const QByteArray content = file.read(512 << 20);
    Bytes bytes(content);
    const QSize size = readHeader(bytes);
    QImage picture(size, QImage::Format_RGB32);
    if (picture.isNull()) throw broken();
    std::vector<Pixel> line(std::size_t(size.width()));
    for (int y = 0; y < size.height(); ++y) {
        readLine(bytes, line);
        auto *row = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (std::size_t x = 0; x < line.size(); ++x) row[x] = shown(line[x]);
    }
    return picture;
}

} // namespace callboard::media
