#include "app/sandbox/world/pictures.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QStringList>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

namespace {

struct Recipe
{
    QString kind;
    QString motif;
    quint32 seed = 0;
};

Recipe read(const QString &text)
{
    return {text.section(u':', 0, 0), text.section(u':', 1, 1), text.section(u':', 2, 2).toUInt()};
}

struct Palette
{
    QColor wall, floor, main, accent, shade;
};

Palette paletteOf(quint32 seed)
{
    static const QList<Palette> all{
        {QColor(0xf3ece2), QColor(0xd9c7ae), QColor(0xc96f4a), QColor(0xf6d9a8), QColor(0x8a4a30)},
        {QColor(0xe6eef0), QColor(0xbcd0d2), QColor(0x2f6f73), QColor(0xf2c14e), QColor(0x1d4649)},
        {QColor(0xf1e9f2), QColor(0xd5c3d8), QColor(0x7b5ea7), QColor(0xf7d6e0), QColor(0x4d3a6b)},
        {QColor(0xeaf1e6), QColor(0xc2d3b5), QColor(0x5b8c5a), QColor(0xf5e9c9), QColor(0x365536)},
        {QColor(0xf5eeea), QColor(0xdccabf), QColor(0x35507a), QColor(0xe9b872), QColor(0x1f3050)},
        {QColor(0xfaf3e3), QColor(0xe2cf9f), QColor(0xd98e04), QColor(0xfff0c7), QColor(0x8a5a00)}};
    return all[seed % quint32(all.size())];
}

QColor veiled(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

void paintRoom(QPainter &p, const QSizeF &size, const Palette &c, QRandomGenerator &random)
{
    QLinearGradient wall(0, 0, size.width() * 0.4, size.height());
    wall.setColorAt(0, c.wall.lighter(104));
    wall.setColorAt(1, c.wall.darker(106));
    p.fillRect(QRectF({}, size), wall);
    const double line = size.height() * (0.68 + random.bounded(8) / 100.0);
    QLinearGradient floor(0, line, 0, size.height());
    floor.setColorAt(0, c.floor);
    floor.setColorAt(1, c.floor.darker(116));
    p.fillRect(QRectF(0, line, size.width(), size.height() - line), floor);
    // Light falling in from a window, so that no two pictures look alike.
    const double x = size.width() * (0.1 + random.bounded(50) / 100.0);
    QPainterPath light;
    light.moveTo(x, 0);
    light.lineTo(x + size.width() * 0.28, 0);
    light.lineTo(x + size.width() * 0.05, size.height());
    light.lineTo(x - size.width() * 0.35, size.height());
    p.fillPath(light, veiled(Qt::white, 46));
}

void paintShadow(QPainter &p, QPointF centre, double width)
{
    QRadialGradient shadow(centre, width);
    shadow.setColorAt(0, QColor(40, 30, 20, 90));
    shadow.setColorAt(1, QColor(40, 30, 20, 0));
    p.save();
    p.translate(centre);
    p.scale(1.0, 0.22);
    p.translate(-centre);
    p.setBrush(shadow);
    p.drawEllipse(centre, width, width);
    p.restore();
}

QLinearGradient rounded(const QColor &color, double left, double right)
{
    QLinearGradient g(left, 0, right, 0);
    g.setColorAt(0, color.darker(112));
    g.setColorAt(0.32, color.lighter(122));
    g.setColorAt(1, color.darker(135));
    return g;
}

void paintLamp(QPainter &p, const Palette &c)
{
    paintShadow(p, {0, 182}, 120);
    QRadialGradient glow(QPointF(0, -40), 330);
    glow.setColorAt(0, veiled(c.accent.lighter(115), 190));
    glow.setColorAt(1, veiled(c.accent, 0));
    p.setBrush(glow);
    p.drawEllipse(QPointF(0, -30), 330, 330);
    p.setBrush(rounded(c.shade, -60, 60));
    p.drawRoundedRect(QRectF(-70, 165, 140, 18), 9, 9);
    p.drawRect(QRectF(-7, 0, 14, 170));
    QPainterPath shade;
    shade.moveTo(-70, -150);
    shade.lineTo(70, -150);
    shade.cubicTo(100, -70, 120, -30, 128, 20);
    shade.lineTo(-128, 20);
    shade.cubicTo(-120, -30, -100, -70, -70, -150);
    p.fillPath(shade, rounded(c.main, -128, 128));
    p.setBrush(veiled(c.accent.lighter(120), 150));
    p.drawEllipse(QPointF(0, 20), 126, 16);
}

void paintMug(QPainter &p, const Palette &c, bool cracked)
{
    paintShadow(p, {10, 170}, 170);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(c.main.darker(112), 30, Qt::SolidLine, Qt::RoundCap));
    p.drawArc(QRectF(70, -60, 130, 150), -80 * 16, 170 * 16);
    p.setPen(Qt::NoPen);
    QPainterPath body;
    body.moveTo(-120, -110);
    body.lineTo(110, -110);
    body.lineTo(100, 120);
    body.quadTo(95, 172, 40, 172);
    body.lineTo(-50, 172);
    body.quadTo(-105, 172, -110, 120);
    body.closeSubpath();
    p.fillPath(body, rounded(c.main, -120, 110));
    p.setBrush(c.shade);
    p.drawEllipse(QRectF(-120, -132, 230, 46));
    p.setBrush(c.accent.darker(150));
    p.drawEllipse(QRectF(-106, -124, 202, 34));
    p.setBrush(veiled(c.accent, 200));
    p.drawRect(QRectF(-117, -10, 223, 26));
    if (!cracked) return;
    p.setPen(QPen(QColor(30, 22, 18), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(QPolygonF({{-40, -100}, {-22, -58}, {-44, -22}, {-10, 18}, {-26, 62}, {4, 104}, {-6, 150}}));
    p.drawPolyline(QPolygonF({{-10, 18}, {28, 34}, {46, 70}}));
    p.setPen(Qt::NoPen);
}

void paintTeapot(QPainter &p, const Palette &c)
{
    paintShadow(p, {0, 150}, 200);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(c.shade, 20, Qt::SolidLine, Qt::RoundCap));
    p.drawArc(QRectF(-120, -190, 240, 240), 20 * 16, 140 * 16);
    p.setPen(Qt::NoPen);
    QPainterPath spout;
    spout.moveTo(110, 60);
    spout.cubicTo(190, 30, 170, -50, 235, -72);
    spout.lineTo(248, -48);
    spout.cubicTo(215, -10, 220, 90, 120, 120);
    p.fillPath(spout, rounded(c.main, 100, 250));
    p.setBrush(rounded(c.main, -160, 160));
    p.drawEllipse(QRectF(-160, -90, 320, 250));
    p.setBrush(c.shade);
    p.drawEllipse(QRectF(-88, -98, 176, 34));
    p.drawEllipse(QPointF(0, -112), 20, 20);
    p.setBrush(veiled(Qt::white, 60));
    p.drawEllipse(QRectF(-112, -52, 70, 110));
}

void paintPlant(QPainter &p, const Palette &c, QRandomGenerator &random)
{
    paintShadow(p, {0, 180}, 130);
    for (int i = 0; i < 11; ++i) {
        p.save();
        p.translate(0, 40);
        p.rotate(-75 + i * 15 + random.bounded(9) - 4);
        QPainterPath leaf;
        const double length = 170 + random.bounded(70);
        leaf.moveTo(0, 0);
        leaf.cubicTo(-44, -length * 0.4, -34, -length * 0.8, 0, -length);
        leaf.cubicTo(34, -length * 0.8, 44, -length * 0.4, 0, 0);
        p.fillPath(leaf, QColor::fromHsl(110 + random.bounded(40), 95 + random.bounded(40), 78 + random.bounded(50)));
        p.restore();
    }
    QPainterPath pot;
    pot.moveTo(-95, 30);
    pot.lineTo(95, 30);
    pot.lineTo(70, 182);
    pot.lineTo(-70, 182);
    p.fillPath(pot, rounded(c.main, -95, 95));
    p.setBrush(c.main.darker(115));
    p.drawRoundedRect(QRectF(-104, 18, 208, 34), 8, 8);
}

void paintBox(QPainter &p, const Palette &c)
{
    paintShadow(p, {0, 165}, 230);
    const QColor card(0xc89f6d);
    QPainterPath front;
    front.addPolygon(QPolygonF({{-190, -60}, {30, -20}, {30, 170}, {-190, 120}}));
    p.fillPath(front, card);
    QPainterPath side;
    side.addPolygon(QPolygonF({{30, -20}, {190, -80}, {190, 90}, {30, 170}}));
    p.fillPath(side, card.darker(120));
    QPainterPath top;
    top.addPolygon(QPolygonF({{-190, -60}, {-30, -120}, {190, -80}, {30, -20}}));
    p.fillPath(top, card.lighter(115));
    QPainterPath tape;
    tape.addPolygon(QPolygonF({{-100, -94}, {-70, -105}, {125, -56}, {100, -46}}));
    p.fillPath(tape, veiled(c.accent, 220));
    p.setBrush(Qt::white);
    p.drawRect(QRectF(-150, 20, 96, 60));
    p.setBrush(QColor(60, 50, 40));
    for (int i = 0; i < 14; ++i)
        p.drawRect(QRectF(-144 + i * 6, 28, i % 3 == 0 ? 4 : 2, 30));
}

void paintChair(QPainter &p, const Palette &c)
{
    paintShadow(p, {0, 190}, 190);
    p.setPen(QPen(c.shade, 14, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(-95, 60), QPointF(-120, 190));
    p.drawLine(QPointF(95, 60), QPointF(120, 190));
    p.drawLine(QPointF(-60, 60), QPointF(-66, 176));
    p.drawLine(QPointF(60, 60), QPointF(66, 176));
    p.setPen(Qt::NoPen);
    QPainterPath back;
    back.addRoundedRect(QRectF(-118, -190, 236, 210), 80, 90);
    p.fillPath(back, rounded(c.main, -118, 118));
    p.setBrush(rounded(c.main.lighter(112), -140, 140));
    p.drawRoundedRect(QRectF(-140, 10, 280, 66), 32, 32);
    p.setBrush(veiled(c.accent, 210));
    p.drawRoundedRect(QRectF(-62, -70, 124, 100), 26, 26);
}

void paintReceipt(QPainter &p, const QSizeF &size, const Palette &c, QRandomGenerator &random)
{
    p.fillRect(QRectF({}, size), c.wall);
    const QRectF card(size.width() * 0.1, size.height() * 0.07, size.width() * 0.8, size.height() * 0.86);
    p.setBrush(veiled(c.shade, 40));
    p.drawRoundedRect(card.translated(0, 8), 18, 18);
    p.setBrush(Qt::white);
    p.drawRoundedRect(card, 18, 18);
    p.setBrush(QColor(0x2fa36b));
    const QPointF tick(card.center().x(), card.top() + 96);
    p.drawEllipse(tick, 46, 46);
    p.setPen(QPen(Qt::white, 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(QPolygonF({tick + QPointF(-20, 2), tick + QPointF(-5, 17), tick + QPointF(21, -15)}));
    p.setPen(Qt::NoPen);
    for (int row = 0; row < 7; ++row) {
        const double y = card.top() + 190 + row * 52;
        p.setBrush(QColor(0xd7dde2));
        p.drawRoundedRect(QRectF(card.left() + 44, y, 90 + random.bounded(70), 14), 7, 7);
        p.setBrush(row == 6 ? QColor(0x2b3a42) : QColor(0xb3bec6));
        const double width = 60 + random.bounded(90);
        p.drawRoundedRect(QRectF(card.right() - 44 - width, y, width, 14), 7, 7);
    }
}

QImage paint(const Recipe &recipe)
{
    QRandomGenerator random(recipe.seed * 2654435761U + 7);
    const Palette c = paletteOf(recipe.seed);
    const bool tall = recipe.seed % 3 == 1 || recipe.motif == "receipt"_L1;
    const QSizeF size = tall ? QSizeF(720, 960) : QSizeF(960, 720);
    QImage image(size.toSize(), QImage::Format_RGB32);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    if (recipe.motif == "receipt"_L1) {
        paintReceipt(p, size, c, random);
        return image;
    }
    paintRoom(p, size, c, random);
    p.translate(size.width() / 2 + random.bounded(60) - 30, size.height() * 0.52);
    const double scale = 1.15 + random.bounded(25) / 100.0;
    p.scale(scale, scale);
    if (recipe.motif == "lamp"_L1)
        paintLamp(p, c);
    else if (recipe.motif == "mug"_L1)
        paintMug(p, c, false);
    else if (recipe.motif == "crack"_L1)
        paintMug(p, c, true);
    else if (recipe.motif == "teapot"_L1)
        paintTeapot(p, c);
    else if (recipe.motif == "plant"_L1)
        paintPlant(p, c, random);
    else if (recipe.motif == "chair"_L1)
        paintChair(p, c);
    else
        paintBox(p, c);
    return image;
}

QByteArray encode(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QByteArray fromResource(const QString &name)
{
    QFile file(u":/sandbox/files/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A one-page invoice in the plainest PDF there is.
QByteArray invoice(const QString &number)
{
    QByteArray text = "BT /F1 26 Tf 60 760 Td (Lumen & Leaf) Tj /F1 12 Tf 0 -34 Td (Invoice ";
    text += number.toLatin1() + ") Tj 0 -26 Td (Lamps, ceramics and tea ware) Tj 0 -60 Td (Goods as ordered) Tj ";
    text += "0 -22 Td (Packing and delivery) Tj 0 -22 Td (Paid in full, with thanks.) Tj ET\n60 690 m 535 690 l S";
    const QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + QByteArray::number(text.size()) + ">>\nstream\n" + text + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (int i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray priceList(quint32 seed)
{
    QByteArray text = "Lumen & Leaf, prices\n\n";
    for (const char *thing : {"Reading lamp", "Stoneware mug", "Teapot, ash green", "Planter, small"})
        text += QByteArray(thing).leftJustified(24) + QByteArray::number(18 + (seed = seed * 31 + 7) % 90) + ".00\n";
    return text;
}

} // namespace

QByteArray Pictures::make(const QString &text)
{
    const Recipe recipe = read(text);
    if (recipe.kind == "photo"_L1) return encode(paint(recipe), "JPG", 82);
    if (recipe.kind == "shot"_L1) return encode(paint(recipe), "PNG", 60);
    if (recipe.kind == "voice"_L1) return fromResource(u"voice%1.ogg"_s.arg(1 + recipe.seed % 3));
    if (recipe.kind == "video"_L1) return fromResource(u"video%1.mp4"_s.arg(1 + recipe.seed % 2));
    if (recipe.kind == "sticker"_L1) return fromResource(u"sticker%1.webp"_s.arg(1 + recipe.seed % 4));
    if (recipe.kind == "animated"_L1) return fromResource(u"animated%1.webp"_s.arg(1 + recipe.seed % 2));
    if (recipe.kind == "tune"_L1) return fromResource(u"tune1.mp3"_s);
    if (recipe.kind == "txt"_L1) return priceList(recipe.seed);
    return invoice(recipe.motif);
}

QString Pictures::mimeOf(const QString &text)
{
    const QString kind = read(text).kind;
    if (kind == "photo"_L1) return u"image/jpeg"_s;
    if (kind == "shot"_L1) return u"image/png"_s;
    if (kind == "voice"_L1) return u"audio/ogg; codecs=opus"_s;
    if (kind == "video"_L1) return u"video/mp4"_s;
    if (kind == "sticker"_L1 || kind == "animated"_L1) return u"image/webp"_s;
    if (kind == "tune"_L1) return u"audio/mpeg"_s;
    if (kind == "txt"_L1) return u"text/plain"_s;
    return u"application/pdf"_s;
}

QString Pictures::fileNameOf(const QString &text)
{
    const Recipe recipe = read(text);
    if (recipe.kind == "txt"_L1) return u"prices.txt"_s;
    return recipe.kind == "pdf"_L1 ? recipe.motif + u".pdf"_s : QString();
}

} // namespace Tandem::Sandbox
