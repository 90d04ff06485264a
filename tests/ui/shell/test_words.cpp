// SPDX-License-Identifier: GPL-3.0-or-later
// Counted words have both their English forms: "1 shot", "2 shots".
#include "ui/shell/Words.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private:
    const QString source = qEnvironmentVariable("CALLBOARD_SOURCE");

    QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private Q_SLOTS:
    void everyCountedWordOfTheSourcesIsInTheFile()
    {
        const QString words = read(source + u"/translations/callboard_en.ts"_s);
        static const QRegularExpression counted(u"\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*%L?n(?:[^\"\\\\]|\\\\.)*)\""_s);
        QDirIterator files(source + u"/ui"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        int found = 0;
        while (files.hasNext()) {
            const QString name = files.next();
            for (auto matches = counted.globalMatch(read(name)); matches.hasNext(); ++found) {
                const QString text = matches.next().captured(1).toHtmlEscaped();
                QVERIFY2(words.contains(u"<source>"_s + text + u"</source>"_s),
                    qPrintable(u"%1 in %2: run scripts/words"_s.arg(text, name)));
            }
        }
        QVERIFY(found > 10);
    }

    void everyCountedWordHasItsForms()
    {
        QFile file(source + u"/translations/callboard_en.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            QVERIFY2(reader.attributes().value(u"type"_s) != "unfinished"_L1,
                qPrintable(QString::number(reader.lineNumber())));
            if (reader.name() == "numerusform"_L1) QVERIFY(!reader.readElementText().contains(u"(s)"_s));
        }
        QVERIFY(!reader.hasError());
    }

    void theWindowCountsInEnglish()
    {
        callboard::ui::installWords();
        const auto shots = [](int count) {
            return QCoreApplication::translate("callboard::ui::EntitiesPage", "%1 of %n shot(s)", nullptr, count)
                .arg(1);
        };
        QCOMPARE(shots(1), u"1 of 1 shot"_s);
        QCOMPARE(shots(2), u"1 of 2 shots"_s);
        QCOMPARE(QCoreApplication::translate("SheetPainter", "%Ln frame(s)", nullptr, 1), u"1 frame"_s);
    }
};

QTEST_MAIN(TestWords)
#include "test_words.moc"
