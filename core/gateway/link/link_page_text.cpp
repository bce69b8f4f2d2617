#include "core/gateway/link/link_page_text.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/web/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString code(LinkPageLanguage language)
{
    return language == LinkPageLanguage::Chinese ? u"zh-CN"_s : u"en"_s;
}

// Replaces {{key}} by values and texts, all HTML-escaped; the template's own markup is the only markup.
QByteArray filled(LinkPageLanguage language, QHash<QString, QString> values)
{
    const QJsonObject texts = QJsonDocument::fromJson(resource(u"link_texts.json"_s)).object().value(code(language)).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it) values.insert(it.key(), it.value().toString());
    values.insert(u"lang"_s, code(language));
    static const QRegularExpression hole(u"\\{\\{([a-z_]+)\\}\\}"_s);
    const QString page = QString::fromUtf8(resource(u"link.html"_s));
    QString result;
    qsizetype at = 0;
    auto matches = hole.globalMatch(page);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += page.mid(at, match.capturedStart() - at) + values.value(match.captured(1)).toHtmlEscaped();
        at = match.capturedEnd();
    }
    return (result + page.mid(at)).toUtf8();
}

// "https://graph.facebook.com/v25.0" -> "v25.0"
QString graphVersion(const QUrl &graphUrl)
{
    const QString last = graphUrl.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    return last.startsWith(u'v') ? last : u"v25.0"_s;
}

QByteArray origin(const QUrl &url)
{
    QByteArray text = url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1();
    if (url.port() > 0) text += ':' + QByteArray::number(url.port());
    return text;
}

} // namespace

LinkPageLanguage linkPageLanguage(const QByteArray &lang, const QByteArray &acceptLanguage)
{
    const QByteArray first = acceptLanguage.left(acceptLanguage.indexOf(',')).trimmed().toLower();
    const QByteArray wish = lang.isEmpty() ? first : lang.toLower();
    return wish.startsWith("zh") ? LinkPageLanguage::Chinese : LinkPageLanguage::English;
}

QByteArray linkPage(LinkPageLanguage language, const LinkConfig &config, const QString &state)
{
    return filled(language,
        {{u"view"_s, u"start"_s}, {u"state"_s, state}, {u"app_id"_s, config.appId}, {u"config_id"_s, config.configId},
            {u"sdk_url"_s, QString::fromLatin1(config.sdkUrl.toEncoded())}, {u"version"_s, graphVersion(config.graphUrl)}});
}

QByteArray linkPageRefusal(LinkPageLanguage language, const QByteArray &reason)
{
    return filled(language, {{u"view"_s, QString::fromLatin1(reason)}});
}

QByteArray linkPageFile(const QString &name)
{
    return name == "link.js"_L1 || name == "link.css"_L1 ? resource(name) : QByteArray();
}

QByteArray linkPagePolicy(const QUrl &sdkUrl)
{
    const QByteArray sdk = origin(sdkUrl);
    const bool metas = sdkUrl.host().endsWith(".facebook.net"_L1) || sdkUrl.host().endsWith(".facebook.com"_L1);
    const QByteArray partner = metas ? "https://*.facebook.com" : sdk;
    return "default-src 'none'; script-src 'self' " + sdkUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toEncoded()
        + "; style-src 'self'; img-src 'self' data: " + partner + "; connect-src 'self' " + partner + "; frame-src " + partner
        + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
}

} // namespace Tandem
