#include "ui/theme/theme.h"

#include "ui/theme/style/style_sheet.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// Tokens of the design page, AA-checked in both themes; one row per Theme::Color.
constexpr std::array<Pair, size_t(Theme::Color::Count_)> colors{{
    {0xfff6f7f9, 0xff12181d}, {0xffffffff, 0xff182026}, {0xff20303a, 0xff0d1317}, {0xffb9c7d0, 0xff93a3ad}, {0xff344853, 0xff1f2a31},
    {0xff1c2730, 0xffe4eaee}, {0xff586570, 0xffa3b1bb}, {0xffe4e8ec, 0xff26313a}, {0xfff0f3f5, 0xff1f2930},
    {0xff0b6e56, 0xff3cc39f}, {0xffffffff, 0xff0b1f19}, {0xffe2f3ee, 0xff12352d}, {0xffe8f3f0, 0xff1d2f31},
    {0xffffffff, 0xff222d35}, {0xffdff3ec, 0xff14423a}, {0xffe9eefb, 0xff23304f}, {0xfffff4d6, 0xff453a17}, {0xffe4e8ec, 0xff2d3942}, {0xff3355b5, 0xff9db8ff},
    {0xffb45309, 0xfff0b35a}, {0xfffdf0dc, 0xff3a2c14}, {0xffb3261e, 0xffff8a80}, {0xfffbe4e2, 0xff431f1d}, {0xffedf1f4, 0xff232e36},
    {0xff3cc39f, 0xff3cc39f}, {0xff0b1f19, 0xff0b1f19}, {0x661c2730, 0x99000000},
    {0xffffe394, 0xff6b5312}, {0xfff0a72e, 0xfff0b35a}, {0xff1c2730, 0xff1b1305},
}};

constexpr std::array<QRgb, 8> avatars{0xff31709a, 0xff9a5230, 0xff7a4aa3, 0xff2b6b66, 0xff9c3560, 0xff557024, 0xff47579c, 0xff86621f};
constexpr std::array<Pair, 6> stripes{{{0xff0b6e56, 0xff3cc39f}, {0xffb8762c, 0xffd69a4f}, {0xff3355b5, 0xff8aa8f5},
    {0xff8a3f9c, 0xffc58ad6}, {0xffa83a4d, 0xffe58a99}, {0xff3f7f8f, 0xff7fc3d2}}};

/// Names the fonts for Chinese and for emoji in colour. Left to itself the system may answer with Japanese forms, another
/// weight, or a symbol font in black.
QFont withFallbacks(QFont font)
{
    static QHash<QString, QStringList> known; // asking the font database costs too much for each painted row
    const auto family = QFontInfo(font).family();
    auto found = known.constFind(family);
    if (found == known.cend()) {
        QStringList families{family};
        for (const auto &other : {u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei UI"_s, u"Noto Color Emoji"_s,
                 u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s}) {
            if (QFontDatabase::hasFamily(other)) families.append(other);
        }
        found = known.insert(family, families);
    }
    font.setFamilies(*found);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent), m_systemPalette(QApplication::palette()), m_styleSheet(std::make_unique<StyleSheet>())
{
    m_dark = systemIsDark();
}

Theme::~Theme() = default;

void Theme::prepareFonts()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // Qt has FreeType thicken the stems of CFF fonts, which the Chinese ones are, for blending that corrects gamma. Light
    // text on dark comes out bold by that; a little is left, or dark text on light would look pale.
    if (!qEnvironmentVariableIsSet("FREETYPE_PROPERTIES")) qputenv("FREETYPE_PROPERTIES", "cff:darkening-parameters=500,100,1000,60,1667,30,2333,0");
#endif
}

Theme::Mode Theme::modeFromName(const QString &name)
{
    if (name == "light"_L1) return Mode::Light;
    return name == "dark"_L1 ? Mode::Dark : Mode::System;
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // 6.4 has no colour scheme; a window darker than its text tells the same.
    return m_systemPalette.color(QPalette::Window).lightness() < m_systemPalette.color(QPalette::WindowText).lightness();
#endif
}

void Theme::refresh()
{
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    if (m_applied) {
        // Replacing one sheet by another polishes every widget against both: four times as slow as taking it off first.
        qApp->setStyleSheet({});
        QApplication::setPalette(palette());
        qApp->setStyleSheet(styleSheet());
    }
    QPixmapCache::clear();
    Q_EMIT changed();
}

void Theme::apply()
{
    m_applied = true;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(withFallbacks(QApplication::font()));
    qApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
#endif
    refresh();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange && m_mode == Mode::System) refresh();
    return QObject::eventFilter(watched, event);
}

QColor Theme::color(Color c) const
{
    const auto &pair = colors.at(size_t(c));
    return QColor::fromRgba(m_dark ? pair.dark : pair.light);
}

QColor Theme::avatar(qint64 seed) const
{
    return QColor::fromRgba(avatars.at(size_t(seed < 0 ? -seed : seed) % avatars.size()));
}

QColor Theme::stripe(int colorIndex) const
{
    const auto &pair = stripes.at(size_t(colorIndex < 0 ? 0 : colorIndex) % stripes.size());
    return QColor::fromRgba(m_dark ? pair.dark : pair.light);
}

QFont Theme::font(Text t) const
{
    QFont f = withFallbacks(QApplication::font());
    const qreal body = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    const qreal base = body > 0 ? body : 10.0;
    switch (t) {
    case Text::Small: f.setPointSizeF(base - 1); break;
    case Text::BodyStrong: f.setWeight(QFont::DemiBold); [[fallthrough]];
    case Text::Body: f.setPointSizeF(base); break;
    case Text::Heading: f.setWeight(QFont::DemiBold); f.setPointSizeF(base + 2); break;
    case Text::Title: f.setWeight(QFont::DemiBold); f.setPointSizeF(base + 5); break;
    case Text::Count_: break;
    }
    return f;
}

QPixmap Theme::pixmap(const QString &name, int logicalSize, QColor color, qreal devicePixelRatio) const
{
    const auto key = u"icon/%1/%2/%3/%4"_s.arg(name).arg(logicalSize).arg(color.rgba()).arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(key, &result)) return result;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    result = QPixmap(QSize(logicalSize, logicalSize) * devicePixelRatio);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    renderer.render(&painter);
    painter.end();
    result.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, result);
    return result;
}

QIcon Theme::icon(const QString &name, Color c) const
{
    QIcon icon;
    for (const int size : {16, 20, 24}) {
        for (const qreal ratio : {1.0, 2.0}) icon.addPixmap(pixmap(name, size, color(c), ratio));
    }
    return icon;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, color(Color::Window));
    p.setColor(QPalette::WindowText, color(Color::Text));
    p.setColor(QPalette::Base, color(Color::Panel));
    p.setColor(QPalette::AlternateBase, color(Color::Hover));
    p.setColor(QPalette::Text, color(Color::Text));
    p.setColor(QPalette::PlaceholderText, color(Color::Muted));
    p.setColor(QPalette::Button, color(Color::Panel));
    p.setColor(QPalette::ButtonText, color(Color::Text));
    p.setColor(QPalette::BrightText, color(Color::Error));
    p.setColor(QPalette::Highlight, color(Color::Accent));
    p.setColor(QPalette::HighlightedText, color(Color::OnAccent));
    p.setColor(QPalette::Link, color(Color::Accent));
    p.setColor(QPalette::ToolTipBase, color(Color::Panel));
    p.setColor(QPalette::ToolTipText, color(Color::Text));
    p.setColor(QPalette::Mid, color(Color::Line));
    p.setColor(QPalette::Light, color(Color::Panel));
    p.setColor(QPalette::Dark, color(Color::Line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, color(Color::Muted));
    }
    return p;
}

QString Theme::styleSheet() const
{
    return m_styleSheet->text(*this);
}

} // namespace Tandem
