#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QWidget>

namespace Tandem {

/// One page's button on the rail, with a count on it when there is something to count.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);
    void setHelp(const QString &text, const QString &keys);
    void setCount(qint64 count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    qint64 m_count = 0;
};

/// The dark edge on the left: which page is shown.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    enum Page { Inbox, Numbers, Settings, Team, Audit };

    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    void setPage(Page page);
    void setUnread(qint64 conversations);
    void setNumbersNeedCare(int numbers); ///< numbers that cannot send now
    void setMentions(int mentions); ///< notes that name me
    void setPages(bool mentions, bool team, bool audit); ///< those that this person may use
    void addAtFoot(QWidget *widget);

Q_SIGNALS:
    void pageRequested(Tandem::Rail::Page page);
    void helpRequested();
    void starredRequested();
    void mentionsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    RailButton *m_inbox;
    RailButton *m_starred;
    RailButton *m_mentions;
    RailButton *m_numbers;
    RailButton *m_team;
    RailButton *m_audit;
    RailButton *m_settings;
    RailButton *m_help;
    QVBoxLayout *m_column;
};

} // namespace Tandem
