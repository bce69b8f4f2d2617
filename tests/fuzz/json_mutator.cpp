#include "json_mutator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Tandem::Test {
namespace {

const QStringList oddTexts{QString(), u"0"_s, u"-1"_s, u"99999999999999999999"_s, u"true"_s, u"US.1"_s, u"US.ENT.1"_s, u"@x"_s,
    u"+1 (555) 078-3881"_s, u"text"_s, u"edit"_s, u"revoke"_s, u"reaction"_s, u"system"_s, u"history"_s, u"messages"_s,
    QString(3000, u'é'), QString(QChar(0xD800)), QString(QChar(0)), u"\u202e\u0000x"_s, u"<b>&amp;"_s};

} // namespace

QJsonValue JsonMutator::odd()
{
    switch (below(9)) {
    case 0: return QJsonValue();
    case 1: return below(2) == 0;
    case 2: return double(m_random.generate64()) * 1e200;
    case 3: return qint64(m_random.generate64());
    case 4: return -1.5;
    case 5: return QJsonArray();
    case 6: return QJsonObject();
    case 7: {
        QJsonValue nested(1);
        for (int i = below(200); i > 0; --i) nested = i % 2 ? QJsonValue(QJsonArray{nested}) : QJsonValue(QJsonObject{{u"messages"_s, nested}});
        return nested;
    }
    default: return oddTexts[below(int(oddTexts.size()))];
    }
}

QJsonValue JsonMutator::changed(const QJsonValue &value, int depth)
{
    if (below(14 + depth) == 0) return odd();
    if (value.isObject()) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const int what = below(40);
            if (what == 0) continue;
            result.insert(what == 1 ? oddTexts[below(int(oddTexts.size()))] : it.key(), changed(QJsonValue(it.value()), depth + 1));
        }
        return result;
    }
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            for (int copies = below(8) == 0 ? below(4) : 1; copies > 0; --copies) result.append(changed(item, depth + 1));
        }
        return result;
    }
    return value;
}

QByteArray JsonMutator::mutated(const QByteArray &json)
{
    const QJsonValue value = changed(QJsonDocument::fromJson(json).object(), 0);
    QByteArray bytes = value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                       : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    for (int i = below(4) == 0 ? below(6) : 0; i > 0 && !bytes.isEmpty(); --i) {
        bytes[below(int(bytes.size()))] = char(below(256));
    }
    if (below(30) == 0) bytes.truncate(below(int(bytes.size()) + 1));
    return bytes;
}

} // namespace Tandem::Test
