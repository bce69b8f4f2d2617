#pragma once

#include "core/domain/number.h"
#include "core/domain/team/condition.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace Tandem {

class TeamDirectory;

/// A saved view's rule as rows: groups (all, any, none of) of single tests and further groups, three levels deep.
class ConditionEditor final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Deepest = 3; ///< levels of groups that can be made here
    static constexpr int MostTests = 50; ///< more the store refuses

    ConditionEditor(Theme &theme, const TeamDirectory &directory, QWidget *parent = nullptr);

    void setNumbers(const QList<Number> &numbers);
    void setCondition(const Condition &condition);
    [[nodiscard]] const Condition &condition() const { return m_root; }
    [[nodiscard]] int tests() const; ///< single tests in all groups

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Path = QList<int>; ///< of part numbers from the root

    void rebuild();
    void rebuildLater(); ///< after the event that asked for it
    void addGroup(QVBoxLayout &column, const Path &path);
    void addTest(QVBoxLayout &column, const Path &path);
    [[nodiscard]] QWidget *kindBox(const Path &path);
    [[nodiscard]] QWidget *fieldBox(const Path &path);
    [[nodiscard]] QWidget *valueBox(const Path &path);
    [[nodiscard]] QWidget *choiceBox(const Path &path, const QList<std::pair<QString, QString>> &choices);
    [[nodiscard]] QList<std::pair<QString, QString>> choicesOf(Condition::Field field) const;
    [[nodiscard]] QString firstValue(Condition::Field field) const;
    [[nodiscard]] Condition &at(const Path &path);
    void remove(const Path &path);

    Theme &m_theme;
    const TeamDirectory &m_directory;
    QList<Number> m_numbers;
    Condition m_root;
    QWidget *m_rows = nullptr;
    bool m_rebuilding = false;
};

} // namespace Tandem
