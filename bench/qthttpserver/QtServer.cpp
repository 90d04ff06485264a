// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/qthttpserver/Servers.h"

#include <QCoreApplication>
#include <QHttpServer>

#include <cstdio>

namespace callboard::bench {

int runQtServer()
{
    QHttpServer server;
    server.route(QStringLiteral("/"), QHttpServerRequest::Method::Get,
        [] { return QHttpServerResponse("application/json", R"({"name": "small"})"); });
    server.route(QStringLiteral("/"), QHttpServerRequest::Method::Post, [](const QHttpServerRequest &request) {
        return QHttpServerResponse("application/json", QByteArray::number(request.body().size()));
    });
    std::printf("%d\n", int(server.listen(QHostAddress::LocalHost)));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace callboard::bench
