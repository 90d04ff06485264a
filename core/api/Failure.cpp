// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Failure.h"

#include "core/api/Error.h"
#include "core/store/DatabaseGone.h"

#include <QLoggingCategory>

#include <cerrno>

namespace callboard::api {

namespace {

Q_LOGGING_CATEGORY(failureLog, "callboard.api")

Response refusal(int status, const std::string &message, const Json &details = Json::object())
{
    Json body = {{"error", true}, {"message", message}, {"data", nullptr}};
    if (status == 401 || status == 422) body["msg"] = message;
    body.update(details);
    return json(body, status);
}

/// No room on the disk, in the quota, or under the bound on a file's size.
bool isFull(const std::error_code &code)
{
    return code == std::errc::no_space_on_device || code == std::errc::file_too_large || code.value() == EDQUOT;
}

Response refusalOf(const store::StoreError &error)
{
    using Kind = store::StoreError::Kind;
    switch (error.kind()) {
    case Kind::Unique: return refusal(400, "Another record has the same values already.");
    case Kind::Reference: return refusal(400, "A record that is named here does not exist, or is still in use.");
    case Kind::Check: return refusal(400, "A value is outside of what is allowed.");
    case Kind::NotNull: return refusal(400, "A value that is needed is missing.");
    case Kind::BadValue: return refusal(400, "A value has the wrong form.");
    case Kind::DiskFull: return refusal(507, "The server's disk is full; nothing was changed.");
    case Kind::Busy: return refusal(503, "The database is busy; try again.");
    case Kind::Other: break;
    }
    qCCritical(failureLog) << "The database failed:" << error.what();
    return refusal(500, "The server failed; the administrator finds the reason in its log.");
}

} // namespace

Response answerTo(std::exception_ptr failure)
{
    try {
        std::rethrow_exception(std::move(failure));
    } catch (const Error &error) {
        return refusal(error.status(), error.what(), error.details());
    } catch (const store::DatabaseGone &) {
        return refusal(503, "The database does not answer at the moment; try again in a few seconds.");
    } catch (const store::StoreError &error) {
        return refusalOf(error);
    } catch (const std::filesystem::filesystem_error &error) {
        if (isFull(error.code())) return refusal(507, "The server's disk is full; nothing was changed.");
        qCCritical(failureLog) << "A file could not be handled:" << error.what();
    } catch (const Json::exception &error) {
        // A value of a type that the operation did not expect and no rule had caught before.
        qCWarning(failureLog) << "A JSON value of the wrong type:" << error.what();
        return refusal(400, "A value in the request has the wrong type.");
    } catch (const std::exception &error) {
        qCCritical(failureLog) << "A request failed:" << error.what();
    }
    return refusal(500, "The server failed; the administrator finds the reason in its log.");
}

} // namespace callboard::api
