// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/UploadedText.h"

#include "core/api/Error.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace callboard::exchange {

const api::UploadedFile &fileNamed(const api::Request &request, std::string_view field)
{
    const auto file = std::find_if(request.files.begin(), request.files.end(),
        [&](const api::UploadedFile &sent) { return sent.field() == field; });
    if (file == request.files.end()) throw api::badRequest("Send what is imported as a file.");
    return *file;
}

std::string textIn(const api::UploadedFile &file)
{
    std::ifstream stream(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace callboard::exchange
