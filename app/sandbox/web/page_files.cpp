#include "app/sandbox/web/page_files.h"

#include <QFile>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static QByteArray languageOf(const Exchange &exchange)
{
    const QString asked = exchange.query("lang");
    if (!asked.isEmpty()) return asked.startsWith("zh"_L1) ? "zh" : "en";
    return exchange.request.header("accept-language").trimmed().startsWith("zh") ? "zh" : "en";
}

static QByteArray typeOf(const QString &name)
{
    if (name.endsWith(".html"_L1)) return "text/html; charset=utf-8";
    if (name.endsWith(".js"_L1)) return "text/javascript; charset=utf-8";
    if (name.endsWith(".css"_L1)) return "text/css; charset=utf-8";
    return "image/svg+xml";
}

void PageFiles::serve(const Exchange &exchange, const QString &name)
{
    QFile file(u":/sandbox/pages/"_s + name);
    if (name.contains(".."_L1) || !file.open(QIODevice::ReadOnly)) return exchange.refuse(u"no such page"_s, 404);
    QByteArray body = file.readAll();
    if (name.endsWith(".html"_L1)) body.replace("{{lang}}", languageOf(exchange));
    exchange.answer({200, body, typeOf(name), {{"Cache-Control", "no-store"}}});
}

bool PageFiles::handle(const Exchange &exchange)
{
    if (!exchange.is("GET")) return false;
    const QString path = exchange.path();
    if (path == "/"_L1)
        serve(exchange, u"index.html"_s);
    else if (path == "/phone"_L1)
        serve(exchange, u"phone.html"_s);
    else if (path == "/customers"_L1)
        serve(exchange, u"customers.html"_s);
    else if (path.startsWith("/pages/"_L1))
        serve(exchange, path.mid(7));
    else
        return false;
    return true;
}

} // namespace Tandem::Sandbox
