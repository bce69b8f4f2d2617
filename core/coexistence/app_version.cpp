#include "core/coexistence/app_version.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {

std::optional<AppVersion> AppVersion::parse(QStringView text)
{
    static const QRegularExpression form(
        uR"(^\s*(?:version|v)?\.?\s*(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[\s(\-].*)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.left(100).toString());
    if (!match.hasMatch()) return std::nullopt;
    AppVersion version;
    for (int i = 0; i < 4; ++i) version.m_parts[size_t(i)] = match.captured(i + 1).toInt();
    return version;
}

QString AppVersion::toString() const
{
    auto text = u"%1.%2.%3"_s.arg(m_parts[0]).arg(m_parts[1]).arg(m_parts[2]);
    return m_parts[3] == 0 ? text : text + u'.' + QString::number(m_parts[3]);
}

} // namespace Tandem
