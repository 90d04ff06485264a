// SPDX-License-Identifier: GPL-3.0-or-later
// The two servers that are compared. Each answers GET / with a small JSON and POST / with the size of the file that was
// uploaded, prints its port as its first line, and runs until its process is ended.
#pragma once

namespace callboard::bench {

int runQtServer();
int runOwnServer();

} // namespace callboard::bench
