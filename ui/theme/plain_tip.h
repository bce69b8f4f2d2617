#pragma once

#include <QString>
#include <QTextDocument>

namespace Tandem {

/// A tool tip that shows this text as it is: tips guess their format, so what customers, files and agents are called could
/// become markup.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace Tandem
