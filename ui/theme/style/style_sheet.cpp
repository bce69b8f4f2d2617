#include "ui/theme/style/style_sheet.h"

#include <QFile>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using C = Theme::Color;
// Longer names first: "@accentWash" must not be taken for "@accent".
constexpr std::array<std::pair<C, const char *>, 16> names{{{C::AccentWash, "accentWash"}, {C::OnAccent, "onAccent"},
    {C::Accent, "accent"}, {C::Window, "window"}, {C::Panel, "panel"}, {C::Text, "text"}, {C::Muted, "muted"},
    {C::Line, "line"}, {C::Hover, "hover"}, {C::Selection, "selection"}, {C::ErrorWash, "errorWash"}, {C::Error, "error"},
    {C::WarningWash, "warningWash"}, {C::Warning, "warning"}, {C::Chip, "chip"}, {C::Rail, "rail"}}};

} // namespace

QString StyleSheet::text(const Theme &theme)
{
    QFile file(u":/theme/tandem.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression icon(u"@icon\\(([a-z-]+),([A-Za-z]+)(?:,(\\d+))?\\)"_s);
    for (auto match = icon.match(sheet); match.hasMatch(); match = icon.match(sheet)) {
        QColor color = theme.color(C::Text);
        for (const auto &[c, name] : names) {
            if (match.captured(2) == QLatin1StringView(name)) color = theme.color(c);
        }
        sheet.replace(match.captured(0), u"url(\"%1\")"_s.arg(picture(match.captured(1), color, match.captured(3))));
    }
    for (const auto &[c, name] : names) sheet.replace(u'@' + QLatin1StringView(name), theme.color(c).name());
    return sheet;
}

QString StyleSheet::picture(const QString &name, const QColor &color, const QString &side)
{
    const auto path = m_folder.filePath(u"%1-%2-%3.svg"_s.arg(name, color.name().mid(1), side));
    if (QFile::exists(path)) return path;
    QFile source(u":/icons/%1.svg"_s.arg(name));
    QFile target(path);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) return {};
    auto svg = source.readAll().replace("currentColor", color.name().toLatin1());
    if (!side.isEmpty()) {
        const auto size = side.toLatin1();
        svg.replace("width=\"24\" height=\"24\"", "width=\"" + size + "\" height=\"" + size + '"');
    }
    target.write(svg);
    return path;
}

} // namespace Tandem
