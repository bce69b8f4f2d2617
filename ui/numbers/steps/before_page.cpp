#include "ui/numbers/steps/before_page.h"

#include "core/coexistence/app_version.h"
#include "ui/numbers/parts/feature_table.h"
#include "ui/numbers/steps/link_words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Tandem {

BeforePage::BeforePage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *content = new QWidget(scroll);
    // The window's own ground shows through.
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 3 * Theme::Grid, 0);
    layout->setSpacing(3 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, content);
    m_intro = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, content);
    m_intro->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    const auto count = LinkWords::checklist().size();
    for (qsizetype i = 0; i < count; ++i) {
        auto *row = new QHBoxLayout;
        row->setSpacing(3 * Theme::Grid);
        row->addWidget(new ThemedIcon(theme, u"check-circle"_s, 18, Theme::Color::Accent, content), 0, Qt::AlignTop);
        auto *label = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, content);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        m_items.append(label);
        layout->addLayout(row);
    }
    layout->addSpacing(Theme::Grid);
    layout->addWidget(makeVersion());
    layout->addSpacing(2 * Theme::Grid);
    m_tableTitle = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, content);
    m_table = new FeatureTable(theme, content);
    layout->addWidget(m_tableTitle);
    layout->addWidget(m_table);
    layout->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    retranslate();
}

QWidget *BeforePage::makeVersion()
{
    auto *card = new Card(m_theme, this, Theme::Color::AccentWash);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(4 * Theme::Grid, 3 * Theme::Grid, 4 * Theme::Grid, 3 * Theme::Grid);
    layout->setSpacing(2 * Theme::Grid);
    m_versionTitle = new ThemedLabel(m_theme, Theme::Text::BodyStrong, Theme::Color::Text, card);
    m_versionTitle->setWordWrap(true);
    m_version = new QLineEdit(card);
    m_version->setObjectName(u"link.version"_s);
    m_version->setFixedWidth(160);
    m_version->setMaxLength(32);
    m_verdictIcon = new ThemedIcon(m_theme, u"check"_s, 16, Theme::Color::Accent, card);
    m_verdict = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, card);
    m_verdict->setWordWrap(true);
    m_confirm = new QCheckBox(card);
    m_confirm->setObjectName(u"link.versionConfirmed"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Grid);
    row->addWidget(m_version);
    row->addWidget(m_verdictIcon);
    row->addWidget(m_verdict, 1);
    layout->addWidget(m_versionTitle);
    layout->addLayout(row);
    layout->addWidget(m_confirm);
    connect(m_version, &QLineEdit::textChanged, this, &BeforePage::judgeVersion);
    connect(m_confirm, &QCheckBox::toggled, this, &BeforePage::judgeVersion);
    return card;
}

void BeforePage::retranslate()
{
    m_title->setText(tr("Before you start"));
    m_intro->setText(tr("The number stays in the WhatsApp Business app. Nothing is deleted or registered anew; Tandem joins it. It takes about five minutes."));
    const auto items = LinkWords::checklist();
    for (qsizetype i = 0; i < m_items.size(); ++i) m_items.at(i)->setText(items.at(i));
    m_versionTitle->setText(tr("Version of the WhatsApp Business app on the phone (in the app: Settings, Help, App info)"));
    m_version->setPlaceholderText(FirstCoexistingAppVersion.toString());
    m_version->setAccessibleName(m_versionTitle->text());
    m_confirm->setText(tr("I looked: it is %1 or later").arg(FirstCoexistingAppVersion.toString()));
    m_tableTitle->setText(tr("What changes"));
    m_table->retranslate();
    judgeVersion();
}

void BeforePage::judgeVersion()
{
    const auto text = m_version->text().trimmed();
    const auto version = AppVersion::parse(text);
    m_confirm->setEnabled(text.isEmpty());
    m_verdictIcon->setVisible(!text.isEmpty());
    if (text.isEmpty()) {
        m_verdict->setText(tr("%1 or later is needed.").arg(FirstCoexistingAppVersion.toString()));
        m_verdict->setColor(Theme::Color::Muted);
    } else if (!version) {
        m_verdict->setText(tr("Type it as the app shows it, for example 2.24.17.79."));
        m_verdictIcon->set(u"info"_s, Theme::Color::Muted);
        m_verdict->setColor(Theme::Color::Muted);
    } else if (version->supportsCoexistence()) {
        m_verdict->setText(tr("This version can be linked."));
        m_verdictIcon->set(u"check"_s, Theme::Color::Accent);
        m_verdict->setColor(Theme::Color::Accent);
    } else {
        m_verdict->setText(tr("Too old. Update the app in the phone's store first."));
        m_verdictIcon->set(u"warning"_s, Theme::Color::Error);
        m_verdict->setColor(Theme::Color::Error);
    }
    Q_EMIT primaryChanged();
}

QString BeforePage::primaryText() const
{
    return tr("Continue");
}

bool BeforePage::primaryEnabled() const
{
    const auto text = m_version->text().trimmed();
    if (text.isEmpty()) return m_confirm->isChecked();
    const auto version = AppVersion::parse(text);
    return version && version->supportsCoexistence();
}

} // namespace Tandem
