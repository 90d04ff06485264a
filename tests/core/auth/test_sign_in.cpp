// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestStudio.h"

#include "core/domain/auth/KeySignature.h"
#include "core/domain/auth/OneTimeCodes.h"

#include <QtTest>

using callboard::Json;
using callboard::tests::TestStudio;

namespace {

std::string newPerson(TestStudio &studio, const std::string &email, const Json &more = Json::object())
{
    Json body = {{"first_name", "Ari"}, {"last_name", "Artist"}, {"email", email}, {"password", "aripassword1"}};
    body.update(more);
    return studio.post("/data/persons", body).body.value("id", "");
}

TestStudio::Answer signIn(
    TestStudio &studio, const std::string &email, const std::string &password, const Json &more = Json::object())
{
    Json body = {{"email", email}, {"password", password}};
    body.update(more);
    return studio.post("/auth/login", body, "");
}

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAnAccountAfterFiveWrongPasswords()
    {
        TestStudio studio;
        newPerson(studio, "ari@example.com");
        for (int i = 0; i < 5; ++i) QCOMPARE(signIn(studio, "ari@example.com", "wrong").status, 400);
        const auto refused = signIn(studio, "ari@example.com", "aripassword1");
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body["too_many_failed_login_attemps"] == true);
    }

    void endsSessionsOfPeopleWhoAreMadeInactiveForGood()
    {
        TestStudio studio;
        const std::string id = newPerson(studio, "ari@example.com");
        const std::string token = studio.signIn("ari@example.com", "aripassword1");
        QCOMPARE(studio.get("/auth/authenticated", token).status, 200);
        studio.put("/data/persons/" + id, {{"active", false}});
        QCOMPARE(studio.get("/auth/authenticated", token).status, 401);
        studio.put("/data/persons/" + id, {{"active", true}});
        QCOMPARE(studio.get("/auth/authenticated", token).status, 401);
        const std::string fresh = studio.signIn("ari@example.com", "aripassword1");
        QCOMPARE(studio.get("/auth/authenticated", fresh).status, 200);
    }

    void asksForAPasswordOfOnesOwnAndTakesTheTokenOnce()
    {
        TestStudio studio;
        newPerson(studio, "ari@example.com", {{"password", nullptr}});
        const auto asked = signIn(studio, "ari@example.com", "default");
        QCOMPARE(asked.status, 400);
        QVERIFY(asked.body["default_password"] == true);
        const Json reset = {{"email", "ari@example.com"}, {"token", asked.body["token"]}, {"password", "ownpassword1"},
            {"password_2", "ownpassword1"}};
        Json foreign = reset;
        foreign["email"] = "admin@example.com";
        QCOMPARE(studio.send(callboard::api::Verb::Put, "/auth/reset-password", foreign, "").status, 400);
        QCOMPARE(studio.send(callboard::api::Verb::Put, "/auth/reset-password", reset, "").status, 200);
        QCOMPARE(studio.send(callboard::api::Verb::Put, "/auth/reset-password", reset, "").status, 400);
        QCOMPARE(signIn(studio, "ari@example.com", "ownpassword1").status, 200);
    }

    void asksForACodeOnceItIsEnabled()
    {
        TestStudio studio;
        newPerson(studio, "ari@example.com");
        const std::string token = studio.signIn("ari@example.com", "aripassword1");
        const std::string secret = studio.put("/auth/totp", nullptr, token).body.value("otp_secret", "");
        QCOMPARE(secret.size(), std::size_t(32));
        QCOMPARE(studio.post("/auth/totp", {{"totp", "000000"}}, token).status, 400);
        QVERIFY(signIn(studio, "ari@example.com", "aripassword1").body["login"] == true);
    }

    void takesOnlyTheCodesOfThisMinute()
    {
        // RFC 6238, appendix B: the key "12345678901234567890" at 59 seconds gives 94287082, of which six digits.
        const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        QVERIFY(callboard::auth::isTotpCode(secret, "287082", 59));
        QVERIFY(callboard::auth::isTotpCode(secret, "287082", 80));
        QVERIFY(!callboard::auth::isTotpCode(secret, "287082", 150));
        QVERIFY(!callboard::auth::isTotpCode(secret, "28708", 59));
    }

    void keepsTheLastAdministrator()
    {
        TestStudio studio;
        const std::string admin = studio.get("/auth/authenticated").body["user"]["id"];
        QCOMPARE(studio.put("/data/persons/" + admin, {{"role", "user"}}).status, 400);
        QCOMPARE(studio.put("/data/persons/" + admin, {{"active", false}}).status, 400);
        QCOMPARE(studio.get("/auth/authenticated").body["user"]["role"], Json("admin"));
    }

    void tellsNoSecretsOfPeople()
    {
        TestStudio studio;
        newPerson(studio, "ari@example.com");
        for (const char *target : {"/data/persons", "/data/persons?with_pass_hash=true"}) {
            const std::string text = studio.get(target).text;
            QVERIFY(text.find("argon2") == std::string::npos);
            QVERIFY(text.find("totp_secret") == std::string::npos);
        }
    }

    void refusesKeysThatAnswerRubbish()
    {
        QVERIFY(!callboard::auth::readNewKey(Json::object(), "localhost"));
        QVERIFY(!callboard::auth::readNewKey(
            {{"response", {{"clientDataJSON", "e30"}, {"attestationObject", "oA"}}}}, "localhost"));
        QVERIFY(!callboard::auth::readKeyUse(Json("x"), {}));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "test_sign_in.moc"
