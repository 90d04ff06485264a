// SPDX-License-Identifier: GPL-3.0-or-later
// The trees that a production can take by name: what clients of the API expect under "simple" and "default".
#include "core/domain/files/FileTree.h"

namespace callboard::files {

namespace {

/// Templates by kind of entity, in lower case.
Json templates(std::initializer_list<std::pair<const char *, const char *>> byKind)
{
    Json all = {{"style", "lowercase"}};
    for (const auto &[kind, pattern] : byKind) all[kind] = pattern;
    return all;
}

Json mode(const char *root, Json folders, Json names)
{
    return {{"mountpoint", "/simple"}, {"root", root}, {"folder_path", std::move(folders)},
        {"file_name", std::move(names)}};
}

Json simpleTree()
{
    const Json working = mode("productions",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<TaskType>/<Software>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<TaskType>/<Software>"},
            {"sequence", "<Project>/sequences/<Sequence>/<TaskType>/<Software>"},
            {"scene", "<Project>/scenes/<Sequence>/<Scene>/<TaskType>/<Software>"}}),
        templates({{"shot", "<Project>_<Sequence>_<Shot>_<TaskType>_<Name>_v<Version>"},
            {"asset", "<Project>_<AssetType>_<Asset>_<TaskType>_<Name>_v<Version>"},
            {"sequence", "<Project>_<Sequence>_<TaskType>_<Name>_v<Version>"},
            {"scene", "<Project>_<Scene>_<TaskType>_<Name>_v<Version>"}}));
    const Json output = mode("productions/export",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<TaskType>/<OutputType>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<TaskType>/<OutputType>"},
            {"sequence", "<Project>/sequences/<Sequence>/<TaskType>/<OutputType>"},
            {"scene", "<Project>/scenes/<Sequence>/<Scene>/<TaskType>/<OutputType>"},
            {"instance",
                "<Project>/<TemporalEntityType>/<Sequence>/<TemporalEntity>/<TaskType>/<OutputType>"
                "/<AssetType>/<Asset>/instance_<Instance.number>/<Representation>"},
            {"instance_asset",
                "<Project>/assets/<TemporalEntityType>/<TemporalEntity>/<TaskType>/<OutputType>"
                "/<AssetType>/<Asset>/instance_<Instance.number>/<Representation>"}}),
        templates({{"shot", "<Project>_<Sequence>_<Shot>_<TaskType>_<OutputType>_<Name>_v<Version>"},
            {"asset", "<Project>_<AssetType>_<Asset>_<TaskType>_<OutputType>_<Name>_v<Version>"},
            {"sequence", "<Project>_<Sequence>_<TaskType>_<OutputType>_<Name>_v<Version>"},
            {"scene", "<Project>_<Scene>_<TaskType>_<OutputType>_<Name>_v<Version>"},
            {"instance",
                "<Project>_<Sequence>_<TemporalEntity>_<TaskType>_<OutputType>_<Name>_<Instance.name>_v<Version>"},
            {"instance_asset",
                "<Project>_<TemporalEntityType>_<TemporalEntity>_<TaskType>_<OutputType>_<Name>"
                "_<Instance.name>_v<Version>"}}));
    const Json preview = mode("productions/previews",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<TaskType>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<TaskType>"},
            {"sequence", "<Project>/sequences/<Sequence>/<TaskType>"},
            {"scene", "<Project>/scenes/<Sequence>/<Scene>/<TaskType>"}}),
        templates(
            {{"shot", "<Project>_<Sequence>_<Shot>_<TaskType>"}, {"asset", "<Project>_<AssetType>_<Asset>_<TaskType>"},
                {"sequence", "<Project>_<Sequence>_<TaskType>"}, {"scene", "<Project>_<Scene>_<TaskType>"}}));
    return {{"working", working}, {"output", output}, {"preview", preview}};
}

Json defaultTree()
{
    const Json working = mode("productions",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<TaskType>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<TaskType>"},
            {"sequence", "<Project>/sequences/<Sequence>/<TaskType>"},
            {"scene", "<Project>/scenes/<Sequence>/<Scene>/<TaskType>"}}),
        templates({{"shot", "<Project>_<Shot>_<TaskType>"}, {"asset", "<Project>_<AssetType>_<Asset>_<TaskType>"},
            {"sequence", "<Project>_<Sequence>_<TaskType>"}, {"scene", "<Project>_<Sequence>_<Scene>_<TaskType>"}}));
    // Clients are told the misspelt word as it is; a sequence has no output files with this tree.
    const Json output = mode("productions/export",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<OutputType>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<OutputType>"},
            {"sequence", "<Project>/sequences/<Sequence>/<OutputType>"},
            {"scene", "<Project>/scenes/<Sequence>/<Scene>/<OutputType>"}}),
        templates({{"shot", "<Project>_<Sequence>_<Shot>_<OutputType>_<OutputFile>"},
            {"asset", "<Project>_<AssetType>_<Asset>_<OutputType>_<OutputFile>"},
            {"sequence", "<Project>_<Sequence>_<OuputType>_<OutputFile>"},
            {"scene", "<Project>_<Sequence>_<Scene>_<OutputType>_<OutputFile>"}}));
    const Json preview = mode("productions/previews",
        templates({{"shot", "<Project>/shots/<Sequence>/<Shot>/<TaskType>"},
            {"asset", "<Project>/assets/<AssetType>/<Asset>/<TaskType>"},
            {"sequence", "<Project>/sequences/<Sequence>/<TaskType>"},
            {"scene", "<Project>/scene/<Scene>/<TaskType>"}}),
        templates(
            {{"shot", "<Project>_<Sequence>_<Shot>_<TaskType>"}, {"asset", "<Project>_<AssetType>_<Asset>_<TaskType>"},
                {"sequence", "<Project>_<Sequence>_<TaskType>"}, {"scene", "<Project>_<Scene>_<TaskType>"}}));
    return {{"working", working}, {"output", output}, {"preview", preview}};
}

} // namespace

const Json *fileTreeNamed(std::string_view name)
{
    static const Json simple = simpleTree();
    static const Json standard = defaultTree();
    if (name == "simple") return &simple;
    return name == "default" ? &standard : nullptr;
}

} // namespace callboard::files
