#pragma once

#include "core/domain/conversation.h"
#include "ui/format/typed_person.h"
#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Tandem {

class NumberList;

/// Opens the conversation with a person who is typed in: from which number, to whom.
class StartSheet final : public Sheet
{
    Q_OBJECT
public:
    StartSheet(UiContext &context, NumberList &numbers, QWidget *window);
    /// `digits` and `name` as a contact card gives them; both may be empty. `number` is chosen at first.
    void start(const QString &digits = {}, const QString &name = {}, NumberId number = {});

Q_SIGNALS:
    void openRequested(Tandem::ConversationId id);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    void build();
    void showNumbers();
    void showTyped();
    void showProblem(const QString &words);
    void go();
    void findUsername(NumberId number, const QString &username);
    void tryHits(QList<SearchHit> hits, NumberId number, const QString &username, quint64 asked);
    void finish(ConversationId id);

    UiContext &m_context;
    NumberList &m_numbers;
    Format::TypedPerson m_person;
    QString m_name; ///< of the contact card that led here
    NumberId m_wanted;
    quint64 m_generation = 0;
    ThemedLabel *m_fromLabel = nullptr;
    QComboBox *m_from = nullptr;
    ThemedLabel *m_toLabel = nullptr;
    QLineEdit *m_to = nullptr;
    ThemedLabel *m_hint = nullptr;
    ThemedLabel *m_note = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace Tandem
