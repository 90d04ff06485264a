// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationLayer.h"

#include <QJsonDocument>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

QJsonArray json(const char *text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) qFatal("%s", qPrintable(error.errorString()));
    return document.array();
}

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

const char *otherClients = R"j([
 {"time": 1.5833, "frame": 39, "width": 800, "height": 600, "drawing": {"background": "x", "objects": [
   {"id": "p", "type": "path", "left": 10, "top": 20, "width": 100, "height": 50, "stroke": "#ff0000", "strokeWidth": 4, "fill": null,
    "path": [["M", 12, 22], ["Q", 60, 80, 112, 22], ["L", 112, 72]], "canvasWidth": 800, "canvasHeight": 450, "serial": 12345},
   {"id": "u", "type": "hologram", "depth": [1, 2.5, {"a": null}]},
   {"type": "Rect", "left": 1, "top": 2, "width": 3, "height": 4}]}},
 {"odd": true},
 {"time": 0, "drawing": {"objects": []}}
])j";

/// Where the shape has colour on a canvas of 400 × 300.
QRect inkOf(const QJsonObject &drawn)
{
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const auto shape = shapeOf(drawn);
    if (!shape) return {};
    QPainter painter(&image);
    shape->paint(painter);
    painter.end();
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 100) ink |= QRect(x, y, 1, 1);
    return ink;
}

bool isNear(const QRect &one, const QRect &other, int by = 3)
{
    const bool same = std::abs(one.left() - other.left()) <= by && std::abs(one.top() - other.top()) <= by
        && std::abs(one.right() - other.right()) <= by && std::abs(one.bottom() - other.bottom()) <= by;
    if (!same) qWarning() << one << other;
    return same;
}

} // namespace

class TestPlayerAnnotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersStoredGoesBackUntouched()
    {
        const QJsonArray stored = json(otherClients);
        QJsonArray reordered = stored; // unreadable entries stand last
        reordered.removeAt(1);
        reordered.append(stored[1]);
        QCOMPARE(AnnotationDocument::fromJson(stored).toJson(), reordered);
    }

    void objectsAreFoundWithinHalfAFrame()
    {
        const auto document = AnnotationDocument::fromJson(json(otherClients));
        QCOMPARE(document.objectsAt(38, {24, 1}, false).size(), 3u);
        QCOMPARE(document.objectsAt(37, {24, 1}, false).size(), 0u);
        QCOMPARE(document.objectsAt(38, {24, 1}, false)[0].momentCanvas, QSizeF(800, 600));
        QCOMPARE(document.frames({24, 1}, false), (std::vector<qint64>{38}));
        QCOMPARE(document.timeFor(38, {24, 1}, false), 1.5833);
        QCOMPARE(document.timeFor(0, {24, 1}, true), 1.5833); // a picture's drawings are all on its frame
        QCOMPARE(document.timeFor(5, {24, 1}, false), 0.2083);
        QCOMPARE(document.timeFor(0, {24, 1}, false), 0.0);
    }

    void changesFollowTheServersRules()
    {
        auto document = AnnotationDocument::fromJson(
            json(R"j([{"time":0,"drawing":{"objects":[{"id":"a1","stroke":"r"},{"id":"a2"}]}}])j"));
        AnnotationDifference difference;
        difference.additions = {{0, {object(R"j({"id":"a3"})j"), object(R"j({"id":"a1","type":"circle"})j")}},
            {1.5, {object(R"j({"id":"b"})j")}}};
        document.apply(difference);
        difference = {};
        difference.updates = {{0, {object(R"j({"id":"a1","stroke":"g"})j"), object(R"j({"id":"zz"})j")}},
            {9, {object(R"j({"id":"a2"})j")}}};
        document.apply(difference);
        QCOMPARE(document.toJson(),
            json(R"j([{"time":0,"drawing":{"objects":[{"id":"a2"},{"id":"a3"},{"id":"a1","stroke":"g"}]}},
                                             {"time":1.5,"drawing":{"objects":[{"id":"b"}]}}])j"));
        difference = {};
        difference.deletions = {{1.5, {u"b"_s}}, {0, {u"a2"_s, u"a3"_s}}};
        document.apply(difference);
        QCOMPARE(document.toJson(), json(R"j([{"time":0,"drawing":{"objects":[{"id":"a1","stroke":"g"}]}}])j"));
    }

    void editsAndTheirUndoingAreToldAsDifferences()
    {
        AnnotationModel model;
        model.reset({24, 1}, false);
        model.setAnnotations(json(otherClients));
        QSignalSpy edited(&model, &AnnotationModel::edited);
        model.add(38, object(R"j({"id":"n","type":"rect"})j"), u"Draw"_s);
        model.add(1, object(R"j({"id":"m","type":"rect"})j"), u"Draw"_s);
        model.replace(object(R"j({"id":"n","type":"rect","left":7})j"), u"Move"_s);
        model.remove({u"p"_s, u"n"_s}, u"Erase"_s);
        model.undoStack().undo();
        const auto told = [&](int at) { return edited[at][0].toJsonObject(); };
        QCOMPARE(told(0),
            object(
                R"j({"additions":[{"time":1.5833,"frame":39,"drawing":{"objects":[{"id":"n","type":"rect"}]}}],"updates":[],"deletions":[]})j"));
        QCOMPARE(told(1)["additions"_L1][0]["time"_L1].toDouble(), 0.0417);
        QCOMPARE(told(1)["additions"_L1][0]["frame"_L1].toInt(), 2);
        QCOMPARE(told(2)["updates"_L1][0]["drawing"_L1]["objects"_L1][0]["left"_L1].toInt(), 7);
        QCOMPARE(told(3)["deletions"_L1].toArray(), json(R"j([{"time":1.5833,"objects":["p","n"]}])j"));
        QCOMPARE(told(4)["additions"_L1][0]["time"_L1].toDouble(), 1.5833);
        QCOMPARE(told(4)["additions"_L1][0]["drawing"_L1]["objects"_L1][0]["serial"_L1].toInt(), 12345);
        while (model.undoStack().canUndo()) model.undoStack().undo();
        QCOMPARE(model.frames(), (std::vector<qint64>{38}));
        QCOMPARE(model.objectsAt(38).size(), 3u);
    }

    void objectsOfAllTypesLieWhereFabricDrawsThem_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QRect>("ink");
        const auto row = [](const char *name, const char *stored, const QRect &ink) {
            QTest::newRow(name) << QByteArray(stored) << ink;
        };
        row("path",
            R"j({"type":"path","left":48,"top":58,"stroke":"red","strokeWidth":4,"path":[["M",50,60],["L",150,60],["L",150,120]]})j",
            {48, 58, 104, 64});
        row("path moved and scaled",
            R"j({"type":"Path","left":0,"top":0,"scaleX":2,"scaleY":2,"stroke":"red","strokeWidth":4,"path":"M 50 60 L 150 60 150 120"})j",
            {0, 0, 208, 128});
        row("path from its middle",
            R"j({"type":"path","originX":"center","originY":"center","left":100,"top":100,"stroke":"red","strokeWidth":2,"path":[["M",0,0],["L",100,50]]})j",
            {49, 74, 102, 52});
        row("pressure stroke",
            R"j({"type":"PSStroke","left":30,"top":40,"stroke":"lime","strokeWidth":8,"strokePoints":[{"x":30,"y":40,"pressure":0.5},{"x":80,"y":40,"pressure":0.5},{"x":130,"y":40,"pressure":0.5}]})j",
            {32, 42, 104, 4});
        row("rect",
            R"j({"type":"rect","left":10,"top":20,"width":100,"height":50,"strokeWidth":2,"stroke":"rgb(0,0,255)"})j",
            {10, 20, 102, 52});
        row("rect turned",
            R"j({"type":"rect","left":200,"top":50,"width":98,"height":48,"strokeWidth":2,"angle":90,"stroke":"blue"})j",
            {150, 50, 50, 100});
        row("circle", R"j({"type":"circle","left":10,"top":10,"radius":40,"strokeWidth":2,"stroke":"blue"})j",
            {10, 10, 82, 82});
        row("ellipse", R"j({"type":"ellipse","left":10,"top":10,"rx":60,"ry":30,"strokeWidth":2,"stroke":"blue"})j",
            {10, 10, 122, 62});
        row("line",
            R"j({"type":"line","left":20,"top":30,"width":100,"height":60,"x1":-50,"y1":-30,"x2":50,"y2":30,"strokeWidth":2,"stroke":"blue"})j",
            {20, 30, 102, 62});
        row("line of absolute ends",
            R"j({"type":"line","left":20,"top":30,"x1":20,"y1":30,"x2":120,"y2":90,"strokeWidth":2,"stroke":"blue"})j",
            {20, 30, 102, 62});
        row("arrow",
            R"j({"type":"arrow","left":20,"top":100,"x1":0,"y1":0,"x2":100,"y2":0,"strokeWidth":2,"stroke":"blue","arrowHeadSize":20,"arrowHeadWidth":16})j",
            {20, 92, 102, 18});
        row("group",
            R"j({"type":"group","left":100,"top":100,"width":100,"height":60,"strokeWidth":0,"objects":[{"type":"rect","left":-50,"top":-30,"width":98,"height":58,"strokeWidth":2,"stroke":"white"}]})j",
            {100, 100, 100, 60});
        row("text with plate",
            R"j({"type":"i-text","left":40,"top":50,"width":120,"height":40,"strokeWidth":0,"fontSize":30,"text":"Hold","fill":"white","backgroundColor":"rgba(0,0,0,0.8)"})j",
            {40, 50, 120, 40});
        row("erased in part",
            R"j({"type":"rect","left":10,"top":10,"width":100,"height":50,"strokeWidth":0,"fill":"white","eraser":{"type":"eraser","objects":[{"type":"path","originX":"center","originY":"center","left":25,"top":0,"stroke":"black","strokeWidth":50,"strokeLineCap":"butt","path":[["M",0,-60],["L",0,60]]}]}})j",
            {10, 10, 50, 50});
        row("unknown", R"j({"type":"hologram"})j", {});
        row("hostile numbers",
            R"j({"type":"path","left":1e300,"top":-1e300,"path":[["M",1e308,1],["Q"]],"stroke":"red"})j", {});
    }
    void objectsOfAllTypesLieWhereFabricDrawsThem()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QRect, ink);
        const QRect shown = inkOf(QJsonDocument::fromJson(stored).object());
        if (ink.isNull())
            QVERIFY(shown.isNull());
        else
            QVERIFY(isNear(shown, ink));
    }

    void drawingsFitThePictureCentred()
    {
        const QTransform place = canvasToPicture({800, 600}, {0, 0, 1920, 1080});
        QCOMPARE(place.map(QPointF(0, 0)), QPointF(240, 0));
        QCOMPARE(place.map(QPointF(800, 600)), QPointF(1680, 1080));
    }

    void whatIsDrawnIsStoredAndSeenWhereItWasDrawn_data()
    {
        QTest::addColumn<int>("tool");
        QTest::addColumn<QString>("type");
        QTest::newRow("pencil") << int(DrawTool::Pencil) << u"path"_s;
        QTest::newRow("line") << int(DrawTool::Line) << u"line"_s;
        QTest::newRow("arrow") << int(DrawTool::Arrow) << u"arrow"_s;
        QTest::newRow("rectangle") << int(DrawTool::Rectangle) << u"rect"_s;
        QTest::newRow("ellipse") << int(DrawTool::Ellipse) << u"ellipse"_s;
    }
    void whatIsDrawnIsStoredAndSeenWhereItWasDrawn()
    {
        QFETCH(int, tool);
        QFETCH(QString, type);
        AnnotationModel model;
        model.reset({24, 1}, false);
        AnnotationLayer layer(model);
        layer.setPicture({400, 300});
        layer.setAuthor(u"mia"_s);
        layer.setFrame(41);
        layer.setTool(DrawTool(tool));
        QSignalSpy edited(&model, &AnnotationModel::edited);
        layer.press({50, 60}, 1);
        layer.move({100, 100}, 1, {});
        layer.move({250, 160}, 1, {});
        layer.release();
        QCOMPARE(edited.size(), 1);
        const QJsonObject entry = edited[0][0].toJsonObject()["additions"_L1][0].toObject();
        QCOMPARE(entry["time"_L1].toDouble(), 1.7083);
        QCOMPARE(entry["frame"_L1].toInt(), 42);
        const QJsonObject made = entry["drawing"_L1]["objects"_L1][0].toObject();
        QCOMPARE(made["type"_L1].toString(), type);
        QCOMPARE(made["createdBy"_L1].toString(), u"mia"_s);
        QCOMPARE(made["canvasWidth"_L1].toInt(), 400);
        QCOMPARE(made["canvasHeight"_L1].toInt(), 300);
        QVERIFY(!QUuid::fromString(made["id"_L1].toString()).isNull());
        QVERIFY(isNear(inkOf(made), QRect(50, 60, 201, 101), 6));

        layer.setTool(DrawTool::Select);
        layer.press(tool == int(DrawTool::Rectangle) ? QPointF(50, 100)
                : tool == int(DrawTool::Ellipse)     ? QPointF(150, 60)
                                                     : QPointF(220, 148),
            1);
        QCOMPARE(layer.selected(), made["id"_L1].toString());
        layer.move({240, 160}, 1, {});
        layer.release();
        QVERIFY(edited.size() == 2 && !edited[1][0].toJsonObject()["updates"_L1].toArray().isEmpty());
        layer.deleteSelected();
        QCOMPARE(layer.countOnFrame(), 0);
        model.undoStack().undo();
        QCOMPARE(layer.countOnFrame(), 1);
    }

    void theEraserTakesWhatItTouchesInOneStep()
    {
        AnnotationModel model;
        model.reset({24, 1}, true);
        AnnotationLayer layer(model);
        layer.setPicture({400, 300});
        layer.setTool(DrawTool::Line);
        for (int y : {50, 100, 250}) {
            layer.press(QPointF(20, y), 1);
            layer.move(QPointF(300, y), 1, {});
            layer.release();
        }
        layer.addText({20, 200}, u"hold 2 f"_s);
        QCOMPARE(layer.countOnFrame(), 4);
        QCOMPARE(model.annotations()[0]["time"_L1].toDouble(), 0.0);
        layer.setTool(DrawTool::Eraser);
        layer.press({100, 30}, 1);
        for (int y = 30; y < 130; y += 4) layer.move(QPointF(100, y), 1, {});
        layer.release();
        QCOMPARE(layer.countOnFrame(), 2);
        model.undoStack().undo();
        QCOMPARE(layer.countOnFrame(), 4);
    }
};

QTEST_MAIN(TestPlayerAnnotations)
#include "test_annotations.moc"
