// SPDX-License-Identifier: GPL-3.0-or-later
// A table on its way out: semicolons, lines that end as RFC 4180 has them.
#pragma once

#include "core/api/Response.h"

#include <string>
#include <vector>

namespace callboard::exchange {

class CsvExport
{
public:
    explicit CsvExport(std::vector<std::string> header) { m_rows.push_back(std::move(header)); }

    void setHeader(std::vector<std::string> header) { m_rows.front() = std::move(header); }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    api::Response response() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace callboard::exchange
