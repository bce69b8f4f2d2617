#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Tandem::Sandbox {

/// A message template as the platform keeps it.
struct Template
{
    QString id;
    QString name;
    QString language;
    QString category; ///< MARKETING | UTILITY | AUTHENTICATION
    QString status = QStringLiteral("APPROVED");
    QString quality = QStringLiteral("UNKNOWN");
    QString rejectedReason;
    QString previousCategory;
    bool named = false; ///< parameter_format NAMED
    QJsonArray components;

    /// HEADER, BODY, FOOTER or BUTTONS; empty when the template has none.
    [[nodiscard]] QJsonObject component(const QString &type) const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] static Template from(const QJsonObject &row);
    /// What stands between {{ and }} in a text, each once, in order.
    [[nodiscard]] static QStringList placeholders(const QString &text);
};

/// The templates of every WABA; a fresh WABA gets the shop's own.
class TemplateBook
{
public:
    [[nodiscard]] QList<Template> &of(const QString &wabaId);
    [[nodiscard]] Template *find(const QString &wabaId, const QString &name, const QString &language);
    [[nodiscard]] Template *byId(const QString &id, QString *wabaId = nullptr);
    /// Grows with every change, so that cursors into an older list are known as such.
    [[nodiscard]] int version(const QString &wabaId) const { return m_versions.value(wabaId); }
    void changed(const QString &wabaId) { ++m_versions[wabaId]; }

    [[nodiscard]] QJsonObject save() const;
    void restore(const QJsonObject &state);

private:
    QHash<QString, QList<Template>> m_books;
    QHash<QString, int> m_versions;
};

} // namespace Tandem::Sandbox
