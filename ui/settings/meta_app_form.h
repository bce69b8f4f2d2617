#pragma once

#include "ui/settings/workspace_control.h"
#include "ui/theme/widgets.h"

#include <array>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace Tandem {

/// The values of a person's Meta app, each with where it is found, checked while they type.
class MetaAppForm final : public QWidget
{
    Q_OBJECT
public:
    /// `known`: secrets are stored already and may stay empty.
    MetaAppForm(Theme &theme, bool known, QWidget *parent = nullptr);
    void setInfo(const WorkspaceInfo &info);
    [[nodiscard]] WorkspaceChange value() const;
    [[nodiscard]] bool isComplete() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    enum Field { AppId, ConfigId, AppSecret, VerifyToken, PublicUrl, FieldCount };
    struct Row
    {
        ThemedLabel *name = nullptr;
        QLineEdit *edit = nullptr;
        ThemedLabel *hint = nullptr;
    };
    void addRow(Field field, QGridLayout *grid);
    void judge();
    /// What is wrong with a field's text, in words; empty when it is right.
    [[nodiscard]] QString problem(Field field) const;
    [[nodiscard]] QString text(Field field) const;
    [[nodiscard]] QString hint(Field field) const;

    Theme &m_theme;
    const bool m_known;
    std::array<Row, FieldCount> m_rows;
    QPushButton *m_generate = nullptr;
    QPushButton *m_show = nullptr;
};

} // namespace Tandem
