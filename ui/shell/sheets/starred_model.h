#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QAbstractListModel>

namespace Tandem {

/// Starred messages of all numbers, the last starred first, with the roles that HitPainter paints.
class StarredModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit StarredModel(UiContext &context, QObject *parent = nullptr);

    void load();
    [[nodiscard]] const SearchHit *hit(const QModelIndex &index) const; ///< null when there is none
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const QString &errorText() const { return m_error; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded(); ///< or failed: see errorText

private:
    void name(const QList<Message> &messages);
    void take(const QList<Message> &messages, const QList<ConversationRow> &rows);

    UiContext &m_context;
    QList<SearchHit> m_hits;
    QString m_error;
    bool m_loaded = false;
    quint64 m_generation = 0;
};

} // namespace Tandem
