#pragma once

#include "core/base/clock.h"
#include "core/domain/usage.h"
#include "ui/theme/widgets.h"

class QComboBox;
class QPushButton;

namespace Tandem {

class FactList;

/// What a number's pictures and files take on this computer, and the way to free it. Texts always stay.
class DiskColumn final : public QWidget
{
    Q_OBJECT
public:
    DiskColumn(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void setUsage(const MediaUsage &usage);
    void setFreed(qint64 bytes); ///< what the last purge brought
    void setProblem(const QString &words);
    void retranslate();

Q_SIGNALS:
    void purgeRequested(Tandem::UtcTime before); ///< confirmed by the person

private:
    void ask(bool asking);
    void showQuestion();

    const Clock &m_clock;
    MediaUsage m_usage;
    FactList *m_facts = nullptr;
    int m_filesRow = 0;
    int m_bytesRow = 0;
    ThemedLabel *m_note = nullptr;
    QPushButton *m_free = nullptr;
    QWidget *m_question = nullptr;
    ThemedLabel *m_words = nullptr;
    QComboBox *m_age = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace Tandem
