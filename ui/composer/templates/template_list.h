#pragma once

#include "core/domain/template.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Tandem {

class Theme;
class ThemedLabel;

/// A WABA's templates, with search, language and category; those that can't be sent stand last and say why. By
/// keyboard: letters search, arrows choose, Enter goes on to the fields.
class TemplateList final : public QWidget
{
    Q_OBJECT
public:
    TemplateList(Theme &theme, QWidget *parent);

    void setTemplates(const QList<MessageTemplate> &templates);
    void select(const QString &name, const QString &language); ///< clears search and filters
    [[nodiscard]] std::optional<MessageTemplate> current() const;
    void focusSearch();

Q_SIGNALS:
    void currentChanged();
    void entered(); ///< Enter, or a click: on to the fields

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refill();
    void fillChoices();
    [[nodiscard]] bool passes(const MessageTemplate &t) const;

    Theme &m_theme;
    QLineEdit *m_search;
    QComboBox *m_language;
    QComboBox *m_category;
    QListView *m_list;
    ThemedLabel *m_none;
    QStandardItemModel *m_model;
    QList<MessageTemplate> m_all;
    QList<MessageTemplate> m_shown;
    bool m_filling = false;
};

} // namespace Tandem
