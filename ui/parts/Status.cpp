// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Status.h"

#include "ui/theme/Contrast.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr double leastContrast = 6.0;

struct KindLook
{
    StatusKind kind;
    const char *glyph;
    const char *name;
    QRgb usual; ///< the colour that a new studio gives a status of this kind
    QRgb darkFill, darkText, lightFill, lightText;
};

constexpr std::array kindLooks{
    KindLook{StatusKind::ToDo, "status/todo", QT_TRANSLATE_NOOP("Status", "To do"), 0xfff5f5f5, 0xff363636, 0xffcfcfcf,
        0xffe6e6e6, 0xff444444},
    KindLook{StatusKind::Ready, "status/ready", QT_TRANSLATE_NOOP("Status", "Ready"), 0xfffbc02d, 0xff453a17,
        0xfff2d06b, 0xfffaecb8, 0xff644d00},
    KindLook{StatusKind::InProgress, "status/wip", QT_TRANSLATE_NOOP("Status", "In progress"), 0xff3273dc, 0xff1f3a61,
        0xff9cc4ff, 0xffd8e6ff, 0xff17458c},
    KindLook{StatusKind::WaitingForApproval, "status/wfa", QT_TRANSLATE_NOOP("Status", "Waiting for approval"),
        0xffab26ff, 0xff402c5e, 0xffd4b2ff, 0xffe9dcff, 0xff5a2b98},
    KindLook{StatusKind::Retake, "status/retake", QT_TRANSLATE_NOOP("Status", "Retake"), 0xffff3860, 0xff5a2530,
        0xffffa3ac, 0xffffdcdf, 0xff9c1326},
    KindLook{StatusKind::Done, "status/done", QT_TRANSLATE_NOOP("Status", "Done"), 0xff22d160, 0xff1c4530, 0xff86e0aa,
        0xffcdeeda, 0xff0a5730},
    KindLook{StatusKind::OnHold, "status/hold", QT_TRANSLATE_NOOP("Status", "On hold"), 0xffe9a15b, 0xff42311f,
        0xffe9bd8b, 0xfff6e2cb, 0xff6e430f},
    KindLook{StatusKind::Other, "status/other", QT_TRANSLATE_NOOP("Status", "Other"), 0xffcccccc, 0xff363636,
        0xffcfcfcf, 0xffe6e6e6, 0xff444444},
};

const KindLook &lookOf(StatusKind kind)
{
    return kindLooks[static_cast<size_t>(kind)];
}

ChipColours fromHue(const QColor &studio, Appearance appearance)
{
    const bool dark = appearance == Appearance::Dark;
    const float hue = std::max(0.f, studio.hslHueF()); // greys have none
    const float saturation = studio.hslSaturationF();
    const QColor fill =
        dark ? QColor::fromHslF(hue, std::min(saturation, 0.5f), 0.24f) : QColor::fromHslF(hue, saturation, 0.91f);
    const float step = dark ? 0.02f : -0.02f;
    float lightness = dark ? 0.80f : 0.29f;
    QColor text = QColor::fromHslF(hue, saturation, lightness).toRgb();
    while (contrast(text, fill) < leastContrast && lightness > 0.f && lightness < 1.f) {
        lightness = std::clamp(lightness + step, 0.f, 1.f);
        text = QColor::fromHslF(hue, saturation, lightness).toRgb();
    }
    return {fill.toRgb(), text};
}

} // namespace

StatusKind statusKind(const StatusFlags &flags, const QString &shortName, const QString &name)
{
    if (flags.isDone) return StatusKind::Done;
    if (flags.isRetake) return StatusKind::Retake;
    if (flags.isFeedbackRequest) return StatusKind::WaitingForApproval;
    if (flags.isWip) return StatusKind::InProgress;
    if (flags.isDefault) return StatusKind::ToDo;
    const auto named = [&](std::initializer_list<QStringView> words) {
        return std::any_of(words.begin(), words.end(), [&](QStringView word) {
            return shortName.compare(word, Qt::CaseInsensitive) == 0 || name.startsWith(word, Qt::CaseInsensitive);
        });
    };
    if (named({u"ready", u"rts", u"rdy"})) return StatusKind::Ready;
    if (named({u"hold", u"on hold", u"onhold", u"omit", u"omt", u"pause", u"standby", u"stand by", u"hld"}))
        return StatusKind::OnHold;
    if (named({u"todo", u"to do"})) return StatusKind::ToDo;
    return StatusKind::Other;
}

QString statusGlyph(StatusKind kind)
{
    return QString::fromLatin1(lookOf(kind).glyph);
}

QString statusKindName(StatusKind kind)
{
    return QCoreApplication::translate("Status", lookOf(kind).name);
}

ChipColours chipColours(StatusKind kind, const QColor &studioColour, Appearance appearance)
{
    const KindLook &look = lookOf(kind);
    if (!studioColour.isValid() || studioColour.rgb() == look.usual) {
        const bool dark = appearance == Appearance::Dark;
        return {QColor(dark ? look.darkFill : look.lightFill), QColor(dark ? look.darkText : look.lightText)};
    }
    static QHash<QRgb, ChipColours> made[2];
    auto &ofTheme = made[static_cast<size_t>(appearance)];
    auto found = ofTheme.constFind(studioColour.rgb());
    if (found == ofTheme.constEnd()) found = ofTheme.insert(studioColour.rgb(), fromHue(studioColour, appearance));
    return *found;
}

} // namespace callboard::ui
