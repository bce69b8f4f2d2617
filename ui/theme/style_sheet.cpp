#include "ui/theme/style_sheet.h"

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
    static const QRegularExpression icon(u"@icon\\(([a-z-]+),([A-Za-z]+)\\)"_s);
    for (auto match = icon.match(sheet); match.hasMatch(); match = icon.match(sheet)) {
        QColor color = theme.color(C::Text);
        for (const auto &[c, name] : names) {
            if (match.captured(2) == QLatin1StringView(name)) color = theme.color(c);
        }
        sheet.replace(match.captured(0), u"url(\"%1\")"_s.arg(picture(match.captured(1), color)));
    }
    for (const auto &[c, name] : names) sheet.replace(u'@' + QLatin1StringView(name), theme.color(c).name());
    return sheet;
}

QString StyleSheet::picture(const QString &name, const QColor &color)
{
    const auto path = m_folder.filePath(u"%1-%2.svg"_s.arg(name, color.name().mid(1)));
    if (QFile::exists(path)) return path;
    QFile source(u":/icons/%1.svg"_s.arg(name));
    QFile target(path);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) return {};
    target.write(source.readAll().replace("currentColor", color.name().toLatin1()));
    return path;
}

} // namespace Tandem
