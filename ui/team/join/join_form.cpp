#include "ui/team/join/join_form.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 longestFile = 64 * 1024;
constexpr int highestPort = 65535;

} // namespace

JoinForm::JoinForm(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"join"_s);
    setAcceptDrops(true);
    build();
    connect(m_open, &QPushButton::clicked, this, &JoinForm::openFile);
    connect(m_link, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.trimmed().startsWith("tandem:"_L1)) take(text.toUtf8());
    });
    for (auto *edit : {m_host, m_database, m_login, m_password}) connect(edit, &QLineEdit::textChanged, this, &JoinForm::judge);
    connect(m_password, &QLineEdit::returnPressed, m_join, &QPushButton::click);
    connect(m_test, &QPushButton::clicked, this, &JoinForm::testRequested);
    connect(m_join, &QPushButton::clicked, this, &JoinForm::joinRequested);
    retranslate();
    judge();
}

void JoinForm::build()
{
    const auto edit = [this](const QString &name) {
        auto *made = new QLineEdit(this);
        made->setObjectName(u"join."_s + name);
        return made;
    };
    const auto label = [this](Theme::Text text, Theme::Color color) {
        auto *made = new ThemedLabel(m_theme, text, color, this);
        made->setWordWrap(true);
        return made;
    };
    m_intro = label(Theme::Text::Body, Theme::Color::Muted);
    m_open = new QPushButton(this);
    m_open->setObjectName(u"join.open"_s);
    m_link = edit(u"link"_s);
    m_host = edit(u"host"_s);
    m_port = new QSpinBox(this);
    m_port->setRange(1, highestPort);
    m_port->setValue(Invite::DefaultPort);
    m_port->setGroupSeparatorShown(false);
    m_database = edit(u"database"_s);
    m_login = edit(u"login"_s);
    m_password = edit(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_certificateWords = label(Theme::Text::Small, Theme::Color::Muted);
    m_outcome = label(Theme::Text::Body, Theme::Color::Muted);
    m_outcome->setObjectName(u"join.outcome"_s);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test = new QPushButton(this);
    m_test->setObjectName(u"join.test"_s);
    m_join = new QPushButton(this);
    m_join->setObjectName(u"join.join"_s);
    m_join->setProperty("role", u"primary"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(3 * Theme::Grid);
    grid->setVerticalSpacing(3 * Theme::Grid);
    grid->setColumnStretch(1, 1);
    const auto name = [&](int line, QWidget *buddy) {
        auto *made = new ThemedLabel(m_theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
        made->setBuddy(buddy);
        grid->addWidget(made, line, 0);
        return made;
    };
    m_hostName = name(0, m_host);
    grid->addWidget(m_host, 0, 1);
    grid->addWidget(m_port, 0, 2);
    m_databaseName = name(1, m_database);
    grid->addWidget(m_database, 1, 1, 1, 2);
    m_loginName = name(2, m_login);
    grid->addWidget(m_login, 2, 1, 1, 2);
    m_passwordName = name(3, m_password);
    grid->addWidget(m_password, 3, 1, 1, 2);
    auto *invite = new QHBoxLayout;
    invite->addWidget(m_open);
    invite->addWidget(m_link, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_test);
    foot->addWidget(m_join);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4 * Theme::Grid);
    column->addWidget(m_intro);
    column->addLayout(invite);
    column->addLayout(grid);
    column->addWidget(m_certificateWords);
    column->addWidget(m_outcome);
    column->addLayout(foot);
}

void JoinForm::setInvite(const Invite &invite)
{
    m_host->setText(invite.host);
    m_port->setValue(invite.port);
    m_database->setText(invite.database);
    m_login->setText(invite.login);
    m_certificate = invite.certificate;
    retranslate();
    judge();
    m_password->setFocus();
}

Invite JoinForm::invite() const
{
    return {m_host->text().trimmed(), quint16(m_port->value()), m_database->text().trimmed(), m_login->text().trimmed(), m_certificate};
}

Secret JoinForm::password() const { return Secret(m_password->text()); }

void JoinForm::setOutcome(const QString &words, Theme::Color color, bool busy)
{
    m_busy = busy;
    m_outcome->setColor(color);
    m_outcome->setText(words);
    m_outcome->setVisible(!words.isEmpty());
    for (auto *part : std::initializer_list<QWidget *>{m_open, m_link, m_host, m_port, m_database, m_login, m_password}) part->setEnabled(!busy);
    setAcceptDrops(!busy);
    judge();
}

void JoinForm::judge()
{
    const bool whole = inviteProblem(invite()).isEmpty() && !m_password->text().isEmpty() && !m_busy;
    m_test->setEnabled(whole);
    m_join->setEnabled(whole);
}

void JoinForm::take(const QByteArray &fileOrLink)
{
    if (m_busy) return; // what is being tried is what will be kept
    const auto read = inviteFrom(fileOrLink);
    if (!read) return setOutcome(read.error().text, Theme::Color::Error);
    setInvite(*read);
    setOutcome(tr("The invitation is read. Type your password."), Theme::Color::Accent);
}

void JoinForm::openFile()
{
    auto *dialog = new QFileDialog(window(), tr("Open an invitation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Invitations (*.tandem-invite)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &JoinForm::readFile);
    dialog->open();
}

void JoinForm::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return setOutcome(tr("The file cannot be read: %1").arg(file.errorString()), Theme::Color::Error);
    take(file.read(longestFile));
}

void JoinForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) event->acceptProposedAction();
}

void JoinForm::dropEvent(QDropEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) readFile(urls.first().toLocalFile());
    else take(event->mimeData()->text().toUtf8());
}

void JoinForm::retranslate()
{
    m_intro->setText(tr("Your administrator has made an invitation for you: open the file or paste the link, and type the password that they told you. Without an invitation, ask for these values."));
    m_open->setText(tr("Open an invitation…"));
    m_link->setPlaceholderText(tr("or paste the link: tandem://join?…"));
    m_link->setAccessibleName(tr("Link of the invitation"));
    m_hostName->setText(tr("Server"));
    m_host->setPlaceholderText(u"inbox.example.com"_s);
    m_port->setAccessibleName(tr("Port"));
    m_databaseName->setText(tr("Database"));
    m_loginName->setText(tr("Login"));
    m_passwordName->setText(tr("Password"));
    m_password->setToolTip(tr("It is kept in the system's keyring, never in a file."));
    m_certificateWords->setText(m_certificate.isEmpty() ? tr("The server's certificate is checked against those that this computer trusts.")
                                                        : tr("The server's certificate is checked against the one in the invitation."));
    m_test->setText(tr("Test the connection"));
    m_join->setText(tr("Join"));
    m_outcome->setVisible(!m_outcome->text().isEmpty());
}

void JoinForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
