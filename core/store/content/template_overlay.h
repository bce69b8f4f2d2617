#pragma once

#include "core/domain/template.h"

#include <QList>

namespace Tandem {

/// One webhook about a template: message_template_status_update, message_template_quality_update or template_category_update.
struct TemplateFact
{
    QString field;
    QString event;
    UtcTime at; ///< the platform's time, else ours of arrival
    UtcTime received; ///< when it came, by our clock
    QJsonObject value;
};

/// The list as it was last synced, with the webhooks that came after it. Facts come oldest first. Pure.
void applyTemplateFacts(QList<MessageTemplate> &list, const QList<TemplateFact> &facts);

} // namespace Tandem
