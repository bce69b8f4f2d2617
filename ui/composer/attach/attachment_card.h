#pragma once

#include "ui/composer/attach/attachments.h"

#include <QWidget>

class QLineEdit;

namespace Tandem {

class IconButton;
class Theme;

/// One attached file: its picture or kind, name and size, a caption, or what is wrong with it and what helps.
class AttachmentCard final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Width = 176;
    static constexpr int PictureHeight = 96;

    AttachmentCard(const Theme &theme, QWidget *parent);

    void set(const Attachment &attachment, bool captionByText); ///< the composer's own text is its caption
    [[nodiscard]] int id() const { return m_id; }

Q_SIGNALS:
    void removed(int id);
    void captionEdited(int id, const QString &caption);
    void fixChosen(int id, Tandem::AttachmentFix fix);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void setFixes(const QList<AttachmentFix> &fixes);
    void paintPicture(QPainter &painter, const QRect &place) const;

    const Theme &m_theme;
    Attachment m_attachment;
    QLineEdit *m_caption;
    QWidget *m_fixes;
    IconButton *m_remove;
    int m_id = 0;
};

} // namespace Tandem
