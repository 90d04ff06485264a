// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/FilterCompletion.h"
#include "ui/filter/FilterMatcher.h"
#include "ui/filter/FilterParser.h"
#include "ui/filter/FilterPrinter.h"

#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

StudioStatus status(const QString &id, const QString &shortName, const QString &name, StatusKind kind)
{
    StudioStatus made;
    made.id = id;
    made.shortName = shortName;
    made.name = name;
    made.kind = kind;
    return made;
}

SheetSubject subject()
{
    SheetSubject made;
    made.taskTypes = {{u"lay"_s, u"Layout"_s, {}, {}, u"Story"_s}, {u"ani"_s, u"Animation"_s, {}, {}, u"Animation"_s},
        {u"fx"_s, u"FX"_s, {}, {}, u"FX"_s}, {u"cfx"_s, u"Cloth sim"_s, {}, {}, u"FX"_s}};
    made.metadata = {{u"m1"_s, u"difficulty"_s, u"Difficulty"_s, MetadataType::List, {u"Easy"_s, u"Hard"_s}, {}},
        {u"m2"_s, u"checks"_s, u"Checks"_s, MetadataType::Checklist, {u"Hair"_s, u"Rain"_s}, {}},
        {u"m3"_s, u"tags"_s, u"Tags"_s, MetadataType::TagList, {u"wet"_s, u"night"_s}, {}}};
    made.statuses = {status(u"todo"_s, u"todo"_s, u"To do"_s, StatusKind::ToDo),
        status(u"wip"_s, u"wip"_s, u"Work in progress"_s, StatusKind::InProgress),
        status(u"wfa"_s, u"wfa"_s, u"Waiting for approval"_s, StatusKind::WaitingForApproval),
        status(u"done"_s, u"done"_s, u"Done"_s, StatusKind::Done)};
    made.people = {
        {u"mia"_s, u"Mia Okafor"_s, {}}, {u"noah"_s, u"Noah Weiss"_s, {}}, {u"elan"_s, u"Élan Müller"_s, {}}};
    return made;
}

TaskCell task(const QString &statusId, const QStringList &people = {}, int priority = 0, int ready = -1)
{
    TaskCell cell;
    cell.taskId = u"t"_s;
    cell.statusId = statusId;
    cell.assigneeIds = people;
    cell.priority = priority;
    cell.readyAssets = ready;
    return cell;
}

EntityRow shot(const QString &name, const QString &sequence, const QString &description)
{
    EntityRow row;
    row.id = sequence + name;
    row.name = name;
    row.groupId = row.groupName = sequence;
    row.description = description;
    return row;
}

// A: SQ010 SH0010 · B: SQ010 SH0020 · C: SQ020 SH0010 · D: SQ020 SH0030
std::vector<EntityRow> rows()
{
    auto a = shot(u"SH0010"_s, u"SQ010"_s, u"Tea goes cold"_s);
    a.tasks = {{u"lay"_s, task(u"done"_s)}, {u"ani"_s, task(u"wip"_s, {u"mia"_s}, 3)}};
    a.metadata = {{u"difficulty"_s, u"Easy"_s}, {u"tags"_s, QStringList{u"wet"_s}}};
    a.previewId = u"p"_s;
    a.frames = 88;
    auto b = shot(u"SH0020"_s, u"SQ010"_s, u"The lamp room, empty chair"_s);
    b.tasks = {
        {u"lay"_s, task(u"done"_s)}, {u"ani"_s, task(u"wfa"_s, {u"noah"_s, u"mia"_s})}, {u"fx"_s, task(u"todo"_s)}};
    b.metadata = {{u"difficulty"_s, u"Hard"_s}, {u"checks"_s, QVariantMap{{u"Hair"_s, true}}}};
    auto c = shot(u"SH0010"_s, u"SQ020"_s, u"Storm. The empty boat"_s);
    c.tasks = {{u"ani"_s, task(u"done"_s, {u"elan"_s}, 0, 2)}, {u"fx"_s, task(u"wip"_s, {u"mia"_s})}};
    c.castCount = 2;
    auto d = shot(u"SH0030"_s, u"SQ020"_s, u"Élan du phare"_s);
    d.metadata = {{u"difficulty"_s, u"Hard"_s}};
    return {a, b, c, d};
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private:
    SheetModel m_model;
    FilterVocabulary m_words;

    QString matching(const QString &text)
    {
        FilterIndex index(m_model);
        FilterMatcher matcher(parseFilter(text, m_words), index);
        QString letters;
        for (int row = 0; row < m_model.entityCount(); ++row)
            if (matcher.accepts(row)) letters += QChar(u'A' + row);
        return letters;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_model.setSubject(subject());
        m_model.appendRows(rows());
        m_words = FilterVocabulary::of(m_model);
    }

    void aSearchFindsItsRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("", "ABCD");
        row("sh0010", "AC");
        row("sh0010 sq020", "C");
        row("elan", "D");
        row("\"empty chair\"", "B");
        row("empty", "BC");
        row("-empty", "AD");
        row("-\"empty chair\"", "ACD");
        row("[tea,storm]", "AC");
        row("-[tea,storm]", "BD");
        row("anim=wip", "A");
        row("animation=[wip,wfa]", "AB");
        row("[animation]=[WIP]", "A");
        row("animation=[-wip]", "BCD");
        row("animation=[-wip,-done]", "BD");
        row("animation=\"Work in progress\"", "A");
        row("[cloth sim]=wip", "");
        row("status=wip", "AC");
        row("status=wip,todo", "ABC");
        row("status=[-done]", "D");
        row("animation=assigned", "ABC");
        row("animation=unassigned", "");
        row("layout=unassigned", "AB");
        row("assignedto=[Mia Okafor]", "ABC");
        row("assignedto=[-Mia Okafor]", "D");
        row("assignedto[Animation]=[Mia Okafor]", "AB");
        row("assignedto=[Noah Weiss,elan muller]", "BC");
        row("sequence=SQ010", "AB");
        row("sequence=[-sq010]", "CD");
        row("[difficulty]=[Hard]", "BD");
        row("difficulty=[easy,hard]", "ABD");
        row("tags=wet", "A");
        row("[checks]=[Hair:true]", "B");
        row("[checks]=[Hair:false]", "ACD");
        row("department=[FX]", "BC");
        row("withthumbnail", "A");
        row("-withthumbnail", "BCD");
        row("priority-[Animation]=3", "A");
        row("priority=3", "A");
        row("assetsready=[Animation]", "C");
        row("frames=88", "A");
        row("anim=wip +(sq020 sh0030)", "AD");
        row("+(anim=wip) +(fx=wip)", "AC");
        row("-animation=wip", "BCD");
        // What is wrong or not finished leaves the rest of the search alone.
        row("tea animatoin=wip", "A");
        row("tea anim=", "A");
        row("animation=[wip,", "A");
    }
    void aSearchFindsItsRows()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(matching(text), found);
    }

    void whatIsPrintedIsReadAsTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *text, const char *printed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(printed);
        };
        row("anim=wip,wfa", "animation=[wip,wfa]");
        row("[Cloth sim]=[-DONE]", "[cloth sim]=[-done]");
        row("tea \"empty chair\" -rain", "tea \"empty chair\" -rain");
        row("[a,b]", "[a,b]");
        row("lay=unassigned", "layout=unassigned");
        row("assignedto[ani]=[mia]", "assignedto[Animation]=[Mia Okafor]");
        row("priority-[fx]=2", "priority-[FX]=[2]");
        row("checks=[Hair:true]", "checks=[Hair:true]");
        row("-withthumbnail +(anim=wip tea)", "-withthumbnail +(animation=[wip] tea)");
    }
    void whatIsPrintedIsReadAsTheSame()
    {
        QFETCH(QString, text);
        QFETCH(QString, printed);
        const auto first = parseFilter(text, m_words);
        QVERIFY(first.errors.isEmpty());
        QCOMPARE(printFilter(first, m_words), printed);
        QVERIFY(parseFilter(printed, m_words) == first);
    }

    void anErrorSaysWhereAndWhatWasMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("column") << u"tea animatoin=wip"_s << 4 << 9 << u"Animation"_s;
        QTest::newRow("status") << u"animation=[wip,dnoe]"_s << 15 << 4 << u"done"_s;
        QTest::newRow("person") << u"assignedto=[Mia Okafr]"_s << 12 << 9 << u"Mia Okafor"_s;
        QTest::newRow("group") << u"sequence=SQ011"_s << 9 << 5 << u"SQ010"_s;
        QTest::newRow("priority") << u"priority-[FX]=9"_s << 14 << 1 << QString();
    }
    void anErrorSaysWhereAndWhatWasMeant()
    {
        QFETCH(QString, text);
        QFETCH(int, start);
        QFETCH(int, length);
        QFETCH(QString, suggestion);
        const auto errors = parseFilter(text, m_words).errors;
        QCOMPARE(errors.size(), 1);
        QVERIFY(!errors.first().isUnfinished);
        QCOMPARE(errors.first().span.start, start);
        QCOMPARE(errors.first().span.length, length);
        QCOMPARE(errors.first().suggestion, suggestion);
    }

    void whatIsBeingTypedIsUnfinishedNotWrong()
    {
        for (const auto &text : {u"animation="_s, u"animation=[wip"_s, u"\"empty"_s, u"+(tea"_s}) {
            const auto errors = parseFilter(text, m_words).errors;
            QCOMPARE(errors.size(), 1);
            QVERIFY2(errors.first().isUnfinished, qPrintable(text));
        }
    }

    void completionOffersColumnsThenTheirValues()
    {
        const auto columns = completeFilter(u"tea ani"_s, 7, m_words);
        QCOMPARE(columns.replaced, (FilterSpan{4, 3}));
        QCOMPARE(columns.candidates.first().insertion, u"animation=[]"_s);
        QCOMPARE(columns.candidates.first().cursorBack, 1);
        const auto statuses = completeFilter(u"animation=[wip,w]"_s, 16, m_words);
        QCOMPARE(statuses.replaced, (FilterSpan{15, 1}));
        QStringList offered;
        for (const auto &candidate : statuses.candidates) offered << candidate.insertion;
        QVERIFY(offered.contains(u"wip"_s) && offered.contains(u"wfa"_s) && !offered.contains(u"done"_s));
        const auto people = completeFilter(u"assignedto=we"_s, 13, m_words);
        QCOMPARE(people.candidates.size(), 1);
        QCOMPARE(people.candidates.first().insertion, u"[Noah Weiss]"_s);
    }

    void theIndexFollowsThePatchesOfTheModel()
    {
        SheetModel model;
        model.setSubject(subject());
        model.appendRows(rows());
        FilterIndex index(model);
        const auto words = FilterVocabulary::of(model);
        FilterMatcher matcher(parseFilter(u"fx=done"_s, words), index);
        QCOMPARE(matcher.count(), 0);
        model.patchTask(u"SQ010SH0020"_s, u"fx"_s, task(u"done"_s));
        QVERIFY(matcher.accepts(1));
        model.removeRows({u"SQ010SH0010"_s});
        QVERIFY(matcher.accepts(0));
        QCOMPARE(matcher.count(), 1);
        auto late = shot(u"SH0099"_s, u"SQ020"_s, {});
        late.tasks = {{u"fx"_s, task(u"done"_s)}};
        model.insertRow(late);
        QCOMPARE(matcher.count(), 2);
    }
};

QTEST_MAIN(TestFilter)
#include "test_filter.moc"
