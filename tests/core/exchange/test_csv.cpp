// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as studios' spreadsheets write them.
#include "core/domain/exchange/CsvTable.h"

#include <QTest>

using namespace callboard::exchange;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separatorsAndLineBreaksInQuotesAreText()
    {
        const auto table =
            readCsv("Seq,Shot,Description\nSQ010,SH0010,\"Boat, wide\nand a \"\"gull\"\"\"\nSQ010,SH0020,x\n");
        QCOMPARE(table.separator, ',');
        QCOMPARE(table.rows.size(), size_t(3));
        QCOMPARE(table.rows[1].cells[2], std::string("Boat, wide\nand a \"gull\""));
        QCOMPARE(table.rows[2].line, 4); // the second row takes two lines of the file
    }

    void theSeparatorIsTheOneThatTheLinesAgreeUpon()
    {
        QCOMPARE(readCsv("Seq;Shot;Description\nSQ010;SH0010;Boat, wide, dawn, fog\n").separator, ';');
        QCOMPARE(readCsv("Seq\tShot\tDescription\nSQ010\tSH0010\tBoat, wide; dawn\n").separator, '\t');
        QCOMPARE(readCsv("Shot\nSH0010\n").rows.size(), size_t(2));
    }

    void marksBlankLinesAndWindowsLineEndsAreNoRows()
    {
        const auto table = readCsv("\xef\xbb\xbfSeq;Shot\r\n\r\n;;\r\nSQ010;SH0010\r\n\r\n");
        QCOMPARE(table.rows.size(), size_t(2));
        QCOMPARE(table.rows[0].cells[0], std::string("Seq"));
        QCOMPARE(table.rows[1].line, 4);
    }

    void lettersOfOtherEncodingsAreKept()
    {
        QCOMPARE(readCsv("Shot,Description\nSH1,caf\xe9 \x93ok\x94\n").rows[1].cells[1], std::string("café “ok”"));
        const std::string wide("\xff\xfeS\0h\0\n\0\xe9\0\n\0", 12);
        QCOMPARE(readCsv(wide).rows[1].cells[0], std::string("é"));
    }

    void aQuoteThatIsNeverClosedIsToldWithItsLine()
    {
        try {
            readCsv("Shot,Description\nSH0010,\"never closed\n");
            QFAIL("no error");
        } catch (const CsvError &error) {
            QCOMPARE(error.line(), 2);
        }
    }

    void whatIsWrittenIsReadAgain()
    {
        const std::vector<std::vector<std::string>> rows{
            {"Shot", "Description"}, {"SH0010", "a \"b\", c\nd"}, {" x ", ""}};
        const auto table = readCsv(writeCsv(rows));
        QCOMPARE(table.rows.size(), rows.size());
        for (size_t i = 0; i < rows.size(); ++i) QCOMPARE(table.rows[i].cells, rows[i]);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
