#pragma once

#include "ui/team/pickers/pick_item.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace Tandem {

/// The lines of a picker that fit what is typed.
class PickList final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    void setItems(const QList<PickItem> &items);
    void setQuery(const QString &query);
    /// A line below all others while something is typed, as "Create …"; an empty text: none.
    void setExtra(const PickItem &item);
    [[nodiscard]] const PickItem *item(int row) const;
    [[nodiscard]] bool hasExactly(const QString &text) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void refill();

    QList<PickItem> m_all;
    QList<PickItem> m_shown;
    PickItem m_extra;
    QString m_query;
};

/// Paints them: mark, text, detail, tick.
class PickPainter final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int LineHeight = 9 * Theme::Grid;

    explicit PickPainter(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter &painter, const QRect &box, const PickItem &item) const;

    const Theme &m_theme;
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::PickItem)
