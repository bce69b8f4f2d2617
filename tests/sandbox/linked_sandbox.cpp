#include "tests/sandbox/linked_sandbox.h"

namespace Tandem::Testing {
using namespace Qt::StringLiterals;

bool LinkedSandbox::begin()
{
    if (!isListening()) return false;
    link();
    post(u"/_control/limit"_s, {{u"per_second"_s, 1000}});
    post(u"/_control/pair"_s, {{u"burst"_s, 1000}, {u"seconds"_s, 0.001}});
    return !customerSays(customer, u"open"_s).isEmpty();
}

QString LinkedSandbox::edge(const QString &name) const
{
    return u"/v25.0/"_s + number + u'/' + name;
}

Answer LinkedSandbox::message(QJsonObject body)
{
    body.insert(u"messaging_product"_s, u"whatsapp"_s);
    if (!body.contains(u"to"_s)) body.insert(u"to"_s, u"+"_s + customer);
    return post(edge(u"messages"_s), body, token);
}

Answer LinkedSandbox::upload(const QByteArray &mime, const QByteArray &bytes)
{
    const QByteArray form = "--XX\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                            "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
        + mime + "\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: "
        + mime + "\r\n\r\n" + bytes + "\r\n--XX--\r\n";
    return send("POST", edge(u"media"_s), "multipart/form-data; boundary=XX", form, token);
}

QString LinkedSandbox::idOf(const Answer &answer)
{
    return answer.json[u"messages"][0][u"id"].toString();
}

QList<QJsonObject> LinkedSandbox::statuses(const QString &id) const
{
    QList<QJsonObject> rows;
    for (const QJsonObject &value : hooks.values(u"messages"_s)) {
        const QJsonObject row = value[u"statuses"].toArray().at(0).toObject();
        if (row[u"id"].toString() == id) rows.append(row);
    }
    return rows;
}

QJsonObject LinkedSandbox::lastOf(const QString &field, const QString &key) const
{
    const QList<QJsonObject> values = hooks.values(field);
    for (auto it = values.rbegin(); it != values.rend(); ++it) {
        if (key.isEmpty() || it->contains(key)) return *it;
    }
    return {};
}

} // namespace Tandem::Testing
