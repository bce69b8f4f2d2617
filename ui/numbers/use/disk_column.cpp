#include "ui/numbers/use/disk_column.h"

#include "ui/format/message_content.h"
#include "ui/numbers/number_words.h"
#include "ui/numbers/parts/fact_list.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int everything = 0;
constexpr std::array ages{365, 90, 30, everything}; // days

} // namespace

DiskColumn::DiskColumn(Theme &theme, const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    m_facts = new FactList(theme, this);
    m_filesRow = m_facts->addRow();
    m_bytesRow = m_facts->addRow();
    m_facts->setValueName(m_bytesRow, u"disk.bytes"_s);
    m_free = new QPushButton(this);
    m_free->setObjectName(u"disk.free"_s);
    m_free->setProperty("role", u"link"_s);
    m_free->setCursor(Qt::PointingHandCursor);
    m_note = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_note->setObjectName(u"disk.note"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_question = new QWidget(this);
    auto *inside = new QVBoxLayout(m_question);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(2 * Theme::Grid);
    m_age = new QComboBox(m_question);
    m_age->setObjectName(u"disk.age"_s);
    m_age->setFocusPolicy(Qt::StrongFocus);
    m_words = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, m_question);
    m_words->setObjectName(u"disk.words"_s);
    m_words->setWordWrap(true);
    m_confirm = new QPushButton(m_question);
    m_confirm->setObjectName(u"disk.confirm"_s);
    m_confirm->setProperty("role", u"danger"_s);
    m_cancel = new QPushButton(m_question);
    m_cancel->setObjectName(u"disk.cancel"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    inside->addWidget(m_age);
    inside->addWidget(m_words);
    inside->addLayout(buttons);
    m_question->hide();
    layout->addWidget(m_facts);
    layout->addWidget(m_free, 0, Qt::AlignLeading);
    layout->addWidget(m_question);
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(m_free, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_age, &QComboBox::activated, this, &DiskColumn::showQuestion);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        const int days = m_age->currentData().toInt();
        ask(false);
        Q_EMIT purgeRequested(m_clock.now() - std::chrono::hours(24 * days));
    });
    retranslate();
}

void DiskColumn::ask(bool asking)
{
    m_question->setVisible(asking);
    m_free->setVisible(!asking && m_usage.bytes > 0);
    m_note->hide();
    if (!asking) return;
    showQuestion();
    m_cancel->setFocus();
}

void DiskColumn::retranslate()
{
    m_facts->setHeading(tr("On this computer’s disk"));
    m_facts->setName(m_filesRow, tr("Pictures, videos, recordings and files"));
    m_facts->setName(m_bytesRow, tr("Space they take"));
    m_free->setText(tr("Free space…"));
    m_cancel->setText(tr("Cancel"));
    const QSignalBlocker quiet(m_age);
    const int index = qMax(0, m_age->currentIndex());
    m_age->clear();
    m_age->setAccessibleName(tr("Which files"));
    for (const int days : ages) m_age->addItem(days == everything ? tr("All files") : tr("Files older than %n days", nullptr, days), days);
    m_age->setCurrentIndex(index);
    setUsage(m_usage);
}

void DiskColumn::setUsage(const MediaUsage &usage)
{
    m_usage = usage;
    m_facts->setValue(m_filesRow, NumberWords::count(usage.files));
    m_facts->setValue(m_bytesRow, fileSize(usage.bytes));
    m_free->setVisible(m_question->isHidden() && usage.bytes > 0);
    showQuestion();
}

void DiskColumn::showQuestion()
{
    const bool all = m_age->currentData().toInt() == everything;
    const auto size = fileSize(m_usage.bytes);
    const auto files = NumberWords::count(m_usage.files);
    m_words->setText((all ? tr("%1 in %2 files will be deleted from this computer.").arg(size, files)
                          : tr("Up to %1 in %2 files will be deleted from this computer.").arg(size, files))
        + u' ' + tr("All texts stay. The files cannot be fetched again; those on the phone are not touched."));
    m_confirm->setText(all ? tr("Delete %1").arg(size) : tr("Delete up to %1").arg(size));
}

void DiskColumn::setFreed(qint64 bytes)
{
    m_note->setText(bytes > 0 ? tr("%1 are free now.").arg(fileSize(bytes)) : tr("No space could be freed: there was nothing that old, or it is still needed."));
    m_note->show();
}

void DiskColumn::setProblem(const QString &words)
{
    m_note->setText(words);
    m_note->show();
}

} // namespace Tandem
