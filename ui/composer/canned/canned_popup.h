#pragma once

#include "core/domain/canned_reply.h"

#include <QFrame>

#include <optional>

class QLabel;
class QListView;
class QStandardItemModel;

namespace Tandem {

class Theme;

/// The canned replies that fit what was typed after "/", over the text field. Never takes the keyboard focus: the text
/// field hands it the keys.
class CannedPopup final : public QFrame
{
    Q_OBJECT
public:
    static constexpr int MostRows = 6; ///< seen at once

    CannedPopup(const Theme &theme, QWidget *parent);

    void setReplies(const QList<CannedReply> &replies, bool anyExist);
    /// Above this place of the parent, as wide as there is room for.
    void showAbove(QPoint bottomLeft);
    void move(int by); ///< rows up or down, around the ends
    [[nodiscard]] std::optional<CannedReply> current() const;

Q_SIGNALS:
    void chosen(const Tandem::CannedReply &reply);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_empty;
    QLabel *m_hint;
    QList<CannedReply> m_replies;
};

} // namespace Tandem
