#pragma once

#include "app/sandbox/web/chat_view.h"

namespace Tandem::Sandbox {

class Events;

/// The customers' side of every chat.
class CustomerPages
{
public:
    CustomerPages(World &world, Events &events);

    bool handle(const Exchange &exchange);

private:
    void post(const Exchange &exchange, const QString &action);

    World &m_world;
    Events &m_events;
    ChatView m_view;
};

} // namespace Tandem::Sandbox
