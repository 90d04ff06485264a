// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvExport.h"

#include "core/domain/exchange/CsvTable.h"

namespace callboard::exchange {

api::Response CsvExport::response() const
{
    std::string text;
    for (const auto &row : m_rows) {
        std::string line = writeCsv({row}, ';');
        if (!line.empty() && line.back() == '\n') line.pop_back();
        text += line + "\r\n";
    }
    return api::text(std::move(text), "text/csv");
}

} // namespace callboard::exchange
