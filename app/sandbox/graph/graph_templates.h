#pragma once

#include "app/sandbox/web/exchange.h"
#include "app/sandbox/world/model.h"
#include "app/sandbox/world/template_book.h"

#include <QObject>

namespace Tandem::Sandbox {

class Chaos;
class Notices;
class World;
struct GraphParts;

/// Message templates: the list with cursors, one template, creating and deleting.
class GraphTemplates : public QObject
{
    Q_OBJECT
public:
    explicit GraphTemplates(const GraphParts &parts, QObject *parent = nullptr);

    /// /{waba}/message_templates
    void edge(const Exchange &exchange, const Account &account);
    /// GET /{template_id}; false when there is no such template.
    [[nodiscard]] bool object(const Exchange &exchange, const QString &id);

private:
    void list(const Exchange &exchange, const Account &account);
    void create(const Exchange &exchange, const Account &account);
    void remove(const Exchange &exchange, const Account &account);
    [[nodiscard]] QString cursor(const QString &wabaId, qsizetype at) const;
    /// The place a cursor stands for, −1 when it belongs to another list or an older state of it.
    [[nodiscard]] qsizetype place(const QString &wabaId, const QString &cursor) const;

    World &m_world;
    Chaos &m_chaos;
    Notices &m_notices;
};

} // namespace Tandem::Sandbox
