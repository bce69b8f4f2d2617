#pragma once

#include "tests/ui/composer/composer_desk.h"
#include "ui/composer/attach/attachments.h"

#include <QTemporaryDir>

namespace Tandem::Testing {

using namespace Qt::StringLiterals;

inline void greet(Test::Shop &s)
{
    s.live(liWei, u"hello"_s);
    s.live(noor, u"hi"_s);
}
inline QString write(const QTemporaryDir &dir, const QString &name, const QByteArray &bytes)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
    return file.fileName();
}
inline QString picture(const QTemporaryDir &dir, const QString &name, const QImage &image = samplePicture({400, 300}))
{
    const auto path = dir.filePath(name);
    if (!image.save(path)) qFatal("cannot write %s", qPrintable(name));
    return path;
}
/// That this row becomes this request.
inline void asked(const OutboxItem &item, const QString &type, const QByteArray &content)
{
    QCOMPARE(ComposerDesk::request(item), ComposerDesk::expected(type, content));
}
inline void drop(ComposerDesk &desk, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const auto &path : paths) urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    Q_EMIT desk.input->mimeGiven(&data);
}
inline Attachments &files(ComposerDesk &desk) { return *desk.composer.findChild<Attachments *>(QString(), Qt::FindDirectChildrenOnly); }
inline bool ready(ComposerDesk &desk, int count)
{
    auto &all = files(desk);
    const auto id = desk.shop.row(liWei).id;
    return all.of(id).size() == count && all.allReady(id);
}
inline void saveTemplates(Test::Shop &s)
{
    const auto array = [](const QByteArray &text) { return QJsonDocument::fromJson(text).array(); };
    MessageTemplate order;
    order.wabaId = Testing::shop.wabaId;
    order.platformId = u"1"_s;
    order.name = u"order"_s;
    order.language = u"en_US"_s;
    order.category = u"UTILITY"_s;
    order.status = u"APPROVED"_s;
    order.components = array(quoted("[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'Hi {{1}}, order {{2}} has left.','example':{'body_text':[['Mark','88231']]}},"
        "{'type':'FOOTER','text':'Shop Shanghai'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Thanks'},{'type':'URL','text':'Track','url':'https://example.com/t/{{1}}','example':['https://example.com/t/1']}]}]"));
    auto named = order;
    named.platformId = u"2"_s;
    named.name = u"delivery"_s;
    named.named = true;
    named.components = array(quoted("[{'type':'BODY','text':'Dear {{name}}, it comes on {{day}}.','example':{'body_text_named_params':[{'param_name':'name','example':'Maya'},{'param_name':'day','example':'Sat'}]}}]"));
    auto paused = named;
    paused.platformId = u"3"_s;
    paused.name = u"paused_one"_s;
    paused.status = u"PAUSED"_s;
    QVERIFY(waitFor(s.workspace->templates().replace(Testing::shop.wabaId, {order, named, paused})).has_value());
}

} // namespace Tandem::Testing
