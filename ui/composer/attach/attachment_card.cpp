#include "ui/composer/attach/attachment_card.h"

#include "ui/format/message_content.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainterPath>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int NameHeight = Theme::Grid * 9;

QString iconOf(const Attachment &attachment)
{
    const auto &type = attachment.file.type;
    if (attachment.file.media.voice) return u"mic"_s;
    if (type == "image"_L1 || type == "sticker"_L1) return u"image"_s;
    if (type == "video"_L1) return u"video"_s;
    if (type == "audio"_L1) return u"audio"_s;
    return u"document"_s;
}

bool takesCaption(const Attachment &attachment)
{
    const auto &type = attachment.file.type;
    return attachment.state != Attachment::State::Problem && (type == "image"_L1 || type == "video"_L1 || type == "document"_L1);
}

} // namespace

AttachmentCard::AttachmentCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_caption(new QLineEdit(this)), m_fixes(new QWidget(this)), m_remove(new IconButton(theme, u"close"_s, this))
{
    setFixedWidth(Width);
    setFocusPolicy(Qt::TabFocus);
    m_caption->setMaxLength(Outgoing::LongestCaption);
    m_caption->setProperty("role", u"caption"_s);
    m_remove->setIconSize(14);
    m_remove->setFixedSize(Theme::Grid * 6, Theme::Grid * 6);
    m_remove->move(Width - m_remove->width() - Theme::Grid, Theme::Grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Grid, PictureHeight + NameHeight, Theme::Grid, Theme::Grid);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addWidget(m_fixes);
    column->addStretch(1);
    auto *fixes = new QVBoxLayout(m_fixes);
    fixes->setContentsMargins(0, 0, 0, 0);
    fixes->setSpacing(Theme::Grid);
    connect(m_caption, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT captionEdited(m_id, text); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removed(m_id); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void AttachmentCard::retranslate()
{
    m_remove->setHelp(tr("Remove this file"));
    m_caption->setPlaceholderText(tr("Caption"));
    m_caption->setAccessibleName(tr("Caption of %1").arg(m_attachment.look.name));
    setFixes(m_attachment.verdict.fixes);
}

void AttachmentCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void AttachmentCard::set(const Attachment &attachment, bool captionByText)
{
    const bool otherFixes = attachment.verdict.fixes != m_attachment.verdict.fixes;
    m_attachment = attachment;
    m_id = attachment.id;
    m_caption->setVisible(takesCaption(attachment) && !captionByText);
    m_fixes->setVisible(attachment.state == Attachment::State::Problem);
    if (otherFixes) setFixes(attachment.verdict.fixes);
    if (m_caption->text() != attachment.file.media.caption) {
        const QSignalBlocker quiet(m_caption);
        m_caption->setText(attachment.file.media.caption);
    }
    const auto words = attachment.state == Attachment::State::Problem ? attachment.verdict.problem : fileSize(attachment.look.size);
    setAccessibleName(attachment.look.name + u", "_s + words);
    setToolTip(plainTip(attachment.state == Attachment::State::Problem ? attachment.verdict.problem : attachment.look.name));
    update();
}

void AttachmentCard::setFixes(const QList<AttachmentFix> &fixes)
{
    qDeleteAll(m_fixes->findChildren<QPushButton *>());
    for (const auto fix : fixes) {
        auto *button = new QPushButton(AttachmentRules::fixName(fix), m_fixes);
        button->setProperty("role", u"compact"_s);
        connect(button, &QPushButton::clicked, this, [this, fix] { Q_EMIT fixChosen(m_id, fix); });
        m_fixes->layout()->addWidget(button);
    }
}

void AttachmentCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removed(m_id);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void AttachmentCard::paintPicture(QPainter &painter, const QRect &place) const
{
    const auto &thumb = m_attachment.look.thumbnail;
    if (thumb.isNull()) {
        const auto icon = QRectF(place.center() - QPoint(14, 14), QSizeF(28, 28));
        Paint::icon(painter, m_theme, icon, iconOf(m_attachment), m_theme.color(Theme::Color::Muted));
        return;
    }
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(place, Theme::Radius - 2, Theme::Radius - 2);
    painter.setClipPath(clip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto mode = m_attachment.file.type == "sticker"_L1 ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding;
    const auto size = thumb.size().scaled(place.size(), mode);
    QRect target(QPoint(0, 0), size);
    target.moveCenter(place.center());
    painter.drawImage(target, thumb);
    painter.restore();
}

void AttachmentCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool problem = m_attachment.state == Attachment::State::Problem;
    painter.setPen(m_theme.color(problem ? Theme::Color::Warning : Theme::Color::Line));
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    const QRect place(Theme::Grid, Theme::Grid, width() - Theme::Grid * 2, PictureHeight - Theme::Grid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(problem ? Theme::Color::WarningWash : Theme::Color::Hover));
    painter.drawRoundedRect(place, Theme::Radius - 2, Theme::Radius - 2);
    painter.setFont(m_theme.font(Theme::Text::Small));
    if (problem) {
        painter.setPen(m_theme.color(Theme::Color::Text));
        painter.drawText(place.adjusted(Theme::Grid * 2, Theme::Grid, -Theme::Grid * 7, -Theme::Grid), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextWordWrap, m_attachment.verdict.problem);
    } else {
        paintPicture(painter, place);
    }
    const QRect words(Theme::Grid * 2, PictureHeight + Theme::Grid / 2, width() - Theme::Grid * 4, NameHeight);
    const auto metrics = painter.fontMetrics();
    painter.setPen(m_theme.color(Theme::Color::Text));
    painter.drawText(words, Qt::AlignLeading | Qt::AlignTop, metrics.elidedText(m_attachment.look.name, Qt::ElideMiddle, words.width()));
    const auto detail = m_attachment.state == Attachment::State::Checking ? tr("Preparing…")
        : m_attachment.file.type == "sticker"_L1                          ? tr("Sticker · %1").arg(fileSize(m_attachment.look.size))
                                                                          : fileSize(m_attachment.look.size);
    painter.setPen(m_theme.color(Theme::Color::Muted));
    painter.drawText(words.adjusted(0, metrics.height(), 0, 0), Qt::AlignLeading | Qt::AlignTop, detail);
    // The cross stands on pictures of any colour.
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawEllipse(m_remove->geometry());
    if (hasFocus()) Paint::focusRing(painter, m_theme, rect(), Theme::Radius);
}

} // namespace Tandem
