#pragma once

#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace Tandem::Sandbox {

/// One turn of a dialogue before its slots are filled.
struct Turn
{
    bool customer = true;
    bool later = false; ///< a day or more passes before it
    QString attachment; ///< photo, photo:crack, shot:receipt, voice, video, sticker, pdf, location; empty for text
    QStringList texts; ///< alternatives
};
struct Dialogue
{
    QString name;
    QList<Turn> turns;
};

/// One turn as it is said.
struct Line
{
    bool customer = true;
    bool later = false;
    QString attachment; ///< with motif
    QString text;
};

/// The lines of one language, read from scenario/shop.<language>.txt.
class Script
{
public:
    [[nodiscard]] static const Script &of(const QString &language);

    [[nodiscard]] const QList<Dialogue> &dialogues() const { return m_dialogues; }
    /// Says a dialogue to `name`, with products, orders and days drawn from `random`.
    [[nodiscard]] QList<Line> perform(const Dialogue &dialogue, const QString &name, QRandomGenerator &random) const;
    /// The first line of any dialogue that a customer begins.
    [[nodiscard]] QString opening(const QString &name, QRandomGenerator &random) const;

private:
    struct Product
    {
        QString motif;
        int price = 0;
        QString name;
    };
    using Slots = QHash<QString, QString>;

    explicit Script(const QString &language);
    void readLine(const QString &line);
    [[nodiscard]] Slots draw(const QString &name, QString *motif, QRandomGenerator &random) const;
    [[nodiscard]] QString money(int amount) const;
    [[nodiscard]] QString weekday(quint32 number) const;
    [[nodiscard]] static QString fill(QString text, const Slots &slotValues);

    QString m_language;
    QList<Product> m_products;
    QHash<QString, QStringList> m_words; ///< colour, city, agent
    QList<Dialogue> m_dialogues;
    bool m_later = false;
};

} // namespace Tandem::Sandbox
