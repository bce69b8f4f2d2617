#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QTimer>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace Tandem {

class AuditModel;
class StateView;

/// Who did what, when and from where: to be searched, narrowed and exported. For administrators.
class AuditPage final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditPage(UiContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const QString &words);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void applyFilter();
    void showState();
    void chooseFile();
    void exportTo(const QString &path);
    void retranslate();

    UiContext &m_context;
    AuditModel *m_model;
    ThemedLabel *m_title = nullptr;
    QLineEdit *m_who = nullptr;
    QComboBox *m_action = nullptr;
    QDateEdit *m_from = nullptr;
    QPushButton *m_export = nullptr;
    QTableView *m_table = nullptr;
    StateView *m_state = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTimer m_pause; ///< typing asks once it rests
};

} // namespace Tandem
