#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QDate>
#include <QTimer>

#include <atomic>
#include <memory>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QThread;

namespace Tandem {

class AuditModel;
class StateView;

/// Who did what, when and from where: to be searched, narrowed and exported. For administrators.
class AuditPage final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditPage(UiContext &context, QWidget *parent = nullptr);
    ~AuditPage() override; ///< ends an export that is under way
    void exportTo(const QString &path); ///< what the filters let through, oldest first, as JSON lines

Q_SIGNALS:
    void said(const QString &words);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTable();
    void buildFilters();
    [[nodiscard]] QDateEdit *dayField(const QString &name, const QDate &day);
    void applyFilter();
    void showNames();
    void showState();
    void chooseFile();
    void retranslate();
    void fillActions();

    UiContext &m_context;
    AuditModel *m_model;
    ThemedLabel *m_title = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_who = nullptr;
    QComboBox *m_action = nullptr;
    QDateEdit *m_from = nullptr;
    ThemedLabel *m_until = nullptr;
    QDateEdit *m_to = nullptr;
    QDate m_today; ///< as long as the last day is this one, what comes later is shown as well
    QPushButton *m_export = nullptr;
    QTableView *m_table = nullptr;
    StateView *m_state = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTimer m_pause; ///< typing asks once it rests
    QThread *m_writer = nullptr; ///< of an export
    std::shared_ptr<std::atomic_bool> m_stop;
};

} // namespace Tandem
