#include "ui/people/fact_row.h"

#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int rowHeight = 30;
constexpr int thanksMs = 1200;

} // namespace

FactRow::FactRow(Theme &theme, const QString &icon, const QString &value, const QString &help, const QString &copy, QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(rowHeight);
    auto *mark = new ThemedIcon(theme, icon, 16, Theme::Color::Muted, this);
    mark->setToolTip(plainTip(help));
    auto *label = new ElidedLabel(this);
    label->setText(value);
    label->setElideMode(Qt::ElideMiddle);
    label->setAccessibleName(help.isEmpty() ? value : tr("%1: %2").arg(help, value));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(mark);
    layout->addWidget(label, 1);
    if (copy.isEmpty()) return;
    auto *button = new IconButton(theme, u"copy"_s, this);
    button->setIconSize(16);
    button->setHelp(tr("Copy %1").arg(value));
    layout->addWidget(button);
    connect(button, &IconButton::clicked, this, [this, button, copy] {
        QGuiApplication::clipboard()->setText(copy);
        button->setIconName(u"check"_s);
        button->setTone(Theme::Color::Accent);
        QTimer::singleShot(thanksMs, button, [button] {
            button->setIconName(u"copy"_s);
            button->setTone(Theme::Color::Muted);
        });
        Q_EMIT copied();
    });
}

} // namespace Tandem
