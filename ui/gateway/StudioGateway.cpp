// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/StudioGateway.h"

#include "ui/gateway/Requests.h"

#include <QPointer>

namespace callboard::ui {

namespace {

QString refusalSentence(int status, const Json &details)
{
    if (details.is_object()) {
        for (const char *member : {"message", "msg"}) {
            const QString sentence = textOf(details, member);
            if (!sentence.isEmpty()) return sentence;
        }
    }
    return StudioGateway::tr("The studio refused the request (%1).").arg(status);
}

} // namespace

QCoro::Task<ApiAnswer> StudioGateway::send(ApiRequest request)
{
    const QPointer<StudioGateway> self(this);
    const bool hadToken = !m_accessToken.isEmpty() && !request.token; // that of who is signed in
    ApiAnswer answer = co_await transmit(std::move(request));
    if (answer.status < 400) co_return answer;
    const Json details = Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
    if (self && hadToken && (answer.status == 401 || answer.status == 422) && details.is_object()
        && details.contains("msg"))
        Q_EMIT signedOut();
    throw ApiError(answer.status, refusalSentence(answer.status, details), details);
}

QCoro::Task<Json> StudioGateway::get(QString path, QUrlQuery query)
{
    ApiRequest request = requestOf(api::Verb::Get, path);
    request.query = std::move(query);
    co_return (co_await send(std::move(request))).json();
}

QCoro::Task<Json> StudioGateway::post(QString path, Json body)
{
    ApiRequest request = requestOf(api::Verb::Post, path, std::move(body));
    co_return (co_await send(std::move(request))).json();
}

QCoro::Task<Json> StudioGateway::put(QString path, Json body)
{
    ApiRequest request = requestOf(api::Verb::Put, path, std::move(body));
    co_return (co_await send(std::move(request))).json();
}

QCoro::Task<Json> StudioGateway::remove(QString path, QUrlQuery query)
{
    ApiRequest request = requestOf(api::Verb::Delete, path);
    request.query = std::move(query);
    const ApiAnswer answer = co_await send(std::move(request));
    co_return answer.body.isEmpty() ? Json() : answer.json();
}

QCoro::Task<QByteArray> StudioGateway::download(QString path)
{
    ApiRequest request = requestOf(api::Verb::Get, path);
    co_return (co_await send(std::move(request))).body;
}

void StudioGateway::setAccessToken(const QString &token)
{
    if (token == m_accessToken) return;
    m_accessToken = token;
    tokenChanged();
}

void StudioGateway::renewAccessToken(const QString &token)
{
    m_accessToken = token;
    tokenRenewed();
}

void StudioGateway::setLink(Link link)
{
    if (link == m_link) return;
    m_link = link;
    Q_EMIT linkChanged(link);
}

} // namespace callboard::ui
