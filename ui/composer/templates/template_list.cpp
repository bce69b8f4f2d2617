#include "ui/composer/templates/template_list.h"

#include "core/templates/template_form.h"
#include "ui/composer/templates/template_words.h"
#include "ui/format/match.h"
#include "ui/theme/paint.h"
#include "ui/theme/widgets.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int RowHeight = Theme::Grid * 11;
enum Role { Name = Qt::UserRole + 1, Detail, Sendable };

class TemplateDelegate final : public QStyledItemDelegate
{
public:
    TemplateDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, RowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(Theme::Color::Selection));
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), Theme::Radius - 2, Theme::Radius - 2);
        }
        const bool sendable = index.data(Sendable).toBool();
        auto line = option.rect.adjusted(Theme::Grid * 2, Theme::Grid, -Theme::Grid * 2, 0);
        line.setHeight(Theme::Grid * 5);
        painter->setFont(m_theme.font(Theme::Text::BodyStrong));
        painter->setPen(m_theme.color(sendable ? Theme::Color::Text : Theme::Color::Muted));
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(Name).toString(), Qt::ElideRight, line.width()));
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(m_theme.color(sendable ? Theme::Color::Muted : Theme::Color::Warning));
        line.translate(0, Theme::Grid * 5 - 2);
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(Detail).toString(), Qt::ElideRight, line.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

TemplateList::TemplateList(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_search(new QLineEdit(this)), m_language(new QComboBox(this)), m_category(new QComboBox(this)),
      m_list(new QListView(this)), m_none(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Muted, this)), m_model(new QStandardItemModel(this))
{
    m_search->setObjectName(u"template.search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TemplateDelegate(theme, m_list));
    m_list->setObjectName(u"template.list"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_none->setWordWrap(true);
    for (auto *choice : {m_language, m_category}) {
        choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling) refill();
        });
    }
    auto *filters = new QHBoxLayout;
    filters->setSpacing(Theme::Grid);
    filters->addWidget(m_language, 1);
    filters->addWidget(m_category, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid * 2);
    column->addWidget(m_search);
    column->addLayout(filters);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    connect(m_search, &QLineEdit::textChanged, this, &TemplateList::refill);
    connect(m_search, &QLineEdit::returnPressed, this, &TemplateList::entered);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling) Q_EMIT currentChanged();
    });
    connect(m_list, &QListView::clicked, this, &TemplateList::entered);
    connect(m_list, &QListView::activated, this, &TemplateList::entered);
    retranslate();
}

void TemplateList::retranslate()
{
    m_search->setPlaceholderText(tr("Search templates"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("Templates"));
    m_language->setAccessibleName(tr("Language"));
    m_category->setAccessibleName(tr("Category"));
    m_none->setText(tr("No template fits."));
    fillChoices();
    refill();
}

void TemplateList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TemplateList::setTemplates(const QList<MessageTemplate> &templates)
{
    m_all = templates;
    fillChoices();
    refill();
}

void TemplateList::fillChoices()
{
    m_filling = true;
    const auto fill = [](QComboBox *box, const QString &everything, QStringList codes, QString (*name)(const QString &)) {
        const auto chosen = box->currentData().toString();
        box->clear();
        box->addItem(everything, QString());
        codes.removeDuplicates();
        codes.sort();
        for (const auto &code : std::as_const(codes)) box->addItem(name(code), code);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    QStringList languages;
    QStringList categories;
    for (const auto &one : std::as_const(m_all)) {
        languages.append(one.language);
        categories.append(one.category);
    }
    fill(m_language, tr("All languages"), languages, &templateLanguage);
    fill(m_category, tr("All categories"), categories, &templateCategory);
    m_filling = false;
}

bool TemplateList::passes(const MessageTemplate &t) const
{
    const auto language = m_language->currentData().toString();
    const auto category = m_category->currentData().toString();
    if (!language.isEmpty() && t.language != language) return false;
    return category.isEmpty() || t.category == category;
}

void TemplateList::refill()
{
    m_filling = true;
    const auto before = current();
    const auto query = m_search->text().trimmed();
    QList<std::pair<int, MessageTemplate>> found;
    for (const auto &one : std::as_const(m_all)) {
        if (!passes(one)) continue;
        const bool sendable = TemplateForm(one).obstacle().isEmpty();
        int score = sendable ? 0 : 100'000;
        if (!query.isEmpty()) {
            auto name = one.name;
            const int inName = Format::fuzzyScore(name.replace(u'_', u' '), query);
            const int inText = Format::matches(TemplateForm(one).preview({}).text(), query).isEmpty() ? 0 : 1;
            if (inName == 0 && inText == 0) continue;
            score -= inName + inText;
        }
        found.append({score, one});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_model->clear();
    m_shown.clear();
    int row = 0;
    for (const auto &[score, one] : std::as_const(found)) {
        auto *item = new QStandardItem;
        const bool sendable = TemplateForm(one).obstacle().isEmpty();
        const QString detail = sendable ? u"%1 · %2"_s.arg(templateLanguage(one.language), templateCategory(one.category))
                                        : u"%1 · %2"_s.arg(templateLanguage(one.language), one.canBeSent() ? tr("Can't be sent here") : templateStatus(one.status));
        item->setData(one.name, Name);
        item->setData(detail, Detail);
        item->setData(sendable, Sendable);
        item->setData(one.name + u", "_s + detail, Qt::AccessibleTextRole);
        if (before && before->name == one.name && before->language == one.language) row = int(m_shown.size());
        m_shown.append(one);
        m_model->appendRow(item);
    }
    m_list->setVisible(!m_shown.isEmpty());
    m_none->setVisible(m_shown.isEmpty());
    if (!m_shown.isEmpty()) m_list->setCurrentIndex(m_model->index(row, 0));
    m_filling = false;
    Q_EMIT currentChanged();
}

std::optional<MessageTemplate> TemplateList::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_shown.size() ? std::optional(m_shown.at(row)) : std::nullopt;
}

void TemplateList::select(const QString &name, const QString &language)
{
    // Whatever was searched for may hide it.
    const QSignalBlocker search(m_search);
    m_filling = true;
    m_search->clear();
    m_language->setCurrentIndex(0);
    m_category->setCurrentIndex(0);
    refill();
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).name == name && m_shown.at(row).language == language) m_list->setCurrentIndex(m_model->index(int(row), 0));
    }
}

void TemplateList::focusSearch() { m_search->setFocus(); }

bool TemplateList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = std::clamp(m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, int(m_shown.size()) - 1));
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Tandem
