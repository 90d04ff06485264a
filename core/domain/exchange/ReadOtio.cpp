// SPDX-License-Identifier: GPL-3.0-or-later
// OpenTimelineIO's JSON: https://opentimelineio.readthedocs.io/en/stable/tutorials/otio-file-format-specification.html
#include "core/base/Json.h"
#include "core/domain/exchange/Timeline.h"

#include <algorithm>

namespace callboard::exchange {

namespace {

constexpr int deepestNesting = 64; // stacks and tracks in each other

/// "Clip" of "Clip.2".
std::string schemaOf(const Json &object)
{
    if (!object.is_object()) return {};
    const auto found = object.find("OTIO_SCHEMA");
    if (found == object.end() || !found->is_string()) return {};
    const auto &schema = found->get_ref<const std::string &>();
    return schema.substr(0, schema.find('.'));
}

std::string textIn(const Json &object, const char *member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A member that may be left out or null.
const Json *memberOf(const Json &object, const char *member)
{
    if (!object.is_object()) return nullptr;
    const auto found = object.find(member);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

FrameTime timeIn(const Json &range, const char *member)
{
    const Json *time = memberOf(range, member);
    const Json *value = time ? memberOf(*time, "value") : nullptr;
    const Json *rate = time ? memberOf(*time, "rate") : nullptr;
    if (!value || !rate || !value->is_number() || !rate->is_number())
        throw TimelineError(0, std::string("A range has no ") + member + ".");
    return checkedTime(value->get<double>(), rate->get<double>(), 0);
}

std::optional<FrameRange> rangeIn(const Json &object, const char *member)
{
    const Json *range = memberOf(object, member);
    if (!range) return std::nullopt;
    FrameRange read{timeIn(*range, "start_time"), timeIn(*range, "duration")};
    if (read.duration.frames < 0) throw TimelineError(0, "A range ends before it begins.");
    return read;
}

const Json &childrenOf(const Json &object)
{
    const Json *children = memberOf(object, "children");
    if (!children || !children->is_array()) throw TimelineError(0, "A track or stack has no children.");
    return *children;
}

bool isTrack(const std::string &schema)
{
    return schema == "Track" || schema == "Sequence"; // the former name
}

const Json *mediaOf(const Json &clip)
{
    if (const Json *media = memberOf(clip, "media_reference")) return media;
    const Json *all = memberOf(clip, "media_references");
    if (!all) return nullptr;
    const std::string key = textIn(clip, "active_media_reference_key");
    return memberOf(*all, key.empty() ? "DEFAULT_MEDIA" : key.c_str());
}

std::string nameOfClip(const Json &clip)
{
    if (std::string name = textIn(clip, "name"); !name.empty()) return name;
    const Json *media = mediaOf(clip);
    if (!media || !media->is_object()) return {};
    if (std::string prefix = textIn(*media, "name_prefix"); !prefix.empty()) return prefix;
    return stemOf(textIn(*media, "target_url"));
}

FrameTime durationOf(const Json &item, int depth);

/// How long a stack or track inside of a track takes.
FrameTime lengthOf(const Json &parent, int depth)
{
    if (depth > deepestNesting) throw TimelineError(0, "Tracks are nested too deeply.");
    const bool isSequence = isTrack(schemaOf(parent));
    FrameTime length;
    for (const Json &child : childrenOf(parent)) {
        const FrameTime one = durationOf(child, depth + 1);
        const double seconds =
            isSequence ? length.seconds() + one.seconds() : std::max(length.seconds(), one.seconds());
        length = checkedTime(seconds * one.rate, one.rate, 0);
    }
    return length;
}

FrameTime durationOf(const Json &item, int depth)
{
    if (const auto source = rangeIn(item, "source_range")) return source->duration;
    const std::string schema = schemaOf(item);
    if (isTrack(schema) || schema == "Stack") return lengthOf(item, depth);
    const Json *media = schema == "Clip" ? mediaOf(item) : nullptr;
    const auto available = media ? rangeIn(*media, "available_range") : std::nullopt;
    return available ? available->duration : FrameTime();
}

TrackItem itemOf(const Json &child)
{
    TrackItem item;
    item.source = rangeIn(child, "source_range");
    item.isClip = schemaOf(child) == "Clip";
    if (!item.isClip) {
        item.length = durationOf(child, 0);
        return item;
    }
    item.name = nameOfClip(child);
    if (const Json *media = mediaOf(child)) item.media = rangeIn(*media, "available_range");
    return item;
}

Track trackOf(const Json &object)
{
    Track track;
    track.visible = rangeIn(object, "source_range");
    for (const Json &child : childrenOf(object)) {
        const std::string schema = schemaOf(child);
        if (schema.empty()) throw TimelineError(0, "A track has a child that is none of OpenTimelineIO's.");
        // A transition lies over its neighbours and takes no time of its own.
        if (schema != "Transition") track.items.push_back(itemOf(child));
    }
    return track;
}

int lineAt(std::string_view text, std::size_t byte)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

Json parsed(std::string_view text)
{
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        throw TimelineError(lineAt(text, error.byte), "The file is no JSON, or not all of it.");
    }
}

} // namespace

std::vector<TimelineClip> readOtio(std::string_view text)
{
    const Json timeline = parsed(text);
    if (schemaOf(timeline) != "Timeline") throw TimelineError(0, "The file is no timeline of OpenTimelineIO.");
    const Json *stack = memberOf(timeline, "tracks");
    if (!stack || schemaOf(*stack) != "Stack") throw TimelineError(0, "The timeline has no tracks.");
    std::vector<TimelineClip> clips;
    for (const Json &child : childrenOf(*stack)) {
        const std::string kind = textIn(child, "kind");
        if (!isTrack(schemaOf(child)) || (!kind.empty() && kind != "Video")) continue;
        for (TimelineClip &clip : clipsOf(trackOf(child))) clips.push_back(std::move(clip));
    }
    return clips;
}

} // namespace callboard::exchange
