#include "ui/settings/meta_app_form.h"

#include "core/base/loopback.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int tokenWords = 4; ///< 4 × 32 random bits
constexpr int shortestToken = 8;

bool isLoopback(const QString &host) { return host == "localhost"_L1 || isLoopbackAddress(host); }

} // namespace

MetaAppForm::MetaAppForm(Theme &theme, bool known, QWidget *parent) : QWidget(parent), m_theme(theme), m_known(known)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * Theme::Grid);
    grid->setVerticalSpacing(Theme::Grid);
    grid->setColumnStretch(1, 1);
    for (int field = 0; field < FieldCount; ++field) addRow(Field(field), grid);
    m_rows[AppId].edit->setObjectName(u"metaApp.appId"_s);
    m_rows[ConfigId].edit->setObjectName(u"metaApp.configId"_s);
    m_rows[AppSecret].edit->setObjectName(u"metaApp.appSecret"_s);
    m_rows[VerifyToken].edit->setObjectName(u"metaApp.verifyToken"_s);
    m_rows[PublicUrl].edit->setObjectName(u"metaApp.publicUrl"_s);
    m_rows[AppSecret].edit->setEchoMode(QLineEdit::Password);
    m_show = new QPushButton(this);
    m_show->setCheckable(true);
    connect(m_show, &QPushButton::toggled, this, [this](bool on) {
        m_rows[AppSecret].edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    grid->addWidget(m_show, AppSecret * 3, 2);
    m_generate = new QPushButton(this);
    m_generate->setObjectName(u"metaApp.generate"_s);
    connect(m_generate, &QPushButton::clicked, this, [this] {
        QString token;
        for (int i = 0; i < tokenWords; ++i) token += QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
        m_rows[VerifyToken].edit->setText(token);
    });
    grid->addWidget(m_generate, VerifyToken * 3, 2);
    retranslate();
}

void MetaAppForm::addRow(Field field, QGridLayout *grid)
{
    auto &row = m_rows[field];
    const int line = field * 3;
    row.name = new ThemedLabel(m_theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    row.edit = new QLineEdit(this);
    row.hint = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, this);
    row.hint->setWordWrap(true);
    row.name->setBuddy(row.edit);
    grid->addWidget(row.name, line, 0);
    grid->addWidget(row.edit, line, 1);
    grid->addWidget(row.hint, line + 1, 1, 1, 2);
    grid->setRowMinimumHeight(line + 2, 2 * Theme::Grid);
    connect(row.edit, &QLineEdit::textChanged, this, &MetaAppForm::judge);
}

QString MetaAppForm::text(Field field) const
{
    return m_rows[field].edit->text().trimmed();
}

QString MetaAppForm::hint(Field field) const
{
    switch (field) {
    case AppId: return tr("In the Meta app dashboard, at the top of every page.");
    case ConfigId: return tr("Facebook Login for Business, Configurations: the one made for WhatsApp embedded sign-up.");
    case AppSecret: return m_known ? tr("Leave it empty to keep the stored one.") : tr("App settings, Basic. It is kept in the system's keyring.");
    case VerifyToken:
        return m_known ? tr("Leave it empty to keep the stored one.") : tr("Any text of yours; type the same one in the dashboard under WhatsApp, Configuration.");
    case PublicUrl: return tr("The HTTPS address at which the platform reaches this computer: a tunnel or a reverse proxy of yours.");
    case FieldCount: break;
    }
    return {};
}

QString MetaAppForm::problem(Field field) const
{
    static const QRegularExpression digits(u"^[0-9]{5,20}$"_s);
    static const QRegularExpression secret(u"^[0-9a-fA-F]{32}$"_s);
    const auto value = text(field);
    switch (field) {
    case AppId:
    case ConfigId: return digits.match(value).hasMatch() ? QString() : tr("This is a number of 5 to 20 digits.");
    case AppSecret:
        if (m_known && value.isEmpty()) return {};
        return secret.match(value).hasMatch() ? QString() : tr("The app secret has 32 characters, 0–9 and a–f.");
    case VerifyToken:
        if (m_known && value.isEmpty()) return {};
        return value.size() >= shortestToken ? QString() : tr("Take at least %n character(s), or press Generate.", nullptr, shortestToken);
    case PublicUrl: {
        const QUrl url(value, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()) return tr("Type a whole address, for example https://inbox.example.com");
        if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) return tr("The address has no question mark, no # and no user name.");
        if (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()))) return {};
        return tr("The platform calls HTTPS addresses only.");
    }
    case FieldCount: break;
    }
    return {};
}

void MetaAppForm::judge()
{
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = Field(i);
        // An empty field is not scolded before something was typed into it.
        const auto wrong = text(field).isEmpty() ? QString() : problem(field);
        m_rows[field].hint->setText(wrong.isEmpty() ? hint(field) : wrong);
        m_rows[field].hint->setColor(wrong.isEmpty() ? Theme::Color::Muted : Theme::Color::Error);
    }
    Q_EMIT changed();
}

bool MetaAppForm::isComplete() const
{
    for (int i = 0; i < FieldCount; ++i) {
        if (!problem(Field(i)).isEmpty()) return false;
    }
    return true;
}

WorkspaceChange MetaAppForm::value() const
{
    WorkspaceChange change;
    change.appId = text(AppId);
    change.configId = text(ConfigId);
    change.appSecret = Secret(text(AppSecret));
    change.verifyToken = Secret(text(VerifyToken));
    change.publicUrl = text(PublicUrl);
    return change;
}

void MetaAppForm::setInfo(const WorkspaceInfo &info)
{
    m_rows[AppId].edit->setText(info.appId);
    m_rows[ConfigId].edit->setText(info.configId);
    m_rows[PublicUrl].edit->setText(info.publicUrl);
    m_rows[AppSecret].edit->clear();
    m_rows[VerifyToken].edit->clear();
}

void MetaAppForm::retranslate()
{
    m_rows[AppId].name->setText(tr("App ID"));
    m_rows[ConfigId].name->setText(tr("Configuration ID"));
    m_rows[AppSecret].name->setText(tr("App secret"));
    m_rows[VerifyToken].name->setText(tr("Verify token"));
    m_rows[PublicUrl].name->setText(tr("Public address"));
    m_generate->setText(tr("Generate"));
    m_show->setText(m_show->isChecked() ? tr("Hide") : tr("Show"));
    for (auto &row : m_rows) row.edit->setAccessibleName(row.name->text());
    judge();
}

} // namespace Tandem
