#include "app/sandbox/graph/graph_media.h"

#include "app/sandbox/graph/check/media_rules.h"
#include "app/sandbox/graph/graph_api.h"
#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/graph/multipart.h"
#include "app/sandbox/platform/webhooks/webhook_values.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

GraphMedia::GraphMedia(const GraphParts &parts)
    : m_world(parts.world)
    , m_values(parts.values)
{
}

void GraphMedia::upload(const Exchange &exchange)
{
    const QList<FormPart> parts = readMultipart(exchange.request.header("content-type"), exchange.request.body);
    QString product;
    QString type;
    const FormPart *file = nullptr;
    for (const FormPart &part : parts) {
        if (part.name == "messaging_product"_L1) product = QString::fromUtf8(part.body);
        if (part.name == "type"_L1) type = QString::fromUtf8(part.body);
        if (part.name == "file"_L1) file = &part;
    }
    if (product != "whatsapp"_L1) return refuse(exchange, GraphError::of(100, u"messaging_product is required"_s));
    if (file == nullptr || file->body.isEmpty()) return refuse(exchange, GraphError::of(100, u"file is required"_s));
    const QString mime = file->mime.isEmpty() ? type : file->mime;
    const QString kind = MediaRules::kindOf(mime);
    if (kind.isEmpty())
        return refuse(exchange,
            GraphError::of(100,
                u"Param file must be a file with one of the following types: %1. Received file of type '%2'."_s.arg(
                    MediaRules::acceptedTypes().join(u", "_s), mime)));
    if (file->body.size() > MediaRules::mostBytes(kind, file->body))
        return refuse(exchange, GraphError::of(131053, u"The file is larger than allowed for "_s + kind));
    if (const QString problem = MediaRules::objection(mime, file->body); !problem.isEmpty())
        return refuse(exchange, GraphError::of(131053, problem));
    const QString id = m_world.numericId(u"upload/"_s + World::secretText(12), 16);
    m_world.media.addUpload(id, mime, file->filename, file->body, m_world.nowMs(), true);
    m_world.touch();
    exchange.json({{u"id"_s, id}});
}

bool GraphMedia::object(const Exchange &exchange, const QString &id)
{
    const MediaFile *file = m_world.media.open(id, m_world.nowMs());
    const QString asker = exchange.query("phone_number_id");
    if (file == nullptr || (!asker.isEmpty() && m_world.account(asker) == nullptr)) return false;
    if (exchange.is("DELETE")) {
        m_world.media.remove(id);
        m_world.touch();
        exchange.json({{u"success"_s, true}});
        return true;
    }
    if (!exchange.is("GET")) return false;
    exchange.json(
        {{u"messaging_product"_s, u"whatsapp"_s}, {u"url"_s, m_values.base() + m_world.media.link(id, m_world.nowMs())},
            {u"mime_type"_s, file->mime}, {u"sha256"_s, QString::fromLatin1(file->sha256.toHex())},
            {u"file_size"_s, QString::number(file->bytes.size())}, {u"id"_s, id}});
    return true;
}

void GraphMedia::download(const Exchange &exchange)
{
    const Token *token = m_world.token(bearerOf(exchange));
    if (token == nullptr || token->revoked) return refuse(exchange, GraphError::of(190));
    const MediaFile *file = m_world.media.openLink(exchange.query("hash"), m_world.nowMs());
    if (file == nullptr) return exchange.answer({404, "This link has expired.", "text/plain; charset=utf-8", {}});
    exchange.answer({200, file->bytes, file->mime.toLatin1(), {}});
}

} // namespace Tandem::Sandbox
